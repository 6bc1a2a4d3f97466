"""Documents that speak of clusters by names which only others tell are read again with these names.

Each document is first read alone. What it then calls clusters by for short is kept with it; of all these come
the names that the library knows, and each document is given those that it has and does not tell itself. So
what is read depends on the documents held, and on no order in which they came.
"""

import json
import logging
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

from documents.model import Document
from index import words
from index.database import Connection
from index.errors import BusyStoreError, FullDiskError, UnknownDocumentError, UnwritableStoreError
from index.extraction.extract import RECIPE
from index.extraction.given import Given
from index.extraction.model import Extract, Pairs
from index.register import forms
from index.register.likeness import are_apart
from index.register.names import read_name
from index.rows import generation_of
from index.store import Store

Extracts = Callable[[Document, Pairs], Extract]
Lemmas = tuple[str, ...]
# So many letters of a word stay in all its forms, or its lemma is known.
BEGINNING = 5

_log = logging.getLogger("klastrownik")


@dataclass(frozen=True, slots=True)
class Heard:
    """What a document tells of names: those that it calls clusters by, and those that it was `given`, each
    with a fuller one. `generation` is that at which it was read."""

    document: str
    generation: int
    told: Pairs
    given: Pairs


def acquaint(store: Store, extract: Extracts, put: Callable[[], object] = lambda: None) -> int:
    """How many documents were read again: those given other names than before. `put` is called before what
    was read of each is kept, which moves the library's generation by one.

    Raises: StoreError.
    """
    with store.database.reading() as connection:
        generation = generation_of(connection)
        done = connection.execute(DONE).fetchone()
        if done is not None and done["value"] == generation:
            return 0
        heard = {row[0]: _heard(row) for row in connection.execute(HEARD)}
        known = known_names(one.told for one in heard.values())
        before = dict(connection.execute("SELECT proper, fuller FROM proper_names").fetchall())
        since = done["value"] if done is not None else -1
        wanted = _given_others(connection, heard, known, before, since)
    read = sum(_read_again(store, one, given, extract, put) for one, given in wanted)
    with store.database.writing() as connection:
        now = generation_of(connection)
        # Whatever else came meanwhile is looked at the next time.
        connection.execute(SET_DONE, (now if now == generation + read else generation,))
        if known != before:
            connection.execute("DELETE FROM proper_names")
            connection.executemany("INSERT INTO proper_names VALUES (?, ?)", sorted(known.items()))
    return read


def acquaint_if_writable(store: Store, extract: Extracts, put: Callable[[], object] = lambda: None) -> int:
    """As `acquaint`; where the library cannot be written now, it stays as it was read, and is answered from.

    Raises: StoreError, if it is damaged.
    """
    try:
        return acquaint(store, extract, put)
    except (UnwritableStoreError, FullDiskError, BusyStoreError) as error:
        _log.warning("documents were not read with the names that others tell: %s", error)
        return 0


def known_names(told: Iterable[Pairs]) -> dict[str, str]:
    """The proper names that documents tell, each with the fuller name that has it and that most of them say;
    none that two different clusters have."""
    spelled: dict[Lemmas, set[str]] = defaultdict(set)
    fuller: dict[Lemmas, Counter[str]] = defaultdict(Counter)
    for pairs in told:
        for proper, full in pairs:
            spelled[_lemmas(proper)].add(proper)
            fuller[_lemmas(proper)][full] += 1
    return {
        min(spelled[key], key=lambda one: (one.isupper(), one)): min(
            names, key=lambda one: (not set(key) <= set(_lemmas(one)), -names[one], -len(one), one)
        )
        for key, names in fuller.items()
        if not any(are_apart(read_name(one), read_name(other)) for one, other in combinations(names, 2))
    }


def given_to(told: Pairs, text: str, known: Given, names: Mapping[str, str]) -> Pairs:
    """The names that a document with this text is given: those of the `known` ones that it has and that it
    does not tell itself, each with the fuller one of `names`."""
    own = {_lemmas(proper) for proper, _ in told}
    met = {one.name for line in text.splitlines() for one in known.met(line)}
    return tuple((name, names[name]) for name in sorted(met) if _lemmas(name) not in own)


@lru_cache(maxsize=100_000)
def _lemmas(name: str) -> Lemmas:
    return tuple(map(forms.lemma, words.tokenize(name)))


def _given_others(
    connection: Connection,
    heard: Mapping[str, Heard],
    known: dict[str, str],
    before: dict[str, str],
    since: int,
) -> list[tuple[Heard, Pairs]]:
    """The documents that are to be given other names than they were, with these."""
    moved = {name for name, _ in known.items() ^ before.items()}
    looked_at = {one.document for one in heard.values() if one.generation > since}
    looked_at |= {one.document for one in heard.values() if not moved.isdisjoint(dict(one.given))}
    for name in moved & known.keys():
        looked_at.update(document for document in _holding(connection, name) if document in heard)
    given = Given(known)
    found = []
    for document in sorted(looked_at):
        text = connection.execute("SELECT text FROM contents WHERE document = ?", (document,)).fetchone()[0]
        names = given_to(heard[document].told, text, given, known)
        if names != heard[document].given:
            found.append((heard[document], names))
    return found


def _holding(connection: Connection, name: str) -> Iterator[str]:
    """The documents that have all words of a name in one passage, in some form."""
    wanted = (
        f'({{lemmas title_lemmas}} : "{words.lemma(token)}" OR '
        f'{{surface title_surface}} : "{words.fold(token)[:BEGINNING]}" *)'
        for token in words.tokenize(name)
    )
    return (row[0] for row in connection.execute(HOLDING, (" AND ".join(wanted),)))


def _read_again(
    store: Store, heard: Heard, given: Pairs, extract: Extracts, put: Callable[[], object]
) -> bool:
    """Whether a document was read again with the names given."""
    try:
        held, source = store.document(heard.document), store.source(heard.document)
    except UnknownDocumentError:
        return False
    try:
        found = extract(source, given)
    except Exception as error:  # noqa: BLE001 - what was read of it alone stays
        _log.warning("facts were not read anew: %s", error)
        return False
    put()
    found = replace(found, recipe=RECIPE, told=heard.told, given=given)
    return store.facts.put(held, source, found)


def _heard(row: Iterable[object]) -> Heard:
    document, generation, told, given = row
    return Heard(str(document), int(str(generation)), _pairs(str(told)), _pairs(str(given)))


def _pairs(listed: str) -> Pairs:
    return tuple((proper, full) for proper, full in json.loads(listed))


DONE = "SELECT value FROM counters WHERE name = 'acquainted'"
SET_DONE = """
    INSERT INTO counters VALUES ('acquainted', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"""
HEARD = "SELECT document, generation, told, given FROM extracts"
HOLDING = """
    SELECT DISTINCT document FROM words JOIN passages ON passages.id = words.rowid WHERE words MATCH ?"""
