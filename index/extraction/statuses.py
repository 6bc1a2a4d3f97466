"""Which cluster holds which label, in which round, from when until when, as one document says."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from importlib.resources import files

from documents.language import language_of
from documents.model import Span
from documents.durations import add_months, durations
from documents.moments import Moment
from documents.periods import Period, periods
from index import words
from index.extraction.labelled import labelled
from index.extraction.labels import canonical_round, labels_in, rounds_in, same_length_fold
from index.extraction.lines import Above, Line
from index.extraction.model import Claim
from index.extraction.scene import Scene
from index.extraction.subjects import Place
from index.register.model import WITHDRAWN

STATUS_WORD = re.compile(r"\b(?:status\w*|label\w*|odznak\w*|certyfikat\w*|certificate\w*|tytul\w*|title)\b")
# Words between two names of one enumeration.
ENUMERATION = re.compile(
    r"^[\s,;„”\"“()–-]*(?:(?:i|oraz|and|a także|as well as|klaster|klastry|the|także)[\s,„”\"“]*)*$",
    re.IGNORECASE,
)


# How far from a label's name the verb stands that says who holds it, in characters.
OWNING_REACH = 60
LONGEST_MONTH = 31
# "one year after it had become …": no length of a status.
LATER = re.compile(r"\s+(?:after|later|before|earlier|ago|po|przed|temu|później|wcześniej)\b")


@dataclass(frozen=True, slots=True)
class Validity:
    """What a stretch of text says of a status; None and "" for what it does not say."""

    label: str = ""
    round: str = ""
    since: Moment | None = None
    until: Moment | None = None

    def over(self, other: "Validity") -> "Validity":
        """This, and where it is silent the other."""
        return Validity(
            self.label or other.label,
            self.round or other.round,
            self.since or other.since,
            self.until or other.until,
        )

    @property
    def says_when(self) -> bool:
        return bool(self.round or self.since or self.until)


def statuses(scene: Scene) -> Iterator[Claim]:
    """The status claims of a document, in order; one that says neither round nor date only where no other does."""
    claims = list(_claims(scene))
    dated = {
        (c.subject, c.value, number) for c in claims if c.since or c.until for number in (c.qualifier, "")
    }
    return (c for c in claims if c.since or c.until or (c.subject, c.value, c.qualifier) not in dated)


def _claims(scene: Scene) -> Iterator[Claim]:
    talk = _Talk()
    for at, line in enumerate(scene.lines):
        found = list(_of_row(scene, line) or _of_item(scene, at, line) or _of_sentence(scene, at, line, talk))
        yield from found
        talk = _heard(talk, scene, at, found)


@dataclass(frozen=True, slots=True)
class _Talk:
    """What was said of a status before a line: of the label, of clusters still to be named (`open`), and the
    claims of the line right before."""

    last: Validity = Validity()
    open: Validity | None = None
    section: tuple[Above, ...] = ()
    just_said: tuple[Claim, ...] = ()
    round: str = ""


def _heard(talk: _Talk, scene: Scene, at: int, found: Sequence[Claim]) -> _Talk:
    line = scene.lines[at]
    last, pending = talk.last, talk.open if talk.section == line.headings else None
    named = labels_in(line.text)
    if found:
        last = Validity(found[-1].value, found[-1].qualifier)
    elif named:
        last = Validity(named[-1].key)
    said = _read(line.text)
    if not found and said.label and said.until and says(line.text, "holds") and not scene.named(at):
        pending = said.over(_above_dates(line)).over(Validity(round=talk.round))
    number = said.round or (talk.round if talk.section == line.headings else "")
    return _Talk(last, pending, line.headings, tuple(found), number)


@cache
def _cues(kind: str) -> re.Pattern[str]:
    table = tomllib.loads(files("index").joinpath("data/status_cues.toml").read_text("utf-8"))
    return re.compile("|".join(rf"\b(?:{pattern})" for pattern in table[kind]))


def says(text: str, kind: str) -> bool:
    """Whether a text has one of a kind of cues."""
    return _cues(kind).search(same_length_fold(text)) is not None


# Rows and cards


def _of_row(scene: Scene, line: Line) -> Iterator[Claim] | None:
    values = {one.kind: one for one in reversed(labelled(line))}
    if "until" not in values and "status" not in values and "since" not in values:
        return None
    subject = scene.subject(line)
    if subject is None:
        return None
    status = values.get("status")
    if status is not None and len({label.key for label in labels_in(status.text)}) > 1:
        return _each_of_card(scene, line, subject, status.text)
    return _row_claim(scene, line, subject, {kind: (one.label, one.text) for kind, one in values.items()})


def _row_claim(scene: Scene, line: Line, subject: int, values: dict[str, tuple[str, str]]) -> Iterator[Claim]:
    status, until, since = (
        values.get("status", ("", "")),
        values.get("until", ("", "")),
        values.get("since", ("", "")),
    )
    texts = " ".join((*status, *until))
    if (status[1] and _denied(status[1])) or (not status[1] and until[1] and _denied(until[1])):
        return
    label = _label_of(texts) or _inherited_label(scene, line)
    if not label:
        return
    said = _read(f"{status[1]} ; {until[1]}")
    moments = _any_moment(until[1])
    validity = Validity(
        label,
        _round_of(values.get("round", ("", ""))[1])
        or _round_of(texts)
        or _bare_round(values)
        or _above(line).round,
        said.since or _any_moment(since[1]) or _above(line).since,
        said.until or moments or _above(line).until,
    )
    if status[1] and not _label_of(texts) and not (validity.until or validity.round or _affirmed(status[1])):
        return
    withdrawn = says(status[1], "withdrawn")
    yield _claim(line, subject, validity, _scope(line), withdrawn=withdrawn)


def _each_of_card(scene: Scene, line: Line, subject: int, text: str) -> Iterator[Claim]:
    """Several labels under one label of a card, each with what follows it."""
    labels = labels_in(text)
    for n, label in enumerate(labels):
        end = labels[n + 1].span.start if n + 1 < len(labels) else len(text)
        said = text[label.span.start : end]
        until = _read(said).until or _any_moment(said)
        yield _claim(line, subject, replace(_read(said), label=label.key, until=until), _scope(line))


def _affirmed(text: str) -> bool:
    return text.strip().casefold().rstrip(".!") in {
        "tak",
        "yes",
        "✓",
        "✔",
        "x",
        "+",
        "posiada",
        "ma",
        "aktywny",
        "active",
        "ważny",
        "valid",
    }


def _bare_round(values: dict[str, tuple[str, str]]) -> str:
    written = values.get("round", ("", ""))[1].strip().rstrip(".")
    return canonical_round(written)


def _denied(text: str) -> bool:
    folded = same_length_fold(text).strip(" .–—-")
    return folded in {
        "nie",
        "no",
        "brak",
        "none",
        "n/a",
        "nie dotyczy",
        "nie posiada",
        "bez statusu",
        "",
    } or says(text, "wanted")


def _any_moment(text: str) -> Moment | None:
    found = periods(text)
    if not found:
        return None
    last = found[-1]
    return last.other or last.moment


# Items of lists


def _of_item(scene: Scene, at: int, line: Line) -> list[Claim] | None:
    """An item under a line that tells of a status: the cluster it begins with holds it."""
    if not line.leads or line.cells:
        return None
    named = scene.named(at)
    if not named or named[0].span.start > _item_start(line.text) + 12:
        return None
    above, nearest = _above(line), line.leads[0]
    told = _read(nearest.text)
    if not (told.label or told.round or told.until or _is_status(nearest)):
        return None
    if not (above.says_when or _holds(nearest.text)):
        return None
    if says(nearest.text, "wanted") and not above.until:
        return None
    label = above.label or _inherited_label(scene, line)
    if not label:
        return None
    own = _read(line.text)
    withdrawn = says(line.leads[0].text, "withdrawn") or says(line.text, "withdrawn")
    validity = replace(own.over(above), label=own.label or label)
    return [_claim(line, named[0].subject, validity, _scope(line), withdrawn=withdrawn)]


def _item_start(text: str) -> int:
    return re.match(r"^[\s\W\d]*", text).end()  # type: ignore[union-attr]


def _holds(text: str) -> bool:
    return says(text, "holds") or bool(re.search(r"\d", text))


def _above(line: Line) -> Validity:
    """What the lines above say of a status, the nearest first."""
    found = Validity()
    for above in _about_it(line):
        found = found.over(_read(above.text))
        if found.label and found.until:
            break
    return found


def _about_it(line: Line) -> tuple[Above, ...]:
    """The lines above that may speak of a status: a heading's or a title's years alone say nothing of it."""
    return (
        *line.leads,
        *(h for h in line.headings if _is_status(h) or labels_in(h.text) or _round_of(h.text)),
    )


def _scope(line: Line) -> tuple[Span, ...]:
    """The lines above that a status is read out of."""
    return tuple(
        above.span for above in _about_it(line) if _read(above.text) != Validity() or _is_status(above)
    )


def _is_status(above: Above) -> bool:
    return STATUS_WORD.search(same_length_fold(above.text)) is not None


def _inherited_label(scene: Scene, line: Line) -> str:
    """The label that is spoken of where a line says only "status": above it, before it, or in the title."""
    for above in line.above:
        if found := labels_in(above.text):
            return found[0].key
    before = [one for one in scene.lines if one.span.start < line.span.start]
    for earlier in reversed(before):
        if found := labels_in(earlier.text):
            return found[-1].key
    found = labels_in(scene.document.title)
    return found[0].key if found else ""


# Sentences


def _of_sentence(scene: Scene, at: int, line: Line, talk: _Talk) -> Iterator[Claim]:
    text = line.text
    withdrawn = says(text, "withdrawn")
    if text.rstrip().endswith("?") or not (withdrawn or says(text, "holds") or periods(text)):
        return
    named_labels = labels_in(text)
    if says(_around(text, named_labels), "wanted") and not withdrawn:
        return
    generic = STATUS_WORD.search(same_length_fold(text)) is not None
    groups = _groups(text, scene.named(at))
    if len({one.key for one in named_labels}) > 1 and len(groups) < 2 and not withdrawn:
        yield from _each_label(scene, line, groups)
        return
    if not named_labels and talk.open is not None and groups and (generic or says(text, "laureates")):
        for group in groups:
            for subject in dict.fromkeys(group.subjects):
                yield _claim(line, subject, talk.open, scene.scope(line, subject))
        return
    label = _spoken_label(scene, line, talk, generic=generic)
    if not label:
        return
    if groups:
        before = scene.lines[at - 1].text if at and withdrawn else ""
        yield from _of_groups(scene, line, groups, label, withdrawn=withdrawn, before=before)
        return
    yield from _of_nobody_named(scene, line, talk, label, withdrawn=withdrawn)


def _each_label(scene: Scene, line: Line, groups: Sequence["_Group"]) -> Iterator[Claim]:
    """A sentence that tells of several labels of one cluster: each with the dates that stand beside it."""
    text, labels = line.text, labels_in(line.text)
    subject = groups[0].subjects[0] if groups else scene.subject(line)
    if subject is None:
        return
    for n, label in enumerate(labels):
        start = 0 if n == 0 else label.span.start
        end = labels[n + 1].span.start if n + 1 < len(labels) else len(text)
        validity = replace(_read(text[start:end]), label=label.key)
        if n == 0 and not validity.says_when and not _owns(text):
            continue
        if validity.since is None and validity.until is None:
            within = next(
                (p.moment for p in periods(text[start:end]) if p.relation in {"on", "during"}), None
            )
            validity = replace(validity, since=within)
        if validity.says_when or _owns(text):
            yield _claim(line, subject, validity, scene.scope(line, subject))


def _spoken_label(scene: Scene, line: Line, talk: _Talk, *, generic: bool) -> str:
    """The label a sentence speaks of: its own, or that spoken of before where it says "status" or goes on."""
    if named := labels_in(line.text):
        return named[0].key
    if generic:
        return talk.last.label or _inherited_label(scene, line)
    return talk.last.label if says(line.text, "goes_on") and (talk.just_said or talk.last.label) else ""


def _of_nobody_named(
    scene: Scene, line: Line, talk: _Talk, label: str, *, withdrawn: bool
) -> Iterator[Claim]:
    """A sentence about the cluster, or the clusters, that the sentences before it named."""
    text, named_labels = line.text, labels_in(line.text)
    validity = replace(_read_clause(text), label=label)
    if not named_labels and not validity.says_when and not withdrawn:
        return
    if named_labels and not validity.says_when and not withdrawn and not _owns(text):
        return
    before = [claim for claim in talk.just_said if claim.until is None and claim.value == label]
    if before and validity.until is not None and not named_labels:
        for claim in before:
            yield replace(
                _claim(line, claim.subject, validity, (claim.span,)),
                qualifier=claim.qualifier or validity.round,
            )
        return
    subject = scene.subject(line)
    if subject is None:
        return
    scope = scene.scope(line, subject)
    for until in _ends_said(text)[:-1] if not withdrawn else ():
        yield _claim(line, subject, replace(validity, until=until), scope)
    yield _claim(line, subject, validity.over(_above_dates(line)), scope, withdrawn=withdrawn)


def _ends_said(text: str) -> list[Moment]:
    """Every day on which a sentence says that a status ends or ended: extended, it has two."""
    return [ended for period in periods(text) if (ended := _bounds(text, period)[1]) is not None]


def _has_verb(text: str) -> bool:
    """Whether a text is a sentence with a finite verb, not a heading or a subject line."""
    if language_of(text) == "en":
        return True
    return any(
        reading.part in {"fin", "praet", "imps", "bedzie"}
        for token in words.tokenize(text)
        for reading in words.readings(token.lower())
        if not any(other.part in {"subst", "adj", "prep"} for other in words.readings(token.lower()))
    )


def _owns(text: str) -> bool:
    """Whether a text says of somebody, near a label's name if it has one, that they hold or were given it."""
    folded = same_length_fold(text)
    spans = [label.span for label in labels_in(text)] or [
        Span(*m.span()) for m in STATUS_WORD.finditer(folded)
    ]
    near = [folded[max(0, span.start - OWNING_REACH) : span.end + OWNING_REACH] for span in spans]
    return _has_verb(text) and any(_cues("owns").search(part) for part in near or [folded])


