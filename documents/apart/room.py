"""The reading room: where a program has its files read apart, from any of its threads."""

import json
import logging
import os
import select
import socket
import subprocess
import sys
import weakref
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import asdict
from functools import partial
from pathlib import Path
from threading import BoundedSemaphore
from typing import IO

from documents.apart.messages import OVER_MEMORY, OVER_TIME, heard, request, too_much_memory
from documents.errors import BrokenOffError, DocumentError, OverLimitError
from documents.limits import Limits
from documents.model import Document

# With the module search path of this process, and nothing of its __main__.
_PROGRAM = """
import sys
sys.path[:] = {path!r}
from documents.apart.warden import serve
serve({line}, {limits!r}, {read!r})
"""
_PATIENCE_S = 2.0
_LOOK_S = 0.2
_TOO_LONG = "Reading the file takes longer than {seconds} s; split it, or raise KLASTROWNIK_READ_SECONDS."

GivenUp = Callable[[], bool]

_log = logging.getLogger("klastrownik")


class ReadingRoom:
    """Reads each file in a process of its own; `close()` ends all that was started.

    A warden is started when it is first needed, and one more for each thread that reads at the same time, up
    to the number of processors.
    """

    def __init__(self, limits: Limits | None = None, *, read: str = "documents.read:read_document") -> None:
        """`read` is what reads a file there, as `module:function`."""
        self._start = partial(_Warden, limits or Limits(), read)
        self._free = BoundedSemaphore(os.cpu_count() or 1)
        self._idle: list[_Warden] = []

    def read(
        self, file: str, content: bytes, wanted: Collection[str] = (), given_up: GivenUp | None = None
    ) -> Document:
        """The document that a file's bytes hold, as documents.read.read_document gives it.

        `given_up` is asked a few times a second, and ends the reading by saying so.

        Raises: what that raises; OverLimitError where a limit was met; BrokenOffError where the process ended
            in another way.
        """
        with self._free:
            warden: _Warden | None = None
            try:
                try:
                    warden = self._idle.pop() if self._idle else self._start()
                    return warden.read(file, content, wanted, given_up)
                except _GoneError:  # it rests after a while without work, or was ended by somebody
                    warden = None
                    warden = self._start()
                    return warden.read(file, content, wanted, given_up)
            except _GoneError as error:
                raise BrokenOffError(file, "no process to read files in can be started") from error
            finally:
                if warden is not None:
                    self._idle.append(warden)

    def close(self) -> None:
        """End the processes; what is being read then is broken off."""
        while self._idle:
            self._idle.pop().close()


class _GoneError(Exception):
    """The warden took no work, or none can be started."""


class _Warden:
    """The near end of a process of documents/apart/warden.py; of one thread at a time."""

    def __init__(self, limits: Limits, read: str) -> None:
        self._limits = limits
        try:
            ours, self._process = _started(limits, read)
        except OSError as error:  # no process, descriptor or memory is left
            raise _GoneError from error
        self._line = ours
        self._words = ours.makefile("rb")
        # Closing its line ends a warden: so it does when this is forgotten, or the program ends in any way.
        self.close = weakref.finalize(self, _end, self._process, ours, self._words)

    def read(self, file: str, content: bytes, wanted: Collection[str], given_up: GivenUp | None) -> Document:
        near, far = socket.socketpair()
        with near:
            with far:
                self._hand_over(far)
            try:
                found = self._heard(near, request(file, content, wanted), file, given_up)
            finally:
                with suppress(OSError):
                    near.shutdown(socket.SHUT_RDWR)
                ended = self._words.readline().decode().strip() if self.close.alive else ""
        if found is None:
            raise self._broken_off(file, ended)
        return found

    def _heard(
        self, near: socket.socket, sent: tuple[bytes, bytes], file: str, given_up: GivenUp | None
    ) -> Document | None:
        """What the file's process says of it, as messages.heard gives it."""
        with near.makefile("rb") as answer:
            try:
                _send(near, sent)
                while given_up and not select.select([near], [], [], _LOOK_S)[0]:
                    if given_up():
                        # Only its warden can end the process.
                        self.close()
                        raise BrokenOffError(file, "nobody wants it any more")
                return heard(file, answer, _log.error)
            except KeyboardInterrupt:
                # It would go on for minutes with a file that nobody wants any more.
                self.close()
                raise

    def _hand_over(self, far: socket.socket) -> None:
        """Give the warden a file's socket. Raises: _GoneError."""
        try:
            socket.send_fds(self._line, [b"r"], [far.fileno()])
            started = self._words.readline()
        except OSError as error:
            raise _GoneError from error
        if not started:
            raise _GoneError

    def _broken_off(self, file: str, ended: str) -> DocumentError:
        """The error of a file whose process ended before it had said all; `ended` is the warden's word."""
        if ended == OVER_TIME:
            return OverLimitError(file, _TOO_LONG.format(seconds=f"{self._limits.seconds:g}"))
        if ended == OVER_MEMORY:
            return too_much_memory(file)
        return BrokenOffError(file, f"reading broke off ({ended or 'ended'})")


def _started(limits: Limits, read: str) -> "tuple[socket.socket, subprocess.Popen[bytes]]":
    """A new warden, and the near end of its line. Raises: OSError."""
    ours, theirs = socket.socketpair()
    with theirs:
        path = [str(Path(folder).absolute()) for folder in sys.path if Path(folder).exists()]
        told = json.dumps(asdict(limits))
        program = _PROGRAM.format(path=path, line=theirs.fileno(), limits=told, read=read)
        try:
            return ours, subprocess.Popen(  # noqa: S603 - our own program
                [sys.executable, "-c", program],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                start_new_session=True,  # an interrupt typed for the program is not for it
            )
        except OSError:
            ours.close()
            raise


def _send(near: socket.socket, parts: tuple[bytes, bytes]) -> None:
    """Send a file to its process; one that has ended already says nothing of it."""
    with suppress(OSError):
        for part in parts:
            near.sendall(part)
        near.shutdown(socket.SHUT_WR)


def _end(process: "subprocess.Popen[bytes]", line: socket.socket, words: IO[bytes]) -> None:
    words.close()
    line.close()
    try:
        process.wait(_PATIENCE_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
