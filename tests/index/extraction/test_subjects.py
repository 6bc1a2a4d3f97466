"""What may be a cluster, and what proves it to be one."""

from tests.index.extraction.reading import read

"""Names told by where they stand: lists, tables, cards, headings, titles; and what may be a cluster."""


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
