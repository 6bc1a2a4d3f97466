"""A question's words, what each of them means to the register, and which of them nothing was made of."""

import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from rapidfuzz.distance import OSA

from documents.model import Span
from index import words

# Parts of speech of words that tell nothing by themselves.
FUNCTION_PARTS = frozenset(("prep", "conj", "comp", "part", "interj"))
# Shorter words of the lexicon turn into others by one slip of the finger.
SHORTEST_CORRECTED = 6
# From this many letters on, two slips are forgiven.
LONG = 9
# What an ending may have at most: with more, two words only begin alike.
LONGEST_ENDING = 4


@dataclass(frozen=True, slots=True)
class Token:
    """A word as written, folded, and where it stands."""

    text: str
    folded: str
    span: Span


@dataclass(frozen=True, slots=True)
class Spot:
    """Words that stand for a concept of the lexicon, from one token up to another."""

    concept: str
    start: int
    end: int


@dataclass(slots=True)
class Tokens:
    """A question's tokens; `meaning` says of each what it was taken for, "" of those nobody took yet."""

    text: str
    tokens: tuple[Token, ...]
    meaning: list[str]
    spots: tuple[Spot, ...] = field(default=())

    def take(self, start: int, end: int, meaning: str) -> None:
        """Nothing back; the tokens mean that from now on."""
        for place in range(start, end):
            self.meaning[place] = meaning

    def take_span(self, span: Span, meaning: str) -> None:
        """As `take`, by characters."""
        for place, token in enumerate(self.tokens):
            if token.span.start < span.end and span.start < token.span.end:
                self.meaning[place] = meaning

    def without(self, *meanings: str) -> str:
        """The text, blank where tokens mean one of these: offsets stay as they are."""
        letters = list(self.text)
        for token, meaning in zip(self.tokens, self.meaning, strict=True):
            if meaning in meanings:
                letters[token.span.start : token.span.end] = " " * (token.span.end - token.span.start)
        return "".join(letters)

    def has(self, *concepts: str) -> bool:
        """Whether words stand in it for one of these."""
        return any(self.all_of(concept) for concept in concepts)

    def all_of(self, concept: str) -> tuple[Spot, ...]:
        """Where words stand for a concept, those left out that were taken for something else later."""
        return tuple(
            spot
            for spot in self.spots
            if spot.concept == concept
            and all(self.meaning[place] == concept for place in range(spot.start, spot.end))
        )

    def places(self, *meanings: str) -> tuple[int, ...]:
        """Where tokens mean one of these."""
        return tuple(n for n, meaning in enumerate(self.meaning) if meaning in meanings)

    def reaches(self, start: int, goals: Collection[str], over: Collection[str]) -> int | None:
        """The first place from `start` on that means one of `goals`, with nothing but `over` before it."""
        for place in range(start, len(self.tokens)):
            if self.meaning[place] in goals:
                return place
            if self.meaning[place] not in over and not self.says_nothing(place):
                return None
        return None

    def says_nothing(self, place: int) -> bool:
        """Whether a token is a function word, or the rest of one."""
        folded = self.tokens[place].folded
        if self.meaning[place]:
            return self.meaning[place] == "filler"
        if folded in words.stop_words() or (len(folded) < 3 and not folded.isdigit()):
            return True
        return _is_function_word(self.tokens[place].text)

    def left(self) -> tuple[int, ...]:
        """The places of words that tell something and that nothing was made of."""
        return tuple(n for n, meaning in enumerate(self.meaning) if not meaning and not self.says_nothing(n))


@lru_cache(maxsize=20_000)
def _is_function_word(text: str) -> bool:
    """Whether a Polish word only joins or places others: a preposition, a conjunction, a particle, an adverb
    that is not made of an adjective."""
    found = words.readings(text)
    return any(one.part in FUNCTION_PARTS or one.tag == "adv" for one in found)


def tokens_of(text: str) -> Tokens:
    """The tokens of a text, with no meaning yet."""
    found = tuple(
        Token(match.group(), words.fold(match.group()), Span(*match.span()))
        for match in words.TOKEN.finditer(text)
    )
    return Tokens(text, found, [""] * len(found))


