"""Putting a fact right, and adding one by hand with the words that state it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from documents.model import Span
from index.errors import DecisionError, UnknownDocumentError
from index.extraction.labels import label_name
from index.register.model import WITHDRAWN, Attribute, Cluster, Fact
from index.register.overruling import disagree
from index.review.deciding import LONGEST_QUOTE
from index.review.keys import facts_called
from index.review.queue import Entry
from index.review.values import ATTRIBUTES, LONGEST_MISSION, keys_of, labels, told
from index.words import fold
from web.access import StaffRoute
from web.api.clusters import held_cluster
from web.api.fact_json import NAMES, key_name
from web.cited import cited_span
from web.desk import desk_of
from web.i18n import Texts
from web.pages.staff.fact_rows import FactRow, cluster_address, fact_row
from web.pages.staff.facts import Choice, after, deciding
from web.pages.staff.staff_page import StaffPage, rooms_of, staff_frame
from web.problem import Problem

router = APIRouter(prefix="/staff/clusters", include_in_schema=False, route_class=StaffRoute)

# So much of the document is shown before and after the words that state a fact.
_AROUND = 400
FIELDS = ("value", "qualifier", "since", "until", "to", "document", "quote", "start", "end")


@dataclass(frozen=True, slots=True)
class Around:
    """The words that state a fact, marked in what stands around them."""

    before: str
    quote: str
    after: str
    language: str


@dataclass(frozen=True, slots=True)
class FactForm:
    """What is typed, by field, and what is wrong with it. `options` are the values there are, where only some
    may be; `suggested` such as are known."""

    attribute: Attribute
    label: str
    typed: Mapping[str, str]
    wrong: Mapping[str, str]
    options: tuple[Choice, ...]
    suggested: tuple[Choice, ...]
    withdrawn: str = WITHDRAWN
    value_chars: int = LONGEST_MISSION
    quote_chars: int = LONGEST_QUOTE


@dataclass(frozen=True, slots=True)
class CorrectPage(StaffPage):
    """A fact beside its source, and the form that puts it right."""

    template: ClassVar[str] = "staff/correct.html"
    name: str
    address: str
    row: FactRow
    around: Around
    form: FactForm
    clusters: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class AddPage(StaffPage):
    """The form for a fact that no program found; first what it is about is chosen. `given` is the place that
    was marked, by field, and `again` the address to choose anew with it."""

    template: ClassVar[str] = "staff/add_fact.html"
    name: str
    address: str
    attributes: tuple[Choice, ...]
    form: FactForm | None
    documents: tuple[Choice, ...]
    given: Mapping[str, str]
    again: str


@router.get("/{cluster}/facts/{key}")
def correcting(request: Request, cluster: str, key: str) -> Response:
    """The form with the fact as it is. Raises: Problem 404."""
    held, fact = _held(request, cluster, key)
    typed = {
        "value": fact.value,
        "qualifier": fact.qualifier,
        "since": fact.since.iso if fact.since else "",
        "until": fact.until.iso if fact.until else "",
    }
    return _correct_page(request, held, fact, typed)


@router.post("/{cluster}/facts/{key}")
def corrected(
    request: Request,
    cluster: str,
    key: str,
    value: Annotated[str, Form()] = "",
    qualifier: Annotated[str, Form()] = "",
    since: Annotated[str, Form()] = "",
    until: Annotated[str, Form()] = "",
    to: Annotated[str, Form()] = "",
) -> Response:
    """Decide that the fact says this. Raises: Problem 404, 409 where its document was read anew."""
    held, fact = _held(request, cluster, key)
    typed = {"value": value, "qualifier": qualifier, "since": since, "until": until, "to": to}
    try:
        made = told(
            fact.attribute, value, qualifier=qualifier, since=since, until=until, said_on=fact.said_on
        )
        decisions = deciding(request).correct(cluster, key, made, to=cluster_id_of(request, to))
    except DecisionError as error:
        if error.field == "fact":
            raise Problem(409, "fact_gone") from None
        return _correct_page(request, held, fact, typed, error)
    return RedirectResponse(after(cluster_address(held), "corrected", decisions), 303)


@router.get("/{cluster}/add")
def adding(request: Request, cluster: str, attribute: str = "") -> Response:
    """The form, for the attribute that is chosen. Raises: Problem 404."""
    held = held_cluster(desk_of(request).backend.registers(), cluster)
    typed = {one: request.query_params.get(one, "") for one in FIELDS}
    return _add_page(request, held, attribute, _with_quote(request, typed))


@router.post("/{cluster}/add")
def added(
    request: Request,
    cluster: str,
    attribute: Annotated[str, Form()] = "",
    value: Annotated[str, Form()] = "",
    qualifier: Annotated[str, Form()] = "",
    since: Annotated[str, Form()] = "",
    until: Annotated[str, Form()] = "",
    document: Annotated[str, Form()] = "",
    quote: Annotated[str, Form()] = "",
    start: Annotated[str, Form()] = "",
    end: Annotated[str, Form()] = "",
) -> Response:
    """Decide that a document states the fact. Raises: Problem 404."""
    held = held_cluster(desk_of(request).backend.registers(), cluster)
    typed = {
        "value": value,
        "qualifier": qualifier,
        "since": since,
        "until": until,
        "document": document,
        "quote": quote,
        "start": start,
        "end": end,
    }
    try:
        made = told(attribute, value, qualifier=qualifier, since=since, until=until)
        # The words count: a span from before they were changed in the form is none of theirs.
        span = _span(request, typed)
        decision = deciding(request).add(cluster, made, document=document, quote=quote, span=span)
    except DecisionError as error:
        return _add_page(request, held, attribute, typed, error)
    except UnknownDocumentError:
        missing = DecisionError("document", "unknown")
        return _add_page(request, held, attribute, typed, missing)
    return RedirectResponse(after(cluster_address(held), "added", (decision,)), 303)


def _held(request: Request, cluster: str, key: str) -> tuple[Cluster, Fact]:
    held = held_cluster(desk_of(request).backend.registers(), cluster)
    found = facts_called(held, key)
    if not found:
        raise Problem(404, "fact_gone")
    return held, found[0]


def _correct_page(
    request: Request, held: Cluster, fact: Fact, typed: Mapping[str, str], error: DecisionError | None = None
) -> Response:
    desk, frame = desk_of(request), staff_frame(request)
    against = tuple(other for other in held.facts if other is not fact and disagree(fact, other))
    entry = Entry(held, fact, against, fact.source.document.id in held.unsure)
    page = CorrectPage(
        frame,
        rooms_of(request),
        "facts",
        name=held.name,
        address=cluster_address(held),
        row=fact_row(entry, frame.t),
        around=_around(request, fact),
        form=_form(fact.attribute, typed, error, frame.t),
        clusters=clusters_to_choose(request, held),
    )
    return desk.renderer.page(page, 422 if error else 200)


def _add_page(
    request: Request,
    held: Cluster,
    attribute: str,
    typed: Mapping[str, str],
    error: DecisionError | None = None,
) -> Response:
    desk, frame = desk_of(request), staff_frame(request)
    known: Attribute | None = next((one for one in ATTRIBUTES if one == attribute), None)
    named = [one.document.id for one in held.mentions]
    given = {one: typed[one] for one in ("document", "start", "end") if typed.get(one)}
    documents = sorted(desk.backend.library.documents(), key=lambda one: (one.id not in named, one.name))
    page = AddPage(
        frame,
        rooms_of(request),
        "facts",
        name=held.name,
        address=cluster_address(held),
        attributes=tuple(Choice(one, frame.t(f"detail.{one}"), one == attribute) for one in ATTRIBUTES),
        form=_form(known, typed, error, frame.t) if known else None,
        documents=tuple(
            Choice(one.id, f"{one.title} · {one.file}", one.id == typed.get("document")) for one in documents
        ),
        given=given,
        again=f"?{urlencode(given)}",
    )
    return desk.renderer.page(page, 422 if error else 200)


def _form(attribute: Attribute, typed: Mapping[str, str], error: DecisionError | None, t: Texts) -> FactForm:
    named = [(key, key_name(NAMES[attribute], key, t.language)) for key in keys_of(attribute)]
    listed = [(key, label_name(key, t.language)) for key in labels()] if attribute == "status" else []
    chosen = typed.get("value", "")
    return FactForm(
        attribute,
        t(f"detail.{attribute}"),
        typed={one: typed.get(one, "") for one in FIELDS},
        wrong={error.field: fault_words(error, t)} if error else {},
        options=_choices(named, chosen),
        suggested=_choices(listed, chosen),
    )


def fault_words(error: DecisionError, t: Texts) -> str:
    """What is wrong in a form for a decision."""
    return t(f"review.fault.{error.field}_{error.fault}")


def clusters_to_choose(request: Request, but: Cluster | None = None) -> tuple[Choice, ...]:
    """The clusters, `but` that one, by name."""
    clusters = sorted(desk_of(request).backend.registers().clusters, key=lambda one: fold(one.name))
    others = [one for one in clusters if but is None or one.id != but.id]
    return tuple(Choice(one.id, one.name, chosen=False) for one in others)


def cluster_id_of(request: Request, typed: str) -> str:
    """The id of the cluster that is typed by its name or its id; what was typed where there is none."""
    folded = fold(" ".join(typed.split()))
    clusters = desk_of(request).backend.registers().clusters
    named = [one.id for one in clusters if folded and folded in map(fold, one.names)]
    return named[0] if len(named) == 1 else typed.strip()


def _choices(named: list[tuple[str, str]], chosen: str) -> tuple[Choice, ...]:
    ordered = sorted(named, key=lambda pair: fold(pair[1]))
    return tuple(Choice(key, words, key == chosen) for key, words in ordered)


def _around(request: Request, fact: Fact) -> Around:
    document, span = fact.source.document, fact.source.span
    text = desk_of(request).backend.library.text(document.id)
    return Around(
        text[max(0, span.start - _AROUND) : span.start],
        text[slice(*span)],
        text[span.end : span.end + _AROUND],
        document.language,
    )


def _with_quote(request: Request, typed: Mapping[str, str]) -> dict[str, str]:
    """What is typed, with the words at the span that an address names."""
    span = marked_span(typed["start"], typed["end"])
    if span is None or typed["quote"]:
        return dict(typed)
    try:
        text = desk_of(request).backend.library.text(typed["document"])
    except UnknownDocumentError:
        return dict(typed)
    return {**typed, "quote": text[slice(*span)]}


def _span(request: Request, typed: Mapping[str, str]) -> Span | None:
    """The span that was marked, where the words in the form still are those that stand there."""
    span = marked_span(typed["start"], typed["end"])
    if span is None:
        return None
    marked = desk_of(request).backend.library.text(typed["document"])[slice(*span)]
    return span if marked.split() == typed["quote"].split() and marked.strip() else None


def marked_span(start: str, end: str) -> Span | None:
    """The span that an address names; None where that is none, or longer than what can be cited."""
    span = cited_span(start, end)
    return span if span and span.end <= span.start + LONGEST_QUOTE else None
