"""What clusters are to have at all: "which clusters have a website", "klastry z telefonem"."""

from collections.abc import Mapping

from assistant.requests.frames import how_many_clusters, which_cluster
from assistant.requests.tokens import Spot, Tokens
from index import words
from index.register.model import Attribute

# Concepts that name what a cluster may have, and of which word forms that is true: a verb asks who does it.
NOUNS: Mapping[str, tuple[Attribute, tuple[str, ...]]] = {
    "website": ("website", ("",)),
    "email": ("email", ("",)),
    "phone": ("phone", ("tel", "phone", "numer", "nr", "komork", "mobile")),
    "address": ("address", ("",)),
    "coordinator": ("coordinator", ("koordynator", "coordinator")),
    "representative": ("representative", ("reprezentant", "przedstawiciel", "representative")),
    "partner": ("partner", ("partner",)),
    "project": ("project", ("projekt", "project")),
}
# What clusters have by a verb alone, where it has no object: "which clusters take part in projects".
BY_VERB = ("project", "partner")
# Verbs of giving that say that something is there to be had, folded.
GIVING = frozenset(
    (
        *("podaja", "podaje", "publikuja", "publikuje", "udostepniaja", "udostepnia", "prowadza", "oferuja"),
        *("give", "gives", "publish", "publishes", "provide", "provides", "list", "lists", "offer", "run"),
    )
)
WITH = frozenset(("z", "ze", "with"))
# What asks, in addition to which clusters, for something of them.
ASKING = frozenset(("which", "how_many", "number_of", "when", "whose"))
ARTICLES = frozenset(("a", "an", "any", "jakas", "jakis", "jakies", "jakikolwiek", "jakakolwiek"))


def take_presence(tokens: Tokens) -> frozenset[Attribute]:
    """What the clusters asked for must have; what is asked for in addition is not among it."""
    nouns = tokens.places("clusters", "cluster")
    if tokens.places("name", "value") or not nouns or tokens.has("who", "where"):
        return frozenset()
    asks = which_cluster(tokens) is not None or how_many_clusters(tokens)
    spots = [spot for spot in tokens.spots if spot in tokens.all_of(spot.concept) and spot.start > nouns[0]]
    found = {NOUNS[spot.concept][0] for spot in spots if _is_had(tokens, spot, nouns[0], asks=asks)}
    if (
        asks
        and not tokens.has("whose", "them")
        and not tokens.places("value")
        and len(tokens.places("which")) < 2
    ):
        alone = [spot.concept for spot in spots if spot.concept in BY_VERB and not tokens.left()]
        found |= {NOUNS[concept][0] for concept in alone}
    return frozenset(found)


def _is_had(tokens: Tokens, spot: Spot, noun: int, *, asks: bool) -> bool:
    """Whether the words of a concept say what clusters have: "have" or "with" stands before them, and in a
    command no plural, "list the clusters with coordinators", as that asks for all of theirs."""
    stems = NOUNS.get(spot.concept, ("", ()))[1]
    said = [tokens.tokens[place].folded for place in range(spot.start, spot.end)]
    if not any(word.startswith(stem) for word in said for stem in stems):
        return False
    at = spot.start - 1
    while at > noun and (tokens.says_nothing(at) or tokens.meaning[at] in {*NOUNS, "exists"}):
        at -= 1
    if any(one in ASKING for one in tokens.meaning[noun + 2 : spot.start]):
        return False
    between = {tokens.tokens[place].folded for place in range(at, spot.start)}
    has = tokens.meaning[at] == "holds" or tokens.tokens[at].folded in GIVING
    if not has and not (WITH & between and (at == noun or tokens.meaning[at] == "place_value")):
        return False
    return asks or bool(ARTICLES & between) or _is_singular(tokens.tokens[spot.end - 1].text)


def _is_singular(text: str) -> bool:
    tags = [one.tag.split(":") for one in words.readings(text.lower()) if one.part == "subst"]
    return any("sg" in tag and "inst" in "".join(tag) for tag in tags)
