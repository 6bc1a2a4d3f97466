"""A document as extraction sees it: its lines, its clusters, and which of them each line is about."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from documents.model import Document, Span
from documents.moments import Moment
from index import words
from index.extraction.homes import Homes, called_by_place
from index.extraction.labelled import labelled
from index.extraction.labels import labels_in
from index.extraction.lines import Line
from index.extraction.model import Claim
from index.extraction.name_words import listed, speaks_of_clusters
from index.extraction.naming import names_in
from index.extraction.organisations import organisations_in
from index.extraction.other_names import networks_in
from index.extraction.people import opens_with_person, role_of
from index.extraction.referring import (
    bodies_of,
    genders_asked,
    head_lemmas,
    heads_in,
    may_be_taken_up,
    opens_with_it,
)
from index.extraction.subjects import Cast, Place
from index.inflection import case_of, is_english
from index.register.model import Attribute
from index.words import same_length_fold

# How a sentence begins, or what it holds, that goes on about the cluster named before it.
GOES_ON = re.compile(
    r"^\W*(?:(?:On|Jego|Jej|Ich|Inicjatywa|Organizacja|Sieć|Projekt|Porozumienie|Obecnie|Dziś|Dzisiaj|It|Its|"
    r"The (?:cluster|initiative|organisation|organization|network|association)|Today|Currently|At present|"
    r"Now)\b|"
    r"[^\W\d_]+(?:uje|eje|iera|ada|yna|wia|sza|upia|czy|ega)\b)",
)
# "We", "our", "nasz klaster", "należymy": who writes speaks of itself.
FIRST_PERSON = re.compile(
    r"\b(?:we|our|us|nasz\w*|nas|nam|nami|my)\b|\b\w{3,}(?:śmy|amy|emy|imy|ymy)(?:\s+się)?\b",
    re.IGNORECASE,
)
# Who asks "you" so is told by the cluster of itself. Folded.
SECOND_PERSON = re.compile(r"\b(?:was|wam|wami|wy|wasz\w*|panstw\w+|you|your)\b")
# What stands for the cluster named before.
PRONOUN = re.compile(r"\b(?:niego|nim|niej|nią|go|jej|jego|it|its|his|her|them|they|there)\b", re.IGNORECASE)
# "There Helena Kos is in charge": of the other one of two.
ELSEWHERE = re.compile(
    r"^\W*(?:Tam(?:ten|ta|ci|tym|tej|tejsz\w+)?|Oni|They|Over there|"
    r"There(?!\s+(?:is|are|was|were|has|have|will)\b))\b"
)
PARTICIPLE = re.compile(
    r"^(?:Founded|Established|Set up|Created|Launched|Coordinated|Managed|Run|Based|Led|Known|Headed|"
    r"Registered|Active|Located)\b"
)
# Before a cluster that another one is with or compared to; "z" where the name is in the instrumental.
WITH = re.compile(r"(?i)\b(?:with|alongside|unlike|than|obok|niż)\s(?:the\s|our\s|its\s)?[„\"“]?$")
WITH_POLISH = re.compile(r"(?i)\b(?:z|ze)\s[„\"“]?$")
# Before a cluster that something is of or for, behind whoever the sentence is about.
FROM = re.compile(r"(?i)\b(?:z|ze|od|dla|u|przez|from|for|by)\s(?:the\s)?[„\"“]?$")
FEWEST_BEFORE = 2
# "on behalf of the X Cluster".
OF_THE = re.compile(r"\b[Oo]f\s(?:the\s)?$")
# Labels whose values are others than the one that is spoken of.
OF_ANOTHER = frozenset({"partner", "project", "coordinator", "representative"})
# Words with capitals and a dash, as an entry of a list begins.
ANOTHER = re.compile(
    r"\W*([^\W\d_a-ząćęłńóśźż][\w-]+(?: [^\W\d_a-ząćęłńóśźż][\w-]+){1,4}) [–—-] (?=\d|[a-z])"
)
# How many lines back a subject is looked for, and the characters of a line of a card.
REACH = 5
CARD_LINES = 14
SHORT = 70
# Clusters that a document of one of them names at most.
FEW = 3
# So often the only cluster of a document is named where it is about that.
OFTEN = 3
# An item that names a cluster begins with its name: it stands within so many characters.
LONGEST_OPENING = len("1. „Klaster ")
# What stands before the first words of a numbered point, and how many characters that takes at most.
NUMBERED = re.compile(r"\n[ \t]*\(?\d{1,2}[.)][ \t]+$")
POINT = 12
# Lines at the top of a document that tell what it is about.
TOP = 3


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
        self._leads = {above.span for line in self.lines for above in line.leads}
        self._below: dict[Span, list[int]] = defaultdict(list)
        for at, line in enumerate(self.lines):
            if line.leads:
                self._below[line.leads[0].span].append(at)
        self._before_in_section = tuple(self._named_before())
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
            and not (";" in line.text[p.span.end : offset] and p.subject != own and self._is_beside(line, p))
        ]
        before = [subject for subject in before if self.is_sure(subject) or subject == own]
        return before[-1] if before else own

    def owner(self, line: Line) -> int | None:
        """The cluster whose page, card or section a line stands in, whatever the line itself names."""
        at = self._at[line.span]
        head = self._card_head(at, line)
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
        at = self._at[line.span]
        return self.lines[at - 1] if at and self.lines[at - 1].headings == line.headings else None

    def goes_on(self, line: Line) -> bool:
        """Whether a line goes on, in the same paragraph or item, after one that names a cluster."""
        before = self.before(line)
        if before is None or not self.named_in(before):
            return False
        return "\n" not in self.document.text[before.span.end : line.span.start]

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
        """Whether the document says that a subject is a cluster."""
        return self.cast.subjects[subject].sure

    def scope(self, line: Line, subject: int) -> tuple[Span, ...]:
        """The line above that a line has its subject from, if it does not name it."""
        at = self._at[line.span]
        if any(place.subject == subject for place in self.named(at)):
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
        scope = self.scope(line, subject)
        return Claim(
            subject,
            attribute,
            value,
            line.passage,
            line.span,
            scope,
            qualifier,
            since=since,
            said_on=said_on,
        )

    @cached_property
    def main(self) -> int | None:
        """The cluster of the whole document: its title's, its only one, or the one that is named first and at
        least as often as all the others."""
        if len(self.cast.title) == 1 or not self.lines or len(self.cast.title) > 1:
            return self.cast.main
        headings = {heading for line in self.lines for heading in line.headings}
        counts = Counter(place.subject for at in range(len(self.lines)) for place in self.named(at))
        counts.update(place.subject for h in headings for place in self.cast.named(h.text) for _ in range(2))
        only = self.cast.main
        if only is not None:
            # The only cluster in a text on something else is named in passing.
            return only if only == self._first or counts[only] >= OFTEN else None
        first = self._first
        if first is None:
            return None
        others = counts.total() - counts[first]
        spoken = sum(any(one.generic for one in names_in(line.text)) for line in self.lines)
        # What is quoted may be a project; what is headed as networks are is counted, sure or not.
        known = sum(
            count
            for one, count in counts.items()
            if one != first and (self.is_sure(one) or self.cast.subjects[one].names[0].kind == "full")
        )
        # A report names its cluster at the top, says "the cluster" from then on, and names others in passing.
        if spoken >= OFTEN * max(1, known):
            return first
        if self._is_headed(first):
            # Minutes and statutes of a cluster may speak more of those it deals with.
            return first if len(counts) <= FEW or counts[first] >= others else None
        return first if counts[first] > 1 and counts[first] >= others else None

    def _is_headed(self, subject: int) -> bool:
        """Whether the top of the document is something of a cluster: "z posiedzenia Rady Klastra X"."""
        for line in self.lines[:TOP]:
            for text in () if line.leads else (line.text, *(heading.text for heading in line.headings)):
                for place in self.cast.named(text):
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
        for line in self.lines[:TOP]:
            for text in (*(heading.text for heading in reversed(line.headings)), line.text):
                named = {place.subject for place in self.cast.named(text)}
                if named:
                    return named.pop() if len(named) == 1 else None
        return None

    def _decide(self, at: int, line: Line) -> int | None:
        named = self.named(at)
        if named and self._speaks_of_itself(line, named):
            return self._itself
        called = {span.start for _, span in called_by_place(line.text)}
        sure = [p.subject for p in named if self.is_sure(p.subject) or p.span.start in called]
        if called and not sure and self.main is not None and self._homes.elsewhere(line.text, self.main):
            return None
        beside = [p for p in named if self.is_sure(p.subject)]
        if sure and self.main not in {None, *sure} and all(self._is_beside(line, p) for p in beside):
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

    def _is_beside(self, line: Line, place: Place) -> bool:
        """Whether a cluster is named only as one that another is with, or as what a label tells of another:
        "współpraca z Klastrem Y", "Partners: Y"."""
        labels = [one for one in labelled(line) if one.kind in OF_ANOTHER and not line.cells]
        if any(one.start <= place.span.start < one.start + len(one.text) for one in labels):
            return True
        before = line.text[: place.span.start]
        if WITH.search(before):
            return True
        if FROM.search(before) and len(words.tokenize(before)) > FEWEST_BEFORE:
            return True
        return WITH_POLISH.search(before) is not None and "inst" in case_of(
            line.text[place.span.start : place.span.end]
        )

    def _begins_with(self, line: Line, place: Place) -> bool:
        """Whether a sentence's subject is a name headed as networks are: it speaks of that, cluster or not;
        but for "Koordynuje ją Grupa X"."""
        name = line.text[place.span.start : place.span.end]
        if not networks_in(name) or PRONOUN.search(line.text, 0, place.span.start):
            return False
        said = [words.fold(one) for one in words.tokenize(line.text[: place.span.start])]
        # "Instead of the Energy Forum": the article is passed.
        before = said[:-1][-1:] if said[-1:] == ["the"] else said[-1:]
        may_begin = is_english(words.tokenize(name)[-1]) or "nom" in (case_of(name) or {"nom"})
        return not before or (before[0] not in listed("prepositions") and may_begin)

    def _taken_up(self, at: int, line: Line) -> int | None:
        """The network named last whose head noun a line takes up: "the alliance", "Sieć zrzesza"."""
        heads = heads_in(line.text)
        fitting = {
            number
            for number, subject in enumerate(self.cast.subjects if heads else ())
            if heads & head_lemmas(name.text for name in subject.names)
        }
        # However far back, where there is but one.
        reach = REACH if len(fitting) > 1 else at
        for n in range(at - 1, max(-1, at - 1 - reach), -1) if fitting else ():
            for place in reversed(self.named(n)):
                if place.subject in fitting:
                    return place.subject
        return None

    def _agrees(self, at: int, line: Line, subject: int) -> bool:
        """Whether a line's verb or pronoun may be about a cluster, and not about the body that the line
        before names: "Fundacja …. Powstała w 2004 roku" is not said of a "Klaster"."""
        asked = genders_asked(line.text)
        if not asked or not at:
            return True
        names = [name.text for name in self.cast.subjects[subject].names]
        return may_be_taken_up(names, asked) or not bodies_of(self.lines[at - 1].text, asked)

    def _card_head(self, at: int, line: Line) -> int | None:
        """The cluster whose name alone is the nearest line before this one, in its section."""
        for n in range(at - 1, max(-1, at - 1 - CARD_LINES), -1):
            other = self.lines[n]
            if other.headings != line.headings:
                return None
            named = self.named(n)
            if named and named[0].span.end - named[0].span.start >= len(other.text.strip(" .:")) - len("„”"):
                return named[0].subject
        return None

    def _from_around(self, at: int, line: Line) -> int | None:
        """The cluster that the lines above and before say a line is about."""
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
        generic = any(mention.generic for mention in names_in(line.text))
        if speaks_of_clusters(line.text) and not generic:
            return None
        inherited = self._inherited(at, line, generic=generic)
        return above[0] if above is not None and inherited is None else inherited

    def _inherited(self, at: int, line: Line, *, generic: bool) -> int | None:
        """The cluster spoken of before, in the same section; else that of the whole document."""
        of_itself = FIRST_PERSON.search(line.text) or SECOND_PERSON.search(self.asked(line))
        if of_itself and self._itself is not None:
            return self._itself
        if self.opens_with_another(line):
            return None
        before = self._spoken_of(at, line)
        subject = before if before is not None and (generic or self._goes_on(at, line)) else self.main
        return subject if subject is None or generic or self._agrees(at, line, subject) else None

    @cached_property
    def _itself(self) -> int | None:
        """The cluster that says "we": the document's own, or the first it names if it names few."""
        if self.main is not None or sum(subject.sure for subject in self.cast.subjects) > FEW:
            return self.main
        return self._first

    def _other_one(self, at: int) -> int | None:
        """The cluster that was named last, beside the one that a document is about."""
        near = range(at - 1, max(-1, at - 1 - REACH), -1)
        named = (place.subject for n in near for place in reversed(self.named(n)))
        return next((subject for subject in named if subject != self._itself), None)

    def _speaks_of_itself(self, line: Line, named: Sequence[Place]) -> bool:
        """Whether a line that names another cluster says "we"."""
        own = self._itself
        return (
            own is not None and all(p.subject != own for p in named) and bool(FIRST_PERSON.search(line.text))
        )

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
            if self.main is not None and self._is_numbered(self.lines[n + 1]):
                return None  # The next point of minutes, a report or a statute is of its own cluster again.
            if earlier.headings != line.headings or (earlier.leads != line.leads and n != at - 1):
                return None
            if self._about[n] is not None:
                return self._about[n]
            if speaks_of_clusters(earlier.text):
                return None
        return None

    def _is_numbered(self, line: Line) -> bool:
        """Whether a line opens a numbered point."""
        start = line.span.start
        before = self.document.text[max(0, start - POINT) : start]
        return NUMBERED.search(before if start > POINT else f"\n{before}") is not None

    def _goes_on(self, at: int, line: Line) -> bool:
        """Whether a line reads as going on about what was spoken of: it begins with a verb or a number, holds
        a pronoun, is a labelled value, or one of the short lines of a card."""
        if GOES_ON.match(line.text) or PRONOUN.search(line.text) or labelled(line) or self._alone(at):
            return True
        if len(line.text) <= SHORT and (line.leads or (at and len(self.lines[at - 1].text) <= SHORT)):
            return True
        first = words.TOKEN.search(line.text)
        if first is None:
            return False
        token = first.group()
        parts = {reading.part for reading in words.readings(token.lower())}
        polish = bool(parts & {"fin", "praet", "imps", "bedzie"}) and "subst" not in parts
        return token[0].isdigit() or polish or PARTICIPLE.match(line.text) is not None

    def opens_with_another(self, line: Line) -> bool:
        """Whether a line begins with a name of its own and a dash: "Swansea Steel Futures – 18 members"."""
        opening = ANOTHER.match(line.text)
        if opening is None or labelled(line) or opens_with_person(line.text, 0) is not None:
            return False
        first, after = opening.group(1).split()[0], words.tokenize(line.text[opening.end() :])[:1]
        body = organisations_in(opening.group(1)) or names_in(opening.group(1))
        return not (body or any(map(role_of, (first, *after))))

    def _alone(self, at: int) -> bool:
        """Whether the section names no other cluster before this line."""
        return len(self._before_in_section[at]) == 1

    def _named_before(self) -> Iterator[frozenset[int]]:
        """For each line the clusters that those before it in its section name, two of them at most."""
        named: frozenset[int] = frozenset()
        for at, line in enumerate(self.lines):
            if at and self.lines[at - 1].headings != line.headings:
                named = frozenset()
            yield named
            if len(named) < 2:
                named |= {place.subject for place in self.named(at)}
