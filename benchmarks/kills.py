"""Kill a server that takes files in at random instants, and see that nothing it told as ready is undone.

    python -m benchmarks.kills --kills 100

Each round starts the server over the same home, sends it files, new ones and other texts under names that are
held, and kills it: half of the kills come at a random time, half within milliseconds of a job's being told as
done, where the writing is. After each kill the library is checked whole; every few rounds the server is left
alone until no job is open any more.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from benchmarks.server import COMMAND, environment, free_port
from index.check.library import check_library
from index.store import Store

UP_S = 60.0
# How long open jobs may take once nobody kills the server.
SETTLED_S = 180.0
FILES = 12
FIELDS = ("lotnictwo", "chemię", "odlewnictwo", "informatykę", "recykling", "medycynę")


@dataclass
class Tally:
    """What the rounds came to."""

    kills: Counter[str] = field(default_factory=Counter)
    accepted: int = 0
    ready: int = 0
    settled: int = 0
    faults: list[str] = field(default_factory=list)

    def line(self) -> str:
        kinds = " ".join(f"{name}={count}" for name, count in sorted(self.kills.items()))
        told = f"accepted={self.accepted} ready={self.ready} settled={self.settled}"
        return f"{kinds} {told} faults={len(self.faults)}"


def main() -> int:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--kills", type=int, default=100)
    cli.add_argument("--settle-every", type=int, default=10, help="rounds until one is left to end (10)")
    cli.add_argument("--seed", type=int, default=1)
    cli.add_argument("--model", default="", help="a small model spares time; the embedded one by default")
    cli.add_argument("--models", type=Path, help="where the model is kept (made anew by default)")
    given = cli.parse_args()
    with tempfile.TemporaryDirectory(prefix="kills-") as folder:
        trial = Trial(
            Path(folder), given.models or Path(folder, "models"), model=given.model, seed=given.seed
        )
        for number in range(1, given.kills + 1):
            trial.round()
            if number % given.settle_every == 0 or number == given.kills:
                trial.settle()
            print(f"{number}: {trial.tally.line()}", flush=True)
    for one in trial.tally.faults:
        print(f"FAULT {one}")
    return 1 if trial.tally.faults else 0


class Trial:
    """A home whose server is killed again and again while files come in."""

    def __init__(self, folder: Path, models: Path, *, model: str = "", seed: int = 1) -> None:
        self._home = folder / "home"
        self._environment = {**environment(self._home, models), "KLASTROWNIK_MODEL": model}
        self._random = random.Random(seed)
        self._port = free_port()
        # The digests that each name may hold: what was told as ready last, or what was sent since.
        self._possible: dict[str, set[str]] = {}
        self._sent: dict[str, tuple[str, str]] = {}
        self.tally = Tally()
        with closing(Store(self._home / "library.sqlite")) as store:
            self._token = store.tokens.create("kills", "staff", by="command line")

    def round(self) -> None:
        """Start the server, send it files, kill it, and look at what is left."""
        process = self._start()
        if not self._is_up(process):
            self.tally.faults.append("the server did not come up")
        self._send(self._random.randint(1, FILES))
        if self._random.random() < 0.5:
            kind = "at_random"
            self._watch(self._random.uniform(0.0, 8.0), until_ready=False)
        else:
            kind = "at_ready"
            self._watch(25.0, until_ready=True)
            time.sleep(self._random.uniform(0, 0.03))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        self.tally.kills[kind] += 1
        self._look()

    def settle(self) -> None:
        """Leave the server alone until no job is open, and end it in order."""
        process = self._start()
        self._is_up(process)
        until = time.monotonic() + SETTLED_S
        while self._open_jobs() and time.monotonic() < until:
            self._watch(0.5, until_ready=False)
        self._watch(0.0, until_ready=False)
        process.terminate()
        process.wait(30)
        with closing(Store(self._home / "library.sqlite")) as store:
            for job in store.jobs.listed(states=("waiting", "working", "failed", "refused"), limit=1_000):
                self.tally.faults.append(f"{job.name}: the job is {job.state} when all should be done")
        self.tally.settled += 1
        self._look()

    def _start(self) -> "subprocess.Popen[bytes]":
        command = [*COMMAND, "serve", "--empty", "--port", str(self._port)]
        quiet = subprocess.DEVNULL
        return subprocess.Popen(
            command, env=self._environment, stdout=quiet, stderr=quiet, start_new_session=True
        )

    def _is_up(self, process: "subprocess.Popen[bytes]") -> bool:
        until = time.monotonic() + UP_S
        while time.monotonic() < until and process.poll() is None:
            with suppress(OSError):
                self._call("GET", "/health")
                return True
            time.sleep(0.05)
        return False

    def _send(self, count: int) -> None:
        for _ in range(count):
            name = f"klaster-{self._random.randrange(40):02}.txt"
            content = self._text(name)
            digest = sha256(content).hexdigest()
            # Sent, it may come in from now on, whether the answer is heard or not.
            self._possible.setdefault(name, {""}).add(digest)
            job = self._call("POST", "/api/v1/documents", name, content)
            self._sent[job["id"]] = (name, digest)
            self.tally.accepted += 1

    def _text(self, name: str) -> bytes:
        lines = [
            f"Klaster rozwija {self._random.choice(FIELDS)} i skupia {self._random.randrange(9_999)} firm."
            for _ in range(self._random.randint(2, 12))
        ]
        return (f"Klaster {name}\n\n" + "\n\n".join(lines) + "\n").encode()

    def _watch(self, seconds: float, *, until_ready: bool) -> None:
        """Note each job that is told as done, for so long, or until there is one."""
        until = time.monotonic() + seconds
        while True:
            told = [
                one for one in list(self._sent) if self._call("GET", f"/api/v1/jobs/{one}")["state"] == "done"
            ]
            for job in told:
                name, digest = self._sent.pop(job)
                later = {found for other, found in self._sent.values() if other == name}
                self._possible[name] = {digest} | later
            self.tally.ready += len(told)
            if (until_ready and told) or time.monotonic() >= until:
                return
            time.sleep(0.02)

    def _open_jobs(self) -> int:
        counts = self._call("GET", "/api/v1/jobs?limit=1")["counts"]
        return int(counts["waiting"] + counts["working"])

    def _look(self) -> None:
        with closing(Store(self._home / "library.sqlite")) as store:
            self.tally.faults += self._losses(store)
            self.tally.faults += [
                f"{one.fault} {one.thing} {one.values}" for one in check_library(store, self._home)
            ]

    def _losses(self, store: Store) -> Iterator[str]:
        held = {one.name: one.sha256 for one in store.documents()}
        for name, possible in self._possible.items():
            if held.get(name, "") not in possible:
                yield f"{name} is not what was told of it"
        known = {job.id for job in store.jobs.listed(limit=100_000)}
        yield from (f"the job of {name} is gone" for job, (name, _) in self._sent.items() if job not in known)

    def _call(self, method: str, path: str, name: str = "", content: bytes | None = None) -> Any:
        headers = {"Authorization": f"Bearer {self._token}"}
        body = None
        if content is not None:
            headers["Content-Type"] = "multipart/form-data; boundary=edge"
            head = f'--edge\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
            body = head.encode() + content + b"\r\n--edge--\r\n"
        request = urllib.request.Request(f"http://127.0.0.1:{self._port}{path}", body, headers, method=method)
        for wait in (0.2, 1.0, 5.0, None):
            try:
                with urllib.request.urlopen(request, timeout=60) as answer:
                    return json.load(answer)
            except urllib.error.HTTPError as error:
                # Told to come back later, which is no failure.
                if error.code not in (429, 503) or wait is None:
                    raise
                time.sleep(wait)
        return None


if __name__ == "__main__":
    sys.exit(main())
