"""Roles: what whoever is known may do. Each may do all that those before it may."""

from typing import Literal, get_args

Role = Literal["reader", "staff", "administrator"]
ROLES: tuple[Role, ...] = get_args(Role)


def allows(role: Role | None, needed: Role) -> bool:
    """Whether a role suffices where `needed` is asked for; a stranger has none, and never does."""
    return role is not None and ROLES.index(role) >= ROLES.index(needed)
