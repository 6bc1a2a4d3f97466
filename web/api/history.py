"""/api/v1/documents/{document}/versions and the like, and /api/v1/removed."""

from dataclasses import asdict
from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.security import HTTPBearer
from starlette.responses import JSONResponse, Response

from index.removed import Removal
from index.versions import Version
from web.access import AdministratorRoute, StaffRoute
from web.api.documents import document_json, held_document
from web.api.forms import DocumentForm
from web.api.forms_history import (
    MarkForm,
    NeighboursForm,
    RemovedForm,
    VersionsForm,
)
from web.desk import desk_of
from web.pages.staff.removed import put_back, removal_of
from web.pages.staff.versions import gone_back
from web.problem import documented
from web.visitor import visitor_of

_bearer = Depends(HTTPBearer(auto_error=False, description="A staff token"))
router = APIRouter(prefix="/api/v1", tags=["documents"], route_class=StaffRoute, dependencies=[_bearer])
administrators = APIRouter(
    prefix="/api/v1", tags=["documents"], route_class=AdministratorRoute, dependencies=[_bearer]
)


@router.get(
    "/documents/{document}/versions",
    response_model=VersionsForm,
    responses=documented(401, 403, 404, 422, 429, 503),
)
def versions(request: Request, document: str) -> JSONResponse:
    """Its versions that are kept, the present one first."""
    held = held_document(request, document)
    found = desk_of(request).backend.office.history.versions.of(held.id)
    return JSONResponse({"versions": [_version_json(one) for one in found]})


@router.post(
    "/documents/{document}/versions/{number}/back",
    response_model=DocumentForm,
    responses=documented(401, 403, 404, 409, 422, 429, 503),
)
def back(request: Request, document: str, number: str) -> JSONResponse:
    """Hold an earlier version again, as a new one."""
    held = held_document(request, document)
    gone_back(request, held, number)
    return JSONResponse(document_json(held_document(request, held.id)))


@router.get(
    "/documents/{document}/near",
    response_model=NeighboursForm,
    responses=documented(401, 403, 404, 422, 429, 503),
)
def near(request: Request, document: str) -> JSONResponse:
    """The documents that are nearly equal to it, the nearest first."""
    held = held_document(request, document)
    found = desk_of(request).backend.office.history.alike.near(held.id)
    return JSONResponse({"documents": [one._asdict() for one in found]})


@router.put(
    "/documents/{document}/outdated",
    response_model=DocumentForm,
    responses=documented(400, 401, 403, 404, 413, 422, 429, 503),
)
def mark(request: Request, document: str, form: MarkForm) -> JSONResponse:
    """Mark it as out of date."""
    held = held_document(request, document)
    shelf, by = desk_of(request).backend.office.history.shelf, visitor_of(request).by
    shelf.mark_outdated(held.id, by=by, since=form.since, reason=" ".join(form.reason.split()))
    return JSONResponse(document_json(held_document(request, held.id)))


@router.delete(
    "/documents/{document}/outdated",
    status_code=204,
    responses=documented(401, 403, 404, 422, 429, 503),
)
def lift(request: Request, document: str) -> Response:
    """Take the mark away."""
    held = held_document(request, document)
    desk_of(request).backend.office.history.shelf.lift_outdated(held.id, by=visitor_of(request).by)
    return Response(status_code=204)


@router.get("/removed", response_model=RemovedForm, responses=documented(401, 403, 429, 503))
def removed(request: Request) -> JSONResponse:
    """What was removed in the last thirty days, the latest first."""
    found = desk_of(request).backend.office.history.removed.all()
    return JSONResponse({"removed": [_removal_json(one) for one in found]})


@router.post(
    "/removed/{removal}/undo",
    response_model=DocumentForm,
    responses=documented(401, 403, 404, 409, 422, 429, 503),
)
def undo(request: Request, removal: str) -> JSONResponse:
    """Hold the document again, under its id and with its versions."""
    document = put_back(request, removal_of(request, removal))
    return JSONResponse(document_json(held_document(request, document)))


@administrators.delete(
    "/removed/{removal}", status_code=204, responses=documented(401, 403, 404, 422, 429, 503)
)
def forget(request: Request, removal: str) -> Response:
    """Remove it for good."""
    found = removal_of(request, removal)
    desk_of(request).backend.office.history.removed.forget(found.id, by=visitor_of(request).by)
    return Response(status_code=204)


def _version_json(one: Version) -> dict[str, Any]:
    return asdict(one) | {
        "date": one.date and one.date.isoformat(),
        "added_at": one.added_at.isoformat(),
        "replaced_at": one.replaced_at and one.replaced_at.isoformat(),
        "outdated": one.outdated and {"since": one.outdated.since.isoformat(), "reason": one.outdated.reason},
    }


def _removal_json(one: Removal) -> dict[str, Any]:
    return asdict(one) | {"removed_at": one.removed_at.isoformat(), "until": one.until.isoformat()}
