"""Whose a way to reach somebody is, and what those lead who lead something."""

import pytest

from tests.index.extraction.reading import read

TWO = "Klaster Turkawka powstał w Pile.\n\nKlaster Dachowy działa w Pisku.\n\nNagrody wręczono w maju.\n\n"
OWN = "# Klaster Turkawka\n\nKlaster Turkawka działa od 2010 roku.\n\n"


@pytest.mark.parametrize(
    "line",
    [
        "Zapytania: konferencja@izba.example",
        "Questions? help@project.example",
        "Kontakt dla mediów: Anna Nowak, rzeczniczka, tel. 22 555 10 20",
    ],
)
def test_contacts_at_the_end_of_a_text_about_several_are_of_none(line: str) -> None:
    found = read(f"{TWO}{line}\n")

    assert not found.values("email") + found.values("phone") + found.values("person")


def test_contacts_go_on_in_the_paragraph_or_the_card_of_a_cluster() -> None:
    found = read(
        "Klaster Turkawka powstał w Pile. Telefon do biura: 67 555 10 20.\n\n"
        "Klaster Dachowy działa w Pisku.\n\nKoordynator: Izba Dachów\n\nE-mail: biuro@dachy.example\n"
    )

    assert found.told("phone") == [("Klaster Turkawka", "+48675551020")]
    assert found.told("email") == [("Klaster Dachowy", "biuro@dachy.example")]


def test_contacts_of_who_made_the_page_or_holds_the_fair_are_not_the_clusters() -> None:
    found = read(
        f"{OWN}Biuro: biuro@turkawka.example\n\nWykonanie: Studio Kot, studio@kot.example\n\n"
        "Organizator: Agencja Targowa, targi@agencja.example\n"
    )

    assert found.values("email") == ["biuro@turkawka.example"]


def test_a_portal_at_the_top_is_no_clusters_website() -> None:
    assert not read("pilskie-sprawy.example – wiadomości\n\nKlaster Turkawka rośnie.\n").values("website")


@pytest.mark.parametrize(
    "text",
    [
        "## Projekty\n\n- Suchy Strop – pilotaż. Lider: Politechnika Pilska\n",
        "Projekt „Suchy Strop” trwa do 2027 roku. Lider: Politechnika Pilska.\n",
        "## EU projects\n\nDRY BEAM (2024–2027) – kilns; coordinator: Bergen Wood Hub\n",
        "## Working groups\n\nBoards (leader: Anna Nowak) / Export (leader: Jan Mak)\n",
    ],
)
def test_who_leads_a_project_or_a_group_leads_no_cluster(text: str) -> None:
    found = read(OWN + text)

    assert not found.values("coordinator") + found.values("person")


def test_a_clusters_leader_is_told_among_projects_too() -> None:
    found = read(f"{OWN}## Projekty\n\nLider klastra: Fundacja Strop\n")

    assert found.values("coordinator") == ["Fundacja Strop"]


def test_a_bare_address_behind_other_contacts_is_the_clusters() -> None:
    found = read(f"{OWN}tel. 67 555 10 20\n\nwww.pilskie-ptaki.example\n")

    assert found.values("website") == ["www.pilskie-ptaki.example"]


def test_who_made_the_page_is_no_cluster_whatever_its_name() -> None:
    found = read(
        "# Larkspur Cluster\n\nThe Larkspur Cluster unites 40 firms.\n\n"
        "Site by WebCraft Studio, Poznań, info@webcraft.example\n"
    )

    assert found.told("email") == []


@pytest.mark.parametrize(
    "text",
    [
        "Tekst: Anna Nowak, a.nowak@kurier-larkspur.example",
        "Reklama: tel. 13 555 90 90",
        "Advertising: ads@larkspur-times.example",
    ],
)
def test_a_newspapers_contacts_are_its_own_whatever_the_clusters_address(text: str) -> None:
    found = read(
        "# Wybory\n\nKlaster Ogrodniczy Larkspur zrzesza 40 firm. Więcej na www.klasterlarkspur.example.\n\n"
        + text
    )

    assert found.values("email") + found.values("phone") + found.values("person") == []
