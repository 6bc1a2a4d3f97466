"""Files in: an outcome for each, none stopping the others, and what is reported held."""

from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from documents.model import Document
from documents.read import read_document
from index.embedding import stamp
from index.ingest import Ingest
from index.outcome import Outcome
from index.source import Source
from index.store import Store
from tests.fakes import HashingEncoder

CLUSTER = "Klaster lotniczy powstał w 2003 roku w Rzeszowie. Skupia ponad sto firm z regionu.\n"
WEATHER = "Pogoda w górach zmienia się szybko. Turyści powinni zabrać ciepłe ubrania na szlak.\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "home" / "library.sqlite")
    yield made
    made.close()


@pytest.fixture
def ingest(store: Store) -> Ingest:
    return Ingest(store, HashingEncoder(), limit_bytes=10_000)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "files"
    made.mkdir()
    return made


def write(folder: Path, name: str, text: str = CLUSTER) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def statuses(outcomes: Iterator[Outcome]) -> dict[str, str]:
    return {one.file: one.status for one in outcomes}


def test_a_file_is_added_and_its_outcome_says_what_was_read(
    ingest: Ingest, store: Store, folder: Path
) -> None:
    (outcome,) = ingest.add([write(folder, "a.txt")])

    (held,) = store.documents()
    assert outcome == Outcome("a.txt", "added", held.id, held.pages, held.passages, version=1)
    assert held.passages > 0


def test_what_is_reported_is_committed(ingest: Ingest, store: Store, folder: Path) -> None:
    write(folder, "a.txt", CLUSTER)
    write(folder, "b.txt", WEATHER)

    first = next(ingest.add([folder]))

    assert first.document in {one.id for one in store.documents()}


def test_the_same_bytes_again_change_nothing(ingest: Ingest, store: Store, folder: Path) -> None:
    path = write(folder, "a.txt")
    list(ingest.add([path]))
    before = (store.generation(), store.documents())

    (outcome,) = ingest.add([path])

    assert outcome.status == "unchanged"
    assert (store.generation(), store.documents()) == before


@pytest.mark.parametrize("at_once", [True, False])
def test_the_same_bytes_under_another_name_are_named_and_not_stored(
    ingest: Ingest, store: Store, folder: Path, at_once: bool
) -> None:
    first, second = write(folder, "a.txt"), write(folder, "b.txt")

    runs = [[first, second]] if at_once else [[first], [second]]
    outcomes = [one for paths in runs for one in ingest.add(paths)]

    assert [one.status for one in outcomes] == ["added", "duplicate"]
    assert outcomes[1].reason == "the same content is held as a.txt"
    assert [one.name for one in store.documents()] == ["a.txt"]


@pytest.mark.parametrize("at_once", [True, False])
def test_new_bytes_under_a_name_replace_and_keep_the_id(
    ingest: Ingest, store: Store, folder: Path, at_once: bool
) -> None:
    old, new = write(folder, "old/a.txt", CLUSTER), write(folder, "new/a.txt", WEATHER)

    runs = [[old, new]] if at_once else [[old], [new]]
    outcomes = [one for paths in runs for one in ingest.add(paths)]

    assert [one.status for one in outcomes] == ["added", "replaced"]
    assert outcomes[0].document == outcomes[1].document
    assert "Pogoda" in store.text(outcomes[0].document or "")


def test_files_of_one_name_in_two_folders_stand_side_by_side(
    ingest: Ingest, store: Store, folder: Path
) -> None:
    write(folder, "a/index.txt", CLUSTER)
    write(folder, "b/index.txt", WEATHER)

    outcomes = list(ingest.add([folder]))

    assert [(one.file, one.status) for one in outcomes] == [("index.txt", "added")] * 2
    assert [one.name for one in store.documents()] == ["a/index.txt", "b/index.txt"]


