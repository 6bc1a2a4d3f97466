"""How many belong to each cluster, and what it is for."""

from datetime import date

import pytest

from tests.index.extraction.reading import read

TURKAWKA = "Klaster Turkawka"


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Klaster Turkawka zrzesza 57 firm.", [("57", "firm")]),
        ("Klaster Turkawka liczy 1 250 członków.", [("1250", "członków")]),
        ("Klaster Turkawka skupia ponad 40 podmiotów.", [("40", "podmiotów")]),
        ("Klaster Turkawka zrzesza trzydzieści dwie firmy.", [("32", "firmy")]),
        ("Do Klastra Turkawka należy sto dwadzieścia przedsiębiorstw.", [("120", "przedsiębiorstw")]),
        (
            "Klaster Turkawka tworzy 31 firm, 4 uczelnie i 2 instytuty.",
            [("31", "firm"), ("4", "uczelnie"), ("2", "instytuty")],
        ),
        ("Do Klastra Turkawka należy sto dwadzieścia firm.", [("120", "firm")]),
        ("W skład Klastra Turkawka wchodzi 18 małych firm odlewniczych.", [("18", "małych firm")]),
        ("Liczba członków Klastra Turkawka wzrosła do 73.", [("73", "członków")]),
        ("Klaster Turkawka ma 45 firm i instytucji.", [("45", "firm i instytucji")]),
    ],
)
def test_numbers_of_members_are_read_with_what_they_count(text: str, counts: list[tuple[str, str]]) -> None:
    found = read(text)

    assert found.counts() == counts
    assert {cluster for cluster, _ in found.told("members")} == {TURKAWKA}


@pytest.mark.parametrize(
    "counted",
    [
        "firm",
        "członków",
        "podmiotów",
        "uczelni",
        "instytutów",
        "zakładów",
        "ośrodków",
        "jednostek",
        "hoteli",
        "stoczni",
        "przedsiębiorstw",
        "spółek",
        "przedsiębiorców",
        "szkół",
        "gmin",
        "odlewni",
        "spółdzielni",
        "SMEs",
    ],
)
def test_whatever_is_counted_may_be_members(counted: str) -> None:
    assert read(f"Klaster Turkawka zrzesza 20 {counted}.").counts() == [("20", counted)]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The Larkspur Cluster unites 57 companies.", [("57", "companies")]),
        ("The Larkspur Cluster has 1,250 members.", [("1250", "members")]),
        ("The Larkspur Cluster brings together forty-two firms.", [("42", "firms")]),
        ("Membership of the Larkspur Cluster stands at 40.", [("40", "Membership")]),
        (
            "The Larkspur Cluster gathers 31 companies, 4 universities and 2 institutes.",
            [("31", "companies"), ("4", "universities"), ("2", "institutes")],
        ),
    ],
)
def test_english_numbers_of_members_are_read_too(text: str, counts: list[tuple[str, str]]) -> None:
    assert read(text).counts() == counts


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Turkawka przyjął w maju 12 nowych członków.",
        "Firmy Klastra Turkawka zatrudniają 3400 osób.",
        "W kongresie Klastra Turkawka wzięło udział 230 firm.",
        "Klaster Turkawka chce skupiać 100 firm.",
        "Klaster Turkawka przeszkolił 80 firm.",
        "Koordynatorem Klastra Turkawka jest Izba Rzemiosła, która zrzesza 900 firm.",
        "The Larkspur Cluster is run by the Wagtail Chamber, which has 900 members.",
        "The Larkspur Cluster is run by the Wagtail Chamber of Commerce, an association of 900 companies.",
        "Klaster Turkawka prowadzi Stowarzyszenie Młynarzy, liczące 212 członków.",
        "# Klaster Turkawka\n\nKlaster prowadzi Fundacja Pliszka. Zatrudnia ona 12 osób i liczy 30 członków.",
        "Klaster Turkawka założyło w 2010 roku 12 firm.",
        "Klaster Turkawka świętował przyjęcie trzech spółek.",
        "# Larkspur Cluster\n\nFounded by 12 firms in 2010.",
        "Rada Klastra Turkawka liczy 7 członków.",
        "The board of the Larkspur Cluster has seven members.",
        "45 firm należących do Klastra Turkawka wzięło udział w targach.",
        "The Larkspur Cluster has helped 200 companies find partners.",
        "Klaster Turkawka działa w 12 gminach.",
        "Klaster Turkawka ma dwa biura i trzy laboratoria.",
        "Klaster Turkawka współpracuje z 15 uczelniami.",
        "Koordynatorem Klastra Turkawka jest Izba Rzemiosła. Izba zrzesza 900 firm.",
        "Klaster Turkawka otrzymał 12 mln zł.",
        "Od 2014 roku Klaster Turkawka zrzesza odlewnie.",
        "Klaster Turkawka zrzesza 60% firm regionu.",
        "In May the Larkspur Cluster welcomed 12 new members.",
        "The congress of the Larkspur Cluster was attended by 230 companies.",
        "The Larkspur Cluster plans to have 100 members.",
    ],
)
def test_numbers_of_something_else_are_no_members(text: str) -> None:
    assert read(text).counts() == []


