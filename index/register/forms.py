"""Words of names, so that a word meets itself in every form: the lemmas it may have, and the one it goes by."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain
from typing import Any

import simplemma

from index import words

CLUSTER = "klaster"
# Files whose every phrase says where a cluster is or what it works in, and so tells it from no other.
TAXONOMIES = ("regions.toml", "countries.toml", "sectors.toml")
# How sectors.toml writes that all words which begin so are meant.
STEM = re.compile(r"(\w+)\*")


@lru_cache(maxsize=100_000)
def lemmas(word: str) -> frozenset[str]:
    """The folded lemmas that a word may have in either language; for one that no dictionary knows, itself
    without its case ending, and the lemmas of words it looks like once their diacritics are gone."""
    known = {words.fold(one.lemma) for form in {word, word.lower()} for one in words.readings(form)}
    if simplemma.is_known(word.lower(), lang="en"):
        known.add(words.fold(words.english_lemma(word.lower())))
    if known:
        return frozenset(known)
    folded = words.fold(word)
    return frozenset({words.without_ending(folded), *_joined(folded), *words.restored_lemmas(folded)})


def _joined(folded: str) -> set[str]:
    """The adjective whose first half of a compound a word is: "logistyczno" → "logistyczny"."""
    if not folded.endswith("o"):
        return set()
    adjectives = (folded[:-1] + ending for ending in "yi")
    read = (
        one
        for form in adjectives
        for word in (form, *words.restored_lemmas(form))
        for one in words.readings(word)
    )
    return {words.fold(one.lemma) for one in read if one.part == "adj"}


@lru_cache(maxsize=100_000)
def lemma(word: str) -> str:
    """The lemma that a word in a name goes by: that of an adjective, else its own form where that is one, as in
    the nominative, else the shortest."""
    folded = words.fold(word)
    small = words.readings(word.lower())
    adjectives = {words.fold(one.lemma) for one in small if one.part == "adj"}
    if adjectives:
        return folded if folded in adjectives else min(adjectives, key=_order)
    found = lemmas(word)
    if not words.is_known(word):
        # "Obrobki" was typed for a word; "Minatech" stands for itself.
        restored = found - {words.without_ending(folded)}
        return min(restored, key=_order) if restored else words.without_ending(folded)
    return folded if folded in found else min(found, key=_order, default=folded)


def _order(one: str) -> tuple[int, str]:
    return len(one), one


@lru_cache(maxsize=10_000)
def is_cluster(word: str) -> bool:
    """Whether it is the word "klaster" or "cluster", in whatever form."""
    return words.fold(word) in {"cluster", "clusters"} or CLUSTER in lemmas(word)


@lru_cache(maxsize=10_000)
def is_plural(word: str) -> bool:
    """Whether a form of "klaster" or "cluster" speaks of several."""
    tags = [one.tag for one in words.readings(word.lower()) if words.fold(one.lemma) == CLUSTER]
    return not any(":sg:" in tag for tag in tags) if tags else words.fold(word).endswith("s")


@lru_cache(maxsize=10_000)
def is_small(word: str) -> bool:
    return words.fold(word) in _listed("small")


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(chain.from_iterable(map(words.tokenize, map(words.fold, _lexicon()[name]))))


@cache
def _lexicon() -> dict[str, list[str]]:
    return tomllib.loads(files("index").joinpath("data/register_words.toml").read_text("utf-8"))


@cache
def no_names() -> frozenset[tuple[str, ...]]:
    """Keys of what no cluster is called."""
    return frozenset(tuple(sorted(map(lemma, words.tokenize(one)))) for one in _lexicon()["no_names"])


@cache
def opposing() -> frozenset[str]:
    """Lemmas of words that set like names apart."""
    return frozenset(map(lemma, _lexicon()["opposing"]))


@cache
def generic() -> frozenset[str]:
    """Lemmas that many names share: what a cluster works in, where it is, what kind it is of."""
    listed = chain(lines_of("translations.tsv"), lines_of("synonyms.tsv"), _lexicon()["generic"])
    phrases = chain(listed, _taxonomies(), _towns())
    return frozenset(
        one
        for phrase in phrases
        for token in words.tokenize(phrase)
        for one in (*lemmas(token), lemma(token))
    )


@cache
def _generic_stems() -> tuple[str, ...]:
    return tuple({words.fold(stem) for phrase in _taxonomies() for stem in STEM.findall(phrase)})


@cache
def places() -> frozenset[str]:
    """Lemmas of words in names of towns, regions and countries."""
    phrases = chain(_texts(_taxonomy("regions.toml")), _texts(_taxonomy("countries.toml")), _towns())
    return frozenset(lemma(token) for phrase in phrases for token in words.tokenize(phrase))


def _taxonomies() -> Iterator[str]:
    return chain.from_iterable(_texts(_taxonomy(name)) for name in TAXONOMIES)


def _taxonomy(name: str) -> dict[str, Any]:
    return tomllib.loads(files("index").joinpath("data", name).read_text("utf-8"))


def _texts(value: object) -> Iterator[str]:
    """Every text in a table."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def _towns() -> Iterator[str]:
    """Names of towns and their adjectives, but those of several words: "Góra" alone is no town's."""
    for line in lines_of("towns.tsv"):
        name, _, _, _, others = (line + "\t").split("\t")[:5]
        yield from (one for one in (name, *others.split("|")) if " " not in one)


def lines_of(name: str) -> Iterator[str]:
    """The lines of a table of the package, without comments."""
    text = files("index").joinpath("data", name).read_text("utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


@lru_cache(maxsize=100_000)
def weight(word: str) -> int:
    """How much a word tells one name from others: 2 a name no dictionary knows, 1 a word, 0 one many share."""
    if lemma(word) in generic() or word.isdigit() or len(word) < 2:
        return 0
    if not words.is_known(word):
        return 2
    return 0 if words.fold(word).startswith(_generic_stems()) else 1
