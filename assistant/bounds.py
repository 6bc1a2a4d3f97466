"""What a question bounds by a number: "składka poniżej 1000 zł", "a turnover over EUR 2 million"."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.question import lexicon
from assistant.valued import either
from documents.model import Span
from documents.periods import Period, periods
from index.register.model import Comparison
from index.words import same_length_fold

# A number as written, "1 400", "1,2", and what multiplies it.
GROUPED = r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?!\d)"
NUMBER = rf"(?<![\w.,/-])(?:{GROUPED}|\d+)(?:[.,]\d{{1,2}})?(?![\d/]|[.,:]\d)"
# Times that leave one end open.
OPEN = frozenset({"before", "after", "since"})


@dataclass(frozen=True, slots=True)
class Bound:
    """The numbers that are meant, from `least` to `most`, both among them, and where a question says so."""

    span: Span
    least: float = -math.inf
    most: float = math.inf

    def holds(self, value: float) -> bool:
        """Whether a number is one of those meant."""
        return self.least <= value <= self.most


def bounds_in(text: str) -> tuple[Bound, ...]:
    """The bounds that a question sets by numbers, but for times."""
    taken = [one.span for one in periods(text)]
    found: list[Bound] = []
    # "Nie więcej niż" is longer than "więcej niż".
    for one in sorted(_found(same_length_fold(text)), key=lambda one: one.span.start - one.span.end):
        if not any(_meet(one.span, span) for span in taken):
            taken.append(one.span)
            found.append(one)
    return tuple(found)


def between(comparison: Comparison, count: int, most: int | None) -> Bound:
    """The bound of a comparison with a number, or of a range up to `most`."""
    least = {"more": count + 1, "at_least": count, "exactly": count}.get(comparison, -math.inf)
    highest = {"less": count - 1, "at_most": count, "exactly": count}.get(comparison, most or math.inf)
    return Bound(Span(0, 0), least, highest)


def bounded_in(text: str) -> tuple[Span, ...]:
    """Where a question asks for what is more or less than a number, or before or after a time."""
    times = (one.span for one in periods(text) if one.relation in OPEN)
    return (*(one.span for one in bounds_in(text)), *times)


def amounts_in(text: str, head: str = "") -> Iterator[float]:
    """The numbers in a text, multiplied by what stands behind them, or else by what their head says."""
    folded = same_length_fold(text)
    of_head = _scales().search(same_length_fold(head))
    for found in re.finditer(NUMBER, folded):
        scale = _scales().match(folded, found.end()) or of_head
        yield _value(found.group(), scale)


def is_before(told: Period, asked: Period) -> bool | None:
    """Whether a time that is told lies on the side that is asked for: before 2010, since May; None of a
    time that has no open end."""
    last, first = (told.other or told.moment).last, told.moment.first
    if asked.relation == "before":
        return last < asked.moment.first
    if asked.relation == "after":
        return first > asked.moment.last
    if asked.relation == "since":
        return first >= asked.moment.first
    return last <= asked.moment.last if asked.relation == "until" else None


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _found(folded: str) -> Iterator[Bound]:
    for kind, pattern in _sides():
        for one in pattern.finditer(folded):
            ends, behind = one.groupdict(), _scales().match(folded, one.end())
            span = Span(one.start(), behind.end() if behind else one.end())
            scales = {end: _scales().match(folded, one.end(end)) for end in ends}
            value = {end: _value(ends[end], scales[end] or scales.get("most")) for end in ends}
            if kind == "between":
                yield Bound(span, value["least"], value["most"])
            elif kind in ("over", "at_least"):
                least = value["least"]
                yield Bound(span, least=math.nextafter(least, math.inf) if kind == "over" else least)
            else:
                most = value["most"]
                yield Bound(span, most=math.nextafter(most, -math.inf) if kind == "under" else most)


def _value(number: str, scale: re.Match[str] | None) -> float:
    plain = re.sub(r"[ \u00a0\u202f]|[.,](?=\d{3}(?!\d))", "", number).replace(",", ".")
    return float(plain) * (_multipliers()[scale[1]] if scale else 1.0)


@cache
def _multipliers() -> dict[str, float]:
    return {word: float(times) for times, words in lexicon()["bounds"]["times"].items() for word in words}


@cache
def _scales() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,2}}(?<![^\W\d_])({'|'.join(_multipliers())})\b")


@cache
def _sides() -> list[tuple[str, re.Pattern[str]]]:
    """How each side is told, before the number or after it: "at least 50", "50 or more", "from 5 to 10"."""
    told, signs = lexicon()["bounds"], lexicon()["money"]["currencies"]
    about = rf"(?:{either([*told['about'], *signs])} ?)?"
    lasts = rf"(?! ?{either(told['lasting'])}\b)"
    least, most = rf"(?P<least>{NUMBER})", rf"(?P<most>{NUMBER})"
    unit = rf"(?: ?{either(list(_multipliers()))}\b\.?)?(?: ?{either(signs)}| [a-z]+)?"
    sides = [
        ("between", rf"\b{either(told['between'])} {about}{least}{unit} {either(told['and'])} {about}{most}")
    ]
    for kind in ("over", "at_least"):
        sides.append((kind, rf"(?<!\w){either(told[kind])} {about}{least}{lasts}"))
    for kind in ("under", "at_most"):
        sides.append((kind, rf"(?<!\w){either(told[kind])} {about}{most}{lasts}"))
    sides.append(("at_least", rf"{least}{unit} {either(told['and_more'])}\b"))
    sides.append(("at_most", rf"{most}{unit} {either(told['and_less'])}\b"))
    sides.append(
        (
            "at_most",
            rf"\b{either(told['up_to_sum'])} {about}{most}(?={unit} ?{either(signs)})",
        )
    )
    return [(kind, re.compile(pattern)) for kind, pattern in sides]
