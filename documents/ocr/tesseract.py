"""Tesseract, the program: found on this machine, and asked to read one picture at a time."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

LANGUAGES = ("pol", "eng")
# Told where a page would have to be read by OCR, which is not there or was turned off.
INSTALL = (
    "install Tesseract (Debian and Ubuntu: apt install tesseract-ocr tesseract-ocr-pol, macOS: brew install "
    "tesseract tesseract-lang) or do not turn KLASTROWNIK_OCR off"
)
_TURNED = "osd"
# Its numbers for the layout of a page, and for scattered words: without telling how it is turned, and with.
_LAYOUTS = (("3", "1"), ("11", "12"))
_LISTING_S = 20.0


class OcrError(Exception):
    """A picture that could not be read; `late` says that the time was over. Nobody is shown the `told`."""

    def __init__(self, told: str = "", *, late: bool = False) -> None:
        super().__init__(told)
        self.late = late


@dataclass(frozen=True, slots=True)
class Tesseract:
    """The program at a path, with the languages it reads and whether it can tell how a page is turned."""

    program: Path
    languages: tuple[str, ...]
    turned: bool = True

    def read(self, picture: bytes, *, dpi: int, timeout_s: float, scattered: bool = False) -> bytes:
        """What stands on a picture (PGM), as hOCR; coordinates are the picture's pixels.

        It is read as a laid out page or, `scattered`, as words anywhere, which finds those on pages that it
        takes for a drawing otherwise.
        It is a process of its own, on one core, that is handed the picture and keeps no file: what a
        hostile picture does to it stays with it. Raises: OcrError.
        """
        layout = _LAYOUTS[scattered][self.turned]
        command = [
            str(self.program), "stdin", "stdout", "--dpi", str(dpi), "--psm", layout,
            "-l", "+".join(self.languages), "-c", "hocr_char_boxes=1", "hocr",
        ]  # fmt: skip
        try:
            done = _run(command, picture, timeout_s)
        except subprocess.TimeoutExpired as fault:
            raise OcrError(late=True) from fault
        except OSError as fault:
            raise OcrError(str(fault)) from fault
        if done.returncode:
            told = done.stderr.decode(errors="replace").strip()[:200]
            raise OcrError(told or str(done.returncode))
        return done.stdout


def find_tesseract() -> Tesseract | None:
    """The Tesseract of this machine; None where it is not installed, or has neither Polish nor English."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    try:
        listed = _run([program, "--list-langs"], b"", _LISTING_S)
    except (OSError, subprocess.TimeoutExpired):
        return None
    there = set((listed.stdout + listed.stderr).decode(errors="replace").split())
    languages = tuple(name for name in LANGUAGES if name in there)
    return Tesseract(Path(program), languages, _TURNED in there) if languages else None


def _run(command: list[str], given: bytes, timeout_s: float) -> subprocess.CompletedProcess[bytes]:
    # One thread: Tesseract's own threads cost more than they give, and other pages wait for the cores.
    return subprocess.run(  # noqa: S603 - our own command, the picture goes in by its input
        command,
        input=given,
        capture_output=True,
        timeout=timeout_s,
        env=os.environ | {"OMP_THREAD_LIMIT": "1"},
        check=False,
    )
