"""A slide deck made of a source: a title slide, then one slide for each second-level heading."""

import copy
from datetime import datetime
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches, Pt

from tools.library.source import Part, Source, groups

TITLE, BULLETS, TWO_CONTENT, TITLE_ONLY = 0, 1, 3, 5
INK = RGBColor(0x1F, 0x3A, 0x5F)  # type: ignore[no-untyped-call]
FOOTER_TYPES = ("FOOTER", "SLIDE_NUMBER")


def make(source: Source, target: Path) -> None:
    """Writes the deck."""
    deck = Presentation()
    opening(deck, source)
    for title, parts in slides(source.parts):
        slide = deck.slides.add_slide(deck.slide_layouts[layout(parts)])
        write_title(slide, title)
        fill(slide, parts)
        footer(slide, source.fields["footer"])
    properties(deck.core_properties, source)
    deck.save(str(target))


def slides(parts: list[Part]) -> list[tuple[str, list[Part]]]:
    """Each slide's title with the parts under it."""
    found: list[tuple[str, list[Part]]] = []
    for each in parts:
        if each.kind == "heading":
            found.append((each.text, []))
        else:
            found[-1][1].append(each)
    return found


def layout(parts: list[Part]) -> int:
    """The slide layout that holds the parts."""
    kinds = {each.kind for each in parts}
    if "column" in kinds:
        return TWO_CONTENT
    return TITLE_ONLY if kinds & {"row", "shapes"} else BULLETS


def opening(deck: Any, source: Source) -> None:
    """Adds the title slide."""
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE])
    write_title(slide, source.fields["title"], size=40)
    slide.placeholders[1].text = source.fields["subtitle"]


def write_title(slide: Any, text: str, size: int = 32) -> None:
    """Sets the slide's title."""
    slide.shapes.title.text = text
    font = slide.shapes.title.text_frame.paragraphs[0].font
    font.size, font.bold, font.color.rgb = Pt(size), True, INK


def fill(slide: Any, parts: list[Part]) -> None:
    """Puts the parts on the slide: tables and shapes drawn, notes as notes, the rest in the placeholders."""
    column = 1
    for group in groups(parts):
        kind = group[0].kind
        if kind == "row":
            table(slide, group)
        elif kind == "shapes":
            steps(slide, group[0].cells())
        elif kind == "note":
            slide.notes_slide.notes_text_frame.text = group[0].text
        elif kind == "column":
            column = 2
        else:
            bullets(slide.placeholders[column].text_frame, group)


def bullets(frame: Any, items: list[Part]) -> None:
    """Adds list items; numbers are typed, as people do who do not find the button."""
    for number, item in enumerate(items, start=1):
        paragraph = frame.paragraphs[0] if not frame.paragraphs[0].text else frame.add_paragraph()
        paragraph.text = f"{number}. {item.text}" if item.kind == "number" else item.text
        paragraph.level = item.level
        paragraph.font.size = Pt(16 if "http" in item.text else 24 - 3 * item.level)


def table(slide: Any, rows: list[Part]) -> None:
    """Draws a table whose first row holds the column heads."""
    cells = [row.cells() for row in rows]
    place = (Inches(0.5), Inches(1.5), Inches(9), Inches(0.4) * len(rows))
    grid = slide.shapes.add_table(len(rows), len(cells[0]), *place).table
    for y, row in enumerate(cells):
        for x, text in enumerate(row):
            grid.cell(y, x).text = text
            grid.cell(y, x).text_frame.paragraphs[0].font.size = Pt(14)


def steps(slide: Any, labels: list[str]) -> None:
    """Draws labelled boxes from left to right, as one group."""
    group = slide.shapes.add_group_shape()
    width = Inches(9) // len(labels)
    for position, label in enumerate(labels):
        left = Inches(0.5) + position * width
        box = group.shapes.add_shape(MSO_SHAPE.PENTAGON, left, Inches(2.6), width - Inches(0.1), Inches(1.8))
        box.text_frame.word_wrap = True
        box.text_frame.text = label
        box.text_frame.paragraphs[0].font.size = Pt(18)


def footer(slide: Any, text: str) -> None:
    """Copies the layout's footer and slide number onto the slide, which python-pptx leaves out."""
    for placeholder in slide.slide_layout.placeholders:
        if placeholder.placeholder_format.type.name in FOOTER_TYPES:
            slide.shapes._spTree.append(copy.deepcopy(placeholder._element))
    for shape in slide.placeholders:
        if shape.placeholder_format.type.name == "FOOTER":
            shape.text_frame.text = text


def properties(core: Any, source: Source) -> None:
    """Sets what the file says of itself; the template's own dates are taken out."""
    core.title, core.author = source.fields["title"], source.fields["footer"]
    core.language = source.fields["language"]
    core.identifier = source.fields.get("source", "")
    core.comments, core.last_modified_by = "", source.fields["footer"]
    dates(core, source.date())


def dates(core: Any, day: datetime | None) -> None:
    """Writes the source's day, or no day at all where none is known."""
    if day:
        core.created = core.modified = day
        return
    for element in list(core._element):
        if element.tag.endswith(("}created", "}modified")):
            core._element.remove(element)
