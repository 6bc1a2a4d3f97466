"""Recognising whoever sends a request, by a token or by a session."""

from starlette.requests import Request

from web.desk import Desk
from web.visitor import STRANGER, Visitor

# Browsers take the first name from a site's own secure answers alone, so that no neighbour can plant one.
_SECURE_COOKIE, _COOKIE = "__Host-session", "session"
_PROGRAMS = "/api/"


def recognised(request: Request, desk: Desk) -> Visitor:
    """Whoever holds the token in the request's header, or the session in its cookie.

    The interface knows no cookie: no other site can have a browser use it.
    """
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        holder = desk.backend.tokens.holder(token.strip())
        return Visitor(holder.name, holder.role, f"token {holder.name}") if holder else STRANGER
    secret = request.cookies.get(cookie_name(request), "")
    if not secret or request.url.path.startswith(_PROGRAMS):
        return STRANGER
    session = desk.backend.office.sessions.find(secret)
    if session is None:
        return STRANGER
    return Visitor(session.account, session.role, session.account, session.id)


def cookie_name(request: Request) -> str:
    """The name of the cookie that holds a session's secret."""
    return _SECURE_COOKIE if request.url.scheme == "https" else _COOKIE
