"""A fact as a row that staff decide on: what it says, where it stands, and what was made of it."""

from dataclasses import dataclass
from urllib.parse import quote

from index.register.model import WITHDRAWN, Cluster, Fact
from index.review.keys import fact_key
from index.review.queue import Entry
from web.api.fact_json import value_name
from web.api.standing import round_of
from web.i18n import Texts
from web.pages.cluster_facts import SourceView, source_view
from web.picture.timeline import period


@dataclass(frozen=True, slots=True)
class FactRow:
    """`ref` names the fact in forms, `review` is its state as the texts call it, `decision` the number of the
    one behind it, `against` the values that disagree with it."""

    ref: str
    cluster: str
    address: str
    label: str
    words: str
    qualifier: str
    period: str
    review: str
    decision: int
    against: tuple[str, ...]
    unsure: bool
    correct: str
    document: str
    source: SourceView


def fact_row(entry: Entry, t: Texts) -> FactRow:
    """The row of a fact."""
    fact, cluster = entry.fact, entry.cluster
    return FactRow(
        ref=fact_ref(cluster, fact),
        cluster=cluster.name,
        address=cluster_address(cluster),
        label=t(f"detail.{fact.attribute}"),
        words=value_name(fact, t.language),
        qualifier=_qualifier(fact, t),
        period=period(fact.since, fact.until, t),
        review=fact.review,
        decision=fact.decision,
        against=tuple(dict.fromkeys(_briefly(one, t) for one in entry.against)),
        unsure=entry.unsure,
        correct=f"{cluster_address(cluster)}/facts/{fact_key(fact)}",
        document=fact.source.document.id,
        source=source_view(fact.source, t),
    )


def cluster_address(cluster: Cluster) -> str:
    """The page on which staff decide on a cluster."""
    return f"/staff/clusters/{quote(cluster.id, safe='')}"


def fact_ref(cluster: Cluster, fact: Fact) -> str:
    """What names a fact in forms."""
    return f"{fact_key(fact)}:{cluster.id}"


def read_ref(ref: str) -> tuple[str, str]:
    """The cluster's id and the fact's key that a form names."""
    key, _, cluster = ref.partition(":")
    return cluster, key


def _briefly(fact: Fact, t: Texts) -> str:
    """A fact's value with its validity."""
    return " ".join(filter(None, (value_name(fact, t.language), period(fact.since, fact.until, t))))


def _qualifier(fact: Fact, t: Texts) -> str:
    if fact.attribute != "status":
        return fact.qualifier
    if fact.qualifier == WITHDRAWN:
        return t("standing.withdrawn")
    return t("clusters.round", round=round_of(fact)) if round_of(fact) else ""
