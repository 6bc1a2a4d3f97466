"""The wording of facts: patterns by attribute, out of index/data/frames.toml."""

import re
from dataclasses import dataclass
from functools import cache

from index.gazetteer import lexicon

# Within a sentence; the full stop of "2025 r." does not end it.
WITHIN = r"(?:[^.;:|]|(?<=\d r)\.)"


@dataclass(frozen=True, slots=True)
class Frames:
    """The patterns of one attribute."""

    after: tuple[re.Pattern[str], ...]
    before: tuple[re.Pattern[str], ...]
    either: tuple[re.Pattern[str], ...]
    inside: tuple[re.Pattern[str], ...]
    excluded: re.Pattern[str] | None


@cache
def patterns(attribute: str, kind: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of one kind by which sentences state an attribute."""
    listed = [one.replace("[^.;:|]", WITHIN) for one in lexicon("frames.toml")[attribute].get(kind, ())]
    return tuple(re.compile(rf"\b{one}" if one[0].isalpha() else one) for one in listed)


@cache
def excluded(attribute: str) -> re.Pattern[str] | None:
    """What says that a sentence does not state an attribute, whatever else it holds."""
    row = lexicon("frames.toml")[attribute]
    return re.compile("|".join(row["not"])) if row.get("not") else None


@cache
def frames(attribute: str) -> Frames:
    """The patterns by which sentences state one attribute."""
    after, before, either, inside = (
        patterns(attribute, kind) for kind in ("after", "before", "either", "inside")
    )
    return Frames(after, before, either, inside, excluded(attribute))
