"""Signing in at a provider of identities: the way there, and back."""

import hmac
import logging

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from web.access import OpenRoute
from web.admission import admitted, drop_cookie, put_cookie
from web.desk import desk_of
from web.openid.arrival import LASTING_S, Arrival, begin, unpacked
from web.openid.errors import ProviderError, RefusedError
from web.openid.provider import Provider
from web.pages.house import local
from web.pages.signing import sign_in_page
from web.problem import Problem
from web.rates import network_of
from web.recognition import own_cookie

router = APIRouter(prefix="/sign-in", include_in_schema=False, route_class=OpenRoute)
_log = logging.getLogger("klastrownik")


@router.get("/elsewhere")
def leave(request: Request, next: str = "/") -> Response:
    """The way to the provider."""
    desk = desk_of(request)
    desk.rates.arrive(request)
    arrival = begin(local(next)[:2_000])
    try:
        address = _provider(request).address(arrival, _back(request))
    except ProviderError as error:
        return _failed(request, error, local(next))
    response = RedirectResponse(address, 303)
    put_cookie(request, response, own_cookie(request, "arrival"), arrival.packed(), seconds=LASTING_S)
    return response


@router.get("/arrival")
def arrive(request: Request) -> Response:
    """Begin a session for whoever the provider vouches for, and go on."""
    desk_of(request).rates.arrive(request)
    provider = _provider(request)
    arrival = unpacked(request.cookies.get(own_cookie(request, "arrival"), ""))
    try:
        response = _let_in(request, provider, arrival)
    except ProviderError as error:
        response = _failed(request, error, arrival.next if arrival else "/")
    drop_cookie(request, response, own_cookie(request, "arrival"))
    return response


def _let_in(request: Request, provider: Provider, arrival: Arrival | None) -> Response:
    answer, trust = request.query_params, provider.trust
    # In time that tells nothing of the one that was expected.
    if arrival is None or not hmac.compare_digest(arrival.state.encode(), answer.get("state", "").encode()):
        raise ProviderError("the answer belongs to no sign-in of this browser")
    if "error" in answer:
        raise RefusedError(f"the provider says {answer['error'][:50]!r}")
    identity = provider.identity(arrival, _back(request), answer)
    role = trust.role(identity.claims)
    if trust.role_claim and role is None:
        raise RefusedError("none of the roles that are let in")
    office = desk_of(request).backend.office
    known = office.identities.find(trust.issuer, identity.subject)
    # Where the provider tells no roles, they are given here.
    given = role if trust.role_claim or known is None else None
    account = office.identities.admit(trust.issuer, identity.subject, identity.name, given)
    if account is None:
        raise RefusedError("the account is closed, or there is none")
    return admitted(request, account, local(arrival.next), how="provider")


def _failed(request: Request, error: ProviderError, next: str) -> Response:
    """The form for signing in, with a word on what went wrong; the reason is in the log."""
    _log.warning("sign-in elsewhere failed: %s, from %s", error, network_of(request))
    is_refused = isinstance(error, RefusedError)
    refused = "signing.elsewhere_refused" if is_refused else "signing.elsewhere_failed"
    return sign_in_page(request, next, refused=refused, status=403 if is_refused else 502)


def _provider(request: Request) -> Provider:
    """The provider that is trusted. Raises: Problem 404 where none is."""
    provider = desk_of(request).backend.provider
    if provider is None:
        raise Problem(404, "route")
    return provider


def _back(request: Request) -> str:
    site = desk_of(request).backend.address or str(request.base_url).rstrip("/")
    return f"{site}/sign-in/arrival"
