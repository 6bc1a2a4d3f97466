"""The pictures of a Word document in their order, with how much of a page each fills."""

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from documents.model import Box
from documents.ocr.pictures import Placed

# An A4 page in the units of Office, 360,000 a centimetre.
_WIDTH, _HEIGHT = 7_560_000, 10_692_000


def pictures_of(document: Any) -> Iterator[Placed]:
    """The pictures in a document's text; as Word tells of no pages, each stands at the corner of its own."""
    for drawing in document.element.body.iter(qn("w:drawing")):
        extent = next(drawing.iter(qn("wp:extent")), None)
        for picture in drawing.iter(qn("a:blip")):
            relation = document.part.rels.get(picture.get(qn("r:embed")))
            if extent is not None and relation is not None and not relation.is_external:
                wide, high = int(extent.get("cx") or 0), int(extent.get("cy") or 0)
                yield Placed(relation.target_part.blob, Box(0, 0, wide / _WIDTH, high / _HEIGHT))
