"""How well scans are read: pages of the starter library's texts printed, scanned and read by OCR.

    python -m benchmarks.ocr [--pages N] [--font FILE] [--only KIND…] [--sureness] [--at-least FIGURE=VALUE …]

A page is printed by fpdf2, drawn, damaged as a scanner does it, and read. Words are right as far as those
read are those printed, in their order; letters likewise. Dashes count as one, bullets as none. Pages per
second are those of one core; least.words are those of the kind that fares worst. With --sureness, how many
words are right is told by how sure Tesseract is.
"""

import argparse
import os
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import product
from pathlib import Path

import font_lato
import pypdfium2
from fpdf import FPDF
from PIL import Image, ImageFilter
from rapidfuzz.distance import Indel

from benchmarks.bounds import check_bounds, take_bounds
from documents.model import Language
from documents.ocr.hocr import lines_of
from documents.ocr.picture import Picture
from documents.ocr.recognition import recognised
from documents.ocr.tesseract import Tesseract, find_tesseract
from documents.read import read_document

LIBRARY = Path(__file__).parents[1] / "documents" / "library"
FONT = Path(font_lato.__file__).parent / "files" / "Lato-Regular.ttf"
SOURCES: dict[Language, tuple[str, ...]] = {
    "pl": ("klastry-faq.md", "slownik-pojec.md", "jak-wejsc-do-klastra.md"),
    "en": ("what-is-a-cluster.txt", "cluster-benchmarking-2022.md", "polish-clusters-in-english.html"),
}
LETTERS_A_PAGE = 1_800
_ALIKE = str.maketrans({"–": "-", "—": "-", "•": None})


@dataclass(frozen=True)
class Kind:
    """How pages are printed and scanned."""

    dpi: int = 300
    size: float = 11
    degrees: float = 0
    noise: float = 0
    columns: int = 1


KINDS = {
    "300": Kind(),
    "200": Kind(200),
    "150": Kind(150),
    "small": Kind(300, 7.5),
    "askew_half": Kind(300, degrees=0.5),
    "askew_1": Kind(300, degrees=1),
    "askew_3": Kind(300, degrees=-3),
    "sideways": Kind(300, degrees=90),
    "noisy": Kind(200, noise=40),
    "columns": Kind(300, 10, columns=2),
    "fax": Kind(150, noise=30, degrees=0.7),
}
POOR = (Kind(75, noise=20), Kind(100, 10, noise=40), Kind(150, 9, noise=90))


def main() -> int:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--pages", type=int, default=4, help="pages of each language and kind")
    cli.add_argument("--font", type=Path, default=FONT)
    cli.add_argument("--only", choices=sorted(KINDS), nargs="+", default=list(KINDS))
    cli.add_argument("--languages", help="what Tesseract is to read, as pol+eng")
    cli.add_argument("--sureness", action="store_true", help="tell how many are right by how sure OCR is")
    take_bounds(cli)
    given = cli.parse_args()
    tesseract = find_tesseract()
    if tesseract is None:
        print("Tesseract is not installed: apt install tesseract-ocr tesseract-ocr-pol", file=sys.stderr)
        return 2
    if given.languages:
        tesseract = replace(tesseract, languages=tuple(given.languages.split("+")))
    if given.sureness:
        return _sureness(given, tesseract)
    figures: dict[str, float] = {}
    for name in given.only:
        for language in SOURCES:
            figures |= _measured(name, language, given, tesseract)
    figures["least.words"] = min(value for name, value in figures.items() if name.endswith(".words"))
    print(f"least.words {figures['least.words']:.4f}")
    return check_bounds(given, figures)


def _measured(
    name: str, language: Language, given: argparse.Namespace, tesseract: Tesseract
) -> dict[str, float]:
    """The figures of one kind of page in one language, which are printed too."""
    kind = KINDS[name]
    words = letters = sure = spent = 0.0
    texts = [text for text, _ in zip(_texts(language), range(given.pages), strict=False)]
    for number, text in enumerate(texts):
        picture = _scanned(_printed(text, kind, given.font), kind, number)
        began = _cpu_s()
        scan = recognised(tesseract, picture)
        spent += _cpu_s() - began
        words += Indel.normalized_similarity(text.split(), _plain(scan.text).split())
        letters += Indel.normalized_similarity(text, _plain(scan.text))
        sure += scan.sure
    pages = len(texts)
    figures = {
        f"{language}.{name}.words": words / pages,
        f"{language}.{name}.letters": letters / pages,
        f"{language}.{name}.sure": sure / pages,
        f"{language}.{name}.pages_per_s": pages / spent,
    }
    print("  ".join(f"{key} {value:.4f}" for key, value in figures.items()), flush=True)
    return figures


