"""A fact to be added from words that are marked in a document: of which cluster, and of what they tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from documents.model import Span
from index.errors import DecisionError
from index.register.model import Cluster
from index.review.values import ATTRIBUTES
from web.access import StaffRoute
from web.api.documents import held_document
from web.desk import desk_of
from web.pages.staff.fact_form import cluster_id_of, clusters_to_choose, fault_words, marked_span
from web.pages.staff.fact_rows import cluster_address
from web.pages.staff.facts import Choice
from web.pages.staff.staff_page import StaffPage, rooms_of, staff_frame

router = APIRouter(prefix="/staff/documents", include_in_schema=False, route_class=StaffRoute)


@dataclass(frozen=True, slots=True)
class FromWordsPage(StaffPage):
    """The words, and the form that asks of which cluster they tell what; `wrong` has the faults by field."""

    template: ClassVar[str] = "staff/from_words.html"
    document: str
    title: str
    language: str
    quote: str
    start: int
    end: int
    cluster: str
    named: tuple[Choice, ...]
    clusters: tuple[Choice, ...]
    attributes: tuple[Choice, ...]
    wrong: dict[str, str]


@router.get("/{document}/fact")
def from_words(
    request: Request,
    document: str,
    start: str = "",
    end: str = "",
    cluster: str = "",
    other: str = "",
    attribute: str = "",
) -> Response:
    """The form for words that are marked; with all that it asks for, on to the form of the fact. A place in
    which no words stand is said so. Raises: Problem 404."""
    held = held_document(request, document)
    desk, frame = desk_of(request), staff_frame(request)
    span = marked_span(start, end) or Span(0, 0)
    words = desk.backend.library.text(held.id)[slice(*span)]
    register = desk.backend.registers()
    chosen = cluster_id_of(request, other) if other.strip() else cluster
    known = next((one for one in register.clusters if one.id == chosen), None)
    if known is not None and attribute in ATTRIBUTES and words.strip():
        given = {"attribute": attribute, "document": held.id, "start": span.start, "end": span.end}
        return RedirectResponse(f"{cluster_address(known)}/add?{urlencode(given)}", 303)
    near = _named(register.clusters, held.id, span)
    faults = _faults(words, known, attribute, asked=bool(attribute or chosen))
    wrong = {field: fault_words(error, frame.t) for field, error in faults.items()}
    page = FromWordsPage(
        frame,
        rooms_of(request),
        "documents",
        document=held.id,
        title=held.title,
        language=held.language,
        quote=words,
        start=span.start,
        end=span.end,
        cluster=other[:200],
        named=tuple(Choice(one.id, one.name, one.id == (chosen or near[0].id)) for one in near),
        clusters=clusters_to_choose(request),
        attributes=tuple(Choice(one, frame.t(f"detail.{one}"), one == attribute) for one in ATTRIBUTES),
        wrong=wrong,
    )
    return desk.renderer.page(page, 422 if wrong else 200)


def _faults(
    words: str, cluster: Cluster | None, attribute: str, *, asked: bool
) -> Mapping[str, DecisionError]:
    """What is wrong, by field; a cluster and an attribute are not missed before the form was sent."""
    found: dict[str, DecisionError] = {}
    if not words.strip():
        found["quote"] = DecisionError("quote", "nowhere")
    if asked and cluster is None:
        found["cluster"] = DecisionError("to", "unknown")
    if asked and attribute not in ATTRIBUTES:
        found["attribute"] = DecisionError("attribute", "unknown")
    return found


def _named(clusters: Sequence[Cluster], document: str, span: Span) -> list[Cluster]:
    """The clusters that the document names, that which is told of nearest to the words first."""
    found: list[tuple[int, Cluster]] = []
    for one in clusters:
        sources = (*one.mentions, *(fact.source for fact in one.facts))
        # Words of an earlier version stand nowhere in this text.
        present = (at for at in sources if at.document.id == document and not at.version)
        here = [abs(at.span.start - span.start) for at in present]
        if here:
            found.append((min(here), one))
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]
