"""What two documents may say alike of one cluster, so that its names in them can be told to be one
cluster's."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, product

from index import words
from index.gazetteer import lexicon
from index.register.model import Fact
from index.register.subject import StoredSubject

NAMED = frozenset({"coordinator", "representative", "person"})
WRITTEN = frozenset({"email", "website", "phone"})
BRACKET = re.compile(r"[()]")


def evidence_of(subject: StoredSubject) -> set[tuple[str, ...]]:
    """The facts of which one is enough: who coordinates or represents it, a person, an e-mail address, a
    website, a telephone number; or its town, sector and year together."""
    return {*chain.from_iterable(map(_alone, subject.facts)), *_together(subject)}


def _alone(fact: Fact) -> Iterator[tuple[str, ...]]:
    if fact.attribute in NAMED:
        # A body is said to coordinate by one document, to represent by another; in brackets it has
        # another name.
        for name in BRACKET.split(fact.value):
            if key := tuple(one for one in value_key(name) if one not in legal_words()):
                yield ("named", *key)
    if fact.attribute in WRITTEN:
        yield fact.attribute, plain(fact.value)


@cache
def legal_words() -> frozenset[str]:
    """The words of legal forms, which one document writes of a firm and another leaves out."""
    phrases = chain.from_iterable(lexicon("legal_forms.toml").values())
    return frozenset(word for phrase in phrases for word in value_key(phrase))


def _together(subject: StoredSubject) -> Iterator[tuple[str, ...]]:
    towns = {words.fold(one.value) for one in subject.facts if one.attribute == "place"}
    sectors = {one.value for one in subject.facts if one.attribute == "sector"}
    years = {one.value[:4] for one in subject.facts if one.attribute == "founded"}
    for town, sector, year in product(towns, sectors, years):
        yield "together", town, sector, year


def value_key(name: str) -> tuple[str, ...]:
    """The folded words of a name of an organisation or a person, sorted."""
    return tuple(sorted(words.tokenize(words.fold(name))))


def plain(value: str) -> str:
    """An address or a number without what is written now so, now so."""
    folded = (
        words.fold(value).removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    )
    digits = "".join(filter(str.isdigit, folded))
    return digits[-9:] if len(digits) >= 7 and not any(map(str.isalpha, folded)) else folded
