"""The same holders of a label, introduced and laid out in the ways that pages and letters do it."""

import pytest

from tests.index.extraction.reading import Status, read

FOUND: list[tuple[str, str, str]] = [
    ("Klaster Emu", "KKK", "2027-06-30"),
    ("Klaster Kea", "KKK", "2027-06-30"),
    ("Rajski Klaster Nandu", "KKK", "2027-06-30"),
]
INTRODUCTIONS = (
    "Status KKK do 30 czerwca 2027 r. posiadają:",
    "Lista klastrów o statusie Krajowego Klastra Kluczowego. Statusy wygasają 30.06.2027.",
    "Krajowe Klastry Kluczowe\n\nVII runda\nTermin obowiązywania: 1.07.2024–30.06.2027",
    "Laureaci VII edycji konkursu o status KKK (status obowiązuje do 30 czerwca 2027 r.)",
    "Kto dziś jest KKK? Trzy klastry, wszystkie do 30 czerwca 2027 r.",
    "Winners of the 7th round of the National Key Cluster contest. Status valid: 1 July 2024 – 30 June 2027.",
    "Biuletyn\n\nPiszemy o firmach.\n\nOto klastry, które uzyskały status KKK. Jest on ważny do 30.06.2027.",
)
LAYOUTS = (
    "Klaster Kea\nKlaster Emu\nRajski Klaster Nandu",
    "- Klaster Kea\n- Klaster Emu\n- Rajski Klaster Nandu",
    "Klaster Kea, Klaster Emu oraz Rajski Klaster Nandu.",
    "1\tKlaster Kea\tFundacja Kura\n2\tKlaster Emu\tIzba Drobiu\n3\tRajski Klaster Nandu\tNandu S.A.",
    "\nKlaster Kea\nKoordynator: Fundacja Kura\n\nKlaster Emu\nKoordynator: Izba Drobiu\n\n"
    "Rajski Klaster Nandu\nKoordynator: Nandu S.A.",
)
HTML = (
    "<table><tr><td>1.</td><td>Klaster Kea</td><td>Fundacja Kura</td></tr><tr><td>2.</td><td>Klaster Emu</td>"
    "<td>Izba Drobiu</td></tr><tr><td>3.</td><td>Rajski Klaster Nandu</td><td>Nandu S.A.</td></tr></table>",
    "<dl><dt>Klaster Kea</dt><dd>Koordynator: Fundacja Kura</dd><dt>Klaster Emu</dt>"
    "<dd>Koordynator: Izba Drobiu</dd><dt>Rajski Klaster Nandu</dt><dd>Koordynator: Nandu S.A.</dd></dl>",
    "<h4>Klaster Kea</h4><p>Koordynator: Fundacja Kura</p><h4>Klaster Emu</h4><p>Koordynator: Izba Drobiu</p>"
    "<h4>Rajski Klaster Nandu</h4><p>Koordynator: Nandu S.A.</p>",
)


def _held(statuses: list[Status]) -> list[tuple[str, str, str]]:
    return sorted((name, label, until) for name, label, _, _, until in statuses)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("introduction", INTRODUCTIONS)
def test_those_listed_below_what_tells_of_their_status_hold_it(introduction: str, layout: str) -> None:
    assert _held(read(f"{introduction}\n{layout}\n", "x.txt").statuses()) == FOUND


@pytest.mark.parametrize("layout", HTML)
@pytest.mark.parametrize("introduction", INTRODUCTIONS)
def test_those_of_a_page_below_what_tells_of_their_status_hold_it(introduction: str, layout: str) -> None:
    above = "".join(f"<p>{one}</p>" for one in introduction.split("\n") if one)

    assert _held(read(f"<html><body>{above}{layout}</body></html>", "x.html").statuses()) == FOUND


@pytest.mark.parametrize(
    "text",
    [
        "Status KKK do 30 czerwca 2027 r. posiadają:\n\n### Klaster Kea\nKoordynator: Fundacja Kura\n\n"
        "### Błotna Dolina Emu\nKoordynator: Izba Drobiu\n\n## Kontakt\nBiuro: Warszawa\n",
        "Status KKK do 30 czerwca 2027 r. mają:\n**Klaster Kea** – Fundacja\n**Błotna Dolina Emu** – Izba"
        "\n**Klaster Nandu** – Nandu S.A.\n",
        "Krajowe Klastry Kluczowe (do 30.06.2027)\n\n- Klaster Kea\n- Błotna Dolina Emu\n- Klaster Nandu",
        "Status KKK do 30 czerwca 2027 r. posiadają: Klaster Kea, Błotna Dolina Emu i Klaster Nandu.",
    ],
)
def test_who_is_listed_with_clusters_is_one_without_the_word(text: str) -> None:
    found = {name: (label, until) for name, label, _, _, until in read(text, "x.md").statuses()}

    assert found["Klaster Kea"] == found["Błotna Dolina Emu"] == ("KKK", "2027-06-30")
    assert found.keys() <= {"Klaster Kea", "Błotna Dolina Emu", "Klaster Nandu"}


