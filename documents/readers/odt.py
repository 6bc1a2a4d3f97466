"""Texts of LibreOffice and OpenOffice (ODT): the body in order, headers and footers cut."""

from collections.abc import Iterator
from typing import Any

from documents.errors import DamagedFileError, EmptyFileError
from documents.model import Block, Reading
from documents.package import FAULTS, reading
from documents.readers.odf import on, opened, told
from documents.readers.odf_text import Walk
from documents.typed import settled

_EDGES = tuple(
    on(f"style:{name}")
    for name in ("header", "header-left", "header-first", "footer", "footer-left", "footer-first")
)


def read(file: str, content: bytes) -> Reading:
    """The reading of a text; its page headers and footers and its table of contents are cut.

    Raises: EncryptedFileError where a password is needed; DamagedFileError; EmptyFileError without text.
    """
    try:
        package, root, styles = opened(file, content)
        walk = Walk(package, styles)
        found = list(settled(walk.blocks(next(root.iter(on("office:text"))))))
        edges = list(_edges(walk, package.part("styles.xml")))
        properties = told(package)
    except (*FAULTS, StopIteration) as fault:
        raise DamagedFileError(file, "The document is damaged, or is not an OpenDocument text.") from fault
    blocks = [block for block, kept in found if kept]
    if not blocks:
        raise EmptyFileError(file, "The document has no text; it may hold only pictures.")
    cut = [block for block, kept in found if not kept] + edges
    return reading(blocks, properties, pages=1, cut=cut, warnings=())


def _edges(walk: Walk, styles: Any) -> Iterator[Block]:
    """The lines of page headers and footers, each once."""
    seen: set[str] = set()
    for edge in styles.iter(*_EDGES) if styles is not None else ():
        for line in walk.lines(edge):
            if line not in seen:
                seen.add(line)
                yield Block(line)
