"""The order in which the text of a page is read."""

from random import Random

from documents.readers.pdf import read
from tests.documents.printed.written import blocks, font, lines, pdf, text

LEFT = (
    "The millers meet in the old granary",
    "every second month, when the canal",
    "is frozen and the carts can cross it",
    "without the long way by the bridge.",
    "They talk of flour, of prices and of",
    "the schools that send them pupils.",
)
RIGHT = (
    "The bakers have a hall of their own,",
    "which stands beside the market and",
    "holds two hundred. It was built by",
    "the town when the first fair was held",
    "and has been made larger twice since",
    "then, the last time in the year 2019.",
)
WHOLE = [" ".join(LEFT), " ".join(RIGHT)]


def texts(program: str) -> list[str]:
    return [told for _, told in blocks(program)]


def test_columns_are_read_one_after_the_other() -> None:
    assert texts(lines(50, 700, LEFT) + lines(320, 700, RIGHT)) == WHOLE


def test_columns_drawn_row_by_row_are_read_one_after_the_other() -> None:
    rows = zip(LEFT, RIGHT, strict=True)
    program = "".join(
        text(50, 700 - 12 * at, left) + text(320, 700 - 12 * at, right)
        for at, (left, right) in enumerate(rows)
    )

    assert texts(program) == WHOLE


def test_a_page_whose_letters_are_drawn_in_no_order_is_read_by_their_places() -> None:
    program = lines(50, 700, LEFT)
    placed = [
        (50 + 6 * x, 700 - 12 * y, letter)
        for y, line in enumerate(LEFT)
        for x, letter in enumerate(line)
        if letter != " "
    ]
    Random(1).shuffle(placed)
    shuffled = "".join(text(x, y, letter, face="C") for x, y, letter in placed)
    found = blocks(shuffled, fonts={"C": font("Courier")})

    assert [told for _, told in found] == [" ".join(LEFT)]
    assert texts(program) == [" ".join(LEFT)]


def test_a_title_drawn_last_is_read_first() -> None:
    program = lines(50, 600, LEFT) + text(50, 700, "The granary", size=20)

    assert texts(program) == ["The granary", " ".join(LEFT)]


def test_a_box_beside_the_text_is_read_whole() -> None:
    program = lines(50, 700, LEFT[:3]) + lines(350, 705, RIGHT[:3]) + lines(50, 664, LEFT[3:])

    assert texts(program) == [" ".join(LEFT), " ".join(RIGHT[:3])]


def test_lines_stretched_to_both_margins_are_no_table() -> None:
    rows = (("members", "of", "the"), ("cluster", "who", "grind"), ("flour", "in", "mills"))
    program = "".join(
        text(x, 700 - 12 * at, word)
        for at, row in enumerate(rows)
        for x, word in zip((50, 105, 130), row, strict=True)
    )
    # Gaps of one line are alike, and not those of the line below.
    stretched = (
        text(50, 640, "the") + text(80, 640, "mills") + text(120.5, 640, "of") + text(144.9, 640, "men")
        + text(50, 628, "are") + text(85, 628, "seen") + text(125.6, 628, "from") + text(165, 628, "afar")
    )  # fmt: skip

    assert {kind for kind, _ in blocks(program)} <= {"head", "row"}
    assert {kind for kind, _ in blocks(stretched)} == {"paragraph"}


def test_a_large_first_letter_goes_with_its_word() -> None:
    program = text(50, 676, "T", size=40) + lines(80, 700, ["he millers meet in the granary", "and talk."])

    assert texts(program) == ["The millers meet in the granary and talk."]


def test_small_drawn_dots_are_bullets() -> None:
    def item(y: int, words: str) -> str:
        return f"50 {y + 2} 4 4 re f " + text(62, y, words)

    assert blocks(item(700, "flour") + item(680, "bread")) == [("item", "flour"), ("item", "bread")]


def test_a_paragraph_goes_on_over_the_pages_end() -> None:
    first, second = lines(50, 60, LEFT[:2]), lines(50, 750, LEFT[2:4])
    reading = read("a.pdf", pdf(first, second))

    assert [(block.page, block.text) for block in reading.blocks] == [(1, " ".join(LEFT[:4]))]
