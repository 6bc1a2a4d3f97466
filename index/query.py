"""What the index is asked: the words of a question, read against what the library holds."""

import math
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import pairwise
from typing import Protocol

from rapidfuzz import process
from rapidfuzz.distance import OSA

from documents.language import language_of
from index import words
from index.extraction.labels import label_name, labels_in

# A word nobody wrote yet must not outweigh all the others: nats, swept over 6 to 12 with no difference.
HIGHEST_WEIGHT = 9.0
# Words of two languages, or a word and its correction, are taken for one another at most this often.
MOST_ALTERNATIVES = 8
# Words from the start in which a verb bids another tell, "proszę mi podaj".
OPENING = 3
# What every label of clusters is one of.
GENERIC = frozenset({"klaster", "cluster"})
# Before the ending of a number: "10-lecia", "20-osobowy".
NUMBER_BEFORE = re.compile(r"\d-$")
QUOTED = re.compile(r"[„“”\"«][^„“”\"«»]{2,80}[“”\"»]")


class Vocabulary(Protocol):
    """What a query needs to know of the words in the library; all folded."""

    def forms(self, folded: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """The lemmas under which each of these surface forms stands in the library."""

    def frequencies(self, lemmas: Collection[str]) -> Mapping[str, int]:
        """In how many passages each of these lemmas stands."""

    def vocabulary(self) -> Sequence[str]:
        """Every surface form in the library."""

    def passage_count(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Term:
    """One word that says what is looked for.

    `lemmas` are what it may stand for, its own first, then those of library words it is spelled like, then
    translations. `weight` is its idf in nats. `is_name` is a guess from its spelling: a capital letter inside
    the question, a number, a word in no dictionary. `is_held`: the library has it, in whatever form.
    """

    written: str
    lemmas: tuple[str, ...]
    weight: float
    is_name: bool
    is_held: bool = True


@dataclass(frozen=True)
class Query:
    """What the index is asked. `text` is embedded as it stands; `terms` are looked up."""

    text: str
    terms: tuple[Term, ...]

    @property
    def lemmas(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(lemma for term in self.terms for lemma in term.lemmas))

    @property
    def surface(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(words.fold(term.written) for term in self.terms))

    @cached_property
    def by_lemma(self) -> Mapping[str, int]:
        """Which terms a lemma stands for: bit n for the nth."""
        return _bits((lemma, n) for n, term in enumerate(self.terms) for lemma in term.lemmas)

    @cached_property
    def by_stem(self) -> Mapping[str, int]:
        """Which terms a stem is of the family of."""
        return _bits((stem(lemma), n) for n, term in enumerate(self.terms) for lemma in term.lemmas)

    @cached_property
    def all_lemmas(self) -> frozenset[str]:
        return frozenset(self.by_lemma)

    @cached_property
    def all_stems(self) -> frozenset[str]:
        return frozenset(self.by_stem)

    @cached_property
    def shares(self) -> dict[tuple[int, int, str], float]:
        """Shares already computed: most sentences hold the same few of the terms."""
        return {}

    @cached_property
    def neighbours(self) -> tuple[frozenset[tuple[str, str]], ...]:
        """For each term and the one that follows it, the pairs of lemmas they may stand as."""
        return tuple(
            frozenset((a, b) for a in one.lemmas for b in other.lemmas) for one, other in pairwise(self.terms)
        )


def _bits(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    bits: dict[str, int] = {}
    for key, place in pairs:
        bits[key] = bits.get(key, 0) | 1 << place
    return bits


def stem(lemma: str) -> str:
    """What words of one family share: the first five letters of a lemma of six or more."""
    return lemma[:5] if len(lemma) > 5 else lemma


def read_query(text: str, vocabulary: Vocabulary) -> Query:
    """The query a text asks, its words read against the library's own: without diacritics, with a typing
    error, in the other language."""
    kept = _telling(text)
    spelled = vocabulary.forms({words.fold(one.token) for one in kept})
    english = language_of(text) == "en"
    undecorated = text.isascii() and not english
    # Whoever asks in the language of the library calls a label as the library does.
    labels = _of_labels(text) if english else {}
    meant = [
        (*_meant(one.token, spelled, vocabulary, undecorated, english=english), *labels.get(one.token, ()))
        for one in kept
    ]
    counts = vocabulary.frequencies({lemma for lemmas in meant for lemma in lemmas})
    total = vocabulary.passage_count()
    terms = {
        lemmas[0]: Term(
            one.token,
            _held_first(lemmas, counts),
            _weight(max((counts.get(lemma, 0) for lemma in lemmas), default=0), total),
            one.is_name,
            any(counts.get(lemma) for lemma in lemmas),
        )
        for one, lemmas in zip(kept, meant, strict=True)
    }
    return Query(text, tuple(terms.values()))


def _of_labels(text: str) -> Mapping[str, tuple[str, ...]]:
    """For each word by which a text calls a label, the lemmas of its other names: of KKK those of "National
    Key Cluster", of these "KKK"."""
    found: dict[str, tuple[str, ...]] = {}
    for label in labels_in(text):
        names = [label.key, label_name(label.key, "pl"), label_name(label.key, "en")]
        acronyms = [words.lemma(name) for name in names if " " not in name and name.isupper()]
        lemmas = [words.lemma(token) for name in names for token in words.tokenize(name)]
        told = [one for one in lemmas if one not in GENERIC]
        for token in words.tokenize(text[label.span.start : label.span.end]):
            alone = words.lemma(token) in acronyms
            found[token] = tuple(dict.fromkeys(told if alone else acronyms))
    return found


def _held_first(lemmas: tuple[str, ...], counts: Mapping[str, int]) -> tuple[str, ...]:
    """A word's own lemma, those the library holds, and translations, whose families it may hold."""
    held = [lemma for lemma in lemmas[1:] if counts.get(lemma)]
    translated = [one for one in translations().get(lemmas[0], ()) if one not in held]
    return (lemmas[0], *held, *translated)[:MOST_ALTERNATIVES]


@dataclass(frozen=True, slots=True)
class _Telling:
    """A word of a question that tells what is looked for."""

    token: str
    is_name: bool


def _telling(text: str) -> list[_Telling]:
    """The words without function words, and without the verb that bids another tell; but those in quotation
    marks make a name, function words and all, and WHO or IT in capitals is none."""
    stop = words.stop_words()
    bidding = words.bidding_words()
    quoted = [match.span() for match in QUOTED.finditer(text)]
    found = []
    for place, match in enumerate(words.TOKEN.finditer(text)):
        token = match.group()
        named = any(start <= match.start() < end for start, end in quoted)
        capitals = len(token) > 1 and token.isupper() and not text.isupper()
        bids = place < OPENING and words.fold(token) in bidding
        ending = token.islower() and NUMBER_BEFORE.search(text, 0, match.start()) is not None
        if named or capitals or not (bids or ending or words.fold(token) in stop):
            found.append(_Telling(token, named or _looks_like_a_name(token, place)))
    return found


def _meant(
    token: str,
    spelled: Mapping[str, tuple[str, ...]],
    vocabulary: Vocabulary,
    undecorated: bool,
    *,
    english: bool = False,
) -> tuple[str, ...]:
    folded = words.fold(token)
    lemmas = [words.lemma(token)]
    if english:
        # The index reads every word as Polish where it can, "got" as a Goth.
        lemmas.append(words.lemma(words.english_lemma(token.lower())))
    if undecorated:
        lemmas += (*spelled.get(folded, ()), *words.restored_lemmas(folded))
    # A word of the dictionary may be meant; in a name, Dolna for Dolina, it is a slip of the finger.
    if not spelled.get(folded) and (token[0].isupper() or not words.is_known(token)):
        lemmas += _corrected(folded, vocabulary)
    return tuple(dict.fromkeys((*lemmas, *_translated(token, lemmas))))


def _translated(token: str, lemmas: Sequence[str]) -> Iterator[str]:
    """The translations of a word's lemmas; of one that has none, those of its other readings: "małych" is of
    "mała" too."""
    told = [one for lemma in lemmas for one in translations().get(lemma, ())]
    readings = () if told else dict.fromkeys(words.fold(one.lemma) for one in words.readings(token.lower()))
    yield from told
    for lemma in readings:
        yield from translations().get(lemma, ())


def _corrected(folded: str, vocabulary: Vocabulary) -> list[str]:
    """The lemmas of library words that one or, from eight letters on, two typing errors away."""
    if len(folded) < 4 or folded.isdigit():
        return []
    near = process.extract(
        folded, vocabulary.vocabulary(), scorer=OSA.distance, score_cutoff=1 + (len(folded) >= 8), limit=3
    )
    if not near:
        return []
    nearest = near[0][1]
    found = vocabulary.forms([form for form, distance, _ in near if distance == nearest])
    return [lemma for lemmas in found.values() for lemma in lemmas]


def _weight(passages: int, total: int) -> float:
    """The idf of BM25, with the 1 that keeps it above zero (Lucene's form)."""
    return min(HIGHEST_WEIGHT, math.log(1 + (total - passages + 0.5) / (passages + 0.5)))


def _looks_like_a_name(token: str, place: int) -> bool:
    if len(token) > 1 and (token[0].isdigit() or token.isupper()):
        return True
    if token[0].isdigit():
        return False
    # A small letter alone is half of "e-mail", not a name nobody knows.
    return (place > 0 and token[0].isupper()) or (len(token) > 1 and not words.is_known(token))


@cache
def translations() -> Mapping[str, tuple[str, ...]]:
    """Folded lemmas with those of the other language, and of their own, that are used for them."""
    table: dict[str, list[str]] = {}
    for line in (*_lines("translations.tsv"), *_lines("everyday.tsv")):
        english, polish = (_lemmas(side) for side in line.split("\t"))
        for one in english:
            table.setdefault(one, []).extend(polish)
        for one in polish:
            table.setdefault(one, []).extend(english)
    for group in map(_lemmas, _lines("synonyms.tsv")):
        for one in group:
            table.setdefault(one, []).extend(other for other in group if other != one)
    return {one: tuple(dict.fromkeys(others)) for one, others in table.items()}


def _lines(name: str) -> list[str]:
    text = files("index").joinpath("data", name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _lemmas(listed: str) -> list[str]:
    return [words.lemma(word.strip()) for word in listed.split(",")]
