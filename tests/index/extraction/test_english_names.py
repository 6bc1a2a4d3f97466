"""English names of clusters: what they are called for short, and whose a country beside them is."""

from tests.index.extraction.reading import read

NEWS = """Printed sensors: two clusters shake hands

On Tuesday the Przędza Additive Manufacturing Cluster and Germany's Murmel Sensorik Ring signed a memorandum.

The deal gives the Germans access to Przędza's metal printers.

"We can measure anything," joked Dr Anna Fuchs, who manages the Ring.

Przędza was set up in 2018. Forty-seven companies and institutes now belong to it.
"""


def test_an_english_name_goes_by_the_foreign_words_it_begins_with() -> None:
    found = read(NEWS, file="news.txt")

    assert ("Przędza Additive Manufacturing Cluster", "2018") in found.told("founded")
    assert ("Przędza Additive Manufacturing Cluster", "47") in found.told("members")


def test_a_possessive_country_is_of_the_name_behind_it_and_people_of_it_are_no_place() -> None:
    assert read(NEWS, file="news.txt").told("country") == [("Murmel Sensorik Ring", "DE")]
