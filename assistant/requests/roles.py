"""Which role somebody has: president, director, chair, in either language and any inflection."""

from collections.abc import Mapping, Sequence
from functools import cache

from assistant.requests.tokens import lexicon
from index import words


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
