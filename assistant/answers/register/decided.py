"""Of those who were given a status, who had it before and who had not, where their rows say so."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Protocol

from assistant.request import Request
from assistant.telling import asks, asks_only
from index.extraction.decisions import Decision, decided
from index.register.model import Conditions, Match, Source

SEPARATOR = " | "
KINDS: dict[str, Decision] = {"first_time": "new", "renewal": "again"}


class Choosing(Protocol):
    """A register, as far as clusters are chosen from it."""

    def select(self, conditions: Conditions, *, today: date) -> tuple[Match, ...]:
        """The clusters that meet the conditions."""


def as_decided(request: Request, text: str, register: Choosing, *, today: date) -> Request:
    """The request, for those alone to whom a status was given for the first time, or again, where its words
    ask for these, and for nothing beside that is not understood, and a column of decisions tells; else as it
    is, and who asks for the first time is not understood."""
    conditions = request.conditions
    kind = next((one for one in KINDS if asks(text, one)), "")
    if not kind or request.wanted not in {"list", "count"} or not conditions.status:
        return request
    if conditions.ends_in or conditions.ended_by or asks(text, "unrenewed") or asks(text, "losses"):
        return request
    if not asks_only(text, kind, request.unread):
        return request
    told = {one.cluster.id: _decision(one) for one in register.select(conditions, today=today)}
    within = frozenset(one for one, found in told.items() if found == KINDS[kind])
    if within:
        return replace(request, conditions=replace(conditions, within=within), unread=())
    return replace(request, unread=request.unread or (text,)) if kind == "first_time" else request


def _decision(match: Match) -> Decision:
    facts = (one for one in match.facts if one.attribute == "status")
    sources = (source for one in facts for source in (one.source, *one.beside))
    return next((found for one in sources for found in _decisions(one)), "")


def _decisions(source: Source) -> Iterator[Decision]:
    """What the cells of a row under its heads say was decided."""
    cells = source.quote.strip("| ").split(SEPARATOR)
    for _, heads in source.scope:
        names = heads.strip("| ").split(SEPARATOR)
        if len(names) == len(cells):
            yield from (found for pair in zip(names, cells, strict=True) if (found := decided(*pair)))
