"""Questions to try: asked of what the library holds, so that each of them has an answer."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from index.extraction.labels import label_name
from index.register.model import WITHDRAWN
from index.register.register import Register
from index.taxonomy import sector_name
from web.i18n import LANGUAGES, Texts

# A sector of fewer clusters makes no list.
FEWEST = 2


# Of the register as it is, in either language: the start page is the one most often asked for.
@lru_cache(maxsize=len(LANGUAGES))
def examples(register: Register, t: Texts) -> tuple[str, ...]:
    """A question for a list by status, one for a list by sector and one for who coordinates a cluster, as the
    register can answer them, and one for what a cluster is."""
    return (
        *_by_status(register, t),
        *_by_sector(register, t),
        *_coordinated(register, t),
        t("chat.example.what"),
    )


def _by_status(register: Register, t: Texts) -> Iterator[str]:
    """The label and the year that most statuses end in, the latest of those."""
    ends = Counter(
        (fact.value, fact.until.iso[:4])
        for cluster in register.clusters
        for fact in register.statuses(cluster.id)
        if fact.until is not None and fact.qualifier != WITHDRAWN
    )
    if ends:
        label, year = max(ends, key=lambda one: (ends[one], one[1], one[0]))
        yield t("chat.example.status", label=label_name(label, t.language), year=year)


def _by_sector(register: Register, t: Texts) -> Iterator[str]:
    found = Counter(
        key for cluster in register.clusters for key in {one.value for one in register.sectors(cluster.id)}
    )
    often = [key for key, count in found.items() if count >= FEWEST]
    if often:
        key = max(often, key=lambda one: (found[one], one))
        yield t("chat.example.sector", sector=sector_name(key, t.language))


def _coordinated(register: Register, t: Texts) -> Iterator[str]:
    """The cluster of which most is known, of those whose coordinator is."""
    known = [one for one in register.clusters if any(fact.attribute == "coordinator" for fact in one.facts)]
    if known:
        yield t("chat.example.coordinator", cluster=max(known, key=lambda one: len(one.facts)).name)
