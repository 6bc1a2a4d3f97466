"""Which role somebody has: president, director, chair, in either language and any inflection."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from rapidfuzz.distance import OSA

from assistant.requests.tokens import lexicon
from index import words

# What asks for somebody. Folded.
WHO = re.compile(r"\W*(?:i |a |and )?(?:kto|kim|who|whom|wich|whos)\b")
# Fewer letters may be of another word; and how many an ending has at most.
SHORTEST, LONGEST_ENDING = 6, 4


def roles_in(text: str) -> tuple[str, ...]:
    """The keys of the roles that a text names, in its order: "Prezes Zarządu, dyrektor biura" names two."""
    folded = [words.fold(token) for token in words.tokenize(text)]
    found: list[str] = []
    place = 0
    while place < len(folded):
        role, length = _role_at(folded, place)
        found += [role] if role else []
        place += max(1, length)
    return tuple(dict.fromkeys(found))


def role_spans(folded: list[str]) -> tuple[tuple[str, int, int], ...]:
    """Each role with the places of its words, from one up to another."""
    found: list[tuple[str, int, int]] = []
    for place in range(len(folded)):
        role, length = _role_at(folded, place)
        if role and not any(start <= place < end for _, start, end in found):
            found.append((role, place, place + length))
    return tuple(found)


def is_of_former(text: str) -> bool:
    """Whether a text speaks of who was in a role: "poprzedni przewodniczący", "the former chair"."""
    folded = [words.fold(token) for token in words.tokenize(text)]
    earlier = lexicon()["turns"]["earlier"]
    return any(
        start > 0 and any(_is(folded[start - 1], (one,)) for one in earlier)
        for _, start, _ in role_spans(folded)
    )


def mistyped_role(text: str, folded: list[str]) -> list[str]:
    """The words of a question for somebody, with the one that is a slip of the finger away from a role put
    right: "who is the cluster manger"; empty where there is none."""
    if WHO.match(words.fold(text)) is None:
        return []
    for place, word in enumerate(folded):
        near = [one for one in _long_words() if _slipped(word, one)]
        if near:
            return [*folded[:place], near[0], *folded[place + 1 :]]
    return []


def _slipped(word: str, role: str) -> bool:
    """Whether a word begins with one slip of the finger in that of a role, and goes on with no more than an
    ending."""
    if (
        word[:1] != role[0]
        or word.startswith(role)
        or word[:-1] == role[:-1]  # "who manages it" asks for no manager
        or words.restored_lemmas(word)
        or len(word) > len(role) + LONGEST_ENDING
    ):
        return False
    return any(OSA.distance(word[:size], role) == 1 for size in range(len(role) - 1, len(role) + 2))


@cache
def _long_words() -> tuple[str, ...]:
    """The words and stems that roles are told by, such as are told from others by most of their letters."""
    forms = {
        one.rstrip("*")
        for phrases in lexicon()["roles"].values()
        for phrase in phrases
        for word in phrase.split()
        for one in word.split("|")
    }
    return tuple(sorted(one for one in forms if len(one) >= SHORTEST))


def _role_at(folded: list[str], place: int) -> tuple[str, int]:
    found = ("", 0)
    for role, phrase in _roles().get(folded[place][:1], ()):
        said = folded[place : place + len(phrase)]
        fits = len(phrase) > found[1] and len(said) == len(phrase) and all(map(_is, said, phrase))
        if fits:
            found = (role, len(phrase))
    return found


def _is(word: str, asked: Sequence[str]) -> bool:
    return any(word.startswith(one[:-1]) if one.endswith("*") else word == one for one in asked)


@cache
def _roles() -> Mapping[str, Sequence[tuple[str, tuple[tuple[str, ...], ...]]]]:
    """The roles with their phrases, by the letter that the first word begins with; of each word its forms."""
    table: dict[str, list[tuple[str, tuple[tuple[str, ...], ...]]]] = {}
    for role, phrases in lexicon()["roles"].items():
        for phrase in phrases:
            forms = tuple(tuple(word.split("|")) for word in phrase.split())
            for letter in dict.fromkeys(one[:1] for one in forms[0]):
                table.setdefault(letter, []).append((role, forms))
    return table
