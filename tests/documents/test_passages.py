"""Documents put together out of blocks: whatever the blocks, every span is exact."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.assemble import assemble
from documents.errors import EmptyFileError
from documents.model import Block, BlockKind, Document, Format, Reading

_TEXT = st.text(alphabet="aąZŻ19 .!?:;•-–()„”", min_size=1, max_size=400).map(
    lambda text: " ".join(text.split()) or "x"
)
_KINDS: st.SearchStrategy[BlockKind] = st.sampled_from(
    ["title", "heading", "paragraph", "item", "row", "head", "note"]
)


@st.composite
def _readings(draw: st.DrawFn) -> Reading:
    paged = draw(st.booleans())
    pages = sorted(draw(st.lists(st.integers(1, 4), min_size=0, max_size=25)))
    blocks = tuple(
        Block(draw(_TEXT), draw(_KINDS), draw(st.integers(0, 3)), page if paged else None) for page in pages
    )
    return Reading((*blocks, Block("Ostatni akapit.", page=5 if paged else None)), pages=5 if paged else 1)


_FORMATS: st.SearchStrategy[Format] = st.sampled_from(["text", "pdf", "pptx"])


@given(_readings(), _FORMATS)
def test_passages_are_in_order_and_apart_and_each_lies_in_its_place(reading: Reading, kind: Format) -> None:
    document = assemble("a.txt", kind, reading)

    end = 0
    for passage in document.passages:
        place = document.places[passage.place]
        assert end <= passage.span.start < passage.span.end <= len(document.text)
        assert place.span.start <= passage.span.start
        assert passage.span.end <= place.span.end
        end = passage.span.end


@given(_readings(), _FORMATS)
def test_sentences_are_in_order_inside_their_passage_and_trimmed(reading: Reading, kind: Format) -> None:
    document = assemble("a.txt", kind, reading)

    for passage in document.passages:
        end = passage.span.start
        for sentence in passage.sentences:
            quote = document.quote(sentence.span)
            assert end <= sentence.span.start < sentence.span.end <= passage.span.end
            assert quote == quote.strip()
            end = sentence.span.end


@given(_readings())
def test_every_word_of_the_body_is_in_a_sentence_or_a_heading(reading: Reading) -> None:
    document = assemble("a.txt", "text", reading)
    covered = [sentence.span for passage in document.passages for sentence in passage.sentences]
    covered += [heading for passage in document.passages for heading in passage.headings]
    inside = [False] * len(document.text)
    for span in covered:
        inside[span.start : span.end] = [True] * (span.end - span.start)

    lost = "".join(one for one, kept in zip(document.text, inside, strict=True) if not kept)

    # Only the bullets and the numbers of items stand outside.
    assert not [word for word in lost.split() if len(word.strip("•().")) > 3]


@given(_readings())
def test_places_are_in_order_and_apart(reading: Reading) -> None:
    places = assemble("a.txt", "pdf", reading).places

    for before, after in pairwise(places):
        assert before.span.end <= after.span.start


def _document(*blocks: Block, kind: Format = "text") -> Document:
    return assemble("a.txt", kind, Reading(blocks))


def _leads(document: Document) -> dict[str, str]:
    return {
        document.quote(sentence.span): document.quote(sentence.lead)
        for passage in document.passages
        for sentence in passage.sentences
        if sentence.lead
    }


def test_each_item_keeps_the_line_that_introduces_its_list() -> None:
    document = _document(
        Block("Rada obradowała. Status do 31 grudnia 2027 r. mają:"),
        Block("Klaster A", "item"),
        Block("Klaster B", "item"),
    )

    assert _leads(document) == dict.fromkeys(["Klaster A", "Klaster B"], "Status do 31 grudnia 2027 r. mają:")


def test_a_list_cut_in_two_keeps_its_lead_in_both_parts() -> None:
    items = [Block(f"Klaster numer {number} " + "z bardzo długą nazwą " * 5, "item") for number in range(40)]
    document = _document(Block("Członkowie do końca roku:"), *items)

    assert len(document.passages) > 2
    assert set(_leads(document).values()) == {"Członkowie do końca roku:"}
    assert len(_leads(document)) == 40


def test_the_line_that_introduces_a_list_is_found_itself() -> None:
    document = _document(Block("Członkowie:"), Block("Klaster A", "item"))

    assert document.quote(document.passages[0].sentences[0].span) == "Członkowie:"


def test_an_inner_item_is_introduced_by_the_item_above() -> None:
    document = _document(
        Block("Działy:"), Block("Badania", "item"), Block("tunel", "item", 1), Block("Handel", "item")
    )

    assert _leads(document) == {"Badania": "Działy:", "tunel": "Badania", "Handel": "Działy:"}


def test_a_row_keeps_the_heads_of_its_columns() -> None:
    document = _document(Block("Klaster | Do", "head"), Block("A | 2027", "row"))

    assert _leads(document) == {"A | 2027": "Klaster | Do"}


def test_a_heading_straight_over_a_list_introduces_it() -> None:
    document = _document(Block("Nasze klastry", "heading", 2), Block("Klaster A", "item"))

    assert _leads(document) == {"Klaster A": "Nasze klastry"}


def test_a_paragraph_after_a_list_stands_outside_of_it() -> None:
    document = _document(
        Block("Runda:"), Block("A", "item"), Block("Potem odbył się bal."), Block("B", "item")
    )

    assert "Potem odbył się bal." not in _leads(document)


def test_a_line_over_several_lists_heads_them_all() -> None:
    document = _document(
        Block("Status ma 20 klastrów:"),
        Block("V runda:"),
        Block("A", "item"),
        Block("VI runda:"),
        Block("B", "item"),
        Block("Potem odbył się bal."),
    )
    headings = {
        document.quote(passage.span): [document.quote(heading) for heading in passage.headings]
        for passage in document.passages
    }

    assert ["Status ma 20 klastrów:"] in headings.values()
    assert headings["Potem odbył się bal."] == []


def test_no_passage_crosses_a_heading_or_a_page() -> None:
    document = _document(
        Block("Pierwszy", "heading", 1, 1),
        Block("Krótko.", page=1),
        Block("Drugi", "heading", 1, 1),
        Block("Też.", page=1),
        Block("Dalej.", page=2),
    )

    assert [document.quote(passage.span) for passage in document.passages] == ["Krótko.", "Też.", "Dalej."]


def test_a_slide_without_a_title_does_not_take_the_title_of_the_one_before() -> None:
    document = _document(
        Block("Misja", "heading", 1, 1),
        Block("Latać.", page=1),
        Block("Skład: trzy firmy.", page=2),
        kind="pptx",
    )

    assert document.passages[1].headings == ()
    assert [place.kind for place in document.places] == ["slide", "slide"]


def test_a_heading_with_nothing_under_it_can_be_found() -> None:
    document = _document(Block("Klaster A", "heading", 3), Block("Klaster B", "heading", 3))

    assert {document.quote(s.span) for p in document.passages for s in p.sentences} == {
        "Klaster A",
        "Klaster B",
    }


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    document = _document(Block("To jest zdanie o klastrach i ich członkach. " * 100))

    assert max(passage.span.end - passage.span.start for passage in document.passages) < 1700
    assert sum(len(passage.sentences) for passage in document.passages) == 100


def test_the_number_of_an_item_is_no_part_of_its_sentence() -> None:
    document = _document(Block("1. Klaster A", "item"), Block("2. Klaster B", "item"))

    assert document.text == "1. Klaster A\n2. Klaster B"
    assert [document.quote(one.span) for one in document.passages[0].sentences] == ["Klaster A", "Klaster B"]


def test_a_document_without_a_title_is_named_by_its_file() -> None:
    assert assemble("raport 2023.pdf", "pdf", Reading((Block("Sam tekst."),))).title == "raport 2023"


def test_blocks_without_a_letter_are_an_empty_file() -> None:
    with pytest.raises(EmptyFileError):
        assemble("a.pdf", "pdf", Reading((Block("• –"),)))


def test_what_is_said_beside_a_slide_is_a_place_of_its_own() -> None:
    blocks = (
        Block("Młyny", "heading", 1, 1),
        Block("Klaster ma siedemnaście wiatraków.", page=1),
        Block("Opowiedzieć o spichlerzu.", "note", page=1),
        Block("Członkowie", "heading", 1, 2),
    )
    document = assemble("a.pptx", "pptx", Reading(blocks, language="pl", pages=2))

    places = [(place.kind, place.number, place.label) for place in document.places]
    assert places == [
        ("slide", 1, "slajd 1"),
        ("notes", 1, "slajd 1, notatki"),
        ("slide", 2, "slajd 2"),
    ]
    told = [(document.quote(one.span), document.places[one.place].kind) for one in document.passages]
    assert ("Opowiedzieć o spichlerzu.", "notes") in told


def test_a_footnote_stays_on_its_page() -> None:
    blocks = (Block("Klaster ma wiatraki.", page=1), Block("Stan na maj.", "note", page=1))
    document = assemble("a.pdf", "pdf", Reading(blocks, language="pl"))

    assert [place.kind for place in document.places] == ["page"]
