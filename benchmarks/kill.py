"""Kill `klastrownik add` and `remove` at random instants, and see that nothing they reported is undone.

    python -m benchmarks.kill --kills 50 --documents 200

Each round adds other texts under the same names to the same home, so that adding and replacing are both cut
short; every fifth removes half of the documents instead. Half of the kills come at a random time, half within
milliseconds of a report, where the writing is.
"""

import argparse
import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from benchmarks.soundness import faults
from index.store import Store

COMMAND = [sys.executable, "-m", "web"]
PLACES = ("Rzeszowie", "Krakowie", "Gliwicach", "Szczecinie", "Bydgoszczy", "Katowicach")
FIELDS = ("lotnictwo", "narzędzia", "chemię", "odlewnictwo", "informatykę", "recykling", "druk", "medycynę")
READY_S = 60
REMOVE_EVERY = 5


@dataclass
class Tally:
    """What the rounds came to."""

    kills: Counter[str] = field(default_factory=Counter)
    reported: int = 0
    served: int = 0
    faults: list[str] = field(default_factory=list)

    def line(self) -> str:
        kinds = " ".join(f"{name}={count}" for name, count in sorted(self.kills.items()))
        return f"{kinds} reported={self.reported} served={self.served} faults={len(self.faults)}"


def main() -> int:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--kills", type=int, default=50)
    cli.add_argument("--documents", type=int, default=200)
    cli.add_argument("--serve-every", type=int, default=1, help="rounds between two servers (1); 0 for none")
    cli.add_argument("--seed", type=int, default=1)
    cli.add_argument("--models", type=Path, help="where the model is kept (made anew by default)")
    given = cli.parse_args()
    with tempfile.TemporaryDirectory(prefix="kill-") as folder:
        environment = {**os.environ, "KLASTROWNIK_MODELS": str(given.models or Path(folder, "models"))}
        trial = Trial(Path(folder), environment, documents=given.documents, seed=given.seed)
        for number in range(given.kills):
            trial.round(
                remove=number % REMOVE_EVERY == REMOVE_EVERY - 1,
                serve=given.serve_every > 0 and (number + 1) % given.serve_every == 0,
            )
            print(f"{number + 1}: {trial.tally.line()}", flush=True)
    for one in trial.tally.faults:
        print(f"FAULT {one}")
    return 1 if trial.tally.faults else 0


