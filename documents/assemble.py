"""A Document made of what a reader found."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath
from statistics import median

from documents.errors import EmptyFileError, IllegibleFileError
from documents.language import language_of
from documents.model import Document, Format, Language, Passage, Place, PlaceKind, Reading, Repair, Span
from documents.ocr.tesseract import INSTALL
from documents.outline import Entry, Line, entries, lay_out
from documents.passages import passages
from documents.titles import headed_title

# A page with less text than this is a slide or reads like one: its heading does not hold on the next page.
_SLIDE_CHARS = 900
# Shorter passages are names and figures as often as words.
_LANGUAGE_CHARS = 80
_ILLEGIBLE = (
    "The text in this file stands for no words, as broken fonts leave it; "
    "save or print it anew from the program it was made with and add that."
)
_DECKS = frozenset({"pptx", "odp"})
_NOTES: dict[Language, str] = {"pl": "notatki", "en": "notes"}


def assemble(file: str, kind: Format, reading: Reading) -> Document:
    """The document of one reading: its text, with exact offsets for every place, passage and sentence.

    Raises: EmptyFileError when no block holds a letter or a digit; IllegibleFileError when what was there
        had to be taken out, for it stands for nothing.
    """
    blocks = tuple(block for block in reading.blocks if any(map(str.isalnum, block.text)))
    if not blocks and any(sheet.rejected for sheet in reading.sheets):
        raise IllegibleFileError(file, _ILLEGIBLE)
    if not blocks:
        raise EmptyFileError(file, _why_empty(reading))
    text, lines = lay_out(blocks)
    language = _language(text, reading.language)
    title = reading.title or headed_title([line.block for line in lines]) or PurePath(file).stem
    body = entries(lines, paged=_deck(kind, lines))
    places = _places(kind, body, (title, language))
    return Document(
        file=file,
        format=kind,
        title=title,
        language=language,
        text=text,
        places=places,
        passages=tuple(_told_language(text, each, language) for each in passages(body, places)),
        address=reading.address,
        date=reading.date,
        pages=reading.pages,
        cut=tuple(block.text for block in reading.cut),
        warnings=reading.warnings,
        authors=reading.authors,
        modified=reading.modified,
        repairs=_repairs(lines),
        sheets=reading.sheets,
    )


def _why_empty(reading: Reading) -> str:
    if any("no_ocr" in sheet.reasons for sheet in reading.sheets):
        return f"No text can be read in this file without OCR: {INSTALL}, and add it again."
    return "No text was found in this file."


def _language(text: str, told: Language | None) -> Language:
    """The language of a text: templates tell a language that the text in them is often not of."""
    if told and len(text) < _LANGUAGE_CHARS:
        return told
    return language_of(text, told or "pl")


def _told_language(text: str, passage: Passage, default: Language) -> Passage:
    """The passage with a language of its own, if it is long enough to tell one."""
    words = text[passage.span.start : passage.span.end]
    told = language_of(words, default) if len(words) >= _LANGUAGE_CHARS else default
    return replace(passage, language=told)


def _repairs(lines: Sequence[Line]) -> tuple[Repair, ...]:
    """The repairs of all blocks, their spans counted in the document's text."""
    found: list[Repair] = []
    for line in lines:
        start = line.inner.end - len(line.block.text)
        found += (
            replace(each, span=Span(start + each.span.start, start + each.span.end))
            for each in line.block.repairs
        )
    return tuple(found)


def _deck(kind: Format, lines: Sequence[Line]) -> bool:
    if kind in _DECKS:
        return True
    sizes: dict[int, int] = {}
    for line in lines:
        if line.block.page is None:
            return False
        sizes[line.block.page] = sizes.get(line.block.page, 0) + len(line.block.text)
    return len(sizes) > 2 and median(sizes.values()) < _SLIDE_CHARS


def _places(kind: Format, body: Sequence[Entry], named: tuple[str, Language]) -> tuple[Place, ...]:
    """The pages, slides or sections that hold the body, in order and without overlap."""
    title, language = named
    places: list[Place] = []
    present: object = None
    for entry in body:
        page, heading = entry.line.block.page, entry.headings[-1] if entry.headings else None
        spoken = page is not None and entry.line.block.kind == "note" and _place_kind(kind, page) == "slide"
        key = (page, spoken) if page is not None else heading and heading.outer
        end = entry.line.outer.end
        if places and key == present:
            places[-1] = replace(places[-1], span=Span(places[-1].span.start, end))
            continue
        start = _start(entry, places[-1].span.end if places else 0)
        label = _label(kind, page, language) if page else heading.block.text if heading else title
        found = Place(_place_kind(kind, page), page, label, Span(start, end))
        places.append(_notes(found, language) if spoken else found)
        present = key
    return tuple(places)


def _notes(slide: Place, language: Language) -> Place:
    """What is said beside a slide, and not shown on it."""
    return replace(slide, kind="notes", label=f"{slide.label}, {_NOTES[language]}")


def _start(entry: Entry, free: int) -> int:
    """Where a place begins: at the outermost of its headings that stand in it, if any."""
    page = entry.line.block.page
    heads = [
        line.outer.start for line in entry.headings if line.outer.start >= free and line.block.page == page
    ]
    return min([entry.line.outer.start, *heads])


def _place_kind(kind: Format, page: int | None) -> PlaceKind:
    if page is None:
        return "section"
    return "slide" if kind in _DECKS else "page"


def _label(kind: Format, page: int, language: Language) -> str:
    names = {"pl": ("slajd", "strona"), "en": ("slide", "page")}[language]
    return f"{names[0] if kind in _DECKS else names[1]} {page}"
