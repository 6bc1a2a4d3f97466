"""The watched folder as staff meet it: what is put there comes by itself, and what cannot says why."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import fits
from tests.browser.stage import PHONE, Stage, staged

pytestmark = pytest.mark.browser

# Two looks, and the first file of a process waits for its dictionaries.
_LONG_MS = 30_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "skrzynka"
    made.mkdir()
    return made


@pytest.fixture
def stage(browser: Browser, tmp_path: Path, folder: Path) -> Iterator[Stage]:
    with staged(browser, tmp_path, watch=folder, file_mb=1) as made:
        yield made
        assert made.wrong == []


def test_what_is_put_into_the_watched_folder_comes_in_or_says_why_it_does_not(
    stage: Stage, folder: Path
) -> None:
    english = stage.see("staff", "/staff/add")
    expect(english.get_by_role("main")).to_contain_text(f"This folder is watched too: {folder}")
    (folder / "rok").mkdir()
    (folder / "rok" / "nowy.txt").write_text("Klaster Nowy\n\nKlaster Nowy liczy 40 firm.", "utf-8")
    (folder / "zly.pdf").write_bytes(b"%PDF-1.7 and nothing else")
    (folder / "wielki.txt").write_bytes(b"x" * 1_000_001)
    # Of itself, without reloading.
    job = english.locator("li.job")
    expect(english.locator("li.job.done")).to_contain_text("rok/nowy.txt", timeout=_LONG_MS)
    expect(english.locator("li.job.done")).to_contain_text("watched folder")
    expect(job.filter(has_text="zly.pdf").locator(".job-reason")).to_contain_text("PDF")
    expect(job.filter(has_text="wielki.txt").locator(".job-reason")).to_contain_text("larger than 1 MB")

    phone = {"viewport": PHONE, "java_script_enabled": False, "locale": "pl-PL"}
    polish = stage.see("administrator", "/staff/add?show=not_added", **phone)
    expect(polish.get_by_role("main")).to_contain_text(f"Obserwowany jest też folder {folder}")
    refused = polish.locator("li.job", has_text="wielki.txt")
    expect(refused.locator(".job-reason")).to_have_text("Plik jest większy niż 1 MB.")
    expect(refused).to_contain_text("obserwowany folder")
    # There is nothing to be tried again: it was not taken in. It comes when it has changed.
    expect(refused.get_by_role("button")).to_have_count(0)
    assert fits(polish)

    polish.goto("/staff/documents")
    polish.get_by_role("link", name="Klaster Nowy", exact=True).click()
    expect(polish.get_by_role("heading", level=1)).to_have_text("Klaster Nowy")
    reader = stage.see("stranger", "/documents")
    expect(reader.get_by_role("main").get_by_role("listitem")).to_have_count(1)
    polish.goto("/staff/log")
    expect(polish.get_by_role("row", name="obserwowany folder").first).to_be_visible()
