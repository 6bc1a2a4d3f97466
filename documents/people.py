"""Which of the names in a file's properties or under a headline are people."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources

_BETWEEN = re.compile(r"\s*(?:[;\n|&/]|\s(?:i|oraz|and)\s)\s*")
_ASIDE = re.compile(r"<[^>]*>|\([^)]*\)|\[[^\]]*\]|\S+@\S+")
_SIGNED = re.compile(
    r"^\W*(?:autorka?|autorzy|authors?|tekst|text|przez|by|written by|oprac\.|opracowanie|opracował[ai]?|"
    r"napisał[ai]?|redaktor)\b\s*:?\s*",
    re.IGNORECASE,
)
_PICTURED = re.compile(r"^\W*(?:fot|foto|zdj|zdjęci[ae]|photos?|rys|il)\b", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-](?=[^\W\d_]))*\.?")
_FEWEST_WORDS, _MOST_WORDS = 2, 5


@cache
def _lists() -> dict[str, frozenset[str]]:
    source = resources.files("documents") / "data" / "people.toml"
    return {
        name: frozenset(words) for name, words in tomllib.loads(source.read_text(encoding="utf-8")).items()
    }


def people(told: Iterable[str]) -> tuple[str, ...]:
    """The people among names as they were told, each once, in order.

    What told them is a property that programs fill with accounts, machines and firms as often as with a
    name: who is not named by a first and a last name is no person that could be cited.
    """
    names = (name for one in told for name in _names(one))
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(name.casefold(), name)
    return tuple(found.values())


def opens_with_title(line: str) -> bool:
    """Whether a line begins with an academic title or the like and a name: "prof. dr hab. Anna Lis"."""
    words = line.split()
    at = next((n for n, word in enumerate(words) if word.lower().strip(".") not in _lists()["titles"]), 0)
    return at > 0 and words[at][:1].isupper()


def _names(told: str) -> Iterator[str]:
    for part in _BETWEEN.split(_ASIDE.sub(" ", told)):
        told_of = [piece for piece in part.split(",") if not _PICTURED.match(piece)]
        pieces = [clean for piece in told_of if (clean := _bare(piece))]
        if len(pieces) == 2 and all(len(piece.split()) == 1 for piece in pieces):
            pieces = [f"{pieces[1]} {pieces[0]}"]  # "Kowalska, Anna"
        yield from (piece for piece in pieces if _is_person(piece))


def _bare(name: str) -> str:
    """A name without what announces it and without academic titles."""
    words = _SIGNED.sub("", " ".join(name.split())).strip(" .:–—-*_\"'„”").split()
    return " ".join(word for word in words if word.lower().strip(".") not in _lists()["titles"])


def _is_person(name: str) -> bool:
    words, lists = name.split(), _lists()
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS:
        return False
    kinds = ("programs", "accounts", "machines", "organisations")
    if any(word.lower().strip(".") in lists[kind] for word in words for kind in kinds):
        return False
    named = [word for word in words if word.lower() not in lists["particles"]]
    shaped = all(_NAME.fullmatch(word) and word[0].isupper() for word in named)
    return shaped and len(named) >= _FEWEST_WORDS and any(len(word.strip(".")) > 2 for word in named)
