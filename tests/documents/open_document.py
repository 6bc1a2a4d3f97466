"""Small OpenDocument files for the tests, made of the XML that office programs write."""

from io import BytesIO
from zipfile import ZipFile

_SPACES = " ".join(
    f'xmlns:{name}="{address}"'
    for name, address in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "presentation": "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0",
        "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
        "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
        "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
        "chart": "urn:oasis:names:tc:opendocument:xmlns:chart:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
        "dc": "http://purl.org/dc/elements/1.1/",
    }.items()
)


def odt(body: str, *, styles: str = "", shared: str = "", meta: str = "") -> bytes:
    """A text of that body, with its own styles and those of styles.xml."""
    return _package("text", f"<office:text>{body}</office:text>", styles=styles, shared=shared, meta=meta)


def odp(*pages: str, styles: str = "", meta: str = "", parts: dict[str, str] | None = None) -> bytes:
    """A deck of those pages, 20 by 10 centimetres wide, and further parts of its package."""
    shared = '<style:page-layout-properties fo:page-width="20cm" fo:page-height="10cm"/>'
    body = f"<office:presentation>{''.join(pages)}</office:presentation>"
    return _package("presentation", body, styles=styles, shared=shared, meta=meta, parts=parts or {})


def frame(text: str, *, kind: str = "", x: float = 1, y: float = 5, wide: float = 8, high: float = 1) -> str:
    """A text box on a slide, of a presentation class if it has one; places in centimetres."""
    named = f'presentation:class="{kind}"' if kind else ""
    inner = text if text.startswith("<") else f"<text:p>{text}</text:p>"
    return (
        f'<draw:frame {named} svg:x="{x}cm" svg:y="{y}cm" svg:width="{wide}cm" svg:height="{high}cm">'
        f"<draw:text-box>{inner}</draw:text-box></draw:frame>"
    )


def page(*shapes: str, style: str = "") -> str:
    """A slide of those shapes."""
    return f'<draw:page draw:style-name="{style}">{"".join(shapes)}</draw:page>'


def root(name: str, inside: str) -> str:
    """A part of a package: its outermost element, with all name spaces."""
    return f'<?xml version="1.0" encoding="UTF-8"?><office:{name} {_SPACES}>{inside}</office:{name}>'


def _package(
    kind: str, body: str, *, styles: str, shared: str, meta: str, parts: dict[str, str] | None = None
) -> bytes:
    target = BytesIO()
    content = f"<office:automatic-styles>{styles}</office:automatic-styles><office:body>{body}</office:body>"
    with ZipFile(target, "w") as package:
        package.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        package.writestr("content.xml", root("document-content", content))
        package.writestr("styles.xml", root("document-styles", shared))
        package.writestr("meta.xml", root("document-meta", f"<office:meta>{meta}</office:meta>"))
        for name, part in (parts or {}).items():
            package.writestr(name, part)
    return target.getvalue()
