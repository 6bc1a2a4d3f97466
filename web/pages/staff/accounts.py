"""Accounts, for administrators: who may sign in, with which role, and until when."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, ClassVar
from urllib.parse import quote

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from index.accounts import Account
from index.errors import AccountError, TakenNameError, UnknownAccountError
from index.roles import ROLES, Role
from index.sessions import Session
from index.tokens import Token
from web.access import AdministratorRoute
from web.desk import desk_of
from web.office import Office
from web.pages.account import revoke_page
from web.pages.staff.staff_page import StaffPage, rooms_of, staff_frame
from web.problem import Problem
from web.visitor import visitor_of

router = APIRouter(prefix="/staff/accounts", include_in_schema=False, route_class=AdministratorRoute)

Text = Annotated[str, Form()]
Chosen = Annotated[Role | None, Form()]


@dataclass(frozen=True, slots=True)
class AccountsPage(StaffPage):
    """Every account and token, and the form for a new account."""

    template: ClassVar[str] = "staff/accounts.html"
    accounts: tuple[Account, ...]
    issuers: dict[str, str]
    tokens: tuple[Token, ...]
    roles: tuple[Role, ...]
    name: str
    role: str
    wrong: str
    done: str


@dataclass(frozen=True, slots=True)
class OnePage(StaffPage):
    """One account, and what can be done with it; `wrong_in`: `role` or `access`; `chosen` is the role in the
    form."""

    template: ClassVar[str] = "staff/account.html"
    account: Account
    issuer: str
    sessions: tuple[Session, ...]
    tokens: tuple[Token, ...]
    roles: tuple[Role, ...]
    chosen: Role
    wrong: str
    wrong_in: str
    done: str


@dataclass(frozen=True, slots=True)
class LinkPage(StaffPage):
    """A link by which somebody chooses a password, this once."""

    template: ClassVar[str] = "staff/link.html"
    name: str
    link: str


@router.get("")
def accounts(request: Request, done: str = "") -> Response:
    """Every account and token."""
    return _all(request, done=done)


@router.post("")
def make(request: Request, name: Text = "", role: Chosen = None) -> Response:
    """Make an account, and show the link for its person."""
    if role is None:
        raise Problem(422, "form")
    office, by = _office(request), visitor_of(request).by
    try:
        made = office.accounts.make(name, role, by=by)
    except AccountError as error:
        return _all(request, wrong=f"accounts.wrong.{error.fault}", name=name, role=role)
    except TakenNameError:
        return _all(request, wrong="accounts.wrong.taken", name=name, role=role)
    return _link(request, made.name)


@router.get("/one")
def one(request: Request, name: str = "", done: str = "") -> Response:
    """One account."""
    return _one(request, name, done=done)


@router.post("/link")
def link(request: Request, name: Text = "") -> Response:
    """Show a link by which the account's person chooses another password."""
    try:
        return _link(request, name)
    except UnknownAccountError:
        raise Problem(404, "account") from None
    except AccountError as error:
        return _one(request, name, wrong=f"accounts.wrong.{error.fault}", wrong_in="access")


@router.post("/role")
def give_role(request: Request, name: Text = "", role: Chosen = None) -> Response:
    """Let an account do what a role may."""
    if role is None:
        raise Problem(422, "form")
    return _done(request, name, lambda office, by: office.accounts.give_role(name, role, by=by), role)


@router.post("/close")
def close(request: Request, name: Text = "") -> Response:
    """Let nobody sign in by an account any more."""
    return _done(request, name, lambda office, by: office.accounts.close(name, by=by))


@router.post("/open")
def open_again(request: Request, name: Text = "") -> Response:
    """Let its person sign in again."""
    return _done(request, name, lambda office, by: office.accounts.open(name, by=by))


@router.post("/sessions")
def end_sessions(request: Request, name: Text = "") -> Response:
    """End every session of an account."""
    return _done(
        request, name, lambda office, by: office.sessions.end_others(_held(request, name).name, by=by)
    )


@router.get("/tokens/revoke")
def ask_to_revoke(request: Request, name: str = "") -> Response:
    """Ask whether a token shall be revoked."""
    return revoke_page(request, name, action="/staff/accounts/tokens/revoke", account=None)


@router.post("/tokens/revoke")
def revoke_token(request: Request, name: Text = "") -> Response:
    """Let a token in no longer."""
    if not _office(request).tokens.revoke(name, by=visitor_of(request).by):
        raise Problem(404, "token_name")
    return RedirectResponse("/staff/accounts?done=yes", 303)


def _office(request: Request) -> Office:
    return desk_of(request).backend.office


def _held(request: Request, name: str) -> Account:
    """The account of that name. Raises: Problem 404."""
    held = _office(request).accounts.find(name)
    if held is None:
        raise Problem(404, "account")
    return held


def _done(
    request: Request, name: str, change: Callable[[Office, str], object], role: Role | None = None
) -> Response:
    """The way back to the account that was changed, or its page with what keeps it from being so.

    `change` is true where something has changed; `role` is the one that was chosen, if one was.
    """
    held = _held(request, name)
    try:
        done = "yes" if change(_office(request), visitor_of(request).by) else "already"
    except AccountError as error:
        where = "role" if role else "access"
        return _one(request, name, wrong=f"accounts.wrong.{error.fault}", wrong_in=where, chosen=role)
    return RedirectResponse(f"/staff/accounts/one?name={quote(held.name, safe='')}&done={done}", 303)


def _link(request: Request, name: str) -> Response:
    secret = _office(request).links.make(name, by=visitor_of(request).by)
    desk = desk_of(request)
    site = desk.backend.address or str(request.base_url).rstrip("/")
    page = LinkPage(
        staff_frame(request), rooms_of(request), "accounts", name=name, link=f"{site}/join/{secret}"
    )
    return desk.renderer.page(page)


def _all(request: Request, *, wrong: str = "", name: str = "", role: str = "", done: str = "") -> Response:
    frame, office = staff_frame(request), _office(request)
    page = AccountsPage(
        frame,
        rooms_of(request),
        "accounts",
        accounts=office.accounts.all(),
        issuers=office.identities.all(),
        tokens=office.tokens.all(),
        roles=ROLES,
        name=name,
        role=role,
        wrong=frame.t(wrong) if wrong else "",
        done=frame.t("accounts.done") if done else "",
    )
    return desk_of(request).renderer.page(page, 422 if wrong else 200)


def _one(
    request: Request,
    name: str,
    *,
    wrong: str = "",
    wrong_in: str = "",
    chosen: Role | None = None,
    done: str = "",
) -> Response:
    frame, office, held = staff_frame(request), _office(request), _held(request, name)
    page = OnePage(
        frame,
        rooms_of(request),
        "accounts",
        account=held,
        issuer=office.identities.all().get(held.name, ""),
        sessions=office.sessions.of(held.name),
        tokens=office.tokens.all(held.name),
        roles=ROLES,
        chosen=chosen or held.role,
        wrong=frame.t(wrong) if wrong else "",
        wrong_in=wrong_in,
        done=frame.t("accounts.already" if done == "already" else "accounts.done") if done else "",
    )
    return desk_of(request).renderer.page(page, 422 if wrong else 200)
