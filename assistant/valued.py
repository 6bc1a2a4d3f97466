"""Values of just what is asked for: a sum of money, a number of what is counted, somebody."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from itertools import pairwise, takewhile

from assistant.question import NOUN_REACH, Question, lexicon
from assistant.recognise import spans
from documents.model import Span
from index import words
from index.evidence import Bag, match
from index.extraction.organisations import organisations_in
from index.extraction.people import named_people
from index.query import Query, Term

# How many words after a number its noun may stand: "ponad 150 małych i średnich firm".
NOUN_AFTER = 4
# Kinds of which no word gives a value away.
VALUELESS = frozenset({"definition", "reason", "yes_no", "manner", "advice", "thing"})
# Readings of what somebody does or did.
VERBS = frozenset({"fin", "praet", "imps", "inf", "bedzie"})


def just_asked(question: Question, query: Query, text: str, met: Sequence[Span]) -> bool:
    """Whether a text holds a value of just what is asked for: of kinds that are told apart no further, any of
    its spans of the kind, `met`."""
    if question.asked in {"number", "thing"} and asks_money(query.terms):
        return any(is_sum(text, one) for one in (met or spans(text, "number")))
    if question.asked == "number" and met and asks_how_many(question):
        return bool(counted(question, query, text, met))
    if question.asked == "person":
        return any(True for _ in names_somebody(question, text))
    return bool(met) or question.asked in VALUELESS


def counted(question: Question, query: Query, text: str, met: Sequence[Span]) -> tuple[Span, ...]:
    """The numbers after which stands what the question counts, in either language."""
    # "Ile klastrów otrzymało certyfikat" counts no certificates.
    said = words.tokenize(question.text)[1 : 1 + NOUN_REACH]
    before = takewhile(lambda one: question.language == "en" or not _is_verb(one), said)
    asked = {words.fold(token) for token in before}
    nouns = {one for term in query.terms if words.fold(term.written) in asked for one in term.lemmas}
    # What stands after the next number is counted by that one.
    after = (text[span.end : following.start] for span, following in pairwise((*met, Span(len(text), 0))))
    return tuple(
        span
        for span, said in zip(met, after, strict=True)
        if any(words.lemma(token) in nouns for token in words.tokenize(said)[:NOUN_AFTER])
    )


def names_somebody(question: Question, text: str) -> Iterator[Span]:
    """The people and organisations that a text names and the question does not."""
    said = {words.fold(token) for token in words.tokenize(question.text)}
    for span in (*named_people(text), *(one.span for one in organisations_in(text))):
        if not said.issuperset(words.fold(token) for token in words.tokenize(text[span.start : span.end])):
            yield span


@lru_cache(maxsize=1_000)
def of_money(term: Term) -> bool:
    """Whether a word asks for a sum of money, though it be typed without diacritics."""
    meant = {term.lemmas[0], *words.restored_lemmas(words.fold(term.written))}
    return not meant.isdisjoint(lexicon()["money"]["words"])


def is_sum(text: str, number: Span) -> bool:
    """Whether a currency stands beside a number."""
    after, before = _currencies()
    return bool(after.match(text, number.end) or before.search(text[: number.start]))


@cache
def _currencies() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a sum goes on with after its number, and what stands before one."""
    money = lexicon()["money"]
    scale, sign = (either(money[one]) for one in ("scales", "currencies"))
    return (
        re.compile(rf"\s*(?:{scale}\.?\s*)?{sign}(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w){sign}\s*$", re.IGNORECASE),
    )


def either(listed: Sequence[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, listed))})"


def names_sum(text: str) -> bool:
    """Whether a text speaks of a sum that has a name of its own: a budget, a fee."""
    said = words.tokenize(text)
    return any(_sums({words.lemma(one), *words.restored_lemmas(words.fold(one))}) for one in said)


def lacks_sum(terms: Sequence[Term], bags: Sequence[Bag]) -> bool:
    """Whether a sum with a name of its own is asked for, a budget, that none of the bags holds, by whatever
    name."""
    asked = [
        (one, called)
        for one in terms
        if (called := _sums({one.lemmas[0], *words.restored_lemmas(words.fold(one.written))}))
    ]
    return bool(asked) and not any(
        match(term, one) or not called.isdisjoint(one.lemmas) for term, called in asked for one in bags
    )


def _sums(lemmas: AbstractSet[str]) -> frozenset[str]:
    """All names of the sums that words are names of."""
    groups = lexicon()["named_sums"]["groups"]
    return frozenset(name for group in groups if not lemmas.isdisjoint(group) for name in group)


def asks_money(terms: Sequence[Term]) -> bool:
    """Whether a sum of money is asked for: whatever it is called, an amount with its currency is one."""
    return any(map(of_money, terms))


def asks_how_many(question: Question) -> bool:
    """Whether it is asked how many there are of something: "ile firm", not "ile wynosi"."""
    tokens = words.tokenize(question.text)
    asking = lexicon()["phrases"]["many"]
    after = [then for one, then in pairwise(tokens) if words.fold(one) in asking]
    if after and any(map(_is_verb, after[:1])):
        return False
    return says_any(question, "many")


def _is_verb(word: str) -> bool:
    """Whether a Polish word is a form of a verb, though it be typed without diacritics."""
    readings = (*words.readings(word.lower()), *words.restored_readings(words.fold(word)))
    return any(reading.part in VERBS for reading in readings)


def says_any(question: Question, phrases: str) -> bool:
    """Whether a phrase of the lexicon stands in a question."""
    said = f" {words.fold(question.text)} "
    return any(f" {one} " in said for one in lexicon()["phrases"][phrases])
