"""What staff decided: what holds, what has no words in the documents any more, what was undone."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.responses import Response

from index.errors import UnknownClusterError
from index.register.clusters import id_of
from index.register.register import Register
from index.review.model import Decision, OnFact
from web.access import StaffRoute
from web.cited import cited_address
from web.decision_words import STANDS, Stands, decision_words, standing, told_by
from web.desk import desk_of
from web.i18n import Texts
from web.pages.staff.fact_rows import cluster_address, fact_ref
from web.pages.staff.facts import Choice, Done, done_of
from web.pages.staff.staff_page import StaffPage, rooms_of, staff_frame
from web.whole import whole

router = APIRouter(prefix="/staff", include_in_schema=False, route_class=StaffRoute)

_SHOWN = 50


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision in words; `address` is the page of its cluster, where there is one, `source` where its words
    open, `ref` names the fact that is told by it in forms."""

    id: int
    kind: str
    what: str
    instead: str
    cluster: str
    address: str
    quote: str
    file: str
    by: str
    day: str
    iso_day: str
    stands: Stands
    undone_by: str
    source: str
    ref: str


@dataclass(frozen=True, slots=True)
class DecisionsPage(StaffPage):
    """The decisions asked for, the newest first."""

    template: ClassVar[str] = "staff/decisions.html"
    decisions: tuple[DecisionView, ...]
    stands: tuple[Choice, ...]
    found: int
    back: str
    earlier: str
    later: str
    done: Done | None


@router.get("/decisions")
def decisions(request: Request, stands: str = "", page: str = "") -> Response:
    """The decisions that stand as asked for, a page of them."""
    desk, frame = desk_of(request), staff_frame(request)
    review = desk.backend.office.review
    register = desk.backend.registers()
    known = standing(review, review.decisions(), register)
    found = [pair for pair in reversed(known) if stands not in STANDS or pair[1] == stands]
    pages = max(1, -(-len(found) // _SHOWN))
    at = min(whole(page) or 1, pages)
    shown = found[(at - 1) * _SHOWN : at * _SHOWN]
    chosen = stands if stands in STANDS else ""
    return desk.renderer.page(
        DecisionsPage(
            frame,
            rooms_of(request),
            "facts",
            decisions=tuple(decision_view(one, how, register, frame.t) for one, how in shown),
            stands=tuple(Choice(one, frame.t(f"review.stands.{one}"), one == chosen) for one in STANDS),
            found=len(found),
            back=_address(chosen, at),
            earlier=_address(chosen, at - 1) if at > 1 else "",
            later=_address(chosen, at + 1) if at < pages else "",
            done=done_of(request),
        )
    )


def decision_view(decision: Decision, stands: Stands, register: Register, t: Texts) -> DecisionView:
    """A decision in words."""
    matter = decision.matter
    cluster, fact = told_by(register).get(decision.id, (None, None))
    what, instead = decision_words(decision, t)
    return DecisionView(
        id=decision.id,
        kind=t(f"review.kind.{decision.kind}"),
        what=what,
        instead=instead,
        cluster=decision.name,
        address=_address_of(decision, register),
        quote=matter.words.text if isinstance(matter, OnFact) else "",
        file=fact.source.document.file if fact else matter.file,
        by=decision.by,
        day=t.day(decision.at.date()),
        iso_day=decision.at.date().isoformat(),
        stands=stands,
        undone_by=decision.undone_by or "",
        source=cited_address(fact.source.document.id, fact.source.span, version=fact.source.version)
        if fact
        else "",
        ref=fact_ref(cluster, fact) if cluster and fact else "",
    )


def of_cluster(decisions: Iterable[Decision], register: Register, cluster: str) -> list[Decision]:
    """The decisions at which a cluster was, by whatever name, the newest first."""
    return [one for one in decisions if cluster in _clusters_of(one, register)][::-1]


def _clusters_of(decision: Decision, register: Register) -> set[str]:
    names = () if isinstance(decision.matter, OnFact) else (*decision.matter.names, *decision.matter.others)
    ids = {decision.cluster, *map(id_of, names)}
    found = set()
    for one in ids:
        try:
            found.add(register.cluster(one).id)
        except UnknownClusterError:
            found.add(one)
    return found


def _address_of(decision: Decision, register: Register) -> str:
    try:
        return cluster_address(register.cluster(decision.cluster))
    except UnknownClusterError:
        return ""


def _address(stands: str, page: int) -> str:
    given = [f"stands={stands}" if stands else "", f"page={page}" if page > 1 else ""]
    query = "&".join(filter(None, given))
    return f"/staff/decisions?{query}" if query else "/staff/decisions"
