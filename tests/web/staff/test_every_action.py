"""Every action of staff is in the log: each route that changes something is driven, and the log grows."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import httpx2
import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from index.register.present import RegisterOf
from index.review.keys import fact_key
from tests.web.staff.conftest import PASSWORD, StaffHouse
from web.access import AdministratorRoute, MemberRoute, StaffRoute
from web.i18n import texts
from web.routes import ROUTERS

TEXTS = tuple(texts(language) for language in ("pl", "en"))
TEXT = "Klaster lotniczy skupia firmy z Podkarpacia."
CLUSTER = "Klaster {name}\n\nKlaster {name} ma siedzibę w {town}. Należą do niego odlewnie."
# Nothing is fetched: whoever would take jobs up has ended.
ADDRESS = "https://example.org/a.txt"
_PAGE = (
    "<html lang='pl'><head><title>Klaster</title></head><body><nav><ul>"
    "<li><a href='/k'>Kontakt z nami</a></li>"
    "<li><a href='/o'>O nas</a></li></ul></nav><main><h1>Klaster</h1><p>Klaster lotniczy skupia firmy z "
    "Podkarpacia i uczelnie z Rzeszowa.</p><p>Powstał w roku 2003 i rośnie.</p></main></body></html>"
)


@dataclass(frozen=True, slots=True)
class Scene:
    """A house whose files wait, an administrator's browser, and a program with an administrator's token."""

    house: StaffHouse
    browser: TestClient
    token: str

    @property
    def bearer(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def post(self, path: str, **form: str) -> "Sent":
        """Send a form when told to."""
        return lambda: self.browser.post(path, data=form)

    def call(self, method: str, path: str, **more: object) -> "Sent":
        """Call the interface when told to."""
        return lambda: self.browser.request(method, path, headers=self.bearer, **more)  # type: ignore[arg-type]

    def add(self) -> str:
        return self.house.add("a.txt", TEXT)

    def two_versions(self) -> str:
        self.add()
        return self.house.add("a.txt", f"{TEXT} I uczelnie.")

    def marked(self) -> str:
        document = self.add()
        self.house.store.mark_outdated(document, by="Ada")
        return document

    def removal(self) -> int:
        self.house.store.remove(self.add(), by="Ada")
        return self.house.store.removed.all()[0].id

    def replacing(self) -> "Sent":
        document, file = self.add(), ("a.txt", f"{TEXT} I uczelnie.".encode())
        return lambda: self.browser.post(f"/staff/documents/{document}/replace", files={"file": file})

    def job(self, *, over: bool = False) -> str:
        """The id of a job that nobody works on."""
        job = self.house.store.jobs.receive("b.txt", TEXT.encode(), by="Ada")
        if over:
            self.house.store.jobs.cancel(job.id, by="Ada")
        return job.id

    def all_jobs(self, deed: str, *, over: bool = False) -> "Sent":
        self.job(over=over)
        return self.post(f"/staff/add/{deed}")

    def question(self) -> str:
        """The group of a question that was asked and not answered."""
        self.browser.post("/api/v1/ask", json={"question": "Ile kosztuje bilet do zoo we Wrocławiu?"})
        until = time.monotonic() + 20
        while time.monotonic() < until:
            if found := re.search(r"/staff/questions/(\d+)", self.browser.get("/staff/questions").text):
                return found[1]
            time.sleep(0.2)
        raise TimeoutError("the question is in no group")

    def open_question(self) -> "Sent":
        self.question()
        return self.post("/staff/questions/retry")

    def lines(self) -> "Sent":
        document = self.house.add("strona.html", _PAGE)
        cut = self.house.store.cut(document)
        return self.post(f"/staff/documents/{document}/lines", keep=cut[0])

    def clusters(self) -> None:
        """A library of two clusters, Zorkanit and Wydmiak."""
        self.house.add("z.txt", CLUSTER.format(name="Zorkanit", town="Opolu"))
        self.house.add("w.txt", CLUSTER.format(name="Wydmiak", town="Radomiu"))

    def seat(self) -> str:
        """The key of the fact where Zorkanit is, in a library of two clusters."""
        self.clusters()
        held = RegisterOf(self.house.store).now().cluster("zorkanit")
        return fact_key(next(one for one in held.facts if one.attribute == "place"))

    def on_cluster(self, action: str, **form: str) -> "Sent":
        self.clusters()
        return self.post(f"/staff/clusters/zorkanit/{action}", **form)

    def named_twice(self) -> "Sent":
        self.clusters()
        self.browser.post("/staff/clusters/zorkanit/joined", data={"other": "wydmiak"})
        return self.post("/staff/clusters/zorkanit/parted", name="Klaster Wydmiak")

    def added_fact(self) -> "Sent":
        document = self.house.add("z.txt", CLUSTER.format(name="Zorkanit", town="Opolu"))
        quote = "Należą do niego odlewnie."
        return self.post(
            "/staff/clusters/zorkanit/add",
            attribute="mission",
            value="odlewnie",
            document=document,
            quote=quote,
        )

    def moved(self) -> "Sent":
        self.clusters()
        (held,) = (one.id for one in self.house.store.documents() if one.name == "z.txt")
        return self.post("/staff/clusters/zorkanit/moved", document=held, to="Klaster Bobrowy")

    def decision(self) -> int:
        """The number of a decision."""
        ref = f"{self.seat()}:zorkanit"
        self.browser.post("/staff/facts", data={"confirm": ref})
        return self.house.store.review.decisions()[-1].id

    def joining(self) -> "Sent":
        self.clusters()
        return self.call(
            "POST", "/api/v1/clusters/zorkanit/decisions", json={"kind": "joined", "other": "wydmiak"}
        )

    def files(self) -> "Sent":
        return lambda: self.browser.post("/staff/add", files={"file": ("c.txt", TEXT.encode())})

    def closed(self) -> "Sent":
        self.house.store.accounts.close("Stefan", by="Ada")
        return self.post("/staff/accounts/open", name="Stefan")

    def revoking(self, path: str) -> "Sent":
        self.house.store.tokens.create("desk", "staff", by="Ada", account="Ada")
        return self.post(path, name="desk")

    def others_sessions(self) -> "Sent":
        self.house.store.sessions.begin("Stefan")
        return self.post("/staff/accounts/sessions", name="Stefan")

    def own_session(self) -> "Sent":
        self.house.store.sessions.begin("Ada")
        return self.post("/account/sessions")


Sent = Callable[[], httpx2.Response]
# By route, what prepares it and gives what sends it.
DRIVEN: dict[tuple[str, str], Callable[[Scene], Sent]] = {
    ("POST", "/api/v1/documents"): lambda s: s.call(
        "POST", "/api/v1/documents", files={"file": ("c.txt", TEXT.encode())}
    ),
    ("DELETE", "/api/v1/documents/{document}"): lambda s: s.call("DELETE", f"/api/v1/documents/{s.add()}"),
    ("PUT", "/api/v1/documents/{document}/outdated"): lambda s: s.call(
        "PUT", f"/api/v1/documents/{s.add()}/outdated", json={"reason": "nowszy spis"}
    ),
    ("DELETE", "/api/v1/documents/{document}/outdated"): lambda s: s.call(
        "DELETE", f"/api/v1/documents/{s.marked()}/outdated"
    ),
    ("POST", "/api/v1/documents/{document}/versions/{number}/back"): lambda s: s.call(
        "POST", f"/api/v1/documents/{s.two_versions()}/versions/1/back"
    ),
    ("POST", "/api/v1/removed/{removal}/undo"): lambda s: s.call(
        "POST", f"/api/v1/removed/{s.removal()}/undo"
    ),
    ("DELETE", "/api/v1/removed/{removal}"): lambda s: s.call("DELETE", f"/api/v1/removed/{s.removal()}"),
    ("POST", "/staff/documents/{document}/replace"): Scene.replacing,
    ("POST", "/staff/documents/{document}/outdated"): lambda s: s.post(
        f"/staff/documents/{s.add()}/outdated", since="2026-01-01", reason="nowszy spis"
    ),
    ("POST", "/staff/documents/{document}/outdated/lift"): lambda s: s.post(
        f"/staff/documents/{s.marked()}/outdated/lift"
    ),
    ("POST", "/staff/documents/{document}/remove"): lambda s: s.post(f"/staff/documents/{s.add()}/remove"),
    ("POST", "/staff/documents/{document}/versions/{number}/back"): lambda s: s.post(
        f"/staff/documents/{s.two_versions()}/versions/1/back"
    ),
    ("POST", "/staff/documents/removed/{removal}/undo"): lambda s: s.post(
        f"/staff/documents/removed/{s.removal()}/undo"
    ),
    ("POST", "/staff/documents/removed/{removal}/forget"): lambda s: s.post(
        f"/staff/documents/removed/{s.removal()}/forget"
    ),
    ("POST", "/staff/questions/{group}/settle"): lambda s: s.post(
        f"/staff/questions/{s.question()}/settle", **{"as": "not_ours"}
    ),
    ("POST", "/staff/questions/{group}/retry"): lambda s: s.post(f"/staff/questions/{s.question()}/retry"),
    ("POST", "/staff/questions/retry"): Scene.open_question,
    ("POST", "/staff/questions/removal"): lambda s: s.post("/staff/questions/removal"),
    ("POST", "/api/v1/questions/{group}/retry"): lambda s: s.call(
        "POST", f"/api/v1/questions/{s.question()}/retry"
    ),
    ("POST", "/staff/add"): Scene.files,
    ("POST", "/staff/add/addresses"): lambda s: s.post("/staff/add/addresses", addresses=ADDRESS),
    ("POST", "/api/v1/documents/addresses"): lambda s: s.call(
        "POST", "/api/v1/documents/addresses", json={"address": ADDRESS}
    ),
    ("POST", "/staff/facts"): lambda s: s.post("/staff/facts", reject=f"{s.seat()}:zorkanit"),
    ("POST", "/staff/decisions/undo"): lambda s: s.post("/staff/decisions/undo", decisions=str(s.decision())),
    ("DELETE", "/api/v1/decisions/{decision}"): lambda s: s.call(
        "DELETE", f"/api/v1/decisions/{s.decision()}"
    ),
    ("POST", "/api/v1/clusters/{cluster}/decisions"): Scene.joining,
    ("POST", "/staff/clusters/{cluster}/facts/{key}"): lambda s: s.post(
        f"/staff/clusters/zorkanit/facts/{s.seat()}", value="Nysa"
    ),
    ("POST", "/staff/clusters/{cluster}/add"): Scene.added_fact,
    ("POST", "/staff/clusters/{cluster}/joined"): lambda s: s.on_cluster("joined", other="wydmiak"),
    ("POST", "/staff/clusters/{cluster}/parted"): Scene.named_twice,
    ("POST", "/staff/clusters/{cluster}/moved"): Scene.moved,
    ("POST", "/staff/clusters/{cluster}/called"): lambda s: s.on_cluster("called", name="Zorkanit"),
    ("POST", "/staff/clusters/{cluster}/dismissed"): lambda s: s.on_cluster("dismissed"),
    ("POST", "/staff/add/cancel"): lambda s: s.all_jobs("cancel"),
    ("POST", "/staff/add/retry"): lambda s: s.all_jobs("retry", over=True),
    ("POST", "/staff/add/{job}/cancel"): lambda s: s.post(f"/staff/add/{s.job()}/cancel"),
    ("POST", "/staff/add/{job}/retry"): lambda s: s.post(f"/staff/add/{s.job(over=True)}/retry"),
    ("POST", "/api/v1/jobs/{job}/cancel"): lambda s: s.call("POST", f"/api/v1/jobs/{s.job()}/cancel"),
    ("POST", "/api/v1/jobs/{job}/retry"): lambda s: s.call("POST", f"/api/v1/jobs/{s.job(over=True)}/retry"),
    ("POST", "/account/password"): lambda s: s.post(
        "/account/password",
        current=PASSWORD,
        password="deszcz nad jeziorem pada",
        again="deszcz nad jeziorem pada",
    ),
    ("POST", "/account/sessions"): Scene.own_session,
    ("POST", "/account/tokens"): lambda s: s.post(
        "/account/tokens", name="own", role="staff", until=_tomorrow()
    ),
    ("POST", "/account/tokens/revoke"): lambda s: s.revoking("/account/tokens/revoke"),
    ("POST", "/staff/documents/{document}/lines"): Scene.lines,
    ("POST", "/staff/accounts"): lambda s: s.post("/staff/accounts", name="Ola", role="staff"),
    ("POST", "/staff/accounts/link"): lambda s: s.post("/staff/accounts/link", name="Stefan"),
    ("POST", "/staff/accounts/role"): lambda s: s.post("/staff/accounts/role", name="Stefan", role="reader"),
    ("POST", "/staff/accounts/close"): lambda s: s.post("/staff/accounts/close", name="Stefan"),
    ("POST", "/staff/accounts/open"): Scene.closed,
    ("POST", "/staff/accounts/sessions"): Scene.others_sessions,
    ("POST", "/staff/accounts/tokens/revoke"): lambda s: s.revoking("/staff/accounts/tokens/revoke"),
    ("POST", "/staff/keeping/check"): lambda s: s.post("/staff/keeping/check"),
    ("POST", "/staff/keeping/rebuild"): lambda s: s.post("/staff/keeping/rebuild"),
    ("POST", "/staff/keeping/backup"): lambda s: s.post("/staff/keeping/backup"),
}


def _tomorrow() -> str:
    return (datetime.now(UTC).date() + timedelta(days=1)).isoformat()


GUARDED = (MemberRoute, StaffRoute, AdministratorRoute)
CHANGING = {
    (method, route.path)
    for router in ROUTERS
    for route in router.routes
    if isinstance(route, GUARDED) and isinstance(route, APIRoute)
    for method in (route.methods or set()) - {"GET", "HEAD", "OPTIONS"}
}


@pytest.fixture
def scene(house: StaffHouse, administrator: TestClient) -> Scene:
    token = house.store.tokens.create("program", "administrator", by="command line")
    house.app.state.desk.engine().intake.close()
    return Scene(house, administrator, token)


def test_every_route_that_changes_something_is_driven_here() -> None:
    # A new route: say above what drives it, so that it is seen to write a record.
    assert DRIVEN.keys() == CHANGING


@pytest.mark.parametrize("route", DRIVEN, ids=" ".join)
def test_every_action_of_staff_is_in_the_log(scene: Scene, route: tuple[str, str]) -> None:
    send = DRIVEN[route](scene)
    audit = scene.house.store.audit
    before = audit.count()

    answer = send()
    scene.house.app.state.desk.backend.upkeep.wait(30)

    assert answer.status_code in (200, 201, 202, 204, 303), answer.text
    new = audit.records(limit=audit.count() - before)
    assert new
    assert {one.by for one in new} <= {"Ada", "token program"}
    assert audit.broken() is None
    # In words: neither the page nor its reader knows what an action is called inside.
    assert [one.action for one in new for t in TEXTS if not t.get(f"log.action.{one.action}")] == []
    told = {name for one in new for name in one.details}
    assert [name for name in told for t in TEXTS if not t.get(f"log.detail.{name}")] == []


@pytest.mark.parametrize(
    "route", [("POST", "/account/password"), ("POST", "/account/tokens"), ("POST", "/staff/accounts/link")]
)
def test_nothing_in_the_log_is_a_secret(scene: Scene, route: tuple[str, str]) -> None:
    shown = DRIVEN[route](scene)().text

    told = " ".join(f"{one.subject} {dict(one.details)}" for one in scene.house.store.audit.records())
    # Longer than any word of ours that is shown: a token, a link, a password.
    secrets = {*re.findall(r"[\w-]{30,}", shown)} | {PASSWORD, "deszcz nad jeziorem pada"}
    assert [one for one in secrets if one in told] == []
    assert scene.token not in told
