"""/api/v1/clusters."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.exceptions import RequestValidationError
from starlette.responses import JSONResponse

from index.errors import UnknownClusterError
from index.register.model import Cluster
from index.register.register import Register
from web.access import ReaderRoute
from web.api.cluster_filter import TEXT_CHARS, read_filter
from web.api.cluster_json import cluster_json
from web.api.fact_json import known_json
from web.api.forms import ClusterForm, ClustersForm
from web.desk import desk_of
from web.problem import Problem, documented, language_of

router = APIRouter(prefix="/api/v1", tags=["clusters"], route_class=ReaderRoute)

_PAGE = 100
_MOST = 1_000

Status = Annotated[str, Query(description="A label (KKK), or * for any.", examples=["KKK"])]
ValidOn = Annotated[
    str,
    Query(
        description="A day that the status holds on, as YYYY-MM-DD, and is judged on; else it is today.",
        examples=["2025-06-01"],
    ),
]
Sector = Annotated[str, Query(description="A sector's key.", examples=["aerospace"])]
Region = Annotated[str, Query(description="A voivodeship's key.", examples=["slaskie"])]
Words = Annotated[str, Query(description=f"Words of its names and facts, at most {TEXT_CHARS} characters.")]


@router.get("/clusters", response_model=ClustersForm, responses=documented(422, 503))
def clusters(
    request: Request,
    status: Status = "",
    valid_on: ValidOn = "",
    sector: Sector = "",
    region: Region = "",
    q: Words = "",
    limit: Annotated[int, Query(ge=1, le=_MOST)] = _PAGE,
    offset: Annotated[int, Query(ge=0, le=10**9)] = 0,
) -> JSONResponse:
    """Find clusters: all that meet every condition, in the order of the library."""
    backend = desk_of(request).backend
    register = backend.registers()
    given = {"status": status, "valid_on": valid_on, "sector": sector, "region": region, "q": q}
    asked, faults = read_filter(given, register)
    if faults:
        raise RequestValidationError(faults)
    found = asked.select(register, backend.today())
    day = asked.valid_on or backend.today()
    label = asked.label
    shown = [one.cluster for one in found[offset : offset + limit]]
    return JSONResponse(
        {
            "clusters": [cluster_json(register, one, day=day, label=label) for one in shown],
            "found": len(found),
            "of": len(register.clusters),
            "limit": limit,
            "offset": offset,
            "day": day.isoformat(),
        }
    )


@router.get("/clusters/{cluster}", response_model=ClusterForm, responses=documented(404, 422, 503))
def cluster(request: Request, cluster: str) -> JSONResponse:
    """What is known of a cluster: each fact with its validity and the place that states it."""
    backend = desk_of(request).backend
    register = backend.registers()
    held = held_cluster(register, cluster)
    return JSONResponse(known_json(held, register, backend.today(), language_of(request)))


def held_cluster(register: Register, cluster: str) -> Cluster:
    """The cluster with that id. Raises: Problem 404."""
    try:
        return register.cluster(cluster)
    except UnknownClusterError:
        raise Problem(404, "cluster", field="cluster") from None
