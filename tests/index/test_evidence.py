"""How much of a query stands in a text."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.evidence import FAMILY, Part, bag, match, met, sentence_evidence, share
from index.model import Evidence
from index.query import Query, Term
from index.store import Store
from index.words import lemma
from tests.fakes import make_document, put


def asked(*written: str, names: tuple[str, ...] = ()) -> Query:
    """A query of words of weight 1 each, and of names of weight 2."""
    terms = [Term(word, (lemma(word),), 1.0, is_name=False) for word in written]
    terms += [Term(name, (lemma(name),), 2.0, is_name=True) for name in names]
    return Query(" ".join((*written, *names)), tuple(terms))


def test_a_bag_holds_the_lemmas_of_a_text() -> None:
    assert bag("Firmy i firm.").lemmas == {"firma", "i"}


def test_neighbours_stand_next_to_one_another_or_with_one_word_between() -> None:
    pairs = bag("młyny oraz piekarnie działają").pairs

    assert (lemma("młyny"), "piekarnia") in pairs
    assert (lemma("młyny"), lemma("działają")) not in pairs


def test_the_share_is_of_the_querys_weight() -> None:
    query = asked("firma", names=("Ster",))

    assert share(query, [bag("firmy")]) == pytest.approx(1 / 3)
    assert share(query, [bag("Ster")]) == pytest.approx(2 / 3)
    assert share(query, [bag("firmy"), bag("Ster")]) == pytest.approx(1.0)


def test_a_word_of_the_same_family_counts_for_less() -> None:
    query = asked("wyborca")

    assert share(query, [bag("wyborczy")]) == pytest.approx(FAMILY)
    assert match(query.terms[0], bag("wyborczy")) == FAMILY


def test_a_word_held_counts_once_beside_its_family() -> None:
    assert share(asked("wyborca"), [bag("wyborczy"), bag("wyborca")]) == pytest.approx(1.0)


def test_of_the_names_alone_their_own_weight_counts() -> None:
    query = asked("firma", names=("Ster", "Huta"))

    assert share(query, [bag("firma Ster")], "names") == pytest.approx(0.5)


def test_a_query_without_names_is_half_met_by_names() -> None:
    assert share(asked("firma"), [bag("firma")], "names") == 0.5


def test_of_the_other_words_alone_their_own_weight_counts() -> None:
    query = asked("firma", "młyn", names=("Ster",))

    assert share(query, [bag("firma Ster")], "others") == pytest.approx(0.5)


def test_a_query_of_names_alone_has_no_other_words_to_miss() -> None:
    assert share(asked(names=("Ster",)), [bag("firma")], "others") == 1.0


def test_an_empty_query_is_not_met() -> None:
    assert share(asked(), [bag("firma")]) == 0.0


def test_an_empty_text_meets_nothing() -> None:
    assert share(asked("firma"), [bag(""), bag("  …")]) == 0.0


def test_what_two_texts_meet_together_is_what_each_meets() -> None:
    query = asked("firma", "młyn")

    assert met(query, bag("firma")) | met(query, bag("młyn")) == met(query, bag("firma młyn"))


WORDS = ["firma", "firmy", "młyn", "młynarz", "wyborca", "wyborczy", "Ster", "i", "2025"]
QUERIES = st.builds(
    lambda written, names: asked(*written, names=tuple(names)),
    st.lists(st.sampled_from(WORDS), max_size=5, unique=True),
    st.lists(st.sampled_from(WORDS), max_size=3, unique=True),
)
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), max_size=5)


@given(QUERIES, TEXTS, st.sampled_from(get_args(Part)))
def test_a_share_lies_between_none_and_all(query: Query, texts: list[str], part: Part) -> None:
    assert 0.0 <= share(query, map(bag, texts), part) <= 1.0 + 1e-9


@given(QUERIES, TEXTS, st.sampled_from(WORDS), st.sampled_from(get_args(Part)))
def test_another_text_never_makes_the_share_less(
    query: Query, texts: list[str], more: str, part: Part
) -> None:
    before = share(query, map(bag, texts), part)

    assert share(query, map(bag, [*texts, more]), part) >= before


@given(QUERIES, TEXTS)
def test_a_share_does_not_depend_on_the_order_of_the_texts(query: Query, texts: list[str]) -> None:
    assert share(query, map(bag, texts)) == share(query, map(bag, reversed(texts)))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "library.sqlite")
    yield made
    made.close()


@pytest.fixture
def evidence(store: Store) -> tuple[Evidence, ...]:
    """Of three sentences under a heading "Młyny", for the query "firma młyn Ster"."""
    document = make_document(
        "a.txt", "Ster działa.\nSkupia firmy.\nPogoda dopisuje.", title="O", heading="Młyny"
    )
    held = put(store, document)
    (passage,) = store.document_passages(held.id)
    return sentence_evidence(asked("firma", "młyn", names=("Ster",)), passage, [0.9, 0.8, 0.7])


def test_each_sentence_has_its_own_cosine(evidence: tuple[Evidence, ...]) -> None:
    assert [one.cosine for one in evidence] == [0.9, 0.8, 0.7]


def test_alone_a_sentence_holds_what_stands_in_it(evidence: tuple[Evidence, ...]) -> None:
    assert [one.alone for one in evidence] == pytest.approx([0.5, 0.25, 0.0])


def test_in_context_it_holds_what_stands_above_it(evidence: tuple[Evidence, ...]) -> None:
    assert [one.in_context for one in evidence] == pytest.approx([0.75, 0.5, 0.25])


def test_with_the_sentence_before_it_holds_that_too(evidence: tuple[Evidence, ...]) -> None:
    assert [one.with_previous for one in evidence] == pytest.approx([0.75, 1.0, 0.5])


def test_names_are_looked_for_in_context(evidence: tuple[Evidence, ...]) -> None:
    assert [one.names for one in evidence] == pytest.approx([1.0, 0.0, 0.0])


def test_the_other_words_are_looked_for_in_context(evidence: tuple[Evidence, ...]) -> None:
    assert [one.others for one in evidence] == pytest.approx([0.5, 1.0, 0.5])
