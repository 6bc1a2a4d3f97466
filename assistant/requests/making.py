"""A request made of all that the parts of a question hold."""

from assistant.request import Request, Wanted
from assistant.requests.attributes import LED
from assistant.requests.parts import Parts
from assistant.requests.tokens import lexicon
from assistant.requests.turns import turn_of


def request_of(parts: Parts, wanted: Wanted, *unused: str) -> Request:
    """The request with all that the parts hold."""
    attributes = parts.wish.attributes
    if wanted not in {"attribute", "comparison"} and parts.conditions.status and not parts.wish.aspect:
        # What every one of them has is no column of a list.
        attributes = tuple(one for one in attributes if one != "status")
    return Request(
        wanted,
        parts.clusters,
        attributes,
        parts.conditions,
        dated=parts.dated,
        unread=parts.unread(*unused),
        role=parts.wish.role,
        aspect=parts.wish.aspect,
        order=parts.order,
        limit=parts.limit,
        via=parts.via,
        office=_asks_an_office(parts),
        turn=turn_of(parts.tokens) if attributes and set(attributes) <= set(LED) else "",
        ambiguous=any(len(ids) > 1 for ids in parts.named),
    )


def _asks_an_office(parts: Parts) -> bool:
    """Whether an office is spoken of, not an address like biuro@..."""
    tokens, offices = parts.tokens, lexicon()["office"]["words"]
    return any(
        meaning == "filler" and token.folded in offices
        for token, meaning in zip(tokens.tokens, tokens.meaning, strict=True)
    )
