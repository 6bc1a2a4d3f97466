"""The command line: what it prints, where, and with which status it ends."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from io import StringIO
from pathlib import Path

import pytest

from index.errors import AccountError
from index.rebuild import remake_words
from index.store import Store
from index.tokens import Holder
from tests.fakes import make_document, put
from tests.own_model import own_model
from web.cli import main
from web.cli.accounts import typed_password

KLASTROWNIK = [sys.executable, "-m", "web"]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    """A library of two documents."""
    with closing(Store(home / "library.sqlite")) as made:
        put(made, make_document("a.txt", "Klaster lotniczy działa.", title="Dolina Lotnicza", heading="Opis"))
        put(made, make_document("index.html", "Pogoda w górach."), name="web/index.html")
        yield made


@pytest.fixture
def run(home: Path, capsys: pytest.CaptureFixture[str]) -> "Run":
    return Run(home, capsys)


class Run:
    """Runs a command on the home; keeps what it printed as lines."""

    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._home = home
        self._capsys = capsys
        self.out: list[str] = []
        self.err: list[str] = []

    def __call__(self, *words: str) -> int:
        status = main(["--home", str(self._home), *words])
        printed = self._capsys.readouterr()
        self.out, self.err = printed.out.splitlines(), printed.err.splitlines()
        return status


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

    assert held is not None
    assert (held.role, held.closed_at is not None) == ("staff", True)
    assert run("account", "close", "ADA") == 1
    assert "last administrator" in run.err[-1]


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


def test_a_reader_that_goes_away_is_no_error(home: Path) -> None:
    with closing(Store(home / "library.sqlite")) as store:
        for number in range(300):
            put(store, make_document(f"{number}.txt", f"Zdanie {number}.", title="Tytuł " * 60))
    command = [*KLASTROWNIK, "--home", str(home), "list"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        complaint = running.stderr.read()

    assert complaint == b""


def test_an_interrupt_ends_quietly_with_130(home: Path) -> None:
    command = [*KLASTROWNIK, "--home", str(home), "add", "-"]
    pipe = subprocess.PIPE
    # Of what a shell runs in the background, interrupts are ignored: here they must not be.
    heed = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, preexec_fn=heed) as running:
        assert running.stdin is not None
        # More than a pipe holds: once it is written, the list is being read.
        running.stdin.write(b"\n" * 300_000)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=20)

    assert (running.returncode, out, err) == (130, b"", b"")


@pytest.mark.model
def test_files_are_added_from_a_list_found_and_answered_from(
    home: Path, tmp_path: Path, models_folder: Path
) -> None:
    (tmp_path / "a.txt").write_text(
        "Klaster lotniczy skupia firmy z branży lotniczej na Podkarpaciu.", "utf-8"
    )
    (tmp_path / "empty.txt").write_text("")
    listed = f"{tmp_path / 'a.txt'}\n\n{tmp_path / 'empty.txt'}\n"

    added = start(home, models_folder, "add", "-", "--json", given=listed)

    rows = {row["file"]: row for row in map(json.loads, added.stdout.splitlines())}
    assert (rows["a.txt"]["status"], rows["empty.txt"]["status"]) == ("added", "refused")
    assert set(rows["a.txt"]) == {
        "file", "status", "document", "pages", "passages", "facts", "warnings", "reason",
        "repairs", "unclear",
        "version", "likeness", "alike",
    }  # fmt: skip
    assert (added.returncode, added.stderr) == (1, "")
    assert (home / "sentences.faiss").exists()

    assert start(home, models_folder, "rebuild", "--read").returncode == 0
    found = start(home, models_folder, "search", "aviation companies", "--json")
    assert json.loads(found.stdout.splitlines()[0])["file"] == "a.txt"

    asked = start(home, models_folder, "ask", "Jakie firmy skupia klaster lotniczy?", "--json")
    assert [one["file"] for one in json.loads(asked.stdout)["citations"]] == ["a.txt"]


@pytest.mark.model
def test_an_index_that_cannot_be_written_is_one_line_and_no_failure(
    home: Path, tmp_path: Path, models_folder: Path
) -> None:
    (home / "sentences.faiss").mkdir(parents=True)
    (tmp_path / "a.txt").write_text("Klaster lotniczy skupia firmy z Podkarpacia.", "utf-8")

    added = start(home, models_folder, "add", str(tmp_path / "a.txt"))

    assert added.stdout.startswith("added: a.txt")
    (said,) = added.stderr.splitlines()
    assert said.startswith("klastrownik: the index of vectors was not written: ")
    assert added.returncode == 0


def start(
    home: Path, models: Path, *words: str, given: str = "", **settings: str
) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "KLASTROWNIK_MODELS": str(models), **settings}
    command = [*KLASTROWNIK, "--home", str(home), *words]
    return subprocess.run(
        command, input=given, capture_output=True, text=True, env=environment, timeout=120, check=False
    )


def test_what_was_removed_is_listed_and_gone_for_good_when_told_so(run: Run, store: Store) -> None:
    assert run("remove", "a.txt") == 0
    assert run("removed", "--json") == 0
    shown = json.loads(run.out[-1])
    assert run("remove", "--for-good", "a.txt") == 0

    assert (shown["name"], shown["removed_by"]) == ("a.txt", "command line")
    assert run.out == ["removed a.txt for good"]
    assert store.removed.all() == ()


def test_all_that_was_removed_goes_at_once(run: Run, store: Store) -> None:
    assert run("remove", "a.txt") == 0
    assert run("removed", "--for-good") == 0

    assert run.out == ["removed 1 for good"]
    assert store.removed.all() == ()


def test_what_was_never_removed_cannot_be_undone(run: Run) -> None:
    assert run("undo", "a.txt") == 1

    assert [line.startswith("klastrownik: no removed document") for line in run.err] == [True]


def test_versions_are_listed_the_present_one_first(run: Run, store: Store) -> None:
    put(store, make_document("a.txt", "Nowe zdanie.", title="Nowy"), by="Ada")

    assert run("versions", "a.txt") == 0

    assert [line.split()[:2] for line in run.out] == [["2", "Nowy"], ["1", "Dolina"]]
    assert "by Ada, held" in run.out[0]


@pytest.mark.usefixtures("store")
def test_a_version_that_is_not_kept_is_said_before_anything_is_loaded(run: Run) -> None:
    assert run("back", "a.txt", "7") == 1

    assert "no version 7" in run.err[0]


def test_a_document_is_marked_as_out_of_date_and_the_mark_lifted(run: Run, store: Store) -> None:
    assert run("outdated", "a.txt", "--since", "2024-05-01", "--reason", "nowy spis") == 0
    marked = store.find("a.txt").outdated
    assert run("outdated", "a.txt", "--lift") == 0

    assert marked is not None
    assert (marked.since.isoformat(), marked.reason, marked.by) == ("2024-05-01", "nowy spis", "command line")
    assert store.find("a.txt").outdated is None


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


@pytest.mark.model
def test_a_library_goes_on_with_the_model_it_was_rebuilt_with(
    home: Path, tmp_path: Path, models_folder: Path
) -> None:
    own = own_model(tmp_path / "own")
    (tmp_path / "a.txt").write_text("Klaster lotniczy skupia firmy z Podkarpacia.", "utf-8")
    start(home, models_folder, "add", str(tmp_path / "a.txt"))

    assert "with own@" in start(home, models_folder, "rebuild", "--model", own).stdout
    with closing(Store(home / "library.sqlite")) as store:
        used = store.model()
    assert used is not None
    assert used.name == own

    found = start(home, models_folder, "check", KLASTROWNIK_MODEL="default")
    assert (found.returncode, found.stdout, found.stderr) == (0, "nothing is wrong\n", "")
    asked = start(home, models_folder, "search", "klaster", KLASTROWNIK_MODEL="default")
    assert asked.returncode == 0
    assert "the library goes on with" in asked.stderr

    # Once its folder is gone, this is the way back that the message names.
    shutil.rmtree(own)
    failed = start(home, models_folder, "search", "klaster")
    assert failed.returncode == 1
    assert "rebuild --model NAME" in failed.stderr
    assert start(home, models_folder, "rebuild", "--model", "default").returncode == 0
    assert start(home, models_folder, "search", "klaster").returncode == 0
