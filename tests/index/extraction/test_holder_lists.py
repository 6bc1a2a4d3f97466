"""Who holds a label by where they stand: below what introduces its holders, and in tables that lost their
columns."""

import pytest

from index.register.model import WITHDRAWN
from tests.index.extraction.reading import Status, read


def held(label: str, *names: str, since: str = "", until: str = "") -> list[Status]:
    return [(name, label, "", since, until) for name in names]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "# Gold Label clusters\n\nClusters currently holding the Cluster Management Excellence Label "
            "GOLD:\n\n"
            "- 🇩🇪 Optikring Jena – Germany – valid until 31.03.2027\n- 🇳🇴 NCE Fjordtech – Norway – valid "
            "until "
            "01.02.2028\n- 🇵🇱 Klaster Meblowy Noteć – Poland – valid until 12.12.2026\n",
            [
                *held("Gold Label", "Optikring Jena", until="2027-03-31"),
                *held("Gold Label", "NCE Fjordtech", until="2028-02-01"),
                *held("Gold Label", "Klaster Meblowy Noteć", until="2026-12-12"),
            ],
        ),
        (
            "# Klastry z certyfikatem jakości zarządzania ESCA\n\nZŁOTO\n\nKlaster Dachowy (Polska) – od "
            "2020\n\n"
            "Ostsee Logistik Cluster (Niemcy) – od 2022\n\nSREBRO\n\nKlaster Okienny (Polska) – od 2021\n",
            [
                *held("Gold Label", "Klaster Dachowy", since="2020"),
                *held("Gold Label", "Ostsee Logistik Cluster", since="2022"),
                *held("Silver Label", "Klaster Okienny", since="2021"),
            ],
        ),
        (
            "In Estonia one network has received the Silver Label of ECEI:\n\nAnd three have received the "
            "Bronze "
            "label of ECEI;\n\n- Estonian peat and moss cluster\n- Estonian log house cluster\n",
            held("Bronze Label", "Estonian peat and moss cluster", "Estonian log house cluster"),
        ),
        (
            "Klastry, którym przyznano srebrną odznakę ESCA, i daty końcowe:\n\n- Klaster Lniany (Żyrardów): "
            "30.09.2027\n- Klaster Wikliny (Rudnik): 31.03.2028\n",
            [
                *held("Silver Label", "Klaster Lniany", until="2027-09-30"),
                *held("Silver Label", "Klaster Wikliny", until="2028-03-31"),
            ],
        ),
    ],
)
def test_those_below_what_introduces_the_holders_of_a_label_hold_it(text: str, found: list[Status]) -> None:
    assert sorted(read(text).statuses()) == sorted(found)


def test_cards_below_what_introduces_holders_are_of_holders_each_by_its_heading() -> None:
    text = (
        "# The SILVER Label\n\nIt is given for three years. Three clusters were awarded the Silver label "
        "in January, "
        "February and March 2025:\n\n## Green Loom Cluster 🇫🇮\n\nIt weaves flax and hemp for the car "
        "makers of the "
        "north.\n\n## FCN – Food Cluster Navarra 🇪🇸\n\nIt helps its members to export.\n\n## "
        "Contact\n\nWrite to us.\n"
    )

    assert read(text).statuses() == held(
        "Silver Label", "Green Loom Cluster", "Food Cluster Navarra", since="2025-02-01/2025-03-31"
    )


@pytest.mark.parametrize(
    "text",
    [
        "# Holders of the Gold Label of the ECEI\n\nName Sector Country Label valid until\n\nAlpine Wood "
        "Cluster Wood "
        "industry Austria 2026-05-14\n\nSilesia Pack Packaging Poland 2025-11-30\n",
        "Name Label Country Valid until Alpine Wood Cluster Gold Austria 2026-05-14 Silesia Pack Gold "
        "Poland 2025-11-30",
    ],
)
def test_the_rows_of_a_table_that_lost_its_columns_are_holders(text: str) -> None:
    assert sorted(read(text).statuses()) == [
        *held("Gold Label", "Alpine Wood Cluster", until="2026-05-14"),
        *held("Gold Label", "Silesia Pack", until="2025-11-30"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Korzyści z posiadania statusu KKK dla klastrów:\n\n- Preferencje w konkursach\n- Promocja Marki "
        "Klastra\n",
        "# Gold Label\n\n## News\n\nClusters on the Map 2024\n\nCluster Week in Tallinn\n",
        "# Klaster Bursztynowy\n\n## Wyróżnienia\n\nGold Label\n\n## Partnerzy\n\nKlaster "
        "Morski\n\nKlaster Stoczniowy\n",
        "Kandydaci do złotej odznaki ESCA:\n\n- Klaster Jedwabny\n- Klaster Gier\n",
        "How clusters get the Gold Label:\n\n- Self Assessment\n- Expert Audit in Barcelona\n",
    ],
)
def test_what_only_speaks_of_a_label_gives_it_to_nobody_listed_below(text: str) -> None:
    assert read(text).statuses() == []


