"""The items of an answer as a file."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from assistant.model import Answer, Item, Turn
from web.access import ReaderRoute
from web.desk import desk_of
from web.i18n import Texts
from web.pages.chat import turns_of
from web.pages.items import detail_keys, detail_label
from web.pages.sheet import Sheet, exported, form_of
from web.problem import Problem

router = APIRouter(include_in_schema=False, route_class=ReaderRoute)


@router.get("/c/{conversation}/{turn}.{ending}")
def answer(request: Request, conversation: str, turn: int, ending: str) -> Response:
    """The items of an answer, with where each stands. Raises: Problem 404 where there are none."""
    desk = desk_of(request)
    form = form_of(ending)
    asked = next((one for one in turns_of(desk, conversation) if one.number == turn), None)
    if asked is None or not asked.answer.items:
        raise Problem(404, "turn", field="turn")
    t = desk.renderer.frame(request, desk.warmup.warmth).t
    return exported(_sheet(asked, t), form)


def _sheet(turn: Turn, t: Texts) -> Sheet:
    answer = turn.answer
    keys = detail_keys(answer.items)
    heads = {key: detail_label(key, t) for key in ("name", "aliases", *keys, "reason", "sources")}
    coverage = answer.coverage
    return Sheet(
        "items",
        heads,
        tuple(
            (
                *(item.name, "; ".join(item.aliases)),
                *(item.details.get(key, "") for key in keys),
                *(item.reason, _sources(item, answer)),
            )
            for item in answer.items
        ),
        {
            "question": turn.question,
            "coverage": coverage and {"found": coverage.found, "of": coverage.of},
        },
    )


def _sources(item: Item, answer: Answer) -> str:
    cited = (one for one in answer.citations if one.number in item.citations)
    return "; ".join(f"{one.title}, {one.place}: {one.quote}" for one in cited)
