"""Tables of web pages: which hold facts and which lay the page out, and the rows of the former."""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import html

from documents.model import BlockKind
from documents.readers.html_seen import Seen
from documents.tables import MOST_COLUMNS, Cell, spread, told

_LAYOUT_CELL_CHARS = 600
_BROKEN_CELL_CHARS = 200


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, cells joined by " | ", and the share of it that is links."""

    kind: BlockKind
    text: str
    links: float


def rows(table: html.HtmlElement, seen: Seen) -> list[Row]:
    """The rows of a table; empty for a table that only lays out the page.

    Heads are marked by `thead`, by cells that are all heads, or by bold cells in the first row.
    """
    laid_out = table.get("role") in {"presentation", "none"} or table.find(".//table") is not None
    if laid_out or any(_is_large(cell) for cell in table.iter("td")):
        return []
    lines = [line for line in table.iter("tr") if _cells(line) and not seen.hidden(line)]
    grid = spread([[_cell(cell, seen) for cell in _cells(line)] for line in lines])
    if max((len(cells) for cells in grid), default=0) < 2:
        return []
    heads = 0
    while heads < len(lines) and _is_head(lines[heads], grid[heads], first=heads == 0):
        heads += 1
    found: list[Row] = []
    for row in told(grid, heads=heads):
        over = row.kind == "row" and _is_head(lines[row.at], grid[row.at], first=False)
        found.append(Row("head" if over else row.kind, row.text, _links(lines[row.at])))
    return found


def _cells(line: html.HtmlElement) -> list[html.HtmlElement]:
    return [cell for cell in line if cell.tag in {"td", "th"}]


def _cell(cell: html.HtmlElement, seen: Seen) -> tuple[Cell, int, int]:
    text = "" if seen.hidden(cell) else seen.text(cell)
    strong = cell.tag == "th" or cell.find(".//strong") is not None or cell.find(".//b") is not None
    return Cell(text, strong), _span(cell, "colspan"), _span(cell, "rowspan")


def _links(line: html.HtmlElement) -> float:
    linked = sum(len(link.text_content().strip()) for link in line.iter("a") if link.get("href"))
    return min(1.0, linked / max(1, len("".join(line.text_content().split()))))


def _is_large(cell: html.HtmlElement) -> bool:
    size = len(" ".join(cell.text_content().split()))
    if size > _LAYOUT_CELL_CHARS or cell.find(".//h1") is not None:
        return True
    breaks = sum(1 for _ in cell.iter("br", "p", "div", "ul", "h2", "h3"))
    return size > _BROKEN_CELL_CHARS and breaks > 3


def _is_head(line: html.HtmlElement, cells: Sequence[Cell], *, first: bool) -> bool:
    parent = line.getparent()
    if parent is not None and parent.tag == "thead":
        return True
    if all(cell.tag == "th" for cell in _cells(line)):
        return len(set(map(id, cells))) > 1 or first
    return first and len(cells) > 1 and all(cell.strong for cell in cells)


def _span(cell: html.HtmlElement, name: str) -> int:
    value = cell.get(name) or ""
    if value == "0":  # as far as the table goes
        return MOST_COLUMNS
    return min(MOST_COLUMNS, max(1, int(value[:9]))) if value.isascii() and value.isdigit() else 1
