"""The times that texts name: a day, a month, a quarter, a year, as its first and last day."""

import calendar
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from documents.dates import month_names
from documents.model import Language, Span


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A time as precisely as it was said, as its first and its last day; the earlier one sorts first."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"a moment cannot end on {self.last}, before it begins on {self.first}")

    @classmethod
    def day(cls, day: date) -> "Moment":
        """A single day."""
        return cls(day, day)

    @classmethod
    def month(cls, year: int, month: int) -> "Moment":
        """A month from its first to its last day."""
        return cls.months(year, month, month)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> "Moment":
        """A quarter, numbered from 1."""
        return cls.months(year, 3 * quarter - 2, 3 * quarter)

    @classmethod
    def year(cls, year: int) -> "Moment":
        """A calendar year."""
        return cls.months(year, 1, 12)

    @classmethod
    def months(cls, year: int, first: int, last: int) -> "Moment":
        """Some months of one year, whole."""
        return cls(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))

    @classmethod
    def from_iso(cls, text: str) -> "Moment":
        """The moment whose `iso` is `text`.

        Raises: ValueError if there is none.
        """
        moment = cls._parsed(text)
        if moment.iso != text:
            raise ValueError(f"{text!r} is no day, month, quarter or year, and no first day/last day")
        return moment

    @classmethod
    def _parsed(cls, text: str) -> "Moment":
        first, slash, last = text.partition("/")
        if slash:
            return cls(date.fromisoformat(first), date.fromisoformat(last))
        match text.split("-"):
            case [year]:
                return cls.year(int(year))
            case [year, part] if part.startswith("Q"):
                return cls.quarter(int(year), int(part[1:]))
            case [year, month]:
                return cls.month(int(year), int(month))
        return cls.day(date.fromisoformat(text))

    @property
    def iso(self) -> str:
        """2025-12-17, 2025-12, 2025-Q2 or 2025; for any other length 2022-11-07/2022-11-08."""
        year = f"{self.first.year:04}"
        match self._length():
            case "day":
                return self.first.isoformat()
            case "month":
                return f"{year}-{self.first.month:02}"
            case "quarter":
                return f"{year}-Q{self.last.month // 3}"
            case "year":
                return year
        return f"{self.first.isoformat()}/{self.last.isoformat()}"

    def words(self, language: Language) -> str:
        """The moment as a person writes it: 17 grudnia 2025, December 2025, II kwartał 2025, 2025."""
        names = word_lists()["months"]
        match self._length():
            case "day":
                return f"{self.first.day} {names[language + '_of'][self.first.month - 1]} {self.first.year}"
            case "month":
                return f"{names[language][self.first.month - 1]} {self.first.year}"
            case "quarter":
                at = self.last.month // 3
                return (
                    f"{('I', 'II', 'III', 'IV')[at - 1]} kwartał {self.first.year}"
                    if language == "pl"
                    else f"Q{at} {self.first.year}"
                )
            case "year":
                return str(self.first.year)
        return f"{Moment.day(self.first).words(language)} – {Moment.day(self.last).words(language)}"

    def _length(self) -> str:
        first, last = self.first, self.last
        if first == last:
            return "day"
        if (
            first.day != 1
            or first.year != last.year
            or last.day != calendar.monthrange(last.year, last.month)[1]
        ):
            return "other"
        count = last.month - first.month + 1
        if count == 3 and last.month % 3:
            return "other"
        return {1: "month", 3: "quarter", 12: "year"}.get(count, "other")


@cache
def word_lists() -> dict[str, Any]:
    """The words that times are told with, as data/periods.toml groups them."""
    source = resources.files("documents") / "data" / "periods.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


class Written(NamedTuple):
    """A moment where it is written, [start, end); `last` where two are that share a month or a year."""

    start: int
    end: int
    first: Moment
    last: Moment | None = None


def moments(text: str) -> Iterator[tuple[Span, Moment]]:
    """Each day, month, quarter or year that `text` names, in order, none overlapping; 7-8 May 2022 is one."""
    for start, end, first, last in written(flat(text)):
        yield Span(start, end), Moment(first.first, last.last) if last else first


def written(plain: str) -> Iterator[Written]:
    """The same of a text made `flat`, with the two ends of a stretch apart."""
    at = 0
    if not _YEAR.search(plain):
        return
    while found := _pattern().search(plain, at):
        style = _STYLES[found.lastgroup or ""]
        index = found.re.groupindex[found.lastgroup or ""]
        parts = [found.group(index + 1 + n) for n in range(style.groups)]
        try:
            first, *others = style.read(parts)
            last = others[0] if others else None
            in_order = last is None or first < last
        except ValueError:  # 31 June
            in_order = False
        if in_order and not (style.bare and _is_counted(plain, found.start(), found.end())):
            yield Written(found.start(), found.end(), first, last)
            at = found.end()
        else:  # what follows the number may still be a moment: 9-3 May 2022
            at = found.start() + 1


