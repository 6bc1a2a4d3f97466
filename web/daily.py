"""What is done at the start and once a day while the server runs."""

import logging
import threading
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from index.conversations import Conversations
from web.errors import FORESEEN

_DAY_S = 24 * 3600.0
# How long what is being done is waited for at the end.
_PATIENCE_S = 5
_log = logging.getLogger("klastrownik")


class Daily:
    """One thread that does each of `tasks` in turn; one that fails is written down and tried the next day."""

    def __init__(self, tasks: Sequence[Callable[[], object]], *, every_s: float = _DAY_S) -> None:
        self._tasks = tuple(tasks)
        self._every_s = every_s
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="daily", daemon=True)

    def start(self) -> None:
        """Begin, once; where there is nothing to do, nothing begins."""
        if self._tasks and self._thread.ident is None:
            self._thread.start()

    def close(self) -> None:
        """Begin nothing more; what is in work may end."""
        self._ended.set()
        if self._thread.ident is not None:
            self._thread.join(_PATIENCE_S)

    def _run(self) -> None:
        while not self._ended.is_set():
            for task in self._tasks:
                _done(task)
            self._ended.wait(self._every_s)


def remove_old(kept: Conversations, days: int, *, now: datetime | None = None) -> int:
    """How many conversations were removed that nobody has asked in for so many days, some at a time."""
    before = (now or datetime.now(UTC)) - timedelta(days=days)
    removed = 0
    while some := kept.remove_before(before):
        removed += some
    return removed


def _done(task: Callable[[], object]) -> None:
    try:
        task()
    except Exception as error:  # noqa: BLE001 - a thread's edge: the others are done all the same, and this one tomorrow
        _log.error("what is done daily failed: %s", error, exc_info=not isinstance(error, FORESEEN))
