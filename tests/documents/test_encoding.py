"""Bytes of Polish files turned into text."""

import pytest

from documents.encoding import decode

_POLISH = "Zażółć gęślą jaźń: Świętokrzyski Klaster Wzorcowy, ul. Źródlana 4, Łódź."


@pytest.mark.parametrize(
    "code",
    ["utf-8", "utf-8-sig", "cp1250", "iso8859-2", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp852"],
)
def test_a_polish_text_is_read_in_the_code_it_was_written_in(code: str) -> None:
    assert decode(_POLISH.encode(code)) == _POLISH


@pytest.mark.parametrize("code", ["cp1250", "iso8859-2"])
@pytest.mark.parametrize("word", ["Śląsk", "Świat ślimaków", "Prowadzą źrebię", "Żaba i wąż"])
def test_a_few_polish_letters_are_enough_to_tell_the_code(word: str, code: str) -> None:
    assert decode(word.encode(code)) == word


def test_a_wrong_declaration_loses_to_what_the_bytes_say() -> None:
    page = f'<meta charset="iso-8859-1"><p>{_POLISH}</p>'

    assert _POLISH in decode(page.encode("cp1250"), markup=True)


def test_a_right_declaration_decides() -> None:
    page = '<meta charset="iso-8859-2"><p>Śliwa</p>'

    assert decode(page.encode("iso8859-2"), markup=True) == page


def test_line_ends_of_every_system_become_line_feeds() -> None:
    assert decode("a\r\nb\rc\nd\u2028e".encode()) == "a\nb\nc\nd\ne"


def test_letters_are_composed_and_what_nobody_sees_is_dropped() -> None:
    assert decode("z\u0307o\u0301l\u200bc\u00ad".encode()) == "żólc"


def test_one_broken_letter_does_not_cost_the_others() -> None:
    broken = "Śląski klaster żółtych łodzi ".encode() + b"\xc5"

    assert decode(broken).startswith("Śląski klaster żółtych łodzi")


def test_a_word_cut_at_a_lines_end_by_a_soft_hyphen_is_whole() -> None:
    assert decode("konku\u00ad\nrencja trwa\u00ad,\nczyli".encode()) == "konkurencja trwa,\nczyli"
