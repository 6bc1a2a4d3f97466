"""/api/v1/documents."""

from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.security import HTTPBearer
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.responses import JSONResponse, PlainTextResponse, Response

from index.errors import UnknownDocumentError
from index.model import StoredDocument
from web.access import ReaderRoute, StaffRoute
from web.adding import base_name, take_file
from web.api.forms import DocumentForm, DocumentsForm, JobForm
from web.api.jobs import accepted
from web.desk import desk_of
from web.problem import Problem, documented
from web.visitor import visitor_of

router = APIRouter(prefix="/api/v1", tags=["documents"], route_class=ReaderRoute)
staff = APIRouter(prefix="/api/v1", tags=["documents"], route_class=StaffRoute)

# Only shown in the schema: what a token allows is decided in `web/access.py`.
_UPLOAD = {
    "required": True,
    "content": {
        "multipart/form-data": {
            "schema": {
                "type": "object",
                "required": ["file"],
                "properties": {"file": {"type": "string", "format": "binary"}},
            }
        }
    },
}
_bearer = Depends(HTTPBearer(auto_error=False, description="A staff token"))


@router.get("/documents", response_model=DocumentsForm, responses=documented(503))
def documents(request: Request) -> JSONResponse:
    """Every document held."""
    held = desk_of(request).backend.library.documents()
    return JSONResponse({"documents": [document_json(one) for one in held]})


@router.get("/documents/{document}", response_model=DocumentForm, responses=documented(404, 422, 503))
def document(request: Request, document: str) -> JSONResponse:
    """What is known of one document."""
    return JSONResponse(document_json(held_document(request, document)))


@router.get(
    "/documents/{document}/text", response_class=PlainTextResponse, responses=documented(404, 422, 503)
)
def text(request: Request, document: str) -> PlainTextResponse:
    """Its whole text, which every citation's `start` and `end` count in."""
    held = held_document(request, document)
    return PlainTextResponse(desk_of(request).backend.library.text(held.id))


@staff.post(
    "/documents",
    status_code=202,
    response_model=JobForm,
    responses=documented(400, 401, 403, 413, 422, 429, 503),
    dependencies=[_bearer],
    openapi_extra={"requestBody": _UPLOAD},
)
async def add(request: Request) -> JSONResponse:
    """Add a document, or replace the one of the same name; the job says what becomes of it."""
    desk_of(request).rates.add(request)
    async with request.form(max_files=1, max_fields=10) as form:
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise Problem(422, "file", field="file")
        name, content = base_name(file.filename or ""), await file.read()
    return accepted(request, await run_in_threadpool(take_file, request, name, content))


@staff.delete(
    "/documents/{document}",
    status_code=204,
    responses=documented(401, 403, 404, 422, 503),
    dependencies=[_bearer],
)
def remove(request: Request, document: str) -> Response:
    """Remove a document with everything made of it."""
    take_out(request, held_document(request, document))
    return Response(status_code=204)


def take_out(request: Request, held: StoredDocument) -> None:
    """Remove a document; where there is no engine yet, what it finds follows when it is there."""
    desk, by = desk_of(request), visitor_of(request).by
    engine = desk.warmup.engine
    (engine.keeper if engine else desk.backend.office.history.shelf).remove(held.id, by=by)
    desk.gallery.tidy()


def held_document(request: Request, document: str) -> StoredDocument:
    """The document with that id. Raises: Problem 404."""
    try:
        return desk_of(request).backend.library.document(document)
    except UnknownDocumentError:
        raise Problem(404, "document", field="document") from None


def document_json(one: StoredDocument) -> dict[str, Any]:
    """The JSON form of a document."""
    return {
        "id": one.id,
        "name": one.name,
        "file": one.file,
        "format": one.format,
        "title": one.title,
        "language": one.language,
        "address": one.address,
        "date": one.date and one.date.isoformat(),
        "sha256": one.sha256,
        "pages": one.pages,
        "characters": one.characters,
        "passages": one.passages,
        "sentences": one.sentences,
        "version": one.version,
        "added_at": one.added_at.isoformat(),
        "warnings": list(one.warnings),
        "authors": list(one.authors),
        "modified": one.modified and one.modified.isoformat(),
        "repairs": one.repairs,
        "unclear": one.unclear,
        "outdated": one.outdated and {"since": one.outdated.since.isoformat(), "reason": one.outdated.reason},
    }
