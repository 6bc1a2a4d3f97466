"""The process that draws: confined, it holds one PDF at a time and answers what it is asked about it."""

import json
import resource
import select
import socket
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from documents.imaging.errors import NoPageError, UndrawableError
from documents.imaging.pdfium import Sheaf
from documents.imaging.reply import KINDS, NOT_HELD, REPLY

# One that is wanted again costs a fifth of a second to start.
_REST_S = 60.0
_MEMORY_BYTES = 1_200_000_000
# The darkroom ends it before; this holds where that has gone.
_CPU_S = 60


def serve(line: int) -> None:
    """Answer requests until the other end has gone, or has wanted nothing for a while."""
    _confine()
    holder = _Holder()
    with socket.socket(fileno=line) as asked, asked.makefile("rwb") as stream:
        while select.select([asked], [], [], _REST_S)[0] and (head := stream.readline()):
            request = json.loads(head)
            content = stream.read(request["size"])
            _limit_cpu()
            kind, said = holder.answer(request, content)
            stream.write(REPLY.pack(KINDS.index(kind), len(said)) + said)
            stream.flush()


class _Holder:
    """Holds the PDF that was asked about last."""

    def __init__(self) -> None:
        self._key = ""
        self._sheaf: Sheaf | None = None

    def answer(self, request: dict[str, Any], content: bytes) -> tuple[str, bytes]:
        """The kind of error, or nothing, and what is said."""
        try:
            if content:
                self._open(request["key"], content)
            if self._sheaf is None or self._key != request["key"]:
                return NOT_HELD, b""
            return "", _answer(self._sheaf, request)
        except (NoPageError, UndrawableError) as error:
            return type(error).__name__, str(error).encode()
        except MemoryError:
            return UndrawableError.__name__, b"Drawing the page takes too much memory."

    def _open(self, key: str, content: bytes) -> None:
        if self._sheaf is not None:
            self._sheaf.close()
        self._sheaf = None
        self._sheaf, self._key = Sheaf(content), key


def _answer(sheaf: Sheaf, request: dict[str, Any]) -> bytes:
    if request["ask"] == "picture":
        return sheaf.picture(request["page"], request["width"])
    if request["ask"] == "words":
        return json.dumps([(word.text, *word.box) for word in sheaf.words(request["page"])]).encode()
    return json.dumps(sheaf.sizes()).encode()


def _confine() -> None:
    """Take no more memory than drawing needs, and write no files."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    if sys.platform == "linux":
        mapped = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        most = mapped + _MEMORY_BYTES
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        # Where memory is short, it goes before the server does; not every container lets it say so.
        with suppress(OSError):
            Path("/proc/self/oom_score_adj").write_text("1000")


def _limit_cpu() -> None:
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    most = int(time.process_time()) + _CPU_S
    resource.setrlimit(
        resource.RLIMIT_CPU, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard)
    )