@cache
def lexicon() -> dict[str, Any]:
    """The words that questions about clusters are made of (assistant/data/requests.toml)."""
    return tomllib.loads(files("assistant").joinpath("data/requests.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words of the lexicon: each a set of whole words, and stems which may have any ending."""

    concept: str
    whole: tuple[frozenset[str], ...]
    stems: tuple[tuple[str, ...], ...]


@cache
def _phrases() -> Mapping[str, tuple[_Phrase, ...]]:
    """The phrases by the first two letters that their first word may have, the longest first."""
    table: dict[str, list[_Phrase]] = {}
    for concept, phrases in lexicon()["concepts"].items():
        for phrase in phrases:
            options = [word.split("|") for word in phrase.split()]
            made = _Phrase(
                concept,
                tuple(frozenset(one for one in ones if not one.endswith("*")) for ones in options),
                tuple(tuple(one[:-1] for one in ones if one.endswith("*")) for ones in options),
            )
            for key in {one[:2] for one in options[0]}:
                table.setdefault(key, []).append(made)
    return {key: tuple(sorted(found, key=lambda one: -len(one.whole))) for key, found in table.items()}


def mark(tokens: Tokens) -> None:
    """Nothing back; what stands for a concept, among the words nobody took yet, is marked with it. Of phrases
    that overlap the longer one counts, of equally long ones the first."""
    read = [token.folded if not meaning else "" for token, meaning in _both(tokens)]
    # A capital inside a question makes a name, however its word is spelled.
    corrected = [
        "" if meaning or (place and token.text[0].isupper()) else _corrected(token.folded, token.text)
        for place, (token, meaning) in enumerate(_both(tokens))
    ]
    found = list(_found(read, corrected))
    kept: list[Spot] = []
    for spot in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(tokens.meaning[place] == "" for place in range(spot.start, spot.end)):
            tokens.take(spot.start, spot.end, spot.concept)
            kept.append(spot)
    tokens.spots = tuple(sorted(kept, key=lambda one: one.start))


def _both(tokens: Tokens) -> Iterator[tuple[Token, str]]:
    return zip(tokens.tokens, tokens.meaning, strict=True)


def _found(read: list[str], corrected: list[str]) -> Iterator[Spot]:
    for start, word in enumerate(read):
        for first in dict.fromkeys((word, corrected[start])):
            for phrase in _phrases().get(first[:2], ()):
                end = start + len(phrase.whole)
                if end <= len(read) and _matches(phrase, read[start:end], corrected[start:end]):
                    yield Spot(phrase.concept, start, end)


def _matches(phrase: _Phrase, read: Iterable[str], corrected: Iterable[str]) -> bool:
    return all(
        any(one and (one in whole or one.startswith(stems)) for one in {word, other})
        for word, other, whole, stems in zip(read, corrected, phrase.whole, phrase.stems, strict=True)
    )


@lru_cache(maxsize=20_000)
def _corrected(folded: str, written: str) -> str:
    """The word of the lexicon that a word in no dictionary is spelled like, "" where there is none."""
    if len(folded) < SHORTEST_CORRECTED - 1 or folded.isdigit() or words.is_known(written.lower()):
        return ""
    if words.restored_lemmas(folded) or any(folded.startswith(stem) for stem in _long_stems()):
        return ""
    near = [
        (slips, stem)
        for stem in _long_stems()
        if stem[0] == folded[0]
        and -2 < len(folded) - len(stem) <= LONGEST_ENDING
        and (slips := _slips(folded, stem)) <= _forgiven(stem)
    ]
    return min(near, default=(0, ""))[1]


def _forgiven(stem: str) -> int:
    return 1 + (len(stem) >= LONG)


def _slips(folded: str, stem: str) -> int:
    """How many slips the beginning of a word is from a stem."""
    lengths = range(max(1, len(stem) - 1), min(len(folded), len(stem) + 1) + 1)
    return min(OSA.distance(folded[:length], stem) for length in lengths)


@cache
def _long_stems() -> tuple[str, ...]:
    """Words and stems of the lexicon that are long enough to be told from others by most of their letters."""
    options = (
        one.rstrip("*")
        for phrases in lexicon()["concepts"].values()
        for phrase in phrases
        for word in phrase.split()
        for one in word.split("|")
    )
    return tuple(sorted({one for one in options if len(one) >= SHORTEST_CORRECTED}))
