"""The words of the library: which passages hold which, and which forms of a word there are."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from index.database import Connection, Database
from index.entry import PassageWords, form_counts

# The title and headings name what a passage is about and are short: their terms count for as much again.
TITLE_WEIGHT = 1.0


class WordMatch(NamedTuple):
    """A passage that holds some of the terms, with its BM25 by lemmas and by forms: higher is better."""

    passage: int
    lemmas: float
    surface: float


class Lexicon:
    """What is known of words, read from the database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._counted: _Totals | None = None

    def match(self, lemmas: Sequence[str], surface: Sequence[str], limit: int) -> tuple[WordMatch, ...]:
        """The passages that hold any of the terms, the best by both channels together first."""
        channels = ("{lemmas title_lemmas}", lemmas), ("{surface title_surface}", surface)
        query = " OR ".join(f"({columns} : ({_any_of(terms)}))" for columns, terms in channels if terms)
        if not query:
            return ()
        with self._database.reading() as connection:
            rows = connection.execute(MATCH, (TITLE_WEIGHT, TITLE_WEIGHT, query, limit)).fetchall()
        return tuple(WordMatch(*row) for row in rows)

    def frequencies(self, lemmas: Collection[str]) -> dict[str, int]:
        """In how many passages each lemma stands, in the text or in what stands above it; 0 for none."""
        found = dict.fromkeys(lemmas, 0)
        with self._database.reading() as connection:
            for lemma in found:
                found[lemma] = int(connection.execute(FREQUENCY, (lemma,)).fetchone()[0])
        return found

    def forms(self, folded: Collection[str]) -> dict[str, tuple[str, ...]]:
        """The lemmas that each folded form has in the library, the most frequent first."""
        query = "SELECT lemma FROM forms WHERE form = ? ORDER BY count DESC, lemma"
        with self._database.reading() as connection:
            return {form: tuple(row[0] for row in connection.execute(query, (form,))) for form in folded}

    def vocabulary(self) -> tuple[str, ...]:
        """Every folded form in the library, the most frequent first."""
        return self._totals().vocabulary

    def passage_count(self) -> int:
        return self._totals().passages

    def _totals(self) -> "_Totals":
        # Asked for with every question; counting takes milliseconds, and changes only with the library.
        with self._database.reading() as connection:
            generation: int = connection.execute(GENERATION).fetchone()[0]
            if self._counted is None or self._counted.generation != generation:
                vocabulary = tuple(row[0] for row in connection.execute(VOCABULARY))
                passages: int = connection.execute("SELECT count(*) FROM passages").fetchone()[0]
                self._counted = _Totals(generation, vocabulary, passages)
            return self._counted


@dataclass(frozen=True, slots=True)
class _Totals:
    """What is true of the library as a whole at one generation."""

    generation: int
    vocabulary: tuple[str, ...]
    passages: int


GENERATION = "SELECT value FROM counters WHERE name = 'generation'"
VOCABULARY = "SELECT form FROM forms GROUP BY form ORDER BY sum(count) DESC, form"
# The names must not be those of columns, or the order would be that of the columns' text.
# Each term is looked for in its own channel's columns, so a weight of 0 leaves out the other channel's.
MATCH = """
    SELECT rowid, -bm25(words, 1.0, 0.0, ?, 0.0) AS by_lemmas, -bm25(words, 0.0, 1.0, 0.0, ?) AS by_surface
    FROM words WHERE words MATCH ? ORDER BY by_lemmas + by_surface DESC, rowid LIMIT ?"""
FREQUENCY = "SELECT ifnull(max(doc), 0) FROM word_counts WHERE term = ? AND col IN ('lemmas', 'title_lemmas')"
COUNT_FORM = """
    INSERT INTO forms VALUES (?, ?, ?)
    ON CONFLICT (form, lemma) DO UPDATE SET count = count + excluded.count"""


def _any_of(terms: Iterable[str]) -> str:
    return " OR ".join('"' + term.replace('"', '""') + '"' for term in dict.fromkeys(terms))


def insert_words(connection: Connection, passages: Sequence[int], words: Sequence[PassageWords]) -> None:
    """Write the words of passages, and count their forms."""
    rows = [each.row for each in words]
    connection.executemany(
        "INSERT INTO words (rowid, lemmas, surface, title_lemmas, title_surface) VALUES (?, ?, ?, ?, ?)",
        ((passage, *row) for passage, row in zip(passages, rows, strict=True)),
    )
    connection.executemany(COUNT_FORM, ((*key, count) for key, count in form_counts(rows).items()))


def delete_all_words(connection: Connection) -> None:
    """Take away all words, also where their index is not that of their rows."""
    # Its index is made of the rows first: without one, no row can be deleted.
    connection.execute("INSERT INTO words (words) VALUES ('rebuild')")
    connection.execute("DELETE FROM words")
    connection.execute("DELETE FROM forms")


def delete_words(connection: Connection, document: str) -> None:
    """Take away the words of a document's passages, and what they count for."""
    among = "WHERE rowid IN (SELECT id FROM passages WHERE document = ?)"
    columns = "lemmas, surface, title_lemmas, title_surface"
    rows = connection.execute(f"SELECT {columns} FROM words {among}", (document,)).fetchall()  # noqa: S608
    counts = form_counts((row[0], row[1], row[2], row[3]) for row in rows)
    connection.executemany(COUNT_FORM, ((*key, -count) for key, count in counts.items()))
    connection.executemany("DELETE FROM forms WHERE form = ? AND lemma = ? AND count <= 0", counts)
    connection.execute(f"DELETE FROM words {among}", (document,))  # noqa: S608
