"""Staff keep documents, in a browser: replacing, comparing, going back, marking, removing and undoing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Served, fits
from tests.browser.played import plays
from tests.browser.stage import PASSWORD

pytestmark = pytest.mark.browser

OLD = "Klaster Wodny powstał w 2003 roku w Gdyni. Koordynatorem Klastra Wodnego jest Fundacja Fala."
NEW = "Klaster Wodny powstał w 2003 roku w Gdyni. Koordynatorem Klastra Wodnego jest Fundacja Morze."


@pytest.fixture
def house(staffed: Callable[..., Served]) -> str:
    """The address of a served library of one document, with a member of staff and an administrator."""
    served = staffed(Ada="administrator", Stefan="staff")
    served.add("wodny.txt", OLD)
    return served.address


def sign_in(page: Page, house: str, name: str = "Stefan") -> None:
    page.goto(f"{house}/sign-in?next=/staff/documents")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


@plays(
    *("GET /staff/documents", "GET /staff/documents/{document}", "POST /staff/documents/{document}/replace"),
    *("GET /staff/documents/{document}/versions", "GET /staff/documents/{document}/differences"),
    "POST /staff/documents/{document}/versions/{number}/back",
)
def test_staff_replace_a_document_compare_its_versions_and_go_back(
    house: str, visit: Callable[..., Page], tmp_path: Path
) -> None:
    (tmp_path / "nowy spis.txt").write_text(NEW, "utf-8")
    page = visit(house, viewport={"width": 390, "height": 800})
    sign_in(page, house)
    page.get_by_role("link", name="wodny", exact=False).first.click()
    page.get_by_label("The new file").set_input_files(tmp_path / "nowy spis.txt")
    page.get_by_role("button", name="Send the new version").click()
    while page.get_by_text("is being read").is_visible():
        page.reload()
    expect(page.get_by_role("status")).to_contain_text("held, as version 2")

    page.get_by_role("link", name="2 versions").click()
    page.get_by_role("link", name="What changed since version 1").click()
    expect(page.locator("del")).to_have_text(["Fala"])
    expect(page.locator("ins")).to_have_text(["Morze"])
    assert fits(page)

    page.go_back()
    page.get_by_role("button", name="Go back to version 1").click()
    expect(page.get_by_role("status")).to_contain_text("the present one again")
    expect(page.get_by_role("listitem").first).to_contain_text("Version 3")
    assert fits(page)


def test_the_same_ways_back_are_gone_in_polish(
    house: str, visit: Callable[..., Page], tmp_path: Path
) -> None:
    (tmp_path / "nowy spis.txt").write_text(NEW, "utf-8")
    page = visit(house, locale="pl-PL")
    page.goto(f"{house}/sign-in?next=/staff/documents")
    page.get_by_label("Nazwa").fill("Stefan")
    page.get_by_label("Hasło").fill(PASSWORD)
    page.get_by_role("button", name="Zaloguj się").click()
    page.get_by_role("link", name="wodny", exact=False).first.click()
    page.get_by_label("Nowy plik").set_input_files(tmp_path / "nowy spis.txt")
    page.get_by_role("button", name="Wyślij nową wersję").click()
    # Of itself, and in the heading of the page too.
    came = expect(page.get_by_role("status"))
    came.to_have_text("Nowa wersja jest przechowywana jako wersja 2.", timeout=30_000)
    expect(page.get_by_role("link", name="2 wersje")).to_be_visible()

    (tmp_path / "zly.pdf").write_bytes(b"%PDF-1.7 and nothing else")
    page.get_by_label("Nowy plik").set_input_files(tmp_path / "zly.pdf")
    page.get_by_role("button", name="Wyślij nową wersję").click()
    page.get_by_label("Dlaczego, dla tych").fill("zaczęte")
    came.to_have_text(
        "Nowej wersji nie przyjęto: Ten PDF jest uszkodzony: nie można znaleźć jego stron.", timeout=30_000
    )
    expect(page.get_by_label("Dlaczego, dla tych")).to_have_value("zaczęte")

    page.get_by_role("link", name="2 wersje").click()
    page.get_by_role("button", name="Wróć do wersji 1").click()
    expect(page.get_by_role("status")).to_have_text("Wcześniejsza wersja jest znowu obecną.")
    page.get_by_role("link", name="Dokumenty").click()
    page.get_by_role("link", name="Usuń:").click()
    page.get_by_role("button", name="Usuń").click()
    expect(page.get_by_role("status")).to_contain_text("Dokument usunięto.")
    page.get_by_role("button", name="Cofnij usunięcie").click()
    expect(page.get_by_role("status")).to_have_text("Dokument jest znowu taki, jak był.")


@plays("POST /staff/documents/{document}/outdated")
def test_staff_mark_a_document_and_its_answers_say_so(house: str, visit: Callable[..., Page]) -> None:
    page = visit(house)
    sign_in(page, house)
    page.get_by_role("link", name="Mark as out of date").click()
    page.get_by_label("Since").fill("2024-05-01")
    page.get_by_label("Why").fill("a newer list")
    page.get_by_role("button", name="Mark as out of date").click()
    expect(page.get_by_text("marked as out of date since 1 May 2024: a newer list")).to_be_visible()

    reader = visit(house)
    reader.get_by_label("Your question").fill("Kto koordynuje Klaster Wodny?")
    reader.get_by_role("button", name="Ask", exact=True).click()
    expect(reader.locator(".notes")).to_contain_text(
        "oznaczono jako nieaktualne od 1 maja 2024: a newer list"
    )


@plays(
    *("GET /staff/documents/{document}/remove", "POST /staff/documents/{document}/remove"),
    *("GET /staff/documents/removed", "POST /staff/documents/removed/{removal}/undo"),
)
def test_what_staff_remove_is_gone_for_readers_until_it_is_undone(
    house: str, visit: Callable[..., Page]
) -> None:
    page, reader = visit(house), visit(f"{house}/documents")
    expect(reader.get_by_role("listitem")).to_have_count(1)
    sign_in(page, house)
    page.get_by_role("link", name="Remove:").click()
    page.get_by_role("button", name="Remove").click()
    reader.reload()
    expect(reader.get_by_role("main").get_by_role("listitem")).to_have_count(0)
    expect(page.get_by_role("link", name="Remove for good")).to_have_count(0)

    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status")).to_contain_text("there again")
    reader.reload()
    expect(reader.get_by_role("main").get_by_role("listitem")).to_have_count(1)


@plays("GET /staff/documents/removed/{removal}/forget", "POST /staff/documents/removed/{removal}/forget")
def test_an_administrator_removes_for_good_and_is_asked_before(
    house: str, visit: Callable[..., Page]
) -> None:
    page = visit(house)
    sign_in(page, house, "Ada")
    page.get_by_role("link", name="Remove:").click()
    page.get_by_role("button", name="Remove").click()
    page.get_by_role("link", name="Remove for good").click()
    page.get_by_role("button", name="Remove for good").click()

    expect(page.get_by_role("status")).to_contain_text("removed for good")
    expect(page.get_by_text("Nothing that was removed is kept.")).to_be_visible()


def test_a_title_without_a_space_stays_within_the_screen(
    house: str, visit: Callable[..., Page], tmp_path: Path
) -> None:
    title = "BardzoDługiTytułBezSpacji" * 4
    (tmp_path / "long.txt").write_text(f"{title}\n\nKlaster Wodny liczy 12 firm.", "utf-8")
    page = visit(house, viewport={"width": 390, "height": 800})
    sign_in(page, house)
    page.get_by_role("link", name="wodny", exact=False).first.click()
    page.get_by_label("The new file").set_input_files(tmp_path / "long.txt")
    page.get_by_role("button", name="Send the new version").click()
    while page.get_by_text("is being read").is_visible():
        page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)

    address = page.url.partition("?")[0]
    for end in ("", "/read", "/versions", "/remove"):
        page.goto(address + end)
        assert fits(page), end
    page.goto(address.replace("/staff", ""))
    assert fits(page)
