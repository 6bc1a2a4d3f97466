"""Repairs of several stages become one list that leads back to what was read."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.mending.edits import Edit, edited, merged, undone
from documents.model import Block, Repair, Span

_LETTERS = st.text("aąb c\u00ad\ufffd", max_size=12)


@st.composite
def _edits(draw: st.DrawFn, text: str) -> list[Edit]:
    ends = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    spans = [Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=False)]
    return [
        Edit(span, text[span.start : span.end], ("x", "y"))
        if draw(st.booleans())
        else Edit(span, draw(_LETTERS))
        for span in spans
    ]


@st.composite
def _mended(draw: st.DrawFn) -> tuple[str, Block]:
    """A text as read, and the block several stages made of it."""
    first = draw(_LETTERS)
    block = Block(first)
    for _ in range(draw(st.integers(0, 4))):
        block = edited(block, draw(_edits(block.text)))
    return first, block


@given(_mended())
def test_undoing_all_repairs_gives_the_text_as_it_was_read(mended: tuple[str, Block]) -> None:
    first, block = mended

    assert undone(block.text, block.repairs) == first


@given(_mended())
def test_repairs_are_in_order_and_do_not_overlap_and_say_something(mended: tuple[str, Block]) -> None:
    _, block = mended
    end = 0
    for repair in block.repairs:
        assert end <= repair.span.start <= repair.span.end <= len(block.text)
        assert repair.readings or repair.original != block.text[repair.span.start : repair.span.end]
        end = repair.span.end


@given(st.data(), _LETTERS)
def test_edits_are_what_the_text_becomes(data: st.DataObject, text: str) -> None:
    edits = data.draw(_edits(text))
    expected, shift = text, 0
    for edit in edits:
        expected = expected[: edit.span.start + shift] + edit.text + expected[edit.span.end + shift :]
        shift += len(edit.text) - (edit.span.end - edit.span.start)

    assert edited(Block(text), edits).text == expected


@given(_mended(), _mended(), st.sampled_from(["", " "]))
def test_blocks_put_together_lead_back_to_both(
    one: tuple[str, Block], other: tuple[str, Block], between: str
) -> None:
    block = merged(one[1], other[1], between)

    assert undone(block.text, block.repairs) == one[0] + between + other[0]


def test_two_repairs_of_one_word_are_one_with_the_first_original() -> None:
    decoded = edited(Block("cz³on\ufffdk"), [Edit(Span(0, 7), "człon\ufffdk")])

    block = edited(decoded, [Edit(Span(5, 6), "")])

    assert block == Block("członk", repairs=(Repair(Span(0, 6), "cz³on\ufffdk"),))


def test_repairs_beside_an_edit_move_and_stay_apart() -> None:
    block = Block("abc def ghi", repairs=(Repair(Span(0, 3), "x"), Repair(Span(8, 11), "y")))

    block = edited(block, [Edit(Span(4, 7), "longer")])

    assert block.repairs == (
        Repair(Span(0, 3), "x"),
        Repair(Span(4, 10), "def"),
        Repair(Span(11, 14), "y"),
    )


def test_a_repair_that_is_taken_back_is_none() -> None:
    block = edited(Block("kot", repairs=(Repair(Span(0, 3), "kat"),)), [Edit(Span(0, 3), "kat")])

    assert block == Block("kat")


def test_a_word_with_several_readings_keeps_them_in_words_of_the_whole_stretch() -> None:
    decoded = Block("żon\ufffd", repairs=(Repair(Span(0, 4), "¿on\ufffd"),))

    block = edited(decoded, [Edit(Span(3, 4), "\ufffd", ("ę", "ą"))])

    assert block.repairs == (Repair(Span(0, 4), "¿on\ufffd", ("żonę", "żoną")),)


def test_a_later_stage_that_knows_more_takes_the_mark_away() -> None:
    marked = Block("żon\ufffd", repairs=(Repair(Span(0, 4), "żon\ufffd", ("żonę", "żoną")),))

    block = edited(marked, [Edit(Span(0, 4), "żonę")])

    assert block.repairs == (Repair(Span(0, 4), "żon\ufffd"),)


def test_edits_that_overlap_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="overlaps"):
        edited(Block("abc"), [Edit(Span(0, 2), "x"), Edit(Span(1, 3), "y")])


def test_what_else_a_block_says_stays() -> None:
    block = Block("a\u00adb", kind="item", level=2, page=3)

    assert edited(block, [Edit(Span(1, 2), "")]) == replace(
        block, text="ab", repairs=(Repair(Span(1, 1), "\u00ad"),)
    )
