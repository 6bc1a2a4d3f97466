"""Polish read in the wrong code is read anew; other languages and signs are let be."""

import pytest

from documents.mending.decoding import mend
from documents.mending.edits import undone
from documents.model import Block, Repair, Span

_LINES = (
    "Klaster powstał z inicjatywy czternastu odlewni i dwóch uczelni.",
    "Są członkowie, którzy działają w województwie śląskim: Źródło, Spółka z o.o., Łódź, gęś, jaźń i płeć.",
)


def _mended(*lines: str) -> list[str]:
    return [block.text for block in mend([Block(line) for line in lines])]


def _misread(text: str, written: str, read: str) -> str:
    """The text written in one code and read in another; bytes it leaves open as they are."""
    return "".join(_sign(byte, read) for byte in text.encode(written))


def _sign(byte: int, read: str) -> str:
    try:
        return bytes([byte]).decode(read)
    except UnicodeDecodeError:
        return chr(byte)


_PAIRS = [
    (written, read)
    for written in ("cp1250", "iso8859-2", "cp852", "mac_latin2")
    for read in ("cp1252", "latin-1", "iso8859-2", "cp1250", "cp1251", "cp852", "cp437")
    if written != read
]


@pytest.mark.parametrize(("written", "read"), _PAIRS)
def test_one_code_read_as_another_is_read_anew(written: str, read: str) -> None:
    misread = [_misread(line, written, read) for line in _LINES]

    assert [text.lower() for text in _mended(*misread)] == [line.lower() for line in _LINES]


@pytest.mark.parametrize("read", ["cp1252", "latin-1", "iso8859-2", "cp1250", "cp852", "cp437", "mac_roman"])
def test_utf_8_read_as_another_code_is_read_anew(read: str) -> None:
    assert _mended(*(_misread(line, "utf-8", read) for line in _LINES)) == list(_LINES)


def test_utf_8_misread_twice_is_read_anew() -> None:
    twice = _misread(_misread(_LINES[1], "utf-8", "latin-1"), "utf-8", "latin-1")

    assert _mended(twice) == [_LINES[1]]


def test_a_misread_part_of_a_document_does_not_touch_the_rest() -> None:
    blocks = [Block(_LINES[0]), Block("s¹ cz³onkowie"), Block("Powierzchnia 5 m³, dane³")]

    mended = mend(blocks)

    assert mended[0] is blocks[0]
    assert mended[1] == Block(
        "są członkowie", repairs=(Repair(Span(0, 2), "s¹"), Repair(Span(3, 13), "cz³onkowie"))
    )
    assert mended[2] is blocks[2]


def test_a_misread_part_of_a_line_does_not_touch_the_rest() -> None:
    assert _mended("działalność i dziaÅ‚alnoÅ›Ä‡") == ["działalność i działalność"]


def test_what_was_read_can_be_had_back() -> None:
    misread = _misread(_LINES[1], "utf-8", "cp1252")
    (block,) = mend([Block(misread)])

    assert undone(block.text, block.repairs) == misread


@pytest.mark.parametrize(
    "text",
    [
        "Objętość 12 m³, powierzchnia 5 km², zgodnie z danymi firm¹ i klastr³",
        "Señor Muñoz, naïve café, fête, œuvre, £100, ±5 °C, ¿Qué tal?, mañana, año",
        "Tomáš Dvořák i Jiří Novák z města Žďár šli do lesa, když přišel večer, náš dům",
        "Müller & Söhne, Straße, für, Größe, Österreich, über, Ähre, näher",
        "© 2020 • R&D – „klaster” «Ala» § 5 ¶ 3, 1ª, Nº 3, ½ łyżki",
        "Ærøskøbing, smørrebrød, være, æble på bordet",
        "La tête, être, même, fenêtre, forêt, août, côté",
        "Šiauliai, Žemaitija, šalis, Ľubica, Štúr",
        "Мария работает в Москве, всё хорошо у нас",
        "A©B, x®y, 5×3, a·b, 20°C, x²y³",
    ],
)
def test_text_that_was_read_rightly_is_let_be(text: str) -> None:
    block = Block(text)

    assert mend([block])[0] is block


_GLASS = "Huta szkła w Łańcucie powstała z potrzeby, a uczniowie chcą kupować energię i są w zarządzie."


@pytest.mark.parametrize("code", ["cp1252", "cp1250"])
def test_a_byte_that_the_code_leaves_open_is_known_by_what_stands_before_it(code: str) -> None:
    text = "Łomża mówiła: „dość”. Członkowie żądają „zgody”."
    seen = text.encode().decode(code, errors="replace")

    mended = _mended(seen)[0]

    assert "\ufffd" in seen
    # In this code two capitals look the same, and the dictionary has to tell them apart.
    assert mended == (text if code == "cp1252" else text.replace("Ł", "\ufffd", 1))


def test_a_misread_letter_that_is_a_capital_or_a_sign_at_a_words_end_is_read_anew() -> None:
    assert _mended(_misread(_GLASS, "cp852", "cp1250"))[0] == _GLASS


def test_a_letter_lost_in_a_misread_word_leaves_the_others_to_be_read_anew() -> None:
    text = (
        "Sk\ufffdadk\u00a9 p\ufffdac\u00a5 te\u013e cz\ufffdonkowie, kt\u02d8rzy chc\u0104 "
        "kupowa\u2020 energi\u00a9 w zarz\u0104dzie sp\u02d8\ufffdki."
    )

    mended = _mended(text)[0]

    assert "Sk\ufffdadkę" in mended
    assert "którzy chcą kupować energię w zarządzie sp\u00f3\ufffdki" in mended
