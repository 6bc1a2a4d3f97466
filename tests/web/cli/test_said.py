"""What commands for accounts, tokens and removed documents say to a person at a terminal."""

from io import StringIO

import pytest

from tests.web.cli.conftest import Run

Said = tuple[int, list[str], list[str]]


def said(run: Run, *words: str) -> Said:
    """What a command ends with, its lines, and those on standard error."""
    return run(*words), run.out, run.err


def test_each_change_of_an_account_says_what_it_did(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for words in (
        ["create", "Ada", "--role", "administrator", "--password-stdin"],
        ["create", "Jan", "--role", "reader", "--password-stdin"],
        ["password", "jan", "--password-stdin"],
        ["role", "Jan", "staff"],
        ["close", "Jan"],
        ["open", "Jan"],
    ):
        monkeypatch.setattr("sys.stdin", StringIO("wiatr od morza niesie\n"))
        found.append(said(run, "account", *words))

    assert found == [
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
    link = said(run, "account", "create", "Ada", "--role", "administrator", "--link")
    token = said(run, "token", "create", "desk", "--role", "staff")

    assert (link[0], len(link[1]), link[2]) == (0, 1, [])
    assert link[1][0].startswith("http://127.0.0.1:8000/join/")
    assert (token[0], len(token[1]), token[2]) == (0, 1, [])
    assert said(run, "token", "revoke", "desk") == (0, ["revoked the token desk"], [])


def test_where_there_is_nothing_to_list_it_says_so_and_programs_get_nothing(run: Run) -> None:
    lists = (["account", "list"], ["token", "list"], ["removed"])

    assert [said(run, *words, "--json") for words in lists] == [(0, [], [])] * 3
    assert [said(run, *words) for words in lists] == [
        (0, ["there is no account; make one with account create NAME --role administrator"], []),
        (0, ["no token is in use"], []),
        (0, ["nothing was removed in the last thirty days"], []),
    ]


def test_what_is_not_there_is_named_with_the_list_of_what_is(run: Run) -> None:
    assert said(run, "account", "close", "nobody") == (
        1,
        [],
        ["klastrownik: no account is named nobody; `account list` shows those there are"],
    )
    assert said(run, "token", "revoke", "desk") == (
        1,
        [],
        ["klastrownik: no token named desk is in use; `token list` shows those that are"],
    )
