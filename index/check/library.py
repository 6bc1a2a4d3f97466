"""The whole check, part by part."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from index.check.contents import CONTENTS
from index.check.file import FILE
from index.check.finding import Check, Finding, Tell
from index.check.jobs import JOBS
from index.check.log import LOG
from index.check.sample import sampled
from index.check.spans import SPANS
from index.check.vectors import VECTORS
from index.check.versions import VERSIONS
from index.check.words import WORDS
from index.encoder import Encoder
from index.errors import DamagedStoreError, StoreError, UnwritableStoreError
from index.store import Store
from index.vectors import file_fault

# Each part of the library names its own check here; a test fails for a table that none knows.
CHECKS: tuple[Check, ...] = (FILE, CONTENTS, SPANS, WORDS, VECTORS, VERSIONS, JOBS, LOG)
# What is looked at, and how many of how many there have been.
Progress = Callable[[str, int, int], None]


def check_library(
    store: Store, folder: Path, *, encoder: Encoder | None = None, progress: Progress | None = None
) -> Iterator[Finding]:
    """Everything that is wrong with a library, as it is found; each part is looked at in one state of it.

    `folder` is where the index of vectors is kept. With an `encoder`, a sample of sentences is embedded anew.
    """

    def telling(name: str) -> Tell:
        return partial(progress, name) if progress else lambda done, of: None

    for check in CHECKS:
        yield from _guarded(check.name, _run(store, check, telling(check.name)))
    yield from _guarded("words", _word_index(store))
    yield from _guarded("index", _index_file(store, folder, telling("index")))
    if encoder is not None:
        yield from _guarded("sample", sampled(store, encoder, telling("sample")))


def _run(store: Store, check: Check, tell: Tell) -> Iterator[Finding]:
    with store.database.reading() as connection:
        yield from check.find(connection, tell)


def _word_index(store: Store) -> Iterator[Finding]:
    try:
        with store.database.rehearsing() as connection:
            connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
    except UnwritableStoreError:
        # SQLite takes this question for a change. Where nothing can be written, it goes unasked.
        return
    except DamagedStoreError as error:
        yield Finding("words.index", "words", "rebuild", {"found": error.found})


def _index_file(store: Store, folder: Path, tell: Tell) -> Iterator[Finding]:
    model = store.model()
    fault = file_fault(store, folder, model.stamp) if model else None
    if fault is not None:
        yield Finding(f"index.{fault}", "sentences.faiss", "rebuild")
    tell(1, 1)


def _guarded(name: str, findings: Iterator[Finding]) -> Iterator[Finding]:
    """What is found, up to where the file itself breaks the search off."""
    try:
        yield from findings
    except StoreError as error:
        yield Finding("file.broken_off", name, "restore", {"reason": error.reason})
