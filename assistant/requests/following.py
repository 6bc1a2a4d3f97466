"""What a question asks that leans on the one before it: narrower, of another subject, or more of the same."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.request import Aspect, Request
from assistant.requests.attributes import LED
from assistant.requests.frames import how_many_clusters, opens_yes_no, which_cluster
from assistant.requests.making import request_of
from assistant.requests.parts import Parts
from assistant.requests.rounds import ordinal_of, round_number
from assistant.requests.status import label_grades
from assistant.requests.turns import turn_of
from index.register.model import Conditions
from index.words import fold

# Fields of Conditions that say one thing in different ways: a new one takes the place of all in its group.
GROUPS: tuple[tuple[str, ...], ...] = (
    ("round", "valid_on", "valid_during", "ends_in", "ended_by", "ends_after", "begins_in"),
    ("regions", "countries", "towns", "outside"),
    ("sectors",),
    ("members",),
    ("founded",),
    ("coordinator", "bodies"),
    ("known",),
    ("text",),
    ("excluded",),
)
TIMES = GROUPS[0]
MANY = ("list", "count", "recommendation")
# Before an ordinal, what makes it that of a round and not of one of those shown.
IN = frozenset(("w", "we", "z", "ze", "in", "from", "of"))
# "And before?": alone, it asks how it was.
BEFORE = frozenset(("before", "previously"))
# A question of more words than these, with a noun of its own, stands alone.
SHORT = 6


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was asked before, None where it was nothing of the register, and the clusters then shown."""

    request: Request | None
    shown: tuple[str, ...] = ()


def following(parts: Parts, earlier: Earlier) -> Request | None:
    """What a question asks with what was asked before; None where it stands alone."""
    if earlier.request is None and not earlier.shown:
        return None
    if parts.has("why", "defines") or parts.value.text:
        return None
    if parts.named:
        return _other_cluster(parts, earlier.request)
    if earlier.request is not None:
        parts = _of_like_round(parts, earlier.request.conditions.round)
    for way in (
        _of_them,
        _in_turn,
        _the_others,
        _told_apart,
        _compared,
        _counted,
        _of_one_or_all,
        _switched,
        _completed,
    ):
        request = way(parts, earlier)
        if request is not None:
            return replace(request, leaned=True)
    return None


def _other_cluster(parts: Parts, before: Request | None) -> Request | None:
    """ "A Dolina Lotnicza?": the same of another cluster."""
    continues = parts.question.continues or parts.has("about_that")
    asks = parts.wish.attributes or parts.conditioned or parts.order
    if before is None or not continues or asks or parts.unread():
        return None
    new = replace(before, clusters=parts.clusters, ambiguous=any(len(ids) > 1 for ids in parts.named))
    if before.wanted == "comparison":
        return replace(new, clusters=(*before.clusters[:1], *parts.clusters), leaned=True)
    if before.wanted in {"attribute", "yes_no"}:
        return replace(new, leaned=True)
    conditions = replace(before.conditions, within=frozenset())
    if before.wanted in MANY and conditions != Conditions():
        return replace(new, wanted="yes_no", conditions=conditions, attributes=(), order="", leaned=True)
    return None


def _of_them(parts: Parts, earlier: Earlier) -> Request | None:
    """ "Which of them are in Kraków", "only the aviation ones": the clusters shown, with new conditions."""
    which = which_cluster(parts.tokens) is not None
    pointed = parts.has("of_them") or (parts.has("them", "those") and which)
    only = parts.has("only") and not which and parts.conditioned
    best = bool(parts.order) and not parts.has("clusters", "cluster") and not parts.unread()
    if not (pointed or only or best) or len(earlier.shown) < 1 + best:
        return None
    request = request_of(parts, "count" if _counts(parts) else "list")
    if request.wanted == "count":
        request = replace(request, attributes=())
    before = earlier.request
    kept = before.conditions if before and before.wanted in {"list", "count"} else Conditions()
    dated = request.dated or bool(before and before.dated and not _is_timed(parts.conditions))
    return replace(request, conditions=_within(_merged(kept, parts.conditions), earlier.shown), dated=dated)


def _in_turn(parts: Parts, earlier: Earlier) -> Request | None:
    """ "A wcześniej?", "who was before him?", "a kto go zastąpi?": whoever was, or comes, in place of those
    spoken of."""
    before, said = earlier.request, {token.folded for token in parts.tokens.tokens}
    if before is None or before.wanted != "attribute" or parts.conditioned:
        return None
    turn = turn_of(parts.tokens) or ("before" if said & BEFORE else "")
    if not turn or any(fold(word) not in BEFORE for word in parts.unread()):
        return None
    asked = parts.wish.attributes or tuple(one for one in before.attributes if one in LED) or ("person",)
    if not set(asked) <= set(LED):
        return None
    role = parts.wish.role or (before.role if not parts.wish.attributes else "")
    return replace(before, attributes=asked, role=role, turn=turn, unread=(), dated=False, aspect="")


