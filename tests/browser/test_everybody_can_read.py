"""Every page against the rules of WCAG that a program can check, light and dark, and on a narrow screen."""

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.barriers import barriers
from tests.browser.cast import ALL
from tests.browser.conftest import fits
from tests.browser.furnished import Ids, furnished
from tests.browser.played import ROUTES
from tests.browser.stage import Stage, staged

pytestmark = pytest.mark.browser

_EARLIER = "/documents/{document}/earlier/{number}"
_WIDE: ViewportSize = {"width": 1280, "height": 900}
_NARROW: ViewportSize = {"width": 360, "height": 780}
_FORMS = {one.path: one.form for one in ALL if one.method == "GET"}
# Who is signed in is not asked to sign in.
_STRANGERS = {"/sign-in", "/join/{secret}"}
# What shows no page of ours: files, figures for programs, pieces that a page's script asks for.
_NO_PAGES = {
    *("/health", "/ready", "/metrics", "/favicon.ico", "/static/{digest}/{path:path}"),
    *("/c/{conversation}/turns/{number}/events", "/c/{conversation}/conversation.json"),
    *("/c/{conversation}/{turn}.{ending}", "/clusters.{ending}", "/staff/questions/missing.{ending}"),
    *("/documents/{document}/original", "/documents/{document}/pages/{page}.png", "/staff/log.csv"),
    *("/staff/documents/{document}/versions/{number}/original", "/staff/add/jobs"),
    *("/sign-in/elsewhere", "/sign-in/arrival"),
}
PAGES = sorted(
    {one.path for one in ROUTES if "GET" in (one.methods or ()) and not one.path.startswith("/api/")}
    - _NO_PAGES
)
# One in each language by turns.
SPOKEN = [(path, ("en-GB", "pl-PL")[number % 2]) for number, path in enumerate(PAGES)]


@pytest.fixture(scope="module")
def stage(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with staged(browser, tmp_path_factory.mktemp("read")) as made:
        yield made


@pytest.fixture(scope="module")
def ids(stage: Stage) -> Ids:
    """What there is for each part of an address, with a conversation that has an answer."""
    made = furnished(stage)
    page = stage.see("administrator", "/?" + urlencode({"question": "Kto koordynuje Klaster Wodny?"}))
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.locator("#turn-1 .actions")).to_be_visible()
    conversation = page.url.rpartition("/c/")[2].partition("#")[0]
    # What was confirmed stands on words that only an earlier version has.
    stage.add("wodny.txt", "Klaster Wodny\n\nKlaster Wodny liczy 41 firm.")
    earlier = _link(stage.see("administrator", "/clusters/wodny"), "/earlier/").partition("#")[0]
    correct = _link(stage.see("administrator", "/staff/clusters/wodny"), "/facts/")
    return {
        **made,
        "conversation": conversation,
        "key": correct.rpartition("/")[2],
        _EARLIER: earlier,
    }


@pytest.fixture(scope="module")
def axe() -> Axe:
    return Axe()


@pytest.mark.parametrize(("path", "locale"), SPOKEN)
def test_a_page_can_be_read_by_everybody(stage: Stage, ids: Ids, axe: Axe, path: str, locale: str) -> None:
    page = stage.page("stranger" if path in _STRANGERS else "administrator", locale=locale)
    page.set_viewport_size(_WIDE)
    query = urlencode({name: value.format(**ids) for name, value in _FORMS.get(path, {}).items()})

    answer = page.goto(ids.get(path) or f"{path.format(**ids)}?{query}")

    assert answer is not None
    assert answer.status == 200
    assert page.url == answer.url, "this is another page"
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == theme
        assert barriers(axe, page) == [], theme
    page.set_viewport_size(_NARROW)
    assert fits(page)


def test_what_cannot_be_read_is_found(stage: Stage, axe: Axe) -> None:
    page = stage.see("stranger", "/about")
    page.evaluate("document.querySelector('main').style.color = 'var(--line)'")
    page.evaluate("document.documentElement.removeAttribute('lang')")
    found = {one.partition(" at ")[0] for one in barriers(axe, page)}

    assert found == {"color-contrast", "html-has-lang"}


def _link(page: Page, part: str) -> str:
    """The first address on a page that has this part."""
    address = page.locator(f"a[href*='{part}']").first.get_attribute("href")
    assert address
    return address
