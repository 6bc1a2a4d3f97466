"""Labels that stand on a line of their own."""

import pytest

from tests.index.extraction.reading import read

PLAIN = "Klaster Turkawka\nKoordynator\nFundacja Pliszka\nLiczba członków\n61\nRok powstania\n2012\n"
COLONS = "Klaster Turkawka\nKoordynator:\nFundacja Pliszka\nLiczba członków:\n61\nRok powstania:\n2012\n"
PARTED = (
    "Klaster Turkawka\n\nPodmiot zarządzający\nFundacja Pliszka\n\nUczestnicy\n61\n\nDziała od roku\n2012\n"
)


@pytest.mark.parametrize("text", [PLAIN, COLONS, PARTED])
def test_a_label_on_a_line_of_its_own_tells_what_the_next_line_is(text: str) -> None:
    found = read(text, file="karta.txt")

    assert found.values("coordinator") == ["Fundacja Pliszka"]
    assert found.values("members") == ["61"]
    assert found.values("founded") == ["2012"]


def test_an_english_card_is_read_so_too_with_the_label_in_what_is_cited() -> None:
    found = read(
        "Larkspur Cluster\nManaging organisation\nWagtail Foundation\nLocation\nPoznań\n", file="card.txt"
    )
    (claim,) = found.claims("coordinator")

    assert found.values("place") == ["Poznań"]
    assert found.document.quote(claim.span) == "Wagtail Foundation"
    assert [found.document.quote(span) for span in claim.scope][-1:] == ["Managing organisation"]


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Turkawka\nO nas\nCzłonkowie\nKoordynator\nPartnerzy\nKontakt\n\nKlaster Turkawka rośnie.\n",
        "Koordynator\nAktualności\nKlaster Turkawka zaprasza na targi.\n",
        "Klaster Turkawka\n61\nCzłonków\n12\nUczelni\n2014\nRok założenia\n",
    ],
)
def test_a_menu_or_a_number_above_its_label_is_no_such_card(text: str) -> None:
    found = read(text, file="karta.txt")

    assert found.values("coordinator") == []
    assert "2014" not in found.values("members")


@pytest.mark.parametrize(
    "text",
    [
        "a) Nazwa klastra (pełna)\nKlaster Turkawka\nb) Rok założenia\n2012\n"
        "c) Koordynator (nazwa i forma prawna)\nIzba Pliszek\n"
        "d) Projekty\nZIELEŃ; Huta Jutra\ne) Partnerzy\nKlaster Szpak\n",
        "1. Nazwa klastra:\nKlaster Turkawka\n2. Rok założenia:\n2012\n"
        "3. Koordynator klastra:\nIzba Pliszek\n"
        "4. Projekty:\nZIELEŃ, Huta Jutra\n5. Partnerzy:\nKlaster Szpak\n",
    ],
)
def test_a_form_is_answered_below_its_numbered_labels(text: str) -> None:
    found = read(text, "x.txt")

    assert found.told("founded") == [("Klaster Turkawka", "2012")]
    assert found.told("coordinator") == [("Klaster Turkawka", "Izba Pliszek")]
    assert found.told("project") == [("Klaster Turkawka", "ZIELEŃ"), ("Klaster Turkawka", "Huta Jutra")]
    assert ("Klaster Turkawka", "Klaster Szpak") in found.told("partner")
