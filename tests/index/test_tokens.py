"""Tokens: shown once, kept as hashes, of no use once revoked."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.errors import TakenNameError
from index.roles import Role
from index.store import Store
from index.tokens import Tokens


@pytest.fixture
def tokens(tmp_path: Path) -> Iterator[Tokens]:
    store = Store(tmp_path / "library.sqlite")
    yield store.tokens
    store.close()


def _role(tokens: Tokens, secret: str) -> Role | None:
    holder = tokens.holder(secret)
    return holder.role if holder else None


def test_a_secret_lets_in_with_its_role(tokens: Tokens) -> None:
    staff, reader = tokens.create("ania", "staff"), tokens.create("bot", "reader")

    assert (_role(tokens, staff), _role(tokens, reader), _role(tokens, staff + "x")) == (
        "staff",
        "reader",
        None,
    )


def test_a_revoked_token_lets_nobody_in_and_its_name_is_free(tokens: Tokens) -> None:
    old = tokens.create("ania", "staff")

    assert tokens.revoke("ania")
    assert not tokens.revoke("ania")
    new = tokens.create("ania", "reader")
    assert (_role(tokens, old), _role(tokens, new)) == (None, "reader")


def test_a_name_in_use_is_not_given_twice(tokens: Tokens) -> None:
    secret = tokens.create("ania", "reader")

    with pytest.raises(TakenNameError, match="ania"):
        tokens.create("ania", "staff")
    assert _role(tokens, secret) == "reader"


@pytest.mark.parametrize("secret", ["", "\ud800", "żółć", "' OR 1=1 --"])
def test_odd_secrets_let_nobody_in(tokens: Tokens, secret: str) -> None:
    tokens.create("ania", "staff")

    assert _role(tokens, secret) is None


def test_the_secret_is_not_in_the_file(tokens: Tokens, tmp_path: Path) -> None:
    secret = tokens.create("ania", "staff")

    assert all(secret.encode() not in one.read_bytes() for one in tmp_path.iterdir())
