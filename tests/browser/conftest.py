"""A real Chromium, and a server of fakes for it."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, Error, Page, sync_playwright

from index.roles import Role
from index.store import Store
from tests.browser.played import Sent, listen, unplayed
from tests.browser.stage import PASSWORD, serving
from tests.fakes import HashingEncoder
from tests.web.fakes import House
from web.app import create_app
from web.opening import open_backend
from web.settings import Settings

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
def serve_app() -> Iterator[Callable[[FastAPI], str]]:
    """Serves an application on a free port, and gives its address."""
    with ExitStack() as stack:

        def start(app: FastAPI) -> str:
            return stack.enter_context(serving(app))

        yield start


@pytest.fixture
def serve(serve_app: Callable[[FastAPI], str]) -> Iterator[Callable[[House], str]]:
    """Serves a house on a free port, and gives its address."""
    houses: list[House] = []

    def start(house: House) -> str:
        houses.append(house)
        return serve_app(create_app(house.backend))

    yield start
    for house in houses:
        house.released.set()


@dataclass(frozen=True, slots=True)
class Served:
    """A real library that is served: its address, a store to look into it, what adds a text, and what tells
    the model searched with."""

    address: str
    store: Store
    add: Callable[[str, str], None]
    model: Callable[[], str]


@pytest.fixture
def staffed(tmp_path: Path, serve_app: Callable[[FastAPI], str]) -> Iterator[Callable[..., Served]]:
    """Serves a library with accounts, by name and role, of one password."""
    with ExitStack() as stack:

        def start(**accounts: Role) -> Served:
            settings = Settings(home=tmp_path / "home", models=tmp_path / "models")
            app = create_app(open_backend(settings, empty=True, encoder=HashingEncoder()))
            store = stack.enter_context(closing(Store(settings.database)))
            for name, role in accounts.items():
                store.accounts.make(name, role, by="command line", password=PASSWORD)
            address = serve_app(app)
            app.state.desk.warmup.wait(30)

            def add(name: str, text: str) -> None:
                app.state.desk.engine().keeper.add(name, text.encode(), by=next(iter(accounts)))

            return Served(address, store, add, lambda: app.state.desk.engine().encoder().model)

        yield start


@pytest.fixture
def address(serve: Callable[[House], str]) -> str:
    """A warm house with its documents."""
    return serve(House())


@pytest.fixture(autouse=True)
def sent(request: pytest.FixtureRequest) -> Iterator[Sent]:
    """What pages send; a test that says which routes it plays has sent to each of them."""
    stage = request.getfixturevalue("stage") if "stage" in request.fixturenames else None
    heard: Sent = stage.sent if stage else []
    heard.clear()
    yield heard
    assert unplayed(getattr(request.function, "plays", ()), heard) == []


@pytest.fixture
def visit(browser: Browser, sent: Sent) -> Iterator[Callable[..., Page]]:
    """Opens an address in a browser of its own; what goes wrong in the page fails the test."""
    contexts = []
    wrong: list[str] = []

    def open_(address: str, **options: object) -> Page:
        context = browser.new_context(**{"locale": "en-GB", "reduced_motion": "reduce", **options})  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(8000)
        listen(page, sent)
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


def fits(page: Page) -> bool:
    """Whether nothing is wider than the screen."""
    wide: bool = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    return wide
