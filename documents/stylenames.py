"""What the name of a paragraph's style says of it, in the languages that programs name styles in."""

import re

_HEADING = re.compile(
    r"(?:heading|nagłówek|naglowek|überschrift|titre|título|titolo|rubrik|kop|nadpis|zagolovok|заголовок)\s?_?(\d)\b.*"
)
_TITLE = re.compile(r"title|tytuł|tytuł dokumentu|document title|titel|titre")
_LIST = re.compile(
    r"(?:list (?:bullet|number)|lista (?:punktowana|numerowana|wypunktowana)|aufzählungszeichen)(?: (\d))?"
)
_CONTENTS = re.compile(
    r"(?:toc|spis treści|contents|verzeichnis) ?\d.*|table of figures|spis ilustracji|contents \d"
)
_DEEPEST = 9


def heading_level(name: str) -> int:
    """The level from 1 of a heading's style, 0 for any other."""
    found = _HEADING.fullmatch(name.lower())
    return min(int(found[1]), _DEEPEST) if found else 0


def is_title(name: str) -> bool:
    """Whether a style is that of the document's title."""
    return bool(_TITLE.fullmatch(name.lower()))


def list_level(name: str) -> int | None:
    """The nesting from 0 of a list's style, None for any other."""
    found = _LIST.fullmatch(name.lower())
    return int(found[1] or 1) - 1 if found else None


def is_contents(name: str) -> bool:
    """Whether a style is that of a table of contents."""
    return bool(_CONTENTS.fullmatch(name.lower()))
