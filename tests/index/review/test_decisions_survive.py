"""All that staff decided of facts and names holds through what becomes of documents and the library."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.backup import back_up, restore_backup
from index.ingest import Ingest
from index.rebuild import rebuild
from index.register.present import RegisterOf
from index.review.model import OnNames, Told
from index.store import Store
from tests.fakes import HashingEncoder
from tests.index.review.conftest import BY, Desk, plain_extract

TEXTS = {
    "a.txt": (
        "Klaster Zorkanit ma status KKK do 2025-12-17.",
        "Klaster Zorkanit działa od lat, siedziba: Opole.",
        "Klaster Zorkanit działa, koordynator: Fundacja Nurt.",
        "Skupia głównie odlewnie i kuźnie.",
    ),
    "b.txt": ("Klaster Wydmiak działa, siedziba: Radom.", "Klaster Wydmiak liczy 40 firm."),
    "c.txt": ("Klaster Bobrowy działa, siedziba: Nysa.",),
    "d.txt": ("Klaster Zorkanit działa gdzie indziej, siedziba: Zamość.",),
    "e.txt": ("Klaster Sowi działa, siedziba: Brzeg.", "Klaster Lisi działa, siedziba: Turek."),
}
Snapshot = tuple[list[tuple[str, tuple[str, ...]]], set[tuple[str, ...]]]


def decide(desk: Desk) -> None:
    """A decision of each kind."""
    documents = {name: desk.add(name, *said) for name, said in TEXTS.items()}
    places = {one.value: one for one in desk.facts("Klaster Zorkanit", "place")}
    desk.correct("Klaster Zorkanit", places["Opole"], "Brzozów")
    desk.confirm("Klaster Zorkanit", desk.fact("Klaster Zorkanit", "status"))
    desk.reject("Klaster Zorkanit", desk.fact("Klaster Zorkanit", "coordinator"))
    told = Told("sector", "metal")
    desk.state(
        "Klaster Zorkanit", told, document=documents["a.txt"], quote="Skupia głównie odlewnie i kuźnie."
    )
    cluster = desk.cluster("Klaster Zorkanit")
    moved = OnNames(
        ("Klaster Zorkanit",), cluster.names, "Klaster Zorkanit Wschód", (), documents["d.txt"], "d.txt"
    )
    desk.store.review.name("moved", cluster, moved, by=BY)
    desk.join("Klaster Wydmiak", "Klaster Bobrowy")
    desk.call("Klaster Wydmiak", "Wydmiak nad Bobrem")
    desk.join("Klaster Sowi", "Klaster Lisi")
    desk.part("Klaster Sowi", "Klaster Lisi")
    desk.correct("Klaster Lisi", desk.fact("Klaster Lisi", "place"), "Konin")


def snapshot(store: Store) -> Snapshot:
    clusters = RegisterOf(store).now().clusters
    facts: set[tuple[str, ...]] = {
        (cluster.name, fact.attribute, fact.value, fact.review, " ".join(fact.source.quote.split()))
        for cluster in clusters
        for fact in cluster.facts
    }
    return sorted((one.name, tuple(sorted(one.names))) for one in clusters), facts


def in_new_versions(desk: Desk) -> Store:
    for name, said in TEXTS.items():
        desk.add(name, "Nowy wstęp, dopisany na początku.", *reversed(said))
    return desk.store


def read_anew(desk: Desk) -> Store:
    ingest = Ingest(desk.store, HashingEncoder(), extract=plain_extract)
    for held in desk.store.documents():
        assert ingest.read_anew(held, by=BY).is_held
    return desk.store


def with_another_model(desk: Desk) -> Store:
    another = HashingEncoder("another")
    ingest = Ingest(desk.store, another, extract=plain_extract)
    assert all(one.is_held for one in rebuild(desk.store, another, ingest, read=True))
    return desk.store


def renamed(desk: Desk) -> Store:
    for held in desk.store.documents():
        desk.store.remove(held.id, by=BY)
        desk.add(f"archiwum/{held.name}", *TEXTS[held.name])
    return desk.store


def renamed_and_forgotten(desk: Desk) -> Store:
    renamed(desk)
    desk.store.removed.forget_all(by=BY)
    return desk.store


def in_another_format(desk: Desk) -> Store:
    for held in desk.store.documents():
        desk.store.remove(held.id, by=BY)
        desk.add(held.name.replace(".txt", ".md"), *TEXTS[held.name])
    return desk.store


@pytest.mark.parametrize(
    "become",
    [in_new_versions, read_anew, with_another_model, renamed, renamed_and_forgotten, in_another_format],
)
def test_every_kind_of_decision_survives(desk: Desk, become: Callable[[Desk], Store]) -> None:
    decide(desk)
    before = snapshot(desk.store)
    assert [name for name, _ in before[0]] == [
        *("Klaster Lisi", "Klaster Sowi", "Klaster Zorkanit", "Klaster Zorkanit Wschód"),
        "Wydmiak nad Bobrem",
    ]

    assert snapshot(become(desk)) == before


def test_every_kind_of_decision_is_in_a_backup(desk: Desk, tmp_path: Path) -> None:
    decide(desk)
    before = snapshot(desk.store)
    back_up(desk.store, tmp_path / "backup")
    restore_backup(tmp_path / "backup", tmp_path / "restored" / "library.sqlite")

    restored = Store(tmp_path / "restored" / "library.sqlite")
    assert snapshot(restored) == before
    assert restored.review.decisions() == desk.store.review.decisions()
    restored.close()
