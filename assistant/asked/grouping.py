"""Questions put together as they come in: each joins a group whose first it is like, or begins one."""

import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from assistant.asked.likeness import Meaning, alike, keys_of, meaning
from assistant.asked.masking import masked
from assistant.asked.persons import NOBODY, Known
from assistant.conversation import resolve
from assistant.errors import UnknownConversationError
from assistant.ledger import Ledger
from assistant.model import Turn
from assistant.question import understand
from index import words
from index.asked import Asked, Wording
from index.conversations import StoredTurn
from index.embedding import stamp
from index.encoder import Encoder, Vectors

# Turns looked at in one go.
AT_ONCE = 500


@dataclass(slots=True)
class Leaders:
    """The first question of each group, found by the words that one like it must share."""

    wordings: list[Wording] = field(default_factory=list)
    _words: list[int] = field(default_factory=list)
    _by_key: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, wording: Wording) -> None:
        keys = keys_of(meaning(wording.text))
        for key in frozenset().union(*keys):
            self._by_key[key].append(len(self.wordings))
        self._words.append(len(keys))
        self.wordings.append(wording)

    def like(self, text: str, vector: Vectors) -> Wording | None:
        """The nearest of those that mean the same."""
        mine = meaning(text)
        best: tuple[float, Wording] | None = None
        for other in self._near(mine):
            cosine = float(vector @ other.vector)
            if (best is None or cosine > best[0]) and alike(mine, meaning(other.text), cosine):
                best = cosine, other
        return best[1] if best else None

    def _near(self, mine: Meaning) -> list[Wording]:
        """Those whose words are all met by this one's, or meet all of them."""
        keys = keys_of(mine)
        met: Counter[int] = Counter()
        for word in keys:
            met.update({place for key in word for place in self._by_key.get(key, ())})
        return [
            self.wordings[place]
            for place, count in sorted(met.items())
            if count >= len(keys) or count >= self._words[place]
        ]


class Grouping:
    """Takes in what was asked. Safe to use from several threads: one at a time works."""

    def __init__(
        self, asked: Asked, ledger: Ledger, encoder: Encoder, *, known: Callable[[], Known] = lambda: NOBODY
    ) -> None:
        self._asked, self._ledger, self._encoder, self._known = asked, ledger, encoder, known
        self._lock = threading.Lock()

    def use(self, encoder: Encoder) -> None:
        """From now on questions are compared by another encoder's vectors."""
        with self._lock:
            self._encoder = encoder

    def take_in(self, *, within_s: float = 2.0) -> int:
        """How many questions are left over when all are taken in or the time is."""
        until = time.monotonic() + within_s
        with self._lock:
            waiting = self._asked.waiting(AT_ONCE)
            leaders = _leaders(self._asked.leaders(self._encoder)) if waiting else Leaders()
            while waiting and self._some(waiting, leaders, until):
                waiting = self._asked.waiting(AT_ONCE)
            return self._asked.waiting_count() if waiting else 0

    def _some(self, waiting: Sequence[StoredTurn], leaders: Leaders, until: float) -> bool:
        """Whether there was time for all of these, and any could be taken in."""
        taken = False
        for turn in waiting:
            taken = self._one(turn, leaders) or taken
            if time.monotonic() > until:
                return False
        return taken

    def _one(self, turn: StoredTurn, leaders: Leaders) -> bool:
        told = self._read(turn)
        if told is None:
            return False
        earlier, asked = told
        text = wording_of(asked.question, [one.question for one in earlier], self._known())
        folded = " ".join(map(words.fold, words.tokenize(text)))
        vector = self._encoder.embed_query(text) if self._asked.wording(folded) is None else None
        like = leaders.like(text, vector) if vector is not None else None
        put = self._asked.put(
            turn,
            (text, folded),
            (asked.answer.kind, asked.answer.language),
            like=like,
            vector=vector,
            model=stamp(self._encoder),
        )
        if put is not None and vector is not None and like is None:
            leaders.add(put)
        return put is not None

    def _read(self, turn: StoredTurn) -> tuple[tuple[Turn, ...], Turn] | None:
        try:
            turns = self._ledger.turns(turn.conversation)
        except UnknownConversationError:
            # It was removed since it was read.
            return None
        before = tuple(one for one in turns if one.number < turn.number)
        return next(((before, one) for one in turns if one.number == turn.number), None)


def wording_of(question: str, earlier: Sequence[str], known: Known = NOBODY) -> str:
    """The question as staff may see it, with what it leaves to those before it, in brackets."""
    subject = resolve(understand(question), earlier).subject if earlier else ""
    return masked(f"{question} ({subject})" if subject else question, known)


def _leaders(wordings: Iterable[Wording]) -> Leaders:
    leaders = Leaders()
    for one in wordings:
        leaders.add(one)
    return leaders
