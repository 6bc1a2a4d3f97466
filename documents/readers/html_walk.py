"""A page's tree read into blocks, each with its zone and the share of it that is links."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree, html

from documents.boilerplate import Candidate, Zone
from documents.model import Block, BlockKind
from documents.numbering import Form, shown
from documents.piece import CONTACT
from documents.readers.html_seen import INLINE, Seen, is_reference, squeezed
from documents.readers.html_table import Row, rows

_FRAME = frozenset({"nav", "footer", "header", "form", "menu"})
_FRAME_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "menu", "menubar", "toolbar"})
_FRAME_NAME = re.compile(
    r"(?:^|[-_ ])(?:nav|navbar|navigation|menu|submenu|breadcrumbs?|okruszki|footer|stopka|share|sharing|"
    r"socials?|udostepnij|pagination|pager|toolbar|topbar|skip|skip-link|tags|tagcloud|banner|search|szukaj|"
    r"calendar|kalendarz|weather|pogoda|imieniny|toc\d?|ez-toc|spis-tresci|table of contents\d|msotoc\d|"
    r"login|langs?|language-switcher)(?:$|[-_ ])"
)
# What stands here is somebody else's: other articles, readers' remarks, advertisements.
_OTHERS_NAME = re.compile(
    r"(?:^|[-_ ])(?:related|powiazane|podobne|recommended|recommendations|polecane|newsletter|ticker|"
    r"adverts?|advertisement|ads|adsbygoogle|reklamy?|sponsored|read-more|see-also|zobacz-takze|czytaj-takze)"
    r"(?:$|[-_ ])"
)
_REMARKS_NAME = re.compile(r"(?:^|[-_ ])(?:comments|comment-list|komentarze|disqus|disqus_thread)(?:$|[-_ ])")
# What word processors, and pages after their manner, call notes, and the boxes of a page's header and footer.
_NOTE_NAME = re.compile(
    r"(?:^|\s)(?:mso(?:foot|end)notetext|footnotes?|endnotes?|sd(?:foot|end)note)(?:$|\s|\d)"
)
_NOTE_ROLES = frozenset({"doc-footnote", "doc-endnote", "doc-endnotes"})
_EDGE_TITLES = frozenset({"header", "footer"})
_WORD_LIST = re.compile(r"mso-list:\s*\S+ level([1-9])")
_SIDE_NAME = re.compile(r"(?:^|[-_ ])(?:sidebar|aside|widgets?|panel-boczny|teasers?|promo)(?:$|[-_ ])")
_CONSENT_NAME = re.compile(r"cookie|consent|gdpr|(?:^|[-_ ])(?:rodo|cmp|cc-window|ciasteczka)(?:$|[-_ ])")
_BULLET = re.compile(r"^\s*[•◦‣▪■●►➢✓·§\uf0b7\uf0a7*]\s+(?=\S)")
_DASH = re.compile(r"^[-–—]\s+(?=\S)")
_LABEL_NAME = re.compile(r"label|term|key|etykieta|field-name|nazwa", re.IGNORECASE)
_VALUE_NAME = re.compile(r"value|data|item|content|wartosc|field", re.IGNORECASE)
_LABEL_CHARS, _VALUE_CHARS = 50, 200
# A marked frame that holds more of the page's text than this is no frame, whatever its class says.
_FRAME_SHARE = 0.4
_DEEPEST = 180
_LOUD_CHARS = 90
_LOUD_LEVEL = 5
_CONSENT_CHARS = 1500
# Below all headings of a page.
_QUESTION_LEVEL = 6
_DEFINITION_CHARS = 120


def candidates(root: html.HtmlElement) -> tuple[Candidate, ...]:
    """The blocks of a page in order, those of its frame among them."""
    body = root.find("body")
    return _Walk(body if body is not None else root).read()


def is_too_deep(root: html.HtmlElement) -> bool:
    """Whether elements of a page stand so deep in it that they are not read."""
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if isinstance(element.tag, str) and element.tag not in INLINE:
            depth += 1 if event == "start" else -1
            if depth > _DEEPEST:
                return True
    return False


class _Walk:
    def __init__(self, body: html.HtmlElement) -> None:
        self._body = body
        self._size = max(1, len(squeezed(body.text_content())))
        self._main = _main(body, self._size)
        self._seen = Seen(body)
        self._found: list[Candidate] = []
        self._text: list[_Said] = []
        self._links = self._bold = 0  # how many links and bold elements are open
        self._zone: Zone = self._start()
        self._kind: BlockKind = "paragraph"
        self._level = 0
        self._sign = ""
        self._under = 0  # the level of what an item holds after its first block
        self._lists = 0
        self._depth = 0

    def _start(self) -> Zone:
        """Beside an `<article>` stand other articles; around a `<main>` there may be more of the same."""
        if self._main is None:
            return "main"
        return "edge" if self._main.tag == "article" else "side"

    def read(self) -> tuple[Candidate, ...]:
        self._children(self._body)
        self._flush()
        return tuple(_with_dashed_items(self._found))

    def _children(self, element: html.HtmlElement) -> None:
        self._say(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self._element(child)
            self._say(child.tail)

    def _say(self, text: str | None) -> None:
        if text:
            self._text.append(_Said(text.replace("\n", " "), self._links > 0, self._bold > 0))

    def _element(self, element: html.HtmlElement) -> None:
        if self._hidden(element):
            return
        tag = str(element.tag)
        if tag == "br":
            self._text.append(_Said("\n"))
        elif self._is_inline(element, tag):
            self._inline(element, tag)
        else:
            zone, self._depth = self._zone, self._depth + 1
            self._flush()
            self._zone = self._zone_of(element, tag)
            self._block(element, tag)
            self._flush()
            self._zone, self._depth = zone, self._depth - 1

    def _is_inline(self, element: html.HtmlElement, tag: str) -> bool:
        """Whether an element goes on with the words before it; the labels of tabs stand apart."""
        if element.get("role") == "tab":
            return False
        return tag in INLINE or ":" in tag or (tag == "button" and self._kind == "heading")

    def _hidden(self, element: html.HtmlElement) -> bool:
        return self._depth > _DEEPEST or self._seen.hidden(element)

    def _inline(self, element: html.HtmlElement, tag: str) -> None:
        if is_reference(element):
            return
        link = tag == "a" and element.get("href") is not None
        bold = tag in {"b", "strong"}
        self._links, self._bold = self._links + link, self._bold + bold
        self._children(element)
        self._links, self._bold = self._links - link, self._bold - bold

    def _zone_of(self, element: html.HtmlElement, tag: str) -> Zone:
        if element is self._main:
            return "main"
        if self._zone == "gone" or tag in {"html", "body", "main"}:
            return self._zone
        names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
        if _CONSENT_NAME.search(names) and self._is_dialogue(element):
            return "gone"
        if self._is_others(element, names):
            return "gone"
        if tag == "header" and element.find(".//h1") is not None:
            return "main" if self._main is None else self._zone
        framed = tag in _FRAME or element.get("role") in _FRAME_ROLES or element.get("title") in _EDGE_TITLES
        framed = framed or bool(_FRAME_NAME.search(names))
        if (
            framed
            and not (tag in {"header", "footer"} and self._inside_article(element))
            and self._is_small(element)
        ):
            return "edge"
        if (tag == "aside" or _SIDE_NAME.search(names)) and self._zone == "main":
            return "side"
        return self._zone

    def _is_others(self, element: html.HtmlElement, names: str) -> bool:
        if element.find(".//h1") is not None or element.find(".//main") is not None or element is self._main:
            return False
        if _REMARKS_NAME.search(names):
            return self._main is None or self._main not in element.iter(self._main.tag)
        return bool(_OTHERS_NAME.search(names)) and self._is_small(element)

    def _is_small(self, element: html.HtmlElement) -> bool:
        if self._main is not None and any(one is self._main for one in element.iter(self._main.tag)):
            return False
        return len(squeezed(element.text_content())) <= _FRAME_SHARE * self._size or element.tag == "nav"

    def _is_dialogue(self, element: html.HtmlElement) -> bool:
        short = len(squeezed(element.text_content())) < _CONSENT_CHARS and element.find(".//h1") is None
        return short or self._is_small(element)

    def _inside_article(self, element: html.HtmlElement) -> bool:
        return any(above.tag in {"article", "main", "section"} for above in element.iterancestors())

    def _block(self, element: html.HtmlElement, tag: str) -> None:
        if re.fullmatch("h[1-6]", tag):
            self._as("heading", int(tag[1]), element)
        elif tag == "summary":
            self._as("heading", 6, element)
        elif tag in {"ul", "ol", "menu"}:
            self._list(element, tag)
        elif tag == "dl":
            self._definitions(element)
        elif tag == "table" and (found := rows(element, self._seen)):
            self._table(element, found)
        elif kind := _word_kind(element):
            self._as(*kind, element)
        elif tag == "figcaption" or (self._kind != "note" and self._is_note(element)):
            self._as("note", 0, element)
        elif tag == "pre":
            for line in element.text_content().split("\n"):
                self._say(line)
                self._text.append(_Said("\n"))
        elif pair := _pair(element, self._seen):
            self._add(*pair, 0)
        elif tag != "button" or element.get("aria-controls"):
            self._children(element)

    def _is_note(self, element: html.HtmlElement) -> bool:
        names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
        return element.get("role") in _NOTE_ROLES or bool(_NOTE_NAME.search(names))

    def _as(self, kind: BlockKind, level: int, element: html.HtmlElement, sign: str = "") -> None:
        before = self._kind, self._level, self._sign, self._under
        self._kind, self._level, self._sign, self._under = kind, level, sign, max(level, self._lists)
        self._children(element)
        self._flush()
        self._kind, self._level, self._sign, self._under = before

    def _list(self, element: html.HtmlElement, tag: str) -> None:
        number = _whole(element.get("start"), 1)
        level, self._lists = self._lists, self._lists + 1
        self._say(element.text)
        for child in element:
            if child.tag == "li" and not self._hidden(child):
                number = _whole(child.get("value"), number)
                if (
                    child.find(".//h2") is not None
                    or child.find(".//h3") is not None
                    or child.find(".//h4") is not None
                ):
                    lists, self._lists = self._lists, 0
                    self._as("paragraph", 0, child)
                    self._lists = lists
                else:
                    self._as("item", level, child, _sign(element, number) if tag == "ol" else "")
                number += 1
            elif isinstance(child.tag, str):
                self._element(child)
            self._say(child.tail)
        self._flush()
        self._lists = level

    def _definitions(self, element: html.HtmlElement) -> None:
        """A short definition as a row with its term, each of several, too; a long one as items below it. A
        question heads its answer."""
        term = told_of = ""
        for child in element.iter("dt", "dd"):
            if child.tag == "dt":
                if term:
                    self._add(term, "item", 0)
                term = told_of = self._seen.text(child)
            elif told_of.endswith("?"):
                self._add(term, "heading", _QUESTION_LEVEL)
                self._as("paragraph", 0, child)
                term = ""
            elif len(told := self._seen.text(child)) <= _DEFINITION_CHARS or len(child) == 0:
                self._add(f"{told_of} | {told}" if told and told_of else told or term, "row", 0)
                term = ""
            else:
                self._add(term, "item", 0)
                self._as("item", 1, child)
                term = ""
        self._add(term, "item", 0)

    def _table(self, element: html.HtmlElement, found: Sequence[Row]) -> None:
        caption = element.find("caption")
        if caption is not None:
            self._add(self._seen.text(caption), "paragraph", 0)
        for row in found:
            self._found.append(Candidate(Block(row.text, row.kind), row.links, self._zone))

    def _add(self, text: str, kind: BlockKind, level: int) -> None:
        if text.strip():
            self._found.append(Candidate(Block(text, kind, level), 0.0, self._zone))

    def _flush(self) -> None:
        """What was said since the last block, as blocks of the kind at hand: one for each line break."""
        said, self._text = self._text, []
        lines = _lines(said)
        for line in lines:
            text = squeezed("".join(part.text for part in line))
            linked = sum(len(part.text.strip()) for part in line if part.linked)
            kind, level = self._kind, self._level
            if kind in {"paragraph", "item"} and _BULLET.match(text):
                text, kind = _BULLET.sub("", text), "item"
            elif kind == "paragraph" and _is_loud(line, text):
                kind, level = "heading", _LOUD_LEVEL
            zone: Zone = "main" if kind == "heading" and level == 1 and self._zone == "edge" else self._zone
            share = min(1.0, linked / max(1, len(text)))
            self._found.append(Candidate(Block(self._sign + text, kind, level), share, zone))
            if self._kind == "item":  # what follows the first block of an item stands under it
                self._level, self._sign = self._under, ""


def _word_kind(element: html.HtmlElement) -> tuple[BlockKind, int] | None:
    """What a paragraph is in a page that a word processor wrote: its title, or an item with a typed sign."""
    names = (element.get("class") or "").lower()
    if names.startswith("msotitle") or (element.tag == "p" and names == "title"):
        return "title", 1
    listed = _WORD_LIST.search(element.get("style") or "") if element.tag == "p" else None
    return ("item", int(listed[1]) - 1) if listed else None


def _sign(element: html.HtmlElement, number: int) -> str:
    """The number before an item, in the form its list has."""
    forms: dict[str, Form] = {"a": "a", "A": "A", "i": "i", "I": "I"}
    return f"{shown(number, forms.get(element.get('type') or '', '1'))}. "


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else otherwise


def _pair(element: html.HtmlElement, seen: Seen) -> tuple[str, BlockKind] | None:
    """A label and its value, each in a box of its own, as the line they look like."""
    boxes = list(element)
    if len(boxes) != 2 or (element.text or "").strip() or any((box.tail or "").strip() for box in boxes):
        return None
    label, value = (seen.text(box) for box in boxes)
    plain = all(len(box) < 2 and box.tag in {"div", "span", "p", "dt", "dd", "strong", "b"} for box in boxes)
    if not plain or not label or not value or len(label) > _LABEL_CHARS or len(value) > _VALUE_CHARS:
        return None
    if label.endswith(":"):
        return f"{label} {value}", "paragraph"
    named = _LABEL_NAME.search(boxes[0].get("class") or "") and _VALUE_NAME.search(
        boxes[1].get("class") or ""
    )
    return (f"{label} | {value}", "row") if named else None


def _with_dashed_items(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Paragraphs that open with a dash as items, unless they are speech."""
    listed = False  # the line before was an item of that kind
    for at, one in enumerate(found):
        beside = [other.block.text for other in (*found[max(0, at - 1) : at], *found[at + 1 : at + 2])]
        introduced = listed or (at > 0 and found[at - 1].block.text.endswith(":"))
        dashed = one.block.kind == "paragraph" and _DASH.match(one.block.text)
        spoken = one.block.text.endswith((".", "!", "?", ",")) and not introduced
        listed = bool(dashed) and not spoken and (introduced or any(_DASH.match(text) for text in beside))
        if listed:
            block = Block(_DASH.sub("", one.block.text), "item")
            yield Candidate(block, one.links, one.zone)
        else:
            yield one


