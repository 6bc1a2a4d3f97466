"""By which kind of body clusters are to be led: "run by a foundation", "koordynowane przez uczelnię"."""

from assistant.requests.tokens import Tokens
from index import words
from index.body_kinds import kind_asked, narrows

# Concepts that say who leads a cluster.
LEADING = ("coordinator", "representative", "manages", "heads")
# How far from the verb the kind may stand: "have a foundation for their coordinator".
REACH = 5
# Between the two, these speak of who is in the cluster.
BETWEEN = frozenset(("members", "members_value", "partner", "project"))
IN = frozenset(("w", "we", "in"))


def take_bodies(tokens: Tokens, *, continues: bool) -> frozenset[str]:
    """The kinds that a question names as those of coordinators, their words taken; none where a name follows,
    or where it is asked which body it is. `continues`: of clusters it is spoken already."""
    if not continues and not tokens.places("clusters", "cluster", "name", "label"):
        return frozenset()
    verbs = tokens.places(*LEADING)
    found: set[str] = set()
    for place, token in enumerate(tokens.tokens):
        kind = kind_asked(token.folded) if tokens.meaning[place] in {"", "firms"} else ""
        if not kind or not any(_reach(tokens, place, verb) for verb in verbs):
            continue
        if place and tokens.meaning[place - 1] == "which" and not tokens.meaning[place]:
            # "Która uczelnia koordynuje": who that is.
            _take(tokens, place, "filler")
        elif _is_common(tokens, place):
            found.add(kind)
            _take(tokens, place, "body_value")
    return frozenset(found)


def _is_common(tokens: Tokens, place: int) -> bool:
    """Whether a noun stands for any body of its kind: it begins no name and ends none."""
    token = tokens.tokens[place]
    if place and (token.text != token.text.lower() or tokens.meaning[place - 1] == "which"):
        return False
    after = _beside(tokens, place, 1)
    if after is not None and tokens.text[1:].islower() and tokens.tokens[after].folded in IN:
        # In small letters alone, "izba handlowa w gliwicach" is a name.
        return not _is_singular(token.text)
    beside = (n for n in (after, _beside(tokens, place, -1)) if n is not None)
    return not any(_is_free(tokens, n) for n in beside)


def _is_singular(text: str) -> bool:
    return any("sg" in one.tag for one in words.readings(text))


def _beside(tokens: Tokens, place: int, step: int) -> int | None:
    """The next word on one side that does not narrow the kind."""
    place += step
    while 0 <= place < len(tokens.tokens) and narrows(tokens.tokens[place].folded):
        place += step
    return place if 0 <= place < len(tokens.tokens) else None


def _is_free(tokens: Tokens, place: int) -> bool:
    return not tokens.meaning[place] and not tokens.says_nothing(place)


def _reach(tokens: Tokens, place: int, verb: int) -> bool:
    first, last = sorted((place, verb))
    return last - first <= REACH and BETWEEN.isdisjoint(tokens.meaning[first + 1 : last])


def _take(tokens: Tokens, place: int, meaning: str) -> None:
    """Nothing back; the noun is taken to mean that, with the words beside it that narrow its kind."""
    tokens.take(place, place + 1, meaning)
    for step in (1, -1):
        other = place + step
        while 0 <= other < len(tokens.tokens) and narrows(tokens.tokens[other].folded):
            tokens.take(other, other + 1, meaning)
            other += step
