"""Markdown: headings, lists, tables and quotes as marked; front matter tells of the text."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from documents.boilerplate import Candidate, article
from documents.bylines import told_authors
from documents.encoding import decode
from documents.metadata import meta_date, source_address, told_change, told_date
from documents.model import Block, Language, Reading
from documents.package import row
from documents.people import people
from documents.piece import LABEL
from documents.readers.markdown_notes import with_notes, without_notes

_FRONT = re.compile(r"\A\ufeff?\s*(---|\+\+\+)[ \t]*\n(?P<fields>.*?)\n\1[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(?P<name>[A-Za-z_-]+)\s*[:=]\s*(?P<value>.*)$", re.MULTILINE)
_DATE_FIELDS = ("date", "published", "publishdate", "created", "data", "updated", "lastmod")
_CHANGE_FIELDS = ("updated", "lastmod", "modified", "last_modified", "aktualizacja")
_AUTHOR_FIELDS = ("author", "authors", "autor", "autorzy", "autorka", "by")
_LISTED = re.compile(r"^\s*-\s+(?P<value>.+)$")
_ADDRESS_FIELDS = ("source", "url", "canonical", "address", "link", "źródło", "zrodlo")
_TAGS = re.compile(r"<[^>]+>")
_FEWEST_LABELS = 3
# Lines of wrapped text are no longer; one that leaves so much of the width free ends where its author wanted.
_WIDEST, _ROOM = 130, 0.8
# A paragraph in bold that is no longer heads what follows it, below all headings that are marked as such.
_LOUD_AT_MOST, _LOUD_LEVEL = 60, 6
# The lines of a wrapped paragraph are no shorter, and each fills so much of the longest.
_NARROWEST, _FULL = 50, 0.75
_LABEL_SIGNS = (":", "?", ".", "–", "-")
# What follows a name in bold that is no label.
_BEHIND_LABEL = (":", "–", "—", "-", "(", ",", ";")
_POSTCODE = re.compile(r"\d{2}-\d{3}\b")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read(file: str, content: bytes) -> Reading:
    """What a Markdown text says, without its markup."""
    text = decode(content)
    fields, body = _front_matter(text)
    body, notes = without_notes(body)
    markup = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    told = {name: _text(markup.parseInline(note)[0])[0] for name, note in notes.items()}
    candidates = tuple(with_notes(_Walk(markup.parse(body)).read(), told))
    address = next(
        (fields[name] for name in _ADDRESS_FIELDS if fields.get(name, "").startswith("http")), None
    )
    sources = [one for one in candidates if source_address(one.block.text)]
    kept, cut = article([one for one in candidates if one not in sources])
    return Reading(
        blocks=kept,
        title=fields.get("title") or next((one.text for one in kept if one.kind == "heading"), None),
        language=_language(fields.get("lang") or fields.get("language")),
        address=address or next((source_address(one.block.text) for one in sources), None),
        date=_date(fields, _DATE_FIELDS) or told_date(one.block.text for one in candidates),
        modified=_date(fields, _CHANGE_FIELDS) or told_change(one.block.text for one in candidates),
        authors=people(_author_fields(fields, text)) or told_authors(one.block.text for one in candidates),
        cut=(*(one.block for one in sources), *cut),
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    found = _FRONT.match(text)
    if not found:
        return {}, text
    fields = {
        field["name"].lower(): field["value"].strip().strip("\"'").strip()
        for field in _FIELD.finditer(found["fields"])
    }
    return fields, text[found.end() :]


def _date(fields: dict[str, str], names: Sequence[str]) -> date | None:
    return next((value for name in names if (value := meta_date(fields.get(name, "")))), None)


def _author_fields(fields: dict[str, str], text: str) -> Iterator[str]:
    """What the front matter tells of authors: in one line, or as a list below it."""
    found = _FRONT.match(text)
    inside = False
    for line in found["fields"].split("\n") if found else ():
        field, entry = _FIELD.match(line), _LISTED.match(line)
        if field:
            inside = field["name"].lower() in _AUTHOR_FIELDS
            if inside:
                yield re.sub(r"[\[\]\"']", "", field["value"])
        elif entry and inside:
            yield entry["value"].strip("\"' ").removeprefix("name:")


def _language(name: str | None) -> Language | None:
    code = (name or "").lower()[:2]
    return "pl" if code == "pl" else "en" if code == "en" else None


class _Walk:
    """The tokens of a text read in order; lists are counted to know how deep an item stands."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._lists: list[int | None] = []  # the next number of each open list, None for bullets
        self._sign: str | None = None  # of an item that has no text yet
        self._cells: list[str] = []
        self._head = False
        self._width = _width([token.content for token in tokens if token.type == "inline"])

    def read(self) -> Iterator[Candidate]:
        for at, token in enumerate(self._tokens):
            if token.type in {"bullet_list_open", "ordered_list_open"}:
                self._lists.append(int(token.attrGet("start") or 1) if token.type[0] == "o" else None)
            elif token.type in {"bullet_list_close", "ordered_list_close"}:
                self._lists.pop()
            elif token.type == "list_item_open":
                self._sign = self._next_sign()
            elif token.type == "thead_open":
                self._head = True
            elif token.type == "tr_close":
                yield self._row()
            elif token.type == "inline":
                yield from self._inline(token, self._tokens[at - 1], at)
            elif token.type in {"fence", "code_block"}:
                yield from (
                    Candidate(Block(line.strip())) for line in token.content.split("\n") if line.strip()
                )
            elif token.type == "html_block":
                yield from _plain_html(token.content)

    def _next_sign(self) -> str:
        number = self._lists[-1]
        if number is None:
            return ""
        self._lists[-1] = number + 1
        return f"{number}. "

    def _row(self) -> Candidate:
        cells, self._cells = self._cells, []
        kind, self._head = ("head" if self._head else "row"), False
        filled = [cell for cell in cells if cell]
        text = row(cells) if len(filled) > 1 else "".join(filled)
        return Candidate(Block(text, "head" if kind == "head" else "row"))

    def _heads(self, at: int) -> bool:
        """Whether a list, a table or a sentence follows, and not another short line, as on a card."""
        following = self._tokens[at + 2 : at + 4]
        if not following or following[0].type != "paragraph_open":
            return bool(following) and not following[0].type.startswith("heading")
        return following[-1].content.rstrip().endswith((".", "!", "?", ":"))

    def _inline(self, token: Token, opening: Token, at: int) -> Iterator[Candidate]:
        if opening.type in {"th_open", "td_open"}:
            self._cells.append(_text(token)[0].replace("\n", " "))
            return
        text, linked = _text(token, self._width)
        share = linked / max(1, len(text))
        for line in text.split("\n"):
            clean = " ".join(line.split())
            if not clean:
                continue
            if opening.type == "heading_open":
                yield Candidate(Block(clean, "heading", int(opening.tag[1])), share)
            elif not self._lists and _is_loud(token, clean) and self._heads(at):
                yield Candidate(Block(clean, "heading", _LOUD_LEVEL), share)
            elif self._lists and self._sign is not None:
                yield Candidate(Block(self._sign + clean, "item", len(self._lists) - 1), share)
                self._sign = None
            elif self._lists:
                yield Candidate(Block(clean, "item", len(self._lists) - 1), share)
            else:
                yield Candidate(Block(clean), share)


