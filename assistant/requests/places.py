"""The places and sectors a question asks about."""

import re
from dataclasses import dataclass, replace

from assistant.requests.tokens import Tokens, lexicon
from assistant.requests.unions import take_unions
from documents.model import Span
from index import words
from index.register.model import Conditions
from index.respelling import respelled
from index.taxonomy import Found, FoundSector, places_in, sectors_in, town_name

# Words that make of a town the land around it, folded.
AROUND = frozenset(("pod", "kolo", "obok", "near", "around", "area", "areas", "close", "blisko", "greater"))
AROUND_STEMS = ("okolic", "rejon", "region", "metropoli", "aglomerac", "agglomerat", "surround", "vicinit")
# Words after which a place is where something is not, and what may stand between.
OUTSIDE = frozenset(
    ("poza", "spoza", "outside", "except", "excluding", "oprocz", "beyond", "besides", "bez", "non")
)
NOT = frozenset(("nie", "not", "aren", "isn"))
BETWEEN = frozenset(
    ("the", "of", "in", "from", "z", "ze", "w", "we", "na", "for", "i", "oraz", "lub", "and", "or", "t")
)
# Between partners and the place they are from; what parts one thing asked for from another.
FROM = frozenset(("z", "ze", "from", "of", "in", "w", "we"))
PARTING = re.compile(r"[,;:.]")
# How far before or after the town's name such a word may stand.
REACH = 2
# What a place or a sector may not be read from.
TAKEN = (
    "text_value",
    "name",
    "label",
    "round_value",
    "members_value",
    "body_value",
    "value",
    "period",
    "role",
    "email",
    "phone",
    "website",
    "clusters",
    "cluster",
    "foreign",
)


@dataclass(frozen=True, slots=True)
class Places:
    """The places and the sectors found in a question; `around` are the towns whose surroundings are meant,
    `outside` the places where something is not."""

    places: tuple[Found, ...]
    sectors: tuple[FoundSector, ...]
    around: frozenset[str]
    outside: tuple[Found, ...] = ()

    def conditions(self, conditions: Conditions, *, outside: Span) -> Conditions:
        """The conditions with those places and sectors that do not stand in `outside`."""
        places = [one for one in self.places if not _overlap(one.span, outside)]
        sectors = frozenset(one.key for one in self.sectors if not _overlap(one.span, outside))
        regions = {one.region or one.key for one in places if one.kind == "region"}
        towns = {one for one in places if one.kind == "town"}
        near = {one for one in towns if one.key in self.around and one.region}
        # A town outside of the regions named is another place to look in, and its region stands for it.
        apart = {one for one in towns if regions and one.region and one.region not in regions}
        if near or apart:
            regions |= {one.region for one in towns if one.region}
            towns = set()
        inside = {one.country for one in places if one.kind != "country"}
        return replace(
            conditions,
            sectors=sectors,
            regions=frozenset(regions),
            towns=frozenset(words.fold(town_name(one.key)) for one in towns),
            outside=frozenset((one.region or one.key) for one in self.outside),
            countries=frozenset(one.key for one in places if one.kind == "country") - inside,
        )


def take_places(tokens: Tokens, known: frozenset[str]) -> Places:
    """The places and sectors that a question names, their words taken. `known`: the countries that clusters
    are known to be in."""
    unions = take_unions(tokens, known)
    found = places_in(tokens.without(*TAKEN, "place_value"), lenient=True)
    places = tuple(one for one in found if not _of_partners(tokens, one.span))
    for place in places:
        tokens.take_span(place.span, "place_value")
    places = (*places, *unions)
    sectors = sectors_in(tokens.without(*TAKEN, "place_value"))
    for sector in sectors:
        tokens.take_span(sector.span, "sector_value")
    around = frozenset(place.key for place in places if place.kind == "town" and _around(tokens, place.span))
    outside = tuple(place for place in places if place.kind != "town" and _is_outside(tokens, place.span))
    _drop_nouns(tokens)
    _drop_kinds(tokens)
    return Places(tuple(one for one in places if one not in outside), sectors, around, outside)


