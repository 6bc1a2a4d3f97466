"""Whether the number or the time that is told of a member lies where a question asks for it."""

from collections.abc import Iterator, Sequence

from assistant.answers.rows import Cell
from assistant.bounds import OPEN, amounts_in, is_before
from assistant.rosters.model import Member
from assistant.rosters.needs import Need
from assistant.rosters.words import heads_column
from documents.periods import periods
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
    asked = need.period
    told = [one for text in _dated(need, member) for one in periods(text)]
    if asked is None or len(told) != 1:
        return False
    before = is_before(told[0], asked)
    last = (asked.other or asked.moment).last
    return asked.moment.first <= told[0].moment.first <= last if before is None else before


def _amounts(need: Need, member: Member) -> Iterator[float]:
    if cell := _cell(need, member.cells):
        yield from amounts_in(cell.text, cell.head)
    elif need.of and not member.cells:
        yield from (one.value for text in member.said for one in numbers_in(text.replace(member.name, "")))
    elif not member.cells:
        for text in member.said:
            if any(match(term, bag(text)) == 1.0 for term in need.about):
                yield from amounts_in(text.replace(member.name, ""))


def _cell(need: Need, row: Sequence[Cell]) -> Cell | None:
    """The cell of the column that is spoken of: of that kind, else under the head that holds most of it."""
    if need.of:
        return next((one for one in row if heads_column(one.head, need.of)), None)
    told = [
        (sum(one.weight * match(one, bag(cell.head)) for one in need.about), -n) for n, cell in enumerate(row)
    ]
    most = max(told, default=(0.0, 0))
    return row[-most[1]] if most[0] else None


def _dated(need: Need, member: Member) -> Iterator[str]:
    """The texts that tell the time: the cell of such a column, or what is said."""
    if not member.cells:
        yield from member.said
    elif need.of:
        yield from (cell.text for cell in (_cell(need, member.cells),) if cell)
    else:
        yield from (cell.text for cell in member.cells)
