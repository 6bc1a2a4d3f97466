"""The one cluster that a question describes without naming it: "the glass cluster of Lower Silesia"."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from assistant.question import Question
from assistant.request import Request
from assistant.requests.describing import description
from assistant.requests.frames import which_cluster
from assistant.requests.parts import take_apart
from index import words
from index.query import translations
from index.register.model import Conditions
from index.register.register import Register
from index.taxonomy import places_in, sectors_in


def of_the_one_described(question: Question, register: Register, *, today: date) -> Request | None:
    """What is asked of the only cluster that all words beside "cluster" fit; None where there are none, or
    several fit, or it is asked which cluster it is."""
    parts = take_apart(question, register, today)
    said = description(parts.tokens)
    if parts.named or not said or parts.has("own", "seeks", "why") or which_cluster(parts.tokens) is not None:
        return None
    found = _fitting(said, register, today)
    if len(found) != 1:
        return None
    told = set(words.tokenize(said))
    return Request(
        "attribute",
        clusters=tuple(found),
        attributes=parts.wish.attributes,
        unread=tuple(one for one in parts.unread() if one not in told),
        role=parts.wish.role,
        aspect=parts.wish.aspect,
    )


def _fitting(said: str, register: Register, today: date) -> frozenset[str]:
    """The ids of the clusters that each word fits: by their names, what they do, where they are."""
    at_places, rest = _at_places(said, register, today)
    fitting = at_places
    for token in words.tokenize(rest):
        lemma = words.lemma(token)
        if words.fold(token) in words.stop_words():
            continue
        meant = (lemma, words.fold(token), *translations().get(words.fold(lemma), ()))
        named = frozenset(id for one in meant for id in _by_name_words(register).get(words.fold(one), ()))
        sectors = frozenset(one.key for one in sectors_in(token, named=True))
        doing = register.select(Conditions(sectors=sectors), today=today) if sectors else ()
        found = named | {one.cluster.id for one in doing}
        fitting = found if fitting is None else fitting & found
    return fitting or frozenset()


def _at_places(said: str, register: Register, today: date) -> tuple[frozenset[str] | None, str]:
    """The ids of the clusters that are where words say, None where they say no place; and the other words."""
    found = places_in(f"z {said}", lenient=True)
    fitting: frozenset[str] | None = None
    rest = f"z {said}"
    for place in found:
        rest = rest.replace(f"z {said}"[place.span.start : place.span.end], " ")
        conditions = Conditions(
            regions=frozenset({place.key} if place.kind == "region" else ()),
            countries=frozenset({place.country} if place.kind == "country" else ()),
            towns=frozenset({place.key} if place.kind == "town" else ()),
        )
        there = frozenset(one.cluster.id for one in register.select(conditions, today=today))
        fitting = there if fitting is None else fitting & there
    return fitting, rest


@lru_cache(maxsize=2)
def _by_name_words(register: Register) -> Mapping[str, frozenset[str]]:
    """The ids of clusters by the lemmas of their names. Kept, as a register never changes."""
    table: dict[str, set[str]] = defaultdict(set)
    for cluster in register.clusters:
        for token in {token for name in cluster.names for token in words.tokenize(name)}:
            table[words.fold(words.lemma(token))].add(cluster.id)
    return {lemma: frozenset(ids) for lemma, ids in table.items()}
