"""The format of a file told by its bytes."""

import io
import zipfile

import pytest

from documents.errors import (
    DamagedFileError,
    EmptyFileError,
    EncryptedFileError,
    UnknownFormatError,
    UnreadableError,
)
from documents.formats import format_of

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def _open_document(kind: str) -> bytes:
    return _archive("mimetype", "content.xml", text=f"application/vnd.oasis.opendocument.{kind}")


def _archive(*members: str, text: str = "x") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for member in members:
            archive.writestr(member, text)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.txt", b"Klaster", "text"),
        ("a.md", b"# Klaster", "markdown"),
        ("a.txt", b"<!DOCTYPE html><html><p>Klaster</p></html>", "html"),
        ("a.pdf", b"<html><p>Klaster</p></html>", "html"),
        ("a.docx", b"%PDF-1.7\n", "pdf"),
        ("a.pdf", _archive("[Content_Types].xml", "ppt/presentation.xml"), "pptx"),
        ("a.txt", _archive("word/document.xml"), "docx"),
        ("a.zip", _open_document("text"), "odt"),
        ("a.odt", _open_document("presentation"), "odp"),
        ("a.ott", _open_document("text-template"), "odt"),
        ("a.html", "Zwykły tekst".encode("utf-16"), "html"),
        ("a", "Bez rozszerzenia".encode("cp1250"), "text"),
        ("a.dane", b"tekst", "text"),
    ],
)
def test_a_file_is_what_its_bytes_are_whatever_its_name(name: str, content: bytes, kind: str) -> None:
    assert format_of(name, content) == kind


@pytest.mark.parametrize(
    ("name", "content", "error", "reason"),
    [
        ("a.txt", b"", EmptyFileError, "empty"),
        ("a.txt", b" \r\n\t", EmptyFileError, "empty"),
        ("a.ppt", _OLE, UnknownFormatError, "PPTX"),
        ("a.doc", _OLE, UnknownFormatError, "DOCX"),
        ("a.xls", _OLE, UnknownFormatError, "save it as"),
        ("a.docx", _OLE, EncryptedFileError, "password"),
        ("a.txt", b"GIF89a" + bytes(99), UnknownFormatError, "picture"),
        ("a.zip", _archive("a.txt"), UnknownFormatError, "unpack"),
        ("a.xlsx", _archive("xl/workbook.xml"), UnknownFormatError, "Spreadsheets"),
        ("a.ods", _open_document("spreadsheet"), UnknownFormatError, "Spreadsheets"),
        ("a.odg", _open_document("graphics"), UnknownFormatError, "PDF"),
        ("a.epub", _archive("mimetype", text="application/epub+zip"), UnknownFormatError, "E-books"),
        ("a.fodt", b'<?xml version="1.0"?>\n<office:document/>', UnknownFormatError, "ODT"),
        ("a.odt", bytes(range(256)) * 9, DamagedFileError, "ODT"),
        # Named: an archive holds the time, and a test has the same name in every process.
        pytest.param(
            "a.pptx",
            _archive("ppt/presentation.xml")[:40],
            DamagedFileError,
            "damaged",
            id="a.pptx cut short",
        ),
        ("a.pdf", bytes(range(256)) * 9, DamagedFileError, "PDF"),
        ("a.bin", bytes(range(256)) * 9, UnknownFormatError, "not text"),
        ("a.rtf", b"{\\rtf1 x}", UnknownFormatError, "DOCX"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_its_reason(
    name: str, content: bytes, error: type[UnreadableError], reason: str
) -> None:
    with pytest.raises(error) as refused:
        format_of(name, content)

    assert reason in refused.value.reason
    assert refused.value.file == name
