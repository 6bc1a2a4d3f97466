"""Pieces of plain text that an empty line parts in the middle of a sentence."""

from documents.piece import CONTACT, COUNTED, NAMED_VALUE, OPENING, Piece
from documents.sentences import abbreviations

# A longer piece is a paragraph of its own, whatever it ends with.
LONGEST = 3_000


def is_broken_off(before: Piece, piece: Piece) -> bool:
    """Whether a piece goes on with the one before it, over the empty line between them."""
    if piece.kind != "paragraph" or piece.sign or before.kind not in {"paragraph", "item"}:
        return False
    if len(before.text) > LONGEST:
        return False
    if CONTACT.search(before.last) or CONTACT.match(piece.text):
        return False
    if _is_open(before.text):
        return True
    if before.text.rstrip().endswith((".", "!", "?", ":", ";")):
        return False
    if NAMED_VALUE.match(before.last) and COUNTED.match(piece.text):
        return False  # "poz. 2" begins the next of several entries.
    if piece.text.lstrip(OPENING)[:1].islower():
        return NAMED_VALUE.match(piece.text) is None
    # "… said the chairman / John Smith. – If …": a name alone is no sentence after a line without an end.
    opening = piece.text.split(". ")[0].split()
    return len(before.text) > 100 and len(opening) <= 3 and ". " in piece.text and before.text[-1].islower()


def _is_open(text: str) -> bool:
    """Whether a text breaks off inside a bracket, a quotation after a comma, or at an abbreviation."""
    text = text.rstrip()
    if len(text) < 400 and text.count("(") > text.count(")"):
        return True
    if text.endswith(",") and text.count("„") + text.count("“") > text.count("”") + text.count('"'):
        return True
    last = text.split()[-1].lower() if text else ""
    return last.endswith(".") and len(last) > 2 and last.rstrip(".").lstrip("(") in abbreviations().never
