"""Warming up: a foreseen failure is one line, a defect comes with its stack."""

from pathlib import Path

import pytest

from assistant.errors import QuestionError
from documents.errors import DamagedFileError
from index.errors import DamagedModelError, FullDiskError
from web.backend import Engine
from web.warmup import Warmth, Warmup

FORESEEN = [
    DamagedFileError("a.pdf", "broken"),
    DamagedModelError("m", "broken"),
    FullDiskError(Path("library.sqlite")),
    QuestionError("question", "broken"),
]


class PermanentError(Exception):
    """A foreign error with an attribute of the name that ours have."""

    permanent = True


def warmed(failure: Exception) -> Warmth:
    def load() -> Engine:
        raise failure

    warmup = Warmup(load)
    warmup.start()
    return warmup.wait(10)


@pytest.mark.parametrize("failure", FORESEEN, ids=lambda one: type(one).__name__)
def test_an_error_of_ours_is_told_without_a_stack(
    failure: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    assert warmed(failure) == Warmth("failed", str(failure))

    assert caplog.messages == [f"warm-up failed: {failure}"]
    assert not caplog.records[0].exc_info


@pytest.mark.parametrize("failure", [PermanentError("odd"), ValueError("odd")])
def test_any_other_error_is_a_defect_and_leaves_its_stack(
    failure: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    assert warmed(failure) == Warmth("failed", "odd")

    assert caplog.records[0].exc_info
