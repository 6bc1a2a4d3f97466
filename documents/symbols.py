"""Signs of fonts that hold pictures in place of letters, as the characters they look like."""

import tomllib
from functools import cache
from importlib import resources

_PRIVATE = 0xF000
_LETTERED = 0x20


@cache
def _tables() -> dict[str, dict[int, str]]:
    source = resources.files("documents") / "data" / "symbols.toml"
    tables = tomllib.loads(source.read_text(encoding="utf-8"))
    return {font: {int(code, 16): sign for code, sign in table.items()} for font, table in tables.items()}


def sign(code: int, font: str) -> str:
    """The character that a code looks like in a font; nothing where no character does."""
    table = next((table for name, table in _tables().items() if font.lower().startswith(name)), None)
    if table is None:
        private = 0xE000 <= code <= 0xF8FF
        return "" if private or not _LETTERED <= code < 0x110000 else chr(code)
    return table.get(code - _PRIVATE if code >= _PRIVATE else code, "")


def seen(text: str, font: str) -> str:
    """A text in a font as it looks: its private characters as signs, where the font is one of signs."""
    if not any("\uf000" <= character <= "\uf0ff" for character in text) or not _is_known(font):
        return text
    return "".join(sign(ord(each), font) if "\uf000" <= each <= "\uf0ff" else each for each in text)


def _is_known(font: str) -> bool:
    return any(font.lower().startswith(name) for name in _tables())
