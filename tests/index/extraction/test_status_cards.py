"""Which cluster holds which label, as lists, tables and cards tell."""

import pytest

from tests.index.extraction.reading import read

TURKAWKA, DERKACZ, PERKOZ = "Klaster Turkawka", "Klaster Derkacz", "Klaster Perkoz"

TWO_ROUNDS = """# Krajowe Klastry Kluczowe

W IV rundzie, ze statusem ważnym do 30 czerwca 2026 r.:

- Klaster Turkawka
- Klaster Derkacz

W V rundzie, po ocenie wniosków przez komisję, status przyznano do 15 lutego 2028 r. następującym klastrom:

- Klaster Perkoz
"""


def test_items_take_round_and_end_from_the_line_above_their_own_list() -> None:
    assert read(TWO_ROUNDS).statuses() == [
        (TURKAWKA, "KKK", "IV", "", "2026-06-30"),
        (DERKACZ, "KKK", "IV", "", "2026-06-30"),
        (PERKOZ, "KKK", "V", "", "2028-02-15"),
    ]


def test_what_a_status_is_inherited_from_is_its_scope() -> None:
    found = read(TWO_ROUNDS)

    quoted = [[found.document.quote(span) for span in claim.scope] for claim in found.claims("status")]
    assert all(any(" do " in text for text in texts) for texts in quoted)


def test_a_short_line_that_introduces_the_next_list_tells_nothing_of_the_item_before() -> None:
    text = (
        "# Krajowe Klastry Kluczowe\n\nRunda IV, status ważny do 30 czerwca 2026 r.:\n\n"
        "- Klaster Turkawka\n\n"
        "Runda V, status ważny do 15 lutego 2028 r.:\n\n- Klaster Perkoz\n"
    )

    assert read(text).statuses() == [
        (TURKAWKA, "KKK", "IV", "", "2026-06-30"),
        (PERKOZ, "KKK", "V", "", "2028-02-15"),
    ]


def test_an_item_may_tell_an_end_of_its_own() -> None:
    text = (
        "Status KKK ważny do 30 czerwca 2026 r. mają:\n\n- Klaster Turkawka\n"
        "- Klaster Derkacz (do 1 marca 2027 r.)\n"
    )

    assert [status[4] for status in read(text).statuses()] == ["2026-06-30", "2027-03-01"]


def test_an_english_list_takes_round_and_end_from_its_lead() -> None:
    text = (
        "# National Key Clusters\n\nRound 6, status valid until 31 May 2027:\n\n- Larkspur Cluster\n"
        "- Teasel Cluster\n"
    )

    assert read(text).statuses() == [
        ("Larkspur Cluster", "KKK", "VI", "", "2027-05-31"),
        ("Teasel Cluster", "KKK", "VI", "", "2027-05-31"),
    ]


def test_items_of_a_list_of_those_who_applied_hold_nothing() -> None:
    text = "# Nabór\n\nO status KKK ubiegają się:\n\n- Klaster Turkawka\n- Klaster Derkacz\n"

    assert read(text).statuses() == []


# Tables and cards


def test_a_status_may_end_in_may() -> None:
    text = (
        "# National Key Clusters\n\n| Cluster | Valid until |\n|---|---|\n"
        "| Larkspur Cluster | 31 May 2027 |\n"
    )

    assert read(text).statuses() == [("Larkspur Cluster", "KKK", "", "", "2027-05-31")]


def test_a_column_of_ends_is_read_row_by_row_and_a_dash_is_no_status() -> None:
    text = """# Klastry

| Klaster | KKK do |
|---|---|
| Klaster Turkawka | 30.06.2026 |
| Klaster Derkacz | – |
| Klaster Perkoz | brak |
"""

    assert read(text).statuses() == [(TURKAWKA, "KKK", "", "", "2026-06-30")]


def test_a_table_in_english_gives_round_and_both_days() -> None:
    text = """# National Key Clusters

| Cluster | Round | Valid from | Valid until |
|---|---|---|---|
| Larkspur Cluster | 4 | 1 July 2023 | 30 June 2026 |
| Teasel Cluster | 5 | 1 May 2024 | 30 April 2027 |
"""

    assert read(text).statuses() == [
        ("Larkspur Cluster", "KKK", "IV", "2023-07-01", "2026-06-30"),
        ("Teasel Cluster", "KKK", "V", "2024-05-01", "2027-04-30"),
    ]


def test_a_column_of_labels_gives_each_row_its_own() -> None:
    text = """# Klastry i ich odznaki

| Nazwa klastra | Odznaka | Ważna do |
|---|---|---|
| Klaster Turkawka | Gold Label | 2026-03-31 |
| Klaster Derkacz | Bronze Label | 2025-11-30 |
"""

    assert [status[:2] for status in read(text).statuses()] == [
        (TURKAWKA, "Gold Label"),
        (DERKACZ, "Bronze Label"),
    ]


def test_a_card_may_tell_of_several_labels_each_with_its_own_end() -> None:
    text = "# Klaster Turkawka\n\nStatus: KKK do 30 czerwca 2026 r., Silver Label do 1 marca 2025 r.\n"

    assert read(text).statuses() == [
        (TURKAWKA, "KKK", "", "", "2026-06-30"),
        (TURKAWKA, "Silver Label", "", "", "2025-03-01"),
    ]


