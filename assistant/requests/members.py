"""How many members a cluster is to have: "ponad 100 firm", "at least fifty members"."""

from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from assistant.requests.tokens import Tokens, lexicon
from assistant.valued import is_sum
from index.register.model import Comparison

# What says which way a number is meant; without any of them exactly so many are.
COMPARISONS: tuple[Comparison, ...] = ("at_least", "at_most", "more", "less", "exactly")
# How far before its number the comparison may stand: "więcej niż około 100".
REACH = 3
# How far after its number the noun may stand: "100 aktywnych członków".
NOUN_REACH = 3
# Between the ends of a range, and before them. Folded.
RANGING: tuple[list[str], ...] = (["do"], ["a"], ["i"], ["to"], ["and"], [])
OPENING = frozenset({"od", "miedzy", "pomiedzy", "between", "from"})


def take_members(tokens: Tokens) -> tuple[tuple[Comparison, int] | None, int | None]:
    """The comparison of a number of members in a question, and the most there may be where it names a range,
    their words taken; None where there is none."""
    ranged = _range(tokens)
    return (("at_least", ranged[0]), ranged[1]) if ranged else (_compared(tokens), None)


def _range(tokens: Tokens) -> tuple[int, int] | None:
    """The ends of a range of members: "od 40 do 60 członków", "between 40 and 60 members", "40-60 firm"."""
    counted = [
        (place, count)
        for place, token in enumerate(tokens.tokens)
        if not tokens.meaning[place] and (count := _count(token.folded)) is not None
    ]
    counted = [one for one in counted if not is_sum(tokens.text, tokens.tokens[one[0]].span)]
    for (first, least), (last, most) in pairwise(counted):
        between = [token.folded for token in tokens.tokens[first + 1 : last]]
        noun = _noun(tokens, last)
        noun = _noun(tokens, first) if noun is None else noun
        if between not in RANGING or noun is None or not least < most:
            continue
        opening = first - 1 if first and tokens.tokens[first - 1].folded in OPENING else first
        for at in range(opening, last + 1):
            tokens.meaning[at] = "members_value"
        for at in range(max(0, opening - REACH), max(noun, last) + 1):
            if tokens.meaning[at] in {*COMPARISONS, "members", "firms"}:
                tokens.meaning[at] = "members_value"
        return least, most
    return None


def _compared(tokens: Tokens) -> tuple[Comparison, int] | None:
    """The comparison of one number of members, its words taken."""
    for place, token in enumerate(tokens.tokens):
        count = _count(token.folded) if not tokens.meaning[place] else None
        if count is None or is_sum(tokens.text, token.span):
            continue
        noun = _noun(tokens, place)
        comparison = next(
            (one for one in COMPARISONS for at in tokens.places(one) if 0 < place - at <= REACH), None
        )
        if noun is None or (comparison is None and count > 1900):
            continue
        tokens.take(place, place + 1, "members_value")
        for at in range(max(0, place - REACH), noun + 1):
            if tokens.meaning[at] in {*COMPARISONS, "members", "firms"}:
                tokens.meaning[at] = "members_value"
        return comparison or "exactly", count
    return None


def _noun(tokens: Tokens, place: int) -> int | None:
    """Where the noun stands that the number counts, after it or before it: "członków ponad 100"."""
    after = range(place + 1, min(len(tokens.tokens), place + 1 + NOUN_REACH))
    before = range(max(0, place - REACH - 1), place)
    found = [at for at in after if tokens.meaning[at] in {"members", "firms"}]
    found += [at for at in before if tokens.meaning[at] == "members"]
    return max(found[0], place) if found else None


def _count(folded: str) -> int | None:
    return int(folded) if folded.isdigit() and len(folded) < 7 else _numbers().get(folded)


@cache
def _numbers() -> Mapping[str, int]:
    return {word: int(number) for number, forms in lexicon()["numbers"].items() for word in forms}
