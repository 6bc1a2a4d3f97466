"""Adding in a real browser: many files at once, a refusal in words, cancelling, without a script too."""

import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Page, Route, expect

from index.store import Store
from tests.browser.played import plays
from tests.fakes import HashingEncoder
from web.app import create_app
from web.opening import open_backend
from web.server import bind
from web.settings import Settings

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]
# The first file of a process waits for its dictionaries.
_LONG_MS = 30_000
_PHONE = {"width": 390, "height": 844}


@pytest.fixture
def home(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home", models=tmp_path / "models", file_mb=1)


@pytest.fixture
def address(home: Settings) -> Iterator[str]:
    """A real library, served."""
    bound = bind("127.0.0.1", 0)
    app = create_app(open_backend(home, empty=True, encoder=HashingEncoder()))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
    thread.start()
    app.state.desk.warmup.wait(30)
    yield f"http://127.0.0.1:{bound.getsockname()[1]}"
    server.should_exit = True
    thread.join()
    bound.close()


@pytest.fixture
def enter(visit: Visit, address: str, home: Settings) -> Visit:
    """Opens a page as staff."""

    def entered(path: str, **options: object) -> Page:
        with closing(Store(home.database)) as store:
            if store.accounts.find("Stefan") is None:
                store.accounts.make("Stefan", "staff", by="command line")
            secret = store.sessions.begin("Stefan")
        page = visit(f"{address}/about", **options)
        page.context.add_cookies([{"name": "session", "value": secret, "url": address}])
        page.goto(f"{address}{path}")
        return page

    return entered


def _files(folder: Path, count: int) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"plik-{number:03}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(f"Klaster numer {number}\n\nKlaster numer {number} skupia sto firm.\n", "utf-8")
    return paths


def _settled(home: Settings) -> None:
    """Wait until no job is open."""
    with closing(Store(home.database)) as store:
        for _ in range(600):
            counts = store.jobs.counts()
            if not counts["waiting"] + counts["working"]:
                return
            time.sleep(0.05)
    raise AssertionError(counts)


@plays("GET /staff/add", "POST /staff/add", "GET /staff/add/jobs")
def test_many_files_are_sent_and_become_ready_without_reloading(
    enter: Visit, home: Settings, tmp_path: Path
) -> None:
    page = enter("/staff/add")
    page.set_default_timeout(120_000)
    page.evaluate("window.stays = true")

    page.locator("input[name=file]").set_input_files([*map(str, _files(tmp_path / "many", 40))])
    expect(page.locator(".job-counts")).to_contain_text("Ready: 40", timeout=120_000)

    assert page.evaluate("window.stays")
    expect(page.locator("#told")).to_contain_text("40 of 40 ready", timeout=30_000)
    page.locator("li.job a").first.click()
    expect(page).to_have_url(re.compile("/documents/"))


def test_a_folder_keeps_its_ways_and_a_refused_file_says_why_in_polish(
    enter: Visit, home: Settings, tmp_path: Path
) -> None:
    folder = tmp_path / "teczka"
    _files(folder / "rok", 1)
    (folder / "pusty.txt").write_bytes(b"")
    (folder / "wielki.txt").write_bytes(b"x" * 1_100_000)
    page = enter("/staff/add", locale="pl-PL")

    page.locator("input[name=folder]").set_input_files(str(folder))

    expect(page.locator("li.job.done .job-name")).to_have_text("rok/plik-000.txt", timeout=_LONG_MS)
    expect(page.locator("li.job.refused .job-reason")).to_have_text("Plik jest pusty.")
    expect(page.locator("#unsent")).to_contain_text("wielki.txt jest większy niż 1 MB")


def test_a_folder_that_is_dragged_onto_the_page_is_taken_with_its_ways(enter: Visit, tmp_path: Path) -> None:
    folder = tmp_path / "teczka"
    _files(folder / "rok", 2)
    _files(folder, 1)
    (folder / ".ukryty.txt").write_text("Klaster.", "utf-8")
    page = enter("/staff/add")
    box = page.locator("#drop").bounding_box()
    assert box is not None
    place = {"x": box["x"] + 20, "y": box["y"] + 20}
    data = {"items": [], "files": [str(folder)], "dragOperationsMask": 1}
    browser = page.context.new_cdp_session(page)
    for step in ("dragEnter", "dragOver", "drop"):
        browser.send("Input.dispatchDragEvent", {"type": step, "data": data, **place})

    expect(page.locator("#batch p")).to_have_text("3 of 3 ready", timeout=_LONG_MS)
    names = {*page.locator("li.job.done .job-name").all_inner_texts()}
    assert names == {"plik-000.txt", "rok/plik-000.txt", "rok/plik-001.txt"}


def test_a_network_that_goes_and_too_many_files_put_sending_off_and_lose_none(
    enter: Visit, tmp_path: Path
) -> None:
    page = enter("/staff/add")
    sending, batch = page.locator("#sending"), page.locator("#batch p")
    paths = [*map(str, _files(tmp_path / "few", 4))]
    page.context.set_offline(True)
    page.locator("input[name=file]").set_input_files(paths[:2])
    expect(sending).to_contain_text("The server cannot be reached. Sending goes on by itself")
    page.context.set_offline(False)
    expect(batch).to_have_text("2 of 2 ready", timeout=_LONG_MS)

    def slow_down(route: Route) -> None:
        route.fulfill(status=429, headers={"Retry-After": "1"}, json={"detail": "Try again in 1 s."})

    page.route("**/staff/add", slow_down)
    page.locator("input[name=file]").set_input_files(paths[2:])
    expect(sending).to_contain_text("Try again in 1 s. Sending goes on by itself")
    page.unroute("**/staff/add")
    expect(page.locator(".job-counts")).to_contain_text("Ready: 4", timeout=_LONG_MS)
    expect(page.locator("#unsent")).to_be_hidden()


def test_all_that_was_not_added_is_tried_again_at_once(enter: Visit, home: Settings, tmp_path: Path) -> None:
    paths = _files(tmp_path / "few", 3)
    for path in paths[1:]:
        path.write_bytes(b"")
    page = enter("/staff/add", viewport=_PHONE, color_scheme="dark")
    page.locator("input[name=file]").set_input_files([*map(str, paths)])
    expect(page.locator("#batch p")).to_have_text("1 of 3 ready, 2 not added", timeout=_LONG_MS)

    page.get_by_role("link", name="Show those not added").click()
    with page.expect_response("**/staff/add/retry"):
        page.get_by_role("button", name="Try all again").click()

    expect(page.locator("li.job.refused")).to_have_count(2, timeout=_LONG_MS)
    _settled(home)
    with closing(Store(home.database)) as store:
        assert [one.attempt for one in store.jobs.listed(states=("refused",))] == [2, 2]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@plays("POST /staff/add/{job}/retry")
def test_a_job_is_tried_again_and_the_button_keeps_its_place(enter: Visit, tmp_path: Path) -> None:
    empty = tmp_path / "pusty.txt"
    empty.write_bytes(b"")
    page = enter("/staff/add")
    page.locator("input[name=file]").set_input_files(str(empty))
    again = page.get_by_role("button", name="Try pusty.txt again")

    again.press("Enter")

    expect(page.locator("li.job.refused")).to_be_visible(timeout=_LONG_MS)
    expect(again).to_be_visible()
    assert page.url.endswith("/staff/add")


@plays("POST /staff/add/addresses")
@pytest.mark.parametrize("script", [True, False])
def test_an_address_inside_is_refused_in_words(enter: Visit, home: Settings, script: bool) -> None:
    page = enter("/staff/add", java_script_enabled=script)
    page.locator("#addresses").fill("http://127.0.0.1:8000/")
    page.get_by_role("button", name="Fetch them").click()
    expect(page.locator(".taken")).to_contain_text("1 address is being fetched")
    if not script:
        _settled(home)
        page.reload()

    expect(page.locator("li.job.failed .job-reason")).to_contain_text("inside this network", timeout=_LONG_MS)


def test_without_a_script_files_are_sent_by_the_form(enter: Visit, home: Settings, tmp_path: Path) -> None:
    page = enter("/staff/add", java_script_enabled=False, viewport=_PHONE)
    page.locator("input[name=file]").set_input_files([*map(str, _files(tmp_path / "few", 3))])
    page.get_by_role("button", name="Add them").click()

    expect(page.locator(".taken")).to_contain_text("3 files were taken in")
    _settled(home)
    page.reload()
    expect(page.locator(".job-counts")).to_contain_text("Ready: 3")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("viewport", "theme"), [(_PHONE, "light"), ({"width": 1280, "height": 900}, "dark")])
def test_nothing_reaches_over_the_edge(
    enter: Visit, tmp_path: Path, viewport: dict[str, int], theme: str
) -> None:
    page = enter("/staff/add", viewport=viewport, color_scheme=theme)
    name = tmp_path / ("bardzo-długa-nazwa-" * 8 + ".txt")
    name.write_text("Klaster.", "utf-8")
    page.locator("input[name=file]").set_input_files(str(name))
    expect(page.locator("li.job")).to_be_visible()

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
