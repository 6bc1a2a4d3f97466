"""The darkroom: where a program has pages drawn, by a process of its own that is ended at its limits."""

import json
import os
import socket
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable
from typing import Any

from documents.imaging.errors import BusyError, NoPageError, UndrawableError
from documents.imaging.reply import KINDS, NOT_HELD, REPLY
from documents.imaging.words import Word
from documents.model import Box

Content = Callable[[], bytes]

# With the module search path of this process, and nothing of its __main__.
_PROGRAM = "import sys; sys.path[:] = {path!r}; from documents.imaging.child import serve; serve({line})"
# A page of text takes a tenth of a second; maps and photographs some seconds.
SECONDS = 12.0
# So many pages are drawn or waited for; a server has 40 threads, and others ask meanwhile.
MOST_AT_ONCE = 10
_BUSY = "Other pages are being drawn; try again in a moment."
# More than a picture of the most pixels there may be (documents/imaging/pdfium.py) takes as a PNG.
_MOST_BYTES = 64_000_000
_ERRORS = {"NoPageError": NoPageError, "UndrawableError": UndrawableError, NOT_HELD: UndrawableError}


class Darkroom:
    """Draws pages of PDFs, one after the other, for any thread. `close()` ends its process.

    A PDF is named by a `key` of its content; `content` is asked for where the process does not hold it.

    `seconds` are for waiting one's turn, and as many for the work.

    Raises, in each method: NoPageError, UndrawableError; BusyError where the turn did not come.
    """

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._places = threading.Semaphore(MOST_AT_ONCE)
        self._drawing: _Child | None = None

    def picture(
        self, key: str, content: Content, *, page: int, width: int, seconds: float = SECONDS
    ) -> bytes:
        """The page, from 1, as a PNG of that width in pixels."""
        request = {"key": key, "ask": "picture", "page": page, "width": width}
        return self._ask(request, content, seconds)

    def words(self, key: str, content: Content, *, page: int, seconds: float = SECONDS) -> tuple[Word, ...]:
        """The words of a page in the file's order, with where each stands."""
        told = json.loads(self._ask({"key": key, "ask": "words", "page": page}, content, seconds))
        return tuple(Word(str(text), Box(*map(float, box))) for text, *box in told)

    def sizes(
        self, key: str, content: Content, *, seconds: float = SECONDS
    ) -> tuple[tuple[float, float], ...]:
        """Each page's width and height as it is shown, in points; 0 by 0 where a page tells none."""
        told = json.loads(self._ask({"key": key, "ask": "sizes"}, content, seconds))
        return tuple((float(width), float(height)) for width, height in told)

    def close(self) -> None:
        with self._turn:
            self._end()

    def _ask(self, request: dict[str, Any], content: Content, seconds: float) -> bytes:
        # Whoever waits holds a thread of the server: a slow file may not take them all.
        if not self._places.acquire(blocking=False):
            raise BusyError(_BUSY)
        try:
            return self._in_turn(request, content, seconds)
        finally:
            self._places.release()

    def _in_turn(self, request: dict[str, Any], content: Content, seconds: float) -> bytes:
        if not self._turn.acquire(timeout=seconds):
            raise BusyError(_BUSY)
        try:
            return self._answer(request, content, seconds)
        except TimeoutError as fault:
            self._end()
            raise UndrawableError(f"Drawing took longer than {seconds:g} s.") from fault
        except (OSError, EOFError, ValueError) as fault:
            self._end()
            raise UndrawableError("The process that draws broke off on this file.") from fault
        finally:
            self._turn.release()

    def _answer(self, request: dict[str, Any], content: Content, seconds: float) -> bytes:
        # One that held another file, or rested too long, may have gone: then it is not for this one.
        used = self._drawing
        try:
            kind, said = self._told(request, content, seconds)
        except (OSError, EOFError) as fault:
            if used is None or isinstance(fault, TimeoutError):
                raise
            self._end()
            kind, said = self._told(request, content, seconds)
        if kind:
            raise _ERRORS[kind](said.decode("utf-8", "replace"))
        return said

    def _told(self, request: dict[str, Any], content: Content, seconds: float) -> tuple[str, bytes]:
        drawing = self._drawing = self._drawing or _Child()
        held = drawing.key == request["key"]
        kind, said = drawing.ask(request, b"" if held else content(), seconds)
        if kind == NOT_HELD:
            kind, said = drawing.ask(request, content(), seconds)
        return kind, said

    def _end(self) -> None:
        if self._drawing is not None:
            self._drawing.close()
            self._drawing = None


class _Child:
    """The near end of a process of documents/imaging/child.py; `key` is the PDF that it holds."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            path = [os.path.abspath(folder) for folder in sys.path]  # noqa: PTH100 - text, and "" is here
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                [sys.executable, "-c", _PROGRAM.format(path=path, line=theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                start_new_session=True,  # an interrupt typed for the program is not for it
            )
        self.key = ""
        self._line = ours
        # Closing its line ends it: so it does when this is forgotten, or the program ends in any way.
        self.close = weakref.finalize(self, _end, self._process, ours)

    def ask(self, request: dict[str, Any], content: bytes, seconds: float) -> tuple[str, bytes]:
        """The kind of error, or nothing, and what was said.

        Raises: TimeoutError; OSError, EOFError or ValueError where it broke off or says nonsense.
        """
        ends = time.monotonic() + seconds
        self._line.settimeout(seconds)
        head = json.dumps(request | {"size": len(content)}).encode()
        self._line.sendall(head + b"\n")
        self._line.sendall(content)
        self.key = request["key"]
        kind, size = REPLY.unpack(self._read(REPLY.size, ends))
        if size > _MOST_BYTES or kind >= len(KINDS):
            raise ValueError("more is said than is taken")
        return KINDS[kind], self._read(size, ends)

    def _read(self, size: int, ends: float) -> bytes:
        parts: list[bytes] = []
        while size:
            self._line.settimeout(max(ends - time.monotonic(), 0.001))
            part = self._line.recv(min(size, 1 << 20))
            if not part:
                raise EOFError
            parts.append(part)
            size -= len(part)
        return b"".join(parts)


def _end(process: "subprocess.Popen[bytes]", line: socket.socket) -> None:
    line.close()
    # It may be in the midst of drawing, and would not see that nobody waits.
    process.kill()
    process.wait()
