"""What is laid over a page: filled fields of forms and text typed onto it, and what readers remarked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pypdf import PageObject
from pypdf.generic import DictionaryObject, StreamObject

from documents.printed.fonts import resolved
from documents.printed.matrix import IDENTITY, Matrix, placed, times
from documents.printed.paint import Rect
from documents.typeset import Piece
from documents.upright import Turned

_SHOWN = {"/Widget", "/FreeText", "/Stamp"}
_REMARKS = {"/Text", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Caret"}
_HIDDEN = 0b100010
_MOST, _PARENTS = 5000, 20
_PASSWORD = 1 << 13
_TYPED = 10.0


@dataclass(frozen=True, slots=True)
class Overlay:
    """Something drawn over a page: a form to be drawn at a place, or, where there is none, text in a box."""

    form: StreamObject | None
    matrix: Matrix
    text: str
    box: tuple[float, float, float, float]


def overlays(page: PageObject) -> Iterator[Overlay]:
    """The fields and typed texts of a page that can be seen."""
    for told in _annotations(page):
        if told.get("/Subtype") not in _SHOWN or int(told.get("/F", 0)) & _HIDDEN:
            continue
        left, bottom, right, top = (float(side) for side in resolved(told["/Rect"]))
        box = min(left, right), min(bottom, top), max(left, right), max(bottom, top)
        form = _appearance(told)
        yield Overlay(form, _fitted(form, box) if form else IDENTITY, "" if form else _value(told), box)


def remarks(page: PageObject) -> list[str]:
    """What readers of a page wrote beside it."""
    told = (each for each in _annotations(page) if each.get("/Subtype") in _REMARKS)
    return [text for each in told if (text := str(resolved(each.get("/Contents")) or "").strip())]


def _annotations(page: PageObject) -> Iterator[DictionaryObject]:
    found = resolved(page.get("/Annots"))
    for each in (found or ())[:_MOST]:
        told = resolved(each)
        if isinstance(told, DictionaryObject):
            yield told


def _appearance(told: DictionaryObject) -> StreamObject | None:
    """How a field looks, in the state it is in."""
    looks = resolved(told.get("/AP"))
    look = resolved(looks.get("/N")) if isinstance(looks, DictionaryObject) else None
    if isinstance(look, DictionaryObject) and not isinstance(look, StreamObject):
        look = resolved(look.get(str(told.get("/AS", "/Off"))))
    return look if isinstance(look, StreamObject) else None


def _fitted(form: StreamObject, box: tuple[float, float, float, float]) -> Matrix:
    """The matrix that fits a form's own box into the field's."""
    left, bottom, right, top = (float(side) for side in resolved(form.get("/BBox", (0, 0, 1, 1))))
    own = [float(each) for each in resolved(form.get("/Matrix", IDENTITY))]
    corners = [placed((own[0], own[1], own[2], own[3], own[4], own[5]), x, y)
               for x in (left, right) for y in (bottom, top)]  # fmt: skip
    low, high = min(x for x, _ in corners), max(x for x, _ in corners)
    under, over = min(y for _, y in corners), max(y for _, y in corners)
    across = (box[2] - box[0]) / (high - low) if high > low else 1.0
    up = (box[3] - box[1]) / (over - under) if over > under else 1.0
    return times((1, 0, 0, 1, -low, -under), (across, 0, 0, up, box[0], box[1]))


def _value(told: Any) -> str:
    """What a field holds, which it may have from a field above it; a password is nobody's business."""
    for _ in range(_PARENTS):
        if not isinstance(told, DictionaryObject):
            break
        if int(resolved(told.get("/Ff", 0)) or 0) & _PASSWORD:
            return ""
        value = resolved(told.get("/V"))
        if isinstance(value, str) and not value.startswith("/"):
            return str(value)
        told = resolved(told.get("/Parent"))
    return ""


def typed(told: Overlay, page: Rect) -> Turned:
    """The text of a field that says nothing of how it looks, in the middle of its box or at its top."""
    left, bottom, right, top = told.box
    size = min(_TYPED, 0.8 * (top - bottom))
    low = (top - bottom - 0.7 * size) / 2 if top - bottom < 2 * size else top - bottom - size
    piece = Piece(" ".join(told.text.split()), left - page.left, bottom + low - page.bottom, size)
    return Turned(piece, 0.0, 1.0, right - left)


def among(pieces: Sequence[Turned], laid_over: Sequence[Turned]) -> list[Turned]:
    """The pieces of a page with those laid over it, each behind what stands to its left on its line."""
    found = list(pieces)
    for each in laid_over:
        before = [at for at, other in enumerate(found) if _is_before(other.piece, each.piece)]
        at = max(before, key=lambda at: found[at].piece.x) + 1 if before else len(found)
        found.insert(at, each)
    return found


def _is_before(first: Piece, second: Piece) -> bool:
    return first.x < second.x and abs(first.y - second.y) < 0.5 * max(first.size, second.size)
