"""Names told by where they stand: lists, tables, cards, headings, titles; and what may be a cluster."""

import pytest

from tests.index.extraction.reading import read

TURKAWKA, DERKACZ = "Klaster Turkawka", "Klaster Derkacz"


LISTED = """# Przegląd

W regionie działają następujące klastry:

- {item}
- Żeliwna Dolina
- Klaster Turkawka
"""


def test_items_of_a_list_of_clusters_are_clusters_without_the_word() -> None:
    assert set(read(LISTED.format(item="Szkłowar")).clusters) == {"Szkłowar", "Żeliwna Dolina", TURKAWKA}


@pytest.mark.parametrize("rest", [", Rzeszów", " – odlewnie", " (od 2012 r.)", " z Rzeszowa", ": szkło"])
def test_an_item_s_name_ends_before_what_is_said_of_it(rest: str) -> None:
    assert "Szklana Grupa Południe" in read(LISTED.format(item=f"Szklana Grupa Południe{rest}")).clusters


def test_an_item_of_common_words_is_a_cluster_only_if_another_text_says_so() -> None:
    found = read(LISTED.format(item="Modra Sasanka"))

    assert "Modra Sasanka" in found.unsure


def test_an_item_of_common_words_is_a_cluster_among_others_that_have_the_word() -> None:
    text = "# Przegląd\n\nKlastry regionu:\n\n- Klaster Turkawka\n- Klaster Derkacz\n- Modra Sasanka\n"

    assert set(read(text).clusters) == {TURKAWKA, DERKACZ, "Modra Sasanka"}


def test_a_museum_in_a_list_with_a_cluster_is_none() -> None:
    assert read("# Targi\n\nWystawcy:\n\n- Klaster Turkawka\n- Muzeum Techniki\n").clusters == [TURKAWKA]


def test_items_of_a_list_of_something_else_are_no_clusters() -> None:
    text = "# Klaster Turkawka\n\nKlaster realizuje zadania:\n\n- Wspólne zakupy\n- Promocja regionu\n"

    assert read(text).clusters == [TURKAWKA]


def test_cells_below_the_head_cluster_are_clusters_without_the_word() -> None:
    text = (
        "# Zestawienie\n\n| Klaster | Miasto |\n|---|---|\n| Modra Sasanka | Rzeszów |\n"
        "| Żeliwna Dolina | Opole |\n"
    )

    assert read(text).clusters == ["Modra Sasanka", "Żeliwna Dolina"]


def test_cells_below_another_head_are_no_clusters() -> None:
    text = (
        "# Zestawienie\n\n| Firma | Miasto |\n|---|---|\n| Modra Sasanka | Rzeszów |\n"
        "| Żeliwna Dolina | Opole |\n"
    )

    assert read(text).clusters == []


def test_the_name_of_a_card_is_a_cluster_without_the_word() -> None:
    text = "# Karta\n\nNazwa: Modra Sasanka\n\nKoordynator: Fundacja Pliszka\n\nLiczba członków: 34\n"

    found = read(text)
    assert found.clusters == ["Modra Sasanka"]
    assert found.told("members") == [("Modra Sasanka", "34")]


def test_the_english_name_of_a_card_is_of_the_same_cluster() -> None:
    text = "# Klaster Turkawka\n\nNazwa angielska: Turtle Dove Cluster\n\nSiedziba: Rzeszów\n"

    assert set(read(text).names("Turtle Dove Cluster")) == {TURKAWKA, "Turtle Dove Cluster"}


def test_the_column_of_english_names_gives_each_row_its_own() -> None:
    text = (
        "# Klastry\n\n| Klaster | Nazwa angielska | Miasto |\n|---|---|---|\n"
        "| Klaster Turkawka | Turtle Dove Cluster | Rzeszów |\n"
        "| Klaster Derkacz | Corncrake Cluster | Opole |\n"
    )
    found = read(text)

    assert set(found.names(TURKAWKA)) == {TURKAWKA, "Turtle Dove Cluster"}
    assert set(found.names(DERKACZ)) == {DERKACZ, "Corncrake Cluster"}


