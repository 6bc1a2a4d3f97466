"""The groups of countries that a question names: "outside the European Union", "z państw bałtyckich"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from assistant.requests.tokens import Tokens
from index import words
from index.gazetteer import lexicon
from index.taxonomy import Found


def take_unions(tokens: Tokens, known: frozenset[str]) -> tuple[Found, ...]:
    """The countries of the groups that a question names, their words taken: of each those that some cluster
    is `known` to be in, or all where none is."""
    return tuple(_unions(tokens, known))


def _unions(tokens: Tokens, known: frozenset[str]) -> Iterator[Found]:
    folded = [token.folded for token in tokens.tokens]
    for start in range(len(folded)):
        for phrase, members in _phrases().get(folded[start], ()):
            end = start + len(phrase)
            if tuple(folded[start:end]) != phrase or any(
                one in {"name", "label"} for one in tokens.meaning[start:end]
            ):
                continue
            tokens.take(start, end, "place_value")
            span = tokens.tokens[start].span
            for code in sorted(members & known or members):
                yield Found(span, code, "country", "", code)
            break


@cache
def _phrases() -> Mapping[str, Sequence[tuple[tuple[str, ...], frozenset[str]]]]:
    """By their first words the ways to name each group, as folded words, the longest first, with its
    countries' codes."""
    found: dict[str, dict[tuple[str, ...], frozenset[str]]] = defaultdict(dict)
    for group in lexicon("country_groups.toml").values():
        for name in group["names"]:
            phrase = tuple(words.fold(name).split())
            found[phrase[0]][phrase] = frozenset(group["members"])
    return {word: sorted(ways.items(), key=lambda one: -len(one[0])) for word, ways in found.items()}
