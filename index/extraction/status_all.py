"""What is said at once of all clusters that hold a label: "both Silver Labels expire in June"."""

import re
from collections.abc import Iterator, Sequence

from index.extraction.lines import Line
from index.extraction.model import Claim
from index.extraction.status_clauses import clauses, kind_of
from index.extraction.status_scope import status_claim
from index.extraction.validity import Validity, read
from index.register.model import WITHDRAWN
from index.words import same_length_fold

ALL = re.compile(
    r"\b(?:both|all|the (?:two|three|four|five)|obie|oba|obydwie|obydwa|wszystkie|dwie|dwa|trzy|cztery)\s+"
    r"(?:(?:of )?(?:the|these|those|te|tych)\s+)?(?:[\w-]+\s+){0,3}?"
    r"(?:labels|titles|statuses|certificates|odznaki|odznak|statusy|tytuly|certyfikaty|etykiety|znaki)\b"
)


def of_all(line: Line, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of all clusters that hold the label of which a clause tells the end for all of them; those
    of an end of their own keep that."""
    found: list[Claim] = []
    for clause in clauses(line.text):
        at = ALL.search(same_length_fold(clause.text))
        labels = clause.labels
        said = read(clause.text)
        if (
            at is None
            or len(labels) != 1
            or said.until is None
            or kind_of(clause.text) in {"sought", "taken"}
        ):
            continue
        found += _ended(line, claims, said, labels[0].key)
    return found


def _ended(line: Line, claims: Sequence[Claim], said: Validity, label: str) -> Iterator[Claim]:
    held = [one for one in claims if one.value == label and one.qualifier != WITHDRAWN]
    ended = {one.subject for one in held if one.until is not None}
    for one in {one.subject: one for one in held}.values():
        if one.subject not in ended:
            validity = Validity(label, one.qualifier, one.since, said.until)
            yield status_claim(line, one.subject, validity, (one.span, *one.scope), line.text)
