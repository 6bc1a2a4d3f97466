"""Plain text, very often what somebody saved of a web page or a slide deck."""

import re
from collections.abc import Iterator, Sequence

from documents.boilerplate import Candidate, beside_menu, kept, menu_lines
from documents.bylines import told_authors
from documents.encoding import decode
from documents.headlines import blocks_of
from documents.limits import check_pages
from documents.lines import pieces_of
from documents.metadata import is_date_line, source_address, told_change, told_date
from documents.model import Block, Reading
from documents.wanted import is_wanted

# Nothing is tried twice, so that brackets without an end cost no more than other signs.
_IMAGE = re.compile(r"!\[[^\]\n]{0,500}+\]\([^)\n]{0,2000}+\)")
_LINK = re.compile(
    r"\[(?P<text>[^\[\]]*)\]\((?P<target>[^()\s]*+(?:\([^()\s]*+\))?+[^()\s]*+)(?:\s+\"[^\"]*\")?\)"
)
_SECTION_ONE = re.compile(r"1(?:\.1)*\.?\s")
_AHEAD = 6
_TOP = 10


def read(file: str, content: bytes) -> Reading:
    """What a plain text says: form feeds part its pages, links are their text, the page around it is cut."""
    text = decode(content)
    address, source_lines, text = _without_frame(text)
    pages = text.split("\f") if "\f" in text.strip("\f \n") else [text.replace("\f", "\n")]
    check_pages(file, len(pages))
    links = [" ".join(found["text"].split()) for page in pages for found in _LINK.finditer(page)]
    pieces = [
        piece
        for number, page in enumerate(pages, 1)
        for piece in pieces_of(_plain(page), number if len(pages) > 1 else None)
    ]
    dated = [piece for piece in pieces[:_TOP] if is_date_line(piece.text)]
    pieces = [piece for piece in pieces if piece not in dated]
    found = blocks_of(pieces)
    keep = kept(tuple(_candidates(found, links)))
    # Headings are told by what stands under them, so they are told again once the frame of the page is gone.
    blocks = blocks_of([piece for piece, stays in zip(pieces, keep, strict=True) if stays])
    cut = tuple(block for block, stays in zip(found, keep, strict=True) if not stays)
    return Reading(
        blocks=blocks,
        title=_title(blocks),
        address=address,
        date=told_date(piece.text for piece in (*dated, *pieces)),
        modified=told_change(piece.text for piece in (*dated, *pieces)),
        authors=told_authors(piece.text for piece in (*dated, *pieces)),
        pages=len(pages),
        cut=(*source_lines, *(Block(piece.text) for piece in dated), *cut),
    )


def _plain(page: str) -> str:
    return _LINK.sub(lambda found: found["text"], _IMAGE.sub("", page))


def _without_frame(text: str) -> tuple[str | None, tuple[Block, ...], str]:
    """The address that a line of its own gives as the source, such lines and menus, and the text without
    them."""
    lines, kept = text.split("\n"), list[str]()
    menus = menu_lines(lines)
    cut: list[Block] = []
    address: str | None = None
    fresh = False
    for at, line in enumerate(lines):
        found = source_address(line) if "http" in line else None
        frame = found or (at in menus and not is_wanted(line))
        if frame:
            address = address or found
            cut.append(Block(line.strip()))
            kept += [""] if kept and kept[-1].strip() else []
            kept += [name] if not found and (name := beside_menu(line)) else []
        elif line.strip(" \t") or not fresh:
            kept.append(line)
        # The empty lines around a line cut out are one gap, not a wide one.
        fresh = bool(frame) or (fresh and not line.strip(" \t"))
    return address, tuple(cut), "\n".join(kept)


def _candidates(found: Sequence[Block], links: Sequence[str]) -> Iterator[Candidate]:
    """Each block with the share of it that was links; the links come in the order of the text."""
    at = 0
    for block in found:
        position, linked = 0, 0
        while at < len(links):
            ahead = next(
                (
                    n
                    for n in range(at, min(at + _AHEAD, len(links)))
                    if block.text.find(links[n], position) >= 0
                ),
                None,
            )
            if ahead is None:
                break
            position = block.text.find(links[ahead], position) + len(links[ahead])
            linked += len(links[ahead])
            at = ahead + 1
        yield Candidate(block, linked / max(1, len(block.text)))


def _title(blocks: Sequence[Block]) -> str | None:
    """The first line, if it is a heading; a deck or an article without one is named by its file."""
    first = next((block.text for block in blocks[:6] if block.kind in {"title", "heading"}), None)
    return None if first is None or _SECTION_ONE.match(first) else first.rstrip(" :")
