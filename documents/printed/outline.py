"""The outline of a PDF: the headings it lists to jump to."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from pypdf import PdfReader

Outline = Mapping[int, tuple[tuple[str, int], ...]]
_MOST, _DEEPEST = 2000, 9


def outline(reader: PdfReader, faults: tuple[type[Exception], ...]) -> Outline:
    """For each page the headings listed on it, in small letters, with their levels from 1."""
    found: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    try:
        for title, level, page in _listed(reader):
            found[page].append((title, level))
    except faults:
        return {}
    return {page: tuple(listed) for page, listed in found.items()}


def _listed(reader: PdfReader) -> Iterator[tuple[str, int, int]]:
    waiting: list[tuple[Any, int]] = [(entry, 1) for entry in reversed(reader.outline)]
    for _ in range(_MOST):
        if not waiting:
            break
        entry, level = waiting.pop()
        if isinstance(entry, list):
            waiting += [(inner, level + 1) for inner in reversed(entry) if level < _DEEPEST]
            continue
        page = reader.get_destination_page_number(entry)
        title = " ".join(str(entry.title or "").split()).casefold()
        if title and page is not None:
            yield title, level, page + 1
