"""Plain text told apart into pieces: paragraphs put together again, list items, table rows.

Nothing in plain text is marked, so each rule asks for two signs: a line's shape and what stands around it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from documents.breaks import SIGNS, breaks_in, sign_between, without_signs
from documents.broken_off import is_broken_off
from documents.entry_lines import entry_lines
from documents.joining import is_compound
from documents.people import opens_with_title
from documents.piece import CONTACT, COUNTED, FRAMED, LABEL, NAMED_VALUE, Piece
from documents.plain_lists import listed
from documents.straightened import straightened

# Signs that open an item wherever they stand, and those that do so only in company ("–" also opens speech).
_SIGN = "•◦‣▪▫●○■□◆◇►▸▶➢➤➔→⇒✓✔✦❖·∙⁃\ue000-\uf8ff"
_BULLET = re.compile(
    rf"(?P<indent>\s*)(?P<sign>[{_SIGN}]|\ufffd(?=\s+\S\S)|[*+](?=\s)|[-–—»›](?=\s)|o(?=\s+\S))\s*(?P<rest>\S.*)"
)
_NUMBER = re.compile(
    r"(?P<indent>\s*)(?P<sign>\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4}|[IVX]{1,4})[.)]|\d{1,2}(?:\.\d{1,2})+)\s+(?P<rest>\S.*)"
)
_INLINE = re.compile(r"(?<!\s)\s+[•●▪■◦‣➢►]\s+")
_PART = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})+\.?\s")  # "5.1 ", the number of a part
_UNDERLINE = re.compile(r"\s*(=|-|~|_|\*)\1{2,}\s*")
_GAP = re.compile(r"\S {2,}\S")
_SMALL_LABEL = re.compile(r"(?:^\s*|\s[–—-]\s)(?P<label>[^\W\d_]{3,}(?: [^\W\d_]+){0,2}):\s+\S")
_STREET = re.compile(r"(?:ul|al|pl|os)\.\s")
_RING = re.compile(r"\s{2,}o\s+\S|\s*o\s+[^\W\d_a-ząćęłńóśźż]|\s*o(?:\t|\s\s)\s*\S")
_LOST_BULLET = re.compile(r"\s*\ufffd\s+(?P<first>\S)\S")
_GLUE = re.compile(
    r"(?:[,\u00ad–—]|\b(?:[aiouwz]|na|do|od|ze|we|za|po|dla|oraz|lub|the|of|and|in|for|to|by|an?))$"
)
_HYPHEN = re.compile(r"(?<=[^\W\d_]{2})-$")
_CELLS = re.compile(r"(?<!\s)\s*\|\s*|\t+|(?<=\S)\s{2,}(?=\S)")
_RULE_ROW = re.compile(r"[\s|:+=-]+")
_ENDS = (".", ",", ";", ":", "!", "?")
_CLOSES = re.compile(r"[,.;:!?)”](?:\s|$)")
_BLANK_FIRST = re.compile(r" [^\W_]")
_BLANK_OR_DASH_FIRST = re.compile(r" (?:[-–—] )?[^\W_]")
_DASH_FIRST = re.compile(r"\s*[-–—]\s")
_LOST_FIRST = re.compile(r"\ufffd\s?[a-ząćęłńóśźż]")
# The end of a sentence's last word, unless items are counted by letters.
_LAST_LETTER = re.compile(r"[a-z]\.(?:\s+[^\Wa-ząćęłńóśźż_]|\s*$)")
_LETTERED = re.compile(r"\s*\(?b[.)]\s")
# A column's head that ends in an abbreviation has no more words.
MOST_ABBREVIATED = 3
_WRAP_AT_MOST = 130
_BLANKS = re.compile(rf"[^\S{SIGNS}]*(?P<sign>[{SIGNS}])\s*|\s+")
_NARROWEST = 50
# No paragraph is longer; without a bound, joining line to line takes time by the square of a hostile text.
_LONGEST_WRAPPED = 20_000


def pieces_of(text: str, page: int | None = None) -> list[Piece]:
    """What one page of plain text is made of, in order; headings are not yet told from short paragraphs."""
    lines = straightened(without_signs(text).split("\n"))
    pieces = _tables(list(_pieces(lines, _Habits.of(lines))))
    pieces = listed(_continued(pieces))
    for piece in pieces:
        signed = _BLANKS.sub(lambda found: found["sign"] or " ", piece.text).strip()
        piece.text, piece.breaks, piece.page = without_signs(signed), breaks_in(signed), page
    return [piece for piece in pieces if piece.text]


@dataclass(frozen=True, slots=True)
class _Habits:
    """How a text is written.

    `width` is that of wrapped lines, 0 where a line is a paragraph; `marked` says that a space at its
    end tells that it was wrapped, as in text out of slides; `rings` that an "o" is a bullet; `lost` that a
    sign nobody knows is one, and not only a letter; `damaged` that there are such signs; `indented` that
    first lines often begin with a blank; `dashed` that a dash opens items, `lettered` that a letter does;
    `labelled` that most lines are values with their names before them; `repeated` are labels that several
    lines begin with or have behind a dash: each of these says the same of another.
    """

    width: int
    marked: bool
    rings: bool
    lost: bool
    damaged: bool
    indented: bool
    dashed: bool
    lettered: bool
    labelled: bool
    repeated: frozenset[str]

    @classmethod
    def of(cls, lines: Sequence[str]) -> "_Habits":
        filled = [line for line in lines if line.strip()]
        spaced = sum(1 for line in filled if line.endswith(" "))
        rings = sum(1 for line in filled if _RING.match(line))
        first = [line for before, line in pairwise(["", *lines]) if line.strip() and not before.strip()]
        return cls(
            _width(filled),
            2 < spaced < 0.7 * len(filled),
            rings > 1,
            _has_lost_bullets(lines),
            any("\ufffd" in line for line in filled),
            sum(1 for line in first if line[0].isspace()) > 0.3 * len(first),
            any(_DASH_FIRST.match(one) and _DASH_FIRST.match(more) for one, more in pairwise(filled)),
            any(_LETTERED.match(line) for line in filled),
            sum(1 for line in filled if NAMED_VALUE.match(line)) > max(3, 0.5 * len(filled)),
            frozenset(label for label, lines in Counter(map(_label, filled)).items() if label and lines > 2),
        )


def _label(line: str) -> str:
    """The label that a line begins with or has behind a dash, "koordynator: …"; "" for none."""
    found = _SMALL_LABEL.search(line)
    return found["label"].lower() if found else ""


def _has_lost_bullets(lines: Sequence[str]) -> bool:
    """Whether lines open with U+FFFD as a bullet: before a capital, or more than once where none goes on."""
    found = [
        (match["first"], before.strip())
        for before, line in pairwise(["", *lines])
        if (match := _LOST_BULLET.match(line))
    ]
    alone = [first for first, before in found if not before or before.endswith(_ENDS)]
    return any(first.isupper() for first in alone) or len(alone) > 1


def _width(filled: Sequence[str]) -> int:
    sizes = sorted(len(line.strip()) for line in filled)
    if len(sizes) < 3 or sizes[-1] > 2 * _WRAP_AT_MOST:
        return 0
    width = sizes[int(len(sizes) * 0.9)] if len(sizes) > 10 else sizes[-1]
    return width if 20 <= width <= _WRAP_AT_MOST else 0


def _pieces(lines: Sequence[str], habits: _Habits) -> Iterator[Piece]:
    """Lines put together where one only goes on with the one before."""
    present: Piece | None = None
    above, gap = False, 0
    entries = entry_lines(lines, habits.width)
    for at, line in enumerate(lines):
        if not line.strip():
            gap += 1
            continue
        if present and not gap and _UNDERLINE.fullmatch(line) and _is_underlined(present, first=not above):
            present.kind, present.level = "heading", 1 if "=" in line else 2
            continue
        if _UNDERLINE.fullmatch(line):
            gap += 1
            continue
        if present and not gap and at not in entries and _goes_on(present, line, habits):
            sign = sign_between(present.last, line, early=_is_early(line, present.last, habits))
            present.text, present.last = _joined(present.text, line, sign), line
            present.lines += 1
            continue
        if present:
            yield from _inline_items(present)
        above, present, gap = present is not None, _opened(line, gap, habits), 0
    if present:
        yield from _inline_items(present)


def _is_underlined(piece: Piece, *, first: bool) -> bool:
    """Whether a rule below a line underlines it: the last line of a card, or of a text, is only parted from
    what follows."""
    alone = piece.lines == 1 and (first or piece.gap > 0)
    return alone and not piece.sign and not CONTACT.search(piece.text) and not piece.text.endswith((".", ";"))


def _bullet(line: str, habits: _Habits) -> re.Match[str] | None:
    found = _BULLET.fullmatch(line)
    if found is None or (found["sign"] == "\ufffd" and not habits.lost):
        return None
    return found if found["sign"] != "o" or (habits.rings and _RING.match(line)) else None


def _opened(line: str, gap: int, habits: _Habits) -> Piece:
    found = _bullet(line, habits)
    if found:
        return Piece(found["rest"], "item", len(found["indent"].expandtabs(4)), found["sign"], gap, last=line)
    if framed := FRAMED.fullmatch(line):
        return Piece(framed["text"], "heading", gap=gap, level=2, last=line)
    found = _NUMBER.fullmatch(line)
    indent = len(line) - len(line.lstrip())
    return Piece(line.strip(), "paragraph", indent, found["sign"] if found else "", gap, last=line)


def _goes_on(present: Piece, line: str, habits: _Habits) -> bool:
    """Whether a line goes on with the one right above it: a wrap, not a line of its own."""
    if len(present.text) > _LONGEST_WRAPPED:
        return False
    text, before = line.strip(), present.last.strip()
    if habits.damaged and _is_torn(before, line, habits):
        return True
    opens = _bullet(line, habits)
    if opens and opens["sign"] == "\ufffd" and not present.sign and not before.endswith(_ENDS):
        return True
    if present.kind == "heading" or opens or _is_row(line) or _is_row(present.last):
        return False
    if present.kind != "item" and line[0].isspace() and not (present.last[0].isspace() or text[0].islower()):
        return False
    if CONTACT.match(text) or (habits.labelled and NAMED_VALUE.match(text)):
        return False
    if present.sign and _SMALL_LABEL.match(line) and _is_early(line, before, habits):
        return False  # "7.2 Klaster X" with "koordynator: Y" below.
    if (label := _label(line)) in habits.repeated and (
        label == _label(before) or text.lower().startswith(label)
    ):
        return False
    if present.lines == 1 and before.isupper() and not text.isupper() and not _GLUE.search(before.lower()):
        return False  # A line in capitals is a heading.
    if _NUMBER.fullmatch(line) and (present.sign or not _GLUE.search(before)):
        return False
    if present.sign and text.endswith(":") and text[0].isupper() and not _hangs(line, present):
        return False  # It introduces what follows it.
    if CONTACT.search(before) and (CONTACT.search(text) or (len(before) < 60 and not text[0].islower())):
        return False
    if _STREET.match(text) and len(before) < 45 and not _GLUE.search(before):
        return False
    if _GAP.search(line) and _GAP.search(present.last):
        return False
    if opens_with_title(text) and _is_early(line, before, habits):
        return False
    if text[0].islower() or _HYPHEN.search(before) or _GLUE.search(before):
        return not before.endswith(":")
    if present.kind == "item" and _hangs(line, present) and not before.endswith((".", "!", "?", ":", ";")):
        return True
    if before.endswith(":") or LABEL.match(text) or not habits.width:
        return False
    if habits.marked and present.last.endswith(" ") and not before.endswith((".", "!", "?")):
        return True
    if habits.width < _NARROWEST:  # a column of short lines: a capital begins a line of its own
        return False
    fits = len(before) + 1 + len(text.split()[0]) <= habits.width * 0.94
    return not fits and len(before) > 30


def _hangs(line: str, item: Piece) -> bool:
    """Whether a line is set in under an item's sign, as the lines of a wrapped item are."""
    return len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip()) > item.indent


