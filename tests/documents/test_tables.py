"""Tables as rows of text, whatever format they come from."""

from hypothesis import given
from hypothesis import strategies as st

from documents.tables import Cell, cell_text, is_layout, spread, told


def grid(*lines: str) -> list[list[Cell]]:
    """A grid of lines of cells parted by strokes; `<` is the cell at its left again, `^` that above."""
    made: list[list[Cell]] = []
    for line in lines:
        row: list[Cell] = []
        for text in line.split("|"):
            at = len(row)
            row.append(row[-1] if text == "<" else made[-1][at] if text == "^" else Cell(text))
        made.append(row)
    return made


def rows(*lines: str, heads: int | None = None) -> list[tuple[str, str]]:
    return [(row.kind, row.text) for row in told(grid(*lines), heads=heads)]


def test_a_cell_merged_over_rows_is_said_in_each() -> None:
    assert rows("Round|Cluster", "I|Mill 1", "^|Mill 2")[1:] == [("row", "I | Mill 1"), ("row", "I | Mill 2")]


def test_what_stands_behind_a_merged_cell_keeps_its_column() -> None:
    assert rows("A|B|C", "both|<|2031")[1] == ("row", "both | – | 2031")


def test_heads_of_two_rows_become_one_that_names_each_column() -> None:
    assert rows("Cluster|Members|<", "^|firms|schools", "Mill|40|2") == [
        ("head", "Cluster | Members / firms | Members / schools"),
        ("row", "Mill | 40 | 2"),
    ]


def test_a_merged_head_over_rows_of_figures_is_no_head_of_two_rows() -> None:
    assert rows("Cluster|Contact|<", "Mill|600 000 000|mill@fen.example", "Kiln|601|kiln@fen.example")[1] == (
        "row",
        "Mill | 600 000 000 | mill@fen.example",
    )


def test_marked_heads_are_heads_even_with_figures() -> None:
    assert rows("2030|2031", "40|41", heads=1)[0] == ("head", "2030 | 2031")


def test_an_unmarked_first_row_with_figures_is_a_row() -> None:
    assert rows("Mill|40", "Kiln|41") == [("row", "Mill | 40"), ("row", "Kiln | 41")]


def test_labels_before_their_values_have_no_head() -> None:
    assert {kind for kind, _ in rows("Name:|Mill", "Seat:|Fen", "Chair:|Anna")} == {"row"}


def test_bold_labels_before_plain_values_have_no_head() -> None:
    made = [[Cell("Name", strong=True), Cell("Mill")], [Cell("Seat", strong=True), Cell("Fen")]]

    assert [row.kind for row in told(made, heads=None)] == ["row", "row"]


def test_a_cell_over_the_whole_width_heads_the_rows_below_it() -> None:
    assert rows("A|B", "to 2026|<", "Mill|1", "to 2027|<", "Kiln|2") == [
        ("head", "A | B"),
        ("head", "to 2026"),
        ("row", "Mill | 1"),
        ("head", "to 2027"),
        ("row", "Kiln | 2"),
    ]


def test_the_name_of_a_table_in_its_first_row_stands_over_the_heads() -> None:
    assert rows("Our mills|<", "Cluster|Seat", "Mill|Fen") == [
        ("head", "Our mills"),
        ("head", "Cluster | Seat"),
        ("row", "Mill | Fen"),
    ]


def test_heads_repeated_further_down_are_told_once() -> None:
    assert rows("Cluster|Until", "Mill|2031", "Cluster|Until", "Kiln|2032") == [
        ("head", "Cluster | Until"),
        ("row", "Mill | 2031"),
        ("row", "Kiln | 2032"),
    ]


def test_empty_rows_and_columns_are_left_out_and_an_empty_cell_is_a_dash() -> None:
    assert rows("A||B", "||", "Mill||", "Kiln||2") == [
        ("head", "A | B"),
        ("row", "Mill | –"),
        ("row", "Kiln | 2"),
    ]


def test_a_table_of_heads_alone_is_rows() -> None:
    assert rows("Name|Seat", heads=1) == [("row", "Name | Seat")]


def test_one_row_or_column_only_lays_text_out() -> None:
    assert is_layout(grid("left|right"))
    assert is_layout(grid("above", "below"))
    assert not is_layout(grid("A|B", "1|2"))


def test_cells_that_span_are_spread_over_the_grid() -> None:
    wide, tall = Cell("wide"), Cell("tall")

    made = spread([[(tall, 1, 2), (wide, 2, 1)], [(Cell("a"), 1, 1), (Cell("b"), 1, 1)]])

    assert [[cell.text for cell in line] for line in made] == [["tall", "wide", "wide"], ["tall", "a", "b"]]


def test_a_spanning_cell_takes_no_more_columns_than_any_table_has() -> None:
    assert max(len(line) for line in spread([[(Cell("x"), 10**9, 10**9)] * 3, [(Cell("y"), 1, 1)]])) <= 103


def test_paragraphs_of_a_cell_are_one_line() -> None:
    assert cell_text(["Anna Miller", "", "chair.", "tel. 600"]) == "Anna Miller; chair. tel. 600"


@given(st.lists(st.lists(st.text(alphabet="ab1 <^", max_size=2), min_size=1, max_size=4), max_size=5))
def test_every_text_of_a_table_is_told(texts: list[list[str]]) -> None:
    made = [[Cell(text.strip()) for text in line] for line in texts]

    everything = " ".join(row.text for row in told(made, heads=None))

    assert all(cell.text in everything for line in made for cell in line)
