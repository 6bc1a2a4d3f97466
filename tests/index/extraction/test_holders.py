"""Who holds what only clusters hold, and what the next sentence calls one, is a cluster without the word."""

import pytest

from index.extraction.holders import holders_in
from index.extraction.known_labels import knowing
from tests.index.extraction.reading import read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Szklana Ostoja uzyskała w maju status Krajowego Klastra Kluczowego.", "Szklana Ostoja"),
        ("Po dwóch latach: Agromost Mazury w gronie Krajowych Klastrów Kluczowych", "Agromost Mazury"),
        ("Tytuł Krajowego Klastra Kluczowego utraciła także Żeliwna Tarcza z Ostrowca.", "Żeliwna Tarcza"),
        ("Od stycznia Modra Iskra jest Krajowym Klastrem Kluczowym.", "Modra Iskra"),
        ("Harbour Looms received the National Key Cluster status in 2024.", "Harbour Looms"),
        ("The panel was quick: Resinova remains a National Key Cluster until 2029.", "Resinova"),
        ("Amber Sails joined the National Key Clusters last spring.", "Amber Sails"),
    ],
)
def test_who_holds_a_label_of_clusters_is_one(text: str, name: str) -> None:
    assert name in read(f"# Wiadomości\n\n{text}\n").clusters


def test_who_holds_a_label_is_read_anew_where_the_label_is_known() -> None:
    text = "Od maja Modra Iskra jest Nadmorskim Klastrem Jutra."

    assert holders_in(text) == ()
    with knowing(["Nadmorski Klaster Jutra"]):
        assert [text[one.start : one.end] for one in holders_in(text)] == ["Modra Iskra"]


@pytest.mark.parametrize(
    "text",
    [
        "Ministerstwo Rozwoju ma listę Krajowych Klastrów Kluczowych.",
        "Minister Gospodarki przyznał status Krajowego Klastra Kluczowego.",
        "Jan Kowalski odebrał dyplom Krajowego Klastra Kluczowego.",
        "Politechnika Opolska ma z tego statusu Krajowego Klastra Kluczowego niewiele.",
        "Województwo Opolskie ma dwa Krajowe Klastry Kluczowe.",
        "Poland has twenty National Key Clusters.",
        "Komisja Konkursowa zajmie się statusem Krajowego Klastra Kluczowego.",
    ],
)
def test_who_gives_or_deals_with_a_label_is_no_cluster(text: str) -> None:
    assert read(f"# Wiadomości\n\n{text}\n").clusters == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Prof. Anna Lis przewodniczy radzie Biorama Kujawy. To bydgoski klaster producentów soczewek.",
            "Biorama Kujawy",
        ),
        ("We stopped at Copper Haven. It is a cluster of foundries and toolmakers.", "Copper Haven"),
        (
            "Pięć Wiatraków rośnie. Klaster energetyki wiatrowej z Darłowa przyjął trzy firmy.",
            "Pięć Wiatraków",
        ),
        ("Silent Looms grows. The textile cluster from Lodz took on four members.", "Silent Looms"),
    ],
)
def test_what_the_next_sentence_calls_a_cluster_is_one(text: str, name: str) -> None:
    assert name in read(f"# Z regionu\n\n{text}\n").clusters


@pytest.mark.parametrize(
    "text",
    [
        "Rozmawiamy z Anną Nowak. To klaster z Opola ją zatrudnia.",
        "W maju odwiedziliśmy Nową Sól. To klaster metalowy nas zaprosił.",
        "Walne Zebranie odbyło się w maju. Klaster ma dwudziestu członków.",
        "Urząd Miasta Krakowa ogłosił konkurs. Klaster meblowy z Elbląga go wygrał.",
    ],
)
def test_a_person_a_town_or_a_body_before_that_sentence_is_none(text: str) -> None:
    assert read(f"# Z regionu\n\n{text}\n").clusters == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Powstał klaster kowalstwa o nazwie Iskra.", "Iskra"),
        ("Gmina przystąpiła do Modrej Iskry, klastra oświetleniowego z Kielc.", "Modra Iskra"),
        ("Zarząd Stalowej Bramy, czyli klastra z Niska, obradował.", "Stalowa Brama"),
        ("Stowarzyszenie „Perła” prowadzi klaster o tej samej nazwie.", "Perła"),
        ("The Anvil Association runs the cluster of the same name.", "Anvil"),
        ("Sieć współpracy „Ogniwo” – klaster energetyczny.", "Ogniwo"),
        ("Ogniwo (klaster energetyczny z Konina) ma 30 członków.", "Ogniwo"),
        ("Set up in 2012, Copper Haven is Poland's oldest foundry cluster.", "Copper Haven"),
        ("Copper Haven, one of three clusters in Silesia, grows.", "Copper Haven"),
        ("Both clusters, Copper Haven and Silent Looms, signed.", "Silent Looms"),
        ("Stalowa Brama ma status klastra od 2011 r.", "Stalowa Brama"),
        ("Steel Gate has been a cluster since 2011.", "Steel Gate"),
        ("Powołano klaster, który od 2015 roku jako Lniana Dolina & Partners łączy firmy.", "Lniana Dolina"),
        ("Mowa o organizacji Lniana Brama. Od maja ten klaster rezyduje w Żyrardowie.", "Lniana Brama"),
        ("Nazwa klastra: Stalowa Brama", "Stalowa Brama"),
    ],
)
def test_a_sentence_says_in_many_ways_that_something_is_a_cluster(text: str, name: str) -> None:
    assert any(one.startswith(name) for one in read(f"# Z regionu\n\n{text}\n", "a.md").clusters)


@pytest.mark.parametrize(
    "text",
    [
        "Stowarzyszenie to klaster firm, mówi prawo.",
        "Projekt to klaster zadań.",
        "Koordynatorem jest klaster firm z Opola.",
        "Firma (klaster z Opola ją zna) rośnie.",
        "Izba, klaster i gmina podpisały umowę.",
    ],
)
def test_a_common_noun_that_a_sentence_begins_with_is_no_cluster(text: str) -> None:
    assert read(f"# Z regionu\n\n{text}\n", "a.md").clusters == []
