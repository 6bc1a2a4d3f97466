"""Whether the best sentence answers at all, or the library does not say."""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from assistant.answers.rows import SEPARATOR, cells
from assistant.bounds import bounded_in
from assistant.columns import lies_within
from assistant.question import Question, names
from assistant.ranking import CONTACT, Candidate, asked_above
from assistant.recognise import spans
from assistant.valued import lacks_sum, names_sum
from documents.language import language_of
from index import words
from index.evidence import Bag, bag, match, share
from index.extraction.labels import labels_in
from index.model import StoredPassage
from index.query import Query, Term

# Kinds that a sentence must hold to answer: of the answers to 46 and 45 questions, 45 held a date and 42 a
# number.
NEEDED = frozenset({"date", "number", "phone", "email", "website", "address"})
# Somebody's description of their own firm shares fewer words with what suits it than a question does with
# its answer.
FITS = 0.08
# The share of a thing's name that must stand in the sentence or above it.
WHOLE_THING = 0.75
# Verbs of defining: beside one, a name is the author's, not that of the thing.
DEFINING = frozenset({"zdefiniowac", "definiowac", "define", "wyjasnic", "explain", "rozumiec"})
# What stands before somebody by whose words a thing is defined.
BY = frozenset({"wedlug", "wedle", "zdaniem", "according"})
# Shorter, and of no kind that was asked for, a sentence is a label.
FEWEST_WORDS = 3
# Part of nearly every name in this field, so that it tells none from another.
GENERIC = frozenset({"klaster", "cluster"})
# Lemmas that one word may have, by all its readings.
MOST_READINGS = 3
# Sentences before and after that a reader takes in with the one that answers.
WINDOW_BEFORE, WINDOW_AFTER = 2, 2


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic model of "this sentence answers", from the evidence for it.

    Fitted on 355 questions on seven libraries of documents on clusters and 538 on Wikipedia, each once as it
    is and once with the documents that answer it taken away, and on 142 whose answer stands nowhere though
    the documents speak of the same: of who designed the ferry whose passengers they count. Checked on the one
    library of the seven left out: at `threshold` 0.04 of the sentences that answer are held back, 0.72 of
    those found where the answer was taken away, and 0.68 of those near it; by cosine, words and names alone
    0.04 and 0.54. On Wikipedia 0.03 and 0.76. `held` is the share of the words, names aside, that stands
    there of those in the library; `foreign`: in two languages, question and passage share fewer. How far the
    cosine stands out of the others told nothing more.
    """

    cosine: float = 19.0
    passage: float = 3.45
    names: float = 1.3
    held: float = 0.6
    valued: float = 1.7
    foreign: float = 0.7
    bias: float = -21.7
    threshold: float = 0.18


@dataclass(frozen=True, slots=True)
class Confidence:
    """`probability` in [0, 1] that the sentence answers; `enough` when it may be given as the answer."""

    probability: float
    enough: bool


def confidence(query: Query, candidate: Candidate, weights: Weights | None = None) -> Confidence:
    """How sure one can be that a candidate answers."""
    weights = weights or Weights()
    passage = candidate.hit.passage
    window = window_bags(candidate)
    whole = [*(bag(sentence.text) for sentence in passage.sentences), around(passage)]
    named = any(term.is_name for term in query.terms)
    score = (
        weights.bias
        + weights.cosine * candidate.evidence.cosine
        + weights.passage * share(query, whole)
        + weights.names * (share(query, window, "names") if named else 1.0)
        + weights.held * _share_of_held(query, window)
        + weights.valued * candidate.valued
        + weights.foreign * (language_of(query.text) != (passage.language or passage.document.language))
    )
    probability = 1 / (1 + math.exp(-score))
    return Confidence(probability, probability >= weights.threshold)


def _share_of_held(query: Query, bags: Sequence[Bag]) -> float:
    """The share of the words other than names, of those that the library holds at all, that stands in any of
    the bags."""
    terms = [term for term in query.terms if term.is_held and not term.is_name]
    total = sum(term.weight for term in terms)
    met = sum(term.weight * max(match(term, one) for one in bags) for term in terms)
    return met / total if total else 1.0


def around(passage: StoredPassage) -> Bag:
    """The words of what a passage stands under: the document's title and headings."""
    return bag(" \n ".join((passage.document.title, *passage.heading_texts)))


