"""Words: folded forms and lemmas, Polish and English alike."""

import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.words import (
    SHORTEST_STEM,
    fold,
    forms,
    index_terms,
    is_known,
    lemma,
    readings,
    restored_lemmas,
    stop_words,
    tokenize,
    without_ending,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Zażółć gęślą jaźń", "zazolc gesla jazn"),
        ("ŁÓDŹ", "lodz"),
        ("e\u0301cole", "ecole"),
        ("Straße", "strasse"),
        ("ﬁrma", "firma"),
        ("KKK-2025", "kkk-2025"),
        ("", ""),
    ],
)
def test_folding_takes_away_case_and_diacritics(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=60))
def test_folding_leaves_no_marks(text: str) -> None:
    assert not any(unicodedata.combining(c) for c in fold(text))


@given(st.characters(categories=["Lu", "Ll", "Nd"]))
def test_no_letter_is_folded_away(letter: str) -> None:
    assert fold(letter)


@given(st.text(alphabet="aąbcćdeęłńóśźżAĄŁŻ", max_size=30))
def test_polish_letters_keep_their_number(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(max_size=80))
def test_tokens_stand_in_the_text_in_order(text: str) -> None:
    at = 0
    for token in tokenize(text):
        at = text.index(token, at) + len(token)

    assert at <= len(text)


@pytest.mark.parametrize(
    "inflected",
    [
        ("klaster", "klastra", "klastrowi", "klastrem", "klastrze", "klastry", "klastrów", "klastrami"),
        ("młyn", "młyna", "młynem", "młyny", "młynów", "młynach"),
        ("śląski", "śląskiego", "śląskiej", "śląską", "śląskich"),
        ("foundry", "foundries"),
        ("company", "companies"),
    ],
)
def test_every_form_of_a_word_meets_the_others(inflected: tuple[str, ...]) -> None:
    assert len({lemma(form) for form in inflected}) == 1


@pytest.mark.parametrize("word", ["stępka", "polski", "huta", "krajowy", "companies", "zubrotexu"])
def test_a_word_that_opens_a_sentence_meets_itself(word: str) -> None:
    assert lemma(word.capitalize()) == lemma(word.upper()) == lemma(word)


def test_a_name_that_only_a_capital_makes_is_known_by_it() -> None:
    assert lemma("Elblągu") == lemma("Elbląg") == "elblag"


@pytest.mark.parametrize(
    "inflected",
    [("Bursztnovia", "Bursztnovii", "Bursztnovią"), ("Zubrotex", "Zubrotexu", "Zubrotexem", "Zubrotexowi")],
)
def test_a_name_in_no_dictionary_loses_its_case_ending(inflected: tuple[str, ...]) -> None:
    assert len({lemma(form) for form in inflected}) == 1


def test_a_short_name_keeps_its_ending() -> None:
    assert without_ending("nova") == "nova"
    assert without_ending("a" * SHORTEST_STEM + "ami") == "a" * SHORTEST_STEM


def test_a_polish_form_has_every_reading() -> None:
    assert {one.lemma for one in readings("mam")} >= {"mieć", "mama"}
    assert {one.part for one in readings("mam")} >= {"fin", "subst"}


def test_an_unknown_form_has_no_reading() -> None:
    assert readings("zubrotexu") == ()


@pytest.mark.parametrize("token", ["klastrami", "foundries", "2025"])
def test_a_word_of_either_language_is_known(token: str) -> None:
    assert is_known(token)


def test_a_word_of_neither_language_is_not_known() -> None:
    assert not is_known("zubrotexu")


def test_a_text_is_found_by_lemmas_and_by_forms() -> None:
    terms = index_terms("Klastry żeglarskie: 48 firm!")

    assert terms.lemmas == "klaster zeglarski 48 firma"
    assert terms.surface == "klastry zeglarskie 48 firm"


def test_forms_pair_each_word_with_its_lemma() -> None:
    assert list(forms("Firm i firm")) == [("firm", "firma"), ("i", "i"), ("firm", "firma")]


@given(st.text(max_size=60))
def test_there_is_a_lemma_and_a_form_for_each_token(text: str) -> None:
    assert len(list(forms(text))) == len(tokenize(text))


@pytest.mark.parametrize("word", ["kto", "kiedy", "ktory", "jest", "the", "which", "who", "zeby"])
def test_function_words_say_nothing(word: str) -> None:
    assert word in stop_words()


@pytest.mark.parametrize("word", ["klaster", "firma", "status", "cluster", "until"])
def test_words_of_the_field_say_something(word: str) -> None:
    assert word not in stop_words()


def test_lemmas_are_the_same_in_every_thread() -> None:
    tokens = ["klastrami", "młynów", "łodzie", "zubrotexu"] * 50
    readings.cache_clear()
    lemma.cache_clear()
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lemma, tokens))

    assert found == [lemma(token) for token in tokens]


@pytest.mark.parametrize(("typed", "meant"), [("kola", "koła"), ("mlyn", "młyn"), ("stepki", "stępki")])
def test_letters_typed_without_their_marks_are_given_back(typed: str, meant: str) -> None:
    assert lemma(meant) in restored_lemmas(typed)


def test_a_word_that_no_mark_makes_another_stays_alone() -> None:
    assert restored_lemmas("brum") == ()


@given(st.text(alphabet="acelnosz", max_size=12))
def test_what_is_given_back_is_a_lemma_of_the_index(typed: str) -> None:
    assert all(fold(one) == one for one in restored_lemmas(typed))


@pytest.mark.parametrize(
    "forms",
    [
        ("Drutmerka", "Drutmerki", "Drutmerce", "Drutmerkę", "Drutmerką"),
        ("X4Ladra", "X4Ladry", "X4Ladrze", "X4Ladrą"),
        ("Xylice", "Xylic", "Xylicach"),
        ("Minatek", "Minatekiem", "Minateku"),
        ("MedSaxonia", "MedSaxonii", "MedSaxonią"),
    ],
)
def test_an_unknown_name_meets_itself_in_every_case(forms: tuple[str, ...]) -> None:
    assert len({lemma(form) for form in forms}) == 1


def test_unknown_names_with_and_without_an_i_are_two() -> None:
    assert lemma("Plastyna") != lemma("Plastynia")


def test_a_prefix_before_a_name_that_might_be_is_no_reading() -> None:
    assert readings("Polimerka") == ()
