"""Libraries to ask: an empty one, and the invented one with each encoder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.encoder import Encoder
from tests.assistant.invented import LIBRARY
from tests.assistant.shelf import Shelf
from tests.fakes import HashingEncoder


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    """An empty library."""
    made = Shelf(tmp_path, HashingEncoder())
    yield made
    made.store.close()


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    """The invented documents, embedded without a model."""
    yield from _filled(tmp_path_factory.mktemp("library"), HashingEncoder())


@pytest.fixture(scope="session")
def asked(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Iterator[Shelf]:
    """The invented documents, embedded by the real model."""
    yield from _filled(tmp_path_factory.mktemp("asked"), encoder)


def _filled(folder: Path, encoder: Encoder) -> Iterator[Shelf]:
    made = Shelf(folder, encoder)
    for file, text in LIBRARY.items():
        made.add(file, text)
    yield made
    made.store.close()
