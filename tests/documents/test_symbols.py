"""Signs of pictures' fonts."""

from documents.symbols import seen, sign


def test_signs_are_the_characters_they_look_like() -> None:
    assert sign(0xF0E0, "Wingdings") == "→"
    assert sign(0xB3, "Symbol") == "≥"
    assert sign(0xF0FC, "Wingdings 2") == "✔"


def test_a_picture_no_character_is_known_for_is_left_out() -> None:
    assert sign(0xF021, "Wingdings") == ""
    assert sign(0xF021, "Webdings") == ""


def test_letters_of_other_fonts_stay() -> None:
    assert sign(0x41, "Arial") == "A"
    assert seen("mill \uf0fc", "Wingdings") == "mill ✔"
    assert seen("mill \uf0fc", "Arial") == "mill \uf0fc"
