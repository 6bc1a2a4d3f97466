"""Our own words in answers, Polish and English."""

import tomllib
from functools import cache
from importlib.resources import files

from documents.model import Language, Place


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("assistant").joinpath("data/wording.toml").read_text("utf-8"))


def say(key: str, language: Language, **values: object) -> str:
    """The words for `key` with the values filled in. Raises: KeyError for a key there is none of."""
    return _table()[language][key].format(**values)


def place_words(place: Place, language: Language) -> str:
    """Where in a document, for a person: "slajd 3", "section “Contact”"."""
    if place.kind == "section":
        return say("section", language, label=place.label) if place.label else say("start", language)
    return say(place.kind, language, number=place.number)