class Trial:
    """A home that `add` and `remove` are killed in, again and again."""

    def __init__(self, folder: Path, environment: Mapping[str, str], *, documents: int, seed: int) -> None:
        self._home = folder / "home"
        self._files = folder / "files"
        self._files.mkdir()
        self._environment = environment
        self._documents = documents
        self._random = random.Random(seed)
        # The texts that each name may hold: that of the last round that was certain, or later ones.
        self._possible: dict[str, set[str]] = {}
        # A first guess at how long each takes; grows to what is seen.
        self._seconds = {"add": 5.0, "remove": 0.5}
        self.tally = Tally()

    def round(self, *, remove: bool = False, serve: bool = False) -> None:
        """Add other texts, or remove half of those held; kill that, and look at what is left."""
        digests = self._half() if remove else self._write()
        reported = self._remove_and_kill(list(digests)) if remove else self._add_and_kill()
        for name, digest in digests.items():
            if name in reported:
                self._possible[name] = {digest}
            else:
                self._possible.setdefault(name, {""}).add(digest)
        self.tally.reported += len(reported)
        with closing(Store(self._home / "library.sqlite")) as store:
            self.tally.faults += faults(store)
            self.tally.faults += self._losses(store)
            filled = store.counts().documents > 0
        if serve and filled:
            self.tally.faults += self._serve()
            self.tally.served += 1

    def _losses(self, store: Store) -> Iterator[str]:
        held = {one.name: one.sha256 for one in store.documents()}
        for name, possible in self._possible.items():
            # No text at all is possible for what was never reported.
            if held.get(name, "") not in possible:
                yield f"{name} is not what was reported of it"

    def _half(self) -> dict[str, str]:
        """Half of what is held, each with what it is to be: nothing."""
        with closing(Store(self._home / "library.sqlite")) as store:
            names = [one.name for one in store.documents()]
        return dict.fromkeys(self._random.sample(names, len(names) // 2), "")

    def _write(self) -> dict[str, str]:
        digests = {}
        for number in range(self._documents):
            path = self._files / f"cluster-{number:04}.txt"
            path.write_text(self._text(number), "utf-8")
            digests[path.name] = sha256(path.read_bytes()).hexdigest()
        return digests

    def _text(self, number: int) -> str:
        choose = self._random
        lines = [
            f"Klaster {number} rozwija {choose.choice(FIELDS)} w {choose.choice(PLACES)}. "
            f"Skupia {choose.randrange(10, 999)} firm i {choose.randrange(1, 9)} uczelni."
            for _ in range(choose.randrange(1, 4))
        ]
        return f"Klaster {number}\n\n" + "\n\n".join(lines) + "\n"

    def _add_and_kill(self) -> set[str]:
        """The names that `add` had reported as held when it was killed, or had ended."""
        lines = self._run_and_kill("add", str(self._files), "--json")
        return {one["file"] for one in map(json.loads, lines) if one["status"] not in {"refused", "failed"}}

    def _remove_and_kill(self, names: Sequence[str]) -> set[str]:
        """The names that `remove` had reported as removed when it was killed, or had ended."""
        lines = self._run_and_kill("remove", *names) if names else []
        return {line.decode().removeprefix("removed ").rstrip() for line in lines}

    def _run_and_kill(self, verb: str, *words: str) -> list[bytes]:
        """The whole lines that a command had printed when it was killed, or had ended."""
        command = [*COMMAND, "--home", str(self._home), verb, *words]
        count = self._documents if verb == "add" else len(words)
        started = time.monotonic()
        running = Running(
            subprocess.Popen(command, env=self._environment, stdout=subprocess.PIPE, start_new_session=True)
        )
        if self._random.random() < 0.5:
            ended = running.wait(self._random.uniform(0, self._seconds[verb]))
        else:
            ended = running.wait_for_lines(self._random.randint(1, count)) or running.wait(
                self._random.uniform(0, 0.02)
            )
        self._seconds[verb] = max(self._seconds[verb], 1.1 * (time.monotonic() - started))
        lines = running.kill()
        outcome = "ended" if ended else "reporting" if lines else "starting"
        self.tally.kills[f"{verb}_{outcome}"] += 1
        return lines

    def _serve(self) -> Iterator[str]:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = [*COMMAND, "--home", str(self._home), "serve", "--port", str(port)]
        quiet = subprocess.DEVNULL
        serving = subprocess.Popen(
            command, env=self._environment, stdout=quiet, stderr=quiet, start_new_session=True
        )
        try:
            if not _is_ready(f"http://127.0.0.1:{port}/ready"):
                yield "serve: not ready"
                return
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/v1/search?q=klaster&limit=3") as reply:
                if not json.load(reply)["hits"]:
                    yield "serve: nothing found"
        finally:
            os.killpg(serving.pid, signal.SIGTERM)
            serving.wait()


class Running:
    """A running command, whose whole lines are kept as they come."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process
        self._lines: list[bytes] = []
        self._over = False
        self._more = threading.Condition()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def wait(self, seconds: float) -> bool:
        """Whether it has ended within that time."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def wait_for_lines(self, count: int) -> bool:
        """Whether it has ended before it has printed that many lines."""
        with self._more:
            self._more.wait_for(lambda: self._over or len(self._lines) >= count, timeout=READY_S)
        return len(self._lines) < count

    def kill(self) -> list[bytes]:
        """Kill it and what it started; the whole lines it had printed."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._reader.join()
        return self._lines

    def _read(self) -> None:
        assert self._process.stdout is not None  # noqa: S101 - asked for when it was started
        with self._process.stdout as printed:
            for line in printed:
                if line.endswith(b"\n"):
                    self._tell(line)
        self._tell(None)

    def _tell(self, line: bytes | None) -> None:
        with self._more:
            if line is None:
                self._over = True
            else:
                self._lines.append(line)
            self._more.notify_all()


def _is_ready(address: str) -> bool:
    deadline = time.monotonic() + READY_S
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address) as reply:
                return bool(reply.status == 200)
        except urllib.error.URLError:
            time.sleep(0.2)
    return False


if __name__ == "__main__":
    sys.exit(main())
