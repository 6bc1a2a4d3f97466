"""Running heads, feet and page numbers of several fashions."""

import pytest

from documents.readers.pdf import read
from tests.documents.printed.written import lines, pdf, text

BODY = (
    "The millers meet in the old granary",
    "when the canal is frozen, and talk",
    "of flour, of prices and of schools.",
)


def read_text(*pages: str) -> str:
    return " ".join(block.text for block in read("a.pdf", pdf(*pages)).blocks)


@pytest.mark.parametrize(
    "numbers",
    [("i", "ii", "iii", "iv"), ("1", "2", "3", "4"), ("- 7 -", "- 8 -", "- 9 -", "- 10 -"),
     ("3/12", "4/12", "5/12", "6/12"), ("Strona 1 z 4", "Strona 2 z 4", "Strona 3 z 4", "Strona 4 z 4")],
)  # fmt: skip
def test_page_numbers_are_cut(numbers: tuple[str, ...]) -> None:
    pages = (lines(50, 600, BODY) + text(300, 30, number) for number in numbers)

    assert read_text(*pages) == " ".join([*BODY] * 4)


def test_heads_that_differ_on_left_and_right_pages_are_cut() -> None:
    heads = ("The Fen Miller", "On flour and bread") * 10
    pages = (text(50, 770, head) + lines(50, 600, BODY) for head in heads)

    assert read_text(*pages) == " ".join([*BODY] * 20)


def test_the_heads_of_chapters_are_cut_though_each_is_on_few_of_many_pages() -> None:
    pages = (text(50, 770, f"Chapter {at // 5}: mills") + lines(50, 600, BODY) for at in range(60))

    assert "Chapter" not in read_text(*pages)


def test_what_the_file_calls_a_running_head_is_cut_on_a_single_page() -> None:
    head = "/Artifact << /Type /Pagination >> BDC " + text(50, 770, "The Fen Miller") + " EMC "

    assert read_text(head + lines(50, 600, BODY)) == " ".join(BODY)


def test_what_stands_beside_a_number_that_counts_on_is_cut() -> None:
    heads = [(f"{at}", f"On mill {chr(64 + at)}") for at in range(1, 6)]
    pages = (text(50, 770, n) + text(400, 770, told) + lines(50, 600, BODY) for n, told in heads)

    assert read_text(*pages) == " ".join([*BODY] * 5)


def test_a_first_line_that_is_in_no_row_of_numbers_is_read() -> None:
    heads = ("The mill on hill 4", "The mill on isle 9", "The mill on fen 2")
    pages = (text(50, 770, head) + lines(50, 600, BODY) for head in heads)

    assert "The mill on isle 9" in read_text(*pages)


def test_the_first_line_of_letters_that_begin_alike_is_read() -> None:
    opening = ("We thank you for the flour that you sent to our old", "bakery on {}, for it was very good.")
    pages = (lines(50, 770, (opening[0], opening[1].format(day))) for day in ("Monday", "Tuesday", "Friday"))

    assert read_text(*pages).count("We thank you") == 3