@pytest.mark.parametrize(
    "text",
    [
        "Modra Sasanka to klaster producentów szkła.",
        "Modra Sasanka jest klastrem odlewni.",
        "Modra Sasanka – klaster z Rzeszowa – rośnie.",
        "Modra Sasanka is a cluster of foundries.",
    ],
)
def test_what_a_sentence_calls_a_cluster_is_one(text: str) -> None:
    assert read(text).clusters == ["Modra Sasanka"]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Nowak jest menedżerką klastra.",
        "Rzeszów to miasto, w którym działa klaster.",
        ("Fundacja Pliszka – koordynator klastra – rośnie."),
        "Sasanka Days is a cluster event.",
    ],
)
def test_people_places_and_bodies_beside_the_word_are_no_clusters(text: str) -> None:
    assert read(text).clusters == []


@pytest.mark.parametrize(
    ("text", "clusters"),
    [
        (
            "Sprzęt powstał w Kattegat MedTech Circle, duńskim klastrze medycznym.",
            ["Kattegat MedTech Circle"],
        ),
        ("It was made in the Kattegat Loop, the Danish recycling cluster.", ["Kattegat Loop"]),
        ("Umowę podpisano z Doliną Smaków, klastrem spożywczym z Opola.", ["Dolina Smaków"]),
        ("Zaproszono Dolinę Smaków (klaster spożywczy) i Instytut Szkła.", ["Dolina Smaków"]),
        ("Gościem był Silbertal Verbund, niemiecka organizacja klastrowa.", ["Silbertal Verbund"]),
        ("Silbertal Verbund is one of the largest clusters in Saxony.", ["Silbertal Verbund"]),
        ("Dolina Smaków należy do największych klastrów regionu.", ["Dolina Smaków"]),
        ("We visited the Danish cluster Kattegat Loop in May.", ["Kattegat Loop"]),
        ("Our guest was the Ostrava-based cluster Silesian Sparks.", ["Silesian Sparks"]),
        ("W Opolu działa klaster o nazwie Złote Kłosy.", ["Złote Kłosy"]),
        ("A cluster called Golden Ears works in Opole.", ["Golden Ears"]),
        ("Nowy klaster, Złote Kłosy, skupia młyny.", ["Złote Kłosy"]),
        (
            "Nagrodzono klastry: Złote Kłosy, Dolina Smaków i H2Fala.",
            ["Złote Kłosy", "Dolina Smaków", "H2Fala"],
        ),
        ("Lista klastrów: Złote Kłosy, Dolina Smaków.", ["Złote Kłosy", "Dolina Smaków"]),
        ("Among the clusters were Golden Ears and Taste Valley.", ["Golden Ears", "Taste Valley"]),
        ("Krajowym Klastrem Kluczowym została Dolina Smaków.", ["Dolina Smaków"]),
        (
            "Status KKK mają Klaster Szkła, Dolina Smaków oraz Muzeum Szkła.",
            ["Klaster Szkła", "Dolina Smaków"],
        ),
        (
            "Wyróżniono Klaster Turkawka, Klaster Derkacz i Dolinę Smaków.",
            ["Klaster Turkawka", "Klaster Derkacz", "Dolina Smaków"],
        ),
        (
            "# Directory of clusters\n\nP2 – Silbertal Ufer (DE).\n\nA textile cluster of Saxony.",
            ["Silbertal Ufer"],
        ),
    ],
)
def test_what_a_text_calls_a_cluster_is_one_wherever_it_stands(text: str, clusters: list[str]) -> None:
    assert sorted(read(text).clusters) == sorted(clusters)


@pytest.mark.parametrize(
    "text",
    [
        "Marszałek, klaster i uczelnie podpisali list.",
        "Szanowni Państwo, klaster rośnie.",
        "Dear Members, the cluster grows.",
        "Zapraszamy klastry do Brukseli i Berlina.",
        "Clusters in Germany and France meet in Berlin.",
        "Fundusze dla klastrów: Horyzont Europa, Interreg i FENG.",
        "Klastry Polski Wschodniej i Zachodniej współpracują.",
        "Minister Rozwoju przyznał status KKK na trzy lata.",
        "Politechnika Śląska, partner klastra, kształci inżynierów.",
        "Cluster Postcards appears monthly. Cluster Gazette is our weekly.",
        "# Cluster Courier no. 14\n\nNews of clusters.\n",
        "# Wykaz klastrów\n\nPrzewodniczący Rady\n\nZenon Lis\n\nKlastry rosną.\n",
    ],
)
def test_what_stands_beside_the_word_for_clusters_is_no_cluster(text: str) -> None:
    assert read(text).clusters == []


