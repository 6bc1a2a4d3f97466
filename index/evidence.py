"""How much of what a query looks for stands in a sentence and around it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from index import words
from index.model import Evidence, StoredPassage
from index.query import Query, Term, stem

# What a word of the same family (wybór, wybrany) is worth beside the word itself.
FAMILY = 0.6
Part = Literal["all", "names", "others"]
# The share where a query has no such words.
WITHOUT: Mapping[Part, float] = {"all": 0.0, "names": 0.5, "others": 1.0}


@dataclass(frozen=True, slots=True)
class Bag:
    """The lemmas of a text: which there are, of which families, and which stand next to one another."""

    lemmas: frozenset[str]
    stems: frozenset[str]
    pairs: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Met:
    """The terms of a query that a text holds, as bits: the word itself, or one of its family."""

    words: int = 0
    families: int = 0

    def __or__(self, other: "Met") -> "Met":
        return Met(self.words | other.words, self.families | other.families)


@lru_cache(maxsize=50_000)
def bag(text: str) -> Bag:
    """The bag of a text, kept for the next query that meets it."""
    lemmas = [words.lemma(token) for token in words.tokenize(text)]
    near = (*pairwise(lemmas), *zip(lemmas, lemmas[2:], strict=False))
    return Bag(frozenset(lemmas), frozenset(map(stem, lemmas)), frozenset(near))


def sentence_evidence(query: Query, passage: StoredPassage, cosines: Sequence[float]) -> tuple[Evidence, ...]:
    """The evidence of each of a passage's sentences, in order."""
    around = met(query, bag(" \n ".join((passage.document.title, *passage.heading_texts))))
    found = []
    previous = Met()
    for sentence, cosine in zip(passage.sentences, cosines, strict=True):
        bag_here = bag(sentence.text)
        here = met(query, bag_here)
        lead = met(query, bag(sentence.lead_text)) if sentence.lead_text else Met()
        context = here | around | lead
        found.append(
            Evidence(
                cosine,
                _share(query, here),
                _share(query, context),
                _share(query, context | previous),
                _neighbours(query, bag_here),
                _share(query, context, "names"),
                _share(query, context, "others"),
            )
        )
        previous = here
    return tuple(found)


def share(query: Query, bags: Iterable[Bag], part: Part = "all") -> float:
    """The share of the query's weight that stands in any of the bags, or of a part's weight: of the names', a
    half where the query has none; of the other words', all where it has none."""
    together = Met()
    for one in bags:
        together |= met(query, one)
    return _share(query, together, part)


def met(query: Query, bag: Bag) -> Met:
    """The terms of the query that stand in a bag."""
    here = families = 0
    for lemma in bag.lemmas & query.all_lemmas:
        here |= query.by_lemma[lemma]
    for family in bag.stems & query.all_stems:
        families |= query.by_stem[family]
    return Met(here, families)


def match(term: Term, bag: Bag) -> float:
    """1 where one of the term's lemmas stands in the bag, less where only its family does."""
    if not bag.lemmas.isdisjoint(term.lemmas):
        return 1.0
    return 0.0 if bag.stems.isdisjoint(map(stem, term.lemmas)) else FAMILY


def _share(query: Query, met: Met, part: Part = "all") -> float:
    key = (met.words, met.families, part)
    if key not in query.shares:
        query.shares[key] = _computed_share(query, met, part)
    return query.shares[key]


def _computed_share(query: Query, met: Met, part: Part) -> float:
    total = held = 0.0
    for place, term in enumerate(query.terms):
        if part != "all" and term.is_name != (part == "names"):
            continue
        total += term.weight
        if met.words >> place & 1:
            held += term.weight
        elif met.families >> place & 1:
            held += term.weight * FAMILY
    return held / total if total else WITHOUT[part]


def _neighbours(query: Query, bag: Bag) -> float:
    wanted = query.neighbours
    if not wanted or bag.lemmas.isdisjoint(query.all_lemmas):
        return 0.0
    return sum(not bag.pairs.isdisjoint(pairs) for pairs in wanted) / len(wanted)
