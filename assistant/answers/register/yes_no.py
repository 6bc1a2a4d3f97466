"""Whether a named cluster meets the conditions: the fact with its date; yes or no is derived from it."""

from dataclasses import replace

from assistant.answers.register.chosen import named
from assistant.answers.register.details import condition_attributes
from assistant.answers.register.matter import Matter
from assistant.answers.register.phrasing import attribute_words, value_words
from assistant.answers.register.standing import spoken_of, status_notes, status_statements
from assistant.answers.register.status import is_timed
from assistant.grounding import marked
from assistant.model import Answer, Statement
from assistant.wording import say
from index.register.model import Attribute, Cluster, Conditions, Fact

LEADERS: tuple[Attribute, ...] = ("coordinator", "representative", "person", "partner")


def yes_no_answer(matter: Matter) -> Answer | None:
    """What the library says of it, with yes or no as a note; None where it says nothing."""
    statements: list[Statement] = []
    notes: list[str] = []
    clusters = named(matter)
    for cluster in clusters:
        said, noted = _of(matter, cluster)
        statements += (
            said if len(clusters) == 1 else [replace(one, framing=_named(cluster, one)) for one in said]
        )
        notes += noted
    if not statements:
        return None
    return Answer(
        matter.language,
        "fact",
        tuple(statements),
        citations=matter.citations.made(),
        notes=tuple(dict.fromkeys(notes)),
        clusters=matter.request.clusters,
    )


def _named(cluster: Cluster, statement: Statement) -> str:
    return f"{cluster.name}, {statement.framing}".strip(" ,")


def _of(matter: Matter, cluster: Cluster) -> tuple[list[Statement], list[str]]:
    request = matter.request
    if request.value:
        return _of_value(matter, cluster)
    if request.conditions.status:
        return _of_status(matter, cluster)
    return _of_conditions(matter, cluster)


def _of_status(matter: Matter, cluster: Cluster) -> tuple[list[Statement], list[str]]:
    """Until when it has the status; whether that is so at the time asked about is a note."""
    fact = spoken_of(matter, cluster)
    said = status_statements(matter, cluster)
    if fact is None or not said or not is_timed(matter.request.conditions):
        return said, status_notes(matter, cluster)
    within = frozenset({cluster.id})
    met = matter.select(replace(matter.request.conditions, within=within))
    key = "derived_yes" if met else "derived_no"
    standing = met[0].facts if met else (fact,)
    numbers = tuple(n for one in standing for n in matter.citations.fact(one))
    return said, [marked(say(key, matter.language), numbers), *status_notes(matter, cluster)]


def _of_value(matter: Matter, cluster: Cluster) -> tuple[list[Statement], list[str]]:
    """Whether an organisation or a person is what was asked: the fact if so, else who is."""
    request = matter.request
    attributes = request.attributes or LEADERS
    held = matter.register.holders(request.value, attributes)
    facts = [fact for one, fact in held if one.id == cluster.id]
    if facts:
        return [_stated(matter, fact) for fact in facts[:1]], []
    others = cluster.of(*attributes)[:1]
    if not others or others[0].attribute == "partner":
        return [], []
    note = say("not_the_one", matter.language, value=request.value)
    return [_stated(matter, fact) for fact in others], [note]


def _of_conditions(matter: Matter, cluster: Cluster) -> tuple[list[Statement], list[str]]:
    """The facts by which it meets the conditions; where it does not, what is known in their place."""
    conditions = replace(matter.request.conditions, within=frozenset({cluster.id}))
    if conditions == Conditions(within=conditions.within):
        return [], []
    if matter.request.unread:
        conditions = replace(conditions, text=" ".join((conditions.text, *matter.request.unread)).strip())
    met = matter.select(conditions)
    if met:
        return [_stated(matter, fact) for fact in met[0].facts], []
    known = matter.facts(cluster, *condition_attributes(conditions))
    if not known or matter.request.unread:
        return [], []
    return [_stated(matter, fact) for fact in known[:2]], [say("nothing_else", matter.language)]


def _stated(matter: Matter, fact: Fact) -> Statement:
    exact = value_words(fact, matter.language)
    return Statement(
        matter.citations.fact(fact),
        exact=exact,
        framing=attribute_words(fact.attribute, matter.language),
        quote=fact.source.quote,
    )
