"""ZIP packages changed, and made to do harm."""

import struct
import zlib
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

BILLION_LAUGHS = (
    b'<!DOCTYPE lolz [<!ENTITY a "HAHA">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + at, b"&%c;" % (97 + at) * 10) for at in range(9))
    + b"]>"
)
LAUGH = b"&j;"
# What stands in the file that an external entity would read: on every Unix, and never in ours.
SECRET = b"root:"
EXTERNAL = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b SYSTEM "http://127.0.0.1:9/x">]>'


def parts(content: bytes) -> dict[str, bytes]:
    """A package's parts by name."""
    with ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def package(held: Mapping[str, bytes]) -> bytes:
    """A package of parts."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as made:
        for name, content in held.items():
            # OpenDocument and EPUB want their kind first and unpacked.
            made.writestr(name, content, ZIP_STORED if name == "mimetype" else ZIP_DEFLATED)
    return target.getvalue()


def replaced(content: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The package with the first `old` in one of its parts as `new`."""
    held = parts(content)
    assert old in held[part], (part, old)
    return package(held | {part: held[part].replace(old, new, 1)})


def with_doctype(content: bytes, part: str, doctype: bytes, word: bytes, entity: bytes) -> bytes:
    """The package with a document type before a part's root, and an entity in place of a word of its text."""
    held = parts(content)
    text = held[part]
    assert word in text, (part, word)
    head, _, rest = text.partition(b"?>") if text.startswith(b"<?xml") else (b"", b"", text)
    start = head + b"?>" if head else b""
    return package(held | {part: start + doctype + rest.replace(word, entity, 1)})


def picture(size: int) -> bytes:
    """A PNG of that many black dots each way, of one bit each."""
    packer = zlib.compressobj(9)
    line = bytes(1 + (size + 7) // 8)
    dots = b"".join([*(packer.compress(line) for _ in range(size)), packer.flush()])
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", size, size, 1, 0, 0, 0, 0)), (b"IDAT", dots), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))
        for kind, held in chunks
    )


def swollen(content: bytes, size_mb: int) -> bytes:
    """The package with one part more, of that many megabytes of zeros."""
    return _with_zeros(content, b"media/%04d.bin", size_mb, 1)


def overlapping(content: bytes, part: str, copies: int = 2_000) -> bytes:
    """The package with thousands of entries in its directory that are all the same packed bytes.

    Each alone packs no better than text does; together they unpack to far more than the file's size.
    """
    return _with_zeros(content, b"word/media/%04d.xml", 1, copies)


def _with_zeros(content: bytes, name: bytes, size_mb: int, copies: int) -> bytes:
    """The package with one part more of zeros, which so many entries of its directory name."""
    packed, crc = _zeros(size_mb)
    size = size_mb * 1_000_000
    start = content.rindex(b"PK\x05\x06")
    count, _, length, offset = struct.unpack("<HHII", content[start + 8 : start + 20])
    local = _local(name % 0, packed, size, crc)
    directory = content[offset : offset + length]
    directory += b"".join(_central(name % at, packed, size, crc, offset) for at in range(copies))
    end = struct.pack(
        "<4sHHHHIIH",
        b"PK\x05\x06",
        0,
        0,
        count + copies,
        count + copies,
        len(directory),
        offset + len(local),
        0,
    )
    return content[:offset] + local + directory + end


@cache
def _zeros(size_mb: int) -> tuple[bytes, int]:
    """So many megabytes of zeros, packed as in a ZIP file, and their checksum."""
    packer, crc = zlib.compressobj(9, zlib.DEFLATED, -15), 0
    zeros = bytes(1_000_000)
    packed = []
    for _ in range(size_mb):
        packed.append(packer.compress(zeros))
        crc = zlib.crc32(zeros, crc)
    return b"".join([*packed, packer.flush()]), crc


def _local(name: bytes, packed: bytes, size: int, crc: int) -> bytes:
    return (
        struct.pack("<4sHHHHHIIIHH", b"PK\x03\x04", 20, 0, 8, 0, 0, crc, len(packed), size, len(name), 0)
        + name
        + packed
    )


def _central(name: bytes, packed: bytes, size: int, crc: int, offset: int) -> bytes:
    head = struct.pack(
        "<4sHHHHHHIIIHHHHHII",
        b"PK\x01\x02",
        20,
        20,
        0,
        8,
        0,
        0,
        crc,
        len(packed),
        size,
        len(name),
        0,
        0,
        0,
        0,
        0,
        offset,
    )
    return head + name


def locked(content: bytes) -> bytes:
    """The package with every part marked as encrypted, as ZIP programs do it."""
    made = bytearray(content)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = made.find(sign)
        while place >= 0:
            made[place + at] |= 1
            place = made.find(sign, place + 4)
    return bytes(made)


def ole(*streams: str) -> bytes:
    """The beginning of an OLE file, whose directory names the streams: Office 97-2003, Outlook, encrypted Office."""
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
    directory = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 2 * len(name) + 2) + bytes(62)
        for name in ("Root Entry", *streams)
    )
    return head + directory + bytes(2_048)
