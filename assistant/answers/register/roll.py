"""Who takes part in something that the register knows nothing of: who signed it, joined it, came to it,
belongs to it, as one document lists them or one sentence names them."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from assistant.answers.draft import Material
from assistant.answers.register.phrasing import counted
from assistant.grounding import Citations, in_order
from assistant.model import Answer, Item, Statement
from assistant.question import Question
from assistant.request import Request
from assistant.wording import say
from documents.dates import month_names
from documents.model import Span
from index import words
from index.evidence import Bag, bag, match
from index.model import StoredPassage, StoredSentence
from index.query import Term
from index.register.model import Conditions, Named
from index.register.register import Register
from index.taxonomy import places_in

# Documents that are looked into, the nearest first, and sentences before a list that may say what it is of.
DOCUMENTS, BEFORE = 5, 3
# The share that what stands around a roll must hold of what is taken part in.
HELD = 0.6
FEWEST = 2
# "The European Glass Cluster Network" is no glass cluster.
PART_OF_NAME = re.compile(
    r"\s(?:Network|Association|Alliance|Forum|Partnership|Federation|Union|Platform|Council|Community)\b"
)
ACRONYM = re.compile(r"\b[A-ZŁŚŻĆ][A-ZŁŚŻĆ0-9&]{2,}\b")

Entry = tuple[StoredPassage, StoredSentence]


@dataclass(frozen=True, slots=True)
class Roll:
    """What says who takes part: the line that says so, and who, with the line that names each."""

    head: Entry
    context: tuple[str, ...]
    entries: tuple[tuple[str, Entry], ...]


def asks_for_roll(question: Question, register: Register) -> bool:
    """Whether a question asks who takes part in something, and that is no cluster of the register."""
    lemmas = _lemmas(question.text)
    who = question.several or question.asked in {"person", "number"}
    clusters = bool(lemmas & {"klaster", "cluster"}) or question.asked == "person"
    told = bool(lemmas & _listed("verbs", "nouns")) or bool(ACRONYM.search(question.text))
    if not (who and clusters and told):
        return False
    return not any(one.exact for one in _named(question.text, register))


def roll_answer(
    material: Material, register: Register, request: Request | None, *, today: date
) -> Answer | None:
    """All who take part as one document says it, of the countries asked for; None where none says it."""
    wanted = _wanted(material)
    if not wanted:
        return None
    documents = dict.fromkeys(one.hit.passage.document.id for one in material.candidates)
    scored: list[tuple[float, int, Roll]] = []
    for place, document in enumerate(list(documents)[:DOCUMENTS]):
        for roll in _rolls(material.passages_of(document), register):
            held = _held(wanted, [bag(text) for text in roll.context])
            if held >= HELD:
                scored.append((held, -place, roll))
    if not scored:
        return None
    best = max(scored, key=lambda one: one[:2])[2]
    return _answer(material.question, best, register, request, today)


def _wanted(material: Material) -> tuple[Term, ...]:
    """What is taken part in: the words of a question but those that ask, and those for the countries."""
    idle = _listed("verbs", "nouns", "idle")
    countries = [one.span for one in places_in(material.question.text) if one.kind == "country"]
    said = {words.fold(material.question.text[span.start : span.end]) for span in countries}
    return tuple(
        term
        for term in material.found.query.terms
        if words.fold(words.lemma(term.written)) not in idle
        and words.fold(term.written) not in said
        and words.fold(term.written) not in words.stop_words()
    )


def _held(wanted: Sequence[Term], bags: Sequence[Bag]) -> float:
    """The share of what is wanted that the texts hold; none where a name is missing."""
    total = held = 0.0
    for term in wanted:
        found = max(match(term, one) for one in bags)
        timed = term.written.isdigit() or words.fold(term.written) in _months()
        if not found and term.is_name and not timed:
            return 0.0
        total += term.weight
        held += term.weight * found
    return held / total if total else 0.0


def _rolls(passages: Sequence[StoredPassage], register: Register) -> Iterator[Roll]:
    flat = [(passage, one) for passage in passages for one in passage.sentences]
    below: dict[Span, list[Entry]] = {}
    for entry in flat:
        if entry[1].lead is not None:
            below.setdefault(entry[1].lead, []).append(entry)
    for at, (passage, sentence) in enumerate(flat):
        around = (*passage.heading_texts, passage.document.title)
        before = [one.text for _, one in flat[max(0, at - BEFORE) : at]]
        listed = _whole(below.get(sentence.span, []), below)
        heads = sentence.text if len(listed) >= FEWEST else ""
        if heads and (_takes_part(heads) or any(map(_takes_part, before[-1:]))):
            entries = tuple((name, one) for one in listed for name in _names(one[1].text, register)[:1])
            if len(entries) >= FEWEST:
                yield Roll((passage, sentence), (sentence.text, *before, *around), entries)
                continue
        if _takes_part(sentence.text):
            names = _names(sentence.text, register)
            if len(names) >= FEWEST:
                entries = tuple((name, (passage, sentence)) for name in names)
                yield Roll((passage, sentence), (sentence.text, *around), entries)


def _whole(entries: Sequence[Entry], below: Mapping[Span, Sequence[Entry]]) -> Sequence[Entry]:
    """The items under a line; of a table the rows below its heads."""
    if len(entries) == 1 and entries[0][1].span in below:
        return below[entries[0][1].span]
    return entries


def _names(text: str, register: Register) -> list[str]:
    """The ids of the clusters that a text names for sure, in its order, each once."""
    found = (one.clusters[0] for one in _named(text, register) if len(one.clusters) == 1 and one.exact)
    return list(dict.fromkeys(found))


def _named(text: str, register: Register) -> Iterator[Named]:
    """The clusters that a text names, none by the beginning of a network's name."""
    return (one for one in register.named(text) if PART_OF_NAME.match(text, one.span.end) is None)


