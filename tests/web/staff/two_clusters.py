"""What the register of a house says now, and what a person reads of a page."""

import re
from html import unescape

from index.register.model import Cluster, Fact
from index.register.present import RegisterOf
from index.review.keys import fact_key
from tests.web.staff.conftest import StaffHouse


def clusters(house: StaffHouse) -> dict[str, Cluster]:
    return {one.name: one for one in RegisterOf(house.store).now().clusters}


def fact(house: StaffHouse, attribute: str, name: str = "Klaster Zorkanit") -> Fact:
    return next(one for one in clusters(house)[name].facts if one.attribute == attribute)


def ref(house: StaffHouse, attribute: str) -> str:
    return f"{fact_key(fact(house, attribute))}:zorkanit"


def text(page: str) -> str:
    """What a person reads of a page."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())
