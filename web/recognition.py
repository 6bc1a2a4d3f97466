"""Recognising whoever sends a request, by a token or by a session."""

from starlette.requests import Request

from web.desk import Desk
from web.visitor import STRANGER, Visitor

# For programs alone, and for people alone: no other site can have a browser use the interface, and whoever
# finds a program's token gets at no account.
_PROGRAMS = "/api/"
_PEOPLE = ("/staff", "/account")


def recognised(request: Request, desk: Desk) -> Visitor:
    """Whoever holds the token in the request's header, or the session in its cookie."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return _program(request, desk, token.strip())
    secret = request.cookies.get(cookie_name(request), "")
    if not secret or request.url.path.startswith(_PROGRAMS):
        return STRANGER
    session = desk.backend.office.sessions.find(secret)
    if session is None:
        return STRANGER
    return Visitor(session.account, session.role, session.account, session.id)


def shows_anything(request: Request) -> bool:
    """Whether a request holds a token or a session's secret, valid or not."""
    return "authorization" in request.headers or cookie_name(request) in request.cookies


def cookie_name(request: Request) -> str:
    """The name of the cookie that holds a session's secret."""
    return own_cookie(request, "session")


def device_cookie(request: Request) -> str:
    """The name of the cookie by which a browser is known that has signed in before."""
    return own_cookie(request, "device")


def own_cookie(request: Request, name: str) -> str:
    """The name of a cookie: browsers take one of this prefix from a site's own secure answers alone, so that
    no neighbour can plant one."""
    return f"__Host-{name}" if request.url.scheme == "https" else name


def _program(request: Request, desk: Desk, token: str) -> Visitor:
    if request.url.path.startswith(_PEOPLE):
        return STRANGER
    holder = desk.backend.tokens.holder(token)
    return Visitor(holder.name, holder.role, f"token {holder.name}") if holder else STRANGER
