"""What people asked, ready for staff: grouped, tried again, and what it shows to be missing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Protocol

from assistant.asked.grouping import Grouping
from assistant.asked.groups import Group, groups_of, is_wanting
from assistant.asked.lacking import Lack, lacks_of
from assistant.asked.masking import masked
from assistant.asked.persons import Known, known_to
from assistant.errors import QuestionError, UnknownConversationError
from assistant.ledger import Ledger, answer_json, answer_of
from assistant.model import Answer, Turn
from assistant.text import answer_text
from index.asked import Asked, Asking, Retrial, Verdict
from index.encoder import Encoder
from index.errors import UnknownGroupError
from index.query import Vocabulary
from index.register.register import Register


class Answering(Protocol):
    """What answers without keeping anything."""

    def answer(self, question: str, earlier: Sequence[Turn] = ()) -> Answer: ...


class Registers(Protocol):
    def now(self) -> Register: ...


class Holdings(Vocabulary, Protocol):
    """The library's words, and the number that grows with every change to it."""

    def generation(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Compared:
    """A wording with the answer that was shown and, where it was tried again, that of now."""

    asking: Asking
    before: Answer
    after: Answer | None
    retrial: Retrial | None


class Questions:
    """The questions asked of a library. Raises: StoreError, in every method."""

    def __init__(
        self,
        asked: Asked,
        ledger: Ledger,
        assistant: Answering,
        *,
        encoder: Encoder,
        library: Holdings,
        registers: Registers,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._asked, self._ledger, self._assistant = asked, ledger, assistant
        self._library, self._registers, self._today = library, registers, today
        self._grouping = Grouping(asked, ledger, encoder, known=self._known)

    def use(self, encoder: Encoder) -> None:
        """From now on another encoder's vectors are compared; those held are made again when they are."""
        self._grouping.use(encoder)

    def take_in(self, *, within_s: float = 2.0) -> int:
        """How many questions wait to be put in a group when the time is over."""
        return self._grouping.take_in(within_s=within_s)

    def groups(self) -> tuple[Group, ...]:
        """Every group, what wanted an answer most often first."""
        return groups_of(self._askings(), self._asked.decisions(), self._asked.retrials())

    def group(self, id: int) -> Group:
        """Raises: UnknownGroupError."""
        decisions = self._asked.decisions()
        found = groups_of(self._askings(id), decisions, self._asked.retrials())
        if not found:
            raise UnknownGroupError(id)
        return found[0]

    def compared(self, group: Group, most: int) -> tuple[Compared, ...]:
        """Its newest wordings with what was answered and what is answered now. What people typed is struck
        out of our own words too."""
        compared = (self._compared(one, group.retrials.get(one.wording)) for one in group.newest[:most])
        return tuple(one for one in compared if one is not None)

    def to_try(self, *, group: int | None = None, stale: bool = False) -> tuple[Asking, ...]:
        """The newest asking of each wording that may be tried again: of one group, or of all open ones whose
        asker went without an answer; with `stale`, only those not tried since the library changed.

        Raises: UnknownGroupError.
        """
        if group is not None:
            return self.group(group).newest
        generation = self._library.generation()
        return tuple(
            asking
            for one in self.groups()
            if one.is_open
            for asking in one.newest
            if is_wanting(asking) and not (stale and _is_fresh(one, asking, generation))
        )

    def attempt(self, asking: Asking) -> Retrial | None:
        """What is answered now, which is kept with the wording; None where the question has gone."""
        generation = self._library.generation()
        told = self._turn(asking)
        if told is None:
            return None
        earlier, turn = told
        try:
            answer = self._assistant.answer(turn.question, earlier)
        except QuestionError:
            # What may be asked was wider once.
            return None
        verdict = _verdict(turn.answer, answer)
        retrial = Retrial(asking.wording, generation, datetime.now(UTC), verdict, answer_json(answer))
        self._asked.tried((retrial,))
        return retrial

    def lacks(self, groups: Sequence[Group]) -> tuple[Lack, ...]:
        """What these ask for that the library does not say, the most asked for first."""
        return lacks_of(groups, self._registers.now(), self._library, today=self._today())

    def is_stale(self, retrial: Retrial) -> bool:
        """Whether the library has changed since."""
        return retrial.generation != self._library.generation()

    def _compared(self, asking: Asking, retrial: Retrial | None) -> Compared | None:
        told = self._turn(asking)
        if told is None:
            return None
        known = self._known()
        after = _struck(answer_of(retrial.answer), known) if retrial else None
        return Compared(asking, _struck(told[1].answer, known), after, retrial)

    def _known(self) -> Known:
        """Whom the library names: others are not shown."""
        return known_to(self._registers.now())

    def _askings(self, group: int | None = None) -> list[Asking]:
        """What was asked, with what was said of the answers as it may be shown."""
        return [
            replace(one, comment=masked(one.comment, self._known())) if one.comment else one
            for one in self._asked.askings(group)
        ]

    def _turn(self, asking: Asking) -> tuple[tuple[Turn, ...], Turn] | None:
        try:
            turns = self._ledger.turns(asking.conversation)
        except UnknownConversationError:
            return None
        earlier = tuple(one for one in turns if one.number < asking.turn)
        return next(((earlier, one) for one in turns if one.number == asking.turn), None)


def _is_fresh(group: Group, asking: Asking, generation: int) -> bool:
    tried = group.retrials.get(asking.wording)
    return tried is not None and tried.generation == generation


def _verdict(before: Answer, after: Answer) -> Verdict:
    if after.kind == "abstention":
        return "silent"
    if before.kind == "abstention":
        return "answered"
    same = answer_text(before) == answer_text(after) and _names(before) == _names(after)
    return "same" if same else "otherwise"


def _names(answer: Answer) -> list[str]:
    return [item.name for item in answer.items]


def _struck(answer: Answer, known: Known) -> Answer:
    """The answer without what whoever asked may have typed of themselves: quotes are the library's own."""
    return replace(
        answer,
        abstention=masked(answer.abstention, known),
        notes=tuple(masked(one, known) for one in answer.notes),
        suggestions=tuple(masked(one, known) for one in answer.suggestions),
    )
