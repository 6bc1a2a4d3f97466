"""What holds for every request and response: headers, the size of bodies, and where a form may come from."""

import re
from collections.abc import Callable, Iterable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.problem import Problem

Refuse = Callable[[Request, HTTPException], Response]

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_HEADERS = (
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)
# Who came by TLS once comes by TLS for a year, here and to whatever is below this name.
_STAY = (b"strict-transport-security", b"max-age=31536000; includeSubDomains")
# Far more than a question may have, so that one too long comes back in its box and not as an error.
_BODY_BYTES = 1_000_000
# A multipart body is a little larger than the file in it.
_ENVELOPE_BYTES = 10_000
_UPLOAD_PATH = re.compile(r"/api/v1/documents|/staff/add|/staff/documents/[^/]+/replace")


class Boundary:
    """Wraps the application; `refuse` makes the response to a problem."""

    def __init__(self, app: ASGIApp, refuse: Refuse, upload_bytes: int) -> None:
        self._app = app
        self._refuse = refuse
        self._upload_bytes = upload_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit = self._upload_bytes + _ENVELOPE_BYTES if _UPLOAD_PATH.fullmatch(scope["path"]) else _BODY_BYTES
        sent = _with_headers(send, secure=scope["scheme"] == "https")
        if scope["method"] == "HEAD":
            # Every page can be asked for its headers alone; the server leaves the body out by itself.
            scope = {**scope, "method": "GET"}
        problem = _foreign(scope) or _announced_too_large(scope, limit)
        if problem is None:
            await self._app(scope, _counting(receive, limit), sent)
        else:
            await self._refuse(Request(scope), problem)(scope, receive, sent)


def too_large(limit: int) -> Problem:
    """The problem of a body over its limit."""
    return Problem(413, "body_size", values={"kilobytes": limit // 1000}, headers={"Connection": "close"})


def kept_safe(response: Response) -> Response:
    """The response with the headers of every response, for one that does not pass through here."""
    response.raw_headers = _completed(response.raw_headers)
    return response


def _counting(receive: Receive, limit: int) -> Receive:
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > limit:
            raise too_large(limit)
        return message

    return counted


def _with_headers(send: Send, *, secure: bool) -> Send:
    async def sent(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            own = (*message["headers"], _STAY) if secure else message["headers"]
            message["headers"] = _completed(own)
        await send(message)

    return sent


def _completed(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    own = list(headers)
    there = {name for name, _ in own}
    return [*own, *(pair for pair in _HEADERS if pair[0] not in there)]


def _announced_too_large(scope: Scope, limit: int) -> Problem | None:
    announced = Headers(scope=scope).get("content-length", "")
    return too_large(limit) if announced.isdigit() and int(announced) > limit else None


def _foreign(scope: Scope) -> Problem | None:
    """The problem of a form sent from another site; it stands in for a token in every form.

    A request without a browser's headers has none, and the interface has no cookie to misuse.
    """
    if scope["method"] in ("GET", "HEAD", "OPTIONS") or scope["path"].startswith("/api/"):
        return None
    headers = Headers(scope=scope)
    site = headers.get("sec-fetch-site")
    if site is not None:
        return None if site in ("same-origin", "none") else Problem(403, "origin")
    origin = headers.get("origin")
    if origin is None or urlsplit(origin).netloc == headers.get("host"):
        return None
    return Problem(403, "origin")
