"""How far the reading of a file, or the finding of its facts, is, told to whoever waits for it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

# Told how many of how many pages are read; none of none once all of them are, and the text is put together.
# Where facts are found, how many of how many rules have been tried.
Told = Callable[[int, int], None]
# Asked a few times a second; whoever waits no more ends the work by saying so.
GivenUp = Callable[[], bool]

Page = TypeVar("Page")

_told: ContextVar[Told | None] = ContextVar("told", default=None)


@contextmanager
def telling(told: Told) -> Iterator[None]:
    """What is read inside says to `told` how far it is."""
    token = _told.set(told)
    try:
        yield
    finally:
        _told.reset(token)


def each(pages: Sequence[Page]) -> Iterator[Page]:
    """The pages, or what else is gone through; once the next is asked for, the one before is told as done."""
    for number, page in enumerate(pages, start=1):
        yield page
        _tell(number, len(pages))


def all_read() -> None:
    """Said once the file is read and its text is put together."""
    _tell(0, 0)


def _tell(done: int, of: int) -> None:
    if (told := _told.get()) is not None:
        told(done, of)
