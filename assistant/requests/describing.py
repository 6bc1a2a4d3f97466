"""Words beside a name that only say which cluster it is: what it does, where it is, its name in another
language."""

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import Protocol, TypeVar

from assistant.requests.tokens import Tokens
from documents.model import Span
from index import words
from index.inflection import is_english
from index.taxonomy import Found, places_in

# So many words may stand between a name and the word for a cluster, and between two names of one.
BETWEEN = 3
# Before where a cluster is.
FROM = frozenset(("z", "ze", "from"))
# The word for a cluster in the singular. Folded.
NOUN = frozenset(("klaster", "klastra", "klastrowi", "klastrem", "klastrze", "cluster"))
VERBAL = frozenset(("fin", "praet", "imps", "inf", "bedzie", "impt", "conj", "comp", "prep", "adv"))
OPENED = re.compile(r"[^?.!()]*\([^?.!()]*")


class Named(Protocol):
    """Clusters that a text names at a span."""

    @property
    def span(self) -> Span: ...
    @property
    def clusters(self) -> tuple[str, ...]: ...


class Located(Protocol):
    """What is known of where clusters are."""

    def whereabouts(self, id: str) -> frozenset[str]: ...


N = TypeVar("N", bound=Named)


def take_doubled(tokens: Tokens, named: Sequence[N]) -> tuple[N, ...]:
    """The names, but those that another follows in brackets, all their words taken: "the Eastern Cluster
    (Wschodni Klaster)" is the one in brackets."""
    kept = []
    for one, after in zip_longest(named, named[1:]):
        if after is None or not _in_brackets(tokens.text, one.span, after.span):
            kept.append(one)
            continue
        tokens.take_span(Span(one.span.start, after.span.start), "name")
        before = next(n for n, token in enumerate(tokens.tokens) if _meet(token.span, one.span)) - 1
        while before > 0 and not tokens.text.isupper() and tokens.tokens[before].text[0].isupper():
            tokens.take(before, before + 1, "name")
            before -= 1
    return tuple(kept)


def _in_brackets(text: str, one: Span, after: Span) -> bool:
    """Whether a name stands in a bracket that follows another name, with few words between."""
    between = text[one.end : after.start]
    closed = text[after.end :].lstrip('”"» ').startswith(")")
    return closed and OPENED.fullmatch(between) is not None and len(words.tokenize(between)) <= BETWEEN


def take_descriptions(tokens: Tokens, named: Sequence[Named], register: Located) -> None:
    """Nothing back; words between a name and the word for a cluster are taken for a part of the name:
    "klaster meblarski Puszcza". So is the place behind it, "the Puszcza furniture cluster from Hajnówka", if
    the cluster is there or nothing is known of where it is."""
    for one in named:
        places = [n for n, token in enumerate(tokens.tokens) if _meet(token.span, one.span)]
        if not places:
            continue
        first = _to_noun(tokens, places[0], -1)
        last = _to_noun(tokens, places[-1], 1)
        for place in (*range(first + 1, places[0]), *range(places[-1] + 1, last)):
            tokens.take(place, place + 1, "name")
        _take_home(tokens, max(last, places[-1] + 1), one.clusters, register)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _to_noun(tokens: Tokens, place: int, step: int) -> int:
    """Where the word for a cluster stands on one side of a name, with nothing but describing words between;
    the next place where it does not."""
    at = place + step
    while 0 <= at < len(tokens.tokens) and abs(at - place) <= BETWEEN + 1:
        token = tokens.tokens[at]
        if token.folded in NOUN:
            return at
        if tokens.meaning[at] or not _describes(token.text) or _parted(tokens, at, at - step):
            break
        at += step
    return place + step


def _describes(word: str) -> bool:
    """Whether a word may say what a cluster does: no verb, no preposition."""
    if words.fold(word) in words.stop_words() or word[0].isdigit():
        return False
    parts = {reading.part for reading in words.readings(word.lower())}
    return not parts or not parts <= VERBAL


def _take_home(tokens: Tokens, at: int, clusters: Sequence[str], register: Located) -> None:
    """Nothing back; "from" and a place are taken, where they stand right behind a name, but for a place where
    none of the clusters is: "how many members has X from Germany"."""
    if at < len(tokens.tokens) and tokens.tokens[at].folded in NOUN:
        at += 1
    if at + 1 >= len(tokens.tokens) or tokens.tokens[at].folded not in FROM:
        return
    start = tokens.tokens[at + 1].span.start
    found = next(iter(places_in(f"z {tokens.text[start:]}")), None)
    if found is None or found.span.start > len("z ") or not _may_be_there(found, clusters, register):
        return
    end = start + found.span.end - len("z ")
    for place in range(at, len(tokens.tokens)):
        if tokens.tokens[place].span.start < end:
            tokens.take(place, place + 1, "name")


def _may_be_there(place: Found, clusters: Sequence[str], register: Located) -> bool:
    known = frozenset[str]().union(*map(register.whereabouts, clusters))
    return not known or not known.isdisjoint((place.key, place.region, place.country))


def description(tokens: Tokens) -> str:
    """The words that describe the one cluster that a question speaks of and does not name: those that say a
    trade or a place right beside its noun, or that what it does goes by; "" where there are none."""
    nouns = [n for n, token in enumerate(tokens.tokens) if token.folded in NOUN]
    if len(nouns) != 1:
        return ""
    noun = nouns[0]
    before, after = _reach(tokens, noun, -1), _reach(tokens, noun, 1)
    said = (*tokens.tokens[before:noun], *tokens.tokens[noun + 1 : after + 1])
    return " ".join(token.text for token in said)


def _reach(tokens: Tokens, noun: int, step: int) -> int:
    """The last word on one side of a noun that describes it, with nothing else between."""
    reached = at = noun
    while 0 <= at + step < len(tokens.tokens) and not _parted(tokens, at, at + step):
        at += step
        if tokens.meaning[at] in {"sector_value", "place_value"} or _belongs(tokens, at, step):
            reached = at
        elif not tokens.says_nothing(at) or tokens.tokens[at].folded in {"the", "a"}:
            break
    return reached


def _belongs(tokens: Tokens, at: int, step: int) -> bool:
    """Whether a word that nothing was made of may say what a cluster does: an adjective or a noun in the
    genitive behind it, in English any before it or behind "of"."""
    token = tokens.tokens[at]
    if tokens.meaning[at] or tokens.says_nothing(at) or token.text[0].isdigit():
        return False
    readings = words.readings(token.text.lower())
    if is_english(token.text) or not readings:
        return step < 0 or tokens.tokens[at - 1].folded == "of"
    described = {reading.part for reading in readings if reading.part == "adj" or ":gen" in reading.tag}
    return step > 0 and bool(described & {"adj", "subst", "ger"})


def _parted(tokens: Tokens, at: int, to: int) -> bool:
    """Whether a sign stands between two words."""
    first, second = sorted((at, to))
    between = tokens.text[tokens.tokens[first].span.end : tokens.tokens[second].span.start]
    return bool(between.strip(" „”\"'-"))