def window_bags(candidate: Candidate) -> list[Bag]:
    """The bags of a sentence, its neighbours, its lead, its headings and the document's title."""
    passage, place = candidate.hit.passage, candidate.place
    near = passage.sentences[max(0, place - WINDOW_BEFORE) : place + WINDOW_AFTER]
    lead = candidate.sentence.lead_text
    return [*(bag(one.text) for one in near), around(passage), *([bag(lead)] if lead else [])]


def answering(question: Question, query: Query, candidates: Sequence[Candidate]) -> Candidate | None:
    """The best candidate that answers; None where none does."""
    if _names_beyond(query, candidates):
        return None
    if years := _years_beyond(query, candidates):
        if not years <= _bounding(question):
            return None
        candidates = [one for one in candidates if _lies_within(question, query, one)]
    for candidate in candidates[:8]:
        if _heads_a_table(candidate) or _only_an_address(question, candidate) or _says_nothing(candidate):
            continue
        if _half_named(query, candidate) or _of_another_thing(question, query, candidate):
            continue
        if _lacks_attribute(question, query, candidate) or _of_another_column(question, query, candidate):
            continue
        if _of_another_sum(query, candidate):
            continue
        if question.asked in NEEDED and not holds_kind(question, candidate):
            continue
        if question.asked in CONTACT and not _of_whom(query, candidate):
            continue
        sure = confidence(query, candidate)
        enough = sure.enough or (question.asked == "advice" and sure.probability >= FITS)
        enough = enough or _asked_above(query, candidate.hit.passage)
        return candidate if enough or _stands_under_kind(question, query, candidate) else None
    return None


def _asked_above(query: Query, passage: StoredPassage) -> bool:
    """Whether a passage stands under the same question, and whoever is named here is spoken of there; what a
    label is called goes without saying."""
    if not asked_above(query, passage):
        return False
    near = [*(bag(sentence.text) for sentence in passage.sentences), around(passage)]
    named = [name for name in names(query.text) if not labels_in(name)]
    terms = [term for term in query.terms if any(term.written in words.tokenize(name) for name in named)]
    own = [term for term in terms if not GENERIC.intersection(term.lemmas)]
    return all(any(match(term, one) for one in near) for term in own)


def _stands_under_kind(question: Question, query: Query, candidate: Candidate) -> bool:
    """Whether several of a kind are asked for, and the sentence stands under that kind and nothing else:
    "what stages does it go through" under "Etapy"."""
    lead = bag(candidate.sentence.lead_text)
    if not question.several or not query.terms or not match(query.terms[0], lead):
        return False
    if len(lead.lemmas.difference(words.stop_words())) > MOST_READINGS:
        return False
    passage = candidate.hit.passage
    near = [*(bag(sentence.text) for sentence in passage.sentences), around(passage)]
    others = [term for term in query.terms[1:] if not GENERIC.intersection(term.lemmas)]
    return not others or any(match(term, one) for term in others for one in near)


def by_somebody(question: Question, query: Query) -> bool:
    """Whether it is asked how somebody, or some text, defines a thing."""
    said = {words.fold(token) for token in words.tokenize(question.text)}
    return bool(BY.intersection(said)) or any(DEFINING.intersection(term.lemmas) for term in query.terms)


def holds_kind(question: Question, candidate: Candidate) -> bool:
    """Whether a sentence holds the kind asked for, or stands under a line whose date is its own."""
    above = question.asked == "date" and bool(spans(candidate.sentence.lead_text, "date"))
    return above or bool(candidate.kind_met)


def _names_beyond(query: Query, candidates: Sequence[Candidate]) -> bool:
    """Whether the question is only about names that no passage found speaks of."""
    named = [term for term in query.terms if term.is_name and term.written[:1].isupper()]
    passages = _passages(candidates)
    return bool(named) and not any(_spoken_of(name, passages) for name in named)


def _years_beyond(query: Query, candidates: Sequence[Candidate]) -> set[str]:
    """The years asked about that no passage found speaks of."""
    years = [term for term in query.terms if len(term.written) == 4 and term.written.isdigit()]
    passages = _passages(candidates)
    return {year.written for year in years if not _spoken_of(year, passages)}


def _bounding(question: Question) -> set[str]:
    """The numbers beside which, and not at which, lies what is asked for."""
    spans = bounded_in(question.text) if question.several else ()
    return {one for span in spans for one in words.tokenize(question.text[span.start : span.end])}


def _lies_within(question: Question, query: Query, candidate: Candidate) -> bool:
    row = cells(candidate.sentence)
    return bool(row) and lies_within(question.text, query, row)


