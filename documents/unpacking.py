"""ZIP packages looked at before they are unpacked: whole, not too large, and as Office writes them."""

import re
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from documents.errors import DamagedFileError, EncryptedFileError
from documents.limits import check_unpacked

_PACKED = b"PK\x03\x04"
_MOST_PARTS = 20_000
_TYPES = "[Content_Types].xml"
_ENTITY = re.compile(rb"<\x00?!\x00?E\x00?N\x00?T\x00?I\x00?T\x00?Y")
# They are declared before a part's root, so at its beginning.
_HEAD_BYTES = 4_096
# Kinds with the same parts as an ordinary document or presentation, which are what the libraries open.
_WORD = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SLIDES = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_READ_AS = {
    b"application/vnd.ms-word.document.macroEnabled.main+xml": _WORD,
    b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml": _WORD,
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml": _WORD,
    b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml": _SLIDES,
    b"application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml": _SLIDES,
    b"application/vnd.ms-powerpoint.template.macroEnabled.main+xml": _SLIDES,
    b"application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml": _SLIDES,
    b"application/vnd.openxmlformats-officedocument.presentationml.template.main+xml": _SLIDES,
}
_MACROS = re.compile(r"(?:^|/)(?:vbaProject\.bin|vbaData\.xml|Basic/.+/.+\.xml)$")
# What zipfile lets through on archives that are broken, locked, or packed in a way it does not know.
ARCHIVE_FAULTS = (
    BadZipFile,
    zlib.error,
    ValueError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    IndexError,
)


def openable(file: str, content: bytes) -> BytesIO:
    """A package's bytes, once they are found to be whole and harmless; one with macros or made as a template
    is given as the plain document it holds.

    Raises: EncryptedFileError, DamagedFileError, OverLimitError.
    """
    try:
        with ZipFile(BytesIO(content)) as package:
            _check_parts(file, package)
            _check_entities(file, package)
            types = package.read(_TYPES) if _TYPES in package.namelist() else b""
    except ARCHIVE_FAULTS as fault:
        raise DamagedFileError(
            file, "The file is damaged or cut short: it is not a whole Office file."
        ) from fault
    plain = types
    for kind, read_as in _READ_AS.items():
        plain = plain.replace(kind, read_as)
    return BytesIO(content) if plain == types else _with_types(content, plain)


def has_macros(content: bytes) -> bool:
    """Whether a file is a package that holds programs; nothing here ever runs one."""
    if not content.startswith(_PACKED):
        return False
    try:
        with ZipFile(BytesIO(content)) as package:
            return any(_MACROS.search(name) for name in package.namelist())
    except ARCHIVE_FAULTS:
        return False


def _check_parts(file: str, package: ZipFile) -> None:
    parts = package.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise EncryptedFileError(file, "The file has a password: save it without one and add it again.")
    if len(parts) > _MOST_PARTS:
        raise DamagedFileError(file, "The file has far more parts than an Office file has.")
    # What is said here is what is unpacked at most: zipfile reads no further.
    check_unpacked(file, sum(part.file_size for part in parts))


def _check_entities(file: str, package: ZipFile) -> None:
    """Raises: DamagedFileError where a part of XML declares entities.

    No office program does; a document type alone is what old ones wrote. Entities in a document are good for
    filling memory, or for having a file or an address read that is none of its business. Where one gets by,
    the parsers put none in.
    """
    for name in package.namelist():
        if name.endswith((".xml", ".rels", ".rdf")):
            with package.open(name) as part:
                if _ENTITY.search(part.read(_HEAD_BYTES)):
                    raise DamagedFileError(
                        file,
                        "The file declares XML entities, as no office program does; save it anew.",
                    )


def _with_types(content: bytes, types: bytes) -> BytesIO:
    """The package with another list of its parts' kinds; everything else is kept as it is packed."""
    changed = BytesIO(content)
    with ZipFile(changed, "a", ZIP_DEFLATED) as package:
        package.filelist.remove(package.NameToInfo.pop(_TYPES))
        package.writestr(_TYPES, types)
    return changed
