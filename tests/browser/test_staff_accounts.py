"""From the first administrator to a colleague who signs in, in a real browser."""

import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Page, expect

from index.store import Store
from tests.browser.played import plays
from tests.browser.stage import DESK, PHONE
from tests.fakes import HashingEncoder
from web.app import create_app
from web.opening import open_backend
from web.server import bind
from web.settings import Settings

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]
FIRST, SECOND = "wiatr od morza niesie", "cztery żółte rowery"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """The address of an empty library, and the link for its first administrator."""
    settings = Settings(home=tmp_path / "home", models=tmp_path / "models")
    app = create_app(open_backend(settings, empty=True, encoder=HashingEncoder()))
    with closing(Store(settings.database)) as store:
        store.accounts.make("Ada", "administrator", by="command line")
        link = store.links.make("Ada", by="command line")
    bound = bind("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
    thread.start()
    app.state.desk.warmup.wait(30)
    address = f"http://127.0.0.1:{bound.getsockname()[1]}"
    yield address, f"{address}/join/{link}"
    server.should_exit = True
    thread.join()
    bound.close()


def _choose(page: Page, password: str) -> None:
    page.get_by_label("New password").fill(password)
    page.get_by_label("The same once more").fill(password)
    page.get_by_role("button", name="Keep it and sign in").click()


def _sign_in(page: Page, name: str, password: str) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()


@plays(
    *(
        "GET /join/{secret}",
        "POST /join/{secret}",
        "GET /staff",
        "GET /staff/accounts",
        "POST /staff/accounts",
    ),
    *("GET /account", "POST /account/tokens", "GET /staff/accounts/one", "POST /staff/accounts/close"),
    *("GET /sign-in", "POST /sign-in"),
)
@pytest.mark.parametrize(("script", "viewport"), [(True, DESK), (False, PHONE)])
def test_an_administrator_takes_a_colleague_in_and_lets_them_go(
    visit: Visit, house: tuple[str, str], script: bool, viewport: dict[str, int]
) -> None:
    look = {"java_script_enabled": script, "viewport": viewport}
    address, link = house
    ada = visit(link, **look)
    _choose(ada, "passwordpassword")
    expect(ada.get_by_role("alert")).to_contain_text("easy to guess")
    _choose(ada, FIRST)
    ada.get_by_role("link", name="Accounts").click()
    ada.get_by_label("Name").fill("Jan")
    ada.get_by_label("Role").select_option("staff")
    ada.get_by_role("button", name="Make the account").click()
    given = ada.locator(".secret").inner_text()

    jan = visit(given, **look)
    _choose(jan, SECOND)
    expect(jan.get_by_role("heading", level=1)).to_have_text("The library today")
    expect(jan.get_by_role("link", name="Accounts")).to_have_count(0)
    jan.get_by_role("link", name="Jan", exact=True).click()
    jan.get_by_label("What it is for").fill("robot")
    jan.get_by_role("button", name="Make a token").click()
    expect(jan.locator(".secret")).to_be_visible()

    ada.goto(f"{address}/staff/accounts/one?name=Jan")
    expect(ada.get_by_text("robot")).to_be_visible()
    assert ada.evaluate("document.documentElement.scrollWidth <= innerWidth")
    ada.get_by_role("button", name="Close the account").click()
    jan.goto(f"{address}/account")
    _sign_in(jan, "Jan", SECOND)
    expect(jan.get_by_role("alert")).to_contain_text("No account has this name and this password")
    _sign_in(jan, "Ada", FIRST)
    expect(jan.get_by_role("heading", level=1)).to_have_text("Ada")
