"""Which sentence answers: the sentences of the passages found, best first."""

import re
from collections.abc import Collection, Sequence
from dataclasses import astuple, dataclass
from functools import cache

from assistant.question import Question, lexicon
from assistant.recognise import spans
from assistant.valued import counted, just_asked
from documents.model import Span
from index import words
from index.evidence import bag, share
from index.model import Evidence, Hit, StoredPassage, StoredSentence
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
# "No, never": after a question, so few words are only the beginning of its answer.
SHORT_REPLY = 2


# A place in the library: a document's id, and an offset in its text.
StoredSpan = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature of a sentence adds to its score.

    Fitted as one softmax over the sentences of the first passages for 538 questions on Polish and English
    Wikipedia, five-fold cross-validated: the first sentence holds the answer for 0.70 of the Polish and 0.85
    of the English ones, by cosine and passage alone for 0.69 and 0.79. `valued` was set on 331 on seven
    libraries of documents on clusters, of which it brings nine more to the first sentence, for none more or
    fewer on Wikipedia. The last six are set by hand:
    whose an address is stands in the lines above it or in its own, what was just cited is asked about next, a
    line that holds the address of a page is mostly a note on sources, what is to come answers no question of
    the past, and what a source marked as out of date says stands behind what others say as well, and beside
    none (`CLOSE` in the answers is less).
    """

    cosine: float = 35.0
    passage: float = 1.95
    alone: float = 1.1
    in_context: float = 1.2
    with_previous: float = 2.5
    others: float = 1.0
    kind: float = 0.9
    valued: float = 1.5
    new_words: float = 1.1
    contact_block: float = 12.0
    contact_line: float = 4.0
    spoken_of: float = 1.0
    address: float = 3.0
    asked_above: float = 6.0
    outdated: float = 3.0
    ahead: float = 6.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer. `kind_met` are spans in it of the kind asked for that the question does not
    name itself; `valued`: it holds a value of just what is asked for. `score` is comparable within one
    question only."""

    hit: Hit
    place: int
    evidence: Evidence
    kind_met: tuple[Span, ...]
    score: float
    valued: bool = True

    @property
    def sentence(self) -> StoredSentence:
        return self.hit.passage.sentences[self.place]


def rank(
    question: Question,
    found: Found,
    weights: Weights | None = None,
    *,
    spoken_of: Collection[StoredSpan] = (),
    passages: int = PASSAGES,
) -> tuple[Candidate, ...]:
    """The sentences of the best `passages`, best first.

    `spoken_of` are spans cited just before: what is asked next is mostly answered near them.
    """
    said = {words.fold(token) for token in words.tokenize(question.text)}
    top = found.hits[0].score if found.hits else 0.0
    over = _says(question.text, "over")
    scale = _Scale(question, found.query, weights or Weights(), said, top, spoken_of, over)
    candidates = [
        scale.candidate(hit, place)
        for hit in found.hits[:passages]
        for place, sentence in enumerate(hit.passage.sentences)
        if not asks(sentence)
    ]
    return tuple(sorted(candidates, key=lambda one: (-one.score, one.hit.rank, one.place)))


def asked_above(query: Query, passage: StoredPassage) -> bool:
    """Whether a passage stands under a question that asks for nothing but what is asked for here."""
    heading = passage.heading_texts[-1] if passage.heading_texts else ""
    if not heading.rstrip().endswith("?"):
        return False
    said = [token for token in words.tokenize(heading) if words.fold(token) not in words.stop_words()]
    asked = frozenset(lemma for term in query.terms for lemma in term.lemmas)
    return len(said) > 1 and all(not asked.isdisjoint(bag(token).lemmas) for token in said)


def asks(sentence: StoredSentence) -> bool:
    """Whether a sentence is itself a question, as in an interview or under "frequently asked"."""
    return sentence.text.rstrip("”\"' ").endswith("?")


def _says(text: str, kind: str) -> bool:
    """Whether a question asks of what is "over", a sentence tells of what is "ahead"."""
    return _times(kind).search(words.fold(text)) is not None


