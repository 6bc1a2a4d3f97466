"""Who works with whom."""

import pytest

from tests.index.extraction.reading import read

TURKAWKA, DERKACZ, PERKOZ = "Klaster Turkawka", "Klaster Derkacz", "Klaster Perkoz"
LARKSPUR, WOOD = "Larkspur Cluster", "Danish Wood Cluster"
PAGE = "# Klaster Turkawka\n\nKlaster Turkawka rośnie. "
ENGLISH_PAGE = "# Larkspur Cluster\n\nThe Larkspur Cluster grows. "


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Klaster Turkawka współpracuje z Politechniką Rzeszowską.", ["Politechnika Rzeszowska"]),
        (
            "Partnerami Klastra Turkawka są Politechnika Rzeszowska i Fundacja Pliszka.",
            ["Politechnika Rzeszowska", "Fundacja Pliszka"],
        ),
        ("Fundacja Pliszka jest partnerem Klastra Turkawka.", ["Fundacja Pliszka"]),
        (
            f"{PAGE}Ściśle współpracuje m.in. z Uniwersytetem Rzeszowskim oraz fundacją „Zdrój”.",
            ["Uniwersytet Rzeszowski", "fundacja „Zdrój”"],
        ),
        (f"{PAGE}W 2021 roku podpisał list intencyjny z Akademią Morską.", ["Akademia Morska"]),
        (f"{PAGE}Od 2019 roku naszym partnerem naukowym jest Instytut Lnu.", ["Instytut Lnu"]),
        (f"{PAGE}Wśród jego partnerów są Instytut Lnu i Bank Modry.", ["Instytut Lnu", "Bank Modry"]),
        (f"{PAGE}Z Akademią Morską, naszym stałym partnerem, szkolimy spawaczy.", ["Akademia Morska"]),
        (f"{PAGE}Wśród partnerów wymienić trzeba Instytut Lnu.", ["Instytut Lnu"]),
        (f"{PAGE}W projekcie „Śluza” partnerem jest miasto Opole.", ["miasto Opole"]),
        (f"{PAGE}Studia prowadzimy wspólnie z Akademią Morską.", ["Akademia Morska"]),
        (
            f"{PAGE}Zawarliśmy partnerstwo z estońską uczelnią Tartu Tech i Bankiem Modrym.",
            ["Tartu Tech", "Bank Modry"],
        ),
        (f"{PAGE}Partnerzy: Izba Rzemiosła i Handlu; Bank Modry.", ["Izba Rzemiosła i Handlu", "Bank Modry"]),
        ("# Klaster Turkawka\n\nPartner: Fundacja Pliszka\n", ["Fundacja Pliszka"]),
        (
            "# Klaster Turkawka\n\nKlaster rośnie.\n\n## Partnerzy\n\n- Fundacja Pliszka\n"
            "- Uniwersytet Rzeszowski\n",
            ["Fundacja Pliszka", "Uniwersytet Rzeszowski"],
        ),
        (
            "# Klaster Turkawka\n\nKlaster rośnie.\n\n## Z kim współpracujemy\n\n- Fundacja Pliszka\n"
            "- Bank Modry – kredyty\n",
            ["Fundacja Pliszka", "Bank Modry"],
        ),
    ],
)
def test_partners_are_told_in_polish_sentences_cards_and_lists(text: str, names: list[str]) -> None:
    assert read(text).told("partner") == [(TURKAWKA, name) for name in names]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("It works closely with the Wagtail Foundation.", ["Wagtail Foundation"]),
        (
            "Among its partners are the University of Oslo and Wagtail Ltd.",
            ["University of Oslo", "Wagtail Ltd."],
        ),
        ("In partnership with Wagtail University it trains carpenters.", ["Wagtail University"]),
        ("Tartu University is a founding partner of the cluster.", ["Tartu University"]),
        (
            "It has signed a cooperation agreement with Riga Port Authority and Tartu University.",
            ["Riga Port Authority", "Tartu University"],
        ),
        ("It runs a school together with Wagtail Ltd.", ["Wagtail Ltd."]),
        ("It is known for its yearly exchange with Wagtail College.", ["Wagtail College"]),
        (
            "The yard was built with Tern Design Bureau and the Port of Wick as partners.",
            ["Tern Design Bureau", "Port of Wick"],
        ),
        (
            "The cluster collaborates with the city of Aarhus and with Aarhus University.",
            ["city of Aarhus", "Aarhus University"],
        ),
    ],
)
def test_partners_are_told_in_english_sentences(sentence: str, names: list[str]) -> None:
    assert read(ENGLISH_PAGE + sentence).told("partner") == [(LARKSPUR, name) for name in names]


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Turkawka współpracuje z Klastrem Derkacz.",
        "Klaster Turkawka i Klaster Derkacz podpisały porozumienie o współpracy.",
        "Współpraca Klastra Turkawka z Klastrem Derkacz trwa.",
        f"{PAGE}Prowadzimy z Klastrem Derkacz szkołę spawaczy.",
        f"{PAGE}Klaster Derkacz jest naszym partnerem.",
        f"{PAGE}Partnerem zagranicznym jest Klaster Derkacz.",
        "Zawarto porozumienie między Klastrem Turkawka a Klastrem Derkacz.",
        "# Klaster Turkawka\n\nKlaster rośnie.\n\n## Partnerzy\n\n- Klaster Derkacz (Opole)\n",
    ],
)
def test_two_clusters_are_each_other_s_partners(text: str) -> None:
    assert sorted(read(text).told("partner")) == [(DERKACZ, TURKAWKA), (TURKAWKA, DERKACZ)]


