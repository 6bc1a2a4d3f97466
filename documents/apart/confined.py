"""A reading process: what it may not do, and the one file it reads."""

import ctypes
import math
import os
import resource
import signal
import socket
import sys
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path

from documents.apart.messages import MORE_TIME, counted, received, said
from documents.limits import Limits, within
from documents.progress import telling

Read = Callable[[str, bytes, Collection[str]], object]

_MB = 1_000_000
WORD_LISTS = "morfeusz2"
# What OCR may put down for Tesseract, and no more.
_LARGEST_FILE_MB = 200
_PR_SET_PDEATHSIG = 1
# The warden ends it before; this holds where there is no warden any more.
_CPU_GRACE_S = 10
_NICE = 10


def run(read: Read, data: socket.socket, notes: int, limits: Limits) -> bool:
    """Read the file that comes in at `data` and answer there; `notes` is where more time is asked for.

    True if the word lists were loaded to mend it.
    """
    _confine(limits)
    with data, data.makefile("rb") as stream:
        file, content, wanted = received(stream)

        def more() -> None:
            _limit(resource.RLIMIT_CPU, math.ceil(limits.seconds + limits.ocr_seconds) + _CPU_GRACE_S)
            os.write(notes, MORE_TIME)

        def told(done: int, of: int) -> None:
            data.sendall(counted(done, of))

        with within(limits, more=more), telling(told):
            answer = said(file, lambda: read(file, content, wanted))
        data.sendall(answer)
    return WORD_LISTS in sys.modules


def _confine(limits: Limits) -> None:
    """Leave the terminal, end with the warden, and take no more than the limits allow."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    os.setpgid(0, 0)
    cpu_s = math.ceil(limits.seconds) + _CPU_GRACE_S
    _limit(resource.RLIMIT_CPU, cpu_s)
    _limit(resource.RLIMIT_CORE, 0)
    # Whoever waits for an answer goes before a file.
    os.nice(_NICE)
    _limit(resource.RLIMIT_FSIZE, _LARGEST_FILE_MB * _MB)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        # Where memory is short, this process goes before the server does; not every container lets it say so.
        with suppress(OSError):
            Path("/proc/self/oom_score_adj").write_text("1000")
        mapped = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        _limit(resource.RLIMIT_AS, mapped + limits.memory_mb * _MB)


def _limit(kind: int, most: int) -> None:
    """Lower a limit, or raise it as far as is allowed."""
    hard = resource.getrlimit(kind)[1]
    resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
