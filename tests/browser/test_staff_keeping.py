"""An administrator keeps the library, in a browser: a backup, a check, a rebuild, the log."""

import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Page, expect

from index.store import Store
from tests.fakes import HashingEncoder
from web.app import create_app
from web.opening import open_backend
from web.server import bind
from web.settings import Settings

pytestmark = pytest.mark.browser

PASSWORD = "wiatr od morza niesie"
TEXT = "Klaster Wodny powstał w 2003 roku w Gdyni. Koordynatorem Klastra Wodnego jest Fundacja Fala."


@dataclass(frozen=True, slots=True)
class Served:
    """A served library of one document, its address, and a store to look into it."""

    address: str
    store: Store


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    settings = Settings(home=tmp_path / "home", models=tmp_path / "models")
    app = create_app(open_backend(settings, empty=True, encoder=HashingEncoder()))
    bound = bind("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
    with closing(Store(settings.database)) as store:
        for name, role in (("Ada", "administrator"), ("Stefan", "staff")):
            store.accounts.make(name, role, by="command line", password=PASSWORD)  # type: ignore[arg-type]
        thread.start()
        app.state.desk.warmup.wait(30)
        app.state.desk.engine().keeper.add("wodny.txt", TEXT.encode(), by="Ada")
        yield Served(f"http://127.0.0.1:{bound.getsockname()[1]}", store)
        server.should_exit = True
        thread.join()
    bound.close()


def sign_in(page: Page, served: Served, name: str, room: str) -> None:
    page.goto(f"{served.address}/sign-in?next=/staff/{room}")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def fits(page: Page) -> bool:
    """Whether nothing is wider than the screen."""
    wide: bool = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    return wide


@pytest.mark.parametrize("width", [390, 1280])
def test_an_administrator_takes_a_backup_checks_mends_and_finds_it_in_the_log(
    served: Served, visit: Callable[..., Page], tmp_path: Path, width: int
) -> None:
    page = visit(served.address, viewport={"width": width, "height": 800})
    sign_in(page, served, "Ada", "keeping")
    with page.expect_download() as download:
        page.get_by_role("button", name="Make a backup and download it").click()
    download.value.save_as(tmp_path / "taken.sqlite")
    with closing(Store(tmp_path / "taken.sqlite")) as taken:
        assert [one.name for one in taken.documents()] == ["wodny.txt"]

    with served.store.database.writing() as connection:
        connection.execute("UPDATE passages SET text = 'x'")
    page.get_by_role("button", name="Check the library").click()
    expect(page.locator("#check").get_by_role("status")).to_contain_text("1 thing is wrong")
    expect(page.get_by_role("listitem").filter(has_text="wodny.txt")).to_contain_text("rebuild --read")
    assert fits(page)

    page.get_by_label("Read all documents anew").check()
    page.get_by_role("button", name="Rebuild").click()
    expect(page.locator("#rebuild").get_by_role("status")).to_contain_text("made anew")
    page.get_by_role("button", name="Check the library").click()
    expect(page.locator("#check").get_by_role("status")).to_contain_text("Nothing is wrong")

    page.get_by_role("link", name="Log").click()
    page.get_by_label("Words").fill("library")
    page.get_by_role("button", name="Show").click()
    done = page.locator("tbody tr td:nth-child(3)").all_text_contents()
    assert done == ["check begun", "rebuild begun", "check begun", "backup made"]
    expect(page.get_by_role("status")).to_contain_text("The log is whole")
    assert fits(page)


def test_staff_who_are_no_administrators_are_told_so(served: Served, visit: Callable[..., Page]) -> None:
    page = visit(served.address)
    sign_in(page, served, "Stefan", "keeping")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("button", name="Check the library")).to_have_count(0)
    page.goto(f"{served.address}/staff")
    expect(page.get_by_role("link", name="Keeping")).to_have_count(0)
    expect(page.get_by_role("link", name="Log", exact=True)).to_have_count(0)
