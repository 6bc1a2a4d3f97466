"""What a document is called: by its properties, where somebody wrote them, or by its headings."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from itertools import pairwise

from documents.mending.known import is_first_name
from documents.model import Block
from documents.outline import HEADINGS

_LONGEST = 200
_SECTION_ONE = re.compile(r"1(?:\.1)*\.?\s")
# The call of a note that says who paid for the work.
_CALL = re.compile(r"(?<=\S)[∗†‡\ufffd]+$")
_NAME_WORDS, _TITLE_WORDS = range(2, 5), 3


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """Whatever is on a list of data/titles.toml."""
    source = resources.files("documents") / "data" / "titles.toml"
    lists = tomllib.loads(source.read_text(encoding="utf-8"))
    return re.compile("|".join(f"(?:{each})" for each in lists[kind]["patterns"]), re.IGNORECASE)


def own_title(title: str) -> str | None:
    """The title, or None where it is empty, a file's name or what a program writes by itself."""
    title = " ".join(title.split())
    told = any(map(str.isalpha, title)) and len(title) <= _LONGEST
    return title if told and not _pattern("programs").fullmatch(title) else None


def headed_title(blocks: Sequence[Block]) -> str | None:
    """What is set as the title, else the first heading; None where it is the first of many numbered ones.

    Over a table of contents and other such parts nobody writes what the document is called, and the author
    may stand above it.
    """
    headings = [block for block in blocks if block.kind in HEADINGS and not _is_part(block.text)]
    found = next((block for block in headings if block.kind == "title"), headings[0] if headings else None)
    if found is None or _SECTION_ONE.match(found.text) or len(found.text) > _LONGEST:
        return None
    below = next((second for first, second in pairwise(blocks) if first is found), None)
    if below and below.kind in HEADINGS and len(below.text.split()) >= _TITLE_WORDS and _is_name(found.text):
        found = below
    return _CALL.sub("", found.text)


def _is_part(text: str) -> bool:
    return bool(_pattern("parts").fullmatch(text.strip(" :.")))


def _is_name(text: str) -> bool:
    """Whether a heading is a person's name: a first name before others with a capital."""
    words = text.split()
    return len(words) in _NAME_WORDS and all(word[0].isupper() for word in words) and is_first_name(words[0])
