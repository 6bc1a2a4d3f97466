"""Where conversations are not kept, nothing of a question reaches staff, a file, or the next start."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from index.store import Store
from tests.browser.stage import PHONE, Stage, serving, staged
from tests.fakes import HashingEncoder
from web.app import create_app
from web.i18n import texts
from web.opening import open_backend

pytestmark = pytest.mark.browser

# The first question of a process reads the dictionaries.
_LONG_MS = 30_000
_BEFORE, _NOW = "Kto koordynuje Klaster Bursztynowy?", "Kto koordynuje Klaster Krzemowy?"


@pytest.fixture
def stage(browser: Browser, tmp_path: Path) -> Iterator[Stage]:
    """A library that was switched to keeping nothing, with a conversation of the time before."""
    with closing(Store(tmp_path / "home" / "library.sqlite")) as store:
        now = datetime.now(UTC)
        store.conversations.append("earlier", _BEFORE, "{}", asked_at=now, elapsed_ms=1.0, begins=True)
    with staged(browser, tmp_path, keep_conversations=0) as made:
        made.add("wodny.txt", "Klaster Wodny\n\nKlaster Wodny liczy 40 firm.")
        yield made
        assert made.wrong == []


def test_nothing_that_is_asked_is_seen_by_staff_or_outlives_the_server(stage: Stage) -> None:
    asked = stage.see("stranger", "/", viewport=PHONE, locale="pl-PL")
    expect(asked.get_by_role("main")).to_contain_text("Pytań się nie przechowuje.")
    asked.get_by_role("textbox").fill(_NOW)
    asked.get_by_role("button", name="Zapytaj", exact=True).click()
    expect(asked.locator("#turn-1 .abstained")).to_be_visible(timeout=_LONG_MS)
    expect(asked.locator("#turn-1")).to_contain_text(texts("pl")("answer.not_rated"))
    expect(asked.get_by_role("button", name=texts("pl")("answer.no"))).to_have_count(0)
    talk = asked.url.partition("#")[0]

    for who in ("staff", "administrator"):
        page = stage.see(who, "/staff/questions?state=all")
        expect(page.get_by_text("No question meets this.")).to_be_visible()
        page.goto("/staff")
        expect(page.get_by_role("main")).not_to_contain_text("Klaster")
    page = stage.see("stranger", "/c/earlier")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no such conversation")

    files = [one for one in stage.settings.home.rglob("*") if one.is_file()]
    assert files
    assert not [one for one in files for name in (b"Krzemow", b"Bursztynow") if name in one.read_bytes()]

    # What was held in memory has ended with the server.
    again = create_app(open_backend(stage.settings, empty=True, encoder=HashingEncoder()))
    with serving(again) as address:
        page.goto(address + talk.removeprefix(stage.address))
        expect(page.get_by_role("heading", level=1)).to_have_text("There is no such conversation")
        again.state.desk.warmup.wait(30)
