"""The status claims of a sentence, read clause by clause after what was said before it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from documents.model import Span
from index.extraction.labels import Label, is_called, label_name, labels_in, rounds_in, tier_of
from index.extraction.model import Claim
from index.extraction.naming import names_in
from index.extraction.status_claims import each_term, together
from index.extraction.status_clauses import Clause, Kind, clauses, has_verb, kind_of, owns
from index.extraction.status_cut import cut_off, label_cut_off
from index.extraction.status_groups import Group, ends_in_order, excepted_in, groups_in, in_order, referred
from index.extraction.status_scope import about_it, dates_above, inherited_label, is_status, status_claim
from index.extraction.status_subjects import is_of_another_holder, is_of_another_thing
from index.extraction.status_talk import Talk
from index.extraction.status_terms import from_today, is_over, so_long
from index.extraction.status_told import (
    Told,
    each,
    is_entry,
    kind_after,
    label_stretches,
    said_by,
    subjects_after,
    told_of,
    year_of_entry,
)
from index.extraction.validity import (
    Validity,
    agreed,
    beginnings,
    cues,
    excepted,
    last_term,
    read,
    round_of,
    says,
    terms_said,
    times,
    within,
)
from index.extraction.voices import says_we
from index.register.model import WITHDRAWN
from index.words import same_length_fold

# A status is held no more.
LOST: frozenset[Kind] = frozenset({"taken", "lapsed"})
# One status, by any name: not "the labels of Europe".
A_STATUS = re.compile(
    r"\b(?:status\w*|tytul\w{0,2}|title|label|odznak[aeię]|certyfikat\w{0,2}|certificate|distinction)\b"
)
# Who is struck off a list of holders holds it no more.
LISTED = re.compile(r"\b(?:wykaz\w*|list[aeyiou]?\b|rejestr\w*|register)")
FEW = 6  # Characters behind a number or a bullet, at most, where an entry's name begins.


@dataclass
class Sentence:
    """A sentence that may tell of statuses."""

    talk: Talk
    at: int

    def __post_init__(self) -> None:
        self.scene = self.talk.scene
        self.line = self.scene.lines[self.at]
        self.text = self.line.text
        places = list(self.scene.named(self.at))
        if (cut := cut_off(self.scene, self.at)) is not None:
            self.text, place = cut
            places.append(place)
        if not places:
            places = referred(self.text, self.talk.listed, self.talk.named)
        self.places = places
        self.refers = bool(places) and not self.scene.named(self.at)

    def claims(self) -> list[Claim]:
        """What it claims."""
        text = self.text
        if named := self._of_unnamed():
            return named
        if self.talk.is_of_nobody(self.at) or not (
            says(text, "withdrawn")
            or says(text, "holds")
            or says(text, "owns")
            or read(text).says_when
            or times(text)
        ):
            return []
        if taken := [] if self.places else self.talk.lost_on(self.at):
            return taken
        told, found = Told(), []
        lost = any(clause.kind == "taken" for clause in clauses(text))
        for clause in clauses(text):
            claims, told = self._of_clause(clause, told)
            found += claims
        return together(found, lost=lost)

    def _of_unnamed(self) -> list[Claim]:
        """What the line before says of some clusters, where this gives but their names: "Są to A oraz B"."""
        if not self.places or not says(self.text, "these_are") or not (before := self.talk.unnamed(self.at)):
            return []
        line, validity = before
        subjects = dict.fromkeys(place.subject for place in self.places)
        told = [self._claim(one, validity, kind_of(line.text), line.text) for one in subjects]
        return [replace(one, scope=(*one.scope, line.span)) for one in told]

    def _of_clause(self, clause: Clause, told: Told) -> tuple[list[Claim], Told]:
        groups = groups_in(clause, self.places)
        kind = kind_after(clause, told, groups)
        supposed = told.supposed or says(clause.text, "supposed")
        label = self._label(clause, told, groups)
        subjects = subjects_after(groups, label) or told.subjects
        after = replace(told, subjects=subjects, last=groups[-1].subjects if groups else told.last)
        if not label:
            if clause.text.rstrip().endswith(":") and kind:
                after = replace(after, kind=kind)  # "Nie przyznano: …"
            return [], replace(after, supposed=supposed, about=told.about and clause.relative)
        verbs = clause.text if clause.has_verb or not told.verbs else told.verbs
        after = replace(after, label=label, kind=kind, verbs=verbs, about=True, supposed=supposed)
        if kind == "sought" or supposed:
            return [], after
        told = replace(told, kind=kind, verbs=verbs)
        if (
            not groups
            and told.subjects
            and clause.text.rstrip().endswith(":")
            and read(clause.text).says_when
        ):
            # It is said of those named next.
            return [], replace(after, subjects=(), pending=read(clause.text))
        if but := excepted_in(clause, self.places):
            return self._but_for(clause, told, but, label), replace(after, subjects=but, last=but)
        claims = self._claims_of(clause, told, groups, label)
        if len(claims) == 1 and len(groups) < 2 and kind not in LOST:
            claims = each_term(claims[0], beginnings(clause.text, told.verbs))
        if not claims and not subjects:
            after = replace(after, pending=read(clause.text).over(told.pending))
        named = clause.labels
        return claims, replace(after, label=named[-1].key if named else claims[-1].value if claims else label)

    def _label(self, clause: Clause, told: Told, groups: Sequence[Group]) -> str:
        """The label that a clause speaks of; "" where it speaks of none."""
        if named := clause.labels:
            return named[0].key
        if told.label and (tier := tier_of(clause.text, label_name(told.label, "en"))):
            return tier
        if clause.is_of_others:
            return ""
        spoken = self.talk.label if not told.label and self.talk.goes_on_at(self.at) else ""
        if spoken and (tier := tier_of(clause.text, label_name(spoken, "en"))):
            return tier
        generic = clause.names_status
        if told.label and (generic or (told.about and clause.goes_on)):
            return told.label
        if told.label:
            return ""
        if cut := label_cut_off(self.scene, self.at):
            return cut
        if later := labels_in(self.text):
            return later[0].key if generic else ""
        if generic:
            before = self.talk.called(clause.status_words) or inherited_label(self.scene, self.line)
            return before if is_called(before, clause.status_words) else ""
        if groups and self.talk.same_term(clause.text, self.at):
            return self.talk.label
        if self.talk.open is not None and groups and says(clause.text, "laureates"):
            return self.talk.open.label or self.talk.label or inherited_label(self.scene, self.line)
        if clause.kind == "taken" and LISTED.search(same_length_fold(clause.text)):
            return self.talk.label or inherited_label(self.scene, self.line)
        goes_on = (says(clause.text, "goes_on") or self.refers) and not is_of_another_thing(clause.text)
        if goes_on and clause.goes_on and self.talk.goes_on_at(self.at):
            return self.talk.label
        return self._headed_label() if self._continues(clause) else ""

    def _continues(self, clause: Clause) -> bool:
        """Whether a sentence is but what a heading or a question on a status asks for: "Ważny do 2027 r.",
        "Klaster X – tak", "Runda V: Klaster X"."""
        if cues("goes_on").match(same_length_fold(self.text.lstrip(" *•–-"))):
            return True
        if (clause.answer or clause.goes_on) and self.talk.asked and read(clause.text).says_when:
            return True
        if clause.answer and self.talk.asked:
            return True
        if self._is_entry():
            return True
        return clause.text.rstrip().endswith(":") and read(clause.text).says_when and clause.kind != "sought"

    def _is_entry(self) -> bool:
        """Whether a line is but a name with an end, below a heading on a status: "Klaster X – do 2027"."""
        opens = bool(self.places) and self.places[0].span.start <= FEW and not self.refers
        told = opens and not has_verb(self.text) and read(self.text).until is not None
        return told and any(is_status(one) or round_of(one.text) for one in about_it(self.line))

    def _headed_label(self) -> str:
        """The label that the headings above speak of, or the question before."""
        if self.talk.asked:
            return self.talk.label
        headings = (*(above.text for above in self.line.above), self.scene.document.title)
        return next((found[0].key for text in headings if (found := labels_in(text))), "")

    def _claims_of(self, clause: Clause, told: Told, groups: Sequence[Group], label: str) -> list[Claim]:
        said = told_of(clause, groups) if groups else clause.text
        named = [one for one in clause.labels if said[one.span.start : one.span.end].strip()]
        if len({one.key for one in named}) > 1 and len(groups) < 2 and told.kind not in LOST:
            return list(self._each_label(clause, told, groups, named))
        if groups:
            return list(self._of_groups(clause, told, groups, label))
        if is_of_another_holder(clause.text, clause.labels):
            return []
        if told.subjects:
            to = told.last if clause.relative and not told.about else told.subjects
            return list(self._of_subjects(clause, told, to, label))
        if any(place.span.start >= clause.end for place in self.places):
            return []
        return list(self._of_nobody(clause, told, label))

    def _each_label(
        self, clause: Clause, told: Told, groups: Sequence[Group], labels: Sequence[Label]
    ) -> Iterator[Claim]:
        """A clause that tells of several labels of one cluster: each with the dates that stand beside it."""
        subject = groups[0].subjects[0] if groups else next(iter(told.subjects), None)
        subject = subject if subject is not None else self.scene.subject(self.line)
        if subject is None:
            return
        for n, (label, stretch) in enumerate(zip(labels, label_stretches(clause.text, labels), strict=True)):
            validity = replace(read(stretch), label=label.key)
            if validity.since is None and validity.until is None:
                validity = replace(validity, since=within(stretch))
            if validity.says_when or owns(clause.text) or (n and owns(self.text)):
                yield from each_term(self._claim(subject, validity, told.kind, stretch), beginnings(stretch))

    def _of_groups(self, clause: Clause, told: Told, groups: Sequence[Group], label: str) -> Iterator[Claim]:
        """A clause that names clusters: each with what it says after its name, or before all of them."""
        text, lost = told_of(clause, groups), told.kind in LOST
        owned = (clause.names_status or told.label) and self._owned(clause)
        for group, validity, stretch in each(clause, told, groups):
            validity = replace(validity, label=validity.label or label).over(told.pending)
            if (same := self.talk.same_term(clause.text, self.at)) is not None:
                validity = validity.over(Validity("", same.qualifier, same.since, same.until))
            if not lost and not self.refers:
                validity = self._introduced(validity).over(dates_above(self.line))
            if not lost and not validity.says_when and (says(text, "given") or says(text, "begins")):
                validity = replace(validity, since=year_of_entry(self.line))
            if group.denied or not (validity.says_when or lost or owned):
                continue
            if told.kind == "held":
                validity = from_today(self.scene.document, clause.text, validity)
            several = in_order(text, group)
            for place, subject in enumerate(dict.fromkeys(group.subjects)):
                mine = replace(validity, **several[place]) if several else validity
                mine = self.talk.with_round(subject, mine) if self.refers else mine
                if len(groups) == 1 and not lost and not several and read(text).says_when:
                    for since, end in terms_said(text)[:-1]:
                        term = replace(mine, since=since or mine.since, until=end)
                        yield self._claim(subject, term, told.kind, text)
                day = within(stretch)
                ended = told.kind == "taken" and mine.until is not None and day not in {None, mine.until}
                if lost and (mine.round or ended):
                    # What was lost had been held, to an end of its own where one is told beside the loss.
                    until = mine.until if ended else None
                    round = mine.round or dates_above(self.line).round
                    yield self._claim(subject, Validity(mine.label, round, None, until), "held", stretch)
                if ended:
                    mine = replace(mine, until=None)
                yield self._claim(subject, last_term(text, mine), told.kind, stretch)

    def _own_round(self) -> str:
        """The only round that the sentence names, but for that of a bid; "" for none and for several."""
        told = (one.text for one in clauses(self.text) if not says(one.text, "bids"))
        found = {number for text in told for _, number in rounds_in(text)}
        return found.pop() if len(found) == 1 else ""

    def _owned(self, clause: Clause) -> bool:
        """Whether a clause says that those it names hold the status, or stands after a label that does: "KKK:
        Klaster X, Klaster Y"."""
        headed = self.text[: clause.start].rstrip()
        return owns(clause.text) or owns(self.text) or (headed.endswith(":") and not has_verb(headed))

    def _but_for(self, clause: Clause, told: Told, but: Sequence[int], label: str) -> list[Claim]:
        """A clause on all clusters but some: of those listed before, or still to be named."""
        said = clause.text[: excepted(clause.text)]
        validity = replace(said_by(said, told), label=label)
        batch = [one for one in self._several(label, validity) if one.subject not in but]
        if not batch and validity.says_when:
            self.talk.open, self.talk.opening = validity, [self.line.span]
        return list(self._of_batch(batch, validity, clause))

    def _introduced(self, validity: Validity) -> Validity:
        """A validity with what the sentences before told of those still to be named, where the sentence names
        no label itself."""
        if labels_in(self.text):
            return validity
        validity = validity.over(Validity(round=self._own_round()))
        return agreed(validity, self.talk.open or Validity(round=self.talk.round))

    def _of_subjects(
        self, clause: Clause, told: Told, subjects: Sequence[int], label: str
    ) -> Iterator[Claim]:
        """A clause on the clusters that those before it were about."""
        validity = replace(said_by(clause.text, told), label=label)
        if self.talk.open is not None and says(clause.text, "laureates") and not labels_in(self.text):
            validity = agreed(validity, self.talk.open)
        if not (validity.says_when or told.kind in LOST or (clause.labels and owns(clause.text))):
            return
        several = ends_in_order(clause.text, subjects)
        for place, subject in enumerate(dict.fromkeys(subjects)):
            mine = replace(validity, **several[place]) if several else validity
            yield self._claim(subject, mine, told.kind, clause.text)

    def _of_nobody(self, clause: Clause, told: Told, label: str) -> Iterator[Claim]:
        """A clause of a sentence that names nobody: on the clusters just named, or on that of the page."""
        text, line = clause.text, self.line
        if is_entry(self.text) and not (labels_in(self.text) or A_STATUS.search(same_length_fold(self.text))):
            return  # Of another event than the entries before it.
        validity = replace(said_by(text, told), label=label).over(told.pending)
        validity = so_long(text, validity, self.talk.claims, self.scene.subject(line))
        if validity.since is None and told.kind not in LOST:
            validity = replace(validity, since=year_of_entry(self.line))
        if clause.names_status or validity.says_when:
            spoken = "" if labels_in(self.text) else self.talk.round
            validity = validity.over(Validity(round=self._own_round() or spoken))
        taken = told.kind in LOST
        if not taken and not validity.says_when and not (labels_in(text) and owns(text)):
            return
        if not (told.kind or validity.since or validity.until) and has_verb(text):
            return  # Of the round, and of nobody in it.
        if text.rstrip().endswith(":") and not self._is_of_one():
            return  # It introduces others.
        if (batch := self._several(label, validity)) and not taken:
            yield from self._of_batch(batch, validity, clause)
            return
        subject = self.scene.subject(line)
        if subject is None or (told.kind == "taken" and not self.talk.is_loss_of(subject, label, text)):
            return
        for since, until in terms_said(text)[:-1] if not taken else ():
            term = replace(validity, since=since or validity.since, until=until)
            yield self._claim(subject, term, told.kind, text)
        above = dates_above(line) if not is_over(self.scene.document, validity) else Validity()
        yield self._claim(subject, last_term(text, validity).over(above), told.kind, text)

    def _is_of_one(self) -> bool:
        """Whether a sentence says that it is about one cluster: "we", "the cluster"."""
        return says_we(self.text) or any(name.generic for name in names_in(self.text))

    def _several(self, label: str, validity: Validity) -> list[Claim]:
        """The claims of several clusters that a sentence may be about which names none: those of the round
        it names, or those made last."""
        if self._is_of_one():
            return []
        batch, claims = self.talk.batch, self.talk.claims
        held = [one for one in claims if one.value == label and one.qualifier != WITHDRAWN]
        if validity.round and (of_round := [one for one in held if one.qualifier == validity.round]):
            return of_round
        batch = [one for one in batch if one in held]
        return batch if len({one.subject for one in batch}) > 1 else []

    def _of_batch(self, batch: Sequence[Claim], validity: Validity, clause: Clause) -> Iterator[Claim]:
        """What is said of all of a list, of those that it gave no day of its own; of all, where their term is
        made longer."""
        longer = says(clause.text, "renews")
        for one in batch:
            if (one.until is None or longer) and one.qualifier in {"", validity.round or one.qualifier}:
                said = validity.over(Validity(round=one.qualifier, since=None if longer else one.since))
                yield status_claim(self.line, one.subject, said, (one.span, *one.scope), self.text)

    def _claim(self, subject: int, validity: Validity, kind: Kind, said: str) -> Claim:
        if kind == "lapsed":
            ended = validity.until or within(said)
            known = [one for one in self.talk.claims if (one.subject, one.value) == (subject, validity.label)]
            ends = [one for one in known if one.until is not None]
            if ended is None and ends:
                return ends[-1]
            kind, validity = ("held", replace(validity, until=ended)) if ended else ("taken", validity)
        scope: tuple[Span, ...] = ()
        goes_on = not self.scene.named(self.at) and validity.until is not None and validity.since is None
        if kind != "taken" and (self.refers or (goes_on and not says(self.text, "renews"))):
            told = [one for one in self.talk.batch if one.subject == subject and one.value == validity.label]
            for one in told[-1:]:
                round = "" if one.qualifier == WITHDRAWN else one.qualifier
                if one.until is None and round in {"", validity.round or round}:
                    validity = validity.over(Validity(round=round, since=one.since))
                    scope = tuple(span for span in (one.span, *one.scope) if span != self.line.span)
        if kind == "taken" and validity.until is None and not times(said) and len(times(self.text)) == 1:
            said = self.text
        before = self.scene.lines[self.at - 1].text if self.at and kind == "taken" else ""
        return status_claim(
            self.line,
            subject,
            validity,
            (*self.scene.scope(self.line, subject), *scope),
            said,
            withdrawn=kind == "taken",
            before=before,
        )
