"""The reading room: where a program has its files read apart, from any of its threads."""

import io
import json
import logging
import os
import select
import socket
import subprocess
import sys
import weakref
from collections.abc import Collection
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from threading import BoundedSemaphore
from typing import IO, Any, Generic

from documents.apart.messages import OVER_MEMORY, OVER_TIME, heard, request, too_much_memory
from documents.apart.task import READING, Made, Task
from documents.errors import BrokenOffError, DocumentError, OverLimitError
from documents.limits import Limits
from documents.model import Document
from documents.progress import GivenUp, Told

# With the module search path of this process, and nothing of its __main__.
_PROGRAM = """
import sys
sys.path[:] = {path!r}
from documents.apart.warden import serve
serve({line}, {limits!r}, {run!r})
"""
_PATIENCE_S = 2.0
_LOOK_S = 0.2

_log = logging.getLogger("klastrownik")


class Room(Generic[Made]):
    """Has a task done with each file in a process of its own; `close()` ends all that was started.

    A warden is started when it is first needed, and one more for each thread that wants one at the same time,
    up to the number of processors.
    """

    def __init__(self, limits: Limits, task: Task[Made]) -> None:
        self._limits = limits
        self._task = task
        self._free = BoundedSemaphore(os.cpu_count() or 1)
        self._idle: list[_Warden[Made]] = []

    def make(
        self,
        file: str,
        content: bytes,
        wanted: Collection[str] = (),
        *,
        given_up: GivenUp | None = None,
        told: Told | None = None,
    ) -> Made:
        """What the task makes of a file.

        `given_up` is asked a few times a second, and ends it by saying so; `told` is told how far it is.

        Raises: DocumentError, as the task does; OverLimitError where a limit was met; BrokenOffError where
            the process ended in another way.
        """
        with self._free:
            warden: _Warden[Made] | None = None
            asked = _Asked(file, content, wanted, given_up, told)
            try:
                try:
                    warden = self._idle.pop() if self._idle else self._start()
                    return warden.make(asked)
                except _GoneError:  # it rests after a while without work, or was ended by somebody
                    warden = None
                    warden = self._start()
                    return warden.make(asked)
            except _GoneError as error:
                raise BrokenOffError(file, "no process to read files in can be started") from error
            finally:
                if warden is not None:
                    self._idle.append(warden)

    def close(self) -> None:
        """End the processes; what is being read then is broken off."""
        while self._idle:
            self._idle.pop().close()

    def _start(self) -> "_Warden[Made]":
        return _Warden(self._limits, self._task)


class ReadingRoom(Room[Document]):
    """Reads each file in a process of its own."""

    def __init__(self, limits: Limits | None = None, *, read: str = READING.run) -> None:
        """`read` is what reads a file there, as `module:function`."""
        super().__init__(limits or Limits(), replace(READING, run=read))

    def read(
        self,
        file: str,
        content: bytes,
        wanted: Collection[str] = (),
        given_up: GivenUp | None = None,
        told: Told | None = None,
    ) -> Document:
        """The document that a file's bytes hold, as documents.read.read_document gives it; the rest, and what
        is raised, as in `make`."""
        return self.make(file, content, wanted, given_up=given_up, told=told)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A file, and who waits for what is made of it."""

    file: str
    content: bytes
    wanted: Collection[str]
    given_up: GivenUp | None
    told: Told | None


class _GoneError(Exception):
    """The warden took no work, or none can be started."""


class _Warden(Generic[Made]):
    """The near end of a process of documents/apart/warden.py; of one thread at a time."""

    def __init__(self, limits: Limits, task: Task[Made]) -> None:
        self._limits = limits
        self._task = task
        try:
            ours, self._process = _started(limits, task.run)
        except OSError as error:  # no process, descriptor or memory is left
            raise _GoneError from error
        self._line = ours
        self._words = ours.makefile("rb")
        # Closing its line ends a warden: so it does when this is forgotten, or the program ends in any way.
        self.close = weakref.finalize(self, _end, self._process, ours, self._words)

    def make(self, asked: _Asked) -> Made:
        near, far = socket.socketpair()
        with near:
            with far:
                self._hand_over(far)
            try:
                found = self._heard(near, asked)
            finally:
                with suppress(OSError):
                    near.shutdown(socket.SHUT_RDWR)
                ended = self._words.readline().decode().strip() if self.close.alive else ""
        if found is None:
            raise self._broken_off(asked.file, ended)
        return found

    def _heard(self, near: socket.socket, asked: _Asked) -> Made | None:
        """What the file's process says of it, as messages.heard gives it."""
        with io.BufferedReader(_Awaited(near, asked)) as answer:
            try:
                _send(near, request(asked.file, asked.content, asked.wanted))
                return heard(asked.file, answer, _log.error, task=self._task, told=asked.told)
            except BaseException as error:
                # Whatever it was, an interrupt too: the process would go on for minutes with a file that
                # nobody wants any more; its warden ends it.
                if isinstance(error, _UnwantedError) or not isinstance(error, DocumentError):
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
            return OverLimitError(file, self._task.too_long.format(seconds=f"{self._limits.seconds:g}"))
        if ended == OVER_MEMORY:
            return too_much_memory(file)
        return BrokenOffError(file, f"reading broke off ({ended or 'ended'})")


class _UnwantedError(BrokenOffError):
    """Whoever waited for it has given it up."""


class _Awaited(io.RawIOBase):
    """What comes from a process, while anybody waits for it. Raises: _UnwantedError, when read."""

    def __init__(self, near: socket.socket, asked: _Asked) -> None:
        super().__init__()
        self._near = near
        self._asked = asked

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any) -> int:  # a buffer
        given_up = self._asked.given_up
        while given_up and not select.select([self._near], [], [], _LOOK_S)[0]:
            if given_up():
                raise _UnwantedError(self._asked.file, "nobody wants it any more")
        return self._near.recv_into(into)


def _started(limits: Limits, run: str) -> "tuple[socket.socket, subprocess.Popen[bytes]]":
    """A new warden, and the near end of its line. Raises: OSError."""
    ours, theirs = socket.socketpair()
    with theirs:
        path = [str(Path(folder).absolute()) for folder in sys.path if Path(folder).exists()]
        told = json.dumps(asdict(limits))
        program = _PROGRAM.format(path=path, line=theirs.fileno(), limits=told, run=run)
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
