"""Tables whose cells stand a line each."""

import pytest

from documents.read import read_document

ROWS = ["1 | Klaster Sum | Iława | 31", "2 | Klaster Lin | Ełk | 18", "3 | Klaster Jaź | Piła | 25"]
HEADS = "Lp. | Nazwa | Siedziba | Firmy"
CELLS = [line.split(" | ") for line in (HEADS, *ROWS)]


def lines(text: str) -> list[str]:
    document = read_document("a.txt", text.encode())
    return [document.quote(one.span) for passage in document.passages for one in passage.sentences]


@pytest.mark.parametrize(
    "table",
    [
        "\n\n".join("\n".join(row) for row in CELLS),
        "\n".join("\n".join(row) for row in CELLS),
        "\n\n".join("\n\n".join(row) for row in CELLS),
    ],
)
def test_cells_under_one_another_are_rows(table: str) -> None:
    assert lines(f"Wykaz klastrów\n\n{table}\n\nStan na maj 2031 r.\n")[-4:-1] == ROWS


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_rows_without_numbers_are_told_by_the_columns_of_figures(gap: str) -> None:
    cells = ["Name", "Town", "Founded", "Perch Cluster", "Hull", "2011", "Roach Cluster", "Cork", "2014"]
    text = gap.join([*cells, "Tench Cluster", "York", "2019"])

    assert lines(f"The list was closed in the spring of 2031.\n\n{text}\n")[-3:] == [
        "Perch Cluster | Hull | 2011",
        "Roach Cluster | Cork | 2014",
        "Tench Cluster | York | 2019",
    ]


def test_a_row_between_empty_lines_may_lack_a_cell() -> None:
    short = "\n\n".join("\n".join(row) for row in (*CELLS[:3], CELLS[3][:3]))

    assert "3 | Klaster Jaź | Piła" in lines(f"Wykaz\n\n{short}\n")


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Sum\nul. Rybna 3\nIława\n\nKlaster Lin\nul. Wodna 8\nEłk\n\nKlaster Jaź\nul. Leśna 4\nPiła",
        "Lp. to liczba porządkowa.\n1\n2\n3\n",
        "Anna Lis\nJan Żak\nEwa Sum\n\nOla Kos\nIza Wilk\nAdam Ryś\n\nJola Bóbr\nUla Sowa\nPaweł Kret\n",
    ],
)
def test_addresses_and_names_under_one_another_are_no_table(text: str) -> None:
    assert not any(" | " in line for line in lines(text))
