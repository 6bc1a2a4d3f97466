"""What a note below a list says is of the entry that bears its mark."""

import pytest

from index.register.model import WITHDRAWN
from tests.index.extraction.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "# Wykaz KKK\n\nStatus ważny do 31 marca 2028 r.:\n\n1. Klaster Kea – Izba Kei, Opole (a)\n"
        "2. Klaster Emu – Izba Emu, Brzeg (b)\n\n(a) Dane z dnia nadania.\n"
        "(b) Klaster zrzekł się statusu z dniem 31 sierpnia 2026 r.\n",
        "# Wykaz KKK\n\n| Klaster | Ważny do |\n|---|---|\n| Klaster Kea | 31.03.2028 |\n"
        "| Klaster Emu* | 31.03.2028 |\n\n\\* Status cofnięto z dniem 31 sierpnia 2026 r.\n",
        "# Wykaz KKK\n\n| Klaster | Ważny do |\n|---|---|\n| Klaster Kea | 31.03.2028 |\n"
        "| Klaster Emu [1] | 31.03.2028 |\n\n[1] Status cofnięto z dniem 31 sierpnia 2026 r.\n",
    ],
)
def test_a_note_is_about_the_entry_that_bears_its_mark(text: str) -> None:
    found = read(text)

    assert found.clusters == ["Klaster Kea", "Klaster Emu"]
    lost = [one for one in found.statuses() if one[2] == WITHDRAWN]
    assert lost == [("Klaster Emu", "KKK", WITHDRAWN, "", "2026-08-31")]


def test_a_mark_that_two_entries_bear_tells_of_neither_alone() -> None:
    text = (
        "# Wykaz KKK\n\n| Klaster | Ważny do |\n|---|---|\n| Klaster Kea* | 31.03.2028 |\n"
        "| Klaster Emu* | 31.03.2028 |\n\n\\* Status cofnięto z dniem 31 sierpnia 2026 r.\n"
    )

    assert not [one for one in read(text).statuses() if one[2] == WITHDRAWN]
