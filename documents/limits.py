"""How much one file may take while it is read, and how much of its time is left."""

import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Literal

from documents.errors import OverLimitError

# Of a file's time, the share that reading its pages may take; repair and passages want the rest.
_FOR_PAGES = 0.6


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may take: seconds without OCR and more seconds for it, memory, pages, unpacked size.

    With `ocr` auto, OCR is used where it is installed; it is off where nobody asks for it.

    2,000 pages of text are read in less than half of the time, a book of 500 pages takes a tenth of it, and
    OCR takes three to five seconds a page.
    """

    seconds: float = 300
    ocr_seconds: float = 1_800
    memory_mb: int = 1_000
    pages: int = 2_000
    unpacked_mb: int = 400
    ocr: Literal["auto", "off"] = "off"


@dataclass(slots=True)
class _Budget:
    """The limits that hold, and when the time for pages is over, in seconds of time.monotonic()."""

    limits: Limits = field(default_factory=Limits)
    ends: float = math.inf
    more: Callable[[], None] = lambda: None
    recognises: bool = False


_budget: ContextVar[_Budget | None] = ContextVar("budget", default=None)


@contextmanager
def within(limits: Limits, *, more: Callable[[], None] = lambda: None) -> Iterator[None]:
    """What is read inside is read within the limits, whose time begins now.

    `more` is called once, when a reader begins with OCR and so has the time for that too.
    """
    ends = time.monotonic() + _FOR_PAGES * limits.seconds
    token = _budget.set(_Budget(limits, ends, more))
    try:
        yield
    finally:
        _budget.reset(token)


def limits() -> Limits:
    """The limits that hold here; the usual ones where none were set."""
    found = _budget.get()
    return found.limits if found else Limits()


def remaining() -> float:
    """Seconds left for reading pages, at most 0 when time is over; without end where no limit was set.

    A reader asks it before each page. It is told in the thread that reads, not in threads of a reader's own.
    """
    found = _budget.get()
    return found.ends - time.monotonic() if found else math.inf


def begin_ocr() -> None:
    """Said by a reader before the first page it has recognised: from now on it has the time for OCR."""
    found = _budget.get()
    if found and not found.recognises:
        found.recognises = True
        found.ends = time.monotonic() + found.limits.ocr_seconds
        found.more()


def check_pages(file: str, pages: int, unit: str = "pages") -> None:
    """Raises: OverLimitError where a file has more pages than are read."""
    most = limits().pages
    if pages > most:
        raise OverLimitError(
            file,
            f"The file has {pages:,} {unit}, and at most {most:,} are read; split it, "
            "or raise KLASTROWNIK_READ_PAGES.",
        )


def check_unpacked(file: str, size_bytes: int) -> None:
    """Raises: OverLimitError where a packed file holds more bytes than are unpacked."""
    most = limits().unpacked_mb
    if size_bytes > most * 1_000_000:
        raise OverLimitError(
            file,
            f"The file unpacks to more than {most:,} MB; save it with smaller pictures, "
            "or raise KLASTROWNIK_UNPACKED_MB.",
        )
