"""What a text tells of itself: the address it was published at, and its date."""

import re
from collections.abc import Iterable
from datetime import date

from documents.boilerplate import is_chrome
from documents.dates import dates, said_words

_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+[^\s<>\"')\].,;]", re.IGNORECASE)
_ALONE = re.compile(r"\s*<?\s*(https?://[^\s<>\"]+)\s*>?\s*", re.IGNORECASE)
_PLACE_AND_DATE = re.compile(r"^[^\W\d_][^\d]{0,60},?\s*(?:dnia|dn\.|on)?\s*$", re.IGNORECASE)
_AFTER_DATE = re.compile(
    r"(?:(?:godz\.?|at|,)?\s*\d{1,2}[:.]\d\d)?\s*[,|·•/]?\s*"
    r"(?:(?:przez|by|aut\.|autor(?:ka)?:?|author:?|tekst:?|text:?|oprac\.|opracowanie:?|fot\.|red\.|redakcja)\s.*)?"
)
# "Komunikat nr 7/2025 z dnia 12 marca 2025 r. w sprawie …": an official text's own date, at its very top.
_OF_THE_DAY = re.compile(r"(?:^|\s)(?:z dnia|dated)\s*$", re.IGNORECASE)
_FIRST_LINES = 3
# "Source", "Further source", "Źródło drugie (profil klastra)": a few words before the address, no sentence.
_SOURCE_LABEL = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2}(?: \([^()]{1,60}\))?")
_TOP_LINES = 12
_DATE_LINE = 100
_SHORT = 160


def source_address(line: str) -> str | None:
    """The address in a line that only names the text's source: `Source: https://…`, `<https://…>`."""
    alone = _ALONE.fullmatch(line)
    if alone:
        return alone[1]
    found = _ADDRESS.search(line)
    if not found or line[found.end() :].strip(" \t.>)]|"):
        return None
    label = line[: found.start()].strip(" \t<([*_").lower()
    named = said_words("source").search(label)
    return found[0] if named and _SOURCE_LABEL.fullmatch(label.strip(" :–-*_")) else None


def told_change(lines: Iterable[str]) -> date | None:
    """The date a text gives for its last change."""
    return _told(lines).get("modified")


def told_date(lines: Iterable[str]) -> date | None:
    """The date a text gives as its own: of publication, else of a change, else in a line at its top.

    A date in running text is a date of what is told, so it never counts.
    """
    told = _told(lines)
    return next((told[kind] for kind in ("published", "modified", "alone") if kind in told), None)


def _told(lines: Iterable[str]) -> dict[str, date]:
    """The first date of each kind that a text gives of itself: published, modified, alone."""
    told: dict[str, date] = {}
    for number, line in enumerate(lines):
        if len(line) <= _SHORT:
            for kind, value in _dates_of_line(line, number):
                told.setdefault(kind, value)
    return told


def is_date_line(line: str) -> bool:
    """Whether a line says nothing but when, and by whom, a text was published."""
    found = next(iter(dates(line)), None) if len(line) <= _DATE_LINE else None
    if not found:
        return False
    before, after = (
        line[: found[0].start].strip(" \t:–-—|*_#,").lower(),
        line[found[0].end :].strip(" .,|–-r"),
    )
    said = any(said_words(kind).fullmatch(before) for kind in ("published", "modified"))
    parts = [one for one in re.split(r"[|·•]", after) if not is_chrome(one)]
    return (said or not before) and bool(_AFTER_DATE.fullmatch("|".join(parts).strip().lower()))


def _dates_of_line(line: str, number: int) -> Iterable[tuple[str, date]]:
    top = number < _TOP_LINES
    signed = top and is_date_line(line)
    for span, value in dates(line):
        before = line[: span.start].strip(" \t:–-—|*_#").lower()
        for kind in ("published", "modified"):
            said = list(said_words(kind).finditer(before))
            bare = bool(said) and said[-1].group().lower() in {"data", "date"}
            if said and len(before) - said[-1].end() <= (2 if bare else 12) and said[-1].start() <= 40:
                yield kind, value
        rest = line[span.end :].strip(" \t.|–-,r")
        if number < _FIRST_LINES and _OF_THE_DAY.search(before):
            yield "alone", value
        if signed or (top and not rest and (not before or _is_place(before))):
            yield "alone", value


def _is_place(before: str) -> bool:
    """Whether only a town stands before the date, as on a title slide: "Lublin, 4 maja 2021"."""
    return bool(_PLACE_AND_DATE.match(before)) and before.endswith(",") and len(before.split()) <= 3


def meta_date(value: str) -> date | None:
    """The date in the value of a meta tag, a `<time>` or JSON-LD: its first full date."""
    return next((found for _, found in dates(value)), None)
