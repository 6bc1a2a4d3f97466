"""Pages whose drawing programs are written by hand."""

from collections.abc import Iterable, Mapping
from io import BytesIO

from pypdf import PdfWriter
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
)

from documents.model import Block
from documents.readers.pdf import read


def name(text: str) -> NameObject:
    return NameObject(f"/{text}")


def font(base: str = "Helvetica", **more: object) -> DictionaryObject:
    told = {name("Type"): name("Font"), name("Subtype"): name("Type1"), name("BaseFont"): name(base)}
    return DictionaryObject(told | {name(key): value for key, value in more.items()})


def pdf(*pages: str | bytes, fonts: Mapping[str, DictionaryObject] | None = None) -> bytes:
    """A PDF with a page of 600 x 800 points for each program; its fonts F and B are Helvetica, B bold."""
    writer = PdfWriter()
    held = {"F": font(), "B": font("Helvetica-Bold"), **(fonts or {})}
    for program in pages:
        page = writer.add_blank_page(600, 800)
        content = DecodedStreamObject()
        content.set_data(program.encode("latin-1") if isinstance(program, str) else program)
        page[name("Contents")] = writer._add_object(content)
        listed = DictionaryObject({name(key): writer._add_object(value) for key, value in held.items()})
        page[name("Resources")] = DictionaryObject({name("Font"): listed})
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def text(x: float, y: float, words: str, *, size: float = 10, face: str = "F") -> str:
    """The program that writes words at a place."""
    return f"BT /{face} {size} Tf {x} {y} Td ({words}) Tj ET\n"


def lines(x: float, y: float, told: Iterable[str], *, size: float = 10) -> str:
    """The program that writes lines under one another."""
    return "".join(text(x, y - 1.2 * size * at, line, size=size) for at, line in enumerate(told))


def blocks(*pages: str | bytes, fonts: Mapping[str, DictionaryObject] | None = None) -> list[tuple[str, str]]:
    """Kind and text of each block that is read out of pages."""
    return [(block.kind, block.text) for block in read("a.pdf", pdf(*pages, fonts=fonts)).blocks]


def cut(*pages: str) -> list[Block]:
    return list(read("a.pdf", pdf(*pages)).cut)
