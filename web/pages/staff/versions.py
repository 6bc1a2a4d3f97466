"""The versions of a document, what changed between two of them or two documents, and the way back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from index.differences import Difference, difference
from index.errors import SameContentError, UnknownVersionError
from index.model import StoredDocument
from index.versions import SaidOf, Version
from web.access import StaffRoute
from web.api.documents import held_document
from web.api.fact_json import named_value
from web.desk import desk_of
from web.history import History
from web.i18n import Texts
from web.pages.documents import as_download
from web.pages.staff.staff_page import StaffPage, rooms_of, staff_frame
from web.problem import Problem
from web.visitor import visitor_of

router = APIRouter(prefix="/staff/documents", include_in_schema=False, route_class=StaffRoute)

# Lines of a difference that are shown; a browser is slow with more, and nobody reads them.
_SHOWN = 2_000


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version in the list; `before` is the number of the one it is compared with, 0 for the first."""

    number: int
    title: str
    file: str
    added: str
    iso_added: str
    added_by: str
    characters: int
    passages: int
    outdated: str
    present: bool
    before: int


@dataclass(frozen=True, slots=True)
class VersionsPage(StaffPage):
    """All versions that are kept, the present one first; `forgotten`: there were earlier ones."""

    template: ClassVar[str] = "staff/versions.html"
    document: str
    title: str
    language: str
    versions: tuple[VersionRow, ...]
    forgotten: bool
    said: str


@dataclass(frozen=True, slots=True)
class Compared:
    """One side of a comparison."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact that one side states and the other does not, in words."""

    cluster: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class DifferencesPage(StaffPage):
    """What changed. `more`: of what changed, the lines beyond those shown are left out."""

    template: ClassVar[str] = "staff/differences.html"
    document: str
    title: str
    language: str
    one: Compared
    other: Compared
    found: Difference
    gone_facts: tuple[Stated, ...]
    new_facts: tuple[Stated, ...]
    more: bool


@router.get("/{document}/versions")
def versions(request: Request, document: str, said: str = "") -> Response:
    """The versions of a document."""
    desk, frame = desk_of(request), staff_frame(request)
    held, t = held_document(request, document), frame.t
    found = _history(request).versions.of(held.id)
    earlier = [*(one.number for one in found[1:]), 0]
    page = VersionsPage(
        frame,
        rooms_of(request),
        "documents",
        document=held.id,
        title=held.title,
        language=held.language,
        versions=tuple(_row(one, before, t) for one, before in zip(found, earlier, strict=True)),
        forgotten=found[-1].number > 1,
        said=_said(said, t),
    )
    return desk.renderer.page(page)


@router.get("/{document}/versions/{number}/original")
def original(request: Request, document: str, number: str) -> Response:
    """The file of a version as it was received."""
    held, history = held_document(request, document), _history(request)
    version = _version(history.versions.of(held.id), number)
    return as_download(version.file, version.format, history.versions.content(held.id, version.number))


@router.post("/{document}/versions/{number}/back")
def go_back(request: Request, document: str, number: str) -> Response:
    """Hold an earlier version again, as a new one."""
    held = held_document(request, document)
    said = "back" if gone_back(request, held, number) else "unchanged"
    return RedirectResponse(f"/staff/documents/{held.id}/versions?said={said}", 303)


def gone_back(request: Request, held: StoredDocument, number: str) -> bool:
    """Whether an earlier version is held again; not, where its bytes are held already.

    Raises: Problem 404; 409 where another document has its bytes by now, or it cannot be read any more.
    """
    desk = desk_of(request)
    version = _version(_history(request).versions.of(held.id), number)
    if version.number == held.version:
        return False
    try:
        outcome = desk.engine().keeper.go_back(held.id, version.number, by=visitor_of(request).by)
    except UnknownVersionError:
        raise Problem(404, "version", field="number") from None
    except SameContentError as error:
        raise Problem(409, "same_content", values={"name": error.other}) from None
    if not outcome.is_held:
        raise Problem(409, "not_read", values={"reason": outcome.reason or ""})
    desk.gallery.tidy()
    return outcome.status == "replaced"


