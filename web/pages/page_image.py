"""Pictures of a document's pages."""

from hashlib import sha256

from fastapi import APIRouter, Request
from starlette.responses import Response

from documents.imaging.errors import BusyError, NoPageError, UndrawableError
from index.model import StoredDocument
from web.access import ReaderRoute
from web.api.documents import held_document
from web.desk import desk_of
from web.gallery import RECIPE, WIDTHS
from web.problem import Problem
from web.whole import whole

router = APIRouter(include_in_schema=False, route_class=ReaderRoute)


@router.get("/documents/{document}/pages/{page}.png")
def page_image(request: Request, document: str, page: str, width: str = str(WIDTHS[1])) -> Response:
    """A page as it looks, as wide as is asked for."""
    held = held_document(request, document)
    number, across = page_number(page), _width(width)
    tag = f'"{_stamp(held, number, across)}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    try:
        picture = desk_of(request).gallery.picture(held, number, across)
    except NoPageError:
        raise Problem(404, "page", field="page") from None
    except UndrawableError:
        raise Problem(404, "picture", field="page") from None
    except BusyError:
        raise Problem(503, "drawing", headers={"Retry-After": "5"}) from None
    return Response(picture, media_type="image/png", headers=headers)


def page_number(page: str) -> int:
    """The number of a page, from 1. Raises: Problem 404."""
    number = whole(page)
    if not number:
        raise Problem(404, "page", field="page")
    return number


def _width(width: str) -> int:
    for known in WIDTHS:
        if str(known) == width:
            return known
    raise Problem(422, "width", field="width", values={"widths": ", ".join(map(str, WIDTHS))})


def _stamp(held: StoredDocument, page: int, width: int) -> str:
    return sha256(f"{held.sha256} {page} {width} {RECIPE}".encode()).hexdigest()[:24]
