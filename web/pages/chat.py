"""The chat: the question box, a conversation, and a turn as it streams."""

from collections.abc import Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from fastapi import APIRouter, Depends, Form, Request
from pydantic import ValidationError
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse, RedirectResponse, Response

from assistant.errors import UnknownConversationError
from assistant.model import Turn
from index.errors import StoreError, UnknownDocumentError
from index.model import StoredDocument
from web.access import ReaderRoute
from web.api.ask import asked, rate
from web.api.forms import QUESTION_CHARS, AskForm, FeedbackForm
from web.desk import Desk, desk_of, unusable
from web.pages.examples import examples
from web.pages.items import parse_sort
from web.pages.turn import Showing, TurnView, view
from web.problem import Problem, Words, invalid, respond, worded
from web.rendering import Frame, Page
from web.streaming import Event, event_stream
from web.whole import whole

router = APIRouter(include_in_schema=False, route_class=ReaderRoute)

Text = Annotated[str, Form()]


@dataclass(frozen=True, slots=True)
class Typed:
    """What came in the question's form; None where a file came in place of text."""

    question: str | None
    conversation: str | None


@dataclass(frozen=True, slots=True)
class ChatPage(Page):
    """The box, above it the turns of a conversation or, without one, what this is."""

    template: ClassVar[str] = "chat.html"
    turns: tuple[TurnView, ...]
    conversation: str
    question: str
    error: str
    limit: int
    examples: tuple[str, ...]
    documents: int
    keep_days: int


@dataclass(frozen=True, slots=True)
class TurnPart(Page):
    """One turn, as it stands on the page."""

    template: ClassVar[str] = "turn.html"
    turn: TurnView


@dataclass(frozen=True, slots=True)
class AnswerPart(Page):
    """One part of a turn."""

    template: ClassVar[str] = "part.html"
    part: Any


@router.get("/")
def start(request: Request, question: str = "") -> Response:
    """The start page; an address may bring a question along, which is then in the box."""
    desk = desk_of(request)
    return desk.renderer.page(_page(request, question=question[:QUESTION_CHARS]))


async def typed(request: Request) -> Typed:
    """What came in the question's form. Raises: Problem 400 when it cannot be read."""
    try:
        async with request.form(max_files=10, max_fields=10) as form:
            return Typed(_text(form.get("question", "")), _text(form.get("conversation", "")))
    except (ClientDisconnect, ValueError):
        # The sender left halfway, or the parts are not in the form or the letters that they say.
        raise Problem(400, "body", field="body") from None


@router.post("/ask")
def ask(request: Request, sent: Annotated[Typed, Depends(typed)]) -> Response:
    """Ask, and go to the turn; a script is told where that is and where it streams."""
    try:
        desk_of(request).rates.ask(request)
        turn = _asked(desk_of(request), sent)
    except ValidationError as error:
        return _refused(request, invalid(error.errors(), _frame(request).t), sent, {})
    except Problem as problem:
        return _refused(request, worded(problem, _frame(request).t), sent, problem.headers)
    address = f"/c/{turn.conversation}#turn-{turn.number}"
    if not _scripted(request):
        return RedirectResponse(address, 303)
    events = f"/c/{turn.conversation}/turns/{turn.number}/events"
    told = {"conversation": turn.conversation, "turn": turn.number, "address": address, "events": events}
    return JSONResponse(told, 201, {"Location": address})


@router.get("/c/{conversation}")
def conversation(request: Request, conversation: str) -> Response:
    """A conversation, at its permanent address."""
    turns = turns_of(desk_of(request), conversation)
    return desk_of(request).renderer.page(_page(request, turns=turns, conversation=conversation))


@router.get("/c/{conversation}/turns/{number}/events")
def events(request: Request, conversation: str, number: int) -> Response:
    """The turn's parts one after another, each as the fragment that the page includes."""
    desk = desk_of(request)
    turns = [one for one in turns_of(desk, conversation) if one.number == number]
    if not turns:
        raise Problem(404, "turn", field="turn")
    frame = _frame(request)
    # Looked up before the first byte goes out, while the library's faults can still be answered.
    shown = view(turns[0], _showing(desk, frame, turns))
    return event_stream(_told(desk, frame, shown))


