"""Rows of tables whose empty cells were left out."""

from tests.index.extraction.reading import read

HEADS = "Klaster | Miasto | Rok zał. | Koordynator | Osoba | Telefon | E-mail | Członkowie\n"
WHOLE = (
    "Klaster Dachowy | Pisz | 2014 | Piska Izba Dachów | Anna Lis | 87 555 81 90 | dach@izba.example | 31\n"
    "Klaster Kotwica | Gdynia | 2011 | Fundacja Kotwica | Jan Mak | 58 555 11 22 | bk@kotwica.example | 44\n"
)


def test_a_row_without_its_empty_cells_is_read_under_the_heads_that_fit() -> None:
    found = read(f"{HEADS}{WHOLE}Klaster Serowy | Mrągowo | 2010 | Izba Serów | Ewa Sum | 57\n", "x.txt")

    assert ("Klaster Serowy", "57") in found.told("members")
    assert ("Klaster Serowy", "Ewa Sum") in found.told("person")
    assert ("Klaster Serowy", "Izba Serów") in found.told("coordinator")


def test_a_cell_that_fits_two_columns_is_put_under_neither() -> None:
    found = read(
        "Klaster | Koordynator | Reprezentant | Członkowie\n"
        "Klaster Dachowy | Izba Dachów | Fundacja Strop | 12\nKlaster Kotwica | Fundacja Kotwica | 44\n"
        "Klaster Serowy | Izba Serów | Fundacja Ser | 9\n",
        "x.txt",
    )

    assert [name for name, _ in found.told("coordinator")] == ["Klaster Dachowy", "Klaster Serowy"]


def test_a_head_that_ends_in_an_abbreviation_is_a_head() -> None:
    found = read(HEADS + WHOLE, "x.txt")

    assert found.told("founded") == [("Klaster Dachowy", "2014"), ("Klaster Kotwica", "2011")]
