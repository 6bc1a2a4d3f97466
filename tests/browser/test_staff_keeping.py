"""An administrator keeps the library, in a browser: a backup, a check, a rebuild, the log."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from index.store import Store
from tests.browser.conftest import Served, fits
from tests.browser.played import plays
from tests.browser.stage import PASSWORD

pytestmark = pytest.mark.browser

TEXT = "Klaster Wodny powstał w 2003 roku w Gdyni. Koordynatorem Klastra Wodnego jest Fundacja Fala."


@pytest.fixture
def served(staffed: Callable[..., Served]) -> Served:
    """A served library of one document."""
    made = staffed(Ada="administrator", Stefan="staff")
    made.add("wodny.txt", TEXT)
    return made


def sign_in(page: Page, served: Served, name: str, room: str) -> None:
    page.goto(f"{served.address}/sign-in?next=/staff/{room}")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


@plays(
    *("GET /staff/keeping", "POST /staff/keeping/backup", "POST /staff/keeping/check"),
    *("POST /staff/keeping/rebuild", "GET /staff/log", "GET /staff/log.csv"),
)
def test_an_administrator_takes_a_backup_checks_mends_and_finds_it_in_the_log(
    served: Served, visit: Callable[..., Page], tmp_path: Path
) -> None:
    page = visit(served.address, viewport={"width": 390, "height": 800})
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
    with page.expect_download() as file:
        page.get_by_role("link", name="These records as a file").click()
    assert "library.check" in Path(file.value.path()).read_text("utf-8")
