"""Rates: how often somebody may do what costs, and how often a password may be tried.

Kept in memory: a server that starts anew has forgotten them, and several servers do not share them.
"""

import ipaddress
import math
import time
from dataclasses import dataclass, field

from limits import RateLimitItem, parse, parse_many
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter
from starlette.requests import Request

from index.accounts import key_of
from web.problem import Problem
from web.visitor import visitor_of

# More than anybody clicks or any program of staff sends, and few enough for what each of them costs.
_FEEDBACK = parse("60/minute")
_ADDING = parse("600/minute")
_ARRIVING = parse("30/minute")
# Tries of passwords: from one address; of one name from there; of one name in a browser known to be its
# person's. Slow enough for an attacker, who has no other way to be let in, and short enough to wait for.
_ADDRESS = parse_many("20/minute; 200/hour")
_NAME = parse_many("5/minute; 30/hour")
_DEVICE = parse_many("10/minute; 60/hour")
# A provider gives a whole network of this size to one customer.
_IPV6_PREFIX = 64


@dataclass(frozen=True, slots=True)
class Rates:
    """The rates of one application; `asking` is like `60/minute`, or `0` for none."""

    asking: str = "0"
    _limiter: FixedWindowRateLimiter = field(default_factory=lambda: FixedWindowRateLimiter(MemoryStorage()))

    def ask(self, request: Request) -> None:
        """Count a question or a search. Raises: Problem 429 for one too many."""
        if self.asking != "0":
            self._spend(parse(self.asking), "ask", _who(request))

    def feed_back(self, request: Request) -> None:
        """Count a word on an answer. Raises: Problem 429 for one too many."""
        self._spend(_FEEDBACK, "feedback", _who(request))

    def add(self, request: Request) -> None:
        """Count a document that is sent. Raises: Problem 429 for one too many."""
        self._spend(_ADDING, "add", _who(request))

    def arrive(self, request: Request) -> None:
        """Count the use of a link or the way back from a provider. Raises: Problem 429 for one too many."""
        self._spend(_ARRIVING, "arrive", network_of(request))

    def try_password(self, request: Request, name: str, device: str = "") -> int:
        """How many seconds to wait before this name may be tried, 0 to try it now, which is counted.

        Nobody else's tries count for a browser that its person is known to use, told by `device`; tries from
        one address never keep a person out at another.
        """
        if device:
            return self._wait(_DEVICE, "device", device)
        network = network_of(request)
        wait = self._wait(_ADDRESS, "address", network)
        return wait or self._wait(_NAME, "name", network, key_of(name[:200]))

    def succeeded(self, request: Request, name: str, device: str = "") -> None:
        """Forget the tries of this name from where it was just given with its password."""
        keys = ("device", device) if device else ("name", network_of(request), key_of(name[:200]))
        for item in _DEVICE if device else _NAME:
            self._limiter.clear(item, *keys)

    def _spend(self, item: RateLimitItem, *keys: str) -> None:
        wait = self._wait([item], *keys)
        if wait:
            raise too_often(wait)

    def _wait(self, items: list[RateLimitItem], *keys: str) -> int:
        for item in items:
            if not self._limiter.hit(item, *keys):
                reset = self._limiter.get_window_stats(item, *keys).reset_time
                return max(1, math.ceil(reset - time.time()))
        return 0


def too_often(wait: int) -> Problem:
    """The problem of whoever has to wait so many seconds."""
    return Problem(429, "rate", values={"seconds": wait}, headers={"Retry-After": str(wait)})


def network_of(request: Request) -> str:
    """The address that a request comes from, as far as one customer of a provider has it."""
    host = request.client.host if request.client else ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, _IPV6_PREFIX), strict=False))
    return str(address)


def _who(request: Request) -> str:
    return visitor_of(request).by or network_of(request)