def test_a_heading_and_the_name_its_section_goes_on_with_are_one_cluster() -> None:
    text = (
        "# Clusters\n\n## Klaster Szklarzy Pogórza\n\n"
        "SGC Cluster is a network of glassworks. It has 30 members.\n\n"
        "## Klaster Derkacz\n\nDerkacz has 20 members.\n"
    )
    found = read(text)

    assert set(found.names("SGC Cluster")) == {"Klaster Szklarzy Pogórza", "SGC Cluster"}
    assert found.told("members") == [("Klaster Szklarzy Pogórza", "30"), (DERKACZ, "20")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Klaster Derkacz powstał w 2010 roku.",
        "Klaster Derkacz zrzesza 30 firm.",
        "Klaster Derkacz działa obok.",
    ],
)
def test_another_cluster_named_below_a_heading_stays_another(sentence: str) -> None:
    found = read(f"# Klaster Turkawka\n\nKlaster Turkawka rośnie. {sentence}\n")

    assert found.clusters == [TURKAWKA, DERKACZ]


def test_a_cluster_alone_below_another_s_heading_stays_another() -> None:
    found = read("# Klaster Turkawka\n\nKlaster Derkacz zrzesza 30 firm.\n")

    assert found.clusters == [TURKAWKA, DERKACZ]
    assert found.told("members") == [(DERKACZ, "30")]


def test_sections_of_clusters_are_headed_by_clusters_without_the_word_too() -> None:
    text = (
        "# Klastry regionu\n\n## Klaster Turkawka\n\nLiczy 30 firm.\n\n## Klaster Derkacz\n\n"
        "Liczy 20 firm.\n\n"
        "## Modra Sasanka\n\nLiczy 10 firm.\n"
    )

    assert read(text).clusters == [TURKAWKA, DERKACZ, "Modra Sasanka"]


def test_a_title_in_the_other_language_is_another_name() -> None:
    text = "# Żeliwna Dolina\n\nCast Iron Valley\n\nTen klaster zrzesza 30 firm.\n"

    assert set(read(text).names("Żeliwna Dolina")) == {"Żeliwna Dolina", "Cast Iron Valley"}


def test_lists_by_region_are_one_list_of_clusters() -> None:
    text = (
        "# Gdzie są klastry\n\n- województwo opolskie\n  - Klaster Turkawka, Opole\n    - szkło i żeliwo\n"
        "- województwo śląskie\n  - Klaster Derkacz, Gliwice\n- województwo lubuskie\n"
        "  - Ziemia Stu Jezior, Żary\n    - turystyka wodna\n"
    )

    assert set(read(text).clusters) == {TURKAWKA, DERKACZ, "Ziemia Stu Jezior"}


def test_a_heading_behind_a_country_is_a_cluster_among_others() -> None:
    text = (
        "# Four clusters beyond the border\n\n## Czechia: Elbe Glass Cluster\n\nIt has 47 members.\n\n"
        "## Slovakia: Tatra Tool Cluster\n\nIt has 24 members.\n\n"
        "## Austria: Holzring Graz\n\nIt has 33 members.\n"
    )

    assert read(text).told("members") == [
        ("Elbe Glass Cluster", "47"),
        ("Tatra Tool Cluster", "24"),
        ("Holzring Graz", "33"),
    ]


