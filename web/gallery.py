"""Pages of documents as pictures, and where words stand on them: what was drawn lately is kept."""

import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from documents.imaging.darkroom import Content, Darkroom
from documents.imaging.errors import BusyError, ImagingError, NoPageError, UndrawableError
from documents.imaging.placing import Quote, boxes
from documents.imaging.words import Word
from documents.model import Box, Sheet
from index.model import StoredDocument
from web.backend import Library
from web.kept import Kept
from web.slide_files import Deck, SlideFiles, State

Size = tuple[float, float]
Key = TypeVar("Key")
Made = TypeVar("Made")

# In pixels: a telephone's width, a page beside its text, and either on a screen of twice the points.
WIDTHS = (480, 960, 1440)
# Changes with how pages are drawn, so that no browser shows an earlier drawing.
RECIPE = 1
DECKS = frozenset({"pptx", "odp"})

_PICTURE_BYTES = 64_000_000
_PAGES_OF_WORDS = 200
_DOCUMENTS = 500
# A page that needs none of it is not kept waiting longer than this.
_HASTE_S = 3.0
# What could not be drawn is not tried again for so long: it may have been the machine's fault.
_REST_S = 60.0

_log = logging.getLogger("klastrownik")


class Gallery:
    """The pictures of a library's documents. `folder` is where decks' pages are kept; None for nowhere.

    Safe to use from several threads.
    """

    def __init__(self, library: Library, folder: Path | None) -> None:
        self._library = library
        self._darkroom = Darkroom()
        self._slides = SlideFiles(folder)
        self._pictures: Kept[tuple[str, int, int], bytes] = Kept(_PICTURE_BYTES, len)
        self._words: Kept[tuple[str, int], tuple[Word, ...]] = Kept(_PAGES_OF_WORDS)
        self._sizes: Kept[str, tuple[Size, ...]] = Kept(_DOCUMENTS)
        self._faults: Kept[object, tuple[float, ImagingError]] = Kept(_DOCUMENTS)

    def sizes(self, held: StoredDocument) -> tuple[Size, ...]:
        """Each page's width and height in points; nothing where the document cannot be shown as pictures."""
        if not self._is_drawable(held):
            return ()

        def measured() -> tuple[Size, ...]:
            return self._darkroom.sizes(held.sha256, self._content(held), seconds=_HASTE_S)

        try:
            found = self._made(self._sizes, held.sha256, measured)
        except ImagingError:
            return ()
        # Pages of a deck that are not its slides would show another slide's picture.
        return found if held.format not in DECKS or len(found) == held.pages else ()

    def picture(self, held: StoredDocument, page: int, width: int) -> bytes:
        """A page as a PNG. Raises: NoPageError, UndrawableError, BusyError."""
        if not self._is_drawable(held):
            raise UndrawableError("There are no pictures of this document.")

        def drawn() -> bytes:
            return self._darkroom.picture(held.sha256, self._content(held), page=page, width=width)

        return self._made(self._pictures, (held.sha256, page, width), drawn)

    def boxes(self, held: StoredDocument, sheet: Sheet, quote: Quote) -> tuple[Box, ...]:
        """Where a quote stands on the picture of a page; none where that is not found, or not in time."""

        def read() -> tuple[Word, ...]:
            return self._darkroom.words(held.sha256, self._content(held), page=sheet.number, seconds=_HASTE_S)

        if sheet.boxes:
            return boxes([Word(*one) for one in sheet.boxes], quote)
        try:
            words = self._made(self._words, (held.sha256, sheet.number), read)
        except ImagingError:
            return ()
        return boxes(words, quote)

    def slides(self, held: StoredDocument) -> State:
        """Whether there are pictures of a deck's slides; `none` of what is no deck."""
        return self._slides.state(held.sha256) if held.format in DECKS else "none"

    def draw_slides(self, held: StoredDocument) -> State:
        """Begin to draw a deck's slides; how far that is."""
        self.tidy()
        return self._slides.make(Deck(held.sha256, held.format, lambda: self._library.content(held.id)))

    def tidy(self) -> None:
        """Remove what was kept of documents that have gone."""
        self._slides.keep_only({one.sha256 for one in self._library.documents()})

    def close(self) -> None:
        self._slides.close()
        self._darkroom.close()

    def _is_drawable(self, held: StoredDocument) -> bool:
        return held.format == "pdf" or self.slides(held) == "ready"

    def _content(self, held: StoredDocument) -> Content:
        if held.format == "pdf":
            return lambda: self._library.content(held.id)
        return lambda: self._slides.read(held.sha256)

    def _made(self, kept: Kept[Key, Made], key: Key, make: Callable[[], Made]) -> Made:
        """What is kept under a key, or is made now. Raises: ImagingError."""
        found = kept.find(key)
        if found is not None:
            return found
        known = self._faults.find((id(kept), key))
        if known and time.monotonic() < known[0]:
            raise known[1]
        try:
            return kept.keep(key, make())
        except (NoPageError, BusyError):
            raise
        except ImagingError as error:
            _log.warning("a page was not drawn: %s", error)
            self._faults.keep((id(kept), key), (time.monotonic() + _REST_S, error))
            raise
