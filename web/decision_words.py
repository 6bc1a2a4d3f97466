"""Decisions of staff in words, and how each stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from index.register.model import Cluster, Fact
from index.register.register import Register
from index.review.model import Decision, OnFact, OnNames, Told
from index.review.review import Review
from web.api.fact_json import named_value
from web.i18n import Texts
from web.picture.timeline import period

# How a decision stands: it holds; it holds by words that only an earlier version of its document has, and
# nobody has looked at it since; another took its place; its document does not say it any more, or is removed;
# somebody undid it.
Stands = Literal["holds", "kept", "replaced", "lost", "removed", "undone"]
STANDS: tuple[Stands, ...] = ("holds", "kept", "lost", "removed", "replaced", "undone")


def standing(
    review: Review, decisions: Sequence[Decision], register: Register
) -> list[tuple[Decision, Stands]]:
    """How each of the decisions stands now, in that register."""
    counting = {one.id for one in review.counting()}
    live = [one for one in decisions if one.id in counting]
    told = told_by(register)
    elsewhere = [one for one in live if one.id not in told and not register.rejects(one.id)]
    said = {pin.decision.id for pin in review.pins(elsewhere) if pin.sources and not pin.is_kept}
    held = review.held({one.matter.document for one in elsewhere} - {""})
    known = _Known(told, frozenset(said), held, register)
    return [(one, known.stands(one, counting=one.id in counting)) for one in decisions]


@lru_cache(maxsize=2)
def told_by(register: Register) -> Mapping[int, tuple[Cluster, Fact]]:
    """By decision a fact that is told by it, and whose it is; looked up once for each register."""
    return {
        fact.decision: (cluster, fact)
        for cluster in register.clusters
        for fact in cluster.facts
        if fact.decision
    }


def kept_decisions(review: Review, register: Register) -> int:
    """How many decisions hold by words of earlier versions, and nobody has looked at them since."""
    kept = {id: fact for id, (_, fact) in told_by(register).items() if fact.source.version}
    if not kept:
        return 0
    return sum(one.id in kept and is_unseen(one, kept[one.id]) for one in review.counting())


def is_unseen(decision: Decision, fact: Fact) -> bool:
    """Whether a decision was made before its document had lost the words that the fact is told by."""
    return bool(fact.source.version) and decision.at < fact.source.document.added_at


def decision_words(decision: Decision, t: Texts) -> tuple[str, str]:
    """What a decision is about, and what holds in place of that, or nothing."""
    matter = decision.matter
    if isinstance(matter, OnFact):
        instead = _said(matter.instead, t) if matter.instead else ""
        return _said(matter.told, t), " · ".join(filter(None, (instead, matter.to)))
    return " · ".join(_names(decision.kind, matter)), matter.to


@dataclass(frozen=True, slots=True)
class _Known:
    """What is told by decisions, which others have their words in place, and which documents are held."""

    told: Mapping[int, tuple[Cluster, Fact]]
    said: frozenset[int]
    held: frozenset[str]
    register: Register

    def stands(self, decision: Decision, *, counting: bool) -> Stands:
        if decision.is_undone:
            return "undone"
        if not counting:
            return "replaced"
        if decision.id in self.told:
            return "kept" if is_unseen(decision, self.told[decision.id][1]) else "holds"
        if self.register.rejects(decision.id):
            return "holds"
        matter = decision.matter
        if matter.document and matter.document not in self.held:
            return "removed"
        return "lost" if isinstance(matter, OnFact) and decision.id not in self.said else "holds"


def _names(kind: str, matter: OnNames) -> tuple[str, ...]:
    if kind == "joined":
        return (*matter.names[:1], *matter.others[:1])
    return matter.others if kind == "parted" else matter.names[:1]


def _said(told: Told, t: Texts) -> str:
    """What is said, in words: "Status: Krajowy Klaster Kluczowy, VI, do 2025"."""
    value = named_value(told.attribute, told.value, t.language)
    parts = (value, told.qualifier, period(told.since, told.until, t))
    return f"{t(f'detail.{told.attribute}')}: {', '.join(filter(None, parts))}"
