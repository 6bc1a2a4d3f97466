"""The register as people meet it, in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.web.fakes import House
from tests.web.invented import invented

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]
_PHONE = {"width": 390, "height": 844}
_DESKTOP = {"width": 1280, "height": 900}


@pytest.fixture
def address(serve: Callable[[House], str]) -> str:
    return serve(invented(House()))


def _names(page: Page) -> list[str]:
    return page.locator("tbody th").all_inner_texts()


@pytest.mark.parametrize("script", [True, False])
def test_the_filter_narrows_with_or_without_a_script(visit: Visit, address: str, script: bool) -> None:
    page = visit(f"{address}/clusters", java_script_enabled=script)
    page.get_by_label("Status", exact=True).select_option("KKK")
    page.get_by_label("Valid on").fill("2023-05-01")
    page.get_by_label("Voivodeship", exact=True).select_option("slaskie")
    page.get_by_role("button", name="Filter").click()

    expect(page.get_by_role("heading", level=2, name="2 clusters of 20")).to_be_visible()
    expect(page.get_by_label("Valid on")).to_have_value("2023-05-01")
    page.get_by_role("link", name="Seat").click()
    assert len(_names(page)) == 2


def test_a_voivodeship_on_the_map_is_a_filter_that_a_keyboard_reaches(visit: Visit, address: str) -> None:
    page = visit(f"{address}/clusters?sort=-members")
    page.get_by_role("link", name="Silesia: 3").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=2, name="3 clusters of 20")).to_be_visible()
    expect(page.get_by_label("Voivodeship", exact=True)).to_have_value("slaskie")
    expect(page.get_by_role("columnheader", name="Members")).to_have_attribute("aria-sort", "descending")


@pytest.mark.parametrize("viewport", [_DESKTOP, _PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path", ["/clusters", "/clusters/dron-slaski", "/clusters?status=zzz&region=slaskie"]
)
def test_no_page_is_wider_than_its_window(
    visit: Visit, address: str, viewport: dict[str, int], scheme: str, path: str
) -> None:
    page = visit(address + path, viewport=viewport, color_scheme=scheme)

    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def test_on_a_telephone_rows_are_cards_without_what_is_not_known(visit: Visit, address: str) -> None:
    page = visit(f"{address}/clusters", viewport=_PHONE)
    card = page.locator("tbody tr", has_text="Klaster Niewiadomy")

    expect(card.locator("td:visible")).to_have_count(1)
    box = card.bounding_box()
    assert box
    assert 300 < box["width"] < 390


def test_bars_end_where_their_dates_are_and_lead_to_their_clusters(visit: Visit, address: str) -> None:
    page = visit(f"{address}/clusters?region=slaskie")
    bars = page.locator(".bar")
    ends = {
        bar.locator("text").inner_html(): box["x"] + box["width"]
        for bar in bars.all()
        if (box := bar.locator(".length").bounding_box())
    }
    day = page.locator(".day line").bounding_box()

    assert day
    assert ends["Śląski Klaster Dronów"] < day["x"] < ends["Śląski Klaster Czystej Wody"]
    bars.filter(has_text="Dronów").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Śląski Klaster Dronów")


def test_a_fact_opens_its_words_in_the_document(visit: Visit, address: str) -> None:
    page = visit(f"{address}/clusters/dron-slaski", viewport=_PHONE)
    quote = page.locator(".cite .words").first.inner_text().strip("„”“")
    page.locator(".cite").first.click()

    expect(page.locator("#cited")).to_have_text(quote)
    expect(page.locator("#cited")).to_be_in_viewport(ratio=1)


def test_asking_about_a_cluster_puts_the_question_into_the_box(visit: Visit, address: str) -> None:
    page = visit(f"{address}/clusters/dron-slaski")
    page.get_by_role("link", name="Ask about this cluster").click()

    expect(page.get_by_role("textbox")).to_have_value("What is known about Śląski Klaster Dronów?")


def test_a_click_sorts_an_answer_s_table_in_place_and_reloading_keeps_it(visit: Visit, address: str) -> None:
    page = visit(address)
    page.get_by_role("textbox").fill("Which clusters have KKK status?")
    page.get_by_role("textbox").press("Enter")
    head = page.get_by_role("columnheader", name="Cluster")
    expect(page.locator("#turn-1 .actions")).to_be_visible()
    page.evaluate("window.untouched = true")
    head.get_by_role("link").click()

    assert _names(page)[0].startswith("Dolina Lotnicza")
    expect(head).to_have_attribute("aria-sort", "ascending")
    head.get_by_role("link").focus()
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    descending = _names(page)
    assert descending[-1].startswith("Dolina Lotnicza")
    assert page.evaluate("window.untouched")
    page.reload()
    assert _names(page) == descending
    head.get_by_role("link").click()
    assert _names(page) == descending[::-1]


def test_an_answer_s_table_is_downloaded(visit: Visit, address: str) -> None:
    page = visit(address)
    page.get_by_role("textbox").fill("Which clusters have KKK status?")
    page.get_by_role("textbox").press("Enter")
    with page.expect_download() as coming:
        page.get_by_role("link", name="CSV").click()

    assert coming.value.suggested_filename == "items.csv"
