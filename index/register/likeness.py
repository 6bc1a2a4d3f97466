"""How like two names are: whether they may be one cluster's, or are such as two clusters have."""

from functools import lru_cache

from index import words
from index.register import forms
from index.register.names import ClusterName, Word, tells
from index.register.translation import concept_of, concepts, is_translated
from index.taxonomy import places_in, sectors_in, town_name


def are_apart(one: ClusterName, other: ClusterName) -> bool:
    """Whether two names are such as two clusters have: alike, and each with a word of its own where it
    counts."""
    own, others = _without_places(one, other)
    common = [word for word in one.words if word not in _not_in(other, one)]
    if not own or not others:
        return any(map(opposes, own or others))
    if not common or languages_differ(one, other):
        return False
    if max(word.weight for word in common) == 2:
        return any(map(_places, own)) and any(map(_places, others))
    return concepts(tuple(one.text for one in own)) != concepts(tuple(one.text for one in others))


def _not_in(other: ClusterName, name: ClusterName) -> list[Word]:
    """The words of a name that another has in no form, nor without diacritics."""
    written = {words.fold(word.text) for word in other.words}
    return [
        word for word in name.words if word.lemma not in other.key and words.fold(word.text) not in written
    ]


def _without_places(one: ClusterName, other: ClusterName) -> tuple[list[Word], list[Word]]:
    """The words of each that the other has not; but for the places, where those of one lie in those of the
    other: Poznań in Wielkopolska."""
    own, others = _not_in(other, one), _not_in(one, other)
    if not (any(map(is_place, own)) and any(map(is_place, others))):
        return own, others
    if regions_in(one.text) & regions_in(other.text) and not _towns_differ(one, other):
        return [word for word in own if not is_place(word)], [word for word in others if not is_place(word)]
    return own, others


def is_place(word: Word) -> bool:
    return word.lemma in forms.places() and word.lemma not in forms.opposing()


def _towns_differ(one: ClusterName, other: ClusterName) -> bool:
    first, second = towns_in(one.text), towns_in(other.text)
    return bool(first and second) and not first & second


@lru_cache(maxsize=20_000)
def regions_in(name: str) -> frozenset[str]:
    """The voivodeships of the places that a name says."""
    return frozenset(found.region or found.key for found in places_in(f"w {name}"))


@lru_cache(maxsize=20_000)
def towns_in(name: str) -> frozenset[str]:
    """The towns that a name says, folded as facts of places are compared."""
    return frozenset(
        words.fold(town_name(found.key)) for found in places_in(f"w {name}") if found.kind == "town"
    )


def opposes(word: Word) -> bool:
    return word.lemma in forms.opposing() or word.text.isdigit()


def _places(word: Word) -> bool:
    return opposes(word) or word.lemma in forms.places()


def ties(name: ClusterName) -> bool:
    """Whether a name says where, or has a word that not many names have."""
    return tells(name.words) or any(word.lemma in forms.places() for word in name.words)


def languages_differ(one: ClusterName, other: ClusterName) -> bool:
    """Whether one is Polish and the other English by their word for a cluster."""
    return bool(one.cluster and other.cluster) and (one.cluster == "cluster") != (other.cluster == "cluster")


@lru_cache(maxsize=20_000)
def places_said(name: ClusterName) -> frozenset[str]:
    """The concepts of the places that a name says: lands, regions, towns, rivers."""
    return frozenset(concept_of(word.text) for word in name.words if is_place(word))


def may_translate(english: ClusterName, other: ClusterName) -> bool:
    """Whether an English name and a Polish one say the same places and share a trade or another word, and
    each has as much left, which no table translates: what one does must be told by the other."""
    if not other.cluster or other.cluster == "cluster" or places_said(english) != places_said(other):
        return False
    common = beside_places(english) & beside_places(other)
    left, rest = (beside_places(name) - common for name in (english, other))
    if not left or not rest or abs(len(left) - len(rest)) > 1:
        return False
    alike = bool(common or names_sectors(english) & names_sectors(other))
    return alike and untranslated(english, other)


def untranslated(one: ClusterName, other: ClusterName) -> bool:
    """Whether the tables translate no word that one of two names has beside the other."""
    return not any(map(is_translated, beside_places(one) ^ beside_places(other)))


@lru_cache(maxsize=20_000)
def beside_places(name: ClusterName) -> frozenset[str]:
    """The concepts of the words of a name that say no place."""
    return frozenset(concepts(tuple(word.text for word in name.words if not is_place(word))))


@lru_cache(maxsize=20_000)
def names_sectors(name: ClusterName) -> frozenset[str]:
    """The keys of the sectors that a name says."""
    return frozenset(found.key for found in sectors_in(name.text))


def no_word_shared(one: ClusterName, other: ClusterName) -> bool:
    return set(one.key).isdisjoint(other.key)


def english_head(name: ClusterName) -> bool:
    """Whether an English word for a network is in a name."""
    return any(
        word.text.lower() in {"valley", "network", "group", "hub", "alliance", "bay", "coast"}
        for word in name.words
    )
