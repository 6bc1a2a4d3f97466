"""Who a file's author is, when it is anybody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.people import people


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("Anna Młynarz", ("Anna Młynarz",)),
        ("dr hab. Anna Młynarz, prof. UJ", ("Anna Młynarz",)),
        ("Młynarz, Anna", ("Anna Młynarz",)),
        ("Anna Młynarz, Jan Żarna", ("Anna Młynarz", "Jan Żarna")),
        ("Anna Młynarz; Jan Żarna", ("Anna Młynarz", "Jan Żarna")),
        ("Anna Młynarz i Jan Żarna", ("Anna Młynarz", "Jan Żarna")),
        ("Tekst: Anna Młynarz-Żarna", ("Anna Młynarz-Żarna",)),
        ("by J. R. Miller", ("J. R. Miller",)),
        ("Ludwig van der Molen <l@molen.example>", ("Ludwig van der Molen",)),
        ("ANNA MŁYNARZ", ("ANNA MŁYNARZ",)),
    ],
)
def test_people_are_told_by_first_and_last_name(told: str, names: tuple[str, ...]) -> None:
    assert people([told]) == names


@pytest.mark.parametrize(
    "told",
    [
        "", "Administrator", "Microsoft Office User", "Windows User", "Użytkownik systemu Windows", "user",
        "python-docx", "amlynarz", "AMlynarz", "Anna", "PC 12", "HP Laptop", "admin2", "Redakcja portalu",
        "Acrobat PDFMaker 9.1 for Word", "Writer", "Klaster Młynów", "Młyny sp. z o.o.",
        "Ministerstwo Rozwoju", "a b", "https://miller.example/anna",
    ],
)  # fmt: skip
def test_programs_accounts_machines_and_firms_are_no_people(told: str) -> None:
    assert people([told]) == ()


def test_a_name_told_twice_is_one_person() -> None:
    assert people(["Anna Młynarz", "Anna MŁYNARZ"]) == ("Anna Młynarz",)


@given(st.lists(st.text(max_size=60), max_size=4))
def test_any_text_tells_people_of_two_to_five_words_or_none(told: list[str]) -> None:
    assert all(2 <= len(name.split()) <= 5 for name in people(told))
