"""Words of names, so that a word meets itself in every form: the lemmas it may have, and the one it goes
by."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain
from typing import Any

import simplemma
from rapidfuzz.distance import OSA

from index import words

CLUSTER = "klaster"
# Files whose every phrase says where a cluster is or what it works in, and so tells it from no other.
TAXONOMIES = ("regions.toml", "countries.toml", "sectors.toml")
# Adjectives end so, whether they have their diacritics or not.
ADJECTIVAL = re.compile(
    r"(?:(?P<of_place>sk|ck)|ow|czn|ln|rn|wn|jn)(?P<ending>i|y|a|ie|e|iego|ego|iemu|emu|im|ym|iej|ej)$"
)
# How sectors.toml writes that all words which begin so are meant.
STEM = re.compile(r"(\w+)\*")


@lru_cache(maxsize=100_000)
def lemmas(word: str) -> frozenset[str]:
    """The folded lemmas that a word may have in either language; of one that no dictionary knows, itself
    without its case ending."""
    written = words.readings(word)
    # A form that is unknown with its capital is unknown without, and looking up is what costs.
    known = {words.fold(one.lemma) for one in (*written, *(words.readings(word.lower()) if written else ()))}
    if simplemma.is_known(word.lower(), lang="en"):
        known.add(words.fold(words.english_lemma(word.lower())))
    folded = words.fold(word)
    return frozenset(known or _restored(word, folded) or {words.stem(word), *_halves(word.lower())})


def _restored(word: str, folded: str) -> tuple[str, ...]:
    """The lemma of an adjective that lost its diacritics, as in a text typed without: "Zaglebiowski". Of
    other words, mostly names, too many might be meant, and to look for them is dear."""
    match = ADJECTIVAL.search(folded) if word.isascii() else None
    if match is None:
        return ()
    lemma = f"{folded[: match.start('ending')]}{'i' if match['of_place'] else 'y'}"
    return (lemma,) if match["of_place"] or lemma in _adjectives() else ()


@cache
def _adjectives() -> frozenset[str]:
    """The adjectives that say where clusters are and what they work in, folded."""
    phrases = chain(_taxonomies(), lines_of("translations.tsv"), lines_of("name_words.tsv"))
    listed = (token for phrase in phrases for token in words.tokenize(phrase) if not token.isascii())
    return frozenset(words.fold(one) for one in listed if ADJECTIVAL.search(words.fold(one)))


@lru_cache(maxsize=20_000)
def meanings(word: str) -> frozenset[str]:
    """Its lemmas, and for one typed without diacritics those of the words it may be. Dear: for questions
    only."""
    if not word.isascii() or words.is_known(word):
        return lemmas(word)
    return lemmas(word) | frozenset(words.restored_lemmas(words.fold(word)))


def _halves(word: str) -> set[str]:
    """The adjective of which a word is the first half of a compound: "logistyczno" → "logistyczny"."""
    if not word.endswith("o"):
        return set()
    read = (one for ending in "yi" for one in words.readings(word[:-1] + ending))
    return {words.fold(one.lemma) for one in read if one.part == "adj"}


@lru_cache(maxsize=100_000)
def lemma(word: str) -> str:
    """The lemma that a word in a name goes by: that of an adjective, else its own form where that is one, as
    in the nominative, else the shortest."""
    folded = words.fold(word)
    small = words.readings(word.lower()) if words.readings(word) else ()
    adjectives = {words.fold(one.lemma) for one in small if one.part == "adj"} or _halves(word.lower())
    if adjectives:
        return folded if folded in adjectives else min(adjectives, key=_order)
    found = lemmas(word)
    return folded if folded in found else min(found, key=_order)


def _order(one: str) -> tuple[int, str]:
    return len(one), one


@lru_cache(maxsize=10_000)
def is_cluster(word: str) -> bool:
    """Whether it is the word "klaster" or "cluster", in whatever form."""
    folded = words.fold(word)
    # Asked of every word of every name: most are none by their first letters.
    return folded in {"cluster", "clusters"} or (folded.startswith("klast") and CLUSTER in lemmas(word))


@lru_cache(maxsize=10_000)
def is_cluster_mistyped(word: str) -> bool:
    """Whether it is the word for a cluster in the singular but for a slip of the finger: "Klatser"."""
    folded = words.fold(word)
    if folded[:1] not in {"k", "c"} or words.is_known(word):
        return False
    return any(OSA.distance(folded, one, score_cutoff=1) <= 1 for one in _listed("cluster"))


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
def heads() -> frozenset[str]:
    """Lemmas of words for a network, which head many names: "Dolina", "Valley"."""
    return frozenset(map(lemma, _lexicon()["heads"]))


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


def is_matter(word: str) -> bool:
    """Whether a word says by itself what clusters work in, or where they are."""
    return lemma(word) in _matters() or words.fold(word).startswith(_generic_stems())


@cache
def _matters() -> frozenset[str]:
    alone = (phrase for phrase in _taxonomies() if " " not in phrase)
    told = frozenset(lemma(token) for phrase in alone for token in words.tokenize(phrase))
    return told | places() | heads()


@cache
def _generic_stems() -> tuple[str, ...]:
    return tuple({words.fold(stem) for phrase in _taxonomies() for stem in STEM.findall(phrase)})


@cache
def places() -> frozenset[str]:
    """Lemmas of words in names of towns, regions, countries and lands."""
    tables = chain(_texts(_taxonomy("regions.toml")), _texts(_taxonomy("countries.toml")))
    phrases = chain(tables, _towns(), _lexicon()["lands"])
    return frozenset(lemma(token) for phrase in phrases for token in words.tokenize(phrase))


def _taxonomies() -> Iterator[str]:
    phrases = chain.from_iterable(_texts(_taxonomy(name)) for name in TAXONOMIES)
    # Those that hold in one form or with a capital only are common words otherwise.
    return (one for one in phrases if not one.startswith(("=", "!")))


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
    """How much a word tells one name from others: 2 a name no dictionary knows, 1 a word, 0 one many
    share."""
    # "Gospodarki" with a capital is read as a surname's form, too.
    shared = lemma(word) in generic() or lemma(word.lower()) in generic()
    if shared or word.isdigit() or len(word) < 2:
        return 0
    if not words.is_known(word):
        return 2
    return 0 if words.fold(word).startswith(_generic_stems()) else 1
