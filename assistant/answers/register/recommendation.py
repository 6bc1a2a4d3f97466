"""Which cluster suits a firm: a short ranked list, each with its reason, quoted."""

from collections.abc import Sequence

from assistant.answers.register.clarification import clarification_answer
from assistant.answers.register.details import detailed, status_details, told
from assistant.answers.register.fit import RELATED, Fit, evidence, ranked
from assistant.answers.register.matter import Matter
from assistant.answers.register.phrasing import attribute_words, joined
from assistant.answers.register.status import current
from assistant.model import Answer, Item, Statement
from assistant.wording import say
from index import taxonomy
from index.register.model import Attribute, Match, Source

MOST = 5
# The share of the best fit of activity that is still worth a look, however near the cluster is.
WORTH = 0.5
CONTACT: tuple[Attribute, ...] = ("email", "phone", "website")


def recommendation_answer(matter: Matter) -> Answer | None:
    """The clusters that suit, best first, only while a reason can be quoted; a question back where nothing
    says what the firm does; None where the library knows nothing that fits."""
    fits = ranked(matter)
    suiting = [fit for fit in fits if fit.suits]
    reasons = [(fit, source) for fit in suiting if (source := evidence(fit))]
    if not reasons:
        return None if matter.request.conditions.sectors else clarification_answer(matter, fits)
    most = max(fit.activity for fit, _ in reasons)
    best = reasons[0][0]
    reasons = [(fit, source) for fit, source in reasons if _is_worth(fit, best, most)][:MOST]
    items = tuple(item(matter, fit, source) for fit, source in reasons)
    first, source = reasons[0]
    head = Statement(
        (matter.citations.source(source),),
        exact=first.cluster.name,
        framing=_fits(matter, first),
        quote=source.quote,
    )
    return Answer(
        matter.language,
        "recommendation",
        (head, *_more(matter, first, source)),
        items,
        citations=matter.citations.made(),
        notes=_notes(matter),
        clusters=tuple(fit.cluster.id for fit, _ in reasons),
    )


def _is_worth(fit: Fit, best: Fit, most: float) -> bool:
    """Whether a cluster is worth a look beside the best: by what it does, or as much by where it is; of a
    related trade only, it is not where the best is near and it is not."""
    if best.near and not fit.near and fit.activity <= RELATED:
        return False
    return fit.activity >= WORTH * most or (fit.near and fit.score >= WORTH * best.score)


def _more(matter: Matter, fit: Fit, source: Source) -> tuple[Statement, ...]:
    """The sentence that a short reason goes on with."""
    if fit.said is None or fit.said.more is None or source is not fit.said.source:
        return ()
    return (Statement((matter.citations.source(fit.said.more),), quote=fit.said.more.quote),)


def item(matter: Matter, fit: Fit, source: Source) -> Item:
    """A cluster as a recommendation: the reason, whom to ask, and what the library does not know."""
    match = Match(fit.cluster)
    leading: tuple[Attribute, ...] = (
        ("coordinator",) if fit.cluster.of("coordinator") else ("representative",)
    )
    known = {one: told(matter, match, one)[:1] for one in (*leading, "members", "place", *CONTACT)}
    known = {one: facts for one, facts in known.items() if facts}
    status = current(matter, fit.cluster)
    facts = [*(fact for facts in known.values() for fact in facts), *([status] if status else [])]
    numbers = [matter.citations.source(source), *(n for fact in facts for n in matter.citations.fact(fact))]
    missing = _missing(matter, list(known))
    details = (status_details(status) if status else {}) | detailed(known, matter.language)
    return Item(
        fit.cluster.name,
        tuple(dict.fromkeys(numbers)),
        aliases=fit.cluster.aliases,
        details=details | ({"not_in_library": missing} if missing else {}),
        reason=_reason(matter, fit, source),
        cluster=fit.cluster.id,
    )


def _missing(matter: Matter, known: Sequence[Attribute]) -> str:
    language = matter.language
    absent = [] if set(known).intersection(("coordinator", "representative")) else ["coordinator"]
    words = [say(f"is_{one}", language) for one in absent]
    if not set(known).intersection(CONTACT):
        words.append(say("is_contact", language))
    if "members" not in known:
        words.append(attribute_words("members", language))
    return joined(words, language)


def _reason(matter: Matter, fit: Fit, source: Source) -> str:
    quote = " ".join(source.quote.split())
    quoted = f"{say('open_quote', matter.language)}{quote}{say('close_quote', matter.language)}"
    fits = _fits(matter, fit)
    return f"{fits}: {quoted}" if fits else quoted


def _fits(matter: Matter, fit: Fit) -> str:
    """In what it fits, in our words: the sectors, then the place."""
    names = [taxonomy.sector_name(key, matter.language) for key in sorted(fit.sectors)]
    places = [one.value for one in fit.facts if one.attribute == "place"][:1]
    places = (
        places
        or [
            taxonomy.region_name(one.value, matter.language) for one in fit.facts if one.attribute == "region"
        ][:1]
    )
    return ", ".join((*names, *(places if fit.near else ())))


def _notes(matter: Matter) -> tuple[str, ...]:
    conditions = matter.request.conditions
    asked_place = conditions.towns or conditions.regions
    return (
        (say("suits_by", matter.language),) if asked_place else (say("suits_without_place", matter.language),)
    )
