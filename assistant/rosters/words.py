"""The words by which documents set clusters together, and by which questions ask for them."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from index import words
from index.register import forms
from index.words import same_length_fold


@cache
def lexicon() -> dict[str, Any]:
    return tomllib.loads(files("assistant").joinpath("data/rosters.toml").read_text("utf-8"))


@cache
def listed(key: str) -> frozenset[str]:
    return frozenset(lexicon()[key])


def begins_with(text: str, key: str) -> bool:
    """Whether a text begins with one of the words listed."""
    begun = f"{same_length_fold(text[:40])} "
    return any(begun.startswith((f"{one} ", f"{one},")) for one in listed(key))


def ends_with(text: str, key: str) -> bool:
    """Whether a text ends with one of the words listed."""
    ended = f" {same_length_fold(text[-40:]).strip()}"
    return any(ended.endswith(f" {one}") for one in listed(key))


def speaks_of_clusters(text: str) -> bool:
    return any(forms.is_cluster(token) for token in words.tokenize(text))


def heads_column(head: str, kind: str) -> bool:
    """Whether the head of a column tells what stands in it."""
    told = lexicon()["columns"][kind]
    stems = tuple(one[:-1] for one in told if one.endswith("*"))
    return any(token in told or token.startswith(stems) for token in folded(head))


def folded(text: str) -> Iterator[str]:
    """The words of a text, folded."""
    return (words.fold(token) for token in words.tokenize(text))