def _is_torn(before: str, line: str, habits: _Habits) -> bool:
    """Whether a lost letter broke the line: it would begin with a comma, a blank, or a word's end."""
    if _CLOSES.match(line.strip()):
        return True
    if not before[-1:].islower():
        return False
    if (_LOST_FIRST.match(line) and not habits.lost) or (not habits.lettered and _LAST_LETTER.match(line)):
        return True
    first = _BLANK_FIRST if habits.dashed else _BLANK_OR_DASH_FIRST
    return bool(first.match(line)) and not habits.indented


def _is_early(line: str, before: str, habits: _Habits) -> bool:
    """Whether a line was broken though there was room for more."""
    if line[0].isspace() and not habits.indented:
        return True
    return len(before.rstrip()) + 1 + len(line.split(maxsplit=1)[0]) <= 0.9 * habits.width or not habits.width


def _joined(text: str, line: str, sign: str) -> str:
    """Two lines as one; a word cut by a hyphen at the line's end is put together again."""
    line = line.strip()
    if _HYPHEN.search(text[-4:]) and line[0].islower():
        return text + line if is_compound(text[:-1].split()[-1], line.split()[0]) else text[:-1] + line
    return f"{text}{sign}{line}" if not text.endswith("\u00ad") else text[:-1] + line


