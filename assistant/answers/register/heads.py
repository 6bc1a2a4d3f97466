"""The first lines of a list or a count: how many, of what, and by which sources."""

from collections.abc import Sequence

from assistant.answers.register.details import reason
from assistant.answers.register.matter import Matter
from assistant.answers.register.phrasing import (
    according,
    attribute_words,
    condition_words,
    counted,
    form,
    joined,
    validity,
)
from assistant.answers.register.status import by_validity, ended, status_of
from assistant.model import Statement
from assistant.wording import say
from index.register.model import Fact, Match, Source

# Groups of the same validity that are told one by one; more are read better in the table.
MOST_GROUPS = 4
# Sources cited at a count where no line above states what is common to what was counted; each of its lines
# has its own.
FEW = 3


def heads(matter: Matter, matches: Sequence[Match]) -> list[Statement]:
    """How many there are, then each validity where there are a few."""
    statuses = [fact for match in matches if (fact := status_of(match))]
    if len(statuses) < len(matches):
        return [_of_conditions(matter, matches)]
    groups = by_validity(statuses)
    if len(groups) == 1:
        return [_of_validity(matter, matches, groups[0])]
    every = [fact for group in groups[:MOST_GROUPS] for fact in standing_for(group)]
    total = Statement(
        cited(matter, every),
        exact=_exact(matter, matches),
        framing=f"{_held(matter, statuses)}{_beside(matter)}",
    )
    return [total, *(_group(matter, group) for group in groups)] if len(groups) <= MOST_GROUPS else [total]


def cited(matter: Matter, facts: Sequence[Fact]) -> tuple[int, ...]:
    """The lines above these facts, where each has one, as what they share is said there; else the first few
    of them."""
    if facts and all(fact.source.scope for fact in facts):
        numbers = [number for fact in facts for number in matter.citations.scope(fact.source)]
        return tuple(dict.fromkeys(numbers))
    return tuple(dict.fromkeys(number for fact in facts[:FEW] for number in matter.citations.fact(fact)))


def standing_for(facts: Sequence[Fact]) -> Sequence[Fact]:
    """One fact for each line above that several share, all of them where one has none."""
    if not all(fact.source.scope for fact in facts):
        return facts[:FEW]
    first: dict[object, Fact] = {}
    for fact in facts:
        first.setdefault((fact.source.document.id, fact.source.scope), fact)
    return tuple(first.values())


def _of_validity(matter: Matter, matches: Sequence[Match], statuses: Sequence[Fact]) -> Statement:
    words = validity(statuses[0], matter.language)
    said = [_held(matter, statuses), words, _beside(matter).lstrip()]
    source = according(statuses, matter.language)
    numbers = cited(matter, standing_for(statuses))
    why = [fact for fact in matches[0].facts if fact.attribute != "status"] if len(matches) == 1 else []
    return Statement(
        _quoted_first(matter, why, numbers),
        exact=_exact(matter, matches),
        framing=f"{' '.join(one for one in said if one)}{', ' if source else ''}{source}",
        quote=why[0].source.quote if why else "",
    )


def _group(matter: Matter, group: Sequence[Fact]) -> Statement:
    language = matter.language
    source = according(group, language)
    words = validity(group[0], language) or say("without_date", language)
    return Statement(
        cited(matter, standing_for(group)),
        framing=f"{counted('clusters', len(group), language)} {words}{', ' if source else ''}{source}",
    )


def _of_conditions(matter: Matter, matches: Sequence[Match]) -> Statement:
    """A count of clusters that are chosen by something else than a status."""
    asked_for = matter.request.attributes
    met = [fact for match in matches for fact in (match.facts or matter.facts(match.cluster, *asked_for))[:1]]
    asked = condition_words(matter.request.conditions, matter.language)
    mentions: list[Source] = [one for match in matches[:FEW] for one in match.cluster.mentions[:1]]
    numbers = cited(matter, met) or tuple(matter.citations.source(one) for one in mentions)
    if len(matches) == 1:
        why = reason(met)
        quote = met[0].source.quote if why else ""
        return Statement(_quoted_first(matter, met, numbers), exact=matches[0].cluster.name, quote=quote)
    asked = asked or joined([attribute_words(one, matter.language) for one in asked_for], matter.language)
    framing = say("meeting", matter.language, conditions=asked) if asked else say("known", matter.language)
    return Statement(numbers, exact=_exact(matter, matches), framing=framing)


def _quoted_first(matter: Matter, met: Sequence[Fact], numbers: tuple[int, ...]) -> tuple[int, ...]:
    quoted = tuple(matter.citations.source(fact.source) for fact in met[:1])
    return tuple(dict.fromkeys((*quoted, *numbers)))


def _exact(matter: Matter, matches: Sequence[Match]) -> str:
    """The name of the only one, else how many there are."""
    if len(matches) == 1 and matter.request.wanted != "count":
        return matches[0].cluster.name
    return counted("clusters", len(matches), matter.language)


def _held(matter: Matter, statuses: Sequence[Fact]) -> str:
    """ "held KKK status" where all had ended by the day, "hold" where none had."""
    over = sum(ended(fact, matter.day) for fact in statuses)
    verb = "held" if over == len(statuses) else "held_or_hold" if over else "hold"
    labels = dict.fromkeys(fact.value for fact in statuses)
    label = " / ".join(labels)
    key = f"{verb}_{form(len(statuses), matter.language)}"
    return say(key, matter.language, label=label)


def _beside(matter: Matter) -> str:
    """What else was asked for."""
    asked = condition_words(matter.request.conditions, matter.language)
    return f" {say('meeting', matter.language, conditions=asked)}" if asked else ""
