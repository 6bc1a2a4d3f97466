"""A cluster as staff see it: its facts beside their sources, its names, and what was decided of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from index.errors import DecisionError, UnknownClusterError
from index.register.model import Cluster
from index.review.deciding import LONGEST_NAME, Deciding
from index.review.queue import Wanted, queue_of
from web.access import StaffRoute
from web.api.clusters import held_cluster
from web.decision_words import standing
from web.desk import desk_of
from web.pages.cluster_facts import SourceView, source_view
from web.pages.staff.decisions import DecisionView, decision_view, of_cluster
from web.pages.staff.fact_form import cluster_id_of, clusters_to_choose, fault_words
from web.pages.staff.fact_rows import FactRow, cluster_address, fact_row
from web.pages.staff.facts import Choice, Done, after, deciding, done_of
from web.pages.staff.staff_page import StaffPage, rooms_of, staff_frame
from web.visitor import visitor_of

router = APIRouter(prefix="/staff/clusters", include_in_schema=False, route_class=StaffRoute)


@dataclass(frozen=True, slots=True)
class Mention:
    """A document that names the cluster."""

    document: str
    file: str
    source: SourceView


@dataclass(frozen=True, slots=True)
class ClusterPage(StaffPage):
    """A cluster with all that can be decided of it; `wrong` is what was, and `typed` what stands in a field,
    by its id. `parted` are the names that are marked."""

    template: ClassVar[str] = "staff/cluster.html"
    name: str
    names: tuple[str, ...]
    address: str
    readers: str
    rows: tuple[FactRow, ...]
    mentions: tuple[Mention, ...]
    clusters: tuple[Choice, ...]
    decisions: tuple[DecisionView, ...]
    name_chars: int
    wrong: Mapping[str, str]
    typed: Mapping[str, str]
    parted: tuple[str, ...]
    back: str
    done: Done | None


# The ids of fields in the forms, by the kind of decision and what is wrong with it.
_FIELDS = {
    "joined": {"other": "other"},
    "parted": {"names": "parted-names", "to": "parted-to"},
    "moved": {"document": "moved", "to": "moved-to"},
    "called": {"name": "called"},
}


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed into a form, by the ids of its fields, and the names that were marked."""

    fields: Mapping[str, str]
    marked: tuple[str, ...] = ()


@router.get("/{cluster}")
def cluster(request: Request, cluster: str) -> Response:
    """The cluster. Raises: Problem 404."""
    held = held_cluster(desk_of(request).backend.registers(), cluster)
    if held.id != cluster:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"{cluster_address(held)}{query}", 303)
    return _page(request, held)


@router.post("/{cluster}/joined")
def joined(request: Request, cluster: str, other: Annotated[str, Form()] = "") -> Response:
    """Decide that another cluster is this one. Raises: Problem 404."""
    other_id = cluster_id_of(request, other)
    return _decided(
        request, cluster, "joined", Typed({"other": other}), lambda by: by.join(cluster, other_id)
    )


@router.post("/{cluster}/parted")
def parted(
    request: Request,
    cluster: str,
    name: Annotated[Sequence[str], Form()] = (),
    to: Annotated[str, Form()] = "",
) -> Response:
    """Decide that names are not this cluster's. Raises: Problem 404."""
    to_id = cluster_id_of(request, to) if to.strip() else ""
    typed = Typed({"parted-to": to}, tuple(name))
    return _decided(request, cluster, "parted", typed, lambda by: by.part(cluster, list(name), to=to_id))


@router.post("/{cluster}/moved")
def moved(
    request: Request,
    cluster: str,
    document: Annotated[str, Form()] = "",
    to: Annotated[str, Form()] = "",
) -> Response:
    """Decide that a document means another cluster by this name. Raises: Problem 404."""
    name, typed = cluster_id_of(request, to), Typed({"moved": document, "moved-to": to})
    return _decided(request, cluster, "moved", typed, lambda by: by.move(cluster, document, name))


@router.post("/{cluster}/called")
def called(request: Request, cluster: str, name: Annotated[str, Form()] = "") -> Response:
    """Decide what the cluster is shown as. Raises: Problem 404."""
    return _decided(request, cluster, "called", Typed({"called": name}), lambda by: by.call(cluster, name))


@router.post("/{cluster}/dismissed")
def dismissed(request: Request, cluster: str) -> Response:
    """Decide that this is no cluster. Raises: Problem 404."""
    held = held_cluster(desk_of(request).backend.registers(), cluster)
    decision = deciding(request).dismiss(held.id)
    return RedirectResponse(after("/staff/decisions", "dismissed", (decision,)), 303)


def _decided(
    request: Request, cluster: str, kind: str, typed: Typed, decide: Callable[[Deciding], int]
) -> Response:
    backend = desk_of(request).backend
    held = held_cluster(backend.registers(), cluster)
    try:
        decision = decide(Deciding(backend.office.review, backend.registers(), by=visitor_of(request).by))
    except DecisionError as error:
        where = _FIELDS[kind].get(error.field, kind)
        return _page(request, held, {where: fault_words(error, staff_frame(request).t)}, typed)
    return RedirectResponse(after(_next(request, held), kind, (decision,)), 303)


def _next(request: Request, held: Cluster) -> str:
    """Where to go on: at the cluster, or where nothing is left of it, at what was decided."""
    try:
        desk_of(request).backend.registers().cluster(held.id)
    except UnknownClusterError:
        return "/staff/decisions"
    return f"{cluster_address(held)}#names"


def _page(
    request: Request, held: Cluster, wrong: Mapping[str, str] | None = None, typed: Typed = Typed({})
) -> Response:
    desk, frame = desk_of(request), staff_frame(request)
    register, review = desk.backend.registers(), desk.backend.office.review
    entries = queue_of(register).of(Wanted("all", cluster=held.id))
    about = of_cluster(review.decisions(), register, held.id)
    page = ClusterPage(
        frame,
        rooms_of(request),
        "facts",
        name=held.name,
        names=held.names,
        address=cluster_address(held),
        readers=cluster_address(held).removeprefix("/staff"),
        rows=tuple(fact_row(one, frame.t) for one in entries),
        mentions=tuple(
            Mention(one.document.id, one.document.file, source_view(one, frame.t)) for one in held.mentions
        ),
        clusters=clusters_to_choose(request, held),
        decisions=tuple(
            decision_view(*pair, register, frame.t) for pair in standing(review, about, register)
        ),
        name_chars=LONGEST_NAME,
        wrong=wrong or {},
        typed=typed.fields,
        parted=typed.marked,
        back=cluster_address(held),
        done=done_of(request),
    )
    return desk.renderer.page(page, 422 if wrong else 200)
