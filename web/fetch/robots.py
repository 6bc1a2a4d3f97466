"""What a site asks of programs in its robots.txt (RFC 9309)."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from protego import Protego

AGENT = "Klastrownik"
LIMIT_BYTES = 500_000
_KEPT_S = 3_600.0
_MOST_SITES = 200
_USUAL_PAUSE_S, _LONGEST_PAUSE_S = 1.0, 30.0


@dataclass(slots=True)
class _Site:
    rules: Protego
    read_at: float
    next_at: float = 0.0


class Robots:
    """Sites' rules, kept for an hour; one for all that fetch."""

    def __init__(self, *, pause_s: float = _USUAL_PAUSE_S) -> None:
        self._pause_s = pause_s
        self._sites: dict[str, _Site] = {}
        self._lock = threading.Lock()

    def allows(self, site: str, address: str, read: Callable[[], str]) -> bool:
        """Whether the site lets us fetch an address; `read` gives its robots.txt where it is not known."""
        with self._lock:
            known = self._sites.get(site)
        if known is None or time.monotonic() - known.read_at > _KEPT_S:
            known = _Site(Protego.parse(read()), time.monotonic())
            with self._lock:
                while len(self._sites) >= _MOST_SITES:
                    self._sites.pop(next(iter(self._sites)))
                self._sites[site] = known
        return bool(known.rules.can_fetch(address, AGENT))

    def turn(self, site: str) -> float:
        """How many seconds to wait before the site is asked once more, which is then ours to do."""
        with self._lock:
            known = self._sites.get(site)
            if known is None:
                return 0.0
            now = time.monotonic()
            at = max(now, known.next_at)
            asked = known.rules.crawl_delay(AGENT) or 0.0
            known.next_at = at + min(max(self._pause_s, asked), _LONGEST_PAUSE_S)
        return at - now
