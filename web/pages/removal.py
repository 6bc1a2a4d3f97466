"""One conversation as a file, and its removal, for whoever knows its address."""

import json
from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from web.access import ReaderRoute
from web.api.turn_json import conversation_json
from web.desk import desk_of
from web.pages.chat import turns_of
from web.problem import Problem
from web.rendering import Page

router = APIRouter(include_in_schema=False, route_class=ReaderRoute)


@dataclass(frozen=True, slots=True)
class RemovalPage(Page):
    """Asks before a conversation is removed; without one, says that it was."""

    template: ClassVar[str] = "removal.html"
    conversation: str


@router.get("/c/{conversation}/removal")
def asked_whether(request: Request, conversation: str) -> Response:
    """What removing means, and the button for it."""
    turns_of(desk_of(request), conversation)
    return _page(request, conversation)


@router.post("/c/{conversation}/removal")
def remove(request: Request, conversation: str) -> Response:
    """Remove it. Raises: Problem 404."""
    if not desk_of(request).backend.conversations.remove(conversation):
        raise Problem(404, "talk", field="conversation")
    return RedirectResponse("/removed", 303)


@router.get("/removed")
def removed(request: Request) -> Response:
    """That it is gone."""
    return _page(request, "")


@router.get("/c/{conversation}/conversation.json")
def file(request: Request, conversation: str) -> Response:
    """The conversation as it was shown, as a download."""
    told = conversation_json(conversation, turns_of(desk_of(request), conversation))
    headers = {"Content-Disposition": 'attachment; filename="conversation.json"'}
    return Response(json.dumps(told, ensure_ascii=False, indent=2), 200, headers, "application/json")


def _page(request: Request, conversation: str) -> Response:
    desk = desk_of(request)
    frame = desk.renderer.frame(request, desk.warmup.warmth, "chat")
    return desk.renderer.page(RemovalPage(frame, conversation=conversation))
