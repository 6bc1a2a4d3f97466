"""What the tests of the edge share."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from tests.web.fakes import House, visiting


@pytest.fixture
def house() -> House:
    """A backend of fakes."""
    return House()


@pytest.fixture
def client(house: House) -> Iterator[TestClient]:
    """A stranger's client of an application that is warm."""
    with visiting(house) as visitor:
        yield visitor
