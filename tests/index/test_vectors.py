"""Vectors: near texts found, in step with the store, and no index file trusted that does not fit."""

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from index.store import Store
from index.vectors import INDEX_NAME, STAMP_NAME, Vectors
from index.words import index_terms
from tests.fakes import MODEL, HashingEncoder, make_document, put

ENCODER = HashingEncoder()
# Dies when the index is written and not yet in place.
KILLED = """
import os, signal
from pathlib import Path
from index.store import Store
from index.vectors import Vectors
Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
path = Path({path!r})
vectors = Vectors(Store(path), model={model!r}, dimensions={dimensions}, folder=path.parent)
vectors.refresh()
vectors.save()
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "library.sqlite")
    yield made
    made.close()


def fresh(store: Store, model: str = MODEL) -> Vectors:
    """Vectors as a process that has just started has them."""
    made = Vectors(store, model=model, dimensions=ENCODER.dimensions, folder=store.path.parent)
    made.refresh()
    return made


def nearest(vectors: Vectors, store: Store, text: str, k: int = 1) -> list[str]:
    ids, _ = vectors.search(ENCODER.embed_query(text), k)
    passages = store.passages(vectors.passages_of(ids).tolist())
    texts = {one.id: one.text for passage in passages.values() for one in passage.sentences}
    return [texts[one] for one in ids.tolist()]


def test_the_sentence_that_shares_words_is_nearest(store: Store) -> None:
    put(store, make_document("a.txt", "Klaster lotniczy.\nPogoda jutro.", "Deszcz dzisiaj."))

    assert nearest(fresh(store), store, "jutro pogoda") == ["Pogoda jutro."]


def test_cosines_are_given_in_the_order_asked_and_minus_one_for_what_is_gone(store: Store) -> None:
    put(store, make_document("a.txt", "Klaster lotniczy.", "Deszcz dzisiaj."))
    vectors = fresh(store)
    query = ENCODER.embed_query("Klaster lotniczy.")
    ids, cosines = vectors.search(query, 2)

    assert np.allclose(vectors.cosines(query, [ids[1], 999, ids[0]]), [cosines[1], -1, cosines[0]], atol=1e-6)
    assert cosines[0] == pytest.approx(1, abs=1e-3)


def test_an_empty_library_has_nothing_near(store: Store) -> None:
    ids, cosines = fresh(store).search(ENCODER.embed_query("klaster"), 5)

    assert len(ids) == len(cosines) == 0


def test_a_running_process_sees_what_another_adds_replaces_and_removes(store: Store) -> None:
    held = put(store, make_document("a.txt", "Stare zdanie."))
    vectors = fresh(store)
    put(store, make_document("a.txt", "Nowe słowa."))
    put(store, make_document("b.txt", "Klaster lotniczy."))
    vectors.refresh()
    assert sorted(nearest(vectors, store, "stare zdanie", 5)) == ["Klaster lotniczy.", "Nowe słowa."]

    store.remove(held.id, by="staff")
    vectors.refresh()

    assert nearest(vectors, store, "stare zdanie", 5) == ["Klaster lotniczy."]
    assert len(vectors) == 1


def test_the_index_in_the_file_is_used_while_its_stamp_fits(store: Store) -> None:
    put(store, make_document("a.txt", "Klaster lotniczy.", "Pogoda."))
    fresh(store).save()
    with store.database.writing() as connection:
        connection.execute("UPDATE vectors SET vectors = zeroblob(length(vectors))")

    assert nearest(fresh(store), store, "pogoda") == ["Pogoda."]


@pytest.mark.parametrize("change", ["cut short", "one byte", "gone", "stamp", "stamp gone", "another model"])
def test_a_file_that_does_not_fit_is_made_again_from_the_store(store: Store, change: str) -> None:
    put(store, make_document("a.txt", "Klaster lotniczy.", "Pogoda."))
    fresh(store).save()
    spoil(store.path.parent, change)

    vectors = fresh(store)

    assert nearest(vectors, store, "pogoda") == ["Pogoda."]
    assert abs(vectors.search(ENCODER.embed_query("pogoda"), 2)[1]).max() <= 1.001
    vectors.save()
    assert nearest(fresh(store), store, "pogoda") == ["Pogoda."]


def spoil(folder: Path, change: str) -> None:
    index, stamp = folder / INDEX_NAME, folder / STAMP_NAME
    content = index.read_bytes()
    match change:
        case "cut short":
            index.write_bytes(content[:-10])
        case "one byte":
            # The high byte of a number of the first vector; after the vectors come the ids, 24 bytes for two.
            at = len(content) - 24 - 4 * ENCODER.dimensions - 1
            index.write_bytes(content[:at] + b"\x7f" + content[at + 1 :])
        case "gone":
            index.unlink()
        case "stamp":
            stamp.write_text("{")
        case "stamp gone":
            stamp.unlink()
        case "another model":
            stamp.write_text(stamp.read_text().replace(MODEL, "other"))


def test_what_a_kill_while_writing_leaves_is_gone_with_the_next_writing(store: Store) -> None:
    folder = store.path.parent
    put(store, make_document("a.txt", "Klaster lotniczy."))
    code = KILLED.format(path=str(store.path), model=MODEL, dimensions=ENCODER.dimensions)
    killed = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (killed.returncode, killed.stderr) == (-signal.SIGKILL, b"")
    assert len(list(folder.glob("sentences*"))) == 1

    fresh(store).save()

    assert {one.name for one in folder.glob("sentences*")} == {INDEX_NAME, STAMP_NAME}


def test_an_index_of_an_earlier_generation_is_not_used(store: Store) -> None:
    held = put(store, make_document("a.txt", "Klaster lotniczy."))
    fresh(store).save()
    store.remove(held.id, by="staff")

    assert len(fresh(store)) == 0


def test_vectors_of_another_model_are_never_searched(store: Store) -> None:
    put(store, make_document("a.txt", "Klaster lotniczy."))

    assert len(fresh(store, "other")) == 0


def test_a_process_with_the_old_model_goes_on_while_another_swaps_the_vectors(store: Store) -> None:
    held = put(store, make_document("a.txt", "Klaster lotniczy."))
    vectors = fresh(store)
    store.put_vectors(held.id, held.generation, np.ones((1, 4), np.float32), model="other")
    store.take_model("other", name="other", instead_of=None, by="ania")

    vectors.refresh()

    assert nearest(vectors, store, "klaster") == ["Klaster lotniczy."]


def test_searching_and_changing_at_once_finds_whole_states(store: Store) -> None:
    put(store, make_document("fixed.txt", "Klaster lotniczy."))
    vectors = fresh(store)
    failures: list[str] = []
    done = threading.Event()

    def search() -> None:
        query = ENCODER.embed_query("Klaster lotniczy.")
        while not done.is_set():
            vectors.refresh()
            ids, cosines = vectors.search(query, 5)
            if cosines[0] < 0.99 or not np.allclose(vectors.cosines(query, ids[:1]), cosines[:1], atol=1e-3):
                failures.append(f"{ids} {cosines}")

    threads = [threading.Thread(target=search) for _ in range(3)]
    for one in threads:
        one.start()
    for number in range(30):
        held = put(store, make_document(f"{number}.txt", f"Deszcz {number}."))
        if number % 2:
            store.remove(held.id, by="staff")
    done.set()
    for one in threads:
        one.join()

    vectors.refresh()
    assert failures == []
    assert len(vectors) == 16


def test_polish_words_are_still_analysed_beside_the_index(store: Store) -> None:
    # Two SWIG modules in one process: unguarded, this ended it.
    fresh(store)

    assert index_terms("Klastrów jest wiele").lemmas.split()[0] == "klaster"