def test_the_body_below_a_holder_s_name_is_no_holder() -> None:
    text = (
        "Status KKK do 30 czerwca 2027 r. posiadają:\n\nKlaster Kea\nFundacja Agromotor\nKlaster Emu\n"
        "Interbiz Sp. z o.o.\n"
    )

    assert sorted(read(text, "x.txt").clusters) == ["Klaster Emu", "Klaster Kea"]


def test_a_card_s_own_term_is_not_that_of_the_next_card() -> None:
    text = (
        "Krajowe Klastry Kluczowe\n\nKlaster Kea\nStatus ważny do: 30.06.2027\n\nKlaster Emu\n"
        "Status ważny do: 31.12.2028\n\nKlaster Nandu\nKoordynator: Nandu S.A.\n"
    )
    found = {name: until for name, _, _, _, until in read(text, "x.txt").statuses()}

    assert found["Klaster Kea"] == "2027-06-30"
    assert found["Klaster Emu"] == "2028-12-31"
    assert not found.get("Klaster Nandu")


@pytest.mark.parametrize(
    "introduction",
    [
        "Wnioski o status KKK złożyły:",
        "O status KKK ubiegają się trzy klastry. Nabór trwa do 30 czerwca 2027 r.",
        "Status KKK utraciły w 2024 r.:",
    ],
)
def test_those_who_but_asked_for_it_or_lost_it_hold_nothing(introduction: str) -> None:
    found = read(f"{introduction}\n{LAYOUTS[0]}\n", "x.txt").statuses()

    assert not [one for one in found if one[2] != "withdrawn"]


RULED = (
    "Lp. | Nazwa klastra        | Siedziba\n----+----------------------+---------\n"
    " 1  | Klaster Kea          | Elbląg\n"
    " 2  | Klaster Emu          | Toruń\n 3  | Rajski Klaster Nandu | Opole\n",
    "+----+----------------------+--------+\n| Lp | Nazwa klastra        | Miasto |\n"
    "+====+======================+========+\n| 1  | Klaster Kea          | Elbląg |\n"
    "+----+----------------------+--------+\n| 2  | Klaster Emu          | Toruń  |\n"
    "+----+----------------------+--------+\n| 3  | Rajski Klaster Nandu | Opole  |\n"
    "+----+----------------------+--------+\n",
)


@pytest.mark.parametrize("table", RULED)
def test_rows_between_drawn_rules_are_those_of_a_table(table: str) -> None:
    found = read(f"{INTRODUCTIONS[0]}\n\n{table}", "x.txt")

    assert _held(found.statuses()) == FOUND
    assert dict(found.told("place")) == {
        "Klaster Kea": "Elbląg",
        "Klaster Emu": "Toruń",
        "Rajski Klaster Nandu": "Opole",
    }


def test_a_column_of_clusters_holds_what_is_told_above_under_any_head() -> None:
    text = (
        "<h2>Runda VII</h2><p>Prawo do tytułu KKK: 1.07.2024 – 30.06.2027</p>"
        "<table><tr><th>miejsce w rankingu</th><th>zwycięzca</th></tr>"
        "<tr><td>1</td><td>Klaster Kea</td></tr><tr><td>2</td><td>Klaster Emu</td></tr>"
        "<tr><td>3</td><td>Rajski Klaster Nandu</td></tr></table>"
    )
    found = read(f"<html><body>{text}</body></html>", "x.html").statuses()

    assert _held(found) == FOUND
    assert {round for _, _, round, _, _ in found} == {"VII"}


@pytest.mark.parametrize("head", ["Last day", "Ostatni dzień ważności", "In force until", "Data końcowa"])
def test_the_end_stands_under_any_of_its_heads(head: str) -> None:
    text = f"| Label | Cluster | {head} |\n|---|---|---|\n| Gold Label | Kea Cluster | 30 April 2028 |\n"

    assert read(text).statuses() == [("Kea Cluster", "Gold Label", "", "", "2028-04-30")]
