"""Admission: how whoever has shown who they are gets a session in their browser."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from index.accounts import Account
from index.sessions import LONGEST
from web.agent import browser_of
from web.desk import desk_of
from web.recognition import cookie_name, device_cookie
from web.visitor import visitor_of

_YEAR_S = 365 * 24 * 3600


def admitted(request: Request, account: Account, way: str, *, how: str) -> Response:
    """The way on, with a new session; the one that this browser had has ended.

    `how` they have shown it is a word for the log.
    """
    office, before = desk_of(request).backend.office, visitor_of(request)
    if before.session:
        office.sessions.end(before.session, account=before.name)
    agent = browser_of(request.headers.get("user-agent", ""))
    response = RedirectResponse(way, 303)
    secret = office.sessions.begin(account.name, agent=agent, how=how)
    put_cookie(request, response, cookie_name(request), secret, seconds=int(LONGEST.total_seconds()))
    if device_of(request, account.name) == "":
        remembered = office.devices.remember(account.name)
        put_cookie(request, response, device_cookie(request), remembered, seconds=_YEAR_S)
    return response


def device_of(request: Request, name: str) -> str:
    """The secret of this browser where the account of that name has signed in here before, else empty."""
    secret = request.cookies.get(device_cookie(request), "")
    known = desk_of(request).backend.office.devices.account(secret) if secret else None
    return secret if known is not None and known == name else ""


def put_cookie(request: Request, response: Response, name: str, value: str, *, seconds: int) -> None:
    """Nothing; the response sets a cookie that no script reads and that no other site has sent along."""
    secure = request.url.scheme == "https"
    response.set_cookie(name, value, max_age=seconds, secure=secure, httponly=True, samesite="lax")


def drop_cookie(request: Request, response: Response, name: str) -> None:
    """Nothing; the response takes the cookie away."""
    secure = request.url.scheme == "https"
    response.delete_cookie(name, secure=secure, httponly=True, samesite="lax")
