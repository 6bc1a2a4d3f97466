"""Files of formats that are not read: told by what they hold, and refused with what to do."""

import re
from collections.abc import Collection

from documents.errors import EncryptedFileError, UnknownFormatError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The name of a stream that only such a file has, as it stands in the directory of an OLE file.
_OLE_STREAMS = (
    ("EncryptedPackage", None),
    ("PowerPoint Document", "This is a PowerPoint file of Office 97-2003; save it as PPTX and add that."),
    ("WordDocument", "This is a Word file of Office 97-2003; save it as DOCX and add that."),
    (
        "Workbook",
        "This is an Excel file of Office 97-2003; save the sheet as HTML or plain text and add that.",
    ),
    ("Book", "This is an Excel file of Office 97-2003; save the sheet as HTML or plain text and add that."),
    ("__nameid_version1.0", "This is an e-mail of Outlook; save it as HTML or PDF and add that."),
    ("VisioDocument", "This is a drawing of Visio; save it as PDF and add that."),
)
_BY_EXTENSION = {
    **dict.fromkeys((".docx", ".pptx", ".xlsx", ".docm", ".pptm", ".odt", ".odp"), None),
    **dict.fromkeys((".ppt", ".pps", ".pot"), "PPTX"),
    **dict.fromkeys((".doc", ".dot"), "DOCX"),
    ".xls": "a text or HTML file",
}
# Signs, with the place they stand at.
_MAGIC = (
    (0, b"GIF8", "a GIF picture"),
    (0, b"BM", "a BMP picture"),
    (0, b"%!PS", "a PostScript file"),
    (0, b"AT&TFORM", "a DjVu file"),
    (60, b"BOOKMOBI", "an e-book"),
    (4, b"ftyp", "a film or picture file"),
    (0, b"RIFF", "a sound, film or picture file"),
    (0, b"ID3", "a sound file"),
    (0, b"OggS", "a sound file"),
    (0, b"MZ", "a Windows program"),
    (0, b"\x7fELF", "a program"),
    (0, b"SQLite format 3", "a database"),
)
_ARCHIVES = (
    (0, b"\x1f\x8b", "a gzip archive"),
    (0, b"BZh", "a bzip2 archive"),
    (0, b"\xfd7zXZ", "an xz archive"),
    (0, b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (0, b"Rar!", "a RAR archive"),
    (0, b"7z\xbc\xaf", "a 7z archive"),
    (257, b"ustar", "a tar archive"),
)
# A part that only such a package has, as a beginning of its name.
_PARTS = (
    ("visio/document.xml", "This is a drawing of Visio; save it as PDF and add that."),
    ("Index/Slide", "This is a presentation of Apple Keynote; save it as PPTX or PDF and add that."),
    (
        "Index/Presentation.iwa",
        "This is a presentation of Apple Keynote; save it as PPTX or PDF and add that.",
    ),
    (
        "Index/CalculationEngine.iwa",
        "This is a file of Apple Pages or Numbers; save it as DOCX or PDF and add that.",
    ),
    ("Index/Document.iwa", "This is a file of Apple Pages or Numbers; save it as DOCX or PDF and add that."),
    ("Index.zip", "This is a file of Apple iWork; save it as DOCX, PPTX or PDF and add that."),
)
_LETTER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){3,}")
_LETTER_LINES = re.compile(
    rb"^(?:from|to|subject|date|received|mime-version|message-id):", re.IGNORECASE | re.MULTILINE
)
_XML = re.compile(rb"\s*<\?xml\b")
_XML_ROOT = re.compile(rb"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]")
_HEAD_BYTES = 4_000


def refuse_foreign(file: str, extension: str, content: bytes) -> None:
    """Raises: UnknownFormatError or EncryptedFileError for bytes of a known format that is not read."""
    if content.startswith(_OLE):
        _refuse_ole(file, extension, content)
    for place, sign, name in _ARCHIVES:
        if content.startswith(sign, place):
            raise UnknownFormatError(file, f"This is {name}; unpack it and add the files that are in it.")
    for place, sign, name in _MAGIC:
        if content.startswith(sign, place) and _is_binary(content, sign):
            raise UnknownFormatError(
                file, f"This is {name}; save its text as PDF, DOCX, HTML or plain text and add that."
            )
    if content.startswith(b"{\\rtf"):
        raise UnknownFormatError(file, "RTF files are not read; save it as DOCX and add that.")


def refuse_foreign_package(file: str, parts: Collection[str]) -> None:
    """Raises: UnknownFormatError for a ZIP package that holds one of these parts."""
    for beginning, reason in _PARTS:
        if any(part.startswith(beginning) for part in parts):
            raise UnknownFormatError(file, reason)


def refuse_foreign_text(file: str, content: bytes) -> None:
    """Raises: UnknownFormatError for text that is written for programs, or is an e-mail with its heads."""
    head = content[:_HEAD_BYTES].lstrip(b"\xef\xbb\xbf")
    if _XML.match(head):
        root = _XML_ROOT.search(head)
        if root and root[2].lower() == b"svg":
            raise UnknownFormatError(
                file, "This is an SVG picture; save its text as PDF or HTML and add that."
            )
        if root and root[2].lower() != b"html":
            raise UnknownFormatError(
                file,
                "This is XML and no web page; save it as HTML, DOCX, ODT or plain text and add that.",
            )
    letter = _LETTER.match(head)
    if letter and len({found.lower() for found in _LETTER_LINES.findall(letter[0])}) >= 3:
        raise UnknownFormatError(file, "This is an e-mail; save it as HTML, PDF or plain text and add that.")


def _refuse_ole(file: str, extension: str, content: bytes) -> None:
    for stream, reason in _OLE_STREAMS:
        if stream.encode("utf-16-le") + b"\0\0" in content:
            if reason is None:
                break
            raise UnknownFormatError(file, reason)
    else:
        wanted = _BY_EXTENSION.get(extension, "DOCX or PPTX")
        if wanted is not None:
            raise UnknownFormatError(
                file, f"This is a file of Office 97-2003; save it as {wanted} and add that."
            )
    raise EncryptedFileError(
        file, "The file is protected by a password; save a copy without it and add that."
    )


def _is_binary(content: bytes, sign: bytes) -> bool:
    """Whether bytes that begin with a sign of few letters are more than a text that begins with those."""
    return len(sign) > 3 or not sign.isalnum() or b"\0" in content[:64]
