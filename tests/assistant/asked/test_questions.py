"""What people asked, as staff see it."""

import pytest

from index.errors import UnknownGroupError
from tests.assistant.asked.asking import Asking
from tests.fakes import HashingEncoder


def test_like_questions_are_one_group_and_others_their_own(asking: Asking) -> None:
    for question in (
        *("koordynator Klastra Wosku", "Klastra Wosku koordynator", "koordynator Klastra Dębu"),
        *("telefon Klastra Wosku", "KOORDYNATOR KLASTRA WOSKU?"),
    ):
        asking.ask(question)

    assert sorted(map(len, asking.grouped())) == [1, 1, 2]
    assert asking.questions.groups()[0].count == 3


def test_what_comes_in_later_joins_its_group_and_moves_no_other(asking: Asking) -> None:
    for name in ("Wosku", "Dębu", "Miedzi"):
        asking.ask(f"koordynator Klastra {name}")
    asking.grouped()
    before = {group.text: group.id for group in asking.questions.groups()}
    asking.ask("koordynator klastra miedzi")
    asking.grouped()

    groups = {group.text: group.id for group in asking.questions.groups()}
    assert set(groups.values()) == set(before.values())
    assert max(group.count for group in asking.questions.groups()) == 2


def test_a_follow_up_is_told_with_what_it_is_about(asking: Asking) -> None:
    talk = asking.ask("Kto koordynuje Klaster Wosku?")
    asking.ask("A jaki jest jego telefon?", talk)
    asking.ask("telefon Klastra Dębu")

    texts = {text for group in asking.grouped() for text in group}
    assert any("telefon" in text and "Klaster Wosku" in text for text in texts)


def test_personal_data_is_struck_out_of_what_staff_see_and_not_of_the_conversation(asking: Asking) -> None:
    talk = asking.ask("Jan pyta: ile firm ma Klaster Wosku? jan@poczta.example, 600 700 800", useful=False)
    asking.grouped()
    (group,) = asking.questions.groups()
    (compared,) = asking.questions.compared(group, 5)

    shown = f"{group.text} {compared.before}"
    assert "600 700" not in shown
    assert "jan@" not in shown
    assert "jan@poczta.example" in asking.ledger.turns(talk)[0].question


def test_the_reasons_of_a_group_are_silence_thumbs_down_and_being_asked_often(asking: Asking) -> None:
    asking.teller.known = {"Miedzi", "Dębu", "Lnu"}
    asking.ask("koordynator Klastra Wosku")
    asking.ask("koordynator Klastra Miedzi", useful=False)
    for _ in range(3):
        asking.ask("koordynator Klastra Dębu")
    asking.ask("koordynator Klastra Lnu", useful=True)
    asking.grouped()

    reasons = {group.text.split()[-1]: group.reasons for group in asking.questions.groups()}
    assert reasons == {"Wosku": ("silent",), "Miedzi": ("down",), "Dębu": ("often",), "Lnu": ()}


def test_vectors_are_made_again_for_another_model_and_the_groups_stay(asking: Asking) -> None:
    asking.ask("koordynator Klastra Wosku")
    first = asking.grouped()
    other = HashingEncoder("other", 16)
    asking.questions = asking.remade(other)
    asking.ask("koordynator klastra wosku")
    asking.ask("prezes klastra wosku")

    assert asking.grouped() != first
    assert {one.vector.shape for one in asking.store.asked.leaders(other)} == {(16,)}
    assert len(asking.questions.groups()) == 2


def test_a_settled_group_is_open_again_when_it_comes_again(asking: Asking) -> None:
    asking.ask("koordynator Klastra Wosku")
    asking.grouped()
    (group,) = asking.questions.groups()
    asking.store.asked.settle(group.id, "not_ours", "to nie klaster", by="Stefan")
    settled = asking.questions.group(group.id)
    asking.at = settled.decision.at or asking.at
    asking.ask("koordynator klastra wosku")
    asking.grouped()

    assert (settled.is_open, settled.decision.note, settled.decision.by) == (
        False,
        "to nie klaster",
        "Stefan",
    )
    assert asking.questions.group(group.id).is_open


def test_settling_is_in_the_audit_log_without_the_question(asking: Asking) -> None:
    asking.ask("tajemnica Klastra Wosku")
    asking.grouped()
    (group,) = asking.questions.groups()
    asking.store.asked.settle(group.id, "added", "tajemnica", by="Stefan")
    (record,) = asking.store.audit.records()

    assert (record.by, record.action, record.subject) == ("Stefan", "questions.settled", str(group.id))
    assert "tajemnica" not in str(record)


def test_a_group_that_is_not_there_is_said_so(asking: Asking) -> None:
    with pytest.raises(UnknownGroupError):
        asking.questions.group(7)
    with pytest.raises(UnknownGroupError):
        asking.store.asked.settle(7, "added", "", by="Stefan")


