"""Pictures out of files as OCR wants them, however large they say they are."""

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image, ImageOps

from documents.ocr.picture import Picture, fitting_scale

# Files of the first four are documents of their own; all stand in Office files.
FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "GIF", "BMP")
MOST_PIXELS = 100_000_000
# A page's longer side in inches: what a picture says of itself is believed between business card and poster.
_SHORTEST, _LONGEST, _PAGE = 3.0, 50.0, 11.7
_TURNED = 0x0112
# What Pillow raises on files that are damaged or made to do harm.
FAULTS = (
    OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, EOFError, ArithmeticError,
    struct.error,
)  # fmt: skip


class TooLargeError(Exception):
    """A picture of more pixels than are unpacked."""


@contextmanager
def opened(content: bytes) -> Iterator[Image.Image]:
    """The picture file, of which nothing is unpacked yet. Raises: TooLargeError, FAULTS."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its size is looked at here, its faults are those of FAULTS
        try:
            with Image.open(BytesIO(content), formats=FORMATS) as image:
                yield image
        except Image.DecompressionBombError as fault:
            raise TooLargeError from fault


def picture_of(image: Image.Image) -> Picture:
    """The page that is shown of a picture file: turned as it says, on white, grey.

    Raises: TooLargeError, FAULTS.
    """
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise TooLargeError
    dpi = _dpi(image)
    scale = fitting_scale(image.size, 1.0)
    image.draft("L", (round(width * scale), round(height * scale)))
    shown = ImageOps.exif_transpose(image)
    grey = _grey(shown)
    if scale < 1:
        grey.thumbnail((round(grey.width * scale) or 1, round(grey.height * scale) or 1))
    return Picture(grey, dpi * max(grey.size) / max(width, height))


def _grey(image: Image.Image) -> Image.Image:
    """The picture in grey, on white where it can be seen through."""
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        clear = image.convert("LA")
        paper = Image.new("L", image.size, 255)
        paper.paste(clear.getchannel("L"), mask=clear.getchannel("A"))
        return paper
    if image.mode.startswith("I") or image.mode == "F":
        return _levelled(image.convert("F"))
    return image.convert("L")


def _levelled(image: Image.Image) -> Image.Image:
    """A picture of more than 256 greys in as many as there are in one of a byte a pixel."""
    low, high = (float(end) for end in image.getextrema() if not isinstance(end, tuple))
    factor = 255 / max(1.0, high - low)
    return image.point(lambda grey: grey * factor - low * factor).convert("L")


def _dpi(image: Image.Image) -> float:
    """How many of a picture's pixels make an inch, as it says if that can be, else as if it were a page."""
    longer = max(image.size)
    told = image.info.get("dpi", (0, 0))
    dpi = float(told[0] if isinstance(told, tuple) else told) or 0.0
    if dpi > 0 and _SHORTEST < longer / dpi < _LONGEST and image.getexif().get(_TURNED, 1) == 1:
        return dpi
    return longer / _PAGE
