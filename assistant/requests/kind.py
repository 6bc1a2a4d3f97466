"""Which kind of request a question makes, and the request made of its parts."""

from dataclasses import replace

from assistant.question import names
from assistant.request import Request
from assistant.requests.attributes import CONTACT, PROFILE
from assistant.requests.frames import (
    how_many_clusters,
    is_plural,
    opens_yes_no,
    shows_clusters,
    which_cluster,
)
from assistant.requests.holders import contact_of_somebody, held, holder, literal
from assistant.requests.making import request_of
from assistant.requests.own_case import asks_which_alone, described, for_whom, owns
from assistant.requests.parts import ORDERED, Parts
from assistant.requests.tokens import Tokens
from index import words
from index.register.model import Attribute, Conditions
from index.taxonomy import sectors_in

# What may be asked of many clusters at once: a mission or a sector "of clusters" is a general question.
OF_MANY: frozenset[Attribute] = frozenset(
    ("coordinator", "representative", "person", "email", "phone", "website", "address", "place", "region")
)
# Who follows one another in a cluster.
PEOPLE = frozenset[Attribute](("person", "coordinator", "representative"))
# Orders of statuses by their ends.
ENDS = ("ends_first", "ends_last")
# Words that speak of a status.
OF_STATUS = ("status", "round", "ended", "gained", "renewed", "withdrawn", "refused")
# Words by which a question cannot be one for a list.
NO_LIST = ("why", "how", "modal", "defines")
# Verbs that ask of what was.
_PAST = frozenset(
    (
        *("mial", "miala", "mialo", "mialy", "mieli", "byl", "byla", "bylo", "byly", "kiedykolwiek"),
        *("held", "had", "was", "were", "did", "ever"),
    )
)
# Who chooses, "who selected the winners", and what is to come.
_CHOSE = frozenset(
    (
        "selected",
        "chosen",
        "designated",
        "recognised",
        "recognized",
        "honoured",
        "honored",
        "picked",
        "awarded",
    )
)
_AHEAD = frozenset(("will", "wygra", "wygraja", "zdobedzie", "zdobeda", "zwyciezy", "zwycieza", "zostanie"))


def standing_alone(parts: Parts) -> Request | None:
    """What a question asks of the register by itself; None where it is none about clusters it may know."""
    listed = parts.has("refused") and not parts.has("how_many")
    if parts.has("why") or (parts.has("applied") and parts.conditions.status and not listed):
        # Neither who applied nor how many is known of a status: who has it is, and whom it was refused to.
        return None
    if parts.named:
        # In "we are based in Noteć" a cluster's name is but a word of the description.
        return _of_named(parts) or (_recommendation(parts) if owns(parts) else None)
    return (
        literal(parts)
        or contact_of_somebody(parts)
        or _recommendation(parts)
        or holder(parts)
        or _of_many(parts)
    )


def _of_named(parts: Parts) -> Request | None:
    """What is asked of clusters that are named."""
    if which_cluster(parts.tokens) is not None and parts.value.text:
        return held(parts)
    if len(parts.named) > 1 and _compares(parts):
        return _comparison(parts)
    if len(parts.named) == 1 and (other := _other_name(parts)):
        return replace(_comparison(parts), value=other, unread=())
    if parts.has("defines") and not parts.wish.attributes:
        return None
    if _opens_yes_no(parts) and not parts.has("modal"):
        return _yes_no(parts)
    if parts.has("how") and not parts.has("contact", "filler", "how_big") and not _reaches(parts):
        return None
    if parts.wish.attributes or parts.wish.aspect:
        request = request_of(parts, "attribute", "place_value", "sector_value")
        of_people = bool(request.attributes) and PEOPLE.issuperset(request.attributes)
        return replace(
            request,
            conditions=_status_only(parts),
            ever=of_people and _is_past(parts),
        )
    return _keyed(parts)


def _reaches(parts: Parts) -> bool:
    """Whether it is asked how somebody is reached: "how can I call them"."""
    return not set(parts.wish.attributes).isdisjoint(CONTACT)


