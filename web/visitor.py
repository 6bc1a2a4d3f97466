"""Who a request comes from."""

from dataclasses import dataclass

from starlette.requests import Request

from index.roles import Role, allows


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody signed in, a program with a token, or a stranger, who has no role.

    `by` is how the audit log calls them. `session` is the id of a browser's session.
    """

    name: str = ""
    role: Role | None = None
    by: str = ""
    session: str = ""

    def may(self, needed: Role) -> bool:
        """Whether they may do what this role is needed for."""
        return allows(self.role, needed)


STRANGER = Visitor()


def visitor_of(request: Request) -> Visitor:
    """Who asks, as far as it was found out; a stranger where nobody looked."""
    found: Visitor = getattr(request.state, "visitor", STRANGER)
    return found
