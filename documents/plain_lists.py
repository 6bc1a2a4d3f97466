"""Lists in plain text: which pieces are items, and how they are nested."""

from collections.abc import Iterator

from documents.piece import COMPANY_END, CONTACT, LABEL, Piece

# Signs that open an item in company only ("–" also opens speech).
_WEAK = frozenset("-–—o+*»›")
# A line of more characters below an item is a text of its own.
_LONGEST_DETAIL = 160


def listed(pieces: list[Piece]) -> list[Piece]:
    """Items told from speech, numbered headings and dates; nesting from indents."""
    for order, piece in enumerate(pieces):
        piece.order = order
    _settle(pieces)
    _listed_by_colon(pieces)
    _detailed(pieces)
    indents: list[int] = []
    for piece in pieces:
        if piece.kind != "item":
            indents = []
            continue
        while indents and piece.indent < indents[-1]:
            indents.pop()
        if not indents or piece.indent > indents[-1] + 1:
            indents.append(piece.indent)
        piece.level = len(indents) - 1
    return pieces


def _detailed(pieces: list[Piece]) -> None:
    """Lines set in below an item, without a sign, made items of it, "1. Klaster X", "   koordynator: Y", with
    a sentence below these."""
    owner: Piece | None = None
    last: Piece | None = None
    for piece in pieces:
        if piece.kind == "item":
            owner = piece if piece.sign or owner is None else owner
        elif owner is not None and (_is_detail(piece, owner) or (last is not None and _is_more(piece, last))):
            piece.kind, last = "item", piece
            continue
        else:
            owner = None
        last = None


def _is_more(piece: Piece, detail: Piece) -> bool:
    """Whether a line stands right below a detail of an item, set in as far."""
    plain = piece.kind == "paragraph" and not piece.sign and not piece.gap
    return plain and piece.indent == detail.indent and len(piece.text) <= _LONGEST_DETAIL


def _is_detail(piece: Piece, owner: Piece) -> bool:
    """Whether a line stands below another, set in more than that, and is no sentence."""
    plain = piece.kind == "paragraph" and not piece.sign and not piece.gap and piece.indent > owner.indent
    ended = piece.text.endswith((".", "!", "?")) and not COMPANY_END.search(piece.text)
    return plain and not ended and len(piece.text) <= _LONGEST_DETAIL


def _is_described(pair: list[Piece]) -> bool:
    """Whether the second of two lines is a labelled detail of the first."""
    return len(pair) > 1 and _is_detail(pair[1], pair[0]) and LABEL.match(pair[1].text) is not None


def _neighbours(pieces: list[Piece], at: int) -> Iterator[Piece]:
    """The pieces before and behind one, past the details of an item."""
    piece = pieces[at]
    for step in (-1, 1):
        other = at + step
        while 0 <= other < len(pieces) and _is_detail(pieces[other], piece):
            other += step
        if 0 <= other < len(pieces):
            yield pieces[other]


def _settle(pieces: list[Piece]) -> None:
    for at, piece in enumerate(pieces):
        beside = list(_neighbours(pieces, at))
        introduced = at > 0 and pieces[at - 1].text.endswith(":")
        if piece.kind == "item" and piece.sign in _WEAK:
            company = any(other.kind == "item" and _beside(other, piece) for other in beside)
            if not (company or introduced) or (piece.sign == "o" and not company):
                piece.kind, piece.text = "paragraph", f"{piece.sign} {piece.text}"
        elif piece.kind == "paragraph" and piece.sign:
            company = any(_follows(other, piece) or _follows(piece, other) for other in beside)
            if company or _is_described(pieces[at : at + 2]) or (introduced and not piece.text[0].isupper()):
                piece.kind = "item"


def _beside(one: Piece, other: Piece) -> bool:
    """Whether two dashes open items of one list: line by line, or neither of them a sentence of speech."""
    later = max(one, other, key=lambda piece: piece.order)
    speech = any(piece.sign in "-–—" and piece.text.endswith((".", "!", "?")) for piece in (one, other))
    return later.gap == 0 or not speech


def _listed_by_colon(pieces: list[Piece]) -> None:
    """Short lines after a colon, each a name, made items though they have no sign."""
    for at, piece in enumerate(pieces):
        if piece.kind != "paragraph" or not piece.text.endswith(":"):
            continue
        end = at + 1
        while end < len(pieces) and _is_name(pieces[end]) and pieces[end].gap == pieces[min(at + 2, end)].gap:
            end += 1
        contact = end < len(pieces) and pieces[end].gap == 0 and CONTACT.search(pieces[end].text)
        if end - at > 2 and not contact:
            for name in pieces[at + 1 : end]:
                name.kind, name.indent = "item", 0


def _is_name(piece: Piece) -> bool:
    text = piece.text
    short = piece.kind == "paragraph" and not piece.sign and len(text) <= 90 and piece.gap < 2
    ended = text.endswith((".", "!", "?", ":")) and not COMPANY_END.search(text)
    return short and not ended and not CONTACT.search(text) and not LABEL.match(text)


def _follows(first: Piece, second: Piece) -> bool:
    """Whether two numbers are neighbours in counting, as "1." and "2.", "a)" and "b)"."""
    one, two = first.sign.strip("()."), second.sign.strip("().")
    if not one or not two or first.sign[-1] != second.sign[-1]:
        return False
    if one.isdigit() and two.isdigit():
        return int(two) == int(one) + 1
    if len(one) == len(two) == 1 and one.isalpha() and two.isalpha():
        return ord(two) == ord(one) + 1 or {one, two} <= set("ivxIVX")
    return set(one + two) <= set("ivx") or set(one + two) <= set("IVX")
