"""Names of persons in a text, each with the role that the text tells beside it.

A pair of capitalised words is a person only if a given name is among them, as "Anna" is and "Dolina" is not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from documents.model import Span
from index import words
from index.extraction.roles import (
    UPPER,
    WORD,
    role_beside,
    role_forms,
    role_of,
    role_words,
    tells_a_person,
    word_before,
)
from index.gazetteer import lexicon
from index.inflection import inflected, is_english, word_forms
from index.personal_names import given_names, personal_name

NAME = rf"[{UPPER}][^\W\d_]+(?:[-–'’][{UPPER}][^\W\d_]+)*"
RUN = re.compile(rf"(?<![\w.@/-]){NAME}(?:[ \u00a0](?:{NAME}|[{UPPER}]\.))*")
PART = re.compile(rf"{NAME}|[{UPPER}]\.")
# Words of a person's name that no dictionary has.
MOST_UNKNOWN = 3


@dataclass(frozen=True, slots=True)
class Person:
    """A name without title as it stands in the text, in the nominative, and the role if the text tells it."""

    span: Span
    name: str
    role: str | None = None
    role_span: Span | None = None


@cache
def _institutions() -> frozenset[str]:
    """Nouns that carry an organisation's name: "Uniwersytet Jana Kochanowskiego" names no person."""
    table = lexicon("organisation_heads.toml")
    return frozenset(form.lower() for lemma in table["polish"] for form in inflected(lemma)) | {
        *table["english"]
    }


@lru_cache(maxsize=20_000)
def is_given_name(word: str) -> bool:
    """Whether a word is a given name, in any case."""
    forms = word_forms(_first_half(word))
    return word in given_names() or any("imię" in form.labels and ":sg" in form.tag for form in forms)


def _first_half(word: str) -> str:
    return re.split(r"[-–]", word)[0]


@lru_cache(maxsize=20_000)
def _may_follow(given: str, word: str) -> bool:
    """Whether a word may be the surname after a given name: known as one, in the same case, or unknown."""
    if word.endswith("."):
        return True
    forms = word_forms(word.rpartition("-")[2])
    if not forms:
        return True
    named = [form for form in forms if form.labels & {"nazwisko", "imię"}]
    first = [form for form in word_forms(_first_half(given)) if "imię" in form.labels]
    return any(one.agreement & other.agreement for one in first for other in named) or bool(
        named and not first
    )


def opens_with_person(text: str, start: int) -> int | None:
    """The end of the person's name, with titles before it, that begins at `start`; None if none does."""
    at, titled = _past_titles(text, start)
    run = RUN.match(text, at)
    found = next(_names(text, run, titled), None) if run else None
    return found.end if found and found.start == at else None


def _past_titles(text: str, at: int) -> tuple[int, bool]:
    titled = False
    while (word := WORD.match(text, at)) and word.group().lower() in role_words("titles"):
        titled |= word.group().lower() in role_words("naming")
        at = word.end() + len(text[word.end() :]) - len(text[word.end() :].lstrip(" \u00a0"))
    return at, titled


@lru_cache(maxsize=4_096)
def people_in(text: str) -> tuple[Person, ...]:
    """Every person the text names, in order, with their role where it is told beside the name."""
    sure = _sure(text)
    spans = sorted((*sure, *_unlisted(text, sure)))
    found: list[Person] = []
    for at, span in enumerate(spans):
        # A role told of the person before is not this one's.
        left = max((one for person in found[-1:] for one in (person.span.end, _role_end(person))), default=0)
        role = role_beside(text, span, left, spans[at + 1].start if at + 1 < len(spans) else None)
        if role is None and span not in sure:
            continue
        unknown = span not in sure and not is_given_name(text[span.start : span.end].split()[0])
        if unknown and not tells_a_person(text, span, role):
            continue
        name = personal_name(text[span.start : span.end])
        found.append(Person(span, name, *role) if role else Person(span, name))
    return tuple(found)


def named_people(text: str) -> tuple[Span, ...]:
    """Where a text has what may be people's names, with roles or without, in order: for where only people are
    named."""
    sure = _sure(text)
    return tuple(sorted((*sure, *_unlisted(text, sure))))


def _sure(text: str) -> list[Span]:
    """Names that are persons' with or without a role beside them."""
    return [
        span for run in RUN.finditer(text) for span in _names(text, run, titled=_is_titled(text, run.start()))
    ]


