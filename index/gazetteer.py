"""Phrases of a lexicon found in a text, each in all its inflected forms, the longest first.

The forms are made once, when a lexicon is loaded, so that finding costs a look-up a word and not an analysis.
A word written with diacritics must have the right ones; a word without any may stand for one that has them.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Generic, TypeVar

from documents.dictionary import generated
from documents.model import Language, Span
from index.words import TOKEN, fold, readings, without_ending

T = TypeVar("T")
# What may stand between two words of one phrase: "Bielsko-Biała", a wrapped line, "St. Petersburg".
JOINT = re.compile(r"[ \t\u00a0]*[-\u2010-\u2013/]?[ \t\u00a0]*\n?[ \t\u00a0]*|\. ?")
# Endings of an English noun's plural, by the end of its singular.
PLURALS = (("y", "ies"), ("s", "ses"), ("x", "xes"), ("ch", "ches"), ("sh", "shes"), ("", "s"))
# Polish endings of a name that no dictionary knows, put to its stem.
ENDINGS = ("", "a", "u", "owi", "em", "iem", "ie", "y", "i", "ę", "e", "ą", "o", "ii", "ię", "ią")


# Parts of speech that have cases, as the SGJP tags name them.
NOUN = frozenset({"subst", "ger"})
DECLINED = NOUN | {"adj", "ppas"}


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text where it stands, as written."""

    text: str
    span: Span

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Phrase(Generic[T]):
    """One phrase of a lexicon: its words as its file writes them, its language, and what it stands for."""

    text: str
    language: Language
    entry: T


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """Phrases that fit the same words [first, last) of a text."""

    first: int
    last: int
    phrases: tuple[Phrase[T], ...]


@dataclass(slots=True)
class _Node(Generic[T]):
    after: "dict[str, _Node[T]]" = field(default_factory=dict)
    phrases: list[Phrase[T]] = field(default_factory=list)


def phrase_words(phrase: str) -> list[str]:
    """The words of a lexicon's phrase, each with its mark."""
    return re.findall(r"[=!]?\w+\*?", phrase)


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text with their spans, in order."""
    return tuple(Word(m.group(), Span(*m.span())) for m in TOKEN.finditer(text))


class Gazetteer(Generic[T]):
    """A lexicon of phrases, found in texts.

    A word of a phrase stands for its inflected forms, and "stem*" for every word that begins so; "=word" for
    this form alone, "!Word" for this writing alone. `plural` says whether a Polish noun's other number counts
    too: "odlewnie" is to be found by "odlewnia", "Krakowy" not by "Kraków".
    """

    def __init__(self, phrases: Iterable[Phrase[T]], *, plural: bool) -> None:
        self._root: _Node[T] = _Node()
        self._keys: dict[str, dict[str, None]] = {}
        self._stems: dict[str, str] = {}
        self._plural = plural
        for phrase in phrases:
            self._add(phrase)
        self._lengths = sorted({len(stem) for stem in self._stems}, reverse=True)
        self.keys = lru_cache(maxsize=100_000)(self._keys_of)

    def matches(
        self, text: str, words: tuple[Word, ...], accept: Callable[[Match[T]], bool]
    ) -> list[Match[T]]:
        """The phrases found in order, none over another; of several the longest accepted."""
        found: list[Match[T]] = []
        at = 0
        while at < len(words):
            longest = next((m for m in self._from(text, words, at) if accept(m)), None)
            if longest is not None:
                found.append(longest)
            at = longest.last if longest else at + 1
        return found

    def spelled(self, letter: str) -> frozenset[str]:
        """The folded forms of the lexicon's words that begin with a letter."""
        return frozenset(key[1:] for key in self._keys if key[0] == "~" and key[1:2] == letter)

    def begun(self, letter: str) -> frozenset[str]:
        """The folded stems of the lexicon that begin with a letter."""
        return frozenset(key[1:] for key in self._stems if key[0] == "~" and key[1:2] == letter)

    def _from(self, text: str, words: tuple[Word, ...], at: int) -> Iterator[Match[T]]:
        """The phrases that begin at a word, longest first; of equal ones the most exact."""
        if not self.keys(words[at].text):
            return iter(())
        fits: list[Match[T]] = []
        nodes = [(self._root, at)]
        while nodes:
            node, here = nodes.pop(0)
            if node.phrases:
                fits.append(Match(at, here, tuple(node.phrases)))
            if here == len(words) or (here > at and not _joined(text, words[here - 1], words[here])):
                continue
            keys = self.keys(words[here].text)
            nodes += [(node.after[key], here + 1) for key in keys if key in node.after]
        return iter(sorted(fits, key=lambda match: -match.last))

    def _keys_of(self, token: str) -> tuple[str, ...]:
        """The words of the lexicon that a word of a text may be, most exact first."""
        lower, folded = token.lower(), fold(token)
        forms = self._keys.get(lower, {})
        # A name in the nominative is itself first: "Węgrów" the town, then Hungarians.
        keys = self._keys.get("!" + token, {}) | {one: None for one in forms if one == token} | forms
        loose = token.isascii() or not readings(lower)
        if loose:
            keys |= self._keys.get("~" + folded, {})
        for length in self._lengths:
            stem = self._stems.get(lower[:length]) or (
                self._stems.get("~" + folded[:length]) if loose else None
            )
            if stem and len(lower) >= length:
                keys[stem] = None
        return tuple(keys)

    def _add(self, phrase: Phrase[T]) -> None:
        node = self._root
        for word in phrase_words(phrase.text):
            self._learn(word, phrase.language)
            node = node.after.setdefault(word, _Node())
        node.phrases.append(phrase)

    def _learn(self, word: str, language: Language) -> None:
        if word.endswith("*"):
            stem = word[:-1].lower()
            self._stems[stem] = word
            self._stems.setdefault("~" + fold(stem), word)
            return
        if word[0] == "!":
            self._keys.setdefault(word, {})[word] = None
            return
        for form in self._forms(word, language):
            self._keys.setdefault(form.lower(), {})[word] = None
            self._keys.setdefault("~" + fold(form), {})[word] = None

    def _forms(self, word: str, language: Language) -> set[str]:
        if word[0] == "=":
            return {word[1:]}
        if language == "en":
            return {word, _plural(word)}
        return {word} | (self._declined(word) if readings(word) else _guessed(word))

    def _declined(self, word: str) -> set[str]:
        """The forms of a Polish word given in the nominative; none where the dictionary has no such word."""
        known = {(r.lemma, _number(r.tag), r.part) for r in readings(word) if _is_nominative(r.tag)}
        if word[0].isupper() and any(lemma[0].isupper() for lemma, *_ in known):
            known = {one for one in known if one[0][0].isupper() or one[2] not in NOUN}
        # "Węgry" is the country before it is many a "Węgier".
        known = {one for one in known if one[0] == word} or known
        return {form for lemma, number, part in known for form in self._inflected(lemma, number, part)}

    def _inflected(self, lemma: str, number: str, part: str) -> Iterator[str]:
        both = self._plural or part not in NOUN
        for form, _, tag, *_ in generated(lemma):
            if _is_inflected(tag, part) and (both or _number(tag) in {number, ""}):
                yield form