def _told_apart(parts: Parts, earlier: Earlier) -> Request | None:
    """ "Which ones?", "list them" after a count: the clusters that were counted."""
    before = earlier.request
    if before is None or before.wanted != "count" or not parts.has("which", "show"):
        return None
    nothing_else = {
        "which",
        "show",
        "them",
        "those",
        "it",
        "filler",
        "exists",
        "being",
        "clusters",
        "others",
        "",
    }
    if parts.unread() or not nothing_else.issuperset(parts.tokens.meaning):
        return None
    return replace(before, wanted="list")


def _compared(parts: Parts, earlier: Earlier) -> Request | None:
    """ "Which of the two is larger?": those compared before, by something else."""
    before = earlier.request
    if before is None or len(before.clusters) < 2 or not parts.has("compare", "bigger", "older", "longer"):
        return None
    return replace(request_of(parts, "comparison"), clusters=before.clusters)


def _counted(parts: Parts, earlier: Earlier) -> Request | None:
    """ "How many are there?", "ile ich jest?": those listed before."""
    before, asks = earlier.request, parts.has("how_many", "number_of")
    if before is None or before.wanted != "list" or not asks or parts.wish.attributes or parts.conditioned:
        return None
    idle = {
        "how_many",
        "number_of",
        "them",
        "those",
        "it",
        "being",
        "exists",
        "filler",
        "clusters",
        "whose",
        "",
    }
    if parts.unread() or not idle.issuperset(parts.tokens.meaning):
        return None
    return replace(before, wanted="count", attributes=(), order="", limit=None)


def _is_timed(conditions: Conditions) -> bool:
    return any(getattr(conditions, name) for name in TIMES)


def _counts(parts: Parts) -> bool:
    return how_many_clusters(parts.tokens) or (
        parts.has("how_many", "number_of") and not parts.has("members", "firms")
    )


def _inherited(parts: Parts, earlier: Earlier) -> Conditions:
    """The conditions of a question, its label that of the question before where it says none itself."""
    conditions = parts.conditions
    before = earlier.request.conditions.status if earlier.request else ""
    return replace(conditions, status=before) if conditions.status == "*" and before else conditions


def _within(conditions: Conditions, shown: Sequence[str]) -> Conditions:
    return replace(conditions, within=frozenset(shown))


def _the_others(parts: Parts, earlier: Earlier) -> Request | None:
    """ "Show the other eight": those with the same label that were not shown."""
    before = earlier.request
    if not parts.has("others") or before is None or before.wanted not in MANY or not earlier.shown:
        return None
    if not all(round_number(word) for word in parts.unread()):
        return None
    kept = Conditions(status=before.conditions.status) if before.conditions.status else before.conditions
    conditions = _merged(kept, parts.conditions)
    return Request("list", conditions=conditions, without=frozenset(earlier.shown), dated=parts.dated)


def _of_one_or_all(parts: Parts, earlier: Earlier) -> Request | None:
    """ "Their coordinators", "until when does it hold the status", "the second one": of those spoken of."""
    if parts.has("clusters") and not parts.has("them", "those"):
        return None
    meant = _meant(parts, earlier)
    if not meant or (parts.has("cluster") and not parts.has("it", "those") and not _the_one(parts, meant)):
        return None
    checks = opens_yes_no(parts.tokens, parts.question.language) and parts.conditioned
    if len(meant) == 1 and checks:
        request = replace(request_of(parts, "yes_no"), attributes=())
        return replace(request, clusters=meant, conditions=_inherited(parts, earlier))
    request = _timed(request_of(parts, "attribute" if len(meant) == 1 else "list"), parts, earlier)
    if not request.attributes:
        return None
    if len(meant) == 1:
        return replace(request, clusters=meant, conditions=_inherited(parts, earlier))
    if parts.conditions != Conditions(status=parts.conditions.status):
        return None
    return replace(request, conditions=_within(Conditions(), meant))


def _timed(request: Request, parts: Parts, earlier: Earlier) -> Request:
    """The request, "until when?" and "since when?" taken for the status where that was spoken of."""
    before = earlier.request
    of_people = before is not None and bool(before.attributes) and set(before.attributes) <= set(LED)
    timed = parts.has("since_when", "until_when") and request.attributes in ((), ("founded",))
    if before is not None and of_people and timed and not parts.has("founded", "exists"):
        aspect: Aspect = "until" if parts.has("until_when") else "since"
        return replace(request, attributes=before.attributes, role=before.role, aspect=aspect)
    of_status = before is not None and (bool(before.conditions.status) or "status" in before.attributes)
    if parts.has("until_when") and not request.aspect and request.attributes in ((), ("founded",)):
        return replace(request, attributes=("status",), aspect="until")
    if (
        of_status
        and parts.has("since_when")
        and request.attributes == ("founded",)
        and not parts.has("founded", "exists")
    ):
        return replace(request, attributes=("status",), aspect="since")
    return request


