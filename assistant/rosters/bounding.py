"""Whether the number or the time that is told of a member lies where a question asks for it."""

from collections.abc import Iterator, Sequence

from assistant.answers.rows import Cell
from assistant.bounds import OPEN, amounts_in
from assistant.columns import column, lies_in_time, timed
from assistant.rosters.model import Member
from assistant.rosters.needs import Need
from assistant.rosters.words import heads_column
from index.evidence import bag, match
from index.numerals import numbers_in


def is_bounding(need: Need) -> bool:
    """Whether a need leaves out whoever lies on the other side: below a number, before a year."""
    if need.period is None:
        return need.bound is not None
    return bool(need.of) or need.period.relation in OPEN


def lies_there(need: Need, member: Member) -> bool:
    """Whether what is told of a member lies where it is asked for; what is not told lies nowhere."""
    if need.bound is not None:
        amounts = list(_amounts(need, member))
        return len(amounts) == 1 and need.bound.holds(amounts[0])
    return need.period is not None and lies_in_time(_dated(need, member), need.period)


def are_apart(needs: Sequence[Need], member: Member) -> bool:
    """Whether what is bounded stands in a column of its own each."""
    found = [cell.span for need in needs if (cell := _cell(need, member.cells))]
    return len(set(found)) == len(found)


def _amounts(need: Need, member: Member) -> Iterator[float]:
    if cell := _cell(need, member.cells):
        yield from amounts_in(cell.text, cell.head)
    elif need.of and not member.cells:
        yield from (one.value for text in member.said for one in numbers_in(text.replace(member.name, "")))
    elif not member.cells:
        terms = need.about.terms if need.about else ()
        for text in member.said:
            if any(match(term, bag(text)) == 1.0 for term in terms):
                yield from amounts_in(text.replace(member.name, ""))


def _cell(need: Need, row: Sequence[Cell]) -> Cell | None:
    """The cell of the column that is spoken of."""
    if need.of:
        return next((one for one in row if heads_column(one.head, need.of)), None)
    return column(need.about, row) if need.about else None


def _dated(need: Need, member: Member) -> Sequence[str]:
    """The texts that tell the time: the cell of such a column, or what is said."""
    cell = _cell(need, member.cells)
    if not member.cells:
        return member.said
    if need.of:
        return [cell.text] if cell else []
    return timed(cell, member.cells)
