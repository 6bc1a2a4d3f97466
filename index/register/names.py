"""Names of clusters, taken apart so that two can be compared: "Klaster BrzaskTech Radom" and "BrzaskTech
Radom Cluster" have one key."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from index import words
from index.register import forms
from index.taxonomy import places_in

Key = tuple[str, ...]
# What parts a name from its subtitle or from another name beside it.
PARTING = re.compile(r"\s[–—-]\s|[:;,()\[\]/„“”\"«»]")
HUMP = re.compile(r"[A-ZĄĆĘŁŃÓŚŹŻ]?[a-ząćęłńóśźż]+|[A-ZĄĆĘŁŃÓŚŹŻ]+(?![a-ząćęłńóśźż])|\d+")
BEGINNING = re.compile(r"[^\W\d_][a-ząćęłńóśźż]*")
LONGEST_ACRONYM = 8
SHORTEST_ACRONYM = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name: as written, its lemma, and how much it tells the name from others (forms.weight)."""

    text: str
    lemma: str
    weight: int


@dataclass(frozen=True, slots=True)
class ClusterName:
    """A name taken apart. `words` are those that name, in order: neither "klaster" nor small ones.

    `key` is their lemmas, sorted: equal for names that are the same but for their order. `parts` are those
    before and after a dash or a bracket. `cluster` is the word in it for one, folded, or empty. `acronym`:
    it is one.
    """

    text: str
    words: tuple[Word, ...]
    parts: tuple[tuple[Word, ...], ...]
    key: Key
    cluster: str
    acronym: bool

    @property
    def said(self) -> tuple[str, ...]:
        """The words that name, as written, in order."""
        return tuple(word.text for word in self.words)

    @property
    def is_name(self) -> bool:
        """Whether a cluster may be called so: not where nothing but a kind of cluster, or a place, is
        said."""
        if not self.words or self.key in forms.no_names():
            return False
        return bool(self.cluster) or not self._is_place

    @property
    def _is_place(self) -> bool:
        """Whether nothing but places is said: "Biały Pińczów" is none, though "Biała" is a town."""
        if not all(word.lemma in forms.places() for word in self.words):
            return False
        said = sum(found.span.end - found.span.start for found in places_in(f"w {self.text}"))
        return len(self.words) == 1 or said + len(self.words) - 1 >= len(self.text)


def key_of(found: tuple[Word, ...]) -> Key:
    """The lemmas of words, sorted."""
    return tuple(sorted(word.lemma for word in found))


@lru_cache(maxsize=100_000)
def read_name(text: str) -> ClusterName:
    """A name taken apart."""
    parts = [part for part in (tuple(_words(one)) for one in PARTING.split(text)) if part]
    tokens = words.tokenize(text)
    letters = tokens[0] if len(tokens) == 1 else ""
    found = tuple(word for part in parts for word in part)
    return ClusterName(
        text=text,
        words=found,
        parts=tuple(parts) if len(parts) > 1 else (),
        key=key_of(found),
        cluster=next((words.fold(token) for token in tokens if forms.is_cluster(token)), ""),
        acronym=letters.isupper() and letters.isalpha() and 1 < len(letters) <= LONGEST_ACRONYM,
    )


def _words(text: str) -> Iterator[Word]:
    for token in words.tokenize(text):
        if not forms.is_cluster(token) and not forms.is_small(token):
            yield Word(token, forms.lemma(token), forms.weight(token))


@lru_cache(maxsize=100_000)
def initials(text: str) -> frozenset[str]:
    """The acronyms that a name's initials make, folded, in capitals: with and without "klaster" and its small
    words, each half of a compound counted, and the parts of "BrzaskTech" as one or as two."""
    tokens = words.tokenize(text)
    if len(tokens) > 3 * LONGEST_ACRONYM:
        return frozenset()
    made = set()
    for cluster, small, humps in product((True, False), repeat=3):
        kept = (
            token
            for token in tokens
            if (cluster or not forms.is_cluster(token)) and (small or not forms.is_small(token))
        )
        letters = "".join(part[0] for token in kept for part in (HUMP.findall(token) if humps else [token]))
        made.add(words.fold(letters).upper())
    return frozenset(one for one in made if SHORTEST_ACRONYM <= len(one) <= LONGEST_ACRONYM)


def abbreviates(short: str, name: str) -> bool:
    """Whether a short form is made of the beginnings of a name's words, each with its capital: "ZKMed" of
    "Zagłębiowski Klaster Medyczny"."""
    pieces = [words.fold(piece) for piece in BEGINNING.findall(short)]
    tokens = [words.fold(token) for token in words.tokenize(name)]
    kept = ([t for t in tokens if cluster or not forms.is_cluster(t)] for cluster in (True, False))
    return 1 < len(pieces) < len(short) and any(
        len(pieces) == len(parts) and all(map(str.startswith, parts, pieces)) for parts in kept
    )


def tells(found: Iterable[Word]) -> bool:
    """Whether words say by themselves which cluster is meant: one that no dictionary knows, or several of
    which one is no word that many names share."""
    weights = [word.weight for word in found]
    return max(weights, default=0) == 2 or (len(weights) > 1 and max(weights) == 1)


def is_title(word: Word) -> bool:
    """Whether a name's last word may be its title: a noun in the singular, or a word no dictionary knows,
    that is no place and no word for a network."""
    if word.lemma in forms.places() or word.lemma in forms.heads():
        return False
    found = words.readings(word.text.lower()) if words.readings(word.text) else ()
    if any(one.part == "adj" for one in found):
        return False
    return not words.is_known(word.text) or any(one.part == "subst" and ":sg:" in one.tag for one in found)
