"""GET /api/v1/audit."""

from dataclasses import asdict
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request

from web.access import AdministratorRoute
from web.api.forms_audit import AuditForm, RecordForm
from web.desk import desk_of
from web.problem import documented

router = APIRouter(prefix="/api/v1", tags=["staff"], route_class=AdministratorRoute)


@router.get("/audit", response_model=AuditForm, responses=documented(401, 403, 422, 503))
def audit(
    request: Request,
    by: Annotated[str, Query(max_length=200)] = "",
    q: Annotated[str, Query(max_length=200)] = "",
    since: date | None = None,
    until: date | None = None,
    before: Annotated[int | None, Query(ge=1, le=2**62)] = None,
    limit: Annotated[int, Query(ge=1, le=1_000)] = 100,
) -> AuditForm:
    """What staff did: of one person, with words, from one day until the end of another; newest first."""
    held = desk_of(request).backend.office.audit
    found = held.records(before=before, limit=limit + 1, by=by, about=q, since=since, until=until)
    shown = found[:limit]
    return AuditForm(
        records=[RecordForm(**asdict(one)) for one in shown],
        next=shown[-1].id if len(found) > limit else None,
        broken=held.broken(),
    )
