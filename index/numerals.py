"""Whole numbers that a text writes, in digits and in words, in Polish and English."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from documents.model import Span
from index import words
from index.gazetteer import lexicon
from index.words import same_length_fold

DIGITS = re.compile(
    # "ok.500": a short word's full stop is none between digits.
    r"(?:(?<![\w.,/+-])|(?<=\bok\.)|(?<=\bca\.)|(?<=\bmin\.)|(?<=\bmax\.))(?<!\d:)"
    r"(?:\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+|\d+)(?!\d)",
)
# After digits: thousands; and what makes of them a share, a measure, a price, an age or a date.
THOUSANDS = re.compile(r"[ \u00a0](?:tys\.|tys\b|tysi[eęa]c\w*|thousand\b)")
MEASURE = re.compile(
    r"[%/-]|[.,:]\d|\s?(?:%|‰|[°ºª²³]|proc\b|percent\b|per cent\b|mln|mld|zł|zl\b|PLN|EUR|USD|euro|dol\.|"
    r"million|billion|lat\b|lata\b|years?\b|year-|godz|hours?\b|minut|days?\b|dni\b|tygodni|miesi[aą]c|months?\b|weeks?\b|"
    r"km|kg\b|ton\b|tons\b|tonnes?\b|ha\b|hektar|kV|MW|GW|kW|m2|metr|metres?\b|miles?\b|r\.|rok|th\b|st\b|nd\b|rd\b)"
)
BEFORE = re.compile(r"[$€£]\s?$")
# They multiply the numeral before them.
MULTIPLIERS = frozenset({100, 1000})
NEXT_WORD = re.compile(r"(?: and)?[ -]([a-z]+)")


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number where it stands in a text."""

    span: Span
    value: int


def numbers_in(text: str) -> Iterator[Number]:
    """The numbers of a text that count things, in order: no shares, measures, prices, ages or dates."""
    found = [*_in_digits(text), *_in_words(text)]
    return iter(sorted(found, key=lambda one: one.span.start))


def is_numeral(word: str) -> bool:
    """Whether a word is a number in words."""
    return words.fold(word) in _numerals()


def _in_digits(text: str) -> Iterator[Number]:
    for match in DIGITS.finditer(text):
        value, end = int(re.sub(r"\D", "", match.group())), match.end()
        thousands = THOUSANDS.match(text, end)
        if thousands is not None:
            value, end = value * 1000, thousands.end()
        if not MEASURE.match(text, end) and not BEFORE.search(text, 0, match.start()):
            yield Number(Span(match.start(), end), value)


def _in_words(text: str) -> Iterator[Number]:
    folded, numerals = same_length_fold(text), _numerals()
    at = 0
    for match in _numeral().finditer(folded):
        if match.start() < at:
            continue
        at, last = match.end(), numerals[match.group()]
        whole, group = 0, last
        # "pięćdziesiąt dwie", "fifty-eight": smaller ones go on; hundreds and thousands multiply.
        while following := NEXT_WORD.match(folded, at):
            value = numerals.get(following.group(1))
            if value is None:
                break
            if value in MULTIPLIERS and group < value:
                group *= value
            elif last >= 20 and value < last:
                group += value
            else:
                break
            if group >= 1000:
                whole, group = whole + group, 0
            at, last = following.end(), value
        if not MEASURE.match(text, at) and not _is_polish_pronoun(text, match):
            yield Number(Span(match.start(), at), whole + group)


def _is_polish_pronoun(text: str, match: re.Match[str]) -> bool:
    """Whether "ten" or "one" is "this" or "they" of a Polish text: no English word follows it."""
    following = words.TOKEN.search(text, match.end())
    return match.group() in {"ten", "one"} and (
        following is None or bool(words.readings(following.group().lower()))
    )


@cache
def _numeral() -> re.Pattern[str]:
    longest_first = sorted(_numerals(), key=len, reverse=True)
    return re.compile(rf"(?<![a-z])(?:{'|'.join(longest_first)})(?![a-z])")


@cache
def _numerals() -> dict[str, int]:
    table = lexicon("numerals.toml")["numerals"]
    return {form: int(number) for number, forms in table.items() for form in map(words.fold, forms)}
