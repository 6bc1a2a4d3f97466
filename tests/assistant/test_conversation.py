"""What a question takes from those asked before it."""

from assistant.conversation import MEMORY, Resolved, resolve
from assistant.question import understand

DATE = "Do kiedy Klaster Bursztynowy Ster ma status regionalny?"


def follow(question: str, *earlier: str) -> Resolved:
    return resolve(understand(question), earlier)


def test_the_first_question_stands_alone() -> None:
    resolved = follow("a kto go reprezentuje?")

    assert resolved.text == "a kto go reprezentuje?"
    assert resolved.subject == ""


def test_a_pronoun_takes_the_name_spoken_of() -> None:
    resolved = follow("a kto go reprezentuje?", DATE)

    assert resolved.subject == "Klaster Bursztynowy Ster"
    assert resolved.text == "a kto go reprezentuje? Klaster Bursztynowy Ster"


def test_a_pronoun_in_english_takes_the_name_spoken_of() -> None:
    resolved = follow("and its address?", "When was the Copper Lantern Cluster founded?")

    assert resolved.subject == "Copper Lantern Cluster"


def test_a_question_of_a_name_alone_keeps_what_was_asked_and_changes_whom_about() -> None:
    resolved = follow("a do kiedy Klaster Młyńskie Koło?", DATE)

    assert resolved.subject == "status regionalny"
    assert "Bursztynowy" not in resolved.text


def test_a_bare_name_asks_for_the_same_kind_of_thing_as_before() -> None:
    resolved = follow("a Klaster Młyńskie Koło?", DATE)

    assert resolved.question.asked == "date"
    assert resolved.subject == "status regionalny"


def test_what_was_asked_is_kept_over_several_names() -> None:
    resolved = follow("a Copper Lantern?", DATE, "a do kiedy Klaster Młyńskie Koło?")

    assert resolved.question.asked == "date"
    assert resolved.subject == "status regionalny"


def test_a_name_asked_about_with_words_of_its_own_stands_alone() -> None:
    assert follow("a kto reprezentuje Klaster Młyńskie Koło?", DATE).subject == ""


def test_a_name_asked_about_with_another_question_word_stands_alone() -> None:
    assert follow("a gdzie jest Klaster Młyńskie Koło?", DATE).subject == ""


def test_a_question_that_neither_continues_nor_points_back_stands_alone() -> None:
    assert follow("Kto reprezentuje Klaster Młyńskie Koło?", DATE).subject == ""


def test_a_question_word_alone_asks_the_same_of_the_same() -> None:
    resolved = follow("a od kiedy?", DATE)

    assert resolved.subject == "Klaster Bursztynowy Ster status regionalny"


def test_where_no_name_was_spoken_of_all_that_was_asked_is_the_subject() -> None:
    assert follow("a kto je prowadzi?", "Jakie są młyny wodne?").subject == "młyny wodne"


def test_a_pronoun_is_followed_through_the_turns_between() -> None:
    resolved = follow("a jaki jest jego adres?", DATE, "a kto go reprezentuje?")

    assert resolved.subject == "Klaster Bursztynowy Ster"


def test_the_name_spoken_of_last_is_meant() -> None:
    resolved = follow("a kto go reprezentuje?", DATE, "a kiedy powstał Klaster Młyńskie Koło?")

    assert resolved.subject == "Klaster Młyńskie Koło"


def test_what_was_spoken_of_long_ago_is_forgotten() -> None:
    between = ["a kto go prowadzi?"] * MEMORY

    assert "Bursztynowy" not in follow("a kto go reprezentuje?", DATE, *between).text


def test_a_question_asked_again_and_again_does_not_grow() -> None:
    resolved = follow("a kto go prowadzi?", *["a kto go prowadzi?"] * MEMORY)

    assert resolved.text == "a kto go prowadzi? prowadzi"


def test_a_question_of_several_names_takes_all_of_them_along() -> None:
    resolved = follow("a kto je reprezentuje?", "Kiedy powstały Młyńskie Koło oraz Bursztynowy Ster?")

    assert resolved.subject == "Młyńskie Koło, Bursztynowy Ster"
