"""The pictures on a slide, with their places: those in shapes and groups, and its background."""

from collections.abc import Iterator
from typing import Any

from documents.model import Box
from documents.ocr.pictures import Placed
from documents.readers.pptx_shapes import places_of

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"


def pictures_of(slide: Any, size: tuple[int, int]) -> Iterator[Placed]:
    """The pictures of a slide, the background first."""
    background = slide._element.find(f"{_P}cSld/{_P}bg")
    if background is not None:
        yield from _embedded(slide.part, background, Box(0, 0, 1, 1))
    for shape, box in places_of(slide, size):
        yield from _embedded(slide.part, shape._element, box)


def _embedded(part: Any, element: Any, box: Box) -> Iterator[Placed]:
    for picture in element.iter(f"{_A}blip"):
        relation = part.rels.get(picture.get(_EMBED))
        if relation is not None and not relation.is_external:
            yield Placed(relation.target_part.blob, box)
