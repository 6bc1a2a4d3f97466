"""The exact words that answer, where one can be sure of them."""

import re

from assistant.answers.rows import asked_cell, cells
from assistant.question import Question
from assistant.ranking import CONTACT, Candidate, counting
from documents.model import Span
from index import words
from index.query import Query

# Kinds whose spans are the answer itself; a place or a reason is more than the words that give it away.
EXACT = frozenset({"date", "number", "phone", "email", "website", "address", "person"})
# Kinds whose answer is more than a cell of a table.
NO_CELL = frozenset({"definition", "advice", "reason", "yes_no"})
# The share of what is asked, names aside, that must stand in the sentence or above it: a date beside a name
# may be that of something else.
SAYS_SO = 0.5
UNIT = re.compile(r"\s+[a-ząćęłńóśźż]{2,}")


def exact_words(question: Question, query: Query, candidate: Candidate) -> str:
    """The cell, or the one span of the kind asked for; "" where there are several, none plainly meant."""
    if question.asked in NO_CELL or question.several:
        return ""
    cell = asked_cell(query, cells(candidate.sentence))
    if cell is not None:
        return cell.text
    if question.asked not in EXACT:
        return ""
    evidence = candidate.evidence
    if question.asked not in CONTACT and min(evidence.others, evidence.names) < SAYS_SO:
        return ""
    text = candidate.sentence.text
    met = candidate.kind_met
    if question.asked == "number":
        met = tuple(_with_unit(text, span) for span in counting(question, query, text, met))
    texts = list(dict.fromkeys(text[span.start : span.end].strip() for span in met))
    if question.asked == "person":
        texts = [one for one in texts if _may_be_a_name(one)]
    return texts[0] if len(texts) == 1 else ""


def _may_be_a_name(text: str) -> bool:
    """Not a number or an amount, nor one capitalised word of the dictionary: "PLN 28", "Polish"."""
    if any(character.isdigit() for character in text):
        return False
    return " " in text or not words.is_known(text.lower())


def _with_unit(text: str, span: Span) -> Span:
    """A number with the word after it, which says what it counts."""
    after = UNIT.match(text, span.end)
    if not after or words.fold(after.group().strip()) in words.stop_words():
        return span
    return Span(span.start, after.end())
