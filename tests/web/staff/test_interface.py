"""The interface for programs, tried with inputs made up from its own description, by everybody there is.

What is described is what is answered: no defect, no status and no shape that the description does not name.
"""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.core.failures import FailureGroup
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode
from schemathesis.python import asgi

from index.roles import ROLES, Role
from tests.web.staff.conftest import StaffHouse

load_all_checks()
_CHECKS: list[Any] = CHECKS.get_by_names(
    [
        *("not_a_server_error", "status_code_conformance", "content_type_conformance"),
        *("response_headers_conformance", "response_schema_conformance"),
    ]
)
# Enough for each kind of input a few times; the same ones each time.
_TEXT = "Klaster Minatech\n\nMinatech koordynuje Politechnika Krakowska. Ma 40 członków."
_TRIES = settings(
    max_examples=6,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def described(house: StaffHouse) -> Iterator[tuple[schemathesis.BaseSchema, asgi.ASGIClient]]:
    """The description of the running application, and a client of it."""
    app: Any = house.app
    with asgi.get_client(app, max_stream_events=10) as client:
        house.app.state.desk.warmup.wait(30)
        yield schemathesis.openapi.from_asgi("/api/v1/openapi.json", house.app), client


@pytest.mark.parametrize(
    ("role", "closed"), [(None, False), (None, True), *((one, False) for one in ROLES)], ids=str
)
def test_what_is_answered_is_what_is_described(
    house: StaffHouse,
    described: tuple[schemathesis.BaseSchema, asgi.ASGIClient],
    *,
    role: Role | None,
    closed: bool,
) -> None:
    schema, client = described
    if closed:
        house.close_to_strangers()
    headers = {"Authorization": f"Bearer {house.store.tokens.create('robot', role)}"} if role else {}
    operations: list[Any] = [one.ok() for one in schema.get_all_operations() if isinstance(one, Ok)]
    held = {"document": house.add("minatech.txt", _TEXT)}

    wrong = {
        f"{operation.label}: {failure}"
        for operation in operations
        for inputs in _inputs(operation, held)
        for failure in _failures(inputs, client, headers)
    }

    assert len(operations) > 15
    assert wrong == set()


def _inputs(operation: Any, held: dict[str, str]) -> Iterator[Any]:
    """Inputs as they are described, as they are not, and for a document that is held."""
    yield operation.as_strategy(generation_mode=GenerationMode.POSITIVE)
    yield operation.as_strategy(generation_mode=GenerationMode.NEGATIVE)
    if operation.path.endswith("{document}") or "{document}/" in operation.path:
        yield operation.as_strategy(path_parameters=held)


def _failures(inputs: Any, client: asgi.ASGIClient, headers: dict[str, str]) -> set[str]:
    """What is answered otherwise than described, in words."""
    found: set[str] = set()

    @_TRIES
    @given(case=inputs)
    def tried(case: schemathesis.Case[Any]) -> None:
        response = case.call(session=client, headers=headers)
        try:
            case.validate_response(response, checks=_CHECKS)
        except FailureGroup as failed:
            found.update(f"{response.status_code} {one}" for one in failed.exceptions)

    # What has no inputs has no wrong ones.
    with suppress(Unsatisfiable):
        tried()
    return found
