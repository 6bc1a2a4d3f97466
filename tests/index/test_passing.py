"""Conversations that are not kept."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.errors import UnknownTurnError
from index.passing import PassingConversations
from index.store import Store

ASKED = datetime(2025, 6, 1, 12, 30, tzinfo=UTC)


def say(conversations: PassingConversations, conversation: str, question: str) -> int:
    return conversations.append(conversation, question, "{}", asked_at=ASKED, elapsed_ms=1.0)


def test_a_conversation_goes_on_while_its_person_is_there_and_ends_an_hour_after() -> None:
    now = [0.0]
    passing = PassingConversations(patience_s=3600, clock=lambda: now[0])
    talk = passing.begin()
    say(passing, talk, "Kto?")
    now[0] = 3000
    say(passing, talk, "A gdzie?")
    now[0] = 6000

    assert [turn.question for turn in passing.turns(talk)] == ["Kto?", "A gdzie?"]
    now[0] = 9601
    with pytest.raises(UnknownTurnError):
        passing.turns(talk)


def test_the_memory_is_bounded_and_the_conversation_left_longest_goes_first() -> None:
    passing = PassingConversations(most_chars=100)
    talks = [passing.begin() for _ in range(3)]
    for talk in talks:
        say(passing, talk, "x" * 40)

    assert passing.count() == 2
    with pytest.raises(UnknownTurnError):
        passing.turns(talks[0])


def test_a_conversation_is_removed_by_its_id_alone() -> None:
    passing = PassingConversations()
    talk = passing.begin()

    assert passing.remove(talk)
    assert not passing.remove(talk)


def test_nothing_that_is_asked_is_written_anywhere(tmp_path: Path) -> None:
    store = Store(tmp_path / "library.sqlite", keeps_conversations=False)
    talk = store.conversations.new_id()
    store.conversations.append(talk, "tajemnica bartnika", "{}", asked_at=ASKED, elapsed_ms=1.0, begins=True)
    assert store.conversations.rate(talk, 1, useful=False, comment="tajemnica bartnika")
    store.close()

    assert len(list(tmp_path.iterdir())) >= 1
    assert not any(b"tajemnica" in path.read_bytes() for path in tmp_path.iterdir())
