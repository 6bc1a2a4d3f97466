"""What the tests of the edge share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.web.fakes import House, visiting


@pytest.fixture(scope="session")
def models_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the embedded model is made, once a run."""
    return tmp_path_factory.mktemp("models")


@pytest.fixture
def house() -> House:
    """A backend of fakes."""
    return House()


@pytest.fixture
def client(house: House) -> Iterator[TestClient]:
    """A stranger's client of an application that is warm."""
    with visiting(house) as visitor:
        yield visitor
