"""What must hold of a library after anything that may have happened to it."""

from collections.abc import Iterator

from index.entry import form_counts
from index.model import StoredDocument
from index.store import Store
from index.vectors import Vectors


def faults(store: Store) -> Iterator[str]:
    """Everything that is wrong with a library, a line each."""
    yield from store.database.damage()
    for document in store.documents():
        yield from _document_faults(store, document)
    yield from _word_faults(store)
    yield from _vector_faults(store)


def _document_faults(store: Store, document: StoredDocument) -> Iterator[str]:
    text = store.text(document.id)
    passages = store.document_passages(document.id)
    sentences = [one for passage in passages for one in passage.sentences]
    if (len(passages), len(sentences)) != (document.passages, document.sentences):
        yield f"{document.name}: {len(passages)} passages and {len(sentences)} sentences, not as it says"
    spans = [(one.span, one.text) for one in passages] + [(one.span, one.text) for one in sentences]
    for (start, end), said in spans:
        if text[start:end] != said:
            yield f"{document.name}: the text at {start} to {end} is not what it says"


def _word_faults(store: Store) -> Iterator[str]:
    with store.database.reading() as connection:
        words = connection.execute("SELECT rowid, * FROM words ORDER BY rowid").fetchall()
        passages = [row[0] for row in connection.execute("SELECT id FROM passages ORDER BY id")]
        forms = {(row[0], row[1]): row[2] for row in connection.execute("SELECT * FROM forms")}
    if [row["rowid"] for row in words] != passages:
        yield "the words are not those of the passages"
    if form_counts(tuple(row)[1:] for row in words) != forms:
        yield "the forms are not those of the words"


def _vector_faults(store: Store) -> Iterator[str]:
    with store.database.reading() as connection:
        models = connection.execute("SELECT DISTINCT model, dimensions FROM vectors").fetchall()
        held = connection.execute("SELECT count(*) FROM sentences").fetchone()[0]
    for model, dimensions in models:
        vectors = Vectors(store, model=model, dimensions=dimensions, folder=store.path.parent)
        vectors.refresh()
        if len(vectors) != held:
            yield f"{len(vectors)} vectors of {model} for {held} sentences"
    if held and not models:
        yield f"no vectors for {held} sentences"
