"""Clusters made of what documents say of them: their names, their facts, where they are named."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256
from itertools import chain

from index import words
from index.register import forms
from index.register.decided import Decided, Shown
from index.register.groups import strong_names, weak_names
from index.register.identity import Joined, resolve
from index.register.likeness import english_head
from index.register.model import Cluster, Fact, Source
from index.register.names import ClusterName, Key, read_name
from index.register.subject import StoredSubject
from index.taxonomy import region_country

LONGEST_ID = 80
NOTHING = Decided()
# So may end what a sentence says of a name.
WHENCE = re.compile(r"\s(?:z|ze|from)\s\S+$")
# A name with another form of the word was cut out of a sentence.
NOMINATIVE = frozenset({"", "klaster", "cluster"})


def clusters_of(subjects: Iterable[StoredSubject], decided: Decided = NOTHING) -> tuple[Cluster, ...]:
    """All clusters, by the document that names each first, then in its order; as people decided of names."""
    # What no document says to be a cluster is none, whatever it is called.
    told = [one for one in resolve(subjects, decided.bonds) if any(subject.sure for subject in one.subjects)]
    given = _given(told, decided.shown)
    made = [
        _cluster(sorted(one.subjects, key=_in_library), one, given.get(at, ())) for at, one in enumerate(told)
    ]
    return tuple(one for _, one in sorted(made, key=lambda pair: pair[0]))


def _given(told: Sequence[Joined], shown: Iterable[Shown]) -> Mapping[int, list[Shown]]:
    """The names that people gave, by the place of the cluster: the first that has the first of their keys."""
    given: dict[int, list[Shown]] = defaultdict(list)
    places: dict[Key, int] = {}
    listed = tuple(shown)
    for at, joined in enumerate(told if listed else ()):
        places |= dict.fromkeys(joined.own, at)
    for one in listed:
        found = next((places[key] for key in one.keys if key in places), None)
        if found is not None:
            given[found].append(one)
    return given


def said_on(fact: Fact) -> date:
    """The day a fact was said; long ago, where neither it nor its document has a date."""
    return fact.said_on or fact.source.document.date or date.min


def _in_library(subject: StoredSubject) -> tuple[str, int]:
    return subject.mention.document.name, subject.id


def _cluster(
    subjects: Sequence[StoredSubject], joined: Joined, given: Sequence[Shown]
) -> tuple[tuple[str, int, str], Cluster]:
    """A cluster, and its place among others."""
    name, aliases = _names(subjects, joined)
    shown, *others = _with_given(name.text, aliases, given)
    told = {one.mention.document.id for one in subjects if one.sure}
    mentions: dict[str, Source] = {}
    for one in subjects:
        mentions.setdefault(one.mention.document.id, one.mention)
    facts = chain.from_iterable(one.facts for one in subjects)
    cluster = Cluster(
        id=id_of(name.text),
        name=shown,
        aliases=tuple(others),
        facts=tuple(sorted(facts, key=_newest_first)),
        mentions=tuple(mentions.values()),
        unsure=frozenset(mentions) - told,
    )
    return (*_in_library(subjects[0]), cluster.id), cluster


def _with_given(name: str, aliases: tuple[str, ...], given: Sequence[Shown]) -> list[str]:
    """The names of a cluster with those that people gave it: what it is shown as first."""
    first = [one.text for one in given if one.first]
    beside = [one.text for one in given if not one.first]
    # Of several that it was to be shown as the last that was decided.
    ordered: dict[str, str] = {}
    for one in (*first[-1:], name, *aliases, *beside):
        ordered.setdefault(words.fold(one), one)
    return list(ordered.values())


def is_outdated(fact: Fact) -> bool:
    """Whether its source is marked as out of date: then any other counts before it, whatever the dates,
    unless somebody has checked what it says."""
    return fact.source.document.outdated is not None and not fact.is_checked


def _newest_first(fact: Fact) -> tuple[bool, bool, int, str, int, str, str]:
    source = fact.source
    return (
        not fact.is_checked,
        is_outdated(fact),
        -said_on(fact).toordinal(),
        source.document.name,
        source.span.start,
        fact.attribute,
        fact.value,
    )


def id_of(name: str) -> str:
    """The id of a cluster called so: it depends on the name alone, whatever else the library holds."""
    readable = "-".join(read_name(name).key)
    if len(readable) <= LONGEST_ID:
        return readable
    return f"{readable[: LONGEST_ID - 9]}-{sha256(readable.encode()).hexdigest()[:8]}"


def _names(subjects: Sequence[StoredSubject], joined: Joined) -> tuple[ClusterName, tuple[str, ...]]:
    """The name that most documents call it by before others, a Polish one where the cluster is not abroad,
    and its other names, those in most use first."""
    called: dict[Key, set[str]] = defaultdict(set)
    written: dict[str, set[str]] = defaultdict(set)
    names: dict[str, ClusterName] = {}
    for subject in subjects:
        strong, weak = strong_names(subject), weak_names(subject)
        document = subject.mention.document.id
        # How it is called counts where it is said to be one: a list of names has no room for whole ones.
        called[(strong or weak)[0].key].update({document} if subject.sure else ())
        for name in (one for one in (*strong, *weak) if one.key in joined.keys):
            names[name.text] = name
            written[name.text].add(document)

    polish = not _is_abroad(subjects) and any(_polish(name) > 0 for name in names.values())

    def main(name: ClusterName) -> tuple[bool, bool, int, bool, int, int, int, int, bool, str]:
        weak = name.acronym or name.cluster not in NOMINATIVE or _is_title_of(name, names.values())
        uses = -len(called[name.key])
        # Of two writings of a name the one with its diacritics is how it is spelled.
        full = -len(name.words), -_accents(name)
        return (
            weak,
            polish and _polish(name) < 0,
            uses,
            bool(WHENCE.search(name.text)),
            -_polish(name),
            *full,
            *most(name),
        )

    def most(name: ClusterName) -> tuple[int, bool, str]:
        return -len(written[name.text]), name.text.isupper(), _longest(name)

    # No other cluster is called so: its id is its own.
    first = (name for name in names.values() if name.key in called or (polish and name.key in joined.own))
    best = min(first, key=main)
    seen = {words.fold(best.text)}
    aliases = []
    for name in sorted(names.values(), key=most):
        if words.fold(name.text) not in seen:
            seen.add(words.fold(name.text))
            aliases.append(name.text)
    return best, tuple(aliases)


def _is_title_of(name: ClusterName, others: Iterable[ClusterName]) -> bool:
    """Whether a name is a part of a Polish one that says that it is a cluster."""
    return not name.cluster and any(_polish(one) > 0 and set(name.key) < set(one.key) for one in others)


def _polish(name: ClusterName) -> int:
    """1 for a Polish name, -1 for an English one, by its word for a cluster, or for a network."""
    if name.cluster:
        return -1 if name.cluster == "cluster" else 1
    if english_head(name):
        return -1
    heads = (word.text.lower() for word in name.words if word.lemma in forms.heads())
    return int(any(words.readings(head) for head in heads))


def _is_abroad(subjects: Sequence[StoredSubject]) -> bool:
    """Whether documents say that a cluster is in another country, and none that it is in Poland."""
    facts = [fact for one in subjects for fact in one.facts]
    told = {fact.value for fact in facts if fact.attribute == "country"}
    told |= {region_country(fact.value) for fact in facts if fact.attribute == "region"}
    return bool(told) and "PL" not in told


def _accents(name: ClusterName) -> int:
    """How many of its letters have a diacritic."""
    return sum(one != other for one, other in zip(name.text.lower(), words.fold(name.text), strict=False))


def _longest(name: ClusterName) -> str:
    # Sorts longer texts first, those as long by the alphabet.
    return f"{1_000 - len(name.text):04}{name.text}"
