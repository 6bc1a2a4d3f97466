"""Who took over from whom: people in their posts, and bodies that coordinate."""

import pytest

from index.register.model import Attribute
from tests.index.extraction.reading import read


def held(text: str, attribute: Attribute) -> set[tuple[str, str, str]]:
    """Who is told to hold a post, since when and until when."""
    return {
        (one.value, one.since.iso if one.since else "", one.until.iso if one.until else "")
        for one in read(text).claims(attribute)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Prezes Klastra Turkawka, Anna Wiatr, przejęła stery po Janie Kowalskim w 2019 roku.",
            {("Anna Wiatr", "2019", ""), ("Jan Kowalski", "", "2019")},
        ),
        (
            "The Graz Timber Cluster elected Maria Huber chairwoman in June 2023; she succeeded Karl Maier.",
            {("Maria Huber", "2023-06", ""), ("Karl Maier", "", "2023-06")},
        ),
        (
            "Karl Maier (director of the Graz Timber Cluster, 2012–2021) handed over to Maria Huber.",
            {("Karl Maier", "2012", "2021"), ("Maria Huber", "", "")},
        ),
        (
            "# Klaster Turkawka\n\nJana Lisa na stanowisku prezesa w 2020 roku zastąpiła Dorota Kos.\n",
            {("Jan Lis", "", "2020"), ("Dorota Kos", "2020", "")},
        ),
        (
            "# Klaster Turkawka\n\nKlastrem w latach 2006–2019 kierował Stefan Krupa. "
            "Jego następcą jest Paweł Lis.\n",
            {("Stefan Krupa", "2006", "2019"), ("Paweł Lis", "", "")},
        ),
    ],
)
def test_whoever_takes_over_and_whoever_went_are_told_with_their_times(
    text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert held(text, "person") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Graz Timber Cluster is coordinated by Holz Service GmbH, which took over from the Styrian "
            "Chamber in 2019.",
            {("Holz Service GmbH", "2019", ""), ("Styrian Chamber", "", "2019")},
        ),
        (
            "Od 1 kwietnia 2025 r. koordynatorem Klastra Turkawka jest Fundacja Tor. Zastąpiła Agencję "
            "Rozwoju Leszna, koordynującą klaster od 2017 r.",
            {("Fundacja Tor", "2025-04-01", ""), ("Agencja Rozwoju Leszna", "2017", "2025-04-01")},
        ),
        (
            "Klaster Turkawka do 2019 roku prowadziła Agencja Rozwoju Leszna, później Fundacja Tor.",
            {("Agencja Rozwoju Leszna", "", "2019"), ("Fundacja Tor", "", "")},
        ),
        (
            "Odwołano Fundację Krok z funkcji koordynatora Klastra Turkawka z dniem 30 czerwca 2025 r.",
            {("Fundacja Krok", "", "2025-06-30")},
        ),
    ],
)
def test_a_coordinator_that_took_over_and_the_one_before_are_told_with_their_times(
    text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert held(text, "coordinator") == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Cork Marine Cluster appointed Aoife Byrne as chief executive. She took over from Declan Hurley.",
        "Klaster Turkawka wybrał Annę Wiatr prezeską. Zastąpiła Jana Kowalskiego.",
    ],
)
def test_whoever_went_without_a_time_is_not_told_as_the_present_one(text: str) -> None:
    assert {name for name, _, _ in held(text, "person")} & {"Declan Hurley", "Jan Kowalski"} == set()
    assert len(held(text, "person")) == 1


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Klaster Turkawka powołał Annę Wiatr na stanowisko prezesa.", ("Anna Wiatr", "prezes")),
        (
            "W 2019 roku na prezesa Klastra Turkawka wybrano Annę Wiatr.",
            ("Anna Wiatr", "prezes Klastra Turkawka"),
        ),
        (
            "The Cork Marine Cluster has appointed Anna Byrne as chief executive.",
            ("Anna Byrne", "chief executive"),
        ),
    ],
)
def test_whoever_is_appointed_has_the_post(text: str, person: tuple[str, str]) -> None:
    assert read(text).people() == [person]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("# Klaster Turkawka\n\nKlaster ma nowego koordynatora: Fundację Szałwia.\n", "Fundacja Szałwia"),
        (
            "# Klaster Turkawka\n\nKlaster prowadzi Leszczyńska Agencja Rozwoju.\n",
            "Leszczyńska Agencja Rozwoju",
        ),
        (
            "Koordynatorem Klastra Turkawka od dnia 1 lipca 2025 r. jest Chełmecka Izba Szewców.",
            "Chełmecka Izba Szewców",
        ),
    ],
)
def test_a_coordinator_is_told_by_these_words_too(text: str, name: str) -> None:
    assert read(text).values("coordinator") == [name]


def test_who_took_the_duties_over_is_told_after_the_one_who_coordinates_no_more() -> None:
    text = (
        "# Klaster Turkawka\n\nOd 1 stycznia 2026 r. koordynatorem klastra nie jest już Port Bocian sp. z "
        "o.o. Obowiązki te przejęła Fundacja Pliszka.\n"
    )
    found = [(one.value, one.until.iso if one.until else "") for one in read(text).claims("coordinator")]

    assert sorted(found) == [("Fundacja Pliszka", ""), ("Port Bocian sp. z o.o.", "2026-01-01")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Od 1 marca 2026 r. koordynację przejmie od Fundacji Pliszka spółka Wrona sp. z o.o.",
            {("Wrona sp. z o.o.", "2026-03-01", ""), ("Fundacja Pliszka", "", "2026-03-01")},
        ),
        (
            "As of 1 January 2027 the coordination of the Graz Timber Cluster will pass from Mur Valley "
            "Growth to Styrian Timber Trust.",
            {("Styrian Timber Trust", "2027-01-01", ""), ("Mur Valley Growth", "", "2027-01-01")},
        ),
    ],
)
def test_a_body_hands_coordination_on_whichever_stands_first(
    sentence: str, expected: set[tuple[str, str, str]]
) -> None:
    name = "Graz Timber Cluster" if "Graz" in sentence else "Klaster Turkawka"

    assert held(f"# {name}\n\n{name} – 12. {sentence}\n", "coordinator") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Klastrem Turkawka kieruje Anna Wiatr. Przed nią funkcję tę pełnił Jan Kowalski.",
            ("Jan Kowalski", "poprzednio kierujący"),
        ),
        (
            "Klastrem Turkawka kieruje Anna Wiatr. Wcześniej przez lata kierował nim Jan Kowalski.",
            ("Jan Kowalski", "poprzednio kierujący"),
        ),
        (
            "The chair of the Graz Timber Cluster is Maria Huber. Until last year the chair was Karl Maier.",
            ("Karl Maier", "former chair"),
        ),
    ],
)
def test_a_former_head_without_a_date_is_told_as_a_former_one(text: str, expected: tuple[str, str]) -> None:
    assert expected in read(text).people()


def test_one_named_in_brackets_as_the_one_before_was_it_until_the_other_began() -> None:
    text = "# Klaster Turkawka\n\nPrezes: Anna Wiatr (od 2021 r.; poprzednio Jan Kowalski)\n"

    assert held(text, "person") == {("Anna Wiatr", "2021", ""), ("Jan Kowalski", "", "2021")}


def test_who_was_replaced_by_pronoun_was_it_until_then() -> None:
    text = (
        "Dziesięć lat Klastra Turkawka. Pierwszym prezesem został Jan Kowalski. "
        "W 2021 roku zastąpiła go Anna Wiatr, która kieruje klastrem do dzisiaj."
    )

    assert ("Jan Kowalski", "", "2021") in held(text, "person")
