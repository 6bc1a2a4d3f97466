"""Something of named clusters: the exact value, then the words that state it."""

import re
from collections.abc import Sequence
from datetime import date

from assistant.answers.register.chosen import named
from assistant.answers.register.clusters import ALTERNATIVES, LEADING, clusters_answer
from assistant.answers.register.details import SEVERAL, once, value_key, whole_first
from assistant.answers.register.in_project import in_project
from assistant.answers.register.matter import FOR_A_TIME, Matter
from assistant.answers.register.phrasing import (
    after_preposition,
    attribute_words,
    day_words,
    is_hedged,
    joined,
    value_words,
)
from assistant.answers.register.standing import status_notes, status_statements
from assistant.answers.register.stated import stated
from assistant.model import Answer, Statement
from assistant.request import Request
from assistant.requests.roles import roles_in
from assistant.requests.tokens import lexicon
from assistant.wording import say
from documents.model import Language
from documents.moments import Moment
from index import words
from index.evidence import bag
from index.extraction.bearers import spells
from index.personal_names import personal_name
from index.register.holding import REACHING
from index.register.model import Attribute, Cluster, Fact
from index.words import fold

# From so many clusters on, a table is read better than lines.
TABLE_FROM = 3


# What is another from year to year.
CHANGING = frozenset[Attribute]({"members", "coordinator", "representative", "person", "place", "address"})

# Whoever has one of these roles is the head of a cluster of which nobody is called so.
HEAD = "head"
CONTACT = "contact"
LEADS = frozenset({"president", "chair", "director", "manager", "leader"})

# Who is said to represent a cluster may be a person: then the fact is one of people.
REPRESENTS = re.compile(r"\brepre[sz]ent")


def attribute_answer(matter: Matter) -> Answer | None:
    """What is asked for of the named clusters; None where the library knows none of it."""
    clusters, attributes = named(matter), matter.request.attributes
    if not clusters or not attributes:
        return None
    if len(clusters) >= TABLE_FROM:
        return clusters_answer(matter)
    statements: list[Statement] = []
    notes = [say("ambiguous", matter.language)] if matter.request.ambiguous else []
    for cluster in clusters:
        said, noted = _told_of(matter, cluster)
        statements += said if len(clusters) == 1 else [_of(cluster, one) for one in said]
        notes += noted
    return stated(matter, statements, notes)


def _told_of(matter: Matter, cluster: Cluster) -> tuple[list[Statement], list[str]]:
    """The statements on all that is asked of a cluster, and what is to be noted of them."""
    statements: list[Statement] = []
    notes: list[str] = []
    absent: list[Attribute] = []
    matter, cluster = in_project(matter, cluster)
    attributes = matter.request.attributes
    for attribute in attributes:
        said, noted = _told(matter, cluster, attribute)
        absent += [] if said else [attribute]
        statements += said
        notes += noted
    if {"partner", "project"} <= set(attributes) and "partner" not in absent:
        absent = [one for one in absent if one != "project"]  # It is named, and not asked for.
    one_is_enough = statements and any(one.issuperset(attributes) for one in ALTERNATIVES)
    if LEADING.keys() & set(attributes) - set(absent):
        absent = [one for one in absent if one not in LEADING]
    if absent and not one_is_enough:
        words = joined([attribute_words(one, matter.language) for one in absent], matter.language)
        notes.append(say("not_in_library_of", matter.language, name=cluster.name, missing=words))
    return statements, notes


