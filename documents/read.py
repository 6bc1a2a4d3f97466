"""One file in, one Document out."""

from collections.abc import Collection
from dataclasses import replace
from importlib import import_module
from pathlib import PurePath
from typing import Protocol, cast

from documents.assemble import assemble
from documents.formats import format_of
from documents.judging import judged
from documents.model import Document, Format, Reading
from documents.progress import all_read
from documents.unpacking import has_macros
from documents.unpaired import whole
from documents.wanted import keeping, with_wanted

# By name, and imported when first used: a PDF library is not loaded to read a text file.
READERS: dict[Format, str] = {
    "pdf": "documents.readers.pdf",
    "pptx": "documents.readers.pptx",
    "docx": "documents.readers.docx",
    "odt": "documents.readers.odt",
    "odp": "documents.readers.odp",
    "html": "documents.readers.html",
    "markdown": "documents.readers.markdown",
    "text": "documents.readers.text",
    "image": "documents.readers.image",
}


class _Reader(Protocol):
    def read(self, file: str, content: bytes) -> Reading: ...


def read_document(file: str, content: bytes, wanted: Collection[str] = ()) -> Document:
    """The document that a file's bytes hold; `file` is its name, of which only the base name is kept.

    Lines of the texts `wanted` are kept, though they look like the page around the document.

    Raises: UnreadableError, or its kinds, with a reason for a person when the file gives no text.
    """
    name = PurePath(file.replace("\\", "/")).name
    kind = format_of(name, content)
    reader = cast(_Reader, import_module(READERS[kind]))
    with keeping(wanted):
        reading = whole(with_wanted(reader.read(name, content)))
    if has_macros(content):
        reading = replace(reading, warnings=(*reading.warnings, "it holds macros, which are never run"))
    all_read()
    return assemble(name, kind, judged(reading))
