"""What was said of statuses before a line: the label, the round, whom it was given to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from documents.model import Span
from index.extraction.dateline import dateline
from index.extraction.labels import is_called, labels_in
from index.extraction.lines import SEPARATOR, Above, Line
from index.extraction.model import Claim
from index.extraction.scene import Scene
from index.extraction.status_clauses import kind_of, owns
from index.extraction.status_scope import dates_above, inherited_label
from index.extraction.validity import (
    STATUS_WORD,
    Validity,
    any_moment,
    cues,
    lasting,
    read,
    says,
)
from index.register.model import WITHDRAWN
from index.words import same_length_fold

# Where those are listed of whom something is said: "wymienione w załączniku nr 1", "listed in Annex 2".
ANNEX = re.compile(
    rf"(?:{cues('annex').pattern})(?:\s+(?:nr|no\.?))?(?:\s+(\d{{1,2}}|[ivx]{{1,4}}|[a-d])\b)?"
)
# So many lines on a label may still be meant that is not named.
NEAR = 2
# A question that asks the same of another: "A Klaster X?".
GOES_ON = re.compile(r"\W*(?:\w+:\s*)?(?:a|and|what about|how about)\s", re.IGNORECASE)


def _is_asker(text: str) -> bool:
    """Whether a line begins with "my cluster", as who asks in general says of none."""
    return re.match(rf"\W*(?:{cues('asker').pattern})", same_length_fold(text)) is not None


@dataclass
class Talk:
    """What of statuses the lines of a scene said before one."""

    scene: Scene
    claims: list[Claim] = field(default_factory=list)
    label: str = ""
    # The labels spoken of, the last one last, and the number of the line that spoke of one last.
    spoken: list[str] = field(default_factory=list)
    spoken_at: int = -1
    round: str = ""
    section: tuple[Above, ...] = ()
    # What was said of clusters that are still to be named.
    open: Validity | None = None
    # The sentences that said so.
    opening: list[Span] = field(default_factory=list)
    # The claims made together last, of a sentence or a list, and the clusters named there.
    batch: list[Claim] = field(default_factory=list)
    listed: tuple[int, ...] = ()
    # The clusters that the section has named.
    named: tuple[int, ...] = ()
    lead: Span | None = None
    # Whether rows or items were read with it.
    used: bool = False
    # Whether a question was asked who holds it.
    asked: bool = False
    # What was said of those that annexes list, by their numbers, with the sentence that said so.
    annexes: dict[str, tuple[Validity, Span]] = field(default_factory=dict)

    def lost_on(self, at: int) -> list[Claim]:
        """The losses that the line before one told without their day, where a sentence goes on with but
        that: "The decision took effect on 15 September 2026"."""
        line, before = self.scene.lines[at], [one for one in self.batch if one.qualifier == WITHDRAWN]
        before = [one for one in before if one.until is None]
        part = next((one for one in line.text.split(", ") if any_moment(one) is not None), line.text)
        told = any_moment(part)
        if not before or told is None or labels_in(line.text) or at == 0:
            return []
        if before[-1].span != self.scene.lines[at - 1].span or says(part, "ends"):
            return []  # Of what ended only the end is told.
        if read(line.text).until not in {None, told}:
            return []
        if not (says(part, "decided") or says(part, "takes_effect")):
            return []
        return [replace(one, until=told, span=line.span, scope=(one.span,)) for one in before]

    def is_of_nobody(self, at: int) -> bool:
        """Whether a line tells of no cluster's status: it asks, it is a rule for all, "a cluster that fails
        loses its status", or says but of what the next asks: "My cluster lost its label. What now?"."""
        text = self.scene.lines[at].text
        if text.rstrip().endswith("?"):
            return True
        if says(text, "loses") and not self.scene.named(at):
            return True
        if says(text, "deadline") and not STATUS_WORD.search(same_length_fold(text)):
            return at > 0 and says(self.scene.lines[at - 1].text, "sets_deadline")
        return self._asks_next(at)

    def _asks_next(self, at: int) -> bool:
        if at + 1 >= len(self.scene.lines) or not _is_asker(self.scene.lines[at].text):
            return False
        line, following = self.scene.lines[at], self.scene.lines[at + 1]
        between = self.scene.document.text[line.span.end : following.span.start]
        return "\n" not in between and following.text.rstrip().endswith("?")

    def is_loss_of(self, subject: int, label: str, text: str) -> bool:
        """Whether a clause that names nobody tells by its verb that a status was lost, or goes on about a
        loss: "utrata statusu" alone may be anybody's."""
        if says(cues("loss").sub(" ", same_length_fold(text)), "withdrawn"):
            return True
        key = (subject, label, WITHDRAWN)
        before = [one for one in self.claims if (one.subject, one.value, one.qualifier) == key]
        return bool(before) and all(one.until is None for one in before)

    def with_round(self, subject: int, validity: Validity) -> Validity:
        """A validity with the round in which a cluster was said to be given its label, whose end it tells."""
        told = [one for one in self.claims if (one.subject, one.value) == (subject, validity.label)]
        return validity.over(Validity(round=told[-1].qualifier)) if told and not told[-1].until else validity

    def unnamed(self, at: int) -> tuple[Line, Validity] | None:
        """The line before one and what it says, if it told of some clusters without their names that they
        hold a status, or did."""
        before = self.scene.lines[at - 1] if at else None
        if before is None or self.scene.named(at - 1) or not says(before.text, "some_clusters"):
            return None
        said, kind = read(before.text), kind_of(before.text)
        label = said.label or inherited_label(self.scene, before)
        told = said.says_when or owns(before.text) or kind in {"lapsed", "taken"}
        if not label or not told or kind in {"sought", ""} or before.headings != self.section:
            return None
        return before, replace(said, label=label)

    def enter(self, line: Line) -> None:
        """Forget, where a line begins another section, what held in that before."""
        if line.headings != self.section:
            self.section, self.open, self.round, self.named = line.headings, None, "", ()
            self.asked = self._asks(line)
            headed = {one.key for one in labels_in(line.headings[0].text)} if line.headings else set()
            if len(headed) == 1:
                (self.label,) = headed
        self._open_annex(line)
        if self.used and not line.leads and line.text.rstrip().endswith((".", "!", "”", '"')):
            # The list is over that this was said of.
            self.open, self.used = None, False

    def _asks(self, line: Line) -> bool:
        """Whether the heading of a section asks who holds a label."""
        heading = line.headings[0].text if line.headings else ""
        named = labels_in(heading) if heading.rstrip().endswith("?") else ()
        if named:
            self.label = named[0].key
        return bool(named)

    def _open_annex(self, line: Line) -> None:
        """Take what was said of those that an annex lists for its rows and items."""
        found = (ANNEX.match(same_length_fold(above.text.lstrip(" #*"))) for above in line.above)
        at = next((match for match in found if match is not None), None)
        told = self.annexes.get(at[1] or "") if at is not None else None
        if told is not None:
            self.open, self.opening, self.used = told[0], [told[1]], False
        elif at is not None and self.annexes:
            self.open = None  # Another annex lists others.

    def called(self, said: Sequence[str]) -> str:
        """The label spoken of last that words for one may stand for: no "status" is silver."""
        return next((key for key in reversed(self.spoken) if is_called(key, said)), "")

    def goes_on_at(self, at: int) -> bool:
        """Whether the line before one spoke of a label, so that it may go on without naming it."""
        return bool(self.label) and at - self.spoken_at <= NEAR

    def same_term(self, text: str, at: int) -> Claim | None:
        """The claim of the line before, where a text gives the same for the same time to another: "Drugim
        wyróżnionym był Klaster X, z tym samym terminem"."""
        if not says(text, "same_term") or not self.goes_on_at(at):
            return None
        told = [one for one in self.batch if one.value == self.label]
        return told[-1] if told and told[-1].qualifier != WITHDRAWN else None

    def _refer(self, line: Line, said: Validity) -> None:
        """Remember what a sentence says of those that an annex lists."""
        at = ANNEX.search(same_length_fold(line.text)) if said.says_when and said.label else None
        if at is not None and kind_of(line.text) not in {"sought", "taken"} and not line.cells:
            self.annexes[at[1] or ""] = (said, line.span)

    def hear(self, at: int, claims: Sequence[Claim], *, listed: bool) -> None:
        """Remember a line with its claims; `listed`: they are those of a row or an item."""
        line, named = self.scene.lines[at], labels_in(self.scene.lines[at].text)
        self.used = self.used or (listed and bool(claims))
        if said := [*(one.key for one in named), *(one.value for one in claims)]:
            self.label, self.spoken_at = claims[-1].value if claims else said[-1], at
            self.spoken = [*(one for one in self.spoken if one not in said), *dict.fromkeys(said)]
        places = tuple(dict.fromkeys(place.subject for place in self.scene.named(at)))
        together = self._listed(line, claims, places)
        if line.text.rstrip().endswith("?"):
            goes_on = GOES_ON.match(line.text) or says(line.text, "how_long")
            self.asked = bool(named) or self.asked or (bool(self.label) and goes_on is not None)
        elif not places:
            self.asked = False
        self._open(line, claims, places)
        if not together:
            # What is told of clusters it names is of them alone.
            self.round = "" if claims or places else read(line.text).round or self.round
        self.claims += claims

    def _listed(self, line: Line, claims: Sequence[Claim], places: tuple[int, ...]) -> bool:
        """Remember the claims and the clusters of a line; whether it stands in one list with those before."""
        lead = line.leads[0].span if line.leads else None
        together = lead is not None and lead == self.lead
        if claims:
            self.batch = [*self.batch, *claims] if together else list(claims)
        if places:
            self.named = (*self.named, *places)
            self.listed = (*self.listed, *places) if together else places
            self.lead = lead
        return together

    def _open(self, line: Line, claims: Sequence[Claim], places: tuple[int, ...]) -> None:
        said = self._from_today(line.text)
        if not claims and not places:
            self._refer(line, said.over(dates_above(line)).over(Validity(round=self.round)))
        if not claims and not places and self._announces(line, said):
            self.used = False
            self.open = self._opened(said.over(dates_above(line)).over(Validity(round=self.round)))
            self.opening.append(line.span)
        elif (
            any(self.open and one.until and one.until != self.open.until for one in claims) and not line.leads
        ):
            self.open = None

    def _from_today(self, text: str) -> Validity:
        """What a sentence says; where it tells how long from the announcement on, from the document's day."""
        said = read(text)
        if said.says_when or not says(text, "from_today"):
            return said
        today = dateline(self.scene.document)
        return said.over(lasting(text, today)) if today is not None else said

    def _announces(self, line: Line, said: Validity) -> bool:
        """Whether a line says what holds for clusters that are still to be named."""
        if kind_of(line.text) == "sought" or not said.says_when or SEPARATOR in line.text:
            return False
        if self.scene.goes_on(line) and not line.text.rstrip().endswith(":"):
            return False
        return bool(said.label and said.until) or says(line.text, "decided")

    def _opened(self, said: Validity) -> Validity:
        """What is said, with what was before of the same round."""
        before = self.open
        if before is None or (said.round and before.round and said.round != before.round):
            self.opening.clear()
            return said
        return said.over(before)
