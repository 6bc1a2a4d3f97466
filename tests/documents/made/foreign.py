"""Files of formats that are not read, which are told what to do with them."""

import gzip
import tarfile
from io import BytesIO

from tests.documents.made import decks, packages, pdfs, word

_OFFICE = {"[Content_Types].xml": b"<Types/>"}


def old_word() -> bytes:
    return packages.ole("WordDocument", "1Table")


def old_deck() -> bytes:
    return packages.ole("Current User", "PowerPoint Document")


def old_sheet() -> bytes:
    return packages.ole("Workbook")


def outlook() -> bytes:
    return packages.ole("__nameid_version1.0", "__substg1.0_0037001F")


def rich_text() -> bytes:
    return b"{\\rtf1\\ansi\\ansicpg1250 Klaster M\\'b3yn\\'f3w skupia m\\'b3yny.\\par}"


def book() -> bytes:
    """An EPUB."""
    return packages.package({"mimetype": b"application/epub+zip", "META-INF/container.xml": b"<container/>"})


def pages() -> bytes:
    """A document of Apple Pages."""
    return packages.package(
        {"Index/Document.iwa": b"x", "Index/Tables/DataList.iwa": b"x", "preview.jpg": b"x"}
    )


def keynote() -> bytes:
    """A presentation of Apple Keynote."""
    return packages.package({"Index/Presentation.iwa": b"x", "Index/Slide.iwa": b"x", "preview.jpg": b"x"})


def sheet() -> bytes:
    return packages.package(_OFFICE | {"xl/workbook.xml": b"<workbook/>"})


def drawing() -> bytes:
    """A drawing of Visio."""
    return packages.package(_OFFICE | {"visio/document.xml": b"<VisioDocument/>"})


def archive() -> bytes:
    return packages.package({"mlyny.pdf": pdfs.plain(), "mlyny.docx": word.article()})


def archive_with_password() -> bytes:
    return packages.locked(archive())


def archives_in_archives() -> bytes:
    """Archives in archives, sixteen in each, eight deep: a petabyte in the end."""
    inner = packages.package({f"{at}.bin": bytes(1_000_000) for at in range(16)})
    for _ in range(8):
        inner = packages.package({f"{at}.zip": inner for at in range(16)})
    return inner


def packed() -> bytes:
    return gzip.compress(decks.talk(), mtime=0)


def tape() -> bytes:
    target = BytesIO()
    with tarfile.open(fileobj=target, mode="w") as made:
        member = tarfile.TarInfo("mlyny.txt")
        member.size = 5
        made.addfile(member, BytesIO(b"mlyny"))
    return target.getvalue()


def picture() -> bytes:
    return packages.picture(32)


def drawn() -> bytes:
    """An SVG with a script and an entity in it."""
    return (
        b'<?xml version="1.0"?>' + packages.EXTERNAL.replace(b"DOCTYPE x", b"DOCTYPE svg")
        + b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><text>&a; mill</text></svg>'
    )  # fmt: skip


def feed() -> bytes:
    """XML that is no page."""
    return (
        b'<?xml version="1.0"?>'
        + packages.BILLION_LAUGHS
        + b"<rss><channel><title>&j;</title></channel></rss>"
    )


def program() -> bytes:
    return b"MZ" + bytes(200) + b"This program cannot be run in DOS mode." + bytes(500)