@pytest.mark.parametrize(
    "text",
    [
        "# Larkspur Cluster\n\nIts 45 members employ 3,000 people.\n",
        "# Klaster Turkawka\n\nJego 45 członków zatrudnia 3000 osób.\n",
        "The Larkspur Cluster, whose 45 members meet every Monday, is growing.",
        "All 45 members of the Larkspur Cluster signed the letter.",
        "With its 45 members the Larkspur Cluster is the largest in the region.",
        "# Klaster Turkawka\n\nJego 45 młynów mieli dziś pod jedną marką.\n",
    ],
)
def test_its_members_are_its_members(text: str) -> None:
    assert read(text).values("members") == ["45"]


@pytest.mark.parametrize(
    "text",
    [
        "The Larkspur Cluster has grown to 57 farms.",
        "Klaster Turkawka rozrósł się do 57 gospodarstw.",
        "The number of members of the Larkspur Cluster rose from 40 to 57.",
        "# Klaster Turkawka\n\nCzłonków przybyło: z 34 przed pięciu laty do 57 obecnie.\n",
        "# Larkspur Cluster\n\nMembership: 57, the highest ever.\n",
        "# Klaster Turkawka\n\nLiczba członków skurczyła się do 57 firm.\n",
        "# Klaster Turkawka\n\nZaczynał z 9 firmami, dziś liczy 57.\n",
        "# Klaster Turkawka\n\nFirm w klastrze jest 57.\n",
        "The 57-member Larkspur Cluster is the largest of its kind.",
        "# Klaster Turkawka\n\nIlu was dziś jest?\n\nPięćdziesiąt siedem.\n",
        "# Larkspur Cluster\n\nHow many members do you have?\n\nAlready 57, and more to come.\n",
        "# Klaster Turkawka\n\n57\n\nczłonków\n\n12 000\n\npracowników\n",
        "# Larkspur Cluster\n\n57members\n\n35projects\n",
        "# Klaster Turkawka\n\nKlaster zrzesza 57 pasiek.\n",
    ],
)
def test_a_number_of_members_is_told_in_many_ways(text: str) -> None:
    assert read(text).values("members") == ["57"]


def test_what_stands_after_an_aside_on_another_body_is_of_the_cluster() -> None:
    text = "Klaster Turkawka, koordynowany przez Izbę Rzemiosła, która zrzesza 900 firm, skupia 45 odlewni."

    assert read(text).told("members") == [(TURKAWKA, "45")]


def test_those_who_founded_it_are_not_those_it_unites_now() -> None:
    text = "The Larkspur Cluster was founded in 2010 by 12 companies and now has 80 members."

    assert read(text).values("members") == ["80"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("# Klaster Turkawka\n\nLiczba członków: 48 (w tym 39 MŚP)\n", ["48", "39"]),
        ("# Larkspur Cluster\n\nMembers: 48, of which 39 firms\n", ["48", "39"]),
        ("# Larkspur Cluster\n\nMembers: 105 (SMEs 78, large companies 16)\n", ["105", "78", "16"]),
        (
            "Klaster Turkawka to 112 członków: 85 firm, 20 instytucji otoczenia biznesu i 7 uczelni.",
            ["112", "85", "20", "7"],
        ),
        ("The Larkspur Cluster has 61 members, mostly studios, together with one university.", ["61", "1"]),
    ],
)
def test_parts_are_told_beside_their_whole(text: str, values: list[str]) -> None:
    assert read(text).values("members") == values


