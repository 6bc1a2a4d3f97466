"""What a fact is called by for as long as its document says it as it does."""

from hashlib import sha256

from index.register.model import Cluster, Fact


def fact_key(fact: Fact) -> str:
    """A short word made of what a fact says and where it stands; rows may be made anew meanwhile."""
    source = fact.source
    said = (fact.attribute, fact.value, fact.qualifier, fact.since, fact.until)
    whole = repr((source.document.id, source.version, tuple(source.span), *said))
    return sha256(whole.encode()).hexdigest()[:16]


def facts_called(cluster: Cluster, key: str) -> tuple[Fact, ...]:
    """The facts of a cluster with this key: several where one document names the cluster in several ways."""
    return tuple(one for one in cluster.facts if fact_key(one) == key)
