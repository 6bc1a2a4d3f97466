"""Who gets at what, over the whole route table."""

import re

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from httpx2 import Response

from tests.web.staff.conftest import StaffHouse
from web.access import AdministratorRoute, MemberRoute, OpenRoute, ReaderRoute, StaffRoute
from web.routes import ROUTERS

# What anybody needs before they are known, and what tells nothing.
OPEN = {
    *("/health", "/ready", "/sign-in", "/sign-out", "/preferences", "/join/{secret}"),
    *("/sign-in/elsewhere", "/sign-in/arrival"),
    *("/static/{digest}/{path:path}", "/favicon.ico"),
}
KINDS = (OpenRoute, ReaderRoute, MemberRoute, StaffRoute, AdministratorRoute)


ROUTES = [one for router in ROUTERS for one in router.routes if isinstance(one, APIRoute)]


def methods(route: APIRoute) -> list[str]:
    return sorted(route.methods or ())


def address(route: APIRoute) -> str:
    return re.sub(r"\{[^}]*\}", "1", route.path)


def test_every_route_says_who_may_use_it() -> None:
    assert [one.path for one in ROUTES if type(one) not in KINDS] == []


def test_only_what_tells_nothing_is_open_to_all() -> None:
    assert {one.path for one in ROUTES if type(one) is OpenRoute} <= OPEN


def test_what_is_under_staff_is_for_staff() -> None:
    rooms = [one for one in ROUTES if one.path.startswith("/staff")]

    assert rooms
    assert all(isinstance(one, StaffRoute | AdministratorRoute) for one in rooms)


BARRED = {
    "MemberRoute": ("stranger",),
    "StaffRoute": ("stranger", "reader"),
    "AdministratorRoute": ("stranger", "reader", "staff"),
}
GUARDED = [(name, one) for one in ROUTES for name in BARRED.get(type(one).__name__, ())]
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
# What stands for an id that somebody makes up.
HOSTILE = (
    *("..", "%2e%2e", "%2e%2e%2fstaff", "a%2fb", "%00", "%0d%0aX: y", "<script>", "{{7*7}}", "' OR 1=1 --"),
    *("-1", "9" * 40, "x" * 3_000, "%ed%a0%80", "%ff", "zażółć"),
)


def _is_refused(answer: Response) -> bool:
    """Whether somebody was told no more than to sign in, or that there is nothing for them."""
    to_sign_in = answer.headers.get("location", "").startswith("/sign-in?next=")
    return answer.status_code in (400, 401, 403, 404, 405, 422) or (answer.status_code == 303 and to_sign_in)


def test_a_stranger_and_a_reader_get_at_nothing_of_staff_by_any_route(
    cast: dict[str, TestClient],
) -> None:
    let_in = [
        (name, method, route.path, answer.status_code)
        for name, route in GUARDED
        for method in methods(route)
        if (answer := cast[name].request(method, address(route))).status_code not in (401, 403)
        and not answer.headers.get("location", "").startswith("/sign-in?next=")
    ]

    assert len(GUARDED) > 20
    assert let_in == []


def test_no_other_method_gets_at_it_either(cast: dict[str, TestClient]) -> None:
    others = {(one.path, method) for one in ROUTES for method in methods(one) if type(one) is ReaderRoute}
    let_in = [
        (name, method, route.path, answer.status_code)
        for name, route in GUARDED
        for method in METHODS
        if (route.path, "GET" if method == "HEAD" else method) not in others
        and not _is_refused(answer := cast[name].request(method, address(route)))
    ]

    assert let_in == []


def test_no_other_way_of_writing_an_address_gets_at_it(cast: dict[str, TestClient]) -> None:
    def written(path: str) -> list[str]:
        first = f"/%{ord(path[1]):02x}{path[2:]}"
        plain = (path + "/", path + "/.", "http://testserver/" + path, path.upper())
        return [first, *plain, "/static/.." + path, path + ";a", path + "%20"]

    let_in = [
        (name, method, one, answer.status_code)
        for name, route in GUARDED
        for method in methods(route)
        for one in written(address(route))
        if not _is_refused(answer := cast[name].request(method, one))
    ]

    assert let_in == []


