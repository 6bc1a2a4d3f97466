"""Lines that are wanted of a document are kept, though they look like the page around it."""

import pytest
from fpdf import FPDF

from documents.apart.room import ReadingRoom
from documents.read import read_document

HEAD = "Annual report of the Millers"
PAGE = """
<html><body>
<nav><a href="/">Strona główna</a> <a href="/k">Kontakt</a></nav>
<article><h1>Klaster Młynarski</h1>
<p>Klaster Młynarski skupia młyny i piekarnie z całego województwa, które razem kupują zboże i prąd.</p>
<p>Udostępnij</p>
<p>Klaster liczy czterdziestu członków i prowadzi własne laboratorium mąki w Kielcach od siedmiu lat.</p>
</article>
<footer>Wszelkie prawa zastrzeżone. Koordynator: Fundacja Żarna</footer>
</body></html>
"""


def _cut(wanted: tuple[str, ...] = ()) -> tuple[str, tuple[str, ...]]:
    read = read_document("mlyn.html", PAGE.encode(), wanted)
    return read.text, read.cut


def test_a_line_that_is_wanted_stands_where_it_stood() -> None:
    (line,) = (one for one in _cut()[1] if "Udostępnij" in one)
    text, cut = _cut((f"  {line} ",))

    assert line not in cut
    assert text.index("razem kupują") < text.index(line) < text.index("czterdziestu")


def test_every_line_that_was_cut_can_be_kept() -> None:
    before, cut = _cut()
    after, still = _cut(cut)

    assert cut
    assert still == ()
    assert all(line not in before and line in after for line in cut)


def test_a_running_head_that_is_wanted_is_kept_on_its_pages() -> None:
    made = FPDF(unit="pt", format="A4")
    made.set_font("Helvetica", size=12)
    for number in range(4):
        made.add_page()
        made.text(72, 40, HEAD)
        made.text(72, 130, f"This is what page {number} tells of the mills and of those who keep them.")
        made.text(72, 145, "The members meet in a granary at the canal and grind there every day.")
    content = bytes(made.output())
    read, again = (read_document("mills.pdf", content, wanted) for wanted in ((), (HEAD,)))

    assert (HEAD in read.text, read.cut.count(HEAD)) == (False, 4)
    assert (again.text.count(HEAD), HEAD in again.cut) == (4, False)


@pytest.mark.parametrize("wanted", [(), ("Udostępnij",), ("\ud800 no such line",)])
def test_what_is_wanted_reaches_the_process_that_reads(wanted: tuple[str, ...]) -> None:
    room = ReadingRoom()
    try:
        there = room.read("mlyn.html", PAGE.encode(), wanted)
    finally:
        room.close()

    assert there == read_document("mlyn.html", PAGE.encode(), wanted)
