"""A document as extraction sees it: its lines, its clusters, and which of them each line is about."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from documents.model import Document, Span
from documents.moments import Moment
from index import words
from index.extraction.going_on import (
    ELSEWHERE,
    PRONOUN,
    asks_of_it,
    begins_going_on,
    is_beside,
    is_numbered,
    is_parted,
    named_before,
    opens_with_another,
    unframed,
)
from index.extraction.heads import introduces_entry
from index.extraction.homes import Homes, called_by_place
from index.extraction.labelled import labelled
from index.extraction.labels import labels_in
from index.extraction.lines import Line
from index.extraction.model import Claim
from index.extraction.name_words import listed, speaks_of_clusters, unites
from index.extraction.naming import names_in
from index.extraction.other_names import networks_in
from index.extraction.protagonist import QUOTATION, Protagonist
from index.extraction.referring import (
    agrees,
    headed_so,
    is_part_of,
    opens_with_it,
    opens_with_pronoun,
)
from index.extraction.subjects import Cast, Place
from index.extraction.voices import asks_you, says_we
from index.inflection import case_of, is_english
from index.register.model import Attribute
from index.words import same_length_fold

# How many lines back a subject is looked for, and the characters of a line of a card.
REACH, CARD_LINES, SHORT = 5, 14, 70
# An item that names a cluster begins with its name: it stands within so many characters.
LONGEST_OPENING = len("1. „Klaster ")


@dataclass(eq=False)
class Scene:
    """The lines of a document with its cast. `named(n)` is where line n names clusters."""

    document: Document
    lines: Sequence[Line]
    cast: Cast
    _named: dict[int, tuple[Place, ...]] = field(default_factory=dict)
    _about: list[int | None] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._at = {line.span: at for at, line in enumerate(self.lines)}
        self._leads = {above.span for line in self.lines for above in line.leads}
        self._below: dict[Span, list[int]] = defaultdict(list)
        for at, line in enumerate(self.lines):
            for above in line.leads:
                self._below[above.span].append(at)
        self._before_in_section = tuple(named_before(self.lines, self.named))
        for at, line in enumerate(self.lines):
            self._about.append(self._decide(at, line))

    def named(self, at: int) -> tuple[Place, ...]:
        """The subjects that a line names, in order."""
        if at not in self._named:
            text = self.lines[at].text
            named = self.cast.named(text)
            called = [
                one
                for one in self._homes.named(text)
                if not any(p.span.start < one.span.end and one.span.start < p.span.end for p in named)
            ]
            self._named[at] = tuple(sorted((*named, *called), key=lambda one: one.span.start))
        return self._named[at]

    @cached_property
    def _homes(self) -> Homes:
        return Homes(self.cast, self.lines)

    def named_in(self, line: Line) -> tuple[Place, ...]:
        """The subjects that a line names, in order."""
        return self.named(self._at[line.span])

    def subject(self, line: Line) -> int | None:
        """The one cluster that a line is about, as a reader takes it; None where that is open."""
        return self._about[self._at[line.span]]

    def subject_at(self, line: Line, offset: int) -> int | None:
        """The cluster that the words at an offset of a line are about: the last named before them."""
        own = self.subject(line)
        before = [
            p.subject
            for p in self.named(self._at[line.span])
            if p.span.start <= offset
            and not (is_parted(line.text[p.span.end : offset]) and p.subject != own and is_beside(line, p))
        ]
        before = [subject for subject in before if self.is_sure(subject) or subject == own]
        return before[-1] if before else own

    def owner(self, line: Line) -> int | None:
        """The cluster whose page, card or section a line stands in, whatever the line itself names."""
        at = self._at[line.span]
        head = self.cast.entries.get(at, self._card_head(at, line))
        if head is not None and self.is_sure(head):
            return head
        above = self.cast.above(line.above)
        return above[0] if above is not None and self.is_sure(above[0]) else self.main

    def around(self, line: Line) -> int | None:
        """The cluster that the lines around one are about, whatever the line itself names."""
        owner = self.owner(line)
        return owner if owner is not None else self._from_around(self._at[line.span], line)

    def introduces(self, line: Line) -> bool:
        """Whether a line stands above others that it introduces, as a table's heads do."""
        return line.span in self._leads

    def is_called_one(self, subject: int) -> bool:
        """Whether a line about a subject speaks of "the cluster"."""
        return subject in self._called_one

    @cached_property
    def _called_one(self) -> frozenset[int | None]:
        return frozenset(
            about
            for line, about in zip(self.lines, self._about, strict=True)
            if any(mention.generic for mention in names_in(line.text))
        )

    def line_at(self, span: Span) -> Line | None:
        """The line that a span begins in."""
        at = bisect_right(self._starts, span.start) - 1
        return self.lines[at] if at >= 0 and span.start < self.lines[at].span.end else None

    def before(self, line: Line) -> Line | None:
        """The line right before one, in the same section."""
        before = self.lines[max(0, self._at[line.span] - 1)]
        return before if before is not line and before.headings == line.headings else None

    def goes_on(self, line: Line) -> bool:
        """Whether a line goes on, in the same paragraph or item, after one that names a cluster."""
        before = self.before(line)
        return before is not None and bool(self.named_in(before)) and self.is_within_paragraph(line)

    def asked(self, line: Line) -> str:
        """The question that a line answers, folded: that of the line before, or of the heading right above;
        "" for none."""
        before = self.before(line)
        text = before.text if before is not None else line.headings[0].text if line.headings else ""
        return same_length_fold(text).rstrip() if text.rstrip().endswith("?") else ""

    def label_before(self, line: Line) -> str:
        """The key of the label that was named last before a line; "" if none was."""
        return self._labels_before[self._at[line.span]]

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(line.span.start for line in self.lines)

    @cached_property
    def _labels_before(self) -> tuple[str, ...]:
        found = [""]
        for line in self.lines:
            named = labels_in(line.text)
            found.append(named[-1].key if named else found[-1])
        return tuple(found)

    def is_sure(self, subject: int) -> bool:
        """Whether the document says that a subject is a cluster, or tells of it as of clusters."""
        return self.cast.subjects[subject].sure or subject in self.cast.presumed

    def scope(self, line: Line, subject: int) -> tuple[Span, ...]:
        """The line above that a line has its subject from, if it does not name it."""
        if any(place.subject == subject for place in self.named(self._at[line.span])):
            return ()
        above = self.cast.above(line.above)
        return (above[1].span,) if above is not None and above[0] == subject else ()

    def claim(
        self,
        line: Line,
        subject: int,
        attribute: Attribute,
        value: str,
        *,
        qualifier: str = "",
        since: Moment | None = None,
        said_on: date | None = None,
    ) -> Claim:
        """A claim that a line makes of a subject, with the line above that it has the subject from."""
        where = (line.passage, line.span, self.scope(line, subject))
        return Claim(subject, attribute, value, *where, qualifier, since=since, said_on=said_on)

    @cached_property
    def _protagonist(self) -> Protagonist:
        return Protagonist(self.lines, self.cast, self.named)

    @property
    def main(self) -> int | None:
        """The cluster of the whole document."""
        return self._protagonist.main

    @property
    def itself(self) -> int | None:
        """The cluster that says "we"."""
        return self._protagonist.itself

    def _decide(self, at: int, line: Line) -> int | None:
        named = self.named(at)
        if named and self._speaks_of_itself(line, named):
            return self.itself
        if named and any(
            o.kind == "name" and abs(o.start - named[0].span.start) <= 1 for o in labelled(line)
        ):
            return named[0].subject  # "Cluster name: X": its card begins.
        called = {span.start for _, span in called_by_place(line.text)}
        sure = [p.subject for p in named if self.is_sure(p.subject) or p.span.start in called]
        if called and not sure and self.main is not None and self._homes.elsewhere(line.text, self.main):
            return None
        beside = [p for p in named if self.is_sure(p.subject)]
        if sure and self.main not in {None, *sure} and all(is_beside(line, p) for p in beside):
            return self.main
        if sure:
            before = self._from_around(at, line) if opens_with_it(line.text, named[0].span.start) else None
            return before if before is not None and self.is_sure(before) else sure[0]
        if named and self._begins_with(line, named[0]):
            return named[0].subject
        taken_up = self._taken_up(at, line)
        if taken_up is not None:
            return taken_up
        before = self._from_around(at, line)
        if before is not None and self.is_sure(before):
            return before
        return named[0].subject if named else before

    def _begins_with(self, line: Line, place: Place) -> bool:
        """Whether a sentence's subject is a name headed as networks are, or unites somebody: it speaks of
        that, cluster or not; but for "Koordynuje ją Grupa X"."""
        name, before = line.text[place.span.start : place.span.end], line.text[: place.span.start]
        known = [n.text for at, one in enumerate(self.cast.subjects) if self.is_sure(at) for n in one.names]
        if len(before) <= 1 and unites(line.text, place.span.end) and not is_part_of(name, known):
            return True
        if before.rstrip(' „"').endswith(":") or not networks_in(name) or PRONOUN.search(before):
            return False
        said = [words.fold(one) for one in words.tokenize(before)]
        # "Instead of the Energy Forum": the article is passed.
        last = said[:-1][-1:] if said[-1:] == ["the"] else said[-1:]
        may_begin = is_english(words.tokenize(name)[-1]) or "nom" in (case_of(name) or {"nom"})
        return not last or (last[0] not in listed("prepositions") and may_begin)

    def _taken_up(self, at: int, line: Line) -> int | None:
        """The network named last whose head noun a line takes up: "the alliance", "Sieć zrzesza"."""
        fitting = headed_so(line.text, ((name.text for name in one.names) for one in self.cast.subjects))
        # However far back, where there is but one.
        reach = REACH if len(fitting) > 1 else at
        for n in range(at - 1, max(-1, at - 1 - reach), -1) if fitting else ():
            for place in reversed(self.named(n)):
                if place.subject in fitting:
                    return place.subject
        return None

    def _card_head(self, at: int, line: Line) -> int | None:
        """The cluster whose name alone is the nearest line before this one, in its section."""
        for n in range(at - 1, max(-1, at - 1 - CARD_LINES), -1):
            other = self.lines[n]
            if other.headings != line.headings:
                return None
            if line.leads and other.leads and line.leads[-len(other.leads) :] != other.leads:
                continue  # Within another item of the list.
            named = self.named(n)
            both = len(named) > 1 and {place.subject for place in named} == {named[0].subject}
            alone = unframed(other.text, bracket=both or len(named) == 1)
            if named and named[0].span.end - named[0].span.start >= len(alone) - len("„”"):
                return named[0].subject
        return None

    def _from_around(self, at: int, line: Line) -> int | None:
        """The cluster that the lines above and before say a line is about."""
        if (entry := self.cast.entries.get(at)) is not None:
            return entry
        if at and opens_with_pronoun(line.text) and self.is_within_paragraph(line):
            named = [one.subject for one in self.named(at - 1)[:1] if self.is_sure(one.subject)]
            if named and self._about[at - 1] == named[0]:
                return named[0]
        if asks_of_it(line) and (told := self._told_before_section(at)) is not None:
            return told
        if introduces_entry(line) and self._is_last_of_section(at, line):
            return None
        if ELSEWHERE.match(line.text) and (other := self._other_one(at)) is not None:
            return other
        if line.span in self._leads and self._introduces_others(line) and self.cast.above(line.above) is None:
            return None
        head = self._card_head(at, line)
        if head is not None and self.is_sure(head) and (labelled(line) or len(line.text) <= SHORT):
            return head
        above = self.cast.above(line.above)
        if above is not None and self.is_sure(above[0]):
            return above[0]
        if above is None and self._protagonist.is_of_another_entry(line):
            return None
        generic = any(mention.generic for mention in names_in(line.text))
        if speaks_of_clusters(line.text) and not generic:
            return None
        inherited = self._inherited(at, line, generic=generic)
        return above[0] if above is not None and inherited is None else inherited

    def _told_before_section(self, at: int) -> int | None:
        """The cluster that the section before that of a line ended with."""
        while at and self.lines[at - 1].headings == self.lines[at].headings:
            at -= 1
        told = self._about[at - 1] if at else None
        return told if told is None or self.is_sure(told) else None

    def _is_last_of_section(self, at: int, line: Line) -> bool:
        """Whether the next line stands under a heading of its own that names a cluster."""
        after = self.lines[at + 1].headings if at + 1 < len(self.lines) else ()
        return after[:1] not in {(), line.headings[:1]} and bool(self.cast.named(after[0].text))

    def _inherited(self, at: int, line: Line, *, generic: bool) -> int | None:
        """The cluster spoken of before, in the same section; else that of the whole document."""
        before = self._spoken_of(at, line)
        if self.itself is not None and (says_we(line.text) or asks_you(self.asked(line))):
            # Who is quoted says "we" of the cluster that was just spoken of.
            return before if before is not None and QUOTATION.search(line.text) else self.itself
        theirs = self._protagonist.is_survey and says_we(line.text) and not QUOTATION.search(line.text)
        if theirs or opens_with_another(line):  # Who writes of several clusters is none of them.
            return None
        subject = before if before is not None and (generic or self._goes_on(at, line)) else self.main
        if subject is None or generic:
            return subject
        names = (name.text for name in self.cast.subjects[subject].names)
        return subject if agrees(line.text, self.lines[at - 1].text if at else "", names) else None

    def _other_one(self, at: int) -> int | None:
        """The cluster that was named last, beside the one that a document is about."""
        near = range(at - 1, max(-1, at - 1 - REACH), -1)
        named = (place.subject for n in near for place in reversed(self.named(n)))
        return next((subject for subject in named if subject != self.itself), None)

    def _speaks_of_itself(self, line: Line, named: Sequence[Place]) -> bool:
        """Whether a line that names another cluster says "we"."""
        return self.itself not in {None, *(p.subject for p in named)} and says_we(line.text)

    def _introduces_others(self, line: Line) -> bool:
        """Whether what a line introduces are clusters: it is no more about the one before them."""
        below = self._below.get(line.span, ())
        return any(place.span.start < LONGEST_OPENING for n in below for place in self.named(n))

    def _spoken_of(self, at: int, line: Line) -> int | None:
        """The cluster that the lines right before are about, in the same section and list."""
        if line.cells:
            return None
        for n in range(at - 1, max(-1, at - 1 - REACH), -1):
            earlier = self.lines[n]
            if self.main is not None and is_numbered(self.document.text, self.lines[n + 1].span.start):
                return None  # The next point of minutes, a report or a statute is of its own cluster again.
            if n in self.cast.entries and at not in self.cast.entries:
                return None  # What an entry is about ends with it.
            if earlier.headings != line.headings or (earlier.leads != line.leads and n != at - 1):
                return None
            if self._about[n] is not None:
                return self._about[n]
            if speaks_of_clusters(earlier.text) or opens_with_another(earlier):
                return None
        return None

    def _goes_on(self, at: int, line: Line) -> bool:
        """Whether a line reads as going on about what was spoken of, by its words, as a labelled value, or as
        one of the short lines of a card."""
        in_paragraph = self.is_within_paragraph(line) and not self.named(at)
        if (
            begins_going_on(line.text)
            or labelled(line)
            or len(self._before_in_section[at]) == 1
            or in_paragraph
        ):
            return True
        return len(line.text) <= SHORT and bool(line.leads or (at and len(self.lines[at - 1].text) <= SHORT))

    def is_within_paragraph(self, line: Line) -> bool:
        """Whether a line goes on in the paragraph of the one before it."""
        at = self._at[line.span]
        return at > 0 and "\n" not in self.document.text[self.lines[at - 1].span.end : line.span.start]