def _is_loud(token: Token, text: str) -> bool:
    """Whether a paragraph is but a few words in bold that end no sentence: a heading in all but name."""
    marks = [child.type for child in token.children or () if child.type != "text" or child.content.strip()]
    bold = marks[:1] == ["strong_open"] and marks[-1:] == ["strong_close"] and marks.count("strong_open") == 1
    short = len(text) <= _LOUD_AT_MOST and not any(map(str.isdigit, text)) and text[-1] not in ".,;:!"
    return bold and short and "softbreak" not in marks


def _width(texts: Sequence[str]) -> int:
    """How long the lines of a text are that is wrapped; 0 where a line is a paragraph."""
    longest = sorted((len(line) for text in texts for line in text.split("\n")), reverse=True)
    width = longest[len(longest) // 20] if longest else 0
    return width if width <= _WIDEST else 0


def _wrapped_at(lines: Sequence[str]) -> int:
    """How long the lines of a wrapped paragraph are, all but the last about as long; 0 for another one."""
    longest = max(map(len, lines))
    return longest if longest >= _NARROWEST and min(map(len, lines[:-1]), default=0) >= _FULL * longest else 0


def _is_meant(before: str, after: str, width: int) -> bool:
    """Whether a line ends where its author wanted it to: there was room for more, it is no sentence, unless a
    label follows, and no title in capitals that goes on."""
    room = not width or len(before) + 1 + len(after.split(" ", 1)[0]) <= _ROOM * width
    if _POSTCODE.match(after):
        return False
    opens = after[:1].isupper() or after[:1].isdigit() or after[:1] in '„"“*'
    ended = before.endswith((".", "!", "?")) and LABEL.match(after) is None
    title = before.isupper() and after.isupper()
    return room and opens and not (ended or title) and not before.endswith((",", "-", "–", "("))


def _text(token: Token, width: int = 1) -> tuple[str, int]:
    """The text of an inline token, a line feed for a hard break, and for a soft one that is meant as a text
    of such width is wrapped; and how much of it is link text."""
    parts: list[str] = []
    depth = linked = 0
    children = token.children or []
    card = _is_card(children)
    lines = [line.strip() for line in token.content.split("\n")]
    width = _wrapped_at(lines) or width
    meant = [_is_meant(before, after, width) for before, after in pairwise(lines)]
    breaks = sum(child.type in {"softbreak", "hardbreak"} for child in children)
    passed = 0
    for at, child in enumerate(children):
        depth += {"link_open": 1, "link_close": -1}.get(child.type, 0)
        if child.type in {"text", "code_inline"}:
            parts.append(child.content)
            linked += len(child.content) if depth else 0
        elif child.type == "hardbreak" or (child.type == "html_inline" and _BREAK.fullmatch(child.content)):
            parts.append("\n")
        elif child.type == "softbreak":
            alone = breaks == len(meant) and meant[passed]
            parts.append("\n" if alone or (card and _opens_label(children, at + 1)) else " ")
        elif child.type == "strong_close" and card and not _is_signed("".join(parts), children[at + 1 :]):
            parts.append(":")
        passed += child.type in {"softbreak", "hardbreak"}
    return "".join(parts), linked


def _is_card(children: Sequence[Token]) -> bool:
    """Whether most of several lines of a paragraph open in bold: labels, each with its value."""
    starts = [0, *(at + 1 for at, child in enumerate(children) if child.type == "softbreak")]
    bold = sum(_opens_label(children, at) for at in starts)
    return bold >= _FEWEST_LABELS and bold * 2 > len(starts)


def _is_signed(text: str, following: Sequence[Token]) -> bool:
    """Whether a sign stands behind a label already, or nothing else does."""
    after = next((one.content.strip() for one in following if one.content.strip()), "")
    return text.rstrip().endswith(_LABEL_SIGNS) or after.startswith(_BEHIND_LABEL)


def _opens_label(children: Sequence[Token], at: int) -> bool:
    """Whether bold or slanted letters begin at a place; an empty text may stand before them."""
    while at < len(children) and children[at].type == "text" and not children[at].content.strip():
        at += 1
    return at < len(children) and children[at].type in {"strong_open", "em_open"}


def _plain_html(content: str) -> Iterator[Candidate]:
    if content.lstrip().lower().startswith(("<script", "<style")):
        # The block ends with the line on which the element does.
        content = content.rpartition("</")[2].partition(">")[2] if "</" in content else ""
    for line in _TAGS.sub("", _BREAK.sub("\n", content)).split("\n"):
        if line.strip():
            yield Candidate(Block(" ".join(line.split())))
