"""What two documents may say alike of one cluster, so that its names in them can be told to be one
cluster's."""

from collections.abc import Iterator
from itertools import product

from index import words
from index.register.model import Fact
from index.register.subject import StoredSubject

NAMED = frozenset({"coordinator", "representative", "person"})
WRITTEN = frozenset({"email", "website", "phone"})


def evidence_of(subject: StoredSubject) -> set[tuple[str, ...]]:
    """The facts of which one is enough: who coordinates or represents it, a person, an e-mail address, a
    website, a telephone number; or its town, sector and year together."""
    return {*filter(None, map(_alone, subject.facts)), *_together(subject)}


def _alone(fact: Fact) -> tuple[str, ...] | None:
    if fact.attribute in NAMED:
        # A body is said to coordinate by one document, to represent by another.
        return ("named", *value_key(fact.value))
    if fact.attribute in WRITTEN:
        return fact.attribute, plain(fact.value)
    return None


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
