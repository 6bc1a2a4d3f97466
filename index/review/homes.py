"""Decisions of a document that is removed for good, given to one that says the same."""

import json
from dataclasses import replace

from index.database import Connection
from index.review.rows import about, decision_of, details_of
from index.review.strays import home_for

ORPHANED = """
    SELECT * FROM decisions WHERE document = :document
        AND NOT EXISTS (SELECT 1 FROM documents WHERE id = :document)
        AND NOT EXISTS (SELECT 1 FROM removals WHERE document = :document)"""
MOVE = "UPDATE decisions SET document = ?, about = ?, details = ? WHERE id = ?"


def rehome(connection: Connection, document: str, heir: str = "") -> None:
    """Give decisions about a document that can be held no more to another that has their words; those about
    what it means by a name to its heir."""
    for row in connection.execute(ORPHANED, {"document": document}).fetchall():
        decision = decision_of(row)
        home = home_for(connection, decision, heir)
        if home is None:
            continue
        matter = replace(decision.matter, document=home.id, file=home.file)
        details = json.dumps(details_of(replace(decision, matter=matter)), ensure_ascii=False)
        connection.execute(MOVE, (home.id, about(matter, decision.kind), details, decision.id))
