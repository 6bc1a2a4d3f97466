"""What staff work with, besides the library itself."""

from dataclasses import dataclass

from index.accounts import Accounts
from index.asked import Asked
from index.audit import Audit
from index.devices import Devices
from index.identities import Identities
from index.jobs import Jobs
from index.links import Links
from index.review.review import Review
from index.sessions import Sessions
from index.store import Store
from index.tokens import Tokens
from index.wanted import WantedLines
from web.history import History, history_of


@dataclass(frozen=True, slots=True)
class Office:
    """Parts of the store that only signing in and the staff pages use."""

    accounts: Accounts
    sessions: Sessions
    audit: Audit
    jobs: Jobs
    tokens: Tokens
    links: Links
    devices: Devices
    identities: Identities
    wanted: WantedLines
    history: History
    asked: Asked
    review: Review


def office_of(store: Store) -> Office:
    """The office of a library."""
    return Office(
        accounts=store.accounts,
        sessions=store.sessions,
        audit=store.audit,
        tokens=store.tokens,
        links=store.links,
        devices=store.devices,
        identities=store.identities,
        wanted=store.wanted,
        jobs=store.jobs,
        history=history_of(store),
        asked=store.asked,
        review=store.review,
    )
