"""How documents were read: their sheets and repairs as rows, written and removed with them."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from documents.model import Box, Document, Repair, Sheet, Span
from index.database import Connection, Row
from index.model import OutOfDate


class Cited(NamedTuple):
    """A span of a document, and the page it stands on, where it has one."""

    document: str
    span: Span
    page: int | None


class Flaws(NamedTuple):
    """Whether letters were put back in a span, and whether its page was read by OCR; and that its document is
    marked as out of date, if it is."""

    repaired: bool
    ocr: bool
    outdated: OutOfDate | None = None


def insert_sheets(connection: Connection, document: str, read: Document) -> None:
    """Write a document's sheets and repairs."""
    connection.executemany(
        "INSERT INTO sheets VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((document, *_sheet_row(sheet)) for sheet in read.sheets),
    )
    connection.executemany(
        "INSERT INTO repairs VALUES (?, ?, ?, ?, ?, ?)",
        (
            (document, at, *one.span, one.original, json.dumps(one.readings, ensure_ascii=False))
            for at, one in enumerate(read.repairs)
        ),
    )


def sheets_of(connection: Connection, document: str) -> tuple[Sheet, ...]:
    """A document's sheets in order; none where it was read before they were kept."""
    rows = connection.execute("SELECT * FROM sheets WHERE document = ? ORDER BY number", (document,))
    return tuple(_sheet(row) for row in rows)


def repairs_of(connection: Connection, document: str) -> tuple[Repair, ...]:
    """A document's repairs in order."""
    rows = connection.execute("SELECT * FROM repairs WHERE document = ? ORDER BY ordinal", (document,))
    return tuple(
        Repair(Span(row["start"], row["end"]), row["original"], tuple(json.loads(row["readings"])))
        for row in rows
    )


def flaws_of(connection: Connection, cited: Sequence[Cited]) -> tuple[Flaws, ...]:
    """What is to be told of each span: three queries, whatever their number."""
    listed = (json.dumps(sorted({one.document for one in cited})),)
    repaired: dict[str, list[Span]] = defaultdict(list)
    for row in connection.execute(_REPAIRED, listed):
        repaired[row["document"]].append(Span(row["start"], row["end"]))
    scanned: set[tuple[str, int | None]] = set()
    for row in connection.execute(_SCANNED, listed):
        scanned.add((row["document"], row["number"]))
        if row["sheets"] == 1:  # what has no pages, as a picture, is cited without one
            scanned.add((row["document"], None))
    marks = {
        row["id"]: OutOfDate(date.fromisoformat(row["outdated_since"]), row["outdated_reason"])
        for row in connection.execute(_MARKED, listed)
    }
    return tuple(
        Flaws(
            _meets(one.span, repaired.get(one.document, ())),
            (one.document, one.page) in scanned,
            marks.get(one.document),
        )
        for one in cited
    )


# Where several readings are as likely nothing was put in: the document says so, the citation need not.
_REPAIRED = """
    SELECT document, start, "end" FROM repairs
    WHERE document IN (SELECT value FROM json_each(?)) AND readings = '[]'"""
_MARKED = """
    SELECT id, outdated_since, outdated_reason FROM documents
    WHERE id IN (SELECT value FROM json_each(?)) AND outdated_since IS NOT NULL"""
_SCANNED = """
    SELECT document, number, (SELECT COUNT(*) FROM sheets AS all_of WHERE all_of.document = sheets.document)
        AS sheets
    FROM sheets
    WHERE document IN (SELECT value FROM json_each(?)) AND method = 'ocr'"""


def _meets(span: Span, others: Iterable[Span]) -> bool:
    return any(other.start < span.end and span.start < other.end for other in others)


def _sheet_row(sheet: Sheet) -> tuple[object, ...]:
    boxes = json.dumps([[word, *(round(side, 4) for side in box)] for word, box in sheet.boxes])
    counts = (sheet.words, sheet.repaired, sheet.unsure)
    told = (sheet.verdict, json.dumps(sheet.reasons), *counts)
    return (sheet.number, sheet.method, sheet.ink, sheet.rejected, boxes, *told)


def _sheet(row: Row) -> Sheet:
    return Sheet(
        number=row["number"],
        method=row["method"],
        ink=row["ink"],
        rejected=row["rejected"],
        boxes=tuple((word, Box(*sides)) for word, *sides in json.loads(row["boxes"])),
        verdict=row["verdict"],
        reasons=tuple(json.loads(row["reasons"])),
        words=row["words"],
        repaired=row["repaired"],
        unsure=row["unsure"],
    )
