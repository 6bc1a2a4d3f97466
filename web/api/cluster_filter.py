"""What of the register an address asks for."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from pydantic import TypeAdapter, ValidationError

from index.gazetteer import lexicon
from index.register.model import Conditions, Match
from index.register.register import Register
from index.taxonomy import REGIONS, region_name, sector_keys, sector_name
from index.words import fold
from web.api.forms import Day
from web.i18n import LANGUAGES

# Any status, whichever it is.
ANY = "*"
# As many as a name and some words more have.
TEXT_CHARS = 200

# A fault as the validator words it, so that one place finds the sentence for both.
Fault = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Filter:
    """What a cluster must meet; an empty field asks nothing. `status` is a label's key, or ANY."""

    status: str = ""
    valid_on: date | None = None
    sector: str = ""
    region: str = ""
    q: str = ""

    @property
    def conditions(self) -> Conditions:
        """The same for the register; a day alone asks for any status that is valid on it."""
        return Conditions(
            status=self.status or (ANY if self.valid_on else ""),
            valid_on=self.valid_on,
            sectors=frozenset([self.sector] if self.sector else ()),
            regions=frozenset([self.region] if self.region else ()),
            text=self.q,
        )

    @property
    def label(self) -> str:
        """The label whose status is to be shown, or nothing for any."""
        return "" if self.status == ANY else self.status

    def query(self, **changed: str) -> str:
        """The address's part after its path, "?" with it, with some values changed or added."""
        asked = {
            "status": self.status,
            "valid_on": self.valid_on.isoformat() if self.valid_on else "",
            "sector": self.sector,
            "region": self.region,
            "q": self.q,
        }
        given = {name: value for name, value in (asked | changed).items() if value}
        return f"?{urlencode(given)}" if given else ""

    def select(self, register: Register, today: date) -> tuple[Match, ...]:
        """The clusters that meet it."""
        return register.select(self.conditions, today=self.valid_on or today)

    def without_region(self) -> "Filter":
        """The same for all of the country and abroad."""
        return replace(self, region="")


def read_filter(given: Mapping[str, str], register: Register) -> tuple[Filter, tuple[Fault, ...]]:
    """The filter that an address asks for, without what is wrong in it, and the faults of that."""
    faults: list[Fault] = []
    wording = {name: given.get(name, "").strip() for name in ("status", "valid_on", "sector", "region", "q")}
    allowed = {"status": status_keys(register), "sector": sector_keys(), "region": REGIONS}
    chosen = {}
    for name, keys in allowed.items():
        chosen[name] = _spellings(name, keys).get(fold(wording[name]), "")
        if wording[name] and not chosen[name]:
            expected = ", ".join([*keys, ANY] if name == "status" else keys)
            faults.append(_fault(name, "literal_error", expected=expected))
    day = _day(wording["valid_on"])
    if wording["valid_on"] and day is None:
        faults.append(_fault("valid_on", "iso_day"))
    text = wording["q"]
    if len(text) > TEXT_CHARS:
        faults.append(_fault("q", "string_too_long", max_length=TEXT_CHARS))
        text = text[:TEXT_CHARS]
    return Filter(chosen["status"], day, chosen["sector"], chosen["region"], text), tuple(faults)


def status_keys(register: Register) -> tuple[str, ...]:
    """The labels that can be asked for: those we know of, and whatever else the library knows."""
    return tuple(dict.fromkeys([*lexicon("status_labels.toml"), *register.labels]))


def _spellings(field: str, keys: tuple[str, ...]) -> Mapping[str, str]:
    """What may be written for each key: the key, and its name in either language."""
    if field == "status":
        return {fold(key): key for key in keys} | {ANY: ANY}
    name = sector_name if field == "sector" else region_name
    names = {fold(name(key, language)): key for key in keys for language in LANGUAGES}
    return names | {fold(key): key for key in keys}


def _day(wording: str) -> date | None:
    if not wording:
        return None
    try:
        day: date | None = TypeAdapter(Day).validate_python(wording)
    except ValidationError:
        return None
    return day


def _fault(field: str, kind: str, **context: object) -> Fault:
    return {"type": kind, "loc": ("query", field), "msg": kind, "input": "", "ctx": context}
