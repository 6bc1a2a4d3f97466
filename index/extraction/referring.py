"""What a sentence goes on about: a name taken up by its head noun, or something of the gender of its verb."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from index import words
from index.extraction.known_labels import kept_by_labels
from index.extraction.name_words import heads_network, listed
from index.extraction.naming import names_in
from index.extraction.organisations import organisations_in

# Pronouns by the gender of what they stand for.
PRONOUNS = {
    **dict.fromkeys(("ona", "niej", "nią", "ją", "jej"), "f"),
    **dict.fromkeys(("niego", "nim", "jemu", "jego"), "mn"),
    "on": "m",
    "ono": "n",
}
NEXT = re.compile(r"[\s,]*([^\W\d_]+)?")
# Behind a head noun they make it one of another thing: "grupa ekspertów", "a network of experts".
GOVERNED = frozenset({"of", "for"})


# A line that opens so is about what was spoken of, whoever it names behind.
OF_IT = re.compile(r"^\W*(?:It|Its|Jego|Jej)\b(?!\s+(?:is|was)\s+(?:the\s+)?[A-ZŁŚŻ])")
# So what "the cluster" is called is told.
IS_CALLED = re.compile(r"nazw|zwan|zwie|called|named|known|^\W*,|^\s+(?:is|to|jest)\s+\W*$")


def opens_with_it(text: str, name: int) -> bool:
    """Whether a line begins with a pronoun, or with "the cluster", for what is not named in
    it; `name` is where the first name begins."""
    if OF_IT.match(text):
        return True
    first = next(iter(names_in(text)), None)
    if first is None or not first.generic or first.span.start > len("The "):
        return False
    return IS_CALLED.search(text[first.span.end : name]) is None


@kept_by_labels(4_096)
def heads_in(text: str) -> frozenset[str]:
    """The lemmas of words for a network that stand for one named before: "Sieć zrzesza", "the alliance",
    "w Grupie"; none inside a name, or with words that say of which kind it is."""
    return frozenset(_heads(text))


def _heads(text: str) -> Iterator[str]:
    before = None
    for match in words.TOKEN.finditer(text):
        token = match.group()
        stands_alone = before is None or before.group().lower() in {"the", "this", "ta", "tej", "tę", "ten"}
        named = token[0].isupper() and (before is None or not before.group()[0].isupper())
        if heads_network(token) and (stands_alone or named) and _is_alone(text, match.end()):
            yield words.lemma(token)
        before = match


def _is_alone(text: str, end: int) -> bool:
    """Whether what follows a noun is no name and nothing that it governs."""
    following = NEXT.match(text, end)
    word = following[1] if following else None
    if word is None:
        return True
    if word[0].isupper() or word in GOVERNED:
        return False
    if words.fold(word) in words.stop_words():
        return True
    parts = {reading.part for reading in words.readings(word)}
    return not parts or bool(parts - {"subst", "adj", "ger", "ppas", "pact"})


def head_lemmas(names: Iterable[str]) -> frozenset[str]:
    """The lemmas of the words for a network in names."""
    tokens = (token for name in names for token in words.tokenize(name))
    return frozenset(words.lemma(token) for token in tokens if heads_network(token))


def headed_so(text: str, names: Iterable[Iterable[str]]) -> set[int]:
    """Which of some subjects, each with its names, have a head noun that a text takes up."""
    heads = heads_in(text)
    return {at for at, said in enumerate(names) if heads & head_lemmas(said)} if heads else set()


def opens_with_pronoun(text: str) -> bool:
    """Whether a line begins with a pronoun for what was spoken of: "It has held …"."""
    return OF_IT.match(text) is not None


@lru_cache(maxsize=4_096)
def genders_asked(text: str) -> frozenset[str]:
    """The genders that the subject of a sentence without one may have, by its verb or its pronoun; none where
    they do not tell."""
    tokens = words.tokenize(text)
    for token in tokens[:2]:
        told = {
            gender
            for reading in words.readings(token.lower())
            if reading.part in {"praet", "ppas"} and ":sg" in reading.tag
            for gender in _genders(reading.tag)
        }
        if told:
            return frozenset(told)
        if token[:1].isupper() and words.fold(token) not in words.stop_words():
            break
    return frozenset("".join(PRONOUNS.get(token.lower(), "") for token in tokens))


def agrees(text: str, before: str, names: Iterable[str]) -> bool:
    """Whether a line's verb or pronoun may be about what has some names, and not about the body that the line
    before names: "Fundacja …. Powstała w 2004 roku" is not said of a "Klaster"."""
    asked = genders_asked(text) if before else frozenset()
    return not asked or may_be_taken_up(names, asked) or not bodies_of(before, asked)


def may_be_taken_up(names: Iterable[str], genders: frozenset[str]) -> bool:
    """Whether something of these names may be meant by a verb of one of some genders; a name that no
    dictionary knows may have any."""
    found: set[str] = set()
    for name in names:
        tokens = [token for token in words.tokenize(name) if token[0].isupper()]
        nouns = [token for token in tokens if _noun_genders(token)]
        if len(nouns) < len(tokens) and not any(words.is_known(token.lower()) for token in tokens):
            return True
        found |= {gender for token in nouns for gender in _noun_genders(token)}
    return not found or bool(found & genders)


def bodies_of(text: str, genders: frozenset[str]) -> bool:
    """Whether a text names a body of one of some genders."""
    for found in organisations_in(text):
        nouns = (_noun_genders(token) for token in words.tokenize(found.name))
        if next(filter(None, nouns), frozenset()) & genders:
            return True
    bodies = (token for token in words.tokenize(text) if words.lemma(token) in listed("body_nouns"))
    return any(_noun_genders(token) & genders for token in bodies)


def _noun_genders(token: str) -> frozenset[str]:
    """The genders of a noun in the nominative singular."""
    readings = words.readings(token.lower()) or words.readings(token)
    return frozenset(
        gender
        for reading in readings
        if reading.part == "subst" and ":sg" in reading.tag
        for gender in _genders(reading.tag)
    )


def _genders(tag: str) -> Iterator[str]:
    for part in tag.split(":"):
        for one in part.split("."):
            if one in {"f", "n"} or re.fullmatch(r"m[123]", one):
                yield one[0]


def is_part_of(name: str, names: Iterable[str]) -> bool:
    """Whether a name's last word is one of other names': "Katowicka Hałda" may be "Klaster Filmowy Hałda"."""
    last = words.lemma(words.tokenize(name)[-1].lower())
    return any(last == words.lemma(token.lower()) for one in names for token in words.tokenize(one))
