"""Words: each passage has its row of them, made of its text, and forms are counted as they stand there."""

from collections import Counter
from collections.abc import Iterator

from index.check.finding import Check, Finding, Tell, in_each_document
from index.database import Connection
from index.entry import form_counts, words_of
from index.rows import source, stored_document
from index.words import RECIPE


def _find(connection: Connection, tell: Tell) -> Iterator[Finding]:
    made = connection.execute("SELECT value FROM counters WHERE name = 'words'").fetchone()
    # Words made in another way are made anew at the next start: their text cannot be compared.
    compared = made is not None and made["value"] == RECIPE

    def find(connection: Connection, document: str, name: str) -> Iterator[Finding]:
        return _faults(connection, document, name, compared=compared)

    yield from in_each_document(connection, tell, find)
    for (lost,) in connection.execute(STRAYS):
        yield Finding("words.stray", "words", "rebuild", {"row": lost})
    yield from _forms(connection)


def _faults(connection: Connection, document: str, name: str, *, compared: bool) -> Iterator[Finding]:
    rows = connection.execute(WORDS_OF, (document,)).fetchall()
    ids = [row[0] for row in connection.execute(PASSAGES_OF, (document,))]
    if [row["rowid"] for row in rows] != ids:
        yield Finding("words.missing", name, "rebuild", {"found": len(rows), "told": len(ids)})
    elif compared and connection.execute(HAS_TEXT, (document,)).fetchone():
        held = connection.execute("SELECT * FROM documents WHERE id = ?", (document,)).fetchone()
        made = words_of(source(connection, stored_document(held)))
        wrong = sum(tuple(row)[1:] != one.row for row, one in zip(rows, made, strict=True))
        if wrong:
            yield Finding("words.other", name, "rebuild", {"count": wrong})


def _forms(connection: Connection) -> Iterator[Finding]:
    forms: Counter[tuple[str, str]] = Counter()
    for row in connection.execute(ALL_WORDS):
        forms.update(form_counts([(row[0], row[1], row[2], row[3])]))
    counted = {(row["form"], row["lemma"]): row["count"] for row in connection.execute("SELECT * FROM forms")}
    wrong = [key for key in counted.keys() | forms.keys() if counted.get(key, 0) != forms.get(key, 0)]
    if wrong:
        yield Finding("words.forms", "forms", "rebuild", {"count": len(wrong), "form": min(wrong)[0]})


WORDS_OF = """
    SELECT rowid, lemmas, surface, title_lemmas, title_surface FROM words
    WHERE rowid IN (SELECT id FROM passages WHERE document = ?) ORDER BY rowid"""
ALL_WORDS = """
    SELECT ifnull(lemmas, ''), ifnull(surface, ''), ifnull(title_lemmas, ''), ifnull(title_surface, '')
    FROM words"""
PASSAGES_OF = "SELECT id FROM passages WHERE document = ? ORDER BY id"
HAS_TEXT = "SELECT 1 FROM contents WHERE document = ?"
# What goes wrong for all rows at once need not be told for each.
STRAYS = "SELECT rowid FROM words WHERE rowid NOT IN (SELECT id FROM passages) LIMIT 100"

FTS = {"words", "words_data", "words_idx", "words_content", "words_docsize", "words_config", "word_counts"}
WORDS = Check("words", frozenset({*FTS, "forms", "counters"}), _find)
