"""Web pages: the article out of the page around it, with its lists, tables and addresses."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree, html

from documents.boilerplate import Candidate, kept
from documents.encoding import decode
from documents.errors import EmptyFileError
from documents.metadata import is_date_line, source_address, told_date
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
    dated = [one for one in found if is_date_line(one.block.text)]
    # One line that says when is the article's; several are those of a list of news or events.
    aside = sources + (dated if len(dated) == 1 else [])
    told = [one for one in found if one not in aside]
    stays = kept(told)
    blocks = tuple(
        _apart([one for one, kept in zip(told, stays, strict=True) if kept], head.site or head.title)
    )
    cut = tuple(one.block for one, kept in zip(told, stays, strict=True) if not kept)
    named = next((source_address(one.block.text) for one in sources), None)
    return Reading(
        blocks=blocks,
        title=head.title or _first_heading(blocks),
        language=head.language,
        address=head.address or (saved[1] if saved else None) or named,
        date=head.date or told_date(one.block.text for one in found),
        cut=(*(one.block for one in aside), *cut),
    )


def _tree(file: str, text: str) -> html.HtmlElement:
    # huge_tree stays off: libxml2 then caps depth and text size itself.
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(_DECLARATION.sub("", text).encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise EmptyFileError(file, "No text was found in this web page.") from error


def _apart(stays: Sequence[Candidate], site: str | None) -> Iterator[Block]:
    """The blocks, with the site's name as a heading over an address in the page's foot.

    Without it the site's telephone would stand under the article's last heading, as if it were that one's.
    """
    inside = False
    for one in stays:
        if one.zone == "edge" and inside and site:
            yield Block(site, "heading", 1)
        inside = one.zone != "edge"
        yield one.block


def _first_heading(blocks: tuple[Block, ...]) -> str | None:
    return next((block.text for block in blocks if block.kind in {"title", "heading"}), None)
