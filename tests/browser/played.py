"""Which routes a test plays in a browser, and what was sent to them."""

from collections.abc import Callable, Iterable
from typing import TypeVar
from urllib.parse import urlsplit

from fastapi.routing import APIRoute
from playwright.sync_api import Page, Response

from web.routes import ROUTERS

Test = TypeVar("Test", bound=Callable[..., object])
# What was sent: how, to which path, and what status came of it.
Sent = list[tuple[str, str, int]]

ROUTES = tuple(one for router in ROUTERS for one in router.routes if isinstance(one, APIRoute))


def plays(*routes: str) -> Callable[[Test], Test]:
    """Marks a test in which whoever may does what these routes are for; it fails where it does not."""

    def marked(test: Test) -> Test:
        test.plays = routes  # type: ignore[attr-defined]  # functions may carry what is told of them
        return test

    return marked


def route_of(method: str, address: str) -> APIRoute | None:
    """The route that an address leads to, the first as the application asks them."""
    path = urlsplit(address).path
    return next((one for one in ROUTES if method in (one.methods or ()) and one.path_regex.match(path)), None)


def listen(page: Page, sent: Sent) -> None:
    """Keep what a page sends."""

    def heard(answer: Response) -> None:
        sent.append((answer.request.method, answer.url, answer.status))

    page.on("response", heard)
    # What is kept instead of shown, and what a link says is to be kept, is told of apart.
    page.on("download", lambda kept: sent.append((_method(kept.url), kept.url, 200)))


def _method(address: str) -> str:
    return "GET" if route_of("GET", address) else "POST"


def unplayed(routes: Iterable[str], sent: Sent) -> list[str]:
    """Those of the routes to which nothing was sent that went well."""
    went = {
        f"{method} {route.path}"
        for method, address, status in sent
        if status < 400 and (route := route_of(method, address))
    }
    return [one for one in routes if one not in went]
