"""Of which column of a table a bound speaks, and which rows lie on its side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from assistant.answers.rows import Cell
from assistant.bounds import OPEN, Bound, amounts_in, bounds_in, is_before
from assistant.question import lexicon
from assistant.valued import lacks_sum, of_money
from documents.model import Span
from documents.periods import Period, periods
from index import words
from index.evidence import bag, match
from index.query import Query, Term

# Words after a number among which the noun stands that it counts: "20 sprawnych krosien".
COUNTED = 3


@dataclass(frozen=True, slots=True)
class About:
    """The words that may head the column which a bound speaks of, the likeliest first; `in_money`: it is a
    sum. `span`: where the bound stands, with its unit."""

    terms: tuple[Term, ...]
    in_money: bool
    span: Span


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a question, folded, and what is looked for by it, None of a function word."""

    folded: str
    span: Span
    term: Term | None


def abouts(text: str, query: Query, bounds: Sequence[Span], times: Sequence[Span]) -> dict[Span, About]:
    """What each stretch of a question that bounds something speaks of: what its number counts, "more than 20
    looms", else what stands before it and after the one before, the nearest first."""
    terms = {term.written: term for term in query.terms}
    found = [
        _Word(words.fold(one.group()), Span(*one.span()), terms.get(one.group()))
        for one in words.TOKEN.finditer(text)
    ]
    told: dict[Span, About] = {}
    floor = 0
    for span in sorted((*bounds, *times), key=lambda one: one.start):
        behind = [one for one in found if one.span.start >= span.end]
        units = list(takewhile(lambda one: one.folded in _listed("units"), behind))
        until = units[-1].span.end if units else span.end
        in_money = span in bounds and _is_sum(text[span.start : until])
        counts = span in bounds and (in_money or not units)
        counted = _counted(text, until, behind[len(units) :], of_sum=in_money) if counts else []
        before = [one for one in found if floor <= one.span.start and one.span.end <= span.start]
        said = (one.term for one in reversed(counted or before) if one.folded not in _listed("units"))
        told[span] = About(
            tuple(one for one in said if one and not one.is_name), in_money, Span(span.start, until)
        )
        floor = counted[-1].span.end if counted else until
    return told


def _counted(text: str, start: int, behind: Sequence[_Word], *, of_sum: bool) -> list[_Word]:
    """The words after a number that say what it counts; after a sum only a noun, "100 zł podatku"."""
    found: list[_Word] = []
    for one in behind[:COUNTED]:
        if one.term is None or one.term.is_name or words.is_finite(one.folded):
            break
        if text[start : one.span.start].strip() or (of_sum and not _is_noun(one.term.written)):
            break
        found.append(one)
        start = one.span.end
    return found if any(one.term and _tells(one.term) for one in found) else []


def _is_noun(word: str) -> bool:
    """Whether a Polish word is a noun and nothing else."""
    readings = words.readings(word)
    return bool(readings) and all(reading.part == "subst" for reading in readings)


def column(about: About, row: Sequence[Cell]) -> Cell | None:
    """The cell under the head that holds what a bound speaks of; None where none, or more than one, does."""
    if about.in_money:
        row = [one for one in row if _is_sum(f"{one.head} {one.text}")] or row
    for term in about.terms:
        held = [one for one in row if _tells(term) and match(term, bag(one.head))]
        if held:
            return _only(held, about)
    sums = [one for one in row if _is_sum(f"{one.head} {one.text}")]
    asked = about.in_money and any(map(of_money, about.terms))
    if asked and len(sums) == 1 and not lacks_sum(about.terms, [bag(sums[0].head)]):
        return sums[0]
    return None


def _only(held: Sequence[Cell], about: About) -> Cell | None:
    """The one of some cells whose head holds most of the words."""
    told = [sum(term.weight * match(term, bag(one.head)) for term in about.terms) for one in held]
    return held[told.index(max(told))] if told.count(max(told)) == 1 else None


def _lies(cell: Cell | None, bound: Bound) -> bool:
    """Whether the only number of a cell is one of those meant."""
    amounts = list(amounts_in(cell.text, cell.head)) if cell else []
    return len(amounts) == 1 and bound.holds(amounts[0])


def lies_in_time(texts: Iterable[str], asked: Period) -> bool:
    """Whether the only time that texts tell lies on the side that is asked for, or in the time asked for."""
    told = [one for text in texts for one in periods(text)]
    if len(told) != 1:
        return False
    before = is_before(told[0], asked)
    last = (asked.other or asked.moment).last
    return asked.moment.first <= told[0].moment.first <= last if before is None else before


def lies_within(text: str, query: Query, row: Sequence[Cell]) -> bool:
    """Whether a row lies on the side of each bound of a question, each in a column of its own."""
    bounds = {one.span: one for one in bounds_in(text)}
    times = {one.span: one for one in periods(text) if one.relation in OPEN}
    told = abouts(text, query, list(bounds), list(times))
    cells = {span: column(about, row[1:]) for span, about in told.items()}
    found = [one.span for one in cells.values() if one is not None]
    if len(set(found)) < len(found):
        return False
    return all(_lies(cells[span], bound) for span, bound in bounds.items()) and all(
        lies_in_time(timed(cells[span], row), time) for span, time in times.items()
    )


def timed(cell: Cell | None, row: Sequence[Cell]) -> list[str]:
    """The texts that tell the time of a row: the cell that is spoken of, if it tells any, else all."""
    return [cell.text] if cell and periods(cell.text) else [one.text for one in row]


def _tells(term: Term) -> bool:
    """Whether a word says by itself what column is meant: "annual" does not, nor "number"."""
    return not term.written.isdigit() and _listed("untelling").isdisjoint(term.lemmas)


def _is_sum(text: str) -> bool:
    """Whether a currency stands in a text."""
    signs = [one for one in _signs() if not one.isalpha() and one in text]
    return bool(signs) or any(token in _signs() for token in map(words.fold, words.tokenize(text)))


@cache
def _signs() -> frozenset[str]:
    currencies = lexicon()["money"]["currencies"]
    return frozenset((*currencies, *map(words.fold, currencies)))


@cache
def _listed(key: str) -> frozenset[str]:
    """Words of the lexicon on bounds, folded; of units also the currencies and what multiplies a number."""
    told = lexicon()["bounds"]
    if key != "units":
        return frozenset(told[key])
    times = (one for listed in told["times"].values() for one in listed)
    return frozenset((*told["units"], *told["lasting"], *times)) | _signs()
