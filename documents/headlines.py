"""Headings told from other short lines of plain text, by what stands under them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice, pairwise, takewhile

from documents.entry_lines import is_parted
from documents.model import Block
from documents.piece import COMPANY_END, CONTACT, LABEL, OPENING, Piece
from documents.sentences import sentences

_CLOSING = "”\"'»)]"
_LONGEST, _MOST_WORDS = 120, 16
NUMBER = re.compile(r"\d{1,2}[.)]")
_FIRST = re.compile(r"1[.)]")
_SEVERAL = 3
# Numbers that begin so often with one anew are those of parts.
_FEWEST_ANEW = 2
_FEWEST_CARDS, _FEWEST_LABELS, _MOST_LABELS, _LEVEL_OF_CARDS = 2, 2, 20, 3


def blocks_of(pieces: Sequence[Piece]) -> tuple[Block, ...]:
    """The blocks of pieces of one text, with the short lines over a body as headings."""
    copies = [replace(piece) for piece in pieces]
    deck = _is_deck(copies)
    title = not deck
    if deck:
        copies = [piece for slide in _slides(copies) for piece in _titled(slide)]
    for _, page in groupby(copies, key=lambda piece: piece.page):
        _head(list(page), title=title)
        title = False
    _nest(copies)
    if deck:  # slides stand side by side, whatever their titles end in
        for piece in copies:
            piece.level = 2 if piece.kind == "heading" and not piece.sign else piece.level
    return tuple(
        Block(piece.text, piece.kind, piece.level, piece.page, breaks=piece.breaks) for piece in copies
    )


def _is_deck(pieces: Sequence[Piece]) -> bool:
    """Whether a text is slides in a row, without a title over all: wide gaps, items, hardly prose."""
    parts = sum(1 for piece in pieces if piece.gap > 2) + len({piece.page for piece in pieces}) - 1
    items = sum(1 for piece in pieces if piece.kind == "item")
    prose = sum(1 for piece in pieces if piece.kind == "paragraph" and len(piece.text) > 200)
    return parts > 2 and items > 2 * prose and items * 5 > len(pieces)


def _slides(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    slide: list[Piece] = []
    for piece in pieces:
        if slide and (piece.gap > 2 or piece.page != slide[-1].page):
            yield slide
            slide = []
        slide.append(piece)
    if slide:
        yield slide


def _titled(slide: list[Piece]) -> list[Piece]:
    """A slide with its title first: many decks give it last, as it was drawn last."""
    first, last = slide[0], slide[-1]
    short = len(last.text.split()) <= 6 and last.lines == 1 and not any(map(str.isdigit, last.text))
    if len(slide) < 2 or _likely(first) or not last.gap or not short or not _likely(last):
        return slide
    return [replace(last, gap=first.gap), replace(first, gap=1), *slide[1:-1]]


def _head(pieces: list[Piece], *, title: bool) -> None:
    """Short lines over a body marked as headings, in one page; the first may be the title of all."""
    likely = [_likely(piece, first=title and not at) for at, piece in enumerate(pieces)]
    for at, piece in enumerate(pieces[:-1]):
        if likely[at] and _heads(pieces, at, pieces[at + 1], likely):
            piece.kind, piece.level = "heading", _level(piece, first=title and at == 0)
    _head_cards(pieces, likely)
    _even(pieces, likely)


def _head_cards(pieces: Sequence[Piece], likely: Sequence[bool]) -> None:
    """Lines right above labels with values marked as headings, below those of all cards, where there are
    several such cards with an empty line between them; and what heads a list below them, which ends them."""
    below = {at: labels for at, card in enumerate(likely) if card and (labels := _over_card(pieces, at))}
    first = Counter(labels[0] for labels in below.values())
    cards = [
        at
        for at, labels in below.items()
        if len(labels) >= _FEWEST_LABELS or first[labels[0]] >= _FEWEST_CARDS
    ]
    if len(cards) < _FEWEST_CARDS:
        return
    for at in range(cards[0], len(pieces) - 1):
        listed = likely[at] and pieces[at].gap > 0 and pieces[at + 1].kind == "item"
        if at in cards:
            pieces[at].kind, pieces[at].level = "heading", _LEVEL_OF_CARDS
        elif pieces[at].kind == "paragraph" and listed and not pieces[at].text.endswith(":"):
            pieces[at].kind, pieces[at].level = "heading", _LEVEL_OF_CARDS - 1


def _over_card(pieces: Sequence[Piece], at: int) -> tuple[str, ...]:
    """The labels of the values right below a line that stands apart from those before it, or below what
    introduces it."""
    apart = at > 0 and (pieces[at].gap > 0 or pieces[at - 1].text.endswith(":"))
    below = islice(pieces, at + 1, at + 1 + _MOST_LABELS) if apart else ()
    values = takewhile(lambda one: one.kind == "paragraph" and not one.gap and LABEL.match(one.text), below)
    return tuple(one.text.partition(":")[0].casefold() for one in values)


def _even(pieces: Sequence[Piece], likely: Sequence[bool]) -> None:
    """Numbered lines over a body each, of which some are headings, all made headings."""
    numbered = {at for at, piece in enumerate(pieces) if likely[at] and NUMBER.fullmatch(piece.sign)}
    over = all(at + 1 < len(pieces) and at + 1 not in numbered for at in numbered)
    if over and len(numbered) >= _SEVERAL and any(pieces[at].kind == "heading" for at in numbered):
        for at in numbered:
            pieces[at].kind, pieces[at].level = "heading", _level(pieces[at], first=False)


def _nest(pieces: Sequence[Piece]) -> None:
    """Numbered headings that begin with one anew below others made a level deeper than these."""
    heads = [piece for piece in pieces if piece.kind == "heading"]
    begun = [
        at
        for at, (above, piece) in enumerate(pairwise(heads), 1)
        if _FIRST.fullmatch(piece.sign) and not above.sign and above.level == piece.level
    ]
    if len(begun) < _FEWEST_ANEW:
        return
    for at in begun:
        for piece in takewhile(lambda one: one.sign, heads[at:]):
            piece.level += 1


def _likely(piece: Piece, *, first: bool = False) -> bool:
    """Whether a line has a heading's shape; only the first of a text may be "Somebody on clusters: …"."""
    text = piece.text.strip()
    words = text.split()
    if piece.kind != "paragraph" or not words or len(text) > _LONGEST or len(words) > _MOST_WORDS:
        return False
    if piece.lines > 1 and len(text) > 80:
        return False
    if text.rstrip(_CLOSING)[-1:] in {"", *".;,…-–"} and not _is_shortened(piece, len(words)):
        return False
    if any(text[span.end - 1] == "." for span in sentences(text)[:-1]) or is_parted(text):
        return False  # Several sentences, or several values.
    opening = text.lstrip(OPENING)[:1]
    if CONTACT.search(text) or (LABEL.match(text) and not text.isupper() and not first) or text[0] in "-–—":
        return False
    return (opening.isupper() or opening.isdigit()) and sum(map(str.isalpha, text)) > 2


