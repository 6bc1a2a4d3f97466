"""Vectors: one a sentence, of the model in use, finite and of length 1."""

from collections.abc import Iterator

import numpy as np

from index.check.finding import Check, Finding, Tell, in_each_document
from index.database import Connection, Row
from index.in_use import model_of

# Kept as float16, whose steps are at most 0.0005 of a number and partly cancel over the dimensions.
_LENGTH_TOLERANCE = 0.01


def _find(connection: Connection, tell: Tell) -> Iterator[Finding]:
    stamp, dimensions = _usual(connection)

    def find(connection: Connection, document: str, name: str) -> Iterator[Finding]:
        sentences = connection.execute(SENTENCES, (document,)).fetchone()[0]
        row = connection.execute(VECTORS_OF, (document, stamp)).fetchone()
        if row is not None:
            yield from _faults(row, name, sentences, dimensions)
        else:
            yield Finding("vectors.missing", name, "rebuild", {"sentences": sentences})

    yield from in_each_document(connection, tell, find)


def _faults(row: Row, name: str, sentences: int, dimensions: int) -> Iterator[Finding]:
    if row["dimensions"] != dimensions:
        values = {"found": row["dimensions"], "told": dimensions}
        yield Finding("vectors.dimensions", name, "rebuild", values)
        return
    found = len(row["vectors"]) // (2 * dimensions)
    if len(row["vectors"]) != 2 * dimensions * sentences:
        yield Finding("vectors.count", name, "rebuild", {"found": found, "told": sentences})
        return
    vectors = np.frombuffer(row["vectors"], dtype="<f2").reshape(-1, dimensions).astype(np.float32)
    lengths = np.linalg.norm(vectors, axis=1)
    infinite = int((~np.isfinite(lengths)).sum())
    # A sentence without a single known piece has no direction at all.
    wrong = int(((np.abs(lengths - 1) > _LENGTH_TOLERANCE) & (lengths > 0)).sum()) - infinite
    if infinite:
        yield Finding("vectors.infinite", name, "rebuild", {"count": infinite})
    if wrong > 0:
        yield Finding("vectors.length", name, "rebuild", {"count": wrong})


def _usual(connection: Connection) -> tuple[str, int]:
    """The stamp of the model in use and its dimensions: those of most documents."""
    model = model_of(connection)
    row = connection.execute(USUAL, {"stamp": model.stamp if model else None}).fetchone()
    if row is not None:
        return row["model"], row["dimensions"]
    return (model.stamp if model else ""), 1


SENTENCES = """
    SELECT count(*) FROM sentences JOIN passages ON passages.id = sentences.passage
    WHERE passages.document = ?"""
VECTORS_OF = "SELECT dimensions, vectors FROM vectors WHERE document = ? AND model = ?"
USUAL = """
    SELECT model, dimensions FROM vectors WHERE :stamp IS NULL OR model = :stamp
    GROUP BY model, dimensions ORDER BY count(*) DESC, model LIMIT 1"""

VECTORS = Check("vectors", frozenset({"vectors", "model_in_use"}), _find)