def test_a_number_of_earlier_days_is_told_where_its_year_is() -> None:
    dated = read("Klaster Turkawka zaczynał w 2018 roku z dwunastoma firmami.").claims("members")

    assert [(claim.value, str(claim.said_on)) for claim in dated] == [("12", "2018-12-31")]
    assert read("Początkowo Klaster Turkawka zrzeszał 12 firm.").values("members") == []


def test_the_members_of_a_row_are_told_with_the_head_as_what_they_count() -> None:
    text = "# Klastry\n\n| Klaster | Członkowie |\n|---|---|\n| Klaster Turkawka | 1 020 |\n"

    assert read(text).counts() == [("1020", "Członkowie")]


def test_a_number_of_members_is_told_with_the_day_it_held_on() -> None:
    (claim,) = read("W 2019 roku Klaster Turkawka zrzeszał 48 firm.").claims("members")

    assert claim.said_on is not None
    assert claim.said_on.isoformat() == "2019-12-31"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("# Klaster Turkawka\n\nLiczba członków: 64\n", "64"),
        ("# Klastry\n\n| Klaster | Członkowie |\n|---|---|\n| Klaster Turkawka | ok. 64 |\n", "64"),
        ("# Klaster Turkawka\n\n- 64 firmy\n- siedziba w Rzeszowie\n", "64"),
    ],
)
def test_members_stand_in_cards_tables_and_lists(text: str, value: str) -> None:
    assert read(text).told("members") == [(TURKAWKA, value)]


def test_the_year_of_founding_is_not_that_of_the_number() -> None:
    (claim,) = read("The Teasel Cluster, established in 2015, brings together 30 companies.").claims(
        "members"
    )

    assert claim.said_on is None


@pytest.mark.parametrize(
    "text", ["Klaster Turkawka to 45 firm i 3 uczelnie.", "Klaster Turkawka to dziś 45 podmiotów."]
)
def test_a_cluster_is_so_many_members(text: str) -> None:
    assert read(text).values("members")[:1] == ["45"]


def test_a_number_is_of_the_year_told_in_short_before_it() -> None:
    (claim,) = read("W 2019 r. do Klastra Turkawka należało 48 firm.").claims("members")

    assert claim.said_on is not None


# Mission and projects


@pytest.mark.parametrize(
    "sentence",
    [
        "Misją klastra jest wspieranie rodzinnych odlewni.",
        "Celem Klastra Turkawka jest wymiana wiedzy między odlewniami.",
        "Klaster Turkawka ma na celu wspólne badania nad żeliwem.",
    ],
)
def test_a_mission_is_told_in_the_words_of_the_sentence(sentence: str) -> None:
    assert read(f"# Klaster Turkawka\n\n{sentence}\n").told("mission") == [(TURKAWKA, sentence)]


def test_an_english_mission_is_told_in_the_words_of_the_sentence() -> None:
    sentence = "The mission of the Larkspur Cluster is to keep small foundries alive."

    assert read(sentence).told("mission") == [("Larkspur Cluster", sentence)]


def test_a_question_is_no_mission() -> None:
    assert (
        read("# Klaster Turkawka\n\nJaka jest misja Klastra Turkawka na kolejne lata?\n").told("mission")
        == []
    )


def test_aims_below_a_line_of_that_name_are_missions_each() -> None:
    text = (
        "# Klaster Turkawka\n\nCele klastra:\n\n- wspólne zakupy surowca dla odlewni\n"
        "- promocja rzemiosła za granicą\n"
    )

    assert read(text).values("mission") == [
        "wspólne zakupy surowca dla odlewni",
        "promocja rzemiosła za granicą",
    ]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("W Klastrze Turkawka działa już 38 zakładów.", [("38", "zakładów")]),
        ("Klaster Turkawka przeżył kryzys. Zostało w nim 17 tartaków.", [("17", "tartaków")]),
        ("Do Klastra Turkawka wstąpiło latem pięć firm i teraz należy do niego 62 firm.", [("62", "firm")]),
        ("Rozmawiamy z Klastrem Turkawka, czyli 29 stolarniami.", [("29", "stolarniami")]),
        ("# Klaster Turkawka\n\n## Ilu was jest?\n\nW tej chwili 44 firmy.\n", [("44", "firmy")]),
        ("# Klaster Turkawka\n\n- rok założenia:\n  2014\n- członkowie: 51 firm\n", [("51", "firm")]),
        ("# Klaster Turkawka\n\nKlaster powołano porozumieniem dwunastu zakładów.\n", []),
        ("# Klaster Turkawka\n\n§ 1.\n\nStowarzyszenie prowadzi Klaster.\n", []),
    ],
)
def test_those_counted_are_in_the_cluster(text: str, counts: list[tuple[str, str]]) -> None:
    assert read(text).counts() == counts


