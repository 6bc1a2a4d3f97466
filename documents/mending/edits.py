"""Edits of a block's text, and the one place where the repairs of several stages become one."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from documents.model import Block, Break, Repair, Span


class Edit(NamedTuple):
    """`text` is to stand at `span` of the text there is now.

    With `readings`, nobody can tell which of them is meant: `text` is then what stands there already.
    """

    span: Span
    text: str
    readings: tuple[str, ...] = ()


class _Group(NamedTuple):
    """A stretch of the text there is now, with the earlier repairs and the edits that meet in it."""

    span: Span
    repairs: list[Repair]
    edits: list[Edit]


def edited(block: Block, edits: Sequence[Edit]) -> Block:
    """The block with all edits made; its repairs lead from the text there is then to what was first read.

    Edits must not overlap; of two at one empty span the first given comes first. An edit that changes
    nothing is dropped, and so is a repair that is taken back. Where an edit meets an earlier mark of several
    readings, the edit holds.

    Raises: ValueError when edits overlap or reach out of the text.
    """
    told = [
        each for each in edits if each.readings or block.text[each.span.start : each.span.end] != each.text
    ]
    wanted = sorted(told, key=lambda each: each.span)
    if not wanted:
        return block
    _check(block.text, wanted)
    parts: list[str] = []
    repairs: list[Repair] = []
    at = length = 0
    for group in _groups(block.repairs, wanted):
        before = block.text[at : group.span.start]
        after = _applied(block.text, group.span, group.edits)
        parts += (before, after)
        start = length + len(before)
        at, length = group.span.end, start + len(after)
        repair = _repair(block.text, group, Span(start, length))
        if repair.readings or repair.original != after:
            repairs.append(repair)
    text = "".join((*parts, block.text[at:]))
    return replace(block, text=text, repairs=tuple(repairs), breaks=tuple(_moved(block.breaks, wanted)))


def undone(text: str, repairs: Sequence[Repair], within: Span | None = None) -> str:
    """The text as it was read, before its repairs; of `within` only, which must cut none of them."""
    start, end = within or Span(0, len(text))
    inside = [Edit(each.span, each.original) for each in repairs if start <= each.span.start]
    return _applied(text, Span(start, end), [edit for edit in inside if edit.span.end <= end])


def merged(first: Block, second: Block, between: str = " ") -> Block:
    """The first block with the second's text behind it, parted by `between`; the rest is the first's."""
    ahead = len(first.text) + len(between)
    moved = (
        replace(each, span=Span(each.span.start + ahead, each.span.end + ahead)) for each in second.repairs
    )
    breaks = (*first.breaks, *(each._replace(at=each.at + ahead) for each in second.breaks))
    return replace(
        first, text=first.text + between + second.text, repairs=(*first.repairs, *moved), breaks=breaks
    )


def _moved(breaks: Sequence[Break], edits: Sequence[Edit]) -> Iterator[Break]:
    """Line breaks after edits, which are in order and take away the breaks in them."""
    waiting = deque(edits)
    shift = 0
    for each in breaks:
        while waiting and waiting[0].span.end <= each.at:
            edit = waiting.popleft()
            shift += len(edit.text) - (edit.span.end - edit.span.start)
        if not waiting or each.at < waiting[0].span.start:
            yield each._replace(at=each.at + shift)


def _check(text: str, edits: Sequence[Edit]) -> None:
    end = 0
    for edit in edits:
        if not end <= edit.span.start <= edit.span.end <= len(text):
            raise ValueError(f"an edit at {edit.span} overlaps another or reaches out of the text")
        end = edit.span.end


def _groups(repairs: Sequence[Repair], edits: Sequence[Edit]) -> Iterator[_Group]:
    """Repairs and edits that meet, together; in order, and none meets the next."""
    group: _Group | None = None
    meeting: list[Repair | Edit] = [*repairs, *edits]
    for each in sorted(meeting, key=lambda each: each.span):
        if group is None or not _meet(group.span, each.span):
            if group is not None:
                yield group
            group = _Group(each.span, [], [])
        group = group._replace(span=Span(group.span.start, max(group.span.end, each.span.end)))
        if isinstance(each, Repair):
            group.repairs.append(each)
        else:
            group.edits.append(each)
    if group is not None:
        yield group


def _meet(one: Span, other: Span) -> bool:
    """Whether two spans share a character; an empty one, which stands between two, also where it touches."""
    if other.start == other.end or one.start == one.end:
        return other.start <= one.end
    return other.start < one.end


def _applied(text: str, span: Span, edits: Sequence[Edit]) -> str:
    parts: list[str] = []
    at = span.start
    for edit in edits:
        parts += (text[at : edit.span.start], edit.text)
        at = edit.span.end
    return "".join((*parts, text[at : span.end]))


def _repair(text: str, group: _Group, span: Span) -> Repair:
    original = undone(text, group.repairs, group.span)
    if not group.edits:
        return Repair(span, original, group.repairs[0].readings)
    readings = dict.fromkeys(
        _applied(
            text, group.span, [each._replace(text=reading) if each is edit else each for each in group.edits]
        )
        for edit in group.edits
        for reading in edit.readings
    )
    return Repair(span, original, tuple(readings))
