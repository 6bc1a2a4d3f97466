"""The server: a socket bound first, the address said once pages are up, an orderly end."""

import asyncio
import errno
import logging
import signal
import socket
import sys
import threading

import uvicorn
from fastapi import FastAPI

from web.warmup import Warmup

# Long enough for an answer, short enough for a person who waits for the prompt.
_GRACE_S = 3
_SWITCH_S = 0.0005


class AddressError(OSError):
    """The address cannot be served at; the message says what to do."""


def bind(host: str, port: int) -> socket.socket:
    """The bound socket. Raises: AddressError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Said, because asyncio sends small answers at once only on a socket that says it is TCP; 44 ms otherwise.
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    # On Windows this option would let two servers share a port.
    if sys.platform != "win32":
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
        bound.listen(128)
    except OSError as error:
        bound.close()
        raise AddressError(_what_to_do(host, port, error)) from error
    return bound


def run(
    app: FastAPI, bound: socket.socket, warmup: Warmup, *, hint: str = "", proxies: tuple[str, ...] = ()
) -> None:
    """Serve until SIGTERM or SIGINT; what is being answered then still is. `hint` is said at the start.

    `proxies` are those whose word is taken on where a request comes from.
    """
    config = uvicorn.Config(
        app,
        access_log=False,
        log_level="warning",
        timeout_graceful_shutdown=_GRACE_S,
        server_header=False,
        date_header=False,
        forwarded_allow_ips=list(proxies),
        proxy_headers=bool(proxies),
    )
    _log_plainly()
    # A question asks the store dozens of times, and after each may wait so long for a thread that computes.
    sys.setswitchinterval(_SWITCH_S)
    # The server raises the signal once more when it has ended, which must not end the process a second way.
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: None)
    with bound:
        asyncio.run(_Server(config, _address(bound), warmup, hint).serve(sockets=[bound]))


class _Server(uvicorn.Server):
    """Says where it is once pages are up, and that it is ready when it is."""

    def __init__(self, config: uvicorn.Config, address: str, warmup: Warmup, hint: str) -> None:
        super().__init__(config)
        self._hint = hint
        self._address = address
        self._warmup = warmup

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            _say(f"Klastrownik: {self._address} — warming up…")
            if self._hint:
                _say(f"Klastrownik: {self._hint}")
            threading.Thread(target=self._say_ready, name="ready", daemon=True).start()

    def _say_ready(self) -> None:
        warmth = self._warmup.wait()
        if warmth.state == "ready":
            _say("Klastrownik: ready")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _log_plainly() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("klastrownik: %(message)s"))
    log = logging.getLogger("klastrownik")
    log.addHandler(handler)
    log.propagate = False


def _address(bound: socket.socket) -> str:
    host, port = bound.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _what_to_do(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"port {port} on {host} is in use; end what uses it, or choose another: serve --port {port + 1}"
        )
    if error.errno == errno.EACCES:
        return f"port {port} needs more rights than this user has; choose one above 1023: serve --port 8000"
    return f"cannot serve at {host}:{port} ({error.strerror or error}); name another: serve --host 127.0.0.1"