# One letter for one, so that a place in the flat text is the same place in the text.
_PLAIN = str.maketrans(
    "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ\u00a0\u2007\u202f\u2009\t\n\r‐‑‒–—―−’",
    "acelnoszzacelnoszz       -------'",
)


def flat(text: str) -> str:
    """`text` in lower case, without Polish diacritics, spaces and dashes plain ones; as long as before."""
    plain = text.translate(_PLAIN) if not text.isascii() else text.translate(_SPACES)
    lower = plain.lower()
    return lower if len(lower) == len(text) else "".join(map(_lower, plain))


_SPACES = str.maketrans("\t\n\r", "   ")


def _lower(letter: str) -> str:
    return letter.lower() if len(letter.lower()) == 1 else letter


_YEAR = re.compile(r"19[0-9][0-9]|20[0-9][0-9]|2100")
_NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ROMAN = {name: at for at, name in enumerate(_NUMERALS, 1)}


class _Style(NamedTuple):
    pattern: str
    groups: int
    read: Callable[[list[str]], tuple[Moment, ...]]
    bare: bool = False


@cache
def _months() -> dict[str, int]:
    return {flat(form): number for form, number in month_names().items()} | _ROMAN


def _number(month: str) -> int:
    return _months().get(month) or int(month)


def _day(day: str, month: str, year: str) -> Moment:
    return Moment.day(date(int(year), _number(month), int(day)))


def _days(first: str, last: str, month: str, year: str) -> tuple[Moment, Moment]:
    return _day(first, month, year), _day(last, month, year)


def _years(first: str, last: str) -> tuple[Moment, Moment]:
    """2014-2020, or 2021-27."""
    end = int(last) if len(last) == 4 else int(first) // 100 * 100 + int(last)
    return Moment.year(int(first)), Moment.year(end)


def _school_year(first: str, last: str) -> tuple[Moment, Moment]:
    """2024/2025, or 2024/25; any other pair is a number of a law or of a letter."""
    years = _years(first, last)
    if years[1].first.year != years[0].first.year + 1:
        raise ValueError(f"{first}/{last} is no pair of years")
    return years


@cache
def _ordinals() -> dict[str, int]:
    return {form: int(number) for number, forms in word_lists()["ordinals"].items() for form in forms}


def _quarter(quarter: str, year: str) -> tuple[Moment]:
    return (Moment.quarter(int(year), _ordinals()[quarter]),)


def _half(half: str, year: str) -> tuple[Moment]:
    at = _ordinals()[half]
    return (Moment.months(int(year), 6 * at - 5, 6 * at),)


# D a day, N the number of a month, R a Roman one, M its name, Y a year, Q an ordinal, O its ending, T what
# joins two ends, E no letter next.
_STYLES: dict[str, _Style] = {
    "iso": _Style(r"Y[-/.]N[-/.]D(?![0-9])", 3, lambda p: (_day(p[2], p[1], p[0]),)),
    "year_quarter": _Style(r"Y[-/ ]?q([1-4])E", 2, lambda p: _quarter(p[1], p[0])),
    "year_month": _Style(
        r"Y-(0[1-9]|1[0-2])(?![-/.:]?[0-9])E", 2, lambda p: (Moment.month(int(p[0]), int(p[1])),)
    ),
    "numbers": _Style(r"D ?[-/.] ?N ?[-/.] ?YE", 3, lambda p: (_day(*p),)),
    "numbers_days": _Style(r"D\.?TD ?\. ?N ?\. ?YE", 4, lambda p: _days(*p)),
    "numbers_cross": _Style(
        r"D\.N\.?TD\.N\.YE", 5, lambda p: (_day(p[0], p[1], p[4]), _day(p[2], p[3], p[4]))
    ),
    "roman": _Style(r"D[. ]{0,2}R[. ]{0,2}YE", 3, lambda p: (_day(*p),)),
    "day": _Style(r"DO[ -](?:of )?M\.?,?[ -]YE", 3, lambda p: (_day(*p),)),
    "days": _Style(r"DOTDO (?:of )?M\.?,? YE", 4, lambda p: _days(*p)),
    "days_cross": _Style(
        r"DO (?:of )?M\.?TDO (?:of )?M\.?,? YE",
        5,
        lambda p: (_day(p[0], p[1], p[4]), _day(p[2], p[3], p[4])),
    ),
    "month_day": _Style(r"M\.? DO,? YE", 3, lambda p: (_day(p[1], p[0], p[2]),)),
    "month_days": _Style(r"M\.? DOTDO,? YE", 4, lambda p: _days(p[1], p[2], p[0], p[3])),
    "month_days_cross": _Style(
        r"M\.? DOTM\.? DO,? YE", 5, lambda p: (_day(p[1], p[0], p[4]), _day(p[3], p[2], p[4]))
    ),
    "month": _Style(
        r"M\.?,? (?:of )?(?:rok[u]? )?YE", 2, lambda p: (Moment.month(int(p[1]), _number(p[0])),)
    ),
    "months": _Style(
        r"M\.?TM\.?,? (?:of )?(?:roku )?YE",
        3,
        lambda p: (Moment.month(int(p[2]), _number(p[0])), Moment.month(int(p[2]), _number(p[1]))),
    ),
    "month_number": _Style(
        r"(0[1-9]|1[0-2])[./]YE", 2, lambda p: (Moment.month(int(p[1]), int(p[0])),), bare=True
    ),
    "quarter": _Style(
        r"Q\.? (?:kwarta[a-z]+|kw\.?|quarter)(?: of)?(?: the year)?(?: rok[u]?)? YE",
        2,
        lambda p: _quarter(*p),
    ),
    "quarter_letter": _Style(
        r"(?:q([1-4])|([1-4])q)[-/ ]?(?:of )?YE", 3, lambda p: _quarter(p[0] or p[1], p[2])
    ),
    "half": _Style(
        r"(QH)\.? (?:polrocz[a-z]+|polow[a-z]+|half)(?: of)?(?: rok[u]?)? YE", 2, lambda p: _half(*p)
    ),
    "half_letter": _Style(r"h([12])[-/ ]?YE", 2, lambda p: _half(*p)),
    "years": _Style(
        r"Y ?- ?((?:19|20)[0-9][0-9]|[0-9][0-9])(?![-/.:][0-9])E", 2, lambda p: _years(*p), bare=True
    ),
    "school_year": _Style(
        r"Y/((?:19|20)[0-9][0-9]|[0-9][0-9])(?![-/.:][0-9])E", 2, lambda p: _school_year(*p), bare=True
    ),
    "year": _Style(r"Y(?![-/.,:][0-9])(?![%‰°§/+])E", 1, lambda p: (Moment.year(int(p[0])),), bare=True),
}
_BEFORE = r"(?<!\w)(?<![0-9][.,/:])"
_BEFORE_BARE = r"(?<![\w./:+#§$€£-])(?<![0-9],)"


