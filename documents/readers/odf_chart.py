"""Charts of OpenDocument files: objects of their own inside the package."""

from collections.abc import Iterator
from typing import Any

from documents.charts import Chart, blocks, by_column, figure
from documents.joining import plain
from documents.model import Block
from documents.readers.odf import Package, on


def chart(package: Package, element: Any) -> Iterator[Block]:
    """The blocks of the chart that a `draw:object` holds; none for a formula or another document."""
    name = (element.get(on("xlink:href")) or "").removeprefix("./").rstrip("/")
    root = package.part(f"{name}/content.xml") if name else element
    found = next(root.iter(on("chart:chart")), None) if root is not None else None
    if found is not None:
        yield from blocks(_read(found))


def _read(chart: Any) -> Chart:
    lines = [
        [_value(cell) for cell in line.iter(on("table:table-cell"))]
        for line in chart.iter(on("table:table-row"))
    ]
    heads, rows = (lines[0], lines[1:]) if lines else ([], [])
    axes = {axis.get(on("chart:dimension")): _title(axis) for axis in chart.iter(on("chart:axis"))}
    return Chart(
        _title(chart),
        axes.get("x", ""),
        axes.get("y", ""),
        tuple(line[0] if line else "" for line in rows),
        by_column(heads, rows),
    )


def _title(element: Any) -> str:
    titles = (child for child in element if child.tag == on("chart:title"))
    return plain(" ".join("".join(title.itertext()) for title in titles))


def _value(cell: Any) -> str:
    if cell.get(on("office:value-type")) in {"float", "percentage"}:
        form = "%" if cell.get(on("office:value-type")) == "percentage" else ""
        return figure(cell.get(on("office:value")) or "", form)
    return plain(" ".join("".join(each.itertext()) for each in cell.iter(on("text:p"))))
