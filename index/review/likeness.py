"""Whether two sentences say the same in slightly other words: what was decided of one holds of the other."""

import tomllib
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache
from importlib.resources import files

from index import words
from index.register import forms

# Fewer words are no sentence: only the same ones are the same.
FEWEST = 4
# The share of its words that may come or go. With what `_is_harmless` allows it decides nothing by itself: it
# keeps a short quote from being found in a long sentence that merely has its words.
MOST_CHANGED = 0.3
LONGEST_NUMERAL = 4
# From this share of common words on, in order, one sentence was made out of the other: "has the status until
# 2025", "lost the status in 2025". Rows of one table share fewer, or stood beside each other before.
REWORKED = 0.6
LONGEST_CUT = 3


def likeness(one: str, other: str) -> float:
    """How alike two sentences are that say the same, up to 1; 0 where they may not say the same.

    They may differ in small words, in the forms of words, and in a few that came or went; never in a number,
    a name, or a word that turns the meaning.
    """
    first, second = words.tokenize(one), words.tokenize(other)
    if len(first) < FEWEST or abs(len(first) - len(second)) > MOST_CHANGED * len(first):
        return 0.0
    if _fixed(first) != _fixed(second):
        return 0.0
    ones, others = [*map(words.fold, first)], [*map(words.fold, second)]
    shared = (Counter(ones) & Counter(others)).total()
    if shared < (1 - MOST_CHANGED) * min(len(ones), len(others)) - 2:
        return 0.0
    changed = 0
    matcher = SequenceMatcher(None, ones, others, autojunk=False)
    for kind, start, end, begin, stop in matcher.get_opcodes():
        if kind == "equal":
            continue
        if kind == "replace" and not _is_harmless(first[start:end], second[begin:stop]):
            return 0.0
        changed += max(end - start, stop - begin)
    return matcher.ratio() if changed <= max(1, MOST_CHANGED * len(ones)) else 0.0


def is_reworked(one: str, other: str) -> bool:
    """Whether a sentence was written in place of another, whatever it says now."""
    first, second = (list(map(words.fold, words.tokenize(text))) for text in (one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= REWORKED


def _fixed(tokens: Sequence[str]) -> Counter[str]:
    """What must stand in both: numbers, names by their capitals, words that turn the meaning."""
    kept = [words.fold(one) for one in tokens if any(map(str.isdigit, one)) or _is_turning(one)]
    kept += [one for one in tokens if one.isupper() and len(one) <= LONGEST_NUMERAL]
    # The first word of a sentence has a capital whatever it is.
    kept += [forms.lemma(one) for one in tokens[1:] if one[0].isupper() and not forms.is_cluster(one)]
    return Counter(kept)


def _is_turning(token: str) -> bool:
    folded = words.fold(token)
    return folded in _turning()["words"] or folded.startswith(tuple(_turning()["beginnings"]))


def _is_harmless(ones: Sequence[str], others: Sequence[str]) -> bool:
    """Whether words were replaced by other forms of them, or small words by small words."""
    if all(map(forms.is_small, (*ones, *others))):
        return True
    return len(ones) == len(others) and all(map(_is_form, ones, others))


def _is_form(one: str, other: str) -> bool:
    """Whether a word is another form of one, or cut short: "r." for "roku"."""
    short, whole = sorted((words.fold(one), words.fold(other)), key=len)
    cut = len(short) <= LONGEST_CUT and whole.startswith(short)
    return cut or forms.lemma(one) == forms.lemma(other)


@cache
def _turning() -> dict[str, list[str]]:
    return tomllib.loads(files("index").joinpath("data/turning_words.toml").read_text("utf-8"))
