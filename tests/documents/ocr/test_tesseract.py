"""What becomes of a Tesseract that fails."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from documents.limits import Limits, within
from documents.ocr.picture import Picture
from documents.ocr.recognition import recognised
from documents.ocr.tesseract import OcrError, Tesseract


def program(folder: Path, script: str) -> Tesseract:
    path = folder / "tesseract"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return Tesseract(path, ("pol",))


def test_one_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    with pytest.raises(OcrError) as caught:
        program(tmp_path, "exec sleep 60").read(b"P5 1 1 255\n.", dpi=300, timeout_s=0.2)

    assert caught.value.late


@pytest.mark.parametrize(
    ("script", "told"), [("echo bad picture >&2; exit 1", "bad picture"), ("kill -SEGV $$", "-11")]
)
def test_one_that_fails_or_crashes_is_told_of(tmp_path: Path, script: str, told: str) -> None:
    with pytest.raises(OcrError, match=told):
        program(tmp_path, f"cat >/dev/null; {script}").read(b"P5 1 1 255\n.", dpi=300, timeout_s=20)


@pytest.mark.parametrize(
    "said", ["", "no hOCR", "<html><span class='ocr_line' title='bbox 1 2'><span", "<html/>"]
)
def test_one_that_says_something_else_has_read_nothing(tmp_path: Path, said: str) -> None:
    (tmp_path / "said").write_text(said)
    tesseract = program(tmp_path, f"cat >/dev/null; cat {tmp_path / 'said'}")

    assert recognised(tesseract, Picture(Image.new("L", (60, 40), 255), 300)).boxes == ()


def test_a_page_without_a_word_is_looked_through_for_scattered_ones(tmp_path: Path) -> None:
    words = "".join(
        f"<span class='ocrx_word' title='bbox {at * 90} 10 {at * 90 + 80} 30; x_wconf 95'>{word}</span>"
        for at, word in enumerate(("młyny", "mielą", "zboże"))
    )
    (tmp_path / "page").write_text("<html><body></body></html>")
    line = f"<span class='ocr_line' title='bbox 0 10 270 30; baseline 0 0'>{words}</span>"
    (tmp_path / "scattered").write_text(f"<html><body>{line}</body></html>")
    script = f'cat >/dev/null; case "$6" in 3) cat {tmp_path}/page;; 11) cat {tmp_path}/scattered;; esac'
    tesseract = replace(program(tmp_path, script), turned=False)

    read = recognised(tesseract, Picture(Image.new("L", (300, 200), 255), 300))

    assert [word for word, _ in read.boxes] == ["młyny", "mielą", "zboże"]


def test_a_page_is_not_begun_when_the_time_is_over(tmp_path: Path) -> None:
    with within(Limits(ocr_seconds=0)), pytest.raises(OcrError) as caught:
        recognised(program(tmp_path, "exit 1"), Picture(Image.new("L", (60, 40), 255), 300))

    assert caught.value.late
