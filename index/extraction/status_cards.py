"""Statuses that rows, cards and the items of lists tell."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from documents.moments import Moment
from index.extraction.decisions import decision_in
from index.extraction.labelled import Labelled, in_columns_beside, label_kind, labelled
from index.extraction.labels import (
    body_of,
    canonical_round,
    is_listed,
    labels_in,
    says_round,
    tier_alone,
)
from index.extraction.lines import SEPARATOR, Above, Line
from index.extraction.model import Claim
from index.extraction.refusals import refuses
from index.extraction.scene import Scene
from index.extraction.status_cells import (
    Parts,
    bare_times,
    caption,
    caption_text,
    in_parts,
    is_affirmed,
    is_denied,
    says_plainly,
    tier_in_cell,
)
from index.extraction.status_claims import each_term
from index.extraction.status_clauses import kind_of
from index.extraction.status_scope import (
    about_it,
    inherited_label,
    is_status,
    said_above,
    status_claim,
    status_scope,
)
from index.extraction.subjects import Place
from index.extraction.validity import (
    Validity,
    agreed,
    any_moment,
    beginnings,
    cues,
    ending,
    excepted,
    label_of,
    read,
    round_of,
    says,
    within,
)
from index.register.model import WITHDRAWN
from index.words import same_length_fold

# An item's name begins at most so many characters after its number: a noun may stand before it.
LATEST_NAME = 12
# Who applied for it, told of somebody who has it.
APPLYING = re.compile(
    r"\bktór\w+ wnios\w+ (?:\w+ ){0,2}?złoży\w*|"
    r"\((?:wnios\w+|applications?|bid)\b[^()]*\)|"
    r"\bwhose (?:application|bid) was (?:\w+ )?(?:filed|submitted|made)"
)
# The head of a column of grades.
GRADE = re.compile(rf"\W*(?:\w+ )?(?:{cues('grade_head').pattern})(?: \w+)?\W*")
KINDS = frozenset({"status", "until", "since", "round"})


def of_row(scene: Scene, line: Line, before: Validity) -> list[Claim] | None:
    """What a row or card says of a status, with what was said before of all that follow; None for a line that
    has no label of one."""
    if rounds := _of_round_columns(scene, line):
        return rounds
    decision = decision_in(line, scene.document.title)
    if decision == "refused":
        return []
    labels = [*(one for one in labelled(line) if one.kind in KINDS), *bare_times(line)]
    if not any(one.kind != "round" for one in labels):
        return _decided(scene, line, before) if decision else None
    values = {one.kind: one for one in reversed(labels)}
    if not line.cells and _lists_clusters(scene, line, values):
        return None
    found: list[Claim] = []
    for subject in _subjects(scene, line):
        for told in _by_label(labels):
            found += (_with(claim, before) for claim in _row_claims(scene, line, subject, told))
        found += _graded(line, subject, found)
        found += _remarked(line, subject, found)
    return found if _subjects(scene, line) else None


def _decided(scene: Scene, line: Line, before: Validity) -> list[Claim] | None:
    """What a row claims that only says how it was decided on its cluster."""
    subject, label = scene.subject(line), caption(scene, line)
    if subject is None or not label:
        return None
    said = replace(said_above(line), label=label)
    titled = Validity(round=round_of(scene.document.title))
    validity = agreed(said, before).over(titled)
    heads = tuple(one.span for one in line.leads[:1])
    return [status_claim(line, subject, validity, (*heads, *status_scope(line)), line.text)]


def _graded(line: Line, subject: int, claims: Sequence[Claim]) -> list[Claim]:
    """What a cell that is a grade says besides of a label that has a name of its own: "Silver"."""
    grades = (tier_alone(cell.text) for cell in line.cells if GRADE.fullmatch(same_length_fold(cell.head)))
    grade = next((one for one in grades if one), "")
    mine = [one for one in claims if one.subject == subject and not is_listed(one.value)]
    return [replace(one, value=grade) for one in mine if grade]


def _remarked(line: Line, subject: int, claims: Sequence[Claim]) -> list[Claim]:
    """What a remark in a row adds to the status its other cells tell: that it was lost or made longer."""
    mine = [one for one in claims if one.subject == subject]
    found = []
    for cell in line.cells if mine else ():
        if label_kind(cell.head) or labels_in(cell.text):
            continue
        one, told = mine[-1], read(cell.text)
        validity = Validity(one.value, one.qualifier, None, told.until)
        if kind_of(cell.text) == "taken":
            found.append(status_claim(line, subject, validity, one.scope, cell.text, withdrawn=True))
        elif says(cell.text, "renews") and told.until and kind_of(cell.text) == "held":
            found.append(status_claim(line, subject, validity, one.scope, cell.text))
    return found


def _with(claim: Claim, before: Validity) -> Claim:
    """A claim of a row with what the lines before its table say of all of its rows."""
    if claim.qualifier == WITHDRAWN or not (claim.until or claim.since or claim.qualifier):
        return claim
    said = agreed(Validity(claim.value, claim.qualifier, claim.since, claim.until), before)
    return replace(claim, qualifier=said.round, since=said.since, until=said.until)


def _subjects(scene: Scene, line: Line) -> tuple[int, ...]:
    """The clusters of a row: those of the cell under the head of names, where it has several."""
    for cell in line.cells:
        if label_kind(cell.head) == "name":
            named = tuple(dict.fromkeys(place.subject for place in scene.cast.named(cell.text)))
            if len(named) > 1:
                return named
    subject = scene.subject(line)
    return () if subject is None else (subject,)


def _by_label(labels: Sequence[Labelled]) -> list[dict[str, Labelled]]:
    """The labelled values of a row by the status they are of, where their heads name several: "KKK do",
    "ESCA label"."""
    heads = {one: label_of(one.label) or body_of(one.label) for one in labels}
    kinds = list(dict.fromkeys(key for key in heads.values() if key))
    if len(kinds) < 2:
        return [{one.kind: one for one in reversed(labels)}]
    return [
        {one.kind: one for one in reversed(labels) if heads[one] == kind and one.text.strip()}
        for kind in kinds
    ]


def _of_round_columns(scene: Scene, line: Line) -> list[Claim]:
    """The claims of a row whose columns are rounds: a mark, a date, or the clusters themselves in each."""
    columns = [(cell, read(cell.head)) for cell in line.cells if round_of(cell.head)]
    if not columns or len({said.round for _, said in columns}) < len(columns):
        return []
    if len(columns) == 1 and len(line.cells) > 1 and label_kind(columns[0][0].head) == "round":
        return []
    label = label_of(line.leads[0].text if line.leads else "") or inherited_label(scene, line)
    if not label or line.text == SEPARATOR.join(cell.head for cell in line.cells):
        return []
    own = scene.subject(line) if len(columns) < len(line.cells) else None
    found = []
    for cell, head in columns:
        named = tuple(dict.fromkeys(place.subject for place in scene.cast.named(cell.text)))
        said = read(cell.text)
        ended = said.until or any_moment(cell.text)
        if not named and (own is None or not (ended or is_affirmed(cell.text)) or is_denied(cell.text)):
            continue
        for subject in named or (own,):
            if subject is not None:
                validity = Validity(label, head.round, said.since or head.since, ended or head.until)
                found.append(status_claim(line, subject, validity, status_scope(line), cell.text))
    return found


def _lists_clusters(scene: Scene, line: Line, values: Mapping[str, Labelled]) -> bool:
    """Whether clusters stand under a label of a status: "Status KKK mają: Klaster X, Klaster Y"."""
    starts = [values[kind].start for kind in ("status", "until", "since") if kind in values]
    return any(place.span.start >= min(starts) for place in scene.cast.named(line.text))


def _row_claims(scene: Scene, line: Line, subject: int, told: Mapping[str, Labelled]) -> Iterator[Claim]:
    """The claims of one label that the labelled values of a row make."""
    status = told.get("status")
    if status is not None and len({label.key for label in labels_in(status.text)}) > 1:
        yield from _each_of_card(line, subject, status.text)
        return
    since = told.get("since")
    if since is not None and status is None and "until" not in told:
        # A time alone is of what stands beside it, and of a status only where that is one.
        beside = in_columns_beside(line, since)
        near = beside or (since.label, *(above.text for above in line.above))
        if not any(map(labels_in, near)):
            return
    parts = {kind: in_parts(one.text) for kind, one in told.items()}
    label = _label_of(scene, line, told, parts)
    if not label or not any(_tells(one) for one in parts.values()):
        return
    validity = replace(_when(line, told, parts), label=label)
    scope, lost = status_scope(line), " ".join(one.lost for one in parts.values()).strip()
    if lost:
        day = read(lost).until or any_moment(lost)
        yield status_claim(line, subject, Validity(label, until=day), scope, lost, withdrawn=True)
        if validity.since is None and validity.until is None:
            return
    begun = beginnings(parts["status"].held) if status is not None else ()
    yield from each_term(status_claim(line, subject, validity, scope, line.text), begun)


def _tells(part: Parts) -> bool:
    return bool(part.lost or part.held.strip(" –—-"))


def _label_of(scene: Scene, line: Line, told: Mapping[str, Labelled], parts: Mapping[str, Parts]) -> str:
    """The label that a row is about: that which its cell for one names, else, where that only says yes or
    when, that of the heads or of what stands above the table; "" where the cell says another thing or no."""
    status = told.get("status")
    heads = " ; ".join(one.label for one in told.values())
    if status is None:
        if any(label_kind(cell.head) == "status" for cell in line.cells):
            # Its own cell is empty: the row holds none, but where another head names one.
            return label_of(heads)
        if (cell := told.get("until") or told.get("since")) and not parts[cell.kind].tells_time:
            return ""
        return label_of(heads) or caption(scene, line)
    said = parts["status"].held or parts["status"].lost
    if own := label_of(said) or tier_in_cell(said, status.label, caption_text(line)):
        return own
    return (label_of(heads) or caption(scene, line)) if says_plainly(said) else ""


def _when(line: Line, told: Mapping[str, Labelled], parts: Mapping[str, Parts]) -> Validity:
    """The round and the time that the labelled values of a row tell, else what stands above it."""
    nothing = Parts("", "")
    status, until = parts.get("status", nothing).held, parts.get("until", nothing).held
    said = read(f"{status} ; {until}")
    since = any_moment(parts["since"].held) if "since" in parts else None
    above = said_above(line)
    written = told["round"].text if "round" in told else ""
    heads = " ; ".join(one.label for one in told.values())
    round = round_of(written) or canonical_round(written) or round_of(f"{status} ; {heads}")
    if not round and says_round(heads):
        round = canonical_round(status)
    return Validity(
        "",
        round or above.round,
        said.since or since or above.since,
        said.until or any_moment(until) or above.until,
    )


def _each_of_card(line: Line, subject: int, text: str) -> Iterator[Claim]:
    """Several labels under one label of a card, each with what follows it."""
    labels = labels_in(text)
    for n, label in enumerate(labels):
        end = labels[n + 1].span.start if n + 1 < len(labels) else len(text)
        said = text[label.span.start : end]
        until = read(said).until or any_moment(said)
        claim = status_claim(
            line, subject, replace(read(said), label=label.key, until=until), status_scope(line), said
        )
        yield from each_term(claim, beginnings(said))


def of_item(scene: Scene, at: int, line: Line, before: Validity) -> list[Claim] | None:
    """An item under a line that tells of a status, or where one was told of all that follow: the cluster it
    begins with holds it."""
    introducing, named = _introduced(scene, at, line)
    if not introducing or not named or says(introducing[0].text, "about_label"):
        return None
    if refuses(introducing[0].text, introducing[0].text):
        return []
    if says(introducing[0].text, "other_award") and not labels_in(introducing[0].text):
        return []
    above, nearest = said_above(line), introducing[0]
    but = scene.cast.named(nearest.text[excepted(nearest.text) :])
    if any(place.subject == named[0].subject for place in but):
        return []
    told = read(nearest.text)
    if before.label and above.label not in {"", before.label}:
        before = Validity()
    chosen = says(nearest.text, "laureates")
    if not (told.label or told.round or told.until or is_status(nearest)):
        if not (before.says_when or (chosen and inherited_label(scene, line))):
            return None
        above = above.over(before)
    elif not (above.says_when or before.says_when or _holds(nearest.text)):
        return None
    kind, own_kind = kind_of(nearest.text), kind_of(APPLYING.sub("", line.text[named[0].span.end :]))
    if (kind == "sought" and not above.until) or own_kind == "sought":
        return None if own_kind != "sought" else []
    label = above.label or before.label or inherited_label(scene, line)
    if not label:
        return None
    ends = any(says(one.text, "until_when") for one in introducing)
    own = ending(line.text) if ends and own_kind != "taken" else read(line.text)
    if says(nearest.text, "renews"):
        # "z 30 czerwca 2027 r. do 30 czerwca 2029 r.": the first is the end before.
        own = replace(own, since=None)
    validity = replace(agreed(own.over(above), replace(before, label="")), label=own.label or label)
    lost = "taken" in {kind, own_kind} or ("lapsed" in {kind, own_kind} and validity.until is None)
    day = any_moment(line.text) if own_kind == "taken" else within(line.text)
    return list(_of_entry(line, named[0].subject, validity, day, lost=lost))


def _introduced(scene: Scene, at: int, line: Line) -> tuple[Sequence[Above], Sequence[Place]]:
    """What introduces an item, or the rows of a table of clusters that tells no status itself, and the
    cluster it is of; nothing of either for any other line."""
    named = scene.named(at)
    if not line.cells:
        opens = named and named[0].span.start <= _item_start(line.text) + LATEST_NAME
        return (line.leads, named) if opens else ((), ())
    heads = {label_kind(cell.head): cell for cell in line.cells}
    name = heads.get("name")
    if name is None or not heads.keys().isdisjoint({"status", "until"}):
        return (), ()
    end = name.start + len(name.text)
    above = [one for one in about_it(line) if SEPARATOR not in one.text]
    return above, [one for one in named if name.start <= one.span.start < end][:1]


def _of_entry(
    line: Line, subject: int, validity: Validity, day: Moment | None, *, lost: bool
) -> Iterator[Claim]:
    """What an item claims: of a status that was lost on a day that is told, beside its end, both."""
    scope = status_scope(line)
    if lost and validity.until is not None and day not in {None, validity.until}:
        yield status_claim(line, subject, validity, scope, line.text)
        validity = replace(validity, until=None)
    yield status_claim(line, subject, validity, scope, line.text, withdrawn=lost)


def _item_start(text: str) -> int:
    first = re.search(r"[^\W\d]", text)
    return first.start() if first else len(text)


def _holds(text: str) -> bool:
    return says(text, "holds") or kind_of(text) == "taken" or bool(re.search(r"\d", text))
