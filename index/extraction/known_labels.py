"""What is known while a text is read: labels that its document names, or the library holds, and the day."""

import re
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import lru_cache, wraps
from typing import TypeVar

from documents.model import Span
from index import words

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# What may stand between two words of one label.
SPACE = re.compile(r"[ \u00a0]{1,2}")
# "Podlaska", at the beginning of a label, may be left out where it is clear: "Marka Klastrowa".
OF_REGION = re.compile(r"(?:[sc]k[ai]|ern)$")
CLUSTERAL = "klastrow"
FEWEST_WORDS = 2
FEWEST_INITIALS = 3

R = TypeVar("R")
Lemmas = tuple[frozenset[str], ...]
_KNOWN: ContextVar[tuple[str, ...]] = ContextVar("known labels", default=())
_DAY: ContextVar[date | None] = ContextVar("the day of the text", default=None)


@contextmanager
def knowing(labels: Collection[str], day: date | None = None) -> Iterator[None]:
    """While it lasts, texts are read as naming these labels, inflected, without their region's name or by
    their initials, and as written on that day."""
    tokens = _KNOWN.set(tuple(dict.fromkeys(labels))), _DAY.set(day)
    try:
        yield
    finally:
        _KNOWN.reset(tokens[0])
        _DAY.reset(tokens[1])


def day_of_text() -> date | None:
    """The day on which the text was written that is read, if that is known."""
    return _DAY.get()


def kept_by_labels(size: int, *, dated: bool = False) -> Callable[[Callable[..., R]], Callable[..., R]]:
    """A decorator for functions of texts that read labels in them: what they gave is kept, for the labels
    that were known then, and the day if they are `dated`: such as read times."""

    def keep(function: Callable[..., R]) -> Callable[..., R]:
        @lru_cache(size)
        def kept(_known: tuple[str, ...], _day: date | None, *args: Hashable) -> R:
            return function(*args)

        @wraps(function)
        def asked(*args: Hashable) -> R:
            return kept(_KNOWN.get(), _DAY.get() if dated else None, *args)

        return asked

    return keep


def known_labels(text: str) -> Iterator[tuple[Span, str]]:
    """Where a text names labels that are known, with their keys; with a capital at least in its first word,
    unless the text has none."""
    ways = _ways(_KNOWN.get())
    if not ways:
        return
    found = list(WORD.finditer(text))
    initials = _initials(_KNOWN.get())
    lemmas = [_lemmas(one[0]) for one in found]
    written_small = text.islower()
    at = 0
    while at < len(found):
        fits = written_small or found[at][0][0].isupper()
        way = next((one for one in ways if fits and _is_at(one[0], lemmas[at:])), None)
        end = at + len(way[0]) if way else at + 1
        if way and all(_near(text, found[n], found[n + 1]) for n in range(at, end - 1)):
            yield Span(found[at].start(), found[end - 1].end()), way[1]
            at = end
        else:
            word = found[at][0].upper() if written_small else found[at][0]
            if word in initials:
                yield Span(*found[at].span()), initials[word]
            at += 1


def _is_at(way: Lemmas, lemmas: Sequence[frozenset[str]]) -> bool:
    """Whether words begin with those of a way to name a label, in some case."""
    if len(way) > len(lemmas) or way[0].isdisjoint(lemmas[0]):
        return False
    return not any(one.isdisjoint(other) for one, other in zip(way, lemmas, strict=False))


def _near(text: str, one: re.Match[str], following: re.Match[str]) -> bool:
    return SPACE.fullmatch(text, one.end(), following.start()) is not None


@lru_cache(maxsize=64)
def _ways(known: tuple[str, ...]) -> tuple[tuple[Lemmas, str], ...]:
    """The ways in which labels are named, the longest first; what two of them share is a way of neither."""
    ways: dict[Lemmas, str] = {}
    shared: set[Lemmas] = set()
    for key in known:
        for way in _ways_of(key):
            if ways.setdefault(way, key) != key:
                shared.add(way)
    return tuple(sorted(((way, ways[way]) for way in ways.keys() - shared), key=lambda one: -len(one[0])))


def _ways_of(key: str) -> Iterator[Lemmas]:
    said = WORD.findall(key)
    lemmas = tuple(map(_lemmas, said))
    if lemmas:
        yield lemmas
    if len(lemmas) > FEWEST_WORDS and OF_REGION.search(words.fold(said[0])):
        yield lemmas[1:]


@lru_cache(maxsize=64)
def _initials(known: tuple[str, ...]) -> dict[str, str]:
    """The labels of several words by their initials, "WKW", but those of two labels."""
    found: dict[str, str] = {}
    shared = set()
    for key in known:
        said = [one for one in WORD.findall(key) if one[0].isupper()]
        short = "".join(one[0] for one in said)
        if len(said) >= FEWEST_INITIALS and found.setdefault(short, key) != key:
            shared.add(short)
    return {short: key for short, key in found.items() if short not in shared}


@lru_cache(maxsize=8_192)
def _lemmas(word: str) -> frozenset[str]:
    """What a word may be a form of: of "klastrowy", which no dictionary has, its beginning."""
    folded = words.fold(word)
    if folded.startswith(CLUSTERAL):
        return frozenset((CLUSTERAL,))
    return frozenset((words.lemma(word), *(words.fold(one.lemma) for one in words.readings(word.lower()))))
