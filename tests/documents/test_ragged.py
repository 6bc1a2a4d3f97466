"""Rows of tables drawn with bars that were torn, or lost what is merged with the cells above."""

from documents.read import read_document

HEADS = "Land | Person | Body |\n---|---|---|\n"


def rows(text: str) -> list[str]:
    document = read_document("a.txt", text.encode())
    return [document.quote(one.span) for passage in document.passages for one in passage.sentences]


def test_rows_that_begin_with_a_later_column_get_what_stands_above() -> None:
    text = (
        HEADS + "Austria | Hans Huber | Holzring Graz |\nEva Maier | Stahlkreis | |\n"
        "Latvia | Janis Ozols | Koka Tīkls |\nNorway | Kari Lie | Fjord Net |\nOle Moe | Havring | |\n"
    )
    assert rows(text)[1:] == [
        "Austria | Hans Huber | Holzring Graz",
        "Austria | Eva Maier | Stahlkreis",
        "Latvia | Janis Ozols | Koka Tīkls",
        "Norway | Kari Lie | Fjord Net",
        "Norway | Ole Moe | Havring",
    ]


def test_a_row_that_was_torn_into_lines_is_put_together() -> None:
    text = (
        HEADS
        + "Austria | Hans Huber | Holzring |\nLatvia |\nJanis Ozols | Koka Net |\n"
        + "Norway | Kari Lie | Fjord |\n"
    )
    assert "Latvia | Janis Ozols | Koka Net" in rows(text)


def test_cells_that_are_empty_at_a_rows_end_stay_so() -> None:
    text = (
        "Klaster | Rok | Telefon |\n---|---|---|\nKlaster Lin | 2012 | 22 111 |\nKlaster Sum | 2013 | |\n"
        "Klaster Jaź | 2014 | 22 112 |\nKlaster Leszcz | 2015 | 22 113 |\n"
    )
    assert "Klaster Sum | 2013 | –" in rows(text)
