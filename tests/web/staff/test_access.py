"""Who gets at what, over the whole route table."""

import re

from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from tests.web.staff.conftest import StaffHouse
from web.access import AdministratorRoute, MemberRoute, OpenRoute, ReaderRoute, StaffRoute
from web.routes import ROUTERS

# What anybody needs before they are known, and what tells nothing.
OPEN = {
    *("/health", "/ready", "/sign-in", "/sign-out", "/preferences", "/join/{secret}"),
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


def test_a_stranger_and_a_reader_get_at_nothing_of_staff_by_any_route(
    cast: dict[str, TestClient],
) -> None:
    barred = {
        "MemberRoute": ("stranger",),
        "StaffRoute": ("stranger", "reader"),
        "AdministratorRoute": ("stranger", "reader", "staff"),
    }
    let_in = [
        (name, method, route.path, answer.status_code)
        for route in ROUTES
        for name in barred.get(type(route).__name__, ())
        for method in methods(route)
        if (answer := cast[name].request(method, address(route))).status_code not in (401, 403)
        and not answer.headers.get("location", "").startswith("/sign-in?next=")
    ]

    assert let_in == []


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
