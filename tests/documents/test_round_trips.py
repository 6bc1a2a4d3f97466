"""Texts and decks saved by LibreOffice in another format read as what was written in them."""

import re
import shutil
import subprocess
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from documents.read import read_document
from tests.documents.made_office import article, deck

_SECONDS = 180
_LEAST = 0.99
_MADE: dict[str, Callable[[], tuple[bytes, list[str]]]] = {"docx": article, "pptx": deck}


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _likeness(text: str, lines: list[str]) -> float:
    """The share of words that are the same and in the same order, in [0, 1]."""
    return SequenceMatcher(None, _words(text), _words("\n".join(lines)), autojunk=False).ratio()


@pytest.mark.parametrize("kind", ["docx", "pptx"])
def test_what_was_written_is_read(kind: str) -> None:
    content, lines = _MADE[kind]()

    assert _words(read_document(f"a.{kind}", content).text) == _words("\n".join(lines))


@pytest.mark.skipif(
    shutil.which("soffice") is None,
    reason="LibreOffice is not here: apt-get install libreoffice-writer libreoffice-impress",
)
@pytest.mark.parametrize(
    ("kind", "other"), [("docx", "odt"), ("docx", "html"), ("pptx", "odp"), ("odt", "docx"), ("odp", "pptx")]
)
def test_what_was_written_is_read_in_another_format(kind: str, other: str, tmp_path: Path) -> None:
    made = {"odt": "docx", "odp": "pptx"}.get(kind, kind)
    content, lines = _MADE[made]()
    path = tmp_path / f"made.{made}"
    path.write_bytes(content)
    if kind != made:
        path = _converted(path, kind)

    document = read_document(f"a.{other}", _converted(path, other).read_bytes())

    assert document.format == other
    assert _likeness(document.text, lines) >= _LEAST


def _converted(path: Path, kind: str) -> Path:
    folder = path.parent / kind
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
    return folder / f"{path.stem}.{kind}"
