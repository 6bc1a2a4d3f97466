"""Words: which passages hold which, counted exactly."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.store import Store
from index.words import index_terms
from tests.fakes import make_document, put


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "library.sqlite")
    yield made
    made.close()


def found(store: Store, text: str) -> list[str]:
    """The texts of the passages that match, best first."""
    terms = index_terms(text)
    rows = store.match(terms.lemmas.split(), terms.surface.split(), 10)
    return [one.text for one in store.passages([row.passage for row in rows]).values()]


def test_the_passage_with_the_rarer_word_comes_first(store: Store) -> None:
    paragraphs = [f"Klaster numer {n} działa." for n in range(8)]
    put(store, make_document("a.txt", *paragraphs, "Klaster lotniczy działa.", "Zupełnie co innego."))

    assert found(store, "klaster lotniczy")[0] == "Klaster lotniczy działa."


def test_an_inflected_form_meets_its_lemma_without_diacritics(store: Store) -> None:
    put(store, make_document("a.txt", "Śląskiego klastra członkowie.", "Nic o tym."))

    assert found(store, "slaski klaster") == ["Śląskiego klastra członkowie."]


def test_each_channel_scores_its_own_words(store: Store) -> None:
    put(
        store, make_document("a.txt", "Klastrami kierują.", "Klaster działa.", "Pogoda.", "Deszcz.", "Wiatr.")
    )

    by_lemma = {row.passage: row for row in store.match(["klaster"], ["klaster"], 10)}
    scores = [(row.lemmas > 0, row.surface > 0) for _, row in sorted(by_lemma.items())]

    assert scores == [(True, False), (True, True)]


def test_a_passage_is_found_by_its_title_and_heading(store: Store) -> None:
    put(store, make_document("a.txt", "Powstał dawno.", title="Dolina Lotnicza"))
    put(store, make_document("b.txt", "Powstał niedawno.", heading="Minatech"))
    put(store, make_document("c.txt", "Powstał wczoraj."))

    assert found(store, "Dolina Lotnicza") == ["Powstał dawno."]
    assert found(store, "Minatech") == ["Powstał niedawno."]


@pytest.mark.parametrize("term", ['"', "a AND", "NEAR(", "lemmas:x", "*", "^", "x_y", "日本", "-", ""])
def test_no_term_is_read_as_a_query_language(store: Store, term: str) -> None:
    put(store, make_document("a.txt", "Klaster."))

    assert store.match([term], [term], 10) == ()


def test_frequencies_count_passages_and_know_of_words_that_are_in_none(store: Store) -> None:
    put(store, make_document("a.txt", "Klaster i klaster.", "Klastry.", "Pogoda."))

    assert store.frequencies(["klaster", "smok"]) == {"klaster": 2, "smok": 0}


def test_forms_lead_to_the_lemmas_seen_with_them(store: Store) -> None:
    put(store, make_document("a.txt", "Klastrów jest wiele."))

    assert store.forms(["klastrow", "smok"]) == {"klastrow": ("klaster",), "smok": ()}


def test_the_vocabulary_follows_the_library(store: Store) -> None:
    held = put(store, make_document("a.txt", "Klaster."))
    assert "klaster" in store.vocabulary()

    store.remove(held.id, by="staff")

    assert store.vocabulary() == ()
    assert store.passage_count() == 0


def test_no_more_than_the_limit_is_given(store: Store) -> None:
    put(store, make_document("a.txt", *(f"Klaster {n}." for n in range(20)), "Pogoda."))

    assert len(store.match(["klaster"], [], 7)) == 7
