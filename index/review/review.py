"""What people decide: made, undone and found again, each with who and when, and in the log with it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from documents.model import Span
from index.audit import Detail, record
from index.database import Connection, Database
from index.errors import DecisionError, UnknownDecisionError, UnknownDocumentError
from index.register.clusters import id_of
from index.register.model import Cluster, Fact
from index.review.ground import Ground
from index.review.model import Decision, FactKind, Kind, NameKind, Naming, OnFact, OnNames, Told
from index.review.pins import grounds, pinned
from index.review.reviewed import Pin
from index.review.rows import about, advance_review, decision_of, insert_decision
from index.review.strays import HELD, heirs

ALL = "SELECT * FROM decisions ORDER BY id"
COUNTING = """
    SELECT * FROM decisions WHERE id IN
        (SELECT max(id) FROM decisions WHERE undone_at IS NULL GROUP BY about)
    ORDER BY id"""
CHANGED = "SELECT DISTINCT document FROM decisions WHERE changed > ? AND document <> ''"
STATED = """
    SELECT subjects.document, subject, attribute, value, facts.quote FROM facts
    JOIN subjects ON subjects.id = facts.subject WHERE facts.id = ?"""
NAMES = "SELECT text, kind FROM names WHERE subject = ? ORDER BY ordinal"
SUBJECT = """SELECT id FROM subjects WHERE document = ? AND start = ? AND "end" = ? ORDER BY id"""
UNDO = """
    UPDATE decisions SET undone_by = ?, undone_at = ?, changed = ? WHERE id = ? AND undone_at IS NULL"""
# What the log calls what was done.
ACTIONS: Mapping[Kind, str] = {
    "confirmed": "fact.confirmed",
    "corrected": "fact.corrected",
    "rejected": "fact.rejected",
    "added": "fact.added",
    "joined": "clusters.joined",
    "parted": "names.parted",
    "moved": "subject.moved",
    "called": "cluster.called",
    "dismissed": "cluster.dismissed",
}


class Review:
    """The decisions of a library. Raises: StoreError, in every method."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # What was decided

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions in the order they were made, those that were undone too."""
        with self._database.reading() as connection:
            return tuple(map(decision_of, connection.execute(ALL)))

    def decision(self, id: int) -> Decision:
        """The decision with this number. Raises: UnknownDecisionError."""
        with self._database.reading() as connection:
            return _decision(connection, id)

    def counting(self) -> tuple[Decision, ...]:
        """Those that count, in the order they were made."""
        with self._database.reading() as connection:
            return counting_decisions(connection)

    def pins(self, decisions: Sequence[Decision]) -> tuple[Pin, ...]:
        """Decisions about facts, with where their documents say now what they are about."""
        documents = {one.matter.document for one in decisions} - {""}
        with self._database.reading() as connection:
            found = pinned(connection, decisions, documents)
        return tuple(pin for pins in found.values() for pin in pins)

    def stands_on(self, document: str, version: int, span: Span) -> bool:
        """Whether a decision that counts is told by these words of an earlier version of a document."""
        decided = [one for one in self.counting() if one.matter.document == document]
        sources = (source for pin in self.pins(decided) for source in pin.sources)
        return any(
            one.version == version and span in (one.span, *(line for line, _ in one.scope)) for one in sources
        )

    def held(self, documents: Iterable[str]) -> frozenset[str]:
        """Those of the documents that the library holds, or another in the place of."""
        asked = frozenset(documents)
        with self._database.reading() as connection:
            held = frozenset(id for (id,) in connection.execute(HELD, (json.dumps(list(asked)),)))
            return held | frozenset(heirs(connection, asked - held))

    def ground(self, document: str) -> Ground:
        """A document as it is now, to find words in. Raises: UnknownDocumentError."""
        with self._database.reading() as connection:
            found = grounds(connection, [document])
        if document not in found:
            raise UnknownDocumentError(document)
        return found[document]

    # Facts

    def judge(self, facts: Sequence[tuple[Cluster, Fact]], kind: FactKind, *, by: str) -> tuple[int, ...]:
        """The numbers of decisions that confirm or reject facts of clusters, all of them or none.

        Raises: DecisionError where a fact has changed since it was looked at.
        """
        with self._database.writing() as connection:
            return tuple(
                self._decided(connection, kind, cluster, _on_fact(connection, one), by=by)
                for cluster, one in facts
            )

    def correct(self, cluster: Cluster, fact: Fact, instead: Told, *, to: str = "", by: str) -> int:
        """The number of the decision that a fact says something else, or of the cluster called `to`.

        Raises: DecisionError where the fact has changed since it was looked at.
        """
        with self._database.writing() as connection:
            before = _on_fact(connection, fact)
            matter = OnFact(
                document=before.document,
                file=before.file,
                names=before.names,
                words=before.words,
                scope=before.scope,
                told=before.told,
                instead=instead,
                to=to,
            )
            return self._decided(connection, "corrected", cluster, matter, by=by)

    def add(self, cluster: Cluster, told: Told, *, document: str, span: Span, by: str) -> int:
        """The number of the decision that words of a document state a fact about a cluster.

        Raises: UnknownDocumentError; DecisionError where nothing stands at the span.
        """
        with self._database.writing() as connection:
            ground = grounds(connection, [document]).get(document)
            if ground is None:
                raise UnknownDocumentError(document)
            if not ground.text[slice(*span)].strip() or not ground.passages:
                raise DecisionError("quote", "nowhere")
            matter = OnFact(
                document=document,
                file=ground.document.file,
                names=_names_in(connection, cluster, document),
                words=ground.words(span),
                scope=(),
                told=told,
            )
            return self._decided(connection, "added", cluster, matter, by=by)

    # Names

    def name(self, kind: NameKind, cluster: Cluster, matter: OnNames, *, by: str) -> int:
        """The number of a decision about names."""
        with self._database.writing() as connection:
            return self._decided(connection, kind, cluster, matter, by=by)

    def subject_names(self, document: str, mention: Span) -> tuple[Naming, ...]:
        """The names that a document was read to give to the cluster it first names at a span; none where it
        was not read so."""
        with self._database.reading() as connection:
            return _subject_names(connection, document, mention)

    def undo(self, id: int, *, by: str) -> Decision:
        """The decision, which counts no longer; one that was undone before stays as it was.

        Raises: UnknownDecisionError.
        """
        with self._database.writing() as connection:
            decision = _decision(connection, id)
            if not decision.is_undone:
                now = datetime.now(UTC).isoformat()
                connection.execute(UNDO, (by, now, advance_review(connection), id))
                record(connection, by, "decision.undone", decision.cluster, _details(decision))
            return _decision(connection, id)

    def _decided(
        self, connection: Connection, kind: Kind, cluster: Cluster, matter: OnFact | OnNames, *, by: str
    ) -> int:
        now = datetime.now(UTC)
        decision = Decision(0, kind, about(matter, kind), cluster.id, cluster.name, matter, by, now)
        id = insert_decision(connection, decision)
        record(connection, by, ACTIONS[kind], cluster.id, {**_details(decision), "decision": id})
        return id


def counting_decisions(connection: Connection) -> tuple[Decision, ...]:
    """Those that count, in the order they were made."""
    return tuple(map(decision_of, connection.execute(COUNTING)))


def changed_since(connection: Connection, counter: int) -> frozenset[str]:
    """The ids of documents of which something was decided, or undone, since the review counter stood so."""
    return frozenset(document for (document,) in connection.execute(CHANGED, (counter,)))


def _decision(connection: Connection, id: int) -> Decision:
    row = connection.execute("SELECT * FROM decisions WHERE id = ?", (id,)).fetchone()
    if row is None:
        raise UnknownDecisionError(id)
    return decision_of(row)


def _on_fact(connection: Connection, fact: Fact) -> OnFact:
    """What a decision about a fact is about: what its document was read to say, or an earlier decision was
    about, so that the later one takes its place."""
    if fact.decision:
        matter = _decision(connection, fact.decision).matter
        assert isinstance(matter, OnFact)  # noqa: S101 - a fact comes from such
        return matter
    row = connection.execute(STATED, (fact.id,)).fetchone()
    source = fact.source
    held = (row["document"], row["attribute"], row["value"], row["quote"]) if row else None
    ground = grounds(connection, [source.document.id]).get(source.document.id)
    if held != (source.document.id, fact.attribute, fact.value, source.quote) or ground is None:
        raise DecisionError("fact", "gone")
    return OnFact(
        document=source.document.id,
        file=source.document.file,
        names=_names(connection, row["subject"]),
        words=ground.words(source.span),
        scope=tuple(ground.words(span) for span, _ in source.scope),
        told=Told(fact.attribute, fact.value, fact.qualifier, fact.since, fact.until, fact.said_on),
    )


def _names(connection: Connection, subject: int) -> tuple[Naming, ...]:
    return tuple(Naming(text, kind) for text, kind in connection.execute(NAMES, (subject,)))


def _subject_names(connection: Connection, document: str, mention: Span) -> tuple[Naming, ...]:
    row = connection.execute(SUBJECT, (document, *mention)).fetchone()
    return _names(connection, row["id"]) if row else ()


def _names_in(connection: Connection, cluster: Cluster, document: str) -> tuple[Naming, ...]:
    """The names of a cluster in a document; where it names it not, the one its id is made of."""
    mention = next((one for one in cluster.mentions if one.document.id == document), None)
    found = _subject_names(connection, document, mention.span) if mention else ()
    return found or (Naming(own_name(cluster)),)


def own_name(cluster: Cluster) -> str:
    """The name of a cluster that documents give it and no other has: what it is shown as may be neither."""
    return next((one for one in cluster.names if id_of(one) == cluster.id), cluster.name)


def _details(decision: Decision) -> dict[str, Detail]:
    """What the log keeps of a decision: what it says, not the documents' words."""
    matter = decision.matter
    if isinstance(matter, OnNames):
        told = {"names": matter.names[0], "others": " · ".join(matter.others), "to": matter.to}
        return {"kind": decision.kind, "file": matter.file, **told}
    said: dict[str, Detail] = {"kind": decision.kind, "file": matter.file, "said": _in_short(matter.told)}
    if matter.instead:
        said["instead"] = _in_short(matter.instead)
    return {**said, "to": matter.to} if matter.to else said


def _in_short(told: Told) -> str:
    """A fact in one line: "status KKK VI 2023/2025-12-17"."""
    dates = f"{told.since.iso if told.since else ''}…{told.until.iso if told.until else ''}"
    parts = (told.attribute, told.value, told.qualifier, dates if len(dates) > 1 else "")
    return " ".join(filter(None, parts))
