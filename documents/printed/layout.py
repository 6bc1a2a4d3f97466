"""Lines of a page as they are read, out of the pieces of text on it, whoever found those."""

from collections.abc import Sequence

from documents.printed.grid import with_ruled_rows
from documents.printed.justified import closed_up
from documents.printed.order import drawn_order, reading_order
from documents.printed.paint import Ground
from documents.printed.tidy import once, with_bullets, with_openings
from documents.typeset import Line, Piece, page_lines, with_rows

_NOTHING = Ground()


def read_lines(pieces: Sequence[Piece], ground: Ground = _NOTHING) -> tuple[Line, ...]:
    """The lines of a page in the order they are read, each table row one line."""
    pieces = with_bullets(once(pieces), ground.dots)
    lines = with_openings(page_lines(closed_up(drawn_order(pieces))))
    return with_rows(reading_order(with_ruled_rows(lines, ground)))