def test_what_runs_out_beside_a_label_is_no_label() -> None:
    text = "# Klaster Śniegu\n\nCertyfikaty:\n\n- Gold Label – ważny do 05.2026\n- ISO 9001 – ważny do 2027\n"

    assert read(text).statuses() == held("Gold Label", "Klaster Śniegu", until="2026-05")


def test_those_who_lost_a_label_are_listed_as_such_below_its_holders() -> None:
    text = (
        "Klastry ze srebrną odznaką ESCA:\n\n- Klaster Lniany\n- Klaster Wikliny\n\nSrebrną odznakę ESCA "
        "utraciły:\n\n"
        "- Klaster Torfowy\n"
    )

    assert read(text).statuses() == [
        *held("Silver Label", "Klaster Lniany", "Klaster Wikliny"),
        ("Klaster Torfowy", "Silver Label", WITHDRAWN, "", ""),
    ]


def test_entries_with_lines_of_detail_below_hold_what_the_line_of_their_round_says() -> None:
    text = (
        "Krajowe Klastry Kluczowe – wykaz\n\nRUNDA VI – status ważny do 30 września 2027 r.\n\n"
        "1. Klaster Kajaków\n   Koordynator: Fundacja Bystrze\n   woj. pomorskie, Bytów\n"
        "2. Klaster Młynów Wodnych\n   Koordynator: Naddolnośląskie Centrum Transferu Młynarstwa sp. z o.o.\n"
        "   woj. dolnośląskie, Nysa\n\nRUNDA VII – status ważny do 31 maja 2029 r.\n\n"
        "3. Klaster Latawców\n   Koordynator: Izba Wiatru\n   woj. śląskie, Żywiec\n"
        "4. Klaster Zegarów\n   Koordynator: Cech Zegarmistrzów\n   woj. łódzkie, Łódź\n\n"
        "Uwaga: z listy skreślono Klaster Pary (decyzja z 4 maja 2026 r.).\n"
    )

    assert read(text, "x.txt").statuses() == [
        ("Klaster Kajaków", "KKK", "VI", "", "2027-09-30"),
        ("Klaster Młynów Wodnych", "KKK", "VI", "", "2027-09-30"),
        ("Klaster Latawców", "KKK", "VII", "", "2029-05-31"),
        ("Klaster Zegarów", "KKK", "VII", "", "2029-05-31"),
        ("Klaster Pary", "KKK", WITHDRAWN, "", "2026-05-04"),
    ]


def test_entries_of_name_and_coordinator_below_a_heading_with_the_end_are_holders() -> None:
    text = (
        "Regionalny Klaster Kluczowy Kujaw\n\nTytuł przyznaje zarząd województwa na dwa lata.\n\n"
        "Laureaci, uchwała z 3 marca 2026 r. (tytuł do 2 marca 2028 r.):\n"
        "  Klaster Solanki – koordynator: Izba Tężni – Ciechocinek\n"
        "  Włocławski Klaster Fajansu – koordynator: Towarzystwo Przyjaciół Ceramiki – Włocławek\n"
        "  Klaster Gęsi – koordynator: Spółdzielnia Puch – Rypin\n"
    )

    assert read(text, "x.txt").statuses() == held(
        "Regionalny Klaster Kluczowy",
        *("Klaster Solanki", "Włocławski Klaster Fajansu", "Klaster Gęsi"),
        until="2028-03-02",
    )


def test_among_them_introduces_those_of_whom_the_lines_before_spoke() -> None:
    text = (
        "# Gold Label\n\nGiven in January 2026.\n\nFive clusters got it. Among the winners:\n\n"
        "Vestland Kelp Cluster (Norway): makes food of what grows below the fjords.\n\n"
        "Loomtex (Sweden): everything that is woven.\n\nThe rest is on the next page\n"
    )

    assert read(text, "x.txt").statuses() == held(
        "Gold Label", "Vestland Kelp Cluster", "Loomtex", since="2026-01"
    )


