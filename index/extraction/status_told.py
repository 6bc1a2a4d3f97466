"""What the clauses of a sentence said of a status before one, and what a clause says after them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from documents.moments import Moment
from documents.periods import periods
from index.extraction.labels import Label
from index.extraction.lines import Line
from index.extraction.status_clauses import Clause, Kind, has_verb, kind_of
from index.extraction.status_groups import Group
from index.extraction.validity import OF_ITSELF, Validity, read
from index.words import same_length_fold

NAME = re.compile(r"(?<![.!?] )(?<!^)\b([^\W\d_]{3,})\b")
# A time, and what parts it from what happened then.
LONGEST_TIME = 20
ENTRY = re.compile(r"\W*([^|:–—]{4,20}?)\s*(?:\||:|–|—|\s-\s)")
# What joins a name to what was named before it.
JOINED = re.compile(r"\b(?:i|oraz|and|a także)\s+[„\"“]?$")


# Between a label and a time that is its own.
BEHIND = re.compile(r"[”\"»]?[\s(–,:-]*")


@dataclass(frozen=True, slots=True)
class Told:
    """What the clauses of a sentence said before one: the label, how it is held, of whom, and what of it
    (`pending`) before anybody was named."""

    label: str = ""
    kind: Kind = ""
    subjects: tuple[int, ...] = ()
    last: tuple[int, ...] = ()
    pending: Validity = field(default_factory=Validity)
    verbs: str = ""
    about: bool = False
    supposed: bool = False


def each(clause: Clause, told: Told, groups: Sequence[Group]) -> Iterator[tuple[Group, Validity, str]]:
    """Each group of clusters that a clause names, with what it says of that, and where it says so."""
    text = told_of(clause, groups)
    ahead = text[: groups[0].start]
    before = said_by(ahead, told)
    first, whole = before, said_by(text, told)
    labels = clause.labels
    for n, group in enumerate(groups):
        end = groups[n + 1].start if n + 1 < len(groups) else len(text)
        stretch = text[group.end : end]
        named = [one.key for one in labels if group.end <= one.span.start < end]
        own = replace(said_by(stretch, told), label=named[0] if named else "")
        if n and not (own.says_when or own.label or first.says_when or group.joined):
            continue  # Named beside the one that the clause is about.
        validity = before if group.joined and not own.says_when and n else own.over(first)
        before = validity
        later = any(read(text[other.end :]).says_when for other in groups[n + 1 :])
        if n == 0 and (len(groups) == 1 or not (later or own.says_when)):
            validity = validity.over(whole)
        yield group, validity, text if len(groups) == 1 else stretch


def label_stretches(text: str, labels: Sequence[Label]) -> list[str]:
    """What a clause says of each of several labels: what follows its name, or stands before it where the
    clause begins with a time: "in 2013 the Bronze, in 2016 the Silver Label"."""
    ends = [label.span.end for label in labels]
    times = [
        one.span for one in periods(text) if not OF_ITSELF.search(same_length_fold(text[: one.span.start]))
    ]
    first = len(times) == len(labels) and all(
        time.end <= label.span.start for time, label in zip(times, labels, strict=True)
    )
    if first and all(end <= time.start for end, time in zip(ends, times[1:], strict=False)):
        return [text[start:end] for start, end in zip([0, *ends[:-1]], ends, strict=True)]
    told = any(BEHIND.fullmatch(text[ends[0] : time.start]) for time in times if time.start >= ends[0])
    starts = [labels[0].span.start if told else 0, *(label.span.start for label in labels[1:])]
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def told_of(clause: Clause, groups: Sequence[Group]) -> str:
    """What a clause says of the clusters it names: blank where what stands before the first is of others."""
    text, ahead = clause.text, clause.text[: groups[0].start]
    # "pięć z rundy VII oraz Klaster X"; "Wolt ma Silver do 2027, Klaster X – Gold …".
    counted = not clause.has_verb and JOINED.search(ahead) is not None
    if counted or (_names_somebody(ahead, clause.labels) and read(text[groups[0].end :]).until):
        return " " * len(ahead) + text[len(ahead) :]
    return text


def _names_somebody(ahead: str, labels: Sequence[Label]) -> bool:
    """Whether a word with a capital that is of no label stands before a verb, and an end behind that."""
    for found in NAME.finditer(ahead):
        if not found[1][0].isupper() or any(one.span.start <= found.start() < one.span.end for one in labels):
            continue
        if has_verb(ahead[found.end() :]) and read(ahead[found.end() :]).until:
            return True
    return False


def is_entry(text: str) -> bool:
    """Whether a line begins with its time, as an entry of a chronicle: "May 2021: …"."""
    match = ENTRY.match(text)
    return match is not None and bool(periods(match[1]))


def year_of_entry(line: Line) -> Moment | None:
    """The time that an entry of a chronicle begins with: "2016 | status KKK", "2021 – Silver Label"."""
    if len(line.cells) > 2 or (line.cells and len(line.cells[0].text) > LONGEST_TIME):
        return None
    opening = ENTRY.match(line.text)
    told = periods(opening[1]) if opening else ()
    return told[0].moment if len(told) == 1 and told[0].relation in {"on", "during"} else None


def kind_after(clause: Clause, told: Told, groups: Sequence[Group]) -> Kind:
    """What a clause says of a status, by its own verb or by that of the clause before; what it denies of one
    of those it names, it does not of the others."""
    answer = clause.answer
    if answer:
        return answer
    kind = clause.kind
    if kind == "sought" and any(group.denied for group in groups):
        ends = [*(group.start for group in groups[1:]), len(clause.text)]
        parts = zip(groups, ends, strict=True)
        kind = kind_of(" ".join(clause.text[g.start : e] for g, e in parts if not g.denied))
    if clause.has_verb or not told.kind or kind in {"taken", "lapsed", "sought"}:
        return kind
    return told.kind


def subjects_after(groups: Sequence[Group], label: str) -> tuple[int, ...]:
    """The clusters that what follows is about: all those of a clause on a status, else the first it names."""
    if not groups:
        return ()
    kept = [group for group in groups if not group.denied] if label else groups[:1]
    return tuple(dict.fromkeys(subject for group in kept for subject in group.subjects))


def said_by(text: str, told: Told) -> Validity:
    """What a stretch says, a bare time in it meant as its clause's verb says."""
    return read(text, told.verbs) if told.verbs else read(text)