def respell(tokens: Tokens, found: Places) -> Places:
    """The places and sectors with those that mistyped words stand for, where clusters are asked for and
    nothing else was made of these words."""
    if not tokens.places("clusters", "cluster"):
        return found
    for at in tokens.left():
        token = tokens.tokens[at]
        word = respelled(token.text)
        places = [replace(one, span=token.span) for one in places_in(word, lenient=True)]
        # A capital inside a question makes a name.
        named = at > 0 and token.text[0].isupper()
        sectors = [] if named else [replace(one, span=token.span) for one in sectors_in(word)]
        if places or sectors:
            tokens.take(at, at + 1, "place_value" if places else "sector_value")
            found = replace(found, places=(*found.places, *places), sectors=(*found.sectors, *sectors))
    _drop_nouns(tokens)
    _drop_kinds(tokens)
    return found


def _of_partners(tokens: Tokens, span: Span) -> bool:
    """Whether a place is told of partners, "with Polish partners", "partnerów z Norwegii": a cluster that
    has them need not be there."""
    partners = lexicon()["partners"]["forms"]
    first = next(n for n, token in enumerate(tokens.tokens) if span.start <= token.span.start)
    after = next(
        (n for n, token in enumerate(tokens.tokens) if token.span.start >= span.end), len(tokens.tokens)
    )
    before = first - 1 - (first > 0 and tokens.tokens[first - 1].folded in FROM)
    said = [tokens.tokens[n] for n in (before, after) if 0 <= n < len(tokens.tokens)]
    between = [tokens.text[min(one.span.end, span.end) : max(one.span.start, span.start)] for one in said]
    return any(
        one.folded in partners and not PARTING.search(gap) for one, gap in zip(said, between, strict=True)
    )


def _is_outside(tokens: Tokens, span: Span) -> bool:
    """Whether a place is named as one where something is not, "outside Silesia", "nie z Mazowsza": the words
    that say so are part of it."""
    first = next(n for n, token in enumerate(tokens.tokens) if span.start <= token.span.start)
    for place in range(first - 1, -1, -1):
        folded, meaning = tokens.tokens[place].folded, tokens.meaning[place]
        if folded in OUTSIDE or (folded in NOT and place < first - 1):
            tokens.take(place, place + 1, "place_value")
            return True
        if folded not in BETWEEN and meaning not in {
            "place_value",
            "region",
            "country",
            "place",
            "exists",
            "being",
            "filler",
        }:
            return False
    return False


def _around(tokens: Tokens, span: Span) -> bool:
    inside = [n for n, token in enumerate(tokens.tokens) if span.start <= token.span.start < span.end]
    near = range(max(0, inside[0] - REACH), min(len(tokens.tokens), inside[-1] + 1 + REACH)) if inside else ()
    said = [place for place in near if place not in inside and _is_around(tokens.tokens[place].folded)]
    for place in said:
        if not tokens.meaning[place]:
            tokens.take(place, place + 1, "field")
    return bool(said)


def _is_around(folded: str) -> bool:
    return folded in AROUND or folded.startswith(AROUND_STEMS)


def _drop_nouns(tokens: Tokens) -> None:
    """Nothing back; the noun of a place or sector that is named asks nothing: "w województwie śląskim"."""
    for place in tokens.places("sector"):
        beside = {*tokens.meaning[max(0, place - 1) : place], *tokens.meaning[place + 1 : place + 2]}
        if tokens.tokens[place].folded in AROUND and "place_value" in beside:  # "the Kraków area"
            tokens.meaning[place] = "field"
    for nouns, value in ((("region", "country", "place"), "place_value"), (("sector",), "sector_value")):
        for place in tokens.places(*nouns):
            near = tokens.meaning[max(0, place - REACH) : place + REACH + 1]
            before = tokens.meaning[max(0, place - REACH) : place]
            if value in near and "which" not in before:
                tokens.meaning[place] = "field"


def _drop_kinds(tokens: Tokens) -> None:
    """Nothing back; beside a sector, words for any trade are part of it: "energy equipment clusters"."""
    kinds = frozenset(lexicon()["kinds"]["words"])
    for place in tokens.left():
        if tokens.tokens[place].folded in kinds:
            near = {*tokens.meaning[max(0, place - 1) : place], *tokens.meaning[place + 1 : place + 2]}
            if "sector_value" in near:
                tokens.meaning[place] = "field"


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
