"""What check finds is mended by the command it names; another model is taken by a server that runs."""

import re
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.store import Store
from tests.fakes import HashingEncoder
from tests.web.cli.conftest import Run
from web.app import create_app
from web.opening import open_backend
from web.settings import Settings

TEXT = "Klaster Wodny\n\nKlaster Wodny liczy 40 firm. Koordynatorem Klastra Wodnego jest Fundacja Fala."
NAME = "wodny.txt"
# What is damaged, by what check promises to look at, and what it says of it.
DAMAGE = {
    "hash": ("UPDATE contents SET bytes = x'00'", "The bytes kept are not those received"),
    "span": ("UPDATE passages SET start = 1", "is not what stands there"),
    "place of a sentence": ('UPDATE sentences SET "end" = 9999', "text"),
    "count": ("UPDATE documents SET sentences = 9", "9"),
    "fact": ("UPDATE facts SET quote = 'x'", "is not what stands there"),
    "words": ("UPDATE forms SET count = 9", "forms"),
    "no vectors": ("DELETE FROM vectors", "vectors"),
    "half a vector": ("UPDATE vectors SET vectors = x'00'", "vectors"),
    "another vector": ("UPDATE vectors SET vectors = {turned}", "vector"),
}


@pytest.fixture(autouse=True)
def encoders(monkeypatch: pytest.MonkeyPatch) -> None:
    """Models by their names, without the seconds that loading one takes."""

    def load(name: str | None, *_: object, **__: object) -> HashingEncoder:
        return HashingEncoder(name or "hashing", 16 if name else 32)

    monkeypatch.setattr("web.services.load_encoder", load)


@pytest.fixture
def held(run: Run, home: Path, tmp_path: Path) -> Path:
    """The backup of a library of one document."""
    (tmp_path / NAME).write_text(TEXT, "utf-8")
    assert run("add", str(tmp_path / NAME)) == 0
    assert run("backup", str(tmp_path / "backup")) == 0
    return tmp_path / "backup"


def test_what_check_finds_is_mended_by_the_command_it_names(run: Run, home: Path, held: Path) -> None:
    for kind, (damage, said) in DAMAGE.items():
        _damage(home, damage)

        assert run("check") == 1, kind
        lines = [line for line in run.out if said in line]
        assert lines, (kind, run.out)
        assert lines[0].startswith(NAME) or kind == "words"
        command = _way_back(lines[0])
        words = ["restore", str(held), "--force"] if command[0] == "restore" else command
        assert run(*words) == 0, kind
        assert (run("check"), run.out) == (0, ["nothing is wrong"]), kind


def test_a_server_that_runs_takes_the_model_that_a_command_made(
    run: Run, home: Path, held: Path, tmp_path: Path
) -> None:
    settings = Settings(home=home, models=tmp_path / "models")
    app = create_app(open_backend(settings, empty=True))
    with TestClient(app) as visitor:
        app.state.desk.warmup.wait(30)
        engine = app.state.desk.engine()
        asked = {"question": "Kto koordynuje Klaster Wodny?"}

        assert run("rebuild", "--model", "other") == 0
        assert run.out == ["rebuilt 1 of 1 documents with other"]
        # Answered all the while, by the one or the other.
        answers = [visitor.post("/api/v1/ask", json=asked)]
        _within(lambda: engine.encoder().model == "other")
        answers.append(visitor.post("/api/v1/ask", json=asked))

    for answer in answers:
        assert "Fundacja Fala" in str(answer.json()["statements"])
        assert answer.json()["citations"]
    assert (run("check"), run.out) == (0, ["nothing is wrong"])


def _damage(home: Path, statement: str) -> None:
    with closing(Store(home / "library.sqlite")) as store, store.database.writing() as connection:
        (vectors,) = connection.execute("SELECT vectors FROM vectors").fetchone()
        turned = vectors[4:] + vectors[:4]
        connection.execute(statement.format(turned=f"x'{turned.hex()}'"))


def _way_back(line: str) -> list[str]:
    named = re.search(r"`klastrownik ([^`]+)`", line)
    assert named is not None, line
    return named[1].split()


def _within(holds: Callable[[], bool]) -> None:
    ends = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < ends
        time.sleep(0.02)
