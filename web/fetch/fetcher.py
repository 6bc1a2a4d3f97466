"""The fetcher: an address in, the bytes that are there out."""

import ssl
import time
from dataclasses import dataclass

import httpx2

from documents.progress import GivenUp
from index.work import Fetched
from web.fetch.address import read_address
from web.fetch.errors import FetchError
from web.fetch.guard import Allows, is_public
from web.fetch.robots import AGENT, LIMIT_BYTES, Robots
from web.fetch.wire import Clock, Wire

SECONDS = 60.0
_MOST_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_LOOK_S = 0.5
_HEADERS = {
    "User-Agent": f"{AGENT}/1.0 (a library about business clusters; one request for one document)",
    "Accept": "text/html,application/pdf,application/vnd.openxmlformats-officedocument.*;q=0.9,*/*;q=0.5",
    "Accept-Language": "pl,en;q=0.8",
}
# What no reader reads, told before it is taken in.
_FOREIGN = ("audio/", "video/", "font/", "image/svg", "text/css", "text/javascript", "application/json",
            "application/javascript", "application/x-javascript")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Terms:
    """What fetching one address may take."""

    limit_bytes: int
    seconds: float = SECONDS
    redirects: int = _MOST_REDIRECTS


class Fetcher:
    """Fetches addresses; safe to use from several threads.

    `allows` says which machines are asked, and `context` whose certificates are trusted.
    `proxy` is the address of one through which all is fetched.
    """

    def __init__(
        self,
        terms: Terms,
        *,
        allows: Allows = is_public,
        robots: Robots | None = None,
        context: ssl.SSLContext | None = None,
        proxy: str = "",
    ) -> None:
        self._terms = terms
        self._allows = allows
        self._robots = robots or Robots()
        self._context = context
        self._proxy = proxy

    def fetch(self, address: str, given_up: GivenUp) -> Fetched:
        """What is at an address, and where it was found after all redirects. Raises: FetchError."""
        clock = Clock(self._terms.seconds, given_up)
        wire = Wire(self._allows, clock, self._context, proxy=self._proxy)
        # Proxies and passwords that the environment names are left out: a proxy would do its own resolving.
        with httpx2.Client(transport=wire, trust_env=False, headers=_HEADERS) as client:
            try:
                return self._followed(client, clock, read_address(address))
            except httpx2.DecodingError as error:
                raise FetchError(address, "The server broke off, or does not speak HTTP.") from error

    def _followed(self, client: httpx2.Client, clock: Clock, address: str) -> Fetched:
        for _ in range(self._terms.redirects + 1):
            self._ask_leave(client, clock, address)
            with client.stream("GET", address) as answer:
                if answer.status_code not in _REDIRECTS:
                    return Fetched(address, self._content(answer))
                address = _next(answer, address)
        raise FetchError(address, "The address leads on to others without end.")

    def _ask_leave(self, client: httpx2.Client, clock: Clock, address: str) -> None:
        """Wait until it is our turn. Raises: FetchError where the site wants no programs."""
        url = httpx2.URL(address)
        site = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if not self._robots.allows(site, address, lambda: self._rules(client, f"{site}/robots.txt")):
            raise FetchError(address, "The site asks programs to stay away from this address (robots.txt).")
        waits = time.monotonic() + self._robots.turn(site)
        while (left := waits - time.monotonic()) > 0:
            time.sleep(clock.left(min(left, _LOOK_S)))

    def _rules(self, client: httpx2.Client, address: str) -> str:
        """A site's robots.txt; a site without one allows everything, one that fails nothing for now."""
        for _ in range(_MOST_REDIRECTS + 1):
            with client.stream("GET", address) as answer:
                if answer.status_code in _REDIRECTS:
                    address = _next(answer, address)
                    continue
                if answer.status_code == 429 or answer.status_code >= 500:
                    raise FetchError(address, "The site's robots.txt cannot be read now; try again later.")
                if answer.status_code != 200:
                    return ""
                return _up_to(answer, LIMIT_BYTES).decode("utf-8", "replace")
        return ""

    def _content(self, answer: httpx2.Response) -> bytes:
        if answer.status_code != 200:
            raise FetchError("", f"The server answers {answer.status_code} and gives no document.")
        kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind.startswith(_FOREIGN):
            raise FetchError("", f"At the address is no document, but {kind}.")
        most = self._terms.limit_bytes
        announced = answer.headers.get("content-length", "")
        too_large = announced.isdigit() and int(announced) > most
        content = b"" if too_large else _up_to(answer, most + 1)
        if too_large or len(content) > most:
            raise FetchError("", f"The file at the address is larger than {most // 1_000_000} MB.")
        return content


def _up_to(answer: httpx2.Response, most: int) -> bytes:
    """The beginning of an answer's body, unpacked."""
    parts = bytearray()
    for part in answer.iter_bytes():
        parts += part
        if len(parts) >= most:
            break
    return bytes(parts[:most])


def _next(answer: httpx2.Response, address: str) -> str:
    """Where an answer leads on to. Raises: FetchError."""
    location = answer.headers.get("location", "")
    try:
        return read_address(str(httpx2.URL(address).join(location)))
    except httpx2.InvalidURL as error:
        raise FetchError(address, "The address leads on to one that is none.") from error
