"""PDFs that no program writes, put together object by object."""

import zlib
from collections.abc import Sequence

_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
    b"/Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>"
)
_TEXT = b"BT /F1 12 Tf 72 700 Td (The mill stands beside the canal.) Tj ET"


def launch_action() -> bytes:
    """It would start a program when it is opened."""
    catalog = (
        b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (/bin/sh) /Win << /F (calc.exe) >> >> "
        b"/AA << /WC << /S /URI /URI (http://203.0.113.7/) >> >> >>"
    )
    return _pdf(catalog, _pages(), _PAGE, _stream(_TEXT), _FONT, _form(b""))


def page_loop() -> bytes:
    """Its tree of pages leads back to its root."""
    return _pdf(_catalog(), b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>")


def deep_pages() -> bytes:
    """Its only page lies five thousand levels down."""
    depth = 5_000
    levels = [
        b"<< /Type /Pages /Count 1 /Kids [%d 0 R] %s >>"
        % (at + 1, b"/Parent %d 0 R" % (at - 1) if at > 2 else b"")
        for at in range(2, depth)
    ]
    page = b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 600 800] >>" % (depth - 1)
    return _pdf(_catalog(), *levels, page)


def said_pages() -> bytes:
    """It says it has two thousand million pages, and has one."""
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>"
    return _pdf(_catalog(), pages, _PAGE, _stream(_TEXT), _FONT, _form(b""))


def ten_thousand_pages() -> bytes:
    """Ten thousand pages, each an object of its own."""
    count = 10_000
    kids = b" ".join(b"%d 0 R" % (7 + at) for at in range(count))
    pages = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, kids)
    return _pdf(_catalog(), pages, _PAGE, _stream(_TEXT), _FONT, _form(b""), *[_PAGE] * count)


def form_in_itself() -> bytes:
    """A drawing that draws itself."""
    return _pdf(
        _catalog(), _pages(), _PAGE, _stream(_TEXT + b" /X Do"), _FONT,
        _form(_TEXT + b" /X Do", b"/Resources << /XObject << /X 6 0 R >> /Font << /F1 5 0 R >> >>"),
    )  # fmt: skip


def forms_doubled() -> bytes:
    """Drawings each of which draws the next one twice: 2 to the 40th times in the end."""
    depth = 40
    forms = [
        _form(b"/X Do /X Do", b"/Resources << /XObject << /X %d 0 R >> >>" % (7 + at)) for at in range(depth)
    ]
    last = _form(_TEXT, b"/Resources << /Font << /F1 5 0 R >> >>")
    return _pdf(_catalog(), _pages(), _PAGE, _stream(_TEXT + b" /X Do"), _FONT, *forms, last)


def swollen_text() -> bytes:
    """A page whose description is two hundred megabytes of blanks."""
    packer = zlib.compressobj(9)
    blanks = b" " * 1_000_000
    packed = b"".join([*(packer.compress(blanks) for _ in range(200)), packer.flush()])
    return _pdf(_catalog(), _pages(), _PAGE, _packed(packed), _FONT, _form(b""))


def swollen_twice() -> bytes:
    """A page whose description is packed twice, a thousandth of a thousandth."""
    packed = zlib.compress(zlib.compress(b" " * 100_000_000, 9), 9)
    head = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>" % len(packed)
    return _pdf(_catalog(), _pages(), _PAGE, _raw(head, packed), _FONT, _form(b""))


def image_bomb() -> bytes:
    """A picture of a hundred thousand by a hundred thousand dots in a few kilobytes, beside a line of text."""
    packed = zlib.compress(bytes(4_000_000), 9)
    head = (
        b"<< /Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 "
        b"/ColorSpace /DeviceRGB /Filter /FlateDecode /Length %d >>" % len(packed)
    )
    draw = _TEXT + b" q 600 0 0 100 0 0 cm /X Do Q"
    return _pdf(_catalog(), _pages(), _PAGE, _stream(draw), _FONT, _raw(head, packed))


def image_bomb_alone() -> bytes:
    """That picture on a page without text, as a scan is."""
    return image_bomb().replace(_TEXT, b" " * len(_TEXT))


def huge_page() -> bytes:
    """A page as wide as a town."""
    page = _PAGE.replace(b"[0 0 600 800]", b"[0 0 99999999999 99999999999]")
    return _pdf(_catalog(), _pages(), page, _stream(_TEXT), _FONT, _form(b""))


def numbers_out_of_range() -> bytes:
    """Sizes and places that are no numbers one can reckon with."""
    text = b"BT /F1 1e999 Tf 1e308 1e308 Td 99999999999999999999 0 0 -1e38 5 5 Tm (Far.) Tj ET " + _TEXT
    return _pdf(_catalog(), _pages(), _PAGE, _stream(text), _FONT, _form(b""))


def deep_array() -> bytes:
    """Brackets in brackets, a hundred thousand deep, where a page's contents should be."""
    deep = b"[" * 100_000 + b"]" * 100_000
    return _pdf(_catalog(), _pages(), _PAGE, deep, _FONT, _form(b""))


def outline_loop() -> bytes:
    """Bookmarks that follow one another in a ring."""
    catalog = b"<< /Type /Catalog /Pages 2 0 R /Outlines 7 0 R >>"
    root = b"<< /Type /Outlines /First 8 0 R /Last 8 0 R /Count 1 >>"
    mark = b"<< /Title (mark) /Parent 7 0 R /Next 8 0 R /Prev 8 0 R /First 8 0 R /Dest [3 0 R /Fit] >>"
    return _pdf(catalog, _pages(), _PAGE, _stream(_TEXT), _FONT, _form(b""), root, mark)


def _catalog() -> bytes:
    return b"<< /Type /Catalog /Pages 2 0 R >>"


def _pages() -> bytes:
    return b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def _raw(head: bytes, content: bytes) -> bytes:
    return head + b"\nstream\n" + content + b"\nendstream"


def _stream(content: bytes) -> bytes:
    return _raw(b"<< /Length %d >>" % len(content), content)


def _packed(packed: bytes) -> bytes:
    return _raw(b"<< /Length %d /Filter /FlateDecode >>" % len(packed), packed)


def _form(content: bytes, more: bytes = b"") -> bytes:
    head = b"<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Length %d %s >>" % (len(content), more)
    return _raw(head, content)


def _pdf(*objects: bytes) -> bytes:
    """A PDF of objects, numbered from 1, of which the first is the catalog."""
    return _file(objects)


def _file(objects: Sequence[bytes]) -> bytes:
    made = bytearray(b"%PDF-1.7\n")
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(made)
