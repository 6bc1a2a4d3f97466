"""Accounts and tokens, made and closed from the command line."""

from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest

from index.errors import AccountError
from index.store import Store
from index.tokens import Holder
from tests.web.cli.conftest import Run
from web.cli.accounts import typed_password


def test_a_token_is_printed_alone_and_lets_in_until_it_is_revoked(run: Run, home: Path) -> None:
    assert run("token", "create", "ania", "--role", "staff") == 0
    (secret,) = run.out
    with closing(Store(home / "library.sqlite")) as store:
        assert store.tokens.holder(secret) == Holder("ania", "staff")
        assert run("token", "revoke", "ania") == 0
        assert store.tokens.holder(secret) is None

    assert run("token", "revoke", "ania") == 1


def test_a_token_has_its_last_day_in_the_list(run: Run) -> None:
    assert run("token", "create", "ania", "--role", "staff", "--until", "2999-12-31") == 0
    assert run("token", "list") == 0

    assert run.out[-1] == "ania  (staff, until 2999-12-31): never used"


def test_an_account_is_made_with_a_password_from_standard_input(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO("wiatr od morza niesie\nmore\n"))
    assert run("account", "create", "Ada", "--role", "administrator", "--password-stdin") == 0
    with closing(Store(home / "library.sqlite")) as store:
        assert store.accounts.verified("ada", "wiatr od morza niesie") is not None

    assert run("account", "list") == 0
    assert run.out[-1].startswith("Ada  (administrator, made ")


def test_the_person_of_an_account_chooses_a_password_by_a_link(run: Run, home: Path) -> None:
    assert run("account", "create", "Ada", "--role", "administrator", "--link") == 0
    links = list(run.out)
    assert run("account", "password", "ada", "--link") == 0
    links += run.out
    with closing(Store(home / "library.sqlite")) as store:
        alive = [store.links.account(one.rpartition("/")[2]) is not None for one in links]

    assert alive == [False, True]
    assert all(one.startswith("http://127.0.0.1:8000/join/") for one in links)


def test_a_password_is_typed_twice_the_same() -> None:
    typed = iter(["wiatr od morza niesie", "wiatr od gór niesie"])

    with pytest.raises(AccountError, match="not the same"):
        typed_password("Ada", lambda _: next(typed))


def test_without_a_terminal_it_says_how_a_password_is_given(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(""))

    assert run("account", "create", "Ada", "--role", "staff") == 1
    assert "--password-stdin or --link" in run.err[0]


def test_roles_change_and_accounts_close_and_open(run: Run, home: Path) -> None:
    for name, role in (("Ada", "administrator"), ("Jan", "reader")):
        assert run("account", "create", name, "--role", role, "--link") == 0
    assert run("account", "role", "jan", "staff") == 0
    assert run("account", "close", "jan") == 0
    with closing(Store(home / "library.sqlite")) as store:
        held = store.accounts.find("Jan")
    assert run("account", "open", "jan") == 0
    assert run("account", "open", "jan") == 0
    assert run.out[-1] == "jan is open already"

    assert held is not None
    assert (held.role, held.closed_at is not None) == ("staff", True)
    assert run("account", "close", "ADA") == 1
    assert "last administrator" in run.err[-1]
