"""What commands for accounts, tokens and removed documents say to a person at a terminal."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from web.cli.program import main

Said = tuple[int, list[str], list[str]]
Run = Callable[..., Said]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on a home: its status, its lines, and those on standard error."""

    def run_(*words: str) -> Said:
        status = main(["--home", str(tmp_path / "home"), *words])
        printed = capsys.readouterr()
        return status, printed.out.splitlines(), printed.err.splitlines()

    return run_


def test_each_change_of_an_account_says_what_it_did(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    said = []
    for words in (
        ["create", "Ada", "--role", "administrator", "--password-stdin"],
        ["create", "Jan", "--role", "reader", "--password-stdin"],
        ["password", "jan", "--password-stdin"],
        ["role", "Jan", "staff"],
        ["close", "Jan"],
        ["open", "Jan"],
    ):
        monkeypatch.setattr("sys.stdin", StringIO("wiatr od morza niesie\n"))
        said.append(run("account", *words))

    assert said == [
        (0, [line], [])
        for line in (
            "made the account Ada (administrator)",
            "made the account Jan (reader)",
            "Jan has another password, and is signed out everywhere",
            "Jan is staff now",
            "closed the account Jan",
            "opened the account Jan",
        )
    ]


def test_a_link_and_a_token_are_printed_alone_for_scripts(run: Run) -> None:
    link = run("account", "create", "Ada", "--role", "administrator", "--link")
    token = run("token", "create", "desk", "--role", "staff")

    assert (link[0], len(link[1]), link[2]) == (0, 1, [])
    assert link[1][0].startswith("http://127.0.0.1:8000/join/")
    assert (token[0], len(token[1]), token[2]) == (0, 1, [])
    assert run("token", "revoke", "desk") == (0, ["revoked the token desk"], [])


def test_where_there_is_nothing_to_list_it_says_so_and_programs_get_nothing(run: Run) -> None:
    lists = (["account", "list"], ["token", "list"], ["removed"])

    assert [run(*words, "--json") for words in lists] == [(0, [], [])] * 3
    assert [run(*words) for words in lists] == [
        (0, ["there is no account; make one with account create NAME --role administrator"], []),
        (0, ["no token is in use"], []),
        (0, ["nothing was removed in the last thirty days"], []),
    ]


def test_what_is_not_there_is_named_with_the_list_of_what_is(run: Run) -> None:
    assert run("account", "close", "nobody") == (
        1,
        [],
        ["klastrownik: no account is named nobody; `account list` shows those there are"],
    )
    assert run("token", "revoke", "desk") == (
        1,
        [],
        ["klastrownik: no token named desk is in use; `token list` shows those that are"],
    )
