"""POST /api/v1/ask, GET /api/v1/search, POST /api/v1/feedback."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import StringConstraints
from starlette.responses import JSONResponse, Response

from assistant.errors import QuestionError, UnknownConversationError
from assistant.model import Turn
from index.model import Hit
from web.access import ReaderRoute
from web.api.forms import QUESTION_CHARS, AnswerForm, AskForm, FeedbackForm, SearchForm
from web.api.turn_json import turn_json
from web.desk import Desk, desk_of
from web.problem import Problem, documented

router = APIRouter(prefix="/api/v1", tags=["questions"], route_class=ReaderRoute)

SearchedFor = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=QUESTION_CHARS)
]


@router.post("/ask", response_model=AnswerForm, responses=documented(400, 401, 403, 404, 413, 422, 429, 503))
def ask(request: Request, form: AskForm) -> JSONResponse:
    """Answer a question, with a citation behind every statement, or say that the library does not tell."""
    desk_of(request).rates.ask(request)
    return JSONResponse(turn_json(asked(desk_of(request), form)))


@router.get("/search", response_model=SearchForm, responses=documented(401, 403, 422, 429, 503))
def search(request: Request, q: SearchedFor, limit: Annotated[int, Query(ge=1, le=100)] = 10) -> JSONResponse:
    """Find passages, best first."""
    desk_of(request).rates.ask(request)
    hits = desk_of(request).engine().search.search(q, limit)
    return JSONResponse({"hits": [_hit(hit) for hit in hits]})


@router.post("/feedback", status_code=204, responses=documented(400, 401, 403, 429, 404, 409, 413, 422, 503))
def feedback(request: Request, form: FeedbackForm) -> Response:
    """Say whether an answer was useful; a later word on the same answer replaces the earlier one."""
    desk_of(request).rates.feed_back(request)
    rate(desk_of(request), form)
    return Response(status_code=204)


def asked(desk: Desk, form: AskForm) -> Turn:
    """The turn that answers a valid form. Raises: Problem 503 before the model is there, 404, 422."""
    assistant = desk.engine().assistant
    try:
        turn = assistant.ask(
            form.question, conversation=form.conversation, language=form.language, as_of=form.as_of
        )
    except UnknownConversationError:
        raise Problem(404, "conversation", field="conversation") from None
    except QuestionError as error:
        raise Problem(422, "question", field=error.field) from error
    desk.meters.answered(turn)
    return turn


def rate(desk: Desk, form: FeedbackForm) -> None:
    """Keep what somebody thought of an answer. Raises: Problem 404; 409 where nothing is kept."""
    if not desk.backend.keep_days:
        raise Problem(409, "not_kept")
    known = desk.backend.conversations.rate(
        form.conversation, form.turn, useful=form.useful, comment=form.comment
    )
    if not known:
        raise Problem(404, "turn", field="conversation")


def _hit(hit: Hit) -> dict[str, object]:
    passage = hit.passage
    return {
        "document": passage.document.id,
        "file": passage.document.file,
        "title": passage.document.title,
        "place": passage.place.label,
        "text": passage.text,
        "score": round(hit.score, 6),
        "start": passage.span.start,
        "end": passage.span.end,
    }