def test_one_bad_file_does_not_stop_the_others(ingest: Ingest, folder: Path) -> None:
    write(folder, "a.txt", CLUSTER)
    write(folder, "b.txt", "")
    (folder / "c.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    write(folder, "d.txt", WEATHER)
    write(folder, "e.txt", WEATHER * 1000)

    found = {one.file: one for one in ingest.add([folder, folder / "gone.txt"])}

    assert {name: one.status for name, one in found.items()} == {
        "a.txt": "added",
        "b.txt": "refused",
        "c.pdf": "refused",
        "d.txt": "added",
        "e.txt": "refused",
        "gone.txt": "refused",
    }
    assert all(one.reason for one in found.values() if not one.is_held)


def test_a_defect_of_a_reader_fails_its_file_and_no_other(store: Store, folder: Path) -> None:
    def broken(file: str, content: bytes, wanted: Collection[str] = ()) -> Document:
        if file == "a.txt":
            raise ZeroDivisionError
        return read_document(file, content, wanted)

    write(folder, "a.txt", CLUSTER)
    write(folder, "b.txt", WEATHER)

    assert statuses(Ingest(store, HashingEncoder(), read=broken).add([folder])) == {
        "a.txt": "failed",
        "b.txt": "added",
    }


def test_documents_are_embedded_together_but_only_so_many_at_once(store: Store, folder: Path) -> None:
    calls: list[int] = []
    encoder = HashingEncoder()
    for number in range(6):
        write(folder, f"{number}.txt", CLUSTER.replace("2003", str(2000 + number)))

    list(Ingest(store, encoder, batch_sentences=4, progress=calls.append).add([folder]))

    assert len(calls) == 3
    assert sum(calls) == store.counts().sentences == len(encoder.embedded)


def test_vectors_are_those_of_their_own_sentences(store: Store, folder: Path) -> None:
    encoder = HashingEncoder()
    write(folder, "a.txt", CLUSTER)
    write(folder, "b.txt", WEATHER)

    list(Ingest(store, encoder).add([folder]))

    for held in store.documents():
        found = store.vectors_of(held.id, stamp(encoder))
        sentence = store.document_passages(held.id)[-1].sentences[-1]
        assert found is not None
        assert sentence.id == found[0].sentences[-1]
        assert found[1][-1] @ encoder.embed_query(sentence.text) > 0.6


def test_bytes_that_are_already_here_are_added_too(ingest: Ingest, store: Store) -> None:
    outcome = ingest.add_bytes("a.txt", CLUSTER.encode())

    assert outcome.status == "added"
    assert store.content(outcome.document or "") == CLUSTER.encode()


def test_reading_again_keeps_ids_and_versions(ingest: Ingest, store: Store, folder: Path) -> None:
    write(folder, "a/a.txt", CLUSTER)
    list(ingest.add([folder]))
    (before,) = store.documents()

    (outcome,) = ingest.read_again()

    (after,) = store.documents()
    assert outcome.status == "replaced"
    assert (after.id, after.name, after.version) == (before.id, before.name, 1)


def test_two_that_add_at_once_hold_everything_once(store: Store, folder: Path) -> None:
    for number in range(12):
        write(folder, f"{number:02}.txt", CLUSTER.replace("2003", str(2000 + number)))
    other = Store(store.path)

    def add(into: Store) -> list[Outcome]:
        return list(Ingest(into, HashingEncoder(), batch_sentences=2).add([folder]))

    with closing(other), ThreadPoolExecutor() as people:
        outcomes = [one for run in people.map(add, [store, other]) for one in run]

    assert all(one.is_held for one in outcomes)
    assert len(outcomes) == 24
    assert [one.file for one in store.documents()] == [f"{number:02}.txt" for number in range(12)]
    assert store.database.damage() == ()


def test_lines_that_are_wanted_are_kept_when_a_document_is_read_anew_or_comes_in_again(
    store: Store, ingest: Ingest
) -> None:
    page = "<nav><a href='/'>Kontakt</a></nav><h1>Młyn</h1><p>" + CLUSTER + "</p><p>Udostępnij</p>"
    added = ingest.add_bytes("mlyn.html", page.encode())
    assert added.document is not None
    cut = store.cut(added.document)
    store.wanted.set(added.document, ["Udostępnij"], by="ania")
    again = ingest.read_anew(store.document(added.document), by="ania")
    read_anew = store.text(added.document)
    ingest.add_bytes("mlyn.html", page.replace("2003", "2004").encode())

    assert "Udostępnij" in cut
    assert (again.status, "Udostępnij" in read_anew) == ("replaced", True)
    assert "Udostępnij" in store.text(added.document)
    assert "2004" in store.text(added.document)
    assert "document.lines_kept" in [one.action for one in store.audit.records()]


def test_what_became_of_the_same_and_of_other_bytes_is_said_plainly(
    ingest: Ingest, store: Store, folder: Path
) -> None:
    words = " ".join(f"słowo{at}" for at in range(40))
    first = next(ingest.add([write(folder, "a.txt", words)]))
    same = next(ingest.add([write(folder, "a.txt", words)]))
    near = next(ingest.add([write(folder, "b.txt", f"{words} i inne")]))
    other = next(ingest.add([write(folder / "elsewhere", "a.txt", WEATHER * 3)]))
    copy = next(ingest.add([write(folder, "c.txt", WEATHER * 3)]))

    assert (same.status, same.reason) == ("unchanged", "the same content is held already")
    assert (near.status, near.alike) == ("added", ("a.txt",))
    assert (other.status, other.document, other.version, other.likeness) == ("replaced", first.document, 2, 0)
    assert (copy.status, copy.reason) == ("duplicate", "the same content is held as a.txt")
    assert store.document(first.document or "").added_by == "command line"


def test_a_file_of_the_content_of_an_address_is_a_duplicate_of_it(ingest: Ingest) -> None:
    address = "https://klastry.example/a.txt"
    (fetched,) = ingest.add_sources([Source(address, content=CLUSTER.encode())])
    (file,) = ingest.add_sources([Source("a.txt", content=CLUSTER.encode())])
    (newer,) = ingest.add_sources([Source(address, content=WEATHER.encode())])

    assert (fetched.status, file.status) == ("added", "duplicate")
    assert file.reason == f"the same content is held as {address}"
    assert (newer.status, newer.document, newer.version) == ("replaced", fetched.document, 2)
