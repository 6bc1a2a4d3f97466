"""Tokens: shown once, kept as hashes, of no use once revoked."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from index.errors import TakenNameError, TokenError
from index.roles import Role
from index.store import Store
from index.tokens import Tokens


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    held = Store(tmp_path / "library.sqlite")
    yield held
    held.close()


@pytest.fixture
def tokens(store: Store) -> Tokens:
    return store.tokens


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


def _today_and(days: int) -> date:
    return datetime.now(UTC).date() + timedelta(days=days)


def test_a_token_lets_in_on_its_last_day_and_not_after(store: Store, tokens: Tokens) -> None:
    secret = tokens.create("ania", "staff", until=_today_and(0))
    on_its_day = _role(tokens, secret)
    with store.database.writing() as connection:
        connection.execute("UPDATE tokens SET ends_on = ?", (_today_and(-1).isoformat(),))

    assert (on_its_day, _role(tokens, secret)) == ("staff", None)
    assert [one.is_over for one in tokens.all()] == [True]
    assert tokens.create("ania", "staff")


def test_a_token_without_an_end_gets_a_year_and_one_that_is_past_is_refused(tokens: Tokens) -> None:
    tokens.create("ania", "staff")

    assert [one.ends_on for one in tokens.all()] == [_today_and(365)]
    with pytest.raises(TokenError, match="cannot have passed"):
        tokens.create("jan", "staff", until=_today_and(-1))
    with pytest.raises(TokenError, match="name"):
        tokens.create(" \x1b", "staff")


def test_the_day_a_token_was_used_last_is_kept(tokens: Tokens) -> None:
    secret = tokens.create("ania", "staff")
    before = [one.used_on for one in tokens.all()]
    tokens.holder(secret)

    assert (before, [one.used_on for one in tokens.all()]) == ([None], [_today_and(0)])


def test_a_token_of_an_account_may_no_more_than_it_and_ends_with_it(store: Store, tokens: Tokens) -> None:
    store.accounts.make("Ada", "administrator", by="command line")
    store.accounts.make("Jan", "staff", by="Ada")
    secret = tokens.create("robot", "staff", account="Jan", by="Jan")
    roles = [_role(tokens, secret)]
    store.accounts.give_role("Jan", "reader", by="Ada")
    roles.append(_role(tokens, secret))
    store.accounts.close("Jan", by="Ada")
    roles.append(_role(tokens, secret))

    assert roles == ["staff", "reader", None]


def test_a_token_is_revoked_by_its_own_account_alone(store: Store, tokens: Tokens) -> None:
    tokens.create("robot", "staff", account="Jan")

    assert not tokens.revoke("robot", account="Ola")
    assert tokens.revoke("robot", account="Jan", by="Jan")
    assert [one.action for one in store.audit.records()] == ["token.revoked", "token.made"]
