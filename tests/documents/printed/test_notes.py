"""Footnotes, told from the text and kept whole."""

from tests.documents.printed.written import blocks, lines, text

BODY = ["The millers meet in the old granary", "when the canal is frozen, and talk", "of flour."]


def called(y: float, words: str, figure: str) -> str:
    """The program that writes words with a small figure raised behind them."""
    return f"BT /F 10 Tf 50 {y} Td ({words}) Tj 4 Ts /F 6 Tf ({figure}) Tj 0 Ts ET\n"


def test_a_note_under_the_text_is_a_block_of_its_own_and_its_call_is_gone() -> None:
    program = (
        called(700, BODY[0], "1")
        + lines(50, 688, BODY[1:])
        + "50 120 100 0.5 re f "
        + text(50, 109, "1", size=5)
        + text(56, 106, "Since 1998, as they say.", size=8)
    )

    assert blocks(program) == [("paragraph", " ".join(BODY)), ("note", "1 Since 1998, as they say.")]


def test_a_raised_figure_that_calls_no_note_stays() -> None:
    program = lines(50, 700, BODY) + called(640, "A mill has 200 m", "2")

    assert blocks(program)[-1] == ("paragraph", "A mill has 200 m²")


def test_small_type_under_the_text_that_begins_with_no_mark_is_text() -> None:
    program = lines(50, 700, BODY) + text(50, 106, "Printed beside the canal.", size=8)

    assert ("paragraph", "Printed beside the canal.") in blocks(program)