def test_no_made_up_id_gets_at_it(cast: dict[str, TestClient]) -> None:
    let_in = [
        (name, method, route.path, hostile[:20], answer.status_code)
        for name, route in GUARDED
        if "{" in route.path
        for method in methods(route)
        for hostile in HOSTILE
        if not _is_refused(
            answer := cast[name].request(method, re.sub(r"\{[^}]*\}", hostile.replace("\\", ""), route.path))
        )
    ]

    assert let_in == []


def test_a_made_up_id_breaks_nothing_for_those_who_may(cast: dict[str, TestClient]) -> None:
    broken = [
        (method, route.path, hostile[:20], answer.status_code)
        for route in ROUTES
        if "{" in route.path and not route.path.startswith("/static")
        for method in methods(route)
        for hostile in HOSTILE
        if (
            answer := cast["administrator"].request(method, re.sub(r"\{[^}]*\}", hostile, route.path))
        ).status_code
        >= 500
    ]

    assert broken == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ],
    ids=str,
)
def test_no_form_of_another_site_does_anything_by_any_route(
    cast: dict[str, TestClient], headers: dict[str, str]
) -> None:
    forms = [(one, method) for one in ROUTES for method in methods(one) if method not in ("GET", "HEAD")]
    pages = [(one, method) for one, method in forms if not one.path.startswith("/api/")]
    taken = [
        (method, one.path, answer.status_code)
        for one, method in pages
        if (answer := cast["administrator"].request(method, address(one), headers=headers)).status_code != 403
    ]

    assert len(pages) > 15
    assert taken == []


def test_nothing_of_staff_is_done_by_looking_at_a_page() -> None:
    # A picture on another site can have a browser GET anything: what changes something wants POST.
    verbs = "make|give|change|remove|close|open|revoke|end|keep|add|undo|mark|cut|restore"
    changing = re.compile(f"({verbs})(_|$)")
    doing = [
        (one.path, one.endpoint.__name__)
        for one in ROUTES
        if "GET" in methods(one) and changing.match(one.endpoint.__name__)
    ]

    assert doing == []


def test_a_session_is_no_token(administrator: TestClient) -> None:
    guarded = [one for one in ROUTES if one.path.startswith("/api/") and isinstance(one, StaffRoute)]
    answers = [
        administrator.request(method, address(one)).status_code for one in guarded for method in methods(one)
    ]

    assert guarded
    assert set(answers) == {401}


def test_where_readers_sign_in_a_stranger_reads_nothing_and_a_reader_does(
    house: StaffHouse, cast: dict[str, TestClient]
) -> None:
    house.close_to_strangers()
    reading = [one for one in ROUTES if type(one) is ReaderRoute]
    let_in = [
        (method, one.path)
        for one in reading
        for method in methods(one)
        if (answer := cast["stranger"].request(method, address(one))).status_code != 401
        and not answer.headers.get("location", "").startswith("/sign-in?next=")
    ]

    assert len(reading) > 10
    assert let_in == []
    assert cast["reader"].get("/documents").status_code == 200


def test_who_tries_what_they_may_not_is_logged(
    reader: TestClient, stranger: TestClient, house: StaffHouse, caplog: pytest.LogCaptureFixture
) -> None:
    token = house.store.tokens.create("robot", "reader")
    reader.post("/staff/documents/a%1Bb/remove")
    stranger.get("/staff")
    stranger.get("/api/v1/jobs", headers={"Authorization": f"Bearer {token}"})

    said = [one.getMessage() for one in caplog.records if one.getMessage().startswith("not allowed")]
    assert said == [
        "not allowed: 'Róża' to POST '/staff/documents/a\\x1bb/remove'",
        "not allowed: 'token robot' to GET '/api/v1/jobs'",
    ]
    assert token not in caplog.text
