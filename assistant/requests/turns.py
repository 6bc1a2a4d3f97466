"""Whether those who were before, or are to come after, are asked for of those who follow one another."""

from assistant.request import Turn
from assistant.requests.bodies import LEADING
from assistant.requests.tokens import Tokens, lexicon

# Who coordinates a cluster, by nouns, folded.
_COORDINATORS = ("koordynator", "coordinator")
# What may stand between whoever leads the coordinator and that, and what makes of them two.
_OF_WHOM = frozenset(("it", "them", "name", "cluster", "filler"))
_APART = frozenset(("i", "oraz", "and", "or", "lub", "czy", "a", "jako", "as"))
# Before the name of whoever came after the one that is asked for.
_BEFORE = frozenset(("przed", "before"))
# Verbs that speak of what is to come, folded.
_WILL = frozenset(("bedzie", "beda", "will", "zostanie", "stanie"))


def take_turns(tokens: Tokens) -> None:
    """Nothing back; what stands before a role and says when somebody is in it is taken for that, and so is
    "before" where a name follows."""
    for place, token in enumerate(tokens.tokens[:-1]):
        if token.folded in _BEFORE and tokens.tokens[place + 1].text[0].isupper():
            tokens.take(place, place + 1, "earlier")
    for place in tokens.places("role"):
        before = tokens.tokens[place - 1].folded if place else ""
        for turn, stems in lexicon()["turns"].items():
            said = any(before.startswith(one[:-1]) if one.endswith("*") else before == one for one in stems)
            if said and tokens.meaning[place - 1] in {"", "ended", "filler"}:
                tokens.take(place - 1, place, turn)


def take_via(tokens: Tokens) -> bool:
    """Whether it is asked who leads the coordinator, "who runs its coordinator", whose noun is taken then."""
    for spot in tokens.all_of("coordinator"):
        if not tokens.tokens[spot.start].folded.startswith(_COORDINATORS):
            continue
        before = spot.start - 1
        while before > 0 and (tokens.says_nothing(before) or tokens.meaning[before] in _OF_WHOM):
            if tokens.tokens[before].folded in _APART:
                break
            before -= 1
        if before >= 0 and tokens.meaning[before] in {"heads", "manages", "role"}:
            tokens.take(spot.start, spot.end, "via")
            return True
    return False


def turn_of(tokens: Tokens) -> Turn:
    """Who is asked for of the people and bodies that lead a cluster; "" where it is those who do."""
    if tokens.places("successor") or _speaks_of_the_future(tokens):
        return "after"
    former = tokens.has("ended") and not tokens.has("status") and not tokens.places("label")
    return "before" if former or tokens.places("earlier") else ""


def _speaks_of_the_future(tokens: Tokens) -> bool:
    said = {token.folded for token in tokens.tokens}
    return bool(said & _WILL) and (tokens.has(*LEADING) or bool(tokens.places("role")))
