"""PowerPoint, read with python-pptx: slides in order, on each its title, text, tables, charts and notes."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PythonPptxError

from documents.errors import DamagedFileError, EmptyFileError
from documents.joining import plain, typed_lines
from documents.model import Block, BlockKind, Reading
from documents.package import FAULTS, checked, properties, reading, row

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_EDGES = {PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.HEADER}
_TITLES = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.VERTICAL_TITLE}
_OPENING = {PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.SUBTITLE}
_BULLETED = {PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.VERTICAL_BODY}
_MOST_CATEGORIES = 60
_SAME_ROW = 0.04
_TITLE_AT_MOST = 100


def read(file: str, content: bytes) -> Reading:
    """The reading of a deck; a hidden slide is kept and named in the warnings.

    Raises: EncryptedFileError where a password is needed; DamagedFileError; EmptyFileError without text.
    """
    source = checked(file, content)
    blocks: list[Block] = []
    cut: list[Block] = []
    warnings: list[str] = []
    try:
        deck = Presentation(source)
        slides = list(deck.slides)
        for number, slide in enumerate(slides, start=1):
            found = list(_slide(slide, number, deck.slide_height or 1))
            blocks += (block for block, kept in found if kept)
            cut += (block for block, kept in found if not kept)
            warnings += _warnings(slide, number, any(kept for _, kept in found))
    except (*FAULTS, PythonPptxError) as fault:
        raise DamagedFileError(file, "The presentation is damaged, or is not a PowerPoint file.") from fault
    if not blocks:
        raise EmptyFileError(file, "No slide has text; the slides may be pictures.")
    return reading(blocks, properties(content), pages=len(slides), cut=cut, warnings=warnings)


def _warnings(slide: Any, number: int, text: bool) -> Iterator[str]:
    if slide._element.get("show") in {"0", "false"}:
        yield f"slide {number}: hidden in the show"
    if not text:
        yield f"slide {number}: no text, perhaps a picture"


def _slide(slide: Any, number: int, height: int) -> Iterator[tuple[Block, bool]]:
    """The blocks of one slide, each with whether it is kept."""
    shapes = _ordered(slide.shapes, height)
    title = _title(shapes, height)
    if title is not None:
        kind: BlockKind = "title" if number == 1 and _is_opening(shapes) else "heading"
        yield Block(plain(title.text_frame.text), kind, 1, number), True
    for shape in shapes:
        if title is None or shape.shape_id != title.shape_id:
            for block in _shape(shape, number, height):
                yield block, not _is_edge(shape)
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        for line in typed_lines(slide.notes_slide.notes_text_frame.text):
            yield Block(line, "note", page=number), True


def _ordered(shapes: Iterable[Any], height: int) -> list[Any]:
    """Shapes as they are read: from the top, and those of one height from the left."""
    by_top = sorted(shapes, key=lambda shape: (shape.top or 0, shape.left or 0))
    rows: list[list[Any]] = []
    for shape in by_top:
        if rows and (shape.top or 0) - (rows[-1][0].top or 0) <= _SAME_ROW * height:
            rows[-1].append(shape)
        else:
            rows.append([shape])
    return [shape for each in rows for shape in sorted(each, key=lambda shape: shape.left or 0)]


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


def _shape(shape: Any, number: int, height: int) -> Iterator[Block]:
    if hasattr(shape, "shapes"):
        for inner in _ordered(shape.shapes, height):
            yield from _shape(inner, number, height)
    elif getattr(shape, "has_table", False) and shape.has_table:
        yield from _table(shape.table, number)
    elif getattr(shape, "has_chart", False) and shape.has_chart:
        yield from _chart(shape.chart, number)
    elif shape.has_text_frame:
        yield from _text(shape, number)
    else:
        yield from _diagram(shape, number)


def _text(shape: Any, number: int) -> Iterator[Block]:
    bulleted = shape.is_placeholder and shape.placeholder_format.type in _BULLETED
    for paragraph in shape.text_frame.paragraphs:
        item = _has_bullet(paragraph, bulleted)
        for at, line in enumerate(typed_lines(paragraph.text)):
            kind: BlockKind = "item" if item and not at else "paragraph"
            yield Block(line, kind, paragraph.level if kind == "item" else 0, number)


def _has_bullet(paragraph: Any, otherwise: bool) -> bool:
    """Whether a paragraph is drawn with a bullet or number; `otherwise` where only the layout tells."""
    own = paragraph._p.pPr
    marks = {etree.QName(mark).localname for mark in own} if own is not None else set()
    if marks & {"buChar", "buAutoNum", "buBlip"}:
        return True
    return "buNone" not in marks and (otherwise or paragraph.level > 0)


def _table(table: Any, number: int) -> Iterator[Block]:
    """A table's rows; a cell merged over rows is said in each, one merged over columns once.

    The first row is the head where the table says so or the row has no figure: LibreOffice never says so.
    """
    above: list[str] = []
    for at, cells in enumerate(table.rows):
        texts = [plain(cell.text_frame.text) for cell in cells.cells]
        merged = [cell._tc for cell in cells.cells]
        texts = [
            above[x] if tc.vMerge and x < len(above) else text
            for x, (text, tc) in enumerate(zip(texts, merged, strict=True))
        ]
        above = texts
        shown = [text for text, tc in zip(texts, merged, strict=True) if not tc.hMerge]
        if any(shown):
            headed = table.first_row or not any(map(str.isdigit, "".join(shown)))
            head = at == 0 and headed and len(table.rows) > 1
            yield Block(row(shown), "head" if head else "row", page=number)


def _chart(chart: Any, number: int) -> Iterator[Block]:
    """A chart's title and its figures as a table."""
    if chart.has_title and chart.chart_title.has_text_frame and chart.chart_title.text_frame.text.strip():
        yield Block(plain(chart.chart_title.text_frame.text), page=number)
    for plot in chart.plots:
        categories = [plain(str(category)) for category in plot.categories]
        series = list(plot.series)
        if not categories or not series or len(categories) > _MOST_CATEGORIES:
            continue
        yield Block(row(["", *(plain(each.name or "") for each in series)]), "head", page=number)
        for at, category in enumerate(categories):
            values = [each.values[at] if at < len(each.values) else None for each in series]
            yield Block(
                row([category, *("" if value is None else f"{value:g}" for value in values)]),
                "row",
                page=number,
            )


def _diagram(shape: Any, number: int) -> Iterator[Block]:
    """The texts of a SmartArt diagram as items, in the order they were typed."""
    for relation in shape._element.iter(f"{_DIAGRAM}relIds"):
        part = shape.part.related_part(relation.get(f"{_RELATION}dm"))
        root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))
        for point in root.iter(f"{_DIAGRAM}pt"):
            text = plain("".join(each.text or "" for each in point.iter(f"{_DRAWING}t")))
            if text:
                yield Block(text, "item", page=number)
