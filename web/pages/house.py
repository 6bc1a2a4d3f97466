"""What every page leans on: the switches of language and look, files, the page about us, and errors."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated, ClassVar
from urllib.parse import urlencode, urlsplit

from fastapi import APIRouter, Form, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from web.access import OpenRoute, ReaderRoute
from web.desk import desk_of
from web.problem import Problem, worded
from web.rendering import Page

router = APIRouter(include_in_schema=False, route_class=OpenRoute)
readers = APIRouter(include_in_schema=False, route_class=ReaderRoute)

_YEAR_S = 365 * 24 * 3600
_CHOICES = {"language": ("pl", "en"), "theme": ("light", "dark", "auto")}


@dataclass(frozen=True, slots=True)
class AboutPage(Page):
    """What this is, and how to ask."""

    template: ClassVar[str] = "about.html"
    documents: int
    passages: int
    version: str
    keep_days: int


@dataclass(frozen=True, slots=True)
class ErrorPage(Page):
    """What went wrong, and the way on; `sign_in` leads to the form for whoever has to sign in first."""

    template: ClassVar[str] = "error.html"
    status: int
    title: str
    detail: str
    sign_in: str


@readers.get("/about")
def about(request: Request) -> Response:
    """The page about us."""
    desk = desk_of(request)
    counts = desk.backend.library.counts()
    frame = desk.renderer.frame(request, desk.warmup.warmth, "about")
    return desk.renderer.page(
        AboutPage(
            frame,
            documents=counts.documents,
            passages=counts.passages,
            version=desk.backend.version,
            keep_days=desk.backend.keep_days,
        )
    )


@router.post("/preferences")
def preferences(
    request: Request,
    language: Annotated[str, Form()] = "",
    theme: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "/",
) -> Response:
    """Keep the language or the look that was chosen, and go back."""
    chosen = {name: value for name, value in (("language", language), ("theme", theme)) if value}
    if not chosen or any(value not in _CHOICES[name] for name, value in chosen.items()):
        raise Problem(422, "form")
    response = RedirectResponse(local(back), 303)
    secure = request.url.scheme == "https"
    for name, value in chosen.items():
        response.set_cookie(name, value, max_age=_YEAR_S, secure=secure, httponly=True, samesite="lax")
    return response


@router.get("/static/{digest}/{path:path}")
def static(request: Request, digest: str, path: str) -> Response:
    """A file of the pages."""
    return desk_of(request).renderer.assets.response(digest, path)


@router.get("/favicon.ico")
def favicon(request: Request) -> Response:
    """The mark, where browsers look for it unasked."""
    assets = desk_of(request).renderer.assets
    return assets.response(assets.digest, "mark.svg")


def error_page(request: Request, error: HTTPException) -> Response:
    """The page for a problem."""
    desk = desk_of(request)
    frame = desk.renderer.frame(request, desk.warmup.warmth)
    words = worded(error, frame.t)
    title = words.title or HTTPStatus(words.status).phrase
    sign_in = _to_sign_in(request) if words.status == HTTPStatus.UNAUTHORIZED else ""
    page = ErrorPage(frame, status=words.status, title=title, detail=words.detail, sign_in=sign_in)
    response = desk.renderer.page(page, words.status)
    response.headers.update(error.headers or {})
    return response


def _to_sign_in(request: Request) -> str:
    """The way to the form, and from there back to the page that a form was sent from."""
    came = urlsplit(request.headers.get("referer", ""))
    back = came.path if came.netloc == request.headers.get("host") else "/"
    return f"/sign-in?{urlencode({'next': local(back)})}"


def local(back: str) -> str:
    """The address where it is one of ours; a browser reads `//host` and `/\\host` as another site."""
    safe = back.startswith("/") and not back.startswith(("//", "/\\")) and back.isprintable()
    return back if safe and "\\" not in back else "/"
