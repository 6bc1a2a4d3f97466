"""Lists of those who hold a label, by rounds that head sections, with their term in or below the heading."""

import pytest

from tests.index.extraction.reading import Status, read

FIRST: list[Status] = [
    ("Klaster Kea", "KKK", "VI", "2022-11-16", "2025-11-15"),
    ("Klaster Emu", "KKK", "VI", "2022-11-16", "2025-11-15"),
    ("Klaster Moa", "KKK", "VII", "2024-07-01", "2027-06-30"),
    ("Klaster Nandu", "KKK", "VII", "2024-07-01", "2027-06-30"),
]
TITLE = "WYKAZ STATUSÓW KRAJOWEGO KLASTRA KLUCZOWEGO\n\nUwaga: wykaz nie zastępuje dokumentów.\n\n"


def _list(first: str, second: str) -> str:
    return (
        f"{TITLE}{first}\n\n 1) Klaster Kea\n    reprezentowany przez: Kea Sp. z o.o.\n"
        " 2) Klaster Emu\n    reprezentowany przez: Emu Sp. z o.o.\n\n"
        f"{second}\n\n 1) Klaster Moa\n    reprezentowany przez: Moa S.A.\n"
        " 2) Klaster Nandu\n    reprezentowany przez: Fundacja Nandu\n"
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("RUNDA VI\nokres: 16.11.2022 – 15.11.2025", "RUNDA VII\nokres: 01.07.2024 – 30.06.2027"),
        (
            "=== RUNDA VI ===  okres: 16.11.2022 – 15.11.2025",
            "=== RUNDA VII ===  okres: 01.07.2024 – 30.06.2027",
        ),
        (
            "NABÓR VI\nWpłynęło 17 wniosków.\nStatus nadano na okres od 16 listopada 2022 r. do 15 listopada "
            "2025 r.",
            "NABÓR VII\nWpłynęło 9 wniosków.\nStatus nadano na okres od 1 lipca 2024 r. do 30 "
            "czerwca 2027 r.",
        ),
    ],
)
def test_numbered_names_below_a_round_hold_what_it_gives_for_its_term(first: str, second: str) -> None:
    assert read(_list(first, second), "x.txt").statuses() == FIRST


def test_names_as_headings_below_a_round_hold_what_it_gives() -> None:
    text = (
        "# National Key Cluster status\n\n## Round VI (16.11.2022 – 15.11.2025)\n\n### Klaster Kea\n\n"
        "Coordinator: Kea Ltd.\n\n#### Contact\n\nPhone: 22 555 01 01\n\n### Klaster Emu\n\n"
        "Coordinator: Emu Ltd.\n\n## What next\n\n### Klaster Moa\n\nIt has applied.\n"
    )

    assert read(text).statuses() == FIRST[:2]


def test_names_below_those_refused_hold_nothing() -> None:
    text = _list("RUNDA VI\nokres: 16.11.2022 – 15.11.2025", "RUNDA VII\nokres: 01.07.2024 – 30.06.2027")
    text += "\n    Wnioski rozpatrzone negatywnie w rundzie VII:\n    - Klaster Tukan\n"

    found = read(text, "x.txt")

    assert found.statuses() == FIRST
    assert found.told("refusal") == [("Klaster Tukan", "KKK")]


def test_a_refusal_told_with_its_round_is_of_whom_the_text_is_about() -> None:
    text = (
        "# Protokół Rady Klastra Kea\n\nKlaster Kea liczy 39 członków. Wniosek o status Krajowego Klastra "
        "Kluczowego złożony w rundzie VIII został rozpatrzony odmownie.\n"
    )

    (claim,) = read(text).claims("refusal")

    assert (claim.value, claim.qualifier) == ("KKK", "VIII")


def test_rows_whose_heads_nothing_marks_take_the_term_told_above_them() -> None:
    html = (
        "<html><body><h1>Krajowe Klastry Kluczowe: kto i do kiedy</h1><h2>Runda VII</h2>"
        "<p>Tu status obowiązuje od 1 lipca 2024 r. do 30 czerwca 2027 r.</p><table>"
        "<tr><td>Nazwa</td><td>Reprezentant</td><td>Miasto</td><td>Branża</td></tr>"
        "<tr><td>Klaster Moa</td><td>Moa S.A.</td><td>Płock</td><td>ceramika</td></tr>"
        "<tr><td>Klaster Nandu</td><td>Fundacja Nandu</td><td>Sanok</td><td>drewno</td></tr>"
        "</table></body></html>"
    )

    found = read(html, "x.html")

    assert found.statuses() == FIRST[2:]
    assert found.values("representative") == ["Moa S.A.", "Fundacja Nandu"]


def test_a_first_row_that_names_a_cluster_is_no_head_of_its_table() -> None:
    text = (
        "Wyróżnione klastry\n\nKlaster Kea | dolnośląskie\nKlaster Emu | lubelskie\nKlaster Moa | łódzkie\n"
    )

    assert read(text, "x.txt").told("region") == [
        ("Klaster Kea", "dolnoslaskie"),
        ("Klaster Emu", "lubelskie"),
        ("Klaster Moa", "lodzkie"),
    ]


def test_all_of_those_named_in_a_notice_may_use_what_was_given_them() -> None:
    text = (
        "Konkurs o miano Krajowego Klastra Kluczowego\n\nZ godła będą korzystać dwa podmioty: "
        "Klaster Kea oraz "
        "Klaster Emu. Do grona wracają Klaster Moa i Klaster Nandu. Cała czwórka może się nim "
        "posługiwać do 30 "
        "czerwca 2029 r.\n"
    )

    assert {one[0]: one[4] for one in read(text).statuses()} == dict.fromkeys(
        ("Klaster Kea", "Klaster Emu", "Klaster Moa", "Klaster Nandu"), "2029-06-30"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Kea utracił status KKK. Tytuł, nadany w V rundzie od 1 lipca 2021 r., wygasł 14 "
        "października "
        "2024 r.",
        "Klaster Kea has lost its KKK status. The title, granted in round V on 1 July 2021, expired on 14 "
        "October 2024.",
    ],
)
def test_a_term_told_after_a_loss_is_that_of_the_status(text: str) -> None:
    found = read(text).statuses()

    assert ("Klaster Kea", "KKK", "V", "2021-07-01", "2024-10-14") in found
    assert not any(until == "2021-07-01" for *_, until in found)
