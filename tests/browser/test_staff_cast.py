"""What the cast may and may not, over every page and form for staff, and what is said of ids of nothing."""

import re
from collections import deque
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.cast import ALL, Deed
from tests.browser.furnished import Ids, furnished
from tests.browser.played import ROUTES, route_of
from tests.browser.stage import CAST, Stage, post, staged
from web.access import OpenRoute
from web.i18n import texts

pytestmark = pytest.mark.browser

# Pages on which somebody signs in stand open to all.
_SIGNING = ("/sign-", "/join/")
# What a browser keeps instead of showing it.
_FILES = re.compile(r"(/original|\.(csv|md|json|html|png|ics|svg))$")
_T = texts("en")
_LANGUAGES = {"en-GB": _T, "pl-PL": texts("pl")}
REFUSED = [(one, who) for one in ALL for who in one.barred]
BAD = [(one, at) for one in ALL for at in one.things]
# One in each language by turns: every problem is had by several routes.
SPOKEN = [(*one, tuple(_LANGUAGES)[number % 2]) for number, one in enumerate(BAD)]
# What only a page's own script asks for, and what is said of tokens, of which readers have none.
_UNLINKED = {"/staff/add/jobs", "/account/tokens/revoke"}


@pytest.fixture(scope="module")
def stage(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with staged(browser, tmp_path_factory.mktemp("cast")) as made:
        yield made


@pytest.fixture(autouse=True)
def sound(stage: Stage) -> Iterator[None]:
    """No page may go wrong in the browser."""
    yield
    assert stage.wrong == []


@pytest.fixture(scope="module")
def ids(stage: Stage) -> Ids:
    return furnished(stage)


def test_every_page_and_form_for_staff_is_in_the_table() -> None:
    # A new route: say in tests/browser/cast.py who may, and play it in a test marked with @plays.
    guarded = {
        (f"{method} {one.path}", one.needed)
        for one in ROUTES
        if isinstance(one, OpenRoute) and not one.path.startswith("/api/")
        for method in one.methods or ()
        if one.needed is not None or one.path.startswith(_SIGNING)
    }

    assert guarded == {(one.route, one.least) for one in ALL}
    assert len({one.route for one in ALL}) == len(ALL)


def test_everything_is_played_by_somebody_who_may() -> None:
    files = sorted(Path(__file__).parent.glob("test_staff_*.py"))
    tests = [
        test
        for one in files
        for test in vars(import_module(f"tests.browser.{one.stem}")).values()
        if hasattr(test, "plays")
    ]
    played = {route for test in tests for route in test.plays}

    assert played == {one.route for one in ALL}


@pytest.mark.parametrize(("deed", "who"), REFUSED, ids=lambda one: getattr(one, "route", one))
def test_whoever_may_not_is_told_so_and_what_to_do(stage: Stage, ids: Ids, deed: Deed, who: str) -> None:
    path = deed.path.format(**ids)
    form = {name: value.format(**ids) for name, value in deed.form.items()}
    before = stage.store.audit.count()
    page = stage.page(who)

    if deed.method == "POST":
        answer = post(page, path, form)
        assert answer.status == (401 if who == "stranger" else 403)
    else:
        page.goto(f"{path}?{urlencode(form)}" if form else path)

    if who == "stranger" and deed.method == "GET":
        assert urlsplit(page.url).path == "/sign-in"
        expect(page.get_by_label("Password")).to_be_visible()
    else:
        refusal = {"staff": "staff_only", "administrator": "administrator_only"}.get(str(deed.least), "")
        problem = "sign_in" if who == "stranger" else refusal
        expect(page.get_by_role("heading", level=1)).to_have_text(_T(f"problem.{problem}.title"))
        expect(page.locator(".lead")).to_have_text(_T(f"problem.{problem}.detail"))
        ways = page.get_by_role("main").get_by_role("link")
        assert ways.count() > 0
        if who == "stranger":
            expect(ways.first).to_have_attribute("href", re.compile("^/sign-in"))
    assert stage.store.audit.count() == before


@pytest.mark.parametrize("who", CAST)
def test_no_page_offers_what_one_may_not(stage: Stage, ids: Ids, who: str) -> None:
    # From the first page over all links, one address of each route.
    page = stage.see(who, "/")
    seen, ahead = set(), deque(["/", *_addresses(ids, who)])
    offered = set()
    while ahead:
        path = ahead.popleft()
        here = route_of("GET", path)
        if here is None or here.path in seen or _FILES.search(urlsplit(path).path):
            continue
        seen.add(here.path)
        page.goto(path)
        for method, target in _ways(page):
            if target.startswith("/api/"):
                continue
            route = route_of(method, target)
            assert route is not None, f"{path} leads to {method} {target}, which is nothing"
            offered.add((path, route.path, getattr(route, "needed", None)))
            if method == "GET":
                ahead.append(target)

    assert [one for one in offered if one[2] and CAST.index(who) < CAST.index(one[2])] == []
    # What there is for them is to be found by links.
    theirs = {one.path for one in ALL if one.method == "GET" and one.least and who not in one.barred}
    assert theirs - {path for _, path, _ in offered} <= _UNLINKED


@pytest.mark.parametrize(("deed", "at", "locale"), SPOKEN, ids=lambda one: getattr(one, "route", one))
def test_an_id_of_nothing_is_named_on_a_page(
    stage: Stage, ids: Ids, deed: Deed, at: str, locale: str
) -> None:
    t = _LANGUAGES[locale]
    given = {**ids, at: "9999"}
    path = deed.path.format(**given)
    form = {name: value.format(**given) for name, value in deed.form.items()} | (
        {} if f"{{{at}}}" in deed.path else {at: "9999"}
    )
    page = stage.page("administrator", locale=locale)

    answer = post(page, path, form) if deed.method == "POST" else page.goto(f"{path}?{urlencode(form)}")

    assert answer is not None
    assert answer.status in (404, 409)
    expect(page.get_by_role("heading", level=1)).to_have_text(t(f"problem.{deed.things[at]}.title"))
    expect(page.locator(".lead")).to_have_text(t(f"problem.{deed.things[at]}.detail"))
    expect(page.get_by_role("banner")).to_be_visible()


def _addresses(ids: Ids, who: str) -> Iterator[str]:
    """Pages that no link leads to, but that somebody keeps."""
    yield from ("/clusters/wodny", f"/documents/{quote(ids['document'])}", "/clusters", "/about")
    if who != "stranger":
        yield "/account"


def _ways(page: Page) -> list[tuple[str, str]]:
    """Where a page's links and forms lead on this server."""
    found: list[list[str]] = page.evaluate(
        """() => [
            ...[...document.links].filter((one) => one.origin === location.origin)
                .map((one) => ["GET", one.pathname + one.search]),
            ...[...document.forms].map((one) => [one.method.toUpperCase(), new URL(one.action).pathname]),
        ]"""
    )
    return [(method, target) for method, target in found]
