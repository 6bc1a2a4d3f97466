"""A library that is served, and a browser for each of the cast, signed in from the start."""

import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, Response

from index.passwords import hashed
from index.roles import Role
from index.store import Store
from tests.browser.played import Sent, listen
from tests.fakes import HashingEncoder
from web.app import create_app
from web.opening import open_backend
from web.server import bind
from web.settings import Settings

PASSWORD = "wiatr od morza niesie"
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
# By role, how they sign in; a stranger is nobody.
NAMES: dict[Role, str] = {"reader": "Rita", "staff": "Stefan", "administrator": "Ada"}
CAST = ("stranger", *NAMES)
_NAMED = dict(zip(CAST, ("", *NAMES.values()), strict=True))
_WAIT_MS = 10_000
_POSTED = """([path, fields]) => {
    const form = Object.assign(document.createElement("form"), { method: "post", action: path });
    for (const [name, value] of Object.entries(fields))
        form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    document.body.append(form);
    form.submit();
}"""


@dataclass(slots=True)
class Stage:
    """The served library, a store to look into it, and the pages of the cast."""

    address: str
    store: Store
    app: FastAPI
    settings: Settings
    browser: Browser
    sent: Sent = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    _pages: dict[tuple[str, str], Page] = field(default_factory=dict)

    def add(self, name: str, text: str) -> str:
        """The id of a document that was read and embedded as any other."""
        outcome = self.app.state.desk.engine().keeper.add(name, text.encode(), by="Stefan")
        assert outcome.document is not None, outcome.reason
        return str(outcome.document)

    def account(self, name: str, role: Role) -> str:
        """The name of an account of the common password."""
        self.store.accounts.make(name, role, by="command line")
        with self.store.database.writing() as connection:
            connection.execute("UPDATE accounts SET password = ? WHERE name = ?", (_hashed(), name))
        return name

    def visit(self, name: str = "", **look: object) -> Page:
        """A page in a browser of its own, in which the account of that name is signed in."""
        options: dict[str, Any] = {"locale": "en-GB", "reduced_motion": "reduce", "viewport": DESK, **look}
        context = self.browser.new_context(base_url=self.address, **options)
        if name:
            secret = self.store.sessions.begin(name)
            context.add_cookies([{"name": "session", "value": secret, "url": self.address}])
        page = context.new_page()
        page.set_default_timeout(_WAIT_MS)
        listen(page, self.sent)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("console", lambda said: self._heard(said.text))
        return page

    def page(self, who: str, **look: object) -> Page:
        """The page of one of the cast, where it was left; each keeps one browser for each look."""
        key = (who, str(sorted(look.items())))
        if key not in self._pages:
            self._pages[key] = self.visit(_NAMED[who], **look)
            self._pages[key].goto("/about")
        return self._pages[key]

    def see(self, who: str, path: str, **look: object) -> Page:
        """An address as one of the cast sees it."""
        page = self.page(who, **look)
        page.goto(path)
        return page

    def forget(self, who: str) -> None:
        """Let one of the cast begin anew."""
        for key in [one for one in self._pages if one[0] == who]:
            self._pages.pop(key).context.close()

    def _heard(self, said: str) -> None:
        if "Content Security Policy" in said:
            self.wrong.append(said)


def post(page: Page, path: str, fields: Mapping[str, str]) -> Response:
    """What comes of a form that is sent by hand, by no page of ours."""
    with page.expect_navigation() as arrival:
        page.evaluate(_POSTED, [path, dict(fields)])
    answer = arrival.value
    assert answer is not None
    return answer


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """The address at which an application is served, on a free port."""
    bound: socket.socket = bind("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
    thread.start()
    yield f"http://127.0.0.1:{bound.getsockname()[1]}"
    server.should_exit = True
    thread.join()
    bound.close()


@contextmanager
def staged(browser: Browser, folder: Path, **settings: Any) -> Iterator[Stage]:
    """A stage with an account for each role."""
    chosen = Settings(home=folder / "home", models=folder / "models", **settings)
    app = create_app(open_backend(chosen, empty=True, encoder=HashingEncoder()))
    with closing(Store(chosen.database)) as store, serving(app) as address:
        app.state.desk.warmup.wait(30)
        stage = Stage(address, store, app, chosen, browser)
        for role, name in NAMES.items():
            stage.account(name, role)
        yield stage
        for who in CAST:
            stage.forget(who)


@cache
def _hashed() -> str:
    # Made once: a tenth of a second each, which is what it is good for.
    return hashed(PASSWORD)
