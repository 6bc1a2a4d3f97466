"""Signing in at a provider of identities, by clicking: there, back, with a role or refused, and out."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import fits
from tests.browser.played import plays
from tests.browser.stage import DESK, PHONE, Stage, staged
from tests.web.openid.loopback import NEEDED, SECRET, free_port, provider
from web.openid.trust import Trust

pytestmark = [pytest.mark.browser, NEEDED]


@pytest.fixture(scope="module")
def stage(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """A library that trusts a provider, which lets in whoever it says to be an editor or an owner."""
    port = free_port()
    trust = Trust(
        f"http://127.0.0.1:{port}",
        "klastrownik",
        SECRET,
        role_claim="groups",
        roles={"editors": "staff", "owners": "administrator"},
        others="refused",
        name="Office",
    )
    folder = tmp_path_factory.mktemp("elsewhere")
    with staged(browser, folder, openid=trust) as made, provider(made.address, port=port):
        yield made
        assert made.wrong == []


def _visit(stage: Stage, path: str, **look: object) -> Page:
    page = stage.visit("", **look)
    # The provider's page for tries asks for letters of another house, which are not to be had here.
    page.route("https://**", lambda route: route.abort())
    page.goto(path)
    return page


def _sign_in_there(page: Page, name: str) -> None:
    page.locator("input[name=login]").fill(name)
    page.locator("input[name=password]").fill("x")
    page.get_by_role("button", name="Sign-in").click()
    page.get_by_role("button", name="Continue").click()


@plays("GET /sign-in/elsewhere", "GET /sign-in/arrival")
@pytest.mark.parametrize(
    ("name", "script", "viewport", "rooms"),
    [("ewa-editors", False, PHONE, 0), ("olga-owners", True, DESK, 1)],
)
def test_whoever_signs_in_there_goes_on_here_with_their_role_and_signs_out(
    stage: Stage, name: str, script: bool, viewport: dict[str, int], rooms: int
) -> None:
    page = _visit(stage, "/staff/documents", java_script_enabled=script, viewport=viewport)
    page.get_by_role("link", name="Sign in with Office").click()
    _sign_in_there(page, name)

    assert page.url == f"{stage.address}/staff/documents"
    expect(page.get_by_role("link", name="Accounts")).to_have_count(rooms)
    page.get_by_role("link", name=f"{name}@example").click()
    expect(page.get_by_role("main")).to_contain_text("your password is kept there")
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.goto("/staff")
    expect(page.get_by_role("link", name="Sign in with Office")).to_be_visible()
    page.context.close()


def test_whoever_has_no_role_there_or_turns_back_is_told_so_on_a_page_that_goes_on(stage: Stage) -> None:
    page = _visit(stage, "/sign-in?next=/staff", viewport=PHONE, locale="pl-PL")
    page.get_by_role("link", name="Zaloguj się przez Office").click()
    page.get_by_role("link", name="Cancel").click()
    told = page.get_by_role("alert")
    expect(told).to_contain_text("Nie ma dla Ciebie wstępu")

    page.get_by_role("link", name="Zaloguj się przez Office").click()
    _sign_in_there(page, "jan")
    expect(told).to_contain_text("Nie ma dla Ciebie wstępu")
    expect(told).to_be_in_viewport()
    assert fits(page)
    assert stage.store.accounts.find("jan@example") is None
    # The other way in is there still.
    expect(page.get_by_label("Hasło")).to_have_value("")
    page.context.close()
