"""A library in which clusters are told of in plain sentences, and staff decide."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from documents.model import Document, Span
from documents.moments import Moment
from index.extraction.model import Claim, Extract, Name, Subject
from index.ingest import Ingest
from index.rebuild import remake_facts
from index.register.model import Attribute, Cluster, Fact
from index.register.present import RegisterOf
from index.register.register import Register
from index.review.model import OnNames, Told
from index.store import Store
from tests.fakes import HashingEncoder

BY = "Stefan"
NAMED = re.compile(r"Klaster \w+(?: \w+)?(?= ma | miał | nie | jest | działa| liczy )")
# What the stand-in for the extraction reads, and of which attribute.
READ: dict[Attribute, str] = {
    "status": r"ma status KKK do (\d{4}-\d\d-\d\d)",
    "coordinator": r"koordynator: (\w+ \w+)",
    "place": r"siedziba: (\w+)",
    "members": r"liczy (\d+) firm",
}


def plain_extract(document: Document) -> Extract:
    """What each sentence says of the cluster it names."""
    subjects: list[Subject] = []
    claims: list[Claim] = []
    places: dict[str, int] = {}
    for at, passage in enumerate(document.passages):
        for sentence in passage.sentences:
            text = document.quote(sentence.span)
            named = NAMED.search(text)
            if named is None:
                continue
            name, start = named.group(), sentence.span.start + named.start()
            if name not in places:
                places[name] = len(subjects)
                subjects.append(Subject((Name(name, Span(start, start + len(name))),), at, sentence.span))
            claims += _claims(text, places[name], at, sentence.span)
    return Extract(tuple(subjects), tuple(claims))


def _claims(text: str, subject: int, passage: int, span: Span) -> Iterator[Claim]:
    for attribute, pattern in READ.items():
        for found in re.finditer(pattern, text):
            value = found.group(1)
            if attribute == "status":
                yield Claim(subject, attribute, "KKK", passage, span, until=Moment.from_iso(value))
            else:
                yield Claim(subject, attribute, value, passage, span)


@dataclass(slots=True)
class Desk:
    """A store with its register, and short ways to decide as staff do."""

    store: Store
    registers: RegisterOf
    extract: Callable[[Document], Extract] = field(default=plain_extract)
    recipe: int = 100

    def add(self, name: str, *sentences: str) -> str:
        """The id of a document of these sentences, in place of what had its name."""
        made = Ingest(self.store, HashingEncoder(), extract=lambda document: self.extract(document))
        outcome = made.add_bytes(name, "\n\n".join(sentences).encode())
        assert outcome.document is not None, outcome.reason
        return outcome.document

    def read_again(self, extract: Callable[[Document], Extract] | None = None) -> None:
        """Have the facts of all documents read anew, in another way if one is given."""
        self.extract = extract or self.extract
        self.recipe += 1
        remake_facts(self.store, self.extract, recipe=self.recipe)

    @property
    def register(self) -> Register:
        return self.registers.now()

    def cluster(self, name: str) -> Cluster:
        (found,) = (one for one in self.register.clusters if name in one.names)
        return found

    def names(self) -> list[str]:
        return [one.name for one in self.register.clusters]

    def facts(self, name: str, attribute: Attribute) -> list[Fact]:
        return [one for one in self.cluster(name).facts if one.attribute == attribute]

    def fact(self, name: str, attribute: Attribute) -> Fact:
        (found,) = self.facts(name, attribute)
        return found

    def values(self, name: str, attribute: Attribute) -> list[str]:
        return [one.value for one in self.facts(name, attribute)]

    def confirm(self, name: str, fact: Fact) -> int:
        return self.store.review.judge([(self.cluster(name), fact)], "confirmed", by=BY)[0]

    def reject(self, name: str, fact: Fact) -> int:
        return self.store.review.judge([(self.cluster(name), fact)], "rejected", by=BY)[0]

    def correct(self, name: str, fact: Fact, value: str, *, until: str = "", to: str = "") -> int:
        told = Told(
            fact.attribute, value, fact.qualifier, fact.since, Moment.from_iso(until) if until else fact.until
        )
        return self.store.review.correct(self.cluster(name), fact, told, to=to, by=BY)

    def state(self, name: str, told: Told, *, document: str, quote: str) -> int:
        """Add by hand that words of a document state a fact."""
        start = self.store.text(document).index(quote)
        span = Span(start, start + len(quote))
        return self.store.review.add(self.cluster(name), told, document=document, span=span, by=BY)

    def join(self, name: str, other: str) -> int:
        one, second = self.cluster(name), self.cluster(other)
        return self.store.review.name("joined", one, OnNames(one.names, second.names), by=BY)

    def part(self, name: str, *others: str, to: str = "") -> int:
        cluster = self.cluster(name)
        stay = tuple(one for one in cluster.names if one not in others)
        return self.store.review.name("parted", cluster, OnNames(stay, others, to), by=BY)

    def call(self, name: str, text: str) -> int:
        cluster = self.cluster(name)
        return self.store.review.name("called", cluster, OnNames(cluster.names, to=text), by=BY)

    def undo(self, decision: int) -> None:
        self.store.review.undo(decision, by=BY)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    store = Store(tmp_path / "library.sqlite")
    yield Desk(store, RegisterOf(store))
    store.close()
