"""Which clusters: all that meet the conditions, each with what is known of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.answers.register.chosen import matches
from assistant.answers.register.details import condition_attributes, item_of
from assistant.answers.register.heads import heads
from assistant.answers.register.matter import Matter
from assistant.answers.register.notes import coverage_of, list_notes
from assistant.answers.register.ordering import ordered
from assistant.answers.register.phrasing import attribute_words, counted, validity, value_words
from assistant.answers.register.status import is_timed, status_of
from assistant.model import Answer, Coverage, Statement
from assistant.wording import say
from index.register.model import Attribute, Match

# Who leads a cluster goes under either name.
LEADING: Mapping[Attribute, tuple[Attribute, ...]] = {
    "coordinator": ("representative",),
    "representative": ("coordinator",),
}
# Asked for together, one of them answers: where a cluster is, who runs it.
ALTERNATIVES = (
    frozenset[Attribute]({"place", "address", "region", "country"}),
    frozenset[Attribute]({"coordinator", "representative", "person"}),
)


def clusters_answer(matter: Matter) -> Answer | None:
    """All clusters that meet the conditions, in the order of the library; None where none does."""
    found = _as_in_source(matches(matter))
    if not found:
        return None
    if matter.request.order:
        return _in_order(matter, found)
    said = heads(matter, found)
    items = tuple(item_of(matter, match, matter.request.attributes) for match in found)
    coverage = coverage_of(matter, len(items))
    return Answer(
        matter.language,
        "list",
        tuple(said),
        items,
        coverage=coverage,
        notes=(*list_notes(matter, found), *_not_known(matter, found)),
        suggestions=tuple(_suggestions(matter, coverage)),
        clusters=tuple(match.cluster.id for match in found),
        citations=matter.citations.made(),
    )


def _as_in_source(found: Sequence[Match]) -> Sequence[Match]:
    """The clusters as the one document that gives all of them their status lists them; those of several in
    the order of the library."""
    sources = [fact.source for match in found if (fact := status_of(match))]
    if len(sources) < len(found) or len({source.document.id for source in sources}) != 1:
        return found
    pairs = sorted(zip(sources, found, strict=True), key=lambda pair: pair[0].span)
    return tuple(match for _, match in pairs)


def _in_order(matter: Matter, found: Sequence[Match]) -> Answer | None:
    """The clusters in the order asked for, the first as the answer; None without anything to order by."""
    known = ordered(matter, found)[: matter.request.limit]
    if not known:
        return None
    (first, fact), order = known[0], matter.request.order
    head = Statement(
        matter.citations.fact(fact),
        exact=first.cluster.name,
        framing=validity(fact, matter.language)
        if fact.attribute == "status"
        else value_words(fact, matter.language),
        quote=fact.source.quote,
    )
    by: tuple[Attribute, ...] = (fact.attribute,)
    items = tuple(
        item_of(matter, replace(match, facts=(*match.facts, why)), (*by, *matter.request.attributes))
        for match, why in known
    )
    note = say("ordered_by", matter.language, order=say(order, matter.language))
    return Answer(
        matter.language,
        "list",
        (head,),
        items,
        coverage=coverage_of(matter, len(items)),
        notes=(note,),
        clusters=tuple(match.cluster.id for match, _ in known),
        citations=matter.citations.made(),
    )


def _not_known(matter: Matter, found: Sequence[Match]) -> list[str]:
    """Of what was asked for, what the library does not know of some of them."""
    notes = []
    asked = matter.request.attributes
    for attribute in (one for one in asked if one != "status"):
        group = next((one for one in ALTERNATIVES if attribute in one), frozenset())
        together = [one for one in asked if one in group]
        if attribute in together[1:]:
            continue  # Whether it is known is told with the first of them.
        either = (attribute, *LEADING.get(attribute, ()), *together)
        without = sum(not matter.facts(match.cluster, *either) for match in found)
        if without:
            subject = attribute_words(attribute, matter.language)
            notes.append(counted("not_known_of", without, matter.language, attribute=subject, of=len(found)))
    return notes


def _suggestions(matter: Matter, coverage: Coverage) -> list[str]:
    """What may be asked next: the rest, a narrower list, their coordinators."""
    conditions, language = matter.request.conditions, matter.language
    found = []
    if conditions.status and coverage.of > coverage.found and is_timed(conditions):
        found.append(say("suggest_all", language, label=matter.label_words or say("any_label", language)))
    if coverage.found > 1:
        known = {*condition_attributes(conditions), *matter.request.attributes}
        found += [] if "region" in known else [say("suggest_regions", language)]
        found += [] if known & LEADING.keys() else [say("suggest_coordinators", language)]
    return found
