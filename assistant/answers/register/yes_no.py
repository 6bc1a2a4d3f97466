"""Whether a named cluster meets the conditions: yes or no, and the fact with its date."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answers.register.chosen import named
from assistant.answers.register.details import condition_attributes
from assistant.answers.register.matter import Matter
from assistant.answers.register.phrasing import attribute_words, value_words
from assistant.answers.register.standing import status_notes, status_statements
from assistant.answers.register.stated import stated
from assistant.answers.register.status import current, is_timed, statuses
from assistant.model import Answer, Statement
from assistant.requests.tokens import lexicon
from assistant.wording import say
from index.extraction.labels import labels_in
from index.register.model import WITHDRAWN, Attribute, Cluster, Conditions, Fact
from index.words import fold

# What is known of these leaves no other answer open: a seat in one town is none in another.
SETTLED: frozenset[Attribute] = frozenset({"place", "region", "country", "members", "founded"})
LEADERS: tuple[Attribute, ...] = ("coordinator", "representative", "person", "partner")


def yes_no_answer(matter: Matter) -> Answer | None:
    """What the library says of it, after yes or no where that follows; None where it says nothing."""
    statements: list[Statement] = []
    notes: list[str] = []
    clusters = named(matter)
    for cluster in clusters:
        said, noted = _of(matter, cluster)
        statements += (
            said if len(clusters) == 1 else [replace(one, framing=_named(cluster, one)) for one in said]
        )
        notes += noted
    return stated(matter, statements, notes)


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
    """Since when and until when it has the status, after a plain yes or no where that follows."""
    said = status_statements(matter, cluster)
    if not said:
        return said, status_notes(matter, cluster)
    met = matter.select(replace(_asked(matter), within=frozenset({cluster.id})))
    if _is_denied(matter) and (had := statuses(cluster, matter.label)):
        lost = [one for one in had if one.qualifier == WITHDRAWN]
        return _after_denial(matter, said, met=bool(met), lost=lost), status_notes(matter, cluster)
    if met:
        # What it is said by goes first.
        numbers = {n for fact in met[0].facts for n in matter.citations.fact(fact)}
        said.sort(key=lambda one: numbers.isdisjoint(one.citations))
    if met or matter.request.ever or _is_known_over(matter, cluster):
        said = _after(matter, "plain_yes" if met or matter.request.ever else "plain_no", said)
    return said, status_notes(matter, cluster)


def _is_denied(matter: Matter) -> bool:
    """Whether it is asked if a status is held no more: "czy X nie jest już KKK?"."""
    denying = {fold(one) for one in matter.request.unread} & set(lexicon()["denying"]["words"])
    return not matter.request.ever and (bool(denying) or matter.request.conditions.ended_by == matter.day)


def _after_denial(
    matter: Matter, said: list[Statement], *, met: bool, lost: Sequence[Fact]
) -> list[Statement]:
    """What is known, after whether it is held still, in full: a yes to "no more?" may be meant in two ways.
    A loss goes first where it is held no more."""
    if lost and not met:
        numbers = {n for fact in lost for n in matter.citations.fact(fact)}
        said.sort(key=lambda one: numbers.isdisjoint(one.citations))
    return _after(matter, "still_held" if met else "held_no_more", said)


def _after(matter: Matter, key: str, said: Sequence[Statement]) -> list[Statement]:
    """The statements, the first of them after words that answer yes or no."""
    told = said[0].exact[:1].lower() + said[0].exact[1:]
    exact = say(key, matter.language, said=_unless_a_name(said[0].exact, told))
    return [replace(said[0], exact=exact), *said[1:]]


def _asked(matter: Matter) -> Conditions:
    """The conditions, of the day of the answer where they tell no time or ask whether it is over."""
    conditions = matter.request.conditions
    if _is_denied(matter):
        conditions = replace(conditions, ended_by=None)
    return conditions if is_timed(conditions) else replace(conditions, valid_on=matter.day)


def _is_known_over(matter: Matter, cluster: Cluster) -> bool:
    """Whether all that is known of its status is of another time than that asked about, or that it was taken
    away: without an end it may hold still."""
    facts = statuses(cluster, matter.label)
    over = all(fact.qualifier == WITHDRAWN or fact.until for fact in facts)
    return over or is_timed(matter.request.conditions) or current(matter, cluster, matter.label) is None


def _unless_a_name(exact: str, lowered: str) -> str:
    """An exact answer in small letters, but for one that begins with a label's name: "KKK status"."""
    named = exact[1:2].isupper() or any(one.span.start == 0 for one in labels_in(exact))
    return exact if named else lowered


def _of_value(matter: Matter, cluster: Cluster) -> tuple[list[Statement], list[str]]:
    """Whether an organisation or a person is what was asked: the fact if so, else who is."""
    request = matter.request
    attributes = request.attributes or LEADERS
    held = matter.register.holders(request.value, attributes)
    facts = [fact for one, fact in held if one.id == cluster.id]
    if facts:
        return _after_yes(matter, [_stated(matter, fact) for fact in facts[:1]]), []
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
        return _after_yes(matter, [_stated(matter, fact) for fact in met[0].facts]), []
    known = matter.facts(cluster, *condition_attributes(conditions))
    if not known or matter.request.unread:
        return [], []
    said = [_stated(matter, fact) for fact in known[:2]]
    if SETTLED.issuperset(fact.attribute for fact in known):
        said[0] = replace(said[0], exact=say("plain_no", matter.language, said=said[0].exact))
        return said, []
    return said, [say("nothing_else", matter.language)]


def _after_yes(matter: Matter, said: list[Statement]) -> list[Statement]:
    """The statements, the first after a plain yes."""
    if said:
        said[0] = replace(said[0], exact=say("plain_yes", matter.language, said=said[0].exact))
    return said


def _stated(matter: Matter, fact: Fact) -> Statement:
    exact = value_words(fact, matter.language)
    return Statement(
        matter.citations.fact(fact),
        exact=exact,
        framing=attribute_words(fact.attribute, matter.language),
        quote=fact.source.quote,
    )
