"""Of which kind a body is: a foundation, a university, a company."""

import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from documents.model import Language
from index import words
from index.extraction.pieces import legal_form


@lru_cache(maxsize=20_000)
def kinds_of(name: str) -> frozenset[str]:
    """The keys of the kinds that a body's name says it is of: what its first noun of a kind says, in English
    the last before a preposition, and a company by its legal form."""
    said = [words.fold(token) for token in words.tokenize(name)]
    found = [(kind, word in _english()) for word in said if (kind := _kind(word))]
    if found and found[0][1]:
        end = next(
            (n for n, word in enumerate(said) if n and word in _table()["beside"]["behind"]), len(said)
        )
        before = [kind for word in said[:end] if (kind := _kind(word))]
        found = [(before[-1], True)] if before else found
    company = {"company"} if legal_form().search(name) else set()
    return frozenset({kind for kind, _ in found[:1]} | company)


def kind_asked(folded: str) -> str:
    """The key of the kind that a folded word asks for; "" for any other word."""
    return _kind(folded) or next((key for key, kind in _kinds().items() if folded in kind["asked"]), "")


def narrows(folded: str) -> bool:
    """Whether a folded word beside that of a kind belongs to it: "technologiczny" after "park"."""
    return _is(folded, _table()["beside"]["words"])


def kind_name(key: str, language: Language) -> str:
    """What a kind is called."""
    return str(_kinds()[key][language])


def _kind(folded: str) -> str:
    return next((key for key, kind in _kinds().items() if _is(folded, kind["names"])), "")


def _is(word: str, forms: Sequence[str]) -> bool:
    return any(word.startswith(one[:-1]) if one.endswith("*") else word == one for one in forms)


@cache
def _english() -> frozenset[str]:
    """The nouns of kinds that no Polish dictionary has."""
    named = (one for kind in _kinds().values() for one in kind["names"] if not one.endswith("*"))
    return frozenset(one for one in named if not words.readings(one) and not words.restored_lemmas(one))


@cache
def _kinds() -> dict[str, Any]:
    return {key: kind for key, kind in _table().items() if key != "beside"}


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("index").joinpath("data/body_kinds.toml").read_text("utf-8"))
