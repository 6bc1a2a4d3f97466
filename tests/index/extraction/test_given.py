"""What a document says of clusters by names that only others tell."""

import pytest

from documents.read import read_document
from index.extraction.extract import extract
from index.extraction.model import Extract, Pairs

GIVEN: Pairs = (
    ("Bosak", "Klaster Szkutniczy Bosak"),
    ("Przegięta Sosna", "Klaster Drzewny Przegięta Sosna"),
    ("Warpex", "Warpex Shipbuilding Cluster"),
)


def read(text: str, given: Pairs = GIVEN) -> Extract:
    return extract(read_document("a.txt", text.encode()), given)


def facts(text: str, given: Pairs = GIVEN) -> set[tuple[str, str, str]]:
    found = read(text, given)
    return {
        (found.subjects[one.subject].names[0].text, one.attribute, one.value)
        for one in found.claims
        if one.attribute != "sector"
    }


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Od 1 marca Warpex prowadzi Fundacja Kil.",
            ("Warpex Shipbuilding Cluster", "coordinator", "Fundacja Kil"),
        ),
        ("Warpex liczy już 45 firm.", ("Warpex Shipbuilding Cluster", "members", "45")),
        (
            "Klastry rosną. Do Bosaka należy już 45 firm.",
            ("Klaster Szkutniczy Bosak", "members", "45"),
        ),
        (
            "Klastry rosną. Nowym prezesem Bosaka został Jan Nowak.",
            ("Klaster Szkutniczy Bosak", "person", "Jan Nowak"),
        ),
        (
            "Z klastrów regionu najszybciej rośnie Bosak. Bosak zrzesza 45 firm.",
            ("Klaster Szkutniczy Bosak", "members", "45"),
        ),
        (
            "Przegięta Sosna powstała w 2014 roku.",
            ("Klaster Drzewny Przegięta Sosna", "founded", "2014"),
        ),
        ("Since May Warpex has had 45 members.", ("Warpex Shipbuilding Cluster", "members", "45")),
    ],
)
def test_what_is_said_of_a_name_that_others_tell_is_said_of_its_cluster(
    text: str, fact: tuple[str, str, str]
) -> None:
    assert fact not in facts(text, ())
    assert fact in facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Klastry rosną. Fundacja Bosak zrzesza 45 firm.",
        "Klastry rosną. Bosak sp. z o.o. zatrudnia Jana Nowaka, prezesa.",
        "Klastry rosną. Projekt Bosak ma 45 partnerów.",
        "Klastry rosną. Marcin Bosak ma 45 firm.",
        "Klastry rosną. Hotel Bosak Gdynia ma 45 członków.",
        "Klastry rosną. Bosak to drąg z hakiem, miał 45 członków.",
        "Klastry rosną. Weź bosak i policz 45 członków.",
        "Bosak wisi na ścianie. Obok Bosaka stoi 45 członków załogi.",  # Nothing is said of clusters.
        "Klastry rosną. Pisz na biuro@bosak.example, firm jest 45.",
        "W tym numerze: klastry rosną / do Bosaka należy 45 firm / kalendarz",
    ],
)
def test_what_is_said_of_others_of_that_name_is_not(text: str) -> None:
    assert not any("Bosak" in name.text for one in read(text).subjects for name in one.names if one.sure)
    assert not any("Klaster Szkutniczy Bosak" in said for said in facts(text))


def test_a_name_in_passing_takes_nothing_from_the_cluster_of_the_document() -> None:
    text = (
        "Klaster Odlewniczy Tygiel\n\nKlaster Odlewniczy Tygiel zrzesza 30 firm. Gościliśmy prezesa Warpexa. "
        "Koordynatorem klastra jest Fundacja Żar.\n\nKontakt: biuro@tygiel.example"
    )

    assert facts(text) >= {
        ("Klaster Odlewniczy Tygiel", "members", "30"),
        ("Klaster Odlewniczy Tygiel", "coordinator", "Fundacja Żar"),
        ("Klaster Odlewniczy Tygiel", "email", "biuro@tygiel.example"),
    }
    assert not any(said[0].startswith("Warpex") for said in facts(text))


def test_a_name_beside_that_of_the_documents_cluster_is_one_of_its_names() -> None:
    found = read("WARPEX – BALTIC SHIPBUILDING CLUSTER\n\nThe cluster has 45 members. Warpex grows.")

    assert [[name.text for name in one.names] for one in found.subjects] == [
        ["Baltic Shipbuilding Cluster", "WARPEX"]
    ]


def test_only_other_documents_say_that_it_is_a_cluster() -> None:
    found = read("Warpex liczy już 45 firm.")

    assert [one.sure for one in found.subjects] == [False]
    assert found.told == ()


@pytest.mark.parametrize(
    "text",
    [
        "Nową siedzibę w Łodzi ma hotel Warpex.",
        "Linie lotnicze Warpex mają siedzibę w Krakowie i liczą 45 firm.",
        "Firma transportowa Warpex zrzesza 30 firm.",
    ],
)
def test_what_a_noun_says_to_be_another_thing_of_that_name_is_no_cluster(text: str) -> None:
    assert facts(text) == set()
