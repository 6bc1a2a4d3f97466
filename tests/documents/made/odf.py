"""OpenDocument files, written part by part."""

from tests.documents.made import packages
from tests.documents.made.prose import JOINING, MILLS

_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"),
        ("presentation", "presentation"), ("manifest", "manifest"), ("meta", "meta"),
    )
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip
_KIND = "application/vnd.oasis.opendocument."
_TEXT = f"""
<text:h text:outline-level="1">Młyny Doliny Żółtej</text:h>
<text:p>{MILLS}</text:p>
<text:list><text:list-item><text:p>młyny żytnie</text:p>
<text:list><text:list-item><text:p>w gminie Żółte</text:p></text:list-item></text:list></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>Rok</text:p></table:table-cell>
<table:table-cell><text:p>Członków</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>2019</text:p></table:table-cell>
<table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>
<text:p>{JOINING}<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>
<text:p>Uchwała rady z 2021 roku.</text:p></text:note-body></text:note></text:p>
"""
_SLIDES = f"""
<draw:page draw:name="s1"><draw:frame presentation:class="title"><draw:text-box><text:p>Młyny</text:p>
</draw:text-box></draw:frame><draw:frame><draw:text-box><text:p>{MILLS}</text:p></draw:text-box></draw:frame>
<presentation:notes><draw:frame presentation:class="notes"><draw:text-box><text:p>Powiedzieć o spichlerzu.</text:p>
</draw:text-box></draw:frame></presentation:notes></draw:page>
<draw:page draw:name="s2"><draw:frame presentation:class="title"><draw:text-box><text:p>Jak wstąpić</text:p>
</draw:text-box></draw:frame><draw:frame><draw:text-box><text:p>{JOINING}</text:p></draw:text-box></draw:frame>
</draw:page>
"""


def text() -> bytes:
    """Heading, nested list, table, footnote."""
    return _package("text", f"<office:text>{_TEXT}</office:text>")


def slides() -> bytes:
    """Two slides, the first with notes."""
    return _package("presentation", f"<office:presentation>{_SLIDES}</office:presentation>")


def laughs() -> bytes:
    return packages.with_doctype(text(), "content.xml", packages.BILLION_LAUGHS, b"spichlerz", packages.LAUGH)


def external() -> bytes:
    return packages.with_doctype(text(), "content.xml", packages.EXTERNAL, b"spichlerz", b"&a;")


def password() -> bytes:
    """As LibreOffice writes it: the manifest says of each part how it was encrypted."""
    held = packages.parts(text())
    listed = (
        f'<?xml version="1.0"?><manifest:manifest {_SPACES}><manifest:file-entry manifest:full-path="content.xml" '
        'manifest:media-type="text/xml" manifest:size="99"><manifest:encryption-data manifest:checksum="x"/>'
        "</manifest:file-entry></manifest:manifest>"
    )
    return packages.package(
        held | {"META-INF/manifest.xml": listed.encode(), "content.xml": bytes(range(256)) * 4}
    )


def drawing() -> bytes:
    return _package("graphics", "<office:drawing/>")


def sheet() -> bytes:
    return _package("spreadsheet", "<office:spreadsheet/>")


def many_columns() -> bytes:
    """A cell said to be repeated ten million times, a row as often, and a blank."""
    wide = (
        '<table:table><table:table-row table:number-rows-repeated="10000000"><table:table-cell '
        'table:number-columns-repeated="10000000"><text:p>młyn</text:p></table:table-cell></table:table-row>'
        '</table:table><text:p>Po<text:s text:c="100000000"/>tabeli.</text:p>'
    )
    return _package("text", f"<office:text><text:p>{MILLS}</text:p>{wide}</office:text>")


def deep() -> bytes:
    """Sections in sections, five thousand deep."""
    inner = "<text:section>" * 5_000 + "<text:p>Na dnie.</text:p>" + "</text:section>" * 5_000
    return _package("text", f"<office:text><text:p>{MILLS}</text:p>{inner}</office:text>")


def swollen() -> bytes:
    return packages.swollen(text(), 500)


def flat() -> bytes:
    """All in one XML file, as LibreOffice's .fodt is."""
    root = f'<office:document {_SPACES} office:mimetype="{_KIND}text" office:version="1.3">'
    whole = f'<?xml version="1.0"?>{root}<office:body><office:text>{_TEXT}</office:text></office:body></office:document>'
    return whole.encode()


def _package(kind: str, body: str) -> bytes:
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES} office:version="1.3">'
        f"<office:body>{body}</office:body></office:document-content>"
    )
    manifest = (
        f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest {_SPACES} manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_KIND}{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    return packages.package(
        {
            "mimetype": f"{_KIND}{kind}".encode(),
            "content.xml": content.encode(),
            "META-INF/manifest.xml": manifest.encode(),
        }
    )
