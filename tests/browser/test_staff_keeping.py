"""An administrator keeps the library, in a browser: a backup, a check, a rebuild, the log."""

import re
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from index.errors import ModelError
from index.store import Store
from tests.browser.conftest import Served, fits
from tests.browser.played import plays
from tests.browser.stage import PASSWORD
from tests.fakes import HashingEncoder
from web.cli import main
from web.i18n import texts

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


def test_the_model_is_exchanged_while_somebody_asks_and_their_answers_stay_cited(
    served: Served, visit: Callable[..., Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.services.load_encoder", _encoder)
    page, reader = visit(served.address), visit(served.address)
    sign_in(page, served, "Ada", "keeping")
    _ask(reader, "Kto koordynuje Klaster Wodny?")
    rebuild = page.locator("#rebuild").get_by_role("status")

    page.get_by_label("Model", exact=True).fill("none-such")
    page.get_by_role("button", name="Rebuild").click()
    expect(rebuild).to_contain_text("It broke off: Embedding model none-such: cannot be loaded")
    expect(page.get_by_text("the embedded default")).to_be_visible()

    page.get_by_label("Model", exact=True).fill("other")
    page.get_by_role("button", name="Rebuild").click()
    expect(rebuild).to_contain_text("made anew")
    expect(page.locator(".figures").get_by_text("other", exact=True)).to_be_visible()
    for number, question in enumerate(("Kiedy powstał Klaster Wodny?", "Co wiadomo o Gdyni?"), start=2):
        _cited(_ask(reader, question, number))
    _within(lambda: "other" in served.model())
    _cited(_ask(reader, "Jaka fundacja koordynuje Klaster Wodny?", 4))


@pytest.mark.parametrize("language", ["en", "pl"])
def test_a_backup_that_was_taken_on_the_page_is_put_back_under_the_running_server(
    served: Served, visit: Callable[..., Page], tmp_path: Path, language: str
) -> None:
    t = texts("pl" if language == "pl" else "en")
    page = visit(served.address, locale={"en": "en-GB", "pl": "pl-PL"}[language])
    page.goto(f"{served.address}/sign-in?next=/staff/keeping")
    _enter(page, t("signing.name"), t("signing.password"), t("signing.button"))
    with page.expect_download() as download:
        page.get_by_role("button", name=t("keeping.download")).click()
    download.value.save_as(tmp_path / "taken.sqlite")
    served.add("wodny.txt", TEXT.replace("Fala", "Morze"))
    served.add("inny.txt", "Klaster Inny liczy 12 firm.")

    home = str(served.store.path.parent)
    assert main(["--home", home, "restore", str(tmp_path / "taken.sqlite"), "--force"]) == 0
    page.goto(f"{served.address}/staff/documents")
    # Everybody is signed out by it, and goes on where they were.
    _enter(page, t("signing.name"), t("signing.password"), t("signing.button"))
    expect(page.locator(".held-rows > li")).to_have_count(1)
    expect(page.locator(".held-rows")).to_contain_text("wodny.txt")
    page.goto(f"{served.address}/staff/log")
    restored = page.get_by_role("row", name=t("log.action.library.restored"))
    expect(restored).to_contain_text(t("by.command_line"))
    reader = visit(served.address)
    _cited(_ask(reader, "Kto koordynuje Klaster Wodny?"))
    expect(reader.locator("#turn-1 .answer")).to_contain_text("Fundacja Fala")


def _within(holds: Callable[[], bool]) -> None:
    ends = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < ends
        time.sleep(0.05)


def _enter(page: Page, name: str, password: str, button: str) -> None:
    page.get_by_label(name, exact=True).fill("Ada")
    page.get_by_label(password, exact=True).fill(PASSWORD)
    page.get_by_role("button", name=button, exact=True).click()


def _encoder(name: str | None, *_: object, **__: object) -> HashingEncoder:
    """What stands for a model by its name, as loading one takes seconds."""
    if name == "none-such":
        raise ModelError(name, "cannot be loaded")
    return HashingEncoder(name or "hashing", 16 if name else 32)


def _ask(page: Page, question: str, number: int = 1) -> Locator:
    page.get_by_role("textbox").fill(question)
    page.get_by_role("button", name="Ask", exact=True).click()
    turn = page.locator(f"#turn-{number}")
    # The first question of a process reads the dictionaries.
    expect(turn.locator(".actions")).to_be_visible(timeout=30_000)
    return turn


def _cited(turn: Locator) -> None:
    """The answer quotes the one document there is."""
    expect(turn.locator(".sources a.quoted").first).to_have_attribute("href", re.compile("^/documents/"))