@pytest.mark.parametrize(
    "text",
    [
        "The Larkspur Cluster and the Danish Wood Cluster signed a memorandum of understanding.",
        f"{ENGLISH_PAGE}The cluster is twinned with the Danish Wood Cluster.",
        f"{ENGLISH_PAGE}Its sister cluster is the Danish Wood Cluster.",
        "An agreement between the Danish Wood Cluster and the Larkspur Cluster is in force.",
        "The Larkspur Cluster (Leeds) and the Danish Wood Cluster (Aarhus) have joined forces.",
    ],
)
def test_two_clusters_of_an_english_text_are_each_other_s_partners(text: str) -> None:
    assert sorted(read(text).told("partner")) == [(WOOD, LARKSPUR), (LARKSPUR, WOOD)]


def test_all_who_sign_are_the_others_partners() -> None:
    text = (
        "Klaster Turkawka (Rzeszów), Klaster Derkacz (Opole) i Politechnika Opolska "
        "zawarły umowę o współpracy."
    )

    assert read(text).told("partner") == [
        (TURKAWKA, DERKACZ),
        (TURKAWKA, "Politechnika Opolska"),
        (DERKACZ, TURKAWKA),
        (DERKACZ, "Politechnika Opolska"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{PAGE}Nie współpracuje z Klastrem Derkacz.",
        f"{PAGE}Chce współpracować z Bankiem Modrym.",
        f"{PAGE}Dawny partner, Klaster Derkacz, odszedł.",
        f"{PAGE}Klaster współpracuje z dwunastoma uczelniami.",
        f"{PAGE}Jego firmy współpracują z odbiorcami z Niemiec i Czech.",
        "Fundacja Pliszka, koordynator Klastra Turkawka, współpracuje z Bankiem Modrym.",
        "Klaster Turkawka wraz z Klastrem Derkacz otrzymał status Krajowego Klastra Kluczowego.",
        f"{ENGLISH_PAGE}Talks on a partnership with Wagtail Ltd. have ended.",
        f"{ENGLISH_PAGE}The cluster hopes to work with Wagtail Ltd.",
        f"{ENGLISH_PAGE}It no longer cooperates with the Danish Wood Cluster.",
        "# Klastry\n\nPartnerzy:\n\n- Klaster Turkawka\n- Klaster Derkacz\n- Klaster Perkoz\n",
    ],
)
def test_no_partner_is_told_where_nobody_works_with_the_cluster(text: str) -> None:
    assert read(text).told("partner") == []


def test_partners_of_a_list_are_no_clusters() -> None:
    text = (
        "# Klaster Turkawka\n\nKlaster rośnie.\n\n## Partnerzy klastra\n\n- Grupa Modraszek\n"
        "- Uniwersytet Rzeszowski\n"
    )

    assert read(text).clusters == [TURKAWKA]


def test_each_section_of_a_catalogue_has_its_own_partners() -> None:
    text = (
        "# Katalog\n\n## Klaster Turkawka\n\nSkupia 20 firm. Współpracuje z Bankiem Modrym.\n\n"
        "## Klaster Perkoz\n\nJego partnerem jest Uniwersytet Opolski.\n"
    )

    assert read(text).told("partner") == [(TURKAWKA, "Bank Modry"), (PERKOZ, "Uniwersytet Opolski")]


