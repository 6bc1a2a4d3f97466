"""The people of clusters and the ways to reach them."""

import pytest

from index.extraction.model import Claim
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
        "Na targach był Jan Lis, prezes Wytwórni Silników Modraszek.",
        "Gościem był Jan Lis, dyrektor Muzeum Techniki.",
        "Our guest was John Smith, president of Wagtail Motors.",
        "Prezesem izby przemysłowej jest Jan Lis.",
        "Dotychczasowy prezes klastra, Jan Lis, odszedł.",
        "Former director Jan Smith left in May.",
        "Gospodarzem targów był wiceprezydent Jan Lis.",
        "Izbą przemysłową kieruje Jan Lis.",
        "Lis Jan – prezes Wytwórni Silników, Opole",
        "Rektor Jan Lis otworzył kongres.",
    ],
)
def test_a_role_in_another_body_or_of_the_past_is_left_out(sentence: str) -> None:
    assert read(HEAD + sentence).people() == []


def test_who_heads_the_coordinator_speaks_for_the_cluster() -> None:
    text = f"{HEAD}Koordynatorem jest Izba Modra, prezesem izby jest Jan Lis."

    assert read(text).people() == [("Jan Lis", "prezes izby")]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (f"{HEAD}Prezeską klastra od 2017 roku jest Ewa Wilk.", [("Ewa Wilk", "prezeska klastra")]),
        (
            f"{HEAD}Jan Szron, menedżer Klastra Turkawka, zaprasza.",
            [("Jan Szron", "menedżer Klastra Turkawka")],
        ),
        (f"{HEAD}Igor Pelplin is the cluster manager.", [("Igor Pelplin", "cluster manager")]),
        (f"{HEAD}It has hired Duarte Falcão as its new director.", [("Duarte Falcão", "director")]),
        (f"{HEAD}Ewa Wilk, Managing Director", [("Ewa Wilk", "managing director")]),
        (f"{HEAD}Przewodniczy mu zaś kpt. Ewa Wilk.", [("Ewa Wilk", "przewodniczący")]),
        (f"{HEAD}Radka Sklenková chairs it.", [("Radka Sklenková", "chair")]),
        (
            f"{HEAD}Ewa Wilk dyrektorka biura e.wilk@turkawka.example\n\nJan Lis specjalista ds. targów\n",
            [("Ewa Wilk", "dyrektorka biura"), ("Jan Lis", "specjalista ds. targów")],
        ),
        (
            f"{HEAD}Dotychczasowy prezes, Jan Lis, odszedł; nową prezeską została Ewa Wilk.",
            [("Ewa Wilk", "prezeska")],
        ),
        (f"{HEAD}Dyrektorem biura, Anna Nowak.", [("Anna Nowak", "dyrektor biura")]),
    ],
)
def test_people_with_any_surname_are_told_where_a_role_stands_beside(
    text: str, people: list[tuple[str, str]]
) -> None:
    assert read(text).people() == people


def test_who_speaks_of_another_cluster_as_we_do_is_of_their_own() -> None:
    text = f"{HEAD}– Współpracujemy z Klastrem Derkacz – mówi Anna Nowak, prezeska klastra."

    assert read(text).told("person") == [(TURKAWKA, "Anna Nowak")]


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
        ("Zajrzyj na turkawka.example/o-nas", [("website", "turkawka.example/o-nas")]),
        ("Zadzwoń do biura: 17 111 22 33", [("phone", "+48171112233")]),
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
        "Urząd Miasta Rzeszowa, tel. 17 111 22 33, um@rzeszow.example",
        "Zapisy prowadzi Instytut Lnu, tel. 17 111 22 33",
        "Tel. redakcji: 17 111 22 33",
        "Modraszek.dev to studio gier.",
    ],
)
def test_other_numbers_and_sources_reach_nobody(line: str) -> None:
    assert reached(HEAD + line) == []


def test_the_coordinator_s_contacts_are_the_cluster_s() -> None:
    text = f"{HEAD}Koordynatorem jest Izba Modra.\n\nIzba Modra, tel. 17 111 22 33\n"

    assert [claim.value for claim in reached(text)] == ["+48171112233"]


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


def test_a_role_in_the_cluster_is_no_role_elsewhere() -> None:
    text = "# Klaster Turkawka\n\n## Kontakt\n\nHalina Pliszka\n\nMenadżer Klastra\n\ntel. 22 555 10 10\n"

    assert read(text).told("person") == [("Klaster Turkawka", "Halina Pliszka")]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("The Turkawka Cluster is headed by Vaidilė Kanapienė.", "Vaidilė Kanapienė"),
        ("Klaster Turkawka rośnie, a szefuje mu Remigiusz Szczep.", "Remigiusz Szczep"),
        ("Dyrektor Klastra Turkawka w Częstochowie, Hanna Bączek, otworzyła targi.", "Hanna Bączek"),
        ("– To działa – mówi Bogna Wilk, która od stycznia kieruje Klastrem Turkawka.", "Bogna Wilk"),
        ("Klaster Turkawka rośnie. Prezesem jest Grazyna Olko.", "Grazyna Olko"),
        ("Klastrem Turkawka kieruje rada. Przewodniczący ma głos.\nFunkcję tę sprawuje Jan Lis.", "Jan Lis"),
        ("Klaster Turkawka ma nowego menedżera. Jest nim Kacper Wilk.", "Kacper Wilk"),
        (
            "Klaster Turkawka rośnie. Ewa Wilk ma plan. Zdaniem Wilk, która jest prezeską, dobry.",
            "Ewa Wilk",
        ),
    ],
)
def test_heads_are_told_in_many_words(text: str, person: str) -> None:
    assert [name for name, _ in read(text).people()] == [person]


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Turkawka rośnie. Our coordinator is Kamieniarz Sp. z o.o.",
        "Klaster Turkawka rośnie. Coordinator: Hana Glass Association.",
        "Klaster Turkawka is managed by Medžio Namai.",
        "Kieruje Pan Klastrem Turkawka od roku. Prezes Kolmexa Autostrady zapowiedział zmiany.",
    ],
)
def test_bodies_are_no_people(text: str) -> None:
    assert read(text).people() == []


