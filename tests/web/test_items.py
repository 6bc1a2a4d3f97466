"""The lines of a list answer."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from assistant.model import Answer, Citation, Item, Turn
from web.i18n import texts
from web.pages.items import Items, Sort, items_of

_CITED = Citation(1, "d", "d.txt", "D", None, None, "section 1", 0, 1, "x")


def _items(*details: Mapping[str, str], sort: Sort | None = None, cluster: str = "") -> Items:
    lines = tuple(Item(f"Klaster {at}", (1,), details=one, cluster=cluster) for at, one in enumerate(details))
    answer = Answer("pl", "list", items=lines, citations=(_CITED,))
    turn = Turn("c", 1, "?", answer, datetime(2026, 11, 22, tzinfo=UTC), 1.0)
    return items_of(turn, sort, {}, texts("pl"))


@pytest.mark.parametrize(
    ("value", "shown", "iso_day"),
    [
        ("2025-12-17", "17 grudnia 2025", "2025-12-17"),
        ("2025-12", "grudzień 2025", ""),
        ("2025-Q2", "II kwartał 2025", ""),
        ("2025", "2025", ""),
        ("2025-13", "2025-13", ""),
        ("2025-12-32", "2025-12-32", ""),
        ("KKK", "KKK", ""),
    ],
)
def test_a_date_is_worded_as_exactly_as_it_is_known(value: str, shown: str, iso_day: str) -> None:
    cell = _items({"valid_until": value}).rows[0].cells[0]

    assert (cell.text.replace("\u00a0", " "), cell.iso_day, cell.value) == (shown, iso_day, value)


def test_numbers_are_sorted_by_their_size() -> None:
    told: tuple[Mapping[str, str], ...] = ({"members": "112"}, {"members": "9"}, {}, {"members": "57"})
    sizes = [row.cells[0].value for row in _items(*told, sort=Sort(1, "members", False)).rows]

    assert sizes == ["9", "57", "112", ""]


def test_an_item_of_the_register_leads_to_its_cluster() -> None:
    assert _items({}, cluster="dolina/../x").rows[0].address == "/clusters/dolina%2F..%2Fx"
    assert _items({}).rows[0].address == ""
