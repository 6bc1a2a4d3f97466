"""What staff decide of names and clusters: it holds against everything that documents say."""

from index.register.model import Cluster
from index.review.model import OnNames, Told
from tests.index.review.conftest import BY, Desk

ZORKANIT = "Klaster Zorkanit działa, siedziba: Opole."
WYDMIAK = "Klaster Wydmiak działa, koordynator: Fundacja Nurt."
THIRD = "Klaster Torfowisko działa, siedziba: Nysa."


def facts_of(cluster: Cluster) -> set[tuple[str, str]]:
    return {(one.attribute, one.value) for one in cluster.facts}


def test_two_clusters_become_one_with_the_facts_of_both_and_links_to_both_hold(desk: Desk) -> None:
    desk.add("a.txt", ZORKANIT)
    desk.add("b.txt", WYDMIAK)
    desk.join("Klaster Zorkanit", "Klaster Wydmiak")

    (cluster,) = desk.register.clusters
    assert set(cluster.names) == {"Klaster Zorkanit", "Klaster Wydmiak"}
    assert facts_of(cluster) == {("place", "Opole"), ("coordinator", "Fundacja Nurt")}
    assert desk.register.cluster("zorkanit") is desk.register.cluster("wydmiak")


def test_clusters_that_were_joined_and_parted_are_as_before(desk: Desk) -> None:
    desk.add("a.txt", ZORKANIT, THIRD)
    desk.add("b.txt", WYDMIAK)
    before = desk.register.clusters
    desk.join("Klaster Zorkanit", "Klaster Wydmiak")
    desk.part("Klaster Zorkanit", "Klaster Wydmiak")

    assert desk.register.clusters == before


def test_undoing_a_join_gives_back_what_was(desk: Desk) -> None:
    desk.add("a.txt", ZORKANIT, THIRD)
    desk.add("b.txt", WYDMIAK)
    before = desk.register.clusters
    desk.undo(desk.join("Klaster Zorkanit", "Klaster Wydmiak"))

    assert desk.register.clusters == before


def test_names_that_rules_take_for_one_stay_apart(desk: Desk) -> None:
    desk.add("a.txt", "Klaster MgłaNet działa, siedziba: Opole.")
    desk.add("b.txt", "Klaster Mgła Net działa, siedziba: Nysa.")
    assert len(desk.names()) == 1

    desk.part(desk.names()[0], "Klaster Mgła Net")

    assert desk.values("Klaster MgłaNet", "place") == ["Opole"]
    assert desk.values("Klaster Mgła Net", "place") == ["Nysa"]


def test_a_name_of_another_cluster_goes_to_that(desk: Desk) -> None:
    desk.add("a.txt", "Klaster MgłaNet działa, siedziba: Opole.")
    desk.add("b.txt", "Klaster Mgła Net działa, siedziba: Nysa.", WYDMIAK)

    desk.part("Klaster MgłaNet", "Klaster Mgła Net", to="Klaster Wydmiak")

    assert "Klaster Mgła Net" in desk.cluster("Klaster Wydmiak").names
    assert desk.values("Klaster Wydmiak", "place") == ["Nysa"]
    assert desk.cluster("Klaster MgłaNet").names == ("Klaster MgłaNet",)


def test_what_one_document_means_by_a_name_can_be_another_cluster(desk: Desk) -> None:
    desk.add("a.txt", ZORKANIT)
    document = desk.add("b.txt", "Klaster Zorkanit działa, siedziba: Nysa.")
    cluster = desk.cluster("Klaster Zorkanit")
    matter = OnNames(
        names=("Klaster Zorkanit",), others=cluster.names, to="Klaster Zorkanit Nysa", document=document
    )
    decision = desk.store.review.name("moved", cluster, matter, by=BY)

    assert desk.values("Klaster Zorkanit", "place") == ["Opole"]
    assert desk.values("Klaster Zorkanit Nysa", "place") == ["Nysa"]
    desk.undo(decision)
    assert set(desk.values("Klaster Zorkanit", "place")) == {"Opole", "Nysa"}


def test_a_cluster_is_shown_by_the_name_chosen_under_the_same_id(desk: Desk) -> None:
    desk.add("a.txt", ZORKANIT)
    desk.call("Klaster Zorkanit", "Opolski Klaster Zorkanit")

    (cluster,) = desk.register.clusters
    assert (cluster.id, cluster.name, cluster.aliases) == (
        "zorkanit",
        "Opolski Klaster Zorkanit",
        ("Klaster Zorkanit",),
    )
    assert [one.clusters for one in desk.register.named("Opolski Klaster Zorkanit")] == [("zorkanit",)]


def test_a_cluster_is_shown_by_another_of_its_own_names(desk: Desk) -> None:
    desk.add("a.txt", ZORKANIT)
    desk.add("b.txt", WYDMIAK)
    desk.join("Klaster Zorkanit", "Klaster Wydmiak")
    desk.call("Klaster Zorkanit", "Klaster Wydmiak")

    (cluster,) = desk.register.clusters
    assert cluster.names == ("Klaster Wydmiak", "Klaster Zorkanit")


def test_a_fact_added_to_a_cluster_with_a_chosen_name_is_that_cluster_s(desk: Desk) -> None:
    desk.add("a.txt", ZORKANIT)
    document = desk.add("b.txt", "Prezesem jest Lena Wałach.")
    desk.call("Klaster Zorkanit", "Zupełnie Inna Dolina")
    desk.state("Zupełnie Inna Dolina", Told("person", "Lena Wałach"), document=document, quote="Lena Wałach")

    assert desk.names() == ["Zupełnie Inna Dolina"]


def test_what_is_no_cluster_is_none(desk: Desk) -> None:
    desk.add("a.txt", ZORKANIT, WYDMIAK)
    cluster = desk.cluster("Klaster Wydmiak")
    decision = desk.store.review.name("dismissed", cluster, OnNames(cluster.names), by=BY)

    assert desk.names() == ["Klaster Zorkanit"]
    desk.undo(decision)
    assert desk.names() == ["Klaster Zorkanit", "Klaster Wydmiak"]


def test_joining_three_by_twos_gives_one_in_any_order(desk: Desk) -> None:
    desk.add("a.txt", ZORKANIT, WYDMIAK, THIRD)
    first = desk.join("Klaster Zorkanit", "Klaster Wydmiak")
    second = desk.join("Klaster Wydmiak", "Klaster Torfowisko")
    (one,) = desk.register.clusters
    desk.undo(first)
    desk.undo(second)
    desk.join("Klaster Wydmiak", "Klaster Torfowisko")
    desk.join("Klaster Zorkanit", "Klaster Wydmiak")

    assert desk.register.clusters == (one,)


def test_names_decided_hold_when_the_documents_are_read_again(desk: Desk) -> None:
    desk.add("a.txt", ZORKANIT)
    desk.add("b.txt", WYDMIAK)
    desk.join("Klaster Zorkanit", "Klaster Wydmiak")
    desk.read_again()
    desk.add("a.txt", THIRD, ZORKANIT)

    assert len(desk.names()) == 2
    assert "Klaster Zorkanit" in desk.cluster("Klaster Wydmiak").names
