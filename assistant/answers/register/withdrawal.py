"""Which clusters a status was taken away from, or refused to: each with the day and the words that say so."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Protocol

from assistant.answers.register.chosen import matches
from assistant.answers.register.decided import as_decided
from assistant.answers.register.details import item_of
from assistant.answers.register.matter import Matter
from assistant.answers.register.phrasing import counted
from assistant.model import Answer, Statement
from assistant.request import Request
from assistant.requests.excepting import HOME, TIMES
from assistant.telling import asks, asks_only
from assistant.wording import say
from documents.moments import Moment
from index.register.model import Conditions, Fact, Match

OF_STATUS = ("status", *TIMES)


class Choosing(Protocol):
    """A register, as far as clusters are chosen from it."""

    def select(self, conditions: Conditions, *, today: date) -> tuple[Match, ...]:
        """The clusters that meet all conditions."""
        ...


def as_withdrawn(request: Request, text: str, register: Choosing, *, today: date) -> Request:
    """The request, for clusters whose status was taken away, or that it was refused to, where its words ask
    for these. Who lost a status may but have let it run out, and who was not given it never asked: such are
    taken for these only where the register knows of any. Who lost it at some time held it no more after, but
    whoever had it renewed did."""
    request = as_decided(request, text, register, today=today)
    conditions = request.conditions
    if request.wanted not in {"list", "count"}:
        return request
    if conditions.status and not conditions.withdrawn:
        ended = conditions.ends_in or conditions.ended_by
        unrenewed = (ended or conditions.round) and asks(text, "unrenewed")
        if unrenewed or (conditions.ends_in and asks(text, "losses")):
            lost = replace(conditions, lost=True, ends_in=_gone(conditions.ends_in, today))
            # Where all of a round went on, each is told with its later status.
            if ended or register.select(lost, today=today):
                return replace(request, conditions=lost)
            return request
        for kind in ("refusals", "withdrawals", "losses"):
            if asks(text, kind):
                if kind == "refusals" and not asks_only(text, kind, request.unread):
                    return request
                of_kind = _of_kind(conditions, kind)
                known = kind != "losses" or register.select(of_kind, today=today)
                return replace(request, conditions=of_kind, unread=()) if known else request
    without = next((one for one in conditions.excluded if one.round or one.status), None)
    if without is not None and asks(text, "not_given") and asks_only(text, "not_given", request.unread):
        of_kind = _not_given(conditions, without)
        if register.select(of_kind, today=today):
            return replace(request, conditions=of_kind, unread=())
    return request


def _gone(ended: Moment | None, today: date) -> Moment | None:
    """The time in which a status ended that was lost then: after a day it was lost by whoever held it to that
    day, and by now."""
    if ended is None or ended.last != date.max or ended.first > today:
        return ended
    return Moment(ended.first - timedelta(days=1), today)


def _of_kind(conditions: Conditions, kind: str) -> Conditions:
    refused = kind == "refusals"
    return replace(
        conditions, withdrawn=not refused, refused=refused, ended_by=None, valid_on=None, excluded=()
    )


def _not_given(conditions: Conditions, without: Conditions) -> Conditions:
    """The conditions, for those who were refused what clusters must be without. Where a label is at home says
    nothing of who was refused it."""
    asked = {name: getattr(without, name) for name in OF_STATUS if getattr(without, name)}
    left = tuple(one for one in conditions.excluded if one != without)
    at_home = conditions.countries == HOME.get(without.status)
    countries = frozenset[str]() if at_home else conditions.countries
    return replace(conditions, **asked, refused=True, countries=countries, excluded=left)


def withdrawal_answer(matter: Matter) -> Answer | None:
    """The clusters whose status was taken away or refused, in the order of the library; None where it knows
    of none."""
    found = matches(matter)
    if not found:
        return None
    facts = [match.facts[0] for match in found]
    numbers = tuple(dict.fromkeys(n for fact in facts for n in matter.citations.fact(fact)))
    one = facts[0] if len(facts) == 1 else None
    many = counted("clusters", len(found), matter.language)
    head = Statement(
        numbers,
        exact=found[0].cluster.name if one and matter.request.wanted == "list" else many,
        framing=_framing(matter, one),
        quote=one.source.quote if one else "",
    )
    return Answer(
        matter.language,
        "count" if matter.request.wanted == "count" else "list",
        (head,),
        tuple(item_of(matter, match, matter.request.attributes) for match in found),
        citations=matter.citations.made(),
        clusters=tuple(match.cluster.id for match in found),
    )


def _framing(matter: Matter, fact: Fact | None) -> str:
    label = matter.label_words or say("any_label", matter.language)
    refused = matter.request.conditions.refused
    said = say("refused" if refused else "taken_away", matter.language, label=label)
    when = (fact.since if refused else fact.until) if fact else None
    return f"{said}, {when.words(matter.language)}" if when else said
