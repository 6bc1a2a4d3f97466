"""What documents tell of made-up clusters, without documents."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from itertools import count

from documents.model import Place, Span
from documents.moments import Moment
from index.extraction.model import Name
from index.model import OutOfDate, StoredDocument
from index.register.model import Attribute, Fact, Source
from index.register.register import Register
from index.register.subject import StoredSubject

_ids = count(1)


def document(name: str, said: date | None = None, *, outdated: bool = False) -> StoredDocument:
    return StoredDocument(
        id=name,
        name=name,
        file=name,
        format="text",
        title=name,
        language="pl",
        address=None,
        date=said,
        sha256=name,
        pages=1,
        characters=100,
        passages=1,
        sentences=1,
        version=1,
        generation=1,
        added_at=datetime(2026, 1, 1, tzinfo=UTC),
        warnings=(),
        outdated=OutOfDate(date(2026, 1, 1)) if outdated else None,
    )


def told(
    *names: str,
    by: str = "a.txt",
    said: date | None = None,
    facts: Iterable[tuple[Attribute, str]] = (),
    statuses: Iterable[tuple[str, str, str]] = (),
    kinds: dict[str, str] | None = None,
    outdated: bool = False,
) -> StoredSubject:
    """A cluster as told by a document; statuses are of KKK: a round, a beginning, an end, any or none."""
    place = Place("section", None, "", Span(0, 100))
    source = Source(document(by, said, outdated=outdated), 1, place, Span(0, 10), "Tak tu stoi")
    stated = [Fact(next(_ids), attribute, value, source) for attribute, value in facts]
    for round, since, until in statuses:
        stated.append(Fact(next(_ids), "status", "KKK", source, round, moment(since), moment(until)))
    given = tuple(Name(one, Span(0, 5), (kinds or {}).get(one, "full")) for one in names)
    return StoredSubject(next(_ids), given, source, tuple(stated))


def moment(iso: str) -> Moment | None:
    return Moment.from_iso(iso) if iso else None


def names_of(*subjects: StoredSubject) -> list[set[str]]:
    """The names of each cluster that is made of what documents tell."""
    return [set(cluster.names) for cluster in Register(subjects).clusters]
