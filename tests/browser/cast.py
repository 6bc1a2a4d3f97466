"""Everything that staff do on pages: by which route, who may, and what an id in it names."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from index.roles import Role

Who = Role | None


@dataclass(frozen=True, slots=True)
class Deed:
    """A route of a page. `things` are the problems that say there is none of what its ids name, by the field
    of the form or the part of the path; `form` is what is sent to it, `{…}` standing for what is there."""

    route: str
    least: Who
    things: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, str] = field(default_factory=dict)

    @property
    def method(self) -> str:
        return self.route.partition(" ")[0]

    @property
    def path(self) -> str:
        return self.route.partition(" ")[2]

    @property
    def barred(self) -> tuple[str, ...]:
        """Who of the cast may not."""
        return {None: (), "reader": ("stranger",), "staff": ("stranger", "reader")}.get(
            self.least, ("stranger", "reader", "staff")
        )


def _deed(route: str, least: Who, things: str = "", form: Mapping[str, str] | None = None) -> Deed:
    named = dict(one.split(":") for one in things.split())
    return Deed(route, least, named, form or {})


_CHOSEN = {"password": "deszcz nad jeziorem pada", "again": "deszcz nad jeziorem pada"}
_DOCUMENT = "document:document"
_CLUSTER = "cluster:cluster"
_GROUP = "group:questions"

# By what is asked of the pages for staff.
DEEDS: dict[str, tuple[Deed, ...]] = {
    "who may do what": (
        _deed("GET /sign-in", None),
        _deed("POST /sign-in", None),
        _deed("POST /sign-out", None),
        _deed("GET /sign-in/elsewhere", None),
        _deed("GET /sign-in/arrival", None),
        _deed("GET /join/{secret}", None, "secret:link"),
        _deed("POST /join/{secret}", None, "secret:link", _CHOSEN),
        _deed("GET /account", "reader"),
        _deed("POST /account/password", "reader", form={"current": "x", **_CHOSEN}),
        _deed("POST /account/sessions", "reader"),
        _deed("POST /account/tokens", "reader", form={"name": "robot", "role": "reader"}),
        _deed("GET /account/tokens/revoke", "reader", "name:token_name", {"name": "desk"}),
        _deed("POST /account/tokens/revoke", "reader", "name:token_name", {"name": "desk"}),
        _deed("GET /staff", "staff"),
        _deed("GET /staff/accounts", "administrator"),
        _deed("POST /staff/accounts", "administrator", form={"name": "Olga", "role": "administrator"}),
        _deed("GET /staff/accounts/one", "administrator", "name:account", {"name": "Ada"}),
        _deed("POST /staff/accounts/link", "administrator", "name:account", {"name": "Ada"}),
        _deed(
            "POST /staff/accounts/role",
            "administrator",
            "name:account",
            {"name": "Stefan", "role": "administrator"},
        ),
        _deed("POST /staff/accounts/close", "administrator", "name:account", {"name": "Rita"}),
        _deed("POST /staff/accounts/open", "administrator", "name:account", {"name": "Rita"}),
        _deed("POST /staff/accounts/sessions", "administrator", "name:account", {"name": "Ada"}),
        _deed("GET /staff/accounts/tokens/revoke", "administrator", "name:token_name", {"name": "desk"}),
        _deed("POST /staff/accounts/tokens/revoke", "administrator", "name:token_name", {"name": "desk"}),
    ),
    "adding": (
        _deed("GET /staff/add", "staff"),
        _deed("GET /staff/add/jobs", "staff"),
        _deed("POST /staff/add", "staff"),
        _deed("POST /staff/add/addresses", "staff", form={"addresses": "http://127.0.0.1/"}),
        _deed("POST /staff/add/cancel", "staff"),
        _deed("POST /staff/add/retry", "staff"),
        _deed("POST /staff/add/{job}/cancel", "staff", "job:job"),
        _deed("POST /staff/add/{job}/retry", "staff", "job:job"),
    ),
    "what was read": (
        _deed("GET /staff/documents/{document}/read", "staff", _DOCUMENT),
        _deed("GET /staff/documents/{document}/fact", "staff", _DOCUMENT, {"start": "0", "end": "13"}),
        _deed("POST /staff/documents/{document}/lines", "staff", _DOCUMENT, {"keep": "Kontakt"}),
    ),
    "versions": (
        _deed("GET /staff/documents", "staff"),
        _deed("GET /staff/documents/{document}", "staff", _DOCUMENT),
        _deed("POST /staff/documents/{document}/replace", "staff", _DOCUMENT),
        _deed("GET /staff/documents/{document}/versions", "staff", _DOCUMENT),
        _deed(
            "GET /staff/documents/{document}/versions/{number}/original",
            "staff",
            f"{_DOCUMENT} number:version",
        ),
        _deed(
            "POST /staff/documents/{document}/versions/{number}/back", "staff", f"{_DOCUMENT} number:version"
        ),
        _deed(
            "GET /staff/documents/{document}/differences",
            "staff",
            f"{_DOCUMENT} from:version",
            {"from": "1", "to": "2"},
        ),
        _deed("POST /staff/documents/{document}/outdated", "staff", _DOCUMENT, {"since": "2024-05-01"}),
        _deed("POST /staff/documents/{document}/outdated/lift", "staff", _DOCUMENT),
        _deed("GET /staff/documents/{document}/remove", "staff", _DOCUMENT),
        _deed("POST /staff/documents/{document}/remove", "staff", _DOCUMENT),
        _deed("GET /staff/documents/removed", "staff"),
        _deed("POST /staff/documents/removed/{removal}/undo", "staff", "removal:removal"),
        _deed("GET /staff/documents/removed/{removal}/forget", "administrator", "removal:removal"),
        _deed("POST /staff/documents/removed/{removal}/forget", "administrator", "removal:removal"),
    ),
    "facts reviewed": (
        _deed("GET /staff/facts", "staff"),
        _deed("POST /staff/facts", "staff", "confirm:fact_gone", {"confirm": "{key}:{cluster}"}),
        _deed("GET /staff/decisions", "staff"),
        _deed("POST /staff/decisions/undo", "staff", "decisions:decision", {"decisions": "{decision}"}),
        _deed("GET /staff/clusters/{cluster}", "staff", _CLUSTER),
        _deed("GET /staff/clusters/{cluster}/facts/{key}", "staff", f"{_CLUSTER} key:fact_gone"),
        _deed(
            "POST /staff/clusters/{cluster}/facts/{key}",
            "staff",
            f"{_CLUSTER} key:fact_gone",
            {"value": "48"},
        ),
        _deed("GET /staff/clusters/{cluster}/add", "staff", _CLUSTER),
        _deed(
            "POST /staff/clusters/{cluster}/add",
            "staff",
            _CLUSTER,
            {"attribute": "region", "value": "pomorskie", "document": "{document}", "quote": "Wodny"},
        ),
        _deed("POST /staff/clusters/{cluster}/joined", "staff", _CLUSTER, {"other": "Klaster Morski"}),
        _deed("POST /staff/clusters/{cluster}/parted", "staff", _CLUSTER, {"name": "Klaster Wodny"}),
        _deed("POST /staff/clusters/{cluster}/moved", "staff", _CLUSTER, {"document": "{document}"}),
        _deed("POST /staff/clusters/{cluster}/called", "staff", _CLUSTER, {"name": "Klaster Rzeczny"}),
        _deed("POST /staff/clusters/{cluster}/dismissed", "staff", _CLUSTER),
    ),
    "what people asked": (
        _deed("GET /staff/questions", "staff"),
        _deed("POST /staff/questions/retry", "staff"),
        _deed("GET /staff/questions/missing", "staff"),
        _deed("GET /staff/questions/missing.{ending}", "staff", "ending:route"),
        _deed("GET /staff/questions/{group}", "staff", _GROUP),
        _deed("POST /staff/questions/{group}/settle", "staff", _GROUP, {"as": "not_ours"}),
        _deed("POST /staff/questions/{group}/retry", "staff", _GROUP),
        _deed("GET /staff/questions/removal", "administrator"),
        _deed("POST /staff/questions/removal", "administrator"),
    ),
    "keeping it": (
        _deed("GET /staff/keeping", "administrator"),
        _deed("POST /staff/keeping/check", "administrator"),
        _deed("POST /staff/keeping/rebuild", "administrator"),
        _deed("POST /staff/keeping/backup", "administrator"),
        _deed("GET /staff/log", "administrator"),
        _deed("GET /staff/log.csv", "administrator"),
    ),
}
ALL = tuple(one for deeds in DEEDS.values() for one in deeds)
