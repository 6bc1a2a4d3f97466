"""What a cluster is called for short: the proper name in its name, by which other texts may speak of it."""

import re
from collections.abc import Iterable, Mapping
from itertools import takewhile

from documents.model import Span
from index import words
from index.extraction.labels import is_label
from index.extraction.model import Subject
from index.extraction.name_words import is_another_thing, listed, speaks_of_a_cluster
from index.extraction.organisations import organisations_in
from index.extraction.other_names import is_network
from index.extraction.people import people_in
from index.inflection import is_english
from index.register import forms
from index.taxonomy import places_in

# A name of more words is no name for short.
MOST_TOKENS = 5
SHORTEST = 3
# Words that say what something is, and name nothing alone.
OTHERS = ("network_heads", "body_nouns", "bodies_before", "no_names", "of_clusters", "quoted_things")
# What parts a name from its subtitle.
PARTS = re.compile(r"\s[–—|-]\s|[„“”\"«»()]")


def proper_names(subjects: Iterable[Subject]) -> Mapping[str, str]:
    """The proper names of those that a document says to be clusters, each with the fullest name of its
    cluster there: "Trzmiel" of "Klaster Lotniczy Trzmiel"."""
    found: dict[str, str] = {}
    for subject in subjects:
        for name in subject.names if subject.sure else ():
            for proper in _proper(name.text):
                if may_be_called_alone(proper):
                    found.setdefault(proper, subject.names[0].text)
    return found


def _proper(name: str) -> Iterable[str]:
    """What may be the proper name in a cluster's name."""
    if not speaks_of_a_cluster(name):
        yield name
        return
    for part in (name, *PARTS.split(name)):
        title = title_of(part) or english_title_of(part) or _english_beginning(part)
        yield " ".join(title)
        if len(title) == 2 and _is_adjective(title[0]) and forms.weight(title[1]):
            yield title[1]  # "Wręgi" of "Bałtyckie Wręgi".
        if part != name and not speaks_of_a_cluster(part):
            yield part.strip()


def _english_beginning(name: str) -> tuple[str, ...]:
    """The words that an English name begins with and that tell it from others: "Silver Birch" of "Silver
    Birch Timber Cluster"."""
    tokens = words.tokenize(name)
    if len(tokens) < 2 or words.fold(tokens[-1]) != "cluster":
        return ()
    return tuple(takewhile(lambda one: forms.weight(one) and not forms.is_matter(one), tokens[:-1]))


def may_be_called_alone(name: str) -> bool:
    """Whether a name says by itself which cluster is meant, to whom knows it: no place, body, person or
    label, and more than what a cluster works in."""
    tokens = words.tokenize(name)
    if not 0 < len(tokens) <= MOST_TOKENS or len(name) < SHORTEST or not name[0].isupper():
        return False
    if speaks_of_a_cluster(name) or is_label(name) or is_another_thing(name) or people_in(name):
        return False
    if len(tokens) == 1:
        said = words.stop_words().union(*map(listed, OTHERS))
        if words.fold(name) in said or forms.is_matter(name) or not _is_noun(name):
            return False
    elif all(map(forms.is_matter, tokens)) and not is_network(name):
        return False
    places = places_in(f"w {name}")
    if places and places[0].span.start <= 2 and places[-1].span.end >= len(name) + 2:
        return False
    return is_network(name) or not any(one.span == Span(0, len(name)) for one in organisations_in(name))


def _is_adjective(word: str) -> bool:
    return any(one.part == "adj" and "nom" in one.tag for one in words.readings(word.lower()))


def _is_noun(word: str) -> bool:
    """Whether a word may be a name: one that no dictionary knows, or a common noun in the nominative; no
    river's, and no acronym of two or three letters, which may be anybody's."""
    if word.isupper() and len(word) <= SHORTEST:
        return False
    readings = words.readings(word.lower()) or words.readings(word)
    common = any(one.part == "subst" and "nom" in one.tag and one.lemma[:1].islower() for one in readings)
    return common or not readings


def title_of(name: str) -> tuple[str, ...]:
    """What a Polish name is called by for short: the words behind "klaster", but for the adjectives and the
    genitives that say what it is of: "Czarna Hańcza" of "Klaster Turystyki Kajakowej Czarna Hańcza"."""
    tokens = words.tokenize(name)
    head = next((at for at, token in enumerate(tokens) if words.fold(token) in listed("cluster")), None)
    if head is None or words.fold(tokens[head]) == "cluster":
        return ()
    rest = tokens[head + 1 :]
    while rest and (words.fold(rest[0]) in listed("connectors") or _says_of_what(rest[0])):
        readings = words.readings(rest[0].lower())
        adjective = any(one.part == "adj" and ":sg:nom" in one.tag for one in readings)
        adjective = adjective and not forms.is_matter(rest[0])
        if (
            len(rest) == 2
            and rest != tokens[head + 1 :]
            and adjective
            and is_title(rest[1])
            and not forms.is_matter(rest[0])
        ):
            break  # "Klaster Wodorowy Zielony Palnik"
        rest = rest[1:]
    if len(rest) != 1 and is_english(tokens[-1]):
        return ()
    place = any(
        one.span.end - one.span.start == len(" ".join(rest)) for one in places_in("w " + " ".join(rest))
    )
    return tuple(rest) if rest and rest[0][0].isupper() and not place else ()


def english_title_of(name: str) -> tuple[str, ...]:
    """What an English name is called by for short: the words of another language that it begins with, and no
    place: "Warstwa" of "Warstwa Additive Manufacturing Cluster"."""
    tokens = words.tokenize(name)
    if len(tokens) < 3 or words.fold(tokens[-1]) != "cluster":
        return ()
    title = tuple(takewhile(_is_foreign, tokens[:-2]))
    return title if title and is_english(tokens[len(title)]) else ()


def _is_foreign(token: str) -> bool:
    foreign = token[0].isupper() and not is_english(token)
    return foreign and not (places_in(f"w {token}") or places_in(f"in {token}"))


def _says_of_what(token: str) -> bool:
    """Whether a word is an adjective of "klaster", or may be in the genitive."""
    readings = words.readings(token.lower())
    if (not readings and forms.is_matter(token)) or (token.isupper() and len(token) <= SHORTEST):
        return True  # The first half of "Jachtowo-Stoczniowy", or "ICT".
    of_klaster = any(one.part == "adj" and ":sg:nom" in one.tag and "m3" in one.tag for one in readings)
    if any(one.part == "subst" and one.tag.startswith("subst:sg:nom") for one in readings):
        return of_klaster  # "Herbarium" has one form for all cases.
    return of_klaster or any(
        one.part == "adja" or (one.part in {"adj", "subst", "ger"} and "gen" in one.tag) for one in readings
    )


def is_title(token: str) -> bool:
    nouns = any(
        reading.part == "subst" and ":sg:" in reading.tag and "nom" in reading.tag
        for reading in words.readings(token.lower())
    )
    return nouns and not places_in(f"w {token}")
