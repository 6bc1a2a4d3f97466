"""What a document, an account and a question are made of is text on every page there is, for everybody."""

import re

from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from index.audit import record
from tests.web.staff.conftest import StaffHouse
from web.routes import ROUTERS

SCRIPT, TEMPLATE = "<script>alert(1)</script>", "{{ 7 * 191 }}"
HOSTILE = f"{SCRIPT}<img src=x onerror=alert(2)>{TEMPLATE}{{% raw %}}\"'>"
NAME = '<img src=x onerror=alert(3)>"{{7*191}}.txt'


def _text(said: str) -> str:
    return f"Klaster {HOSTILE}\n\nKlaster {HOSTILE} {said}. Koordynuje go {HOSTILE} z Ustki.\n\n• {HOSTILE}\n"


def test_markup_scripts_and_templates_are_text_on_every_page_for_everybody(
    house: StaffHouse, cast: dict[str, TestClient]
) -> None:
    document = house.add(NAME, _text("ma 40 członków"))
    house.add(NAME, _text("ma 41 członków"))
    gone = house.add("gone" + NAME, _text("ma 42 członków i jest gdzie indziej"))
    house.app.state.desk.engine().keeper.remove(gone, by=HOSTILE)
    house.store.accounts.make(HOSTILE, "staff", by=HOSTILE)
    house.store.tokens.create(HOSTILE, "staff", account="Ada", by=HOSTILE)
    with house.store.database.writing() as connection:
        record(connection, HOSTILE, "document.added", HOSTILE, {"name": HOSTILE})
    asked = cast["stranger"].post("/ask", data={"question": f"Kto koordynuje {HOSTILE}?"})
    conversation = asked.headers["location"].split("#")[0].rpartition("/")[2]
    ids = {
        "document": document,
        "conversation": conversation,
        **dict.fromkeys(("turn", "number", "page", "ending", "removal"), "1"),
    }
    shown = {
        f"{name} {path}?{query}": answer.text
        for path in _pages()
        for query in (
            "",
            f"name={NAME}",
            f"q={HOSTILE}",
            f"question={HOSTILE}",
            f"next={HOSTILE}",
            f"by={HOSTILE}",
        )
        for name in ("stranger", "administrator")
        if "html"
        in (
            answer := cast[name].get(
                re.sub(r"\{(\w+)[^}]*\}", lambda found: ids.get(found[1], "1"), path),
                params=dict([query.split("=", 1)]) if query else None,
            )
        ).headers.get("content-type", "")
    }
    alive = [
        where
        for where, page in shown.items()
        if SCRIPT in page or "<img src=x" in page or "1337" in page or "onerror=alert(2)>" in page
    ]

    assert len(shown) > 100
    assert sum("&lt;script&gt;alert(1)" in page for page in shown.values()) > 20
    assert alive == []


def _pages() -> list[str]:
    routes = (one for router in ROUTERS for one in router.routes if isinstance(one, APIRoute))
    return [one.path for one in routes if "GET" in (one.methods or ()) and not one.path.startswith("/static")]
