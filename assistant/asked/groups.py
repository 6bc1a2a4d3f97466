"""Groups of like questions, as staff look at them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Literal

from index.asked import Asking, Decision, Retrial, Verdict

# Why a group is worth a look: the library was silent, an answer was rated down, it is asked again and again.
Reason = Literal["silent", "down", "often"]
REASONS: tuple[Reason, ...] = ("silent", "down", "often")
# From this many times on a question is asked often.
OFTEN = 3


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that mean the same. `askings` are all of them, the newest first; `retrials` what their
    wordings were answered when they were tried last, by the wording's id."""

    id: int
    askings: tuple[Asking, ...]
    decision: Decision
    retrials: Mapping[int, Retrial]

    @property
    def text(self) -> str:
        """The wording that was used most, of several the newest."""
        return Counter(one.text for one in self.askings).most_common(1)[0][0]

    @property
    def count(self) -> int:
        return len(self.askings)

    @property
    def silent(self) -> int:
        """How often the library did not say."""
        return sum(one.kind == "abstention" for one in self.askings)

    @property
    def down(self) -> int:
        """How often an answer was rated down."""
        return sum(one.useful is False for one in self.askings)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why it is worth a look; none for what was answered now and then."""
        found = {"silent": self.silent, "down": self.down, "often": self.count >= OFTEN}
        return tuple(one for one in REASONS if found[one])

    @property
    def first(self) -> date:
        return self.askings[-1].asked_at.date()

    @property
    def last(self) -> date:
        return self.askings[0].asked_at.date()

    @property
    def languages(self) -> tuple[str, ...]:
        """Those it was asked in, the most frequent first."""
        return tuple(one for one, _ in Counter(one.language for one in self.askings).most_common())

    @property
    def comments(self) -> tuple[str, ...]:
        """What was said of answers rated down, the newest first."""
        return tuple(
            dict.fromkeys(one.comment for one in self.askings if one.useful is False and one.comment)
        )

    @property
    def newest(self) -> tuple[Asking, ...]:
        """The newest asking of each wording, the newest first."""
        found: dict[int, Asking] = {}
        for one in self.askings:
            found.setdefault(one.wording, one)
        return tuple(found.values())

    @property
    def is_open(self) -> bool:
        """Whether it waits for staff: nothing was said of it, or it came again since."""
        at = self.decision.at
        if not self.decision.settled or at is None:
            return True
        again = [one for one in self.askings if one.asked_at > at]
        wanting = [one for one in again if is_wanting(one)]
        return bool(wanting if self.silent or self.down else again)

    @property
    def verdict(self) -> Verdict | None:
        """What trying again came to: the worst of its wordings that wanted an answer; None before a trial.

        Whoever asked after all that were left without an answer, and was told, tried it as well.
        """
        if self._was_told_since:
            return "answered"
        wanted = {one.wording for one in self.askings if is_wanting(one)}
        tried = {one.verdict for id, one in self.retrials.items() if id in wanted or not wanted}
        order: tuple[Verdict, ...] = ("silent", "same", "otherwise", "answered")
        return next((one for one in order if one in tried), None)

    @property
    def _was_told_since(self) -> bool:
        """Whether the library said it when it was asked last, after it had not, and after all trials."""
        silent = [one.asked_at for one in self.askings if one.kind == "abstention"]
        newest = self.askings[0]
        if not silent or is_wanting(newest):
            return False
        return all(
            newest.asked_at > at for at in (*silent, *(one.tried_at for one in self.retrials.values()))
        )


def is_wanting(asking: Asking) -> bool:
    """Whether whoever asked went without a good answer."""
    return asking.kind == "abstention" or asking.useful is False


def groups_of(
    askings: Iterable[Asking], decisions: Mapping[int, Decision], retrials: Mapping[int, Retrial]
) -> tuple[Group, ...]:
    """The groups, what wanted an answer most often first, then what was asked most and last."""
    # Sorting is stable: within a group the newest stays first.
    ordered = sorted(askings, key=attrgetter("group"))
    found = (
        _group(id, tuple(some), decisions[id], retrials)
        for id, some in groupby(ordered, attrgetter("group"))
        # One may have gone between two looks into the store.
        if id in decisions
    )
    return tuple(sorted(found, key=_rank, reverse=True))


def _rank(group: Group) -> tuple[int, int, date, int]:
    return group.silent + group.down, group.count, group.last, group.id


def _group(id: int, askings: Sequence[Asking], decision: Decision, retrials: Mapping[int, Retrial]) -> Group:
    tried = {one.wording: retrials[one.wording] for one in askings if one.wording in retrials}
    return Group(id, tuple(askings), decision, tried)