def _comparison(parts: Parts) -> Request:
    request = request_of(parts, "comparison", "place_value", "sector_value")
    by = (ORDERED[parts.order],) if parts.order in ORDERED else ()
    attributes = tuple(dict.fromkeys((*by, *request.attributes)))
    if parts.has("founded") and "founded" not in attributes:
        told = {parts.tokens.tokens[place].text for place in parts.tokens.places("founded")}
        unread = tuple(word for word in request.unread if word not in told)
        request, attributes = replace(request, unread=unread), (*attributes, "founded")
    return replace(request, attributes=attributes, order="", conditions=_status_only(parts))


def _keyed(parts: Parts) -> Request | None:
    """What is asked by a name with hardly any words: its status beside a label, its profile alone."""
    request = replace(request_of(parts, "attribute", "place_value"), conditions=_status_only(parts))
    if parts.conditions.status and not parts.has("which", "who", "how_many"):
        return replace(request, attributes=("status",))
    if parts.has("members") and not parts.has("which", "who", "whose"):
        return replace(request, attributes=("members",), unread=_without_members(parts))
    bare = all(meaning in {"name", "cluster"} for meaning in parts.tokens.meaning)
    return replace(request, attributes=PROFILE) if bare else None


def _without_members(parts: Parts) -> tuple[str, ...]:
    members = {parts.tokens.tokens[place].text for place in parts.tokens.places("members", "firms")}
    return tuple(word for word in parts.unread("place_value") if word not in members)


def _status_only(parts: Parts) -> Conditions:
    """The conditions of the status: which cluster is meant, its name has said; "now" is said of the status
    only where that is spoken of."""
    conditions = parts.conditions
    if conditions.status == "*" and not parts.dated and not parts.has(*OF_STATUS):
        conditions = replace(conditions, status="", valid_on=None, ended_by=None)
    return replace(
        conditions,
        withdrawn=False,
        refused=False,
        sectors=frozenset(),
        regions=frozenset(),
        countries=frozenset(),
        towns=frozenset(),
        outside=frozenset(),
        members=None,
        founded=None,
        bodies=frozenset(),
        known=frozenset(),
    )


def _other_name(parts: Parts) -> str:
    """The name of whom no cluster is known, which the only one that is named is compared with; "" where it is
    compared with nobody."""
    if not parts.has("bigger", "older"):
        return ""
    tokens = parts.tokens
    taken = {tokens.tokens[place].text for place in tokens.places("name")}
    left = {tokens.tokens[place].text for place in tokens.left()}
    others = [one for one in names(tokens.text) if taken.isdisjoint(words.tokenize(one))]
    return others[0] if len(others) == 1 and left.issubset(words.tokenize(others[0])) else ""


def _compares(parts: Parts) -> bool:
    if parts.has("compare", "bigger", "older", "longer", "better") or (parts.order and parts.has("which")):
        return True
    places = parts.tokens.places("name")
    between = parts.tokens.tokens[places[0] : places[-1]] if places else ()
    return not _opens_yes_no(parts) and any(token.folded in {"czy", "or", "vs"} for token in between)


def _opens_yes_no(parts: Parts) -> bool:
    return opens_yes_no(parts.tokens, parts.question.language)


def _yes_no(parts: Parts) -> Request | None:
    if parts.conditions.refused:
        attributes: tuple[Attribute, ...] = ("refusal",)
        return replace(request_of(parts, "attribute"), attributes=attributes, conditions=_status_only(parts))
    if parts.conditions.withdrawn:
        # Its status tells whether it was taken away, and when.
        return replace(request_of(parts, "attribute"), attributes=("status",), conditions=_status_only(parts))
    request = replace(request_of(parts, "yes_no"), ever=_is_past(parts))
    if parts.value.text:
        return replace(request, attributes=parts.value.attributes, value=parts.value.text)
    if parts.conditioned:
        asked = tuple(
            one for one in request.attributes if one not in {"status", "members", "founded", "sector"}
        )
        return replace(request, attributes=asked)
    return replace(request, wanted="attribute") if request.attributes else None


def _is_past(parts: Parts) -> bool:
    """Whether it is asked of any time, as no date is named: "did it get", "czy miał"."""
    said = {token.folded for token in parts.tokens.tokens}
    return not parts.dated and not parts.has("still", "ended") and (parts.has("gained") or bool(said & _PAST))


