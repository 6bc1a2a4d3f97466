"""How wrapped lines are put together again."""

import pytest

from documents.joining import joined, typed_lines


@pytest.mark.parametrize(
    ("text", "more", "whole"),
    [
        ("the members", "of the cluster", "the members of the cluster"),
        ("współ-", "praca firm", "współpraca firm"),
        ("Klaster Logistyczno-", "Transportowy", "Klaster Logistyczno-Transportowy"),
        ("napisz na e-", "mail biura", "napisz na e-mail biura"),
        ("w latach 2014-", "2020", "w latach 2014-2020"),
        ("https://fenland.example/the-", "mills.html", "https://fenland.example/the-mills.html"),
        ("https://fenland.example/mil", "ls-of-the-fen;", "https://fenland.example/mills-of-the-fen;"),
        ("see https://fenland.example", "for more", "see https://fenland.example for more"),
    ],
)
def test_a_line_goes_on_as_it_was_before_it_was_cut(text: str, more: str, whole: str) -> None:
    assert joined(text, more) == whole


def test_a_hyphen_stays_where_the_document_writes_the_word_with_it_elsewhere() -> None:
    assert joined("północno-", "wschodni", {"północno-wschodni"}) == "północno-wschodni"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Anna Młynarz\ntel. 600 000 000", ["Anna Młynarz", "tel. 600 000 000"]),
        ("Anna Młynarz\nanna@fenland.example", ["Anna Młynarz", "anna@fenland.example"]),
        ("firmy, które\nwspółpracują", ["firmy, które współpracują"]),
        ("Firmy\n\n  Uczelnie ", ["Firmy", "Uczelnie"]),
    ],
)
def test_a_typed_line_break_makes_a_line_unless_a_sentence_goes_on(text: str, lines: list[str]) -> None:
    assert typed_lines(text) == lines


@pytest.mark.parametrize(
    ("first", "rest", "whole"),
    [
        ("w kujawsko-", "pomorskim,", "w kujawsko-pomorskim,"),
        ("rozwój społeczno-", "gospodarczy", "rozwój społeczno-gospodarczy"),
        ("prawo spo-", "łeczne", "prawo społeczne"),
        ("nowy samo-", "chód", "nowy samochód"),
        ("ta demo-", "kracja", "ta demokracja"),
    ],
)
def test_a_compounds_own_hyphen_stays_at_a_lines_end(first: str, rest: str, whole: str) -> None:
    assert joined(first, rest) == whole
