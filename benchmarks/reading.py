"""How fast text PDFs are read, and how much memory a process takes for it.

    python -m benchmarks.reading
    python -m benchmarks.reading --processes 2 --times 3 --only columns

Makes PDFs of 100 pages (running text with headings, tables with and without rules, two columns written by
reportlab, letters placed one by one), and reads each the whole way, `documents.read.read_document`, in so
many processes at once. Prints for each kind the pages read in a second by all processes together (the best of
`--times` runs: other work on the machine only slows), those by the time the processors spent on it, which
other work slows less, and the largest resident memory of a process, all it has imported included. OCR is not
part of it; reading begins when a first page was read, so that all is imported.
"""

import argparse
import resource
import sys
import time
from collections.abc import Callable, Sequence
from io import BytesIO
from multiprocessing import get_context
from random import Random
from typing import Any

from benchmarks.bounds import check_bounds, take_bounds

PAGES = 100
# The standard fonts have no Polish letters.
PLAIN = str.maketrans("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "acelnoszzACELNOSZZ")
# fmt: off
WORDS = (
    "młyn", "klaster", "wspólnie", "rada", "przedsiębiorstwo", "uczelnia", "szkolenie",
    "wdrożenie", "certyfikat", "energia", "członkowie", "powstał", "koordynator", "działa",
    "roku", "oraz", "przez", "który", "jest", "nie", "dla",
    "ponieważ", "województwo", "projekt", "badania", "granica",
)
# fmt: on


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the figures; 1 if a bound on them does not hold."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--processes", type=int, default=2)
    cli.add_argument("--times", type=int, default=3)
    cli.add_argument("--only", choices=KINDS)
    take_bounds(cli)
    given = cli.parse_args(arguments)
    figures: dict[str, float] = {}
    for kind in [given.only] if given.only else KINDS:
        content = KINDS[kind]()
        runs = [_run(content, given.processes) for _ in range(given.times)]
        told = {
            "pages_per_s": max(pages for pages, _, _ in runs),
            "undisturbed_pages_per_s": max(pages for _, pages, _ in runs),
            "memory_mb": max(memory for _, _, memory in runs),
        }
        figures |= {f"{kind}.{name}": value for name, value in told.items()}
        shown = " ".join(f"{name}={value:.1f}" for name, value in told.items())
        print(f"{kind} processes={given.processes} {shown}", flush=True)
    return check_bounds(given, figures)


def _run(content: bytes, processes: int) -> tuple[float, float, float]:
    """Pages in a second of all processes, by the clock and by their own time, and the most MB of one."""
    context = get_context("spawn")
    with context.Pool(processes) as pool:
        told = pool.map(_read, [(_text(1), content)] * processes, chunksize=1)
    pages = sum(pages for *_, pages in told)
    by_clock = max(end for _, end, *_ in told) - min(start for start, *_ in told)
    return (
        pages / by_clock,
        pages / max(spent for _, _, spent, *_ in told),
        max(memory for *_, memory, _ in told),
    )


def _read(given: tuple[bytes, bytes]) -> tuple[float, float, float, float, int]:
    """When reading began and ended, the time spent on it, the memory of this process in MB, and the pages."""
    from documents.read import read_document  # noqa: PLC0415 - measured in this process alone

    first, content = given
    read_document("first.pdf", first)
    start, spent = time.time(), time.process_time()
    document = read_document("read.pdf", content)
    end, spent = time.time(), time.process_time() - spent
    if document.pages < PAGES or len(document.text.split()) < 100 * PAGES:
        raise AssertionError(f"{document.pages} pages, {len(document.text.split())} words were read")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return start, end, spent, memory / (1024 if sys.platform == "linux" else 1024 * 1024), document.pages


def _sentences(chance: Random, count: int) -> str:
    lengths = (chance.randint(8, 18) for _ in range(count))
    return " ".join(" ".join(chance.choices(WORDS, k=length)).capitalize() + "." for length in lengths)


def _paper() -> Any:
    """A file of fpdf2 whose font has Polish letters."""
    import font_lato  # noqa: PLC0415
    from fpdf import FPDF  # noqa: PLC0415

    paper = FPDF()
    folder = font_lato.__path__[0]
    paper.add_font("Lato", fname=f"{folder}/files/Lato-Regular.ttf")
    paper.add_font("Lato", "B", fname=f"{folder}/files/Lato-Bold.ttf")
    return paper


def _text(pages: int = PAGES) -> bytes:
    """Headings and paragraphs, about 450 words a page."""
    chance, paper = Random(1), _paper()
    for at in range(pages):
        paper.add_page()
        paper.set_font("Lato", "B", 16)
        paper.multi_cell(0, 9, f"{at + 1}. {_sentences(chance, 1)[:50]}", new_x="LMARGIN", new_y="NEXT")
        paper.set_font("Lato", size=10.5)
        for _ in range(6):
            paper.multi_cell(0, 5.4, _sentences(chance, 6), new_x="LMARGIN", new_y="NEXT")
            paper.ln(2)
    return bytes(paper.output())


def _tables() -> bytes:
    """A paragraph and two tables a page, one with rules."""
    chance, paper = Random(2), _paper()
    for _ in range(PAGES):
        paper.add_page()
        paper.set_font("Lato", size=10)
        paper.multi_cell(0, 5.4, _sentences(chance, 4), new_x="LMARGIN", new_y="NEXT")
        for rules in ("ALL", "NONE"):
            with paper.table(borders_layout=rules) as table:
                for _ in range(12):
                    name, number, told = (
                        _sentences(chance, 1)[:30],
                        chance.randint(1, 999),
                        _sentences(chance, 1),
                    )
                    table.row([name, str(number), "2031", told[:60]])
            paper.ln(5)
    return bytes(paper.output())


def _columns() -> bytes:
    """Two justified columns on each page, written by reportlab."""
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph  # noqa: PLC0415

    chance, target = Random(3), BytesIO()
    made = BaseDocTemplate(target)
    frames = [Frame(left, 50, 240, 740) for left in (50, 305)]
    made.addPageTemplates(PageTemplate(frames=frames))
    style = ParagraphStyle("text", fontName="Helvetica", fontSize=9.5, leading=12, alignment=4, spaceAfter=6)
    made.build([Paragraph(_sentences(chance, 6).translate(PLAIN), style) for _ in range(PAGES * 9)])
    return _exactly(target.getvalue())


def _letters() -> bytes:
    """Letters placed one by one, as some print drivers do; about 300 words a page."""
    from reportlab.pdfbase.pdfmetrics import stringWidth  # noqa: PLC0415
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415

    chance, target = Random(4), BytesIO()
    canvas = Canvas(target)
    for _ in range(PAGES):
        words = _sentences(chance, 40).translate(PLAIN).split()
        for row in range(45):
            x = 50.0
            for letter in " ".join(words[row * 8 : row * 8 + 8]):
                if letter != " ":
                    canvas.setFont("Helvetica", 10)
                    canvas.drawString(x, 760 - 14 * row, letter)
                x += stringWidth(letter, "Helvetica", 10)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _exactly(content: bytes) -> bytes:
    """The first 100 pages of a file."""
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415

    writer, target = PdfWriter(), BytesIO()
    for page in PdfReader(BytesIO(content)).pages[:PAGES]:
        writer.add_page(page)
    writer.write(target)
    return target.getvalue()


KINDS: dict[str, Callable[[], bytes]] = {
    "text": _text,
    "tables": _tables,
    "columns": _columns,
    "letters": _letters,
}

if __name__ == "__main__":
    sys.exit(main())
