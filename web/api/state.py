"""/health, /ready and /metrics."""

from fastapi import APIRouter, Request
from prometheus_client import CONTENT_TYPE_LATEST
from starlette.responses import JSONResponse, Response

from web.access import OpenRoute, ReaderRoute
from web.api.forms import ReadyForm
from web.desk import desk_of, warming
from web.i18n import texts
from web.problem import documented, language_of, worded

router = APIRouter(tags=["state"], route_class=OpenRoute)

readers = APIRouter(tags=["state"], route_class=ReaderRoute)


@router.get("/health")
def health() -> dict[str, str]:
    """Whether the server is alive."""
    return {"state": "alive"}


@router.get("/ready", response_model=ReadyForm, responses=documented(503))
def ready(request: Request) -> JSONResponse:
    """Whether questions can be answered; before that, 503 with `state` warming or failed."""
    desk = desk_of(request)
    if desk.warmup.engine is None:
        problem = warming(desk.warmup)
        words = worded(problem, texts(language_of(request)))
        return JSONResponse(
            words.body() | {"state": desk.warmup.warmth.state},
            503,
            problem.headers,
            media_type="application/problem+json",
        )
    counts = desk.backend.library.counts()
    return JSONResponse({"state": "ready", "documents": counts.documents, "passages": counts.passages})


@readers.get("/metrics", response_class=Response)
def metrics(request: Request) -> Response:
    """Counters for Prometheus."""
    return Response(desk_of(request).meters.exposition(), media_type=CONTENT_TYPE_LATEST)
