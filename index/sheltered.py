"""Conversations that go on where the disk takes nothing more: what cannot be kept is held in memory."""

import logging
from contextlib import suppress
from datetime import datetime

from index.conversations import Conversations, StoredTurn
from index.database import Database
from index.errors import FullDiskError, UnknownTurnError, UnwritableStoreError
from index.passing import PassingConversations

_log = logging.getLogger("klastrownik")


class ShelteredConversations(Conversations):
    """Conversations as they are kept. A full or read-only disk keeps nobody from asking: such a conversation
    goes on in memory, with the turns that were kept of it, and ends with the process."""

    def __init__(self, database: Database, shelter: PassingConversations | None = None) -> None:
        super().__init__(database)
        self._shelter = shelter or PassingConversations()

    def append(
        self,
        conversation: str,
        question: str,
        answer: str,
        *,
        asked_at: datetime,
        elapsed_ms: float,
        begins: bool = False,
    ) -> int:
        """The number of the turn that was added. Raises: UnknownTurnError."""
        with suppress(UnknownTurnError):
            return self._shelter.append(
                conversation, question, answer, asked_at=asked_at, elapsed_ms=elapsed_ms
            )
        try:
            return super().append(
                conversation, question, answer, asked_at=asked_at, elapsed_ms=elapsed_ms, begins=begins
            )
        except (FullDiskError, UnwritableStoreError) as error:
            _log.warning("an answer was given and not kept: %s", error)
            self._take_in(conversation, () if begins else super().turns(conversation))
            return self._shelter.append(
                conversation, question, answer, asked_at=asked_at, elapsed_ms=elapsed_ms, begins=begins
            )

    def turns(self, conversation: str) -> tuple[StoredTurn, ...]:
        """The turns in order. Raises: UnknownTurnError."""
        with suppress(UnknownTurnError):
            return self._shelter.turns(conversation)
        return super().turns(conversation)

    def rate(self, conversation: str, turn: int, *, useful: bool, comment: str = "") -> bool:
        """Whether there is such a turn; what is thought of one that is not kept is not kept either."""
        if self._shelter.rate(conversation, turn, useful=useful, comment=comment):
            return True
        return super().rate(conversation, turn, useful=useful, comment=comment)

    def remove(self, conversation: str) -> bool:
        """Whether there was such a conversation; it is gone, from memory and from the file."""
        sheltered = self._shelter.remove(conversation)
        return super().remove(conversation) or sheltered

    def _take_in(self, conversation: str, kept: tuple[StoredTurn, ...]) -> None:
        for one in kept:
            self._shelter.append(
                conversation,
                one.question,
                one.answer,
                asked_at=one.asked_at,
                elapsed_ms=one.elapsed_ms,
                begins=one.number == kept[0].number,
            )
