"""Documents as people look at them, in a real browser: pages, slides, the way through citations."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.web.fakes import House
from tests.web.paper import CITED, damaged, held_deck, held_pdf, span_of

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]
Serve = Callable[[House], str]
_PHONE = {"width": 390, "height": 844}
_DESKTOP = {"width": 1280, "height": 900}
_WIDE = {"width": 1600, "height": 900}


@pytest.fixture
def house() -> House:
    """A house with a PDF some letters of which were put back, and a deck."""
    house = House()
    damaged(house)
    held_deck(house)
    return house


@pytest.fixture
def address(serve: Serve, house: House) -> str:
    return serve(house)


def _cited(house: House) -> str:
    return f"/documents/mills.pdf?{span_of('mills.pdf', CITED, house)}#cited"


@pytest.mark.parametrize("viewport", [_PHONE, _DESKTOP, _WIDE])
@pytest.mark.parametrize("script", [True, False])
def test_the_cited_words_are_in_view_and_marked_on_the_picture_where_they_stand(
    visit: Visit, address: str, house: House, viewport: dict[str, int], script: bool
) -> None:
    page = visit(address + _cited(house), viewport=viewport, java_script_enabled=script)
    expect(page.locator("#cited")).to_be_in_viewport()
    picture = page.locator("#page-2 img")
    picture.scroll_into_view_if_needed()
    shown, mark = picture.bounding_box(), page.locator("#page-2 rect").first.bounding_box()

    assert shown
    assert mark
    # A picture as high as the window keeps to the upper left corner of its place; it is of A4.
    across = min(shown["width"], shown["height"] * 595 / 842)
    assert mark["x"] - shown["x"] == pytest.approx(across * 72 / 595, abs=0.01 * across)
    assert mark["y"] - shown["y"] == pytest.approx(across * 140 / 595, abs=0.015 * across)


def test_pictures_of_pages_far_below_are_fetched_when_they_are_looked_at(visit: Visit, serve: Serve) -> None:
    house = House()
    held_pdf(house, 20)
    page = visit(f"{serve(house)}/documents/mills.pdf", viewport=_PHONE)
    with page.expect_request(lambda request: "/pages/20.png" in request.url):
        page.locator("#page-20 img").scroll_into_view_if_needed()

    expect(page.locator("#page-20 img")).to_have_js_property("complete", True)


def test_arrows_lead_through_the_citations_and_escape_back_to_the_answer(visit: Visit, address: str) -> None:
    page = visit(address)
    page.get_by_role("textbox").fill("Which clusters have KKK status?")
    page.get_by_role("textbox").press("Enter")
    expect(page.locator("#turn-1 .actions")).to_be_visible()
    talk = page.url
    page.locator(".marker").first.click()

    expect(page.locator(".step .now")).to_have_text("Citation 1 of 5")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".step .now")).to_have_text("Citation 2 of 5")
    expect(page.locator("#cited")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".step .now")).to_have_text("Citation 1 of 5")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Escape")
    page.wait_for_url(f"{talk.partition('#')[0]}#turn-1")


def test_arrows_scroll_a_wide_table_and_do_not_leave_it(visit: Visit, address: str, house: House) -> None:
    start = f"/documents/mills.pptx?{span_of('mills.pptx', '2003', house)}"
    page = visit(address + start)
    page.locator(".scroll").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")

    assert page.url == address + start


@pytest.mark.parametrize("viewport", [_PHONE, _DESKTOP, _WIDE])
@pytest.mark.parametrize(
    "path", ["/documents/mills.pdf", "/documents/mills.pptx", "/documents/mills.pdf/reading"]
)
def test_no_page_of_a_document_is_wider_than_its_window(
    visit: Visit, address: str, viewport: dict[str, int], path: str
) -> None:
    page = visit(address + path, viewport=viewport)

    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def test_what_was_repaired_is_listed_and_reached_by_keyboard(visit: Visit, address: str) -> None:
    page = visit(f"{address}/documents/mills.pdf")
    page.locator("#page-2 .mends summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#page-2 .mends a").first).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator(".mended:target")).to_have_text("granary")


def test_a_picture_is_named_and_described_by_the_text_of_its_page(visit: Visit, address: str) -> None:
    page = visit(f"{address}/documents/mills.pdf")
    picture = page.locator("#page-2 img")

    expect(page.get_by_role("region", name="Page 2 of 3")).to_have_count(1)
    expect(picture).to_have_accessible_name("Page 2: a picture, with its text beside it")
    expect(picture).to_have_accessible_description(re.compile("Chapter 2.*old granary"))


def test_the_verdict_on_a_page_leads_to_how_it_was_read_and_back(visit: Visit, address: str) -> None:
    page = visit(f"{address}/documents/mills.pdf", java_script_enabled=False)
    page.locator("#page-2 .flag").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How this document was read")
    page.get_by_role("link", name="Show in the text").first.click()

    expect(page.locator("#cited")).to_have_text("granary")
