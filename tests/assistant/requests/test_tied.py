"""Somebody or something named as being of some cluster, and who follows whom in one."""

import pytest

from assistant.request import Turn
from tests.assistant.requests.asked import asks, read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("W którym klastrze działa Wera Sowa?", "Wera Sowa"),
        ("Gdzie pracuje Wera Sowa?", "Wera Sowa"),
        ("Where does Otto Finch work?", "Otto Finch"),
        ("Who is Otto Finch?", "Otto Finch"),
        ("Kim jest Wera Sowa?", "Wera Sowa"),
        ("Do jakiego klastra należy Agromix?", "Agromix"),
        ("do jakiego klastra nalezy agromix", "agromix"),
        ("Which cluster does Otto Finch belong to?", "Otto Finch"),
        ("Za który klaster odpowiada Wera Sowa?", "Wera Sowa"),
        ("In which cluster is Otto Finch active?", "Otto Finch"),
        ("What does Otto Finch do?", "Otto Finch"),
        ("Co robi Wera Sowa?", "Wera Sowa"),
    ],
)
def test_whoever_is_named_as_of_a_cluster_is_what_it_is_looked_for_by(text: str, value: str) -> None:
    request = read(text)

    assert request is not None
    assert (request.wanted, request.value, request.clusters) == ("holder", value, ())


@pytest.mark.parametrize(
    "text",
    [
        "Which clusters are active in Denmark?",
        "W których miastach działają klastry?",
        "Kto jest rektorem Politechniki Zachodniej?",
        "Which clusters work in Kraków?",
        "Who is the mayor of Kraków?",
    ],
)
def test_a_place_or_an_office_is_nobody(text: str) -> None:
    request = read(text)

    assert request is None or request.wanted != "holder"


@pytest.mark.parametrize(
    ("text", "turn"),
    [
        ("Kto zastąpi prezesa klastra Bursztynowy Ster?", "after"),
        ("Kto będzie nowym prezesem Bursztynowego Steru?", "after"),
        ("Who will be the next president of the cluster Bursztynowy Ster?", "after"),
        ("Kto był poprzednim prezesem Bursztynowego Steru?", "before"),
        ("Who is the former president of Bursztynowy Ster?", "before"),
        ("Kto był prezesem klastra Bursztynowy Ster przed Werą Sową?", "before"),
        ("Kto jest prezesem Bursztynowego Steru?", ""),
    ],
)
def test_who_was_or_comes_in_place_of_those_who_are_is_told_by_the_words(text: str, turn: Turn) -> None:
    request = read(text)

    assert request is not None
    assert (request.clusters, request.attributes, request.role) == (("ster",), ("person",), "president")
    assert (request.turn, set(request.unread) - {"Werą", "Sową"}) == (turn, set())


@pytest.mark.parametrize(
    ("text", "turn"),
    [
        ("A kto go zastąpi?", "after"),
        ("and who will succeed her?", "after"),
        ("kto był przed nim?", "before"),
        ("who was before her?", "before"),
        ("a wcześniej?", "before"),
    ],
)
def test_a_later_question_asks_who_follows_whom(text: str, turn: Turn) -> None:
    before = asks("attribute", "ster", attributes="person", role="president")

    assert read(text, before=before, shown=("ster",)) == asks(
        "attribute", "ster", attributes="person", role="president", turn=turn, leaned=True
    )


def test_the_first_of_those_shown_in_an_order_is_asked_for_without_naming_them() -> None:
    before = asks("list", status="KKK")

    request = read("a który najdłużej?", before=before, shown=("ster", "kolo"))

    assert request is not None
    assert (request.wanted, request.order, request.leaned) == ("list", "ends_last", True)
    assert request.conditions.within == {"ster", "kolo"}


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("Od kiedy prezesem Bursztynowego Steru jest Wera Sowa?", "since"),
        ("Do kiedy Otto Finch był prezesem klastra Bursztynowy Ster?", "until"),
    ],
)
def test_since_when_somebody_is_in_a_post_is_not_since_when_a_cluster_is(text: str, aspect: str) -> None:
    request = read(text)

    assert request is not None
    assert (request.attributes, request.role, request.aspect) == (("person",), "president", aspect)


def test_since_when_is_asked_of_whoever_was_spoken_of() -> None:
    before = asks("attribute", "ster", attributes="person", role="president")

    assert read("A od kiedy?", before=before, shown=("ster",)) == asks(
        "attribute", "ster", attributes="person", role="president", aspect="since", leaned=True
    )


@pytest.mark.parametrize("text", ["ile ich jest?", "How many are there?", "how many of them are there?"])
def test_those_listed_are_counted_later(text: str) -> None:
    request = read(text, before=asks("list", status="KKK"), shown=("ster", "kolo"))

    assert request is not None
    assert (request.wanted, request.conditions.status, request.leaned) == ("count", "KKK", True)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Kto kieruje koordynatorem klastra Bursztynowy Ster?", ""),
        ("Who runs the coordinator of Bursztynowy Ster?", ""),
        ("Kto jest prezesem koordynatora klastra Bursztynowy Ster?", "president"),
    ],
)
def test_who_leads_the_coordinator_is_not_who_coordinates(text: str, role: str) -> None:
    assert read(text) == asks("attribute", "ster", attributes="person", role=role, via=True)


def test_the_coordinator_and_the_president_are_two() -> None:
    request = read("Kto jest prezesem i koordynatorem Bursztynowego Steru?")

    assert request is not None
    assert (set(request.attributes), request.via) == ({"coordinator", "person"}, False)


def test_who_will_head_it_asks_for_nobody_s_list() -> None:
    before = asks("list", towns="lodz", unread=("laboratorium",))

    assert read("Kto od lutego 2027 nim pokieruje?", before=before) is None