def _inline_items(piece: Piece) -> Iterator[Piece]:
    """ "Members: • A • B" as the line and its items."""
    parts = _INLINE.split(piece.text)
    if len(parts) < 2 or (len(parts) < 3 and piece.kind != "item" and not parts[0].endswith(":")):
        yield piece
        return
    yield replace(piece, text=parts[0])
    for part in parts[1:]:
        yield Piece(part, "item", piece.indent, "•", last=part)


def _is_row(line: str) -> bool:
    stripped = line.strip()
    return stripped.count("|") > 1 or (stripped.count("|") == 1 and " | " in stripped) or "\t" in stripped


def _tables(pieces: list[Piece]) -> list[Piece]:
    """Two or more lines of as many cells, one under another, as a head and rows."""
    found: list[Piece] = []
    at = 0
    while at < len(pieces):
        end = at
        while end < len(pieces) and _columns(pieces[end]) > 1 and (end == at or pieces[end].gap < 2):
            end += 1
        rows = pieces[at:end]
        if len(rows) > 1 and _alike(rows):
            found += _rows(rows)
            at = end
        else:
            found.append(pieces[at])
            at += 1
    return found


def _columns(piece: Piece) -> int:
    if piece.kind != "paragraph":
        return 0
    if _RULE_ROW.fullmatch(piece.last):
        return 2
    return len(_cells(piece.last)) if piece.last.strip() == piece.text or _is_row(piece.last) else 0


