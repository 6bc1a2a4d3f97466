"""Files made for the tests of reading: ordinary ones, damaged ones, and ones made to do harm.

`manifest.toml` says of each what must be read out of it, what must not, and what is told of its pages, or why
it is refused. `python -m tests.documents.made FOLDER` writes them all.
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Made:
    """One file: its name, the function that makes it, and what must come of it.

    `reads` must be in its text, in this order; `omits` must not. `verdicts` are its pages', and `reasons`
    what they have them for, a page's with blanks between; `warns` parts of its warnings. `refused` is a part
    of the reason, of a file that is not taken in.
    """

    name: str
    made: str
    reads: tuple[str, ...] = ()
    omits: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    warns: tuple[str, ...] = ()
    refused: str = ""

    def content(self) -> bytes:
        """The file's bytes."""
        return _content(self.made)


@cache
def manifest() -> tuple[Made, ...]:
    """Every file, in the order of the manifest."""
    text = Path(__file__).with_name("manifest.toml").read_text("utf-8")
    rows: list[dict[str, Any]] = tomllib.loads(text)["file"]
    return tuple(_entry(row) for row in rows)


def _entry(row: dict[str, Any]) -> Made:
    lists: dict[str, Any] = {name: tuple(told) for name, told in row.items() if isinstance(told, list)}
    return Made(**(row | lists))


@cache
def _content(made: str) -> bytes:
    module, _, function = made.partition(".")
    make: Callable[[], bytes] = getattr(import_module(f"tests.documents.made.{module}"), function)
    return make()
