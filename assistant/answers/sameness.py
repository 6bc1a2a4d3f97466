"""Whether two sentences say the same."""

import re

from assistant.ranking import Candidate
from index import words
from index.evidence import bag

NUMBER = re.compile(r"\d+")
# Of the words that tell something, the share that must be the same: below it, a sentence adds something.
SAME_WORDS = 0.8


def same_statement(one: Candidate, other: Candidate) -> bool:
    """Whether two sentences hold the same numbers and nearly the same telling words."""
    first, second = one.sentence.text, other.sentence.text
    if set(NUMBER.findall(first)) != set(NUMBER.findall(second)):
        return False
    mine, theirs = _telling(first), _telling(second)
    return bool(mine | theirs) and len(mine & theirs) / len(mine | theirs) >= SAME_WORDS


def _telling(text: str) -> frozenset[str]:
    return bag(text).lemmas - words.stop_words()
