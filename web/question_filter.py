"""Which groups of questions are asked for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from assistant.asked.groups import Group, Reason
from index import words
from web.problem import Problem

Standing = Literal["open", "settled", "all"]
STANDINGS: tuple[Standing, ...] = get_args(Standing)


@dataclass(frozen=True, slots=True)
class QuestionFilter:
    """Groups worth a look for a `reason` (any, where it is None), asked since a day, with these words."""

    reason: Reason | None = None
    since: date | None = None
    q: str = ""
    standing: Standing = "open"

    def chosen(self, groups: Iterable[Group]) -> tuple[Group, ...]:
        """Those that meet all of it, in their order."""
        wanted = words.fold(self.q).split()
        return tuple(one for one in groups if self._meets(one, wanted))

    def _meets(self, group: Group, wanted: Sequence[str]) -> bool:
        reasons = group.reasons
        if not reasons or (self.reason and self.reason not in reasons):
            return False
        if self.since and group.last < self.since:
            return False
        if self.standing != "all" and group.is_open != (self.standing == "open"):
            return False
        if not wanted:
            return True
        said = " ".join(dict.fromkeys(words.fold(one.text) for one in group.askings))
        return all(word in said for word in wanted)


def parse_filter(kind: str, since: str, q: str, standing: str) -> QuestionFilter:
    """The filter that an address asks for. Raises: Problem 422."""
    reasons: dict[str, Reason | None] = {"": None, "silent": "silent", "down": "down", "often": "often"}
    if kind not in reasons or standing not in STANDINGS:
        raise Problem(422, "form", field="state" if kind in reasons else "kind")
    return QuestionFilter(reasons[kind], _day(since), q.strip()[:200], standing)


def _day(since: str) -> date | None:
    try:
        return date.fromisoformat(since) if since else None
    except ValueError:
        raise Problem(422, "since", field="since") from None
