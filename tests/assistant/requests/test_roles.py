"""Roles, in either language and any inflection."""

import pytest

from assistant.requests.roles import roles_in


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
