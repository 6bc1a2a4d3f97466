"""/api/v1/decisions, and those on a cluster."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.security import HTTPBearer
from starlette.responses import JSONResponse, Response

from documents.model import Span
from index.errors import DecisionError, UnknownDecisionError, UnknownDocumentError
from index.register.model import Attribute
from index.review.deciding import Deciding
from index.review.model import Decision, OnFact, Told
from index.review.values import told
from web.access import StaffRoute
from web.api.clusters import held_cluster
from web.api.decision_forms import (
    AddedForm,
    CalledForm,
    CorrectedForm,
    DecidedForm,
    DecisionGiven,
    DecisionsForm,
    JoinedForm,
    JudgedForm,
    MovedForm,
    PartedForm,
    SaidForm,
)
from web.decision_words import Stands, decision_words, standing
from web.desk import desk_of
from web.i18n import Texts, texts
from web.problem import Problem, documented, language_of
from web.visitor import visitor_of

router = APIRouter(
    prefix="/api/v1",
    tags=["decisions"],
    route_class=StaffRoute,
    dependencies=[Depends(HTTPBearer(auto_error=False, description="A staff token"))],
)

_PAGE = 100
_MOST = 1_000


@router.get("/decisions", response_model=DecisionsForm, responses=documented(401, 403, 422, 503))
def decisions(
    request: Request,
    stands: Annotated[
        Stands | None,
        Query(description="Only decisions that stand so."),
    ] = None,
    limit: Annotated[int, Query(ge=1, le=_MOST)] = _PAGE,
    offset: Annotated[int, Query(ge=0, le=10**9)] = 0,
) -> JSONResponse:
    """What staff decided of facts, names and clusters, the newest first."""
    backend = desk_of(request).backend
    review = backend.office.review
    known = standing(review, review.decisions(), backend.registers())[::-1]
    found = [pair for pair in known if stands is None or pair[1] == stands]
    t = texts(language_of(request))
    return JSONResponse(
        {
            "decisions": [_json(one, how, t) for one, how in found[offset : offset + limit]],
            "found": len(found),
            "limit": limit,
            "offset": offset,
        }
    )


@router.post(
    "/clusters/{cluster}/decisions",
    status_code=201,
    response_model=DecidedForm,
    responses=documented(400, 401, 403, 404, 409, 413, 422, 503),
)
def decide(request: Request, cluster: str, given: DecisionGiven) -> JSONResponse:
    """Decide on a cluster's facts, its names, or itself: all that is asked for, or nothing."""
    backend = desk_of(request).backend
    register = backend.registers()
    held = held_cluster(register, cluster)
    deciding = Deciding(backend.office.review, register, by=visitor_of(request).by)
    try:
        made = _made(deciding, held.id, given)
    except DecisionError as error:
        raise _problem(error, texts(language_of(request))) from None
    except UnknownDocumentError:
        raise Problem(404, "document", field="document") from None
    return JSONResponse({"decisions": list(made)}, 201)


@router.delete("/decisions/{decision}", status_code=204, responses=documented(401, 403, 404, 422, 503))
def undo(request: Request, decision: int) -> Response:
    """Let a decision count no longer. It stays on record."""
    review = desk_of(request).backend.office.review
    try:
        # No number of a row is longer.
        review.undo(decision if abs(decision) < 1 << 62 else 0, by=visitor_of(request).by)
    except UnknownDecisionError:
        raise Problem(404, "decision", field="decision") from None
    return Response(status_code=204)


def _made(deciding: Deciding, cluster: str, given: Any) -> tuple[int, ...]:
    match given:
        case JudgedForm():
            return deciding.judge(given.kind, ((cluster, key) for key in given.facts))
        case CorrectedForm():
            attribute, said_on = deciding.attribute_of(cluster, given.fact)
            made = _told(attribute, given.says, said_on)
            return deciding.correct(cluster, given.fact, made, to=given.to)
        case AddedForm():
            made = _told(given.attribute, given.says)
            span = Span(given.start, given.end) if given.start is not None and given.end is not None else None
            return (deciding.add(cluster, made, document=given.document, quote=given.quote, span=span),)
        case JoinedForm():
            return (deciding.join(cluster, given.other),)
        case PartedForm():
            return (deciding.part(cluster, given.names, to=given.to),)
        case MovedForm():
            return (deciding.move(cluster, given.document, given.to),)
        case CalledForm():
            return (deciding.call(cluster, given.name),)
    return (deciding.dismiss(cluster),)


def _told(attribute: Attribute, says: SaidForm, said_on: date | None = None) -> Told:
    return told(
        attribute,
        says.value,
        qualifier=says.qualifier,
        since=says.valid_from,
        until=says.valid_until,
        said_on=said_on,
    )


def _problem(error: DecisionError, t: Texts) -> Problem:
    if (error.field, error.fault) == ("fact", "gone"):
        return Problem(409, "fact_gone", field="fact")
    words = t(f"review.fault.{error.field}_{error.fault}")
    return Problem(422, "decision_wrong", field=error.field, values={"reason": words})


def _json(decision: Decision, stands: Stands, t: Texts) -> dict[str, object]:
    matter = decision.matter
    what, instead = decision_words(decision, t)
    return {
        "id": decision.id,
        "kind": decision.kind,
        "cluster": decision.cluster,
        "name": decision.name,
        "by": decision.by,
        "at": decision.at.isoformat(),
        "stands": stands,
        "undone_by": decision.undone_by,
        "document": matter.document,
        "quote": matter.words.text if isinstance(matter, OnFact) else "",
        "what": what,
        "instead": instead,
    }
