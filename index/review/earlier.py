"""Where words that a document has no more stood in its last version that had them."""

from collections.abc import Iterator
from dataclasses import replace

from documents.model import Document, Place, Span
from index.database import Connection
from index.model import StoredDocument
from index.register.model import Source
from index.review.ground import Ground, Stretch
from index.review.likeness import is_reworked
from index.review.model import OnFact
from index.versions import Reading, Version, readings


class EarlierGrounds:
    """The earlier versions of documents that are held, each read once however many decisions lean on it.

    Those of a removed document are none: it was taken out of everything.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[str, list[tuple[int, Ground]]] = {}
        self._rest: dict[str, Iterator[Reading]] = {}

    def sources(self, present: Ground, matter: OnFact) -> tuple[Source, ...]:
        """The place in the last version of a document that says it; none where no version does, or where the
        present one says something else in its place and nobody put right what it said before."""
        for number, ground in self._of(present.document):
            found = ground.sources(matter.words, matter.scope)
            if found:
                gone = matter.instead is not None or not _is_rewritten(matter.words.text, ground, present)
                return (replace(found[0], version=number),) if gone else ()
        return ()

    def _of(self, document: StoredDocument) -> Iterator[tuple[int, Ground]]:
        """The versions, the last first."""
        known = self._known.setdefault(document.id, [])
        yield from known
        rest = self._rest.setdefault(document.id, readings(self._connection, document.id))
        for one in rest:
            known.append((one.version.number, ground_of(document, one)))
            yield known[-1]


def _is_rewritten(text: str, then: Ground, now: Ground) -> bool:
    """Whether a sentence that the present version has, and the earlier one had not, was made of this one."""
    before = {then.text[slice(*one)] for one in then.sentences}
    new = {now.text[slice(*one)] for one in now.sentences} - before
    return any(is_reworked(text, one) for one in new)


def ground_of(document: StoredDocument, earlier: Reading) -> Ground:
    """An earlier version of a document as words are found in it."""
    version, read = earlier.version, earlier.document
    then = replace(
        document, title=version.title, file=version.file, language=version.language, date=version.date
    )
    if read is None:
        return Ground(then, earlier.text, (_whole(version, earlier.text),), ())
    sentences = tuple(one.span for passage in read.passages for one in passage.sentences)
    return Ground(then, read.text, tuple(_stretches(version, read)), sentences)


def _stretches(version: Version, read: Document) -> Iterator[Stretch]:
    # No passage of what is held now has such an id.
    for at, passage in enumerate(read.passages):
        yield Stretch(-(version.number << 32) - at, passage.span, read.places[passage.place])


def _whole(version: Version, text: str) -> Stretch:
    span = Span(0, len(text))
    return Stretch(-(version.number << 32), span, Place("section", None, version.title, span))
