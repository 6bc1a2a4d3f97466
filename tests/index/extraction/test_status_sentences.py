"""What sentences tell of labels: who holds which, since when, until when."""

import pytest

from index.register.model import WITHDRAWN
from tests.index.extraction.reading import Status, read

TURKAWKA, DERKACZ, PERKOZ = "Klaster Turkawka", "Klaster Derkacz", "Klaster Perkoz"


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("Klaster Turkawka ma status KKK od 2021 roku.", "2021", ""),
        ("Klaster Turkawka posiada status Krajowego Klastra Kluczowego do 17 maja 2027 r.", "", "2027-05-17"),
        (
            "Klaster Turkawka ma status KKK od 1 maja 2024 r. do 30 kwietnia 2027 r.",
            "2024-05-01",
            "2027-04-30",
        ),
        ("W marcu 2022 roku Klaster Turkawka otrzymał status KKK.", "2022-03", ""),
        ("W marcu 2022 r. Klaster Turkawka otrzymał status KKK.", "2022-03", ""),
        ("Status KKK Klastra Turkawka wygasł 30 września 2023 r.", "", "2023-09-30"),
        (
            "Klaster Turkawka uzyskał status KKK na trzy lata od 1 kwietnia 2024 r.",
            "2024-04-01",
            "2027-03-31",
        ),
        ("Klastrowi Turkawka nadano status KKK z dniem 1 lipca 2023 r.", "2023-07-01", ""),
        ("Klaster Turkawka przedłużył status KKK do końca 2028 roku.", "", "2028-12-31"),
    ],
)
def test_a_polish_sentence_gives_the_days_of_a_status(text: str, since: str, until: str) -> None:
    assert read(text).statuses() == [(TURKAWKA, "KKK", "", since, until)]


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("The Larkspur Cluster holds National Key Cluster status until 17 June 2027.", "", "2027-06-17"),
        ("The National Key Cluster status of the Larkspur Cluster lapsed on 3 July 2023.", "", "2023-07-03"),
        (
            "The Larkspur Cluster had its National Key Cluster status renewed until 31 March 2028.",
            "",
            "2028-03-31",
        ),
        ("The Larkspur Cluster has held National Key Cluster status since 2021.", "2021", ""),
        (
            "The Larkspur Cluster holds National Key Cluster status until 17 May 2027.",
            "",
            "2027-05-17",
        ),
        ("The Larkspur Cluster was awarded National Key Cluster status in March 2022.", "2022-03", ""),
        ("The Larkspur Cluster's National Key Cluster status lapsed on 30 September 2023.", "", "2023-09-30"),
        (
            "The Larkspur Cluster became a National Key Cluster on 1 April 2024 for three years.",
            "2024-04-01",
            "2027-03-31",
        ),
        (
            "The Larkspur Cluster had its National Key Cluster status renewed until 31 May 2028.",
            "",
            "2028-05-31",
        ),
    ],
)
def test_an_english_sentence_gives_the_days_of_a_status(text: str, since: str, until: str) -> None:
    assert read(text).statuses() == [("Larkspur Cluster", "KKK", "", since, until)]


def test_a_sentence_gives_the_round() -> None:
    text = "Klaster Turkawka otrzymał status KKK w VI rundzie, ważny do 1 marca 2027 r."

    assert read(text).statuses() == [(TURKAWKA, "KKK", "VI", "", "2027-03-01")]


def test_the_days_of_the_clause_with_the_label_are_those_of_the_status() -> None:
    text = "Klaster Turkawka działa od 2012 roku, a w grudniu 2024 r. otrzymał status KKK."

    assert [status[3] for status in read(text).statuses()] == ["2024-12"]


def test_several_labels_in_one_sentence_keep_their_own_days() -> None:
    text = "Klaster Turkawka ma status KKK od 2021 roku oraz Silver Label ważny do 5 maja 2026 r."

    assert read(text).statuses() == [
        (TURKAWKA, "KKK", "", "2021", ""),
        (TURKAWKA, "Silver Label", "", "", "2026-05-05"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Status KKK mają Klaster Turkawka (do 30 czerwca 2026 r.), Klaster Derkacz (do 1 marca 2027 r.) "
        "i Klaster Perkoz (do 15 lutego 2028 r.).",
        "Klaster Turkawka ma status KKK do 30 czerwca 2026 r., Klaster Derkacz do 1 marca 2027 r., "
        "a Klaster Perkoz do 15 lutego 2028 r.",
        "Status KKK mają: Klaster Turkawka do 30 czerwca 2026 r., Klaster Derkacz do 1 marca 2027 r. "
        "i Klaster Perkoz do 15 lutego 2028 r.",
    ],
)
def test_several_clusters_in_one_sentence_keep_their_own_days(text: str) -> None:

    assert [(status[0], status[4]) for status in read(text).statuses()] == [
        (TURKAWKA, "2026-06-30"),
        (DERKACZ, "2027-03-01"),
        (PERKOZ, "2028-02-15"),
    ]


