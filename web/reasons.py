"""Reasons why a file was not added, in the language of the page."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

from web.i18n import Texts

_PLACE = re.compile(r"\\\{(\w+)\\\}")


def reason_in(t: Texts, reason: str) -> str:
    """The reason in a language; as it stands where nobody has put it into that."""
    if t.language == "en":
        return reason[:1].upper() + reason[1:]
    for pattern, words in _patterns():
        if found := pattern.fullmatch(reason):
            return words.format_map({name: _value(value) for name, value in found.groupdict().items()})
    return reason


def _value(value: str) -> str:
    return str(_table()["values"].get(value, value))


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resources.files("web").joinpath("data", "reasons.toml").read_text("utf-8"))


@cache
def _patterns() -> Sequence[tuple[re.Pattern[str], str]]:
    """The English sentences, the plain ones first, and what they are in Polish."""
    pairs = sorted(_table()["pl"], key=lambda pair: "{" in pair[0])
    return [(re.compile(_PLACE.sub(r"(?P<\1>.+)", re.escape(said)), re.DOTALL), pl) for said, pl in pairs]
