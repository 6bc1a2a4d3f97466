"""What staff work with, besides the library itself."""

from dataclasses import dataclass

from index.accounts import Accounts
from index.audit import Audit
from index.devices import Devices
from index.identities import Identities
from index.links import Links
from index.sessions import Sessions
from index.store import Store
from index.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Office:
    """Parts of the store that only signing in and the staff pages use."""

    accounts: Accounts
    sessions: Sessions
    audit: Audit
    tokens: Tokens
    links: Links
    devices: Devices
    identities: Identities


def office_of(store: Store) -> Office:
    """The office of a library."""
    return Office(
        store.accounts,
        store.sessions,
        store.audit,
        store.tokens,
        store.links,
        store.devices,
        store.identities,
    )
