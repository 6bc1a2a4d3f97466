"""The words in a sentence that are of the kind a question asks for: a date, a number, a name, an address."""

import re
from collections.abc import Iterator
from functools import cache

from assistant.question import NAME, Asked, lexicon
from documents.dates import month_names
from documents.model import Span
from index import words
from index.extraction.contacts import contacts_in, telephones_in

# "w Krakowie", "in the Kraków area": a preposition of place and a capital.
PLACE = re.compile(
    r"\b(?:[Ww]e?|[Nn]a|[Zz]e?|[Dd]o|[Oo]d|[Pp]od|[Kk]oło|[Pp]rzy|[Nn]ad|[Ii]n|[Aa]t|[Ff]rom|[Nn]ear|[Tt]o|[Oo]n|[Oo]f)\s+"
    r"(?:the\s+)?(?=[^\W\d_a-ząćęłńóśźż])"
)
NUMBER = re.compile(
    r"(?:\b(?i:ok|ponad|około|prawie|blisko|niemal|about|almost|nearly|over|around|more than|less than)\b"
    r"[.\s]*|(?<![\w.-]))"
    r"\d(?:[\d.,]|[ \u00a0](?=\d{3}\b))*(?<=\d)(?:\s?[-–]\s?\d+)?(?:\s*%)?"
    r"(?:\s*(?:tys|mln|mld|thousand|million|billion)\b\.?)?"
)
YEARS = re.compile(r"\d{4}(?:\s?[-–]\s?\d{4})?")
FOLLOWING_WORD = re.compile(r"\s+(?!roku\b|r\.)[a-ząćęłńóśźż]{2,}")


@cache
def _date() -> re.Pattern[str]:
    months = "|".join(sorted(map(re.escape, month_names()), key=len, reverse=True))
    year = r"(?:1[0-9]|20)\d\d"
    return re.compile(
        rf"\b\d{{1,2}}(?:st|nd|rd|th)?\.?(?:\s?[-–]\s?\d{{1,2}}\.?)?\s+(?:of\s+)?(?:{months})\b\.?(?:,?\s+{year}\b)?"
        # Where spaces were lost: "on26March2014".
        rf"|(?<!\d)\d{{1,2}}\s?(?:{months})\s?{year}(?!\d)"
        rf"|\b(?:{months})\b\.?\s+(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?{year}\b"
        rf"|\b\d{{1,2}}[./-]\d{{1,2}}[./-]{year}\b|\b{year}-\d\d-\d\d\b"
        rf"|\b{year}(?:\s?[-–/]\s?{year})?\b(?:\s*(?:roku|r\.))?"
        r"|\b[XVI]+\s+(?:w\.|wieku?\b)|\b\d{1,2}(?:st|nd|rd|th)\s+century\b|\b\d{2,4}s\b|\blat(?:ach)?\s+\d{2,4}(?:\s?[-–/]\s?\d{2,4})?\.?",
        re.IGNORECASE,
    )


@cache
def _words_of(table: str, key: str) -> re.Pattern[str]:
    listed = sorted(map(re.escape, lexicon()[table][key]), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(listed)})\b")


@cache
def _numerals() -> re.Pattern[str]:
    """Numbers in words as far as they go: "dwadzieścia siedem", "a hundred and five"."""
    one = _words_of("numerals", "words").pattern
    return re.compile(rf"{one}(?:(?:\s|-)+(?:and\s+)?{one})*")


def spans(text: str, asked: Asked) -> tuple[Span, ...]:
    """Where `text` names something of the kind asked for, in order; none for kinds no word gives away."""
    return tuple(_found(text, asked))


def _found(text: str, asked: Asked) -> Iterator[Span]:
    match asked:
        case "date":
            yield from _all(_date(), text)
        case "number":
            taken = [span for span in _all(_date(), text) if not _counts(text, span)]
            taken += (one.span for one in contacts_in(text))
            yield from (s for s in _all(NUMBER, text) if not any(_overlap(s, t) for t in taken))
            yield from _all(_numerals(), words.same_length_fold(text))
        case "phone":
            yield from telephones_in(text)
        case "email" | "website" | "address":
            yield from (one.span for one in contacts_in(text) if one.kind == asked)
        case "person":
            yield from _names(text)
        case "place":
            yield from _places(text)
        case "reason":
            yield from _all(_words_of("cues", "reason"), words.same_length_fold(text))
        case "definition":
            yield from _all(_words_of("cues", "definition"), words.same_length_fold(text))
        case "yes_no" | "manner" | "advice" | "thing":
            return


def _all(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    return (Span(*match.span()) for match in pattern.finditer(text) if match.group())


def _counts(text: str, span: Span) -> bool:
    """Whether what looks like a year counts things: "1500 firm" does, "2015 roku" and "in 2015" do not."""
    after = FOLLOWING_WORD.match(text, span.end)
    if not YEARS.fullmatch(text, span.start, span.end) or not after:
        return False
    before = words.tokenize(text[: span.start])[-1:]
    dated = bool(before) and words.fold(before[0]) in lexicon()["before_year"]["words"]
    return not dated and words.fold(after.group().strip()) not in words.stop_words()


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _names(text: str) -> Iterator[Span]:
    """Runs of capitalised words; one at the start of the text only if it goes on or no dictionary has it."""
    for match in NAME.finditer(text):
        first, _, rest = match.group().partition(" ")
        start = match.start()
        if _opens(text, start) and words.is_known(first.lower()):
            if not rest:
                continue
            if not words.is_known(first) or words.fold(first) in words.stop_words():
                start += len(first) + 1
        yield Span(start, match.start() + len(match.group().rstrip(".-–&+ ")))


def _opens(text: str, start: int) -> bool:
    return not text[:start].strip(" „“”\"'(–-•")


def _places(text: str) -> Iterator[Span]:
    for match in PLACE.finditer(text):
        name = NAME.match(text, match.end())
        if name:
            yield Span(name.start(), name.end())
