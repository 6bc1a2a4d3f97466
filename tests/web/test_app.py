"""The application from its start to its end."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.errors import (
    BusyStoreError,
    DamagedStoreError,
    FullDiskError,
    StoreError,
    UnwritableStoreError,
)
from tests.web.fakes import STAFF, House, visiting
from web.app import create_app


def test_what_is_derived_is_written_once_when_serving_ends(house: House) -> None:
    with visiting(house) as visitor:
        for name in ("a.txt", "b.txt"):
            visitor.post(
                "/api/v1/documents",
                files={"file": (name, b"Tekst.")},
                headers={"Authorization": f"Bearer {STAFF}"},
            )
        saved_while_serving = house.keeper.saved

    assert (saved_while_serving, house.keeper.saved) == (0, 1)


def test_serving_that_ends_before_the_engine_is_there_ends_in_order() -> None:
    house = House(held_back=True)

    with TestClient(create_app(house.backend)) as visitor:
        assert visitor.get("/health").status_code == 200

    assert house.keeper.saved == 0
    house.released.set()


_FILE = Path("/home/library.sqlite")
_FAULTS: list[StoreError] = [
    DamagedStoreError(_FILE, "malformed"),
    FullDiskError(_FILE),
    UnwritableStoreError(_FILE, "readonly"),
    BusyStoreError(_FILE),
]


def _failing(failure: Exception) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise failure

    return fail


@pytest.mark.parametrize("fault", _FAULTS, ids=lambda fault: type(fault).__name__)
def test_a_fault_of_the_store_is_a_503_with_its_reason_and_one_line_in_the_log(
    house: House,
    client: TestClient,
    fault: StoreError,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(house.library, "text", _failing(fault))
    monkeypatch.setattr(house.assistant, "ask", _failing(fault))
    read = client.get("/api/v1/documents/minatech/text")
    asked = client.post("/api/v1/ask", json={"question": "kto", "language": "pl"})
    page = client.get("/documents/minatech", headers={"Accept-Language": "pl"})

    for answer in (read, asked):
        assert answer.status_code == 503
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["type"] == "urn:klastrownik:problem:store"
        assert fault.reason in answer.json()["detail"]
        assert str(_FILE) not in answer.text
    assert page.status_code == 503
    assert "<h1>Biblioteki nie można" in page.text.replace("\u00a0", " ")
    logged = [(one.getMessage(), one.exc_info) for one in caplog.records if one.name == "klastrownik"]
    assert logged == [(str(fault), None)] * 3


@pytest.mark.parametrize("path", ["/documents/minatech", "/api/v1/documents/minatech"])
def test_a_defect_too_is_answered_with_the_headers_that_keep_it_safe(
    house: House, client: TestClient, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = client.get(path).headers
    monkeypatch.setattr(house.library, "document", _failing(TypeError("odd")))
    answer = client.get(path)

    assert answer.status_code == 500
    for name in (
        "content-security-policy",
        "x-content-type-options",
        "referrer-policy",
        "cross-origin-opener-policy",
        "permissions-policy",
    ):
        assert answer.headers.get_list(name) == whole.get_list(name) != []
