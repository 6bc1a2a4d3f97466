"""The people of clusters and the ways to reach them."""

import pytest

from index.extraction.model import Claim
from tests.index.extraction import defects
from tests.index.extraction.reading import read

TURKAWKA = "Klaster Turkawka"
HEAD = "# Klaster Turkawka\n\nKlaster Turkawka rośnie.\n\n"


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Prezesem Klastra Turkawka jest Anna Nowak.", [("Anna Nowak", "prezes Klastra Turkawka")]),
        (
            "Anna Nowak, dyrektorka Klastra Turkawka, otworzyła targi.",
            [("Anna Nowak", "dyrektorka Klastra Turkawka")],
        ),
        ("Klastrem Turkawka kieruje Piotr Lis.", [("Piotr Lis", "kierujący")]),
        (f"{HEAD}Cluster manager: Ewa Wilk", [("Ewa Wilk", "Cluster manager")]),
        (f"{HEAD}Ewa Wilk – menedżerka klastra", [("Ewa Wilk", "menedżerka klastra")]),
        (f"{HEAD}- Nowak Anna – dyrektor klastra", [("Anna Nowak", "dyrektor klastra")]),
    ],
)
def test_a_person_is_told_with_the_role_before_or_after(text: str, people: list[tuple[str, str]]) -> None:
    found = read(text)

    assert found.people() == people
    assert {cluster for cluster, _ in found.told("person")} == {TURKAWKA}


def test_a_surname_may_come_first_where_the_role_names_the_cluster() -> None:
    found = read(
        "# Klaster Turkawka\n\nKlaster Turkawka rośnie.\n\n- Nowak Anna – dyrektor Klastra Turkawka\n"
    )

    assert found.people() == [("Anna Nowak", "dyrektor Klastra Turkawka")]
    assert found.clusters == [TURKAWKA]


def test_a_role_may_stand_on_the_line_above() -> None:
    assert read(f"{HEAD}Prezes zarządu\n\nAnna Nowak\n").people() == [("Anna Nowak", "Prezes zarządu")]


def test_a_role_may_stand_on_the_line_below() -> None:
    assert read(f"{HEAD}Anna Nowak\n\nPrezes zarządu\n").people() == [("Anna Nowak", "Prezes zarządu")]


def test_a_person_under_a_label_needs_no_known_given_name() -> None:
    found = read(f"{HEAD}Prezes: Xymena Brzozogaj\n")

    assert [name for name, _ in found.people()] == ["Xymena Brzozogaj"]


def test_a_person_of_a_table_has_the_head_as_role() -> None:
    text = "# Klastry\n\n| Klaster | Prezes |\n|---|---|\n| Klaster Turkawka | Anna Nowak |\n"

    assert [name for name, _ in read(text).people()] == ["Anna Nowak"]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(
            "Na targach był Jan Lis, prezes Wytwórni Silników Modraszek.", marks=defects.BODY_WITHIN_ROLE
        ),
        pytest.param("Gościem był Jan Lis, dyrektor Muzeum Techniki.", marks=defects.BODY_WITHIN_ROLE),
        pytest.param(
            "Our guest was John Smith, president of Wagtail Motors.", marks=defects.BODY_WITHIN_ROLE
        ),
    ],
)
def test_a_role_in_another_body_is_left_out(sentence: str) -> None:
    assert read(HEAD + sentence).people() == []


def test_a_person_without_a_role_is_left_out() -> None:
    assert read(f"{HEAD}Zdjęcia zrobiła Anna Nowak.\n").people() == []


def test_a_heading_that_names_a_person_beside_a_cluster_tells_of_it() -> None:
    text = "# Aktualności\n\n## Rozmowa z Anną Nowak, dyrektorką Klastra Turkawka\n\nByło miło.\n"

    assert [name for name, _ in read(text).people()] == ["Anna Nowak"]


# E-mail, telephone, website, address


def reached(text: str) -> list[Claim]:
    return [c for c in read(text).extract.claims if c.attribute in {"email", "phone", "website", "address"}]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Kontakt: biuro@turkawka.example", [("email", "biuro@turkawka.example")]),
        ("E-mail: Biuro@Turkawka.example", [("email", "biuro@turkawka.example")]),
        ("biuro (at) turkawka (dot) example", [("email", "biuro@turkawka.example")]),
        ("tel. 17 111 22 33", [("phone", "+48171112233")]),
        ("Telefon: +48 600 111 222", [("phone", "+48600111222")]),
        ("Strona: www.turkawka.example", [("website", "www.turkawka.example")]),
        ("Zobacz: https://turkawka.example/o-nas", [("website", "https://turkawka.example/o-nas")]),
        ("Adres: ul. Modra 5, 35-001 Rzeszów", [("address", "ul. Modra 5, 35-001 Rzeszów")]),
        (
            "tel. 17 111 22 33, e-mail: biuro@turkawka.example",
            [("email", "biuro@turkawka.example"), ("phone", "+48171112233")],
        ),
    ],
)
def test_a_way_to_reach_a_cluster_is_told_in_its_normal_form(line: str, found: list[tuple[str, str]]) -> None:
    assert sorted((claim.attribute, claim.value) for claim in reached(HEAD + line)) == found


@pytest.mark.parametrize(
    "line",
    [
        "NIP 813-111-22-33, REGON 180111222",
        "KRS 0000111222",
        "Wartość projektu: 171 112 233 zł",
        "Faks: 17 111 22 34",
        "12-13 05 2024",
        "Źródło: www.gazeta.example",
    ],
)
def test_other_numbers_and_sources_reach_nobody(line: str) -> None:
    assert reached(HEAD + line) == []


def test_a_telephone_is_of_the_person_named_before_it() -> None:
    text = f"{HEAD}Prezes Anna Nowak, tel. 600 111 222; dyrektor Jan Lis, tel. 600 333 444\n"

    assert [(claim.value, claim.qualifier) for claim in reached(text)] == [
        ("+48600111222", "Anna Nowak"),
        ("+48600333444", "Jan Lis"),
    ]


def test_an_e_mail_is_of_the_person_alone_on_the_line_before() -> None:
    (claim,) = reached(f"{HEAD}Anna Nowak – prezes klastra\n\nanna@turkawka.example\n")

    assert (claim.value, claim.qualifier) == ("anna@turkawka.example", "Anna Nowak")


def test_an_office_s_telephone_is_nobody_s() -> None:
    (claim,) = reached(f"{HEAD}Sekretariat: 17 111 22 33\n")

    assert claim.qualifier == ""


def test_a_bare_address_of_another_site_is_not_the_cluster_s() -> None:
    assert reached(f"{HEAD}www.gazeta-codzienna.example\n") == []
    assert [claim.value for claim in reached(f"{HEAD}www.turkawka.example\n")] == ["www.turkawka.example"]


def test_contacts_of_a_table_are_of_the_cluster_of_their_row() -> None:
    text = (
        "# Klastry\n\n| Klaster | Telefon | E-mail |\n|---|---|---|\n"
        "| Klaster Turkawka | 17 111 22 33 | a@turkawka.example |\n"
        "| Klaster Derkacz | 18 111 22 33 | a@derkacz.example |\n"
    )
    found = read(text)

    assert found.told("phone") == [(TURKAWKA, "+48171112233"), ("Klaster Derkacz", "+48181112233")]
    assert found.told("email") == [(TURKAWKA, "a@turkawka.example"), ("Klaster Derkacz", "a@derkacz.example")]
