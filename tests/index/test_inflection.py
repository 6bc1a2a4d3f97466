"""Polish names in their base form."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.inflection import CASES, case_of, nominative

INFLECTED = [
    ("Katowicką Specjalną Strefę Ekonomiczną S.A.", "Katowicka Specjalna Strefa Ekonomiczna S.A."),
    ("Fundację Interizon", "Fundacja Interizon"),
    ("Stowarzyszenia Grupy Przedsiębiorców", "Stowarzyszenie Grupy Przedsiębiorców"),
    ("Klastrem Obróbki Metali", "Klaster Obróbki Metali"),
    ("Śląskiego Klastra Lotniczego", "Śląski Klaster Lotniczy"),
    ("Doliną Lotniczą", "Dolina Lotnicza"),
    ("Instytutowi Doradztwa Sp. z o.o.", "Instytut Doradztwa Sp. z o.o."),
    ("Politechniką Krakowską", "Politechnika Krakowska"),
    ("Akademii Górniczo-Hutniczej", "Akademia Górniczo-Hutnicza"),
    ("Wschodnim Klastrze Szkła i Ceramiki", "Wschodni Klaster Szkła i Ceramiki"),
    ("Lasów Państwowych", "Lasy Państwowe"),
    ("Stowarzyszeniem na Rzecz Rozwoju Podlasia", "Stowarzyszenie na Rzecz Rozwoju Podlasia"),
    ("KATOWICKĄ STREFĄ", "KATOWICKA STREFA"),
    ("klastra LifeScience Kraków", "klaster LifeScience Kraków"),
    ("„Doliny Krzemowej”", "„Dolina Krzemowa”"),
    ("Centrum Lotniczym", "Centrum Lotnicze"),
    ("Jana Kowalskiego", "Jan Kowalski"),
    ("Anną Nowak", "Anna Nowak"),
    ("Andrzeja Dudy", "Andrzej Duda"),
    ("Marii Skłodowskiej-Curie", "Maria Skłodowska-Curie"),
    ("Kazimierzem M.", "Kazimierz M."),
]
STANDING = [
    "Śląski Klaster Lotniczy",
    "Centrum Kooperacji",
    "Centrum Lotniczego Przemysłu",
    "Wody Polskie",
    "Zakłady Metalowe Nowak",
    "Zespół Doradców Gospodarczych",
    "Anna Nowak",
    "Jan Nowak",
    "Central Mining Institute",
    "Aviation Valley Association",
    "Silesia Automotive & Advanced Manufacturing",
    "Hub Wschód",
    "2030 Agenda",
    "Sp. z o.o.",
    "",
]


@pytest.mark.parametrize(("phrase", "base"), INFLECTED)
def test_the_head_and_what_agrees_with_it_go_into_the_nominative(phrase: str, base: str) -> None:
    assert nominative(phrase) == base


@pytest.mark.parametrize("phrase", STANDING)
def test_what_may_be_a_nominative_or_is_not_polish_stays(phrase: str) -> None:
    assert nominative(phrase) == phrase


def test_a_name_after_the_head_keeps_its_own_case() -> None:
    assert nominative("Klastra Dolina Lotnicza") == "Klaster Dolina Lotnicza"


def test_an_adjective_of_a_genitive_complement_stays() -> None:
    assert nominative("Izby Polskiej Żywności") == "Izba Polskiej Żywności"


@pytest.mark.parametrize(
    ("unknown", "base"),
    [("MedSilesii", "MedSilesia"), ("Minatechu", "Minatech"), ("Interizonem", "Interizon")],
)
def test_an_unknown_name_loses_an_ending_that_only_a_case_gives(unknown: str, base: str) -> None:
    assert nominative(unknown) == base


@pytest.mark.parametrize("name", ["EuroChem", "Fujitsu", "Vanuatu", "Bioventa"])
def test_an_unknown_name_that_may_end_so_stays(name: str) -> None:
    assert nominative(name) == name


def test_an_unknown_surname_follows_its_given_name() -> None:
    assert nominative("Jana Brzęczykiewicza") == "Jan Brzęczykiewicz"
    assert nominative("Ewą Mrzygłocką") == "Ewa Mrzygłocka"


@pytest.mark.parametrize(("phrase", "base"), INFLECTED)
def test_a_base_form_stays_as_it_is(phrase: str, base: str) -> None:
    assert nominative(base) == base


@pytest.mark.parametrize(
    ("phrase", "cases"),
    [
        ("Doliną Lotniczą", {"inst"}),
        ("Śląskiego Klastra Lotniczego", {"gen"}),
        ("Polskiej Izbie Gospodarczej", {"dat", "loc"}),
        ("Klaster Lotniczy", {"nom", "acc"}),
        ("MedSilesią", {"inst"}),
        ("Minatech", set()),
        ("", set()),
    ],
)
def test_the_cases_are_those_in_which_the_whole_head_agrees(phrase: str, cases: set[str]) -> None:
    assert case_of(phrase) == cases


@given(st.text(max_size=60) | st.text(alphabet="AaKkĄą -.„”żŻemu", max_size=40))
def test_any_text_gives_text_and_known_cases(phrase: str) -> None:
    assert isinstance(nominative(phrase), str)
    assert case_of(phrase) <= set(CASES)


def test_threads_may_ask_at_once() -> None:
    phrases = [f"Krajową Izbę {number}" for number in range(200)]

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(nominative, phrases))

    assert found == [f"Krajowa Izba {number}" for number in range(200)]
