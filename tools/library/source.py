"""A source text: fields at the top, then parts in a few marks that every maker can lay out."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

PartKind = Literal["heading", "paragraph", "bullet", "number", "row", "column", "note", "shapes"]

MARKS: tuple[tuple[PartKind, re.Pattern[str]], ...] = (
    ("heading", re.compile(r"(?P<depth>#+) (?P<text>.+)")),
    ("bullet", re.compile(r"(?P<depth> *)- (?P<text>.+)")),
    ("number", re.compile(r"\d+\. (?P<text>.+)")),
    ("row", re.compile(r"\| (?P<text>.+) \|")),
    ("shapes", re.compile(r"\[(?P<text>.+)\]")),
    ("note", re.compile(r"Note: (?P<text>.+)")),
    ("column", re.compile(r">>(?P<text>)")),
)


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a source. `level` is a heading's depth from 1, or a bullet's nesting from 0."""

    kind: PartKind
    text: str
    level: int = 0

    def cells(self) -> list[str]:
        """The cells of a row, or the labels of a row of shapes."""
        return self.text.split("] [" if self.kind == "shapes" else " | ")


@dataclass(frozen=True, slots=True)
class Source:
    """What one file of the library is made of."""

    file: str
    fields: dict[str, str]
    parts: list[Part] = field(default_factory=list)

    def date(self) -> datetime | None:
        """The day its own source speaks of, where that is known."""
        day = self.fields.get("date")
        return datetime.fromisoformat(day) if day else None


def load(path: Path) -> Source:
    """The source in a file named like the one to be made, with `.md` after it."""
    top, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    fields = dict(line.split(": ", 1) for line in top.splitlines())
    return Source(path.name.removesuffix(".md"), fields, [part(line) for line in body.splitlines() if line])


def part(line: str) -> Part:
    """The part a line stands for; a line without a mark is a paragraph."""
    for kind, mark in MARKS:
        if found := mark.fullmatch(line):
            depth = found.groupdict().get("depth") or ""
            return Part(kind, found["text"], len(depth) if kind == "heading" else len(depth) // 2)
    return Part("paragraph", line)


def groups(parts: list[Part]) -> list[list[Part]]:
    """Neighbouring parts that belong together: a table's rows, a list's items, or one part alone."""
    together: list[list[Part]] = []
    for each in parts:
        if together and together[-1][-1].kind == each.kind and each.kind in ("row", "bullet", "number"):
            together[-1].append(each)
        else:
            together.append([each])
    return together
