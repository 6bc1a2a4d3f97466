"""The pages as people meet them, in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.web.fake_library import HOSTILE
from tests.web.fakes import House

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]
_QUOTE = "Projekt koordynuje Politechnika Krakowska, która prowadzi biuro klastra."


def _ask(page: Page, question: str) -> None:
    page.get_by_role("textbox").fill(question)
    page.get_by_role("textbox").press("Enter")


def _whole(page: Page, turn: int) -> str:
    """A turn's text once all of its parts have come: they come one by one, and any of them may be late."""
    place = page.locator(f"#turn-{turn}")
    expect(place.locator(".actions")).to_be_visible()
    expect(place).not_to_have_attribute("aria-busy", "true")
    return place.inner_text()


def test_an_answer_comes_without_a_new_page_and_its_address_stays(visit: Visit, address: str) -> None:
    page = visit(address)
    page.evaluate("window.untouched = true")
    _ask(page, "Kto koordynuje Minatech?")
    expect(page.locator("#turn-1 .exact")).to_have_text("Politechnika Krakowska")
    streamed = _whole(page, 1)

    assert page.evaluate("window.untouched")
    assert "/c/" in page.url
    page.reload()
    assert _whole(page, 1) == streamed


def test_a_follow_up_goes_on_below_and_suggestions_ask(visit: Visit, address: str) -> None:
    page = visit(address)
    _ask(page, "Who coordinates Minatech?")
    page.get_by_role("button", name="Who founded Minatech?").click()
    expect(page.locator("#turn-2 .exact")).to_be_visible()

    expect(page.locator(".suggested")).to_have_count(1)
    assert page.locator("h1").count() == 1
    assert page.url.endswith("#turn-2")


def test_asking_works_without_a_script(visit: Visit, address: str) -> None:
    page = visit(address, java_script_enabled=False)
    page.get_by_role("textbox").fill("Kto koordynuje Minatech?")
    page.get_by_role("button", name="Ask", exact=True).click()

    expect(page.locator("#turn-1 .exact")).to_have_text("Politechnika Krakowska")
    page.get_by_role("button", name="Yes, useful").click()
    expect(page.get_by_text("Thank you, noted.")).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("viewport", [{"width": 1280, "height": 900}, {"width": 390, "height": 844}])
def test_a_citation_opens_its_source_with_the_span_in_view(
    visit: Visit, address: str, script: bool, viewport: dict[str, int]
) -> None:
    page = visit(f"{address}/?question=Kto+koordynuje%3F", java_script_enabled=script, viewport=viewport)
    page.get_by_role("button", name="Ask", exact=True).click()
    page.locator("#turn-1 .marker").first.click()
    cited = page.locator("#cited")

    expect(cited).to_have_text(_QUOTE)
    expect(cited).to_be_in_viewport(ratio=1)
    box = cited.bounding_box()
    assert box
    assert box["y"] > 60


def test_feedback_is_kept_in_place(visit: Visit, serve: Callable[[House], str]) -> None:
    house = House()
    page = visit(serve(house))
    _ask(page, "Kto?")
    page.get_by_role("button", name="No, not useful").click()
    expect(page.get_by_text("Thank you, noted.").first).to_be_visible()

    assert list(house.assistant.rated.values()) == [(False, "")]


def test_the_language_switch_changes_the_page_and_keeps_the_place(visit: Visit, address: str) -> None:
    page = visit(f"{address}/documents?q=minatech")
    page.get_by_role("button", name="Zmień język na polski").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Biblioteka")
    assert page.locator("html").get_attribute("lang") == "pl"
    assert page.url.endswith("/documents?q=minatech")


@pytest.mark.parametrize("script", [True, False])
def test_dark_colours_can_be_chosen_and_stay(visit: Visit, address: str, script: bool) -> None:
    page = visit(address, color_scheme="light", java_script_enabled=script)
    before = page.locator("body").evaluate("one => getComputedStyle(one).backgroundColor")
    page.get_by_role("button", name="Switch to dark colours").click()
    expect(page.get_by_role("button", name="Switch to light colours")).to_be_visible()
    page.wait_for_load_state("networkidle")
    page.goto(f"{address}/about")

    assert page.locator("html").get_attribute("data-theme") == "dark"
    after = page.locator("body").evaluate("one => getComputedStyle(one).backgroundColor")
    assert after != before


def test_the_system_s_dark_colours_are_followed(visit: Visit, address: str) -> None:
    page = visit(address, color_scheme="dark")

    assert page.locator("body").evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(19, 24, 23)"


@pytest.mark.parametrize(("question", "sentence"), [("", "1 to 2,000"), ("x" * 2001, "too long")])
def test_a_wrong_question_stays_in_the_box_with_a_sentence_beside_it(
    visit: Visit, address: str, question: str, sentence: str
) -> None:
    page = visit(address)
    box = page.get_by_role("textbox")
    _ask(page, question)

    expect(page.get_by_role("alert")).to_contain_text(sentence)
    expect(box).to_be_focused()
    expect(box).to_have_value(question)
    expect(box).to_have_attribute("aria-invalid", "true")
    box.press("Escape")
    expect(page.locator("#wrong")).to_have_text("")


