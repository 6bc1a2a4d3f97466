"""A home with a library, and what runs a command on it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index.store import Store
from tests.fakes import make_document, put
from web.cli import main


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
def run(home: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return Run(home, capsys)