def test_a_directory_s_entries_are_clusters_where_others_like_them_are() -> None:
    text = (
        "# Who clusters where\n\nElbe Glass Cluster, Liberec.\n\nRun by: Glass Institute\n\n"
        "Tatra Tool Cluster (TTC), Ostrava.\n\nForges and foundries.\n\n"
        "Tagus Yarn Cluster, Porto.\n\nSpinners.\n\n"
        "Vilnius Fintech Guild, Vilnius.\n\nBanks. Chaired by Rokas Petrulaitis. 64 members.\n"
    )

    assert "Vilnius Fintech Guild" in read(text).clusters
    assert ("Vilnius Fintech Guild", "64") in read(text).told("members")


def test_a_section_of_a_newsletter_opens_with_a_cluster_as_the_others_do() -> None:
    text = (
        "# Listy\n\n## Szkło\n\nKlaster Turkawka śpi.\n\n## Żeliwo\n\nKlaster Derkacz rośnie.\n\n"
        "## Drewno\n\nKlaster Perkoz tnie.\n\n## Gościna\n\nSieć Górskich Gospód ma 26 pensjonatów.\n\n"
        "## Biuro\n\nW biurze był też Hub Modelarzy.\n"
    )

    assert set(read(text).clusters) == {TURKAWKA, DERKACZ, "Klaster Perkoz", "Sieć Górskich Gospód"}


def test_a_row_of_totals_is_no_cluster() -> None:
    text = "# Spis\n\n| Klaster | Członkowie |\n|---|---|\n| Modra Sasanka | 30 |\n| Razem | 30 |\n"

    assert read(text).clusters == ["Modra Sasanka"]


def test_what_a_bracket_tells_of_something_unsure_is_unsure() -> None:
    found = read("# Prasa\n\nThe jury of the Uplands Skills Initiative (USI) met. Klaster Turkawka śpi.\n")

    assert found.clusters == [TURKAWKA]
    assert read("The European Cluster Excellence Initiative (ECEI) met.").clusters == []


def test_a_body_in_a_bracket_is_no_other_name_of_the_cluster() -> None:
    text = (
        "# Laureaci\n\nStatus KKK otrzymały:\n\n- Klaster Turkawka (Izba Szklarska Opola)\n"
        "- Klaster Derkacz (Fundacja Pliszka)\n- Dolina Smaków (Stowarzyszenie Modraszek)\n"
    )

    assert set(read(text).clusters) == {TURKAWKA, DERKACZ, "Dolina Smaków"}
    assert len(read(text).extract.subjects[0].names) == 1


def test_headings_of_projects_are_no_clusters() -> None:
    text = (
        "# Projekty klastrów w realizacji\n\n## Szkło w Obiegu\n\nKlaster Turkawka uczy huty.\n\n"
        "Lider projektu: Fundacja Pliszka\n"
    )

    assert read(text).clusters == [TURKAWKA]


def test_words_without_their_diacritics_are_no_names() -> None:
    text = "# Sciaga\n\nMylone klastry:\n\n- Klaster Turkawka\n- Ciesle, projektanci\n- Slusarze\n"

    assert read(text).clusters == [TURKAWKA]


def test_a_network_s_own_page_that_speaks_of_the_cluster_names_it() -> None:
    text = (
        "<html><head><title>Dolina Wiatru</title></head><body><main><h1>Razem dalej</h1>"
        "<p>Od wirnika po maszt: klaster wiatrowy z Ustki zaprasza.</p><h2>Kim jesteśmy</h2>"
        "<p>Dolina Wiatru to największe skupisko firm wiatrowych. Działamy od lat na całym wybrzeżu.</p>"
        "</main></body></html>"
    )

    assert read(text, "x.html").clusters == ["Dolina Wiatru"]


# What may be a cluster


def test_a_network_of_which_nothing_tells_is_unsure() -> None:
    found = read("# Aktualności\n\nW spotkaniu wzięła udział Żeliwna Dolina.\n")

    assert found.clusters == []
    assert "Żeliwna Dolina" in found.unsure


def test_a_network_is_proven_by_two_facts_that_only_clusters_have() -> None:
    text = (
        "# O klastrach\n\nPiszemy o klastrach regionu.\n\n## Żeliwna Dolina\n\n"
        "Żeliwna Dolina zrzesza 40 firm. Żeliwna Dolina jest koordynowana przez Fundację Pliszka.\n"
    )

    assert read(text).clusters == ["Żeliwna Dolina"]


