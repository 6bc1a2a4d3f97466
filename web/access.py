"""Who may use a route: asked before anything of the request's body is taken in.

Each router names one of these classes as its `route_class`; a test over all routes fails for one without.
"""

import logging
from collections.abc import Callable, Coroutine
from typing import Any, ClassVar
from urllib.parse import quote

from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from index.roles import Role
from web.desk import desk_of
from web.problem import Problem, documented
from web.recognition import recognised, shows_anything
from web.visitor import STRANGER, Visitor

SIGN_IN = "/sign-in"
_WORDS: dict[Role, str] = {"reader": "sign_in", "staff": "staff_only", "administrator": "administrator_only"}

_log = logging.getLogger("klastrownik")


class OpenRoute(APIRoute):
    """For anybody, always: signing in, style, whether the server is alive."""

    needed: ClassVar[Role | None] = None

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        answered = super().get_route_handler()

        async def guarded(request: Request) -> Response:
            # Most who ask show nothing to be known by: no thread is asked about them.
            known = shows_anything(request)
            desk = desk_of(request)
            request.state.visitor = await run_in_threadpool(recognised, request, desk) if known else STRANGER
            needed = self.wants(request)
            response = _refusal(request, request.state.visitor, needed) or await answered(request)
            if needed is not None or request.state.visitor.session:
                # What not everybody may see is for no store, the browser's own either: others use it later.
                response.headers["Cache-Control"] = "no-store"
            return response

        return guarded

    def wants(self, request: Request) -> Role | None:
        """The role that is needed, or None."""
        return self.needed


class ReaderRoute(OpenRoute):
    """For asking and reading: anybody, or only those signed in, as the setting says."""

    def __init__(self, *given: Any, **named: Any) -> None:
        # Each of them answers so where the setting wants it: said in one place.
        named["responses"] = {**documented(401), **(named.get("responses") or {})}
        super().__init__(*given, **named)

    def wants(self, request: Request) -> Role | None:
        return "reader" if desk_of(request).backend.signed_in_readers else None


class MemberRoute(OpenRoute):
    """For everybody who is signed in, whatever the setting says."""

    needed = "reader"


class StaffRoute(OpenRoute):
    """For staff and administrators."""

    needed = "staff"


class AdministratorRoute(OpenRoute):
    """For administrators."""

    needed = "administrator"


def _refusal(request: Request, visitor: Visitor, needed: Role | None) -> Response | None:
    """The way to the page for signing in, for a stranger who asks for a page; None for whoever is let in.

    Raises: Problem 401 for a stranger, 403 for whoever is known and may not.
    """
    if needed is None or visitor.may(needed):
        return None
    if visitor.role is not None:
        _log.warning("not allowed: %s to %s %s", repr(visitor.by), request.method, repr(request.url.path))
        raise Problem(403, _WORDS[needed])
    if request.url.path.startswith("/api/") or "authorization" in request.headers:
        raise Problem(401, "token", headers={"WWW-Authenticate": "Bearer"})
    if request.method not in ("GET", "HEAD"):
        raise Problem(401, "sign_in")
    return RedirectResponse(f"{SIGN_IN}?next={quote(_path(request))}", 303)


def _path(request: Request) -> str:
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")
