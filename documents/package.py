"""An Office file's ZIP package: checked before it is unpacked, and what it says of itself."""

import datetime
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from documents.bylines import told_authors
from documents.metadata import source_address, told_change, told_date
from documents.model import Block, Language, Reading
from documents.people import people
from documents.titles import own_title

_TOP_BLOCKS = 15
_CORE = "docProps/core.xml"

# What the Office libraries let through on packages whose parts are missing or of another kind.
FAULTS = (
    BadZipFile, zlib.error, etree.LxmlError, ValueError, TypeError, KeyError, IndexError, AttributeError,
    AssertionError, ArithmeticError, NotImplementedError, RuntimeError, EOFError, OSError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Properties:
    """What a package's core properties say, each None where they are silent."""

    title: str | None = None
    language: Language | None = None
    address: str | None = None
    date: datetime.date | None = None
    modified: datetime.date | None = None
    authors: tuple[str, ...] = ()


def properties(content: bytes) -> Properties:
    """The core properties of a checked package; nothing where it has none or they cannot be read."""
    try:
        with ZipFile(BytesIO(content)) as package:
            root = etree.fromstring(package.read(_CORE), etree.XMLParser(resolve_entities=False))
    except FAULTS:
        return Properties()
    told = {
        etree.QName(each).localname: (each.text or "").strip() for each in root if isinstance(each.tag, str)
    }
    languages: dict[str, Language] = {"pl": "pl", "en": "en"}
    addresses = (source_address(told.get(name, "")) for name in ("identifier", "subject", "description"))
    return Properties(
        own_title(told.get("title", "")),
        languages.get(told.get("language", "")[:2].lower()),
        next((address for address in addresses if address), None),
        _day(told.get("created", "")),
        _day(told.get("modified", "")),
        people([told.get("creator", "")]),
    )


# The times in the files that python-docx and python-pptx make new ones from: they tell nothing of a new one.
_TEMPLATE_TIMES = frozenset({"2013-12-23T23:15:00Z", "2013-01-27T09:14:16Z", "2013-01-27T09:15:58Z"})


def _day(text: str) -> datetime.date | None:
    if text in _TEMPLATE_TIMES:
        return None
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError:
        return None


def reading(
    blocks: Sequence[Block], told: Properties, *, pages: int, cut: Sequence[Block], warnings: Sequence[str]
) -> Reading:
    """The reading of a package's blocks: what its text tells of itself goes before its properties.

    Without a date in its text it is as old as its last change: a deck is made out of an older one.
    """
    addresses = (source_address(block.text) for block in blocks)
    # A day in a footnote is of what that tells.
    top = [block.text for block in blocks[:_TOP_BLOCKS] if block.kind != "note"]
    return Reading(
        tuple(blocks),
        title=told.title,
        language=told.language,
        address=told.address or next((address for address in addresses if address), None),
        date=told_date(top) or told.modified or told.date,
        pages=pages,
        cut=tuple(cut),
        warnings=tuple(warnings),
        # Who signed the text wrote it; the properties name whose computer it was written on.
        authors=told_authors(block.text for block in blocks) or told.authors,
        modified=told.modified or told_change(top),
    )


def row(cells: Sequence[str]) -> str:
    """A table row's cells in one line; an empty cell keeps its place by a dash."""
    return " | ".join(cell or "–" for cell in cells)
