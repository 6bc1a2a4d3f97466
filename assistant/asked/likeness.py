"""Which questions mean the same, so that one document would answer them both.

Vectors alone do not tell: "who coordinates A" and "who coordinates B" are nearer to each other than many a
question to its paraphrase. So what is asked for and the names must be the same; where one of two questions
says a little more, their vectors decide.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from rapidfuzz.distance import OSA

from assistant.requests.tokens import Tokens, mark, tokens_of
from index import words
from index.extraction.labels import labels_in
from index.query import stem, translations
from index.taxonomy import places_in

# Cosines of the default model, between questions; swept on the half `tune` of tests/quality/alike.tsv, over
# 0.80 to 0.98. Where all words meet, only what is plainly elsewhere is kept apart.
SAME_WORDS = 0.82
MORE_WORDS = 0.94
# Words one of the two may have beyond the other.
MOST_MORE = 2
# From this many letters on a name may be spelled with a slip.
LONG_NAME = 8


@dataclass(frozen=True, slots=True)
class Word:
    """A word that tells of what is asked: the keys it may meet others by; whether it looks like a name."""

    written: str
    keys: frozenset[str]
    is_name: bool


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a question asks for, as concepts, and of what."""

    asks: frozenset[str]
    about: tuple[Word, ...]


@lru_cache(maxsize=50_000)
def meaning(text: str) -> Meaning:
    """The meaning of a question, read without the library."""
    for said, plain in _phrases():
        text = said.sub(plain, text)
    tokens = tokens_of(text)
    labels = labels_in(text)
    for label in labels:
        tokens.take_span(label.span, "a label")
    mark(tokens)
    asks = frozenset(_asks(tokens))
    about = [Word(label.key, frozenset({words.fold(label.key)}), True) for label in labels]
    about += [
        _word(token.text, place)
        for place, (token, concept) in enumerate(zip(tokens.tokens, tokens.meaning, strict=True))
        if not _is_taken(concept, asks) and words.fold(token.text) not in words.stop_words()
    ]
    return Meaning(asks, tuple(dict.fromkeys(about)))


def keys_of(one: Meaning) -> tuple[frozenset[str], ...]:
    """For each word of a question the keys of which a word that meets it has at least one; of a question
    without such words, of what it asks for."""
    if one.about:
        return tuple(word.keys | _slips(word) for word in one.about)
    return (frozenset(f"asks {concept}" for concept in sorted(one.asks)[:1]) or frozenset({"nothing"}),)


def _slips(word: Word) -> frozenset[str]:
    """A long word without each of its letters: whatever is one slip away shares one of these."""
    folded = words.fold(word.written)
    if len(folded) < LONG_NAME - 1:
        return frozenset()
    return frozenset({folded, *(folded[:at] + folded[at + 1 :] for at in range(len(folded)))})


def alike(one: Meaning, other: Meaning, cosine: float) -> bool:
    """Whether two questions mean the same; `cosine` is that of their vectors."""
    if cosine < SAME_WORDS or not _ask_the_same(one.asks, other.asks):
        return False
    more, less = _unmet(one.about, other.about), _unmet(other.about, one.about)
    if any(word.is_name for word in (*more, *less)):
        return False
    extra, missing = len(more) + len(one.asks - other.asks), len(less) + len(other.asks - one.asks)
    if extra and missing:
        # Each says something that the other does not: one thing in place of another.
        return False
    if not extra and not missing and (one.about or one.asks):
        return True
    return bool(one.about or other.about) and extra + missing <= MOST_MORE and cosine >= MORE_WORDS


def _ask_the_same(one: frozenset[str], other: frozenset[str]) -> bool:
    only, others = one - other, other - one
    turning = _turning()
    # "Projects that a cluster runs": whoever has another thing to ask for only runs it.
    if one & other:
        turning -= {"leads"}
    return not (only and others) and not (only | others) & turning


def _unmet(mine: Iterable[Word], theirs: Iterable[Word]) -> list[Word]:
    return [word for word in mine if not any(_meet(word, other) for other in theirs)]


def _meet(one: Word, other: Word) -> bool:
    if one.keys & other.keys:
        return True
    mine, its = words.fold(one.written), words.fold(other.written)
    long = min(len(mine), len(its)) >= LONG_NAME
    unknown = not words.is_known(one.written) or not words.is_known(other.written)
    return long and unknown and OSA.distance(mine, its, score_cutoff=1) <= 1


def _asks(tokens: Tokens) -> Iterable[str]:
    same: Mapping[str, str] = _table()["same"]
    for concept in tokens.meaning:
        if concept in same:
            yield same[concept]
        elif concept in _table()["asked"]:
            yield concept


def _is_taken(concept: str, asks: frozenset[str]) -> bool:
    """Whether nothing of a word is left to be compared."""
    if concept == "firms" and {"how_many", "members"} <= asks:
        return True
    return concept in _taken()


def _word(written: str, place: int) -> Word:
    lemma = words.lemma(written)
    keys = {lemma, *translations().get(lemma, ()), *_groups().get(lemma, ())}
    named = (place > 0 and written[0].isupper()) or written[0].isdigit() or not words.is_known(written)
    stems = {stem(key) for key in keys if len(key) > 6}
    # "W Wielkopolsce" and "wielkopolskie" are one region. That two words tell of one sector makes them no
    # more alike: tried on `check`, it put as many wrongly together as rightly.
    regions = {f"region {one.region}" for one in places_in(written) if one.kind == "region"}
    return Word(written, frozenset({*keys, *stems, *regions}), named)


@cache
def _taken() -> frozenset[str]:
    table = _table()
    return frozenset({"a label", *table["frame"], *table["asked"], *table["same"]})


@cache
def _turning() -> frozenset[str]:
    return frozenset(_table()["turning"])


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("assistant").joinpath("data/alike.toml").read_text("utf-8"))


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Ways of saying something that take several words, each with the plain one."""
    said = _table()["phrases"]["said"]
    return tuple((re.compile(pattern, re.IGNORECASE), plain) for pattern, plain in said)


@cache
def _groups() -> Mapping[str, tuple[str, ...]]:
    """Each lemma with the names of the groups of words that it is one of."""
    table: dict[str, list[str]] = {}
    for number, group in enumerate(_table()["words"]["groups"]):
        for word in group:
            table.setdefault(words.lemma(word), []).append(f"group {number}")
    return {one: tuple(found) for one, found in table.items()}
