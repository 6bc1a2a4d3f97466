"""Where sentences begin and end, in Polish and English.

Measured on the hand-written cases of tests/documents/sentence_cases.txt, sentencex, pysbd and simplemma
get 38 to 50 of 77 right, because of Polish abbreviations and initials: hence rules of our own.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from documents.model import Span
from documents.periods import periods

_CANDIDATE = re.compile(r"(?P<mark>[.!?…]+)(?P<close>[\"”’»'\])]*)(?P<gap>\s+|(?=[^\W\d_a-z]))")
_OPENING = " \t\n\u00a0\"'“„«‘([–—-•*"
_WORD_BEFORE = re.compile(r"[^\s\"“„«(\[]*$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?-?)+")
_ROMAN = re.compile(r"[IVXLC]+$")
_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2})+")
_COMPANY = re.compile(r"\b[Ss]\. ?[Aa]$")
_YEAR = re.compile(r"\d{4} ?r\.$")
# The mark of a point or a note: "(b) Klaster …".
_LETTERED = re.compile(r"\([a-z]\)\s+[^\W\d_a-ząćęłńóśźż]")
_WORD = re.compile(r"\w+")
_COUNTED = re.compile(r"\d+\s[a-ząćęłńóśźż]")
# What a range goes on with, behind the full stop of an abbreviation.
_TO_NUMBER = re.compile(r"\s[–—-]\s?\d")
_WINDOW = 60
# No longer clause is still without its verb.
_CLAUSE = 110
# Endings of Polish verbs that no noun has, and those of nouns and adjectives in the instrumental.
_VERB = re.compile(r"\w+(?:ł|ła|ło|li|ły|łem|łam|liśmy|łyśmy|uje|ują|ano|ono|ięto|yto|emy|amy|imy|ymy)")
_INSTRUMENTAL = re.compile(r"(?:em|im|ym|ą|ami)$")


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The lists of data/abbreviations.toml, lower case, without the last full stop."""

    never: frozenset[str]
    before_number: frozenset[str]
    after_number: frozenset[str]
    multiplier: frozenset[str]
    may_end: frozenset[str]
    before_roman: frozenset[str]
    before_ordinal: frozenset[str]
    before_time: frozenset[str]
    opens_clause: frozenset[str]
    subordinators: frozenset[str]
    verbs: frozenset[str]
    takes_instrumental: frozenset[str]
    counts: frozenset[str]


@cache
def abbreviations() -> Abbreviations:
    """The abbreviations, read once."""
    source = resources.files("documents") / "data" / "abbreviations.toml"
    lists = tomllib.loads(source.read_text(encoding="utf-8"))
    return Abbreviations(**{name: frozenset(words) for name, words in lists.items()})


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of `text` in order: trimmed, not overlapping, only white space between them."""
    return tuple(_spans(text))


def _spans(text: str) -> Iterator[Span]:
    start = _skip_space(text, 0)
    for found in _CANDIDATE.finditer(text):
        end = found.end("close")
        if end <= start or found.end() >= len(text) or not _ends(text, start, found):
            continue
        yield Span(start, end)
        start = _skip_space(text, end)
    last = len(text.rstrip())
    if start < last:
        yield Span(start, last)


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _ends(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether a sentence that began at `start` ends with the mark that was found."""
    after = text[found.end() : found.end() + _WINDOW].lstrip(_OPENING)
    if not after or (after[0].islower() and not _LETTERED.match(text, found.end())):
        return False
    if found["close"] and text[found.end()] == "(":  # whose words they are stands after them
        return False
    before = text[max(start, found.start() - _WINDOW) : found.start()]
    if text[found.end()] == "(" and found["mark"] == "." and _abbreviated(before):
        return False  # "do 30 września 2025 r. (VII runda)"
    if _TO_NUMBER.match(text, found.end("close")) and _abbreviated(before):
        return False  # "1 listopada 2022 r. – 31 października 2025 r."
    if not found["gap"]:
        return _glued(before, after, found["close"])
    if found["mark"] != "." or (found["close"] and _wide(before)):
        return True
    begun = text[start : found.end("mark")]
    if _COUNTED.match(after) and _YEAR.search(begun) and _verb_before_time(begun):
        return False
    return _full_stop_ends(before, after) and not _only_begun(begun)


def _only_begun(begun: str) -> bool:
    """Whether what has been said up to the full stop of "r." is no whole clause yet."""
    if not _YEAR.search(begun):
        return False
    return _only_when(begun) or _without_verb(begun) or _without_subject(begun)


def _verb_before_time(begun: str) -> bool:
    """Whether a verb that counts and a year right behind it are all that was said: how many is said next,
    "liczył w 2019 r. 48 firm"."""
    spans = [period.span for period in periods(begun[-_WINDOW:])]
    before = begun[-_WINDOW:][: spans[-1].start] if spans else ""
    last = _WORD.findall(before)[-1:]
    return bool(last) and last[0].lower() in abbreviations().counts