def test_a_question_asked_while_it_warms_up_is_answered_once_it_is_ready(
    visit: Visit, serve: Callable[[House], str]
) -> None:
    house = House(held_back=True)
    page = visit(serve(house))
    expect(page.locator("#warmth")).to_contain_text("Warming up")
    _ask(page, "Kto koordynuje Minatech?")
    expect(page.locator(".wait")).to_contain_text("still warming up")
    house.released.set()

    expect(page.locator("#turn-1 .exact")).to_have_text("Politechnika Krakowska")
    expect(page.locator("#warmth")).to_have_count(0)
    assert len(house.assistant.asked) == 1


def test_the_question_after_a_lost_conversation_begins_another(
    visit: Visit, serve: Callable[[House], str]
) -> None:
    house = House()
    page = visit(serve(house))
    _ask(page, "Kto koordynuje Minatech?")
    expect(page.locator("#turn-1 .actions")).to_be_visible()
    house.assistant.kept.clear()
    _ask(page, "Who coordinates Minatech?")
    expect(page.locator("#wrong")).to_contain_text("begins a new one")
    expect(page.get_by_role("textbox")).to_have_value("Who coordinates Minatech?")
    page.get_by_role("textbox").press("Enter")
    expect(page.locator("#turn-1 .asked")).to_have_text("Who coordinates Minatech?")

    assert len(house.assistant.kept) == 1


def test_escape_takes_a_waiting_question_back(visit: Visit, serve: Callable[[House], str]) -> None:
    page = visit(serve(House(held_back=True)))
    _ask(page, "Kto?")
    expect(page.locator(".wait")).to_contain_text("still warming up")
    page.keyboard.press("Escape")

    expect(page.get_by_role("textbox")).to_have_value("Kto?")
    expect(page.locator(".wait")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_the_keyboard_alone_asks_opens_a_source_and_comes_back(visit: Visit, address: str) -> None:
    page = visit(address)
    page.keyboard.type("Kto koordynuje")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("Minatech?")
    page.keyboard.press("Enter")
    expect(page.locator("#turn-1 .actions")).to_be_visible()
    expect(page.get_by_role("textbox")).to_be_focused()
    for _ in range(20):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.className") == "marker":
            break
    page.keyboard.press("Enter")
    expect(page.locator("#cited")).to_be_in_viewport()
    page.get_by_role("link", name="Back to the answer").focus()
    page.keyboard.press("Enter")

    expect(page.locator("#turn-1 .asked")).to_be_in_viewport()


def test_a_screen_reader_hears_an_answer_once_and_at_its_end(visit: Visit, address: str) -> None:
    page = visit(address)
    log = page.get_by_role("log")
    expect(log).to_have_attribute("aria-live", "off")
    _ask(page, "Kto koordynuje Minatech?")

    expect(page.locator("#said")).to_have_text("Politechnika Krakowska 1 source.")
    expect(log).to_have_attribute("aria-busy", "false")


def test_markup_in_an_answer_is_text_in_the_browser(visit: Visit, address: str) -> None:
    page = visit(address)
    dialogs: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    _ask(page, f"hostile {HOSTILE}")
    expect(page.locator("#turn-1 .exact")).to_have_text(HOSTILE)
    expect(page.locator("#turn-1 .actions")).to_be_visible()

    assert page.locator("#log script, #log img").count() == 0
    page.locator("#turn-1 .marker").first.click()
    expect(page.locator("#cited")).to_have_text(HOSTILE)
    assert page.locator("article script, article img").count() == 0
    assert dialogs == []


@pytest.mark.parametrize("path", ["/", "/about", "/documents", "/documents/minatech", "/nothing"])
def test_a_phone_never_scrolls_sideways_and_targets_are_large_enough(
    visit: Visit, address: str, path: str
) -> None:
    page = visit(address + path, viewport={"width": 320, "height": 640})

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    small = page.locator("button:visible, nav a:visible, textarea:visible").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).filter(box => box.height < 44).length"
    )
    assert small == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_enough_contrast(visit: Visit, address: str, scheme: str) -> None:
    page = visit(address, color_scheme=scheme)
    _ask(page, "Które klastry mają status KKK?")
    expect(page.locator("#turn-1 .actions")).to_be_visible()

    assert page.evaluate(_CONTRAST) == []


# Every text against the colour that is painted behind it, by WCAG 2's formula; at least 4.5.
_CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b].map((part) => part / 255)
    .map((part) => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const behind = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3] > 250) return colour;
    }
    return [255, 255, 255];
  };
  const poor = [];
  for (const one of document.querySelectorAll("body *")) {
    const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || !one.checkVisibility({ opacityProperty: true })) continue;
    const [a, b] = [light(rgba(getComputedStyle(one).color)), light(behind(one))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) poor.push(`${one.className} ${one.textContent.trim().slice(0, 30)}`);
  }
  return poor;
}"""
