"""What there is on a stage for each part of an address."""

from collections.abc import Mapping

from tests.browser.stage import Stage

Ids = Mapping[str, str]
_WODNY = "Klaster Wodny\n\nKoordynatorem Klastra Wodnego jest Fundacja {}. Klaster Wodny liczy 40 firm."


def furnished(stage: Stage) -> Ids:
    """With these ids everything could be done, by whoever may."""
    document = stage.add("wodny.txt", _WODNY.format("Fala"))
    stage.add("wodny.txt", _WODNY.format("Morze"))
    stage.store.remove(stage.add("dawny.txt", "Klaster Dawny liczy 3 firmy."), by="Stefan")
    stage.store.tokens.create("desk", "reader", by="Ada", account="Ada")
    page = stage.see("stranger", "/")
    asked = page.request.post("/api/v1/ask", data={"question": "Kto koordynuje Klaster Bursztynowy?"})
    assert asked.ok
    page = stage.see("staff", "/staff/clusters/wodny")
    correct = page.get_by_role("link", name="Correct").first.get_attribute("href") or ""
    page.get_by_role("button", name="Confirm", exact=True).first.click()
    decision = page.locator("input[name=decisions]").first.input_value()
    page.goto("/staff/questions")
    page.get_by_role("link", name="Bursztynowy").click()
    return {
        "document": document,
        "number": "1",
        "removal": str(stage.store.removed.all()[0].id),
        "job": stage.store.jobs.receive("pusty.txt", b"", by="Stefan").id,
        "cluster": "wodny",
        "key": correct.rpartition("/")[2],
        "decision": decision,
        "group": page.url.rpartition("/")[2],
        "secret": stage.store.links.make("Rita", by="Ada"),
        "ending": "csv",
    }