def _sureness(given: argparse.Namespace, tesseract: Tesseract) -> int:
    """0; prints how many words there are, and how many of them right, by how sure Tesseract is."""
    words: Counter[int] = Counter()
    right: Counter[int] = Counter()
    for language, kind in product(SOURCES, (*KINDS.values(), *POOR)):
        for number, text in zip(range(given.pages), _texts(language), strict=False):
            picture = _scanned(_printed(text, kind, given.font), kind, number).scaled()
            hocr = tesseract.read(picture.pgm(), dpi=round(picture.dpi), timeout_s=60)
            read = [word for line in lines_of(hocr) for word in line.words]
            blocks = Indel.opcodes(text.split(), [_plain(word.text) for word in read])
            found = {
                at for each in blocks if each.tag == "equal" for at in range(each.dest_start, each.dest_end)
            }
            for at, word in enumerate(read):
                words[int(word.sure * 10)] += 1
                right[int(word.sure * 10)] += at in found
    for tenth in sorted(words):
        print(f"{tenth / 10:.1f}  {words[tenth]:6} words  {right[tenth] / words[tenth]:.3f} right")
    return 0


def _cpu_s() -> float:
    """Seconds of a core that were used up to now, those of Tesseract's processes too."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def _plain(text: str) -> str:
    return " ".join(text.translate(_ALIKE).split())


def _texts(language: Language) -> Iterator[str]:
    """Texts of about a page each, out of the starter library."""
    for source in SOURCES[language]:
        text = _plain(read_document(source, (LIBRARY / source).read_bytes()).text)
        words = [word for word in text.split() if "/" not in word and "|" not in word]
        page: list[str] = []
        for word in words:
            page.append(word)
            if sum(map(len, page)) > LETTERS_A_PAGE:
                yield " ".join(page)
                page = []


def _printed(text: str, kind: Kind, font: Path) -> bytes:
    """A page with the text, in one column or two, its right edge ragged and no word cut."""
    paper = FPDF()
    paper.add_font("font", "", font)
    paper.add_page()
    paper.set_font("font", size=kind.size)
    words = text.split()
    share = -(-len(words) // kind.columns)
    wide = (paper.epw - 10 * (kind.columns - 1)) / kind.columns
    for at in range(kind.columns):
        paper.set_xy(paper.l_margin + at * (wide + 10), 20)
        paper.multi_cell(wide, kind.size * 0.5, " ".join(words[at * share : (at + 1) * share]), align="L")
    return bytes(paper.output())


def _scanned(paper: bytes, kind: Kind, seed: int) -> Picture:
    page = pypdfium2.PdfDocument(paper)[0]
    image = page.render(scale=kind.dpi / 72, grayscale=True).to_pil().convert("L")
    if kind.degrees % 90:
        image = image.rotate(kind.degrees, Image.Resampling.BICUBIC, fillcolor=255)
    elif kind.degrees:
        image = image.transpose(Image.Transpose.ROTATE_90)
    return Picture(_noisy(image, kind.noise, seed) if kind.noise else image, kind.dpi)


def _noisy(image: Image.Image, strength: float, seed: int) -> Image.Image:
    """The image a little blurred, with specks, and kept as a JPEG of poor quality."""
    dice = random.Random(seed)
    grain = Image.effect_noise(image.size, strength)
    found = Image.blend(image.filter(ImageFilter.GaussianBlur(0.6)), grain, 0.3)
    for _ in range(image.width * image.height // 20_000):
        found.putpixel((dice.randrange(image.width), dice.randrange(image.height)), dice.choice((0, 255)))
    target = BytesIO()
    found.save(target, "JPEG", quality=40)
    return Image.open(target).convert("L")


if __name__ == "__main__":
    sys.exit(main())
