"""Fonts of a PDF: which letters its codes stand for, and how wide each is."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pypdf.generic import DictionaryObject, IndirectObject
from pypdf.generic._font import Font as Told

from documents.printed.tex import numbered_letters

_BOLD = re.compile(r"bold|black|heavy|demi|cmbx|sfbx|ecbx", re.IGNORECASE)
_FIXED = re.compile(r"mono|courier|consol|typewriter|cmtt|sftt", re.IGNORECASE)
_FIXED_PITCH, _FORCE_BOLD, _BOLD_WEIGHT = 1, 1 << 18, 600
# Fonts of drawn letters that are this high, in shares of the size, are set in the size itself.
_LOWEST, _HIGHEST = 0.2, 2.5
_LOST = "\ufffd"
# Ligatures as their letters; reportlab's standard fonts give their bullet as 7F.
_LETTERS = {
    "\x7f": "•",
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "ft",
    "ﬆ": "st",
    "\u00a0": " ",
    "\u200b": "",
    "\ufeff": "",
}


@dataclass(slots=True)
class Letters:
    """What a font's codes stand for. `em` is the height of its letters in shares of the size it is set in."""

    told: Told
    wide: bool
    known: bool
    bold: bool
    fixed: bool
    em: float = 1.0
    unit: float = 0.001
    numbered: Mapping[int, str] = field(default_factory=dict)
    _seen: dict[int, tuple[str, float]] = field(default_factory=dict)

    def shown(self, string: bytes) -> Iterator[tuple[int, str, float]]:
        """Each code of a string, its letters, and how far it leads, in shares of the size."""
        if isinstance(self.told.encoding, str) and self.told.encoding not in _TWO_BYTES:
            yield from self._coded(string, self.told.encoding)
            return
        seen = self._seen
        codes = (
            [string[at] << 8 | string[at + 1] for at in range(0, len(string) - 1, 2)] if self.wide else string
        )
        for code in codes:
            if code not in seen:
                seen[code] = self._letter(code)
            yield code, *seen[code]

    def _letter(self, code: int) -> tuple[str, float]:
        width = self.told.character_widths.get(chr(code))
        text = self.told.character_map.get(chr(code), self.numbered.get(code))
        if text is None and isinstance(self.told.encoding, dict) and not self.wide:
            text = self.told.encoding.get(code, chr(code))
            text = self.told.character_map.get(text, text)
        elif text is None:
            text = chr(code) if self.known else _LOST
        width_known = width is not None and width > 0
        width = self.told.character_widths.get("default", 500) if width is None else width
        return _readable(text, drawn=width_known), float(width) * self.unit

    def _coded(self, string: bytes, encoding: str) -> Iterator[tuple[int, str, float]]:
        """Letters of a string in one of the encodings of the Far East, whose codes are of unlike length."""
        width = float(self.told.character_widths.get("default", 1000)) * self.unit
        for sign in string.decode(encoding, "replace"):
            yield ord(sign), self.told.character_map.get(sign, sign), width if ord(sign) > 0xFF else width / 2


_TWO_BYTES = {"utf-16-be", "utf_16_be"}


def _readable(text: str, *, drawn: bool) -> str:
    """The letters of a code as they are passed on.

    One that is drawn and stands for a control character is a letter that the font does not tell; so is a
    glyph's name that stands for no letter.
    """
    if text in _LETTERS:
        return _LETTERS[text]
    if len(text) > 2 and text[0] == "/":
        return _LOST
    if text.isprintable():
        return text
    return "".join(_sign(sign, drawn) for sign in text)


def _sign(sign: str, drawn: bool) -> str:
    if sign in _LETTERS:
        return _LETTERS[sign]
    if sign < " " or "\x7f" <= sign < "\xa0":
        return _LOST if drawn else " "
    return _LOST if "\ud800" <= sign <= "\udfff" else " " if sign.isspace() else sign


_FAULTS = (ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError)


class Fonts:
    """The fonts of a file, each read once."""

    def __init__(self) -> None:
        self._read: dict[object, Letters | None] = {}

    def named(self, resources: Mapping[str, Any], name: str) -> Letters | None:
        """The font of that name in a page's resources; None where there is none."""
        fonts = resolved(resources.get("/Font"))
        if not isinstance(fonts, DictionaryObject) or f"/{name}" not in fonts:
            return None
        told = fonts.raw_get(f"/{name}")
        key = (told.idnum, told.generation) if isinstance(told, IndirectObject) else id(told)
        if key not in self._read:
            self._read[key] = self._letters(resolved(told))
        return self._read[key]

    def _letters(self, told: object) -> Letters | None:
        if not isinstance(told, DictionaryObject):
            return None
        try:
            return letters(told)
        except _FAULTS:
            return None


def resolved(told: Any) -> Any:
    """An object itself, where only its number may be told."""
    return told.get_object() if hasattr(told, "get_object") else told


def letters(font: DictionaryObject) -> Letters:
    """What a font's dictionary tells of its letters."""
    told = Told.from_font_resource(font)
    wide = font.get("/Subtype") == "/Type0"
    kind3 = font.get("/Subtype") == "/Type3"
    known = "/ToUnicode" not in font and "UCS2" in str(font.get("/Encoding", ""))
    bold, fixed = _look(font)
    made = Letters(told, wide, known, bold, fixed)
    if kind3:
        made.unit, made.em = _drawn_scale(font)
        made.numbered = numbered_letters(_glyph_names(font))
    return made


def _drawn_scale(font: DictionaryObject) -> tuple[float, float]:
    """How a font whose letters are drawings counts widths, and how high it is, in shares of the size."""
    matrix = [float(each) for each in font.get("/FontMatrix", [0.001, 0, 0, 0.001, 0, 0])]
    box = [float(each) for each in font.get("/FontBBox", [0, 0, 0, 0])]
    high = abs((box[3] - box[1]) * matrix[3])
    if _LOWEST < high < _HIGHEST:
        return abs(matrix[0]), 1.0
    return abs(matrix[0]), high if _LOWEST < high < 1000 else abs(matrix[3]) * 1000


def _glyph_names(font: DictionaryObject) -> list[str]:
    encoding = resolved(font.get("/Encoding"))
    told = resolved(encoding.get("/Differences")) if isinstance(encoding, DictionaryObject) else None
    return [str(each) for each in told or () if isinstance(each, str)]


def _look(font: Any) -> tuple[bool, bool]:
    """Whether a font is bold, and whether all its letters have one width."""
    name = str(font.get("/BaseFont", ""))
    under = font.get("/DescendantFonts")
    holder = under.get_object()[0].get_object() if under else font
    descriptor = holder.get("/FontDescriptor")
    told = descriptor.get_object() if descriptor else {}
    flags, weight = int(told.get("/Flags", 0)), float(told.get("/FontWeight", 0))
    bold = _BOLD.search(name) or flags & _FORCE_BOLD or weight >= _BOLD_WEIGHT
    return bool(bold), bool(_FIXED.search(name) or flags & _FIXED_PITCH)
