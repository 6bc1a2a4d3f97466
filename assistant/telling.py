"""What kind of those who have a status, or lost one, a question asks for by its words."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from index import words


def asks(text: str, kind: str) -> bool:
    """Whether a question has a word by which one asks for those of a kind."""
    return bool(_stems(kind).search(words.fold(text)))


def asks_only(text: str, kind: str, unread: Iterable[str]) -> bool:
    """Whether none of a question's words that nothing was made of asks for anything but those of a kind."""
    told = {word for one in _stems(kind).finditer(words.fold(text)) for word in one.group().split()}
    left = (one for one in map(words.fold, unread) if one not in told)
    return all(_stems("deciding").match(one) for one in left)


@cache
def _stems(kind: str) -> re.Pattern[str]:
    table = tomllib.loads(files("assistant").joinpath("data/telling.toml").read_text("utf-8"))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, table[kind]['stems']))})\w*")
