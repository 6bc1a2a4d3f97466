"""Conversations: kept as they were shown."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.conversations import Conversations, StoredTurn
from index.errors import UnknownTurnError
from index.store import Store

ASKED = datetime(2025, 6, 1, 12, 30, tzinfo=UTC)


@pytest.fixture
def conversations(tmp_path: Path) -> Iterator[Conversations]:
    store = Store(tmp_path / "library.sqlite")
    yield store.conversations
    store.close()


def test_turns_are_numbered_from_one_in_their_own_conversation(conversations: Conversations) -> None:
    first, second = conversations.begin(), conversations.begin()
    numbers = [
        conversations.append(one, "Co?", "{}", asked_at=ASKED, elapsed_ms=1.0)
        for one in (first, first, second)
    ]

    assert numbers == [1, 2, 1]


def test_a_turn_comes_out_as_it_went_in(conversations: Conversations) -> None:
    one = conversations.begin()
    conversations.append(one, "Kto żył?", '{"ł": 1}', asked_at=ASKED, elapsed_ms=12.5)

    assert conversations.turns(one) == (StoredTurn(one, 1, "Kto żył?", '{"ł": 1}', ASKED, 12.5),)


def test_an_unknown_conversation_is_said_so(conversations: Conversations) -> None:
    with pytest.raises(UnknownTurnError):
        conversations.turns("nobody")
    with pytest.raises(UnknownTurnError):
        conversations.append("nobody", "Co?", "{}", asked_at=ASKED, elapsed_ms=1.0)


def test_a_turn_is_rated_once_and_the_last_rating_holds(conversations: Conversations, tmp_path: Path) -> None:
    one = conversations.begin()
    conversations.append(one, "Co?", "{}", asked_at=ASKED, elapsed_ms=1.0)

    assert conversations.rate(one, 1, useful=True)
    assert conversations.rate(one, 1, useful=False, comment="nie to")
    assert not conversations.rate(one, 2, useful=True)

    store = Store(tmp_path / "library.sqlite")
    with store.database.reading() as connection:
        rows = connection.execute("SELECT turn, useful, comment FROM feedback").fetchall()
    store.close()
    assert [tuple(row) for row in rows] == [(1, 0, "nie to")]
