"""The command line: what it prints, where, and with which status it ends."""

import json
from pathlib import Path

import pytest

from index.rebuild import remake_words
from index.store import Store
from tests.web.cli.conftest import Run
from web.cli import main


@pytest.mark.usefixtures("store")
def test_list_shows_each_document_on_a_line(run: Run) -> None:
    assert run("list") == 0

    assert [line.split()[1] for line in run.out] == ["a.txt", "web/index.html"]
    assert run.err == []


@pytest.mark.usefixtures("store")
def test_list_as_json_is_an_object_a_line(run: Run) -> None:
    assert run("list", "--json") == 0

    rows = [json.loads(line) for line in run.out]
    assert [row["file"] for row in rows] == ["a.txt", "index.html"]
    assert rows[0]["title"] == "Dolina Lotnicza"


def test_a_home_that_is_new_holds_nothing(run: Run) -> None:
    assert run("list") == 0

    assert (run.out, run.err) == ([], [])


@pytest.mark.parametrize("reference", ["web/index.html", "index.html"])
@pytest.mark.usefixtures("store")
def test_show_prints_what_was_read(run: Run, reference: str) -> None:
    assert run("show", reference) == 0

    assert "Pogoda w górach." in run.out


@pytest.mark.usefixtures("store")
def test_show_as_json_has_the_text_its_spans_count_in(run: Run) -> None:
    assert run("show", "a.txt", "--json") == 0

    shown = json.loads(run.out[0])
    (span,) = shown["spans"]
    assert list(span) == ["start", "end"]
    assert shown["text"][span["start"] : span["end"]] == "Klaster lotniczy działa."


def test_remove_takes_out_what_it_can_and_fails_for_the_rest(run: Run, store: Store) -> None:
    assert run("remove", "nobody.txt", "a.txt") == 1

    assert run.out == ["removed a.txt"]
    assert [line.startswith("klastrownik: no document") for line in run.err] == [True]
    assert [one.name for one in store.documents()] == ["web/index.html"]


@pytest.mark.usefixtures("store")
def test_a_backup_is_put_back_only_where_nothing_is_held_or_by_force(run: Run, tmp_path: Path) -> None:
    backup = str(tmp_path / "backup.sqlite")
    assert run("backup", backup) == 0
    assert run("remove", "a.txt") == 0

    assert run("restore", backup) == 1
    assert "--force" in run.err[0]

    assert run("restore", backup, "--force") == 0
    assert run("list") == 0
    assert len(run.out) == 2


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["nonsense"],
        ["add"],
        ["show"],
        ["ask", "Co?", "--as-of", "wczoraj"],
        ["search", "klaster", "--limit", "0"],
        ["evaluate", "/no/such/file"],
        ["serve", "--port", "99999"],
        ["token", "create", "ania"],
        ["account", "create", "ania"],
        ["account", "role", "ania", "king"],
        ["account", "create", "ania", "--role", "staff", "--link", "--password-stdin"],
        ["token", "create", "ania", "--role", "king"],
    ],
)
def test_bad_use_is_one_line_and_status_2(run: Run, words: list[str]) -> None:
    assert run(*words) == 2

    assert run.out == []
    assert len(run.err) == 1
    assert run.err[0].startswith("klastrownik: ")


def test_an_unknown_setting_is_one_line_and_status_2(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KLASTROWNIK_PROT", "1")

    assert run("list") == 2
    assert len(run.err) == 1


@pytest.mark.parametrize(
    "words", [["list"], ["show", "a"], ["remove", "a"], ["add", "a.txt"], ["backup", "b"]]
)
def test_a_damaged_library_is_one_line_and_status_1(run: Run, home: Path, words: list[str]) -> None:
    home.mkdir()
    (home / "library.sqlite").write_bytes(b"damaged" * 1000)

    assert run(*words) == 1

    assert len(run.err) == 1
    assert "put a backup back" in run.err[0]


def test_the_home_may_stand_after_the_command(
    home: Path, store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["list", "--home", str(home)]) == 0

    assert len(capsys.readouterr().out.splitlines()) == store.counts().documents


def test_nothing_to_add_is_said_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    assert run("add", str(tmp_path / "empty")) == 1
    assert len(run.err) == 1


def test_check_says_that_nothing_is_wrong_and_what_is(run: Run, store: Store) -> None:
    remake_words(store)
    assert run("check") == 0
    assert run.out == ["nothing is wrong"]

    with store.database.writing() as connection:
        connection.execute("UPDATE contents SET bytes = x'00'")
        connection.execute("UPDATE passages SET text = 'x' WHERE id = 1")
    assert run("check") == 1
    assert run.out[0].startswith("a.txt: The bytes kept are not those received: their SHA-256 is ")
    assert run.out[2:] == [
        "a.txt: A passage from 5 to 29 is not what stands there: “x”. "
        "Way back: `klastrownik rebuild --read`.",
        "3 found wrong",
    ]


def test_check_as_json_is_an_object_for_each_finding(run: Run, store: Store) -> None:
    remake_words(store)
    with store.database.writing() as connection:
        connection.execute("UPDATE forms SET count = 7")

    assert run("check", "--json") == 1
    (found,) = map(json.loads, run.out)
    assert found["fault"] == "words.forms"
    assert set(found) == {"fault", "thing", "message", "mend"}
