"""Killed while files come in, a server loses nothing; a hundred kills are in `benchmarks.kills`."""

from pathlib import Path

import pytest

from benchmarks.kills import Trial
from tests.own_model import own_model


@pytest.mark.model
def test_what_was_told_as_ready_outlives_kills_of_the_server(tmp_path: Path) -> None:
    trial = Trial(tmp_path, tmp_path / "models", model=own_model(tmp_path / "own"), seed=2)

    for _ in range(3):
        trial.round()
    trial.settle()

    assert trial.tally.faults == []
    assert trial.tally.accepted > 0
    assert trial.tally.ready > 0
