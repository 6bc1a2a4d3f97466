"""Which of the two languages a text is in."""

import re
import tomllib
from functools import cache
from importlib import resources

from documents.model import Language

_WORD = re.compile(r"[^\W\d_]+")
_POLISH_LETTER = re.compile("[ąćęłńśźż]")
_SAMPLE = 20_000


@cache
def _markers() -> dict[str, dict[str, frozenset[str]]]:
    source = resources.files("documents") / "data" / "languages.toml"
    tables = tomllib.loads(source.read_text(encoding="utf-8"))
    return {
        name: {"words": frozenset(table["words"]), "endings": frozenset(table["endings"])}
        for name, table in tables.items()
    }


def language_of(text: str, default: Language = "pl") -> Language:
    """Polish or English, by function words, letters and word endings; `default` where nothing tells.

    Works on a short question typed without diacritics: "ktore klastry maja status" is Polish.
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    polish, english = _score(words, "pl"), _score(words, "en")
    # A letter English does not have counts for half a function word: names carry them into English text.
    polish += 0.5 * sum(1 for word in words if _POLISH_LETTER.search(word))
    if polish == english:
        return default
    return "pl" if polish > english else "en"


def _score(words: list[str], language: str) -> float:
    markers = _markers()[language]
    exact = sum(1 for word in words if word in markers["words"])
    endings = sum(
        1
        for word in words
        if word not in markers["words"]
        and len(word) > 4
        and (word[-3:] in markers["endings"] or word[-4:] in markers["endings"])
    )
    return exact + 0.4 * endings
