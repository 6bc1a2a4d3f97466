"""Questions tried again in the background, some at a time, with their progress."""

import logging
import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.asked.questions import Questions
from index.asked import Asking
from web.errors import FORESEEN

# Questions that are tried without anybody's asking for it, after the library has changed.
UNASKED = 100
# How long the question in work is waited for at the end.
_PATIENCE_S = 5
# A page that comes meanwhile waits no longer than this.
_SLICE_S = 0.5
_log = logging.getLogger("klastrownik")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a round of questions is: `done` of `total`, over once it is not `running`. `failed` is why it
    broke off, in a line."""

    total: int = 0
    done: int = 0
    running: bool = False
    failed: str = ""


class Retrials:
    """One question at a time: answering uses every core there is, and people ask meanwhile. What is asked for
    while a round is running is added to it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._progress = Progress()
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None
        self._waiting: deque[Asking] = deque()
        self._catching: threading.Thread | None = None

    @property
    def progress(self) -> Progress:
        """How far the present round is, or how the last one ended."""
        return self._progress

    def start(self, questions: Questions, askings: Sequence[Asking]) -> bool:
        """Whether these are tried now: they are not where there are none, or the end has come."""
        with self._lock:
            if not askings or self._ended.is_set():
                return False
            self._waiting.extend(askings)
            if self._progress.running:
                self._progress = replace(self._progress, total=self._progress.total + len(askings))
                return True
            self._progress = Progress(len(askings), running=True)
            self._thread = threading.Thread(target=self._run, args=(questions,), name="retrials", daemon=True)
            self._thread.start()
            return True

    def keep_up(self, questions: Questions) -> None:
        """Begin to try what was not tried since the library changed, where nothing else is being tried."""
        if not self._progress.running:
            self.start(questions, questions.to_try(stale=True)[:UNASKED])

    def catch_up(self, questions: Questions) -> None:
        """Begin to put in groups what a page had no time for, where that has not begun."""
        with self._lock:
            if self._ended.is_set() or (self._catching and self._catching.is_alive()):
                return
            self._catching = threading.Thread(
                target=self._catch_up, args=(questions,), name="catching-up", daemon=True
            )
            self._catching.start()

    def wait(self, timeout_s: float) -> Progress:
        """How far it is when the round is over or the time is."""
        thread = self._thread
        if thread is not None:
            thread.join(timeout_s)
        return self._progress

    def close(self) -> None:
        """Try no more; the question in work may end."""
        self._ended.set()
        self.wait(_PATIENCE_S)

    def _catch_up(self, questions: Questions) -> None:
        left, before = questions.take_in(within_s=_SLICE_S), None
        # What cannot be taken in is no reason to try for ever.
        while left and left != before and not self._ended.is_set():
            left, before = questions.take_in(within_s=_SLICE_S), left

    def _run(self, questions: Questions) -> None:
        failed = ""
        try:
            while (asking := self._next()) is not None:
                questions.attempt(asking)
                with self._lock:
                    self._progress = replace(self._progress, done=self._progress.done + 1)
        except Exception as error:  # noqa: BLE001 - a thread's edge: what went wrong is shown, and written down
            failed = (str(error) or type(error).__name__).splitlines()[0]
            _log.error("trying questions again failed: %s", failed, exc_info=not isinstance(error, FORESEEN))
            with self._lock:
                self._waiting.clear()
                self._progress = replace(self._progress, running=False, failed=failed)

    def _next(self) -> Asking | None:
        """The next to be tried; without one the round is over, and what comes later begins another."""
        with self._lock:
            if self._waiting and not self._ended.is_set():
                return self._waiting.popleft()
            self._progress = replace(self._progress, running=False)
            return None
