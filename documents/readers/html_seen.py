"""Which elements of a page are seen, and the text that is seen in one."""

import re
from collections.abc import Iterator

from lxml import html

SKIPPED = frozenset({
    "script", "style", "template", "noscript", "svg", "canvas", "iframe", "object", "embed", "select",
    "option", "input", "textarea", "head", "audio", "video", "map", "img", "picture", "math", "datalist",
    "progress", "meter", "rt", "rp", "amp-analytics", "amp-ad", "amp-sidebar",
})  # fmt: skip
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
# Said to those who listen to a page, and mostly of its buttons.
_UNSEEN_NAME = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-(?:text|only)|element-invisible|show-for-sr|u-hidden)(?:$|\s)"
)
_NUMBER = re.compile(r"\w[.)]|\d")
_REFERENCE = re.compile(r"\[?\d{1,3}\]?|\[[a-z]\]|[↑^↩]+\ufe0e?")
# A page saved while a window lay over it has all of itself marked as hidden.
_MOST_HIDDEN = 0.4


def squeezed(text: str) -> str:
    """Text with every run of white space as one space."""
    return " ".join(text.split())


class Seen:
    """What is seen of a page. A part that is folded away, one click from being read, is."""

    def __init__(self, body: html.HtmlElement) -> None:
        self._size = max(1, len(squeezed(body.text_content())))
        self._opened = {name for one in body.iter() if (name := one.get("aria-controls"))}

    def hidden(self, element: html.HtmlElement) -> bool:
        """Whether an element, with all in it, is not seen."""
        if element.tag in SKIPPED or _is_drawn_bullet(element):
            return True
        if element.get("id") in self._opened or element.get("role") == "tabpanel":
            return False
        if element.tag == "dialog" and element.get("open") is None:
            return True
        if not self._marked(element):
            return False
        return (
            len(squeezed(element.text_content())) < _MOST_HIDDEN * self._size or element.find(".//p") is None
        )

    def _marked(self, element: html.HtmlElement) -> bool:
        if element.get("hidden") is not None or element.get("aria-hidden") == "true":
            return True
        if element.get("popover") is not None or _UNSEEN_STYLE.search((element.get("style") or "").lower()):
            return True
        return element.tag != "h1" and bool(_UNSEEN_NAME.search((element.get("class") or "").lower()))

    def text(self, element: html.HtmlElement) -> str:
        """The text seen in an element, in one line, without the numbers of its references."""
        return squeezed("".join(self._parts(element)))

    def _parts(self, element: html.HtmlElement) -> Iterator[str]:
        """The pieces of text in order, a blank around each box and line break; no deeper than lxml reads."""
        waiting: list[html.HtmlElement | str] = [element]
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                yield one
                continue
            tail = one.tail or "" if one is not element else ""
            if not isinstance(one.tag, str) or (one is not element and self.hidden(one)) or is_reference(one):
                yield tail
                continue
            gap = "" if one.tag in INLINE else " "
            waiting += [f"{gap}{tail}", *reversed(list(one)), f"{gap}{one.text or ''}"]


def _is_drawn_bullet(element: html.HtmlElement) -> bool:
    """Whether an element is the bullet that a word processor writes before an item's text; numbers stay."""
    if element.tag != "span" or "mso-list:ignore" not in (element.get("style") or "").lower():
        return False
    return not _NUMBER.search(element.text_content())


INLINE = frozenset({
    "a", "abbr", "acronym", "amp-img", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "q", "ruby", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip


def is_reference(element: html.HtmlElement) -> bool:
    """Whether an element is the raised number of a reference, or the one before a note."""
    around = element.getparent()
    if element.tag == "sup":
        linked = element.find(".//a") is not None or (around is not None and around.tag == "a")
    else:
        linked = element.tag == "a" and (element.get("href") or "").startswith("#")
    return linked and bool(_REFERENCE.fullmatch(element.text_content().strip()))
