"""A question back, where a firm's description does not say what it does, with choices and best guesses."""

from collections.abc import Sequence

from assistant.answers.register.fit import Fit, evidence, known_sectors
from assistant.answers.register.matter import Matter
from assistant.answers.register.phrasing import condition_words, joined
from assistant.model import Answer, Item, Statement
from assistant.wording import say
from index import taxonomy

CHOICES, GUESSES = 6, 3


def clarification_answer(matter: Matter, fits: Sequence[Fit]) -> Answer | None:
    """One question with the sectors that the register knows, and three clusters that may suit all the same;
    None where it knows of no sector."""
    sectors = known_sectors(matter.register)[:CHOICES]
    if not sectors:
        return None
    language = matter.language
    names = [taxonomy.sector_name(key, language) for key, _ in sectors]
    question = Statement(
        tuple(dict.fromkeys(matter.citations.source(fact.source) for _, fact in sectors)),
        exact=say("which_sector", language),
        framing=say("sectors_known", language, sectors=joined(names, language)),
    )
    guesses = _guesses(matter, fits)
    place = condition_words(matter.request.conditions, language)
    return Answer(
        language,
        "clarification",
        (question,),
        guesses,
        citations=matter.citations.made(),
        notes=(say("guesses", language),) if guesses else (),
        suggestions=tuple(
            say("in_sector", language, sector=name, place=f", {place}" if place else "") for name in names
        ),
    )


def _guesses(matter: Matter, fits: Sequence[Fit]) -> tuple[Item, ...]:
    """What the place or the search speaks for, then others in the library's order."""
    known = {fit.cluster.id for fit in fits}
    others = (Fit(cluster) for cluster in matter.register.clusters if cluster.id not in known)
    items: list[Item] = []
    for fit in (*fits, *(one for one, _ in zip(others, range(GUESSES), strict=False))):
        source = evidence(fit)
        if source and len(items) < GUESSES:
            items.append(_guess(matter, fit, source.quote, matter.citations.source(source)))
    return tuple(items)


def _guess(matter: Matter, fit: Fit, quote: str, number: int) -> Item:
    open_quote, close_quote = (say(one, matter.language) for one in ("open_quote", "close_quote"))
    return Item(
        fit.cluster.name,
        (number,),
        aliases=fit.cluster.aliases,
        cluster=fit.cluster.id,
        reason=f"{open_quote}{' '.join(quote.split())}{close_quote}",
    )
