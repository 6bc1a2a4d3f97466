"""The wording of facts: patterns by attribute, out of index/data/frames.toml."""

import re
from dataclasses import dataclass
from functools import cache

from index.gazetteer import lexicon


@dataclass(frozen=True, slots=True)
class Frames:
    """The patterns of one attribute."""

    after: tuple[re.Pattern[str], ...]
    before: tuple[re.Pattern[str], ...]
    either: tuple[re.Pattern[str], ...]
    inside: tuple[re.Pattern[str], ...]
    excluded: re.Pattern[str] | None


@cache
def frames(attribute: str) -> Frames:
    """The patterns by which sentences state one attribute."""
    row = lexicon("frames.toml")[attribute]
    kinds = {
        kind: tuple(re.compile(rf"\b{one}" if one[0].isalpha() else one) for one in row.get(kind, ()))
        for kind in ("after", "before", "either", "inside")
    }
    excluded = re.compile("|".join(row["not"])) if row.get("not") else None
    return Frames(kinds["after"], kinds["before"], kinds["either"], kinds["inside"], excluded)
