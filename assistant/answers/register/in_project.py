"""Who is in a project with a cluster: the partners that a document tells beside it."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answers.register.matter import Matter
from assistant.question import Question, names
from assistant.request import Request
from assistant.requests.bodies import LEADING
from assistant.requests.roles import roles_in
from assistant.requests.tokens import mark, tokens_of
from index import words
from index.register.model import Attribute, Cluster, Fact, Source
from index.register.register import Register
from index.words import fold

PROJECT: tuple[Attribute, ...] = ("project",)
# A line that is a project's name has so many characters more: "Projekt X", "Project: X".
LITTLE_MORE = 15


def partners_in_project(question: Question, request: Request | None, register: Register) -> Request | None:
    """The request for who is with a cluster in the project that a question names; None where it does not ask
    so, or no partners are told beside the project."""
    if not _asks_with_whom(question.text):
        return None
    found: dict[str, Fact] = {}
    for name in names(question.text):
        for cluster, fact in register.holders(name, PROJECT):
            if _told_beside(cluster, (fact,)) and not _is_name_of(cluster, fact.value):
                found.setdefault(cluster.id, fact)
    if request is not None and request.clusters:
        found = {id: fact for id, fact in found.items() if id in request.clusters}
    if len(found) != 1:
        return None
    ((id, fact),) = found.items()
    said = tuple(words.tokenize(fact.value))
    return Request("attribute", clusters=(id,), attributes=("partner", "project"), unread=said)


def in_project(matter: Matter, cluster: Cluster) -> tuple[Matter, Cluster]:
    """The matter and the cluster, with none but the partners told beside a project that a question names,
    where those in it are asked for."""
    request = matter.request
    if not {"partner", "project"} <= set(request.attributes):
        return matter, cluster
    asked = {fold(one) for one in request.unread}
    named = [one for one in cluster.of("project") if set(map(fold, words.tokenize(one.value))) <= asked]
    if not named:
        # "With whom do they run the HALLAND project?" must find the name alone beside a partner.
        name = tuple(one for one in request.unread if not one.islower())
        return replace(matter, request=replace(request, unread=name or request.unread)), cluster
    said = {fold(token) for one in named for token in words.tokenize(one.value)}
    left = tuple(one for one in request.unread if fold(one) not in said)
    there = _told_beside(cluster, named)
    facts = (one for one in cluster.facts if one.attribute != "partner" or one in there)
    asking = replace(request, attributes=("partner",), unread=left)
    return replace(matter, request=asking), replace(cluster, facts=tuple(facts))


def _told_beside(cluster: Cluster, projects: Sequence[Fact]) -> tuple[Fact, ...]:
    """The partners that are told with some projects: in a sentence with the name, or in the passage below a
    line that is little more than the name."""
    return tuple(
        one for one in cluster.of("partner") if any(_is_beside(one.source, project) for project in projects)
    )


def _is_beside(partner: Source, project: Fact) -> bool:
    told = project.source
    if (partner.document.id, partner.passage) != (told.document.id, told.passage):
        return False
    if project.value in partner.quote:
        return True
    above = (told.quote, *(text for _, text in told.scope))
    return any(project.value in one and len(one) <= len(project.value) + LITTLE_MORE for one in above)


def _is_name_of(cluster: Cluster, value: str) -> bool:
    """Whether a project is but called as the cluster itself."""
    said = {fold(token) for token in words.tokenize(value) if not token.isdigit()}
    return any(said <= {fold(token) for token in words.tokenize(name)} for name in cluster.names)


def _asks_with_whom(text: str) -> bool:
    """Whether a question asks who is with somebody in a project, or takes part in it; not whom to talk to, or
    who leads it."""
    tokens = tokens_of(text)
    mark(tokens)
    takes_part = tokens.has("who") and len(tokens.all_of("project")) > 1  # "Who takes part in the project"
    asked = tokens.has("project") and (takes_part or tokens.has("with_whom", "partner"))
    return asked and not tokens.has("contact", "seeks", *LEADING) and not roles_in(text)
