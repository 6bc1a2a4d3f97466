"""Clusters made of what documents say of them: their names, their facts, where they are named."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from hashlib import sha256
from itertools import chain

from index import words
from index.register.identity import resolve, strong_names, weak_names
from index.register.model import Cluster, Fact, Source
from index.register.names import ClusterName, Key
from index.register.subject import StoredSubject

LONGEST_ID = 80
# So may end what a sentence says of a name.
WHENCE = re.compile(r"\s(?:z|ze|from)\s\S+$")
# A name with another form of the word was cut out of a sentence.
NOMINATIVE = frozenset({"", "klaster", "cluster"})


def clusters_of(subjects: Iterable[StoredSubject]) -> tuple[Cluster, ...]:
    """All clusters, by the document that names each first, then in its order."""
    # What no document says to be a cluster is none, whatever it is called.
    told = (one for one in resolve(subjects) if any(subject.sure for subject in one.subjects))
    made = [_cluster(sorted(one.subjects, key=_in_library), one.keys) for one in told]
    return tuple(one for _, one in sorted(made, key=lambda pair: pair[0]))


def said_on(fact: Fact) -> date:
    """The day a fact was said; long ago, where neither it nor its document has a date."""
    return fact.said_on or fact.source.document.date or date.min


def _in_library(subject: StoredSubject) -> tuple[str, int]:
    return subject.mention.document.name, subject.id


def _cluster(
    subjects: Sequence[StoredSubject], keys: Collection[Key]
) -> tuple[tuple[str, int, str], Cluster]:
    """A cluster, and its place among others."""
    name, aliases = _names(subjects, keys)
    mentions: dict[str, Source] = {}
    for one in subjects:
        mentions.setdefault(one.mention.document.id, one.mention)
    facts = chain.from_iterable(one.facts for one in subjects)
    cluster = Cluster(
        id=_id(name.key),
        name=name.text,
        aliases=aliases,
        facts=tuple(sorted(facts, key=_newest_first)),
        mentions=tuple(mentions.values()),
    )
    return (*_in_library(subjects[0]), cluster.id), cluster


def _newest_first(fact: Fact) -> tuple[int, str, int, str, str]:
    source = fact.source
    return -said_on(fact).toordinal(), source.document.name, source.span.start, fact.attribute, fact.value


def _id(key: Key) -> str:
    """An id that depends on the name alone, whatever else the library holds."""
    readable = "-".join(key)
    if len(readable) <= LONGEST_ID:
        return readable
    return f"{readable[: LONGEST_ID - 9]}-{sha256(readable.encode()).hexdigest()[:8]}"


def _names(subjects: Sequence[StoredSubject], keys: Collection[Key]) -> tuple[ClusterName, tuple[str, ...]]:
    """The name that most documents call it by before others, and its other names, those in most use first."""
    called: dict[Key, set[str]] = defaultdict(set)
    written: dict[str, set[str]] = defaultdict(set)
    names: dict[str, ClusterName] = {}
    for subject in subjects:
        strong, weak = strong_names(subject), weak_names(subject)
        document = subject.mention.document.id
        called[(strong or weak)[0].key].add(document)
        for name in (one for one in (*strong, *weak) if one.key in keys):
            names[name.text] = name
            written[name.text].add(document)

    def main(name: ClusterName) -> tuple[bool, int, bool, int, int, int, int, str]:
        weak = name.acronym or name.cluster not in NOMINATIVE
        uses = -len(called[name.key])
        # Of two writings of a name the one with its diacritics is how it is spelled.
        full = -len(name.words), -_accents(name)
        return weak, uses, bool(WHENCE.search(name.text)), -_polish(name), *full, *most(name)

    def most(name: ClusterName) -> tuple[int, str]:
        return -len(written[name.text]), _longest(name)

    # No other cluster is called by a name that documents call this one by first: its id is its own.
    best = min((name for name in names.values() if name.key in called), key=main)
    seen = {words.fold(best.text)}
    aliases = []
    for name in sorted(names.values(), key=most):
        if words.fold(name.text) not in seen:
            seen.add(words.fold(name.text))
            aliases.append(name.text)
    return best, tuple(aliases)


def _polish(name: ClusterName) -> int:
    """1 for a Polish name, -1 for an English one, by its word for a cluster."""
    if not name.cluster:
        return 0
    return -1 if name.cluster == "cluster" else 1


def _accents(name: ClusterName) -> int:
    """How many of its letters have a diacritic."""
    return sum(one != other for one, other in zip(name.text.lower(), words.fold(name.text), strict=False))


def _longest(name: ClusterName) -> str:
    # Sorts longer texts first, those as long by the alphabet.
    return f"{1_000 - len(name.text):04}{name.text}"
