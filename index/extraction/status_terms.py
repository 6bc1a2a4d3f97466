"""The terms of statuses that a document's own day, or what was said before, completes."""

import re
from collections.abc import Iterable
from dataclasses import replace

from documents.durations import durations
from documents.model import Document
from index.extraction.dateline import dateline
from index.extraction.model import Claim
from index.extraction.validity import Validity, lasting, says, within
from index.register.model import WITHDRAWN
from index.words import same_length_fold

NOW = re.compile(r"\b(?:dzis|dzisiaj|today|this morning)\b")


def is_over(document: Document, validity: Validity) -> bool:
    """Whether a term had ended by the day of a document: it is not of the round that this tells of."""
    day = dateline(document)
    return day is not None and validity.until is not None and validity.until.last < day.first


def from_today(document: Document, text: str, validity: Validity) -> Validity:
    """A validity that begins on the day of the document, where a status is given "today"."""
    if validity.since is not None or not NOW.search(same_length_fold(text)):
        return validity
    given = says(text, "begins") and not says(text, "renews")
    today = dateline(document) if given else None
    # What lasts so long from today on, ends then.
    return validity.over(lasting(text, today)) if today else validity


def so_long(text: str, validity: Validity, claims: Iterable[Claim], subject: int | None) -> Validity:
    """A validity that lasts so long as a text says, from the day on that it tells itself, "the decision of 3
    May holds for three years", or that was told before: "You got the label in July 2025. It holds for three
    years."."""
    if validity.since or validity.until or not any(True for _ in durations(text)):
        return validity
    begun = [
        one
        for one in claims
        if (one.subject, one.value) == (subject, validity.label) and one.qualifier != WITHDRAWN
    ]
    since = within(text) or (begun[-1].since if begun else None)
    if since is None or (begun and begun[-1].until is not None):
        return validity
    told = lasting(text, since)
    round = begun[-1].qualifier if begun else validity.round
    return replace(told, label=validity.label, round=round) if told.until else validity
