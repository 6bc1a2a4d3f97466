"""Clusters of other documents that a document speaks of by their proper names, taken in among its own."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from documents.model import Span
from index.extraction.given import Given
from index.extraction.linking import Gathered
from index.extraction.model import Name
from index.extraction.naming import names_in
from index.extraction.own_names import is_host
from index.register.names import read_name
from index.register.translation import concepts

# What stands between a cluster's name and another of it.
BESIDE = re.compile(r"[”\"»)]?\s*[–—-]?\s*[(„“\"«]?")


@dataclass(frozen=True, slots=True)
class Lent:
    """What is taken in: `given` finds the names again, `subjects` has those whose names they are, but for the
    document's own, `short` the names as they stand there, `fuller` those that only other documents have."""

    given: Given = field(default_factory=Given)
    subjects: frozenset[int] = frozenset()
    short: frozenset[Name] = frozenset()
    fuller: frozenset[Name] = frozenset()


def lend(
    cast: Gathered,
    texts: Sequence[tuple[str, Span, int]],
    given: Mapping[str, str],
    hosts: frozenset[str],
) -> Lent:
    """Take in the names, each given with a fuller one, by which a document speaks of clusters that has these
    texts and addresses at these hosts. One that stands beside the name of a cluster is that cluster's, and so
    is one that the addresses have, where the fuller name says what that of the only cluster does."""
    known = Given(Given(given).spoken_of(text for text, _, _ in texts))
    subjects: set[int] = set()
    short: set[Name] = set()
    fuller: set[Name] = set()
    for text, span, passage in texts if known.names else ():
        own = [mention for mention in names_in(text) if not mention.generic]
        for one in known.met(text):
            place = Span(span.start + one.span.start, span.start + one.span.end)
            whole = next((m for m in own if _are_one(text, m.span, one.span)), None)
            of = cast.held(whole.name) if whole is not None else cast.held(one.name)
            if whole is not None and of is None:
                continue
            itself = cast.sure - subjects
            if len(itself) == 1 and is_host(one.name, hosts) and _say_the_same(cast, itself, given[one.name]):
                of = min(itself)
            if of is not None and of in itself:
                cast.add(one.name, place, passage, of=of, kind="short")
                continue
            full = given[one.name]
            kind = "full" if full == one.name else "short"
            subject = cast.add(one.name, place, passage, kind=kind)
            if subject is None:
                continue
            subjects.add(subject)
            short.add(Name(one.name, place, kind))
            if full != one.name:
                cast.add(full, place, passage, of=subject)
                fuller.add(Name(full, place))
    return Lent(known, frozenset(subjects), frozenset(short), frozenset(fuller))


def _are_one(text: str, name: Span, proper: Span) -> bool:
    """Whether a proper name is a part of a cluster's name, or stands right beside it."""
    before, after = sorted((name, proper), key=lambda one: one.start)
    return before.end > after.start or BESIDE.fullmatch(text, before.end, after.start) is not None


def _say_the_same(cast: Gathered, subjects: Collection[int], fuller: str) -> bool:
    """Whether names of subjects and a fuller one have something in common that they say of a cluster."""
    said = {one for subject in subjects for name in cast.names[subject] for one in _concepts(name.text)}
    return not said.isdisjoint(_concepts(fuller))


def _concepts(name: str) -> tuple[str, ...]:
    return concepts(read_name(name).said)
