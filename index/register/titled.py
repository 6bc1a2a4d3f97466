"""Names that share a title, what a name says beside where a cluster is and what it works in: in whichever
language the rest of them is, "Klaster Uzdrowiskowy Solanka" is the "Solanka Spa Cluster"."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from index import words
from index.register import forms
from index.register.groups import Group
from index.register.likeness import is_place, names_sectors, regions_in
from index.register.names import ClusterName, Key, Word
from index.register.translation import concept_of, concepts
from index.register.view import View


def titled(view: View) -> Iterator[tuple[Key, Key]]:
    """Groups of which a name has the title of another's, where all that do are like each other: a title that
    fits two clusters is neither's."""
    fitting: dict[int, set[int]] = defaultdict(set)
    for at in range(len(view.groups)):
        for one in _fitting(view, at):
            fitting[at] |= {at, one}
            fitting[one] |= {at, one}
    for at, found in sorted(fitting.items()):
        if all(fitting[one] == found for one in found):
            yield from view.pairs(view.groups[at], found - {at})


def _fitting(view: View, at: int) -> Iterator[int]:
    group = view.groups[at]
    titles = {title_of(name) for name in group.entitled}
    near = {one for title in titles for one in _holding(view, title)}
    return (one for one in sorted(near) if one != at and _are_one(group, view.groups[one]))


def _holding(view: View, title: frozenset[str]) -> set[int]:
    found = [view.by_meaning.get(one, set()) for one in title]
    return set.intersection(*found) if found else set()


@lru_cache(maxsize=20_000)
def title_of(name: ClusterName) -> frozenset[str]:
    """The concepts of the words that are a name's own, and of those with which a Polish one ends in the
    nominative, whatever they are: "Wielkie Żagle" of "Klaster Jachtowy Wielkie Żagle"."""
    heads = forms.heads()
    own = [word for word in name.words if word.weight and not is_place(word) and word.lemma not in heads]
    return frozenset(concept_of(word.text) for word in (*own, *_end(name)))


def _end(name: ClusterName) -> Iterator[Word]:
    """The noun in the nominative that ends a Polish name, and the adjectives before it that belong to it and
    not to the word for a cluster."""
    if not name.cluster or name.cluster == "cluster":
        return
    named = [word for word in name.words if not is_place(word)]
    noun = True
    for word in reversed(named):
        read = words.readings(word.text.lower())
        # An adjective that is none of "klaster", "Modra", names as a noun does.
        apart = any(one.part == "adj" and ":sg:nom" in one.tag and "m3" not in one.tag for one in read)
        if noun and not apart and not any(one.part == "subst" and "nom" in one.tag for one in read):
            return
        if not noun and (not _agrees(word) or any(":sg:nom" in one.tag and "m3" in one.tag for one in read)):
            return
        yield word
        noun = False


def _agrees(word: Word) -> bool:
    """Whether a word is an adjective that may stand in the nominative."""
    return any(one.part == "adj" and "nom" in one.tag for one in words.readings(word.text.lower()))


def _are_one(one: Group, other: Group) -> bool:
    """Whether names of two groups have one title, and nothing sets them apart: no town, no trade."""
    if one.towns and other.towns and not one.towns & other.towns:
        return False
    confirmed = bool(one.towns & other.towns or one.evidence & other.evidence)
    if one.documents & other.documents and not one.evidence & other.evidence:
        return False
    names, others = one.entitled, other.entitled
    return any(_entitled_alike(name, second, confirmed=confirmed) for name in names for second in others)


@lru_cache(maxsize=50_000)
def _entitled_alike(one: ClusterName, other: ClusterName, *, confirmed: bool) -> bool:
    """Whether each of two names holds the other's title, and both say one trade, or one nothing but the title
    where that is no word of a trade; `confirmed`: a fact says that they are one."""
    title, second = title_of(one), title_of(other)
    said, others = frozenset(concepts(one.said)), frozenset(concepts(other.said))
    common = title | second
    if not common or not common <= said & others:
        return False
    first, then = regions_in(one.text), regions_in(other.text)
    if first and then and not first & then:
        return False
    if confirmed:
        return True
    # "Zielona Energia" of no region and of one may be two clusters' titles.
    own = any(word.weight for word in one.words if concept_of(word.text) in common)
    told = own or (len(common) > 1 and first == then)
    trades, trade = names_sectors(one), names_sectors(other)
    return told and bool(trades & trade or said == common or others == common)