def test_what_one_holder_has_is_no_list_of_holders() -> None:
    text = (
        "Klaster Kea holds the status of National Key Cluster until 2027. It has partners.\n\n"
        "Klaster Kea is proud of its friends.\n\nThese include:\n\n- Stork Cluster\n- Heron Cluster\n"
    )

    assert {one[0] for one in read(text).statuses()} == {"Klaster Kea"}


def test_names_with_terms_right_below_a_label_in_capitals_hold_that() -> None:
    text = (
        "Register of quality labels for cluster organisations\n\n"
        "GOLD LABEL\nBittern Cluster, Utrecht, Netherlands - valid until 31 March 2028\n"
        "Heron Cluster, Bergen, Norway - valid until 15 November 2027\n\n"
        "SILVER LABEL\nStork Cluster, Graz, Austria - valid until 20 January 2027\n"
        "Crane Cluster, Ostrava, Czechia - valid until 4 April 2028\n"
    )

    assert [(one[1], one[4]) for one in read(text, "t.txt").statuses()] == [
        ("Gold Label", "2028-03-31"),
        ("Gold Label", "2027-11-15"),
        ("Silver Label", "2027-01-20"),
        ("Silver Label", "2028-04-04"),
    ]


def test_a_grade_alone_heads_its_holders_where_the_title_speaks_of_labels() -> None:
    text = (
        "# Label watch\n\nWho holds what in our region this autumn.\n\n"
        "## GOLD\n\n* Grebe Wool Cluster, Malmö. Valid until 3 February 2028.\n"
        "* Kestrel Boat Cluster, Turku. Valid until 20 November 2028.\n\n"
        "## BRONZE\n\n* Bittern Reed Cluster, Riga. Valid until 14 June 2027. A visit is due.\n"
        "* Plover Salt Cluster, Gdynia. Valid until 30 April 2028.\n"
    )

    assert read(text).statuses() == [
        ("Grebe Wool Cluster", "Gold Label", "", "", "2028-02-03"),
        ("Kestrel Boat Cluster", "Gold Label", "", "", "2028-11-20"),
        ("Bittern Reed Cluster", "Bronze Label", "", "", "2027-06-14"),
        ("Plover Salt Cluster", "Bronze Label", "", "", "2028-04-30"),
    ]


def test_a_word_of_time_in_a_body_s_name_is_no_time() -> None:
    text = (
        "# Krajowe Klastry Kluczowe\n\n## Runda II\n\nstatus ważny: 1 marca 2018 r. – 28 lutego 2021 r.\n\n"
        "* Klaster Kea — reprezentant: Fundacja Apteka Jutra\n* Klaster Emu — reprezentant: Fundacja Emu\n"
    )

    assert read(text).statuses() == [
        ("Klaster Kea", "KKK", "II", "2018-03-01", "2021-02-28"),
        ("Klaster Emu", "KKK", "II", "2018-03-01", "2021-02-28"),
    ]
    assert read(text).values("representative") == ["Fundacja Apteka Jutra", "Fundacja Emu"]


def test_what_else_lasts_of_a_holder_is_no_term_of_its_label() -> None:
    text = (
        "# Holders of the Silver Label\n\n- Kea Cluster, Riga. The chair's mandate lasts until 2029.\n"
        "- Emu Cluster, Turku. Registration for its fair is open until 31 December 2026.\n"
    )

    assert {one[4] for one in read(text).statuses()} <= {""}


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("number", ["1. ", ""])
@pytest.mark.parametrize("inset", ["   ", ""])
def test_details_below_its_names_part_no_list(between: str, number: str, inset: str) -> None:
    entries = between.join(
        f"{number.replace('1', str(place))}{name}\n{inset}koordynator: Fundacja {name.split()[-1]}, Piła"
        for place, name in enumerate(("Klaster Kea", "Klaster Emu", "Klaster Moa"), 1)
    )
    text = (
        "Rozstrzygnięto VII rundę konkursu o status Krajowego Klastra Kluczowego\n\n"
        "Tytuł otrzymały trzy klastry. Status obowiązuje od 1 stycznia 2025 r. do 31 grudnia 2027 r.\n\n"
        f"Klastry wyłonione w VII rundzie:\n\n{entries}\n\nJak oceniano wnioski?\nPracowało siedem osób.\n"
    )

    assert read(text, "x.txt").statuses() == [
        (name, "KKK", "VII", "2025-01-01", "2027-12-31")
        for name in ("Klaster Kea", "Klaster Emu", "Klaster Moa")
    ]
