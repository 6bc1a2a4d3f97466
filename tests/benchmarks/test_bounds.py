"""Bounds: a benchmark can fail, and says by which figure."""

import json
from argparse import ArgumentParser
from pathlib import Path

import pytest

from benchmarks import retrieval
from benchmarks.bounds import check_bounds, take_bounds

FIGURES = {"ratio": 3.0, "pl.recall@1": 0.9}


def checked(*words: str) -> int:
    cli = ArgumentParser()
    take_bounds(cli)
    return check_bounds(cli.parse_args(words), FIGURES)


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--at-least", "ratio=3", "pl.recall@1=0.9"),
        ("--at-most", "ratio=3"),
        ("--at-least", "ratio=2.9", "--at-most", "ratio=3.1"),
    ],
)
def test_what_holds_ends_with_0_and_says_nothing(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert checked(*words) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--at-least", "ratio=3.01"), "BROKEN ratio: 3, should be at least 3.01"),
        (("--at-most", "ratio=2.99"), "BROKEN ratio: 3, should be at most 2.99"),
        (("--at-least", "ratio=1", "pl.recall@1=1"), "BROKEN pl.recall@1: 0.9, should be at least 1"),
        (("--at-least", "ratio=9", "--at-least", "pl.recall@1=0"), "BROKEN ratio: 3, should be at least 9"),
    ],
)
def test_what_does_not_hold_ends_with_1_and_is_said(
    words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert checked(*words) == 1
    assert capsys.readouterr().out.splitlines() == [said]


@pytest.mark.parametrize("option", ["--at-least", "--at-most"])
def test_a_bound_on_what_was_not_measured_does_not_hold(
    option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert checked(option, "recal=0.5") == 1
    assert "not measured (there are pl.recall@1, ratio)" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["ratio", "ratio=", "ratio=much"])
def test_what_is_no_bound_is_bad_use(text: str) -> None:
    with pytest.raises(SystemExit) as stop:
        checked("--at-least", text)

    assert stop.value.code == 2


@pytest.mark.model
def test_retrieval_fails_by_a_floor_that_does_not_hold(
    tmp_path: Path, models_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    passage = {"id": "a", "lang": "pl", "title": "Klaster", "text": "Klaster lotniczy skupia firmy."}
    question = {"lang": "pl", "question": "Kogo skupia klaster lotniczy?", "answers": ["ryby"]} | {
        "passage_id": "a",
        "answerable": True,
    }
    for name, row in (("passages", passage), ("questions", question)):
        (tmp_path / name).write_text(json.dumps(row) + "\n", "utf-8")
    words = ["--passages", str(tmp_path / "passages"), "--questions", str(tmp_path / "questions")]
    words += ["--home", str(tmp_path / "home"), "--models", str(models_folder)]

    status = retrieval.main([*words, "--at-least", "pl.recall@1=1", "pl.answer_first=0.1"])
    broken = [line for line in capsys.readouterr().out.splitlines() if line.startswith("BROKEN")]

    assert (status, len(broken)) == (1, 1)
    assert broken[0].startswith("BROKEN pl.answer_first:")
