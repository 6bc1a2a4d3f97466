"""Lists in plain text: which pieces are items, and how they are nested."""

from documents.piece import COMPANY_END, CONTACT, LABEL, Piece

# Signs that open an item in company only ("–" also opens speech).
_WEAK = frozenset("-–—o+*»›")


def listed(pieces: list[Piece]) -> list[Piece]:
    """Items told from speech, numbered headings and dates; nesting from indents."""
    for order, piece in enumerate(pieces):
        piece.order = order
    _settle(pieces)
    _listed_by_colon(pieces)
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


def _settle(pieces: list[Piece]) -> None:
    for at, piece in enumerate(pieces):
        beside = [other for other in pieces[max(0, at - 1) : at + 2] if other is not piece]
        introduced = at > 0 and pieces[at - 1].text.endswith(":")
        if piece.kind == "item" and piece.sign in _WEAK:
            company = any(other.kind == "item" and _beside(other, piece) for other in beside)
            if not (company or introduced) or (piece.sign == "o" and not company):
                piece.kind, piece.text = "paragraph", f"{piece.sign} {piece.text}"
        elif piece.kind == "paragraph" and piece.sign:
            company = any(_follows(other, piece) or _follows(piece, other) for other in beside)
            if company or (introduced and not piece.text[0].isupper()):
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
