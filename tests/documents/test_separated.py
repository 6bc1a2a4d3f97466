"""Lines of values as a spreadsheet is saved."""

import pytest

from documents.read import read_document


def rows(text: str) -> list[str]:
    document = read_document("a.txt", text.encode())
    return [document.quote(one.span) for passage in document.passages for one in passage.sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Nazwa;Miasto;Rok\nKlaster Sum;Iława;2012\nKlaster Lin;Ełk;2015\nKlaster Jaź;Piła;2016\n",
        "Nazwa,Miasto,Rok\nKlaster Sum,Iława,2012\nKlaster Lin,Ełk,2015\nKlaster Jaź,Piła,2016\n",
        "Wykaz\nNazwa; Miasto; Rok\nKlaster Sum; Iława; 2012\nKlaster Lin; Ełk; 2015\n"
        "Klaster Jaź; Piła; 2016\n",
    ],
)
def test_values_parted_by_one_sign_are_rows_of_a_table(text: str) -> None:
    assert rows(text)[-3:] == [
        "Klaster Sum | Iława | 2012",
        "Klaster Lin | Ełk | 2015",
        "Klaster Jaź | Piła | 2016",
    ]


def test_a_value_in_quotation_marks_may_hold_the_sign() -> None:
    text = 'name,seat,fields\nPike Cluster,Hull,"boats, nets"\nRoach Cluster,Cork,bait\n'

    assert "Pike Cluster | Hull | boats, nets" in rows(text)


@pytest.mark.parametrize(
    "text",
    [
        "Zapraszamy do Iławy, Ełku, Piły\ni Gdyni, Sopotu, Helu\noraz Pucka, Redy, Rumi.\n",
        "Pierwszy; drugi; trzeci: to jest lista.\n\nCzwarty; piąty; szósty.\n",
        "Rok 2012;a;b\nc;d;e\nf;g;h\n",
    ],
)
def test_prose_with_as_many_commas_stays_prose(text: str) -> None:
    assert not any(" | " in row for row in rows(text))


def test_an_abbreviation_heads_a_column_as_a_word_does() -> None:
    text = "Lp. | Klaster | Siedziba\n1 | Klaster Sum | Iława\n2 | Klaster Lin | Ełk\n"
    document = read_document("a.txt", text.encode())
    leads = [one.lead and document.quote(one.lead) for p in document.passages for one in p.sentences]

    assert leads == [None, "Lp. | Klaster | Siedziba", "Lp. | Klaster | Siedziba"]


@pytest.mark.parametrize("sign", ["\t", " / "])
def test_columns_parted_by_tabs_or_strokes_keep_their_empty_cells(sign: str) -> None:
    lines = [
        ["klaster", "rok zał.", "osoba", "firmy"],
        ["Sum", "2012", "", "31"],
        ["Lin", "", "Jan Maj", "9"],
    ]
    text = "Teleadresy\n\n" + "\n".join(sign.join(line) for line in lines) + "\n"

    assert rows(text)[-2:] == ["Sum | 2012 | – | 31", "Lin | – | Jan Maj | 9"]


def test_a_first_row_like_the_others_is_no_head() -> None:
    entries = [
        "Klaster Sum / Fundacja Wir / Iława",
        "Klaster Lin / Fundacja Nurt / Ełk",
        "Klaster Jaź / Izba / Piła",
    ]
    text = "\n".join(["Sieci", "", *entries, ""])

    assert "|" not in "".join(rows(text))
