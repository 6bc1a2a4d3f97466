"""The library as those see it who keep it: all documents, or those that want a look."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.responses import Response

from index.model import StoredDocument
from web.access import StaffRoute
from web.desk import desk_of
from web.history import History
from web.i18n import Texts
from web.pages.documents import folded
from web.pages.staff.staff_page import StaffPage, rooms_of, staff_frame

router = APIRouter(prefix="/staff/documents", include_in_schema=False, route_class=StaffRoute)

# A page of more is slow to open; whoever holds more looks for a name.
_LISTED = 200


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in the list; what does not apply is empty."""

    id: str
    title: str
    name: str
    language: str
    format: str
    added: str
    iso_added: str
    added_by: str
    version: int
    unclear: str
    alike: str
    outdated: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the ways to narrow the list."""

    key: str
    label: str
    count: int | None


@dataclass(frozen=True, slots=True)
class LibraryPage(StaffPage):
    """The documents that are asked for, the latest first; of many only the first."""

    template: ClassVar[str] = "staff/library.html"
    rows: tuple[DocumentRow, ...]
    matching: int
    total: int
    filter: str
    show: str
    sort: str
    choices: tuple[Choice, ...]
    removed: int
    said: str


@router.get("")
def library(
    request: Request, q: str = "", show: str = "all", sort: str = "added", said: str = ""
) -> Response:
    """Every document, or those that have all the words asked for and are of the kind asked for."""
    desk = desk_of(request)
    history, held = desk.backend.office.history, desk.backend.library.documents()
    frame, alike = staff_frame(request), history.alike.all()
    kinds = _kinds(held, alike, history)
    show, sort = (show if show in kinds else "all"), ("title" if sort == "title" else "added")
    words = folded(q[:200]).split()
    matching = [one for one in held if kinds[show](one) and all(word in _searched(one) for word in words)]
    matching.sort(key=lambda one: folded(one.title))
    if sort == "added":
        matching.sort(key=lambda one: one.added_at, reverse=True)
    page = LibraryPage(
        frame,
        rooms_of(request),
        "documents",
        rows=tuple(_row(one, alike, frame.t) for one in matching[:_LISTED]),
        matching=len(matching),
        total=len(held),
        filter=q[:200],
        show=show,
        sort=sort,
        choices=_choices(held, kinds, frame.t),
        removed=len(history.removed.all()),
        said=frame.t("history.said.removed") if said == "removed" else "",
    )
    return desk.renderer.page(page)


def _kinds(
    held: tuple[StoredDocument, ...], alike: dict[str, float], history: History
) -> dict[str, Callable[[StoredDocument], bool]]:
    cited: list[frozenset[str]] = []

    def uncited(one: StoredDocument) -> bool:
        # Reads every answer that is kept: only where it is asked for.
        if not cited:
            cited.append(history.cited())
        return one.id not in cited[0]

    return {
        "all": lambda one: True,
        "doubtful": lambda one: one.unclear > 0,
        "alike": lambda one: one.id in alike,
        "outdated": lambda one: one.outdated is not None,
        "uncited": uncited,
    }


def _choices(
    held: tuple[StoredDocument, ...], kinds: dict[str, Callable[[StoredDocument], bool]], t: Texts
) -> tuple[Choice, ...]:
    labels = {
        "all": t("history.show.all"),
        "doubtful": t("history.show.doubtful"),
        "alike": t("history.show.alike"),
        "outdated": t("history.show.outdated"),
        "uncited": t("history.show.uncited"),
    }
    return tuple(
        Choice(key, labels[key], None if key == "uncited" else sum(map(kind, held)))
        for key, kind in kinds.items()
    )


def _row(one: StoredDocument, alike: dict[str, float], t: Texts) -> DocumentRow:
    return DocumentRow(
        id=one.id,
        title=one.title,
        name=one.name,
        language=one.language,
        format=one.format,
        added=t.day(one.added_at.date()),
        iso_added=one.added_at.date().isoformat(),
        added_by=one.added_by,
        version=one.version,
        unclear=t("history.unclear", n=one.unclear) if one.unclear else "",
        alike=t("history.near", share=percent(alike[one.id])) if one.id in alike else "",
        outdated=t("documents.outdated", day=t.day(one.outdated.since)) if one.outdated else "",
    )


def percent(share: float) -> str:
    """A share as a whole number of hundredths, 100 for all alone."""
    return str(round(share * 100) if share == 1 else min(99, round(share * 100)))


def _searched(one: StoredDocument) -> str:
    return folded(" ".join((one.title, one.name, one.address or "", one.format, one.added_by)))
