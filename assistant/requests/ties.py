"""Whoever or whatever is named as being of some cluster, in whatever way: "where does Jan Nowak work"."""

from collections.abc import Sequence
from functools import cache

from assistant.question import names
from assistant.requests.frames import which_cluster
from assistant.requests.tokens import Tokens, lexicon
from assistant.requests.value import VERBS, Value
from documents.model import Span
from index import words
from index.register.model import Attribute
from index.taxonomy import places_in, sectors_in

# Whoever is named may be anything to a cluster.
ANYONE: tuple[Attribute, ...] = ("person", "coordinator", "representative", "partner", "phone", "email")
# Before "which cluster" they say that somebody is of it; before a name, that it is a place or a list.
_OF = frozenset(("z", "ze", "do", "w", "we"))
_NO_NAME = frozenset(("in", "w", "we", "z", "ze", "na", "from", "near", "around", "do", "to", "by", "przez"))
# A firm that looks for a cluster is of none.
_SEEKING = ("own", "seeks", "modal", "for_whom")
# What may stand in a question beside the name, in small letters.
_BESIDE = frozenset(("", "members", "firms", "exists", "holds", "being", "filler"))


def take_tied(tokens: Tokens) -> Value | None:
    """The name of somebody, its words taken, where a question asks of which cluster they are, or who they
    are."""
    if tokens.places("name", "label", "status", *VERBS) or tokens.has(*_SEEKING):
        return None
    if asked := _asks_who(tokens):
        found = _named(tokens, _capitals(tokens), least=2)
        rest = range(asked, len(tokens.tokens))
        alone = found and all(tokens.says_nothing(n) for n in rest if not found[0] <= n < found[1])
        return _taken(tokens, found) if alone else None
    if tokens.has("where") and _ties(tokens, "words"):
        return _taken(tokens, _named(tokens, _capitals(tokens), least=2))
    if which_cluster(tokens) is None:
        return None
    return _taken(tokens, _of_which(tokens))


def _asks_who(tokens: Tokens) -> int:
    """How many words a question begins with by which it asks who somebody is; 0 where it does not."""
    folded = [token.folded for token in tokens.tokens]
    phrases = (phrase.split() for phrase in lexicon()["somebody"]["asking"])
    return max((len(one) for one in phrases if folded[: len(one)] == one), default=0)


def _of_which(tokens: Tokens) -> tuple[int, int] | None:
    """Where the name stands of what is asked for with the cluster that it is of: any name after "to which
    cluster" or before "belong", a person's with a verb that clusters may have too."""
    before = {tokens.tokens[place - 1].folded for place in tokens.places("which") if place}
    if not (before & _OF or _ties(tokens, "belonging")):
        return _named(tokens, _capitals(tokens), least=2) if _ties(tokens, "words") else None
    hasty = tokens.text[1:].islower()
    return _named(tokens, _typed_in_haste(tokens) if hasty else _capitals(tokens), least=1)


def _named(tokens: Tokens, places: Sequence[int], *, least: int) -> tuple[int, int] | None:
    """From which word up to which names stand, at least so many words long, if nothing else is left."""
    left = [n for n in tokens.left() if not _is_tie(tokens.tokens[n].folded)]
    if len(places) < least or not set(left) <= set(range(places[0], places[-1] + 1)):
        return None
    start, end = places[0], places[-1] + 1
    if least > 1 and end - start > len(places):
        return None
    if start and tokens.tokens[start - 1].folded in _NO_NAME:
        return None
    text = tokens.text[tokens.tokens[start].span.start : tokens.tokens[end - 1].span.end]
    if (len(places) == 1 and places_in(f"w {text}", lenient=True)) or (text.islower() and _is_trade(text)):
        return None
    return (start, end) if _BESIDE.issuperset(tokens.meaning[start:end]) else None


def _capitals(tokens: Tokens) -> Sequence[int]:
    """The places of the words of names that nothing else was made of."""
    named = {word for name in names(tokens.text) for word in words.tokenize(name)}
    return [
        n
        for n, token in enumerate(tokens.tokens)
        if token.text in named and token.text[0].isupper() and not tokens.meaning[n]
    ]


def _typed_in_haste(tokens: Tokens) -> Sequence[int]:
    return [n for n in tokens.left() if not _is_tie(tokens.tokens[n].folded)]


def _taken(tokens: Tokens, found: tuple[int, int] | None) -> Value | None:
    if found is None:
        return None
    start, end = found
    tokens.take(start, end, "value")
    for place, token in enumerate(tokens.tokens):
        if tokens.meaning[place] in _BESIDE and _is_tie(token.folded):
            tokens.take(place, place + 1, "filler")
    span = Span(tokens.tokens[start].span.start, tokens.tokens[end - 1].span.end)
    return Value(tokens.text[span.start : span.end], span, ANYONE)


def _is_trade(text: str) -> bool:
    return bool(sectors_in(text)) and any(map(words.is_known, words.tokenize(text)))


def _ties(tokens: Tokens, among: str) -> bool:
    return any(_is_tie(token.folded, among) for token in tokens.tokens)


@cache
def _is_tie(folded: str, among: str = "words") -> bool:
    stems = lexicon()["ties"][among]
    return any(folded.startswith(one[:-1]) if one.endswith("*") else folded == one for one in stems)