class _Said(NamedTuple):
    text: str
    linked: bool = False
    bold: bool = False


def _is_loud(line: Sequence[_Said], text: str) -> bool:
    """Whether a line is all bold and short: a heading of a page that has no other."""
    if len(text) > _LOUD_CHARS or text.endswith((".", ",", ";", "!")) or CONTACT.search(text):
        return False
    return all(part.bold for part in line if part.text.strip())


def _lines(said: Sequence[_Said]) -> list[list[_Said]]:
    """What was said between line breaks; a line that begins in lower case goes on with the one before."""
    lines: list[list[_Said]] = [[]]
    for part in said:
        if part.text == "\n":
            lines.append([])
        else:
            lines[-1].append(part)
    found: list[list[_Said]] = []
    for line in lines:
        text = "".join(part.text for part in line).strip()
        before = "".join(part.text for part in found[-1]) if found else ""
        if found and text[:1].islower() and not CONTACT.search(text) and not CONTACT.search(before):
            found[-1] += [_Said(" "), *line]
        elif text:
            found.append(line)
    return found


def _main(body: html.HtmlElement, size: int) -> html.HtmlElement | None:
    """The element that the page marks as its content, if it holds enough of it."""
    articles = list(body.iter("article"))
    for found in (
        [*body.iter("main"), *(one for one in body.iter("div", "section") if one.get("role") == "main")],
        articles,
        [one for one in articles if one.find(".//h1") is not None],
    ):
        if len(found) == 1 and len(squeezed(found[0].text_content())) >= 0.25 * size:
            return found[0]
    return None
