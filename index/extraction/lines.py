"""A document as lines: each sentence, item or row with all that stands above it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from documents.model import Document, Passage, Span
from documents.periods import periods

SEPARATOR = " | "
# Facts that signs part in one line, each behind its label, are no cells of a row.
LABELLED = re.compile(r"[^\W\d][^:|]{2,40}:\s+\S[^|:]*")
# A cell of more characters with a sentence's end in it is no value but prose, as in a list of definitions.
PROSE = 60
# A sentence, item or row of more characters is data or noise, and reading it would take long.
LONGEST_LINE = 3_000
# A line of more characters is more than the term of what its heading names.
LONGEST_TERM = 80
# Where a text was found tells nothing of clusters.
WHERE_FOUND = re.compile(
    r"^\W*(?:(?:dalsze|pozostałe|inne|further|other|more)\s+)?(?:źródł\w*|zrodl\w*|sources?|foto|fot\.|"
    r"na podstawie|based on|photo|zdjęci[ea]|autor\w*|authors?|"
    r"czytaj (?:też|także|więcej)|read (?:more|also)|copyright|©|redakcja)\b(?:\s*\w*\s*[:.]|\s*$|\s+https?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Above:
    """A line that stands above another: the heading of a section, what introduces a list, a table's heads."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row: its text, where that begins in the row, and the head it stands under, "" if none."""

    head: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, item or row. `leads` are the lines that introduce it, the nearest first; `headings` those
    it stands under, the innermost first; `passage` is an index into Document.passages."""

    text: str
    span: Span
    passage: int
    leads: tuple[Above, ...] = ()
    headings: tuple[Above, ...] = ()
    cells: tuple[Cell, ...] = ()

    @property
    def above(self) -> tuple[Above, ...]:
        """All that stands above it, the nearest first."""
        return (*self.leads, *self.headings)


def lines(document: Document) -> tuple[Line, ...]:
    """Every sentence of a document as a line, in order, but those that no person wrote as one."""
    found = (line for line in _lines(document) if len(line.text) <= LONGEST_LINE)
    return tuple(line for line in found if not WHERE_FOUND.search(line.text))


def _lines(document: Document) -> Iterator[Line]:
    leads = _Leads()
    terms: dict[Span, Span] = {}
    for number, passage in enumerate(document.passages):
        headings = tuple(_heading(document, span, terms) for span in reversed(passage.headings))
        for sentence in passage.sentences:
            leads.add(sentence.span, sentence.lead)
            text = document.quote(sentence.span)
            above = tuple(Above(document.quote(span), span) for span in leads.chain(sentence.lead))
            outside = tuple(heading for heading in headings if heading.span not in {a.span for a in above})
            cells = _cells(text, above[0].text if above else "")
            yield Line(text, sentence.span, number, above, outside, cells)
        if passage.headings and passage.sentences and _is_term(document, passage):
            terms[passage.headings[-1]] = passage.sentences[0].span


def _heading(document: Document, span: Span, terms: Mapping[Span, Span]) -> Above:
    """A heading, with the line below it that tells its term, "okres: 2024–2027", for all after that line."""
    whole = Span(span.start, terms[span].end) if span in terms else span
    return Above(document.quote(whole), whole)


def _is_term(document: Document, passage: Passage) -> bool:
    """Whether all that stands right below a heading is a line that is no sentence and tells from when until
    when."""
    text = document.quote(passage.sentences[0].span)
    if len(passage.sentences) > 1 or len(text) > LONGEST_TERM or text.endswith("."):
        return False
    return any(one.relation == "between" for one in periods(text))


class _Leads:
    """The leads of the sentences that came before."""

    def __init__(self) -> None:
        self._of: dict[Span, Span | None] = {}
        self._inside: dict[Span, tuple[Span, ...]] = {}

    def add(self, sentence: Span, lead: Span | None) -> None:
        """Remember which lead a sentence has."""
        self._of[sentence] = lead

    def chain(self, lead: Span | None) -> Iterator[Span]:
        """A line's lead, that lead's own, and so on; a lead may be several sentences long."""
        seen: set[Span] = set()
        while lead is not None and lead not in seen:
            yield lead
            seen.add(lead)
            lead = next((one for one in self._above(lead) if one not in seen), None)

    def _above(self, lead: Span) -> tuple[Span, ...]:
        """The leads of the sentences within a lead: looked for once, for all the items below it."""
        if lead not in self._inside:
            within = (
                above for one, above in self._of.items() if lead.start <= one.start and one.end <= lead.end
            )
            self._inside[lead] = tuple(above for above in within if above is not None)
        return self._inside[lead]


def _cells(text: str, heads: str) -> tuple[Cell, ...]:
    texts = text.split(SEPARATOR)
    if len(texts) < 2 or (len(texts) == 2 and len(texts[1]) > PROSE and ". " in texts[1]):
        return ()
    if not heads and len(texts) > 2:
        return ()  # Values of an entry: "Kępno | since 2012 | furniture".
    if all(LABELLED.fullmatch(one.strip()) for one in texts):
        return ()
    named = heads.split(SEPARATOR)
    if len(named) != len(texts):
        named = [""] * len(texts)
    return under_heads(named, texts)


def under_heads(heads: Sequence[str], texts: Sequence[str]) -> tuple[Cell, ...]:
    """The cells of a row with these texts, each under its head."""
    found, start = [], 0
    for head, one in zip(heads, texts, strict=True):
        found.append(Cell(head.strip(), one, start))
        start += len(one) + len(SEPARATOR)
    return tuple(found)