def test_a_retrial_tells_what_is_answered_now_and_leaves_what_was_shown(asking: Asking) -> None:
    asking.teller.known = {"Miedzi"}
    talk = asking.ask("koordynator Klastra Wosku")
    asking.ask("koordynator Klastra Dębu")
    asking.ask("koordynator Klastra Miedzi", useful=False)
    asking.grouped()
    shown = asking.ledger.turns(talk)
    turns, asked = asking.store.conversations.count(), len(asking.questions.groups())
    asking.teller.known |= {"Wosku"}
    verdicts = {one.text: asking.questions.attempt(one) for one in asking.questions.to_try()}

    assert {text.split()[-1]: one and one.verdict for text, one in verdicts.items()} == {
        "Wosku": "answered",
        "Dębu": "silent",
        "Miedzi": "same",
    }
    assert asking.ledger.turns(talk) == shown
    assert (asking.store.conversations.count(), len(asking.questions.groups())) == (turns, asked)
    assert all(group.count == 1 for group in asking.questions.groups())


def test_a_follow_up_is_tried_after_what_was_asked_before_it(asking: Asking) -> None:
    talk = asking.ask("Kto koordynuje Klaster Wosku?")
    asking.ask("A jaki jest jego telefon?", talk)
    asking.grouped()
    asking.teller.asked.clear()
    for one in asking.questions.to_try():
        asking.questions.attempt(one)

    assert ("A jaki jest jego telefon?", 1) in asking.teller.asked


def test_only_what_was_not_tried_since_the_library_changed_is_stale(asking: Asking) -> None:
    asking.ask("koordynator Klastra Wosku")
    asking.grouped()
    (one,) = asking.questions.to_try(stale=True)
    asking.questions.attempt(one)

    assert asking.questions.to_try(stale=True) == ()
    assert asking.questions.to_try() == (one,)


def test_nothing_made_of_a_question_outlives_its_conversation(asking: Asking) -> None:
    talk = asking.ask("tajemnica Klastra Wosku")
    asking.grouped()
    for one in asking.questions.to_try():
        asking.questions.attempt(one)
    asking.store.conversations.remove(talk)
    asking.store.close()

    assert asking.questions.groups() == ()
    assert not any(b"tajemnica" in path.read_bytes() for path in asking.store.path.parent.iterdir())


def test_a_conversation_removed_before_it_is_taken_in_is_no_trouble(asking: Asking) -> None:
    kept = asking.ask("koordynator Klastra Wosku")
    waiting = asking.store.asked.waiting(5)
    asking.store.conversations.remove(kept)
    put = asking.store.asked.put(
        waiting[0],
        ("k", "k"),
        ("abstention", "pl"),
        like=None,
        vector=asking.encoder.embed_query("k"),
        model="m",
    )

    assert put is None
    assert asking.grouped() == []


def test_what_is_missing_is_told_by_names_and_words_that_stand_nowhere(asking: Asking) -> None:
    for question in ("koordynator Klastra Wosku", "telefon do Wosku", "koordynator Klastra Dębu"):
        asking.ask(question)
    asking.grouped()
    lacks = asking.questions.lacks(asking.questions.groups())

    found = {(one.what, one.name): one.questions for one in lacks}
    assert found["word", "Wosku"] == 2
    assert found["word", "Dębu"] == 1


def test_a_question_that_was_answered_when_it_was_asked_again_lacks_nothing(asking: Asking) -> None:
    asking.ask("Ile firm ma Klaster Wosku?")
    asking.grouped()
    assert asking.questions.lacks(asking.questions.groups())

    asking.teller.known = {"Wosku"}
    asking.ask("Ile firm ma Klaster Wosku?")
    asking.grouped()
    (group,) = asking.questions.groups()
    assert group.verdict == "answered"
    assert asking.questions.lacks([group]) == ()

    asking.teller.known = set()
    asking.ask("Ile firm ma Klaster Wosku?")
    asking.grouped()
    assert asking.questions.lacks(asking.questions.groups())


def test_a_trial_that_came_to_nothing_after_an_answer_counts(asking: Asking) -> None:
    asking.ask("Ile firm ma Klaster Wosku?")
    asking.teller.known = {"Wosku"}
    asking.ask("Ile firm ma Klaster Wosku?")
    asking.grouped()
    asking.teller.known = set()
    asking.questions.attempt(asking.questions.group(1).askings[1])

    assert asking.questions.group(1).verdict == "silent"


def test_what_was_said_of_an_answer_is_shown_without_who_is_named_in_it(asking: Asking) -> None:
    talk = asking.ask("Ile firm ma Klaster Wosku?")
    asking.store.conversations.rate(talk, 1, useful=False, comment="Pisze Anna Nowak, anna@poczta.example")
    asking.grouped()

    assert asking.questions.group(1).comments == ("Pisze [N. N.], [e-mail]",)
