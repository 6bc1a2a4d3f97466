"""Citations told how their words were read, and which of their sources are marked as out of date."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from assistant.answers.register.phrasing import day_words
from assistant.grounding import marked
from assistant.model import Answer, Citation
from assistant.wording import say
from documents.model import Span
from index.model import OutOfDate
from index.sheets import Cited, Flaws


class Sheets(Protocol):
    def flaws(self, cited: Sequence[Cited]) -> tuple[Flaws, ...]:
        """What is to be told of each of these spans."""


def as_read(answer: Answer, sheets: Sheets) -> Answer:
    """The answer, each citation saying whether letters were put back in it, whether OCR read it, and whether
    its source is out of date, which a note says of each such source."""
    if not answer.citations:
        return answer
    spans = [Cited(one.document, Span(one.start, one.end), one.page) for one in answer.citations]
    flaws = sheets.flaws(spans)
    told = [_told(*pair) for pair in zip(answer.citations, flaws, strict=True)]
    notes = _notes(answer, {cited.document: one.outdated for cited, one in zip(spans, flaws, strict=True)})
    return replace(
        answer, citations=tuple(told), notes=(*answer.notes, *_corrected(answer), *_earlier(answer), *notes)
    )


def _corrected(answer: Answer) -> Iterator[str]:
    """A note for what is said otherwise than the words that it cites, as staff put it right."""
    numbers = tuple(one.number for one in answer.citations if one.review == "corrected")
    if numbers:
        yield marked(say("corrected", answer.language), numbers)


def _earlier(answer: Answer) -> Iterator[str]:
    """A note for each source whose new version has the cited words no more."""
    titles = {one.document: one.title for one in answer.citations if one.version}
    for document, title in titles.items():
        cited = [one.number for one in answer.citations if one.version and one.document == document]
        yield marked(say("earlier_version", answer.language, title=title), tuple(cited))


def _told(citation: Citation, flaws: Flaws) -> Citation:
    since = flaws.outdated.since.isoformat() if flaws.outdated else ""
    if citation.version:
        # What is known of spans is known of the present version's.
        return replace(citation, outdated=since)
    return replace(citation, repaired=flaws.repaired, ocr=flaws.ocr, outdated=since)


def _notes(answer: Answer, marks: dict[str, OutOfDate | None]) -> Iterator[str]:
    """A note for each source that is marked, with the markers of what is cited from it."""
    for document, mark in marks.items():
        if mark is None:
            continue
        cited = [one for one in answer.citations if one.document == document]
        words = say(
            "outdated_because" if mark.reason else "outdated",
            answer.language,
            title=cited[0].title,
            since=day_words(mark.since, answer.language),
            reason=mark.reason.rstrip("."),
        )
        yield marked(words, tuple(one.number for one in cited))
