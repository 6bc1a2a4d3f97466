"""The page that a link for an account leads to: its person chooses a password, once."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from index.accounts import Account
from index.errors import AccountError
from index.passwords import LONGEST, SHORTEST
from web.access import OpenRoute
from web.admission import admitted
from web.desk import desk_of
from web.problem import Problem
from web.rendering import Page

router = APIRouter(prefix="/join", include_in_schema=False, route_class=OpenRoute)


@dataclass(frozen=True, slots=True)
class JoinPage(Page):
    """The form; `wrong` is what was not right, in words."""

    template: ClassVar[str] = "join.html"
    name: str
    secret: str
    wrong: str
    shortest: int


@router.get("/{secret}")
def join(request: Request, secret: str) -> Response:
    """The form. Looking at it does not use the link up: programs that read mail look too."""
    return _page(request, _account(request, secret), secret)


@router.post("/{secret}")
def joined(
    request: Request,
    secret: str,
    password: Annotated[str, Form()] = "",
    again: Annotated[str, Form()] = "",
) -> Response:
    """Keep the password, and sign in."""
    account = _account(request, secret)
    if password != again:
        return _page(request, account, secret, wrong="passwords.different")
    try:
        used = desk_of(request).backend.office.links.use(secret, password)
    except AccountError as error:
        return _page(request, account, secret, wrong=f"passwords.{error.fault}")
    if used is None:
        raise Problem(404, "link")
    return admitted(request, used, "/" if used.role == "reader" else "/staff", how="link")


def _account(request: Request, secret: str) -> Account:
    """The account that a link is for. Raises: Problem 404, 429."""
    desk = desk_of(request)
    desk.rates.arrive(request)
    account = desk.backend.office.links.account(secret)
    if account is None:
        raise Problem(404, "link")
    return account


def _page(request: Request, account: Account, secret: str, *, wrong: str = "") -> Response:
    desk = desk_of(request)
    frame = desk.renderer.frame(request, desk.warmup.warmth, "sign-in")
    said = frame.t(wrong, shortest=SHORTEST, longest=LONGEST) if wrong else ""
    page = JoinPage(frame, name=account.name, secret=secret, wrong=said, shortest=SHORTEST)
    response = desk.renderer.page(page, 422 if wrong else 200)
    # Whoever has the address has the account.
    response.headers.update({"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"})
    return response
