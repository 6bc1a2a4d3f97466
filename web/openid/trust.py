"""Trust: which provider of identities is believed, and what its word on roles means here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from index.roles import ROLES, Role

Others = Literal["reader", "refused"]


@dataclass(frozen=True, slots=True)
class Trust:
    """What is set of a provider.

    `role_claim` names where it says what somebody is, dots leading into objects; `roles` tells by each word
    there which role that is here. Whoever has none of them is a reader, or `refused`, as `others` says.
    """

    issuer: str
    client: str
    secret: str = field(default="", repr=False)
    scopes: str = "openid profile"
    role_claim: str = ""
    roles: Mapping[str, Role] = field(default_factory=dict)
    others: Others = "reader"
    name: str = ""

    def role(self, claims: Mapping[str, Any]) -> Role | None:
        """The highest role that the claims give, or that of others; None for somebody who is refused."""
        given = [self.roles[word] for word in self._words(claims) if word in self.roles]
        if given:
            return max(given, key=ROLES.index)
        return "reader" if self.others == "reader" else None

    def tells_role(self, claims: Mapping[str, Any]) -> bool:
        """Whether the claim that roles are told by is there."""
        return _at(claims, self.role_claim) is not None

    def _words(self, claims: Mapping[str, Any]) -> list[str]:
        found = _at(claims, self.role_claim)
        words = found if isinstance(found, list) else [found]
        return [one for one in words if isinstance(one, str)]


def _at(claims: Any, path: str) -> Any:
    """What stands under a name, or a way of names with dots between; None for nothing."""
    if not path or not isinstance(claims, dict):
        return None
    if path in claims:
        return claims[path]
    first, _, rest = path.partition(".")
    return _at(claims.get(first), rest) if rest else None
