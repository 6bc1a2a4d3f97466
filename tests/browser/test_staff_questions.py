"""From a question without an answer to one that has it, in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Served
from tests.browser.played import plays
from tests.browser.stage import DESK, PASSWORD, PHONE

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]
QUESTION = "Kto koordynuje Klaster Bursztynowy?"
DOCUMENT = "Klaster Bursztynowy\n\nKlaster Bursztynowy koordynuje Fundacja Złota Mewa z Ustki.\n"


@pytest.fixture
def served(staffed: Callable[..., Served]) -> Served:
    """A real library with an account for a member of staff."""
    return staffed(Stefan="staff")


def ask(page: Page, question: str) -> None:
    page.get_by_role("textbox").fill(question)
    page.get_by_role("button", name="Ask", exact=True).click()
    # The first question of a process reads the dictionaries.
    expect(page.locator("#turn-1 .actions")).to_be_visible(timeout=30_000)


def sign_in(page: Page) -> None:
    page.get_by_label("Name").fill("Stefan")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


@plays(
    *("GET /staff/questions", "GET /staff/questions/{group}"),
    *("POST /staff/questions/{group}/retry", "POST /staff/questions/{group}/settle"),
)
@pytest.mark.parametrize(("script", "viewport"), [(True, DESK), (False, PHONE)])
def test_staff_see_what_was_not_answered_add_what_is_missing_and_see_that_it_is(
    visit: Visit, served: Served, script: bool, viewport: dict[str, int]
) -> None:
    look = {"java_script_enabled": script, "viewport": viewport}
    stranger = visit(served.address, **look)
    ask(stranger, QUESTION)
    expect(stranger.locator("#turn-1 .abstained")).to_be_visible()
    shown = stranger.locator("#turn-1 .answer").inner_text()

    staff = visit(f"{served.address}/staff/questions", **look)
    sign_in(staff)
    staff.get_by_role("link", name=QUESTION).click()
    expect(staff.get_by_role("heading", name="What was answered")).to_be_visible()
    served.add("bursztyn.txt", DOCUMENT)
    staff.get_by_role("button", name="Now answered?").click()
    after = staff.locator(".asked-pair > div").nth(1)
    # Without a script too the page looks again by itself while questions are tried.
    expect(after).to_contain_text("Fundacja Złota Mewa", timeout=20_000)
    expect(staff.locator(".asked-now .good")).to_have_text("answered now")
    expect(staff.locator(".asked-pair > div").first).not_to_contain_text("Fundacja Złota Mewa")
    assert staff.evaluate("document.documentElement.scrollWidth <= innerWidth") if script else True

    staff.get_by_role("button", name="Keep").click()
    staff.get_by_role("link", name="All questions").click()
    expect(staff.get_by_text("No question meets this.")).to_be_visible()
    stranger.reload()
    assert stranger.locator("#turn-1 .answer").inner_text() == shown


@pytest.mark.parametrize("script", [True, False])
def test_what_a_reader_says_of_an_answer_is_seen_by_staff_until_the_reader_deletes_it(
    visit: Visit, served: Served, script: bool
) -> None:
    person = visit(served.address, java_script_enabled=script, viewport={"width": 390, "height": 844})
    ask(person, QUESTION)
    person.get_by_role("button", name="Not useful").press("Enter")
    comment = person.get_by_label("What is missing or wrong?")
    expect(comment).to_be_visible()
    if script:
        expect(comment).to_be_focused()
    comment.fill("Brak telefonu. Anna Nowak")
    person.get_by_role("button", name="Send the comment").press("Enter")
    expect(comment).to_be_hidden()
    expect(person.get_by_role("status").filter(has_text="Thank you")).to_be_visible()

    staff = visit(f"{served.address}/staff/questions")
    sign_in(staff)
    staff.get_by_role("link", name=QUESTION).click()
    expect(staff.get_by_text("Brak telefonu. [N. N.]")).to_be_visible()
    talk = person.url
    person.get_by_role("link", name="Download or delete").click()
    person.get_by_role("button", name="Delete this conversation").click()

    expect(person.get_by_role("heading", name="The conversation is deleted")).to_be_visible()
    person.goto(talk)
    expect(person.get_by_text("There is no such conversation")).to_be_visible()
    staff.goto(f"{served.address}/staff/questions?state=all")
    expect(staff.get_by_text("No question meets this.")).to_be_visible()
