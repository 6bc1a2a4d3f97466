"""What is typed wrong stays, is told of beside its field, and the field is where one goes on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from index.roles import Role
from tests.browser.barriers import barriers
from tests.browser.stage import Stage, staged

pytestmark = pytest.mark.browser

_PAGE = (
    "<html lang='pl'><head><title>Klaster</title></head><body><nav><ul>"
    "<li><a href='/k'>Kontakt z nami</a></li><li><a href='/o'>O nas</a></li></ul></nav><main>"
    "<h1>Klaster Leśny</h1><p>Klaster Leśny skupia firmy z Podkarpacia i uczelnie z Rzeszowa.</p>"
    "<p>Powstał w roku 2003 i rośnie.</p></main></body></html>"
)


@dataclass(frozen=True, slots=True)
class Slip:
    """A form that somebody fills in wrongly: where it is, what is typed by the fields' names, the button, the
    words of the error, and the field it is at, none for the button. What is in `kept` stays there."""

    path: str
    typed: Mapping[str, str]
    button: str
    error: str
    at: str
    kept: Mapping[str, str] = field(default_factory=dict)
    who: Role | None = "staff"


def slip(
    path: str, typed: dict[str, str], button: str, error: str, at: str, who: Role | None = "staff"
) -> Slip:
    """A slip whose typed words all stay, but for passwords."""
    kept = {} if "password" in typed else typed
    return Slip(path, typed, button, error, at, kept, who)


_WORDS = "deszcz nad jeziorem pada"
_EASY = {"password": "passwordpassword", "again": "passwordpassword"}
_DIFFERENT = {"password": _WORDS, "again": "deszcz"}
_CHOOSE, _CHANGE, _TOKEN = "Keep it and sign in", "Change the password", "Make a token"
_DOCUMENT, _CLUSTER = "/staff/documents/{document}", "/staff/clusters/{cluster}"
ADMINISTRATOR: Role = "administrator"

SLIPS = {
    "a wrong password": Slip(
        "/sign-in",
        {"name": "Rita", "password": "nie to hasło"},
        "Sign in",
        "No account has this name and this password",
        "password",
        {"name": "Rita"},
        who=None,
    ),
    "two new passwords": slip("{join}", _DIFFERENT, _CHOOSE, "are not the same", "password", who=None),
    "an easy password": slip("{join}", _EASY, _CHOOSE, "easy to guess", "password", who=None),
    "not the password so far": slip(
        "/account", {"current": "x", **_EASY}, _CHANGE, "not your password so far", "current", who="reader"
    ),
    "a token without a name": slip(
        "/account", {"name": "", "until": "2999-01-01"}, _TOKEN, "1 to 100 printable", "name"
    ),
    "a token of a name in use": slip("/account", {"name": "desk"}, _TOKEN, "is in use", "name"),
    "a token of yesterday": slip(
        "/account", {"name": "robot", "until": "2020-01-01"}, _TOKEN, "has not passed", "until"
    ),
    "an account without a name": slip(
        "/staff/accounts",
        {"name": "", "role": "staff"},
        "Make the account",
        "1 to 100 printable",
        "name",
        who=ADMINISTRATOR,
    ),
    "an account that there is": slip(
        "/staff/accounts",
        {"name": "Rita", "role": "staff"},
        "Make the account",
        "there already",
        "name",
        who=ADMINISTRATOR,
    ),
    "the last administrator's role": slip(
        "/staff/accounts/one?name=Ada",
        {"role": "reader"},
        "Change the role",
        "must stay one",
        "role",
        who=ADMINISTRATOR,
    ),
    "the last administrator closed": slip(
        "/staff/accounts/one?name=Ada", {}, "Close the account", "must stay one", "", who=ADMINISTRATOR
    ),
    "no address": Slip("/staff/add", {"addresses": ""}, "Fetch them", "address", "addresses"),
    "no address of the web": slip(
        "/staff/add", {"addresses": "ftp://example.org/a"}, "Fetch them", "ftp://", "addresses"
    ),
    "no new version": slip(_DOCUMENT, {}, "Send the new version", "No file was chosen", "file"),
    "out of date since no day": Slip(
        _DOCUMENT,
        {"since": "", "reason": "nowszy spis"},
        "Mark as out of date",
        "a day is needed",
        "since",
        {"reason": "nowszy spis"},
    ),
    "no question of this document": Slip(
        f"{_DOCUMENT}/read", {"q": " "}, "Ask", "at least one word", "q", {"q": " "}
    ),
    "no line": slip(f"{_DOCUMENT}/read", {}, "Bring the chosen lines back", "at least one line", "keep"),
    "no fact": slip("/staff/facts", {}, "Confirm the marked", "at least one fact", "fact"),
    "no number": slip("{correct}", {"value": "około"}, "Save the correction", "number in digits", "value"),
    "no such cluster": slip(
        "{correct}", {"to": "Klaster Nijaki"}, "Save the correction", "no such cluster", "to"
    ),
    "no words": slip(
        f"{_CLUSTER}/add?attribute=region", {"quote": ""}, "Add the fact", "Give a value", "value"
    ),
    "other words": slip(
        f"{_CLUSTER}/add?attribute=region",
        {"value": "pomorskie", "quote": "Nie ma takich słów."},
        "Add the fact",
        "does not hold these words",
        "quote",
    ),
    "no name": slip(_CLUSTER, {"#called": ""}, "Save the name", "Give a name", "#called"),
    "joined with nothing": slip(_CLUSTER, {"#other": "Klaster Nijaki"}, "Merge", "no such cluster", "#other"),
    "moved to nothing": slip(_CLUSTER, {"#moved-to": ""}, "Move", "name of a cluster", "#moved-to"),
    "no names split off": slip(
        _CLUSTER, {"#parted-to": "Klaster Rzeczny"}, "Split off", "Mark names", "#parted-names"
    ),
}


@pytest.fixture(scope="module")
def stage(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with staged(browser, tmp_path_factory.mktemp("forms")) as made:
        yield made
        assert made.wrong == []


@pytest.fixture(scope="module")
def ids(stage: Stage) -> Mapping[str, str]:
    """What the addresses of the forms lead to: a cluster of two names, a page with a menu."""
    stage.add("wodny.txt", "Klaster Wodny\n\nKlaster Wodny liczy 40 firm.")
    stage.add("morski.txt", "Klaster Morski\n\nKlaster Morski skupia stocznie.")
    stage.store.tokens.create("desk", "reader", by="Ada", account="Ada")
    page = stage.see("staff", "/staff/clusters/wodny")
    page.get_by_label("The other cluster").fill("Klaster Morski")
    page.get_by_role("button", name="Merge").click()
    expect(page.get_by_role("status")).to_be_visible()
    correct = page.locator("li.fact", has_text="40").get_by_role("link", name="Correct")
    correct_at = correct.get_attribute("href") or ""
    return {
        "document": stage.add("strona.html", _PAGE),
        "cluster": "wodny",
        "correct": correct_at,
        "join": f"/join/{stage.store.links.make('Rita', by='Ada')}",
    }


@pytest.fixture(scope="module")
def axe() -> Axe:
    return Axe()


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_what_is_wrong_is_told_beside_its_field_which_keeps_what_was_typed(
    stage: Stage, ids: Mapping[str, str], axe: Axe, slip: Slip
) -> None:
    page = stage.see(slip.who or "stranger", slip.path.format(**ids))
    button = page.get_by_role("button", name=slip.button, exact=True).first
    before = stage.store.audit.count()
    for name, value in slip.typed.items():
        _fill(_field(page, button, name), value)

    if button.evaluate("one => one.form && !one.form.checkValidity()"):
        # The browser says it by itself, at the field; another one may not.
        button.click()
        expect(_field(page, button, slip.at)).to_be_focused()
        page.evaluate("for (const one of document.forms) one.noValidate = true")
    button.click()

    field = _field(page, button, slip.at) if slip.at else button
    told = page.get_by_role("alert")
    expect(told).to_contain_text(slip.error)
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    described = (field.get_attribute("aria-describedby") or "").split()
    assert told.get_attribute("id") in described
    for name, value in slip.kept.items():
        expect(_field(page, button, name)).to_have_value(value)
    assert barriers(axe, page) == []
    assert stage.store.audit.count() == before


def _field(page: Page, button: Locator, name: str) -> Locator:
    """The field of that name beside the button, or of that id."""
    if name.startswith("#"):
        return page.locator(f"{name}, [aria-describedby~='{name[1:]}-wrong']").first
    return page.locator("form").filter(has=button).locator(f"[name='{name}']").first


def _fill(field: Locator, value: str) -> None:
    if field.evaluate("one => one.tagName") == "SELECT":
        field.select_option(value)
    else:
        field.fill(value)
