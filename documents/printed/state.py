"""What a page's drawing program has set: place, font, colours."""

from dataclasses import dataclass

from documents.printed.fonts import Letters
from documents.printed.matrix import IDENTITY, Matrix


@dataclass(slots=True)
class State:
    """What the operators of text and colour have set."""

    ctm: Matrix = IDENTITY
    font: Letters | None = None
    size: float = 0.0
    between: float = 0.0
    after_blank: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0
    fill: str = "dark"
    stroke: str = "dark"
    seen: bool = True
