"""What a question asks of the register."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.conversation import MEMORY
from assistant.model import Turn
from assistant.question import Question, understand
from assistant.request import Request, Wanted
from assistant.requests.excepting import Remainder, excepting
from assistant.requests.following import Earlier, following
from assistant.requests.kind import standing_alone
from assistant.requests.making import request_of
from assistant.requests.parts import Parts, Register, take_apart
from index.register.register import Register as Library

# Conditions on where clusters are, what they do, and what is known of them.
PLACES = ("sectors", "regions", "countries", "towns", "outside", "known")
# Auxiliaries of a verb that was denied: "which clusters do not hold".
IDLE = frozenset({"do", "does", "did", "are", "is", "that", "have", "has"})
# What is asked of clusters by their names.
OF_NAMED: frozenset[Wanted] = frozenset({"attribute", "yes_no", "comparison"})


def read_request(
    question: Question,
    register: Register,
    *,
    today: date,
    before: Request | None = None,
    shown: Sequence[str] = (),
) -> Request | None:
    """What a question asks of the register; None where it is no question about clusters that it may know.

    `before` is what the question before asked, `shown` the ids of the clusters in the answer to it, in order:
    a question that leans on them is read with them, and its request says so.
    """
    earlier = Earlier(before, tuple(shown))
    parts = take_apart(question, register, today)
    left = excepting(parts, register, today)
    if left is not None and (request := _but_for(left, register, today, earlier)) is not None:
        return request
    request = following(parts, earlier) or standing_alone(parts)
    if parts.named or (request is not None and not request.unread):
        return request
    # A common word is a name where nothing else in the question is left to be understood.
    for text in (question.text, _with_capitals(parts)):
        if not register.named(text, lenient=True):
            continue
        parts = take_apart(replace(question, text=text), register, today, lenient=True)
        by_name = following(parts, earlier) or standing_alone(parts)
        if by_name is not None and not by_name.unread and by_name.wanted in OF_NAMED:
            return by_name
    return request


def request_after(
    question: Question, earlier: Sequence[Turn], register: Library, *, today: date
) -> Request | None:
    """What a question asks of the register, after those asked before it."""
    before: Request | None = None
    shown: tuple[str, ...] = ()
    # A cluster may have gone with its document since it was shown.
    held = {cluster.id for cluster in register.clusters} if earlier else frozenset[str]()
    for turn in earlier[-MEMORY:]:
        asked = understand(turn.question, turn.answer.language)
        before = read_request(asked, register, today=today, before=before, shown=shown)
        shown = tuple(id for id in turn.answer.clusters if id in held)
    return read_request(question, register, today=today, before=before, shown=shown)


def _with_capitals(parts: Parts) -> str:
    """A question with capitals for its words that nothing was made of: names, typed in small letters."""
    letters = list(parts.question.text)
    for place in parts.tokens.left():
        start = parts.tokens.tokens[place].span.start
        letters[start] = letters[start].upper()
    return "".join(letters)


def _but_for(left: Remainder, register: Register, today: date, earlier: Earlier) -> Request | None:
    """The list or count that a question asks for, without those it leaves out; None where what is left of it
    asks for neither."""
    parts = take_apart(left.question, register, today)
    request = following(parts, earlier) or standing_alone(parts)
    before = earlier.request
    if request is None and not parts.named and before is not None and before.wanted in {"list", "count"}:
        # "A bez lotniczych?": those of before.
        request = replace(before, leaned=True) if not parts.tokens.left() else None
    if request is None and not parts.named and not parts.unread() and parts.has("clusters", "cluster", "who"):
        request = request_of(parts, "list")
    if request is None or request.wanted not in {"list", "count"}:
        return None
    conditions, unread = request.conditions, tuple(one for one in request.unread if one not in IDLE)
    told = {name: value for name in PLACES if (value := getattr(left.beside, name))}
    conditions = replace(conditions, **told, excluded=(*conditions.excluded, *left.excluded))
    return replace(request, conditions=conditions, unread=unread)
