"""What a command prints: lines, JSON, one line for an error, and how far long work is."""

import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any, NoReturn

from tqdm import tqdm

# What a terminal would take as an order, or as a turn of what it shows: a document or a name may hold it.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def say(line: str) -> None:
    """Print a line, above the bar if there is one; at once, so that what is piped on is true when read."""
    with tqdm.external_write_mode(file=sys.stdout):
        print(_UNSEEN.sub("\ufffd", line), flush=True)  # noqa: T201 - printing is this module's work


def say_json(fields: Mapping[str, Any]) -> None:
    """Print one JSON object on a line."""
    say(json.dumps(fields, ensure_ascii=False, default=_iso))


def complain(message: str) -> None:
    """Print one line on standard error."""
    line = _UNSEEN.sub("\ufffd", " ".join(message.split()))
    with tqdm.external_write_mode(file=sys.stderr):
        print(f"klastrownik: {line}", file=sys.stderr, flush=True)  # noqa: T201


class Meter:
    """How far long work is, drawn on a terminal and nowhere else."""

    def __init__(self, drawn: "tqdm[NoReturn]") -> None:
        self._drawn = drawn
        self._sentences = 0

    def step(self, done: int = 1) -> None:
        """So much more of the whole is done."""
        self._drawn.update(done)

    def embedded(self, sentences: int) -> None:
        """So many more sentences are embedded: that the work goes on, while no step ends."""
        self._sentences += sentences
        self._drawn.set_postfix_str(f"{self._sentences} sentences embedded")


@contextmanager
def meter(total: int, unit: str) -> Iterator[Meter]:
    with tqdm(total=total, unit=unit, disable=not sys.stderr.isatty(), leave=False) as drawn:
        yield Meter(drawn)


@contextmanager
def parts() -> Iterator[Callable[[str, int, int], None]]:
    """A bar for work of several parts, told which part it is at and how far that is."""
    with tqdm(total=1, disable=not sys.stderr.isatty(), leave=False) as drawn:

        def show(part: str, done: int, of: int) -> None:
            drawn.set_description_str(part)
            drawn.total = of
            drawn.n = done
            drawn.refresh()

        yield show


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value).__name__}")
