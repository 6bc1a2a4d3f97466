"""What a question asks of the register."""

from collections.abc import Sequence
from datetime import date

from assistant.question import Question
from assistant.request import Request
from assistant.requests.following import Earlier, following
from assistant.requests.kind import standing_alone
from assistant.requests.parts import Register, take_apart


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
    parts = take_apart(question, register, today)
    return following(parts, Earlier(before, tuple(shown))) or standing_alone(parts)
