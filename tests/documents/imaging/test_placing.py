"""Where on a page a quote is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.imaging.placing import Quote, boxes
from documents.imaging.words import Word
from documents.model import Box
from tests.documents.imaging.printed import set_words

_PAGE = [
    "Klaster Młynarzy Dolnych Błot powstał w 2003 roku z woli",
    "czterdziestu młynarzy i dwóch szkół. Biuro stoi nad kana-",
    "łem, w starym spichlerzu. Członkowie mielą i pieką razem.",
]


def _rounded(found: tuple[Box, ...]) -> list[tuple[float, ...]]:
    return [tuple(round(side, 3) for side in box) for box in found]


def _lines(found: tuple[Box, ...]) -> list[float]:
    return [round(box.top, 3) for box in found]


def test_a_quote_has_one_box_a_line_from_its_first_word_to_its_last() -> None:
    found = boxes(set_words(_PAGE), Quote("Biuro stoi nad kanałem, w starym spichlerzu."))

    assert _rounded(found) == [(0.47, 0.13, 0.67, 0.15), (0.1, 0.16, 0.35, 0.18)]


@pytest.mark.parametrize(
    "shown",
    [
        ["Klaster M\ufffdynarzy", "Dolnych B\ufffdot powsta\ufffd"],
        ["Klaster My narzy", "Dolnych Bot powsta"],
        ["K l a s t e r Młynarzy", "D o l n y c h Błot powstał"],
        ["KLASTER MŁYNARZY", "DOLNYCH BŁOT POWSTAŁ"],
        ["Klaster Mły\u00adnarzy", "Dolnych Błot powstał"],
        ["Klaster M\ue012ynarzy", "Dolnych B\ue012ot powsta\ue012"],
    ],
)
def test_letters_that_are_lost_torn_or_large_on_the_page_do_not_hide_a_quote(shown: list[str]) -> None:
    words = set_words([*shown, "w roku 2003 z woli czterdziestu młynarzy i dwóch szkół."])
    found = boxes(words, Quote("Klaster Młynarzy Dolnych Błot powstał"))

    assert _lines(found) == [0.1, 0.13]
    assert found[0].right == pytest.approx(max(word.box.right for word in words if word.box.top == 0.1))


def test_ligatures_and_marks_set_apart_are_letters() -> None:
    words = set_words(["The ofﬁce of the Łódz\u0301 cluster"])

    assert _rounded(boxes(words, Quote("office of the Łódź"))) == [(0.14, 0.1, 0.32, 0.12)]


def test_of_several_places_the_one_is_taken_that_stands_between_the_same_words() -> None:
    words = set_words(["Koordynator: Spichlerz.", "Partner: Spichlerz, od 2011.", "Sponsor: Spichlerz."])

    def line(before: str, after: str) -> list[float]:
        return _lines(boxes(words, Quote("Spichlerz", before, after)))

    assert line("Koordynator: ", ".\nPartner") == [0.1]
    assert line("Spichlerz.\nPartner: ", ", od 2011.") == [0.13]
    assert line("od 2011.\nSponsor: ", ".") == [0.16]


def test_a_short_quote_is_found_as_a_whole_word_only() -> None:
    words = set_words(["Porozumienie podpisano w 12003 egzemplarzach", "w roku 2003."])

    assert _lines(boxes(words, Quote("2003"))) == [0.13]


def test_a_row_is_found_though_the_page_holds_its_table_column_by_column() -> None:
    names = set_words(["Nazwa", "Dolina Wiatraków", "Dolina Młynów", "Kuźnia"])
    years = set_words(["Rok", "2003", "2011", "2003"], left=0.6)
    found = boxes([*names, *years], Quote("Kuźnia | 2003"))

    assert _rounded(found) == [(0.1, 0.19, 0.16, 0.21), (0.6, 0.19, 0.64, 0.21)]


def test_a_sentence_that_goes_on_in_another_column_is_found_in_both() -> None:
    first = set_words(["Klaster Młynarzy Dolnych Błot", "powstał w roku 2003 z woli"])
    aside = set_words(["Zapisz się do naszego biuletynu już dziś"], top=0.8)
    second = set_words(["czterdziestu młynarzy i dwóch", "szkół rolniczych z okolicy."], left=0.55)
    whole = "Klaster Młynarzy Dolnych Błot powstał w roku 2003 z woli czterdziestu młynarzy i dwóch szkół."
    found = boxes([*first, *aside, *second], Quote(whole))

    assert len(found) == 4
    assert all(box.top < 0.2 for box in found)


@pytest.mark.parametrize("quote", ["", " \n| ", "Zupełnie innych słów na tej stronie nie ma wcale.", "2004"])
def test_what_is_not_on_the_page_has_no_box(quote: str) -> None:
    assert boxes(set_words(_PAGE), Quote(quote)) == ()


def test_a_page_without_words_has_no_box() -> None:
    assert boxes([], Quote("Klaster")) == ()


def test_words_set_sideways_make_one_box() -> None:
    words = [
        Word("Klaster", Box(0.9, 0.5, 0.92, 0.62)),
        Word("Młynarzy", Box(0.9, 0.36, 0.92, 0.48)),
    ]

    assert _rounded(boxes(words, Quote("Klaster Młynarzy"))) == [(0.9, 0.36, 0.92, 0.62)]


_WORDS = st.lists(st.text("abcdeąęłó2", min_size=1, max_size=8), min_size=4, max_size=40)


@given(_WORDS, st.data())
def test_a_stretch_of_a_pages_words_is_always_found(texts: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(texts) - 3))
    end = data.draw(st.integers(start + 3, len(texts)))
    words = set_words([" ".join(texts[at : at + 6]) for at in range(0, len(texts), 6)])
    around = (" ".join(texts[:start]), " ".join(texts[end:]))
    found = boxes(words, Quote(" ".join(texts[start:end]), *around))

    assert found
    assert all(0 <= box.left < box.right <= 1 and 0 <= box.top < box.bottom <= 1 for box in found)


@given(st.lists(st.text(max_size=12), max_size=30), st.text(max_size=60), st.text(), st.text())
def test_any_words_and_any_quote_end_well(texts: list[str], quote: str, before: str, after: str) -> None:
    words = [Word(text, Box(0.1, 0.1, 0.2, 0.12)) for text in texts]

    assert isinstance(boxes(words, Quote(quote, before, after)), tuple)
