"""The command line as a program of its own."""

import json
import os
import signal
import subprocess
import sys
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from index.store import Store
from tests.fakes import make_document, put
from tests.web.cli.conftest import Run

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
    run: Run, home: Path, tmp_path: Path, models_folder: Path, monkeypatch: pytest.MonkeyPatch
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

    # What is no matter of the process is done in this one, where what it takes to start is there.
    monkeypatch.setenv("KLASTROWNIK_MODELS", str(models_folder))
    assert run("rebuild", "--read") == 0
    assert run("search", "aviation companies", "--json") == 0
    assert json.loads(run.out[0])["file"] == "a.txt"

    assert run("ask", "Jakie firmy skupia klaster lotniczy?", "--json") == 0
    assert [one["file"] for one in json.loads("".join(run.out))["citations"]] == ["a.txt"]


def start(home: Path, models: Path, *words: str, given: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "KLASTROWNIK_MODELS": str(models)}
    command = [*KLASTROWNIK, "--home", str(home), *words]
    return subprocess.run(
        command, input=given, capture_output=True, text=True, env=environment, timeout=120, check=False
    )
