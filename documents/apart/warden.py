"""The warden: a process that starts one for each file, watches it, and ends it at its limits.

It has no threads, so that it can be forked safely, and has the readers imported, so that a file costs some
milliseconds and not a new interpreter. It ends with the program that started it, or after a time of rest.
"""

import gc
import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from documents.apart.confined import WORD_LISTS, Read, run
from documents.apart.messages import DONE, MENDED, MORE_TIME, OVER_MEMORY, OVER_TIME, STARTED
from documents.limits import Limits
from documents.read import READERS, read_document

_REST_S = 120.0
# The status of a process that has mended its file, and what a file is like for which that must be done.
_MENDED_STATUS = 10
_DAMAGED = "Klaster skupia m\ufffdyny i piekarnie, kt\ufffdre miel\ufffd zbo\ufffde i piek\ufffd chleb."
# How often memory is looked at; a process takes some hundred megabytes a second at most.
_HAS_PROC = Path("/proc/self/statm").exists()
# Where Linux counts the processes that it ended for want of memory: of a container, and of all.
_KILLS = (Path("/sys/fs/cgroup/memory.events"), Path("/proc/vmstat"))
_LOOK_S = 0.05 if _HAS_PROC else 0.5


def serve(control: int, limits: str, run: str) -> None:
    """Start a process for each socket that comes in, one after the other, and say how each ended.

    `limits` is JSON; `run`, as `module:function`, is what a process does with its file.
    """
    # The program's terminal, its interrupts and its folder are none of its business.
    os.chdir("/")
    module, _, function = run.partition(":")
    reader: Read = getattr(import_module(module), function)
    for each in READERS.values():
        import_module(each)
    gc.collect()
    gc.freeze()
    ready = WORD_LISTS in sys.modules
    with socket.socket(fileno=control) as line, suppress(OSError):  # nobody listens any more
        while (data := _next(line)) is not None:
            _say(line, STARTED)
            ended = _read_one(reader, line, data, Limits(**json.loads(limits)))
            _say(line, ended)
            if ended == MENDED and not ready:
                ready = _load_word_lists()


def _load_word_lists() -> bool:
    """True; where one file was damaged others will be, and each of them would load the lists for itself."""
    read_document("example.txt", _DAMAGED.encode())
    gc.freeze()
    return True


def _next(line: socket.socket) -> socket.socket | None:
    """The socket of the next file; None where the program has gone, or wants nothing for a while."""
    if not select.select([line], [], [], _REST_S)[0]:
        return None
    _, sockets, _, _ = socket.recv_fds(line, 1, 1)
    return socket.socket(fileno=sockets[0]) if sockets else None


def _say(line: socket.socket, word: str) -> None:
    line.sendall(word.encode() + b"\n")


def _read_one(read: Read, line: socket.socket, data: socket.socket, limits: Limits) -> str:
    """How the process ended that read one file."""
    notes, theirs = os.pipe()
    killed = killed_for_memory()
    child = os.fork()
    if child == 0:
        line.close()
        os.close(notes)
        _end_with(read, data, theirs, limits)
    os.close(theirs)
    data.close()
    try:
        ended = _watch(child, line, notes, limits)
    finally:
        os.close(notes)
        # The group: what it started ends with it.
        for end in (os.killpg, os.kill):
            with suppress(ProcessLookupError, PermissionError):
                end(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    if not ended and _was_killed(status) and killed_for_memory() > killed:
        return OVER_MEMORY
    return ended or _told(status)


def _was_killed(status: int) -> bool:
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def killed_for_memory() -> int:
    """How many processes the system has ended for want of memory; another may be the one, which is rare."""
    found = 0
    for counts in _KILLS:
        with suppress(OSError):
            rows = (line.split() for line in counts.read_text().splitlines())
            found += sum(int(row[1]) for row in rows if row[0] == "oom_kill")
    return found


def _end_with(read: Read, data: socket.socket, notes: int, limits: Limits) -> None:
    """The whole life of a reading process."""
    status = 1
    try:
        status = _MENDED_STATUS if run(read, data, notes, limits) else 0
    except OSError:  # nobody listens any more
        pass
    finally:
        os._exit(status)


def _watch(child: int, line: socket.socket, notes: int, limits: Limits) -> str:
    """Why a process must be ended; nothing where it ended by itself."""
    ends = time.monotonic() + limits.seconds
    # What this process holds its children hold too, and have not taken.
    most_mb = limits.memory_mb + resident_mb(os.getpid())
    while True:
        ready = select.select([line.fileno(), notes], [], [], _LOOK_S)[0]
        if line.fileno() in ready:  # the program has gone, or no longer wants it
            raise SystemExit
        if notes in ready:
            if os.read(notes, 1) != MORE_TIME:
                return ""
            ends = time.monotonic() + limits.ocr_seconds + limits.seconds
        if time.monotonic() > ends:
            return OVER_TIME
        if resident_mb(child) > most_mb:
            return OVER_MEMORY


def _told(status: int) -> str:
    if not os.WIFSIGNALED(status):
        if os.WEXITSTATUS(status) == _MENDED_STATUS:
            return MENDED
        return DONE if os.WEXITSTATUS(status) == 0 else f"exit {os.WEXITSTATUS(status)}"
    number = os.WTERMSIG(status)
    return OVER_TIME if number == signal.SIGXCPU else signal.Signals(number).name


def resident_mb(process: int) -> float:
    """How much memory a process holds; 0 for one that has ended."""
    try:
        if _HAS_PROC:
            pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
            return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000
        asked = ["/bin/ps", "-o", "rss=", "-p", str(process)]
        shown = subprocess.run(asked, capture_output=True, check=False)  # noqa: S603 - a number is all that varies
        return int(shown.stdout or b"0") * 1024 / 1_000_000
    except OSError:
        return 0.0
