"""The engine, loaded in the background while pages already answer."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from web.backend import Engine
from web.errors import FORESEEN

State = Literal["warming", "ready", "failed"]

_log = logging.getLogger("klastrownik")


@dataclass(frozen=True, slots=True)
class Warmth:
    """How far the engine is; `reason` is one line for a person when it failed."""

    state: State
    reason: str = ""


class Warmup:
    """Holds the engine once it is there; `rehearse` is what is done with it right after, while it answers."""

    def __init__(
        self, load: Callable[[], Engine], rehearse: Callable[[Engine], object] = lambda _: None
    ) -> None:
        self._load = load
        self._rehearse = rehearse
        self._engine: Engine | None = None
        self._reason = ""
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="warm-up", daemon=True)

    @property
    def engine(self) -> Engine | None:
        """The engine, or None before it is loaded."""
        return self._engine

    @property
    def warmth(self) -> Warmth:
        """How far the engine is."""
        if self._engine is not None:
            return Warmth("ready")
        return Warmth("failed", self._reason) if self._over.is_set() else Warmth("warming")

    def start(self) -> None:
        """Begin to load, once; a second call changes nothing."""
        if self._thread.ident is None:
            self._thread.start()

    def wait(self, timeout_s: float | None = None) -> Warmth:
        """How far the engine is when loading is over or the time is."""
        self._over.wait(timeout_s)
        return self.warmth

    def _run(self) -> None:
        try:
            self._engine = self._load()
        except Exception as error:  # noqa: BLE001 - a thread's edge: whatever it was is shown, and the pages stay up
            self._reason = (str(error) or type(error).__name__).splitlines()[0]
            _log.error("warm-up failed: %s", self._reason, exc_info=not isinstance(error, FORESEEN))
        finally:
            self._over.set()
        if self._engine is not None:
            self._rehearse(self._engine)
