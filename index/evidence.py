"""How much of what a query looks for stands in a sentence and around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from index import words
from index.model import Evidence, StoredPassage
from index.query import Query, Term, stem

# What a word of the same family (wybór, wybrany) is worth beside the word itself.
FAMILY = 0.6


@dataclass(frozen=True, slots=True)
class Bag:
    """The lemmas of a text: which there are, of which families, and which stand next to one another."""

    lemmas: frozenset[str]
    stems: frozenset[str]
    pairs: frozenset[tuple[str, str]]


@lru_cache(maxsize=50_000)
def bag(text: str) -> Bag:
    """The bag of a text, kept for the next query that meets it."""
    lemmas = [words.lemma(token) for token in words.tokenize(text)]
    near = (*pairwise(lemmas), *zip(lemmas, lemmas[2:], strict=False))
    return Bag(frozenset(lemmas), frozenset(map(stem, lemmas)), frozenset(near))


def sentence_evidence(query: Query, passage: StoredPassage, cosines: Sequence[float]) -> tuple[Evidence, ...]:
    """The evidence of each of a passage's sentences, in order."""
    around = bag(" \n ".join((passage.document.title, *passage.heading_texts)))
    found = []
    previous: Bag | None = None
    for sentence, cosine in zip(passage.sentences, cosines, strict=True):
        here = bag(sentence.text)
        context = [here, around] + ([bag(sentence.lead_text)] if sentence.lead_text else [])
        wider = [*context, previous] if previous else context
        found.append(
            Evidence(
                cosine,
                share(query, [here]),
                share(query, context),
                share(query, wider),
                _neighbours(query, here),
                share(query, context, names_only=True),
            )
        )
        previous = here
    return tuple(found)


def share(query: Query, bags: Sequence[Bag], *, names_only: bool = False) -> float:
    """The share of the query's weight that stands in any of the bags; with `names_only` of the names'
    weight, a half where the query has none."""
    terms = [term for term in query.terms if term.is_name or not names_only]
    total = sum(term.weight for term in terms)
    if not total:
        return 0.5 if names_only else 0.0
    return sum(term.weight * max(match(term, one) for one in bags) for term in terms) / total


def match(term: Term, bag: Bag) -> float:
    """1 where one of the term's lemmas stands in the bag, less where only its family does."""
    if not bag.lemmas.isdisjoint(term.lemmas):
        return 1.0
    return FAMILY if not bag.stems.isdisjoint(term.stems) else 0.0


def _neighbours(query: Query, bag: Bag) -> float:
    wanted = query.neighbours
    met = sum(any((a, b) in bag.pairs for a in one.lemmas for b in other.lemmas) for one, other in wanted)
    return met / len(wanted) if wanted else 0.0
