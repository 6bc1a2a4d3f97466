"""Finding passages, by their words and by the real model's vectors."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.encoder import Encoder
from tests.assistant.invented import LIBRARY, STER
from tests.assistant.shelf import Shelf
from tests.fakes import HashingEncoder


def filled(folder: Path, encoder: Encoder) -> Iterator[Shelf]:
    made = Shelf(folder, encoder)
    for file, text in LIBRARY.items():
        made.add(file, text)
    yield made
    made.store.close()


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    """The invented library without a model."""
    yield from filled(tmp_path_factory.mktemp("words"), HashingEncoder())


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Iterator[Shelf]:
    """The invented library with the real model."""
    yield from filled(tmp_path_factory.mktemp("real"), encoder)


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    """An empty library."""
    made = Shelf(tmp_path, HashingEncoder())
    yield made
    made.store.close()


def files(shelf: Shelf, query: str) -> list[str]:
    return [hit.passage.document.file for hit in shelf.search.search(query)]


def test_an_empty_library_holds_nothing_to_find(shelf: Shelf) -> None:
    assert shelf.search.search("klaster") == ()


def test_hits_are_ranked_from_one_best_first(words: Shelf) -> None:
    hits = words.search.search("Kto reprezentuje Młyńskie Koło?")

    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.parametrize("limit", [1, 3])
def test_no_more_than_the_limit_is_found(words: Shelf, limit: int) -> None:
    assert len(words.search.search("klaster", limit)) == limit


def test_a_passage_is_found_once(words: Shelf) -> None:
    ids = [hit.passage.id for hit in words.search.search("klaster status", 20)]

    assert len(ids) == len(set(ids))


def test_a_hit_has_the_evidence_of_each_of_its_sentences(words: Shelf) -> None:
    hits = words.search.search("Kiedy powstał Bursztynowy Ster?")

    assert all(len(hit.evidence) == len(hit.passage.sentences) for hit in hits)


def test_the_query_is_given_as_it_was_understood(words: Shelf) -> None:
    query = words.search.find("Kto reprezentuje Młyńskie Koło?").query

    assert [term.written for term in query.terms] == ["reprezentuje", "Młyńskie", "Koło"]


@pytest.mark.parametrize(
    ("query", "file"),
    [
        ("Młyńskiego Koła", "kolo.md"),
        ("mlynskiego kola", "kolo.md"),
        ("Mlynskie Kolo", "kolo.md"),
        ("Bursztnowy Ster", "ster.md"),
        ("lanterns of copper", "lantern.md"),
        ("wiklinowego mostu", "runda.md"),
        ("stępki i kadłuby", "slownik.md"),
    ],
)
def test_words_find_their_passage_in_any_form(words: Shelf, query: str, file: str) -> None:
    assert files(words, query)[0] == file


@pytest.mark.model
@pytest.mark.parametrize(
    ("query", "file"),
    [
        ("Who runs the mills and bakeries of Kłodzko?", "kolo.md"),
        ("odlewnie i narzędziownie w Legnicy", "lantern.md"),
        ("the bottom beam of a ship", "words.md"),
        ("najniższa belka statku", "slownik.md"),
        ("yacht companies of Elbląg", "ster.md"),
        ("do kiedy wazny jest status mlynskiego kola", "kolo.md"),
        ("Kto kieruje Bursztnowym Sterem?", "ster.md"),
    ],
)
def test_meaning_finds_its_passage_across_languages(real: Shelf, query: str, file: str) -> None:
    assert files(real, query)[0] == file


def test_complaint_8_what_was_removed_is_not_found(shelf: Shelf) -> None:
    shelf.add("kolo.md", LIBRARY["kolo.md"])
    document = shelf.add("ster.md", STER)
    assert "ster.md" in files(shelf, "Bursztynowy Ster")

    shelf.store.remove(document, by="staff")
    assert "ster.md" not in files(shelf, "Bursztynowy Ster")


def test_what_was_replaced_is_found_as_it_is_now(shelf: Shelf) -> None:
    shelf.add("ster.md", STER)
    shelf.search.search("Bursztynowy Ster")
    shelf.add("ster.md", STER.replace("szkutniczych", "bednarskich"))

    text = " ".join(hit.passage.text for hit in shelf.search.search("Bursztynowy Ster firmy"))
    assert "bednarskich" in text
    assert "szkutniczych" not in text


def test_what_was_added_after_a_search_is_found(shelf: Shelf) -> None:
    assert files(shelf, "Bursztynowy Ster") == []
    shelf.add("ster.md", STER)

    assert files(shelf, "Bursztynowy Ster")[0] == "ster.md"


def test_the_same_query_finds_the_same(words: Shelf) -> None:
    assert words.search.search("status klastra") == words.search.search("status klastra")


@pytest.mark.parametrize(
    "query", ["?!", "", '"', "a OR b NEAR(c*) -- \" ' ; DROP", "\x00", "🦀", "kto gdzie kiedy"]
)
def test_no_query_is_taken_for_a_command(words: Shelf, query: str) -> None:
    assert len(words.search.search(query, 5)) <= 5


@given(query=st.text(max_size=80))
def test_any_text_can_be_searched_for(words: Shelf, query: str) -> None:
    hits = words.search.search(query, 5)

    assert all(0 <= one.alone <= one.in_context + 1e-9 for hit in hits for one in hit.evidence)
