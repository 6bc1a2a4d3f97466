"""The exact words that answer, where one can be sure of them."""

from assistant.question import NOUN_REACH, Question
from assistant.ranking import Candidate
from documents.model import Span
from index import words

# Kinds whose spans are the answer itself; a place or a reason is more than the words that give it away.
EXACT = frozenset({"date", "number", "phone", "email", "website", "address", "person"})
# How many words after a number its noun may stand: "ponad 150 małych i średnich firm".
NOUN_AFTER = 4


def exact_words(question: Question, candidate: Candidate) -> str:
    """The one span of the kind asked for; "" where there are several and none is plainly meant."""
    if question.asked not in EXACT or question.several:
        return ""
    text = candidate.sentence.text
    met = candidate.kind_met
    if question.asked == "number":
        met = _counting(question, text, met)
    texts = list(dict.fromkeys(text[span.start : span.end].strip() for span in met))
    return texts[0] if len(texts) == 1 else ""


def _counting(question: Question, text: str, met: tuple[Span, ...]) -> tuple[Span, ...]:
    """Of several numbers, those that count what the question counts: "ile firm" and "150 firm"."""
    if len(met) < 2:
        return met
    nouns = {words.lemma(token) for token in words.tokenize(question.text)[1 : 1 + NOUN_REACH]}
    nouns -= words.stop_words()
    counting = tuple(
        span
        for span in met
        if any(words.lemma(token) in nouns for token in words.tokenize(text[span.end :])[:NOUN_AFTER])
    )
    return counting or met
