"""Words of names as concepts that two languages share: "infrastruktura" and "infrastructure" are one."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain

from index import taxonomy, words
from index.register import forms

TABLES = ("name_words.tsv", "translations.tsv")

# What translates each other: on each side words or phrases, a phrase being several words.
Entries = Sequence[Sequence[str]]


@lru_cache(maxsize=100_000)
def concepts(said: tuple[str, ...]) -> tuple[str, ...]:
    """What the words of a name stand for, sorted: equal for names that translate each other word by word."""
    left, found = [concept_of(one) for one in said], []
    for word in dict.fromkeys(left):
        for phrase, meant in _phrases().get(word, ()):
            if phrase.issubset(left):
                left = [one for one in left if one not in phrase]
                found.append(meant)
    return tuple(sorted([*found, *left]))


def concept(lemma: str) -> str:
    """What a lemma stands for: one word for all that translate each other."""
    return _words().get(lemma, lemma)


@lru_cache(maxsize=20_000)
def concept_of(word: str) -> str:
    """What a word in a name stands for. "Gier" may be of another word than "gra": that which the tables know
    is meant."""
    first, found = forms.lemma(word), sorted(forms.lemmas(word))
    known = (concept(one) for one in (first, *found) if one in _words())
    # "Wisłoki" may be of "Wisłok" as of "Wisłoka": whichever it is, it meets itself.
    return next(known, min(found, key=lambda one: (len(one), one)))


def is_translated(meant: str) -> bool:
    """Whether the tables know what a concept is called in the other language."""
    return meant in _meanings()


def words_of_phrases(meant: Collection[str]) -> frozenset[str]:
    """The concepts of which several together are one of these: "lower" and "silesian" of "dolnośląski"."""
    listed = (pair for found in _phrases().values() for pair in found)
    return frozenset(one for phrase, whole in listed if whole in meant for one in phrase)


@cache
def _meanings() -> frozenset[str]:
    return frozenset(_words().values())


@cache
def _words() -> Mapping[str, str]:
    """Concepts by the lemmas that stand for them.

    A word on several lines keeps the first: joining lines through it would make one concept of half the
    table.
    """
    found: dict[str, str] = {}
    for entries in _entries():
        single = [one for entry in entries if len(entry) == 1 for one in _lemmas(entry[0])]
        meant = _meant(entries, found)
        for one in single:
            found.setdefault(one, meant)
    return found


@cache
def _phrases() -> Mapping[str, Sequence[tuple[frozenset[str], str]]]:
    """Several concepts that are one together, under each of them, the longest first."""
    found: dict[str, list[tuple[frozenset[str], str]]] = {}
    for entries in _entries():
        for entry in entries:
            phrase = frozenset(map(concept_of, entry))
            for one in phrase if len(phrase) > 1 else ():
                found.setdefault(one, []).append((phrase, _meant(entries, _words())))
    return {one: sorted(listed, key=lambda pair: -len(pair[0])) for one, listed in found.items()}


def _meant(entries: Entries, known: Mapping[str, str]) -> str:
    """The concept of entries: that of the first of their words that has one already."""
    single = [one for entry in entries if len(entry) == 1 for one in _lemmas(entry[0])]
    return next((known[one] for one in single if one in known), single[0] if single else " ".join(entries[0]))


@cache
def _entries() -> tuple[Entries, ...]:
    """The lines of the tables, words of names first, and each town with the adjectives it goes by."""
    written = (
        line.replace("\t", ",").split(",") for line in chain.from_iterable(map(forms.lines_of, TABLES))
    )
    return tuple(
        [tokens for entry in listed if (tokens := words.tokenize(entry))]
        for listed in chain(written, taxonomy.town_forms())
    )


def _lemmas(word: str) -> tuple[str, ...]:
    """The lemmas of a word; typed without diacritics, one that no dictionary knows has another."""
    # "radom" is a form of "rada", "Radom" of nothing.
    written = (word,) if word.isascii() else (word, words.fold(word))
    return tuple(dict.fromkeys(map(forms.lemma, written)))
