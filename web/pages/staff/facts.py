"""The facts that nobody has checked, those first where a look is worth most."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal, get_args
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from index.errors import DecisionError, UnknownClusterError, UnknownDecisionError
from index.review.deciding import Deciding
from index.review.queue import STATES, Queue, State, Wanted, queue_of
from index.review.values import ATTRIBUTES
from web.access import StaffRoute
from web.decision_words import kept_decisions
from web.desk import desk_of
from web.i18n import Texts
from web.pages.house import local
from web.pages.staff.fact_rows import FactRow, fact_row, read_ref
from web.pages.staff.staff_page import StaffPage, rooms_of, staff_frame
from web.problem import Problem
from web.visitor import visitor_of
from web.whole import whole

router = APIRouter(prefix="/staff", include_in_schema=False, route_class=StaffRoute)

_SHOWN = 25
# More are never marked at once on one page.
_MOST_MARKED = 200
_LONGEST = 200
Judged = Literal["confirmed", "rejected"]


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose in the filter."""

    value: str
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Done:
    """What was just decided: `kind` as the texts call it, and the decisions, to be undone."""

    kind: str
    count: int
    decisions: str


@dataclass(frozen=True, slots=True)
class FactsPage(StaffPage):
    """The facts asked for, `found` of them; `back` is where a decision leads back to."""

    template: ClassVar[str] = "staff/facts.html"
    rows: tuple[FactRow, ...]
    found: int
    open: int
    disputed: int
    kept: int
    states: tuple[Choice, ...]
    attributes: tuple[Choice, ...]
    words: str
    cluster: str
    document: str
    document_title: str
    back: str
    earlier: str
    later: str
    first: int
    last: int
    done: Done | None


@router.get("/facts")
def facts(request: Request) -> Response:
    """The facts that are asked for, a page of them."""
    desk, given = desk_of(request), request.query_params
    frame = staff_frame(request)
    register = desk.backend.registers()
    queue = queue_of(register)
    wanted = _wanted(request)
    found = queue.of(wanted)
    pages = max(1, -(-len(found) // _SHOWN))
    page = min(whole(given.get("page", "")) or 1, pages)
    first = (page - 1) * _SHOWN
    shown = found[first : first + _SHOWN]
    rows = tuple(fact_row(one, frame.t) for one in shown)
    return desk.renderer.page(
        FactsPage(
            frame,
            rooms_of(request),
            "facts",
            rows=rows,
            found=len(found),
            open=queue.open,
            disputed=queue.disputed,
            kept=kept_decisions(desk.backend.office.review, register),
            states=tuple(Choice(one, frame.t(f"review.state.{one}"), one == wanted.state) for one in STATES),
            attributes=_attributes(queue, wanted, frame.t),
            words=wanted.words,
            cluster=wanted.cluster,
            document=wanted.document,
            document_title=shown[0].fact.source.document.title if wanted.document and shown else "",
            back=_address(wanted, page),
            earlier=_address(wanted, page - 1) if page > 1 else "",
            later=_address(wanted, page + 1) if page < pages else "",
            first=first + 1 if shown else 0,
            last=first + len(shown),
            done=done_of(request),
        )
    )


@router.post("/facts")
def judged(
    request: Request,
    confirm: Annotated[str, Form()] = "",
    reject: Annotated[str, Form()] = "",
    marked: Annotated[str, Form()] = "",
    fact: Annotated[Sequence[str], Form()] = (),
    back: Annotated[str, Form()] = "/staff/facts",
) -> Response:
    """Confirm or reject one fact, or all that are marked. Raises: Problem 409 where one is there no more."""
    kind: Judged = "confirmed" if confirm or marked == "confirmed" else "rejected"
    refs = [one for one in (confirm or reject,) if one] or list(fact)[:_MOST_MARKED]
    if not refs or (marked and marked not in get_args(Judged)):
        return RedirectResponse(after(local(back), UNMARKED, ()), 303)
    try:
        decisions = deciding(request).judge(kind, map(read_ref, refs))
    except (DecisionError, UnknownClusterError):
        raise Problem(409, "fact_gone") from None
    return RedirectResponse(after(local(back), kind, decisions), 303)


@router.post("/decisions/undo")
def undone(
    request: Request,
    decisions: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "/staff/facts",
) -> Response:
    """Let decisions count no longer. Raises: Problem 404 for one that there is not."""
    numbers = [whole(one) or 0 for one in decisions.split(".")[:_MOST_MARKED]]
    try:
        deciding(request).undo(numbers)
    except UnknownDecisionError:
        raise Problem(404, "decision") from None
    return RedirectResponse(after(local(back), "undone", ()), 303)


def deciding(request: Request) -> Deciding:
    """Decisions in the name of whoever asks."""
    backend = desk_of(request).backend
    return Deciding(backend.office.review, backend.registers(), by=visitor_of(request).by)


def after(address: str, kind: str, decisions: Sequence[int]) -> str:
    """An address that tells what was decided."""
    told = {"done": kind, "decisions": ".".join(map(str, decisions))}
    path, _, anchor = address.partition("#")
    kept, _, query = path.partition("?")
    rest = [one for one in query.split("&") if one and not one.startswith(("done=", "decisions="))]
    return f"{kept}?{'&'.join([*rest, urlencode(told)])}" + (f"#{anchor}" if anchor else "")


def done_of(request: Request) -> Done | None:
    """What an address tells was decided."""
    kind = request.query_params.get("done", "")
    if kind not in DONE:
        return None
    listed = [one for one in request.query_params.get("decisions", "").split(".") if whole(one)]
    return Done(kind, len(listed), ".".join(listed[:_MOST_MARKED]))


# Nothing was marked, and so nothing decided.
UNMARKED = "unmarked"
DONE = (
    UNMARKED,
    *("confirmed", "rejected", "corrected", "added", "joined"),
    *("parted", "moved", "called", "dismissed", "undone"),
)


def _wanted(request: Request) -> Wanted:
    given = {name: one.strip()[:_LONGEST] for name, one in request.query_params.items()}
    state: State = next((one for one in STATES if one == given.get("state")), "open")
    attribute = given.get("attribute", "")
    return Wanted(
        state,
        cluster=given.get("cluster", ""),
        document=given.get("document", ""),
        attribute=attribute if attribute in ATTRIBUTES else "",
        words=given.get("q", ""),
    )


def _attributes(queue: Queue, wanted: Wanted, t: Texts) -> tuple[Choice, ...]:
    held = {one.fact.attribute for one in queue.entries}
    return tuple(
        Choice(one, t(f"detail.{one}"), one == wanted.attribute) for one in ATTRIBUTES if one in held
    )


def _address(wanted: Wanted, page: int) -> str:
    given = {
        "state": wanted.state if wanted.state != "open" else "",
        "q": wanted.words,
        "cluster": wanted.cluster,
        "document": wanted.document,
        "attribute": wanted.attribute,
        "page": str(page) if page > 1 else "",
    }
    query = urlencode({name: one for name, one in given.items() if one})
    return f"/staff/facts?{query}" if query else "/staff/facts"
