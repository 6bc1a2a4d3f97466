"""Deciding on facts, names and clusters as the register has them now."""

from collections.abc import Iterable, Sequence
from datetime import date

from documents.model import Span
from index.errors import DecisionError, UnknownClusterError
from index.register.decided import keys_of
from index.register.model import Attribute, Cluster, Fact
from index.register.names import read_name
from index.register.register import Register
from index.review.keys import facts_called
from index.review.model import FactKind, OnNames, Told, Words
from index.review.review import Review, own_name

LONGEST_NAME = 200
LONGEST_QUOTE = 2_000


class Deciding:
    """Makes decisions about what one state of the register holds, in the name of `by`.

    Raises: in every method UnknownClusterError, and DecisionError with the field that is wrong.
    """

    def __init__(self, review: Review, register: Register, *, by: str) -> None:
        self._review = review
        self._register = register
        self._by = by

    # Facts

    def judge(self, kind: FactKind, facts: Iterable[tuple[str, str]]) -> tuple[int, ...]:
        """The numbers of decisions that confirm or reject facts, each a cluster's id and the fact's key: all
        of them or none."""
        clusters = [(self._register.cluster(id), key) for id, key in facts]
        meant = [(cluster, fact) for cluster, key in clusters for fact in _facts(cluster, key)]
        return self._review.judge(meant, kind, by=self._by)

    def attribute_of(self, cluster_id: str, key: str) -> tuple[Attribute, date | None]:
        """What the fact with this key is about, and the day it was said on, where it has one."""
        fact = _facts(self._register.cluster(cluster_id), key)[0]
        return fact.attribute, fact.said_on

    def correct(self, cluster_id: str, key: str, instead: Told, *, to: str = "") -> tuple[int, ...]:
        """The numbers of decisions that a fact says something else, or is of the cluster with the id `to`."""
        cluster = self._register.cluster(cluster_id)
        other = self._other("to", to) if to and to != cluster_id else None
        name = own_name(other) if other is not None and other.id != cluster.id else ""
        return tuple(
            self._review.correct(cluster, fact, instead, to=name, by=self._by)
            for fact in _facts(cluster, key)
        )

    def add(
        self, cluster_id: str, told: Told, *, document: str, quote: str = "", span: Span | None = None
    ) -> int:
        """The number of the decision that a document states a fact: in a sentence that stands in it word for
        word, or at a span. Raises: UnknownDocumentError too."""
        cluster = self._register.cluster(cluster_id)
        place = span or self.place_of(document, quote)
        return self._review.add(cluster, told, document=document, span=place, by=self._by)

    def place_of(self, document: str, quote: str) -> Span:
        """Where a document says a sentence, spaces aside. Raises: UnknownDocumentError."""
        text = quote.strip()
        if not any(map(str.isalnum, text)):
            raise DecisionError("quote", "empty")
        if len(text) > LONGEST_QUOTE:
            raise DecisionError("quote", "long")
        found = self._review.ground(document).verbatim(Words(text, 0))
        if not found:
            raise DecisionError("quote", "absent")
        return found[0]

    # Names

    def join(self, cluster_id: str, other_id: str) -> int:
        """The number of the decision that two clusters are one."""
        cluster, other = self._register.cluster(cluster_id), self._other("other", other_id)
        if cluster.id == other.id:
            raise DecisionError("other", "same")
        return self._review.name(
            "joined", cluster, OnNames(_own_first(cluster), _own_first(other)), by=self._by
        )

    def part(self, cluster_id: str, names: Sequence[str], *, to: str = "") -> int:
        """The number of the decision that names are not this cluster's, but, with `to`, that one's."""
        cluster = self._register.cluster(cluster_id)
        gone = [one for one in cluster.names if one in names]
        if not gone or len(gone) < len(set(names)):
            raise DecisionError("names", "unknown")
        stay = tuple(one for one in _own_first(cluster) if one not in gone)
        if not stay:
            raise DecisionError("names", "all")
        if set(keys_of(tuple(gone))) & set(keys_of(stay)):
            raise DecisionError("names", "alike")
        other = self._other("to", to) if to else None
        if other is not None and other.id == cluster.id:
            raise DecisionError("to", "same")
        name = own_name(other) if other is not None else ""
        return self._review.name("parted", cluster, OnNames(stay, tuple(gone), name), by=self._by)

    def move(self, cluster_id: str, document: str, to: str) -> int:
        """The number of the decision that a document means another cluster than this one: the one that is
        called `to`, or has that id."""
        cluster = self._register.cluster(cluster_id)
        mention = next((one for one in cluster.mentions if one.document.id == document), None)
        if mention is None:
            raise DecisionError("document", "unknown")
        names = [
            one.text for one in self._review.subject_names(document, mention.span) if one.kind != "generic"
        ]
        if not names:
            raise DecisionError("document", "unknown")
        name = self._name_of("to", to)
        taken = set(keys_of(cluster.names))
        if read_name(name).key in taken:
            raise DecisionError("to", "same")
        matter = OnNames(tuple(names), cluster.names, name, (), document, mention.document.file)
        return self._review.name("moved", cluster, matter, by=self._by)

    def call(self, cluster_id: str, name: str) -> int:
        """The number of the decision that a cluster is shown by a name."""
        cluster = self._register.cluster(cluster_id)
        shown = _readable("name", name)
        return self._review.name("called", cluster, OnNames(_own_first(cluster), to=shown), by=self._by)

    def dismiss(self, cluster_id: str) -> int:
        """The number of the decision that what is called so is no cluster."""
        cluster = self._register.cluster(cluster_id)
        return self._review.name("dismissed", cluster, OnNames(_own_first(cluster)), by=self._by)

    def undo(self, decisions: Iterable[int]) -> None:
        """Let decisions count no longer. Raises: UnknownDecisionError."""
        for one in decisions:
            self._review.undo(one, by=self._by)

    def _other(self, field: str, id: str) -> Cluster:
        try:
            return self._register.cluster(id)
        except UnknownClusterError:
            raise DecisionError(field, "unknown") from None

    def _name_of(self, field: str, given: str) -> str:
        """The name of the cluster with this id, else what was given as a name."""
        try:
            return own_name(self._register.cluster(given))
        except UnknownClusterError:
            name = _readable(field, given)
        if not read_name(name).is_name:
            raise DecisionError(field, "name")
        return name


def _facts(cluster: Cluster, key: str) -> tuple[Fact, ...]:
    found = facts_called(cluster, key)
    if not found:
        raise DecisionError("fact", "gone")
    return found


def _readable(field: str, name: str) -> str:
    plain = " ".join("".join(one if one.isprintable() else " " for one in name).split())
    if not any(map(str.isalnum, plain)):
        raise DecisionError(field, "empty")
    if len(plain) > LONGEST_NAME:
        raise DecisionError(field, "long")
    return plain


def _own_first(cluster: Cluster) -> tuple[str, ...]:
    """The names of a cluster, the one its id is made of first: by that it is found again."""
    own = own_name(cluster)
    return (own, *(one for one in cluster.names if one != own))
