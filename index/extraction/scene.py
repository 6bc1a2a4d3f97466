"""A document as extraction sees it: its lines, its clusters, and which of them each line is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from documents.model import Document, Span
from index.extraction.lines import Line
from index.extraction.naming import names_in, speaks_of_clusters
from index.extraction.subjects import Cast, Place

# How a sentence begins, or what it holds, that goes on about the cluster named before it.
GOES_ON = re.compile(
    r"^\W*(?:(?:On|Jego|Jej|Ich|Inicjatywa|Organizacja|Sieć|Projekt|Porozumienie|Obecnie|Dziś|Dzisiaj|It|Its|The (?:cluster|initiative|organisation|organization|network|association)|Today|Currently|At present|Now)\b|[^\W\d_]+(?:uje|eje|iera|ada|yna|wia|sza|upia|czy|ega)\b)",
)


@dataclass
class Scene:
    """The lines of a document with its cast. `named(n)` is where line n names clusters."""

    document: Document
    lines: Sequence[Line]
    cast: Cast
    _named: dict[int, tuple[Place, ...]] = field(default_factory=dict)
    _about: list[int | None] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._at = {line.span: at for at, line in enumerate(self.lines)}
        for at, line in enumerate(self.lines):
            self._about.append(self._decide(at, line))

    def named(self, at: int) -> tuple[Place, ...]:
        """The subjects that a line names, in order."""
        if at not in self._named:
            self._named[at] = self.cast.named(self.lines[at].text)
        return self._named[at]

    def subject(self, line: Line) -> int | None:
        """The one cluster that a line is about, as a reader takes it; None where that is open."""
        return self._about[self._at[line.span]]

    def subject_at(self, line: Line, offset: int) -> int | None:
        """The cluster that the words at an offset of a line are about: the last named before them."""
        at = self._at[line.span]
        before = [place for place in self.named(at) if place.span.start <= offset]
        return before[-1].subject if before else self.subject(line)

    def scope(self, line: Line, subject: int) -> tuple[Span, ...]:
        """The line above that a line has its subject from, if it does not name it."""
        at = self._at[line.span]
        if any(place.subject == subject for place in self.named(at)):
            return ()
        above = self.cast.above(line.above)
        return (above[1].span,) if above is not None and above[0] == subject else ()

    def _decide(self, at: int, line: Line) -> int | None:
        named = self.named(at)
        if named:
            return named[0].subject
        above = self.cast.above(line.above)
        if above is not None:
            return above[0]
        if speaks_of_clusters(line.text) and not any(m.generic for m in names_in(line.text)):
            return None
        return self._inherited(at, line)

    def _inherited(self, at: int, line: Line) -> int | None:
        """The cluster spoken of before, in the same section; else that of the whole document."""
        if at and self.lines[at - 1].headings == line.headings and not line.cells:
            before = self.lines[at - 1]
            generic = any(mention.generic for mention in names_in(line.text))
            follows = before.leads == line.leads or line.span.start - before.span.end < 3
            if (
                self._about[at - 1] is not None
                and follows
                and (generic or GOES_ON.match(line.text) or self._alone(at))
            ):
                return self._about[at - 1]
        return self.cast.main

    def _alone(self, at: int) -> bool:
        """Whether the section names no other cluster before this line."""
        headings = self.lines[at].headings
        named: set[int] = set()
        for n in range(at - 1, -1, -1):
            if self.lines[n].headings != headings:
                break
            named |= {place.subject for place in self.named(n)}
        return len(named) == 1
