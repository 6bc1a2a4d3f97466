"""Statuses that rows, cards and the items of lists tell."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from index.extraction.labelled import Labelled, in_columns_beside, label_kind, labelled
from index.extraction.labels import body_of, canonical_round, labels_in, tier_of
from index.extraction.lines import SEPARATOR, Above, Line
from index.extraction.model import Claim
from index.extraction.scene import Scene
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
    excepted,
    label_of,
    read,
    round_of,
    says,
    within,
)
from index.gazetteer import lexicon
from index.register.model import WITHDRAWN
from index.words import same_length_fold

# An item's name begins at most so many characters after its number: a noun may stand before it.
LATEST_NAME = 12


def of_row(scene: Scene, line: Line, before: Validity) -> list[Claim] | None:
    """What a row or card says of a status, with what was said before of all that follow; None for a line that
    has no label of one."""
    if rounds := _of_round_columns(scene, line):
        return rounds
    labels = [one for one in labelled(line) if one.kind in {"status", "until", "since", "round"}]
    if not any(one.kind != "round" for one in labels):
        return None
    values = {one.kind: one for one in reversed(labels)}
    if not line.cells and _lists_clusters(scene, line, values):
        return None
    found: list[Claim] = []
    for subject in _subjects(scene, line):
        for told in _by_label(labels):
            found += (_with(claim, before) for claim in _row_claims(scene, line, subject, told))
        found += _remarked(line, subject, found)
    return found if _subjects(scene, line) else None


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
        if not named and (own is None or not (ended or _affirmed(cell.text)) or _denied(cell.text)):
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
        yield from _each_of_card(scene, line, subject, status.text)
        return
    since = told.get("since")
    if since is not None and status is None and "until" not in told:
        # A time alone is of what stands beside it, and of a status only where that is one.
        beside = in_columns_beside(line, since)
        near = beside or (since.label, *(above.text for above in line.above))
        if not any(map(labels_in, near)):
            return
    values = {kind: (one.label, one.text) for kind, one in told.items()}
    yield from _row_claim(scene, line, subject, values)


def _row_claim(scene: Scene, line: Line, subject: int, values: dict[str, tuple[str, str]]) -> Iterator[Claim]:
    status, until, since = (
        values.get("status", ("", "")),
        values.get("until", ("", "")),
        values.get("since", ("", "")),
    )
    texts = " ; ".join(" ".join(said) for said in (status, until, since, values.get("round", ())) if said)
    if (status[1] and _denied(status[1])) or (not status[1] and until[1] and _denied(until[1])):
        return
    label = label_of(texts) or tier_of(status[1], status[0]) or inherited_label(scene, line)
    if not label or not any(text.strip(" –—-") for _, text in values.values()):
        return
    said = read(f"{status[1]} ; {until[1]}")
    moments = any_moment(until[1])
    validity = Validity(
        label,
        round_of(values.get("round", ("", ""))[1])
        or round_of(texts)
        or _bare_round(values)
        or said_above(line).round,
        said.since or any_moment(since[1]) or said_above(line).since,
        said.until or moments or said_above(line).until,
    )
    if status[1] and not label_of(texts) and not (validity.until or validity.round or _affirmed(status[1])):
        return
    withdrawn = says(status[1], "withdrawn")
    yield status_claim(line, subject, validity, status_scope(line), line.text, withdrawn=withdrawn)


def _each_of_card(scene: Scene, line: Line, subject: int, text: str) -> Iterator[Claim]:
    """Several labels under one label of a card, each with what follows it."""
    labels = labels_in(text)
    for n, label in enumerate(labels):
        end = labels[n + 1].span.start if n + 1 < len(labels) else len(text)
        said = text[label.span.start : end]
        until = read(said).until or any_moment(said)
        yield status_claim(
            line, subject, replace(read(said), label=label.key, until=until), status_scope(line), said
        )


def _affirmed(text: str) -> bool:
    return text.strip().casefold().rstrip(".!") in lexicon("card_values.toml")["affirmed"]


def _bare_round(values: dict[str, tuple[str, str]]) -> str:
    written = values.get("round", ("", ""))[1].strip().rstrip(".")
    return canonical_round(written)


def _denied(text: str) -> bool:
    folded = same_length_fold(text).strip(" .–—-")
    return folded in lexicon("card_values.toml")["denied"] or says(text, "wanted")


def of_item(scene: Scene, at: int, line: Line, before: Validity) -> list[Claim] | None:
    """An item under a line that tells of a status, or where one was told of all that follow: the cluster it
    begins with holds it."""
    introducing, named = _introduced(scene, at, line)
    if not introducing or not named:
        return None
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
    kind, own_kind = kind_of(nearest.text), kind_of(line.text[named[0].span.end :])
    if (kind == "sought" and not above.until) or own_kind == "sought":
        return None if own_kind != "sought" else []
    label = above.label or before.label or inherited_label(scene, line)
    if not label:
        return None
    own = read(line.text)
    validity = replace(agreed(own.over(above), replace(before, label="")), label=own.label or label)
    lost = "taken" in {kind, own_kind} or ("lapsed" in {kind, own_kind} and validity.until is None)
    return list(_of_entry(line, named[0].subject, validity, lost=lost))


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
    return about_it(line)[1:], [one for one in named if name.start <= one.span.start < end][:1]


def _of_entry(line: Line, subject: int, validity: Validity, *, lost: bool) -> Iterator[Claim]:
    """What an item claims: of a status that was lost on a day, beside its end, both."""
    scope = status_scope(line)
    if lost and validity.until is not None and within(line.text) not in {None, validity.until}:
        yield status_claim(line, subject, validity, scope, line.text)
        validity = replace(validity, until=None)
    yield status_claim(line, subject, validity, scope, line.text, withdrawn=lost)


def _item_start(text: str) -> int:
    first = re.search(r"[^\W\d]", text)
    return first.start() if first else len(text)


def _holds(text: str) -> bool:
    return says(text, "holds") or bool(re.search(r"\d", text))
