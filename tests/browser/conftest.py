"""A real Chromium, and a server of fakes for it."""

import os
import shutil
import socket
import threading
from collections.abc import Callable, Iterator

import pytest
import uvicorn
from playwright.sync_api import Browser, Error, Page, sync_playwright

from tests.web.fakes import House
from web.app import create_app
from web.server import bind

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_MISSING = (
    "no Chromium: install it with `apt-get install chromium` (or `playwright install chromium`), "
    "or name one in CHROMIUM=/path/to/chromium"
)


def _chromium() -> str | None:
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, _NAMES)), None)


# Not the whole session: Playwright keeps an event loop in this thread, and no other could run beside it.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(
                executable_path=_chromium(), args=["--no-sandbox", "--disable-background-networking"]
            )
        except Error as error:
            if "executable doesn't exist" not in str(error).lower():
                raise
            pytest.skip(_MISSING)
        yield started
        started.close()


@pytest.fixture
def serve() -> Iterator[Callable[[House], str]]:
    """Serves a house on a free port, and gives its address."""
    running: list[tuple[uvicorn.Server, threading.Thread, House, socket.socket]] = []

    def start(house: House) -> str:
        bound = bind("127.0.0.1", 0)
        config = uvicorn.Config(create_app(house.backend), log_level="error", timeout_graceful_shutdown=1)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
        thread.start()
        running.append((server, thread, house, bound))
        return f"http://127.0.0.1:{bound.getsockname()[1]}"

    yield start
    for server, thread, house, bound in running:
        house.released.set()
        server.should_exit = True
        thread.join()
        bound.close()


@pytest.fixture
def address(serve: Callable[[House], str]) -> str:
    """A warm house with its documents."""
    return serve(House())


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens an address in a browser of its own; what goes wrong in the page fails the test."""
    contexts = []
    wrong: list[str] = []

    def open_(address: str, **options: object) -> Page:
        context = browser.new_context(**{"locale": "en-GB", "reduced_motion": "reduce", **options})  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(8000)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "console",
            lambda said: wrong.append(said.text) if "Content Security Policy" in said.text else None,
        )
        page.goto(address)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert wrong == []
