"""Labels that no table lists, read by how they are named. Clusters and labels are invented."""

import pytest

from index.extraction.labels import labels_in
from index.extraction.naming import names_in
from index.register.model import WITHDRAWN
from tests.index.extraction.reading import read


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("nosi Podlaski Znak Klastrowy", "Podlaski Znak Klastrowy"),
        ("chwali się Podlaskim Znakiem Klastrowym", "Podlaski Znak Klastrowy"),
        ("uzyskał Kurpiowską Odznakę Klastrową", "Kurpiowska Odznaka Klastrowa"),
        ("nosi tytuł Lidera Klastrów Mazowsza", "Lider Klastrów Mazowsza"),
        ("miano Klastra Wiodącego Warmii i Mazur", "Klaster Wiodący Warmii i Mazur"),
        ("Klaster Wiodący Kaszub do 2027 r.", "Klaster Wiodący Kaszub"),
        ("Łódzki Klaster Wiodący, ważny do 2028", "Łódzki Klaster Wiodący"),
        ("wyróżnienie „Klaster Przyszłości”", "Klaster Przyszłości"),
        ("holds the Green Coast Cluster Mark", "Green Coast Cluster Mark"),
        ('the title of "Exemplary Network"', "Exemplary Network"),
        ("was given the Leading Cluster of Kashubia title", "Leading Cluster of Kashubia"),
    ],
)
def test_a_label_is_told_by_its_name(text: str, key: str) -> None:
    assert [label.key for label in labels_in(text)] == [key]
    assert not names_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "certyfikat Klastra Perkoz",
        "Posiada tytuł Klaster Energii Nowa Dolina",
        "certyfikat ISO 9001 Klastra Perkoz",
        "znak towarowy „Perkoz”",
        "tytuł inżyniera",
        "tytuł „Perkoz”",
        "the certificate of the Larkspur Cluster",
        "one of the leading clusters of Europe",
        "Klaster Lider A4 działa w Opolu",
    ],
)
def test_what_only_stands_beside_a_word_for_labels_is_none(text: str) -> None:
    assert labels_in(text) == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Klaster Perkoz nosi od 2024 roku Podlaski Znak Klastrowy, ważny do 5 maja 2027 r.",
            ("Klaster Perkoz", "Podlaski Znak Klastrowy", "", "2024", "2027-05-05"),
        ),
        (
            "Klaster Perkoz utracił 3 lutego 2026 r. miano Klastra Wiodącego Podhala.",
            ("Klaster Perkoz", "Klaster Wiodący Podhala", WITHDRAWN, "", "2026-02-03"),
        ),
        (
            "The Larkspur Cluster holds the Green Coast Cluster Mark until 31 May 2028.",
            ("Larkspur Cluster", "Green Coast Cluster Mark", "", "", "2028-05-31"),
        ),
        (
            "Klaster Perkoz ma status Regionalnego Klastra Rzemiosła do 31 maja 2028 r.",
            ("Klaster Perkoz", "Regionalny Klaster Rzemiosła", "", "", "2028-05-31"),
        ),
        (
            "Klaster Perkoz\n\nSiedziba: Opole\nTytuł: Klaster Wiodący Opolszczyzny (do 30.09.2027)\n",
            ("Klaster Perkoz", "Klaster Wiodący Opolszczyzny", "", "", "2027-09-30"),
        ),
    ],
)
def test_a_named_label_is_held_as_any_other(text: str, status: tuple[str, ...]) -> None:
    assert read(text).statuses() == [status]


def test_a_table_of_named_labels_is_read_row_by_row() -> None:
    text = (
        "| Klaster | Wyróżnienie | Ważne do |\n|---|---|---|\n"
        "| Klaster Perkoz | Klaster Wiodący Mazur | 31.12.2027 |\n"
        "| Klaster Derkacz | Pomorski Znak Klastrowy | 30.06.2026 |\n"
        "| Klaster Czajka | ESCA-Bronze | 1.02.2028 |\n"
        "| Klaster Rybitwa | Gold (ESCA) | 15.05.2027 |\n"
    )

    assert [(one[0], one[1], one[4]) for one in read(text, "t.md").statuses()] == [
        ("Klaster Perkoz", "Klaster Wiodący Mazur", "2027-12-31"),
        ("Klaster Derkacz", "Pomorski Znak Klastrowy", "2026-06-30"),
        ("Klaster Czajka", "Bronze Label", "2028-02-01"),
        ("Klaster Rybitwa", "Gold Label", "2027-05-15"),
    ]


def test_a_word_for_labels_takes_up_no_mark_of_another_kind() -> None:
    text = (
        "Klaster Perkoz nosi Podlaski Znak Klastrowy, ważny do 2027 r. Klaster Derkacz ma certyfikat ISO "
        "9001, ważny do 2028 r. Klaster Czajka utracił odznakę."
    )

    assert [one[0] for one in read(text).statuses()] == ["Klaster Perkoz"]


@pytest.mark.parametrize(
    "text",
    [
        "Po rozpatrzeniu wniosku z dnia 7 stycznia 2025 r. status KKK nadany Klastrowi Perkoz zostaje "
        "przedłużony do 31 grudnia 2026 r.",
        "Na wniosek złożony 5 lutego 2026 r. minister przedłużył Klastrowi Perkoz status KKK do "
        "31 grudnia 2026 r.",
        "Following the application of 7 January 2025, the KKK status granted to Klaster Perkoz runs "
        "until 31 December 2026.",
    ],
)
def test_a_status_does_not_begin_on_the_day_it_was_asked_for(text: str) -> None:
    assert [one[3:] for one in read(text).statuses()] == [("", "2026-12-31")]


@pytest.mark.parametrize(
    "text",
    [
        "Od 1 kwietnia 2026 r. statusem KKK nie legitymuje się już Klaster Perkoz.",
        "Od 1 kwietnia 2026 r. Klaster Perkoz już nie posługuje się tytułem KKK.",
    ],
)
def test_who_has_it_no_more_has_lost_it(text: str) -> None:
    assert [(one[0], one[2], one[4]) for one in read(text).statuses()] == [
        ("Klaster Perkoz", WITHDRAWN, "2026-04-01")
    ]


def test_a_round_is_no_part_of_a_name() -> None:
    text = "Status KKK nadano Sieci Perkozów w VI rundzie, do 2027 r. Sieć Perkozów to klaster z Opola."

    assert read(text).clusters == ["Sieć Perkozów"]


def test_a_day_told_for_all_is_exacter_than_the_year_of_a_heading() -> None:
    text = (
        "# Labels: spring 2026 awards\n\nLabels are counted from 1 April 2026.\n\n"
        "| Cluster | Label | Valid until |\n|---|---|---|\n| Larkspur Cluster | ESCA Gold | 31 March 2029 |\n"
    )

    assert [one[3:] for one in read(text, "t.md").statuses()] == [("2026-04-01", "2029-03-31")]


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Perkoz otrzymał w 2024 roku tytuł „Pracodawca Przyjazny Rodzinie”.",
        'The Larkspur Cluster earned the "Best Exporter of the Year" title in 2023.',
        "The Larkspur Cluster met in May. The Coast Cluster Mark committee works until 2027.",
    ],
)
def test_a_prize_without_an_end_is_no_label(text: str) -> None:
    assert read(text).statuses() == []
