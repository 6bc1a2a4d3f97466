"""What the passages found for a firm's description say for clusters, in their own words."""

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.answers.draft import Material
from assistant.answers.register.about import alone_in
from assistant.answers.register.matter import Registered
from assistant.ranking import Candidate
from index import words
from index.evidence import bag, match, share
from index.model import StoredPassage, StoredSentence
from index.register.model import Source

# Sentences looked at: those far behind the best say nothing of what the firm does.
SENTENCES = 48
# A sentence of fewer words is not understood without the one after it: "A chamber for testing windows."
SHORTEST = 6

# How much the words of the description weigh in a sentence far off in the opinion of the search, and that
# opinion where none of the words stands.
BESIDE, EITHER = 0.5, 0.01

# Where a cluster is spoken of in a document: start, end, its id.
Place = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Said:
    """The sentence that says most for a cluster: `told` is the share in [0, 1] of the description's words in
    it, weighted by how rare they are, `shared` their lemmas; `near` in (0, 1] tells how far it is behind the
    best sentence of all in the search's opinion. `more` is the sentence after one that is short."""

    source: Source
    told: float
    shared: frozenset[str]
    near: float
    more: Source | None = None

    @property
    def weight(self) -> float:
        """How much it says, for choosing among sentences on one cluster."""
        return self.told * (BESIDE + self.near) + EITHER * self.near


def said(material: Material, telling: Mapping[str, str], register: Registered) -> Mapping[str, Said]:
    """By cluster, the best of the sentences found that speak of it; `telling` are the words of the
    description by their lemmas."""
    candidates = [one for one in material.candidates[:SENTENCES] if not _asks(one)]
    terms = tuple(term for term in material.found.query.terms if term.lemmas[0] in telling)
    query = replace(material.found.query, terms=terms)
    best = max((one.score for one in candidates), default=0.0)
    found: dict[str, Said] = {}
    for candidate in candidates:
        here = bag(candidate.sentence.text)
        one = Said(
            _source(candidate.hit.passage, candidate.sentence),
            share(query, [here]) if terms else 0.0,
            frozenset(lemma for term in terms if match(term, here) == 1.0 for lemma in term.lemmas),
            math.exp(candidate.score - best),
            _goes_on(candidate),
        )
        for id in speaking_of(register, candidate.hit.passage, candidate.sentence):
            if id not in found or one.weight > found[id].weight:
                found[id] = one
    return found


def _asks(candidate: Candidate) -> bool:
    """Whether a sentence is a question, or leads up to one in its own line."""
    passage, following = candidate.hit.passage, candidate.place + 1
    asking = candidate.sentence.text.rstrip().endswith("?")
    if asking or following >= len(passage.sentences):
        return asking
    then = passage.sentences[following]
    return then.text.rstrip().endswith("?") and "\n" not in passage.between(candidate.sentence, then)


def _source(passage: StoredPassage, sentence: StoredSentence) -> Source:
    return Source(passage.document, passage.id, passage.place, sentence.span, sentence.text)


def _goes_on(candidate: Candidate) -> Source | None:
    """The sentence after a short one, in its own line."""
    passage, sentence = candidate.hit.passage, candidate.sentence
    if len(words.tokenize(sentence.text)) >= SHORTEST:
        return None
    following = passage.sentences[candidate.place + 1 : candidate.place + 2]
    if not following or "\n" in passage.between(sentence, following[0]):
        return None
    return _source(passage, following[0])


def speaking_of(register: Registered, passage: StoredPassage, sentence: StoredSentence) -> Sequence[str]:
    """The ids of the clusters that a sentence speaks of: those of whom something is known out of it, else the
    one spoken of last before it in its passage, else the only one of its document."""
    places = _places(register).get(passage.document.id, ())
    here = [id for start, end, id in places if start < sentence.span.end and sentence.span.start < end]
    if here:
        return tuple(dict.fromkeys(here))
    before = bisect_right(places, (sentence.span.start, 0, ""))
    inside = [id for start, _, id in places[:before] if start >= passage.span.start]
    if inside:
        return (inside[-1],)
    return tuple(alone_in(register).get(passage.document.id, ()))


@lru_cache(maxsize=2)
def _places(register: Registered) -> Mapping[str, Sequence[Place]]:
    """By document, where clusters are spoken of, in order. Kept, as a register never changes."""
    found: dict[str, list[Place]] = defaultdict(list)
    for cluster in register.clusters:
        for source in (*cluster.mentions, *(fact.source for fact in cluster.facts)):
            found[source.document.id].append((source.span.start, source.span.end, cluster.id))
    return {document: sorted(places) for document, places in found.items()}
