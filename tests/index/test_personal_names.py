"""People's names in the nominative."""

import pytest

from index.personal_names import personal_name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Jana Kaucję", "Jan Kaucja"),
        ("Romanem Jantarem", "Roman Jantar"),
        ("Annie Kowalskiej", "Anna Kowalska"),
        ("Zdzislawa Malego", "Zdzislaw Maly"),
        ("Lukaszem Kwiatkowskim", "Lukasz Kwiatkowski"),
        ("Malgorzate Wozniak", "Malgorzata Wozniak"),
    ],
)
def test_a_name_in_another_case_is_told_in_the_nominative(written: str, name: str) -> None:
    assert personal_name(written) == name


@pytest.mark.parametrize(
    "name", ["Anna Wrona", "Jan Nowak", "Maria Lis", "Adam Mróz", "Hanne Lindqvist", "Thomas Mann"]
)
def test_a_name_in_the_nominative_stays(name: str) -> None:
    assert personal_name(name) == name
