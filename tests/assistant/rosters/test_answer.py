"""Clusters that a document sets together: lists, tables, entries, sentences."""

import pytest

from tests.assistant.shelf import Shelf

FORUM = """# Powstało Forum Klastrów Mazur

W spotkaniu w Ełku podpisano Porozumienie o utworzeniu Forum Klastrów Mazur.

Sygnatariusze to:

- Klaster Szkutniczy Fala,
- Mazurski Klaster Torfowy,
- Dolina Jezior.
"""
NETWORK = """# Three clusters join forces

The Cluster Organizations Jutland Wind Cluster (Denmark), Pommern Holzring (Germany) and Nordsee Cluster
(Germany) have joined the North Timber Network (NTN), to share good practices.
"""
MINUTES = """# Spotkanie Rady Żeglugi

Rada Żeglugi spotkała się 5 maja w Pile.

OBECNI:

- Klaster Rzeczny Nurt (Jan Nowak)
- Klaster Portowy Keja (Ewa Lis)
"""


@pytest.fixture
def told(shelf: Shelf) -> Shelf:
    for file, text in (("forum.md", FORUM), ("network.md", NETWORK), ("minutes.md", MINUTES)):
        shelf.add(file, text)
    return shelf


@pytest.mark.parametrize(
    ("question", "names"),
    [
        (
            "Kto podpisał porozumienie o Forum Klastrów Mazur?",
            ["Dolina Jezior", "Klaster Szkutniczy Fala", "Mazurski Klaster Torfowy"],
        ),
        (
            "Which clusters joined the North Timber Network?",
            ["Jutland Wind Cluster", "Nordsee Cluster", "Pommern Holzring"],
        ),
        ("Które niemieckie klastry należą do NTN?", ["Nordsee Cluster", "Pommern Holzring"]),
        ("Which German clusters are in NTN?", ["Nordsee Cluster", "Pommern Holzring"]),
        ("Jakie klastry były na spotkaniu Rady Żeglugi?", ["Klaster Portowy Keja", "Klaster Rzeczny Nurt"]),
    ],
)
def test_those_who_take_part_are_listed_all(told: Shelf, question: str, names: list[str]) -> None:
    answer = told.answer(question)

    assert sorted(item.name for item in answer.items) == names
    assert all(item.citations for item in answer.items)


def test_they_are_counted_too(told: Shelf) -> None:
    answer = told.answer("Ile klastrów podpisało porozumienie o Forum Klastrów Mazur?")

    assert (answer.kind, len(answer.items)) == ("count", 3)


@pytest.mark.parametrize(
    "question",
    [
        "Które klastry podpisały porozumienie o Forum Klastrów Kaszub?",
        "Which clusters joined the South Glass Network?",
        "Which Latvian clusters are in NTN?",
    ],
)
def test_what_no_document_says_is_not_listed(told: Shelf, question: str) -> None:
    assert told.answer(question).items == ()


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Które klastry mają w nazwie „rzecz”, a więc rzekę?", ["Klaster Rzeczny Nurt"]),
        ("Jakie klastry mają w nazwie słowo Dolina?", ["Dolina Jezior"]),
        ("Which clusters have 'Wind' in their name?", ["Jutland Wind Cluster"]),
    ],
)
def test_clusters_are_found_by_what_their_names_hold(told: Shelf, question: str, names: list[str]) -> None:
    assert [item.name for item in told.answer(question).items] == names


AWARDS = """Harbour Prizes 2024

The jury met in Riga on 3 October 2024.

Category: green ports

Clean Quay Cluster (Estonia): shore power.
Pier Cluster Turku (Finland): biogas.

Category: digital ports

Bothnia Data Cluster (Finland): digital twins.
Klaster Portowy Latarnia (Poland): a data space.
"""
REGISTER = """# Rejestr Znaku Jakości

| Nazwa klastra | Znak | Ważny do | Liczba podmiotów |
|---|---|---|---|
| Klaster Ceramiczny Glinka | srebrny | 2027-04-30 | 44 |
| Klaster Piekarzy Zakwas | złoty | 2026-02-28 | 18 |
| Klaster Zabawek Bączek | srebrny | 2026-10-31 | 61 |
| Klaster Rowerowy Szprycha | złoty | 2028-01-15 | 27 |
"""
BOOKLET = """# Partners for biotech missions

Edition: June 2025. This booklet presents clusters that offer shared laboratories.

## Sweden

### Uppsala Cell Cluster

68 members. Cell culture.

### Malmö Enzyme Cluster

41 members. Founded in 2016.

## Portugal

### Coimbra Algae Cluster

23 members. Founded in 2016.
"""
NEWS = """# Porozumienie na Pogórzu

W Bieczu powstało Partnerstwo Suchego Drewna. Umowę podpisały Klaster Stolarzy Beskid, Klaster Leśny Polana
oraz Klaster Sosnowy Smrek.

Klaster Leśny Polana i Klaster Meblowy Intarsja wystąpiły z Izby Drzewnej Karpat.

W Jaśle zamknięto dwa biura. Są to Klaster Meblowy Intarsja oraz Klaster Sosnowy Smrek.
"""
ABSENT = """# Narada Kolegium Hutniczego

Narada odbyła się 14 maja 2025 r.

## Nieobecni

- Klaster Walcarek Taśma
- Klaster Drutu Nitka

## Obecni

- Klaster Odlewniczy Żeliwiak – Jan Trop
- Klaster Stali Rdzeń – Ewa Kut
"""
FAIR = """# Targi Solne

W Targach Solnych 2025 wzięły udział 34 klastry. Nagrody otrzymały:

- Klaster Solny Gródek
- Klaster Tężni Mgła
"""


