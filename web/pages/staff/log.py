"""The audit log: what staff did, by whom and when; to be looked through, and taken away as a file."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response, StreamingResponse

from index.audit import Audit, Record
from web.access import AdministratorRoute
from web.desk import desk_of
from web.i18n import Texts
from web.pages.staff.staff_page import StaffPage, rooms_of, staff_frame

router = APIRouter(prefix="/staff", include_in_schema=False, route_class=AdministratorRoute)

# Records on a page, and taken at once for a file.
_SHOWN = 50
_AT_ONCE = 1_000
_FIRST_COLUMNS = ("at", "by", "action", "subject", "details")


@dataclass(frozen=True, slots=True)
class Sought:
    """Which records are wanted: of one person, with words, from one day until the end of another."""

    by: str = ""
    q: str = ""
    since: str = ""
    until: str = ""

    def address(self, path: str, **more: object) -> str:
        """The address of a page of these records."""
        given = {"by": self.by, "q": self.q, "since": self.since, "until": self.until, **more}
        query = urlencode({name: value for name, value in given.items() if value})
        return f"{path}?{query}" if query else path

    def find(self, audit: Audit, before: int | None, limit: int) -> tuple[Record, ...]:
        """At most `limit` of them, newest first, older than the id `before`."""
        return audit.records(
            before=before,
            limit=limit,
            by=self.by,
            about=self.q,
            since=_day(self.since),
            until=_day(self.until),
        )


@dataclass(frozen=True, slots=True)
class RecordView:
    """A record in words."""

    number: int
    iso: str
    at: str
    by: str
    action: str
    subject: str
    details: tuple[tuple[str, str], ...]


# Where the words of details stand that are one of a few.
_WORDS = {"role": "roles", "from": "roles", "to": "roles", "how": "log.how", "as": "asked.settled"}


@dataclass(frozen=True, slots=True)
class LogPage(StaffPage):
    """Records, newest first. `broken` is the first that is not as it was written, 0 where the log is whole;
    `wrong` names a day that is none, in the field `wrong_in`."""

    template: ClassVar[str] = "staff/log.html"
    sought: Sought
    people: tuple[str, ...]
    records: tuple[RecordView, ...]
    count: int
    broken: int
    older: str
    newest: str
    file: str
    wrong: str
    wrong_in: str


@router.get("/log")
def log(
    request: Request,
    by: Annotated[str, Query(max_length=200)] = "",
    q: Annotated[str, Query(max_length=200)] = "",
    since: Annotated[str, Query(max_length=10)] = "",
    until: Annotated[str, Query(max_length=10)] = "",
    before: Annotated[int | None, Query(ge=1, le=2**62)] = None,
) -> Response:
    """The records that are sought, a page of them."""
    desk, frame = desk_of(request), staff_frame(request)
    audit, sought = desk.backend.office.audit, Sought(by, q.strip(), since, until)
    wrong_in = next((name for name in ("since", "until") if _is_no_day(getattr(sought, name))), "")
    wrong = getattr(sought, wrong_in) if wrong_in else ""
    # One more tells whether there is another page.
    found = () if wrong else sought.find(audit, before, _SHOWN + 1)
    shown = found[:_SHOWN]
    page = LogPage(
        frame,
        rooms_of(request),
        "log",
        sought=sought,
        people=audit.people(),
        records=tuple(_view(one, frame.t) for one in shown),
        count=audit.count(),
        broken=audit.broken() or 0,
        older=sought.address("/staff/log", before=shown[-1].id) if len(found) > _SHOWN else "",
        newest=sought.address("/staff/log") if before else "",
        file=sought.address("/staff/log.csv"),
        wrong=frame.t("log.no_day", day=wrong) if wrong else "",
        wrong_in=wrong_in,
    )
    return desk.renderer.page(page, 422 if wrong else 200)


@router.get("/log.csv")
def file(request: Request, by: str = "", q: str = "", since: str = "", until: str = "") -> Response:
    """All records that are sought, as a file."""
    audit, sought = desk_of(request).backend.office.audit, Sought(by, q.strip(), since, until)
    headers = {"Content-Disposition": 'attachment; filename="log.csv"', "Cache-Control": "no-store"}
    return StreamingResponse(_lines(audit, sought), headers=headers, media_type="text/csv; charset=utf-8")


def _lines(audit: Audit, sought: Sought) -> Iterator[str]:
    # The mark by which spreadsheets know UTF-8.
    yield "\ufeff" + _line(("id", *_FIRST_COLUMNS))
    before: int | None = None
    while found := sought.find(audit, before, _AT_ONCE):
        for one in found:
            yield _line((one.id, one.at.isoformat(), one.by, one.action, one.subject, _told(one)))
        before = found[-1].id


def _line(cells: tuple[object, ...]) -> str:
    written = io.StringIO()
    csv.writer(written).writerow([_harmless(str(one)) for one in cells])
    return written.getvalue()


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in {"=", "+", "-", "@", "\t", "\r"} else cell


def _told(one: Record) -> str:
    return "; ".join(f"{name}: {value}" for name, value in one.details.items())


def _view(one: Record, t: Texts) -> RecordView:
    local = one.at.astimezone()
    # What kind of decision it was is told by the action.
    details = [(name, value) for name, value in one.details.items() if name != "kind"]
    return RecordView(
        one.id,
        one.at.isoformat(),
        f"{t.day(local.date())}, {local:%H:%M:%S}",
        one.by,
        t.get(f"log.action.{one.action}") or one.action,
        one.subject,
        tuple((t.get(f"log.detail.{name}") or name, _value(name, value, t)) for name, value in details),
    )


def _value(name: str, value: object, t: Texts) -> str:
    """A detail in words, where it is one of ours, and else as it was written down."""
    if isinstance(value, bool):
        return t("log.yes" if value else "log.no")
    if name in {"said", "instead"}:
        attribute, _, rest = str(value).partition(" ")
        called = t.get(f"detail.{attribute}")
        return f"{called}: {rest}" if called else str(value)
    words = t.get(f"{_WORDS[name]}.{value}") if name in _WORDS else None
    return words or str(value)


def _is_no_day(written: str) -> bool:
    return bool(written) and _day(written) is None


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None
