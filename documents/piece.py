"""A piece of plain text, and signs by which lines are told apart."""

import re
from dataclasses import dataclass

from documents.model import BlockKind, Break

CONTACT = re.compile(
    r"\b(?:tel|fax|faks|kom|e-?mail|mail|phone|mobile|www|nip|regon|krs)\b[\s.:]|@|\bwww\.|https?://|\+\d\d[\s\d-]{7,}|\b\d\d-\d{3}\s\w",
    re.IGNORECASE,
)
LABEL = re.compile(r"[^\W\d_][^.!?:]{1,40}\.?:\s+\S")
NAMED_VALUE = re.compile(r"\s*[^\W\d_][^:.!?;]{0,40}\.?:\s+\S")
COUNTED = re.compile(r"[^\W\d_]+\.? (?:nr |no\. )?(?:[IVX]+|\d{1,2})\b")  # "edycja II", "poz. 4"
# "--- Contact ---": a heading that signs frame.
FRAMED = re.compile(r"\s*(=|-|~|_|\*|#)\1+\s*(?P<text>[^\W_][^|]{0,90}?)\s*\1{2,}\s*")
# "=== ROUND VI ===  term: 2024–2027": one with more behind it.
FRAMED_BEFORE = re.compile(
    r"\s*(?P<head>(=|-|~|_|\*|#)\2{2,}\s*[^\W_][^|]{0,90}?\s*\2{3,})\s+(?P<rest>[^\W_].*)"
)
# A full stop that ends a legal form, and no sentence.
COMPANY_END = re.compile(
    r"\b(?:o\.\s?o|[Ss]\.\s?[AaCcJjKk]|a\.\s?s|e\.\s?V|z\.\s?s|o\.\s?z|[BN]\.\s?V|r\.\s?[ol]|Inc|Ltd|Co|Corp)\.$"
)
OPENING = "„\"'“«(["


@dataclass(slots=True)
class Piece:
    """Lines that make one block, with the empty lines before it. `sign` is empty for what is no item."""

    text: str
    kind: BlockKind = "paragraph"
    indent: int = 0
    sign: str = ""
    gap: int = 0
    level: int = 0
    last: str = ""
    lines: int = 1
    order: int = 0
    page: int | None = None
    breaks: tuple[Break, ...] = ()
