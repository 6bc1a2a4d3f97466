"""How long ten thousand questions take to be put together, and a page of groups to be made of them.

`python -m benchmarks.asked`, with vectors that cost nothing; benchmarks/embedding.py measures embedding.
"""

import random
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from zlib import crc32

import numpy as np

from assistant.asked.grouping import Grouping
from assistant.asked.groups import groups_of
from assistant.ledger import Ledger
from assistant.model import Answer
from index.encoder import Progress, Vectors
from index.store import Store

QUESTIONS = 10_000
FRONTS = ("Pol", "Mazur", "Wschod", "Balt", "Tatr", "Pomor", "Karpat", "Odr", "Wisl", "Kujaw")
BACKS = ("far", "drew", "chem", "tech", "agro", "lot", "med", "stal", "glin", "energ", "log", "mebel", "film")
FORMS = (
    *("kto koordynuje {}?", "koordynator klastra {}", "telefon do {}", "kiedy powstał {}"),
    *("ile firm zrzesza {}", "adres {}", "who coordinates {}", "projekty klastra {}", "jak dołączyć do {}"),
)


class Costless:
    """An Encoder whose vectors are near each other, as those of questions are."""

    model, dimensions = "costless", 384

    def embed_query(self, text: str) -> Vectors:
        noise = np.random.default_rng(crc32(text.encode())).standard_normal(self.dimensions)
        vector = 1 + 0.3 * noise
        return np.asarray(vector / np.linalg.norm(vector), dtype=np.float32)

    def embed_passages(self, texts: Sequence[str], *, progress: Progress | None = None) -> Vectors:
        return np.array([self.embed_query(text) for text in texts])


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, closing(Store(Path(folder) / "library.sqlite")) as store:
        ledger = Ledger(store.conversations)
        _ask(ledger)
        grouping = Grouping(store.asked, ledger, Costless())
        _timed(f"putting {QUESTIONS} together", lambda: grouping.take_in(within_s=3_600))
        _timed("a page of them", lambda: groups_of(store.asked.askings(), store.asked.decisions(), {}))
        _say(ledger, "koordynator klastra Nowy")
        _timed("one more", lambda: grouping.take_in())


def _ask(ledger: Ledger) -> None:
    chance = random.Random(1)
    for _ in range(QUESTIONS):
        name = chance.choice(FRONTS) + chance.choice(BACKS)
        _say(ledger, chance.choice(FORMS).format(name))


def _say(ledger: Ledger, question: str) -> None:
    answer = Answer("pl", "abstention", abstention="Biblioteka tego nie mówi.")
    ledger.append(None, question, answer, at=datetime.now(UTC), elapsed_ms=1.0)


def _timed(what: str, work: Callable[[], object]) -> None:
    begun = time.perf_counter()
    work()
    print(f"{what}: {time.perf_counter() - begun:.2f} s")


if __name__ == "__main__":
    main()
