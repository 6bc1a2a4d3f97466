"""The end of a question that only says the same the other way round."""

import re
from functools import cache

from assistant.bounds import bounds_in
from assistant.rosters.words import lexicon
from assistant.valued import either
from documents.periods import periods
from index.numerals import numbers_in
from index.register.register import Register
from index.taxonomy import places_in
from index.words import same_length_fold


def without_contrast(text: str, register: Register) -> str:
    """A question without such an end, "who renewed it, and did not get it for the first time"; as it is where
    that names a number, a time, a place or a cluster that leaves some out."""
    found = _contrast().search(same_length_fold(text))
    if found is None:
        return text
    end = text[found.end() :]
    told = (numbers_in(end), bounds_in(end), periods(end), places_in(end, lenient=True), register.named(end))
    return text if any(map(tuple, told)) else text[: found.start()]


@cache
def _contrast() -> re.Pattern[str]:
    told = lexicon()
    openings = either(told["contrast"]).replace(re.escape("*"), either(told["auxiliaries"]))
    return re.compile(rf",\s+{openings}\s")
