"""What the tests of the edge share."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def models_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the embedded model is made, once a run."""
    return tmp_path_factory.mktemp("models")
