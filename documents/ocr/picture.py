"""Pictures of pages as OCR wants them: grey, about 300 dots an inch, and never larger than a bound."""

from dataclasses import dataclass
from math import cos, radians, sin

from PIL import Image, ImageFilter

from documents.ocr.hocr import Frame

DPI = 300
# A3 at 300 dots an inch has 17 million; a page box of kilometres is drawn as coarse as this asks for.
MOST_PIXELS = 25_000_000
# Tesseract counts pixels in 16 bits.
_MOST_SIDE = 32_000
_SMALL_SIDE = 400
_INK = 48
_WORTH, _GRAIN = 1.1, 5


@dataclass(frozen=True, slots=True)
class Picture:
    """A grey picture and how many of its pixels make an inch."""

    image: Image.Image
    dpi: float

    def pgm(self) -> bytes:
        """The picture as Tesseract reads it without a library of its own."""
        width, height = self.image.size
        return b"P5 %d %d 255\n" % (width, height) + self.image.tobytes()

    def scaled(self) -> "Picture":
        """The picture as large as it would be at 300 dots an inch, if it is smaller: so more is read."""
        width, height = self.image.size
        factor = fitting_scale(self.image.size, DPI / self.dpi)
        if factor <= _WORTH:
            return self
        size = (round(width * factor), round(height * factor))
        return Picture(self.image.resize(size, Image.Resampling.BICUBIC), self.dpi * factor)

    def cleared(self) -> "Picture":
        """The picture without its grain."""
        return Picture(self.image.filter(ImageFilter.MedianFilter(_GRAIN)), self.dpi)

    def rotated(self, degrees: float) -> "Picture":
        """The picture turned to the left about its middle, of the same size."""
        turned = self.image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=ground(self.image))
        return Picture(turned, self.dpi)

    def back(self, frame: Frame, degrees: float) -> Frame:
        """Where a frame on the rotated picture stands on this one."""
        width, height = self.image.size
        across, down = cos(radians(degrees)), sin(radians(degrees))
        x, y = (frame.left + frame.right - width) / 2, (frame.top + frame.bottom - height) / 2
        x, y = width / 2 + x * across - y * down, height / 2 + x * down + y * across
        half, high = (frame.right - frame.left) / 2, (frame.bottom - frame.top) / 2
        half, high = half * across + high * abs(down), high * across + half * abs(down)
        return Frame(x - half, y - high, x + half, y + high)


def fitting_scale(size: tuple[float, float], wanted: float) -> float:
    """The factor, at most `wanted`, by which a page of that size is within the bounds; 0 for none."""
    width, height = size
    if not (0 < width < float("inf") and 0 < height < float("inf")):
        return 0.0
    scale = min(wanted, (MOST_PIXELS / width / height) ** 0.5, _MOST_SIDE / width, _MOST_SIDE / height)
    return scale if min(width, height) * scale >= 1 else 0.0


def ground(image: Image.Image) -> int:
    """The grey that most of a picture has: what it is printed on."""
    histogram = image.histogram()
    return max(range(len(histogram)), key=histogram.__getitem__)


def ink(image: Image.Image) -> float:
    """The share of a picture in [0, 1] that differs clearly from what it is printed on."""
    small = image.copy()
    small.thumbnail((_SMALL_SIDE, _SMALL_SIDE))
    paper = ground(small)
    counts = small.histogram()
    drawn = sum(count for grey, count in enumerate(counts) if abs(grey - paper) > _INK)
    return drawn / max(1, sum(counts))
