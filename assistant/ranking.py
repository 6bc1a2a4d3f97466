"""Which sentence answers: the sentences of the passages found, best first."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.question import Question
from assistant.recognise import spans
from documents.model import Span
from index import words
from index.evidence import bag, share
from index.model import Evidence, Hit, StoredSentence
from index.query import Query
from index.search import Found

# Passages whose sentences are compared; the answer stands in one of the first twelve for 0.96 of the
# questions it was measured on, in one of the first forty for 0.99.
PASSAGES = 12
# New words beyond which a sentence says no more than another.
MOST_NEW_WORDS = 25
# Kinds that say how to reach somebody; they stand in blocks of short lines: name, role, telephone, e-mail.
CONTACT = frozenset({"phone", "email", "website", "address"})
BLOCK_LINES = 3


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature of a sentence adds to its score.

    Fitted as one softmax over the sentences of the first passages for 538 questions on Polish and English
    Wikipedia, five-fold cross-validated: the first sentence holds the answer for 0.70 of the Polish and 0.85
    of the English ones, by cosine and passage alone for 0.69 and 0.79.
    """

    cosine: float = 35.0
    passage: float = 1.95
    alone: float = 1.4
    in_context: float = 1.7
    with_previous: float = 2.7
    kind: float = 0.9
    new_words: float = 1.1
    contact_block: float = 12.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer. `kind_met` are spans in it of the kind asked for that the question does not
    name itself; `score` is comparable within one question only."""

    hit: Hit
    place: int
    evidence: Evidence
    kind_met: tuple[Span, ...]
    score: float

    @property
    def sentence(self) -> StoredSentence:
        return self.hit.passage.sentences[self.place]


def rank(question: Question, found: Found, weights: Weights | None = None) -> tuple[Candidate, ...]:
    """The sentences of the best passages, best first."""
    weights = weights or Weights()
    said = {words.fold(token) for token in words.tokenize(question.text)}
    asked_lemmas = frozenset(found.query.lemmas)
    top = found.hits[0].score if found.hits else 0.0
    candidates = [
        _candidate(
            question,
            found,
            hit,
            place,
            weights=weights,
            said=said,
            asked=asked_lemmas,
            behind=top - hit.score,
        )
        for hit in found.hits[:PASSAGES]
        for place in range(len(hit.passage.sentences))
    ]
    return tuple(sorted(candidates, key=lambda one: (-one.score, one.hit.rank, one.place)))


def _candidate(
    question: Question,
    found: Found,
    hit: Hit,
    place: int,
    *,
    weights: Weights,
    said: set[str],
    asked: frozenset[str],
    behind: float,
) -> Candidate:
    sentence, evidence = hit.passage.sentences[place], hit.evidence[place]
    met = new_spans(sentence.text, question, said)
    new = len(bag(sentence.text).lemmas - asked - words.stop_words())
    score = (
        weights.cosine * evidence.cosine
        - weights.passage * behind
        + _words_score(found.query, hit, place, weights, contact=question.asked in CONTACT)
        + weights.kind * kind_sign(question, met)
        + weights.new_words * min(new, MOST_NEW_WORDS) / MOST_NEW_WORDS
    )
    return Candidate(hit, place, evidence, met, score)


def _words_score(query: Query, hit: Hit, place: int, weights: Weights, *, contact: bool) -> float:
    evidence = hit.evidence[place]
    if contact:
        # Whose telephone it is stands in the few lines above; the letters of an address say nothing of it.
        lines = hit.passage.sentences[max(0, place - BLOCK_LINES) : place]
        return weights.contact_block * share(query, [bag(line.text) for line in lines])
    return (
        weights.alone * evidence.alone
        + weights.in_context * evidence.in_context
        + weights.with_previous * evidence.with_previous
    )


def kind_sign(question: Question, met: Sequence[Span]) -> float:
    """1 where the kind asked for is there, -1 where it is not, 0 for kinds that no word gives away."""
    if question.asked in {"yes_no", "manner", "advice", "thing"}:
        return 0.0
    return 1.0 if met else -1.0


def new_spans(text: str, question: Question, said: set[str]) -> tuple[Span, ...]:
    """The spans of the kind asked for in which stands a word that the question does not hold."""
    return tuple(
        span
        for span in spans(text, question.asked)
        if any(words.fold(token) not in said for token in words.tokenize(text[span.start : span.end]))
    )
