"""Statuses that rows, cards and the items of lists tell."""

import re
from collections.abc import Iterator
from dataclasses import replace

from index.extraction.labelled import labelled
from index.extraction.labels import canonical_round, labels_in
from index.extraction.lines import Line
from index.extraction.model import Claim
from index.extraction.scene import Scene
from index.extraction.status_scope import inherited_label, is_status, said_above, status_claim, status_scope
from index.extraction.validity import Validity, any_moment, label_of, read, round_of, says
from index.gazetteer import lexicon
from index.words import same_length_fold

# An item's name begins at most so many characters after its number: a noun may stand before it.
LATEST_NAME = 12


def of_row(scene: Scene, line: Line) -> Iterator[Claim] | None:
    """What a row or card says of a status; None for a line that has no label of one."""
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
    label = label_of(texts) or inherited_label(scene, line)
    if not label:
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
    yield status_claim(line, subject, validity, status_scope(line), withdrawn=withdrawn)


def _each_of_card(scene: Scene, line: Line, subject: int, text: str) -> Iterator[Claim]:
    """Several labels under one label of a card, each with what follows it."""
    labels = labels_in(text)
    for n, label in enumerate(labels):
        end = labels[n + 1].span.start if n + 1 < len(labels) else len(text)
        said = text[label.span.start : end]
        until = read(said).until or any_moment(said)
        yield status_claim(
            line, subject, replace(read(said), label=label.key, until=until), status_scope(line)
        )


def _affirmed(text: str) -> bool:
    return text.strip().casefold().rstrip(".!") in lexicon("card_values.toml")["affirmed"]


def _bare_round(values: dict[str, tuple[str, str]]) -> str:
    written = values.get("round", ("", ""))[1].strip().rstrip(".")
    return canonical_round(written)


def _denied(text: str) -> bool:
    folded = same_length_fold(text).strip(" .–—-")
    return folded in lexicon("card_values.toml")["denied"] or says(text, "wanted")


def of_item(scene: Scene, at: int, line: Line) -> list[Claim] | None:
    """An item under a line that tells of a status: the cluster it begins with holds it."""
    if not line.leads or line.cells:
        return None
    named = scene.named(at)
    if not named or named[0].span.start > _item_start(line.text) + LATEST_NAME:
        return None
    above, nearest = said_above(line), line.leads[0]
    told = read(nearest.text)
    if not (told.label or told.round or told.until or is_status(nearest)):
        return None
    if not (above.says_when or _holds(nearest.text)):
        return None
    if says(nearest.text, "wanted") and not above.until:
        return None
    label = above.label or inherited_label(scene, line)
    if not label:
        return None
    own = read(line.text)
    withdrawn = says(line.leads[0].text, "withdrawn") or says(line.text, "withdrawn")
    validity = replace(own.over(above), label=own.label or label)
    return [status_claim(line, named[0].subject, validity, status_scope(line), withdrawn=withdrawn)]


def _item_start(text: str) -> int:
    first = re.search(r"[^\W\d]", text)
    return first.start() if first else len(text)


def _holds(text: str) -> bool:
    return says(text, "holds") or bool(re.search(r"\d", text))
