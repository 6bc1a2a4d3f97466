"""What the clauses of a sentence tell of several clusters, of those named before it, and of lists."""

import pytest

from index.register.model import WITHDRAWN
from tests.index.extraction.reading import Status, read

LIPA, SOSNA, OLCHA = "Klaster Lipowy", "Klaster Sosna", "Klaster Olcha"
ALDER, ROWAN = "Alder Cluster", "Rowan Cluster"


def until(name: str, day: str) -> Status:
    return name, "KKK", "", "", day


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Klaster Lipowy ma status KKK do 2027 r., natomiast Klaster Sosna utracił go w 2024 r.",
            [until(LIPA, "2027"), (SOSNA, "KKK", WITHDRAWN, "", "2024")],
        ),
        (
            "Klaster Sosna utracił status KKK w 2024 r., a Klaster Lipowy zachował go do 2027 r.",
            [(SOSNA, "KKK", WITHDRAWN, "", "2024"), until(LIPA, "2027")],
        ),
        (
            "Ze statusu KKK zrezygnował Klaster Lipowy (2024), a nowym KKK został Klaster Sosna (do 2028).",
            [(LIPA, "KKK", WITHDRAWN, "", "2024"), until(SOSNA, "2028")],
        ),
        (
            "The Alder Cluster lost its National Key Cluster status in 2023; the Rowan Cluster "
            "keeps its until "
            "30 September 2027.",
            [(ALDER, "KKK", WITHDRAWN, "", "2023"), until(ROWAN, "2027-09-30")],
        ),
        (
            "Klaster Lipowy, posiadający od 2021 r. status KKK, zaprasza na targi do 31 maja 2026 r.",
            [(LIPA, "KKK", "", "2021", "")],
        ),
        (
            "Klaster Lipowy prowadzi szkolenia do 31 maja 2026 r. i ma status KKK.",
            [(LIPA, "KKK", "", "", "")],
        ),
        (
            "Klaster Lipowy nie otrzymał statusu KKK w VI rundzie, ale w VII już tak: status jest ważny do "
            "30 kwietnia 2028 r.",
            [until(LIPA, "2028-04-30")],
        ),
        (
            "Klaster Lipowy ma srebrną odznakę ECEI, a Klaster Sosna – złotą, przyznaną w 2023 r.",
            [(LIPA, "Silver Label", "", "", ""), (SOSNA, "Gold Label", "", "2023", "")],
        ),
        (
            "Klastrowi Lipowemu, któremu status KKK przyznano w VI rundzie, minister odebrał go 5 "
            "maja 2024 r.",
            [(LIPA, "KKK", "VI", "", ""), (LIPA, "KKK", WITHDRAWN, "", "2024-05-05")],
        ),
    ],
)
def test_each_clause_tells_of_its_own(text: str, found: list[Status]) -> None:
    assert sorted(read(text).statuses()) == sorted(found)


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Lipowy zrezygnował z ubiegania się o status KKK. Klaster Sosna będzie się o niego ubiegać.",
        "Klaster Lipowy zrezygnował z ubiegania się o status KKK, a Klaster Sosna stara się o niego "
        "w 2027 r.",
        "Klaster Lipowy wycofał wniosek o status KKK w marcu 2025 r.",
        "Wniosek Klastra Lipowego o status KKK został odrzucony w VI rundzie.",
        "Wniosek Klastra Lipowego o nadanie statusu KKK jest w trakcie oceny do 30 czerwca 2026 r.",
        "Wśród klastrów, które nie uzyskały statusu KKK w VI rundzie, są Klaster Lipowy i Klaster Sosna.",
        "The Alder Cluster withdrew its application for National Key Cluster status in 2024.",
        "The Alder Cluster's application for National Key Cluster status was rejected in round VI.",
        "The application of the Alder Cluster for National Key Cluster status is under assessment.",
        "The Alder Cluster has not held National Key Cluster status since 2023.",
        "The Alder Cluster, founded in 2015, has no label whatsoever.",
        "Klaster Lipowy nie ma żadnej odznaki, choćby Silver Label.",
        "Neither the Alder Cluster nor the Rowan Cluster holds National Key Cluster status.",
        "The Alder Cluster failed to obtain National Key Cluster status in round VII.",
        "Eksperci Klastra Lipowego doradzają firmom, jak zdobyć status KKK.",
        "Klaster Lipowy bez powodzenia ubiegał się o status KKK w V i VI rundzie.",
        "Jeśli Klaster Lipowy spełni warunki, otrzyma status KKK do 2027 r.",
        "# Lista\n\nBez statusu KKK pozostały:\n\n- Klaster Lipowy\n- Klaster Sosna\n",
    ],
)
def test_asking_for_a_status_or_giving_that_up_is_no_status_and_no_loss(text: str) -> None:
    assert read(text).statuses() == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Status KKK uzyskały Klaster Lipowy i Klaster Sosna. Pierwszy zachowa go do 31 maja "
            "2026 r., drugi "
            "do 30 listopada 2027 r.",
            [until(LIPA, "2026-05-31"), until(SOSNA, "2027-11-30")],
        ),
        (
            "Klaster Lipowy, Klaster Sosna i Klaster Olcha to Krajowe Klastry Kluczowe. Status "
            "pierwszego wygasa "
            "31 maja 2026 r., pozostałych 30 listopada 2027 r.",
            [until(LIPA, "2026-05-31"), until(SOSNA, "2027-11-30"), until(OLCHA, "2027-11-30")],
        ),
        (
            "Do grona Krajowych Klastrów Kluczowych dołączyły: Klaster Lipowy oraz Klaster Sosna. Status "
            "przyznano im na trzy lata, do 31 lipca 2028 r.",
            [until(LIPA, "2028-07-31"), until(SOSNA, "2028-07-31")],
        ),
        (
            "Klaster Lipowy, podobnie jak Klaster Sosna, posiada status KKK do 31 maja 2026 r.",
            [until(LIPA, "2026-05-31"), until(SOSNA, "2026-05-31")],
        ),
        (
            "Klaster Lipowy ma status KKK (do 30.06.2027), podobnie Klaster Sosna i Klaster Olcha.",
            [until(LIPA, "2027-06-30"), until(SOSNA, "2027-06-30"), until(OLCHA, "2027-06-30")],
        ),
        (
            "Spośród kandydatów (Klaster Lipowy, Klaster Sosna, Klaster Olcha) status KKK do 31 "
            "lipca 2028 r. "
            "uzyskał jedynie Klaster Olcha.",
            [until(OLCHA, "2028-07-31")],
        ),
        (
            "The Alder Cluster, like the Rowan Cluster, was granted National Key Cluster status until 2027.",
            [until(ALDER, "2027"), until(ROWAN, "2027")],
        ),
        (
            "Klaster Lipowy i Klaster Sosna mają status KKK odpowiednio do 31 marca 2026 r. i 30 "
            "maja 2027 r.",
            [until(LIPA, "2026-03-31"), until(SOSNA, "2027-05-30")],
        ),
    ],
)
def test_a_sentence_may_refer_to_clusters_named_before(text: str, found: list[Status]) -> None:
    assert sorted(read(text).statuses()) == sorted(found)


