"""Names of clusters in a text, by how they are written."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.extraction.naming import names_in
from tests.index.extraction.reading import read


def named(text: str) -> list[str]:
    return [mention.name for mention in names_in(text) if not mention.generic]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Spotkanie członków Klastra Turkawka odbyło się w maju.", "Klaster Turkawka"),
        ("Z Klastrem Turkawka współpracują uczelnie.", "Klaster Turkawka"),
        ("W Klastrze Modrej Sasanki pracuje wielu.", "Klaster Modrej Sasanki"),
        ("Prezes Podlaskiego Klastra Derkacz mówił długo.", "Podlaski Klaster Derkacz"),
        ("Przyznano to Mazurskiemu Klastrowi Szkutniczemu.", "Mazurski Klaster Szkutniczy"),
        ("O Mazurskim Klastrze Szkutniczym pisano.", "Mazurski Klaster Szkutniczy"),
    ],
)
def test_an_inflected_name_is_given_in_its_base_form(text: str, name: str) -> None:
    assert named(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Klaster „Kosodrzewina” działa od lat.", "Klaster Kosodrzewina"),
        ('Klaster "Kosodrzewina" działa od lat.', "Klaster Kosodrzewina"),
        ("Klaster «Kosodrzewina» działa od lat.", "Klaster Kosodrzewina"),
        ("Firmy z klastra „Kosodrzewina” eksportują.", "Kosodrzewina"),
        ("Klaster drzewny „Rokitnik” rośnie.", "Klaster drzewny Rokitnik"),
        (
            "Podkarpacki Klaster Odlewniczy „Żeliwna Perkozia” rośnie.",
            "Podkarpacki Klaster Odlewniczy Żeliwna Perkozia",
        ),
    ],
)
def test_quotation_marks_are_no_part_of_a_name(text: str, name: str) -> None:
    assert named(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Klaster Nauki i Rzemiosła powstał w Pile.", "Klaster Nauki i Rzemiosła"),
        ("Klaster Technologii dla Zdrowia rośnie.", "Klaster Technologii dla Zdrowia"),
        ("Klaster Stoczniowo-Rybacki Perkoz rośnie.", "Klaster Stoczniowo-Rybacki Perkoz"),
        ("The Cluster of Ceramics and Glass is growing.", "Cluster of Ceramics and Glass"),
        ("The Glass and Ceramics Cluster is growing.", "Glass and Ceramics Cluster"),
        ("Klaster Odzysku i Recyklingu Tarnina działa.", "Klaster Odzysku i Recyklingu Tarnina"),
    ],
)
def test_connectors_belong_to_a_name_where_both_sides_do(text: str, name: str) -> None:
    assert named(text) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Klaster Turkawka i Klaster Derkacz podpisały umowę.", ["Klaster Turkawka", "Klaster Derkacz"]),
        ("Klaster Turkawka oraz Fundacja Derkacz podpisały umowę.", ["Klaster Turkawka"]),
        ("Klaster Turkawka w Szczecinie i Klaster Perkoz w Opolu.", ["Klaster Turkawka", "Klaster Perkoz"]),
        ("Klaster Turkawka z Rzeszowa rośnie.", ["Klaster Turkawka"]),
        ("The Teasel Cluster and the Larkspur Cluster met.", ["Teasel Cluster", "Larkspur Cluster"]),
    ],
)
def test_a_connector_between_two_names_joins_nothing(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Larkspur Cluster unites forty firms.", "Larkspur Cluster"),
        ("Members of the Western Bearings Cluster met.", "Western Bearings Cluster"),
        ("Cluster Larkspur is open to all.", "Cluster Larkspur"),
        ("In 2019 Teasel Textile Cluster began.", "Teasel Textile Cluster"),
        ("Our Teasel Cluster is small.", "Teasel Cluster"),
    ],
)
def test_an_english_name_has_no_article_and_no_sentence_opener(text: str, name: str) -> None:
    assert named(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Status Krajowego Klastra Kluczowego przyznaje minister.",
        "Krajowy Klaster Kluczowy to wyróżnienie.",
        "It is a National Key Cluster.",
        "Klaster energii to umowa mieszkańców gminy.",
        "Klaster obliczeniowy ma tysiąc rdzeni.",
        "The computing cluster runs day and night.",
        "Fundacja Klaster Turkawka ogłasza konkurs.",
        "Stowarzyszenie Klaster Derkacz ma nowy zarząd.",
        "Klaster Turkawka Sp. z o.o. zatrudnia dwie osoby.",
        "The Larkspur Cluster Foundation was registered.",
        "Każdy klaster ma koordynatora.",
        "Nowy Klaster powstał w Rzeszowie.",
        "The European cluster policy changes.",
        "Cluster managers met in Poznań.",
        "Klastry meblowe rosną.",
        "Do klastra Jan Kowalski wniósł trzy patenty.",
        "",
    ],
)
def test_what_is_no_name_names_nothing(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    "text",
    ["Nasz klaster rośnie.", "The cluster is growing.", "Firmy klastra rosną.", "W klastrze jest dobrze."],
)
def test_the_word_alone_is_a_mention_without_a_name(text: str) -> None:
    assert [(mention.name, mention.generic) for mention in names_in(text)] == [("", True)]


@pytest.mark.parametrize(
    "text", ["Klaster Turkawka działa.", "The Teasel Cluster works.", "U Klastra „Żubr” byli."]
)
def test_a_mention_spans_the_name_as_it_is_written(text: str) -> None:
    (mention,) = names_in(text)

    written = text[mention.span.start : mention.span.end]
    assert written.strip() == written
    assert "lust" in written or "last" in written


@given(
    st.text(max_size=120)
    | st.lists(
        st.sampled_from(
            ["Klaster", "klastra", "Cluster", "the", "„Turkawka”", "i", "Derkacz", "–", "(", ")", "KKK", "\n"]
        ),
        max_size=14,
    ).map(" ".join)
)
def test_mentions_of_any_text_lie_in_order(text: str) -> None:
    spans = [mention.span for mention in names_in(text)]

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.end and one.start <= other.start for one, other in pairwise(spans))


@pytest.mark.parametrize("text", ["KLASTER METALOWY KLASTER SZKLARSKI", "Klaster ODLEWNIA Klaster SZKŁO"])
def test_names_one_after_another_do_not_overlap(text: str) -> None:
    one, other = (mention.span for mention in names_in(text))

    assert one.end <= other.start


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Larkspur Cluster and Teasel Cluster met.", ["Larkspur Cluster", "Teasel Cluster"]),
        ("The Foundry Cluster and the Larkspur Cluster met.", ["Foundry Cluster", "Larkspur Cluster"]),
        ("Klaster Turkawka i Klaster Derkacz rosną.", ["Klaster Turkawka", "Klaster Derkacz"]),
        ("Opolski Klaster Szkła, Nyski Klaster Szkła", ["Opolski Klaster Szkła", "Nyski Klaster Szkła"]),
    ],
)
def test_names_joined_in_one_sentence_keep_their_own_words(text: str, names: list[str]) -> None:
    assert named(text) == names


def test_an_english_name_may_stand_in_the_possessive() -> None:
    assert named("The Larkspur Cluster's members met.") == ["Larkspur Cluster"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Graz's Larkspur Timber Cluster has shrunk.", "Larkspur Timber Cluster"),
        ("The Moravian Glassmakers' Cluster grows.", "Moravian Glassmakers' Cluster"),
        ("The Women's Cluster grows.", "Women's Cluster"),
        ("The Larkspur Cluster of Kaunas grows.", "Larkspur Cluster"),
        ("The Cluster of Tools grows.", "Cluster of Tools"),
    ],
)
def test_a_possessive_or_a_place_parts_from_the_name(text: str, name: str) -> None:
    assert named(text) == [name]


# One cluster, many names


@pytest.mark.parametrize(
    ("text", "alias", "kind"),
    [
        ("Klaster Turkawka (Turtle Dove Cluster) zrzesza 12 firm.", "Turtle Dove Cluster", "translation"),
        ("Klaster Turkawka (ang. Turtle Dove Cluster) rośnie.", "Turtle Dove Cluster", "translation"),
        ("Klaster Turkawka, czyli Gołębi Krąg, rośnie.", "Gołębi Krąg", "translation"),
        ("The Larkspur Cluster, also known as Delphinium Ring, grows.", "Delphinium Ring", "translation"),
        ("Klaster Odlewni Pogórza (KOP) rośnie.", "KOP", "acronym"),
        (
            "Larkspur Glass Cluster (Skřivánčí sklářský klastr) grows.",
            "Skřivánčí sklářský klastr",
            "translation",
        ),
        ("Larkspur Glass Cluster (in Czech: Klastr skřivanů) grows.", "Klastr skřivanů", "translation"),
        (
            "Klaster Odlewni Pogórza – w skrócie KOP – rośnie. Zarząd KOP obraduje.",
            "Klaster Odlewni Pogórza",
            "full",
        ),
    ],
)
def test_another_name_beside_a_name_is_of_the_same_cluster(text: str, alias: str, kind: str) -> None:
    found = read(text)

    assert len(found.clusters) == 1
    assert found.names(alias)[alias] == kind


def test_a_name_in_quotation_marks_is_also_the_short_name() -> None:
    names = read("Podkarpacki Klaster Odlewniczy „Perkoz” rośnie. W Perkozie odlewa się żeliwo.").names(
        "Perkoz"
    )

    assert names == {"Podkarpacki Klaster Odlewniczy Perkoz": "full", "Perkoz": "short"}


def test_the_initials_of_a_name_are_the_same_cluster() -> None:
    found = read("Klaster Technik Odlewania Wschodu ma 20 firm. Klaster KTOW powstał w 2015 roku.")

    assert found.clusters == ["Klaster Technik Odlewania Wschodu"]
    assert found.told("founded") == [("Klaster Technik Odlewania Wschodu", "2015")]


def test_a_part_of_a_name_is_the_same_cluster() -> None:
    found = read("Klaster Modrzewiowy Szlak Perkoz rośnie. Klaster Perkoz powstał w 2015 roku.")

    assert found.clusters == ["Klaster Modrzewiowy Szlak Perkoz"]


def test_a_part_that_two_names_have_joins_neither() -> None:
    found = read("Klaster Perkoz Północ rośnie. Klaster Perkoz Południe maleje. Klaster Perkoz śpi.")

    assert len(found.clusters) == 3


def test_clusters_with_like_names_stay_apart() -> None:
    found = read("Mazurski Klaster Szkutniczy i Mazurski Klaster Szklarski podpisały umowę.")

    assert found.clusters == ["Mazurski Klaster Szkutniczy", "Mazurski Klaster Szklarski"]


def test_a_town_in_brackets_is_no_other_name() -> None:
    assert list(read("Klaster Turkawka (Rzeszów) zrzesza 12 firm.").names("Klaster Turkawka")) == [
        "Klaster Turkawka"
    ]


def test_a_headline_in_capitals_does_not_spell_the_name() -> None:
    found = read("# KLASTER TURKAWKA ROŚNIE\n\nKlaster Turkawka zrzesza 12 firm.")

    assert found.clusters == ["Klaster Turkawka"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Działalność Klastra Mechatroniki i Napędów koordynuje izba.", ["Klaster Mechatroniki i Napędów"]),
        ("Jest osią Klastra Firm Okiennych Polski Wschodniej.", ["Klaster Firm Okiennych Polski Wschodniej"]),
        ("W ramach Klastra Członkowie powołują Radę.", []),
        ("Otwarto Akademię Dobrego Klastra.", []),
        ("They chose the Cluster Administrator in May.", []),
        ("Cluster Optimization", []),
        ("An open formula of the ICT cluster was agreed.", []),
        ("BESKIDZKI KLASTER SZKŁA I CERAMIKI", ["Beskidzki Klaster Szkła i Ceramiki"]),
    ],
)
def test_what_clusters_have_and_are_made_of_is_no_name(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("- Klaster Turkawka (Kazimierz Rdest)", ["Klaster Turkawka"]),
        ("- Pliszka Cluster (Detva, Slovacchia)", ["Pliszka Cluster"]),
        ("- Klaster Turkawka (Wren Cluster)", ["Klaster Turkawka", "Wren Cluster"]),
        ("KLASTER MORSKI TURKAWKA – WREN SEA CLUSTER", ["Klaster Morski Turkawka", "Wren Sea Cluster"]),
    ],
)
def test_a_bracket_tells_another_name_but_no_person_and_no_town(text: str, names: list[str]) -> None:
    (subject,) = read(text).extract.subjects
    assert {one.text for one in subject.names} >= set(names)
    assert not {"Kazimierz Rdest", "Detva", "Slovacchia"} & {one.text for one in subject.names}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Zebranie rady Klastra Wiślany Klaster Szklarski „Bańka” trwało.",
            ["Wiślany Klaster Szklarski Bańka"],
        ),
        ("Statut klastra Mazurski Klaster Jeździecki.", ["Mazurski Klaster Jeździecki"]),
        ("Regulamin Klastra Innowacyjny Klaster Zdrowie.", ["Innowacyjny Klaster Zdrowie"]),
        ("Zebranie Klastra Wiślany Perkoz trwało.", ["Klaster Wiślany Perkoz"]),
    ],
)
def test_a_whole_name_behind_the_word_in_another_case_begins_anew(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Zapraszamy na spotkanie Slaskiego Klastra Druku.", "Slaski Klaster Druku"),
        ("Rozmawiamy z Dolnoslaskim Klastrem Lotniczym.", "Dolnoslaski Klaster Lotniczy"),
    ],
)
def test_a_name_that_lost_its_diacritics_is_put_into_the_nominative(text: str, name: str) -> None:
    assert read(text).clusters == [name]


@pytest.mark.parametrize(
    "text",
    ["A delegation of Polish cluster managers visits Porto.", "Delegation of Czech cluster coordinators"],
)
def test_what_clusters_have_is_no_name_of_one(text: str) -> None:
    assert read(f"# Visit\n\n{text}\n").clusters == []


def test_an_adjective_of_where_it_is_based_is_no_part_of_a_name() -> None:
    text = "The port is a partner of the Gdynia-based Amber Sail Cluster."

    assert read(text).clusters == ["Amber Sail Cluster"]


def test_a_project_with_a_cluster_is_no_cluster() -> None:
    text = "Amber Sail Cluster grows. In December it starts BALTSAFE, a project with the Semaphore cluster."

    assert "BALTSAFE" not in read(text).clusters


def test_a_headline_in_capitals_ends_a_name_where_it_tells_of_it() -> None:
    text = "AMBER SAIL CLUSTER WELCOMES ITS 50TH MEMBER\n\nThe Amber Sail Cluster has 50 members.\n"

    assert set(read(text).names("Amber Sail Cluster")) == {"Amber Sail Cluster"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Prezes Zarządu Klastra Jan Kowalski i Klaster Turkawka.", ["Klaster Turkawka"]),
        ("Last week the chair of the Cluster Adam Novak spoke.", []),
        ("Klaster Odlewniczy Żubr oraz Dolina Lnu otrzymały dyplomy.", ["Klaster Odlewniczy Żubr"]),
        ("Prezes Śląskiego Klastra Wikliny oraz Związku Pracodawców.", ["Śląski Klaster Wikliny"]),
        ("Klaster Odlewnictwa oraz Obróbki Metali działa.", ["Klaster Odlewnictwa oraz Obróbki Metali"]),
        ("Klaster Uczelni i Firm Podhala działa.", ["Klaster Uczelni i Firm Podhala"]),
        ("3 Radomski Klaster Metalowy Izba Przemysłowa", ["Radomski Klaster Metalowy"]),
        ("Mr Sowa's cluster, founded in 2017, grows.", []),
        ("The Women's Cluster of Gdynia grows.", ["Women's Cluster"]),
        ("SANEPID: KLASTER ZACHOROWAŃ OPANOWANY", []),
        ("Bursztyn jest Pomorskim Klastrem Strategicznym.", []),
        ("Szyszka | Lubelski Klaster Wschodzący | 2024", []),
        ("Pieniny Ceramic Cluster Bronze", ["Pieniny Ceramic Cluster"]),
        ("C4  KLASTER TURKAWKA", ["Klaster Turkawka"]),
    ],
)
def test_a_name_ends_where_somebody_or_something_else_begins(text: str, names: list[str]) -> None:
    assert [mention.name for mention in names_in(text) if not mention.generic] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Wniosek Klastra Gier i Grafiki Pikselarnia z Łodzi odrzucono.",
            "Klaster Gier i Grafiki Pikselarnia",
        ),
        ("Gości czeski klaster Zelinky Haná z Prštic.", "Zelinky Haná"),
        ("It works with the Saxon cluster Elster Storage Valley of Leipzig.", "Elster Storage Valley"),
    ],
)
def test_a_name_ends_before_the_town_that_it_is_from(text: str, name: str) -> None:
    assert name in read(text).clusters
