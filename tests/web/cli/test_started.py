"""The command line as a program of its own."""

import json
import os
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from index.store import Store
from tests.fakes import make_document, put
from tests.own_model import own_model

KLASTROWNIK = [sys.executable, "-m", "web"]


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