def _joined(text: str, left: Word, right: Word) -> bool:
    between = text[left.span.end : right.span.start]
    return between == " " or JOINT.fullmatch(between) is not None


def _plural(word: str) -> str:
    end, plural = next(pair for pair in PLURALS if word.lower().endswith(pair[0]))
    return word[: len(word) - len(end)] + plural


def _guessed(word: str) -> set[str]:
    """Forms of a name that the dictionary does not know."""
    folded = without_ending(fold(word))
    stem = word[: len(folded)]
    return {stem + ending for ending in ENDINGS if ending or stem == word}


def _number(tag: str) -> str:
    numbers = tag.split(":")[1] if ":" in tag else ""
    return "pl" if numbers == "pl" else "sg" if numbers.startswith("sg") else ""


def _is_nominative(tag: str) -> bool:
    part, *rest = tag.split(":")
    return part in DECLINED and any("nom" in one.split(".") for one in rest)


def _is_inflected(tag: str, part: str) -> bool:
    """Whether a form's tag is of the part of speech, "polsko-" too; "po polsku" speaks of a language."""
    own, *rest = tag.split(":")
    if own == "adja":
        return part == "adj"
    same = own == part or {own, part} <= NOUN
    return same and rest[1:2] != ["voc"] and rest[-1] not in {"com", "sup", "neg"}


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The tables of a lexicon in this package's data."""
    return tomllib.loads(_written(name))


@cache
def worded(name: str, *kinds: str) -> re.Pattern[str]:
    """A pattern for the words of some kinds that a lexicon lists as patterns over folded text."""
    return re.compile("|".join(rf"\b(?:{pattern})" for kind in kinds for pattern in lexicon(name)[kind]))


def rows(name: str) -> list[list[str]]:
    """The rows of a lexicon in this package's data, each cut at its tabs."""
    return [line.split("\t") for line in _written(name).splitlines() if line and not line.startswith("#")]


def _written(name: str) -> str:
    return files("index").joinpath("data", name).read_text("utf-8")