def _told(matter: Matter, cluster: Cluster, attribute: Attribute) -> tuple[list[Statement], list[str]]:
    """The statements on one attribute of a cluster, and what is to be noted of them."""
    if attribute == "status":
        return status_statements(matter, cluster), status_notes(matter, cluster)
    if attribute in FOR_A_TIME and matter.request.aspect:
        return _times(matter, cluster, attribute), []
    known = _by_turn(matter, cluster, attribute)
    if matter.request.via:
        known = _of_coordinator(cluster, known)
    facts, notes = _of_role(cluster, known, matter.request.role), []
    if matter.request.office and attribute in REACHING:
        facts = tuple(fact for fact in facts if not fact.qualifier) or facts
    if attribute == "representative" and not facts:
        facts = tuple(fact for fact in cluster.of("person") if REPRESENTS.search(fold(fact.source.quote)))
    plainly = not (matter.request.role or matter.request.via)
    if facts and plainly and matter.request.attributes == ("person",) and not _asks_who_works_there(matter):
        facts = _leading(facts) or matter.facts(cluster, "coordinator")
    for other in LEADING.get(attribute, ()):
        if not facts and other not in matter.request.attributes:
            facts = cluster.of(other)
            notes = [say(f"instead_{other}", matter.language)] if facts else []
    facts, asked = _others_than_named(facts, matter.request.unread, cluster.of(attribute))
    facts = _asked_for(facts, asked)
    if not matter.request.turn:
        facts = _of_time(facts, matter.request, matter.day)
    facts = _exact_first(facts)
    groups = _joined(_same(facts))
    differ = _differ(groups)
    if differ:
        notes = [*notes, say("disagree", matter.language)]
    return [_statement(matter, group, dated=differ) for group in groups], notes


def _leading(people: Sequence[Fact]) -> tuple[Fact, ...]:
    """Of people those whose role is not that of somebody who only works for a cluster."""
    return tuple(
        one
        for one in people
        if not _only_works(one.qualifier) or not LEADS.isdisjoint(roles_in(one.qualifier))
    )


def _asks_who_works_there(matter: Matter) -> bool:
    return matter.passages is not None and _only_works(matter.passages.question.text)


def _only_works(text: str) -> bool:
    """Whether a text has a word for somebody who works for a cluster and does not lead it."""
    return _has(text, "not_leading")


def _has(text: str, kind: str) -> bool:
    stems = tuple(lexicon()[kind]["stems"])
    return any(fold(said).startswith(stems) for said in words.tokenize(text))


def _times(matter: Matter, cluster: Cluster, attribute: Attribute) -> list[Statement]:
    """Since when, or until when, those who lead a cluster do so, or who is named did: as far as that is
    told."""
    request, language = matter.request, matter.language
    known = _of_role(cluster, cluster.of(attribute), request.role)
    others, left = _others_than_named(known, request.unread, known)
    named = tuple(fact for fact in known if fact not in others)
    facts = named if len(left) < len(request.unread) else _by_turn(matter, cluster, attribute)
    since = request.aspect == "since"
    said = []
    for fact in _of_role(cluster, facts, request.role) if not left else ():
        moment = fact.since if since else fact.until
        if moment is not None:
            told = say("since" if since else "until", language, moment=after_preposition(moment, language))
            exact = told[:1].upper() + told[1:]
            said.append(Statement(matter.citations.fact(fact), exact, fact.value, fact.source.quote))
    return said


def _of_coordinator(cluster: Cluster, people: Sequence[Fact]) -> tuple[Fact, ...]:
    """The people of whom the words that name them say that they are of the coordinator."""
    names = [bag(fact.value).lemmas for fact in cluster.of("coordinator", "representative")]
    return tuple(one for one in people if any(name and name <= _around(one) for name in names))


def _by_turn(matter: Matter, cluster: Cluster, attribute: Attribute) -> tuple[Fact, ...]:
    """The facts of those who are what is asked about, or who were before them, or are to come."""
    if attribute in FOR_A_TIME and matter.request.turn == "before":
        return matter.over(cluster, attribute)
    if attribute in FOR_A_TIME and matter.request.turn == "after":
        return matter.to_come(cluster, attribute)
    return matter.facts(cluster, attribute)


