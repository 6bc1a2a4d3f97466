"""Conversations that are not kept: in memory, for as long as whoever asks is there."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from index.conversations import Conversations, StoredTurn
from index.errors import UnknownTurnError

# How long after its last question a conversation can be gone on with.
PATIENCE_S = 3_600.0
# Characters of questions and answers that are held together; the conversation left longest goes first.
MOST_CHARS = 50_000_000


@dataclass(slots=True)
class _Talk:
    """The turns of a conversation, and when the last was added or looked at."""

    seen: float
    turns: list[StoredTurn] = field(default_factory=list)
    chars: int = 0


class PassingConversations:
    """Stands in for `Conversations` where nothing is to be kept: no word of a question goes to the disk.

    Safe to use from several threads; another process does not see them, and the end of this one ends them.
    """

    def __init__(
        self,
        *,
        patience_s: float = PATIENCE_S,
        most_chars: int = MOST_CHARS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._talks: OrderedDict[str, _Talk] = OrderedDict()
        self._patience_s, self._most_chars, self._clock = patience_s, most_chars, clock
        self._chars = 0
        self._lock = threading.Lock()

    def begin(self) -> str:
        """The id of a new conversation, which nobody can guess."""
        conversation = self.new_id()
        with self._lock:
            self._talks[conversation] = _Talk(self._clock())
        return conversation

    @staticmethod
    def new_id() -> str:
        """An id for a conversation that is to begin with its first turn."""
        return Conversations.new_id()

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
        with self._lock:
            if begins:
                self._talks[conversation] = _Talk(self._clock())
            talk = self._found(conversation)
            number = len(talk.turns) + 1
            talk.turns.append(StoredTurn(conversation, number, question, answer, asked_at, elapsed_ms))
            talk.chars += len(question) + len(answer)
            self._chars += len(question) + len(answer)
            while self._chars > self._most_chars and len(self._talks) > 1:
                self._forget(next(iter(self._talks)))
            return number

    def turns(self, conversation: str) -> tuple[StoredTurn, ...]:
        """The turns in order. Raises: UnknownTurnError."""
        with self._lock:
            return tuple(self._found(conversation).turns)

    def rate(self, conversation: str, turn: int, *, useful: bool, comment: str = "") -> bool:
        """Whether there is such a turn; what is thought of it is not kept either."""
        with self._lock:
            return 0 < turn <= len(self._found_or_none(conversation))

    def remove(self, conversation: str) -> bool:
        """Whether there was such a conversation; it is gone."""
        with self._lock:
            self._forget_old()
            return self._forget(conversation)

    def remove_all(self, *, by: str) -> int:
        """How many conversations there were; none is left. It is not written down: nothing was kept."""
        with self._lock:
            gone = len(self._talks)
            self._talks.clear()
            self._chars = 0
            return gone

    def remove_before(self, moment: datetime, *, most: int = 0) -> int:
        """None: they go by themselves."""
        with self._lock:
            self._forget_old()
            return 0

    def count(self) -> int:
        """How many conversations are held."""
        with self._lock:
            self._forget_old()
            return len(self._talks)

    def _found(self, conversation: str) -> _Talk:
        self._forget_old()
        talk = self._talks.get(conversation)
        if talk is None:
            raise UnknownTurnError(conversation)
        talk.seen = self._clock()
        self._talks.move_to_end(conversation)
        return talk

    def _found_or_none(self, conversation: str) -> list[StoredTurn]:
        self._forget_old()
        talk = self._talks.get(conversation)
        return talk.turns if talk else []

    def _forget_old(self) -> None:
        """Forget those left too long ago, which stand first."""
        until = self._clock() - self._patience_s
        while self._talks and (first := next(iter(self._talks.items())))[1].seen < until:
            self._forget(first[0])

    def _forget(self, conversation: str) -> bool:
        talk = self._talks.pop(conversation, None)
        self._chars -= talk.chars if talk else 0
        return talk is not None
