"""Tables of web pages as rows with their column heads."""

from collections.abc import Sequence

from lxml import html

from documents.model import BlockKind

_LAYOUT_CELL_CHARS = 600
_MOST_SPAN = 50


def rows(table: html.HtmlElement) -> list[tuple[BlockKind, str]]:
    """The rows of a table, cells joined by " | "; empty for a table that only lays out the page.

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
    found: list[tuple[BlockKind, str]] = []
    for at, (line, cells) in enumerate(zip(lines, grid, strict=True)):
        told = (
            [cell for cell in dict.fromkeys(cells) if cell]
            if len(set(cells)) == 1
            else [cell for cell in cells if cell]
        )
        if told:
            heads = _is_head(line, cells, first=at == 0) or (
                len(told) == 1 and len(cells) == width and width > 1
            )
            found.append(("head" if heads else "row", " | ".join(told)))
    return found


def _is_large(cell: html.HtmlElement) -> bool:
    return len(cell.text_content()) > _LAYOUT_CELL_CHARS or cell.find(".//h1") is not None


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
