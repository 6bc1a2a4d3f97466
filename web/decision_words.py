"""Decisions of staff in words, and how each stands."""

from collections.abc import Sequence
from typing import Literal

from index.review.model import Decision, OnFact, OnNames, Told
from index.review.review import Review
from web.api.fact_json import named_value
from web.i18n import Texts
from web.picture.timeline import period

# How a decision stands: it holds; another took its place; its document does not say it any more, or is
# removed; somebody undid it.
Stands = Literal["holds", "replaced", "lost", "removed", "undone"]
STANDS: tuple[Stands, ...] = ("holds", "lost", "removed", "replaced", "undone")


def standing(review: Review, decisions: Sequence[Decision]) -> list[tuple[Decision, Stands]]:
    """How each of the decisions stands now."""
    counting = {one.id for one in review.counting()}
    live = [one for one in decisions if one.id in counting]
    said = {pin.decision.id for pin in review.pins(live) if pin.sources}
    held = review.held({one.matter.document for one in live} - {""})
    return [(one, _stands(one, counting=counting, said=said, held=held)) for one in decisions]


def decision_words(decision: Decision, t: Texts) -> tuple[str, str]:
    """What a decision is about, and what holds in place of that, or nothing."""
    matter = decision.matter
    if isinstance(matter, OnFact):
        instead = _said(matter.instead, t) if matter.instead else ""
        return _said(matter.told, t), " · ".join(filter(None, (instead, matter.to)))
    return " · ".join(_names(decision.kind, matter)), matter.to


def _stands(decision: Decision, *, counting: set[int], said: set[int], held: frozenset[str]) -> Stands:
    if decision.is_undone:
        return "undone"
    if decision.id not in counting:
        return "replaced"
    matter = decision.matter
    if matter.document and matter.document not in held:
        return "removed"
    return "lost" if isinstance(matter, OnFact) and decision.id not in said else "holds"


def _names(kind: str, matter: OnNames) -> tuple[str, ...]:
    if kind == "joined":
        return (*matter.names[:1], *matter.others[:1])
    return matter.others if kind == "parted" else matter.names[:1]


def _said(told: Told, t: Texts) -> str:
    """What is said, in words: "Status: Krajowy Klaster Kluczowy, VI, do 2025"."""
    value = named_value(told.attribute, told.value, t.language)
    parts = (value, told.qualifier, period(told.since, told.until, t))
    return f"{t(f'detail.{told.attribute}')}: {', '.join(filter(None, parts))}"
