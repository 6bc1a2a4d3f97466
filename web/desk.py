"""What a handler has at hand."""

import logging
from dataclasses import dataclass

from starlette.requests import Request

from index.errors import StoreError
from web.backend import Backend, Engine
from web.gallery import Gallery
from web.metrics import Meters
from web.problem import Problem
from web.rates import Rates
from web.rendering import Renderer
from web.retrials import Retrials
from web.warmup import Warmup

_log = logging.getLogger("klastrownik")


@dataclass(frozen=True, slots=True)
class Desk:
    """The parts every handler may use; one an application."""

    backend: Backend
    warmup: Warmup
    meters: Meters
    renderer: Renderer
    gallery: Gallery
    rates: Rates
    retrials: Retrials

    def engine(self) -> Engine:
        """The engine. Raises: Problem 503 while it warms up, or when it failed."""
        engine = self.warmup.engine
        if engine is None:
            raise warming(self.warmup)
        return engine


def desk_of(request: Request) -> Desk:
    """The desk of the application that serves this request."""
    desk: Desk = request.app.state.desk
    return desk


def warming(warmup: Warmup) -> Problem:
    """The problem to answer with while there is no engine."""
    warmth = warmup.warmth
    if warmth.state == "failed":
        return Problem(503, "not_ready", values={"reason": warmth.reason})
    return Problem(503, "warming", headers={"Retry-After": "2"})


def unusable(error: StoreError) -> Problem:
    """The problem to answer with where the library's file fails, which is written down."""
    _log.error("%s", error)
    # Where the file lies is for whoever keeps it, and stands in the log.
    return Problem(503, "store", values={"reason": error.reason})