def _takes_part(text: str) -> bool:
    return bool(_lemmas(text) & _listed("verbs", "nouns"))


def _answer(
    question: Question, roll: Roll, register: Register, request: Request | None, today: date
) -> Answer | None:
    language = question.language
    countries = request.conditions.countries if request is not None else frozenset()
    kept = {one.cluster.id for one in register.select(Conditions(countries=countries), today=today)}
    entries = [(id, entry) for id, entry in roll.entries if not countries or id in kept]
    if not entries:
        return None
    citations = Citations(language)
    head = citations.sentence(*roll.head)
    items = tuple(_item(register, id, citations.sentence(*entry)) for id, entry in entries)
    number = question.asked == "number"
    exact = counted("clusters", len(items), language) if number else ""
    return in_order(
        Answer(
            language,
            "count" if number else "list",
            (Statement((head,), exact=exact, quote=roll.head[1].text),),
            items,
            citations=citations.made(),
            notes=(
                say(
                    "listed" if len(items) == len(roll.entries) else "picked",
                    language,
                    count=len(items),
                    of=len(roll.entries),
                ),
            ),
            clusters=tuple(id for id, _ in entries),
        )
    )


def _item(register: Register, id: str, number: int) -> Item:
    cluster = register.cluster(id)
    return Item(cluster.name, (number,), aliases=cluster.aliases, cluster=id)


@cache
def _words() -> Mapping[str, list[str]]:
    return tomllib.loads(files("assistant").joinpath("data/taking_part.toml").read_text("utf-8"))


@cache
def _listed(*keys: str) -> frozenset[str]:
    return frozenset(word for key in keys for word in _words()[key])


@cache
def _months() -> frozenset[str]:
    return frozenset(map(words.fold, month_names()))


def _lemmas(text: str) -> frozenset[str]:
    return frozenset(words.fold(words.lemma(token)) for token in words.tokenize(text))