def test_a_partner_by_another_name_than_the_heading_s_is_pinned_to_the_line_of_that_name() -> None:
    found = read(
        "# Klaster Derkacz\n\nNazwa angielska: Turtle Dove Cluster\n\nPartnerzy:\n\n- Klaster Turkawka\n"
    )

    for claim in found.claims("partner"):
        cited = " ".join(found.document.quote(span) for span in (claim.span, *claim.scope))
        assert claim.value in cited


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "# Klaster Derkacz\n\nNajbliżej nam do Uniwersytetu Technologicznego. Dużo robimy razem "
            "z Politechniką "
            "Opolską, a od zeszłego roku z Instytutem Ochrony Środowiska.\n",
            ["Uniwersytet Technologiczny", "Politechnika Opolska", "Instytut Ochrony Środowiska"],
        ),
        (
            "# Klaster Derkacz\n\n## Z kim gramy\n\n- Politechnika Świętokrzyska\n- Kielecki Park "
            "Technologiczny\n",
            ["Politechnika Świętokrzyska", "Kielecki Park Technologiczny"],
        ),
        (
            "# Alpine Timber Cluster\n\nSister networks: Textile Valley Enschede, Lyon Silk Cluster.\n",
            ["Textile Valley Enschede", "Lyon Silk Cluster", "Alpine Timber Cluster"],
        ),
        (
            "Klaster Perkoz zrzesza 41 zakładów, a Klaster Derkacz – 17. Oba klastry podpisały "
            "porozumienie o "
            "współpracy.",
            ["Klaster Derkacz", "Klaster Perkoz"],
        ),
        ("# Klaster Derkacz\n\n## Z kim rozmawiać\n\n- Menedżer: Jan Lis\n", []),
    ],
)
def test_partners_are_told_in_passing(text: str, names: list[str]) -> None:
    assert read(text).values("partner") == names


def test_who_is_named_in_answer_to_a_question_for_partners_is_one() -> None:
    text = (
        "# Klaster Turkawka\n\n## Z kim współpracujecie?\n\n"
        "Z Klastrem Derkacz (lakiernie) oraz z Politechniką Pliszki.\n"
    )

    assert read(text).told("partner") == [
        ("Klaster Turkawka", "Klaster Derkacz"),
        ("Klaster Turkawka", "Politechnika Pliszki"),
        ("Klaster Derkacz", "Klaster Turkawka"),
    ]


def test_who_is_a_partner_of_a_cluster_works_with_it() -> None:
    text = (
        "# Larkspur Cluster\n\nThe Larkspur Cluster unites looms. It is a partner of the Wagtail Cluster.\n"
    )

    assert ("Larkspur Cluster", "Wagtail Cluster") in read(text).told("partner")


@pytest.mark.parametrize(
    "line",
    ["Akademia Rybacka w Ełku, Port Ełk, Klaster Sum.", "Akademia Rybacka w Ełku · Port Ełk · Klaster Sum"],
)
def test_partners_may_be_one_line_below_their_heading(line: str) -> None:
    found = read(f"# Klaster Turkawka\n\nZrzeszamy 40 firm.\n\n## Partnerzy\n\n{line}\n")

    assert found.told("partner")[:3] == [
        ("Klaster Turkawka", "Akademia Rybacka w Ełku"),
        ("Klaster Turkawka", "Port Ełk"),
        ("Klaster Turkawka", "Klaster Sum"),
    ]


def test_partners_of_a_contest_are_not_the_cluster_s() -> None:
    listed = "Foto Studio Lux, Drukarnia Ostoja, Port Ełk."
    text = f"# Klaster Turkawka\n\nZrzeszamy 40 firm.\n\n## Partnerzy konkursu\n\n{listed}\n"

    assert read(text).told("partner") == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "Larkspur Cluster",
            "# FAQ – Larkspur Cluster\n\n**Whom do you work with?**\n"
            "With the Slovak cluster Heron Network, with the Egret Alliance and with Crane University.\n",
        ),
        (
            "Klaster Wydma",
            "# Pytania do Klastra Wydma\n\n**Z kim współpracujecie?**\n"
            "Z Siecią Żuraw, z Klastrem Czapla i z Politechniką Rewską.\n",
        ),
    ],
)
def test_an_answer_that_begins_with_with_names_the_partners_of_who_is_asked(name: str, text: str) -> None:
    told = read(text).told("partner")

    assert len([one for one in told if one[0] == name]) == 3
    assert all(name in one for one in told)


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Turkawka rośnie. Pomaga mu Akademia Bekasów, z którą ma umowę od 2021 roku.",
        "Klaster Turkawka rośnie. Wśród partnerów wymienia Akademię Bekasów.",
    ],
)
def test_a_partner_may_be_told_by_the_way(text: str) -> None:
    assert read(text).values("partner") == ["Akademia Bekasów"]
    assert read(text).values("founded") == []