def _contacts(text: str) -> list[tuple[str, str]]:
    found = read(text)
    return [(claim.value, claim.qualifier) for claim in (*found.claims("email"), *found.claims("phone"))]


def test_contacts_below_a_name_that_no_list_has_are_of_that_person() -> None:
    text = (
        "# Turkawka Cluster\n\nRagna Tangen\n\nCluster manager\n\nragna.tangen@turkawka.example\n\n"
        "+47 55 55 10 01\n\nOlve Brekke\n\nHead of innovation\n\nolve.brekke@turkawka.example\n\n"
        "+47 55 55 10 02\n"
    )

    assert read(text).people() == [("Ragna Tangen", "Cluster manager"), ("Olve Brekke", "Head of innovation")]
    assert _contacts(text) == [
        ("ragna.tangen@turkawka.example", "Ragna Tangen"),
        ("olve.brekke@turkawka.example", "Olve Brekke"),
        ("+4755551001", "Ragna Tangen"),
        ("+4755551002", "Olve Brekke"),
    ]


def test_an_item_s_contacts_are_of_the_person_it_opens_with() -> None:
    text = (
        f"{HEAD}Osoby do kontaktu:\n\n- Jolanta Wilk – koordynatorka, j.wilk@turkawka.example\n"
        "- Mirosław Koło – dział szkoleń, m.kolo@turkawka.example\n- sekretariat: biuro@turkawka.example\n"
    )

    assert _contacts(text) == [
        ("j.wilk@turkawka.example", "Jolanta Wilk"),
        ("m.kolo@turkawka.example", "Mirosław Koło"),
        ("biuro@turkawka.example", ""),
    ]
    assert read(text).values("coordinator") == []


def test_contacts_under_labels_are_of_the_person_above_them_and_cite_the_line() -> None:
    found = read(f"{HEAD}Prezes: Konrad Wilk\n\ntel. 42 555 10 10\n\ne-mail: k.wilk@turkawka.example\n")

    (mail,) = found.claims("email")
    assert mail.qualifier == "Konrad Wilk"
    assert any("Konrad Wilk" in found.document.quote(span) for span in mail.scope)


def test_contacts_of_those_who_keep_the_page_are_not_the_cluster_s() -> None:
    assert _contacts(f"{HEAD}Administrator strony: Studio Kropka, pomoc@kropka.example") == []
    assert _contacts(f"{HEAD}Website by Dot & Line, hello@dotline.example") == []


def test_whoever_is_mourned_is_nothing_any_more() -> None:
    assert read(f"{HEAD}Z żalem zawiadamiamy, że odszedł Jan Lis, wieloletni prezes klastra.").people() == []


@pytest.mark.parametrize(
    "text",
    [
        "Nowym prezesem Odblasku został Jan Nowak.",
        "Jan Nowak, dyrektor Odblasku, mówi o planach.",
        "– Rośniemy – mówi Jan Nowak, prezes Odblasku.",
    ],
)
def test_a_role_may_name_its_cluster_by_the_title(text: str) -> None:
    told = read(f"Klaster Szklarski Odblask rośnie. {text}").people()

    assert [name for name, _ in told] == ["Jan Nowak"]


def test_a_role_may_have_a_land_s_adjective_in_it() -> None:
    told = read("# Larkspur Cluster\n\nHead of European affairs: Dr Anna Heron.\n")

    assert told.values("person") == ["Anna Heron"]


@pytest.mark.parametrize(
    "said", ["Anna Heron, membership officer,", "Anna Heron turned out to be the cluster manager and"]
)
def test_who_does_what_may_be_told_by_the_way(said: str) -> None:
    assert read(f"# Larkspur Cluster\n\nThe cluster grows. {said} met us.\n").values("person") == [
        "Anna Heron"
    ]


def test_an_address_with_the_cluster_s_name_is_its_own_wherever_it_stands() -> None:
    told = read(
        "# Klaster Turkawka\n\n"
        "Uwagi do protokołu przyjmuje sekretariat: biuro@turkawka.example, tel. 13 444 27 80.\n"
    )

    assert told.values("email") == ["biuro@turkawka.example"]
    assert told.values("phone") == ["+48134442780"]


def test_the_contacts_of_an_inspectorate_are_its_own() -> None:
    told = read(
        "# Larkspur Cluster\n\nAsk the Irish Heron Inspectorate, whose helpline is +353 1 444 0990.\n"
    )

    assert told.values("phone") == []
