"""Markdown read without its markup."""

from datetime import date

from documents.model import Document
from documents.read import read_document
from documents.readers.markdown import read

_TEXT = """---
title: Klaster Drzewny
date: 2023-05-04
source: https://drewno.example/o-nas
lang: pl
---
# Klaster Drzewny

Klaster **zrzesza** `20` firm, zob. [stronę *klastra*](https://x.example).
Ma też szkołę.

## Członkowie

Do końca 2027 r. są nimi:

1. Tartak A
2. Tartak B
   - filia w Pile

| Klaster | Status |
|---------|--------|
| Drzewny | 2027   |

> Rąbiemy razem. Osobno tylko heblujemy.

Wierzbowa 3\\
tel. 67 111 22 33
"""


def _read(text: str) -> Document:
    return read_document("a.md", text.encode())


def _sentences(document: Document) -> list[str]:
    return [document.quote(one.span) for passage in document.passages for one in passage.sentences]


def test_front_matter_tells_of_the_text() -> None:
    document = _read(_TEXT)

    assert (document.title, document.date, document.language) == ("Klaster Drzewny", date(2023, 5, 4), "pl")
    assert document.address == "https://drewno.example/o-nas"


def test_markup_is_left_out_and_nothing_else() -> None:
    assert _sentences(_read(_TEXT)) == [
        "Klaster zrzesza 20 firm, zob. stronę klastra.",
        "Ma też szkołę.",
        "Do końca 2027 r. są nimi:",
        "Tartak A",
        "Tartak B",
        "filia w Pile",
        "Klaster | Status",
        "Drzewny | 2027",
        "Rąbiemy razem.",
        "Osobno tylko heblujemy.",
        "Wierzbowa 3",
        "tel. 67 111 22 33",
    ]


def test_items_and_rows_keep_what_introduces_them() -> None:
    document = _read(_TEXT)
    leads = {
        document.quote(one.span): document.quote(one.lead)
        for passage in document.passages
        for one in passage.sentences
        if one.lead
    }

    assert leads["Tartak A"] == "Do końca 2027 r. są nimi:"
    assert leads["filia w Pile"] == "Tartak B"
    assert leads["Drzewny | 2027"] == "Klaster | Status"


def test_the_first_heading_is_the_title_where_nothing_else_tells() -> None:
    assert _read("# Klaster Ech\n\nBada echo.").title == "Klaster Ech"


def test_a_rule_at_the_beginning_is_no_front_matter() -> None:
    assert _sentences(_read("---\n\nKlaster: Ech bada echo.\n")) == ["Klaster: Ech bada echo."]


def test_a_source_line_gives_the_address_and_goes() -> None:
    document = _read("# Ech\n\nŹródło: <https://echo.example/a>\n\nBada echo.\n")

    assert document.address == "https://echo.example/a"
    assert _sentences(document) == ["Bada echo."]


def test_lines_of_a_paragraph_that_open_in_bold_are_labels_with_their_values() -> None:
    text = "**Country** Poland\n**City:** Krosno\n**Members** 105\n*About:* It unites glassworks.\n"

    document = read_document("x.md", text.encode())

    assert document.text.split("\n") == [
        "Country: Poland",
        "City: Krosno",
        "Members: 105",
        "About: It unites glassworks.",
    ]


def test_a_bold_word_that_opens_a_wrapped_line_breaks_no_sentence() -> None:
    text = "The cluster unites\n**Krosno** glassworks and\nothers.\n"

    document = read_document("x.md", text.encode())

    assert document.text == "The cluster unites Krosno glassworks and others."


def test_front_matter_tells_authors_and_the_last_change() -> None:
    front = "authors:\n  - Anna Miller\n  - Jan Żarna\ndate: 2031-02-03\nlastmod: 2032-04-05"
    text = f"---\n{front}\n---\nText."

    reading = read_document("a.md", text.encode())

    assert reading.authors == ("Anna Miller", "Jan Żarna")
    assert (str(reading.date), str(reading.modified)) == ("2031-02-03", "2032-04-05")


def test_a_list_of_tags_names_no_authors() -> None:
    text = "---\nauthor: admin\ntags:\n  - Anna Miller\n---\nText."

    assert read_document("a.md", text.encode()).authors == ()


def test_a_note_stands_behind_what_calls_it_and_its_call_is_no_part_of_the_sentence() -> None:
    text = (
        "Forty millers[^1] grind.[^where]\n\nThey bake[^none] too.\n\n| Mill | Staff |\n|---|---|\n"
        "| Old | 7[^1] |\n| New | 9[^new] |\n\n"
        "[^1]: As of *May*.\n[^where]: In the\n    north.\n[^new]: A guess.\n"
    )

    assert [(block.kind, block.text) for block in read("a.md", text.encode()).blocks] == [
        ("paragraph", "Forty millers grind."),
        ("note", "As of May."),
        ("note", "In the north."),
        ("paragraph", "They bake[^none] too."),
        ("head", "Mill | Staff"),
        ("row", "Old | 7"),
        ("row", "New | 9"),
        ("note", "A guess."),
    ]


def test_a_note_that_nothing_calls_is_read_where_it_stands() -> None:
    assert "Forgotten." in read("a.md", b"Millers grind.\n\n[^1]: Forgotten. Not called.").blocks[-1].text


def test_short_lines_of_a_paragraph_stay_lines_and_wrapped_ones_are_joined() -> None:
    wrapped = "The cluster was founded by nine yards on the lake and grew from year to year,\nwith a School."
    text = f"{wrapped}\n\n**B-2 · OAK CLUSTER**\nSeat: Hull\nCoordinator: Oak Foundation\n"
    told = read_document("a.md", text.encode()).text.split("\n")

    assert wrapped.replace("\n", " ") in told
    assert {"B-2 · OAK CLUSTER", "Seat: Hull", "Coordinator: Oak Foundation"} <= set(told)


def test_a_paragraph_wrapped_at_one_width_is_whole_whatever_its_lines_begin_with() -> None:
    wrapped = (
        "The work of the cluster of wicker and reed furniture is led by the\n"
        "Baltic Foundation, and its strategy was written in spring. It unites\n"
        "48 firms of the coast.\n"
    )

    told = _sentences(
        _read(f"# A title that is a good deal longer than any line of what it heads, by far\n\n{wrapped}")
    )

    assert "is led by the Baltic Foundation" in told[0]
    assert told[1] == "It unites 48 firms of the coast."
