"""Rows of vectors, and of the sentences that they are of."""

import numpy as np

from index.database import Connection
from index.rows import DocumentSentences, Ids

HELD_SENTENCES = """
    SELECT count(*) FROM sentences JOIN passages ON passages.id = sentences.passage
    WHERE passages.document = documents.id"""
AS_IT_WAS = "FROM documents WHERE id = ? AND generation = ?"
# Vectors that are not one a sentence are as good as none. What has lost its text cannot be embedded.
WHOLE = f"length(vectors.vectors) = 2 * vectors.dimensions * ({HELD_SENTENCES})"
WITHOUT_VECTORS = f"""
    FROM documents JOIN contents ON contents.document = documents.id WHERE NOT EXISTS (
        SELECT 1 FROM vectors WHERE document = documents.id AND model = ? AND {WHOLE})"""  # noqa: S608 - our own names
KEPT_VECTORS = "SELECT dimensions, vectors FROM vectors WHERE document = ? AND model = ?"
VECTORS_OF = f"""
    SELECT {{}} AS vectors, vectors.dimensions, documents.generation
    FROM vectors JOIN documents ON documents.id = vectors.document
    WHERE vectors.document = ? AND vectors.model = ? AND {WHOLE}"""  # noqa: S608 - our own names
SENTENCE_IDS_OF = """
    SELECT sentences.id, sentences.passage FROM passages JOIN sentences ON sentences.passage = passages.id
    WHERE passages.document = ? ORDER BY sentences.id"""


def sentences_of(connection: Connection, document: str, generation: int) -> DocumentSentences:
    """A document's sentences, in order."""
    rows = connection.execute(SENTENCE_IDS_OF, (document,)).fetchall()
    ids: Ids = np.array([tuple(row) for row in rows], dtype=np.int64).reshape(-1, 2)
    return DocumentSentences(document, generation, ids[:, 0].copy(), ids[:, 1].copy())
