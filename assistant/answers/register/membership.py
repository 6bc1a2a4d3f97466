"""The numbers in a sentence that count the members of a cluster."""

from collections.abc import Iterator, Sequence

from assistant.answers.rows import SEPARATOR
from documents.model import Span
from index import words
from index.extraction.clauses import clause_end, clause_start
from index.extraction.counting import is_of_something_else
from index.extraction.counts import Count, counts_in, is_member, patterns, said_otherwise
from index.model import StoredSentence
from index.numerals import numbers_in
from index.words import same_length_fold


def member_numbers(sentence: StoredSentence, above: Sequence[str] = ()) -> tuple[Span, ...]:
    """The numbers that count members: beside a noun or a verb that says so, in a column headed so, or right
    after the question in the last line `above` that asks for them."""
    if SEPARATOR in sentence.text:
        return tuple(_in_cells(sentence))
    text = sentence.text
    counts = [one for one in counts_in(text) if _says_so(text, one)]
    counts += said_otherwise(text)
    found = {one.at for one in counts if not is_of_something_else(text, one)}
    if not found and above and _asks(above[-1]):
        found = {one.span for one in list(numbers_in(text))[:1]}
    return tuple(sorted(found))


def _says_so(text: str, count: Count) -> bool:
    """Whether what is counted are members by its noun, or by a verb beside it."""
    if count.sure or any(map(is_member, words.tokenize(count.counted))):
        return True
    folded = same_length_fold(text)
    before = folded[clause_start(text, count.span.start) : count.span.start]
    after = folded[count.span.end : clause_end(text, count.span.end)]
    told = any(one.search(before) for one in (*patterns("inside"), *patterns("directly")))
    return told or any(one.search(after) for one in patterns("after"))


def _asks(text: str) -> bool:
    """Whether a text asks how many members there are."""
    folded = same_length_fold(text)
    return any(one.search(folded) for one in patterns("asking"))


def _in_cells(sentence: StoredSentence) -> Iterator[Span]:
    """The numbers of the columns that are headed as those of members."""
    start = 0
    for head, cell in zip(sentence.lead_text.split(SEPARATOR), sentence.text.split(SEPARATOR), strict=False):
        if any(map(is_member, words.tokenize(head))) or any(
            one.search(same_length_fold(head)) for one in patterns("after")
        ):
            yield from (Span(start + one.span.start, start + one.span.end) for one in numbers_in(cell))
        start += len(cell) + len(SEPARATOR)
