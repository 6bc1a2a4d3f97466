"""The rooms of the staff pages: their names, addresses, and who may enter."""

from dataclasses import dataclass

from index.roles import Role
from web.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Room:
    """A part of the staff pages, by the word that names its texts."""

    key: str
    address: str
    needed: Role = "staff"


# In the order of the navigation.
ROOMS = (
    Room("overview", "/staff"),
    Room("add", "/staff/add"),
    Room("documents", "/staff/documents"),
    Room("facts", "/staff/facts"),
    Room("questions", "/staff/questions"),
    Room("accounts", "/staff/accounts", "administrator"),
    Room("keeping", "/staff/keeping", "administrator"),
    Room("log", "/staff/log", "administrator"),
)


def rooms_for(visitor: Visitor) -> tuple[Room, ...]:
    """The rooms that somebody may enter."""
    return tuple(room for room in ROOMS if visitor.may(room.needed))