def _passages(candidates: Sequence[Candidate]) -> Collection[StoredPassage]:
    return {one.hit.passage.id: one.hit.passage for one in candidates[:24]}.values()


def _spoken_of(term: Term, passages: Iterable[StoredPassage]) -> bool:
    return any(
        match(term, one)
        for passage in passages
        for one in (*(bag(sentence.text) for sentence in passage.sentences), around(passage))
    )


def introduces(candidate: Candidate) -> bool:
    """Whether the sentence is the line above a list, or the heads above the rows of a table."""
    return any(one.lead == candidate.sentence.span for one in candidate.hit.passage.sentences)


def _heads_a_table(candidate: Candidate) -> bool:
    return SEPARATOR in candidate.sentence.text and introduces(candidate)


def _only_an_address(question: Question, candidate: Candidate) -> bool:
    """Whether hardly anything but addresses of pages stands in the sentence."""
    addresses = spans(candidate.sentence.text, "website")
    if question.asked in CONTACT or not addresses:
        return False
    return sum(span.end - span.start for span in addresses) > len(candidate.sentence.text) / 2


def _says_nothing(candidate: Candidate) -> bool:
    """Whether the sentence is a word or two that are not themselves of the kind asked for."""
    return not candidate.kind_met and len(words.tokenize(candidate.sentence.text)) < FEWEST_WORDS


def _of_another_thing(question: Question, query: Query, candidate: Candidate) -> bool:
    """Whether it is asked what something is, and a part of its name stands nowhere near the sentence."""
    if question.asked != "definition" or by_somebody(question, query):
        return False
    return candidate.evidence.in_context < WHOLE_THING


def _of_another_sum(query: Query, candidate: Candidate) -> bool:
    """Whether a sum with a name of its own is asked for, a budget, and a sentence tells of another, a fee."""
    sentence = candidate.sentence
    here = [bag(sentence.text), bag(sentence.lead_text), around(candidate.hit.passage)]
    return lacks_sum(query.terms, here) and names_sum(sentence.text)


def _of_another_column(question: Question, query: Query, candidate: Candidate) -> bool:
    """Whether a row of a table holds a number or a date, and neither its heads nor its cells say what is
    asked about: the number of the row is no answer."""
    sentence = candidate.sentence
    if SEPARATOR not in sentence.text:
        return False
    if question.several and bounded_in(question.text):
        return not _lies_within(question, query, candidate)
    if question.asked not in {"number", "date"}:
        return False
    here = [bag(sentence.text), bag(sentence.lead_text)]
    asked = [term for term in query.terms if not term.is_name]
    if lacks_sum(asked, here):
        return True
    return bool(asked) and not any(match(term, one) for term in asked for one in here)


def _lacks_attribute(question: Question, query: Query, candidate: Candidate) -> bool:
    """Whether what somebody is asked to be or to have stands nowhere near: beside the name of a cluster may
    stand anything but its president."""
    asked = [term for term in query.terms if term.written == question.attribute]
    bags = window_bags(candidate)
    return any(not any(match(term, one) for one in bags) for term in asked)


def _half_named(query: Query, candidate: Candidate) -> bool:
    """Whether only a part of a name asked about stands around the sentence: Optics Valley is no Aviation
    Valley."""
    passage = candidate.hit.passage
    bags = [*(bag(sentence.text) for sentence in passage.sentences), *window_bags(candidate)]
    for terms in terms_of_names(query):
        met = [any(match(term, one) for one in bags) for term in terms]
        if any(met) and not all(met):
            return True
    return False


def terms_of_names(query: Query) -> list[list[Term]]:
    """The terms of each name in a query, without those that are part of nearly every name."""
    found = []
    for name in names(query.text):
        written = set(words.tokenize(name))
        # Of "Adres Dębowej Beczki" the first word has its capital from the start of the question.
        named = [term for term in query.terms if term.is_name and term.written in written]
        found.append([term for term in named if not GENERIC.intersection(term.lemmas)])
    return found


def _of_whom(query: Query, candidate: Candidate) -> bool:
    """Whether a way to reach somebody stands where those asked about are named: a telephone number in another
    passage is another's."""
    bags = [*(bag(s.text) for s in candidate.hit.passage.sentences), around(candidate.hit.passage)]
    named = [term for term in query.terms if term.is_name and not term.written.isdigit()]
    return all(any(match(term, one) == 1.0 for one in bags) for term in named)
