"""The application, and the server that runs it."""

import shlex
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from index.errors import StoreError, UnknownGroupError
from web.backend import Backend
from web.boundary import Boundary, kept_safe
from web.daily import Daily
from web.desk import Desk, unusable
from web.gallery import Gallery
from web.i18n import texts
from web.metrics import Meters
from web.opening import open_backend
from web.pages import house
from web.problem import FieldErrorForm, Problem, ProblemForm, invalid, language_of, respond, worded
from web.rates import Rates
from web.rehearsal import rehearse
from web.rendering import Renderer
from web.retrials import Retrials
from web.routes import ROUTERS
from web.server import bind, run
from web.settings import Settings, usual_home
from web.warmup import Warmup

_INTERFACE = ("/api/", "/health", "/ready", "/metrics")


def serve(settings: Settings, *, empty: bool = False) -> None:
    """Serve a library until a signal ends it; `empty` keeps the starter library out of an empty one.

    Raises: StoreError, AddressError.
    """
    with bind(settings.host, settings.port) as bound:
        backend = open_backend(settings, empty=empty)
        app = create_app(backend)
        run(app, bound, app.state.desk.warmup, hint=_hint(settings, backend), proxies=settings.proxies)


def create_app(backend: Backend) -> FastAPI:
    """The application. It answers at once; the engine is loaded in the background once it has started."""
    warmup = Warmup(backend.load, partial(rehearse, backend))
    gallery = Gallery(backend.library, backend.pictures)
    retrials = Retrials()
    app = FastAPI(
        title="Klastrownik",
        version=backend.version,
        description="Questions about business clusters, answered with a citation behind every statement.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan(warmup, gallery, Daily(backend.daily), retrials),
        redirect_slashes=False,
    )
    meters, rates = Meters(backend.library, warmup), Rates(backend.ask_rate)
    app.state.desk = Desk(backend, warmup, meters, Renderer(), gallery, rates, retrials)
    for router in ROUTERS:
        app.include_router(router)
    app.add_exception_handler(HTTPException, _on_http_error)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(StoreError, _on_store_error)
    app.add_exception_handler(UnknownGroupError, _on_unknown_group)
    app.add_exception_handler(Exception, _on_defect)
    app.add_middleware(Boundary, refuse=refuse, upload_bytes=backend.upload_bytes)
    app.openapi = lambda: _schema(app)  # type: ignore[method-assign]  # FastAPI documents this way to extend it
    return app


def refuse(request: Request, error: HTTPException) -> Response:
    """The response to a problem: JSON where a program asks, a page where a person does."""
    if _is_program(request):
        return respond(worded(error, texts(language_of(request))), error.headers)
    return house.error_page(request, error)


def _hint(settings: Settings, backend: Backend) -> str:
    """What to do before anybody can sign in, where nobody could do it on the pages."""
    if backend.office.accounts.has_administrator():
        return ""
    home = "" if settings.home == usual_home() else f"--home {shlex.quote(str(settings.home))} "
    return f"to add on the pages, make an account: klastrownik {home}account create NAME --role administrator"


def _lifespan(warmup: Warmup, gallery: Gallery, daily: Daily, retrials: Retrials) -> Callable[[FastAPI], Any]:
    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        warmup.start()
        daily.start()
        yield
        daily.close()
        retrials.close()
        gallery.close()
        if warmup.engine is not None:
            warmup.engine.intake.close()
            warmup.engine.close()
            warmup.engine.keeper.save()
            warmup.engine.alone.close()

    return lifespan


def _is_program(request: Request) -> bool:
    asks_json = request.headers.get("accept", "").startswith("application/json")
    return asks_json or request.url.path.startswith(_INTERFACE)


def _on_unknown_group(request: Request, _: Exception) -> Response:
    return refuse(request, Problem(404, "questions", field="group"))


def _on_http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - what it is registered for
    return refuse(request, error)


def _on_invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - what it is registered for
    if not _is_program(request):
        return house.error_page(
            request, Problem(404 if _in_path(error) else 422, "route" if _in_path(error) else "form")
        )
    return respond(invalid(error.errors(), texts(language_of(request, error.body))))


def _on_store_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, StoreError)  # noqa: S101 - what it is registered for
    return refuse(request, unusable(error))


def _on_defect(request: Request, _: Exception) -> Response:
    # The framework makes this response outside of everything else, the boundary too.
    return kept_safe(refuse(request, Problem(500, "defect")))


def _in_path(error: RequestValidationError) -> bool:
    return any(one["loc"][0] == "path" for one in error.errors())


def _schema(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI description, with the shape of problems, which no route names as its model."""
    if app.openapi_schema is None:
        schema = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes
        )
        components = schema.setdefault("components", {}).setdefault("schemas", {})
        for form in (ProblemForm, FieldErrorForm):
            shape = form.model_json_schema(ref_template="#/components/schemas/{model}")
            shape.pop("$defs", None)
            components[form.__name__] = shape
        app.openapi_schema = schema
    return app.openapi_schema
