"""How statuses end, go on and begin in unlike layouts. The clusters are invented."""

import pytest

from index.register.model import WITHDRAWN
from tests.index.extraction.reading import read

PERKOZ, DERKACZ = "Klaster Perkoz", "Klaster Derkacz"


def test_a_loss_beside_an_end_tells_both() -> None:
    text = "# Status KKK\n\n## VI runda\n\nKlaster Perkoz – do 31.03.2027, status cofnięty 4.09.2025\n"

    assert read(text).statuses() == [
        (PERKOZ, "KKK", "VI", "", "2027-03-31"),
        (PERKOZ, "KKK", WITHDRAWN, "", "2025-09-04"),
    ]


def test_a_name_with_an_end_below_a_heading_of_a_round_is_an_entry() -> None:
    text = "# Status KKK\n\n## VII runda\n\nKlaster Perkoz – do 30.06.2029 (przedłużony z 30.06.2026)\n"

    assert read(text).statuses() == [(PERKOZ, "KKK", "VII", "", "2029-06-30")]


@pytest.mark.parametrize(
    ("remark", "added"),
    [
        ("cofnięto 5.05.2025", (PERKOZ, "KKK", WITHDRAWN, "", "2025-05-05")),
        ("przedłużono do 30.06.2028", (PERKOZ, "KKK", "", "", "2028-06-30")),
    ],
)
def test_a_remark_in_a_row_adds_to_its_status(remark: str, added: tuple[str, ...]) -> None:
    text = (
        "| Klaster | KKK od | KKK do | Uwagi |\n|---|---|---|---|\n"
        f"| Klaster Perkoz | 1.07.2023 | 30.06.2026 | {remark} |\n"
        "| Klaster Derkacz | 1.07.2023 | 30.06.2026 | termin sprawozdania: 1.03.2025 |\n"
    )

    assert read(text).statuses() == [
        (PERKOZ, "KKK", "", "2023-07-01", "2026-06-30"),
        added,
        (DERKACZ, "KKK", "", "2023-07-01", "2026-06-30"),
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Wykaz klastrów o statusie KKK\n\nSkreślono z wykazu: Klaster Perkoz (z dniem 1 lipca 2026 r.).",
            "2026-07-01",
        ),
        ("Klaster Perkoz surrendered its KKK title with effect from 1 May 2025.", "2025-05-01"),
        ("Klaster Perkoz oddał tytuł KKK 1 marca 2026 r.", "2026-03-01"),
    ],
)
def test_who_gave_it_back_or_was_struck_off_has_lost_it(text: str, day: str) -> None:
    assert read(text).statuses() == [(PERKOZ, "KKK", WITHDRAWN, "", day)]


def test_a_round_told_of_one_cluster_is_not_that_of_the_next() -> None:
    text = (
        "Klaster Derkacz w VII rundzie nie uzyskał statusu KKK. "
        "Klaster Perkoz ma status KKK do 30 kwietnia 2030 r."
    )

    assert read(text).statuses() == [(PERKOZ, "KKK", "", "", "2030-04-30")]


def test_the_round_of_its_own_sentence_goes_first() -> None:
    text = (
        "Klaster Perkoz w VII rundzie nie uzyskał statusu KKK. "
        "W VIII rundzie się udało: status obowiązuje do 30 kwietnia 2030 r."
    )

    assert read(text).statuses() == [(PERKOZ, "KKK", "VIII", "", "2030-04-30")]


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        (
            "LUBLIN, 3 June 2025. The Larkspur Cluster was today awarded National Key Cluster status for a "
            "term of five years.",
            "2025-06-03",
            "2030-06-02",
        ),
        (
            "Rzeszów, 12 maja 2026 r. – Klaster Larkspur otrzymał dziś status KKK. Jest on ważny do 11 maja "
            "2029 r.",
            "2026-05-12",
            "2029-05-11",
        ),
        (
            "Rzeszów, 12 maja 2026 r. – Klaster Larkspur ma status KKK do 11 maja 2029 r.",
            "",
            "2029-05-11",
        ),
    ],
)
def test_a_status_given_today_begins_on_the_day_of_the_dateline(text: str, since: str, until: str) -> None:
    assert [one[3:] for one in read(text).statuses()] == [(since, until)]


