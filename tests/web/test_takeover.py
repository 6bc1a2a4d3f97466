"""Another model, made beside the one in use and swapped while people ask."""

import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index.embedding import stamp
from index.encoder import Encoder
from index.errors import ModelError, OvertakenModelError
from index.ingest import Ingest
from index.rebuild import embed_missing, rebuild
from index.search import Search
from index.store import Store
from index.vectors import Vectors
from tests.fakes import HashingEncoder
from web.takeover import Takeover

OLD, NEW = HashingEncoder(), HashingEncoder("new", 16)
TEXTS = tuple(f"Klaster numer {number} skupia firmy lotnicze." for number in range(30))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "library.sqlite")) as made:
        ingest = Ingest(made, OLD)
        for number, text in enumerate(TEXTS):
            ingest.add_bytes(f"{number}.txt", text.encode())
        embed_missing(made, OLD, name="old")
        yield made


@pytest.fixture
def search(store: Store, tmp_path: Path) -> Search:
    return Search(store, Vectors(store, model=stamp(OLD), dimensions=32, folder=tmp_path), OLD)


@pytest.fixture
def ingest(store: Store) -> Ingest:
    return Ingest(store, OLD)


@pytest.fixture
def takeover(store: Store, search: Search, ingest: Ingest, tmp_path: Path) -> Takeover:
    vectors = Vectors(store, model=stamp(OLD), dimensions=32, folder=tmp_path)
    return Takeover(store, search, [ingest.use], encoder=OLD, vectors=vectors, folder=tmp_path, load=_load)


def _load(name: str) -> Encoder:
    if name not in ("old", "new"):
        raise ModelError(name, "cannot be loaded")
    return NEW if name == "new" else OLD


def test_no_question_fails_while_another_model_is_made_swapped_and_taken_over(
    store: Store, search: Search, takeover: Takeover
) -> None:
    over = threading.Event()
    failures: list[str] = []
    asked = 0

    def ask() -> None:
        nonlocal asked
        while not over.is_set():
            hits = search.search("klaster numer 7", 3)
            asked += 1
            if len(hits) != 3 or hits[0].passage.document.name != "7.txt":
                failures.append(str(hits))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for one in threads:
        one.start()
    embed_missing(store, NEW, name="new", by="ada")
    between = len(NEW.embedded)
    assert takeover.look()
    search.search("klaster")
    over.set()
    for one in threads:
        one.join()

    assert failures == []
    assert asked >= len(threads)
    assert between == len(TEXTS)
    assert takeover.encoder is NEW
    assert not takeover.look()


def test_what_was_added_with_the_old_model_around_the_swap_is_found_with_the_new(
    store: Store, search: Search, ingest: Ingest, takeover: Takeover
) -> None:
    embed_missing(store, NEW, name="new")
    ingest.add_bytes("between.txt", b"Klaster meblarski z Wielkopolski.")
    assert takeover.look()
    # Another process still has the old one.
    Ingest(store, OLD).add_bytes("after.txt", "Klaster odzieżowy z Łodzi.".encode())
    takeover.look()

    assert store.without_vectors(stamp(NEW)) == ()
    for name, asked in (("between.txt", "klaster meblarski"), ("after.txt", "klaster odzieżowy")):
        assert search.search(asked, 1)[0].passage.document.name == name
    assert ingest.add_bytes("later.txt", b"Pogoda.").status == "added"
    assert store.without_vectors(stamp(NEW)) == ()


def test_a_model_that_cannot_be_loaded_leaves_the_one_before_and_is_tried_once(
    store: Store, search: Search, takeover: Takeover
) -> None:
    embed_missing(store, NEW, name="gone")

    with pytest.raises(ModelError, match="gone"):
        takeover.look()
    assert not takeover.look()
    assert search.search("klaster numer 7", 1)[0].passage.document.name == "7.txt"


def test_a_folder_that_holds_another_model_by_now_is_not_taken_over(
    store: Store, takeover: Takeover, caplog: pytest.LogCaptureFixture
) -> None:
    embed_missing(store, HashingEncoder("changed since", 16), name="new")

    assert not takeover.look()
    assert "is not the one that the library was embedded with" in caplog.text


def test_a_library_that_cannot_be_looked_into_is_told_of_once_until_it_can(
    store: Store, takeover: Takeover, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.takeover._EVERY_S", 0.001)
    looks = 0

    def look() -> bool:
        nonlocal looks
        looks += 1
        if looks in (1, 2, 3, 5):
            raise ModelError("own", "cannot be loaded")
        if looks == 6:
            takeover.close()
        return False

    monkeypatch.setattr(takeover, "look", look)
    takeover.start()
    takeover._thread.join(10)

    assert looks == 6
    assert [one.getMessage() for one in caplog.records] == [
        "taking over failed: embedding model own: cannot be loaded"
    ] * 2


def test_the_one_who_takes_a_model_first_is_not_undone_by_another(store: Store) -> None:
    class Slow(HashingEncoder):
        def embed_passages(self, texts, *, progress=None):  # type: ignore[no-untyped-def]
            if store.model() and store.model().name == "old":  # type: ignore[union-attr]
                embed_missing(store, NEW, name="new")
            return super().embed_passages(texts, progress=progress)

    with pytest.raises(OvertakenModelError, match="new/text"):
        embed_missing(store, Slow("slow", 8), name="slow")

    used = store.model()
    assert used is not None
    assert used.name == "new"
    assert store.without_vectors(stamp(NEW)) == ()


def test_a_rebuild_that_was_broken_off_goes_on_where_it_was(store: Store) -> None:
    class Broken(HashingEncoder):
        def embed_passages(self, texts, *, progress=None):  # type: ignore[no-untyped-def]
            if len(self.embedded) > 9:
                raise KeyboardInterrupt
            return super().embed_passages(texts, progress=progress)

    with pytest.raises(KeyboardInterrupt):
        list(rebuild(store, Broken("new", 16), Ingest(store, OLD), read=False, name="new"))
    used = store.model()
    assert used is not None
    assert used.name == "old"

    again = HashingEncoder("new", 16)
    list(rebuild(store, again, Ingest(store, again), read=False, name="new", by="ada"))

    assert len(again.embedded) == len(TEXTS) - 10
    (record,) = store.audit.records(by="ada")
    assert (record.by, record.action, record.subject) == ("ada", "library.model", stamp(NEW))
