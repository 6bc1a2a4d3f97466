"""What a document calls itself: in its title, in its addresses, and without a name, "a cluster run by …"."""

import pytest

from tests.index.extraction.reading import read

FULL = "Łódzki Klaster Dzianin"


@pytest.mark.parametrize(
    "text",
    [
        f"# Kądziel | {FULL}\n\nPiszcie: hej@kadziel.example\n",
        f"# Kądziel w 2025 roku\n\n### raport roczny: {FULL}\n\nKontakt: biuro@kadziel.example\n",
        f"# Kądziel: kim jesteśmy\n\n{FULL} działa od 2011 roku. Strona: www.kadziel.example\n",
        f"# Texnova | {FULL}\n\nDziałamy od 2011 roku.\n",
    ],
)
def test_the_short_name_of_a_title_is_its_cluster_s(text: str) -> None:
    names = read(text, "a.md").names(FULL)

    assert "Kądziel" in names or "Texnova" in names


@pytest.mark.parametrize(
    "text",
    [
        f"# Kontakt | {FULL}\n\nPiszcie: biuro@kadziel.example\n",
        f"# Aktualności – {FULL}\n\nPiszcie: biuro@kadziel.example\n",
        f"# Raport roczny\n\n{FULL} działa. Piszcie: biuro@gmail.com\n",
        f"# Fundacja Kądziel | {FULL}\n\nPiszcie: biuro@kadziel.example\n",
    ],
)
def test_what_a_page_is_of_and_who_keeps_it_are_no_names_of_a_cluster(text: str) -> None:
    assert list(read(text, "a.md").names(FULL)) == [FULL]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "PIXEL HARBOUR\ndeck, spring 2026\n\nNot a fund.\n\nA cluster run by the Game Guild\n",
            "Pixel Harbour",
        ),
        ("TOROWA BRAMA\n\nJesteśmy klastrem firm kolejowych z Bydgoszczy.\n\n54 członków\n", "Torowa Brama"),
        (
            "TIMBER\nGROUP OF MAZURY\n(Mazurska Grupa Drewna)\n\na business cluster since 2006\n",
            "Timber Group of Mazury",
        ),
    ],
)
def test_a_deck_that_says_to_be_of_a_cluster_is_of_the_name_at_its_top(text: str, name: str) -> None:
    found = read(text)

    assert name.casefold() in {
        one.text.casefold() for s in found.extract.subjects if s.sure for one in s.names
    }


def test_a_deck_about_clusters_is_of_none() -> None:
    text = "POLITYKA REGIONU\n\nA cluster is a group of firms.\n\nKlastry to grupy firm.\n"

    assert read(text).clusters == []


def test_a_paragraph_may_name_a_cluster_before_it_says_so() -> None:
    text = (
        "Wpis na blogu\n\nNajpierw znalazłem stronę, na której są Skrzydlate Pomorze. Mili ludzie z Gdańska. "
        "Klastrem opiekuje się Gdańskie Towarzystwo Lotnicze.\n\nPotem trafiłem na Klaster Turkawka.\n"
    )

    assert ("Skrzydlate Pomorze", "Gdańskie Towarzystwo Lotnicze") in read(text).told("coordinator")


def test_an_address_may_have_the_word_beside_the_name() -> None:
    text = (
        "ODBLASK\n\nSilesian Glass Cluster\n\nOdblask has 40 members. We make glass.\n\n"
        "Write to office@odblask-cluster.example\n"
    )

    assert read(text).names("Silesian Glass Cluster").keys() == {"Silesian Glass Cluster", "Odblask"}


def test_the_title_of_a_newsletter_is_no_clusters_name_whatever_its_address() -> None:
    text = (
        "HARBOUR BRIEFING // weekly // 16 November 2026\n\nThe Larkspur Cluster has 29 members.\n\n"
        "Unsubscribe: stop@harbour.example\n"
    )

    assert read(text, "t.txt").names("Larkspur Cluster").keys() == {"Larkspur Cluster"}
