"""What reading each file apart costs, how much memory a reading process takes, and whether it grows.

    python -m benchmarks.apart [FOLDER] [--rounds N]

Reads the files of a folder (unless named, the made files of the tests that are read) in place and apart, turn
by turn, and then again and again in one process.
"""

import argparse
import os
import resource
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from statistics import median

from benchmarks.bounds import check_bounds, take_bounds
from documents.apart.room import ReadingRoom
from documents.apart.warden import resident_mb
from documents.errors import UnreadableError
from documents.limits import Limits
from documents.model import Document
from documents.read import read_document
from tests.documents.made import manifest

_LARGEST = 1_000_000
_MEASURED = "memory: "
Files = Sequence[tuple[str, bytes]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the figures; 1 if a bound on them does not hold."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, help="files to read")
    parser.add_argument("--rounds", type=int, default=10, help="how often all are read in one process (10)")
    take_bounds(parser)
    asked = parser.parse_args(arguments)
    files = _files(asked.folder) if asked.folder else made_files()
    figures = cost(files) | memory(files) | growth(files, asked.rounds)
    print(" ".join(f"{name}={value:.3g}" for name, value in figures.items()))
    return check_bounds(asked, figures)


def made_files() -> Files:
    """The made files that are read and small, as those of staff are."""
    made = ((each.name, each.content()) for each in manifest() if not each.refused)
    return [(name, content) for name, content in made if len(content) <= _LARGEST]


def measured(file: str, content: bytes) -> Document:
    """The document, with the most memory its process has held as its only warning."""
    document = read_document(file, content)
    return replace(document, warnings=(f"{_MEASURED}{_most_resident_mb():.0f}",))


def cost(files: Files) -> dict[str, float]:
    """How many milliseconds more a file takes apart, in the middle; how many times as long all of them do."""
    room = ReadingRoom()
    _timed(room.read, *files[0])
    more, apart, in_place = [], 0.0, 0.0
    for file, content in files:
        here = min(_timed(read_document, file, content) for _ in range(2))
        there = min(_timed(room.read, file, content) for _ in range(2))
        more.append(1_000 * (there - here))
        apart, in_place = apart + there, in_place + here
    room.close()
    print(f"{len(files)} files: in place {in_place:.1f} s, apart {apart:.1f} s")
    return {"more_ms": median(more), "ratio": apart / in_place}


def memory(files: Files) -> dict[str, float]:
    """The most memory that a reading process held, in megabytes, and the file that it was."""
    room = ReadingRoom(Limits(), read="benchmarks.apart:measured")
    held: list[tuple[float, str]] = []
    for file, content in files:
        with suppress(UnreadableError):
            (told,) = room.read(file, content).warnings
            held.append((float(told.removeprefix(_MEASURED)), file))
    room.close()
    held.sort(reverse=True)
    print("most memory: " + ", ".join(f"{megabytes:.0f} MB {file}" for megabytes, file in held[:5]))
    return {"most_mb": held[0][0], "median_mb": median(megabytes for megabytes, _ in held)}


def growth(files: Files, rounds: int) -> dict[str, float]:
    """How many kilobytes a file adds to a process that reads all of them again and again."""
    sizes = []
    for _ in range(rounds):
        for file, content in files:
            with suppress(UnreadableError):
                read_document(file, content)
        sizes.append(_resident_mb())
    print("memory after each round: " + " ".join(f"{size:.0f}" for size in sizes))
    # The first rounds fill caches that have an end.
    half = rounds // 2
    reads = len(files) * max(1, rounds - 1 - half)
    return {"growth_kb": 1_000 * (sizes[-1] - sizes[half]) / reads}


def _files(folder: Path) -> Files:
    return [(path.name, path.read_bytes()) for path in sorted(folder.iterdir()) if path.is_file()]


def _timed(read: Callable[[str, bytes], Document], file: str, content: bytes) -> float:
    started = time.perf_counter()
    with suppress(UnreadableError):
        read(file, content)
    return time.perf_counter() - started


def _resident_mb() -> float:
    return resident_mb(os.getpid())


def _most_resident_mb() -> float:
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 2**20 if sys.platform == "darwin" else most / 2**10


if __name__ == "__main__":
    sys.exit(main())
