"""Sources marked as out of date: what they say counts only where nobody else says otherwise."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from index.errors import UnknownDocumentError
from index.ingest import Ingest
from index.register.model import WITHDRAWN
from index.register.present import RegisterOf
from index.register.register import Register
from index.register.statuses import standing
from index.register.subject import StoredSubject
from index.search import Search
from index.store import Store
from index.vectors import Vectors
from tests.fakes import HashingEncoder
from tests.index.told import told

NAME = "Klaster Sowia Dolina"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "library.sqlite")) as made:
        yield made


def ends(*subjects: StoredSubject) -> list[str]:
    """The ends of the statuses that stand, of the one cluster that is told of."""
    (cluster,) = Register(subjects).clusters
    return [one.until.iso if one.until else "" for one in standing(cluster.facts)]


def test_a_newer_source_that_is_marked_contradicts_nobody_and_is_contradicted() -> None:
    older = told(NAME, by="a", said=date(2023, 1, 1), statuses=[("V", "", "2025-12-17")])
    newer = told(NAME, by="b", said=date(2024, 1, 1), statuses=[("V", "", "2026-12-17")])
    marked = told(NAME, by="b", said=date(2024, 1, 1), statuses=[("V", "", "2026-12-17")], outdated=True)

    assert ends(older, newer) == ["2026-12-17"]
    assert ends(older, marked) == ["2025-12-17"]


def test_a_marked_source_without_a_date_is_contradicted_too() -> None:
    marked = told(NAME, by="a", statuses=[("V", "", "2025-12-17")], outdated=True)
    other = told(NAME, by="b", statuses=[("V", "", "2026-12-17")])

    assert ends(marked, other) == ["2026-12-17"]


def test_what_only_a_marked_source_says_still_stands() -> None:
    assert ends(told(NAME, by="a", statuses=[("V", "", "2025-12-17")], outdated=True)) == ["2025-12-17"]


def test_two_marked_sources_are_told_apart_by_their_dates() -> None:
    older = told(NAME, by="a", said=date(2023, 1, 1), statuses=[("V", "", "2025-12-17")], outdated=True)
    newer = told(NAME, by="b", said=date(2024, 1, 1), statuses=[("V", "", "2026-12-17")], outdated=True)

    assert ends(older, newer) == ["2026-12-17"]


def test_a_marked_source_takes_no_status_away_from_one_that_is_not() -> None:
    given = told(NAME, by="a", said=date(2023, 1, 1), statuses=[("V", "", "2027-12-17")])
    taken = [(WITHDRAWN, "", "2024-05-01")]
    sound = told(NAME, by="b", said=date(2024, 6, 1), statuses=taken)
    marked = told(NAME, by="b", said=date(2024, 6, 1), statuses=taken, outdated=True)

    (lost,) = standing(Register([given, sound]).clusters[0].facts)
    (kept,) = standing(Register([given, marked]).clusters[0].facts)

    assert lost.withdrawn is not None
    assert kept.withdrawn is None


def test_facts_of_a_marked_source_come_last() -> None:
    older = told(NAME, by="a", said=date(2020, 1, 1), facts=[("members", "40")])
    marked = told(NAME, by="b", said=date(2024, 1, 1), facts=[("members", "50")], outdated=True)

    (cluster,) = Register([older, marked]).clusters

    assert [one.value for one in cluster.of("members")] == ["40", "50"]


def test_the_register_and_the_search_follow_the_mark_at_once(store: Store, tmp_path: Path) -> None:
    encoder = HashingEncoder()
    ingest = Ingest(store, encoder)
    first = ingest.add_bytes("a.txt", b"Klaster Sowia Dolina ma 40 firm.").document or ""
    second = ingest.add_bytes("b.txt", b"Klaster Sowia Dolina ma 40 firm oraz uczelnie.").document or ""
    registers = RegisterOf(store)
    vectors = Vectors(store, model="hashing", dimensions=32, folder=tmp_path)
    search = Search(store, vectors, encoder)
    marks = []
    for marked in (first, second):
        store.mark_outdated(marked, by="Ada", since=date(2024, 5, 1))
        held = {one.document.id: one.document.outdated for one in registers.now().clusters[0].mentions}
        marks.append([document for document, mark in held.items() if mark])
        assert search.search("ile firm ma Sowia Dolina")[-1].passage.document.id == marked
        store.lift_outdated(marked, by="Ada")

    assert marks == [[first], [second]]


def test_what_is_not_held_cannot_be_marked(store: Store) -> None:
    with pytest.raises(UnknownDocumentError):
        store.mark_outdated("0123456789ab", by="Ada")
    with pytest.raises(UnknownDocumentError):
        store.lift_outdated("0123456789ab", by="Ada")
