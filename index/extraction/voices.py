"""Who speaks in a text: "we", of themselves, or somebody who asks "you"."""

import re
from functools import lru_cache

from index import words
from index.words import same_length_fold

# "We", "our", "nasz klaster": who writes speaks of itself.
WE = re.compile(r"\b(?:we|our|ours|us|nasz\w*|nas|nam|nami|my)\b", re.IGNORECASE)
# Who asks "you" so is told by the cluster of itself. Folded.
YOU = re.compile(r"\b(?:was|wam|wami|wy|wasz\w*|panstw\w+|you|your)\b")
# What Polish verbs of the first and the second person plural end in.
OF_US, OF_YOU = ("my",), ("cie",)

# "When I started", "zaczęłam": one alone tells of themselves.
I_TELL, FIRST_PERSON = re.compile(r"\bI (?:\w+ )?$"), re.compile(r"ł[ae]m\b")


def is_speakers(text: str, start: int, end: int) -> bool:
    """Whether a verb at a place of a text is of one who tells of themselves, and of no cluster."""
    return I_TELL.search(text[:start]) is not None or FIRST_PERSON.search(text[start:end]) is not None


@lru_cache(maxsize=8_192)
def says_we(text: str) -> bool:
    """Whether who writes a text speaks of itself: "we", "our", "należymy"."""
    return WE.search(text) is not None or any(_is_verb(token, OF_US, "pri") for token in words.tokenize(text))


@lru_cache(maxsize=8_192)
def asks_you(text: str) -> bool:
    """Whether a text asks somebody of themselves: "ilu was jest", "od kiedy działacie"."""
    english = words.tokenize(text)[:1] == ["Was"]
    said = YOU.search(same_length_fold(text)[len("was") if english else 0 :]) is not None
    return said or any(_is_verb(token, OF_YOU, "sec") for token in words.tokenize(text))


def _is_verb(token: str, endings: tuple[str, ...], person: str) -> bool:
    """Whether a word is a verb of a person in the plural, a noun besides or not."""
    if len(token) < 4 or not token.lower().endswith(endings):
        return False
    tags = [reading.tag.split(":") for reading in words.readings(token.lower())]
    verbal = any(person in tag and "pl" in tag for tag in tags)
    return verbal and "impt" not in {tag[0] for tag in tags}