def test_a_noun_that_opens_the_sentence_is_no_part_of_a_network_s_name() -> None:
    found = read(
        "# O klastrach\n\nKlaster Turkawka śpi. Koordynatorem Żeliwnej Doliny jest Fundacja Pliszka.\n"
    )

    assert found.unsure == ["Żeliwna Dolina"]


def test_a_network_is_not_proven_in_a_text_that_does_not_speak_of_clusters() -> None:
    text = (
        "# O sieciach\n\n## Żeliwna Dolina\n\n"
        "Żeliwna Dolina zrzesza 40 firm. Koordynatorem Żeliwnej Doliny jest Fundacja Pliszka.\n"
    )

    assert read(text).clusters == []


def test_a_single_fact_proves_no_network() -> None:
    text = (
        "# O klastrach\n\nPiszemy o klastrach regionu.\n\nŻeliwna Dolina zrzesza 40 firm.\n\n"
        "Targi były udane.\n"
    )

    assert "Żeliwna Dolina" in read(text).unsure


def test_a_coined_word_is_at_most_unsure_and_short() -> None:
    found = read("# Aktualności\n\nNa targach pokazano FerroSas z Rzeszowa.\n")

    assert found.clusters == []
    assert found.names("FerroSas") == {"FerroSas": "short"}


def test_a_text_without_clusters_gives_nothing() -> None:
    found = read("# Pogoda\n\nJutro będzie padać w całym kraju.\n")

    assert found.extract.subjects == ()
    assert found.extract.claims == ()


CARDS = """# {title}

## {first}

{label}: Poland
Members: 40
Website: www.teasel.example

## RUSTIC BELL SOUND

{label}: Sweden
Members: 75
Website: www.bell.example
"""


@pytest.mark.parametrize(
    ("title", "first", "label"),
    [
        ("Export of profiles", "TEASEL WINE CLUSTER", "Country"),
        ("European clusters at a glance", "SILENT HEATH MOTION", "Country"),
        ("Profile export", "SILENT HEATH MOTION", "Cluster seat"),
    ],
)
def test_cards_that_label_the_same_facts_are_each_of_the_cluster_in_their_heading(
    title: str, first: str, label: str
) -> None:
    found = read(CARDS.format(title=title, first=first, label=label))

    assert [cluster.lower() for cluster in found.clusters] == [first.lower(), "rustic bell sound"]
    assert [(one.lower(), value) for one, value in found.told("members")] == [
        (first.lower(), "40"),
        ("rustic bell sound", "75"),
    ]


def test_cards_of_firms_are_of_no_clusters() -> None:
    text = CARDS.format(title="Firms of the fair", first="SILENT HEATH MOTION", label="Country")

    assert read(text).clusters == []


@pytest.mark.parametrize(
    "said",
    [
        "A forestry cluster in Umeå, Sweden.",
        "One of the oldest glass clusters of Bohemia.",
        "Szwedzki klaster leśny z Umeå, założony w 2015 roku.",
        "Klaster drzewny z północy Szwecji.",
    ],
)
def test_what_stands_below_a_name_says_that_it_is_a_cluster(said: str) -> None:
    assert "Lumenor Wood Shift" in read(f"# Guests\n\n## Lumenor Wood Shift\n\n{said}\n").clusters


@pytest.mark.parametrize(
    "said",
    ["A good cluster is a group of firms.", "Klaster działa od lat.", "A Teasel Cluster member in Umeå."],
)
def test_a_sentence_on_clusters_below_a_heading_makes_it_none(said: str) -> None:
    assert "Lumenor Wood Shift" not in read(f"# Guests\n\n## Lumenor Wood Shift\n\n{said}\n").clusters


def test_names_that_head_sections_beside_a_cluster_s_are_clusters_but_no_bodies() -> None:
    text = "# Neighbours\n\n## {}\n\nIt has 30 firms.\n\n## Teasel Glass Cluster\n\nIt has 40 firms.\n"

    assert len(read(text.format("Glasnetz Lausitz")).clusters) == 2
    assert read(text.format("Technical University of Turów")).clusters == ["Teasel Glass Cluster"]


