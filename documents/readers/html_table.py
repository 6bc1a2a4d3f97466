"""Tables of web pages as rows with their column heads."""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import html

from documents.model import BlockKind

_LAYOUT_CELL_CHARS = 600
_BROKEN_CELL_CHARS = 200
_MOST_SPAN = 50


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, cells joined by " | ", and the share of it that is links."""

    kind: BlockKind
    text: str
    links: float


def rows(table: html.HtmlElement) -> list[Row]:
    """The rows of a table; empty for a table that only lays out the page.

    A cell that spans rows is repeated in each of them: it often holds the date or the round of all. A cell
    alone over the whole width heads the rows under it.
    """
    if table.find(".//table") is not None or any(_is_large(cell) for cell in table.iter("td")):
        return []
    lines = [line for line in table.iter("tr") if any(cell.tag in {"td", "th"} for cell in line)]
    grid = _grid(lines)
    width = max((len(cells) for cells in grid), default=0)
    if width < 2:
        return []
    found: list[Row] = []
    for at, (line, cells) in enumerate(zip(lines, grid, strict=True)):
        told = _told(cells)
        if told:
            over_all = len(told) == 1 and len(cells) == width
            heads = over_all or _is_head(line, cells, first=at == 0)
            found.append(Row("head" if heads else "row", " | ".join(told), _links(line)))
    return found


def _told(cells: Sequence[str]) -> list[str]:
    """What a row says: its cells, an empty one as a dash that keeps its place, or the only one that says
    anything, once."""
    filled = [cell for cell in cells if cell]
    if len(set(cells)) == 1 or len(filled) < 2:
        return filled[:1]
    return [cell or "–" for cell in cells]


def _links(line: html.HtmlElement) -> float:
    linked = sum(len(link.text_content().strip()) for link in line.iter("a") if link.get("href"))
    return min(1.0, linked / max(1, len("".join(line.text_content().split()))))


def _is_large(cell: html.HtmlElement) -> bool:
    size = len(" ".join(cell.text_content().split()))
    if size > _LAYOUT_CELL_CHARS or cell.find(".//h1") is not None:
        return True
    breaks = sum(1 for _ in cell.iter("br", "p", "div", "ul", "h2", "h3"))
    return size > _BROKEN_CELL_CHARS and breaks > 3


def _is_head(line: html.HtmlElement, cells: Sequence[str], *, first: bool) -> bool:
    parent = line.getparent()
    if parent is not None and parent.tag == "thead":
        return True
    own = [cell for cell in line if cell.tag in {"td", "th"}]
    if all(cell.tag == "th" for cell in own):
        return True
    bold = all(cell.find(".//strong") is not None or cell.find(".//b") is not None for cell in own)
    return first and len(cells) > 1 and bold


def _grid(lines: Sequence[html.HtmlElement]) -> list[list[str]]:
    """Every row's cells by column, with those that span rows or columns repeated."""
    pending: dict[int, tuple[int, str]] = {}
    grid: list[list[str]] = []
    for line in lines:
        cells: list[str] = []
        for cell in line:
            if cell.tag not in {"td", "th"}:
                continue
            _fill(cells, pending)
            text = " ".join(" ".join(cell.itertext()).split())
            for _ in range(_span(cell, "colspan")):
                if (deep := _span(cell, "rowspan")) > 1:
                    pending[len(cells)] = (deep, text)
                cells.append(text)
        _fill(cells, pending)
        pending = {at: (left - 1, text) for at, (left, text) in pending.items() if left > 1}
        grid.append(cells)
    return grid


def _fill(cells: list[str], pending: dict[int, tuple[int, str]]) -> None:
    while len(cells) in pending:
        cells.append(pending[len(cells)][1])


def _span(cell: html.HtmlElement, name: str) -> int:
    value = cell.get(name) or ""
    return min(_MOST_SPAN, max(1, int(value))) if value.isdigit() else 1
