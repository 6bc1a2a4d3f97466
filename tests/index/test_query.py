"""What the index is asked: a question's words read against the library's own."""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.query import HIGHEST_WEIGHT, MOST_ALTERNATIVES, Query, Term, read_query, stem
from index.store import Store
from index.words import forms
from tests.fakes import make_document, put


class Words:
    """The vocabulary of some passages."""

    def __init__(self, *passages: str) -> None:
        self._passages = [list(forms(passage)) for passage in passages]

    def forms(self, folded: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        pairs = {pair for passage in self._passages for pair in passage if pair[0] in folded}
        return {form: tuple(sorted(lemma for one, lemma in pairs if one == form)) for form, _ in pairs}

    def frequencies(self, lemmas: Collection[str]) -> Mapping[str, int]:
        return {one: sum(one in {lemma for _, lemma in p} for p in self._passages) for one in lemmas}

    def vocabulary(self) -> Sequence[str]:
        return sorted({form for passage in self._passages for form, _ in passage})

    def passage_count(self) -> int:
        return len(self._passages)


LIBRARY = Words(
    "Klaster Młyńskie Koło skupia młyny i piekarnie",
    "Klaster Bursztynowy Ster skupia szkutników",
    "Copper Lantern brings together foundries",
)


def lemmas(text: str) -> set[str]:
    return set(read_query(text, LIBRARY).lemmas)


def term(text: str, written: str) -> Term:
    return next(one for one in read_query(text, LIBRARY).terms if one.written == written)


def test_function_and_question_words_are_left_out() -> None:
    query = read_query("Kto reprezentuje klaster?", LIBRARY)

    assert [one.written for one in query.terms] == ["reprezentuje", "klaster"]


def test_the_ending_of_a_number_is_no_word() -> None:
    query = read_query("Gala z okazji 10-lecia", LIBRARY)

    assert [one.written for one in query.terms] == ["Gala", "okazji", "10"]


def test_the_text_is_kept_as_it_stands() -> None:
    assert read_query("Kto to?", LIBRARY).text == "Kto to?"


def test_an_inflected_word_meets_the_librarys_form() -> None:
    assert "szkutnik" in lemmas("O szkutnikach")


def test_a_label_meets_its_other_names() -> None:
    library = Words("Status KKK trwa trzy lata", "A National Key Cluster is one that is key")

    assert "kkk" in read_query("Who awards the National Key Cluster title?", library).lemmas
    assert {"krajowy"} <= set(read_query("Who awards KKK to clusters?", Words("Krajowy Klaster")).lemmas)


def test_words_without_diacritics_meet_those_of_the_library() -> None:
    assert {"mlynski", "piekarnia"} <= lemmas("mlynskie piekarnie")


@pytest.mark.parametrize("written", ["Bursztnowy", "Bursztynwoy", "Bursztynnowy"])
def test_a_typing_error_meets_the_librarys_word(written: str) -> None:
    assert "bursztynowy" in lemmas(written)


def test_a_word_of_the_dictionary_is_not_taken_for_an_error() -> None:
    assert "ster" not in lemmas("stek")


def test_a_number_is_not_taken_for_an_error() -> None:
    assert read_query("1234", Words("1235 firm")).lemmas == ("1234",)


def test_a_word_finds_its_translation() -> None:
    assert "klaster" in lemmas("cluster")
    assert "cluster" in lemmas("klastry")


def test_a_terms_own_lemma_comes_first() -> None:
    assert term("Which companies?", "companies").lemmas[0] == "company"


def test_a_word_stands_for_few_others() -> None:
    alternatives = [len(one.lemmas) for one in read_query("found company member research", LIBRARY).terms]

    assert max(alternatives) <= MOST_ALTERNATIVES


def test_a_word_asked_twice_is_one_term() -> None:
    assert len(read_query("klaster klastra klastrem", LIBRARY).terms) == 1


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    query = "Klaster szkutników"

    assert term(query, "szkutników").weight > term(query, "Klaster").weight


def test_the_weight_is_that_of_bm25() -> None:
    assert term("szkutników", "szkutników").weight == pytest.approx(math.log(1 + 2.5 / 1.5))


def test_a_word_nobody_wrote_has_a_bounded_weight() -> None:
    many = Words(*["firma"] * 20_000)

    assert read_query("żubr", many).terms[0].weight == HIGHEST_WEIGHT


@pytest.mark.parametrize("written", ["Ster", "MTC", "2025", "zubrotex"])
def test_capitals_inside_numbers_and_unknown_words_are_names(written: str) -> None:
    assert term(f"status {written}", written).is_name


@pytest.mark.parametrize(("text", "written"), [("Status klastra", "Status"), ("jaki status", "status")])
def test_a_capital_at_the_start_is_no_sign_of_a_name(text: str, written: str) -> None:
    assert not term(text, written).is_name


def test_words_in_quotation_marks_are_a_name_function_words_and_all() -> None:
    query = read_query("kto prowadzi „od morza”", LIBRARY)

    assert [(one.written, one.is_name) for one in query.terms[1:]] == [("od", True), ("morza", True)]


def test_a_function_word_in_capitals_is_an_acronym() -> None:
    assert "IT" in [one.written for one in read_query("klaster IT", LIBRARY).terms]


def test_in_a_question_all_in_capitals_function_words_stay_function_words() -> None:
    query = read_query("KTO I GDZIE REPREZENTUJE", LIBRARY)

    assert [one.written for one in query.terms] == ["REPREZENTUJE"]


def test_neighbours_are_pairs_of_terms_that_follow_one_another() -> None:
    (pairs,) = read_query("Bursztynowy Ster", LIBRARY).neighbours

    assert ("bursztynowy", "ster") in pairs


def test_words_of_one_family_share_their_stem() -> None:
    assert stem("wyborca") == stem("wyborczy")
    assert stem("ster") == "ster"


def test_a_query_without_words_has_no_terms() -> None:
    assert read_query("?! …", LIBRARY).terms == ()


def test_an_empty_library_can_be_asked() -> None:
    query = read_query("Kto reprezentuje klaster?", Words())

    assert [one.written for one in query.terms] == ["reprezentuje", "klaster"]


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("query")
    made = Store(folder / "library.sqlite")
    put(
        made,
        make_document("a.txt", "Klaster Młyńskie Koło skupia młyny.", "Klaster Bursztynowy Ster działa."),
    )
    yield made
    made.close()


def test_the_store_is_such_a_vocabulary(store: Store) -> None:
    query = read_query("mlynskie kolo", store)

    assert {"mlynski", "kola"} & set(query.lemmas)
    assert all(one.weight > 0 for one in query.terms)


@given(text=st.text(max_size=120))
def test_any_text_can_be_asked(store: Store, text: str) -> None:
    query = read_query(text, store)

    assert query.text == text
    assert all(one.lemmas and 0 < one.weight <= HIGHEST_WEIGHT for one in query.terms)


@given(
    st.lists(
        st.sampled_from(["klaster", "Ster", "„od", "morza”", "IT", "2025", "a", "zubrotexu"]), max_size=9
    )
)
def test_terms_have_lemmas_of_their_own(written: list[str]) -> None:
    query: Query = read_query(" ".join(written), LIBRARY)
    first = [one.lemmas[0] for one in query.terms]

    assert len(first) == len(set(first))


def test_words_of_the_field_stand_for_one_another() -> None:
    assert "reprezentowac" in lemmas("kto koordynuje szkutników")


@pytest.mark.parametrize(
    ("question", "other"),
    [("How many candles were lit?", "swieczka"), ("Ilu pszczelarzy przyszło?", "beekeeper")],
)
def test_everyday_words_stand_for_those_of_the_other_language(question: str, other: str) -> None:
    assert other in lemmas(question)


def test_an_english_word_that_is_a_form_of_another_is_read_in_english_too() -> None:
    query = read_query("Which mills got the label?", Words("Młyn dostał odznakę"))

    assert "dostac" in query.lemmas


@pytest.mark.parametrize("question", ["What is meant by a mill race?", "Co to takiego młynówka?"])
def test_the_words_that_ask_for_a_meaning_say_nothing_of_it(question: str) -> None:
    assert lemmas(question).isdisjoint({"mean", "meant", "taki", "takiego"})
