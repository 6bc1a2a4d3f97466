"""Which facts a text asks by: a person, a body, an address or a number that it names."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from index import words
from index.register import forms
from index.register.evidence import legal_words, plain
from index.register.model import Attribute, Cluster, Fact
from index.register.windows import Token, apart, tokens_of, windows

WRITTEN: frozenset[Attribute] = frozenset({"email", "website", "phone"})
NAMED: frozenset[Attribute] = frozenset(
    {"coordinator", "representative", "person", "partner", "project", "address"}
)
# Ways to reach somebody, whose qualifier is a person.
REACHING: frozenset[Attribute] = frozenset({"email", "phone"})
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)?[\w-]+(?:\.[\w-]+)+(?:/[\w./-]*)?")
NUMBER = re.compile(r"\+?\(?\d(?:[\d ()/-]{5,})\d")
# A part of a name that so many values have stands for none of them.
MOST_MEANT = 6
# Words before and after which a name is cut: of a longer one its ends are said.
LONGEST = 14

Holder = tuple[int, Fact]


@dataclass(frozen=True, slots=True)
class _Value:
    """A value, and the facts that hold it, each with the place of its cluster."""

    holders: list[Holder]


class Holdings:
    """Facts by what they say, of all clusters."""

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        self._written: dict[str, list[Holder]] = defaultdict(list)
        self._values: dict[str, _Value] = {}
        self._keys: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
        self._parts: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
        for at, cluster in enumerate(clusters):
            for fact in cluster.facts:
                if fact.attribute in WRITTEN:
                    self._written[plain(fact.value)].append((at, fact))
                if fact.attribute in NAMED:
                    self._enter(fact, at, fact.value)
                elif fact.attribute in REACHING and fact.qualifier:
                    self._enter(fact, at, fact.qualifier)
        self._known = {word for key in (*self._keys, *self._parts) for word in key}

    def _enter(self, fact: Fact, at: int, name: str) -> None:
        value = words.fold(name)
        if value in self._values:
            self._values[value].holders.append((at, fact))
            return
        self._values[value] = _Value([(at, fact)])
        said = [
            word for word in words.tokenize(name) if not forms.is_small(word) and not forms.is_cluster(word)
        ]
        lemmas = [forms.lemma(word) for word in said]
        # A company goes by its name without the legal form too.
        called = [
            one for word, one in zip(said, lemmas, strict=True) if words.fold(word) not in legal_words()
        ]
        for key in (lemmas, called):
            if key:
                self._keys[tuple(sorted(key))][value] = None
        for first, last in _parts(said, person=fact.attribute in {"person", *REACHING}):
            self._parts[tuple(sorted(lemmas[first:last]))][value] = None

    def find(self, text: str, attributes: Collection[Attribute]) -> tuple[Holder, ...]:
        """The facts whose value a text names, in the order of clusters; those it names in full before those
        it names in part."""
        wanted = frozenset(attributes)
        found = [*self._by_writing(text), *self._by_name(text)]
        listed = dict.fromkeys((at, fact) for at, fact in found if fact.attribute in wanted)
        return tuple(sorted(listed, key=lambda one: one[0]))

    def _by_writing(self, text: str) -> Iterator[Holder]:
        for pattern in (ADDRESS, NUMBER):
            for match in pattern.finditer(text):
                yield from self._written.get(plain(match.group()), ())

    def _by_name(self, text: str) -> Iterator[Holder]:
        tokens = tokens_of(text)
        found = []
        for window in windows(tokens, self._meanings, LONGEST):
            values = self._meant(key for key in window.keys)
            if values and (len(window.content) > 1 or self._tells(tokens[window.first])):
                found.append((window, values))
        for at in sorted(apart(found)):
            for value in found[at][1]:
                yield from self._values[value].holders

    def _meant(self, keys: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
        listed = list(keys)
        whole = dict.fromkeys(value for key in listed for value in self._keys.get(key, ()))
        if whole:
            return tuple(whole)
        parts = dict.fromkeys(value for key in listed for value in self._parts.get(key, ()))
        return tuple(parts) if len(parts) <= MOST_MEANT else ()

    def _meanings(self, token: Token) -> list[str]:
        # Of long names not all readings are tried: first come those that names go by.
        own = forms.lemma(token.text)
        others = sorted({*forms.meanings(token.text), words.fold(token.text)} - {own})
        return [one for one in (own, *others) if one in self._known]

    def _tells(self, token: Token) -> bool:
        return token.capital or forms.weight(token.text) == 2


def _parts(said: Sequence[str], *, person: bool) -> Iterator[tuple[int, int]]:
    """The parts of a name that may stand for it: a surname; words of a body's name one of which tells it from
    others."""
    if person:
        yield len(said) - 1, len(said)
        return
    weights = [forms.weight(word) for word in said]
    for first in range(len(said)):
        for last in range(first + 1, min(len(said), first + LONGEST) + 1):
            heaviest = max(weights[first:last])
            if last - first < len(said) and (heaviest == 2 or (last - first > 1 and heaviest == 1)):
                yield first, last
