"""Whom the lines of texts on many clusters, and of paragraphs, are about."""

import pytest

from tests.index.extraction.reading import read

PERKOZ = "Klaster Perkoz"


@pytest.mark.parametrize(
    "text",
    [
        "# Objazd\n\nZajechaliśmy do pięciu siedzib. Zaczęliśmy od Klastra Turkawka.\n\nKlaster Derkacz "
        "liczy 20 firm. Klaster Perkoz liczy 30 firm. Klaster Bocian ma biuro. Klaster Żuraw rośnie.\n\n"
        "Piszcie do nas: objazd@pliszka.example\n",
        "# A week on the road\n\nWe met five of them. First came the Teasel Cluster.\n\nThe Larkspur "
        "Cluster has grown. The Sorrel Cluster rests. The Yarrow Cluster moved. The Bistort Cluster has an "
        "office.\n\nContact us: trips@wayfarer.example\n",
    ],
)
def test_who_writes_of_many_clusters_is_none_of_them(text: str) -> None:
    assert read(text).told("email") == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Koordynację sprawuje Izba Rzemiosła Pliszka.", [(PERKOZ, "Izba Rzemiosła Pliszka")]),
        ("Pieczę sprawuje Fundacja Modraszek.", [(PERKOZ, "Fundacja Modraszek")]),
    ],
)
def test_a_paragraph_goes_on_about_the_cluster_it_named_last(
    sentence: str, told: list[tuple[str, str]]
) -> None:
    text = (
        "# Objazd\n\nKlaster Derkacz śpi.\n\nKlaster Turkawka rośnie. W Opolu działa Klaster Perkoz. "
        f"{sentence}\n"
    )

    assert read(text).told("coordinator") == told


@pytest.mark.parametrize(
    "sentence",
    ["Vellmar Craft Guild says 70 companies now belong to it.", "Lubuska Giełda Zboża zrzesza 70 firm."],
)
def test_a_sentence_with_a_name_of_its_own_is_not_about_the_cluster_before(sentence: str) -> None:
    found = read(f"# News\n\nThe Teasel Cluster rests.\n\nThe Larkspur Cluster grows. {sentence}\n")

    assert "Larkspur Cluster" not in {who for who, _ in found.told("members")}


def test_a_valley_on_its_own_page_is_not_the_cluster_it_works_with() -> None:
    text = (
        "HARROW VALLEY: TEN YEARS\n\nIn the spring nine growers met in Harrow Valley. Its manager is "
        "Edwin Marsh.\n\n"
        "The valley's friend is the Teasel Cluster of Kaunas.\n\nWrite to us: hello@harrowvalley.example\n"
    )
    found = read(text)

    assert [who for who, _ in found.told("email")] != ["Teasel Cluster"]
    assert "Harrow Valley" not in found.names("Teasel Cluster")
