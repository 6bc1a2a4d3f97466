"""Of whom and of what a sentence on a status speaks, where it does not say so itself."""

import pytest

from tests.index.extraction.reading import Status, read

HELD = "Klaster Bocian ma status Krajowego Klastra Kluczowego. "
HOLDS = "The Heron Cluster is a National Key Cluster. "


@pytest.mark.parametrize(
    "text",
    [
        HELD + "Umowa najmu biura wygasa 31 grudnia 2027 r.",
        HELD + "Projekt „Gniazdo” kończy się w czerwcu 2027 r.",
        HELD + "Od 1 października 2025 r. jest nią Anna Dudek.",
        HOLDS + "The lease of its office runs until 31 December 2027.",
        HOLDS + "Our project on feathers ends in June 2027.",
    ],
)
def test_what_ends_beside_a_status_is_not_its_end(text: str) -> None:
    assert [one[3:] for one in read(text).statuses()] == [("", "")]


@pytest.mark.parametrize(
    "text",
    [
        HELD + "Wygasa on 31 grudnia 2027 r.",
        HELD + "Termin upływa 31 grudnia 2027 r.",
        HELD + "Obowiązuje do 31 grudnia 2027 r.",
        HOLDS + "It is valid until 31 December 2027.",
        HOLDS + "The title runs until 31 December 2027.",
    ],
)
def test_what_goes_on_with_a_status_tells_its_end(text: str) -> None:
    assert [one[4] for one in read(text).statuses()] == ["2027-12-31"]


def test_far_from_a_status_nothing_goes_on_with_it() -> None:
    text = HELD + "Liczy 40 firm. Ma biuro w Helu. Prowadzi szkołę. Obowiązuje do 31 grudnia 2027 r."

    assert [one[4] for one in read(text).statuses()] == [""]


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Bocian otrzymał status KKK. Odebrano: Żurawinek stracił KKK 20 lutego 2026 r.",
        "The Heron Cluster holds the KKK status. Wadowex lost its KKK status on 20 February 2026.",
    ],
)
def test_a_loss_of_somebody_else_is_not_that_of_the_cluster_before(text: str) -> None:
    lost = {one for one, _ in _losses(text)}

    assert lost.isdisjoint({"Klaster Bocian", "Heron Cluster"})


def test_grades_beside_whoever_gives_them_are_each_holders_own() -> None:
    text = (
        "Etykiety ESCA: Klaster Bocian ma Gold do 30.04.2028, Klaster Szpak Silver do 30.11.2026, "
        "Heron Cluster Bronze do 31.01.2028."
    )

    assert _ends(text) == [
        ("Heron Cluster", "Bronze Label", "2028-01-31"),
        ("Klaster Bocian", "Gold Label", "2028-04-30"),
        ("Klaster Szpak", "Silver Label", "2026-11-30"),
    ]


def test_a_grade_of_somebody_unknown_is_not_that_of_the_next() -> None:
    text = "Odznaki ECEI: Wibrox ma Silver do 30.06.2027, Klaster Bocian – Gold do 12.12.2028."

    assert _ends(text) == [("Klaster Bocian", "Gold Label", "2028-12-12")]


@pytest.mark.parametrize(
    "text",
    [
        "Status KKK mają Klaster Bocian i Klaster Szpak, pierwszy do 30 kwietnia 2028 r., "
        "drugi do 31 maja 2027 r.",
        "Wyróżnieni w V rundzie, czyli Klaster Bocian oraz Klaster Szpak, posługują się tytułem KKK "
        "odpowiednio do 30 kwietnia 2028 r. i do 31 maja 2027 r.",
    ],
)
def test_ends_given_in_order_are_each_clusters_own(text: str) -> None:
    assert [(one[0], one[4]) for one in read(text).statuses()] == [
        ("Klaster Bocian", "2028-04-30"),
        ("Klaster Szpak", "2027-05-31"),
    ]


def test_a_cluster_and_a_network_joined_by_a_small_word_are_two() -> None:
    text = "Status KKK do 2027 r. mają Klaster Chłodnictwa Wschód oraz Dolina Ryżu."

    assert [one[0] for one in read(text).statuses()][:1] == ["Klaster Chłodnictwa Wschód"]