def _of_many(parts: Parts) -> Request | None:
    """A list or a count of clusters by conditions."""
    tokens = parts.tokens
    if parts.has("why", "defines") or tokens.meaning[0] == "how" or _asks_what_it_is(parts):
        return None
    if how_many_clusters(tokens):
        # What could be done on a day is known; what can be done is not.
        possible = parts.has("modal") and (not parts.dated or parts.has("gained"))
        return None if possible else _without(request_of(parts, "count"), "members")
    request = request_of(parts, "list")
    if parts.conditions.round and parts.has("holds") and not _is_past(parts):
        # Who has a status of a round has not lost it; who was given one in it may have.
        request = replace(request, conditions=replace(request.conditions, kept=True))
    if parts.order and _of_clusters(parts) and not request.unread and not parts.has(*NO_LIST):
        return request
    if which_cluster(tokens) is not None:
        return _which(parts, request)
    if shows_clusters(tokens) and not (request.unread and parts.has("when", "who", "where", "how_many")):
        return request if not parts.has("modal") else None
    if parts.has(*NO_LIST) or request.unread:
        return None
    if _exist(parts) or _who_holds(parts) or _asked_of_many(parts) or _keywords(parts):
        return replace(request, single=bool(request.attributes) and _is_single(parts))
    return None


def _of_clusters(parts: Parts) -> bool:
    """Whether what is put in order is clusters: "who has the most members" says so by what they have."""
    if parts.has("cluster", "clusters"):
        return True
    # "Which is the oldest town" asks for no cluster.
    of_places = parts.has("place", "region", "country")
    return parts.has("who", "whose", "which") and parts.order in ORDERED and not of_places


def _asks_what_it_is(parts: Parts) -> bool:
    """ "What is the Silver Label?": nobody is asked for who holds it."""
    first = [token.folded for token in parts.tokens.tokens[:2]]
    held = parts.has("clusters", "cluster", "holds", "gained", "ended", "still", "renewed", "round")
    return first in (["what", "is"], ["what", "s"], ["what", "was"]) and not held and not parts.dated


def _without(request: Request, attribute: Attribute) -> Request:
    return replace(request, attributes=tuple(one for one in request.attributes if one != attribute))


def _which(parts: Parts, request: Request) -> Request | None:
    asks = parts.conditioned or parts.order or parts.wish.attributes
    if parts.has("modal") or not (asks or request.unread or parts.has("clusters")):
        return None
    return request


def _exist(parts: Parts) -> bool:
    """ "Are there clusters in Opole?", "czy w Opolu działa klaster meblarski?"."""
    return _opens_yes_no(parts) and parts.conditioned and parts.has("cluster", "clusters")


def _who_holds(parts: Parts) -> bool:
    """ "Who holds the status", "komu wygasł": whoever it is, they are clusters."""
    # "Kto jest Krajowym Klastrem Kluczowym?" asks no less who holds that.
    is_one = not {"jest", "sa", "is", "are"}.isdisjoint(token.folded for token in parts.tokens.tokens)
    held = is_one or parts.has("holds", "gained", "ended", "still", "renewed", "withdrawn", "refused")
    if parts.has("refused") and parts.has("which", "applied"):
        return bool(parts.conditions.status)
    ends = parts.has("which") and (parts.order in ENDS or parts.has("ended"))
    held = held or parts.order in ENDS
    spoken = _won_round(parts) or parts.has("status", "round", "clusters")
    if parts.conditions.status == "*" and not spoken:
        return False
    return bool(parts.conditions.status) and (ends or (held and parts.has("who", "whose")))


def _won_round(parts: Parts) -> bool:
    """Whether it is asked who won a round: not who chose them, who will win it, nor who got that far."""
    folded = [token.folded for token in parts.tokens.tokens]
    places = parts.tokens.places("round_value")
    into = bool(places) and places[0] > 0 and folded[places[0] - 1] in {"do", "to", "into"}
    chose = len(folded) > 1 and folded[0] == "who" and folded[1] in _CHOSE
    ahead = not _AHEAD.isdisjoint(folded)
    gained = parts.has("gained", "renewed") and not parts.has("ended", "refused", "withdrawn")
    return bool(parts.conditions.round) and gained and not (into or chose or ahead)


