"""What else than the cluster a verb is told of: "Ruszyło badanie", "The furnace was started"."""

import re
from collections.abc import Callable

from documents.model import Span
from index import words
from index.extraction.name_words import heads_network, listed

# Behind a verb, what it may be of: adjectives, and the noun.
BEHIND = re.compile(r"(?:\s(?:się|też|także|również|już|wtedy))*((?:\s[a-ząćęłńóśźż]+){1,3})")
# Before an English verb, with an article, whose verb it is.
BEFORE = re.compile(
    r"\b(?:the|an?|its|our|their|this|that|second|third|new)\s(?:[\w-]+\s){0,3}?([\w-]+)"
    r"(?:\s(?:of|in|at|for|near)\s[^,;:.]{2,40})?(?:\s(?:was|were|has|have|had|been|is|are|also|itself|only|first))*\s$",
    re.IGNORECASE,
)
PAST = frozenset({"praet", "ppas", "imps"})
NO_NOUNS = frozenset({"adj", "ppas", "prep", "conj", "comp", "adv", "part"})
NEVER_BEFORE_NOUNS = frozenset({"prep", "conj", "comp", "num", "adv", "part"})
CASES_OF_IT = frozenset({"nom", "acc"})


def is_done_by_another(text: str, clause: int, verb: Span, may_be: Callable[[str], bool]) -> bool:
    """Whether a verb's own noun, right behind it or the first of its clause, is another thing than a cluster,
    and none that `may_be` stands for its beginning. `clause` is where the clause begins."""
    tokens = words.tokenize(text[clause : verb.start])
    if any(_is_a_cluster(token) for token in tokens):
        return False
    verbal = {one.part for one in words.readings(text[verb.start : verb.end].split()[0].lower())}
    behind = BEHIND.match(text, verb.end) if verbal & PAST else None
    if behind is not None and (noun := _noun_behind(behind[1])) and not _may_be(noun, may_be):
        return True
    before = BEFORE.search(text[clause : verb.start])
    if before is not None and not _may_be(before[1], may_be) and not words.readings(before[1].lower()):
        return True
    first = tokens[0] if tokens else ""
    return _agrees(first, text[verb.start : verb.end].split()[0]) and not _may_be(first, may_be)


def _is_a_cluster(token: str) -> bool:
    return words.fold(token) in listed("cluster") or words.lemma(token) in listed("cluster")


def _may_be(noun: str, may_be: Callable[[str], bool]) -> bool:
    return heads_network(noun) or _is_a_cluster(noun) or may_be(words.fold(noun))


def _noun_behind(text: str) -> str:
    """The noun that words begin with, behind its adjectives, in the nominative or the accusative; "" if
    none."""
    for token in text.split():
        readings = words.readings(token)
        if any(one.part in NEVER_BEFORE_NOUNS or one.part.startswith("ppron") for one in readings):
            return ""
        if any(one.part == "subst" and CASES_OF_IT & _cases(one.tag) for one in readings):
            return token
        if not any(one.part in {"adj", "ppas"} for one in readings):
            return ""
    return ""


def _agrees(noun: str, verb: str) -> bool:
    """Whether a common noun in the nominative has the number and the gender of a verb in the past."""
    told_of = [one for one in words.readings(verb.lower()) if one.part in PAST | {"fin"}]
    nouns = [one for one in words.readings(noun.lower()) if one.part == "subst"]
    if any(one.part in NO_NOUNS for one in words.readings(noun.lower())):
        return False
    return any(
        "nom" in _cases(one.tag)
        and _number(one.tag) == _number(told.tag)
        and (told.part == "fin" or _genders(one.tag) & _genders(told.tag))
        for one in nouns
        for told in told_of
    )


def _cases(tag: str) -> set[str]:
    return {part for group in tag.split(":") for part in group.split(".")}


def _number(tag: str) -> str:
    return tag.split(":")[1] if ":" in tag else ""


def _genders(tag: str) -> set[str]:
    return _cases(tag) & {"m1", "m2", "m3", "f", "n"}