@router.get("/{document}/differences")
def differences(request: Request, document: str) -> Response:
    """What changed from the version `from` to the version `to`, or from a document to `with`, another."""
    desk, frame = desk_of(request), staff_frame(request)
    held, asked, t = held_document(request, document), request.query_params, frame.t
    if asked.get("with"):
        sides = _documents(request, held, held_document(request, asked["with"]), t)
    else:
        sides = _versions(request, held, (asked.get("from", ""), asked.get("to", "")), t)
    one, other = sides
    found = difference(one.text, other.text)
    page = DifferencesPage(
        frame,
        rooms_of(request),
        "documents",
        document=held.id,
        title=held.title,
        language=held.language,
        one=one.named,
        other=other.named,
        found=_first(found),
        gone_facts=_stated(one.facts - other.facts, t),
        new_facts=_stated(other.facts - one.facts, t),
        more=sum(len(hunk.lines) for hunk in found.hunks) > _SHOWN,
    )
    return desk.renderer.page(page)


@dataclass(frozen=True, slots=True)
class _Side:
    named: Compared
    text: str
    facts: frozenset[SaidOf]


def _versions(
    request: Request, held: StoredDocument, asked: tuple[str, str], t: Texts
) -> tuple[_Side, _Side]:
    """The two versions asked for: without any, the present one and that before it."""
    history = _history(request).versions
    found = history.of(held.id)
    newest = _version(found, asked[1] or str(found[0].number))
    oldest = _version(found, asked[0] or str(found[min(1, len(found) - 1)].number))

    def side(one: Version) -> _Side:
        label = t("history.version_of", number=str(one.number), day=t.day(one.added_at.date()))
        address = f"/staff/documents/{held.id}/versions"
        named = Compared(label, address)
        return _Side(named, history.text(held.id, one.number), history.facts(held.id, one.number))

    return side(oldest), side(newest)


def _documents(request: Request, one: StoredDocument, other: StoredDocument, t: Texts) -> tuple[_Side, _Side]:
    library, history = desk_of(request).backend.library, _history(request).versions

    def side(held: StoredDocument) -> _Side:
        named = Compared(f"{held.title} ({held.name})", f"/staff/documents/{held.id}")
        return _Side(named, library.text(held.id), history.facts(held.id, held.version))

    return side(one), side(other)


def _history(request: Request) -> History:
    return desk_of(request).backend.office.history


def _version(found: Sequence[Version], number: str) -> Version:
    """The version of that number. Raises: Problem 404."""
    for one in found:
        if str(one.number) == number:
            return one
    raise Problem(404, "version", field="number")


def _row(one: Version, before: int, t: Texts) -> VersionRow:
    return VersionRow(
        number=one.number,
        title=one.title,
        file=one.file,
        added=t.day(one.added_at.date()),
        iso_added=one.added_at.date().isoformat(),
        added_by=one.added_by,
        characters=one.characters,
        passages=one.passages,
        outdated=t("documents.outdated", day=t.day(one.outdated.since)) if one.outdated else "",
        present=one.replaced_at is None,
        before=before,
    )


def _said(said: str, t: Texts) -> str:
    told = {"back": t("history.said.back"), "unchanged": t("history.said.unchanged")}
    return told.get(said, "")


def _stated(facts: Iterable[SaidOf], t: Texts) -> tuple[Stated, ...]:
    return tuple(
        Stated(one.cluster, t(f"detail.{one.attribute}"), _words(one, t))
        for one in sorted(facts, key=lambda one: (one.cluster, one.attribute, one.value))
    )


def _words(one: SaidOf, t: Texts) -> str:
    """A fact's value, and between which dates it holds."""
    value = named_value(one.attribute, one.value, t.language)
    time = "–".join((one.since or "", one.until or "")) if one.since or one.until else ""
    return " ".join(part for part in (value, one.qualifier, f"({time})" if time else "") if part)


def _first(found: Difference) -> Difference:
    """The difference with the first lines of it."""
    left, hunks = _SHOWN, []
    for hunk in found.hunks:
        if left <= 0:
            break
        hunks.append(replace(hunk, lines=hunk.lines[:left]))
        left -= len(hunk.lines)
    return replace(found, hunks=tuple(hunks))
