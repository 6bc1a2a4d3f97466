"""The way back: an earlier version, or a removed document, held again with all that is made of it."""

import logging
from collections.abc import Callable
from dataclasses import replace

from documents.errors import DocumentError
from documents.model import Document
from documents.read import read_document
from index.arrival import Arrival
from index.embedding import embedded_texts, stamp
from index.encoder import Encoder
from index.entry import Vectors
from index.extraction.extract import RECIPE, extract
from index.extraction.model import Extract
from index.ingest import outcome_of
from index.outcome import Outcome, Status
from index.store import Store
from index.versions import Kept

_log = logging.getLogger("klastrownik")


class Recall:
    """Holds again what a store keeps of earlier versions and removed documents: whole or not at all.

    What was read then is held as it was read; its words and facts are made anew, and its vectors where they
    are another model's. Where this program cannot read what was written down, `read` reads the bytes.
    """

    def __init__(
        self,
        store: Store,
        encoder: Encoder,
        *,
        read: Callable[[str, bytes], Document] = read_document,
        extract: Callable[[Document], Extract] = extract,
    ) -> None:
        self._store = store
        self._encoder = encoder
        self._read = read
        self._extract = extract

    def use(self, encoder: Encoder) -> None:
        """Embed with another encoder from the next document on."""
        self._encoder = encoder

    def version(self, document: str, number: int, *, by: str) -> Outcome:
        """What became of an earlier version that is to be held again, as a new one.

        Raises: UnknownDocumentError, UnknownVersionError; SameContentError where another document has
        these bytes by now.
        """
        kept = self._store.versions.kept(document, number)
        held = self._store.document(document)
        if held.sha256 == kept.version.sha256:
            reason = "the same content is held already"
            return Outcome(held.file, "unchanged", held.id, reason=reason, version=held.version)
        return self._hold(kept, Arrival(by, back_to=number), "replaced")

    def removed(self, removal: int, *, by: str) -> Outcome:
        """What became of a removed document that is to be held again, under its id and with its versions.

        Raises: UnknownRemovalError; TakenPlaceError, SameContentError where another document has its name or
        its bytes by now.
        """
        kept = self._store.removed.kept(removal)
        return self._hold(kept, Arrival(by, removal=removal), "added")

    def _hold(self, kept: Kept, arrival: Arrival, status: Status) -> Outcome:
        file = kept.version.file
        try:
            document = kept.document or self._read(file, kept.content)
            extracted = replace(self._extract(document), recipe=RECIPE)
        except DocumentError as error:
            return Outcome(file, "refused" if error.permanent else "failed", reason=error.reason)
        except Exception as error:  # noqa: BLE001 - a reader's defect is said; what is kept stays
            _log.exception("%s: reading failed", file)
            return Outcome(file, "failed", reason=f"reading failed: {type(error).__name__}")
        # Another may be taken meanwhile, and vectors are stamped as those of the one that made them.
        encoder = self._encoder
        held = self._store.add(
            document,
            kept.content,
            name=kept.name,
            vectors=_vectors(kept, document, encoder),
            model=stamp(encoder),
            extract=extracted,
            arrival=arrival,
        )
        return outcome_of(self._store, held, status)


def _vectors(kept: Kept, document: Document, encoder: Encoder) -> Vectors:
    texts = embedded_texts(document)
    fits = kept.vectors is not None and kept.document is not None and kept.model == stamp(encoder)
    if kept.vectors is not None and fits and len(kept.vectors) == len(texts):
        return kept.vectors
    return encoder.embed_passages(texts)
