"""Which cluster somebody leads."""

from assistant.answers.register.answer import register_answer
from assistant.request import Request
from tests.assistant.answers.register.cast import ITEMS, TODAY, FakeRegister, Page, cluster, register


def test_the_cluster_comes_first_then_the_words_that_join_both() -> None:
    request = Request("holder", value="Instytut Mąki", attributes=("coordinator", "representative"))

    answer = register_answer(request, register(), today=TODAY)
    assert answer is not None
    assert [(one.exact, one.quote) for one in answer.statements] == [("Klaster Młyńskie Koło", ITEMS["kolo"])]
    assert answer.clusters == ("kolo",)


def test_several_clusters_are_a_list() -> None:
    request = Request("holder", value="Instytut Mąki i Fundacja Jantar", attributes=("representative",))

    answer = register_answer(request, register(), today=TODAY)
    assert answer is not None
    assert [item.name for item in answer.items] == ["Klaster Bursztynowy Ster", "Klaster Młyńskie Koło"]


def test_a_name_that_nobody_has_is_left_to_the_passages() -> None:
    assert register_answer(Request("holder", value="Nikt"), register(), today=TODAY) is None


def test_somebody_with_two_telephones_has_both() -> None:
    page = Page("card", "Anna Kos, tel. 22 340 00 00, 601 234 567")
    facts = [
        page.fact("phone", one, page.text, qualifier="Anna Kos") for one in ("+48223400000", "+48601234567")
    ]
    known = FakeRegister(cluster("kos", "Klaster Kos", *facts))
    request = Request("holder", value="+48223400000 +48601234567", attributes=("phone",))

    answer = register_answer(request, known, today=TODAY)
    assert answer is not None
    assert len(answer.statements) == 2


def test_who_represents_is_asked_of_who_coordinates_where_nobody_is_told_to_represent() -> None:
    page = Page("crane", "Klaster Żuraw: koordynuje go Izba Żurawia")
    known = FakeRegister(
        cluster("crane", "Klaster Żuraw", page.fact("coordinator", "Izba Żurawia", page.text))
    )
    request = Request("holder", value="Izba Żurawia", attributes=("representative",))

    answer = register_answer(request, known, today=TODAY)
    assert answer is not None
    assert [one.exact for one in answer.statements] == ["Klaster Żuraw"]
    assert "koordynator" in answer.statements[0].framing