def _without_verb(begun: str) -> bool:
    """Whether the last clause begins with a preposition, a subordinator, or by what it is decided, and has no
    verb yet: "Decyzją z dnia 10 marca 2025 r. Klastrowi …", ", gdyż w maju 2021 r. Klaster …"."""
    clause = begun[_clause_start(begun) :]
    said = [word.lower() for word in _WORD.findall(clause)]
    lists = abbreviations()
    if not said or len(clause) > _CLAUSE or said[0] not in lists.opens_clause:
        return False
    return not any(word in lists.verbs or _VERB.fullmatch(word) for word in said[1:])


def _clause_start(begun: str) -> int:
    """Where the last clause begins; one within a sentence only behind a subordinator."""
    for found in reversed(tuple(re.finditer(r"[,;–]\s+(?=(\w+))", begun))):
        if found[1].lower() in abbreviations().subordinators:
            return found.end()
    return 0


def _without_subject(begun: str) -> bool:
    """Whether a clause that begins with what somebody is, or leads, has its verb and since when, and not yet
    who: "Prezesem jest od maja 2024 r. Anna …"."""
    spans = [period.span for period in periods(begun)]
    first = _WORD.search(begun)
    if not spans or spans[-1].end < len(begun) or first is None or len(begun) > _CLAUSE:
        return False
    last = _last_word(begun[: spans[-1].start].rstrip()).lower()
    return _INSTRUMENTAL.search(first[0]) is not None and last in abbreviations().takes_instrumental


def _only_when(begun: str) -> bool:
    """Whether what has been said up to the full stop of "r." is only when: "Od 2014 r. Klaster …"."""
    if len(begun) > _WINDOW:
        return False
    spans = [period.span for period in periods(begun)]
    if not spans or spans[-1].end < len(begun):
        return False
    starts = [0, *(span.end for span in spans)]
    beside = " ".join(begun[at : span.start] for at, span in zip(starts, spans, strict=False))
    return all(word.lower() in abbreviations().before_time for word in _WORD.findall(beside))


def _abbreviated(before: str) -> bool:
    """Whether a full stop may be that of an abbreviation, which a bracket goes on after."""
    lists, word = abbreviations(), _last_word(before).lower()
    return word in lists.after_number or word in lists.before_number or word in lists.never


def _glued(before: str, after: str, close: str) -> bool:
    """Whether a full stop without a space after it ends a sentence: "industry.It is", never "www.Foo.pl"."""
    word = _last_word(before)
    follows = re.match(r"\w+", after)
    plain = word.isalpha() or bool(close)
    short = word.lower() in abbreviations().never | abbreviations().may_end
    opens = follows is not None and (follows[0][1:].islower() or len(follows[0]) == 1)
    domain = follows is not None and after[follows.end() : follows.end() + 1] in {".", "@", "/"}
    return plain and opens and not short and not domain and len(word) > 2 and not word.isupper()


def _wide(before: str) -> bool:
    """Whether more than an initial stands before a closing bracket or quote."""
    return len(_last_word(before)) > 1


def _last_word(before: str) -> str:
    found = _WORD_BEFORE.search(before)
    return found[0].rstrip(",;:") if found else ""


def _full_stop_ends(before: str, after: str) -> bool:
    word = _last_word(before)
    if not word:
        return True
    if word.isdigit():
        return _number_ends(before, word, after)
    if _SECTION.fullmatch(word) and before == word:
        return False
    if _COMPANY.search(before):
        return True
    return _word_ends(before, word, after)


def _number_ends(before: str, word: str, after: str) -> bool:
    """Whether "8." ends a sentence: not as its first word, nor as an ordinal before a name."""
    rest = before[: -len(word)].rstrip()
    if not rest:
        return False
    if len(word) > 2 or after[0].isdigit():
        return True
    return _last_word(rest).lower() not in abbreviations().before_ordinal


def _word_ends(before: str, word: str, after: str) -> bool:
    lists, low = abbreviations(), word.lower().lstrip("(„\"'")
    numbered = after[0].isdigit()
    if low in lists.after_number and _numeral_before(before, word):
        return True
    if low in lists.may_end:
        return True
    if low in lists.never or low in lists.multiplier:
        return False
    if numbered and low in lists.before_number:
        return False
    if low in lists.after_number:
        return False
    if _ROMAN.match(word) and _last_word(before[: -len(word)].rstrip()).lower() in lists.before_roman:
        return True
    return not _is_initial(word)


def _numeral_before(before: str, word: str) -> bool:
    last = _last_word(before[: -len(word)].rstrip())
    return last[-1:].isdigit() or bool(_ROMAN.match(last))


def _is_initial(word: str) -> bool:
    """Whether a word is "M", "M.E" or "J.-P": letters of a name, one by one."""
    return bool(_INITIALS.fullmatch(word)) and (word[0].isupper() or len(word) == 1) and _letters_apart(word)


def _letters_apart(word: str) -> bool:
    return all(len(part) == 1 for part in re.split(r"[.-]+", word) if part)
