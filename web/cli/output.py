"""What a command prints: lines, JSON, one line for an error, and how far long work is."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any, TypeVar

from tqdm import tqdm

from index.encoder import Progress

Thing = TypeVar("Thing")


def say(line: str) -> None:
    """Print a line, above the bar if there is one; at once, so that what is piped on is true when read."""
    with tqdm.external_write_mode(file=sys.stdout):
        print(line, flush=True)  # noqa: T201 - printing is this module's work


def say_json(fields: Mapping[str, Any]) -> None:
    """Print one JSON object on a line."""
    say(json.dumps(fields, ensure_ascii=False, default=_iso))


def complain(message: str) -> None:
    """Print one line on standard error."""
    line = " ".join(message.split())
    with tqdm.external_write_mode(file=sys.stderr):
        print(f"klastrownik: {line}", file=sys.stderr, flush=True)  # noqa: T201


@contextmanager
def bar(things: Iterable[Thing], total: int, unit: str) -> "Iterator[tqdm[Thing]]":
    """The things, with a bar on a terminal and nothing elsewhere."""
    with tqdm(things, total=total, unit=unit, disable=not sys.stderr.isatty(), leave=False) as shown:
        yield shown


@contextmanager
def counting(total: int, unit: str) -> Iterator[Progress]:
    """What to tell how much more is done, with a bar on a terminal and nothing elsewhere."""
    with tqdm(total=total, unit=unit, disable=not sys.stderr.isatty(), leave=False) as shown:

        def progress(done: int) -> None:
            shown.update(done)

        yield progress


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value).__name__}")
