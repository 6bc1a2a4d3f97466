"""Texts of the pages and messages, in Polish and English."""

import datetime
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, get_args

from documents.model import Language

LANGUAGES: tuple[Language, ...] = get_args(Language)

_NBSP = "\u00a0"
# Polish typesetting does not leave a one-letter word at the end of a line.
_ORPHAN = re.compile(r"(?<![^\s(„])([aiouwzAIOUWZ]) ")


class Texts:
    """The texts of one language: `texts("chat.title")`, with the values its places name."""

    def __init__(self, language: Language, entries: Mapping[str, Any]) -> None:
        self.language: Language = language
        self._entries = entries

    def __call__(self, key: str, **values: object) -> str:
        """The text of that key. A number under the name `n` chooses the plural form.

        Raises: KeyError when there is no such text, or it names a value that is not given.
        """
        entry = self._entries[key]
        if isinstance(entry, dict):
            entry = entry[plural(self.language, int(str(values["n"])))]
        shown = {name: self.number(v) if type(v) is int else v for name, v in values.items()}
        return str(entry.format_map(shown))

    def get(self, key: str) -> str | None:
        """The text of that key as it stands, or None."""
        entry = self._entries.get(key)
        return entry if isinstance(entry, str) else None

    def actor(self, by: str) -> str:
        """Who did something, as the audit log calls them, in words: a person by the name of their account."""
        kind, _, name = by.partition(" ")
        if kind == "token" and name:
            return self("by.token", name=name)
        return self(_ACTORS[by]) if by in _ACTORS else by

    def number(self, number: int) -> str:
        """The number with its thousands set apart as the language does; Polish leaves four digits alone."""
        if self.language == "en":
            return f"{number:,}"
        return str(number) if abs(number) < 10_000 else f"{number:,}".replace(",", _NBSP)

    def day(self, day: datetime.date) -> str:
        """The date in words: 17 grudnia 2025, 17 December 2025."""
        return f"{day.day}{_NBSP}{self._entries['months'][day.month - 1]}{_NBSP}{day.year}"

    def names(self) -> frozenset[str]:
        """Every key there is."""
        return frozenset(self._entries)

    def entry(self, key: str) -> object:
        """The entry as written: a text, the forms of a plural, or a list."""
        return self._entries[key]


def plural(language: Language, number: int) -> str:
    """The name of the plural form: one, few (Polish only: 2 to 4, 22 to 24, …) or many."""
    if number == 1:
        return "one"
    if language == "pl" and number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14):
        return "few"
    return "many"


# Who acts and is no person, by the names they have in the audit log.
_ACTORS = {
    "command line": "by.command_line",
    "starter library": "by.starter_library",
    "watched folder": "by.watched_folder",
    "klastrownik": "by.klastrownik",
}


@cache
def texts(language: Language) -> Texts:
    """The texts of a language, read once."""
    files = (one for one in resources.files("web").joinpath("data", language).iterdir())
    read = (_flat(tomllib.loads(one.read_text("utf-8")), "") for one in files if one.name.endswith(".toml"))
    entries = {key: entry for one in read for key, entry in one.items()}
    return Texts(language, {key: _set(entry, language) for key, entry in entries.items()})


def preferred(accept_language: str) -> Language:
    """The better of our languages by an Accept-Language header; English when it names neither."""
    best: tuple[float, Language] = (0.0, "en")
    for part in accept_language.split(","):
        tag, _, parameters = part.strip().partition(";")
        quality = _quality(parameters)
        for language in LANGUAGES:
            if tag.strip().lower().split("-")[0] == language and quality > best[0]:
                best = (quality, language)
    return best[1]


def known(language: object) -> Language | None:
    """The value as one of our languages, or None."""
    return next((one for one in LANGUAGES if one == language), None)


def _quality(parameters: str) -> float:
    match = re.fullmatch(r"\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*", parameters)
    return float(match[1]) if match else (0.0 if parameters.strip() else 1.0)


def _flat(table: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in table.items():
        nested = isinstance(value, dict) and "many" not in value
        flat |= _flat(value, f"{prefix}{name}.") if nested else {f"{prefix}{name}": value}
    return flat


def _set(entry: Any, language: Language) -> Any:
    if isinstance(entry, dict):
        return {form: _set(text, language) for form, text in entry.items()}
    if isinstance(entry, str) and language == "pl":
        return _ORPHAN.sub(rf"\1{_NBSP}", _ORPHAN.sub(rf"\1{_NBSP}", entry))
    return entry
