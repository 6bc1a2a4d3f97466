"""The register: its table, its pictures, and both as files."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from fastapi import APIRouter, Request
from starlette.responses import Response

from index.extraction.labels import label_name
from index.register.model import WITHDRAWN, Fact
from index.register.register import Register
from index.taxonomy import REGIONS, sector_keys, sector_name
from web.access import ReaderRoute
from web.api.cluster_filter import ANY, TEXT_CHARS, Fault, Filter, read_filter, status_keys
from web.api.cluster_row import Row, row_of
from web.api.standing import standing
from web.desk import Desk, desk_of
from web.i18n import Texts
from web.pages.cluster_table import (
    Line,
    cluster_address,
    columns,
    in_order,
    line,
    read_sort,
    sheet,
    short_region,
)
from web.pages.items import Column, collation
from web.pages.sheet import FORMS, exported, form_of
from web.picture.region_map import Placed, RegionMap, region_map
from web.picture.timeline import Lasting, Timeline, timeline
from web.problem import Problem, message
from web.rendering import Page

router = APIRouter(include_in_schema=False, route_class=ReaderRoute)

# A page of more is slow to open on a telephone; the files have them all.
_LISTED = 300


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a field."""

    value: str
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Fields:
    """The filter's form: what is chosen or was typed, and by field what is wrong there."""

    statuses: tuple[Option, ...]
    valid_on: str
    sectors: tuple[Option, ...]
    regions: tuple[Option, ...]
    q: str
    text_chars: int
    wrong: Mapping[str, str]
    filtered: bool


@dataclass(frozen=True, slots=True)
class ClustersPage(Page):
    """The clusters that meet the filter, `found` of `total`; of many only the first are in the table."""

    template: ClassVar[str] = "clusters.html"
    fields: Fields
    sort: str
    day: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    found: int
    total: int
    files: tuple[tuple[str, str], ...]
    map: RegionMap
    timeline: Timeline | None


@dataclass(frozen=True, slots=True)
class _Asked:
    """What an address asks of the register, read."""

    register: Register
    filter: Filter
    faults: tuple[Fault, ...]
    day: date

    @staticmethod
    def of(request: Request) -> "_Asked":
        backend = desk_of(request).backend
        register = backend.registers()
        asked, faults = read_filter(request.query_params, register)
        return _Asked(register, asked, faults, asked.valid_on or backend.today())

    def rows(self, asked: Filter) -> list[Row]:
        """The clusters that meet a filter, in the order of the library."""
        found = asked.select(self.register, self.day)
        return [row_of(one, self.register, self.day, asked.label) for one in found]


@router.get("/clusters")
def clusters(request: Request, sort: str = "") -> Response:
    """The clusters that meet the filter; where part of it is wrong, the rest of it still holds."""
    desk = desk_of(request)
    asked = _Asked.of(request)
    frame = desk.renderer.frame(request, desk.warmup.warmth, "clusters")
    t, by = frame.t, read_sort(sort)
    everywhere = asked.rows(asked.filter.without_region())
    rows = asked.rows(asked.filter) if asked.filter.region else everywhere
    page = ClustersPage(
        frame,
        fields=_fields(request, asked, t),
        sort=by if by != "name" else "",
        day=t.day(asked.day),
        columns=columns(asked.filter, by, t),
        lines=tuple(line(row, t) for row in in_order(rows, by, t)[:_LISTED]),
        found=len(rows),
        total=len(asked.register.clusters),
        files=tuple((form, f"/clusters.{form}{asked.filter.query(sort=by)}") for form in FORMS),
        map=_map(everywhere, asked.filter, sort, t),
        timeline=_timeline(rows, asked, t),
    )
    return desk.renderer.page(page, 422 if asked.faults else 200)


@router.get("/clusters.{ending}")
def file(request: Request, ending: str, sort: str = "") -> Response:
    """The same table as a file. Raises: Problem 404 for another form, 422 where the filter is wrong."""
    form = form_of(ending)
    asked = _Asked.of(request)
    t = _texts(desk_of(request), request)
    if asked.faults:
        fault = asked.faults[0]
        told = {"field": fault["loc"][-1], "message": message(fault, t)}
        raise Problem(422, "filter", field=fault["loc"][-1], values=told)
    rows = in_order(asked.rows(asked.filter), read_sort(sort), t)
    return exported(sheet(rows, len(asked.register.clusters), t), form)


