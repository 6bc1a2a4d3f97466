"""Web pages: the article out of the page around it, with its lists, tables and addresses."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree, html

from documents.boilerplate import Candidate, kept
from documents.bylines import told_authors
from documents.errors import EmptyFileError
from documents.metadata import is_date_line, meta_date, source_address, told_change, told_date
from documents.model import Block, Language, Reading
from documents.people import people
from documents.raised import raised
from documents.readers.html_head import read_head
from documents.readers.html_saved import page_of
from documents.readers.html_seen import is_reference, squeezed
from documents.readers.html_walk import candidates, is_too_deep

_TAGS = re.compile(r"<[^>]+>|\r\n?")
_OWN_ZONES = frozenset({"main", "side"})
# Less is a summary, not the article.
_ARTICLE_CHARS, _SENTENCE_CHARS = 300, 40
# Pictures written into the page; libxml2 gives up on a page at a value of ten megabytes.
_INLINED = re.compile(r"data:[\w/+.;=-]{1,100}+,[A-Za-z0-9+/=%_-]{1000,}+")
# What only lays out, and what only sets letters in another face.
_BOXES = re.compile(r"</?(?:div|section|article|main|center|blockquote|aside)\b[^>]*>", re.IGNORECASE)
_FACES = re.compile(
    r"</?(?:span|font|b|i|u|em|strong|small|big|tt|s|strike|ins|label)\b[^>]*>", re.IGNORECASE
)
_FLAT = "its parts are nested too deeply to be told apart; its text was kept"
_TOO_DEEP = "what is nested too deeply in it was not read"
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def read(file: str, content: bytes) -> Reading:
    """What a web page says.

    Raises: EmptyFileError when there is no element in it, or only frames.
    """
    page = page_of(content)
    root, warnings = _tree(file, page.markup)
    if root.find(".//frameset") is not None and len(squeezed(root.text_content())) < _ARTICLE_CHARS:
        raise EmptyFileError(file, "This page only shows others in frames; save each of them and add that.")
    head = read_head(root)
    _raise_figures(root)
    _quote(root, head.language)
    found = _told_by_data(candidates(root), head.body)
    sources = [one for one in found if source_address(one.block.text)]
    dated = [one for one in found if is_date_line(one.block.text)]
    # One line that says when is the article's; several are those of a list of news or events.
    aside = sources + (dated if len(dated) == 1 else [])
    told = [one for one in found if one not in aside]
    stays = kept(told)
    blocks = _headed(
        tuple(_apart([one for one, kept in zip(told, stays, strict=True) if kept], head.site or head.title)),
        head.title or "",
    )
    if blocks and head.owner and not any(head.owner.casefold() in one.text.casefold() for one in blocks):
        # Whose page it is, where else but a picture tells it.
        blocks = (Block(head.owner, "title"), *blocks)
    cut = tuple(one.block for one, kept in zip(told, stays, strict=True) if not kept)
    named = next((source_address(one.block.text) for one in sources), None)
    return Reading(
        blocks=blocks,
        title=head.title or _first_heading(blocks),
        language=head.language,
        address=head.address or page.address or named,
        date=head.date
        or told_date(one.block.text for one in found)
        or meta_date(page.properties.get("created", "")),
        modified=head.modified
        or told_change(one.block.text for one in found)
        or meta_date(page.properties.get("lastsaved", "")),
        authors=head.authors
        or told_authors(one.block.text for one in found if one.zone in _OWN_ZONES)
        or people([page.properties.get("author", "")]),
        cut=(*(one.block for one in aside), *cut),
        warnings=warnings,
    )


def _raise_figures(root: html.HtmlElement) -> None:
    for one in root.iter("sup"):
        if not len(one) and one.text and not is_reference(one):
            one.text = raised(one.text)


def _quote(root: html.HtmlElement, language: Language | None) -> None:
    """Puts the marks into the text that browsers draw around what an element quotes."""
    first, last = ("“", "”") if language == "en" else ("„", "”")
    for one in root.iter("q"):
        one.text = first + (one.text or "")
        if len(one):
            one[-1].tail = (one[-1].tail or "") + last
        else:
            one.text += last


def _told_by_data(found: Sequence[Candidate], body: str) -> list[Candidate]:
    """The blocks of a page with what its linked data hold as the article marked as such.

    Where the page itself has hardly any of that text, as a program is to put it there, the data's is taken.
    """
    said = squeezed(body)
    if len(said) < _ARTICLE_CHARS:
        return list(found)
    told = [one for one in found if len(one.block.text) >= _SENTENCE_CHARS and one.block.text in said]
    if sum(len(one.block.text) for one in told) * 2 < len(said) and not _overlap(found, said):
        lines = (squeezed(line) for line in _TAGS.sub("\n", body).split("\n"))
        return [*found, *(Candidate(Block(line)) for line in lines if line)]
    return [replace(one, zone="main") if one in told else one for one in found]


def _overlap(found: Sequence[Candidate], said: str) -> bool:
    """Whether a page has the words of its linked data, though it may cut them into other blocks."""
    words, seen = set(said.split()), {word for one in found for word in one.block.text.split()}
    return len(words & seen) * 2 > len(words)


def _tree(file: str, text: str) -> tuple[html.HtmlElement, tuple[str, ...]]:
    """The page's tree, and what there is to warn of.

    Elements nested too deeply, mostly for want of end tags, are laid out flat; lists and tables are not.
    """
    text = _INLINED.sub("data:,", _DECLARATION.sub("", text))
    root, deep = _parsed(file, text)
    if not deep:
        return root, ()
    root, deep = _parsed(file, _BOXES.sub("<p>", _FACES.sub("", text)))
    return root, (_TOO_DEEP if deep else _FLAT,)


def _parsed(file: str, text: str) -> tuple[html.HtmlElement, bool]:
    """The tree of some markup, and whether elements stand deeper in it than is read."""
    # huge_tree stays off: libxml2 then caps depth and text size itself.
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise EmptyFileError(file, "No text was found in this web page.") from error
    capped = any(fault.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for fault in parser.error_log)
    return root, capped or is_too_deep(root)


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


def _headed(blocks: tuple[Block, ...], title: str) -> tuple[Block, ...]:
    """The blocks, the page's own heading first where its markup has it behind what it is shown above."""
    tops = [at for at, block in enumerate(blocks) if block.kind == "heading" and block.level == 1]
    if len(tops) != 1:
        return blocks
    at = tops[0]
    if at + 1 < len(blocks) and blocks[at].text not in title:
        return blocks
    return (blocks[at], *blocks[:at], *blocks[at + 1 :])


def _first_heading(blocks: tuple[Block, ...]) -> str | None:
    return next((block.text for block in blocks if block.kind in {"title", "heading"}), None)