def _asked_of_many(parts: Parts) -> bool:
    """ "Who represents the clusters of round V": an attribute of all that meet the conditions."""
    conditions = parts.conditions
    narrow = any(
        (conditions.round, conditions.regions, conditions.towns, conditions.sectors, conditions.outside)
    )
    if not OF_MANY.issuperset(parts.wish.attributes) and not narrow:
        return False
    asked = parts.wish.attributes and parts.conditioned
    return bool(asked) and (is_plural(parts.tokens) or bool(parts.conditions.round) or _is_single(parts))


def _is_single(parts: Parts) -> bool:
    """Whether one cluster is described, and something asked of it: "the dairy cluster of Podlasie"."""
    conditions = parts.conditions
    described = conditions.sectors or conditions.regions or conditions.towns
    if not described or _opens_yes_no(parts) or _named_by_trade(parts):
        return False
    return parts.has("cluster") and not is_plural(parts.tokens)


def _named_by_trade(parts: Parts) -> bool:
    """Whether a capital makes a name of what else says a trade, or of a word that nothing was made of: "the
    Timber cluster", "klaster XY&Z" are called so."""
    tokens = parts.tokens
    return any(at and tokens.tokens[at].text[0].isupper() for at in tokens.places("sector_value", ""))


def _keywords(parts: Parts) -> bool:
    """ "kkk 2025", "klastry śląskie lotnicze", "laureaci V rundy", "kkk 2025 – kto?": nothing but
    conditions."""
    if parts.has("whose", "how_many", "when", "since_when", "until_when", "where", "defines"):
        return False
    tokens = parts.tokens
    if tokens.places("who") not in ((), (len(tokens.tokens) - 1,)):
        return False
    if not all(_asks_no_more(tokens, place) for place in tokens.places("which")):
        return False
    if _opens_yes_no(parts) or not parts.conditioned or parts.wish.attributes not in ((), ("status",)):
        return False
    only_label = parts.conditions == Conditions(status=parts.conditions.status)
    if (
        parts.has("clusters", "cluster")
        or _won_round(parts)
        or (parts.conditions.round and parts.has("show"))
    ):
        return True
    return bool(tokens.places("label")) and (parts.has("show") or not only_label)


def _asks_no_more(tokens: Tokens, which: int) -> bool:
    """Whether a pronoun is that of a relative clause, "klastry, które mają", or asks at the end for all that
    was named before: "klastry metalowe – jakie są?"."""
    rest = set(tokens.meaning[which + 1 :]) <= {"being", "exists", "filler", "place_value"}
    return which > 0 and (rest or tokens.meaning[which - 1] == "clusters")


def _recommendation(parts: Parts) -> Request | None:
    """Which cluster suits a firm that is described."""
    if parts.has("how_many", "when", "until_when", "since_when", "why", "defines") or _opens_yes_no(parts):
        return None
    if parts.has("who") and not parts.has("helps") and not (parts.has("seeks") and owns(parts)):
        return None
    if parts.has("how") and not parts.has("own"):
        return None
    own, seeks = owns(parts), parts.has("seeks")
    which = which_cluster(parts.tokens) is not None
    noun = parts.has("cluster", "clusters")
    fits = (
        (own and (which or seeks or parts.has("where")))
        or (own and _asks_nothing(parts))
        or (seeks and noun and not _lists(parts))
        or for_whom(parts)
        or asks_which_alone(parts)
        or parts.has("helps")
    )
    if not fits:
        return None
    told = described(parts)
    request = request_of(parts, "recommendation")
    request = replace(request, described=told, attributes=(), unread=(), role="")
    if request.conditions.sectors:
        return request
    # Everyday words tell the trade of whoever speaks of what they do.
    sectors = frozenset(one.key for one in sectors_in(told, named=True))
    return replace(request, conditions=replace(request.conditions, sectors=sectors))


def _asks_nothing(parts: Parts) -> bool:
    """Whether somebody only tells what they do, or where: to a guide to clusters that asks for one."""
    told = parts.conditions.sectors or parts.conditions.regions or parts.conditions.towns
    asking = ("which", "who", "where", "when", "how", "how_many", "until_when", "since_when", "cluster")
    return bool(told) and "?" not in parts.question.text and not parts.has(*asking)


def _lists(parts: Parts) -> bool:
    """ "Szukam klastrów na Śląsku" looks for all of them."""
    return parts.has("clusters") and not parts.has("for_whom", "own")