@router.post("/feedback")
def feedback(
    request: Request, conversation: Text = "", turn: Text = "", useful: Text = "", comment: Text = ""
) -> Response:
    """Keep what somebody thought of an answer, and go back to it."""
    number = whole(turn)
    if number is None or useful not in ("yes", "no"):
        raise Problem(422, "form")
    desk_of(request).rates.feed_back(request)
    try:
        rate(
            desk_of(request),
            FeedbackForm(
                conversation=conversation,
                turn=number,
                useful=useful == "yes",
                comment=comment.replace("\r\n", "\n").strip(),
            ),
        )
    except ValidationError:
        raise Problem(422, "form") from None
    if _scripted(request):
        return Response(status_code=204)
    # Who found it of no use is asked why, once.
    why = "&why=1" if useful == "no" and not comment.strip() else ""
    return RedirectResponse(f"/c/{conversation}?thanks={number}{why}#turn-{number}", 303)


def turns_of(desk: Desk, conversation: str) -> tuple[Turn, ...]:
    """The turns of a conversation. Raises: Problem 404."""
    try:
        return desk.backend.conversations.turns(conversation)
    except UnknownConversationError:
        raise Problem(404, "talk", field="conversation") from None


def _text(sent: object) -> str | None:
    """The text as it was typed, or None of a file: browsers send two signs for a line feed."""
    if not isinstance(sent, str):
        return None
    # A sender may name an encoding that has halves of signs, which no page can show.
    return sent.replace("\r\n", "\n").encode("utf-8", "replace").decode("utf-8")


def _asked(desk: Desk, sent: Typed) -> Turn:
    form = AskForm.model_validate({"question": sent.question})
    if sent.conversation:
        turns_of(desk, sent.conversation)
        form = form.model_copy(update={"conversation": sent.conversation})
    try:
        return asked(desk, form)
    except StoreError as error:
        raise unusable(error) from error


def _told(desk: Desk, frame: Frame, shown: TurnView) -> Generator[Event, None, None]:
    shell = TurnPart(frame, TurnView(shown.number, shown.question, shown.language, shown.kind, (), ""))
    yield Event("turn", desk.renderer.fragment(shell))
    for part in shown.parts:
        yield Event("part", desk.renderer.fragment(AnswerPart(frame, part)))
    yield Event("done", shown.summary)


def _page(
    request: Request,
    *,
    turns: Sequence[Turn] = (),
    conversation: str = "",
    question: str = "",
    error: str = "",
) -> ChatPage:
    desk, frame = desk_of(request), _frame(request)
    showing = _showing(desk, frame, turns, request)
    return ChatPage(
        frame,
        turns=tuple(view(turn, showing) for turn in turns),
        conversation=conversation,
        question=question,
        error=error,
        limit=QUESTION_CHARS,
        examples=() if turns else examples(desk.backend.registers(), frame.t),
        documents=desk.backend.library.counts().documents,
        keep_days=desk.backend.keep_days,
    )


def _showing(desk: Desk, frame: Frame, turns: Sequence[Turn], request: Request | None = None) -> Showing:
    cited = {citation.document for turn in turns for citation in turn.answer.citations}
    held = (_held(desk, document) for document in cited)
    asked_for = request.query_params if request else {}
    return Showing(
        frame.t,
        {document.id: document for document in held if document},
        parse_sort(asked_for.get("sort", "")),
        whole(asked_for.get("thanks", "")) or 0,
        max((turn.number for turn in turns), default=0),
        rated=desk.backend.keep_days > 0,
        why="why" in asked_for,
    )


def _held(desk: Desk, document: str) -> StoredDocument | None:
    """The document, or None where it was removed after it had been cited."""
    try:
        return desk.backend.library.document(document)
    except UnknownDocumentError:
        return None


def _refused(request: Request, words: Words, sent: Typed, headers: dict[str, str] | Any) -> Response:
    """The page again with the sentence beside the box and the text kept; to a script the problem itself."""
    if _scripted(request):
        return respond(words, headers)
    conversation = sent.conversation or ""
    sentence = words.errors[0].message if words.errors else words.detail
    turns: tuple[Turn, ...] = ()
    if conversation:
        # One that is not there must not take the page with the question on it along.
        with suppress(Problem):
            turns = turns_of(desk_of(request), conversation)
    page = _page(
        request,
        turns=turns,
        conversation=conversation if turns else "",
        question=sent.question or "",
        error=sentence,
    )
    response = desk_of(request).renderer.page(page, words.status)
    response.headers.update(headers or {})
    return response


def _frame(request: Request) -> Frame:
    desk = desk_of(request)
    return desk.renderer.frame(request, desk.warmup.warmth, "chat")


def _scripted(request: Request) -> bool:
    return request.headers.get("accept", "").startswith("application/json")
