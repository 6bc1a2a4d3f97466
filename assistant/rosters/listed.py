"""Rosters that stand under a line: the items of a list, the rows of a table."""

from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.answers.rows import SEPARATOR, Cell, cells
from assistant.rosters.model import Line, Member, Roster
from assistant.rosters.naming import Name, first_name, is_cluster, names_in, written_name
from assistant.rosters.page import Page
from assistant.rosters.words import heads_column, speaks_of_clusters
from documents.model import Span
from index.register.register import Register

FEWEST = 2
# Line numbers of rows.
NUMBER = frozenset("0123456789.) ")


def listed(page: Page) -> Iterator[tuple[Roster, frozenset[int]]]:
    """The rosters under lines, each with the places of its lines."""
    below: dict[Span, list[int]] = {}
    for at, line in enumerate(page.lines):
        if line.sentences and (lead := line.sentences[0].lead) is not None:
            below.setdefault(lead, []).append(at)
    for lead, places in below.items():
        # The heads of a table stand alone under the line before it.
        rows = [at for at in places if not _heads(page.lines[at], below)]
        if len(rows) >= FEWEST and (roster := _roster(page, rows, lead)) is not None:
            yield roster, frozenset(rows)


def _heads(line: Line, below: dict[Span, list[int]]) -> bool:
    return SEPARATOR in line.text and any(one.span in below for one in line.sentences)


def _roster(page: Page, rows: Sequence[int], lead: Span) -> Roster | None:
    lines = [page.lines[at] for at in rows]
    lead_text = lines[0].sentences[0].lead_text
    start = next((n for n in range(rows[0]) if any(s.span == lead for s in page.lines[n].sentences)), rows[0])
    caption = [page.lines[start - 1].text] if start and SEPARATOR in lead_text else []
    table = sum(SEPARATOR in line.text for line in lines) * 2 > len(lines)
    members = _of_rows(lines, page.register) if table else _of_items(lines, page.register)
    close = (lead_text, *caption, *page.above(rows[0]))
    known = sum(map(is_one, members))
    if len(members) < FEWEST:
        return None
    mixed = known * 2 < len(members) and not any(map(speaks_of_clusters, close[:1]))
    head = page.lines[start] if start != rows[0] else lines[0]
    near = (*page.before(start), *page.opening)
    return Roster(head, close, near, tuple(members), mixed=mixed)


def is_one(member: Member) -> bool:
    """Whether a member is a cluster, by the register or by its name."""
    return bool(member.cluster) or speaks_of_clusters(member.name)


def _of_items(lines: Sequence[Line], register: Register) -> list[Member]:
    found = []
    for line in lines:
        name = first_name(line.text, register) or written_name(line.text)
        if name is not None:
            found.append(Member(_called(name, line.text), name.cluster, line, (line.text,)))
    return found


def _called(name: Name, text: str) -> str:
    """The name as it is written in full where a line of its own begins with it."""
    written = written_name(text)
    if written is not None and written.span.start <= name.span.start and name.span.end <= written.span.end:
        return written.text
    return name.text


def _of_rows(lines: Sequence[Line], register: Register) -> list[Member]:
    column = _column(lines, register)
    found = []
    for line in lines:
        texts = [one.strip() for one in line.text.split(SEPARATOR)]
        if column >= len(texts) or not texts[column]:
            continue
        named = names_in(texts[column], register)
        said = SEPARATOR.join(one for n, one in enumerate(texts) if n or not NUMBER.issuperset(one))
        row = cells(line.sentences[0]) if len(line.sentences) == 1 else ()
        cluster = named[0].cluster if len(named) == 1 else ""
        found.append(Member(texts[column], cluster, line, (said,), _told(row, column)))
    return found


def _told(row: Sequence[Cell], column: int) -> tuple[Cell, ...]:
    """The cells beside the name, but for the number of the row."""
    numbers = "".join(row[0].text.split()) if row else ""
    return tuple(
        one
        for n, one in enumerate(row)
        if n != column and one.text.strip() and not (n == 0 and column and NUMBER.issuperset(numbers))
    )


def _column(lines: Sequence[Line], register: Register) -> int:
    """The column in which clusters are named: the one that its head tells, else that of most names."""
    heads = lines[0].sentences[0].lead_text.split(SEPARATOR)
    if len(heads) > 1:
        told = [n for n, head in enumerate(heads) if heads_column(head, "name")]
        if told:
            return told[0]
    found: Counter[int] = Counter()
    for line in lines:
        for n, text in enumerate(line.text.split(SEPARATOR)):
            name = first_name(text, register) or written_name(text)
            found[n] += name is not None and is_cluster(name)
    return max(sorted(found), key=lambda n: found[n])
