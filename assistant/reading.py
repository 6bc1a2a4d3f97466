"""What a question asks of the register."""

from collections.abc import Sequence
from datetime import date

from assistant.question import Question
from assistant.request import Request, Wanted
from assistant.requests.following import Earlier, following
from assistant.requests.kind import standing_alone
from assistant.requests.parts import Register, take_apart

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
    request = following(parts, earlier) or standing_alone(parts)
    if parts.named or (request is not None and not request.unread):
        return request
    if not register.named(question.text, lenient=True):
        return request
    parts = take_apart(question, register, today, lenient=True)
    by_name = following(parts, earlier) or standing_alone(parts)
    # A common word is a name where nothing else in the question is left to be understood.
    if by_name is None or by_name.unread or by_name.wanted not in OF_NAMED:
        return request
    return by_name
