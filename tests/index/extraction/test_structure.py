"""Names told by where they stand: lists, tables, cards."""

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


def test_lists_by_region_are_one_list_of_clusters() -> None:
    text = (
        "# Gdzie są klastry\n\n- województwo opolskie\n  - Klaster Turkawka, Opole\n    - szkło i żeliwo\n"
        "- województwo śląskie\n  - Klaster Derkacz, Gliwice\n- województwo lubuskie\n"
        "  - Ziemia Stu Jezior, Żary\n    - turystyka wodna\n"
    )

    assert set(read(text).clusters) == {TURKAWKA, DERKACZ, "Ziemia Stu Jezior"}


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


def test_words_without_their_diacritics_are_no_names() -> None:
    text = "# Sciaga\n\nMylone klastry:\n\n- Klaster Turkawka\n- Ciesle, projektanci\n- Slusarze\n"

    assert read(text).clusters == [TURKAWKA]


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


def test_a_name_that_stands_by_itself_is_spelled_as_it_stands() -> None:
    text = "# Forum\n\nPodpisały klastry:\n\n- Klaster Turkawka\n- Klaster Derkacz\n- Skrzydła Doliny\n"

    assert "Skrzydła Doliny" in read(text).clusters


def test_members_in_a_table_are_no_clusters() -> None:
    text = (
        "# Klaster Turkawka\n\nKlaster Turkawka ma biuro w Ełku.\n\n## Członkowie\n\n"
        "| Lp. | Nazwa | Miejscowość |\n|---|---|---|\n| 1 | Sum S.A. | Iława |\n| 2 | Lin S.A. | Piła |\n"
    )
    found = read(text)

    assert found.values("place") == ["Ełk"]


def test_a_directory_in_capitals_is_no_cluster() -> None:
    text = "SMALL TOWNS CLUSTER DIRECTORY\n\nLARKSPUR CLUSTER\nSeat: Hull\nMembers: 31\n"

    assert set(read(text).told("members")) == {("Larkspur Cluster", "31")}
