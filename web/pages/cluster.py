"""A cluster's page: what is known of it, and where that stands."""

from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import Response

from index.register.model import Match
from web.access import ReaderRoute
from web.api.cluster_row import row_of
from web.api.clusters import held_cluster
from web.api.fact_json import all_facts
from web.desk import desk_of
from web.pages.cluster_facts import FactGroup, SourceView, fact_groups, source_view
from web.pages.cluster_table import Line, line
from web.rendering import Page

router = APIRouter(include_in_schema=False, route_class=ReaderRoute)


@dataclass(frozen=True, slots=True)
class ClusterPage(Page):
    """A cluster: `line` what counts of it, `groups` all that is known, `mentions` who names it."""

    template: ClassVar[str] = "cluster.html"
    line: Line
    aliases: tuple[str, ...]
    groups: tuple[FactGroup, ...]
    mentions: tuple[SourceView, ...]
    similar: tuple[Line, ...]
    ask: str
    day: str


@router.get("/clusters/{cluster}")
def cluster(request: Request, cluster: str) -> Response:
    """A cluster with all that is known of it, judged on today's date."""
    desk = desk_of(request)
    register, day = desk.backend.registers(), desk.backend.today()
    held = held_cluster(register, cluster)
    frame = desk.renderer.frame(request, desk.warmup.warmth, "clusters")
    t = frame.t
    page = ClusterPage(
        frame,
        line=line(row_of(Match(held), register, day), t),
        aliases=held.aliases,
        groups=fact_groups(all_facts(held, register), day, t),
        mentions=tuple(source_view(source, t) for source in held.mentions),
        similar=tuple(line(row_of(Match(one), register, day), t) for one in register.similar(held.id)),
        ask=f"/?{urlencode({'question': t('cluster.question', name=held.name)})}",
        day=t.day(day),
    )
    return desk.renderer.page(page)