@cache
def _times(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lexicon()['times'][kind])})")


@dataclass(frozen=True, slots=True)
class _Scale:
    """What the sentences of one question are measured with."""

    question: Question
    query: Query
    weights: Weights
    said: set[str]
    top: float
    spoken_of: Collection[StoredSpan]
    over: bool

    def candidate(self, hit: Hit, place: int) -> Candidate:
        sentence, weights = hit.passage.sentences[place], self.weights
        evidence = self._evidence(hit, place)
        met = new_spans(sentence.text, self.question, self.said)
        valued = just_asked(self.question, self.query, sentence.text, met)
        new = len(bag(sentence.text).lemmas.difference(self.query.all_lemmas, words.stop_words()))
        score = (
            weights.cosine * evidence.cosine
            - weights.passage * (self.top - hit.score)
            + self._words(hit, place, evidence)
            + weights.kind * self._kind(sentence.text, met)
            + weights.valued * valued
            + weights.new_words * min(new, MOST_NEW_WORDS) / MOST_NEW_WORDS
            + weights.spoken_of * self._was_spoken_of(hit)
            + weights.asked_above * asked_above(self.query, hit.passage)
            - weights.ahead * (self.over and _says(sentence.text, "ahead"))
            - weights.outdated * (hit.passage.document.outdated is not None)
            - weights.address * (self.question.asked not in CONTACT and _names_sources(hit, sentence.text))
        )
        return Candidate(hit, place, evidence, met, score, valued)

    def _kind(self, text: str, met: Sequence[Span]) -> float:
        """How far the kind asked for is there; a number that counts other things is half of one."""
        if self.question.asked == "number" and met:
            return 1.0 if counted(self.question, self.query, text, met) else 0.0
        return kind_sign(self.question, met)

    def _evidence(self, hit: Hit, place: int) -> Evidence:
        """The evidence for a sentence: what follows a question in the text answers that, and so is as near to
        what is asked as the question is."""
        own, before = hit.evidence[place], hit.passage.sentences[:place]
        while before and len(words.tokenize(before[-1].text)) <= SHORT_REPLY and not asks(before[-1]):
            before = before[:-1]
        if not before or not asks(before[-1]):
            return own
        question = hit.evidence[len(before) - 1]
        return Evidence(*(max(pair) for pair in zip(astuple(own), astuple(question), strict=True)))

    def _words(self, hit: Hit, place: int, evidence: Evidence) -> float:
        weights = self.weights
        if self.question.asked in CONTACT:
            own = share(self.query, [bag(hit.passage.sentences[place].text)], "others")
            return weights.contact_block * self._above(hit, place) + weights.contact_line * own
        return (
            weights.alone * evidence.alone
            + weights.in_context * evidence.in_context
            + weights.with_previous * evidence.with_previous
            + weights.others * evidence.others
        )

    def _above(self, hit: Hit, place: int) -> float:
        """The share of the query in the line an address stands under, or else in the few lines above it:
        whose it is stands there; its own letters say nothing of that."""
        sentences = hit.passage.sentences
        lead = sentences[place].lead_text
        lines = [lead] if lead else [one.text for one in sentences[max(0, place - BLOCK_LINES) : place]]
        return share(self.query, [bag(line) for line in lines])

    def _was_spoken_of(self, hit: Hit) -> bool:
        passage = hit.passage
        return any(
            document == passage.document.id and passage.span.start <= start < passage.span.end
            for document, start in self.spoken_of
        )


def _names_sources(hit: Hit, text: str) -> bool:
    """Whether a sentence holds the address of a page, or stands under a heading like "Sources"."""
    headings = hit.passage.heading_texts[-1:]
    return "://" in text or any(
        words.fold(one).strip(" :.") in lexicon()["sources"]["headings"] for one in headings
    )


def counting(question: Question, query: Query, text: str, met: Sequence[Span]) -> Sequence[Span]:
    """Of several numbers, those that count what the question counts: "ile firm" and "150 firm"."""
    return met if len(met) < 2 else counted(question, query, text, met) or met


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
