"""What every page about questions leans on."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import Request

from assistant.asked.groups import Group
from assistant.asked.questions import Questions
from assistant.model import Answer, Citation
from documents.model import Span
from web.cited import cited_address
from web.desk import Desk, desk_of, warming
from web.i18n import Texts
from web.problem import Problem
from web.whole import whole

# Items of a list that are shown of an answer.
_ITEMS = 10


@dataclass(frozen=True, slots=True)
class Source:
    """A passage that an answer cites, or that came nearest."""

    title: str
    quote: str
    address: str


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer in short: its lines, and the passages under it."""

    kind: str
    language: str
    lines: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group in a list."""

    id: int
    text: str
    wordings: int
    count: int
    silent: int
    down: int
    first: str
    last: str
    languages: tuple[str, ...]
    verdict: str
    settled: str


def questions_of(desk: Desk) -> Questions:
    """The questions of the library. Raises: Problem 503 while it warms up."""
    questions = desk.engine().questions
    if questions is None:
        raise warming(desk.warmup)
    return questions


def taken_in(desk: Desk, questions: Questions) -> int:
    """How many questions are in no group yet after a moment; the rest is gone on with in the background."""
    waiting = questions.take_in(within_s=1.0)
    if waiting:
        desk.retrials.catch_up(questions)
    return waiting


def open_groups(desk: Desk) -> tuple[Group, ...]:
    """The groups that wait for staff; none while the library warms up. What was not tried since the library
    changed is tried in the background."""
    engine = desk.warmup.engine
    if engine is None or engine.questions is None:
        return ()
    taken_in(desk, engine.questions)
    desk.retrials.keep_up(engine.questions)
    return tuple(one for one in engine.questions.groups() if one.is_open and one.reasons)


def group_of(request: Request, group: str) -> Group:
    """The group with this id. Raises: Problem 404; UnknownGroupError."""
    number = whole(group)
    if number is None:
        raise Problem(404, "questions", field="group")
    return questions_of(desk_of(request)).group(number)


def row_of(group: Group, t: Texts) -> GroupRow:
    """The group as a row."""
    return GroupRow(
        group.id,
        group.text,
        len(group.newest),
        group.count,
        group.silent,
        group.down,
        t.day(group.first),
        t.day(group.last),
        group.languages,
        group.verdict or "",
        "" if group.is_open else group.decision.settled,
    )


def shown_of(answer: Answer) -> Shown:
    """The answer in short."""
    lines = [answer.abstention] if answer.kind == "abstention" else []
    lines += [" ".join(filter(None, (one.exact, one.framing, one.quote))) for one in answer.statements]
    lines += [f"• {item.name}" for item in answer.items[:_ITEMS]]
    lines += ["…"] if len(answer.items) > _ITEMS else []
    return Shown(answer.kind, answer.language, (*lines, *answer.notes), _sources(answer.citations))


def _sources(citations: Sequence[Citation]) -> tuple[Source, ...]:
    return tuple(
        Source(
            f"{one.title}, {one.place}" if one.place else one.title,
            one.quote,
            cited_address(one.document, Span(one.start, one.end), version=one.version),
        )
        for one in citations[:_ITEMS]
    )
