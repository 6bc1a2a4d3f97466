"""To which clusters a label was refused that they had asked for, in which round and when, as one document
says."""

import re
from collections.abc import Iterator, Sequence

from documents.moments import Moment
from documents.periods import periods
from index.extraction.decisions import decided, decision_in
from index.extraction.labels import ACRONYMS, labels_in
from index.extraction.lines import Above, Cell, Line
from index.extraction.model import Claim
from index.extraction.scene import Scene
from index.extraction.status_clauses import Clause, clauses, kind_of
from index.extraction.subjects import Place
from index.extraction.validity import STATUS_WORD, read, round_of, says
from index.words import same_length_fold

# An item begins with its name: so many characters may stand before that.
OPENING = 16
# A label may be named so many lines before.
REACH = 3
PLACED = re.compile(r"\b(?:z|ze|w|we|from|of|in) [^\W\d_a-ząćęłńóśźż]\w+")
CAPITAL = re.compile(rf"\b(?!(?:{ACRONYMS}|[IVX]+)\b)[^\W\d_a-ząćęłńóśźż]\w+")


def refusals(scene: Scene) -> Iterator[Claim]:
    """The refusals of a document, in order."""
    labels = {label.key for line in scene.lines for label in labels_in(line.text)}
    only = next(iter(labels)) if len(labels) == 1 else ""
    for line in scene.lines:
        if line.text.rstrip().endswith("?"):
            continue
        if line.cells:
            yield from _of_row(scene, line, only)
        elif (above := _refusing(line)) is not None and _opens_with_name(scene, line):
            yield from _of_item(scene, line, above, only)
        elif not _introduces(scene, line):
            yield from _of_sentence(scene, line, only)


def refuses(text: str, around: str) -> bool:
    """Whether a text says that something was asked for and not given; `around` may tell that it was asked
    for."""
    if any(says(text, cue) for cue in ("refused_another", "supposed", "refused_else")):
        return False
    return says(text, "refused") or (says(text, "refused_if_asked") and says(around, "asked_for"))


def _introduces(scene: Scene, line: Line) -> bool:
    return line.text.rstrip().endswith(":") and not scene.named_in(line)


def _refusing(line: Line) -> Above | None:
    """The line or the heading right above one, if it says that what follows was refused."""
    above = next((one for one in (*line.leads[:1], *line.headings[:1])), None)
    others = any(says(one.text, "refused_else") for one in line.headings)
    return above if above is not None and refuses(above.text, above.text) and not others else None


def _opens_with_name(scene: Scene, line: Line) -> bool:
    named = scene.named_in(line)
    return bool(named) and named[0].span.start <= OPENING and not line.text.rstrip().endswith((".", "!"))


def _of_item(scene: Scene, line: Line, above: Above, only: str) -> Iterator[Claim]:
    """An item below what says that it was refused."""
    label = _label(scene, line, above.text, only)
    if label:
        yield _claim(
            scene, line, scene.named_in(line)[0].subject, label, f"{above.text} ; {line.text}", above
        )


def _of_row(scene: Scene, line: Line, only: str) -> Iterator[Claim]:
    """A row with a cell that says so."""
    subject = scene.subject(line)
    refused = decision_in(line, scene.document.title) == "refused"
    told = next((cell for cell in line.cells if _is_refusal(cell, decided_on=refused)), None)
    label = _label(scene, line, told.text, only) if told is not None else ""
    if told is not None and label and subject is not None and scene.is_sure(subject):
        yield _claim(scene, line, subject, label, line.text)


def _is_refusal(cell: Cell, *, decided_on: bool) -> bool:
    told = decided_on and decided(cell.head, cell.text) == "refused"
    return told or refuses(cell.text, f"{cell.text} {cell.head}")


