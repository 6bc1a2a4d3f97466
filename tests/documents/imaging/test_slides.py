"""Slides made into pages by LibreOffice."""

import io
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation
from pptx.util import Inches

from documents.imaging.errors import UndrawableError
from documents.imaging.pdfium import Sheaf
from documents.imaging.slides import as_pdf, libreoffice
from tests.documents.office import saved

_PROGRAM = libreoffice()
pytestmark = pytest.mark.skipif(
    _PROGRAM is None, reason="no LibreOffice: install it with `apt-get install libreoffice-impress`"
)
_LINKED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """An address of a server, and what it was asked."""
    paths: list[str] = []

    class Noting(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - the names are the server's

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Noting)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", paths
    server.shutdown()
    thread.join()
    server.server_close()


def _deck(slides: int = 1) -> Any:
    deck = Presentation()
    for number in range(slides):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = f"Wiatraki {number + 1}"
    return deck


def test_each_slide_is_a_page_hidden_ones_too() -> None:
    deck = _deck(3)
    deck.slides[1]._element.set("show", "0")
    sheaf = Sheaf(as_pdf(saved(deck), "pptx", program=_PROGRAM or ""))

    assert len(sheaf.sizes()) == 3
    assert [word.text for word in sheaf.words(2)] == ["Wiatraki", "2"]


def test_nothing_that_a_deck_refers_to_is_fetched(asked: tuple[str, list[str]]) -> None:
    address, paths = asked
    deck = _deck()
    file = io.BytesIO()
    Image.new("RGB", (9, 9)).save(file, "PNG")
    slide = deck.slides[0]
    picture = slide.shapes.add_picture(file, Inches(1), Inches(1))
    linked = slide.part.relate_to(f"{address}/tracked.png", f"{_LINKED}/image", is_external=True)
    blip = picture._element.find(f".//{{{_DRAWING}}}blip")
    del blip.attrib[f"{{{_LINKED}}}embed"]
    blip.set(f"{{{_LINKED}}}link", linked)
    made = as_pdf(saved(deck), "pptx", program=_PROGRAM or "")

    assert made.startswith(b"%PDF")
    assert paths == []


def test_slides_that_take_too_long_are_given_up() -> None:
    with pytest.raises(UndrawableError, match="took longer than"):
        as_pdf(saved(_deck()), "pptx", program=_PROGRAM or "", seconds=0.2)
