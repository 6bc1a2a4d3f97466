"""PowerPoint, opened with python-pptx: slides in order, on each its title, text, tables, charts and notes."""

from collections.abc import Iterator, Sequence
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PythonPptxError

from documents.decks import Slide, deck_of
from documents.errors import DamagedFileError
from documents.joining import plain, typed_lines
from documents.limits import check_pages
from documents.model import Block, BlockKind, Reading
from documents.ocr.pictures import Pictures
from documents.package import FAULTS, properties
from documents.progress import each
from documents.readers.drawing import drawn
from documents.readers.pptx_pictures import pictures_of
from documents.readers.pptx_shapes import ink_of, shapes_of
from documents.readers.pptx_text import Bullets, text_of
from documents.slides import ordered
from documents.tables import Cell, told
from documents.unpacking import openable

_EDGES = {PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.HEADER}
_TITLES = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.VERTICAL_TITLE}
_OPENING = {PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.SUBTITLE}
_BULLETED = {PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.VERTICAL_BODY}
_TITLE_AT_MOST = 100
_DAMAGE = (*FAULTS, PythonPptxError)


def read(file: str, content: bytes) -> Reading:
    """The reading of a deck; a hidden slide is kept and told by its sheet.

    Raises: EncryptedFileError where a password is needed; DamagedFileError; EmptyFileError without text.
    """
    source = openable(file, content)
    try:
        deck = Presentation(source)
        size = (deck.slide_width or 1, deck.slide_height or 1)
        held = list(deck.slides)
    except _DAMAGE as fault:
        raise DamagedFileError(file, "The presentation is damaged, or is not a PowerPoint file.") from fault
    check_pages(file, len(held), "slides")
    pictures = Pictures()
    slides = [_read(slide, number, size, pictures) for number, slide in enumerate(each(held), 1)]
    return deck_of(file, slides, properties(content))


def _read(slide: Any, number: int, size: tuple[int, int], pictures: Pictures) -> Slide:
    """One slide; a damaged one does not take the others with it."""
    try:
        hidden = slide._element.get("show") in {"0", "false"}
        found, sheet = pictures.beside(
            number, list(_slide(slide, number, size)), list(pictures_of(slide, size))
        )
        return Slide(tuple(found), hidden, ink_of(slide, size), sheet=sheet)
    except _DAMAGE:
        return Slide(broken=True)


def _slide(slide: Any, number: int, size: tuple[int, int]) -> Iterator[tuple[Block, bool]]:
    """The blocks of one slide, each with whether it is kept."""
    shapes = ordered(shapes_of(slide, size))
    title = _title(shapes, size[1])
    if title is not None:
        kind: BlockKind = "title" if number == 1 and _is_opening(shapes) else "heading"
        yield Block(plain(title.text_frame.text), kind, 1), True
    for shape in shapes:
        if shape is not title:
            for block in _shape(shape):
                yield block, not _is_edge(shape)
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        for line in typed_lines(slide.notes_slide.notes_text_frame.text):
            yield Block(line, "note"), True


def _title(shapes: Sequence[Any], height: int) -> Any:
    """The shape of the slide's title: its placeholder, or a short line alone at the top over other text."""
    texts = [shape for shape in shapes if shape.has_text_frame and shape.text_frame.text.strip()]
    for shape in texts:
        if shape.is_placeholder and shape.placeholder_format.type in _TITLES:
            return shape
    first = next((shape for shape in texts if not _is_edge(shape)), None)
    if first is None or len(shapes) < 2 or (first.top or 0) > height / 4:
        return None
    body = first.is_placeholder and first.placeholder_format.type in _BULLETED
    lines = typed_lines(first.text_frame.text)
    return None if body or len(lines) != 1 or len(lines[0]) > _TITLE_AT_MOST else first


def _is_opening(shapes: Sequence[Any]) -> bool:
    """Whether a slide is laid out as a deck's title slide."""
    return any(shape.is_placeholder and shape.placeholder_format.type in _OPENING for shape in shapes)


def _is_edge(shape: Any) -> bool:
    return bool(shape.is_placeholder and shape.placeholder_format.type in _EDGES)


def _shape(shape: Any) -> Iterator[Block]:
    if getattr(shape, "has_table", False):
        yield from _table(shape.table)
    elif shape.has_text_frame and shape.text_frame.text.strip():
        yield from _text(shape)
    else:
        yield from drawn(shape.part, shape._element)


def _text(shape: Any) -> Iterator[Block]:
    bulleted = shape.is_placeholder and shape.placeholder_format.type in _BULLETED
    bullets = Bullets(shape, otherwise=bulleted)
    for paragraph in shape.text_frame.paragraphs:
        lines = typed_lines(text_of(paragraph))
        sign = bullets.next(paragraph) if lines else None
        for at, line in enumerate(lines):
            if sign is None or at:
                yield Block(line)
            else:
                yield Block(f"{sign} {line}".strip(), "item", paragraph.level)


def _table(table: Any) -> Iterator[Block]:
    """A table's rows; a table of one row or column is read as rows too, as it is drawn to be seen."""
    held: list[list[Cell]] = []
    for line in table.rows:
        row: list[Cell] = []
        for cell in line.cells:
            above, tc = held[-1] if held else [], cell._tc
            if tc.hMerge and row:
                row.append(row[-1])
            elif tc.vMerge and len(row) < len(above):
                row.append(above[len(row)])
            else:
                row.append(_cell(cell.text_frame))
        held.append(row)
    # LibreOffice never marks the head; where PowerPoint does not, the first row's look tells.
    heads = 1 if table.first_row and len(held) > 1 else None
    yield from (Block(each.text, each.kind) for each in told(held, heads=heads))


def _cell(frame: Any) -> Cell:
    runs = [run for paragraph in frame.paragraphs for run in paragraph.runs if run.text.strip()]
    text = plain(" ".join(text_of(paragraph) for paragraph in frame.paragraphs))
    return Cell(text, bool(runs) and all(run.font.bold for run in runs))
