"""Roles, in either language and any inflection."""

import pytest

from assistant.requests.roles import is_of_former, roles_in


@pytest.mark.parametrize(
    ("written", "roles"),
    [
        ("Prezes Zarządu", ("president", "board")),
        ("prezesem", ("president",)),
        ("wiceprezes", ("vice_president",)),
        ("Vice President", ("vice_president",)),
        ("dyrektorka biura", ("director",)),
        ("managing director", ("director",)),
        ("przewodnicząca rady", ("chair",)),
        ("chairman", ("chair",)),
        ("menadżer klastra", ("manager",)),
        ("Cluster Manager", ("manager",)),
        ("piekarz", ()),
    ],
)
def test_a_role_is_known_as_it_is_written(written: str, roles: tuple[str, ...]) -> None:
    assert roles_in(written) == roles


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Zastępca przewodniczącej rady", "deputy"),
        ("Zastępczyni dyrektora biura", "deputy"),
        ("deputy director of the office", "deputy"),
        ("vice-chair", "deputy"),
        ("wiceprezeska", "vice_president"),
    ],
)
def test_who_stands_in_for_somebody_has_another_role(text: str, role: str) -> None:
    assert roles_in(text)[:1] == (role,)


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("Poprzednim przewodniczącym był Jan Żak.", True),
        ("the former chair, Ann Reed", True),
        ("Przewodniczącym jest Jan Żak.", False),
        ("Poprzedni zjazd otworzył prezes Jan Żak.", False),
    ],
)
def test_a_role_that_somebody_had_is_told_by_the_word_before_it(text: str, former: bool) -> None:
    assert is_of_former(text) == former
