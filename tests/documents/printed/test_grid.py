"""Tables with rules: cells of several lines, empty cells, cells over several rows, rows over pages."""

from collections.abc import Sequence

from tests.documents.printed.written import blocks, cut, lines, text

COLUMNS = (50, 200, 350, 500)


def ruled(heights: Sequence[int], skip: Sequence[tuple[int, int]] = ()) -> str:
    """The rules of a table; `skip` names (height, column) where a rule across is left out."""
    across = [
        f"{COLUMNS[at]} {height} {COLUMNS[at + 1] - COLUMNS[at]} 0.6 re f\n"
        for height in heights
        for at in range(3)
        if (height, at) not in skip
    ]
    upright = [f"{x} {heights[-1]} m {x} {heights[0]} l S\n" for x in COLUMNS]
    return "".join([*across, *upright])


def row(y: int, *cells: str, face: str = "F") -> str:
    return "".join(
        text(x + 4, y - 12 * at, line, face=face)
        for x, cell in zip(COLUMNS, cells, strict=False)
        for at, line in enumerate(cell.split("/"))
        if line
    )


def test_cells_of_several_lines_and_empty_ones_keep_their_columns() -> None:
    program = (
        ruled((720, 700, 660, 640))
        + row(705, "Name", "Field", "Until", face="B")
        + row(686, "Mills of/the fen", "", "2031")
        + row(645, "", "bread", "")
    )

    assert blocks(program) == [
        ("head", "Name | Field | Until"),
        ("row", "Mills of the fen | – | 2031"),
        ("row", "– | bread | –"),
    ]


def test_a_cell_over_two_rows_is_said_in_both() -> None:
    program = (
        ruled((720, 700, 680, 660), skip=((680, 0),))
        + row(705, "Name", "Field", "Until", face="B")
        + row(685, "Mills", "flour", "2031")
        + row(665, "", "bread", "2032")
    )

    assert [told for _, told in blocks(program)][1:] == ["Mills | flour | 2031", "Mills | bread | 2032"]


def test_heads_repeated_on_the_next_page_are_cut_and_a_row_broken_by_its_end_is_whole() -> None:
    head = row(705, "Name", "Field", "Until", face="B")
    first = (
        ruled((720, 700, 680, 660))
        + head
        + row(685, "Mills", "flour", "2031")
        + row(665, "Ovens", "bread and", "2")
    )
    second = (
        ruled((720, 700, 680, 660)) + head + row(685, "", "cakes", "") + row(665, "Carts", "ways", "2030")
    )

    assert [told for _, told in blocks(first, second)] == [
        "Name | Field | Until",
        "Mills | flour | 2031",
        "Ovens | bread and cakes | 2",
        "Carts | ways | 2030",
    ]
    assert [block.text for block in cut(first, second)] == ["Name | Field | Until"]


def test_a_frame_around_text_is_no_table() -> None:
    program = (
        "40 600 520 150 re S " + text(50, 700, "The millers meet.") + text(50, 680, "They talk of flour.")
    )

    assert {kind for kind, _ in blocks(program)} == {"paragraph"}


def test_numbers_in_a_column_of_their_own_are_cells() -> None:
    program = (
        ruled((720, 700, 680, 660))
        + row(705, "No.", "Name", "Until", face="B")
        + text(54, 685, "1.")
        + text(204, 685, "Mills")
        + text(354, 685, "2031")
        + text(180, 665, "2.")
        + text(204, 665, "Ovens")
        + text(354, 665, "2030")
    )

    assert [told for _, told in blocks(program)] == [
        "No. | Name | Until",
        "1. | Mills | 2031",
        "2. | Ovens | 2030",
    ]


def test_heads_of_two_rows_become_one() -> None:
    program = (
        ruled((740, 720, 700, 680, 660), skip=((720, 0),)).replace(
            "350 660 m 350 740 l S", "350 660 m 350 720 l S"
        )
        + row(725, "Name", "Members", face="B")
        + row(705, "", "mills", "ovens", face="B")
        + row(685, "Fenland", "31", "4")
        + row(665, "Wold", "12", "9")
    )

    assert [told for _, told in blocks(program)] == [
        "Name | Members / mills | Members / ovens",
        "Fenland | 31 | 4",
        "Wold | 12 | 9",
    ]


def test_a_box_beside_a_text_makes_no_table_of_it() -> None:
    told = (
        "The millers of the fen meet in the",
        "old granary, and talk of flour, of",
        "prices and of schools.",
    )
    program = lines(50, 700, told) + text(400, 700, "In figures") + text(400, 680, "31 mills")

    assert ("paragraph", " ".join(told)) in blocks(program)
    assert {kind for kind, _ in blocks(program)} == {"paragraph"}
