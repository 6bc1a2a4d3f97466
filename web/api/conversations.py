"""GET and DELETE /api/v1/conversations/{conversation}."""

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from assistant.errors import UnknownConversationError
from web.access import ReaderRoute
from web.api.forms_asked import ConversationForm
from web.api.turn_json import conversation_json
from web.desk import desk_of
from web.problem import Problem, documented

router = APIRouter(prefix="/api/v1", tags=["questions"], route_class=ReaderRoute)


@router.get(
    "/conversations/{conversation}", response_model=ConversationForm, responses=documented(404, 422, 503)
)
def conversation(request: Request, conversation: str) -> JSONResponse:
    """A conversation whole: each question with its answer as it was shown."""
    try:
        turns = desk_of(request).backend.conversations.turns(conversation)
    except UnknownConversationError:
        raise Problem(404, "talk", field="conversation") from None
    return JSONResponse(conversation_json(conversation, turns))


@router.delete("/conversations/{conversation}", status_code=204, responses=documented(404, 422, 503))
def remove(request: Request, conversation: str) -> Response:
    """Remove a conversation, with what was thought of its answers. Its id is all that is asked for."""
    if not desk_of(request).backend.conversations.remove(conversation):
        raise Problem(404, "talk", field="conversation")
    return Response(status_code=204)
