"""Which cluster somebody leads, belongs to, or is reached through."""

from dataclasses import replace

from assistant.question import names
from assistant.request import Request, Wanted
from assistant.requests.frames import how_many_clusters
from assistant.requests.making import request_of
from assistant.requests.parts import Parts
from index import words
from index.register.model import Attribute


def literal(parts: Parts) -> Request | None:
    """Which cluster has an address, a site or a number that is written out."""
    known: tuple[Attribute, ...] = ("email", "phone", "website")
    if not parts.value.attributes or parts.value.attributes[0] not in known:
        return None
    return held(parts)


def contact_of_somebody(parts: Parts) -> Request | None:
    """How a person is reached who is named: "telefon do Anny Nowak"."""
    reach: tuple[Attribute, ...] = ("phone", "email")
    asked = tuple(one for one in parts.wish.attributes if one in reach)
    if not asked or parts.has("clusters", "cluster") or parts.conditioned or parts.value.text:
        return None
    left = {parts.tokens.tokens[place].text for place in parts.tokens.left()}
    named = [name for name in names(parts.question.text) if left.issuperset(words.tokenize(name))]
    if len(named) != 1 or not left.issubset(words.tokenize(named[0])):
        return None
    return Request("holder", attributes=asked, value=named[0])


def held(parts: Parts) -> Request:
    request = request_of(parts, "holder")
    return replace(
        request, clusters=(), ambiguous=False, attributes=parts.value.attributes, value=parts.value.text
    )


def holder(parts: Parts) -> Request | None:
    """Which clusters somebody coordinates or represents; with other conditions, a list."""
    if not parts.value.text or parts.has("why", "how", "modal"):
        return None
    if not parts.conditioned and not how_many_clusters(parts.tokens):
        return held(parts)
    wanted: Wanted = "count" if how_many_clusters(parts.tokens) else "list"
    request = request_of(parts, wanted)
    if "person" in parts.value.attributes:
        return held(parts)
    asked = tuple(one for one in request.attributes if one not in parts.value.attributes)
    return replace(
        request, attributes=asked, conditions=replace(parts.conditions, coordinator=parts.value.text)
    )
