"""Clusters side by side."""

from assistant.answers.register.answer import register_answer
from assistant.request import Request
from tests.assistant.answers.register.cast import TODAY, register


def test_each_detail_that_one_has_is_told_of_it_and_noted_as_missing_of_the_other() -> None:
    answer = register_answer(
        Request("comparison", clusters=("ster", "nic")), register(), today=TODAY, language="en"
    )

    assert answer is not None
    assert [(one.exact, one.framing) for one in answer.statements[:3]] == [
        (
            "Status",
            "Klaster Bursztynowy Ster – KKK until 30 June 2024 (round IV); "
            "Klaster Lniana Nić – KKK until 15 March 2029 (round V)",
        ),
        (
            "Representative",
            "Klaster Bursztynowy Ster – Fundacja Jantar; Klaster Lniana Nić – Lniarnia Sp. z o.o.",
        ),
        ("Members", "Klaster Bursztynowy Ster – 61 firm"),
    ]
    assert answer.notes == ("Klaster Lniana Nić – not in the library: members, town, region and sector.",)


def test_what_both_share_is_told_once() -> None:
    request = Request("comparison", clusters=("ster", "kolo"), attributes=("status",))

    answer = register_answer(request, register(), today=TODAY, language="en")
    assert answer is not None
    assert answer.statements[0].framing == "the same: KKK until 30 June 2024 (round IV)"


def test_what_is_known_of_one_only_is_noted_as_missing_of_the_other() -> None:
    request = Request("comparison", clusters=("ster", "nic"), attributes=("status", "members"))

    answer = register_answer(request, register(), today=TODAY, language="en")
    assert answer is not None
    assert answer.notes == ("Klaster Lniana Nić – not in the library: members.",)


def test_one_cluster_has_nothing_to_be_compared_with() -> None:
    assert register_answer(Request("comparison", clusters=("ster",)), register(), today=TODAY) is None
