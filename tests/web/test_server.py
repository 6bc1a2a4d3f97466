"""The server as a process: up at once, gone in good order, and plain about a port in use."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.request import urlopen

import pytest
import uvicorn

from tests.web.fakes import House
from web.app import create_app
from web.server import AddressError, bind

# Long enough for a machine that does much else.
_UP_S = 90


@contextmanager
def _serve(home: Path, *more: str, models: Path | None = None) -> Iterator["subprocess.Popen[str]"]:
    kept = {"KLASTROWNIK_MODELS": str(models)} if models else {}
    with subprocess.Popen(
        [sys.executable, "-m", "web", "--home", str(home), "serve", *more],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUTF8": "1", **kept},
    ) as server:
        try:
            yield server
        finally:
            # A test that failed would wait for it for ever.
            server.kill()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str) -> None:
    until = time.monotonic() + _UP_S
    while True:
        try:
            with urlopen(address, timeout=5):  # noqa: S310 - our own address
                return
        except OSError:
            assert time.monotonic() < until, address
            time.sleep(0.05)


@pytest.mark.model
@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_pages_answer_before_the_model_is_there_and_a_signal_ends_it_in_order(
    tmp_path: Path, models_folder: Path, ending: signal.Signals
) -> None:
    port = _free_port()
    with _serve(tmp_path, "--port", str(port), "--empty", models=models_folder) as server:
        _wait_for(f"http://127.0.0.1:{port}/")
        server.send_signal(ending)
        said, complained = server.communicate(timeout=_UP_S)

    assert server.returncode == 0, complained
    assert said.splitlines()[0] == f"Klastrownik: http://127.0.0.1:{port} — warming up…"
    assert f"klastrownik --home {tmp_path} account create NAME --role administrator" in said.splitlines()[1]
    assert "Traceback" not in complained


def test_a_port_in_use_is_one_line_that_says_what_to_do(tmp_path: Path) -> None:
    with bind("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with _serve(tmp_path, "--port", str(port)) as server:
            said, complained = server.communicate(timeout=_UP_S)

    assert server.returncode == 1
    assert said == ""
    assert complained.splitlines() == [
        f"klastrownik: port {port} on 127.0.0.1 is in use; end what uses it, or choose another: "
        f"serve --port {port + 1}"
    ]


def test_small_answers_are_not_held_back() -> None:
    app = create_app(House().backend)
    bound = bind("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
    thread.start()
    connection = HTTPConnection("127.0.0.1", bound.getsockname()[1], timeout=5)
    times = sorted(_time(connection) for _ in range(20))
    connection.close()
    server.should_exit = True
    thread.join()
    bound.close()

    # Held back until the other side acknowledges, it takes 40 ms and more.
    assert times[len(times) // 2] < 0.03


def _time(connection: HTTPConnection) -> float:
    begun = time.perf_counter()
    connection.request("GET", "/health")
    connection.getresponse().read()
    return time.perf_counter() - begun


def test_an_address_that_is_not_this_machine_s_is_refused() -> None:
    with pytest.raises(AddressError, match=r"cannot serve at 192\.0\.2\.1:0"):
        bind("192.0.2.1", 0)


def test_a_host_that_does_not_resolve_is_refused() -> None:
    with pytest.raises(AddressError, match="cannot serve at"):
        bind("no-such-host.invalid", 0)
