"""People's names in what readers typed, but for those whom the library itself names."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from documents.model import Span
from index import words
from index.extraction.people import is_given_name, people_in
from index.inflection import word_forms
from index.personal_names import personal_name
from index.register.model import Attribute
from index.register.register import Register

# Of whose values some are people's names.
NAMING: tuple[Attribute, ...] = ("person", "representative", "coordinator")
# "My name is Ola": whoever says so is named, however short it is.
CALLED = re.compile(
    r"(?i:\b(?:nazywam się|mam na imię|z tej strony|moje nazwisko(?: to)?|my name is|my name's)\s+)"
    r"((?:[^\W\d_][\w'’-]+\s?){1,2})"
)
PAIR = re.compile(r"\b([^\W\d_]{3,})(\s+)(?=([^\W\d_]{3,})\b)")


@dataclass(frozen=True, slots=True)
class Known:
    """Whom the library names: `is_known` of a name in the nominative, folded; `named` finds the spans of
    clusters' names in a text, in which people's may stand."""

    is_known: Callable[[str], bool]
    named: Callable[[str], Collection[Span]]


NOBODY = Known(lambda name: False, lambda text: ())


@lru_cache(maxsize=2)
def known_to(register: Register) -> Known:
    """Whom a register names. Looked up once for a register, which never changes."""
    values = (fact.value for cluster in register.clusters for fact in cluster.of(*NAMING))
    people = frozenset(words.fold(value) for value in values)
    return Known(people.__contains__, lambda text: tuple(one.span for one in register.named(text)))


def strangers(text: str, known: Known) -> tuple[Span, ...]:
    """Where a text names people that the library does not, in order; none of it overlaps."""
    raised = _raised(text)
    found = [one.span for one in people_in(raised)]
    found += [Span(*one.span(1)) for one in CALLED.finditer(text) if not one.group(1)[0].islower()]
    clusters = known.named(text)
    spans: list[Span] = []
    for span in sorted(_trimmed(text, one) for one in found):
        apart = not spans or spans[-1].end <= span.start
        theirs = any(one.start < span.end and span.start < one.end for one in clusters)
        if apart and not theirs and not known.is_known(words.fold(personal_name(raised[slice(*span)]))):
            spans.append(span)
    return tuple(spans)


def _raised(text: str) -> str:
    """The text with capitals where somebody typed a person's name without: "jan kowalski". Only words that
    are nothing but names are taken for such."""
    raised = list(text)
    for at, end in _typed_small(text):
        raised[at], raised[end] = raised[at].upper(), raised[end].upper()
    return "".join(raised)


def _typed_small(text: str) -> Iterator[tuple[int, int]]:
    for pair in PAIR.finditer(text):
        given, surname = pair.group(1), pair.group(3)
        # A letter that is two as a capital would move all that follows.
        plain = len(f"{given[0]}{surname[0]}".upper()) == len("AB")
        if plain and given.islower() and surname.islower() and _only_given(given) and _is_surname(surname):
            yield pair.start(1), pair.start(3)


def _only_given(word: str) -> bool:
    forms = word_forms(word.capitalize())
    return is_given_name(word.capitalize()) and all("imię" in form.labels for form in forms)


def _is_surname(word: str) -> bool:
    return any("nazwisko" in form.labels for form in word_forms(word.capitalize()))


def _trimmed(text: str, span: Span) -> Span:
    return Span(span.start, span.start + len(text[slice(*span)].rstrip()))