@pytest.mark.parametrize(
    "text",
    [
        "Ogłoszono wyniki. Krajowymi Klastrami Kluczowymi w VIII rundzie zostały Klaster Turkawka i Klaster "
        "Derkacz.",
        "CLUSTERS OF POLAND: A HANDBOOK FOR BUYERS Issued by the Trade Desk. Klaster Turkawka is in it.",
        "Klaster Turkawka. Summary: Derkacz Cluster: solid wood from the Tuchola Forest.\nMembers: 5",
    ],
)
def test_rounds_headlines_and_summaries_name_no_clusters(text: str) -> None:
    assert {TURKAWKA, DERKACZ, "Derkacz Cluster"} >= set(read(f"# Przegląd\n\n{text}\n").clusters)


@pytest.mark.parametrize(
    "other",
    [
        "(Polish: Dolina Pliszki)",
        "Original name: Dolina Pliszki",
        "Nazwa w języku angielskim: Wagtail Valley",
    ],
)
def test_a_card_s_label_tells_the_name_in_another_language_of_its_own_heading(other: str) -> None:
    text = (
        "# Directory of clusters\n\n## TEASEL WINE CLUSTER\n\nMembers: 3\n\n"
        f"## LARKSPUR VALLEY\n\n{other}\nMembers: 9\n"
    )
    found = read(text)
    name = other.strip("()").partition(": ")[2]

    assert "Larkspur Valley" in found.names(name)
    assert "Teasel Wine Cluster" not in found.names(name)


@pytest.mark.parametrize("title", ["DOLINA TURKAWKI – KONTAKT", "Dolina Turkawki | O nas"])
def test_a_page_is_of_the_network_before_what_its_title_says_it_is_of(title: str) -> None:
    found = read(f"# {title}\n\nKoordynator: Fundacja Gniazdo\n")

    assert found.told("coordinator") == [("Dolina Turkawki", "Fundacja Gniazdo")]


def test_a_title_that_is_a_network_s_name_goes_before_a_cluster_named_below() -> None:
    text = (
        "# Jutland Wind Alliance\n\n## Projects\n\n- Partner: Turkawka Cluster\n\n"
        "## People\n\nhey@jwa.example\n"
    )

    assert read(text).told("email") == [("Jutland Wind Alliance", "hey@jwa.example")]


def test_two_names_beside_a_stroke_head_one_section_numbered_or_not() -> None:
    text = (
        "# Clusters of the uplands\n\n## 1. Upland Bell Cluster / Wyżynny Klaster Dzwonów\n\nSeat: Opole. "
        "Members: 12.\n\n"
        "## 2. Fen Cheese Ring / Bagienny Krąg Serowarski\n\nSeat: Elbląg. Members: 30.\n"
    )
    found = read(text)

    assert found.told("members") == [("Upland Bell Cluster", "12"), ("Fen Cheese Ring", "30")]
    assert "Bagienny Krąg Serowarski" in found.names("Fen Cheese Ring")


@pytest.mark.parametrize("head", ["Organizacja klastrowa", "Cluster initiative", "Inicjatywy klastrowe"])
def test_a_column_s_head_says_that_its_cells_are_clusters(head: str) -> None:
    text = f"# Partnerzy\n\n| {head} | Kraj |\n|---|---|\n| Holznetz Alm | Austria |\n"
    text += "| Modra Sasanka | Litwa |\n"

    assert read(text).clusters == ["Holznetz Alm", "Modra Sasanka"]


def test_a_column_of_clusters_under_another_head_holds_those_that_may_be_clusters_too() -> None:
    found = read(
        "# Labels\n\n| Organisation | Country | Label | Expires |\n|---|---|---|---|\n"
        "| Amber Sail Cluster | Ireland | Gold | 31/01/2028 |\n"
        "| Verde Montado | Portugal | Silver | 30/06/2026 |\n"
        "| Kakheti Wine Cluster | Georgia | Bronze | 09/03/2028 |\n"
    )

    assert found.clusters == ["Amber Sail Cluster", "Kakheti Wine Cluster"]
    assert "Verde Montado" in found.unsure