def _is_shortened(piece: Piece, words: int) -> bool:
    """Whether a line's last full stop is an abbreviation's; "r." ends sentences as well, so it needs room."""
    ended = COMPANY_END.search(piece.text)
    return words < 8 and bool(ended or (piece.gap and piece.text.endswith(" r.")))


def _heads(pieces: Sequence[Piece], at: int, following: Piece, likely: Sequence[bool]) -> bool:
    """Whether a likely heading stands over something it can be the heading of."""
    piece = pieces[at]
    text, colon = piece.text.strip(), piece.text.strip().endswith(":")
    apart = following.gap > 0
    loud = text.isupper() and len(text) > 3
    if at == 0 and LABEL.match(text) and not apart:
        return False
    if following.gap > 2:
        return at == 0 and not colon
    if following.kind in {"item", "row", "head"}:
        opening = at == 0 or piece.gap > 1
        return (
            loud
            or (not colon and (apart or opening))
            or (colon and opening and not any(map(str.isdigit, text)))
        )
    if colon:
        return not likely[at + 1] or not following.text.endswith(":")
    if loud and piece.gap and not apart and not following.text.isupper():
        return True  # "GOLD LABEL" right above a block of names.
    if likely[at + 1] and following.kind == "paragraph":
        nested = at + 2 < len(pieces) and not likely[at + 2] and (apart or at == 0)
        opens = at == 0 or (piece.gap > 1 and not apart and at + 2 < len(pieces) and not likely[at + 2])
        return (loud or opens or nested) and not _run(likely, at)
    if _run(likely, at):
        return False
    prose = len(following.text) > 70 or following.text.endswith((".", "!", "?"))
    return apart or loud or prose


def _run(likely: Sequence[bool], at: int) -> bool:
    """Whether a line is one of three or more such lines in a row: names, not headings."""
    start = at
    while start > 0 and likely[start - 1]:
        start -= 1
    if start == 0 < at:  # the first may be the title over the names
        start = 1
    end = at
    while end + 1 < len(likely) and likely[end + 1]:
        end += 1
    return end - start > 1 and (at != start or at == 1)


def _level(piece: Piece, *, first: bool) -> int:
    number = re.match(r"\d{1,2}((?:\.\d{1,2})*)", piece.sign)
    if number:
        return 2 + number[1].count(".")
    if first:
        return 1
    return 3 if piece.text.endswith(":") and not piece.text.isupper() else 2
