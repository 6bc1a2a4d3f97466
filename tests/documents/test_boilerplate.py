"""What stands around an article in a text saved from a page."""

from datetime import date

import pytest

from documents.boilerplate import beside_menu, menu_lines
from documents.model import Document
from documents.read import read_document


def _read(text: str) -> Document:
    return read_document("a.txt", text.encode())


_PAGE = """[Akceptuję](#)

Używamy plików cookies. Korzystanie z witryny bez zmiany ustawień oznacza zgodę na ich użycie.

[Portal](#) [Informacje](#) [Katalog firm](#) [Praca](#)
[Kontakt](#)

[Strona główna](#) > [Start](#)

Powstał Klaster Mgły

Umowę podpisało w Mglinie osiemnaście firm i dwie uczelnie, a koordynatorem został Instytut Mgły.

Członkowie klastra to:

- [Parownik S.A.](https://parownik.example)
- [Chmura sp. z o.o.](https://chmura.example)

tel. 81 123 45 67

<https://mgla.example/11.html>

Informacje dnia: [Deszcz podrożał o jedną trzecią](#) [Wiatr się przyznał](#) [Deszcz podrożał](#)

Partnerzy"""


def test_the_page_around_an_article_goes_and_its_linked_list_and_telephone_stay() -> None:
    document = _read(_PAGE)

    told = [document.quote(one.span) for passage in document.passages for one in passage.sentences]
    assert told == [
        "Umowę podpisało w Mglinie osiemnaście firm i dwie uczelnie, a koordynatorem został Instytut Mgły.",
        "Członkowie klastra to:",
        "Parownik S.A.",
        "Chmura sp. z o.o.",
        "tel. 81 123 45 67",
    ]
    assert document.title == "Powstał Klaster Mgły"
    assert document.address == "https://mgla.example/11.html"


def test_what_was_cut_is_kept_aside() -> None:
    cut = "\n".join(_read(_PAGE).cut)

    assert all(
        part in cut
        for part in (
            "cookies",
            "Katalog firm",
            "Informacje dnia",
            "Partnerzy",
            "https://mgla.example/11.html",
        )
    )


def test_a_menu_without_links_goes_too() -> None:
    document = _read(
        "Strona główna\nO nas\nAktualności\nProjekty\nKontakt\n\nKlaster "
        "Latawców\n\nOpublikowano: 3 lutego 2023\n\n"
        "Klaster Latawców zrzesza firmy z całego regionu i ma własny tunel aerodynamiczny w Wiatrowie.\n\n"
        "© 2023 Klaster Latawców. Wszelkie prawa zastrzeżone.\n"
    )

    assert document.text.startswith("Klaster Latawców\n\nKlaster Latawców zrzesza")
    assert document.date == date(2023, 2, 3)
    assert "©" not in document.text


def test_a_page_of_links_alone_keeps_them() -> None:
    assert "Klaster Ech" in _read("[Klaster Ech](/1)\n\n[Klaster Sań](/2)\n").text


def test_an_article_about_cookies_the_biscuits_stays() -> None:
    text = "Klaster Piekarzy z Kruchego piecze ciasteczka od 1998 r. i sprzedaje je w całym regionie."

    assert _read(text).text == text


@pytest.mark.parametrize(
    "line",
    [
        "Start   O klastrze   Członkostwo   Basen   Galeria   Kontakt",
        "Home | About us | Our work | News | Join us",
        "O nas · Laboratoria · Projekty · Dołącz · Kontakt",
    ],
)
def test_a_row_of_entries_is_a_menu(line: str) -> None:
    assert menu_lines(["Klaster Sum", line, "", "Klaster Sum łączy 30 firm."]) == {1}


@pytest.mark.parametrize(
    "lines",
    [
        ["Klaster | Siedziba | Projekty | Kontakt", "Sum | Iława | Sieć | 89 555 10 10"],
        ["Huta Sum, Huta Lin, Huta Jaź, Huta Okoń"],
        ["Anna Lis   Jan Żak   Ewa Kos   Ola Ryś"],
    ],
)
def test_a_head_over_rows_and_names_in_a_row_are_no_menu(lines: list[str]) -> None:
    assert not menu_lines(lines)


def test_the_name_of_the_site_beside_a_menu_is_kept() -> None:
    assert beside_menu("Lin Cluster          Home | News | Contact | FAQ") == "Lin Cluster"
    assert beside_menu("Home          News          Contact          FAQ") == ""
