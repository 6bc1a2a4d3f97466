"""Presentations of several builds: bullets, tables, groups, cards, text boxes drawn in any order."""

from collections.abc import Callable, Sequence
from io import BytesIO
from random import Random
from typing import Any

import pptx
from pptx.util import Emu, Inches, Pt

from tests.documents.printing.prose import HEAD, heading, paragraph, phrase, row, sentence


def bullets() -> bytes:
    """Slides with lists within lists, each with its title, and speaker's notes that are not shown."""
    chance, made = Random(21), pptx.Presentation()
    opening = made.slides.add_slide(made.slide_layouts[0])
    opening.shapes.title.text = "Klastry bez tajemnic"
    opening.placeholders[1].text = "Warsztaty dla samorządów"
    for _ in range(6):
        slide = made.slides.add_slide(made.slide_layouts[1])
        slide.shapes.title.text = heading(chance)
        frame = slide.placeholders[1].text_frame
        frame.text = phrase(chance)
        for level in (1, 0, 1):
            more = frame.add_paragraph()
            more.text, more.level = phrase(chance), level
        slide.notes_slide.notes_text_frame.text = sentence(chance)
    return _saved(made)


def two_sides() -> bytes:
    """Two columns of text beside each other under a title, on each slide."""
    chance, made = Random(23), pptx.Presentation()
    for _ in range(5):
        slide = made.slides.add_slide(made.slide_layouts[3])
        slide.shapes.title.text = heading(chance)
        for holder in (slide.placeholders[1], slide.placeholders[2]):
            frame = holder.text_frame
            frame.text = phrase(chance)
            for _ in range(3):
                frame.add_paragraph().text = phrase(chance)
            for each in frame.paragraphs:
                each.font.size = Pt(20)
    return _saved(made)


def tables() -> bytes:
    """A table on each slide, some cells of which hold several lines."""
    chance, made = Random(25), pptx.Presentation()
    for _ in range(4):
        slide = made.slides.add_slide(made.slide_layouts[5])
        slide.shapes.title.text = heading(chance)
        rows = [HEAD, *(row(chance) for _ in range(6))]
        shape = slide.shapes.add_table(7, 4, Inches(0.5), Inches(1.6), Inches(9), Inches(4))
        for y, cells in enumerate(rows):
            for x, text in enumerate(cells):
                cell = shape.table.cell(y, x)
                cell.text = text
                cell.text_frame.paragraphs[0].font.size = Pt(12)
    return _saved(made)


def cards() -> bytes:
    """Cards in two rows of three, each a group of two boxes, drawn in the order in which they are read."""
    chance, made = Random(27), pptx.Presentation()
    for _ in range(4):
        slide = made.slides.add_slide(made.slide_layouts[5])
        slide.shapes.title.text = heading(chance)
        for at in range(6):
            left, top = Inches(0.4 + 3.15 * (at % 3)), Inches(1.6 + 3.1 * (at // 3))
            group = slide.shapes.add_group_shape()
            _box(group, (left, top, Inches(2.9), Inches(0.5)), [heading(chance)], Pt(15))
            _box(group, (left, top + Inches(0.8), Inches(2.9), Inches(1.6)), [sentence(chance)], Pt(12))
    return _saved(made)


def out_of_order() -> bytes:
    """Boxes that were drawn from the foot of the slide to its top, the title last."""
    chance, made = Random(29), pptx.Presentation()
    for _ in range(5):
        slide = made.slides.add_slide(made.slide_layouts[6])
        for top in (5.7, 3.7, 1.7):
            for left in (5.2, 0.5):
                place = (Inches(left), Inches(top), Inches(4.2), Inches(0.7))
                _box(slide, place, [sentence(chance)], Pt(12))
        _box(slide, (Inches(0.5), Inches(0.5), Inches(9), Inches(0.9)), [heading(chance)], Pt(30))
    return _saved(made)


def long_text() -> bytes:
    """Slides that are read rather than shown: paragraphs, a figure's caption, the source below."""
    chance, made = Random(31), pptx.Presentation()
    made.slide_width, made.slide_height = Emu(12192000), Emu(6858000)
    for _ in range(5):
        slide = made.slides.add_slide(made.slide_layouts[6])
        _box(slide, (Inches(0.6), Inches(0.3), Inches(12), Inches(0.8)), [heading(chance)], Pt(28))
        texts = [paragraph(chance, 2) for _ in range(3)]
        _box(slide, (Inches(0.6), Inches(1.4), Inches(7.2), Inches(4.6)), texts, Pt(14))
        _box(slide, (Inches(8.3), Inches(1.5), Inches(4.4), Inches(3)), [sentence(chance)], Pt(14))
        _box(slide, (Inches(0.6), Inches(6.6), Inches(8), Inches(0.4)), [f"Źródło: {phrase(chance)}"], Pt(10))
    return _saved(made)


DECKS: dict[str, Callable[[], bytes]] = {
    "bullets": bullets,
    "two sides": two_sides,
    "tables": tables,
    "cards": cards,
    "out of order": out_of_order,
    "long text": long_text,
}


def _box(holder: Any, place: tuple[int, int, int, int], texts: Sequence[str], size: int) -> None:
    frame = holder.shapes.add_textbox(*map(int, place)).text_frame
    frame.word_wrap = True
    frame.text = texts[0]
    for text in texts[1:]:
        frame.add_paragraph().text = text
    for each in frame.paragraphs:
        each.font.size = size


def _saved(made: Any) -> bytes:
    target = BytesIO()
    made.save(target)
    return target.getvalue()
