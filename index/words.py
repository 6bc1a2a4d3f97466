"""Words as the index knows them: folded surface forms and lemmas, Polish and English alike.

A Polish form has every reading that Morfeusz 2 (SGJP dictionary) knows of it; an English one the lemma that
simplemma knows. Words neither knows, mostly names, lose a Polish case ending, so that "MedSilesii" meets
"MedSilesia".
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain, combinations
from typing import Any

import simplemma

from documents.dictionary import analysed

TOKEN = re.compile(r"\w+")
# Counts the ways in which words have been made of texts: a library made in another way is made anew.
RECIPE = 5
# Readings of what somebody does or did.
FINITE = frozenset({"fin", "praet", "bedzie", "aglt", "imps"})
# Letters that Unicode does not take apart into a base letter and a mark.
UNDECOMPOSED = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})
# What a letter typed without its mark may stand for.
RESTORED = {"a": "ą", "c": "ć", "e": "ę", "l": "ł", "n": "ń", "o": "ó", "s": "ś", "z": "żź"}
VOWELS = frozenset("aeiouy")
# Texts of more characters are folded anew each time.
LONGEST_WORD = 30
# A stem shorter than this says too little to stand for a name.
SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class IndexTerms:
    """A text's folded lemmas and folded surface forms, each separated by single spaces, in its order."""

    lemmas: str
    surface: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a Polish form: its lemma as written and its SGJP tag, as `subst:sg:gen:m3`."""

    lemma: str
    tag: str

    @property
    def part(self) -> str:
        """The part of speech, the first element of the tag."""
        return self.tag.partition(":")[0]


def fold(text: str) -> str:
    """The text in lower case without diacritics: "Śląską" → "slaska"."""
    if text.isascii():
        return text.lower()
    return _fold_word(text) if len(text) <= LONGEST_WORD else _fold(text)


@lru_cache(maxsize=50_000)
def _fold_word(word: str) -> str:
    return _fold(word)


def _fold(text: str) -> str:
    # Taken apart before and after: 𝐀 has a lower case only as A, and ᾳ falls into two letters in it.
    spread = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(c for c in spread.translate(UNDECOMPOSED) if not unicodedata.combining(c))


@lru_cache(maxsize=4_096)
def same_length_fold(text: str) -> str:
    """The text folded, every character for one, so that offsets stay."""
    folded = fold(text)
    if len(folded) == len(text):
        return folded
    return "".join(one if len(one := fold(c)) == 1 else c for c in text)


def tokenize(text: str) -> list[str]:
    """The words and numbers of a text as written, in order."""
    return TOKEN.findall(text)


@lru_cache(maxsize=200_000)
def readings(token: str) -> tuple[Reading, ...]:
    """Every reading of a Polish form; none for a word the dictionary does not know."""
    found = (Reading(lemma.partition(":")[0], tag) for _, _, (_, lemma, tag, _, _) in analysed(token))
    kept = (r for r in found if r.part not in {"ign", "sp"} and not _guessed(r.lemma))
    return tuple(dict.fromkeys(kept))


@lru_cache(maxsize=50_000)
def is_finite(token: str) -> bool:
    """Whether a Polish word is a verb that says who does something, and nothing else."""
    found = readings(token.lower())
    return bool(found) and all(one.part in FINITE for one in found)


def _guessed(lemma: str) -> bool:
    """Whether a reading takes a word apart into a prefix and a name that only might stand in it: "Polimerka"
    is no genitive of "poliMerk"."""
    return lemma[:1].islower() and lemma != lemma.lower()


@lru_cache(maxsize=200_000)
def lemma(token: str) -> str:
    """The folded lemma of one word, whatever its case.

    Of several Polish lemmas the shortest, then the first in the alphabet: one form must always meet itself
    (swept over on Polish Wikipedia questions: recall 0.835, with the lemma that comes first 0.819, with all
    of them 0.771).
    """
    # A capital opens a sentence or makes a name: read with it, "Stępka" is also a surname, "Polski" a Polska.
    polish = _polish_lemma(token.lower()) or _polish_lemma(token)
    if polish:
        return polish
    if simplemma.is_known(token.lower(), lang="en"):
        # "firm" is a form of "firma" too: "firms" must meet it there.
        english = english_lemma(token.lower())
        return _polish_lemma(english) or fold(english)
    return stem(token)


def stem(token: str) -> str:
    """A word that no dictionary knows, folded and without its case ending."""
    # Folded, the accusative "Polimerię" would look like the locative of "Polimera".
    return without_ending(fold(token.removesuffix("ę") + "a" if token.endswith("ię") else token))


def _polish_lemma(token: str) -> str:
    known = {fold(reading.lemma) for reading in readings(token)}
    return min(known, key=lambda one: (len(one), one), default="")


def restored_lemmas(folded: str) -> tuple[str, ...]:
    """The folded lemmas of Polish words that look like `folded` once their diacritics are gone: "kola" may be
    "koła". At most two letters are taken for others."""
    return tuple(dict.fromkeys(fold(reading.lemma) for reading in restored_readings(folded)))


@lru_cache(maxsize=50_000)
def restored_readings(folded: str) -> tuple[Reading, ...]:
    """The readings of those words."""
    places = [(n, other) for n, letter in enumerate(folded) for other in RESTORED.get(letter, ())]
    found: dict[Reading, None] = {}
    for changes in chain(combinations(places, 1), combinations(places, 2)):
        letters = list(folded)
        for place, other in changes:
            letters[place] = other
        found.update(dict.fromkeys(readings("".join(letters))))
    return tuple(found)


@lru_cache(maxsize=50_000)
def english_lemma(token: str) -> str:
    """The English lemma, or the word itself where it is not known."""
    return str(simplemma.lemmatize(token, lang="en"))


@lru_cache(maxsize=50_000)
def is_known(token: str) -> bool:
    """Whether a Polish or an English dictionary knows the form."""
    return bool(readings(token)) or token.isdigit() or bool(simplemma.is_known(token, lang="en"))


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted({fold(e) for e in _table()["endings"]}, key=len, reverse=True))


def _unchanged(folded: str) -> str:
    """A folded word with its stem as other cases have it."""
    for table, behind_vowels in (("alternations", False), ("instrumentals", True)):
        for changed, stem in _table()[table].items():
            before = folded[: -len(changed)]
            if folded.endswith(changed) and (behind_vowels or before[-1:] not in VOWELS):
                return before + str(stem)
    return folded


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = tomllib.loads(
        files("index").joinpath("data/polish_endings.toml").read_text("utf-8")
    )
    return table


def without_ending(folded: str) -> str:
    """A folded word without its longest Polish case ending, if a stem of four letters is left; what a case
    has changed in the stem is changed back: "polimerce" goes with "polimerka"."""
    folded = _unchanged(folded)
    for ending in _endings():
        if folded.endswith(ending) and len(folded) - len(ending) >= SHORTEST_STEM:
            return folded[: -len(ending)]
    return folded


def index_terms(text: str) -> IndexTerms:
    """The terms under which a text is found."""
    tokens = tokenize(text)
    return IndexTerms(" ".join(map(lemma, tokens)), " ".join(map(fold, tokens)))


def forms(text: str) -> Iterator[tuple[str, str]]:
    """Each word's folded surface form with its folded lemma, in order, repeated as often as it stands."""
    return ((fold(token), lemma(token)) for token in tokenize(text))


@cache
def stop_words() -> frozenset[str]:
    """Folded forms that say nothing of what is looked for: function words, question words."""
    return _listed("polish") | _listed("english")


@cache
def bidding_words() -> frozenset[str]:
    """Folded words that bid another tell: "podaj", "na czym polega", "what do the documents say"."""
    return _listed("bidding")


def _listed(table: str) -> frozenset[str]:
    tables = tomllib.loads(files("index").joinpath("data/stop_words.toml").read_text("utf-8"))
    return frozenset(fold(word) for word in tables[table])