def test_clusters_named_in_one_breath_share_what_follows() -> None:
    text = "Klaster Turkawka, Klaster Derkacz i Klaster Perkoz mają status KKK do 30 czerwca 2026 r."

    assert [(status[0], status[4]) for status in read(text).statuses()] == [
        (TURKAWKA, "2026-06-30"),
        (DERKACZ, "2026-06-30"),
        (PERKOZ, "2026-06-30"),
    ]


def test_clusters_named_in_one_breath_with_their_towns_share_what_follows() -> None:
    text = "Klaster Turkawka z Rzeszowa i Klaster Derkacz z Opola mają status KKK do 30 czerwca 2026 r."

    assert [status[0] for status in read(text).statuses()] == [TURKAWKA, DERKACZ]


def test_the_following_sentence_gives_the_end_to_the_clusters_just_named() -> None:
    text = "Status KKK otrzymały Klaster Turkawka i Klaster Derkacz. Obowiązuje on do 30 czerwca 2026 r."

    ended = [(status[0], status[4]) for status in read(text).statuses() if status[4]]
    assert ended == [(TURKAWKA, "2026-06-30"), (DERKACZ, "2026-06-30")]


def test_a_status_that_is_only_called_so_is_the_label_spoken_of() -> None:
    text = "# Krajowe Klastry Kluczowe\n\nKlaster Turkawka ma status do 30 czerwca 2026 r.\n"

    assert read(text).statuses() == [(TURKAWKA, "KKK", "", "", "2026-06-30")]


def test_a_status_extended_has_both_its_ends() -> None:
    text = "Klaster Turkawka miał status KKK do 30 czerwca 2023 r., a po odnowieniu do 30 czerwca 2026 r."

    assert {status[4] for status in read(text).statuses()} == {"2023-06-30", "2026-06-30"}


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("Klaster Turkawka utracił status KKK 12 maja 2024 r.", "2024-05-12"),
        ("Minister cofnął status KKK Klastrowi Turkawka z dniem 12 maja 2024 r.", "2024-05-12"),
        ("W maju 2024 roku Klaster Turkawka zrzekł się statusu KKK.", "2024-05"),
        ("W maju 2024 r. Klaster Turkawka zrzekł się statusu KKK.", "2024-05"),
        ("Status KKK Klastra Turkawka nie został przedłużony.", ""),
    ],
)
def test_a_status_taken_away_is_told_with_its_day(text: str, until: str) -> None:
    assert read(text).statuses() == [(TURKAWKA, "KKK", WITHDRAWN, "", until)]


def test_a_status_withdrawn_in_english_is_told_with_its_day() -> None:
    text = "The Larkspur Cluster lost its National Key Cluster status on 12 May 2024."

    assert read(text).statuses() == [("Larkspur Cluster", "KKK", WITHDRAWN, "", "2024-05-12")]


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Turkawka nie ma statusu KKK.",
        "Klaster Turkawka nie posiada statusu Krajowego Klastra Kluczowego.",
        "Klaster Turkawka ubiega się o status KKK.",
        "Klaster Turkawka stara się o status KKK od 2022 roku.",
        "Klaster Turkawka złożył wniosek o status KKK w maju 2024 r.",
        "Klaster Turkawka będzie się starać o status KKK.",
        "Czy Klaster Turkawka ma status KKK?",
        "Klaster Turkawka nigdy nie otrzymał statusu KKK.",
        "The Larkspur Cluster does not hold National Key Cluster status.",
        "The Larkspur Cluster applied for National Key Cluster status in 2023.",
        "The Larkspur Cluster has never been a National Key Cluster.",
        "The Larkspur Cluster hopes to become a National Key Cluster by 2027.",
        "Klaster Turkawka organizuje szkolenie o statusie KKK.",
        "Status KKK przyznaje minister na trzy lata.",
    ],
)
def test_a_status_not_held_is_none(text: str) -> None:
    assert read(text).statuses() == []


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Turkawka nie jest już Krajowym Klastrem Kluczowym: status wygasł 30 czerwca 2023 r.",
        "Klaster Turkawka nie ma już statusu KKK, który wygasł 30 czerwca 2023 r.",
        "Klaster Turkawka już nie posiada tytułu Krajowego Klastra Kluczowego, wygasł on 30 czerwca 2023 r.",
    ],
)
def test_a_status_no_longer_held_is_told_with_its_last_day(text: str) -> None:
    assert read(text).statuses() == [(TURKAWKA, "KKK", WITHDRAWN, "", "2023-06-30")]


@pytest.mark.parametrize(
    "text",
    [
        "The Larkspur Cluster is no longer a National Key Cluster.",
        "The Larkspur Cluster no longer holds National Key Cluster status.",
    ],
)
def test_a_status_no_longer_held_in_english_is_no_status_held(text: str) -> None:
    assert read(text).statuses() == [("Larkspur Cluster", "KKK", WITHDRAWN, "", "")]


