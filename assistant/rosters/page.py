"""A document as rosters are looked for in it: its lines, and what stands around each."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.rosters.lines import lines_of
from assistant.rosters.model import Line
from index.model import StoredPassage
from index.register.register import Register

# Lines before a roster, and first lines of a document, that may say of what it is.
BEFORE, OPENING = 8, 6


@dataclass(frozen=True)
class Page:
    """The lines of a document in order, and the register by which its names are known."""

    lines: tuple[Line, ...]
    register: Register

    @classmethod
    def of(cls, passages: Sequence[StoredPassage], register: Register) -> "Page":
        return cls(lines_of(passages), register)

    @cached_property
    def title(self) -> str:
        return self.lines[0].passage.document.title if self.lines else ""

    @cached_property
    def opening(self) -> tuple[str, ...]:
        """The first lines and headings of the document."""
        headings = [line.text for line in self.lines if line.is_heading][: OPENING // 2]
        return tuple(dict.fromkeys([*(line.text for line in self.lines[:OPENING]), *headings]))

    def above(self, at: int) -> tuple[str, ...]:
        """The headings over a line, and the document's title."""
        return (*self.lines[at].passage.heading_texts, self.title)

    def before(self, at: int) -> tuple[str, ...]:
        """The lines before one, those of its own section."""
        found: list[str] = []
        for line in reversed(self.lines[max(0, at - BEFORE) : at]):
            found.append(line.text)
            if line.is_heading:
                break
        return tuple(found)
