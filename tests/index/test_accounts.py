"""Accounts and sessions: who may sign in, and who is signed in."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from index.errors import AccountError, TakenNameError, UnknownAccountError
from index.roles import allows
from index.sessions import IDLE, LONGEST
from index.store import Store

PASSWORD = "żółte liście na wietrze"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    held = Store(tmp_path / "library.sqlite")
    held.accounts.make("Ania", "administrator", PASSWORD, by="command line")
    yield held
    held.close()


def _age(store: Store, column: str, by: timedelta) -> None:
    then = (datetime.now(UTC) - by).isoformat()
    with store.database.writing() as connection:
        connection.execute(f"UPDATE sessions SET {column} = ?", (then,))


def test_the_name_in_any_case_and_the_password_let_in(store: Store) -> None:
    found = store.accounts.verified("aNIA", PASSWORD)

    assert found is not None
    assert (found.name, found.role) == ("Ania", "administrator")


@pytest.mark.parametrize(
    ("name", "password"), [("Ania", "x"), ("Ania", ""), ("Jan", PASSWORD), ("Ania", "\ud800")]
)
def test_nothing_else_lets_in(store: Store, name: str, password: str) -> None:
    assert store.accounts.verified(name, password) is None


def test_an_account_without_a_password_has_none_that_lets_in(store: Store) -> None:
    store.accounts.make("ola", "staff", by="Ania")

    assert store.accounts.verified("ola", "") is None


def test_the_password_is_not_in_the_file(store: Store) -> None:
    store.close()

    assert PASSWORD.encode() not in store.path.read_bytes()


@pytest.mark.parametrize("password", ["short", "x" * 11, "x" * 1_001])
def test_a_password_too_short_or_too_long_makes_no_account(store: Store, password: str) -> None:
    with pytest.raises(AccountError):
        store.accounts.make("jan", "staff", password, by="Ania")
    assert store.accounts.find("jan") is None


def test_a_name_is_taken_whatever_its_case(store: Store) -> None:
    with pytest.raises(TakenNameError, match="account"):
        store.accounts.make(" ANIA ", "reader", PASSWORD, by="Ania")


def test_the_last_administrator_stays_one(store: Store) -> None:
    with pytest.raises(AccountError, match="last administrator"):
        store.accounts.close("Ania", by="Ania")
    with pytest.raises(AccountError, match="last administrator"):
        store.accounts.give_role("Ania", "staff", by="Ania")

    held = store.accounts.find("Ania")
    assert held is not None
    assert (held.role, held.closed_at) == ("administrator", None)


def test_every_change_is_in_the_audit_log_without_passwords(store: Store) -> None:
    store.accounts.make("jan", "reader", PASSWORD, by="Ania")
    store.accounts.give_role("jan", "staff", by="Ania")
    store.accounts.set_password("jan", PASSWORD + "2", by="jan")
    store.accounts.close("jan", by="Ania")
    store.accounts.open("jan", by="Ania")

    records = store.audit.records()
    assert [one.action for one in records[:5]] == [
        "account.opened",
        "account.closed",
        "account.password",
        "account.role",
        "account.made",
    ]
    assert PASSWORD not in str(records)


def test_an_unknown_account_is_named(store: Store) -> None:
    with pytest.raises(UnknownAccountError, match="jan"):
        store.accounts.give_role("jan", "staff", by="Ania")


def test_a_session_tells_the_role_of_now(store: Store) -> None:
    store.accounts.make("jan", "reader", PASSWORD, by="Ania")
    secret = store.sessions.begin("jan")
    store.accounts.give_role("jan", "staff", by="Ania")

    session = store.sessions.find(secret)
    assert session is not None
    assert (session.account, session.role) == ("jan", "staff")
    assert store.sessions.find(secret + "x") is None


@pytest.mark.parametrize(("column", "by"), [("seen_at", IDLE), ("ends_at", timedelta(seconds=1))])
def test_a_session_ends_when_it_is_not_used_and_in_any_case(store: Store, column: str, by: timedelta) -> None:
    secret = store.sessions.begin("Ania")
    _age(store, column, by)

    assert LONGEST > IDLE
    assert store.sessions.find(secret) is None
    assert store.sessions.of("Ania") == ()


def test_a_session_can_be_ended_by_its_own_account_alone(store: Store) -> None:
    secret = store.sessions.begin("Ania")
    (session,) = store.sessions.of("ania")

    assert not store.sessions.end(session.id, account="jan")
    assert store.sessions.end(session.id, account="Ania")
    assert store.sessions.find(secret) is None


def test_another_password_and_closing_end_sessions(store: Store) -> None:
    store.accounts.make("jan", "staff", PASSWORD, by="Ania")
    kept, other = store.sessions.begin("jan"), store.sessions.begin("jan")
    here = store.sessions.find(kept)
    assert here is not None
    store.accounts.set_password("jan", PASSWORD + "2", by="jan", keep=here.id)
    after_password = [store.sessions.find(one) is not None for one in (kept, other)]
    store.accounts.close("jan", by="Ania")

    assert after_password == [True, False]
    assert store.sessions.find(kept) is None


def test_a_role_allows_what_those_before_it_may() -> None:
    assert allows("administrator", "staff")
    assert allows("staff", "staff")
    assert not allows("reader", "staff")
    assert not allows(None, "reader")
