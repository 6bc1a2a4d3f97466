"""Slides as a PDF, made by LibreOffice where it is installed."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from documents.imaging.errors import UndrawableError

SECONDS = 90.0
_LOOK_S = 0.1
_NAMES = ("soffice", "libreoffice")
# Hidden slides too: else the pages would be numbered otherwise than the slides.
_FILTER = 'pdf:impress_pdf_Export:{"ExportHiddenSlides":{"type":"boolean","value":"true"}}'
# Its own limits, set before it begins: processor seconds, bytes of a file, bytes of memory.
_LIMITED = (
    "import os, resource as r, sys; "
    "r.setrlimit(r.RLIMIT_CPU, ({cpu}, {cpu})); r.setrlimit(r.RLIMIT_FSIZE, ({size}, {size})); "
    "r.setrlimit(r.RLIMIT_AS, ({memory}, {memory})); r.setrlimit(r.RLIMIT_CORE, (0, 0)); "
    "os.execv(sys.argv[1], sys.argv[1:])"
)
_MOST_BYTES, _MEMORY_BYTES = 300_000_000, 6_000_000_000
# No macro runs, and nothing that a file refers to is fetched.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


def libreoffice() -> str | None:
    """The path of LibreOffice's program; None where it is not installed."""
    return next(filter(None, map(shutil.which, _NAMES)), None)


def as_pdf(
    content: bytes,
    ending: str,
    *,
    program: str,
    seconds: float = SECONDS,
    stopped: Callable[[], bool] = lambda: False,
) -> bytes:
    """A deck as a PDF with one page a slide, in some seconds. `ending` is that of its format: pptx, odp.

    `stopped` says whether it is still wanted.

    Raises: UndrawableError where LibreOffice makes none of it, or not in that time.
    """
    with tempfile.TemporaryDirectory(prefix="klastrownik-") as folder:
        place = Path(folder)
        profile = place / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
        (place / f"deck.{ending}").write_bytes(content)
        _run(program, place, f"deck.{ending}", _Patience(seconds, stopped))
        made = place / "deck.pdf"
        if not made.is_file():
            raise UndrawableError("LibreOffice made no pictures of the slides.")
        return made.read_bytes()


@dataclass(frozen=True, slots=True)
class _Patience:
    """How long it may take, and whether somebody still waits."""

    seconds: float
    stopped: Callable[[], bool]

    def wait(self, process: "subprocess.Popen[bytes]") -> None:
        """Raises: UndrawableError when it is over before the process has ended."""
        ends = time.monotonic() + self.seconds
        while process.poll() is None:
            if self.stopped():
                raise UndrawableError("The slides are not wanted any more.")
            if time.monotonic() > ends:
                raise UndrawableError(f"LibreOffice took longer than {self.seconds:g} s over the slides.")
            time.sleep(_LOOK_S)


def _run(program: str, place: Path, file: str, patience: _Patience) -> None:
    limits = _LIMITED.format(cpu=int(patience.seconds) + 1, size=_MOST_BYTES, memory=_MEMORY_BYTES)
    arguments = [
        f"-env:UserInstallation={(place / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard"),
        *("--convert-to", _FILTER, "--outdir", str(place), str(place / file)),
    ]
    process = subprocess.Popen(  # noqa: S603 - the program is found by its name, the file is one of ours
        [sys.executable, "-c", limits, program, *arguments],
        cwd=place,
        env={**os.environ, "HOME": str(place), "TMPDIR": str(place)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        patience.wait(process)
    finally:
        # It starts others, which end with it.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
