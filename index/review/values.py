"""What a person may say of a cluster: values as the register holds them, or what is wrong with one."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from typing import get_args

from documents.moments import Moment
from index.errors import DecisionError
from index.extraction.labels import canonical_round
from index.gazetteer import lexicon
from index.register.model import WITHDRAWN, Attribute
from index.review.model import Told
from index.taxonomy import REGIONS, sector_keys

ATTRIBUTES: tuple[Attribute, ...] = get_args(Attribute)
LONGEST_VALUE = 300
LONGEST_MISSION = 2_000
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
SITE = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:/\S*)?", re.IGNORECASE)
PHONE = re.compile(r"\+?\d{5,15}")
BETWEEN_DIGITS = re.compile(r"(?<=\d)[\s()./-]+(?=\d)|[()]")


def told(
    attribute: str,
    value: str,
    *,
    qualifier: str = "",
    since: str = "",
    until: str = "",
    said_on: date | None = None,
) -> Told:
    """What is said, as the register holds it; dates as exact as they are known: 2025, 2025-12, 2025-12-17.

    Raises: DecisionError with the field that is wrong.
    """
    if attribute not in ATTRIBUTES:
        raise DecisionError("attribute", "unknown")
    known: Attribute = attribute
    begun, ended = _moment("since", since), _moment("until", until)
    if begun and ended and ended.last < begun.first:
        raise DecisionError("until", "before")
    return Told(
        known, _value(known, _plain(value)), _qualifier(known, _plain(qualifier)), begun, ended, said_on
    )


def keys_of(attribute: Attribute) -> tuple[str, ...]:
    """The values that an attribute may have; none where any words may be one."""
    tables: Mapping[str, Callable[[], tuple[str, ...]]] = {
        "sector": sector_keys,
        "region": lambda: (*REGIONS, *lexicon("countries.toml")["regions"]),
        "country": lambda: tuple(one for one in lexicon("countries.toml") if one != "regions"),
    }
    return tables[attribute]() if attribute in tables else ()


def labels() -> tuple[str, ...]:
    """The keys of the labels that are listed; a status may be of another."""
    return tuple(lexicon("status_labels.toml"))


def _plain(text: str) -> str:
    """A text on one line, without signs that nobody sees."""
    seen = "".join(" " if unicodedata.category(one).startswith(("C", "Z")) else one for one in text)
    return " ".join(unicodedata.normalize("NFC", seen).split())


def _value(attribute: Attribute, value: str) -> str:
    if not value:
        raise DecisionError("value", "empty")
    longest = LONGEST_MISSION if attribute == "mission" else LONGEST_VALUE
    if len(value) > longest:
        raise DecisionError("value", "long")
    keys = keys_of(attribute)
    if keys and value not in keys:
        raise DecisionError("value", "key")
    if attribute == "phone":
        value = BETWEEN_DIGITS.sub("", value).replace(" ", "")
    if attribute == "members":
        value = re.sub(r"(?<=\d)\s(?=\d)", "", value)
    if attribute == "founded":
        founded = _moment("value", value)
        return founded.iso if founded else value
    if not _fits(attribute, value):
        fault = attribute if attribute in ("members", "email", "phone", "website") else "words"
        raise DecisionError("value", fault)
    return value


def _fits(attribute: Attribute, value: str) -> bool:
    match attribute:
        case "members":
            return value.isascii() and value.isdigit() and len(value) <= 7
        case "email":
            return MAIL.fullmatch(value) is not None
        case "phone":
            return PHONE.fullmatch(value) is not None
        case "website":
            return SITE.fullmatch(value) is not None
    return any(map(str.isalnum, value))


def _qualifier(attribute: Attribute, qualifier: str) -> str:
    if len(qualifier) > LONGEST_VALUE:
        raise DecisionError("qualifier", "long")
    if attribute == "status" and qualifier and qualifier != WITHDRAWN:
        round = canonical_round(qualifier)
        if not round:
            raise DecisionError("qualifier", "round")
        return round
    return qualifier


def _moment(field: str, text: str) -> Moment | None:
    text = text.strip()
    if not text:
        return None
    try:
        found = Moment.from_iso(text.upper())
    except ValueError:
        raise DecisionError(field, "moment") from None
    if not 1000 <= found.first.year <= 2100:
        raise DecisionError(field, "moment")
    return found
