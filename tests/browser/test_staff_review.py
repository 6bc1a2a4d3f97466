"""Staff review facts in a browser, with the keyboard and without scripts; readers see what they decided."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Served
from tests.browser.played import plays
from tests.browser.stage import PASSWORD

pytestmark = pytest.mark.browser

FIRST = "Klaster Wodny\n\nKoordynatorem Klastra Wodnego jest Fundacja Fala. Klaster Wodny liczy 40 firm."
SECOND = "Klaster Wodny\n\nKoordynatorem Klastra Wodnego jest Fundacja Morze."


@pytest.fixture
def house(staffed: Callable[..., Served]) -> str:
    """The address of a served library in which two sources disagree, with the cast."""
    served = staffed(Stefan="staff", Rita="reader")
    for name, text in (("a.txt", FIRST), ("b.txt", SECOND)):
        served.add(name, text)
    return served.address


def sign_in(page: Page, name: str = "Stefan") -> None:
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


@plays("GET /staff/facts", "POST /staff/facts", "GET /staff/decisions", "POST /staff/decisions/undo")
def test_staff_go_through_facts_by_keys_and_undo(house: str, visit: Callable[..., Page]) -> None:
    page = visit(f"{house}/staff/facts")
    sign_in(page)
    first = page.locator("li.fact").first
    expect(first).to_contain_text("Elsewhere:")
    value = first.locator(".says b").inner_text()
    page.keyboard.press("j")
    page.keyboard.press("c")

    expect(page.get_by_role("status")).to_contain_text("1 fact confirmed")
    expect(page.locator("li.fact").first).to_be_focused()
    page.goto(f"{house}/clusters/wodny")
    expect(page.locator(".fact-group").first).to_contain_text("checked by staff")
    expect(page.locator(".fact-group .value").first).to_contain_text(value)

    page.goto(f"{house}/staff/decisions")
    page.get_by_role("button", name="Undo").click()
    page.goto(f"{house}/clusters/wodny")
    expect(page.get_by_text("checked by staff")).to_have_count(0)


@plays(
    *("GET /staff/clusters/{cluster}", "GET /staff/clusters/{cluster}/facts/{key}"),
    *("POST /staff/clusters/{cluster}/facts/{key}", "GET /staff/clusters/{cluster}/add"),
    "POST /staff/clusters/{cluster}/add",
)
def test_a_fact_is_corrected_and_one_added_on_a_telephone_without_scripts(
    house: str, visit: Callable[..., Page]
) -> None:
    phone = {"width": 380, "height": 800}
    page = visit(
        f"{house}/staff/clusters/wodny",
        viewport=phone,
        has_touch=True,
        is_mobile=True,
        java_script_enabled=False,
        color_scheme="dark",
    )
    sign_in(page)
    # What is done by it is told on a telephone too; keys are not.
    expect(page.get_by_text("It goes from the list and from answers")).to_be_visible()
    expect(page.locator(".keys")).to_be_hidden()
    page.locator("li.fact", has_text="40").get_by_role("link", name="Correct").click()
    page.get_by_label("Members").fill("about")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Give a number in digits")).to_be_visible()
    page.get_by_label("Members").fill("48")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("Corrected")

    page.get_by_role("link", name="Add a fact").click()
    page.get_by_label("Kind of fact").select_option("region")
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Region").select_option("pomorskie")
    expect(page.get_by_text("they must stand there word for word")).to_be_visible()
    page.get_by_label("The words that say it").fill("jest Fundacja Morze")
    page.get_by_label("Document").select_option(index=1)
    page.get_by_role("button", name="Add the fact").click()
    expect(page.get_by_role("status")).to_contain_text("Fact added")
    page.goto(f"{house}/clusters/wodny")
    expect(page.get_by_text("corrected by staff")).to_be_visible()
    expect(page.get_by_text("added by staff")).to_be_visible()
