"""Web pages: the article out of the page around it, with its lists, tables and addresses."""

import re

from lxml import etree, html

from documents.boilerplate import article
from documents.encoding import decode
from documents.errors import EmptyFileError
from documents.metadata import source_address, told_date
from documents.model import Block, Reading
from documents.readers.html_head import read_head
from documents.readers.html_walk import candidates

_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+)", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def read(file: str, content: bytes) -> Reading:
    """What a web page says.

    Raises: EmptyFileError when there is no element in it.
    """
    text = decode(content, markup=True)
    root = _tree(file, text)
    saved = _SAVED_FROM.search(text[:5000])
    head = read_head(root)
    found = candidates(root)
    sources = [one for one in found if source_address(one.block.text)]
    kept, cut = article([one for one in found if one not in sources])
    named = next((source_address(one.block.text) for one in sources), None)
    return Reading(
        blocks=kept,
        title=head.title or _first_heading(kept),
        language=head.language,
        address=head.address or (saved[1] if saved else None) or named,
        date=head.date or told_date(one.block.text for one in found),
        cut=(*(one.block for one in sources), *cut),
    )


def _tree(file: str, text: str) -> html.HtmlElement:
    # huge_tree stays off: libxml2 then caps depth and text size itself.
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(_DECLARATION.sub("", text).encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise EmptyFileError(file, "No text was found in this web page.") from error


def _first_heading(kept: tuple[Block, ...]) -> str | None:
    return next((block.text for block in kept if block.kind in {"title", "heading"}), None)
