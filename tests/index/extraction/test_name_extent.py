"""How far names of clusters reach."""

import pytest

from tests.index.extraction.reading import read


def test_one_firm_that_joins_is_no_part_of_a_cluster_s_name() -> None:
    found = read("Przyjęto do klastra huty Pliszka i Zięba. Klaster Turkawka liczy 31 firm.")

    assert found.clusters == ["Klaster Turkawka"]


def test_many_firms_tell_what_kind_of_cluster_one_is() -> None:
    assert read("Klaster hut szkła Pliszka działa w Krośnie.").clusters == ["Klaster hut szkła Pliszka"]


@pytest.mark.parametrize("name", ["Ría de Garzas Shipbuilding Cluster", "Serra da Garça Cork Cluster"])
def test_small_words_of_other_languages_stand_within_a_name(name: str) -> None:
    assert read(f"The {name} has 40 members.").clusters == [name]


@pytest.mark.parametrize("name", ["Klaster Wiatr od Pola", "Klaster Zdrowie od Kuchni"])
def test_a_name_goes_on_over_a_small_word_before_a_thing(name: str) -> None:
    assert read(f"{name} liczy 31 firm.").clusters == [name]


@pytest.mark.parametrize(
    "giver", ["od Ministra Rozwoju", "od Nowickiego", "od Komisji Europejskiej", "od PARP", "od Maja"]
)
def test_whom_something_came_from_is_no_part_of_a_cluster_s_name(giver: str) -> None:
    assert read(f"Nagrodę odebrał Klaster Meblowy {giver}.").clusters == ["Klaster Meblowy"]
