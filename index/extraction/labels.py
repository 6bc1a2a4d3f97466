"""Labels and rounds: what a status is called, and in which of its rounds it was given."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from documents.model import Language, Span
from index import words
from index.extraction.known_labels import kept_by_labels, known_labels
from index.extraction.named_labels import may_be_called, named_labels
from index.gazetteer import lexicon

_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
# What a text speaks of that is about labels which have grades.
GRADED = re.compile(r"\b(?:label|odznak|etykiet|certyfikat|oznak|znak)\w*")
_TENS = ("", "X", "XX", "XXX", "XL")
_ROMAN = r"[IVX]{1,7}"
_ROUND = r"(?:rund[aęyąo]\w*|rundzie|rund|edycj\w+|nab[oó]r\w*|konkurs\w*|rounds?|editions?|calls?)"
_BEFORE = re.compile(rf"\b(?P<n>{_ROMAN}|\d{{1,2}})(?:\.|st|nd|rd|th)?\s+{_ROUND}\b", re.IGNORECASE)
# "runda V i VI", "rounds 5 and 6".
_ANOTHER = re.compile(rf"\s*(?:,|i|oraz|and|&|–|-|/)\s*(?:{_ROMAN}|\d{{1,2}}\b(?!\.\d))(?!\w)")
_AFTER = re.compile(
    rf"\b{_ROUND}\s+(?:nr\s+|no\.?\s+|number\s+|konkurs\w*\s+)?(?P<n>{_ROMAN}|\d{{1,2}})(?![\w%]|\s*(?:mln|"
    rf"tys|zł|PLN|EUR))",
    re.IGNORECASE,
)
# The number of a section before the word for a round: "II. Runda VIII", "1. edycja 3".
_NUMBERED = re.compile(rf"(?:{_ROMAN}|\d{{1,2}})\.\s+[A-ZR]")
# Acronyms of labels and of those who give them, as they are written.
ACRONYMS = "KKK|NKC|ESCA|ECEI|EUCLES|ECA"
_ISSUERS = r"\b(?:esca|ecei|eucles)\b"
_BODY = re.compile(
    rf"{_ISSUERS}|\beca\b|(?:gold|silver|bronze|zlot\w*|srebrn\w*|brazow\w*) "
    r"(?:\w+ )?(?:label|odznak|znak)\w*"
)
# A word for labels that come in grades, and what may follow a grade that is told of one of them.
_GRADE_WORD = re.compile(
    r"\b(?:labels?|odznak\w*|etykiet\w*|(?:quality|excellence) certificates?|"
    r"certyfikat\w* (?:jakosci|doskonalosci))\b"
)
_ALONE = re.compile(
    r"[”\"»]?(?=\s*$|\s*[,.;:)(–—|\d-]|\s+(?:w|we|od|do|i|oraz|a|lub|na|nadan\w+|przyznan\w+|wazn\w+|in|on|since|until|"
    r"till|from|and|or|but|for|to|by|level|one|grade|tier|class|esca|ecei|eucles)\b)"
)
# "40 tys. złotych" is no grade.
_SUM = re.compile(r"(?:\d|\btys\.?|\bmln|\bmld|\bmilion\w*|\btysi\w+)\s*$")
# The words for labels that come in grades, and those for such as do not.
OF_GRADES = re.compile(r"(?:label|etykiet|odznak)")
OF_NONE = re.compile(r"(?:status|tytul|title|mian)")


@dataclass(frozen=True, slots=True)
class Label:
    """A label that a text names at `span`, by its key."""

    span: Span
    key: str


@cache
def ordinal_stems() -> dict[str, int]:
    """The numbers that ordinals tell, by their stems, folded: without the endings of their cases."""
    table = lexicon("numerals.toml")["ordinals"]
    return {stem: int(number) for number, stems in table.items() for stem in stems}


@cache
def _ordinal() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<n>{'|'.join(ordinal_stems())})\w{{0,3}}\s+(?:\w+\s+)?(?:rund\w*|edycj\w*|round|edition|"
        rf"nabor\w*)\b"
    )


@cache
def _labels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = lexicon("status_labels.toml")
    return tuple((key, re.compile("|".join(row["patterns"]))) for key, row in table.items())


def label_name(key: str, language: Language) -> str:
    """A label as people call it; the key itself where it has no other name."""
    row = lexicon("status_labels.toml").get(key)
    return str(row[language]) if row else key


def is_listed(key: str) -> bool:
    """Whether a label is one of those that index/data/status_labels.toml lists."""
    return key in lexicon("status_labels.toml")


def is_label(name: str) -> bool:
    """Whether a name is that of a label, and of nobody."""
    return any(one.span == Span(0, len(name)) for one in labels_in(name))


def is_called(key: str, said: Sequence[str]) -> bool:
    """Whether words for a label may stand for it: for any that is listed, else as its name lets them."""
    if not said:
        return True
    if not is_listed(key):
        return any(may_be_called(key, word) for word in said)
    graded = "tier" in lexicon("status_labels.toml")[key]
    return any(OF_GRADES.match(word) is None if not graded else OF_NONE.match(word) is None for word in said)


@kept_by_labels(4_096)
def labels_in(text: str) -> tuple[Label, ...]:
    """The labels a text names, in order; of two at one place the longer."""
    folded = words.same_length_fold(text)
    listed = [Label(Span(*m.span()), key) for key, pattern in _labels() for m in pattern.finditer(folded)]
    named = [
        Label(span, key)
        for span, key in (*known_labels(text), *named_labels(text))
        if not any(one.span.start < span.end and span.start < one.span.end for one in listed)
    ]
    found = sorted((*listed, *named, *_graded(text, folded)), key=lambda one: (one.span.start, -one.span.end))
    kept: list[Label] = []
    for one in found:
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return tuple(kept)


def _graded(text: str, folded: str) -> Iterator[Label]:
    """The grades alone, in a text that says who gives the labels of them, "ECEI: Klaster X ma Gold", or that
    speaks of such labels, where no noun follows: "brązowa odznaka w 2019, srebrna w 2022"."""
    issued = re.search(_ISSUERS, folded) is not None
    spoken = issued or _BODY.search(folded) is not None or _GRADE_WORD.search(folded) is not None
    for one in _tiers(folded) if spoken else ():
        alone = _ALONE.match(folded, one.span.end) and not _SUM.search(folded[: one.span.start])
        if alone or (issued and text[one.span.start].isupper()):
            yield one


def _tiers(folded: str) -> Iterator[Label]:
    for key, row in lexicon("status_labels.toml").items():
        for match in re.finditer(row["tier"], folded) if "tier" in row else ():
            yield Label(Span(*match.span()), key)


def tier_of(text: str, beside: str) -> str:
    """The key of the label whose tier alone a text names, "Złotą" or "Gold", where what stands beside it
    speaks of the labels that have tiers; "" for none."""
    return tier_alone(text) if body_of(beside) else ""


def tier_alone(text: str) -> str:
    """The key of the label whose tier a text names first, whatever it speaks of; "" for none."""
    found = [(one.span.start, one.key) for one in _tiers(words.same_length_fold(text))]
    return min(found)[1] if found else ""


def body_of(text: str) -> str:
    """Whose labels with tiers a text speaks of, "" if of none: "ESCA label", "odznaka ECEI"."""
    found = _BODY.search(words.same_length_fold(text))
    return found[0] if found else ""


def rounds_in(text: str) -> Iterator[tuple[Span, str]]:
    """The rounds a text names, as Roman numerals: "V runda", "round 5", "piąta runda" are all V."""
    for pattern in (_BEFORE, _AFTER):
        for match in pattern.finditer(text):
            # "W tym naborze i w następnym" names none.
            number = canonical_round(match["n"]) if match["n"] != "i" else ""
            if number and not _NUMBERED.match(match[0]):
                yield Span(*match.span()), number
    for match in _ordinal().finditer(words.same_length_fold(text)):
        yield Span(*match.span()), roman(ordinal_stems()[match["n"]])


def names_rounds(text: str) -> bool:
    """Whether a text names several rounds in a row: "runda V i VI"."""
    return any(_ANOTHER.match(text, span.end) is not None for span, _ in rounds_in(text))


def says_round(text: str) -> bool:
    """Whether a text has a word for a round, with a number or without."""
    return re.search(rf"\b{_ROUND}\b", text, re.IGNORECASE) is not None


def canonical_round(written: str) -> str:
    """A round's number as a Roman numeral, however it is written; "" for no number."""
    written = written.strip().rstrip(".")
    if written.isdigit():
        return roman(int(written)) if 0 < int(written) < 40 else ""
    return (
        written.upper()
        if re.fullmatch(_ROMAN, written.upper()) and roman(_value(written)) == written.upper()
        else ""
    )


def roman(number: int) -> str:
    """A number from 1 to 49 as a Roman numeral."""
    tens, ones = divmod(number, 10)
    return _TENS[tens] + _ONES[ones]


def _value(numeral: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in numeral.upper()]
    return sum(-v if n < len(values) - 1 and v < values[n + 1] else v for n, v in enumerate(values))
