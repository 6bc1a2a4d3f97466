"""What the lines above a line say of a status, and the claim that is made of all of it."""

import re
from dataclasses import replace

from documents.model import Span
from documents.moments import Moment
from index.extraction.dateline import TOWN
from index.extraction.labels import labels_in, names_rounds
from index.extraction.lines import Above, Line
from index.extraction.model import Claim
from index.extraction.scene import Scene
from index.extraction.validity import STATUS_WORD, Validity, excepted, read, round_of, says, times
from index.register.model import WITHDRAWN
from index.words import same_length_fold

# A day behind these words is that on which it was given.
GIVEN = re.compile(
    r"\b(?:nadan|przyznan|uzyskan|otrzyman|zdobyt|wydan|posiada|mial|miel|nosi|cieszy|szczyci|legitymowa|awarded|granted|received|obtained|held|had|bore|enjoyed|given)\w*"
    r"(?! (?:\w+ ){0,6}?(?:cof|odebr|utrac|strac|withdr|revok|lost))[^,;.]{0,60}$"
)
# Characters that may stand between a day and the end of its line: a quotation mark, a bracket.
SLACK = 2
# So many characters before a day stands what says that something takes effect on it.
BEFORE_DAY = 22


def said_above(line: Line) -> Validity:
    """What the lines above say of a status, the nearest first."""
    found = Validity()
    for above in about_it(line):
        said = read(above.text[: excepted(above.text)])
        said = replace(said, round="") if names_rounds(above.text) else said
        whole = found.label and found.until
        found = found.over(Validity(round=said.round) if whole and said.label in {"", found.label} else said)
        if found.label and found.until and found.round:
            break
    return found


def about_it(line: Line) -> tuple[Above, ...]:
    """The lines above that may speak of a status: a heading's or a title's years alone say nothing of it."""
    return (
        *line.leads,
        *(h for h in line.headings if is_status(h) or labels_in(h.text) or round_of(h.text)),
    )


def status_scope(line: Line) -> tuple[Span, ...]:
    """The lines above that a status is read out of."""
    return tuple(above.span for above in about_it(line) if read(above.text) != Validity() or is_status(above))


def is_status(above: Above) -> bool:
    """Whether a line above speaks of statuses."""
    return STATUS_WORD.search(same_length_fold(above.text)) is not None


def inherited_label(scene: Scene, line: Line) -> str:
    """The label that is spoken of where a line says only "status": above it, before it, or in the title."""
    for above in line.above:
        if found := labels_in(above.text):
            return found[0].key
    if earlier := scene.label_before(line):
        return earlier
    found = labels_in(scene.document.title)
    return found[0].key if found else ""


def dates_above(line: Line) -> Validity:
    """What a heading says of the round and its end; not a label, which the sentence must tell itself."""
    above = said_above(line)
    return Validity("", above.round, None, above.until)


def _day_before(text: str) -> Moment | None:
    """The day that a line ends with: "z dniem 15 stycznia 2026 r." cut off by its full stop; none of those
    that a text is dated with."""
    if TOWN.match(text):
        return None
    found = [
        p
        for p in times(text)
        if p.relation in {"on", "since"} and len(text.rstrip(" r.")) - p.span.end <= SLACK
    ]
    return found[-1].moment if found else None


def status_claim(
    line: Line,
    subject: int,
    validity: Validity,
    scope: tuple[Span, ...],
    said: str,
    *,
    withdrawn: bool = False,
    before: str = "",
) -> Claim:
    """The claim that a subject holds what is said, or held it until then. `said` is the part of the line that
    says so; `before` the line before one that tells of a withdrawal: it may end with the day."""
    until = validity.until
    if withdrawn and until is None:
        days = [p for p in times(said) if p.relation in {"on", "during", "since"}]
        later = [p for p in days if not GIVEN.search(same_length_fold(said[: p.span.start + 1]))]
        effective = [
            p for p in days if says(said[max(0, p.span.start - BEFORE_DAY) : p.span.end], "effective")
        ]
        until = (effective or later or days)[0].moment if days else None
        until = until or _day_before(before)
    # One day alone is no term: it is the last.
    since = validity.since if validity.since != until else None
    if not withdrawn and since is not None and until is not None and until.last < since.first:
        # "Do 28 sierpnia 2022 (po przedłużeniu w 2019)": what is told second came first.
        since, until = until, since
    return Claim(
        subject,
        "status",
        validity.label,
        line.passage,
        line.span,
        tuple(span for span in dict.fromkeys(scope) if span != line.span),
        WITHDRAWN if withdrawn else validity.round,
        None if withdrawn else since,
        until,
    )
