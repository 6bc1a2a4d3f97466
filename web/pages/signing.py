"""Signing in and out."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from index.sessions import LONGEST
from web.access import SIGN_IN, OpenRoute
from web.desk import desk_of
from web.pages.house import local
from web.recognition import cookie_name
from web.rendering import Page
from web.visitor import visitor_of

router = APIRouter(include_in_schema=False, route_class=OpenRoute)


@dataclass(frozen=True, slots=True)
class SignInPage(Page):
    """The form; `wrong` is what did not let in, in words, `name` what was typed."""

    template: ClassVar[str] = "sign_in.html"
    next: str
    name: str
    wrong: str


@router.get(SIGN_IN)
def sign_in(request: Request, next: str = "/") -> Response:
    """The form, or the page it leads to for whoever is signed in."""
    if visitor_of(request).role is not None:
        return RedirectResponse(local(next), 303)
    return _page(request, next)


@router.post(SIGN_IN)
def signed_in(
    request: Request,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = "/",
) -> Response:
    """Begin a session where name and password are those of an account, and go on."""
    office = desk_of(request).backend.office
    account = office.accounts.verified(name.strip(), password)
    if account is None:
        return _page(request, next, name=name, wrong="signing.wrong", status=401)
    response = RedirectResponse(local(next), 303)
    response.set_cookie(
        cookie_name(request),
        office.sessions.begin(account.name),
        max_age=int(LONGEST.total_seconds()),
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="lax",
    )
    return response


@router.post("/sign-out")
def sign_out(request: Request) -> Response:
    """End the session of this browser."""
    visitor = visitor_of(request)
    if visitor.session:
        desk_of(request).backend.office.sessions.end(visitor.session, account=visitor.name)
    response = RedirectResponse("/", 303)
    response.delete_cookie(
        cookie_name(request), secure=request.url.scheme == "https", httponly=True, samesite="lax"
    )
    return response


def _page(request: Request, next: str, *, name: str = "", wrong: str = "", status: int = 200) -> Response:
    desk = desk_of(request)
    frame = desk.renderer.frame(request, desk.warmup.warmth, "sign-in")
    said = frame.t(wrong) if wrong else ""
    return desk.renderer.page(SignInPage(frame, next=local(next), name=name, wrong=said), status)
