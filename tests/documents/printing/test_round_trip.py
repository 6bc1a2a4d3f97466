"""What LibreOffice prints of decks and brochures reads as the originals do, word for word and in order."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from documents.model import Block, Reading
from documents.readers import docx, pdf, pptx
from tests.documents.printing.brochures import BROCHURES
from tests.documents.printing.decks import DECKS
from tests.documents.printing.likeness import likeness

LIBRARY = Path(__file__).parents[3] / "documents" / "library"
STARTERS = sorted(path.name for path in LIBRARY.iterdir() if path.suffix in {".docx", ".pptx"})
NAMES = [
    *(f"{name}.docx".replace(" ", "-") for name in BROCHURES),
    *(f"{name}.pptx".replace(" ", "-") for name in DECKS),
    *STARTERS,
]
needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None,
    reason="LibreOffice prints them: apt-get install libreoffice-impress libreoffice-writer",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every deck and brochure, and beside each what LibreOffice prints of it."""
    folder = tmp_path_factory.mktemp("printed")
    made = {f"{name}.docx": make for name, make in BROCHURES.items()}
    made |= {f"{name}.pptx": make for name, make in DECKS.items()}
    for name, make in made.items():
        (folder / name.replace(" ", "-")).write_bytes(make())
    for name in STARTERS:
        (folder / name).write_bytes((LIBRARY / name).read_bytes())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run(
        [*command, *(str(folder / name) for name in NAMES)], check=True, capture_output=True, timeout=300
    )
    return folder


def original(folder: Path, name: str) -> Reading:
    """What the office file says; notes that a speaker reads are no part of what is printed."""
    content = (folder / name).read_bytes()
    if name.endswith(".docx"):
        return docx.read(name, content)
    found = pptx.read(name, content)
    return replace(found, blocks=tuple(block for block in found.blocks if block.kind != "note"))


@needs_office
@pytest.mark.parametrize("name", NAMES)
def test_a_printed_file_has_the_originals_words_in_their_order(folder: Path, name: str) -> None:
    printed = pdf.read(name, (folder / name).with_suffix(".pdf").read_bytes())

    assert likeness(original(folder, name), printed).share >= 0.99


def test_words_lost_added_or_out_of_order_are_less_likeness() -> None:
    whole = Reading((Block("Młyny nad rzeką mielą zboże."),))

    assert likeness(whole, Reading((Block("Młyny nad rzeką mielą"),))).share == 0.8
    assert likeness(whole, Reading((Block("nad Młyny rzeką mielą zboże"),))).share == 0.8
    assert likeness(whole, Reading((Block("Młyny nad rzeką mielą zboże stare"),))).share == 5 / 6
    assert (
        likeness(whole, Reading((Block("Młyny nad rzeką", "row"), Block("mielą | zboże", "row")))).share == 1
    )
