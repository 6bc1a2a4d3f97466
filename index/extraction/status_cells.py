"""What a cell under the head of a label, or of its beginning or end, says of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from documents.periods import periods
from index.extraction.labelled import Labelled, label_kind
from index.extraction.labels import GRADED, body_of, canonical_round, labels_in, tier_alone, tier_of
from index.extraction.lines import Line
from index.extraction.scene import Scene
from index.extraction.status_clauses import kind_of
from index.extraction.validity import STATUS_WORD, cues, label_of, round_of, says
from index.gazetteer import lexicon
from index.words import same_length_fold

# What parts one thing that a cell says from the next.
PART = re.compile(r"[;,(]\s*|\)\s*")
WORD = re.compile(r"[^\W\d_]+")
FIRST_WORD = re.compile(r"\W*([^\W\d_]+)?")
ROMAN = re.compile(r"[IVX]+")
# So many words are but a grade, "Gold label".
GRADE_WORDS = 2
# So many lines before a table, or before a line of a card, may say of which label it is.
NEAR_TABLE, NEAR_CARD = 2, 12


@dataclass(frozen=True, slots=True)
class Parts:
    """A cell, what it says is held or was until some day, and what it says was taken away."""

    held: str
    lost: str

    @property
    def tells_time(self) -> bool:
        """Whether it tells a time."""
        return bool(periods(self.held) or periods(self.lost))


def in_parts(text: str) -> Parts:
    """A cell without what it says is but asked for, refused or suspended: "expired 2024, renewal applied
    for"."""
    held, lost, left_out = [], [], False
    if is_denied(PART.split(text)[0]) and kind_of(PART.split(text)[0]) != "lapsed":
        return Parts("", "")
    for one in PART.split(text):
        kind = kind_of(one)
        if kind == "taken":
            lost.append(one)
        elif not is_denied(one) and kind != "sought" and not says(one, "suspended"):
            held.append(one)
        else:
            left_out = left_out or bool(one.strip())
    if not lost and not left_out:
        return Parts(text, "")
    return Parts(" ; ".join(one for one in held if one.strip()), " ; ".join(lost))


def is_denied(text: str) -> bool:
    """Whether a cell says that there is none."""
    folded = same_length_fold(text).strip(" .–—-")
    return folded in lexicon("card_values.toml")["denied"] or says(text, "wanted")


def is_affirmed(text: str) -> bool:
    """Whether a cell says yes."""
    return text.strip().casefold().rstrip(".!") in lexicon("card_values.toml")["affirmed"]


def says_plainly(text: str) -> bool:
    """Whether a cell says of the label that its head names but yes, since or until when, in which round or
    that it ran out; a word with a capital in it is a name of something else."""
    if not text.strip():
        return False
    first = FIRST_WORD.match(text)
    if any(map(is_affirmed, text.split()[:1])) or canonical_round(text):
        return True
    untimed = text
    for period in periods(text):
        untimed = untimed.replace(text[period.span.start : period.span.end], " ")
    named = [one[0] for one in WORD.finditer(untimed) if one[0][0].isupper() and not ROMAN.fullmatch(one[0])]
    opening = first[1] if first else None
    if any(one != opening for one in named):
        return False
    folded = same_length_fold(text)
    return bool(periods(text) or round_of(text)) or any(
        cues(kind).search(folded) for kind in ("ends", "withdrawn", "lapsed", "goes_on")
    )


def tier_in_cell(text: str, head: str, caption: str) -> str:
    """The key of the label whose tier alone a cell names, below a head for labels: "Gold" under "Label"."""
    if found := tier_of(text, f"{head} {caption}"):
        return found
    first = FIRST_WORD.match(text)
    graded = STATUS_WORD.search(same_length_fold(head)) is not None
    return tier_alone(first[0]) if graded and first is not None else ""


def caption_text(line: Line) -> str:
    """What stands above a row, but the heads of its table."""
    return " ; ".join(above.text for above in line.above if not line.cells or " | " not in above.text)


def caption(scene: Scene, line: Line) -> str:
    """The label that what stands above a row or a card, or right before it, is about; "" for none."""
    above = [one for one in line.above if not line.cells or " | " not in one.text]
    if found := next((label_of(one.text) for one in above if labels_in(one.text)), ""):
        return found
    return _grade_above(scene, line) or _label_before(scene, line) or label_of(scene.document.title)


def _grade_above(scene: Scene, line: Line) -> str:
    """The key of the grade that alone stands above a row, where the title or what stands above that speaks of
    labels."""
    around = [scene.document.title, *(one.text for one in line.headings)]
    if not any(body_of(one) or GRADED.search(same_length_fold(one)) for one in around):
        return ""
    near = (*line.leads[1:2], *line.headings[:1]) if line.cells else ()
    alone = (one.text for one in near if _is_grade(one.text))
    return next((found for one in alone if (found := tier_alone(one))), "")


def _is_grade(text: str) -> bool:
    """Whether a text is a grade alone, or with a word for such labels: "SILVER", "Złote odznaki"."""
    said = len(WORD.findall(text))
    return said == 1 or (said <= GRADE_WORDS and GRADED.search(same_length_fold(text)) is not None)


def _label_before(scene: Scene, line: Line) -> str:
    """The label of the nearest of the lines right before a card's line, or before a row's table, that names
    no other cluster."""
    before, left = scene.before(line), NEAR_TABLE if line.cells else NEAR_CARD
    while before is not None and left:
        if not (line.cells and before.cells):
            if {place.subject for place in scene.named_in(before)} - {scene.subject(line)}:
                return ""
            if named := labels_in(before.text):
                return named[-1].key
            left -= 1
        before = scene.before(before)
    return ""


def bare_times(line: Line) -> Iterator[Labelled]:
    """The cells below heads that are but "od" and "do", where another cell of the row is of a label:
    elsewhere they head no times; and those below a label with "od" and "do"."""
    beside = any(label_kind(cell.head) == "status" or body_of(cell.head) for cell in line.cells)
    for cell in line.cells:
        kind = _bare_kind(cell.head) if beside or labels_in(cell.head) else ""
        if kind and cell.text.strip() and label_kind(cell.head) not in {"since", "until"}:
            yield Labelled(kind, cell.head, cell.text, cell.start)


def _bare_kind(head: str) -> str:
    """What a head is the head of, its label left out: "KKK od" of beginnings."""
    for label in labels_in(head):
        head = head.replace(head[label.span.start : label.span.end], " ")
    folded = same_length_fold(head).strip(" .:–-")
    table = lexicon("card_values.toml")
    return next((kind for kind in ("since", "until") if folded in table[f"{kind}_heads"]), "")