def _of_sentence(scene: Scene, line: Line, only: str) -> Iterator[Claim]:
    """The clauses of a sentence that say so of the clusters they name, or of the one named last."""
    places = scene.named_in(line)
    for clause in clauses(line.text):
        if not refuses(clause.text, line.text) or not _of_status(scene, clause, line):
            continue
        if says(line.text, "refused_else") or _is_given_after_all(line.text, clause.text):
            continue
        label = _label(scene, line, clause.text, only)
        end = len(line.text) if clause.text.rstrip().endswith(":") else clause.end
        named = [one.subject for one in places if clause.start <= one.span.start < end]
        if not named:
            named = _meant(scene, line, clause, places)
        for subject in dict.fromkeys(named) if label else ():
            yield _claim(scene, line, subject, label, clause.text)


def _is_given_after_all(text: str, clause: str) -> bool:
    """Whether a sentence with a clause on a missed threshold tells of the end of a status that is held."""
    return says(clause, "refused_by_points") and kind_of(text) == "held" and read(text).until is not None


def _meant(scene: Scene, line: Line, clause: Clause, places: Sequence[Place]) -> list[int]:
    """Whom a clause means that names no cluster: the one named right before, without another name between,
    or, in a sentence that names none, the one that is spoken of."""
    before = [one for one in places if one.span.start < clause.start]
    if before:
        between = line.text[before[-1].span.end : clause.start]
        return [] if _names_more(between) else [before[-1].subject]
    about = None if places or _names_more(clause.text[1:]) else scene.subject(line)
    return [] if about is None else [about]


def _names_more(text: str) -> bool:
    """Whether a text has a name in it that is no label's and no place's."""
    for label in labels_in(text):
        text = text[: label.span.start] + " " * (label.span.end - label.span.start) + text[label.span.end :]
    return CAPITAL.search(PLACED.sub(" ", text)) is not None


def _of_status(scene: Scene, clause: Clause, line: Line) -> bool:
    """Whether what is refused is a status: the sentence names one, or speaks of asking where one was
    named."""
    if labels_in(line.text) or clause.names_status or STATUS_WORD.search(same_length_fold(line.text)):
        return True
    near = (*(above.text for above in line.above), *_before(scene, line))
    if says(line.text, "asked_for") and any(map(labels_in, near)):
        return True
    # A text on who won and who did not.
    titles = (scene.document.title, *(one.text for one in line.headings))
    points = says(clause.text, "refused_by_points")
    return points and any(labels_in(one) and says(one, "asked_for") for one in titles)


def _label(scene: Scene, line: Line, said: str, only: str) -> str:
    """The label that is spoken of: by the words themselves, their sentence, what stands above or before, or
    as the only one of the document."""
    texts = (said, line.text, *(above.text for above in line.above))
    named = next((found[0].key for text in texts if (found := labels_in(text))), "")
    before = labels_in(scene.document.title)
    return named or scene.label_before(line) or (before[0].key if before else only)


def _claim(
    scene: Scene, line: Line, subject: int, label: str, said: str, above: Above | None = None
) -> Claim:
    """The claim that a label was refused, in the round that is spoken of, on the day that is told with it."""
    days = [one.moment for one in periods(said) if one.relation in {"on", "during", "since"}]
    before = (one for one in _before(scene, line) if not labels_in(one) or label in _labels(one))
    texts = (said, line.text, *(above.text for above in line.above), *before)
    round = next((found for text in (*texts, scene.document.title) if (found := round_of(text))), "")
    scope = tuple(one.span for one in ((above,) if above is not None else line.leads[:1]))
    since: Moment | None = days[0] if days else None
    return Claim(subject, "refusal", label, line.passage, line.span, scope, round, since=since)


def _labels(text: str) -> set[str]:
    return {one.key for one in labels_in(text)}


def _before(scene: Scene, line: Line) -> list[str]:
    """The few lines before one, in its section, the nearest first."""
    found: list[str] = []
    before = scene.before(line)
    while before is not None and len(found) < REACH:
        found.append(before.text)
        before = scene.before(before)
    return found