def test_a_cluster_that_is_no_longer_the_only_one_has_lost_nothing() -> None:
    text = "Klaster Turkawka nie jest już jedynym Krajowym Klastrem Kluczowym w regionie."

    assert read(text).statuses() == []


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Turkawka (KKK do 2026 r.) i Klaster Derkacz (bez statusu KKK) połączyły siły.",
        "Klaster Turkawka ma status KKK do 2026 r., a Klaster Derkacz nie ma statusu KKK.",
        "Klaster Derkacz nie ma statusu KKK, a Klaster Turkawka ma status KKK do 2026 r.",
    ],
)
def test_what_one_cluster_lacks_another_in_the_sentence_may_have(text: str) -> None:
    assert read(text).statuses() == [(TURKAWKA, "KKK", "", "", "2026")]


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Turkawka i Klaster Derkacz nie mają statusu KKK.",
        "Klaster Turkawka chce, by Klaster Derkacz miał status KKK do 2026 r.",
    ],
)
def test_what_is_denied_of_all_in_a_sentence_none_of_them_has(text: str) -> None:
    assert read(text).statuses() == []


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        (
            "Klaster Turkawka uzyskał status KKK 1 kwietnia 2021 r. na okres 3 lat.",
            "2021-04-01",
            "2024-03-31",
        ),
        ("Od lipca 2022 roku Klaster Turkawka ma status KKK na dwa lata.", "2022-07", "2024-06"),
        ("Klaster Turkawka otrzymał status KKK w 2021 roku na 36 miesięcy.", "2021", "2024"),
    ],
)
def test_a_duration_gives_the_end_as_exactly_as_the_beginning(text: str, since: str, until: str) -> None:
    assert [status[3:] for status in read(text).statuses()] == [(since, until)]


def test_a_status_without_days_is_left_out_where_another_sentence_has_them() -> None:
    text = (
        "Klaster Turkawka jest Krajowym Klastrem Kluczowym. Status KKK Klastra Turkawka jest ważny do "
        "1 marca 2027 r."
    )

    assert [status[4] for status in read(text).statuses()] == ["2027-03-01"]


STATUSES: list[tuple[str, list[Status]]] = [
    (
        "# Klaster Turkawka\n\nOd 2021 roku mamy status Krajowego Klastra Kluczowego.\n",
        [(TURKAWKA, "KKK", "", "2021", "")],
    ),
    (
        "# Klaster Turkawka\n\nKlaster zdobył złotą odznakę w marcu 2020 r.\n",
        [(TURKAWKA, "Gold Label", "", "2020-03", "")],
    ),
    (
        "# The Larkspur Cluster\n\nIt has been a National Key Cluster since 2021.\n",
        [("Larkspur Cluster", "KKK", "", "2021", "")],
    ),
]


@pytest.mark.parametrize(("text", "found"), STATUSES)
def test_a_sentence_that_names_nobody_tells_of_the_cluster_of_the_page(
    text: str, found: list[Status]
) -> None:
    assert read(text).statuses() == found


def test_an_entry_of_a_chronicle_tells_nothing_of_the_labels_in_those_before_it() -> None:
    found = read(
        "# Kronika\n\n- 2016: the Larkspur Cluster receives the ESCA Silver Label.\n"
        "- 2018: the Wren Cluster receives the ESCA Silver Label.\n"
        "- May 2020: EUCLES takes over the European labels.\n"
        "- February 2023: the council of a chamber sums up its term 2020-2023.\n"
    )

    told = [(claim.since.iso if claim.since else "", claim.until) for claim in found.claims("status")]
    assert told == [("2016", None), ("2018", None)]


def test_what_an_item_says_of_its_cluster_is_not_said_of_those_in_the_next() -> None:
    text = """# Biuletyn

- Klaster Perkoz bez tytułu. Ministerstwo nie przedłużyło mu statusu KKK, który wygasł 30 kwietnia 2026 r.
- Fuzja. Klaster Derkacz i Klaster Turkawka działają razem.
"""

    assert {status[0] for status in read(text).statuses()} <= {"Klaster Perkoz"}


@pytest.mark.parametrize(
    ("after", "until"),
    [
        ("Nowy termin: 30 czerwca 2028 r.", "2028-06-30"),
        ("Nowa data końcowa: 30.06.2028.", "2028-06-30"),
        ("Data końcowa projektu to 30 czerwca 2028 r.", ""),
        ("Nowy termin naboru: 15 maja 2028 r.", ""),
    ],
)
def test_a_new_end_may_stand_alone_in_the_next_sentence(after: str, until: str) -> None:
    text = f"Komisja przedłużyła Klastrowi Turkawka status Krajowego Klastra Kluczowego. {after}"

    assert read(text).statuses() == [("Klaster Turkawka", "KKK", "", "", until)]
