"""The times that texts name: a day, a month, a quarter, a year, as its first and last day."""

import calendar
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from documents.model import Language


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