@pytest.fixture
def together(shelf: Shelf) -> Shelf:
    texts = {"awards": AWARDS, "register": REGISTER, "booklet": BOOKLET, "news": NEWS, "absent": ABSENT}
    for file, text in texts.items():
        shelf.add(f"{file}.{'txt' if file == 'awards' else 'md'}", text)
    return shelf


@pytest.mark.parametrize(
    ("question", "names"),
    [
        (
            "Which clusters won a Harbour Prize in the digital ports category?",
            ["Bothnia Data Cluster", "Klaster Portowy Latarnia"],
        ),
        (
            "Which Finnish clusters won a Harbour Prize in 2024?",
            ["Bothnia Data Cluster", "Pier Cluster Turku"],
        ),
        ("Które klastry mają ważny złoty Znak Jakości?", ["Klaster Rowerowy Szprycha"]),
        (
            "Którym klastrom wygasł Znak Jakości z rejestru?",
            ["Klaster Piekarzy Zakwas", "Klaster Zabawek Bączek"],
        ),
        (
            "dwa największe klastry w rejestrze Znaku Jakości",
            ["Klaster Ceramiczny Glinka", "Klaster Zabawek Bączek"],
        ),
        (
            "Which clusters in the June 2025 booklet were founded in 2016?",
            ["Coimbra Algae Cluster", "Malmö Enzyme Cluster"],
        ),
        (
            "Which Swedish clusters offer shared laboratories?",
            ["Malmö Enzyme Cluster", "Uppsala Cell Cluster"],
        ),
        (
            "Kto podpisał umowę Partnerstwa Suchego Drewna?",
            ["Klaster Leśny Polana", "Klaster Sosnowy Smrek", "Klaster Stolarzy Beskid"],
        ),
        (
            "Które klastry wystąpiły z Izby Drzewnej Karpat?",
            ["Klaster Leśny Polana", "Klaster Meblowy Intarsja"],
        ),
        (
            "Które klastry były na naradzie Kolegium Hutniczego 14 maja 2025?",
            ["Klaster Odlewniczy Żeliwiak", "Klaster Stali Rdzeń"],
        ),
        (
            "Jakich klastrów zabrakło na naradzie Kolegium Hutniczego?",
            ["Klaster Drutu Nitka", "Klaster Walcarek Taśma"],
        ),
    ],
)
def test_those_that_meet_what_is_asked_are_picked(together: Shelf, question: str, names: list[str]) -> None:
    answer = together.answer(question)

    assert sorted(item.name for item in answer.items) == names


@pytest.mark.parametrize(
    "question",
    [
        "Which clusters won a Harbour Prize in 2022?",
        "Which clusters won a Desert Prize in 2024?",
        "Które klastry były na naradzie Kolegium Hutniczego we wrześniu 2023?",
        "Które klastry przystąpiły do Izby Drzewnej Karpat?",
        "Które klastry mają brązowy Znak Jakości?",
        "Które klastry podpisały umowę Partnerstwa Mokrego Kamienia?",
    ],
)
def test_nothing_is_listed_where_what_decides_is_said_nowhere(together: Shelf, question: str) -> None:
    assert together.answer(question).items == ()


def test_who_is_set_together_is_counted(together: Shelf) -> None:
    answer = together.answer("How many clusters does the booklet on biotech missions present?")

    assert (answer.kind, answer.statements[0].exact) == ("count", "3 clusters")


def test_a_number_that_a_sentence_tells_goes_before_those_it_names_in_part(shelf: Shelf) -> None:
    shelf.add(
        "fair.md",
        "# Targi Solne\n\nW Targach Solnych 2025 wzięły udział 34 klastry. Nagrody otrzymały:\n\n"
        "- Klaster Solny Gródek\n- Klaster Tężni Mgła\n",
    )

    answer = shelf.answer("Ile klastrów wzięło udział w Targach Solnych 2025?")

    assert answer.statements[0].exact.startswith("34")


@pytest.mark.parametrize(
    "told",
    [
        "Two clusters did not sign the Grey Charter.",
        "Only five of the twenty clusters signed the Grey Charter.",
        "In 2015 clusters signed the Grey Charter.",
    ],
)
def test_a_number_of_others_is_not_told(shelf: Shelf, told: str) -> None:
    shelf.add("charter.txt", f"The Grey Charter\n\nA meeting on clusters was held in spring. {told}\n")

    answer = shelf.assistant.ask("How many clusters signed the Grey Charter?").answer

    assert answer.kind != "count"