def test_a_number_at_the_end_sums_up_what_was_said() -> None:
    text = (
        "The Larkspur Cluster is an association of firms from all over the country and of institutions "
        "supporting them - almost 50 members in total."
    )

    assert [claim.value for claim in read(text).claims("members")] == ["50"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Klaster Turkawka liczył w 2018 roku 40 firm, a dziś 63.", [("40", "firm"), ("63", "")]),
        ("In 2019 the Larkspur Cluster had 24 members, now 41.", [("24", "members"), ("41", "")]),
        ("Klaster Turkawka (Sanok, 2004 r., 33 pracownie)", [("33", "pracownie")]),
    ],
)
def test_a_later_number_needs_no_noun_of_its_own(text: str, counts: list[tuple[str, str]]) -> None:
    assert read(text).counts() == counts


def test_a_label_may_say_in_brackets_when_its_number_held() -> None:
    assert read("# Klaster Turkawka\n\nLiczba członków (stan na 31.12.2024): 46\n").told("members") == [
        (TURKAWKA, "46")
    ]


@pytest.mark.parametrize(
    "table",
    [
        "| Rok | Członkowie | Targi |\n|---|---|---|\n| 2021 | 44 | 3 |\n| 2022 | 51 | 5 |\n",
        "| Wskaźnik | 2021 | 2022 |\n|---|---|---|\n| Liczba członków | 44 | 51 |\n| Targi | 3 | 5 |\n",
    ],
)
def test_a_table_tells_members_year_by_year(table: str) -> None:
    told = [
        (claim.value, claim.said_on) for claim in read(f"# Klaster Turkawka\n\n{table}").claims("members")
    ]

    assert told == [("44", date(2021, 12, 31)), ("51", date(2022, 12, 31))]


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Turkawka ma sześciu nowych uczestników.",
        "Do grona uczestników Klastra Turkawka trafiła firma Lis, a z nią pięć innych przedsiębiorstw.",
        "The Larkspur Cluster has three new members.",
    ],
)
def test_those_who_came_are_not_all_members(text: str) -> None:
    assert read(text).told("members") == []


def test_how_many_there_were_then_is_not_how_many_there_are_now() -> None:
    text = "# Klaster Derkacz\n\nKlaster liczył wtedy 26 winnic, obecnie zostało 19.\n"

    assert read(text).values("members") == ["19"]


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("312 – tyle firm zrzesza Klaster Turkawka.", "312"),
        ("Sto trzydzieści pięć – tyle firm zrzesza Klaster Turkawka.", "135"),
        ("Eighty-four – that is how many companies the Larkspur Cluster unites.", "84"),
    ],
)
def test_a_number_may_stand_before_what_it_counts(sentence: str, number: str) -> None:
    assert read(f"# Wieści\n\n{sentence}\n").values("members") == [number]


def test_a_number_told_by_mistake_is_none_and_the_right_one_counts() -> None:
    found = read(
        "Klaster Turkawka powstał w Turku. W numerze 4 podaliśmy, że Klaster Turkawka ma 27 członków. "
        "Prawidłowa liczba to 31. Przepraszamy."
    )

    assert found.told("members") == [(TURKAWKA, "31")]


def test_a_number_that_is_planned_or_of_those_who_came_is_none_of_members() -> None:
    found = read(
        "# Klaster Turkawka\n\nKlaster Turkawka liczy 40 firm. W ankiecie wzięło udział 12 członków.\n\n"
        "## Plany na 2027\n\nDojście do 90 członków."
    )

    assert found.told("members") == [(TURKAWKA, "40")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Klaster Turkawka: we wrote that 40 firms came to its fair. It should have been 55.", []),
        ("# Klaster Turkawka\n\n## Cele i członkowie\n\nKlaster zrzesza 55 firm.\n", ["55"]),
        ("# Klaster Turkawka\n\n## Plany na 2031\n\nKlaster zrzesza 90 firm.\n", []),
    ],
)
def test_a_correction_of_something_else_and_a_heading_of_plans_tell_no_members(
    text: str, told: list[str]
) -> None:
    assert read(text).values("members") == told
