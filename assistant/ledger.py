"""Conversations as they were shown: an answer is kept whole and read again byte for byte."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Protocol

from pydantic import TypeAdapter

from assistant.errors import UnknownConversationError
from assistant.model import Answer, Turn
from index.conversations import StoredTurn
from index.errors import UnknownTurnError


class Kept(Protocol):
    """Where conversations are kept."""

    def begin(self) -> str: ...

    def new_id(self) -> str: ...

    def append(
        self,
        conversation: str,
        question: str,
        answer: str,
        *,
        asked_at: datetime,
        elapsed_ms: float,
        begins: bool = False,
    ) -> int: ...

    def turns(self, conversation: str) -> Sequence[StoredTurn]: ...


@cache
def _form() -> TypeAdapter[Answer]:
    return TypeAdapter(Answer)


def answer_of(kept: str) -> Answer:
    """The answer that was kept as this JSON."""
    return _form().validate_json(kept)


def answer_json(answer: Answer) -> str:
    """The answer as it is kept."""
    return _form().dump_json(answer).decode()


class Ledger:
    """The conversations of a library."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def begin(self) -> str:
        """The id of a new conversation."""
        return self._kept.begin()

    def turns(self, conversation: str) -> tuple[Turn, ...]:
        """The turns in order. Raises: UnknownConversationError."""
        try:
            kept = self._kept.turns(conversation)
        except UnknownTurnError as error:
            raise UnknownConversationError(conversation) from error
        return tuple(
            Turn(
                turn.conversation,
                turn.number,
                turn.question,
                answer_of(turn.answer),
                turn.asked_at,
                turn.elapsed_ms,
            )
            for turn in kept
        )

    def append(
        self, conversation: str | None, question: str, answer: Answer, *, at: datetime, elapsed_ms: float
    ) -> Turn:
        """The turn as it is kept from now on, of a new conversation where none is given.

        Raises: UnknownConversationError.
        """
        form = answer_json(answer)
        begins = conversation is None
        conversation = conversation or self._kept.new_id()
        try:
            number = self._kept.append(
                conversation, question, form, asked_at=at, elapsed_ms=elapsed_ms, begins=begins
            )
        except UnknownTurnError as error:
            raise UnknownConversationError(conversation) from error
        return Turn(conversation, number, question, answer, at, elapsed_ms)
