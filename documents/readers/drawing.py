"""What is drawn in Word files and decks: charts, diagrams, and pictures that somebody described."""

from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from documents.alternative import written
from documents.charts import Chart, Series, blocks, figure
from documents.joining import plain
from documents.model import Block

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_NAMED = ("descr", "title", "alt")
_MOST_POINTS = 1000
_DEEPEST = 20


def drawn(part: Any, element: Any) -> Iterator[Block]:
    """The blocks of the charts and diagrams under an element of a part, else what is said of its picture."""
    found: list[Block] = []
    for each in element.iter(f"{_C}chart"):
        found += _charts(_root(part, each.get(f"{_R}id")))
    for each in element.iter(f"{_DGM}relIds"):
        found += _diagram(_root(part, each.get(f"{_R}dm")))
    if not found:
        said = (
            each.get(name) or "" for each in element.iter() for name in _NAMED if isinstance(each.tag, str)
        )
        text = next((line for each in said if (line := written(each))), None)
        found = [Block(text, "note")] if text else []
    yield from found


def _root(part: Any, name: str | None) -> Any:
    """The root of the part of that relation; None where it is missing, elsewhere or damaged."""
    relation = part.rels.get(name) if name else None
    if relation is None or relation.is_external:
        return None
    try:
        return etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return None


def _charts(root: Any) -> Iterator[Block]:
    """A chart's blocks; a table for each set of categories, where its plots have several."""
    if root is None:
        return
    across = [_title(axis) for name in ("catAx", "dateAx") for axis in root.iter(f"{_C}{name}")]
    up = [_title(axis) for axis in root.iter(f"{_C}valAx")]
    if not across:  # points by two figures: the first of two axes of figures lies flat
        across, up = up[:1], up[1:]
    tables: dict[tuple[str, ...], list[Series]] = {}
    for series in root.iter(f"{_C}ser"):
        values = _points(series, "val", "yVal")
        categories = _points(series, "cat", "xVal") or tuple(str(at) for at in range(1, len(values) + 1))
        tables.setdefault(categories, []).append(Series(_name(series), values))
    title = next((_title(chart) for chart in root.iter(f"{_C}chart")), "")
    for categories, held in (tables or {(): []}).items():
        yield from blocks(Chart(title, _first(across), _first(up), categories, tuple(held)))
        title, up = "", []


def _first(titles: Sequence[str]) -> str:
    return " / ".join(dict.fromkeys(title for title in titles if title))


def _title(element: Any) -> str:
    title = element.find(f"{_C}title/{_C}tx")
    return _words(title) if title is not None else ""


def _words(element: Any) -> str:
    """The text under an element: typed paragraphs, or what a formula last gave."""
    lines = ["".join(run.text or "" for run in each.iter(f"{_A}t")) for each in element.iter(f"{_A}p")]
    return plain(" ".join(lines) or " ".join(each.text or "" for each in element.iter(f"{_C}v")))


def _name(series: Any) -> str:
    name = series.find(f"{_C}tx")
    return _words(name) if name is not None else ""


def _points(series: Any, *names: str) -> tuple[str, ...]:
    """The values or categories of a series, "" for those left out; categories of levels joined."""
    held = next((found for name in names if (found := series.find(f"{_C}{name}")) is not None), None)
    if held is None:
        return ()
    levels = list(held.iter(f"{_C}lvl"))
    if levels:
        rows = [_of_cache(level, filled=at > 0) for at, level in enumerate(levels)]
        size = max(map(len, rows))
        full = [(*row, *[""] * (size - len(row))) for row in reversed(rows)]
        return tuple(" ".join(filter(None, parts)) for parts in zip(*full, strict=True))
    cache = next((found for found in held.iter() if found.find(f"{_C}pt") is not None), None)
    return _of_cache(cache, filled=False) if cache is not None else ()


def _of_cache(cache: Any, *, filled: bool) -> tuple[str, ...]:
    """The points of a cache by their number; with `filled`, each gap has what stands before it."""
    form = cache.findtext(f"{_C}formatCode") or ""
    is_figure = "num" in etree.QName(cache).localname
    points: dict[int, str] = {}
    for point in cache.iterfind(f"{_C}pt"):
        at, text = point.get("idx") or "", point.findtext(f"{_C}v") or ""
        if at.isdigit() and int(at) < _MOST_POINTS:
            points[int(at)] = figure(text, point.get("formatCode") or form) if is_figure else plain(text)
    found: list[str] = []
    for at in range(max(points, default=-1) + 1):
        found.append(points.get(at, found[-1] if filled and found else ""))
    return tuple(found)


def _diagram(root: Any) -> list[Block]:
    """The texts of a SmartArt diagram as items, each under the one it hangs on."""
    if root is None:
        return []
    texts = {
        str(point.get("modelId")): plain(" ".join(
            "".join(run.text or "" for run in line.iter(f"{_A}t")) for line in point.iter(f"{_A}p")
        ))
        for point in root.iter(f"{_DGM}pt")
    }  # fmt: skip
    below: dict[str, list[tuple[int, str]]] = {}
    hung: set[str] = set()
    for link in root.iter(f"{_DGM}cxn"):
        if link.get("type", "parOf") == "parOf":
            order = link.get("srcOrd") or "0"
            below.setdefault(str(link.get("srcId")), []).append(
                (int(order) if order.isdigit() else 0, str(link.get("destId")))
            )
            hung.add(str(link.get("destId")))
    found: list[Block] = []
    told: set[str] = set()

    def hang(point: str, level: int) -> None:
        if point in told or level > _DEEPEST:
            return
        told.add(point)
        text = texts.get(point, "")
        if text:
            found.append(Block(text, "item", level))
        for _, one in sorted(below.get(point, [])):
            hang(one, level + bool(text))

    for point in [*(each for each in texts if each not in hung), *texts]:
        hang(point, 0)
    return found