ROUNDS = (
    "# Krajowe Klastry Kluczowe\n\nW V rundzie wyłoniono: Klaster Lipowy, Klaster Sosna.\n\n"
    "W VI rundzie wyłoniono: Klaster Olcha.\n\n"
)


def test_what_is_said_of_a_round_holds_for_all_of_that_round() -> None:
    text = ROUNDS + "Statusy nadane w V rundzie przedłuża się do 30 czerwca 2026 r.\n"

    assert read(text).statuses() == [
        (OLCHA, "KKK", "VI", "", ""),
        (LIPA, "KKK", "V", "", "2026-06-30"),
        (SOSNA, "KKK", "V", "", "2026-06-30"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "# Komunikat\n\n§ 1. W VI rundzie status Krajowego Klastra Kluczowego otrzymują:\n\n"
            "1) Klaster Lipowy,\n2) Klaster Sosna.\n\n§ 2. Status przyznaje się na trzy lata, od 1 "
            "marca 2024 r.\n",
            [(name, "KKK", "VI", "2024-03-01", "2027-02-28") for name in (LIPA, SOSNA)],
        ),
        (
            "# Lista KKK\n\nStatusy są ważne do 31 grudnia 2027 r., z wyjątkiem Klastra Sosna, "
            "którego status "
            "wygasł 30 czerwca 2025 r.\n\n- Klaster Lipowy\n- Klaster Sosna\n- Klaster Olcha\n",
            [until(SOSNA, "2025-06-30"), until(LIPA, "2027-12-31"), until(OLCHA, "2027-12-31")],
        ),
        (
            "# Wyniki konkursu o status KKK\n\nStatus z VI rundy trwa od 1 marca 2024 r. do 28 "
            "lutego 2027 r. "
            "Decyzje odebrali przedstawiciele:\n\n1. Klastra Lipowego,\n2. Klastra Sosna.\n",
            [(name, "KKK", "VI", "2024-03-01", "2027-02-28") for name in (LIPA, SOSNA)],
        ),
        (
            "# Rejestr KKK\n\nI. Runda VI – decyzje ważne do 28 lutego 2027 r.:\n\n1) Klaster "
            "Lipowy (ponownie, "
            "poprzednio w rundzie IV);\n2) Klaster Sosna.\n",
            [(name, "KKK", "VI", "", "2027-02-28") for name in (LIPA, SOSNA)],
        ),
    ],
)
def test_a_list_is_read_with_what_is_said_of_all_of_it(text: str, found: list[Status]) -> None:
    assert read(text).statuses() == found


def test_one_that_was_not_renewed_on_a_day_has_ended_on_that_day() -> None:
    text = "Jej status KKK wygasł 31 grudnia 2025 r. i nie został odnowiony.\n"

    assert read(f"# Klaster Lipowy\n\n{text}").statuses() == [until(LIPA, "2025-12-31")]


