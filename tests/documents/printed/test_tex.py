"""Fonts that TeX draws dot by dot."""

from documents.printed.tex import numbered_letters


def test_codes_of_the_cork_encoding_are_polish_letters() -> None:
    found = numbered_letters([f"/a{code}" for code in (97, 98, 99, 170, 161, 185, 28, 21)])

    assert "".join(found[code] for code in (97, 170, 161, 185, 28, 21)) == "ałąźﬁ–"


def test_an_older_font_has_its_ligatures_elsewhere() -> None:
    assert numbered_letters([f"/a{code}" for code in (97, 98, 99, 12)])[12] == "ﬁ"


def test_a_font_of_signs_or_with_other_names_tells_nothing() -> None:
    assert numbered_letters(["/a136"]) == {}
    assert numbered_letters(["/a97", "/a98", "/a99", "/eacute"]) == {}
