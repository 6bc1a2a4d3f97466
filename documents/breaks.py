"""Line breaks within paragraphs: how each looked in the file, which tells whether a lost letter made it.

In text that is being read, a sign for the kind stands at each; in a Block, `Break`s stand beside the text.
"""

from documents.model import Block, Break

# The blank beside a break: before it, behind it, or none. All are blanks to regular expressions.
_KINDS = (("", "\x1c"), ("before", "\x1d"), ("behind", "\x1e"))
_FULL_KINDS = (("", "\x1f"), ("before", "\x85"), ("behind", "\u2029"))
_EARLY = dict(_KINDS)
_FULL = dict(_FULL_KINDS)
SIGNS = "".join([*_EARLY.values(), *_FULL.values()])
FULL_SIGNS = frozenset(_FULL.values())
BLANK_OF = {sign: blank for blank, sign in (*_KINDS, *_FULL_KINDS)}


def sign_between(before: str, line: str, *, early: bool) -> str:
    """The sign of the break between two lines as they stand in the file."""
    blank = "behind" if line[:1].isspace() else "before" if before[-1:].isspace() else ""
    return (_EARLY if early else _FULL)[blank]


def signs_of(block: Block) -> dict[int, str]:
    """The sign of each break, by its place in the block's text."""
    return {each.at: each.sign for each in block.breaks}


def breaks_in(text: str) -> tuple[Break, ...]:
    """The breaks of a text in which they have their signs."""
    return tuple(Break(at, sign) for at, sign in enumerate(text) if sign in BLANK_OF)


def without_signs(text: str) -> str:
    """The text with a plain blank for each break."""
    return text.translate(_PLAIN)


_PLAIN = {ord(sign): " " for sign in SIGNS}
