"""The order of what stands on a slide."""

from hypothesis import given
from hypothesis import strategies as st

from documents.model import Box
from documents.slides import Shape, ordered


def at(name: str, left: float, top: float, *, wide: float = 0.3, high: float = 0.1) -> Shape[str]:
    return Shape(Box(left, top, left + wide, top + high), name)


def group(*inner: Shape[str]) -> Shape[str]:
    return Shape(Box(0, 0, 0, 0), None, inner)


def test_two_columns_are_read_one_after_the_other() -> None:
    shapes = [
        at("right 1", 0.55, 0.3, wide=0.4),
        at("left 2", 0.05, 0.5, wide=0.4),
        at("left 1", 0.05, 0.3, wide=0.4),
        at("right 2", 0.55, 0.55, wide=0.4),
        at("title", 0.05, 0.05, wide=0.9),
    ]

    assert ordered(shapes) == ["title", "left 1", "left 2", "right 1", "right 2"]


def test_what_goes_over_both_columns_parts_them() -> None:
    shapes = [
        at("left 1", 0.05, 0.1, wide=0.4),
        at("right 1", 0.55, 0.1, wide=0.4),
        at("across", 0.05, 0.4, wide=0.9),
        at("left 2", 0.05, 0.7, wide=0.4),
        at("right 2", 0.55, 0.7, wide=0.4),
    ]

    assert ordered(shapes) == ["left 1", "right 1", "across", "left 2", "right 2"]


def test_narrow_labels_are_read_with_what_stands_beside_them() -> None:
    shapes = [
        at(f"{kind} {n}", left, 0.2 + 0.2 * n, wide=wide)
        for kind, left, wide in (("year", 0.05, 0.1), ("event", 0.17, 0.7))
        for n in (1, 2, 3)
    ]

    assert ordered(shapes) == ["year 1", "event 1", "year 2", "event 2", "year 3", "event 3"]


def test_the_cells_of_a_table_drawn_of_boxes_are_read_row_by_row() -> None:
    shapes = [at(f"{x}{y}", 0.1 + 0.3 * x, 0.3 + 0.1 * y) for x in (0, 1) for y in (0, 1, 2)]

    assert ordered(shapes) == ["00", "10", "01", "11", "02", "12"]


def test_a_head_close_over_its_text_is_read_with_it() -> None:
    shapes = [
        at(f"{kind} {n}", 0.05 + 0.32 * n, top, wide=0.26, high=high)
        for kind, top, high in (("head", 0.3, 0.08), ("text", 0.39, 0.4))
        for n in (0, 1, 2)
    ]

    assert ordered(shapes) == ["head 0", "text 0", "head 1", "text 1", "head 2", "text 2"]


def test_a_group_is_read_as_one() -> None:
    shapes = [
        group(at("a head", 0.05, 0.3, wide=0.1), at("a text", 0.05, 0.6, wide=0.1)),
        group(at("b head", 0.3, 0.3, wide=0.1), at("b text", 0.3, 0.6, wide=0.1)),
    ]

    assert ordered(shapes) == ["a head", "a text", "b head", "b text"]


def test_a_group_around_others_is_opened() -> None:
    shapes = [group(at("first", 0.1, 0.1), at("third", 0.1, 0.8)), at("second", 0.1, 0.4)]

    assert ordered(shapes) == ["first", "second", "third"]


_SHARE = st.floats(-0.5, 1.5)


@given(st.lists(st.tuples(_SHARE, _SHARE, _SHARE, _SHARE), max_size=12))
def test_nothing_is_lost_or_told_twice(places: list[tuple[float, float, float, float]]) -> None:
    shapes = [
        Shape(Box(left, top, left + abs(wide), top + abs(high)), number)
        for number, (left, top, wide, high) in enumerate(places)
    ]

    assert sorted(ordered(shapes)) == list(range(len(places)))
