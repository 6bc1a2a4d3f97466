"""The wire: connections to the very number that was checked, all of them within one time."""

import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from urllib.parse import unquote

import httpcore2
import httpx2

from documents.progress import GivenUp
from web.fetch.errors import FetchError
from web.fetch.guard import Allows, check_for_proxy, resolve

# The machines of a host and port that may be connected to. Raises: FetchError.
Machines = Callable[[str, int], Sequence[str]]

_CONNECT_S = 10.0


class Clock:
    """How long may still be waited; waiting ends early when nobody wants the answer any more."""

    def __init__(self, seconds: float, given_up: GivenUp) -> None:
        self._ends = time.monotonic() + seconds
        self._given_up = given_up

    def left(self, most_s: float) -> float:
        """Seconds until the time is over, at most `most_s`. Raises: FetchError when it is."""
        if self._given_up():
            raise FetchError("", "nobody wants it any more")
        left = self._ends - time.monotonic()
        if left <= 0:
            raise FetchError("", "The server is too slow: the time for one address is over.")
        return min(left, most_s)


class Wire(httpx2.BaseTransport):
    """Sends requests over connections that are made here, of which none goes to a number not allowed.

    A name is resolved once for a connection, and that number is connected to: one that changes its number
    after it was checked gains nothing. Through a `proxy`, which resolves names by itself, goes what is not
    known here to be inside.
    """

    def __init__(
        self, allows: Allows, clock: Clock, context: ssl.SSLContext | None = None, *, proxy: str = ""
    ) -> None:
        self._allows = allows
        self._proxy = proxy
        context = context or httpx2.create_ssl_context(trust_env=False)
        self._pool = (
            _through(proxy, clock, context)
            if proxy
            else httpcore2.ConnectionPool(
                ssl_context=context, max_connections=1, network_backend=_Timely(_checked(allows), clock)
            )
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        if self._proxy:
            check_for_proxy(request.url.host, request.url.port or 443, self._allows)
        url = httpcore2.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        with _worded():
            answer = self._pool.handle_request(
                httpcore2.Request(request.method, url, headers=request.headers.raw, content=b"")
            )
        assert not isinstance(answer.stream, bytes)  # noqa: S101 - the pool answers with a stream
        return httpx2.Response(answer.status, headers=answer.headers, stream=_Stream(answer))

    def close(self) -> None:
        self._pool.close()


def _through(proxy: str, clock: Clock, context: ssl.SSLContext) -> httpcore2.HTTPProxy:
    url = httpx2.URL(proxy)
    auth = (unquote(url.username), unquote(url.password)) if url.userinfo else None
    return httpcore2.HTTPProxy(
        str(url.copy_with(userinfo=b"")),
        proxy_auth=auth,
        ssl_context=context,
        max_connections=1,
        network_backend=_Timely(_as_named, clock),
    )


class _Stream(httpx2.SyncByteStream):
    def __init__(self, answer: httpcore2.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        with _worded():
            yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class _Timely(httpcore2.NetworkBackend):
    """Connects to the first of a host's machines that answers, within the time of all."""

    def __init__(self, machines: Machines, clock: Clock) -> None:
        self._machines = machines
        self._clock = clock
        self._inner = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        machines = self._machines(host, port)
        for machine in machines[:-1]:
            try:
                return self._connected(machine, port)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                continue
        return self._connected(machines[-1], port)

    def _connected(self, machine: str, port: int) -> httpcore2.NetworkStream:
        stream = self._inner.connect_tcp(machine, port, timeout=self._clock.left(_CONNECT_S))
        return _Timed(stream, self._clock)


def _checked(allows: Allows) -> Machines:
    """A host's numbers, all of which are allowed."""
    return lambda host, port: [str(number) for number in resolve(host, port, allows)]


def _as_named(host: str, _: int) -> Sequence[str]:
    """A proxy, which whoever keeps the server has named, wherever it is."""
    return [host]


class _Timed(httpcore2.NetworkStream):
    """A stream whose every step is within the time of all."""

    def __init__(self, stream: httpcore2.NetworkStream, clock: Clock) -> None:
        self._stream = stream
        self._clock = clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._clock.left(_CONNECT_S))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._clock.left(_CONNECT_S))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        # The certificate must be that of the name, whatever number the connection goes to.
        inner = self._stream.start_tls(ssl_context, server_hostname, self._clock.left(_CONNECT_S))
        return _Timed(inner, self._clock)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


@contextmanager
def _worded() -> Iterator[None]:
    """The errors of the wire as ours."""
    try:
        yield
    except httpcore2.TimeoutException as error:
        raise FetchError("", "The server does not answer.") from error
    except httpcore2.ConnectError as error:
        if isinstance(error.__cause__, ssl.SSLError) or "certificate" in str(error).lower():
            raise FetchError("", "The server's certificate is not valid.") from error
        raise FetchError("", "The server cannot be reached.") from error
    except httpcore2.ProxyError as error:
        raise FetchError("", "The proxy does not let this address be fetched.") from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
        raise FetchError("", "The server broke off, or does not speak HTTP.") from error
