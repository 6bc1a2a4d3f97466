"""Conversations: an answer is kept whole and read again as it was."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.errors import UnknownConversationError
from assistant.ledger import Ledger
from assistant.model import Answer, Citation, Coverage, Item, Statement, Turn
from documents.model import Span
from index.store import Store

CITATION = Citation(1, "d1", "ster.md", "Ster", "https://ster.example", 3, "str. 3", 5, 12, "Ster  „x”", True)
WHOLE = Answer(
    "pl",
    "list",
    (Statement((1,), exact="12 maja", framing="Runda", quote="Ster\n„x”", marks=(Span(0, 4), Span(5, 8))),),
    (Item("Lniana Nić", (1,), aliases=("LN",), details={"status": "KKK"}, reason="bo <b>len</b>"),),
    citations=(CITATION,),
    coverage=Coverage(1, 4, 1),
    notes=("Uwaga\u2060.",),
    suggestions=("Kto?",),
)
SILENT = Answer("en", "abstention", abstention="The library does not say.", citations=(CITATION,))
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "library.sqlite")
    yield made
    made.close()


@pytest.fixture
def ledger(store: Store) -> Ledger:
    return Ledger(store.conversations)


def put(ledger: Ledger, conversation: str, answer: Answer = WHOLE) -> Turn:
    return ledger.append(conversation, "Które klastry?", answer, at=NOON, elapsed_ms=1.5)


@pytest.mark.parametrize("answer", [WHOLE, SILENT])
def test_an_answer_is_read_again_as_it_was(ledger: Ledger, answer: Answer) -> None:
    shown = put(ledger, ledger.begin(), answer)

    assert ledger.turns(shown.conversation) == (shown,)


def test_complaint_2_an_answer_is_the_same_byte_for_byte_after_a_restart(
    store: Store, ledger: Ledger
) -> None:
    conversation = ledger.begin()
    put(ledger, conversation)
    (kept,) = store.conversations.turns(conversation)
    with closing(Store(store.path)) as reopened:
        (read,) = Ledger(reopened.conversations).turns(conversation)
    ledger.append(conversation, "Które klastry?", read.answer, at=NOON, elapsed_ms=1.5)

    assert store.conversations.turns(conversation)[1].answer == kept.answer


def test_turns_are_numbered_from_one_in_their_order(ledger: Ledger) -> None:
    conversation = ledger.begin()
    numbers = [put(ledger, conversation).number for _ in range(3)]

    assert numbers == [1, 2, 3]
    assert [turn.number for turn in ledger.turns(conversation)] == numbers


def test_conversations_do_not_mix(ledger: Ledger) -> None:
    mine, theirs = ledger.begin(), ledger.begin()
    put(ledger, mine)

    assert mine != theirs
    assert ledger.turns(theirs) == ()


def test_an_unknown_conversation_is_named(ledger: Ledger) -> None:
    with pytest.raises(UnknownConversationError) as caught:
        ledger.turns("nobody")

    assert caught.value.conversation == "nobody"


def test_nothing_is_added_to_an_unknown_conversation(ledger: Ledger) -> None:
    with pytest.raises(UnknownConversationError):
        put(ledger, "nobody")
