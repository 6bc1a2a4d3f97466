"""What is to be known of a document before it is trusted: in words of the language of the page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from documents.model import Reason, Sheet
from documents.page_numbers import runs_of
from index.model import StoredDocument
from web.gallery import DECKS
from web.i18n import Texts

# Of the reasons for a verdict, those by which something is missing, or may be wrong.
_TOLD: tuple[Reason, ...] = (
    "no_ocr",
    "ocr_failed",
    "ocr_unsure",
    "unreadable",
    "broken",
    "no_time",
    "hidden",
    "no_text",
)
# Where OCR is told of, nobody need be told that there is a picture.
_IN_ITS_PLACE = frozenset[Reason]({"no_ocr", "ocr_failed", "no_time", "broken"})
# Formats in pages or slides even where there is only one; others may have several, a text with form feeds.
_IN_PAGES = frozenset({"pdf", "image"}) | DECKS
# The readers' lines about a whole file, and those about pages that were kept before sheets were.
_WORDED = {
    "the file is damaged; what could be read was kept": "caution.damaged",
    "it holds macros, which are never run": "caution.macros",
    "its parts are nested too deeply to be told apart; its text was kept": "caution.flat",
    "what is nested too deeply in it was not read": "caution.too_deep",
    "no text, probably a scan": "caution.scan",
    "no text, perhaps a picture": "caution.scan",
    "cannot be read": "reason.broken",
    "hidden in the show": "reason.hidden",
}
_OF_A_PAGE = re.compile(r"(page|slide) (\d{1,6}): (.+)")
_OF_PAGES = re.compile(r"(?:page|slide)s? [\d, -]+: ")


@dataclass(frozen=True, slots=True)
class Caution:
    """A sentence, and the pages or slides that it is about; "" for the whole file."""

    where: str
    words: str


def cautions(held: StoredDocument, sheets: Sequence[Sheet], t: Texts) -> tuple[Caution, ...]:
    """What staff, a document's file and its pages give cause to say; unknown lines as they stand."""
    lines = [line for line in held.warnings if not (sheets and _OF_PAGES.match(line))]
    return (*_marked(held, t), *(_worded(line, t) for line in lines), *_of_sheets(held, sheets, t))


def _marked(held: StoredDocument, t: Texts) -> Iterator[Caution]:
    if held.outdated is not None:
        key = "caution.outdated_because" if held.outdated.reason else "caution.outdated"
        reason = held.outdated.reason.rstrip(".")
        yield Caution("", t(key, day=t.day(held.outdated.since), reason=reason))


def _of_sheets(held: StoredDocument, sheets: Sequence[Sheet], t: Texts) -> Iterator[Caution]:
    for reason in _TOLD:
        numbers = [sheet.number for sheet in sheets if reason in sheet.reasons and _is_told(reason, sheet)]
        if numbers:
            counted = held.pages > 1 or held.format in _IN_PAGES
            where = _where(held.format in DECKS, numbers, t) if counted else ""
            yield Caution(where, t(f"reason.{reason}"))


def _is_told(reason: Reason, sheet: Sheet) -> bool:
    return reason != "no_text" or not _IN_ITS_PLACE.intersection(sheet.reasons)


def _where(deck: bool, numbers: Sequence[int], t: Texts) -> str:
    named = ", ".join(f"{first}–{last}" if first < last else str(first) for first, last in runs_of(numbers))
    return t("caution.slides" if deck else "caution.pages", n=len(numbers), named=named)


def _worded(line: str, t: Texts) -> Caution:
    page = _OF_A_PAGE.fullmatch(line)
    if page and page[3] in _WORDED:
        return Caution(_where(page[1] == "slide", [int(page[2])], t), t(_WORDED[page[3]]))
    return Caution("", t(_WORDED[line]) if line in _WORDED else line)
