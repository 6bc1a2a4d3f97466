"""What a question costs beside embedding it, and how soon a server answers.

    python -m benchmarks.serving [--questions FILE …] [--home HOME]

Serves the starter library (a home of its own unless one is named). A first start makes the model and adds
the library; the second is measured: seconds until a page is up, until the first answer, resident memory. Then
each question is asked over HTTP and, in turn with it, embedded alone here: the ratio of the medians.
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.bounds import check_bounds, take_bounds
from benchmarks.server import Server, serving
from index.encoder import Encoder, load_encoder

QUESTIONS = (
    "Które klastry mają status KKK do 2025 roku?",
    "Kto jest koordynatorem klastra Minatech?",
    "Who coordinates the Minatech cluster?",
    "What is a cluster?",
    "Czym jest klaster energii?",
    "ile firm skupia dolina lotnicza",
    "When was the LifeScience Kraków cluster established?",
    "Jakie korzyści daje członkostwo w klastrze?",
    "How long is the Silver Label valid?",
    "Jaki jest adres e-mail Klastra Obróbki Metali?",
    "Prowadzę firmę motoryzacyjną na Śląsku, jaki klaster będzie dla mnie odpowiedni?",
    "Kto wygrał mistrzostwa świata w piłce nożnej w 2018 roku?",
)
ROUNDS = 8


def main() -> int:
    """Prints the figures; 1 if a bound on them does not hold."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--questions", type=Path, nargs="*", default=[], help="JSON lines with a question each")
    cli.add_argument("--home", type=Path)
    cli.add_argument("--models", type=Path, help="where the model is kept (made anew by default)")
    take_bounds(cli)
    given = cli.parse_args()
    asked = [json.loads(line)["question"] for path in given.questions for line in path.open("utf-8")]
    with tempfile.TemporaryDirectory(prefix="serving-") as folder:
        home, models = given.home or Path(folder) / "home", given.models or Path(folder) / "models"
        with serving(home, models, empty=False) as server:
            figures = {"ready_s": server.wait("/ready")}
            print(f"first_start ready_s={figures['ready_s']:.1f}")
        with serving(home, models) as server:
            figures |= _start(server)
            figures |= _questions(server, load_encoder(None, models), asked or QUESTIONS)
            figures["resident_mb"] = server.resident_mb()
            print(f"resident_mb={figures['resident_mb']:.0f}")
    return check_bounds(given, figures)


def _start(server: Server) -> dict[str, float]:
    page = server.wait("/")
    server.wait("/ready")
    server.ask(QUESTIONS[0])
    first_answer = time.perf_counter() - server.started
    print(f"page_up_s={page:.2f} first_answer_s={first_answer:.2f}")
    return {"page_up_s": page, "first_answer_s": first_answer}


def _questions(server: Server, encoder: Encoder, questions: Sequence[str]) -> dict[str, float]:
    asking: list[float] = []
    embedding: list[float] = []
    for round_number in range(ROUNDS):
        for question in questions:
            begun = time.perf_counter()
            server.ask(question)
            between = time.perf_counter()
            encoder.embed_query(question)
            if round_number:  # the first is the warm-up
                asking.append((between - begun) * 1000)
                embedding.append((time.perf_counter() - between) * 1000)
    ask_ms, embed_ms = statistics.median(asking), statistics.median(embedding)
    times = f"ask_p50_ms={ask_ms:.1f} embed_p50_ms={embed_ms:.1f}"
    print(f"questions={len(asking)} {times} ratio={ask_ms / embed_ms:.2f}")
    return {"ask_p50_ms": ask_ms, "embed_p50_ms": embed_ms, "ratio": ask_ms / embed_ms}


if __name__ == "__main__":
    sys.exit(main())