@pytest.mark.parametrize(
    "table",
    [
        "| Klaster | Runda V (do 31.03.2026) | Runda VI (do 30.09.2027) |\n|---|---|---|\n"
        "| Klaster Lipowy | x | |\n| Klaster Sosna | | tak |\n",
        "| Runda V (do 31.03.2026) | Runda VI (do 30.09.2027) |\n|---|---|\n| Klaster Lipowy | "
        "Klaster Sosna |\n",
        "| Runda | Klastry | Ważność |\n|---|---|---|\n| V | Klaster Lipowy | do 31.03.2026 |\n"
        "| VI | Klaster Sosna | do 30.09.2027 |\n",
    ],
)
def test_rounds_may_be_columns_or_rows(table: str) -> None:
    assert read(f"# Krajowe Klastry Kluczowe\n\n{table}").statuses() == [
        (LIPA, "KKK", "V", "", "2026-03-31"),
        (SOSNA, "KKK", "VI", "", "2027-09-30"),
    ]


def test_a_cell_may_hold_several_clusters() -> None:
    text = (
        "# Krajowe Klastry Kluczowe\n\n| Runda | Klastry | Ważność |\n|---|---|---|\n"
        "| V | Klaster Lipowy, Klaster Sosna | do 31.03.2026 |\n"
    )

    assert read(text).statuses() == [(name, "KKK", "V", "", "2026-03-31") for name in (LIPA, SOSNA)]


def test_columns_of_two_labels_are_told_apart() -> None:
    text = (
        "| Klaster | Runda KKK | KKK do | Odznaka ESCA |\n|---|---|---|---|\n"
        "| Klaster Lipowy | VI | 30.06.2027 | złota |\n| Klaster Sosna | – | – | brązowa |\n"
    )

    assert read(text).statuses() == [
        (LIPA, "KKK", "VI", "", "2027-06-30"),
        (LIPA, "Gold Label", "", "", ""),
        (SOSNA, "Bronze Label", "", "", ""),
    ]


def test_a_region_has_key_clusters_of_its_own() -> None:
    text = "Klaster Lipowy nosi tytuł Podlaskiego Klastra Kluczowego do 2026 r."

    assert read(text).statuses() == [(LIPA, "Regionalny Klaster Kluczowy", "", "", "2026")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Klaster Lipowy posiadał status KKK w latach 2016-2019 i 2019-2022.",
            [(LIPA, "KKK", "", "2016", "2019"), (LIPA, "KKK", "", "2019", "2022")],
        ),
        (
            "The minister extended the National Key Cluster status of the Alder Cluster from 30 June 2025 to "
            "31 December 2025.",
            [until(ALDER, "2025-12-31")],
        ),
        (
            "The Alder Cluster's three-year National Key Cluster status began on 1 July 2024.",
            [(ALDER, "KKK", "", "2024-07-01", "2027-06-30")],
        ),
        (
            "Unlike the Rowan Cluster, the Alder Cluster holds a Bronze Label, valid through 2026.",
            [(ALDER, "Bronze Label", "", "", "2026")],
        ),
        (
            "Do 30 czerwca 2027 r. status KKK ma: Klaster Lipowy, a do 31 grudnia 2027 r.: Klaster Olcha.",
            [until(LIPA, "2027-06-30"), until(OLCHA, "2027-12-31")],
        ),
        (
            "Dwa klastry straciły status KKK z końcem 2025 roku: Klaster Lipowy i Klaster Sosna.",
            [(name, "KKK", WITHDRAWN, "", "2025-12-31") for name in (LIPA, SOSNA)],
        ),
        (
            "The minister has stripped the Alder Cluster of its National Key Cluster status. The decision "
            "took effect on 15 September 2026.",
            [(ALDER, "KKK", WITHDRAWN, "", "2026-09-15")],
        ),
        (
            "# Klaster Lipowy\n\n| Rok | Wydarzenie |\n|---|---|\n| 2012 | założenie |\n| 2016 | status KKK |"
            "\n| 2021 | Złota Odznaka ECEI |\n",
            [(LIPA, "KKK", "", "2016", ""), (LIPA, "Gold Label", "", "2021", "")],
        ),
    ],
)
def test_the_terms_of_a_status_are_told_in_unlike_ways(text: str, found: list[Status]) -> None:
    assert sorted(read(text).statuses()) == sorted(found)


@pytest.mark.parametrize(
    "text",
    [
        "Przedłużono do 31 grudnia 2026 r. ważność statusu Krajowego Klastra Kluczowego, którym legitymuje "
        "się Klaster Turkawka z Kłodzka.",
        "Do 31 grudnia 2026 r. przedłużono status KKK, który posiada Klaster Turkawka.",
    ],
)
def test_whose_the_label_is_may_be_told_behind_it(text: str) -> None:
    assert [(one.value, one.until.iso if one.until else "") for one in read(text).claims("status")] == [
        ("KKK", "2026-12-31")
    ]