RATES = """# Klastry Zatoki w liczbach

| Klaster | Stopień | Liczba członków | Składka roczna | Budżet |
|---|---|---|---|---|
| Klaster Wikliniarski Kosz | złoty | 41 | 950 zł | 1,2 mln zł |
| Klaster Obuwniczy Podeszwa | srebrny | 88 | 1 400 zł | 640 000 zł |
| Klaster Zabawkarski Bączek | srebrny | 23 | bez składki | 310 000 zł |

Srebrny stopień daje się na dwa lata, złoty na trzy.
"""


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Które klastry mają składkę poniżej 1000 zł?", ["Wikliniarski Kosz"]),
        ("Jakie klastry mają budżet od 300 000 do 700 000 zł?", ["Obuwniczy Podeszwa", "Zabawkarski Bączek"]),
        ("Które klastry mają budżet powyżej 1 mln zł?", ["Wikliniarski Kosz"]),
        ("Które klastry mają budżet powyżej 5 mln zł?", []),
        ("Które klastry mają srebrny stopień?", ["Obuwniczy Podeszwa", "Zabawkarski Bączek"]),
    ],
)
def test_rows_are_chosen_by_what_their_cells_say(shelf: Shelf, question: str, names: list[str]) -> None:
    shelf.add("liczby.md", RATES)

    assert [item.name for item in shelf.answer(question).items] == [f"Klaster {name}" for name in names]


PARTS = """# Karta Jakości Zatoki

## Nabór pierwszy

| Klaster | Opiekun |
|---|---|
| Klaster Rzeczny Nurt | Ewa Lis |
| Klaster Portowy Keja | Jan Mak |

## Nabór drugi

| Klaster | Opiekun |
|---|---|
| Klaster Tkacki Osnowa | Ewa Lis |
| Klaster Garncarski Glinka | Iza Rak |
"""


def test_a_table_in_parts_is_listed_as_one(shelf: Shelf) -> None:
    shelf.add("karta.md", PARTS)

    answer = shelf.answer("Którymi klastrami w Karcie Jakości Zatoki opiekuje się Ewa Lis?")

    assert {item.name for item in answer.items} == {"Klaster Rzeczny Nurt", "Klaster Tkacki Osnowa"}


def test_a_sum_of_another_name_in_a_row_is_none_that_is_asked(shelf: Shelf) -> None:
    shelf.add(
        "oplaty.md",
        "# Opłaty\n\n| Klaster | Siedziba | Składka roczna |\n|---|---|---|\n"
        "| Klaster Rzeczny Nurt | Piła | 900 zł |\n| Klaster Portowy Keja | Ełk | 700 zł |\n",
    )

    assert shelf.answer("Jaki budżet roczny ma Klaster Rzeczny Nurt?").kind == "abstention"
    assert "900 zł" in str(shelf.answer("Jaka jest składka roczna w Klastrze Rzeczny Nurt?").statements)


@pytest.mark.parametrize(
    ("told", "stated"),
    [
        ("W regionie działa łącznie pięć klastrów.", True),
        ("W województwie jest ogółem pięć klastrów.", True),
        ("Marszałek mówił, że w regionie jest łącznie pięć klastrów, a znak dostał jeden.", True),
        ("Łącznie w regionie nagrodzono pięć klastrów.", False),
        ("Łącznie nagrodzono pięć klastrów, które działają w regionie.", False),
        ("W regionie działa łącznie pięć klastrów meblarskich.", False),
        ("W regionie działa łącznie pięć Krajowych Klastrów Kluczowych.", False),
        ("W 2019 roku działało w regionie łącznie pięć klastrów.", False),
    ],
)
def test_what_a_source_counts_in_all_of_a_region_stands_beside_our_count(
    shelf: Shelf, told: str, stated: bool
) -> None:
    shelf.add(
        "opole.md",
        f"# Klastry w województwie opolskim\n\n{told}\n\nKlaster Rzeczny Nurt ma siedzibę w Opolu.\n",
    )

    answer = shelf.answer("Ile klastrów działa w województwie opolskim?")

    assert ("pięć klastrów" in str(answer.statements).lower()) is stated


VALLEY = """# Klastry doliny

## Klaster Rzeczny Nurt

Prezesem klastra jest Jan Nowak. Klaster prowadzi projekt BRZEG. Składka wynosi 900 zł.

## Klaster Tkacki Wątek

Koordynator: Fundacja Osnowa. Biuro jest w Pile.
"""


@pytest.mark.parametrize(
    "question",
    [
        "Kto jest prezesem Fundacji Osnowa?",
        "Jaki budżet ma projekt BRZEG?",
        "Jaki jest numer telefonu do prezesa Klastra Rzeczny Nurt?",
    ],
)
def test_a_president_a_budget_and_a_telephone_that_nobody_tells_are_told_by_nothing_near(
    shelf: Shelf, question: str
) -> None:
    shelf.add("dolina.md", VALLEY)

    assert shelf.answer(question).kind == "abstention"
