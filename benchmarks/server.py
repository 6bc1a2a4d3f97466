"""A server of one's own to measure: a home, documents added by the command line, `serve` on a free port."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

COMMAND = [sys.executable, "-m", "web"]
READY_S = 180


@dataclass(frozen=True, slots=True)
class Server:
    """A running server. `started` is when its process was, by time.perf_counter()."""

    address: str
    process: "subprocess.Popen[bytes]"
    started: float

    def get(self, path: str, **query: object) -> Any:
        """The JSON that a GET answers with."""
        with urllib.request.urlopen(f"{self.address}{path}?{urlencode(query)}", timeout=60) as response:
            return json.load(response)

    def ask(self, question: str, **more: object) -> Any:
        """The JSON that POST /api/v1/ask answers with."""
        body = json.dumps({"question": question, **more}).encode()
        request = urllib.request.Request(
            f"{self.address}/api/v1/ask", body, {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=60) as response:
            return json.load(response)

    def wait(self, path: str) -> float:
        """Seconds from the start of the process until `path` answers 200. Raises: TimeoutError."""
        while time.perf_counter() < self.started + READY_S:
            with (
                suppress(urllib.error.URLError, ConnectionError),
                urllib.request.urlopen(f"{self.address}{path}", timeout=READY_S),
            ):
                return time.perf_counter() - self.started
            time.sleep(0.02)
        raise TimeoutError(f"{path} did not answer within {READY_S} s")

    def resident_mb(self) -> float:
        """The process's resident memory, where /proc tells it."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def environment(home: Path, models: Path | None) -> Mapping[str, str]:
    """The environment of a program that keeps to `home`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KLASTROWNIK_")}
    # Asked by programs as fast as they can, which is what is measured.
    own = {"KLASTROWNIK_HOME": str(home), "KLASTROWNIK_ASK_RATE": "0"}
    return {**kept, **own} | ({"KLASTROWNIK_MODELS": str(models)} if models else {})


def add(home: Path, paths: Sequence[Path], models: Path | None = None) -> list[Any]:
    """What `klastrownik add --json` says of each file."""
    command = [*COMMAND, "add", "--json", *map(str, paths)]
    done = subprocess.run(command, env=environment(home, models), stdout=subprocess.PIPE, check=False)
    return [json.loads(line) for line in done.stdout.splitlines()]


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


@contextmanager
def serving(home: Path, models: Path | None = None, *, empty: bool = True) -> Iterator[Server]:
    """A server over a home, stopped at the end; it may still be warming up."""
    port = free_port()
    command = [*COMMAND, "serve", "--port", str(port), *(["--empty"] if empty else [])]
    started = time.perf_counter()
    process = subprocess.Popen(command, env=environment(home, models), stdout=subprocess.DEVNULL)
    try:
        yield Server(f"http://127.0.0.1:{port}", process, started)
    finally:
        process.terminate()
        process.wait(READY_S)
