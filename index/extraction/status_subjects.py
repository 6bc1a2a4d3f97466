"""What a clause that names no status is about: the one spoken of before, or another thing that ends too."""

import re
from collections.abc import Sequence
from functools import cache

from index import words
from index.extraction.labels import ACRONYMS, Label
from index.extraction.people import people_in
from index.extraction.status_clauses import is_finite
from index.extraction.validity import cues
from index.gazetteer import lexicon
from index.numerals import is_numeral
from index.words import same_length_fold

WORD = re.compile(r"[^\W\d_]+")
# The word with a capital that stands before a verb, little words between them left out.
BEFORE_VERB = re.compile(
    r"\b([A-ZĄĆĘŁŃÓŚŹŻ][^\W\d_]+)[”\"]?\s+(?:(?:nie|już|też|także|nadal|also|still|now|has|had)\s+){0,2}$"
)
# "Jest nią Anna Dudek": of whom that is said is told by the name.
IS_SOMEBODY = re.compile(r"\b(?:jest|zosta\w+|byl\w*) (?:nim|nia|nimi)\b")
# "ISO 9001 – ważny do 2027": the mark of something else begins the line.
OTHER_MARK = re.compile(rf"\W*(?!(?:{ACRONYMS})\b)[A-Z]{{2,}}[\w-]*(?:\s+[A-Z]{{0,4}}\s?\d[\d:/-]*)\b")
ARTICLES = frozenset({"the", "a", "an", "our", "its", "their", "this", "that", "his", "her"})
# An English noun phrase before its verb has so many words, at most.
LONGEST = 5


def is_of_another_thing(text: str) -> bool:
    """Whether what a clause says ends, runs or was given is a noun before its verb that is no word for a
    status nor for a cluster: "the lease ends", "projekt kończy się"."""
    if OTHER_MARK.match(text):
        return True
    if IS_SOMEBODY.search(same_length_fold(text)) and people_in(text):
        return True
    before = []
    for found in WORD.finditer(text):
        if is_finite(found[0]):
            break
        before.append(found[0])
    else:
        return False
    return any(map(_is_other_noun, before)) or _opens_with_noun(before)


def is_of_another_holder(text: str, labels: Sequence[Label]) -> bool:
    """Whether somebody else is the subject of a verb for having, getting or losing a status: a word with a
    capital, neither a label nor one for the cluster, right before it: "Azotek stracił"."""
    folded = same_length_fold(text)
    for verb in cues("has_it").finditer(folded):
        before = BEFORE_VERB.search(text[: verb.start()])
        if before is None or any(one.span.start <= before.start(1) < one.span.end for one in labels):
            continue
        word = before[1]
        ahead = text[: before.start(1)].rstrip(' „“"*')
        opens = not ahead or ahead[-1] in ":.–-"
        if _may_stand(word) or (opens and not _is_other_noun(word) and words.is_known(word.lower())):
            continue
        return True
    return False


def _is_other_noun(word: str) -> bool:
    """Whether a Polish word is a noun that can be the subject of a clause, and no word for a status."""
    readings = words.readings(word.lower())
    nominative = any(one.part == "subst" and "nom" in one.tag for one in readings)
    other = {one.part for one in readings} & {"adj", "prep", "conj", "qub", "adv", "ppas", "num"}
    return nominative and not other and not _may_stand(word)


def _opens_with_noun(before: list[str]) -> bool:
    folded = [one.lower() for one in before]
    if not folded or folded[0] not in ARTICLES or len(folded) > LONGEST or len(folded) < 2:
        return False
    return not any(map(_may_stand, folded[1:]))


def _may_stand(word: str) -> bool:
    """Whether a word may stand for the status that was spoken of, or for its clusters: "all four"."""
    return is_numeral(word) or _standing().fullmatch(words.fold(word)) is not None


@cache
def _standing() -> re.Pattern[str]:
    return re.compile("|".join(lexicon("status_cues.toml")["stands_for"]))
