"""Rounds in which a status is given, however their number is written."""

from collections.abc import Mapping
from functools import cache

from assistant.requests.tokens import Tokens, lexicon
from index import words
from index.extraction.labels import ordinal_stems, roman

# There is no round of a higher number.
_MOST = 49
# Longer numbers count nothing that is listed.
LONGEST_COUNT = 4


def round_number(written: str) -> str:
    """A round's number in Roman figures: "VI" for VI, 6, 6., szóstej, sixth; "" where no number stands."""
    for token in words.tokenize(written):
        if key := _number(words.fold(token)):
            return key
    return ""


def take_round(tokens: Tokens) -> str:
    """The round a question names, its words taken; "" where it names none."""
    for place, meaning in enumerate(tokens.meaning):
        if meaning or not _is_round(tokens.tokens[place].folded):
            continue
        before = place - 1
        while before > 0 and tokens.meaning[before] == "label":  # "the fifth KKK round"
            before -= 1
        # "VI rundy", "rundy VI", "rundy nr 6": the number right before it counts first.
        for other in (before, place + 1, place + 2):
            if not 0 <= other < len(tokens.tokens) or tokens.meaning[other]:
                continue
            between = tokens.tokens[place + 1].folded if other == place + 2 else "nr"
            key = _number(tokens.tokens[other].folded)
            if key and between in {"nr", "no", "numer", "number"}:
                for taken in range(min(place, other), max(place, other) + 1):
                    tokens.meaning[taken] = tokens.meaning[taken] or "round_value"
                return key
    return ""


def _is_round(folded: str) -> bool:
    return folded.startswith(tuple(stem.rstrip("*") for stem in lexicon()["rounds"]["round"]))


def _number(folded: str) -> str:
    if folded.isdigit():
        return roman(int(folded)) if 0 < int(folded) <= _MOST else ""
    if folded in _romans():
        return _romans()[folded]
    named = _named_numbers()
    return next((roman(n) for stem, n in named.items() if _is_ordinal(folded, stem)), "")


def _is_ordinal(folded: str, stem: str) -> bool:
    """Whether a word is an ordinal and no number of things: "drugiej", not "dwa"; endings are short."""
    return folded.startswith(stem) and len(folded) - len(stem) <= 3


def cardinal(folded: str) -> int | None:
    """The number that a folded word counts, "3", "trzy", "three"; None for any other word, ordinals too."""
    if folded.isdigit():
        return int(folded) if len(folded) < LONGEST_COUNT else None
    stems = enumerate(lexicon()["rounds"]["cardinals"], 1)
    return next((n for n, words in stems for stem in words if folded == stem), None)


@cache
def _romans() -> Mapping[str, str]:
    return {roman(number).lower(): roman(number) for number in range(1, _MOST + 1)}


@cache
def _named_numbers() -> Mapping[str, int]:
    cardinals = ((word, n) for n, stems in enumerate(lexicon()["rounds"]["cardinals"], 1) for word in stems)
    return dict(sorted((*ordinal_stems().items(), *cardinals), key=lambda one: -len(one[0])))


def ordinal_of(folded: str) -> int | None:
    """The place that an ordinal points at, from 0, -1 for the last; None for any other word."""
    if folded.startswith(("ostatni", "last")):
        return -1
    return next((n - 1 for stem, n in ordinal_stems().items() if _is_ordinal(folded, stem)), None)
