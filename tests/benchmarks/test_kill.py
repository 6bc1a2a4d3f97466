"""Killed at any instant, a library loses nothing that was reported; a longer run is in `benchmarks.kill`."""

import os
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.kill import Trial
from benchmarks.soundness import faults
from index.store import Store
from tests.fakes import make_document, put


@pytest.mark.model
def test_what_was_reported_is_there_after_three_kills(tmp_path: Path, models_folder: Path) -> None:
    environment = {**os.environ, "KLASTROWNIK_MODELS": str(models_folder)}
    trial = Trial(tmp_path, environment, documents=40, seed=3)

    for _ in range(3):
        trial.round()

    assert trial.tally.faults == []
    assert trial.tally.reported > 0


@pytest.mark.model
def test_a_library_is_sound_after_kills_while_removing(tmp_path: Path, models_folder: Path) -> None:
    environment = {**os.environ, "KLASTROWNIK_MODELS": str(models_folder)}
    # By this seed adding is killed after reports: there is something to remove.
    trial = Trial(tmp_path, environment, documents=20, seed=4)
    trial.round()
    assert trial.tally.reported > 1

    for _ in range(2):
        trial.round(remove=True)

    assert trial.tally.faults == []
    assert sum(count for kind, count in trial.tally.kills.items() if kind.startswith("remove_")) >= 1


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ("DELETE FROM words WHERE rowid = 1", "words"),
        ("UPDATE forms SET count = count + 1", "forms"),
        ("UPDATE passages SET text = 'x' WHERE id = 1", "text at"),
        ("DELETE FROM sentences WHERE id = 2", "sentences"),
        ("DELETE FROM vectors", "no vectors"),
    ],
)
def test_a_library_that_is_not_sound_is_noticed(tmp_path: Path, damage: str, fault: str) -> None:
    with closing(Store(tmp_path / "library.sqlite")) as store:
        put(store, make_document("a.txt", "Klaster lotniczy.\nPogoda.", "Deszcz."))
        assert list(faults(store)) == []

        with store.database.writing() as connection:
            connection.execute(damage)

        assert any(fault in line for line in faults(store))