def _cells(line: str) -> list[str]:
    """The cells of a line; an empty one between bars keeps its column."""
    piped = "|" in line
    line = line.strip().removeprefix("|").removesuffix("|")
    parts = re.split(r"\s*\|\s*", line) if piped else _CELLS.split(line)
    return [part.strip() or "–" for part in parts if piped or part.strip()]


def _alike(rows: Sequence[Piece]) -> bool:
    lines = [row.last for row in rows if not _RULE_ROW.fullmatch(row.last)]
    if len({bool(_PART.match(line)) for line in lines}) > 1:
        return False  # "RUNDA V  (do 2024 r.)" over "5.1  Klaster X" heads it.
    counts = [len(_cells(line)) for line in lines]
    if not counts:
        return False
    if all(map(_is_row, lines)):
        return True
    return (
        len(counts) > 1 and max(counts) - min(counts) <= 1 and max(map(len, lines)) < 200 and _aligned(lines)
    )


def _aligned(lines: Sequence[str]) -> bool:
    """Whether a column other than the first begins at one place in all lines."""
    starts = [{found.end() for found in re.finditer(r"(?<=\S)\s{2,}(?=\S)", line)} for line in lines]
    return any(all(any(abs(at - other) < 2 for other in row) for row in starts) for at in starts[0])


def _is_told(cells: Sequence[str]) -> bool:
    """Whether a row's cells end as labels or sentences do, and not as abbreviations, "Lp.", "rok zał."."""
    stopped = [cell for cell in cells if cell.endswith(".") and " " in cell]
    long = any(len(cell.split()) > MOST_ABBREVIATED for cell in stopped)
    return long or len(stopped) * 2 >= len(cells) or any(cell.endswith(":") for cell in cells)


def _rows(pieces: Sequence[Piece]) -> list[Piece]:
    rows = [piece for piece in pieces if not _RULE_ROW.fullmatch(piece.last)]
    ruled = len(rows) < len(pieces)
    headed = len(rows) > 2 or ruled
    if headed and not ruled:
        headed = not any(map(str.isdigit, rows[0].text)) and not {"@", "/"} & set(rows[0].text)
        headed = headed and not _is_told(_cells(rows[0].last))
    return [
        replace(
            row,
            text=" | ".join(_cells(row.last)).replace(": | ", ": "),
            kind="head" if headed and not at else "row",
            sign="",
        )
        for at, row in enumerate(rows)
    ]


def _continued(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces joined over an empty line where the first broke off and the second, no items' lead, goes on."""
    found: list[Piece] = []
    for at, piece in enumerate(pieces):
        leads = COUNTED.match(piece.text) and any(one.kind == "item" for one in pieces[at + 1 : at + 2])
        if found and piece.gap == 1 and not leads and is_broken_off(before := found[-1], piece):
            sign = sign_between(before.text, piece.text, early=True)
            before.text, before.last = _joined(before.text, piece.text, sign), piece.last
            before.lines += piece.lines
        else:
            found.append(piece)
    return found
