"""Whatever is decided and whatever becomes of the documents: what was rejected is never cited, what was put
right stays right, and every quotation stands in its document."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from documents.model import Document
from index.extraction.model import Extract
from index.rebuild import embed_all
from index.register.model import Attribute, Fact, Source
from index.register.present import RegisterOf
from index.store import Store
from tests.fakes import HashingEncoder
from tests.index.review.conftest import BY, Desk, plain_extract

NAMES = ("Klaster Zorkanit", "Klaster Wydmiak")
TOWNS = ("Opole", "Nysa", "Radom")
BODIES = ("Fundacja Nurt", "Fundacja Brzeg")
FILLING = ("Wstęp o pogodzie.", "Dalej nic nowego.", "Zakończenie bez treści.")
# Said in place of what was wrong; no document says it.
RIGHT = "Zakopane"

SENTENCES = [
    *(f"{name} działa od lat, siedziba: {town}." for name in NAMES for town in TOWNS),
    *(f"{name} działa w kraju, koordynator: {body}." for name in NAMES for body in BODIES),
    *(f"{name} ma status KKK do 202{year}-12-17." for name in NAMES for year in (5, 7)),
]
TEXTS = st.lists(st.sampled_from([*SENTENCES, *FILLING]), min_size=1, max_size=6, unique=True)
CHANGES = st.lists(
    st.one_of(
        st.tuples(st.just("moved"), st.sampled_from("ab"), st.permutations(FILLING)),
        st.tuples(st.just("replaced"), st.sampled_from("ab"), TEXTS),
        st.tuples(st.just("removed"), st.sampled_from("ab"), st.none()),
        st.tuples(st.just("read"), st.none(), st.none()),
        st.tuples(st.just("poorly"), st.none(), st.none()),
        st.tuples(st.just("embedded"), st.none(), st.none()),
    ),
    max_size=5,
)

Stated = tuple[str, str, Attribute, str, object]


def poor_extract(document: Document) -> Extract:
    """What a reader finds that misses every second claim."""
    whole = plain_extract(document)
    return Extract(whole.subjects, whole.claims[::2])


@dataclass(slots=True)
class Library:
    """A library and what it holds, so that documents can be moved about and taken out."""

    desk: Desk
    texts: dict[str, list[str]] = field(default_factory=dict)
    # All that a document has said since it came in.
    ever: dict[str, set[str]] = field(default_factory=dict)

    def add(self, name: str, sentences: list[str]) -> None:
        other = next((one for key, one in self.texts.items() if key != name), None)
        if sentences != other:  # the same bytes are one document
            self.desk.add(name, *sentences)
            self.texts[name] = list(sentences)
            self.ever.setdefault(name, set()).update(sentences)

    def change(self, kind: str, name: str | None, given: object) -> None:
        match kind, name, given:
            case "moved", str(), [*filling] if name in self.texts:
                said = [one for one in self.texts[name] if one not in FILLING]
                self.add(name, [*map(str, filling), *reversed(said)])
            case "replaced", str(), [*sentences]:
                self.add(name, [*map(str, sentences)])
            case "removed", str(), _ if name in self.texts:
                (held,) = (one for one in self.desk.store.documents() if one.name == name)
                self.desk.store.remove(held.id, by=BY)
                del self.texts[name], self.ever[name]
            case "read", _, _:
                self.desk.read_again(plain_extract)
            case "poorly", _, _:
                self.desk.read_again(poor_extract)
            case "embedded", _, _:
                embed_all(self.desk.store, HashingEncoder("another"))

    def facts(self) -> Iterator[tuple[Fact, str]]:
        """Every fact of the register with its cluster's name."""
        return ((fact, one.name) for one in self.desk.register.clusters for fact in one.facts)

    def stated(self) -> set[Stated]:
        return {stated(fact, name) for fact, name in self.facts()}

    def holds(self, document: str, sentence: str) -> bool:
        """Whether a document holds a sentence now."""
        return any(
            one.id == document and sentence in self.texts[one.name] for one in self.desk.store.documents()
        )

    def held_once(self, document: str, sentence: str) -> bool:
        """Whether a document that is held has had a sentence in any version."""
        return any(
            one.id == document and sentence in self.ever[one.name] for one in self.desk.store.documents()
        )