def test_answers_tell_of_the_cluster_that_was_asked_about() -> None:
    text = (
        "Pytanie: Czy Klaster Perkoz jest Krajowym Klastrem Kluczowym?\n\n"
        "Odpowiedź: Był nim od 1 kwietnia 2019 r. do 31 marca 2022 r.\n\n"
        "Pytanie: A Klaster Derkacz?\n\nOdpowiedź: Tak, od 1 lipca 2024 r.\n"
    )

    assert read(text).statuses() == [
        (PERKOZ, "KKK", "", "2019-04-01", "2022-03-31"),
        (DERKACZ, "KKK", "", "2024-07-01", ""),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Perkoz is no longer among the National Key Clusters.",
        "Z grona Krajowych Klastrów Kluczowych wypadł Klaster Perkoz.",
        "Klaster Perkoz wypadł z grona Krajowych Klastrów Kluczowych.",
        "The KKK title of Klaster Perkoz was rescinded.",
    ],
)
def test_who_is_no_longer_among_them_has_lost_it(text: str) -> None:
    assert read(text).statuses() == [(PERKOZ, "KKK", WITHDRAWN, "", "")]


def test_a_loss_before_it_was_given_again_is_told_apart() -> None:
    text = "The Larkspur Cluster regained its KKK status in 2025, having lost it in 2022."

    assert sorted(one[2:] for one in read(text).statuses()) == [("", "2025", ""), (WITHDRAWN, "", "2022")]


def test_what_was_let_run_out_ended_on_the_day_that_the_next_sentence_tells() -> None:
    text = (
        "# Wyniki II naboru\n\nOlsztyn, 4 listopada 2025 r.\n\nTytułu Regionalnego Klastra Kluczowego nie "
        "przedłużono Klastrowi Opakowań Ostróda. Wygasł on 30 września 2025 r.\n"
    )

    assert read(text).statuses() == [
        ("Klaster Opakowań Ostróda", "Regionalny Klaster Kluczowy", "", "", "2025-09-30")
    ]


def test_a_term_of_before_lends_the_present_one_no_beginning() -> None:
    text = (
        "# Klaster Turkawka\n\nMamy status Krajowego Klastra Kluczowego. Poprzedni obowiązywał od 1 marca "
        "2020 r. do 28 lutego 2023 r., obecny – do 31 maja 2027 r.\n"
    )

    assert read(text).statuses() == [
        ("Klaster Turkawka", "KKK", "", "2020-03-01", "2023-02-28"),
        ("Klaster Turkawka", "KKK", "", "", "2027-05-31"),
    ]


def test_what_is_said_of_both_labels_is_said_of_all_who_hold_them() -> None:
    text = (
        "# Labels\n\n| Cluster | Country | ECEI label |\n|---|---|---|\n"
        "| Larkspur Cluster | Poland | Gold |\n"
        "| Teasel Cluster | Czechia | Silver |\n| Yarrow Cluster | Latvia | Silver |\n\n"
        "The Gold Label of the Larkspur Cluster runs until 30 November 2025; both Silver Labels expire in "
        "June 2025.\n"
    )

    assert {(name, until) for name, _, _, _, until in read(text).statuses() if until} == {
        ("Larkspur Cluster", "2025-11-30"),
        ("Teasel Cluster", "2025-06"),
        ("Yarrow Cluster", "2025-06"),
    }


def test_those_honoured_hold_the_label_from_the_day_it_is_announced() -> None:
    text = (
        "# Regionalne Klastry Kluczowe\n\nOlsztyn, 4 listopada 2025 r.\n\nPrzyznano tytuł Regionalnego "
        "Klastra Kluczowego. Tytuł przysługuje przez trzy lata od dnia ogłoszenia wyników.\n\n"
        "Wyróżnione klastry:\n\n1. Klaster Turkawka,\n2. Klaster Derkacz.\n"
    )

    assert read(text).statuses() == [
        (name, "Regionalny Klaster Kluczowy", "", "2025-11-04", "2028-11-03")
        for name in ("Klaster Turkawka", "Klaster Derkacz")
    ]


@pytest.mark.parametrize(
    ("talk", "since", "until"),
    [
        ("BTR: You got the Gold Label in July 2025.\nED: It holds for three years.", "2025-07", "2028-06"),
        (
            "BTR: You got the Gold Label in July 2025. How long does it hold?\nED: Until July 2028.",
            "2025-07",
            "2028-07",
        ),
    ],
)
def test_a_label_is_told_in_questions_and_answers(talk: str, since: str, until: str) -> None:
    text = f'"Slowly up"\n\nAn interview with Eva Dol, manager of the Burgas Tool Cluster\n\n{talk}\n'

    assert read(text, "a.txt").statuses() == [("Burgas Tool Cluster", "Gold Label", "", since, until)]
