"""A web server on this machine, which tests alone may fetch from."""

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """Pages by their paths; what was asked for is kept."""

    address: str = ""
    pages: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def page(
        self, path: str, content: bytes = b"", kind: str = "text/html", status: int = 200, **headers: str
    ) -> None:
        def answer(line: BaseHTTPRequestHandler) -> None:
            line.send_response(status)
            line.send_header("Content-Type", kind)
            line.send_header("Content-Length", str(len(content)))
            for name, value in headers.items():
                line.send_header(name.replace("_", "-"), value)
            line.end_headers()
            line.wfile.write(content)

        self.pages[path] = answer

    def leads(self, path: str, location: str, status: int = 302) -> None:
        self.page(path, status=status, Location=location)


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the name is http.server's
            made.asked.append(self.path)
            if self.path in made.pages:
                with suppress(OSError):  # the other end may have had enough
                    made.pages[self.path](self)
            else:
                self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        made.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield made
        server.shutdown()
        thread.join()
