"""A deck of slides put together out of slides that were read one by one, damaged ones among them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from documents.errors import DamagedFileError, EmptyFileError
from documents.model import Reading, Reason, Sheet
from documents.ocr.telling import page_warnings
from documents.package import Properties, reading
from documents.typed import Found


@dataclass(frozen=True, slots=True)
class Slide:
    """What one slide gave: its blocks, each with whether it is kept.

    `ink` is the share of it that pictures cover, in [0, 1]. A broken one gave nothing, as it cannot be read.
    `sheet` is what OCR tells of its pictures, where they were to be read.
    """

    found: tuple[Found, ...] = ()
    hidden: bool = False
    ink: float = 0.0
    broken: bool = False
    sheet: Sheet | None = None


def deck_of(file: str, slides: Sequence[Slide], told: Properties) -> Reading:
    """The reading of a deck; hidden and broken slides are told by their sheets.

    Raises: DamagedFileError where all slides are broken; EmptyFileError where none has text.
    """
    numbered = [
        (replace(block, page=number), kept)
        for number, slide in enumerate(slides, start=1)
        for block, kept in slide.found
    ]
    blocks = [block for block, kept in numbered if kept]
    if slides and all(slide.broken for slide in slides):
        raise DamagedFileError(file, "The presentation is damaged: none of its slides can be read.")
    scanned = [slide.sheet for slide in slides if slide.sheet]
    if not blocks and not scanned:
        raise EmptyFileError(file, "No slide has text; the slides may be pictures.")
    made = reading(
        blocks,
        told,
        pages=len(slides),
        cut=[block for block, kept in numbered if not kept],
        warnings=[
            *(line for number, slide in enumerate(slides, start=1) for line in _warnings(number, slide)),
            *page_warnings(scanned, "slide"),
        ],
    )
    return replace(made, sheets=tuple(_sheet(number, slide) for number, slide in enumerate(slides, start=1)))


def _warnings(number: int, slide: Slide) -> list[str]:
    lines = ["hidden in the show"] if slide.hidden else []
    if slide.broken:
        lines.append("damaged, not read")
    elif slide.sheet is None and not any(kept for _, kept in slide.found):
        lines.append("no text, perhaps a picture")
    return [f"slide {number}: {line}" for line in lines]


def _sheet(number: int, slide: Slide) -> Sheet:
    reasons: list[Reason] = ["hidden"] if slide.hidden else []
    reasons += ["broken"] if slide.broken else []
    told = slide.sheet or Sheet(number)
    return replace(told, ink=min(1.0, slide.ink), reasons=(*reasons, *told.reasons))
