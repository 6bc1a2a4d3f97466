"""The statuses of all clusters by their dates, so that thousands are compared with a date at once."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from documents.moments import Moment
from index.register.model import Conditions, Fact
from index.register.statuses import Standing, round_key

ANY = "*"
# Before a word, any label that has it in its name: "* Label".
ANY_WITH = "* "
# Between the keys of labels any of which is asked for.
EITHER = "|"
Mask = NDArray[np.bool_]


def fits(label: str, asked: str) -> bool:
    """Whether a label's key is the one asked for, or one of several: ANY and ANY_WITH ask for many."""
    if EITHER in asked:
        return label in asked.split(EITHER)
    if asked.startswith(ANY_WITH):
        return asked.removeprefix(ANY_WITH).casefold() in label.casefold().split()
    return asked in ("", ANY, label)


class Calendar:
    """Finds the statuses that meet conditions. `standings` belong to the clusters by their places."""

    def __init__(self, standings: Sequence[Sequence[Standing]]) -> None:
        pairs = [(at, one) for at, found in enumerate(standings) for one in found]
        self._standings = [one for _, one in pairs]
        self._shown = [one.shown for one in self._standings]
        self._places = np.array([at for at, _ in pairs], dtype=np.int64)
        self._labels = np.array([one.fact.value for one in self._standings], dtype=object)
        self._known = {one.fact.value for one in self._standings}
        self._rounds = np.array([round_key(one.fact.qualifier) for one in self._standings], dtype=object)
        self._first = np.array([one.first.toordinal() for one in self._standings], dtype=np.int64)
        self._last = np.array([one.last.toordinal() for one in self._standings], dtype=np.int64)
        self._until = _bounds([one.until for one in self._standings])
        self._since = _bounds([one.fact.since for one in self._standings])
        self._taken = np.array([one.withdrawn is not None for one in self._standings], dtype=np.bool_)

    def meeting(
        self, conditions: Conditions, today: date, *, among: Collection[int] | None = None
    ) -> dict[int, tuple[Fact, ...]]:
        """For each cluster with statuses that meet what is asked of one, their facts: those that hold today
        first, then the latest. With `among`, only clusters at those places."""
        asked = self._asked(conditions)
        if among is not None:
            asked &= np.isin(self._places, list(among))
        met = asked.copy()
        for mask in self._dated(conditions):
            met &= mask
        if conditions.ended_by is not None:
            # Nothing of it may still run.
            met &= ~np.isin(
                self._places, self._places[asked & (self._last > conditions.ended_by.toordinal())]
            )
        if conditions.lost:
            kept = self._asked(Conditions(status=conditions.status, kept=True))
            if conditions.ends_in is not None:
                last = conditions.ends_in.last.toordinal()
                met &= ~np.isin(self._places, self._places[kept & (self._last > last)])
            elif conditions.round:
                met &= self._is_last(kept) & (self._last < today.toordinal())
        return self._facts(met, today.toordinal())

    def _is_last(self, kept: Mask) -> Mask:
        """Of each standing whether its cluster has none of its label, among `kept`, that ends later."""
        last: Mask = np.ones(len(self._standings), dtype=np.bool_)
        for label in self._known:
            own = self._labels == label
            latest = np.zeros(self._places.max(initial=-1) + 1, dtype=np.int64)
            np.maximum.at(latest, self._places[kept & own], self._last[kept & own])
            last[own] = latest[self._places[own]] <= self._last[own]
        return last

    def _asked(self, conditions: Conditions) -> Mask:
        asked: Mask = np.ones(len(self._standings), dtype=np.bool_)
        if conditions.status not in ("", ANY):
            asked &= np.isin(self._labels, [one for one in self._known if fits(one, conditions.status)])
        if conditions.round:
            asked &= self._rounds == round_key(conditions.round)
        times = (conditions.valid_on, conditions.valid_during, conditions.ended_by, conditions.begins_in)
        if conditions.kept or (not any(times) and not conditions.round):
            # A status taken away is none, unless a time or a round is asked about in which it was given.
            asked &= ~self._taken
        return asked

    def _dated(self, conditions: Conditions) -> Iterator[Mask]:
        if conditions.valid_on is not None:
            yield self._overlaps(Moment.day(conditions.valid_on))
        if conditions.valid_during is not None:
            yield self._overlaps(conditions.valid_during)
        if conditions.ends_in is not None:
            yield _within(self._until, conditions.ends_in)
        if conditions.begins_in is not None:
            yield _within(self._since, conditions.begins_in)
        if conditions.ends_after is not None:
            yield (self._until[:, 0] > 0) & (self._last > conditions.ends_after.toordinal())

    def _overlaps(self, when: Moment) -> Mask:
        overlaps: Mask = (self._first <= when.last.toordinal()) & (self._last >= when.first.toordinal())
        return overlaps

    def _facts(self, met: Mask, today: int) -> dict[int, tuple[Fact, ...]]:
        holding = met & (self._first <= today) & (today <= self._last)
        found: dict[int, tuple[Fact, ...]] = {}
        for mask in (holding, met & ~holding):
            chosen = np.flatnonzero(mask)
            for at, one in zip(self._places[chosen].tolist(), chosen.tolist(), strict=True):
                fact, held = self._shown[one], found.get(at)
                if held is None:
                    found[at] = (fact,)
                elif all(_validity(fact) != _validity(other) for other in held):
                    found[at] = (*held, fact)
        return found


def _validity(fact: Fact) -> tuple[object, ...]:
    return fact.value, fact.qualifier, fact.since, fact.until


def _bounds(moments: Sequence[Moment | None]) -> NDArray[np.int64]:
    """int64 (n, 2): the first and the last day of each; 0 where there is none."""
    listed = [(one.first.toordinal(), one.last.toordinal()) if one else (0, 0) for one in moments]
    return np.array(listed, dtype=np.int64).reshape(-1, 2)


def _within(bounds: NDArray[np.int64], when: Moment) -> Mask:
    within: Mask = (bounds[:, 0] >= when.first.toordinal()) & (bounds[:, 1] <= when.last.toordinal())
    return within