def _unlisted(text: str, known: list[Span]) -> Iterator[Span]:
    """Given names with a surname that is a word too, "Jan Szron": persons only where a role stands beside."""
    for run in RUN.finditer(text):
        parts = list(PART.finditer(text, run.start(), run.end()))
        taken = any(span.start < run.end() and run.start() < span.end for span in known)
        if words.fold(parts[-1].group()) in lexicon("naming.toml")["cluster"]:
            continue  # "Sewer Robotics Cluster"
        if not taken and 2 <= len(parts) <= MOST_UNKNOWN and all(_is_unknown(one.group()) for one in parts):
            yield Span(parts[0].start(), parts[-1].end())
            continue
        if taken or len(parts) != 2 or not is_given_name(parts[0].group()) or parts[1].group().isupper():
            continue
        if not _is_title_case_noun(parts[1].group()) and not _is_patron(text, parts, 0, 2):
            yield Span(parts[0].start(), parts[1].end())


@lru_cache(maxsize=20_000)
def _is_unknown(word: str, *, foreign: bool = False) -> bool:
    """Whether no dictionary has a word but as a name: "Aistė", "Kanapienė"; a foreign one may be an English
    word."""
    if word.endswith(".") or word.isupper() or _is_title_case_noun(word):
        return False
    if not foreign and is_english(word):
        return False
    forms = word_forms(word.rpartition("-")[2])
    return not forms or all(form.labels & {"nazwisko", "imię"} for form in forms)


def _role_end(person: Person) -> int:
    return person.role_span.end if person.role_span else 0


def _is_titled(text: str, start: int) -> bool:
    return word_before(text, start).lower() in role_words("naming")


def _names(text: str, run: re.Match[str], titled: bool) -> Iterator[Span]:
    """The persons' names in a run of capitalised words; right after a title a surname alone is one."""
    parts = list(PART.finditer(text, run.start(), run.end()))
    at = 0
    while at < len(parts):
        first = parts[at].group()
        if first.lower() in role_words("naming") and at + 1 < len(parts):
            at, titled = at + 1, True
            continue
        length = _length([one.group() for one in parts[at:]])
        named = not role_of(first) and first.lower() not in role_words("titles") | inflected("klaster")
        if length == 1 and titled and named:
            following = [one.group() for one in parts[at + 1 : at + 2]]
            yield Span(parts[at].start(), parts[at + len(following)].end())
            return
        if length > 1 and not _is_patron(text, parts, at, at + length):
            yield Span(parts[at].start(), parts[at + length - 1].end())
        at, titled = at + length, False


def _length(parts: list[str]) -> int:
    """How many of the words are one person's name; 1 if none."""
    if not is_given_name(parts[0]):
        return 1
    taken = 1
    while taken < min(len(parts), 3) and is_given_name(parts[taken]) and _may_follow(parts[0], parts[taken]):
        taken += 1
    if (
        taken < len(parts)
        and parts[taken].endswith(".")
        and taken + 1 < len(parts)
        and not is_given_name(parts[taken + 1])
    ):
        taken += 1
    if taken < len(parts) and _may_follow(parts[0], parts[taken]) and not _is_title_case_noun(parts[taken]):
        taken += 1
    # "Hana Glass Association" is no person, "Mette Lindqvist Holm" is one.
    if 1 < taken < len(parts) and parts[-1].lower() in lexicon("organisation_heads.toml")["english"]:
        return 1
    if 1 < taken == len(parts) - 1 and _is_unknown(parts[taken], foreign=True):
        taken += 1
    return taken


def _is_title_case_noun(word: str) -> bool:
    """Whether a capitalised word is a role, an institution or what heads a network's name: "Anna Dyrektor",
    "Kent School", "Lee Valley", but no surname."""
    if word.lower() in role_forms() | _institutions():
        return True
    heads = words.fold(word) in lexicon("naming.toml")["network_heads"]
    return heads and not any("nazwisko" in form.labels for form in word_forms(word))


def _is_patron(text: str, parts: list[re.Match[str]], at: int, end: int) -> bool:
    """Whether a street or an institution has the name, or a pope or king bears it."""
    before = word_before(text, parts[at].start())
    if before.lower() in role_words("patrons") or (
        before.lower() in _institutions() and _oblique(parts[at].group())
    ):
        return True
    return re.match(r"\s[IVX]+\b", text[parts[end - 1].end() :]) is not None


def _oblique(word: str) -> bool:
    forms = [form for form in word_forms(word) if "imię" in form.labels]
    return bool(forms) and not any(case == "nom" for form in forms for _, case, _ in form.agreement)