def _exact_first(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts, but that of the numbers of one document one without a time that is not exact stands behind
    the exact ones: "about 100 firms", where the 179 of March are told too."""
    documents = list(dict.fromkeys(fact.source.document.id for fact in facts))
    vague = {
        fact.id for fact in facts if fact.attribute == "members" and not fact.said_on and is_hedged(fact)
    }
    return tuple(sorted(facts, key=lambda one: (documents.index(one.source.document.id), one.id in vague)))


def _of_role(cluster: Cluster, facts: Sequence[Fact], role: str) -> tuple[Fact, ...]:
    """Of people, those in the role; other ways to reach somebody where the role stands beside them."""
    if not role or not facts or facts[0].attribute in LEADING:
        return tuple(facts)
    if role == CONTACT:
        return _contacts(cluster, facts) if facts[0].attribute == "person" else tuple(facts)
    own = tuple(fact for fact in facts if role in roles_in(fact.qualifier))
    if not own and role == HEAD:
        own = tuple(fact for fact in facts if not LEADS.isdisjoint(roles_in(fact.qualifier)))
    if own or facts[0].attribute == "person":
        return own
    names = [one.value for one in cluster.of("person") if role in roles_in(one.qualifier)]
    theirs = tuple(fact for fact in facts if any(_is_whose(fact, name) for name in names))
    beside = tuple(fact for fact in facts if role in roles_in(_text_around(fact)))
    return theirs or beside or tuple(fact for fact in facts if role in roles_in(_person_above(cluster, fact)))


def _contacts(cluster: Cluster, people: Sequence[Fact]) -> tuple[Fact, ...]:
    """Of people, those whom one turns to by their role, or else whose own telephone or e-mail is known."""
    ways = cluster.of("email", "phone")
    named = tuple(one for one in people if _has(one.qualifier, "contacts"))
    return named or tuple(one for one in people if any(_is_whose(way, one.value) for way in ways))


def _is_whose(fact: Fact, name: str) -> bool:
    """Whether a way to reach somebody is told to be a person's, or spells the name."""
    return fact.qualifier == name or (fact.attribute == "email" and spells(fact.value, name))


def _person_above(cluster: Cluster, fact: Fact) -> str:
    """The role of the last person named before a way to reach somebody, in the same passage."""
    before = [
        person
        for person in cluster.of("person")
        if person.source.passage == fact.source.passage and person.source.span <= fact.source.span
    ]
    return max(before, key=lambda person: person.source.span).qualifier if before else ""


def _others_than_named(
    facts: Sequence[Fact], asked: Sequence[str], known: Sequence[Fact]
) -> tuple[tuple[Fact, ...], Sequence[str]]:
    """The facts but those whose value the question names itself, and its other words: "who was the director
    before Lena Wałach?" asks for another than her. `known`: all facts of the attribute."""
    stems = {words.stem(fold(one)): one for one in asked}
    capitals = [one for one in asked if one[:1].isupper()]
    base = fold(personal_name(" ".join(capitals))).split() if capitals else []
    if len(base) == len(capitals):
        # "Przed Kornelem Anodą": the name in its base form.
        stems |= {words.stem(one): said for one, said in zip(base, capitals, strict=True)}
    named = [
        fact
        for fact in known
        if fact.attribute in CHANGING and {*map(words.stem, fold(fact.value).split())} <= stems.keys()
    ]
    said = {stems[words.stem(one)] for fact in named for one in fold(fact.value).split()}
    left = [one for one in asked if one not in said]
    values = {fact.value for fact in named}
    return tuple(fact for fact in facts if fact.value not in values), left


def _asked_for(facts: Sequence[Fact], asked: Sequence[str]) -> tuple[Fact, ...]:
    """The facts that hold the other words of the question: of several people the one with the role; none
    where a word stands beside none of them, as another's telephone is no answer."""
    left = tuple(facts)
    for lemma in (words.lemma(token) for text in asked for token in words.tokenize(text)):
        left = tuple(fact for fact in left if lemma in bag(fact.qualifier).lemmas) or tuple(
            fact for fact in left if lemma in _around(fact)
        )
    return left


def _of_time(facts: Sequence[Fact], request: Request, today: date) -> tuple[Fact, ...]:
    """Where the question names a time, the facts said in it, or whose words name its year: how many there are
    today is no answer to how many there were. Where it names none, of those who follow one another the
    present ones, or those before if it asks who it was."""
    conditions = request.conditions
    when = conditions.valid_during or conditions.ends_in or conditions.begins_in
    if not facts or facts[0].attribute not in CHANGING:
        return tuple(facts)
    if when is None or not request.dated:
        over = tuple(one for one in facts if one.is_former or (one.until and one.until.last < today))
        present = tuple(fact for fact in facts if fact not in over)
        return (over if request.ever else present) or tuple(facts)
    year = str(when.first.year)
    timed = [fact for fact in facts if fact.until and fact.attribute in FOR_A_TIME]
    held = tuple(
        fact
        for fact in facts
        if (fact.since or fact.until)
        and (fact.since is None or fact.since.first <= when.last)
        and (fact.until is None or fact.until.last >= when.first)
    )
    if timed and held:
        return held
    return tuple(fact for fact in facts if _is_said_in(fact, when) or year in _text_around(fact))


def _is_said_in(fact: Fact, when: Moment) -> bool:
    day = fact.said_on or fact.source.document.date
    return day is not None and when.first <= day <= when.last


def _around(fact: Fact) -> frozenset[str]:
    return bag(_text_around(fact)).lemmas


def _text_around(fact: Fact) -> str:
    """The words that state a fact and those above them."""
    return " \n ".join((fact.qualifier, fact.source.quote, *(text for _, text in fact.source.scope)))


def _same(facts: Sequence[Fact]) -> list[list[Fact]]:
    """The facts that say the same together, in order."""
    groups: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        groups.setdefault(value_key(fact), []).append(fact)
    return list(groups.values())


def _differ(groups: Sequence[Sequence[Fact]]) -> bool:
    """Whether sources count differently, or give several values to what has one."""
    facts = [group[0] for group in groups]
    if not facts or facts[0].attribute != "members":
        return _one_valued(facts)
    counted = {fact.source.document.id: fact.value for fact in sorted(facts, key=whole_first, reverse=True)}
    return len(set(counted.values())) > 1


def _one_valued(facts: Sequence[Fact]) -> bool:
    return len(facts) > 1 and facts[0].attribute not in SEVERAL


def _joined(groups: Sequence[list[Fact]]) -> list[list[Fact]]:
    """The groups, those of which one sentence states several together: "48 firms and two universities"."""
    stated: dict[object, list[Fact]] = {}
    for group in groups:
        source = group[0].source
        stated.setdefault((source.document.id, source.span), []).extend(group)
    return [sorted(group, key=whole_first) for group in stated.values()]


def _statement(matter: Matter, group: Sequence[Fact], *, dated: bool) -> Statement:
    """What a group of facts says, its first fact's source quoted, all of its sources cited."""
    fact, language = group[0], matter.language
    exact = "; ".join(_values(group, language))
    several = len(matter.request.attributes) > 1
    framing = [attribute_words(fact.attribute, language)] if several else []
    if fact.attribute in FOR_A_TIME and fact.until and fact.until.last < matter.day:
        framing.append(say("until", language, moment=after_preposition(fact.until, language)))
    framing += [fact.qualifier] if fact.attribute in REACHING and fact.qualifier else []
    day = fact.said_on or fact.source.document.date
    if dated and day:
        framing.append(say("by_source_of", matter.language, day=day_words(day, matter.language)))
    numbers = dict.fromkeys(matter.citations.source(one.source) for one in group)
    quote = fact.source.quote
    return Statement(
        (*numbers, *(n for n in matter.citations.scope(fact.source) if n not in numbers)),
        exact=exact,
        framing=", ".join(framing),
        quote="" if quote.strip(" .") == exact else quote,
    )


def _values(group: Sequence[Fact], language: Language) -> list[str]:
    """What the facts of a group say, none of it twice, nor as a part of another."""
    values = list(dict.fromkeys(value_words(one, language) for one in once(group)))
    return [one for one in values if not any(one != other and one in other for other in values)]


def _of(cluster: Cluster, statement: Statement) -> Statement:
    """The statement with whose it is."""
    framing = f"{cluster.name}, {statement.framing}" if statement.framing else cluster.name
    return Statement(statement.citations, statement.exact, framing, statement.quote, statement.marks)
