"""Labels that stand on a line of their own, with their value on the next or below them as below a heading, as
where a page's columns are lost: read as the rows of a card."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from index import words
from index.extraction.labelled import exact_kind
from index.extraction.lines import SEPARATOR, Above, Cell, Line
from index.extraction.name_words import speaks_of_a_cluster
from index.extraction.organisations import organisations_in

# Kinds of labels whose value is one line; those of people and contacts are known by themselves.
STACKED = frozenset(
    {"coordinator", "representative", "members", "founded", "place", "region", "country", "sector"}
)
# What a form asks for besides, in numbered lines.
ASKED_FOR = STACKED | {"name", "partner", "project", "person"}
NUMBER_OF_LINE = re.compile(r"^\W*(?:\d{1,2}|[a-z])[.)]\s+")
# What a form adds to its labels: "Koordynator (nazwa i forma prawna)", "Liczba członków, w tym MŚP".
ADDED = re.compile(r"\s*\([^()]*\)\s*:?$|,\s.*$")
# Of these the value is a number, and may stand above its label too: "61", "members".
NUMBERED = frozenset({"members", "founded"})
LONGEST_VALUE = 120
NUMBER = re.compile(r"\W*\d[\d .,]*\W*")


def stacked(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, each label that stands alone and the value below it as one row of two cells."""
    pairs = {at for at in range(len(lines) - 1) if _is_pair(lines, at)}
    numbered = {at for at in pairs if NUMBER_OF_LINE.match(lines[at].text)}
    # An agenda's numbered points are no form.
    shown = len(numbered) > 1 and any(_is_seen(lines, at) for at in numbered)
    sure = numbered if shown else set()
    found: list[Line] = []
    for at, line in enumerate(lines):
        if _is_headed(lines, at):
            label, form = line.headings[0], NUMBER_OF_LINE.match(line.headings[0].text)
            value = replace(line, headings=line.headings[1:]) if form else line
            found.append(_row(Above(_label(label.text), label.span), value))
        elif at in sure or (at in pairs and ({at - 2, at + 2} & pairs or _is_seen(lines, at))):
            found.append(_row(Above(_label(line.text), line.span), lines[at + 1]))
        elif not found or found[-1].span.end < line.span.end:
            found.append(line)
    return tuple(found)


def _is_pair(lines: Sequence[Line], at: int) -> bool:
    label, value = lines[at], lines[at + 1]
    kind = _kind(label.text)
    if kind not in _asked_for(label.text) or value.headings != label.headings or label.cells or value.cells:
        return False
    if len(value.text) > LONGEST_VALUE or _kind(value.text) or value.text.rstrip().endswith((":", "?", "!")):
        return False
    if kind in NUMBERED:
        above = lines[at - 1] if at and lines[at - 1].headings == label.headings else None
        told = (
            above is not None and NUMBER.fullmatch(above.text) and not (at > 1 and _kind(lines[at - 2].text))
        )
        return re.search(r"\d", value.text) is not None and not told
    if NUMBER_OF_LINE.match(label.text) and not _may_be_told(kind, value.text):
        return False
    return value.text[:1].isalpha() or value.text[:1] in '„“"'


def _may_be_told(kind: str, value: str) -> bool:
    """Whether a line below a numbered label may be its value: no sentence, and of those who lead or work
    with a cluster the name of a body."""
    told = any(one.part in words.FINITE for word in words.tokenize(value) for one in words.readings(word))
    bodies = kind in {"coordinator", "representative", "partner"}
    named = any(one.span.start <= 1 for one in organisations_in(value)) or speaks_of_a_cluster(value)
    return not told and (not bodies or named)


def _is_seen(lines: Sequence[Line], at: int) -> bool:
    """Whether a value shows by itself that it is what its label says."""
    return _shows(_kind(lines[at].text), lines[at + 1].text)


def _shows(kind: str, value: str) -> bool:
    if kind in {"coordinator", "representative"}:
        return any(one.span.start <= 1 for one in organisations_in(value))
    return kind in NUMBERED and NUMBER.fullmatch(value) is not None


def _is_headed(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is all that stands below a heading that is a label."""
    line = lines[at]
    if not line.headings or line.cells or len(line.text) > LONGEST_VALUE:
        return False
    kind, beside = _kind(line.headings[0].text), (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])
    alone = not any(one.headings[:1] == line.headings[:1] for one in beside)
    ends = line.text.rstrip().endswith((".", ":", "?"))
    return (
        kind in _asked_for(line.headings[0].text)
        and alone
        and (_shows(kind, line.text) or not (ends or kind in NUMBERED))
    )


def _kind(text: str) -> str:
    return "" if text.endswith(".") else exact_kind(_label(text).strip(" •·–-*:"))


def _asked_for(label: str) -> AbstractSet[str]:
    """The kinds of labels that stand above their values: more of them in a form, whose lines are numbered."""
    return ASKED_FOR if NUMBER_OF_LINE.match(label) else STACKED


def _label(text: str) -> str:
    """A label without its number and, where it has one, what a form adds to it."""
    number = NUMBER_OF_LINE.match(text)
    return ADDED.sub("", text[number.end() :]).strip(" :") if number is not None else text


def _row(label: Above, value: Line) -> Line:
    """A value as the second cell of a row whose first is its label, which is told with it."""
    cells = (Cell("", label.text, 0), Cell("", value.text, len(label.text) + len(SEPARATOR)))
    text = f"{label.text}{SEPARATOR}{value.text}"
    return replace(value, text=text, cells=cells, leads=(label, *value.leads))
