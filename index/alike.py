"""Documents that are nearly equal: how much of their wording they share, told by MinHash signatures."""

from collections.abc import Iterator
from hashlib import blake2b
from typing import NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from index.database import Connection, Database
from index.words import fold, tokenize

Signature = NDArray[np.uint32]

# Changes with how signatures are made; others are made anew.
RECIPE = 1
SIZE = 128
# Four values make a band: of pairs that share half of their wording 0.87 meet in one, of those that share
# 0.6 nearly all, of those that share a fifth one in twenty, which the comparison of the signatures takes out.
BAND = 4
# Words in a row. One word in ten changed leaves about 0.57 of them.
SHINGLE = 3
# A text of fewer has too little wording to be told from another's.
FEWEST = 12
# Of 54 documents that speak of the same clusters no two share a quarter.
NEARLY = 0.6
# A new version that shares less with the one before may be another document by the same name.
UNLIKE = 0.1
# Of a form filled in a thousand times not each pair is kept.
MOST = 50
# One in this many of the shingles is looked at where a text has more: as exact, for a share.
LONGEST = 100_000


class Neighbour(NamedTuple):
    """A document nearly equal to another. `share` in [0, 1]: of the wording of both, what is in each."""

    document: str
    name: str
    title: str
    share: float


def signature(text: str) -> Signature | None:
    """The signature of a text, uint32 (SIZE,); None where the text is too short to be told from others."""
    # Importing it takes as long as the pages need to be up, which do without.
    from datasketch.minhash import MinHash  # noqa: PLC0415

    shingles = list(dict.fromkeys(_shingles(text)))
    if len(shingles) < FEWEST:
        return None
    made = MinHash(num_perm=SIZE, scheme="affine32")
    made.update_batch(shingles[:: 1 + len(shingles) // LONGEST])
    return cast(Signature, made.hashvalues)


def share(one: Signature, other: Signature) -> float:
    """How much of the wording of two texts is in both, in [0, 1]; exact to about 0.04."""
    return float(np.mean(one == other))


class Alike:
    """Which documents of a library are nearly equal. Raises: StoreError, in every method."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def near(self, document: str) -> tuple[Neighbour, ...]:
        """The documents that are nearly equal to one, the nearest first."""
        with self._database.reading() as connection:
            return near(connection, document)

    def all(self) -> dict[str, float]:
        """Each document that has a neighbour, with the share of the nearest."""
        with self._database.reading() as connection:
            return dict(connection.execute("SELECT document, max(share) FROM alike GROUP BY document"))

    def missing(self) -> tuple[str, ...]:
        """The ids of documents whose signature was made in another way, or not at all."""
        with self._database.reading() as connection:
            return tuple(id for (id,) in connection.execute(MISSING, (RECIPE,)))

    def put(self, document: str, generation: int, made: Signature | None) -> bool:
        """Keep a document's signature and find its neighbours; False if it has changed since."""
        query = "SELECT 1 FROM documents WHERE id = ? AND generation = ?"
        with self._database.writing(durable=False) as connection:
            if connection.execute(query, (document, generation)).fetchone() is None:
                return False
            for table in ("signatures", "bands"):
                connection.execute(f"DELETE FROM {table} WHERE document = ?", (document,))  # noqa: S608 - our own names
            connection.execute("DELETE FROM alike WHERE ? IN (document, other)", (document,))
            insert_signature(connection, document, made)
        return True


MISSING = """
    SELECT id FROM documents LEFT JOIN signatures ON signatures.document = documents.id
    WHERE signatures.recipe IS NOT ? ORDER BY name"""
NEAR = """
    SELECT alike.other, documents.name, documents.title, alike.share
    FROM alike JOIN documents ON documents.id = alike.other
    WHERE alike.document = ? ORDER BY alike.share DESC, documents.name"""
MEETING = """
    SELECT signatures.document, signature FROM signatures
    WHERE recipe = ? AND signatures.document IN (
        SELECT bands.document FROM bands AS own JOIN bands ON bands.band = own.band
        WHERE own.document = ? AND bands.document <> ?
        GROUP BY bands.document ORDER BY count(*) DESC LIMIT ?)"""


def near(connection: Connection, document: str) -> tuple[Neighbour, ...]:
    """The documents that are nearly equal to one, the nearest first."""
    return tuple(Neighbour(*row) for row in connection.execute(NEAR, (document,)))


def insert_signature(connection: Connection, document: str, made: Signature | None) -> None:
    """Write a document's signature, and which documents it is nearly equal to."""
    kept = b"" if made is None else made.astype("<u4").tobytes()
    connection.execute("INSERT INTO signatures VALUES (?, ?, ?)", (document, RECIPE, kept))
    if made is None:
        return
    rows = [(band, document) for band in _bands(made)]
    connection.executemany("INSERT OR IGNORE INTO bands VALUES (?, ?)", rows)
    for other, bytes_ in connection.execute(MEETING, (RECIPE, document, document, MOST)).fetchall():
        shared = share(made, np.frombuffer(bytes_, dtype="<u4"))
        if shared >= NEARLY:
            pair = ((document, other, shared), (other, document, shared))
            connection.executemany("INSERT OR REPLACE INTO alike VALUES (?, ?, ?)", pair)


def signature_of(connection: Connection, document: str) -> Signature | None:
    """The signature that is kept of a document, if any."""
    query = "SELECT signature FROM signatures WHERE document = ? AND recipe = ?"
    row = connection.execute(query, (document, RECIPE)).fetchone()
    return np.frombuffer(row["signature"], dtype="<u4") if row and row["signature"] else None


def _shingles(text: str) -> Iterator[bytes]:
    folded = [fold(word) for word in tokenize(text)]
    for at in range(len(folded) - SHINGLE + 1):
        yield " ".join(folded[at : at + SHINGLE]).encode()


def _bands(made: Signature) -> Iterator[int]:
    for number, values in enumerate(made.astype("<u4").reshape(-1, BAND)):
        # Seven bytes, because the database counts eight with a sign.
        digest = blake2b(values.tobytes(), digest_size=7, salt=number.to_bytes(2, "little"))
        yield int.from_bytes(digest.digest(), "little")
