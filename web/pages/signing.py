"""Signing in and out."""

import logging
from dataclasses import dataclass
from typing import Annotated, ClassVar
from urllib.parse import urlsplit

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from index.accounts import Account
from web.access import SIGN_IN, OpenRoute
from web.admission import admitted, device_of, drop_cookie
from web.desk import desk_of
from web.pages.house import local
from web.rates import network_of
from web.recognition import cookie_name
from web.rendering import Page
from web.visitor import visitor_of

router = APIRouter(include_in_schema=False, route_class=OpenRoute)
_log = logging.getLogger("klastrownik")


@dataclass(frozen=True, slots=True)
class SignInPage(Page):
    """The form; `wrong` is what did not let in here, `refused` what did not elsewhere, in words; `name` is
    what was typed, `elsewhere` what the provider is called where one is trusted."""

    template: ClassVar[str] = "sign_in.html"
    next: str
    name: str
    wrong: str
    refused: str
    elsewhere: str


@router.get(SIGN_IN)
def sign_in(request: Request, next: str = "/") -> Response:
    """The form, or the page it leads to for whoever is signed in."""
    if visitor_of(request).role is not None:
        return RedirectResponse(local(next), 303)
    return sign_in_page(request, next)


@router.post(SIGN_IN)
def signed_in(
    request: Request,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = "/",
) -> Response:
    """Begin a session where name and password are those of an account, and go on."""
    desk = desk_of(request)
    office = desk.backend.office
    held = office.accounts.find(name)
    device = device_of(request, held.name) if held else ""
    wait = desk.rates.try_password(request, name, device)
    if wait:
        _log.warning("sign-in slowed: %s from %s", _named(held), network_of(request))
        return _later(request, next, name, wait)
    account = office.accounts.verified(name, password)
    if account is None:
        _log.warning("sign-in refused: %s from %s", _named(held), network_of(request))
        return sign_in_page(request, next, name=name, wrong="signing.wrong", status=401)
    desk.rates.succeeded(request, name, device)
    return admitted(request, account, local(next), how="password")


@router.post("/sign-out")
def sign_out(request: Request) -> Response:
    """End the session of this browser."""
    visitor = visitor_of(request)
    if visitor.session:
        desk_of(request).backend.office.sessions.end(visitor.session, account=visitor.name)
    response = RedirectResponse("/", 303)
    drop_cookie(request, response, cookie_name(request))
    return response


def _later(request: Request, next: str, name: str, wait: int) -> Response:
    """The form with what was typed, to be sent again later."""
    response = sign_in_page(request, next, name=name, wrong="signing.later", status=429, seconds=wait)
    response.headers["Retry-After"] = str(wait)
    return response


def _named(held: Account | None) -> str:
    # What was typed as a name may be a password: only what is known to be a name is written down.
    return repr(held.name) if held else "an unknown name"


def sign_in_page(
    request: Request,
    next: str,
    *,
    name: str = "",
    wrong: str = "",
    refused: str = "",
    status: int = 200,
    seconds: int = 0,
) -> Response:
    """The form; `wrong` names the text of what did not let in here, `refused` of what did not elsewhere."""
    desk = desk_of(request)
    frame = desk.renderer.frame(request, desk.warmup.warmth, "sign-in")
    provider = desk.backend.provider
    page = SignInPage(
        frame,
        next=local(next),
        name=name,
        wrong=frame.t(wrong, seconds=seconds) if wrong else "",
        refused=frame.t(refused) if refused else "",
        elsewhere=(provider.trust.name or urlsplit(provider.trust.issuer).netloc) if provider else "",
    )
    return desk.renderer.page(page, status)