def _around(text: str, named: Sequence[object]) -> str:
    """The clause that a label stands in, and all of a text without one."""
    if not named:
        return text
    span = labels_in(text)[0].span
    start = (
        max(
            text.rfind(";", 0, span.start),
            text.rfind(" ale ", 0, span.start),
            text.rfind(" but ", 0, span.start),
        )
        + 1
    )
    end = min(
        (
            e
            for e in (text.find(";", span.end), text.find(" ale ", span.end), text.find(" but ", span.end))
            if e > 0
        ),
        default=len(text),
    )
    return text[start:end]


def _above_dates(line: Line) -> Validity:
    """What a heading says of the round and its end; not a label, which the sentence must tell itself."""
    above = _above(line)
    return Validity("", above.round, None, above.until)


@dataclass(frozen=True, slots=True)
class _Group:
    """Clusters that a sentence names in one breath, and what it says after them."""

    subjects: tuple[int, ...]
    start: int
    end: int


def _groups(text: str, places: Sequence[Place]) -> list[_Group]:
    groups: list[_Group] = []
    for place in places:
        if groups and ENUMERATION.match(text[groups[-1].end : place.span.start]):
            last = groups[-1]
            groups[-1] = _Group((*last.subjects, place.subject), last.start, place.span.end)
        else:
            groups.append(_Group((place.subject,), place.span.start, place.span.end))
    return groups


