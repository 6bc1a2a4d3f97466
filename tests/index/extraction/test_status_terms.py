"""Every term of a status that a text tells, and labels that are named by their grades alone."""

import pytest

from tests.index.extraction.reading import read


def terms(text: str) -> list[tuple[str, str, str]]:
    return [(label, since, until) for _, label, _, since, until in read(text).statuses()]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The Loire Cork Cluster was first awarded the Gold Label in 2014 and re-certified in 2017 and "
            "2020.",
            [("Gold Label", "2014", ""), ("Gold Label", "2017", ""), ("Gold Label", "2020", "")],
        ),
        (
            "Złotą odznakę ESCA otrzymał w 2016 r. Klaster Obuwniczy Radom. Odznaka została odnowiona w "
            "2019 i 2022 "
            "roku, obecna jest ważna do 14 maja 2025 r.",
            [("Gold Label", "2016", ""), ("Gold Label", "2019", ""), ("Gold Label", "2022", "2025-05-14")],
        ),
        (
            "KKK status: first awarded 30 September 2016, renewed 30 September 2019, valid until 29 "
            "September 2022. "
            "Holder: Amber Robotics Cluster.",
            [("KKK", "2016-09-30", ""), ("KKK", "2019-09-30", "2022-09-29")],
        ),
        (
            "W 2015 roku Klaster Zabawek został Krajowym Klastrem Kluczowym, w 2018 r. potwierdził ten "
            "status.",
            [("KKK", "2015", ""), ("KKK", "2018", "")],
        ),
        (
            "In 2013, the Clay Cluster had already received the “Bronze Label”, obtaining in 2015 the "
            "“Gold Label”, "
            "a distinction that was renewed in 2018.",
            [("Bronze Label", "2013", ""), ("Gold Label", "2015", ""), ("Gold Label", "2018", "")],
        ),
    ],
)
def test_each_beginning_of_a_status_is_a_term_of_its_own(
    text: str, found: list[tuple[str, str, str]]
) -> None:
    assert terms(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Klaster Bursztynowy uzyskał brązowy certyfikat doskonałości zarządzania w 2014 roku, srebrny "
            "– w 2017, a "
            "złoty w 2020.",
            [("Bronze Label", "2014", ""), ("Silver Label", "2017", ""), ("Gold Label", "2020", "")],
        ),
        (
            "The Nordic Timber Cluster was awarded the Silver Label in 2015, which was upgraded to Gold "
            "in 2021.",
            [("Silver Label", "2015", ""), ("Gold Label", "2021", "")],
        ),
        ("Klaster Szkła ma od 2023 r. certyfikat ESCA na poziomie srebrnym.", [("Silver Label", "2023", "")]),
    ],
)
def test_a_grade_is_a_label_where_labels_of_grades_are_spoken_of(
    text: str, found: list[tuple[str, str, str]]
) -> None:
    assert terms(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Jubilerski, który projektuje etykiety, otrzymał 400 tys. złotych w 2023 r.",
        "The Jewellery Cluster works in gold and silver since 2015.",
        "Klaster Kowalski dostał złoty medal targów w 2022 r.",
        "Klaster Browarów powstał w 2009 r., a w 2012 r. otrzymał nową siedzibę.",
    ],
)
def test_gold_that_is_no_grade_is_no_label(text: str) -> None:
    assert terms(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Erratum. Podaliśmy, że Klaster Lniany ma status KKK do 2027 r. W rzeczywistości status "
            "obowiązuje do "
            "31 października 2026 r.",
            [("KKK", "", "2026-10-31")],
        ),
        (
            "Correction: an earlier version of this article said that the Delta Cluster holds the Gold "
            "Label. It "
            "holds the Silver Label, valid until May 2027.",
            [("Silver Label", "", "2027-05")],
        ),
        ("Jak podaliśmy w maju, Klaster Lniany ma status KKK do 2027 r.", [("KKK", "", "2027")]),
    ],
)
def test_what_a_correction_takes_back_is_not_claimed(text: str, found: list[tuple[str, str, str]]) -> None:
    assert terms(text) == found


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        (
            "Opole, 19 October 2026 – Kea Cluster has been granted KKK status. The decision, announced on 15 "
            "October, holds for three years.",
            "2026-10-15",
            "2029-10-14",
        ),
        (
            "Opole, 21 kwietnia 2026 r. – Klaster Kea ma status KKK. Obecny status przestanie obowiązywać z "
            "dniem 30 czerwca br.",
            "",
            "2026-06-30",
        ),
        (
            "Klaster Kea: sprawozdanie za 2025 rok\n\nDziałamy od 19 kwietnia 2007 r. Pod koniec "
            "października wygasł nasz status KKK.",
            "",
            "2025-10-31",
        ),
        (
            "Opole, 3 sierpnia 2026 r. – Klaster Kea ma status KKK. Skończy się on z końcem bieżącego roku.",
            "",
            "2026-12-31",
        ),
    ],
)
def test_a_time_without_its_year_is_of_the_day_or_year_that_a_text_is_about(
    text: str, since: str, until: str
) -> None:
    assert [one[3:] for one in read(text).statuses()][-1:] == [(since, until)]


def test_what_is_told_of_a_round_is_told_of_nobody_in_it() -> None:
    text = "Klaster Kea ma status KKK do 3 maja 2027 r. Pierwszy nabór KKK rozstrzygnięto w 2020 roku."

    assert [one[2:] for one in read(text).statuses()] == [("", "", "2027-05-03")]


def test_a_heading_of_several_rounds_tells_none() -> None:
    text = "# Runda V i VI\n\nKlaster Szkła Odblask odnowił status KKK w styczniu 2023 roku po raz trzeci.\n"

    assert read(text).statuses() == [("Klaster Szkła Odblask", "KKK", "", "2023-01", "")]
