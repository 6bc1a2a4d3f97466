"""Status claims beside one another: which adds to which, and which says all that another does."""

from collections.abc import Sequence
from dataclasses import replace

from documents.moments import Moment
from index.extraction.model import Claim
from index.register.model import WITHDRAWN


def tells_more(other: Claim, one: Claim) -> bool:
    """Whether a claim says of a status all that another does, and a time or a round besides."""
    if (other.subject, other.value) != (one.subject, one.value):
        return False
    if WITHDRAWN in (one.qualifier, other.qualifier) and one.qualifier != other.qualifier:
        return False
    told, more = (
        {(name, value) for name in ("qualifier", "since", "until") if (value := getattr(claim, name))}
        for claim in (one, other)
    )
    return told < more and (one.until is None or one.until == other.until)


def together(claims: Sequence[Claim], *, lost: bool) -> list[Claim]:
    """The claims of a sentence, with what one clause adds to another's: the day to a loss, the end to a
    beginning. Without a clause on a loss (`lost`), one that was not renewed on its last day has but ended."""
    kept: list[Claim] = []
    for claim in claims:
        at = next((n for n, one in enumerate(kept) if _adds(one, claim)), None)
        if at is None:
            kept.append(claim)
            continue
        one = kept[at]
        kept[at] = replace(
            one if one.qualifier else claim,
            since=one.since or claim.since,
            until=one.until or claim.until,
        )
        if WITHDRAWN in (one.qualifier, claim.qualifier):
            other = claim if one.qualifier == WITHDRAWN else one
            kept[at] = replace(kept[at], qualifier=WITHDRAWN, since=None) if lost else other
    return kept


def each_term(claim: Claim, begun: Sequence[Moment]) -> list[Claim]:
    """A claim as one for each term that a status was given or renewed for, by their beginnings."""
    if len(begun) < 2 or (claim.until is not None and claim.until.last < begun[-1].first):
        return [claim]
    earlier = [replace(claim, since=since, until=None) for since in begun[:-1]]
    return [*earlier, replace(claim, since=begun[-1])]


def _adds(one: Claim, claim: Claim) -> bool:
    """Whether two claims of a sentence tell of one status, each what the other leaves out."""
    if (one.subject, one.value) != (claim.subject, claim.value) or (one.until and claim.until):
        return False
    if WITHDRAWN in (one.qualifier, claim.qualifier):
        other = claim if one.qualifier == WITHDRAWN else one
        return other.qualifier != WITHDRAWN and other.until is not None
    if one.qualifier and claim.qualifier and one.qualifier != claim.qualifier:
        return False
    if one.since and claim.since:
        return False
    since, until = one.since or claim.since, one.until or claim.until
    return since is None or until is None or since.first < until.last