def _of_groups(
    scene: Scene, line: Line, groups: Sequence[_Group], label: str, *, withdrawn: bool, before: str
) -> Iterator[Claim]:
    text = line.text
    whole = _read_clause(text)
    ahead = _read(text[: groups[0].start])
    for n, group in enumerate(groups):
        end = groups[n + 1].start if n + 1 < len(groups) else len(text)
        own = _read(text[group.end : end])
        if len(groups) > 1 and n and not own.says_when and not own.label and not ahead.says_when:
            continue  # Named beside the one that the sentence is about.
        validity = own.over(ahead)
        if len(groups) == 1 or (n == 0 and not any(_read(text[g.end :]).says_when for g in groups[1:])):
            validity = validity.over(whole)
        validity = replace(validity, label=own.label or ahead.label or label).over(_above_dates(line))
        if not validity.says_when and not withdrawn and not _owns(text):
            continue
        for subject in dict.fromkeys(group.subjects):
            for until in _ends_said(text)[:-1] if len(groups) == 1 and not withdrawn else ():
                yield _claim(line, subject, replace(validity, until=until), scene.scope(line, subject))
            yield _claim(
                line, subject, validity, scene.scope(line, subject), withdrawn=withdrawn, before=before
            )


def _label_of(text: str) -> str:
    found = labels_in(text)
    return found[0].key if found else ""


