"""The application from its start to its end."""

from fastapi.testclient import TestClient

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
