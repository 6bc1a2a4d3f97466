"""Lists quoted whole."""

import pytest

from assistant.answers.listing import list_answer
from tests.assistant.shelf import Shelf

EAST = ["Klaster Lniana Nić", "Klaster Dębowa Beczka", "Klaster Srebrny Pszczelarz", "Klaster Piaskowa Wydma"]
QUESTION = "Które klastry mają status klastra wschodniego do 2029 roku?"


@pytest.mark.parametrize("chosen", ["Status klastra wschodniego do 12 maja", "Srebrny", "Lniana"])
def test_complaint_6_a_list_is_given_whole_and_in_its_order(library: Shelf, chosen: str) -> None:
    answer = list_answer(library.material(QUESTION, chosen))

    assert answer is not None
    assert [item.name for item in answer.items] == EAST


def test_complaint_6_a_list_longer_than_what_search_finds_is_given_whole(shelf: Shelf) -> None:
    names = [f"Klaster Numer {n} z Doliny" for n in range(1, 61)]
    items = "\n".join(f"- {name}" for name in names)
    shelf.add("a.md", f"# Wykaz\n\nStatus północny mają klastry:\n\n{items}\n")

    answer = list_answer(shelf.material("Które klastry mają status północny?", "Status północny"))
    assert answer is not None
    assert [item.name for item in answer.items] == names


def test_the_other_list_of_the_document_stays_out(library: Shelf) -> None:
    answer = list_answer(library.material("Które klastry mają status wschodni do 2026 roku?", "3 lutego"))

    assert answer is not None
    assert [item.name for item in answer.items] == ["Klaster Wiklinowy Most", "Klaster Ceglany Łuk"]


def test_the_line_above_the_list_is_quoted_with_its_date(library: Shelf) -> None:
    answer = list_answer(library.material(QUESTION, "12 maja"))

    assert answer is not None
    (head,) = answer.statements
    assert head.quote == "Status klastra wschodniego do 12 maja 2029 roku mają:"
    assert [head.quote[mark.start : mark.end] for mark in head.marks] == ["12 maja 2029"]


def test_every_item_is_cited_where_it_stands(library: Shelf) -> None:
    answer = list_answer(library.material(QUESTION, "12 maja"))

    assert answer is not None
    quotes = {one.number: one.quote for one in answer.citations}
    assert [[quotes[n] for n in item.citations] for item in answer.items] == [[name] for name in EAST]


def test_how_many_there_are_in_the_library_is_not_claimed(library: Shelf) -> None:
    answer = list_answer(library.material(QUESTION, "12 maja"))

    assert answer is not None
    assert answer.coverage is None
    assert answer.notes == ("Wykaz podany w dokumencie w całości, w jego kolejności: 4.",)


TABLE = """# Wykaz

| Klaster | Siedziba | Od roku |
|---|---|---|
| Lniana Nić | Żyrardów | 2012 |
| Mgła | Ustka | 2016 |
| Wydma | Łeba | 2016 |
"""


def test_rows_of_a_table_are_items_with_their_cells_as_details(shelf: Shelf) -> None:
    shelf.add("a.md", TABLE)

    answer = list_answer(shelf.material("Jakie klastry mają jaką siedzibę?", "Mgła"))
    assert answer is not None
    assert [item.name for item in answer.items] == ["Lniana Nić", "Mgła", "Wydma"]
    assert answer.items[0].details == {"Siedziba": "Żyrardów", "Od roku": "2012"}


def test_of_a_table_only_the_rows_that_are_asked_for_are_items(shelf: Shelf) -> None:
    shelf.add("a.md", TABLE)

    answer = list_answer(shelf.material("Które klastry mają siedzibę od 2016 roku?", "Mgła"))
    assert answer is not None
    assert [item.name for item in answer.items] == ["Mgła", "Wydma"]


def test_of_a_table_only_the_rows_of_those_named_are_items(shelf: Shelf) -> None:
    shelf.add("a.md", TABLE.replace("Łeba", "Ustka"))

    answer = list_answer(shelf.material("Które klastry mają siedzibę w Ustce?", "Mgła"))
    assert answer is not None
    assert [item.name for item in answer.items] == ["Mgła", "Wydma"]


def test_where_one_row_is_asked_for_by_name_there_is_no_list(shelf: Shelf) -> None:
    shelf.add("a.md", TABLE)

    assert list_answer(shelf.material("Jakie miejsce ma klaster Lniana Nić?", "Lniana")) is None
    assert list_answer(shelf.material("Jakie siedziby podaje Wykaz Ministerstwa?", "Lniana")) is not None


SLIDES = """# Klaster Ster

## Członkowie ({first})

Firmy klastra Ster:

- Stocznia Alfa
- Stocznia Beta

## {second}

Firmy klastra Ster:

- Stocznia Gamma
- Stocznia Delta
"""


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [("1/2", "Członkowie (2/2)", 4), ("1 z 2", "Członkowie cd.", 4), ("1/2", "Dawni", 2)],
)
def test_a_list_that_goes_on_under_the_next_part_of_its_heading_is_one_list(
    shelf: Shelf, first: str, second: str, count: int
) -> None:
    shelf.add("a.md", SLIDES.format(first=first, second=second))

    answer = list_answer(shelf.material("Jakie firmy należą do klastra Ster?", "Alfa"))
    assert answer is not None
    assert len(answer.items) == count


def test_where_one_thing_is_asked_for_no_list_is_given(library: Shelf) -> None:
    assert list_answer(library.material("Do kiedy Lniana Nić ma status?", "12 maja")) is None


def test_a_sentence_that_introduces_nothing_gives_no_list(library: Shelf) -> None:
    assert list_answer(library.material("Jakie firmy skupia Bursztynowy Ster?", "Skupia 48")) is None


def test_an_item_under_a_line_about_something_else_gives_no_list(shelf: Shelf) -> None:
    shelf.add("a.md", "# Różne\n\nPogoda dopisała:\n\n- Klastry żeglarskie buduje stal\n- Deszcz nie padał\n")

    material = shelf.material("Jakie klastry żeglarskie buduje stal?", "żeglarskie")
    assert list_answer(material) is None


def test_a_line_above_a_single_item_gives_no_list(shelf: Shelf) -> None:
    shelf.add("a.md", "# Wykaz\n\nStatus północny mają klastry:\n\n- Klaster Lniana Nić\n\nTyle.\n")

    assert list_answer(shelf.material("Które klastry mają status północny?", "Status północny")) is None


def test_where_nothing_answers_there_is_no_list(library: Shelf) -> None:
    assert list_answer(library.material(QUESTION, sure=False)) is None


GRANTS = """# Fundusz Zatoki

Kto może dostać dotację:

- koordynator klastra, który działa od trzech lat
- konsorcjum dwóch firm i uczelni
- gmina, która użyczy placu

## Program dnia

Kto wystąpi, podamy w maju. Czekają nas:

- zwiedzanie hali
- kolacja nad wodą
"""


def test_those_who_may_are_told_by_the_list_below_words_that_ask_the_same(shelf: Shelf) -> None:
    shelf.add("fundusz.md", GRANTS)

    answer = list_answer(shelf.material("Kto może dostać dotację z Funduszu Zatoki?", "Kto może"))
    assert answer is not None
    assert [item.name.split()[0] for item in answer.items] == ["koordynator", "konsorcjum", "gmina,"]


def test_who_somebody_is_no_list_of_things_to_do_tells(shelf: Shelf) -> None:
    shelf.add("fundusz.md", GRANTS)

    assert list_answer(shelf.material("Kto wystąpi na kolacji z Funduszu Zatoki?", "Kto wystąpi")) is None