def test_a_sentence_cut_off_at_a_year_goes_on_with_the_cluster_behind_it() -> None:
    text = (
        "Tytuł Strategicznego Klastra Pomorza otrzymał Klaster Szpak.\n\n"
        "Cofa się z dniem 30 czerwca 2026 r. tytuł nadany w 2023 r. Nadmorskiemu Klastrowi Bocian."
    )

    assert _losses(text) == [("Nadmorski Klaster Bocian", "2026-06-30")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Cofam status KKK nadany Klastrowi Bocian 2 stycznia 2024 r., z dniem 25 marca 2026 r.",
            "2026-03-25",
        ),
        ("Etykietę Silver Label Klaster Bocian oddał w sierpniu 2026 r.", "2026-08"),
        ("On 1 October 2026 the Heron Cluster handed back its Silver Label, awarded in 2019.", "2026-10-01"),
    ],
)
def test_a_loss_has_its_own_day_and_not_that_of_the_award(text: str, day: str) -> None:
    assert [until for _, until in _losses(text)] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "Nie, nie mamy statusu KKK i nigdy go nie mieliśmy. Pozdrawia Klaster Bocian.",
        "Błędnie podano, że status KKK otrzymał Klaster Bocian.",
        "It was wrongly reported that the Heron Cluster holds a Silver Label.",
        "Nie przyznano: Klaster Bocian (KKK, runda IX, brak 25 członków).",
        "Klaster Bocian walczył o status KKK dwa razy i dwa razy przegrał.",
        "We don't hold the KKK title. Heron Cluster.",
    ],
)
def test_what_is_denied_refused_or_withdrawn_as_wrong_is_no_status(text: str) -> None:
    assert read(text).statuses() == []


def test_a_status_that_ran_out_on_no_day_told_is_not_held() -> None:
    text = "The Heron Cluster said that its Bronze Label expired last month."

    assert [one[2] for one in read(text).statuses()] == ["withdrawn"]


def test_who_says_we_is_held_to_the_end_that_a_second_clause_tells() -> None:
    text = (
        "# Klaster Bocian\n\nNosimy tytuł Krajowego Klastra Kluczowego od 1 maja 2025 r., "
        "przysługuje nam on do 30 kwietnia 2028 r.\n"
    )

    assert read(text).statuses() == [("Klaster Bocian", "KKK", "", "2025-05-01", "2028-04-30")]


def _ends(text: str) -> list[tuple[str, str, str]]:
    return sorted((one[0], one[1], one[4]) for one in read(text).statuses())


def _losses(text: str) -> list[tuple[str, str]]:
    lost: list[Status] = [one for one in read(text).statuses() if one[2] == "withdrawn"]
    return [(one[0], one[4]) for one in lost]


@pytest.mark.parametrize(
    "text",
    [
        "W maju 2025 r. Klaster Bocian dostał Pomorską Markę Klastrową, ważną do 31 grudnia 2028 r. Drugim "
        "wyróżnionym był Klaster Szpak, z tym samym terminem.",
        "Klaster Bocian ma status KKK do 31 grudnia 2028 r. Drugim laureatem został Klaster Szpak, "
        "na ten sam okres.",
    ],
)
def test_who_is_given_the_same_for_the_same_time_holds_it_to_that_end(text: str) -> None:
    assert [(one[0], one[4]) for one in read(text).statuses()] == [
        ("Klaster Bocian", "2028-12-31"),
        ("Klaster Szpak", "2028-12-31"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Działający od 2002 r. Klaster Bocian otrzymał 27 października 2015 r. status KKK.",
        "Klaster Bocian, założony w 2002 r., otrzymał 27 października 2015 r. status KKK.",
        "The Heron Cluster, established in 2002, was awarded the KKK status on 27 October 2015.",
    ],
)
def test_since_when_a_cluster_is_there_is_not_since_when_it_holds_a_status(text: str) -> None:
    assert [one[3] for one in read(text).statuses()] == ["2015-10-27"]


@pytest.mark.parametrize(
    "text",
    [
        "Tytuł KKK przedłużono dwóm podmiotom. Chodzi o EMUFARM z Opola oraz Klaster Kea. Oba będą mogły "
        "posługiwać się nim do 31 marca 2029 r.",
        "Two clusters were given KKK status. They are the Emufarm network from Brno and Klaster Kea. "
        "Both may use it until 31 March 2029.",
    ],
)
def test_what_is_said_of_both_is_of_the_one_that_is_not_called_a_cluster_too(text: str) -> None:
    held = {(one[0].lower(), one[4]) for one in read(text).statuses()}

    assert held == {("klaster kea", "2029-03-31"), ("emufarm", "2029-03-31")}


def test_a_call_to_come_is_nobodys_status() -> None:
    text = (
        "Klaster Kea ma status KKK do 3 maja 2027 r. Termin naboru do rundy XI zostanie ogłoszony w drugim "
        "kwartale 2028 r."
    )

    assert [one[2:] for one in read(text).statuses()] == [("", "", "2027-05-03")]


def test_who_only_has_a_chance_of_a_label_is_made_no_cluster_by_it() -> None:
    found = read(
        "Two networks applied for the Silver Label. Among them the Straw Cluster and Blue Wind have a chance."
    )

    assert (found.clusters, found.statuses()) == (["Straw Cluster"], [])
