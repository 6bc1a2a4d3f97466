"""What staff do that is not told elsewhere, each by clicking and typing as a person does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.played import plays
from tests.browser.stage import PASSWORD, PHONE, Stage, staged

pytestmark = pytest.mark.browser

_OTHER = "deszcz nad jeziorem pada"
_READ_MS = 30_000
_PAGE = (
    "<html lang='pl'><head><title>Klaster Leśny</title></head><body><nav><ul>"
    "<li><a href='/k'>Kontakt z nami</a></li><li><a href='/o'>O nas</a></li></ul></nav><main>"
    "<h1>Klaster Leśny</h1><p>Klaster Leśny skupia 70 firm z Podkarpacia.</p>"
    "<p>Powstał w roku 2003 i rośnie.</p></main></body></html>"
)
_NEAR = (
    "Klaster {} powstał w Gdyni, skupia stocznie, porty i uczelnie, prowadzi szkolenia dla spawaczy, "
    "wydaje biuletyn o gospodarce morskiej i spotyka się co roku jesienią w Sopocie."
)


@pytest.fixture(scope="module")
def stage(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with staged(browser, tmp_path_factory.mktemp("works")) as made:
        yield made
        assert made.wrong == []


def _sign_in(page: Page, name: str, password: str = PASSWORD) -> None:
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()


@plays(
    *("POST /account/password", "POST /account/sessions", "POST /sign-out"),
    *("GET /account/tokens/revoke", "POST /account/tokens/revoke"),
)
def test_one_keeps_one_s_own_account(stage: Stage) -> None:
    stage.visit(stage.account("Lena", "staff")).goto("/about")
    page = stage.visit()
    page.goto("/account")
    _sign_in(page, "Lena")
    page.get_by_role("button", name="Sign out there").click()
    expect(page.get_by_role("button", name="Sign out there")).to_have_count(0)

    page.get_by_label("What it is for").fill("robot")
    page.get_by_role("button", name="Make a token").click()
    page.get_by_role("link", name="To my account").click()
    page.get_by_role("link", name="Revoke").click()
    page.get_by_role("button", name="Revoke").click()
    expect(page.get_by_role("status")).to_contain_text("lets nobody in any more")

    page.get_by_label("Password so far").fill(PASSWORD)
    page.get_by_label("New password").fill(_OTHER)
    page.get_by_label("The same once more").fill(_OTHER)
    page.get_by_role("button", name="Change the password").click()
    expect(page.get_by_role("status")).to_contain_text("The password is changed")
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.goto("/account")
    _sign_in(page, "Lena", _OTHER)
    expect(page.get_by_role("heading", level=1)).to_have_text("Lena")


@plays(
    *("POST /staff/accounts/role", "POST /staff/accounts/link", "POST /staff/accounts/sessions"),
    *("POST /staff/accounts/open", "GET /staff/accounts/tokens/revoke", "POST /staff/accounts/tokens/revoke"),
)
def test_an_administrator_changes_what_an_account_may_and_where_it_is_signed_in(stage: Stage) -> None:
    jan = stage.visit(stage.account("Jan", "reader"))
    page = stage.see("administrator", "/staff/accounts")
    page.get_by_role("link", name="Jan").click()
    page.get_by_label("Role").select_option("staff")
    page.get_by_role("button", name="Change the role").click()
    jan.goto("/staff")
    expect(jan.get_by_role("heading", level=1)).to_have_text("The library today")
    stage.store.tokens.create("stary", "reader", by="Jan", account="Jan")

    page.get_by_role("button", name="Sign out everywhere").click()
    jan.reload()
    expect(jan.get_by_label("Password")).to_be_visible()
    page.get_by_role("link", name="Revoke").click()
    page.get_by_role("button", name="Revoke").click()
    expect(page.get_by_role("status")).to_have_text("Done.")

    page.get_by_role("link", name="Jan").first.click()
    page.get_by_role("button", name="New link for a password").click()
    expect(page.locator(".secret")).to_contain_text("/join/")
    page.go_back()
    page.get_by_role("button", name="Close the account").click()
    page.get_by_role("button", name="Open it again").click()
    expect(page.get_by_role("button", name="Close the account")).to_be_visible()


@plays("POST /staff/add/{job}/cancel", "POST /staff/add/cancel", "POST /staff/add/retry")
def test_what_waits_is_cancelled_and_tried_again(browser: Browser, stage: Stage, tmp_path: Path) -> None:
    with staged(browser, tmp_path) as idle:
        idle.app.state.desk.engine().intake.close()
        idle.sent = stage.sent
        files = [tmp_path / f"{name}.txt" for name in ("jeden", "dwa", "trzy")]
        for one in files:
            one.write_text(f"Klaster {one.stem} liczy 40 firm.", "utf-8")
        page = idle.see("staff", "/staff/add")
        page.locator("input[name=file]").set_input_files(files)
        page.get_by_role("button", name="Cancel jeden.txt").click()
        expect(page.locator("li.job.cancelled .job-name")).to_have_text("jeden.txt")

        page.locator("form.all[action$='/cancel'] button").click()
        expect(page.locator("li.job.cancelled")).to_have_count(3)
        page.goto("/staff/add?show=not_added")
        page.get_by_role("button", name="Try all again").click()
        expect(page.locator("li.job.cancelled")).to_have_count(0)


@plays(
    *("GET /staff/documents/{document}/read", "GET /staff/documents/{document}/fact"),
    "POST /staff/documents/{document}/lines",
)
def test_staff_see_what_was_read_ask_it_alone_and_bring_back_what_was_cut(stage: Stage) -> None:
    stage.add("strona.html", _PAGE)
    stage.add("inny.txt", "Klaster Polny\n\nKlaster Polny liczy 12 firm.")
    page = stage.see("staff", "/staff/documents")
    page.get_by_role("link", name="Klaster Leśny", exact=True).click()
    page.get_by_role("link", name="What was read").click()
    expect(page.locator(".stated").first).to_contain_text("70")

    page.get_by_label("Ask this document alone").fill("Ile firm liczy Klaster Polny?")
    page.get_by_role("button", name="Ask", exact=True).click()
    # The first question of a process reads the dictionaries.
    expect(page.locator("#answer .abstained")).to_be_visible(timeout=_READ_MS)
    line = page.get_by_role("checkbox", name="Kontakt z nami")
    line.check()
    page.get_by_role("button", name="Bring the chosen lines back").click()
    expect(page.get_by_role("status")).to_contain_text("read again")
    line.check()
    page.get_by_role("button", name="Cut the chosen lines again").click()
    expect(page.get_by_role("status")).to_contain_text("read again")
    expect(page.get_by_role("heading", name="Brought back")).to_have_count(0)
    page.get_by_role("link", name="Add a fact from these words: Powstał").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@plays(
    "GET /staff/documents/{document}/versions/{number}/original",
    "POST /staff/documents/{document}/outdated/lift",
)
def test_the_same_bytes_change_nothing_near_copies_are_compared_and_a_mark_is_lifted(
    stage: Stage, tmp_path: Path
) -> None:
    text = _NEAR.format("Stoczniowy")
    (tmp_path / "a.txt").write_text(text, "utf-8")
    one = stage.add("stoczniowy.txt", text)
    stage.add("stoczniowy-kopia.txt", _NEAR.format("Stoczniowy Bis"))
    stage.store.mark_outdated(one, by="Stefan")
    page = stage.see("staff", f"/staff/documents/{one}")
    page.get_by_role("button", name="Take the mark away").click()
    expect(page.get_by_role("status")).to_contain_text("taken away")

    page.get_by_label("The new file").set_input_files(tmp_path / "a.txt")
    page.get_by_role("button", name="Send the new version").click()
    while page.get_by_text("is being read").is_visible():
        page.reload()
    expect(page.get_by_role("status")).to_contain_text("nothing was changed")
    page.locator("#near").get_by_role("link", name="Compare").click()
    expect(page.locator("ins")).to_contain_text("Bis")
    page.goto(f"/staff/documents/{one}/versions")
    with page.expect_download() as file:
        page.get_by_role("link", name="Download the original").click()
    assert Path(file.value.path()).read_text("utf-8") == text
    assert file.value.url.endswith("/versions/1/original")


@plays(
    *("POST /staff/clusters/{cluster}/joined", "POST /staff/clusters/{cluster}/parted"),
    *("POST /staff/clusters/{cluster}/called", "POST /staff/clusters/{cluster}/moved"),
    "POST /staff/clusters/{cluster}/dismissed",
)
def test_staff_merge_and_split_clusters_and_names(stage: Stage) -> None:
    stage.add("gorski.txt", "Klaster Górski\n\nKlaster Górski liczy 31 firm.")
    stage.add("halny.txt", "Klaster Halny\n\nKlaster Halny skupia schroniska.")
    page = stage.see("staff", "/staff/clusters/gorski")
    page.get_by_label("The other cluster").fill("Klaster Halny")
    page.get_by_role("button", name="Merge").click()
    expect(page.get_by_role("status")).to_contain_text("Clusters merged")
    page.get_by_label("Show as").fill("Klaster Halny")
    page.get_by_role("button", name="Save the name").click()
    page.goto("/staff/clusters/gorski")
    expect(page.get_by_role("heading", level=1)).to_have_text("Klaster Halny")

    page.get_by_role("group", name="Names").get_by_label("Klaster Górski").check()
    page.get_by_role("button", name="Split off").click()
    expect(page.get_by_role("status")).to_contain_text("Names split off")
    page.goto("/staff/clusters/halny")
    page.locator("#moved-to").fill("Klaster Turystyczny Podhala")
    page.get_by_role("button", name="Move").click()
    expect(page.get_by_role("status")).to_contain_text("moved to another cluster")
    page.goto("/staff/clusters/gorski")
    page.get_by_role("button", name="No cluster").click()
    expect(page.get_by_role("status")).to_contain_text("no cluster any more")
    expect(stage.see("reader", "/clusters").get_by_text("Klaster Górski")).to_have_count(0)


@plays(
    *("POST /staff/questions/retry", "GET /staff/questions/missing", "GET /staff/questions/missing.{ending}"),
    *("GET /staff/questions/removal", "POST /staff/questions/removal"),
)
def test_staff_see_what_is_missing_and_an_administrator_removes_what_was_asked(stage: Stage) -> None:
    page = stage.see("administrator", "/about")
    asked = {"question": "Kto koordynuje Klaster Bursztynowy?"}
    assert page.request.post("/api/v1/ask", data=asked, timeout=_READ_MS).ok
    page.goto("/staff/questions")
    page.get_by_role("button", name="Now answered? Try all").click()
    expect(page.get_by_text("still not answered")).to_be_visible()
    page.get_by_role("link", name="What is missing").click()
    expect(page.get_by_role("rowheader")).to_contain_text("Bursztynowy")
    with page.expect_download() as file:
        page.get_by_role("link", name="CSV").click()
    assert "Bursztynowy" in Path(file.value.path()).read_text("utf-8")

    page.goto("/staff/questions")
    page.get_by_role("link", name="Remove all conversations").click()
    page.get_by_role("button", name="Remove all of them").click()
    expect(page.get_by_text("No question meets this.")).to_be_visible()


def test_on_a_telephone_without_scripts_the_main_ways_are_gone(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "polny.txt").write_text("Klaster Zimowy\n\nKlaster Zimowy liczy 25 firm.", "utf-8")
    page = stage.visit(java_script_enabled=False, viewport=PHONE)
    page.goto("/staff/add")
    _sign_in(page, "Stefan")
    page.locator("input[name=file]").set_input_files(tmp_path / "polny.txt")
    page.get_by_role("button", name="Add them").click()
    while not page.locator("li.job.done", has_text="polny.txt").count():
        page.reload()

    page.goto("/staff/facts?q=zimowy")
    page.get_by_role("button", name="Confirm", exact=True).first.click()
    expect(page.get_by_role("status").first).to_contain_text("1 fact confirmed")
    page.get_by_role("link", name="Documents").click()
    page.get_by_role("link", name="Remove: Klaster Zimowy").click()
    page.get_by_role("button", name="Remove").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status")).to_contain_text("there again")
    page.context.close()
