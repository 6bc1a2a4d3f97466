"""Whom a line names as one of several: a cluster that the register knows, or a name as written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.rosters.words import speaks_of_clusters
from documents.model import Span
from index import words
from index.register.register import Register

# "The European Glass Cluster Network" is no glass cluster.
PART_OF_NAME = re.compile(
    r"\s(?:Network|Association|Alliance|Forum|Partnership|Federation|Union|Platform|Council|Community)\b"
)
# What may stand before a name that begins its line: a number, an acronym and a dash, a country and a colon.
BEFORE = re.compile(r"^\W*(?:\d+\s*[.)|]?\s*)?(?:[^\W\d]+(?: [^\W\d]+)?:\s*|[^\W\d]+\s[–—-]\s*)?[„“”\"«(]*")
NUMBERING = re.compile(r"^\W*(?:\d+\s*[.)]\s*)?")
# What ends a name that stands first in its line.
END_OF_NAME = re.compile(r"\s[–—-]\s|[(:,;|]|\.\s|\.?$")
COUNTRY = re.compile(r"^[^\W\d]+(?: [^\W\d]+)?:\s+")
LONGEST_NAME = 9
# Characters in which a text begins with a name.
OPENING = 120


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands in a text; `cluster` is the register's id, "" where it knows none."""

    span: Span
    cluster: str
    text: str


def names_in(text: str, register: Register) -> tuple[Name, ...]:
    """The clusters of the register that a text names for sure, each once, in its order."""
    found: dict[str, Name] = {}
    for one in register.named(text, sure=True):
        if len(one.clusters) == 1 and PART_OF_NAME.match(text, one.span.end) is None:
            found.setdefault(one.clusters[0], Name(one.span, one.clusters[0], text[slice(*one.span)]))
    return tuple(found.values())


def first_name(text: str, register: Register) -> Name | None:
    """The cluster of the register that a text begins with."""
    named = names_in(text[:OPENING], register)
    if not named:
        return None
    before = BEFORE.match(text)
    return named[0] if before is not None and named[0].span.start <= before.end() else None


def written_name(text: str) -> Name | None:
    """What stands where a name would, at the beginning of a text: a few words with a capital."""
    numbered = NUMBERING.match(text)
    start = numbered.end() if numbered is not None else 0
    country = COUNTRY.match(text[start:])
    start += country.end() if country is not None else 0
    end = END_OF_NAME.search(text, start)
    name = text[start : end.start() if end else len(text)].strip()
    tokens = words.tokenize(name)
    if (
        not name.strip("„“”\"«»'")[:1].isupper()
        or len(tokens) > LONGEST_NAME
        or any(map(words.is_finite, tokens))
    ):
        return None
    return Name(Span(start, start + len(name)), "", name)


def is_cluster(name: Name) -> bool:
    """Whether a name is one of a cluster, by the register or by its words."""
    return bool(name.cluster) or speaks_of_clusters(name.text)


def is_titled(text: str) -> bool:
    """Whether all words of a text but small ones have capitals."""
    tokens = words.tokenize(text)
    return bool(tokens) and all(one[0].isupper() or one[0].isdigit() or len(one) < 4 for one in tokens)


def blanked(text: str, names: Iterator[Name] | tuple[Name, ...]) -> str:
    """The text without names."""
    letters = list(text)
    for name in names:
        letters[name.span.start : name.span.end] = " " * (name.span.end - name.span.start)
    return "".join(letters)
