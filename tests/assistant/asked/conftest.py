"""What the tests of questions asked share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.assistant.asked.asking import Asking


@pytest.fixture
def asking(tmp_path: Path) -> Iterator[Asking]:
    made = Asking(tmp_path)
    yield made
    made.close()
