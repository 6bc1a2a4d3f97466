"""What kind of file some bytes are: by what they hold first, by the file's name last."""

import io
import re
import zipfile
from pathlib import PurePath

from documents.errors import DamagedFileError, EmptyFileError, UnknownFormatError
from documents.foreign import refuse_foreign, refuse_foreign_package, refuse_foreign_text
from documents.model import Format
from documents.unpacking import ARCHIVE_FAULTS

_BY_EXTENSION: dict[str, Format] = {
    ".pdf": "pdf",
    ".pptx": "pptx",
    ".docx": "docx",
    ".odt": "odt",
    ".odp": "odp",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".shtml": "html",
    ".mhtml": "html",
    ".mht": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".text": "text",
    ".log": "text",
    "": "text",
}
_BY_MEMBER: dict[str, Format] = {"ppt/presentation.xml": "pptx", "word/document.xml": "docx"}
# What an OpenDocument or e-book package says it is; a template is read as what is made of it.
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_BY_TYPE: dict[str, Format] = {
    f"{_OPEN_DOCUMENT}text": "odt",
    f"{_OPEN_DOCUMENT}text-template": "odt",
    f"{_OPEN_DOCUMENT}presentation": "odp",
    f"{_OPEN_DOCUMENT}presentation-template": "odp",
}
# PNG, JPEG, TIFF in its two orders of bytes, and WebP.
_PICTURE = re.compile(rb"\x89PNG|\xff\xd8\xff|II\*\x00|MM\x00\*|RIFF.{4}WEBP", re.DOTALL)
_MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|section|table|ul|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_FLAT = re.compile(rb"^\s*<\?xml[^>]*>.{0,200}<(?:office:document|pkg:package|w:wordDocument)\b", re.DOTALL)
# A page saved with its pictures in one file: the headers of a message over the parts of one.
_SAVED = re.compile(
    rb"(?:[A-Za-z-]+:[^\n]*\n(?:[ \t]+[^\n]*\n)*)*?content-type:\s*multipart/related", re.IGNORECASE
)
# The share of control characters up to which bytes are still a text.
_FEW = 0.02
_ESCAPE = 27


def format_of(file: str, content: bytes) -> Format:
    """The format of a file's bytes, whatever its extension says.

    Raises: UnreadableError, as one of its kinds, with a reason for a person.
    """
    extension = PurePath(file).suffix.lower()
    if not content.strip(b"\x00 \t\r\n\f"):
        raise EmptyFileError(file, "The file is empty.")
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(file, content)
    if _PICTURE.match(content):
        return "image"
    refuse_foreign(file, extension, content)
    return _written(file, extension, content)


def _zipped(file: str, content: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            told = _told_type(archive) if "mimetype" in names else ""
    except ARCHIVE_FAULTS as error:
        raise DamagedFileError(
            file, "The file is cut short or damaged: its archive cannot be opened."
        ) from error
    for member, kind in _BY_MEMBER.items():
        if member in names:
            return kind
    if told in _BY_TYPE:
        return _BY_TYPE[told]
    if "xl/workbook.xml" in names or told.startswith(f"{_OPEN_DOCUMENT}spreadsheet"):
        raise UnknownFormatError(
            file, "Spreadsheets are not read; save the sheet as HTML or plain text and add that."
        )
    if told.startswith(_OPEN_DOCUMENT):
        raise UnknownFormatError(
            file, "Of OpenDocument, texts and slides are read; save it as PDF and add that."
        )
    if told == "application/epub+zip":
        raise UnknownFormatError(file, "E-books are not read; save it as PDF, DOCX or HTML and add that.")
    refuse_foreign_package(file, names)
    raise UnknownFormatError(file, "This is an archive; unpack it and add the files that are in it.")


def _told_type(archive: zipfile.ZipFile) -> str:
    with archive.open("mimetype") as part:
        return part.read(200).decode("ascii", errors="replace").strip()


def _written(file: str, extension: str, content: bytes) -> Format:
    named = _BY_EXTENSION.get(extension)
    if named in {"pdf", "pptx", "docx", "odt", "odp"} and not _is_text(content):
        raise DamagedFileError(
            file, f"The file is damaged: it does not begin as a {extension[1:].upper()} file does."
        )
    if not _is_text(content):
        raise UnknownFormatError(file, "The file is not text and of no format that is read.")
    if _SAVED.match(content.lstrip()[:4000]):
        return "html"
    if _FLAT.search(content[:4000]):
        raise UnknownFormatError(
            file, "This is an Office file written as XML; save it as DOCX, PPTX, ODT or ODP and add that."
        )
    if _MARKUP.match(content.lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\x00", b"")[:4000]):
        return "markdown" if named == "markdown" and b"<html" not in content[:2000].lower() else "html"
    refuse_foreign_text(file, content)
    return named if named in {"html", "markdown"} else "text"


def _is_text(content: bytes) -> bool:
    """Whether bytes are text of some encoding: hardly any control characters, zeros only as in UTF-16."""
    head = content[:8000]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    zeros = head.count(0)
    if zeros > max(2, len(head) * _FEW):
        even, odd = head[0::2].count(0), head[1::2].count(0)
        return zeros > len(head) * 0.2 and min(even, odd) * 8 < max(even, odd)
    # Escapes are those of coloured logs; a few zeros are what a failing disk or an old program leaves.
    control = sum(1 for byte in head if byte < 9 or (13 < byte < 32 and byte != _ESCAPE))
    return control <= max(2, len(head) * _FEW)