def _round_of(text: str) -> str:
    return next((number for _, number in rounds_in(text)), "")


def _read_clause(text: str) -> Validity:
    """What a sentence says of a status in the clause that names its label; the whole, where that says no time:
    "działa od 2012 roku, a w grudniu 2024 r. otrzymał …" is since December."""
    label = next(iter(labels_in(text)), None)
    whole = _read(text)
    if label is None:
        return whole
    starts = [m.end() for m in CLAUSES.finditer(text, 0, label.span.start)]
    end = CLAUSES.search(text, label.span.end)
    clause = _read(text[starts[-1] if starts else 0 : end.start() if end else len(text)])
    return clause if clause.since or clause.until else whole


CLAUSES = re.compile(r"[;:](?=\s)|,\s+(?:a|ale|natomiast|zaś|while|but)\s")


def _read(text: str) -> Validity:
    """What a stretch of text says of a status."""
    since = until = None
    for period in periods(text):
        begun, ended = _bounds(text, period)
        since, until = since or begun, ended or until
    if since is not None and until is None:
        until = _after(text, since)
    return Validity(_label_of(text), _round_of(text), since, until)


def _after(text: str, since: Moment) -> Moment | None:
    """The end that a duration gives a status that began then: "od 1 kwietnia 2024 r. na trzy lata"."""
    found = ((span, months) for span, months in durations(text) if not LATER.match(text, span.end))
    months = next((months for _, months in found), None)
    if months is None:
        return None
    if since.first == since.last:
        return Moment.day(add_months(since.first, months) - timedelta(days=1))
    if (since.last - since.first).days < LONGEST_MONTH:
        end = add_months(since.first, months) - timedelta(days=1)
        return Moment.month(end.year, end.month)
    return Moment.year(since.first.year + months // 12) if months % 12 == 0 else None


def _bounds(text: str, period: Period) -> tuple[Moment | None, Moment | None]:
    """The beginning and the end of a status that a period in a sentence tells."""
    match period.relation:
        case "until":
            return None, period.moment
        case "since":
            return period.moment, None
        case "between":
            return period.moment, period.other
        case "on" | "during":
            clause = text[max(0, period.span.start - 60) : period.span.end + 40]
            if says(clause, "ends"):
                return None, period.moment
            if says(clause, "begins"):
                return period.moment, None
    return None, None


def _day_before(text: str) -> Moment | None:
    """The day that a line ends with: "z dniem 15 stycznia 2026 r." cut off by its full stop."""
    found = [
        p
        for p in periods(text)
        if p.relation in {"on", "since"} and len(text.rstrip(" r.")) - p.span.end <= 2
    ]
    return found[-1].moment if found else None


def _claim(
    line: Line,
    subject: int,
    validity: Validity,
    scope: tuple[Span, ...],
    *,
    withdrawn: bool = False,
    before: str = "",
) -> Claim:
    until = validity.until
    if withdrawn and until is None:
        until = next((p.moment for p in periods(line.text) if p.relation in {"on", "during", "since"}), None)
        until = until or _day_before(before)
    return Claim(
        subject,
        "status",
        validity.label,
        line.passage,
        line.span,
        tuple(span for span in dict.fromkeys(scope) if span != line.span),
        WITHDRAWN if withdrawn else validity.round,
        None if withdrawn else validity.since,
        until,
    )