@cache
def _pattern() -> re.Pattern[str]:
    """One alternation of all styles, each a named group whose last one closes last."""
    forms = sorted(_months().keys() - _ROMAN.keys(), key=len, reverse=True)
    ordinals = sorted(_ordinals(), key=len, reverse=True)
    days = "|".join(word_lists()["weekdays"]["words"])
    pieces = {
        "QH": "(?:" + "|".join(form for form in ordinals if _ordinals()[form] < 3) + ")",
        "Q": f"({'|'.join(ordinals)})",
        "D": r"(0?[1-9]|[12][0-9]|3[01])",
        "N": r"(0?[1-9]|1[0-2])",
        "R": f"({'|'.join(sorted(_ROMAN, key=len, reverse=True))})",
        "M": f"({'|'.join(forms)})",
        "Y": r"((?:19|20)[0-9][0-9]|2100)",
        "O": r"(?:st|nd|rd|th)?\.?",
        "T": rf"(?: ?- ?| (?:do|to|till|until|through|i|a|and|oraz) )(?:(?:{days}),? )?",
        "E": r"(?!(?!r\b)\w)",
    }
    letters = re.compile("|".join(pieces))
    kinds: dict[bool, list[str]] = {True: [], False: []}
    for name, style in _STYLES.items():
        body = letters.sub(lambda found: pieces[found.group()], style.pattern)
        kinds[style.bare].append(f"(?P<{name}>{body})")
    return re.compile(rf"{_BEFORE}(?:{'|'.join(kinds[False])})|{_BEFORE_BARE}(?:{'|'.join(kinds[True])})")


_SURE = re.compile(r" ?r\b| (?:rok|lat)[a-z]*\b")
_LAW = re.compile(r" ?(?:r\.?)?,? ?(?:(?:nr|no\.?) [0-9]+,? ?)?poz\b")
_LAW_BEFORE = re.compile(r"(?:dz\. ?u\.|m\. ?p\.)(?: z)? ?$")
_GROUP = re.compile(r" [0-9]{3}(?![0-9])")
_WORD_AFTER = re.compile(r"[ ]?([a-z][a-z0-9]*)")
_WORD_BEFORE = re.compile(r"(?:\b([^\W\d_]+) )?([^\W_]+)\.? ?$")


def _is_counted(plain: str, start: int, end: int) -> bool:
    """Whether a number that looks like a year counts something, or is part of a name or longer number."""
    left = plain[max(0, start - 20) : start]
    if _LAW.match(plain, end) or _LAW_BEFORE.search(left):
        return True
    if _SURE.match(plain, end):
        return False
    lists = _counted()
    found = _WORD_BEFORE.search(left)
    earlier, before = found.groups("") if found else ("", "")
    if before in lists["surely_year"]:
        return False
    if (
        {before, f"{earlier} {before}"} & lists["before"]
        or (len(before) > 1 and before.isdigit())
        or _GROUP.match(plain, end)
    ):
        return True
    found = _WORD_AFTER.match(plain, end)
    after = found.group(1) if found else ""
    plural = (
        len(after) > 4 and after.endswith(("ow", "ych", "ich", "ami")) and after not in lists["never_counted"]
    )
    return plural or after in lists["after"]


@cache
def _counted() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in word_lists()["counted"].items()}
