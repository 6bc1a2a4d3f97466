"""Which clusters a status was taken away from: each with the day and the words that say so."""

import re
import tomllib
from dataclasses import replace
from functools import cache
from importlib.resources import files

from assistant.answers.register.chosen import matches
from assistant.answers.register.details import item_of
from assistant.answers.register.matter import Matter
from assistant.answers.register.phrasing import counted, day_words
from assistant.model import Answer, Statement
from assistant.request import Request
from assistant.wording import say
from index import words
from index.register.model import Fact


def as_withdrawn(request: Request, text: str) -> Request:
    """The request, for clusters whose status was taken away where its words ask for these."""
    if request.wanted not in {"list", "count"} or not request.conditions.status or not _asks(text):
        return request
    conditions = replace(request.conditions, withdrawn=True, ended_by=None, valid_on=None)
    return replace(request, conditions=conditions, unread=())


def _asks(text: str) -> bool:
    return bool(_taken_away().search(words.fold(text)))


@cache
def _taken_away() -> re.Pattern[str]:
    table = tomllib.loads(files("assistant").joinpath("data/telling.toml").read_text("utf-8"))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, table['withdrawals']['stems']))})")


def withdrawal_answer(matter: Matter) -> Answer | None:
    """The clusters whose status was taken away, in the order of the library; None where the library knows of
    none."""
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
    said = say("taken_away", matter.language, label=label)
    day = fact.until.first if fact and fact.until else None
    return f"{said}, {day_words(day, matter.language)}" if day else said
