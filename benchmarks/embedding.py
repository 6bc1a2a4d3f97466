"""Texts a second and time of a question: sentence-transformers in fp32 with its defaults, and our default.

    python -m benchmarks.embedding [FILE…]

Both run in one process, turn by turn, on the sentences of the files (unless named, of the starter library).
"""

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sentence_transformers import SentenceTransformer
from transformers.utils import logging as transformers_logging

import documents
from benchmarks.bounds import check_bounds, take_bounds
from benchmarks.plain_model import make_plain_model
from documents.read import read_document
from index.default_model import default_model
from index.encoder import Encoder, load_encoder

_ROUNDS = 3
_QUESTIONS = 40
_SUFFIXES = {".md", ".txt", ".html"}
Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Run:
    """One round's texts a second and median milliseconds of a question."""

    texts_per_s: float
    question_ms: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the figures; 1 if a bound on them does not hold."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path, help="texts to embed the sentences of")
    parser.add_argument("--texts", type=int, default=400, help="at most so many sentences (400)")
    take_bounds(parser)
    asked = parser.parse_args(arguments)
    texts = sentences(asked.files or starter_texts())[: asked.texts]
    if not texts:
        parser.error("no sentences in these files")
    with tempfile.TemporaryDirectory() as folder:
        figures = compare(texts, Path(folder))
    return check_bounds(asked, figures)


def starter_texts() -> list[Path]:
    """The starter library's files that are plain text or close to it."""
    library = Path(documents.__path__[0], "library")
    return sorted(file for file in library.iterdir() if file.suffix in _SUFFIXES)


def sentences(files: Sequence[Path]) -> list[str]:
    """Every sentence of the files once, in order."""
    found: dict[str, None] = {}
    for file in files:
        document = read_document(file.name, file.read_bytes())
        for passage in document.passages:
            found |= dict.fromkeys(document.quote(sentence.span) for sentence in passage.sentences)
    return list(found)


def compare(texts: Sequence[str], folder: Path) -> dict[str, float]:
    """What both encoders come to over the same texts, and how near their vectors are; prints it by rounds."""
    ours = _ready(folder / "models")
    make_plain_model(folder / "plain")
    plain = _plain(folder / "plain")
    # The first texts pay for memory that the later ones find at hand.
    _passages(plain, texts[:32])
    ours.embed_passages(texts[:32])
    print(
        f"{len(texts)} sentences of {np.mean([len(text) for text in texts]):.0f} characters, {_ROUNDS} rounds"
    )
    plain_runs, our_runs = [], []
    for _ in range(_ROUNDS):
        plain_vectors, run = _measure(
            lambda: _passages(plain, texts), lambda q: _question(plain, q), len(texts)
        )
        plain_runs.append(run)
        our_vectors, run = _measure(lambda: ours.embed_passages(texts), ours.embed_query, len(texts))
        our_runs.append(run)
    figures = _report(plain_runs, our_runs)
    cosines = np.sum(plain_vectors * our_vectors, axis=1)
    print(f"cosine to fp32: least {cosines.min():.4f}, mean {cosines.mean():.4f}")
    print(f"most memory held, fp32 model and its making included: {_most_resident_mb():.0f} MB")
    return figures | {"cosine_least": float(cosines.min()), "cosine_mean": float(cosines.mean())}


def _ready(models_folder: Path) -> Encoder:
    """The default encoder, made and loaded; prints what loading took."""
    default_model(models_folder)
    before, started = _resident_mb(), time.perf_counter()
    encoder = load_encoder(None, models_folder)
    took = time.perf_counter() - started
    print(f"default encoder: {encoder.model}, loaded in {took:.1f} s after the imports")
    print(f"memory: {before:.0f} MB with the libraries and a model just made, {_resident_mb():.0f} MB loaded")
    return encoder


def _report(plain: Sequence[Run], ours: Sequence[Run]) -> dict[str, float]:
    for name, runs in (("fp32, encode() with its defaults", plain), ("default encoder", ours)):
        rates = " ".join(f"{run.texts_per_s:.1f}" for run in runs)
        questions = " ".join(f"{run.question_ms:.1f}" for run in runs)
        print(f"{name}: {rates} texts/s; question {questions} ms")
    ratios = [our.texts_per_s / run.texts_per_s for our, run in zip(ours, plain, strict=True)]
    faster = [run.question_ms / our.question_ms for our, run in zip(ours, plain, strict=True)]
    figures = {"ratio": float(np.median(ratios)), "question_ratio": float(np.median(faster))}
    print("median round: " + " ".join(f"{name}={value:.1f}" for name, value in figures.items()))
    return figures


def _measure(embed: Callable[[], Vectors], ask: Callable[[str], Vectors], count: int) -> tuple[Vectors, Run]:
    started = time.perf_counter()
    vectors = embed()
    texts_per_s = count / (time.perf_counter() - started)
    times = []
    for number in range(_QUESTIONS):
        started = time.perf_counter()
        ask(f"Do kiedy klaster numer {number} ma status klastra kluczowego?")
        times.append(time.perf_counter() - started)
    return vectors, Run(texts_per_s, 1000 * float(np.median(times)))


def _plain(folder: Path) -> SentenceTransformer:
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    # The network's unused head has no weights in the folder, and transformers would say so at length.
    transformers_logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    return SentenceTransformer(str(folder), device="cpu", local_files_only=True)


def _passages(plain: SentenceTransformer, texts: Sequence[str]) -> Vectors:
    return np.asarray(plain.encode(list(texts), prompt_name="passage"))


def _question(plain: SentenceTransformer, question: str) -> Vectors:
    return np.asarray(plain.encode(question, prompt_name="query"))


def _resident_mb() -> float:
    """Memory held now where the system tells it, the most ever held elsewhere."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return _most_resident_mb()
    return int(statm.read_text().split()[1]) * resource.getpagesize() / 2**20


def _most_resident_mb() -> float:
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 2**20 if sys.platform == "darwin" else most / 2**10


if __name__ == "__main__":
    sys.exit(main())
