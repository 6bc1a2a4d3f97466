"""The register's table: its columns, their order, its rows on the page and in a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from index.extraction.labels import label_name
from index.register.model import Fact
from index.taxonomy import region_name, sector_name
from web.api.cluster_filter import Filter
from web.api.cluster_row import Row
from web.api.fact_json import key_name
from web.api.standing import Standing, round_of
from web.i18n import Texts
from web.pages.items import Column, collation
from web.pages.sheet import Sheet
from web.picture.timeline import period

COLUMNS = ("name", "status", "coordinator", "place", "region", "sector", "members", "documents")
_NUMBERS = ("members", "documents")
_IN_A_FILE = (
    *("name", "aliases", "status", "round", "valid_from", "valid_until", "standing", "coordinator"),
    *("place", "region", "sector", "members", "documents", "id"),
)


@dataclass(frozen=True, slots=True)
class StatusView:
    """A status in words, with how it stands; `short` is its label abbreviated, `until` its end."""

    label: str
    short: str
    round: str
    period: str
    until: str
    standing: Standing
    standing_words: str


@dataclass(frozen=True, slots=True)
class Line:
    """A cluster in the table, in words."""

    address: str
    name: str
    status: StatusView | None
    coordinator: str
    place: str
    regions: tuple[str, ...]
    sectors: tuple[str, ...]
    members: str
    documents: str


def columns(asked: Filter, sort: str, t: Texts) -> tuple[Column, ...]:
    """The heads, each with the address that sorts by it."""
    return tuple(_column(key, asked, sort, t) for key in COLUMNS)


def read_sort(wording: str) -> str:
    """A column's key, "-" before it for downwards; the name where none is asked for."""
    return wording if wording.removeprefix("-") in COLUMNS else "name"


def in_order(rows: Sequence[Row], sort: str, t: Texts) -> list[Row]:
    """The rows by a column; what is not known stays below, whichever way."""
    key = sort.removeprefix("-")
    by_name = sorted(rows, key=lambda row: collation(row.cluster.name))
    there = [row for row in by_name if _value(row, key, t) not in ("", None)]
    missing = [row for row in by_name if _value(row, key, t) in ("", None)]
    return [*sorted(there, key=lambda row: _weight(row, key, t), reverse=sort.startswith("-")), *missing]


def line(row: Row, t: Texts) -> Line:
    """The row in words."""
    return Line(
        address=cluster_address(row.cluster.id),
        name=row.cluster.name,
        status=status_view(row.status, row.standing, t) if row.status and row.standing else None,
        coordinator=_said(row.coordinator),
        place=_said(row.place),
        regions=tuple(short_region(key, t) for key in row.regions),
        sectors=tuple(key_name(sector_name, key, t.language) for key in row.sectors),
        members=_count(_said(row.members), t),
        documents=t.number(row.documents),
    )


def status_view(fact: Fact, stands: Standing, t: Texts) -> StatusView:
    """A status in words."""
    return StatusView(
        label_name(fact.value, t.language),
        fact.value,
        t("clusters.round", round=round_of(fact)) if round_of(fact) else "",
        period(fact.since, fact.until, t),
        period(None if fact.until else fact.since, fact.until, t),
        stands,
        standing_words(stands, t),
    )


def standing_words(stands: Standing, t: Texts) -> str:
    """How a status stands, in words."""
    return t(f"standing.{stands}")


def short_region(key: str, t: Texts) -> str:
    """A voivodeship's name where it is plain that it is one."""
    return region_name(key, t.language).removeprefix("województwo ")


def cluster_address(cluster: str) -> str:
    """The address of a cluster's page."""
    return f"/clusters/{quote(cluster, safe='')}"


def sheet(rows: Sequence[Row], of: int, t: Texts) -> Sheet:
    """The rows as a file has them."""
    return Sheet(
        "clusters",
        {key: t(f"detail.{key}") for key in _IN_A_FILE},
        tuple(tuple(_in_a_file(row, t)[key] for key in _IN_A_FILE) for row in rows),
        {"found": len(rows), "of": of},
    )


def _in_a_file(row: Row, t: Texts) -> Mapping[str, str | int]:
    shown, status, members = line(row, t), row.status, _said(row.members)
    return {
        "id": row.cluster.id,
        "name": row.cluster.name,
        "aliases": "; ".join(row.cluster.aliases),
        "status": label_name(status.value, t.language) if status else "",
        "round": round_of(status) if status else "",
        "valid_from": status.since.iso if status and status.since else "",
        "valid_until": status.until.iso if status and status.until else "",
        "standing": standing_words(row.standing, t) if row.standing else "",
        "coordinator": shown.coordinator,
        "place": shown.place,
        "region": "; ".join(shown.regions),
        "sector": "; ".join(shown.sectors),
        "members": int(members) if members.isdecimal() else members,
        "documents": row.documents,
    }


def _column(key: str, asked: Filter, sort: str, t: Texts) -> Column:
    present = sort.removeprefix("-") == key
    # Of numbers and ends, most want the largest and the last first.
    first = f"-{key}" if key in (*_NUMBERS, "status") else key
    other = sort.removeprefix("-") if sort.startswith("-") else f"-{sort}"
    order = ("descending" if sort.startswith("-") else "ascending") if present else ""
    address = f"/clusters{asked.query(sort=other if present else first)}#list"
    return Column(t(f"detail.{key}"), address, order)


def _value(row: Row, key: str, t: Texts) -> object:
    if key == "status":
        return row.status and row.status.until
    if key in _NUMBERS:
        return row.documents if key == "documents" else _said(row.members)
    shown = line(row, t)
    texts = {
        "name": shown.name,
        "coordinator": shown.coordinator,
        "place": shown.place,
        "region": ", ".join(shown.regions),
        "sector": ", ".join(shown.sectors),
    }
    return texts[key]


def _weight(row: Row, key: str, t: Texts) -> tuple[int, str]:
    if key == "status":
        return (row.status.until.last.toordinal() if row.status and row.status.until else 0, "")
    value = str(_value(row, key, t))
    if key in _NUMBERS:
        return (int(value) if value.isdecimal() else 0, "")
    return (0, collation(value))


def _count(members: str, t: Texts) -> str:
    return t.number(int(members)) if members.isdecimal() else members


def _said(fact: Fact | None) -> str:
    return fact.value if fact else ""
