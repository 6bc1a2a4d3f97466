"""One's own account: password, sessions, tokens."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from index.accounts import Account
from index.errors import AccountError, TakenNameError, TokenError
from index.passwords import LONGEST, SHORTEST
from index.roles import ROLES, Role, allows
from index.sessions import Session
from index.tokens import Token, default_end
from web.access import MemberRoute
from web.admission import admitted, device_of
from web.desk import desk_of
from web.problem import Problem
from web.rates import too_often
from web.rendering import Page
from web.visitor import visitor_of

router = APIRouter(prefix="/account", include_in_schema=False, route_class=MemberRoute)

Text = Annotated[str, Form()]
# What can have been done: text `account.done.` of each.
_DONE = ("password", "session", "sessions", "gone", "nowhere", "revoked")


@dataclass(frozen=True, slots=True)
class TypedToken:
    """What is typed of a token."""

    name: str = ""
    role: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class AccountPage(Page):
    """One's own account; `wrong` says what was not right, `wrong_in` in which field of which id.

    `typed` is what the form for a token holds.
    """

    template: ClassVar[str] = "account.html"
    account: Account
    sessions: tuple[Session, ...]
    here: str
    tokens: tuple[Token, ...]
    roles: tuple[Role, ...]
    typed: TypedToken
    shortest: int
    done: str
    wrong: str
    wrong_in: str


@dataclass(frozen=True, slots=True)
class TokenPage(Page):
    """A new token, this once."""

    template: ClassVar[str] = "token.html"
    name: str
    secret: str


@dataclass(frozen=True, slots=True)
class RevokePage(Page):
    """Whether a token shall be revoked."""

    template: ClassVar[str] = "revoke.html"
    token: Token
    action: str
    back: str


@router.get("")
def account(request: Request, done: str = "") -> Response:
    """One's own account."""
    return _page(request, done=done if done in _DONE else "")


@router.post("/password")
def change_password(request: Request, current: Text = "", password: Text = "", again: Text = "") -> Response:
    """Keep another password, end all sessions, and go on in a new one."""
    desk, held = desk_of(request), own_account(request)
    office, device = desk.backend.office, device_of(request, held.name)
    wait = desk.rates.try_password(request, held.name, device)
    if wait:
        raise too_often(wait)
    if not office.accounts.verified(held.name, current):
        return _page(request, wrong="passwords.current", wrong_in="current")
    desk.rates.succeeded(request, held.name, device)
    if password != again:
        return _page(request, wrong="passwords.different", wrong_in="password")
    try:
        office.accounts.set_password(held.name, password, by=visitor_of(request).by)
    except AccountError as error:
        return _page(request, wrong=f"passwords.{error.fault}", wrong_in="password")
    return admitted(request, held, "/account?done=password", how="password")


@router.post("/sessions")
def end_sessions(request: Request, session: Text = "") -> Response:
    """End one session by its id, or all but this one."""
    visitor, sessions = visitor_of(request), desk_of(request).backend.office.sessions
    if session:
        done = "session" if sessions.end(session, account=visitor.name) else "gone"
    else:
        ended = sessions.end_others(visitor.name, but=visitor.session, by=visitor.by)
        done = "sessions" if ended else "nowhere"
    return RedirectResponse(f"/account?done={done}", 303)


@router.post("/tokens")
def make_token(request: Request, name: Text = "", role: Text = "", until: Text = "") -> Response:
    """Make a token of one's own, and show it this once."""
    desk, held = desk_of(request), own_account(request)
    if role not in own_roles(held):
        raise Problem(403 if role in ROLES else 422, "staff_only" if role in ROLES else "form")
    try:
        secret = desk.backend.office.tokens.create(
            name, _role(role), until=date.fromisoformat(until), account=held.name, by=held.name
        )
    except (ValueError, TokenError, TakenNameError) as error:
        fault = _token_fault(error)
        field, typed = "until" if fault == "until" else "token", TypedToken(name, role, until)
        return _page(request, wrong=f"tokens.wrong.{fault}", wrong_in=field, typed=typed)
    frame = desk.renderer.frame(request, desk.warmup.warmth)
    return desk.renderer.page(TokenPage(frame, name=" ".join(name.split()), secret=secret))


@router.get("/tokens/revoke")
def ask_to_revoke(request: Request, name: str = "") -> Response:
    """Ask whether a token of one's own shall be revoked."""
    return revoke_page(request, name, action="/account/tokens/revoke", account=visitor_of(request).name)


@router.post("/tokens/revoke")
def revoke_token(request: Request, name: Text = "") -> Response:
    """Let a token of one's own in no longer."""
    visitor = visitor_of(request)
    if not desk_of(request).backend.office.tokens.revoke(name, account=visitor.name, by=visitor.by):
        raise Problem(404, "token_name")
    return RedirectResponse("/account?done=revoked", 303)


def revoke_page(request: Request, name: str, *, action: str, account: str | None) -> Response:
    """The page that asks before a token of an account, or of any, is revoked. Raises: Problem 404."""
    desk = desk_of(request)
    held = [one for one in desk.backend.office.tokens.all(account) if one.name == name]
    if not held:
        raise Problem(404, "token_name")
    frame = desk.renderer.frame(request, desk.warmup.warmth)
    return desk.renderer.page(RevokePage(frame, held[0], action, action.removesuffix("/tokens/revoke")))


def own_account(request: Request) -> Account:
    """The account of whoever is signed in."""
    held = desk_of(request).backend.office.accounts.find(visitor_of(request).name)
    if held is None:
        raise Problem(404, "account")
    return held


def own_roles(account: Account) -> tuple[Role, ...]:
    """The roles that a token of an account may have: readers need none."""
    return tuple(one for one in ROLES if allows(account.role, one)) if account.role != "reader" else ()


def _token_fault(error: Exception) -> str:
    if isinstance(error, TokenError):
        return error.fault
    return "taken" if isinstance(error, TakenNameError) else "until"


def _role(role: str) -> Role:
    return next(one for one in ROLES if one == role)


def _page(
    request: Request,
    *,
    done: str = "",
    wrong: str = "",
    wrong_in: str = "",
    typed: TypedToken | None = None,
) -> Response:
    desk, held = desk_of(request), own_account(request)
    office = desk.backend.office
    frame = desk.renderer.frame(request, desk.warmup.warmth, "account")
    page = AccountPage(
        frame,
        account=held,
        sessions=office.sessions.of(held.name),
        here=visitor_of(request).session,
        tokens=office.tokens.all(held.name),
        roles=own_roles(held),
        typed=typed or TypedToken(until=default_end().isoformat()),
        shortest=SHORTEST,
        done=frame.t(f"account.done.{done}") if done else "",
        wrong=frame.t(wrong, shortest=SHORTEST, longest=LONGEST) if wrong else "",
        wrong_in=wrong_in,
    )
    return desk.renderer.page(page, 422 if wrong else 200)
