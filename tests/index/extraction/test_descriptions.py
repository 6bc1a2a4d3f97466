"""Where clusters are, as the headings above them tell."""

from tests.index.extraction.reading import read


def test_where_a_text_was_written_is_no_clusters_country() -> None:
    text = "# Decisions\n\n## Graz, 16 June 2026\n\nThe Larkspur Cluster keeps its mark.\n"

    assert read(text).values("country") == []


def test_the_title_tells_the_region_whatever_sentence_stands_between() -> None:
    text = (
        "# Klastry w województwie lubuskim\n\nWiększość siedzi w Żarach. Wyróżnia się też Kraków.\n\n"
        "| Klaster | Koordynator |\n|---|---|\n| Klaster Turkawka | Izba A |\n| Klaster Perkoz | Izba B |\n"
    )

    assert read(text).told("region") == [("Klaster Turkawka", "lubuskie"), ("Klaster Perkoz", "lubuskie")]


def test_the_line_that_a_list_stands_under_tells_the_region_of_all_in_it() -> None:
    text = (
        "Urząd – Biuro Gospodarki\n\nRejestr klastrów województwa podlaskiego\nstan na 3 marca 2026 r.\n\n"
        "1. Klaster Turkawka\n   rok założenia: 2014\n2. Klaster Perkoz\n   rok założenia: 2016\n"
    )

    assert read(text, "t.txt").told("region") == [
        ("Klaster Turkawka", "podlaskie"),
        ("Klaster Perkoz", "podlaskie"),
    ]
