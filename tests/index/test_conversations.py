"""Conversations: kept as they were shown."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from index.conversations import Conversations, StoredTurn
from index.errors import UnknownTurnError
from index.store import Store

ASKED = datetime(2025, 6, 1, 12, 30, tzinfo=UTC)


@pytest.fixture
def conversations(tmp_path: Path) -> Iterator[Conversations]:
    store = Store(tmp_path / "library.sqlite")
    yield store.kept_conversations
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


def test_a_removed_conversation_takes_its_feedback_along_and_leaves_no_word_in_the_file(
    tmp_path: Path,
) -> None:
    store = Store(tmp_path / "library.sqlite")
    one, other = (store.conversations.begin() for _ in range(2))
    for talk, question in ((one, "tajemnica bartnika"), (other, "Kto?")):
        store.conversations.append(talk, question, "{}", asked_at=ASKED, elapsed_ms=1.0)
    store.conversations.rate(one, 1, useful=False, comment="tajemnica kowala")
    gone = store.conversations.remove(one), store.conversations.remove(one)
    # At once, and not when the library is closed.
    left = [path for path in tmp_path.iterdir() if b"tajemnica" in path.read_bytes()]
    store.close()

    assert gone == (True, False)
    assert left == []


def test_only_conversations_left_before_a_moment_are_removed_and_some_at_a_time(tmp_path: Path) -> None:
    store = Store(tmp_path / "library.sqlite")
    now = datetime.now(UTC)
    for days in (100, 95, 91, 10):
        talk = store.conversations.begin()
        for earlier in (100, days):
            asked = now - timedelta(days=earlier)
            question = f"tajemnica sprzed {days} dni"
            store.conversations.append(talk, question, "{}", asked_at=asked, elapsed_ms=1.0)
    with store.database.writing() as connection:
        connection.execute(
            "UPDATE conversations SET created_at = ?", ((now - timedelta(days=101)).isoformat(),)
        )
    before = now - timedelta(days=90)
    removed = [store.conversations.remove_before(before, most=2) for _ in range(3)]
    left = store.conversations.count()
    content = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    store.close()

    assert removed == [2, 1, 0]
    assert left == 1
    assert [days for days in (100, 95, 91, 10) if f"sprzed {days} dni".encode() in content] == [10]


def test_whoever_removes_all_conversations_is_written_down_without_their_words(tmp_path: Path) -> None:
    store = Store(tmp_path / "library.sqlite")
    talk = store.conversations.begin()
    store.conversations.append(talk, "tajemnica", "{}", asked_at=ASKED, elapsed_ms=1.0)
    removed = store.conversations.remove_all(by="Ada")
    (record,) = store.audit.records()
    store.close()

    assert (removed, record.by, record.action) == (1, "Ada", "conversations.removed")
    assert dict(record.details) == {"conversations": 1}
