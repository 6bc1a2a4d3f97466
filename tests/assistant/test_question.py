"""What a question asks for, by its words alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import QuestionError
from assistant.question import LONGEST_QUESTION, Asked, names, understand
from index.words import tokenize

KINDS: list[tuple[str, Asked]] = [
    ("Ile firm należy do klastra?", "number"),
    ("How many members does the cluster have?", "number"),
    ("Jaka jest liczba członków klastra?", "number"),
    ("Jaka jest składka członkowska?", "number"),
    ("Kiedy powstał klaster?", "date"),
    ("Do kiedy klaster ma status?", "date"),
    ("W którym roku założono klaster?", "date"),
    ("In which year was the cluster founded?", "date"),
    ("Until when is the status valid?", "date"),
    ("Kto reprezentuje klaster?", "person"),
    ("Who represents the cluster?", "person"),
    ("Jaki jest koordynator klastra?", "person"),
    ("Gdzie działa klaster?", "place"),
    ("W jakim mieście ma siedzibę klaster?", "place"),
    ("Where does the cluster work?", "place"),
    ("Dlaczego powstał klaster?", "reason"),
    ("Jaki jest cel klastra?", "reason"),
    ("Why was the cluster founded?", "reason"),
    ("Co to jest klaster?", "definition"),
    ("Czym jest klaster energii?", "definition"),
    ("What is a cluster?", "definition"),
    ("Czy klaster ma status?", "yes_no"),
    ("Does the cluster have a status?", "yes_no"),
    ("Jaki jest telefon do klastra?", "phone"),
    ("What is the phone number of the cluster?", "phone"),
    ("Jaki e-mail ma klaster?", "email"),
    ("Jaki jest adres klastra?", "address"),
    ("What is the address of the cluster?", "address"),
    ("Jaka jest strona internetowa klastra?", "website"),
    ("Jak dołączyć do klastra?", "manner"),
    ("How does one join a cluster?", "manner"),
    ("Prowadzę tartak, jaki klaster wybrać?", "advice"),
    ("I run a sawmill, which cluster should I join?", "advice"),
    ("Które klastry mają status?", "thing"),
    ("Which clusters hold the status?", "thing"),
    ("What is the budget of the cluster?", "number"),
    ("status klastra", "thing"),
]


@pytest.mark.parametrize(("text", "asked"), KINDS)
def test_the_question_word_and_its_noun_say_what_is_asked_for(text: str, asked: Asked) -> None:
    assert understand(text).asked == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("ktory rok", "date"),
        ("w ktorym wojewodztwie dziala klaster", "place"),
        ("skad pochodza firmy", "place"),
        ("prowadze piekarnie, ktory klaster wybrac", "advice"),
    ],
)
def test_a_question_typed_without_diacritics_asks_for_the_same(text: str, asked: Asked) -> None:
    assert understand(text).asked == asked


@pytest.mark.parametrize(("prefix"), ["A ", "I ", "Ale "])
def test_a_conjunction_before_the_question_word_changes_nothing(prefix: str) -> None:
    assert understand(f"{prefix}kiedy powstał klaster?").asked == "date"


def test_a_question_word_may_stand_after_the_name() -> None:
    assert understand("Klaster Bursztynowy Ster – kto reprezentuje?").asked == "person"


def test_a_relative_clause_is_no_question() -> None:
    assert understand("klaster, który działa w Elblągu").asked == "thing"


def test_do_opens_a_question_in_english_alone() -> None:
    assert understand("Do the clusters meet every year?").asked == "yes_no"
    assert understand("Do czego służy klaster?").asked != "yes_no"


def test_a_name_alone_after_what_is_asks_for_a_definition() -> None:
    assert understand("What is Copper Lantern?").asked == "definition"
    assert understand("Kim jest Halina Wodnicka?").asked == "definition"


@pytest.mark.parametrize(
    "text", ["Które klastry mają status?", "Which clusters hold the status?", "Jakie firmy?"]
)
def test_a_plural_noun_asks_for_several(text: str) -> None:
    assert understand(text).several


@pytest.mark.parametrize(
    "text", ["Który klaster ma status?", "Which cluster is it?", "Kto reprezentuje klastry?"]
)
def test_a_singular_noun_asks_for_one(text: str) -> None:
    assert not understand(text).several


@pytest.mark.parametrize("text", ["Kto go reprezentuje?", "Where is its seat?", "Kiedy powstał ten klaster?"])
def test_a_pronoun_points_back(text: str) -> None:
    assert understand(text).points_back


@pytest.mark.parametrize("text", ["Czy to prawda, że ten rok był dobry?", "Who said that the fee is high?"])
def test_a_demonstrative_that_only_opens_a_clause_does_not_point_back(text: str) -> None:
    assert not understand(text).points_back


def test_a_conjunction_at_the_start_continues_a_conversation() -> None:
    assert understand("a gdzie?").continues
    assert understand("and where?").continues
    assert not understand("gdzie?").continues


def test_the_language_is_that_of_the_words_around_the_names() -> None:
    assert understand("Who represents Klaster Młyńskie Koło?").language == "en"
    assert understand("Kto reprezentuje Copper Lantern Cluster?").language == "pl"


def test_a_language_that_was_chosen_is_kept() -> None:
    assert understand("Kto reprezentuje klaster?", "en").language == "en"


def test_a_question_of_a_name_alone_has_a_language() -> None:
    assert understand("Młyńskie Koło").language == "pl"


def test_white_space_is_straightened() -> None:
    assert understand("  Kto \n reprezentuje\tklaster? ").text == "Kto reprezentuje klaster?"


@pytest.mark.parametrize("text", ["", "   ", "?!…", "\n\t", "—", "„”"])
def test_a_question_without_a_word_is_refused_by_name(text: str) -> None:
    with pytest.raises(QuestionError) as caught:
        understand(text)

    assert caught.value.field == "question"
    assert caught.value.permanent


def test_the_longest_question_is_understood_and_one_letter_more_is_refused() -> None:
    assert understand("a" * LONGEST_QUESTION).text
    with pytest.raises(QuestionError, match=f"at most {LONGEST_QUESTION} characters"):
        understand("a" * (LONGEST_QUESTION + 1))


@given(st.text(max_size=300).filter(lambda text: bool(tokenize(text))))
def test_any_text_with_a_word_in_it_is_understood(text: str) -> None:
    assert understand(text).text == " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kto reprezentuje Klaster Młyńskie Koło?", ("Klaster Młyńskie Koło",)),
        ("Czy Halina Wodnicka zna Ignacego Żarnowskiego?", ("Halina Wodnicka", "Ignacego Żarnowskiego")),
        ("Which clusters hold KKK status?", ("KKK",)),
        ("Does the School of Sails and Ropes teach?", ("School of Sails and Ropes",)),
        ("kiedy powstał klaster?", ()),
        ("Kiedy?", ()),
    ],
)
def test_names_are_runs_of_capitalised_words(text: str, found: tuple[str, ...]) -> None:
    assert names(text) == found


def test_a_name_that_starts_the_question_is_a_name() -> None:
    assert names("Bursztynowy Ster – kto reprezentuje?") == ("Bursztynowy Ster",)


@given(st.text(max_size=200))
def test_names_stand_in_the_text(text: str) -> None:
    assert all(name in text for name in names(text))


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("Kto jest prezesem Klastra Bursztynowy Ster?", "prezesem"),
        ("Ile wynosi roczna składka w Klastrze Bursztynowy Ster?", "składka"),
        ("Czy Klaster Bursztynowy Ster ma laboratorium?", "laboratorium"),
        ("What is the annual membership fee of the Copper Lantern Cluster?", "fee"),
        ("Does the Copper Lantern Cluster have a laboratory?", "laboratory"),
        ("Jaki pseudonim miało dziecko malarza?", ""),
        ("Kiedy był kongres?", ""),
        ("What is the name of the cluster?", ""),
        ("On what is the membership fee based?", ""),
    ],
)
def test_the_noun_asked_for_by_being_or_having_is_known(text: str, attribute: str) -> None:
    assert understand(text).attribute == attribute


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Co to właściwie jest klaster?", "Co to jest klaster?"),
        ("Who runs Really Green Cluster?", "Who runs Really Green Cluster?"),
        ("Ilu was jest, tak w ogóle?", "Ilu was jest?"),
    ],
)
def test_what_is_said_besides_is_no_part_of_a_question(text: str, plain: str) -> None:
    assert understand(text).text == plain
