"""Whom a document is about, and which cluster says "we" in it."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property

from index.extraction.going_on import is_beside
from index.extraction.labelled import labelled
from index.extraction.lines import Line
from index.extraction.naming import names_in
from index.extraction.organisations import organisations_in
from index.extraction.people import people_in
from index.extraction.subjects import Cast, Place
from index.extraction.voices import asks_you, says_we
from index.gazetteer import worded
from index.inflection import case_of
from index.words import same_length_fold

# "on behalf of the X Cluster".
OF_THE = re.compile(r"\b[Oo]f\s(?:the\s)?$")
# Clusters that a document of one of them names at most.
FEW = 3
# So often the only cluster of a document is named where it is about that.
OFTEN = 3
# Lines at the top of a document that tell what it is about, and that tell whom an interview is with.
TOP, GUEST_LINES = 3, 6
# Who has the rights in a page is whose page it is.
RIGHTS = re.compile(r"^\W*(?:©|\(c\)|copyright\b|wszelkie prawa|all rights)", re.IGNORECASE)
# Somebody's words in a text that is another's.
QUOTATION = re.compile(r"[„“”\"«»]|^\s*[–—-]\s")
# In so many lines "we" is said, or "you" asked, where a text is by a cluster.
SPOKEN = 2


class Protagonist:
    """The cluster that the lines of a document are about. `named(n)` is where line n names clusters."""

    def __init__(self, lines: Sequence[Line], cast: Cast, named: Callable[[int], Sequence[Place]]) -> None:
        self._lines, self._cast, self._named = lines, cast, named

    @cached_property
    def main(self) -> int | None:
        """The cluster of the whole document: the one that it tells of, or whose own page it is."""
        told = self._told_of
        return told if told is not None or self._cast.title else self._host

    def is_of_another_entry(self, line: Line) -> bool:
        """Whether the heading of a labelled line is a body's name, where other headings name clusters."""
        heading = line.headings[0].text if line.headings else ""
        bodies = organisations_in(heading) if heading and labelled(line) else ()
        return bool(bodies) and bodies[0].span.start <= 1 and len(self._headed) > 1

    @cached_property
    def _headed(self) -> frozenset[int]:
        """The clusters that headings name."""
        tops = {one.text for line in self._lines for one in line.headings[:1]}
        return frozenset(place.subject for text in tops for place in self._cast.named(text))

    @cached_property
    def _host(self) -> int | None:
        """The cluster that says "we" all through a text, which its top or who has the rights in it
        names; else the first one, if its addresses have that name."""
        headings = {heading.text for line in self._lines for heading in line.headings}
        texts = (*headings, *(line.text for line in self._lines))
        spoken = sum(_speaks(text) for text in texts)
        if self._guest is not None:
            return self._guest
        if spoken < SPOKEN or self.is_survey:
            return None
        for one in (self._first, self._owner):
            if one is not None:
                return one
        addressed = self._cast.addressed
        named = next((found for at in range(len(self._lines)) if (found := self._named(at))), ())
        return addressed if any(place.subject == addressed for place in named) else None

    @cached_property
    def _guest(self) -> int | None:
        """The cluster whose people answer an interview: the only one named by the line at the top that says
        so, and with whom."""
        for line in self._lines[:GUEST_LINES]:
            for text in (*(heading.text for heading in reversed(line.headings)), line.text):
                named = {place.subject for place in self._cast.named(text)}
                told = (
                    len(named) == 1
                    and worded("interviews.toml", "says").search(same_length_fold(text)) is not None
                )
                if told and people_in(text):
                    return named.pop()
        return None

    @cached_property
    def is_survey(self) -> bool:
        """Whether a text tells of more clusters than one's own page names beside it, of none of them most:
        "we" are who wrote it."""
        if self._first is None:
            return False
        counts = Counter(place.subject for at in range(len(self._lines)) for place in self._named(at))
        others = sum(self._is_known(one) for one in counts) - 1
        return others > FEW and counts[self._first] * 2 <= counts.total()

    @cached_property
    def _owner(self) -> int | None:
        """The cluster that has the rights in a document."""
        for line in self._lines:
            for text in (line.text, *(above.text for above in line.above)):
                named = {place.subject for place in self._cast.named(text)} if RIGHTS.match(text) else set()
                if len(named) == 1:
                    return named.pop()
        return None

    @cached_property
    def _told_of(self) -> int | None:
        """The cluster that a document tells of: its title's, its only one, or the one that is named first and
        at least as often as all the others."""
        if len(self._cast.title) == 1 or not self._lines or len(self._cast.title) > 1:
            return self._cast.main
        headings = {heading for line in self._lines for heading in line.headings}
        counts = Counter(place.subject for at in range(len(self._lines)) for place in self._named(at))
        counts.update(place.subject for h in headings for place in self._cast.named(h.text) for _ in range(2))
        only = self._cast.main
        # The only cluster in a text on something else is named in passing.
        if only is not None and (only == self._first or counts[only] >= OFTEN):
            return only
        first = self._first
        if first is None:
            return None
        others = counts.total() - counts[first]
        spoken = sum(any(one.generic for one in names_in(line.text)) for line in self._lines)
        # What is quoted may be a project; what is headed as networks are is counted, sure or not.
        known = sum(count for one, count in counts.items() if one != first and self._is_known(one))
        # A report names its cluster at the top, says "the cluster" from then on, and names others in passing.
        if spoken >= OFTEN * max(1, known):
            return first
        if self._is_headed(first):
            # Minutes and statutes of a cluster may speak more of those it deals with.
            return first if len(counts) <= FEW or counts[first] >= others else None
        often = counts[first] > 1 and counts[first] >= others
        return first if often or self._others_are_beside(first) else None

    def _others_are_beside(self, first: int) -> bool:
        """Whether a text begins with a cluster, and names others only as those it is with."""
        opens = next((p.subject for line in self._lines[:TOP] for p in self._cast.named(line.text)), None)
        others = [
            is_beside(line, place)
            for at, line in enumerate(self._lines)
            for place in self._named(at)
            if place.subject != first
        ]
        return opens == first and bool(others) and all(others)

    def _is_known(self, one: int) -> bool:
        """Whether a subject is surely a cluster, or headed as networks are."""
        subject = self._cast.subjects[one]
        return subject.sure or subject.names[0].kind == "full"

    def _is_headed(self, subject: int) -> bool:
        """Whether the top of the document is something of a cluster: "z posiedzenia Rady Klastra X"."""
        for line in self._lines[:TOP]:
            for text in () if line.leads else (line.text, *(heading.text for heading in line.headings)):
                for place in self._cast.named(text):
                    cases = case_of(text[place.span.start : place.span.end])
                    genitive = "gen" in cases and not cases & {"nom", "acc"}
                    # "Rada Klastra Nadnotecki Klaster Ceramiczny": the word before the name has the case.
                    genitive |= any(one.span.end + 1 == place.span.start for one in names_in(text))
                    if place.subject == subject and (genitive or OF_THE.search(text[: place.span.start])):
                        return True
        return False

    @cached_property
    def _first(self) -> int | None:
        """The cluster that the top of the document names, if it names one alone."""
        for line in self._lines[:TOP]:
            for text in (*(heading.text for heading in reversed(line.headings)), line.text):
                named = {place.subject for place in self._cast.named(text) if self._is_known(place.subject)}
                if named:
                    return named.pop() if len(named) == 1 else None
        return None

    @cached_property
    def itself(self) -> int | None:
        """The cluster that says "we": the document's own, or the first it names if it names few."""
        if self.main is not None or sum(subject.sure for subject in self._cast.subjects) > FEW:
            return self.main
        return self._first


def _speaks(text: str) -> bool:
    """Whether a line says "we" or asks "you", and quotes nobody."""
    if QUOTATION.search(text):
        return False
    return says_we(text) or (text.rstrip().endswith("?") and asks_you(text))