def _the_one(parts: Parts, meant: Sequence[str]) -> bool:
    """Whether "the cluster" is the one spoken of: nothing is asked of clusters in general."""
    general = parts.has("modal", "how", "how_big") or parts.conditioned or bool(parts.unread())
    return len(meant) == 1 and not general and which_cluster(parts.tokens) is None


def _meant(parts: Parts, earlier: Earlier) -> tuple[str, ...]:
    """The clusters that a pronoun or nothing at all stands for."""
    shown = earlier.shown
    named = earlier.request.clusters if earlier.request else ()
    place = _ordinal(parts)
    if place is not None and shown:
        return shown[place : place + 1] if place >= 0 else shown[-1:]
    if parts.has("it"):
        recommended = earlier.request is not None and earlier.request.wanted == "recommendation"
        return (
            named[:1] if len(named) == 1 else shown[:1] if recommended or len(shown) == 1 else named or shown
        )
    return named or shown


def _ordinal(parts: Parts) -> int | None:
    """Which of those shown is meant, "ten drugi", "the last one"; None where none is picked out."""
    for place in parts.tokens.left():
        number = ordinal_of(parts.tokens.tokens[place].folded)
        if number is not None:
            parts.tokens.take(place, place + 1, "those")
            return number
    return None


def _switched(parts: Parts, earlier: Earlier) -> Request | None:
    """ "A w Małopolsce?", "a te z V rundy?": what was asked before, with another place, round or time."""
    before = earlier.request
    if before is not None:
        parts = _of_like_label(parts, before.conditions.status)
    leans = parts.question.continues or parts.has("about_that", "those")
    short = len(parts.tokens.tokens) <= SHORT and not parts.tokens.places("label")
    if before is None or not parts.conditioned or parts.unread() or not (leans or short):
        return None
    if parts.has("clusters", "cluster") or (parts.has("holds") and parts.has("who")):
        return None
    # "Who will head it from June?" asks for somebody, not for other clusters.
    if before.wanted == "holder" or (parts.has("it") and not set(parts.wish.attributes).isdisjoint(LED)):
        return None
    conditions = _merged(before.conditions, parts.conditions)
    changed = replace(before, conditions=conditions)
    if _is_timed(parts.conditions):
        changed = replace(changed, dated=parts.dated)
    if before.wanted in {"list", "count"}:
        counts = _counts(parts)
        shows = parts.has("which", "show", "who")
        changed = replace(changed, wanted="count" if counts else "list" if shows else before.wanted)
    return replace(changed, order=parts.order or before.order, without=frozenset())


def _of_like_label(parts: Parts, before: str) -> Parts:
    """The parts, "bronze" in them taken for the label of that grade where one of another was spoken of."""
    grades = {grade.title() for grade in label_grades().values()}
    kind = next((before.removeprefix(grade) for grade in grades if before.startswith(f"{grade} ")), "")
    for place in parts.tokens.left() if kind else ():
        grade = label_grades().get(parts.tokens.tokens[place].folded, "")
        if grade:
            parts.tokens.take(place, place + 1, "label")
            return replace(parts, conditions=replace(parts.conditions, status=f"{grade.title()}{kind}"))
    return parts


def _of_like_round(parts: Parts, before: str) -> Parts:
    """The parts, "in the eighth" in them taken for a round where one was spoken of."""
    left, tokens = parts.tokens.left(), parts.tokens.tokens
    number = round_number(tokens[left[0]].text) if before and len(left) == 1 else ""
    if not number or parts.conditions.round or IN.isdisjoint(one.folded for one in tokens[: left[0]]):
        return parts
    parts.tokens.take(left[0], left[0] + 1, "round_value")
    conditions = replace(parts.conditions, round=number, status=parts.conditions.status or "*")
    return replace(parts, conditions=conditions)


def _completed(parts: Parts, earlier: Earlier) -> Request | None:
    """ "Które klastry są z V rundy?": a round or a time of the status that was spoken of."""
    before = earlier.request
    if before is None or parts.conditions.status != "*" or not before.conditions.status:
        return None
    counts = how_many_clusters(parts.tokens)
    if not counts and which_cluster(parts.tokens) is None:
        return None
    request = request_of(parts, "count" if counts else "list")
    return replace(request, conditions=_inherited(parts, earlier))


def _merged(before: Conditions, new: Conditions) -> Conditions:
    """The conditions of before, each group in which the new ones say something replaced by them; the clusters
    they were looked for among are not, where it is others that are asked for."""
    merged = before
    for group in GROUPS:
        if not any(getattr(new, name) for name in group):
            continue
        if any(getattr(before, name) for name in group):
            merged = replace(merged, within=frozenset())
        merged = replace(merged, **{name: getattr(new, name) for name in group})
    if new.status and (new.status != "*" or not merged.status):
        merged = replace(merged, status=new.status)
    return merged