@pytest.mark.parametrize("value", ["nie", "brak", "–", "nie dotyczy", "nie posiada"])
def test_a_card_that_denies_a_status_gives_none(value: str) -> None:
    assert read(f"# Klaster Turkawka\n\nStatus KKK: {value}\n\nSiedziba: Rzeszów\n").statuses() == []


@pytest.mark.parametrize("value", ["tak", "posiada"])
def test_a_card_that_affirms_a_status_gives_it_without_days(value: str) -> None:
    text = f"# Klaster Turkawka\n\nStatus KKK: {value}\n\nSiedziba: Rzeszów\n"

    assert read(text).statuses() == [(TURKAWKA, "KKK", "", "", "")]


def test_a_table_of_many_columns_gives_each_cluster_its_label_and_end() -> None:
    text = """# Porównanie klastrów

| Nazwa klastra | Koordynator | Status | Ważny do |
|---|---|---|---|
| Klaster Turkawka | Fundacja Pliszka | KKK | 31.03.2027 |
| Klaster Derkacz | Kosodrzewina Sp. z o.o. | Silver Label | 2026 |
| Klaster Perkoz | Izba Rzemieślnicza | nie posiada | – |
"""

    assert read(text).statuses() == [
        (TURKAWKA, "KKK", "", "", "2027-03-31"),
        (DERKACZ, "Silver Label", "", "", "2026"),
    ]


def test_what_is_said_of_those_in_an_annex_is_said_of_its_rows() -> None:
    text = (
        "Obwieszczenie w sprawie wyników IX rundy konkursu\n\n"
        "1. Status Krajowego Klastra Kluczowego od 1 czerwca 2024 r. do 31 maja 2027 r. uzyskały podmioty "
        "wymienione w załączniku nr 1.\n\n"
        "Załącznik nr 1\nLp. | Nazwa klastra | Koordynator\n1 | Klaster Turkawka | Fundacja Pliszka\n"
        "2 | Dolina Rybna | Izba Rybna\n\n"
        "Załącznik nr 2. Wnioski ocenione negatywnie\nLp. | Nazwa klastra | Koordynator\n"
        "1 | Klaster Derkacz | Fundacja Wrona\n2 | Klaster Perkoz | Fundacja Sroka\n"
    )

    assert read(text, "a.txt").statuses() == [
        ("Klaster Turkawka", "KKK", "IX", "2024-06-01", "2027-05-31"),
        ("Dolina Rybna", "KKK", "IX", "2024-06-01", "2027-05-31"),
    ]


def test_rows_of_clusters_hold_the_status_that_the_line_above_their_table_tells() -> None:
    text = (
        "# Wyniki\n\nStatus Krajowego Klastra Kluczowego do 30 czerwca 2027 r. otrzymały:\n\n"
        "| Klaster | Koordynator |\n|---|---|\n| Klaster Turkawka | Fundacja Pliszka |\n"
    )

    assert read(text).statuses() == [("Klaster Turkawka", "KKK", "", "", "2027-06-30")]


def test_the_line_above_a_table_gives_its_rows_a_round_and_a_term_and_nobody_above_it() -> None:
    heads = "Lp.\tKlaster\tReprezentant\tSiedziba\n"
    text = (
        "Wykaz Krajowych Klastrów Kluczowych\n\n"
        "Publikujemy wykaz podmiotów, którym nadano status Krajowego Klastra Kluczowego.\n\n"
        "RUNDA II – ważność: 1 maja 2022 r. – 30 kwietnia 2025 r.\n\n"
        f"{heads}1\tKlaster Bocian\tIzba Bociania\tŻory\n2\tKlaster Czapla\tIzba Czapla\tTychy\n\n"
        "RUNDA III – ważność: 1 lipca 2024 r. – 30 czerwca 2027 r.\n\n"
        f"{heads}3\tKlaster Gawron\tIzba Gawronia\tBytom\n4\tKlaster Szpak\tIzba Szpacza\tMielec\n"
    )

    assert [
        (name.split()[-1], one, since, until)
        for name, _, one, since, until, *_ in read(text, "t.txt").statuses()
    ] == [
        ("Bocian", "II", "2022-05-01", "2025-04-30"),
        ("Czapla", "II", "2022-05-01", "2025-04-30"),
        ("Gawron", "III", "2024-07-01", "2027-06-30"),
        ("Szpak", "III", "2024-07-01", "2027-06-30"),
    ]


def test_a_grade_in_a_row_is_held_beside_the_label_that_has_a_name_of_its_own() -> None:
    text = (
        "# Holders of the Northern Cluster Mark (NCM)\n\n| Cluster | Grade | Valid until |\n|---|---|---|\n"
        "| Kea Cluster | Silver | 3 May 2027 |\n| Emu Cluster | Gold | 4 May 2027 |\n"
    )

    assert [(one[0], one[1], one[4]) for one in read(text).statuses()] == [
        ("Kea Cluster", "Northern Cluster Mark", "2027-05-03"),
        ("Kea Cluster", "Silver Label", "2027-05-03"),
        ("Emu Cluster", "Northern Cluster Mark", "2027-05-04"),
        ("Emu Cluster", "Gold Label", "2027-05-04"),
    ]


def test_what_a_title_is_said_to_be_is_held_by_nobody() -> None:
    text = "Klaster Kea działa w Opolu. KKK jest tytułem krajowym. RKW klaster ma w regionie."

    assert read(text).statuses() == []
