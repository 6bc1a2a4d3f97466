"""The day that a text is written on, as it says itself at its beginning: "Lublin, 3 czerwca 2025 r. – …"."""

import re
from datetime import date

from documents.model import Document
from documents.moments import Moment, moments
from index.gazetteer import worded
from index.words import same_length_fold

# Of a text's lines only the first are looked at.
LINES = 12
LONGEST_DAY = 40
BEGINNING = 1_000
REPORT_LINES = 4
# Who writes so many years after the year of a report only speaks of it.
STALE = 2
YEAR = re.compile(r"20\d\d\b(?![/-])")
TOWN = re.compile(r"[*_\s(]*[^\W\d_a-z][\w.-]*(?:[ /][^\W\d_a-z][\w.-]*){0,2},\s+(?:dnia\s+)?(?=[^\W_])")


def dateline(document: Document) -> Moment | None:
    """The day that stands behind a town where a line opens; None where none does."""
    for line in document.text.strip().splitlines()[:LINES]:
        town = TOWN.match(line)
        if town is None:
            continue
        said = line[town.end() : town.end() + LONGEST_DAY]
        found = next(iter(moments(said)), None)
        if found is not None and found[0].start == 0 and found[1].first == found[1].last:
            return found[1]
    return None


def _year_of_report(document: Document) -> int | None:
    """The year that the first lines say a report is on: "Sprawozdanie roczne za 2025 rok"."""
    opening = "\n".join(document.text.strip().splitlines()[:REPORT_LINES])
    folded = same_length_fold(opening)
    found = (YEAR.match(folded, one.end()) for one in worded("of_others.toml", "reports").finditer(folded))
    return next((int(year[0]) for year in found if year), None)


def day_of(document: Document) -> date | None:
    """About when a text was written: at the end of the year that it reports on, if that is about its date,
    else on its date, else on the first day that its beginning names."""
    year = _year_of_report(document)
    if year is not None and (document.date is None or abs(document.date.year - year) < STALE):
        return date(year, 12, 31)
    if document.date is not None:
        return document.date
    day = dateline(document) or next(
        (one for _, one in moments(document.text[:BEGINNING]) if one.first == one.last), None
    )
    return day.first if day is not None else None