def stated(fact: Fact, name: str) -> Stated:
    return fact.source.document.id, name, fact.attribute, fact.value, fact.until


@settings(max_examples=30)
@given(TEXTS, TEXTS, CHANGES, st.data())
def test_decisions_hold_whatever_becomes_of_the_documents(
    first: list[str], second: list[str], changes: list[tuple[str, str | None, object]], data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        store = Store(Path(folder) / "library.sqlite")
        library = Library(Desk(store, RegisterOf(store)))
        library.add("a", first)
        library.add("b", second)
        decided = _decide(library, data)
        for change in changes:
            library.change(*change)
            assert list(_wrong(library, decided)) == []
        store.close()


@dataclass(slots=True)
class Decided:
    """What was decided: by the statement, the document and the sentence that states it."""

    rejected: dict[Stated, str] = field(default_factory=dict)
    corrected: dict[Stated, str] = field(default_factory=dict)
    confirmed: dict[Stated, str] = field(default_factory=dict)


def _decide(library: Library, data: st.DataObject) -> Decided:
    """One decision on each of some facts."""
    decided = Decided()
    for fact, name in sorted(library.facts(), key=lambda pair: str(stated(*pair))):
        kind = data.draw(st.sampled_from(["", "rejected", "corrected", "confirmed"]))
        key, quote = stated(fact, name), fact.source.quote
        if kind == "rejected":
            library.desk.reject(name, fact)
            decided.rejected[key] = quote
        elif kind == "corrected" and fact.attribute == "place":
            library.desk.correct(name, fact, RIGHT)
            decided.corrected[key] = quote
        elif kind == "confirmed":
            library.desk.confirm(name, fact)
            decided.confirmed[key] = quote
    return decided


def _wrong(library: Library, decided: Decided) -> Iterator[tuple[str, object]]:
    """What the library says in spite of what was decided, or leaves out, and quotes that are none."""
    now = library.stated()
    yield from (("rejected", one) for one in now & decided.rejected.keys())
    yield from (("corrected", one) for one in now & decided.corrected.keys())
    for key, sentence in decided.corrected.items():
        right = (*key[:3], RIGHT, key[4])
        if library.holds(key[0], sentence):
            kept = right in now
        elif not library.held_once(key[0], sentence):
            kept = right not in now
        else:
            # An earlier version has it: it holds, but against what was checked since.
            kept = right in now or _checked(library, key[0])
        if not kept:
            yield "put right", right
    for key, sentence in decided.confirmed.items():
        if library.holds(key[0], sentence) and key not in now:
            yield "confirmed", key
    for fact, _ in library.facts():
        source = fact.source
        text = library.desk.store.versions.text(
            source.document.id, source.version or _present(library, source)
        )
        if text[slice(*source.span)] != source.quote:
            yield "quoted", source


def _present(library: Library, source: Source) -> int:
    return library.desk.store.document(source.document.id).version


def _checked(library: Library, document: str) -> bool:
    """Whether a document has a place that somebody confirmed."""
    return any(
        fact.source.document.id == document and fact.attribute == "place" and fact.review == "confirmed"
        for fact, _ in library.facts()
    )


@settings(max_examples=25)
@given(st.permutations(range(4)), st.permutations(range(4)), TEXTS, TEXTS)
def test_the_order_of_decisions_on_different_facts_does_not_matter(
    one: list[int], other: list[int], first: list[str], second: list[str]
) -> None:
    found = []
    for order in (one, other):
        with TemporaryDirectory() as folder:
            store = Store(Path(folder) / "library.sqlite")
            library = Library(Desk(store, RegisterOf(store)))
            library.add("a", first)
            library.add("b", second)
            facts = sorted(library.facts(), key=lambda pair: str(stated(*pair)))[:4]
            for at in (at for at in order if at < len(facts)):
                fact, name = facts[at]
                (library.desk.reject if at % 2 else library.desk.confirm)(name, fact)
            found.append([(stated(*pair), pair[0].review) for pair in library.facts()])
            store.close()
    assert found[0] == found[1]
