"""Labels that a document names itself, known wherever it speaks of them."""

import pytest

from index.extraction.document_labels import title_in
from index.extraction.known_labels import knowing, known_labels
from index.extraction.labels import labels_in
from index.extraction.named_labels import named_labels
from tests.index.extraction.reading import read

MARK = "Pomorska Marka Klastrowa"


@pytest.mark.parametrize(
    "text",
    [
        "ma Pomorską Markę Klastrową do 2027 r.",
        "tytułu Pomorskiej Marki Klastrowej nie nadano",
        "Marką Klastrową cieszy się Klaster Bocian",
        "kto ma pomorską markę klastrową",
    ],
)
def test_a_label_is_known_inflected_and_without_its_region(text: str) -> None:
    with knowing([MARK]):
        assert [key for _, key in known_labels(text)] == [MARK]


def test_what_two_labels_share_is_the_name_of_neither() -> None:
    with knowing([MARK, "Śląska Marka Klastrowa"]):
        assert list(known_labels("Marką Klastrową cieszy się Klaster Bocian")) == []


def test_what_one_document_names_is_not_known_in_the_next() -> None:
    text = "Nadmorski Klaster Jutra ma siedzibę w Helu."

    with knowing(["Nadmorski Klaster Jutra"]):
        assert labels_in(text)
    assert not labels_in(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Wielkopolska Perła Klastrowa (do 30.09.2027)", "Wielkopolska Perła Klastrowa"),
        ("Nadmorski Klaster Jutra, od 2024", "Nadmorski Klaster Jutra"),
        ("Coast Cluster of the Year until 2028", "Coast Cluster of the Year"),
        ("KKK do 2027", ""),
        ("aktywny klaster", ""),
        ("Klaster w likwidacji", ""),
        ("Stowarzyszenie Rejestrowe", ""),
        ("tak", ""),
    ],
)
def test_a_value_under_the_head_of_labels_is_a_title_by_its_form(text: str, title: str) -> None:
    assert title_in(text) == title


def test_a_label_in_a_column_is_no_cluster() -> None:
    text = (
        "| Klaster | Tytuł | Ważny do |\n|---|---|---|\n"
        "| Klaster Bocian | Nadmorski Klaster Jutra | 31.12.2027 |\n\n"
        "Nadmorskim Klastrem Jutra jest Klaster Bocian.\n"
    )

    assert read(text, "t.md").clusters == ["Klaster Bocian"]


def test_a_title_given_in_quotation_marks_is_known_in_what_follows() -> None:
    text = (
        "Marszałek nadał wyróżnienie „Nadmorski Klaster Jutra” w czerwcu 2026 r.\n\n"
        "Klaster Bocian ma tytuł Nadmorskiego Klastra Jutra do 31 grudnia 2028 r.\n"
    )

    assert ("Klaster Bocian", "Nadmorski Klaster Jutra", "", "", "2028-12-31") in read(text).statuses()


def test_whoever_stands_under_an_award_alone_is_a_cluster_still() -> None:
    text = "Status KKK mają: Klaster Bocian do 30 czerwca 2026 r. i Klaster Szpak do 1 marca 2027 r.\n"

    assert read(text).clusters == ["Klaster Bocian", "Klaster Szpak"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (
            "Bursztynowa Łódź to wyróżnienie, które dostają klastry. Klaster Kea ma Bursztynową "
            "Łódź do 2027 r.",
            "Bursztynowa Łódź",
        ),
        (
            "## Co to jest Klaster Wzrostowy (KW)?\n\nTo tytuł dla młodych klastrów.\n\n"
            "## Kto ma ten tytuł?\n\n"
            "| Klaster | Ważny do |\n|---|---|\n| Klaster Kea | 31.12.2027 |\n",
            "Klaster Wzrostowy",
        ),
        (
            "Klaster Kea w 2020 r. otrzymał tytuł Klaster Dawnych Rzemiosł, ważny do 2027 r.",
            "Klaster Dawnych Rzemiosł",
        ),
        (
            "# Holders of the Northern Cluster Mark (NCM)\n\n| Cluster | Valid until |\n|---|---|\n"
            "| Kea Cluster | 3 May 2027 |\n",
            "Northern Cluster Mark",
        ),
        (
            "# Laureaci Podlaskiego Znaku Klastrowego\n\n1. Klaster Kea – do 3 maja 2027 r.\n",
            "Podlaski Znak Klastrowy",
        ),
    ],
)
def test_a_label_that_a_document_says_to_be_one_is_held_and_is_no_cluster(text: str, key: str) -> None:
    found = read(text)

    assert [one[1] for one in found.statuses()] == [key]
    assert found.clusters == ["Kea Cluster" if "Kea Cluster" in text else "Klaster Kea"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ruszył nabór o status Dojrzałego Klastra Wzorowego (DKW).", "Dojrzały Klaster Wzorowy"),
        ("Klaster Bocian uzyskał tytuł Zielonego Klastra.", "Zielony Klaster"),
        ("Wygasł status Śląskiego Klastra Lotniczego.", ""),
        ("Zmienił się status Klastra Lotniczego.", ""),
        ("Uregulowano status Klastra Bocian.", ""),
    ],
)
def test_who_has_the_status_of_some_cluster_of_no_place_and_trade_has_a_label(text: str, label: str) -> None:
    assert [key for _, key in named_labels(text)] == ([label] if label else [])
