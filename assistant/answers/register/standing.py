"""The status of one cluster in statements, and what is computed of it."""

from collections.abc import Sequence

from assistant.answers.register.matter import Matter
from assistant.answers.register.phrasing import after_preposition, round_words
from assistant.answers.register.status import by_validity, current, ended, later, statuses, validity_key
from assistant.model import Statement
from assistant.request import Aspect
from assistant.wording import say
from index.register.calendar import ANY_WITH, EITHER
from index.register.model import WITHDRAWN, Cluster, Fact
from index.register.statuses import as_one, withdrawals


def status_statements(matter: Matter, cluster: Cluster) -> list[Statement]:
    """Each validity of a cluster's status that the library tells, what holds now first."""
    facts = of_round(matter, cluster)
    now = current(matter, cluster, matter.label)
    gone = withdrawals(facts)
    held = by_validity(as_one([fact for fact in facts if fact.qualifier != WITHDRAWN]))
    # The newest source tells what holds; without a date of its end, a validity is told after those with one.
    first = [group for group in held if now and validity_key(group[0]) == validity_key(now)]
    groups: list[Sequence[Fact]] = [*first, *(group for group in held if group not in first)]
    if gone:
        groups.insert(0 if now is None else len(groups), gone)
    labels = {fact.value for fact in facts}
    any_label = matter.request.wanted == "yes_no" and not matter.label
    labelled = len(labels) > 1 or any_label or matter.label.startswith(ANY_WITH) or EITHER in matter.label
    return [_statement(matter, group, labelled=labelled) for group in groups]


def of_round(matter: Matter, cluster: Cluster) -> tuple[Fact, ...]:
    """Its status facts of the label asked about, of the round where one is, that say what is asked for."""
    asked = matter.request.conditions.round.casefold()
    facts = (fact for fact in statuses(cluster, matter.label) if _says(fact, matter.request.aspect))
    return tuple(fact for fact in facts if not asked or fact.qualifier.casefold() == asked)


def _says(fact: Fact, aspect: Aspect) -> bool:
    """Whether a status fact holds what of a status is asked for; that it was taken away ends it."""
    if fact.qualifier == WITHDRAWN:
        return aspect in {"", "until"}
    said = {"until": fact.until, "since": fact.since, "round": fact.qualifier, "": True}
    return bool(said[aspect])


def spoken_of(matter: Matter, cluster: Cluster) -> Fact | None:
    """The status that an answer is about: that of the round asked about, else the one that is the newest."""
    if matter.request.conditions.round:
        return next(iter(of_round(matter, cluster)), None)
    return current(matter, cluster, matter.label)


def _statement(matter: Matter, group: Sequence[Fact], *, labelled: bool) -> Statement:
    fact, language = group[0], matter.language
    numbers = tuple(dict.fromkeys(n for one in group for n in matter.citations.fact(one)))
    exact = exact_validity(matter, fact)
    framing = []
    if fact.qualifier not in {"", WITHDRAWN} and matter.request.aspect != "round":
        framing.append(f"({round_words(fact.qualifier, language)})")
    if labelled:
        framing.append(say("status_of", language, label=fact.value))
    return Statement(numbers, exact=exact, framing=" ".join(framing), quote=_stating(fact))


def exact_validity(matter: Matter, fact: Fact) -> str:
    """The exact answer to "until when": "Do 17 grudnia 2025", or what else is said of the status."""
    language = matter.language
    if matter.request.aspect == "round":
        words = round_words(fact.qualifier, language)
        return words[:1].upper() + words[1:]
    if fact.qualifier == WITHDRAWN:
        day = f", {fact.until.words(language)}" if fact.until else ""
        return say("status_withdrawn", language, label=fact.value, day=day)
    parts = []
    if fact.since:
        parts.append(say("since", language, moment=after_preposition(fact.since, language)))
    if fact.until:
        parts.append(say("until", language, moment=after_preposition(fact.until, language)))
    said = " ".join(parts)
    return said[:1].upper() + said[1:] if said else say("status_of", language, label=fact.value)


def _stating(fact: Fact) -> str:
    """The words that state a status: those of its own span, unless the lines above say it all and it is but
    an item under them."""
    return "" if fact.source.scope else fact.source.quote


def status_notes(matter: Matter, cluster: Cluster) -> list[str]:
    """That the end has passed by the day, that sources disagree on a round, what replaced it."""
    fact = spoken_of(matter, cluster)
    if fact is None:
        return []
    notes = []
    if ended(fact, matter.day) and matter.request.aspect != "since":
        after = later(cluster, fact)
        tail = say("no_renewal", matter.language) if after is None else "."
        notes.append(f"{say('passed_one', matter.language)}{tail}")
    facts = [one for one in statuses(cluster, fact.value) if one.qualifier != WITHDRAWN]
    rounds = {(one.qualifier.casefold(), one.until) for one in facts if one.qualifier and one.until}
    if len(rounds) > len({number for number, _ in rounds}):
        notes.append(say("disagree", matter.language))
    return notes
