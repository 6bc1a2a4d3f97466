"""Pages out of templates: one dataclass a page, its fields the template's names."""

import dataclasses
from dataclasses import dataclass
from typing import ClassVar, Literal

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from web.assets import Assets
from web.i18n import Texts, known, preferred, texts
from web.visitor import STRANGER, Visitor, visitor_of
from web.warmup import Warmth

Theme = Literal["auto", "light", "dark"]


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds every page: language, look, how far the engine is, the way back to this page, and who
    looks at it."""

    t: Texts
    theme: Theme
    warmth: Warmth
    path: str
    assets: Assets
    section: str = ""
    visitor: Visitor = STRANGER


@dataclass(frozen=True, slots=True)
class Page:
    """What a template is given; every page is a subclass that names its template."""

    template: ClassVar[str]
    frame: Frame


class Renderer:
    """Templates, compiled once."""

    def __init__(self) -> None:
        self.assets = Assets.read()
        self.environment = Environment(
            loader=PackageLoader("web", "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            # A running server keeps the templates it started with, also while a new version is laid over it.
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def page(self, page: Page, status: int = 200) -> HTMLResponse:
        """The page as a response."""
        headers = {"Cache-Control": "private, no-cache", "Vary": "Cookie, Accept-Language"}
        return HTMLResponse(self.fragment(page), status, headers)

    def fragment(self, page: Page) -> str:
        """The template of a page, or of a part of one, filled."""
        given = {field.name: getattr(page, field.name) for field in dataclasses.fields(page)}
        return self.environment.get_template(page.template).render(given)

    def frame(self, request: Request, warmth: Warmth, section: str = "") -> Frame:
        """The frame for a request."""
        language = known(request.cookies.get("language")) or preferred(
            request.headers.get("accept-language", "")
        )
        theme: Theme = "auto"
        if request.cookies.get("theme") == "light":
            theme = "light"
        elif request.cookies.get("theme") == "dark":
            theme = "dark"
        query = f"?{request.url.query}" if request.url.query else ""
        path = request.url.path + query if request.method == "GET" else "/"
        return Frame(texts(language), theme, warmth, path, self.assets, section, visitor_of(request))
