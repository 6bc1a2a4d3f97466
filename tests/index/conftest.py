"""The real embedding model, made once a run."""

from pathlib import Path

import pytest

from index.encoder import Encoder, load_encoder


@pytest.fixture(scope="session")
def models_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("models")


@pytest.fixture(scope="session")
def encoder(models_folder: Path) -> Encoder:
    return load_encoder(None, models_folder)