def _texts(desk: Desk, request: Request) -> Texts:
    return desk.renderer.frame(request, desk.warmup.warmth).t


def _fields(request: Request, asked: _Asked, t: Texts) -> Fields:
    typed, chosen = request.query_params, asked.filter
    statuses = [(ANY, t("clusters.any_status"))]
    statuses += [(key, label_name(key, t.language)) for key in status_keys(asked.register)]
    sectors = [(key, sector_name(key, t.language)) for key in sector_keys()]
    regions = [(key, short_region(key, t)) for key in REGIONS]
    return Fields(
        statuses=_options(statuses, chosen.status),
        valid_on=typed.get("valid_on", "").strip()[:TEXT_CHARS],
        sectors=_options(sorted(sectors, key=lambda one: collation(one[1])), chosen.sector),
        regions=_options(sorted(regions, key=lambda one: collation(one[1])), chosen.region),
        q=chosen.q,
        text_chars=TEXT_CHARS,
        wrong={fault["loc"][-1]: _sentence(fault, typed, t) for fault in asked.faults},
        filtered=bool(chosen.query()) or bool(asked.faults),
    )


def _options(choices: Sequence[tuple[str, str]], chosen: str) -> tuple[Option, ...]:
    return tuple(Option(value, words, value == chosen) for value, words in choices)


def _sentence(fault: Fault, typed: Mapping[str, str], t: Texts) -> str:
    """What is wrong in a field; what may be chosen is in it to be seen."""
    if fault["type"] == "literal_error":
        return t("clusters.unknown_choice", value=typed.get(fault["loc"][-1], "")[:TEXT_CHARS])
    return message(fault, t)


def _map(rows: Sequence[Row], asked: Filter, sort: str, t: Texts) -> RegionMap:
    counts = Counter(key for row in rows for key in row.regions)
    abroad = sum(row.is_abroad for row in rows)
    unknown = sum(not row.regions and not row.is_abroad for row in rows)

    kept = sort if sort == read_sort(sort) else ""

    def address(key: str) -> str:
        # The chosen one leads back to all of them.
        return f"/clusters{asked.query(region='' if key == asked.region else key, sort=kept)}"

    return region_map(Placed(counts, abroad, unknown), {asked.region}, address, t)


def _timeline(rows: Sequence[Row], asked: _Asked, t: Texts) -> Timeline | None:
    lasting = [one for row in rows for one in _lasting(row, asked, t)]
    words = t("clusters.on", day=t.day(asked.day)) if asked.filter.valid_on else t("clusters.today")
    return timeline(lasting, asked.day, words, t)


def _lasting(row: Row, asked: _Asked, t: Texts) -> list[Lasting]:
    """A bar for each status that a cluster has or had: of one round, what the newest source says."""
    newest: dict[Any, Fact] = {}
    for fact in asked.register.statuses(row.cluster.id, asked.filter.label):
        newest.setdefault((fact.value, fact.qualifier or (fact.until and fact.until.last)), fact)
    taken = [fact for fact in newest.values() if fact.qualifier == WITHDRAWN]
    lasting = []
    for fact in newest.values():
        # A status that was taken away ended then, whatever end it had been given.
        ended = fact.qualifier != WITHDRAWN and any(_ended(fact, one) for one in taken)
        if not ended and not any(_told_better(fact, other) for other in newest.values()):
            words, stands = label_name(fact.value, t.language), standing(fact, asked.day)
            address = cluster_address(row.cluster.id)
            lasting.append(Lasting(row.cluster.name, words, address, fact.since, fact.until, stands))
    return lasting


def _ended(fact: Fact, withdrawal: Fact) -> bool:
    """Whether a withdrawal ended a status."""
    if fact.value != withdrawal.value or withdrawal.until is None:
        return False
    begun = fact.since is None or fact.since.first <= withdrawal.until.last
    return begun and (fact.until is None or fact.until.last > withdrawal.until.first)


def _told_better(fact: Fact, other: Fact) -> bool:
    """Whether another fact tells the same status with its round, or with the end that this one lacks."""
    if fact is other or fact.value != other.value or fact.qualifier or other.until is None:
        return False
    if fact.until is None:
        return True
    same_end = fact.until.first <= other.until.last and other.until.first <= fact.until.last
    less_exact = fact.until.last - fact.until.first > other.until.last - other.until.first
    return same_end and (bool(other.qualifier) or less_exact)
