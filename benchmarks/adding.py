"""How asking fares while many documents are added over HTTP.

    python -m benchmarks.adding --documents 1000 --clients 4

Serves the starter library out of a home of its own. The clients ask one question after the other, for some
seconds while nothing else is done, and then from the first file that is sent until the last job is over. A
question that is not answered with 200 has failed. Every job must be done, and its document held.
"""

import argparse
import http.client
import json
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.bounds import check_bounds, take_bounds
from benchmarks.server import COMMAND, Server, environment, serving
from benchmarks.serving import QUESTIONS

PLACES = ("Rzeszowie", "Krakowie", "Gliwicach", "Szczecinie", "Bydgoszczy", "Katowicach", "Lublinie")
FIELDS = ("lotnictwo", "narzędzia", "chemię", "odlewnictwo", "informatykę", "recykling", "druk", "medycynę")
IDLE_S = 15.0
_BOUNDARY = "benchmark-of-adding"


@dataclass
class Clients:
    """Programs that ask one question after the other, and how long each answer took, in milliseconds."""

    server: Server
    times: list[float] = field(default_factory=list)
    failed: Counter[str] = field(default_factory=Counter)

    @contextmanager
    def asking(self, clients: int) -> Iterator[None]:
        over = threading.Event()
        threads = [threading.Thread(target=self._ask, args=(number, over)) for number in range(clients)]
        for one in threads:
            one.start()
        try:
            yield
        finally:
            over.set()
            for one in threads:
                one.join()

    def _ask(self, number: int, over: threading.Event) -> None:
        place = urlsplit(self.server.address).netloc
        line = http.client.HTTPConnection(place, timeout=60)
        turn = number
        while not over.is_set():
            body = json.dumps({"question": QUESTIONS[turn % len(QUESTIONS)]})
            begun = time.perf_counter()
            line.request("POST", "/api/v1/ask", body.encode(), {"Content-Type": "application/json"})
            answer = line.getresponse()
            answer.read()
            if answer.status != 200:
                self.failed[str(answer.status)] += 1
            self.times.append((time.perf_counter() - begun) * 1000)
            turn += 1

    def line(self, name: str) -> str:
        """The figures in a line."""
        told = f"{name}_p50_ms={statistics.median(self.times):.0f} {name}_p95_ms={self.p95():.0f}"
        worst = f"{name}_worst_ms={max(self.times):.0f}"
        return f"{told} {worst} {name}_questions={len(self.times)} {name}_failed={sum(self.failed.values())}"

    def p95(self) -> float:
        return statistics.quantiles(self.times, n=20)[-1]


def main() -> int:
    """Prints the figures; 1 if a bound on them does not hold, or a document was not added."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--documents", type=int, default=1_000)
    cli.add_argument("--lines", type=int, default=8, help="sentences of a document, about (8)")
    cli.add_argument("--clients", type=int, default=4)
    cli.add_argument("--models", type=Path, help="where the model is kept (made anew by default)")
    take_bounds(cli)
    given = cli.parse_args()
    with tempfile.TemporaryDirectory(prefix="adding-") as folder:
        home, models = Path(folder, "home"), given.models or Path(folder, "models")
        token = [*COMMAND, "token", "create", "benchmark", "--role", "staff"]
        made = subprocess.run(
            token, env=environment(home, models), capture_output=True, text=True, check=True
        )
        with serving(home, models, empty=False) as server:
            server.wait("/ready")
            texts = [_text(number, given.lines) for number in range(given.documents)]
            figures = _measure(server, made.stdout.split()[-1], texts, given.clients)
    held = figures["held"] == given.documents
    return check_bounds(given, figures) or int(not held)


def _measure(server: Server, token: str, texts: Sequence[bytes], clients: int) -> dict[str, float]:
    with Clients(server).asking(clients):
        time.sleep(3)  # warm
    idle, busy = Clients(server), Clients(server)
    with idle.asking(clients):
        time.sleep(IDLE_S)
    print(idle.line("idle"), flush=True)
    begun = time.perf_counter()
    with busy.asking(clients):
        jobs = _send(server, token, texts)
        sent_s = time.perf_counter() - begun
        states = _over(server, jobs)
        took_s = time.perf_counter() - begun
    print(busy.line("busy"))
    figures = {
        "failed": float(sum(idle.failed.values()) + sum(busy.failed.values())),
        "ratio_p95": busy.p95() / idle.p95(),
        "ratio_p50": statistics.median(busy.times) / statistics.median(idle.times),
        "documents_per_s": len(texts) / took_s,
        "resident_mb": server.resident_mb(),
        "held": float(states["done"]),
    }
    print(f"sent_s={sent_s:.1f} took_s={took_s:.1f} states={dict(states)}")
    print(" ".join(f"{name}={value:.2f}" for name, value in figures.items()))
    return figures


def _send(server: Server, token: str, texts: Sequence[bytes]) -> list[str]:
    """The ids of the jobs."""
    line = http.client.HTTPConnection(urlsplit(server.address).netloc, timeout=120)
    headers = {
        "Authorization": f"Bearer {token}",
        "Content-Type": f"multipart/form-data; boundary={_BOUNDARY}",
    }
    ids = []
    for number, text in enumerate(texts):
        head = f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="{number:04}.txt"'
        body = f"{head}\r\n\r\n".encode() + text + f"\r\n--{_BOUNDARY}--\r\n".encode()
        ids.append(_sent(line, body, headers))
    return ids


def _sent(line: http.client.HTTPConnection, body: bytes, headers: dict[str, str]) -> str:
    """The id of the job of one document, which is sent again as soon as the server would have it."""
    while True:
        line.request("POST", "/api/v1/documents", body, headers)
        answer = line.getresponse()
        told = json.loads(answer.read())
        if answer.status == 202:
            return str(told["id"])
        if answer.status != 429:
            raise SystemExit(f"{answer.status} {told}")
        line.close()  # the server leaves the line of what it refused; the next request opens another
        time.sleep(float(answer.headers["Retry-After"]))


def _over(server: Server, jobs: Sequence[str]) -> Counter[str]:
    """How many jobs ended in each state, once all have ended."""
    states: Counter[str] = Counter()
    for job in jobs:
        while (found := server.get(f"/api/v1/jobs/{job}"))["state"] in ("waiting", "working"):
            time.sleep(0.5)
        states[found["state"]] += 1
    return states


def _text(number: int, lines: int) -> bytes:
    choose = random.Random(number)
    said = [
        f"Klaster Numer {number} rozwija {choose.choice(FIELDS)} w {choose.choice(PLACES)}, a jego siedziba "
        f"mieści się przy ulicy Długiej {choose.randrange(1, 200)}. Skupia {choose.randrange(10, 999)} firm "
        f"i {choose.randrange(1, 9)} uczelni, które wspólnie prowadzą badania."
        for _ in range(max(1, lines // 2))
    ]
    text = f"Klaster Numer {number}\n\nKlaster Numer {number} powstał w {1995 + number % 30} roku.\n\n"
    return (text + "\n\n".join(said) + "\n").encode()


if __name__ == "__main__":
    sys.exit(main())
