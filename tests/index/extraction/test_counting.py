"""Which numbers count members, and of whom."""

import pytest

from tests.index.extraction.reading import read


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Klaster Turkawka rośnie. Dziś działa nas już 64.", "64"),
        ("Klaster Turkawka rośnie. We wrześniu było nas 61, na koniec grudnia 64: doszła szkoła.", "64"),
        ("# Turkawka Cluster\n\nThe cluster, now 42 strong, meets in May.", "42"),
        ("# Turkawka Cluster\n\nFigures\n\nmembers 178\n", "178"),
        ("The Turkawka Cluster: 22 firms making nets, brought together by a school.", "22"),
    ],
)
def test_a_number_of_members_needs_no_noun_behind_it(text: str, number: str) -> None:
    assert [value for value, _ in read(text).counts()] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "# Klaster Turkawka\n\nłączne obroty członków: 2,4 mld zł\n",
        "# Klaster Turkawka\n\nSpis treści   Wstęp ... 2   Członkowie ... 3   Plany ... 9\n",
        "# Klaster Turkawka\n\nPLANY\n\n- 120 członków do końca 2028\n- muzeum\n",
        "Klaster Turkawka rośnie: przybyło mu tylko czterech członków.",
        "Klaster Turkawka zrzesza stocznie jachtowe, żaglownie, dwie uczelnie oraz trzy gminy.",
        "Klaster Turkawka narodził się, gdy siedem stoczni podpisało umowę.",
        "Klaster Turkawka jest w związku klastrów. Pełna lista liczy 34 członków.",
    ],
)
def test_sums_pages_plans_and_those_of_others_are_no_number_of_members(text: str) -> None:
    assert read(text).counts() == []


def test_who_unites_others_at_the_beginning_of_a_sentence_is_spoken_of() -> None:
    text = (
        "Klastry nad Odrą\n\nKlaster Turkawka zrzesza 53 firmy.\n\n"
        "Winna Kępa, założona w 2012 roku, zrzesza 38 winnic."
    )

    assert ("Klaster Turkawka", "38") not in read(text).told("members")


def test_who_works_at_something_are_not_all_members() -> None:
    text = "Klaster Turkawka buduje prom, przy którym pracuje 11 firm. Klaster zrzesza 97 firm."

    assert read(text).values("members") == ["97"]


def test_those_who_left_are_no_number_of_members() -> None:
    told = read("Klaster Turkawka ma 58 członków. Z przynależności zrezygnowały dotąd dwa podmioty.")

    assert told.values("members") == ["58"]
