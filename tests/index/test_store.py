"""The store: whole or not at all, and nothing left of what has gone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.model import Sentence, Span
from index.arrival import Arrival
from index.entry import packed, unpacked
from index.errors import SameContentError, UnknownDocumentError
from index.store import Store
from tests.fakes import MODEL, make_document, put


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "library.sqlite")
    yield made
    made.close()


def everything(store: Store) -> dict[str, int]:
    """How many rows each table holds that belongs to documents."""
    tables = (
        "documents",
        "contents",
        "places",
        "passages",
        "sentences",
        "vectors",
        "words",
        "forms",
        "word_counts",
    )
    with store.database.reading() as connection:
        return {one: connection.execute(f"SELECT count(*) FROM {one}").fetchone()[0] for one in tables}


def test_a_document_comes_out_as_it_went_in(store: Store) -> None:
    document = make_document(
        "a.txt", "Klaster powstał.\nMa firmy.", "Drugi akapit.", title="Tytuł", heading="Nagłówek"
    )

    held = put(store, document)

    assert store.source(held.id) == document
    assert store.content(held.id) == document.text.encode()


def test_leads_headings_and_places_come_out_with_the_passages(store: Store) -> None:
    plain = make_document("a.txt", "Do 2025 roku:", "Pierwszy klaster", heading="Lista")
    lead, item = plain.passages
    introduced = replace(item, sentences=(Sentence(item.span, lead.span),))
    document = replace(plain, passages=(lead, introduced))

    _, passage = store.document_passages(put(store, document).id)

    assert passage.heading_texts == ("Lista",)
    assert passage.sentences[0].lead_text == "Do 2025 roku:"
    assert passage.place == document.places[0]


def test_passages_are_given_in_the_order_asked_and_those_gone_left_out(store: Store) -> None:
    first, second = store.document_passages(put(store, make_document("a.txt", "Jeden.", "Dwa.")).id)

    assert list(store.passages([second.id, 999, first.id])) == [second.id, first.id]


def test_every_span_is_the_text_it_says(store: Store) -> None:
    held = put(store, make_document("a.txt", "Żółć.\nGęś 𝔸.", "Łódź."))
    text = store.text(held.id)

    for passage in store.document_passages(held.id):
        assert passage.text == text[slice(*passage.span)]
        assert all(one.text == text[slice(*one.span)] for one in passage.sentences)


def test_new_content_under_a_name_is_a_new_version_with_the_same_id(store: Store) -> None:
    first = put(store, make_document("a.txt", "Stare zdanie."))
    second = put(store, make_document("a.txt", "Nowe zdanie."))

    assert (second.id, second.version) == (first.id, 2)
    assert [one.text for one in store.document_passages(first.id)] == ["Nowe zdanie."]


def test_reading_the_same_bytes_anew_is_the_same_version(store: Store) -> None:
    document = make_document("a.txt", "Zdanie.")

    assert [put(store, document).version, put(store, document).version] == [1, 1]


def test_ids_of_passages_and_sentences_are_never_used_again(store: Store) -> None:
    before = store.document_passages(put(store, make_document("a.txt", "Jeden.")).id)
    store.remove(before[0].document.id, by="staff")

    after = store.document_passages(put(store, make_document("a.txt", "Dwa.")).id)

    assert after[0].id > before[0].id
    assert after[0].sentences[0].id > before[0].sentences[0].id


def test_a_document_taken_out_and_added_again_keeps_its_id(store: Store) -> None:
    first = put(store, make_document("a.txt", "Zdanie."))
    store.remove(first.id, by="staff")

    assert put(store, make_document("a.txt", "Zdanie.")).id == first.id


def test_removing_leaves_nothing(store: Store) -> None:
    held = put(store, make_document("a.txt", "Klaster powstał.", title="Tytuł", heading="Nagłówek"))

    store.remove(held.id, by="staff")

    assert set(everything(store).values()) == {0}


def test_replacing_and_removing_leave_the_words_of_the_others_as_they_were(store: Store) -> None:
    put(store, make_document("b.txt", "Klaster lotniczy działa.", "Klaster metalowy."))
    before = (everything(store), store.vocabulary(), store.frequencies(["klaster"]))

    put(store, make_document("a.txt", "Klaster filmowy i klastry gier."))
    store.remove(put(store, make_document("a.txt", "Klastry filmowe.")).id, by="staff")

    assert (everything(store), store.vocabulary(), store.frequencies(["klaster"])) == before


def test_the_same_bytes_under_another_name_are_refused_and_change_nothing(store: Store) -> None:
    put(store, make_document("a.txt", "Zdanie."))
    before = (store.generation(), everything(store))

    with pytest.raises(SameContentError, match=r"held as a\.txt"):
        put(store, make_document("b.txt", "Zdanie."))

    assert (store.generation(), everything(store)) == before


def test_what_fails_in_the_middle_leaves_the_old_state(store: Store) -> None:
    put(store, make_document("a.txt", "Stare zdanie."))
    before = (store.generation(), everything(store))
    with store.database.writing() as connection:
        connection.execute(
            "CREATE TRIGGER stop BEFORE INSERT ON sentences BEGIN SELECT raise(ABORT, 'stop'); END"
        )

    with pytest.raises(Exception, match="stop"):
        put(store, make_document("a.txt", "Nowe zdanie."))

    assert (store.generation(), everything(store)) == before


def test_the_generation_grows_with_every_change(store: Store) -> None:
    seen = [store.generation()]
    held = put(store, make_document("a.txt", "Zdanie."))
    seen.append(store.generation())
    store.remove(held.id, by="staff")
    seen.append(store.generation())

    assert seen == [0, 1, 2]


def test_a_vector_is_wanted_for_each_sentence(store: Store) -> None:
    document = make_document("a.txt", "Jeden.\nDwa.")

    with pytest.raises(ValueError, match="2 sentences"):
        store.add(
            document,
            b"x",
            name="a.txt",
            vectors=np.ones((1, 8), np.float32),
            model=MODEL,
            arrival=Arrival("staff"),
        )


def test_a_document_is_found_by_id_name_and_a_base_name_that_only_one_has(store: Store) -> None:
    held = put(store, make_document("index.html", "Jeden."), name="a/index.html")

    assert store.find(held.id) == store.find("a/index.html") == store.find("index.html") == held

    put(store, make_document("index.html", "Dwa."), name="b/index.html")
    with pytest.raises(UnknownDocumentError):
        store.find("index.html")


@pytest.mark.parametrize("read", [Store.document, Store.source, Store.text, Store.content, Store.cut])
def test_what_is_not_held_is_said_so(store: Store, read: object) -> None:
    assert callable(read)

    with pytest.raises(UnknownDocumentError, match="no document"):
        read(store, "0123456789ab")


def test_another_models_vectors_stand_beside_until_every_document_has_them(store: Store) -> None:
    first = put(store, make_document("a.txt", "Jeden."))
    second = put(store, make_document("b.txt", "Dwa."))
    other = np.ones((1, 4), np.float32)

    store.put_vectors(first.id, first.generation, other, model="other")
    assert not store.take_model("other", name="other", instead_of=None, by="ania")
    assert store.vectors_of(first.id, MODEL) is not None

    store.put_vectors(second.id, second.generation, other, model="other")
    assert store.take_model("other", name="other", instead_of=None, by="ania")
    assert store.vectors_of(first.id, MODEL) is None


def test_vectors_of_content_that_has_changed_since_are_not_kept(store: Store) -> None:
    old = put(store, make_document("a.txt", "Jeden."))
    put(store, make_document("a.txt", "Dwa."))

    assert not store.put_vectors(old.id, old.generation, np.ones((1, 4), np.float32), model="other")


@given(st.lists(st.lists(st.floats(-1, 1), min_size=8, max_size=8).filter(any), max_size=5))
@settings(max_examples=50)
def test_vectors_are_kept_with_their_cosines(rows: list[list[float]]) -> None:
    vectors = np.array(rows, np.float32).reshape(-1, 8)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors = (vectors / np.where(lengths > 0, lengths, 1)).astype(np.float32)

    assert np.allclose(unpacked(packed(vectors), 8), vectors, atol=1e-3)


def test_what_was_answered_stays_when_the_document_goes(store: Store) -> None:
    held = put(store, make_document("a.txt", "Zdanie."))
    talk = store.conversations.begin()
    store.conversations.append(
        talk, "Co?", '{"quote": "Zdanie."}', asked_at=datetime.now(UTC), elapsed_ms=1.5
    )

    store.remove(held.id, by="staff")

    assert [turn.answer for turn in store.conversations.turns(talk)] == ['{"quote": "Zdanie."}']


def test_a_span_of_the_title_is_not_lost(store: Store) -> None:
    held = put(store, make_document("a.txt", "Zdanie.", heading="Góra"))

    assert store.document_passages(held.id)[0].headings == (Span(0, 4),)
