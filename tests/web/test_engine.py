"""The engine's keeper: what was added is found at once, the file of vectors is written when asked for."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index.embedding import stamp
from index.ingest import Ingest
from index.recall import Recall
from index.store import Store
from index.vectors import INDEX_NAME, STAMP_NAME, Vectors
from tests.fakes import HashingEncoder
from web.engine import LibraryKeeper

TEXT = "Klaster lotniczy skupia firmy z Podkarpacia."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "library.sqlite")) as made:
        yield made


@pytest.fixture
def vectors(store: Store, tmp_path: Path) -> Vectors:
    return Vectors(store, model=stamp(HashingEncoder()), dimensions=32, folder=tmp_path)


@pytest.fixture
def keeper(store: Store, vectors: Vectors) -> LibraryKeeper:
    return kept_by(store, vectors)


def kept_by(store: Store, vectors: Vectors) -> LibraryKeeper:
    encoder = HashingEncoder()
    ingest = Ingest(store, encoder, limit_bytes=1_000_000)
    return LibraryKeeper(store, ingest, vectors, Recall(store, encoder))


def test_what_is_added_and_removed_is_searched_at_once_and_not_written_each_time(
    keeper: LibraryKeeper, vectors: Vectors, tmp_path: Path
) -> None:
    added = keeper.add("a.txt", TEXT.encode(), by="staff")

    assert added.document is not None
    assert len(vectors) == 1
    keeper.remove(added.document, by="staff")
    assert len(vectors) == 0
    assert not (tmp_path / INDEX_NAME).exists()


def test_saving_writes_what_the_next_start_takes_as_it_is(
    keeper: LibraryKeeper, vectors: Vectors, store: Store, tmp_path: Path
) -> None:
    keeper.add("a.txt", TEXT.encode(), by="staff")
    keeper.save()
    written = (tmp_path / STAMP_NAME).read_bytes()

    again = Vectors(store, model=stamp(HashingEncoder()), dimensions=32, folder=tmp_path)
    again.refresh()
    again.save()

    assert len(again) == len(vectors) == 1
    assert (tmp_path / STAMP_NAME).read_bytes() == written


def test_a_file_left_stale_by_a_kill_is_made_again_out_of_the_store(
    keeper: LibraryKeeper, store: Store, tmp_path: Path
) -> None:
    keeper.add("a.txt", TEXT.encode(), by="staff")
    keeper.save()
    keeper.add("b.txt", b"Pogoda w Tatrach jest dobra.", by="staff")

    started = Vectors(store, model=stamp(HashingEncoder()), dimensions=32, folder=tmp_path)
    started.refresh()

    assert len(started) == 2


def test_a_home_that_cannot_be_written_is_said_in_one_line_and_nothing_breaks(
    store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    elsewhere = Vectors(store, model=stamp(HashingEncoder()), dimensions=32, folder=tmp_path / "gone")
    keeper = kept_by(store, elsewhere)
    keeper.add("a.txt", TEXT.encode(), by="staff")

    keeper.save()

    (said,) = caplog.messages
    assert said.startswith("the index of vectors was not written: ")
    assert "\n" not in said
    assert len(elsewhere) == 1
