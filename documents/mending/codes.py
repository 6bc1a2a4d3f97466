"""Codes that Polish was written in, and what its letters become where they are read in another."""

from dataclasses import dataclass
from functools import cache

LETTERS = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"
# Windows, ISO, DOS and Macintosh.
_WRITTEN = ("cp1250", "iso8859-2", "cp852", "mac_latin2")
# Each with what programs make of bytes that it leaves open.
_READ = (
    ("cp1252", "latin-1"),
    ("iso8859-2",),
    ("cp1250",),
    ("cp1251",),
    ("mac_roman",),
    ("cp437",),
    ("cp852",),
)
_TYPOGRAPHY = "„”“’‘–—…•»«"


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Text in one code that was read as another: `letters` from what is seen to what was meant, and signs."""

    letters: dict[str, str]
    signs: dict[str, str]

    def decoded(self, word: str) -> str:
        """A word as it was meant."""
        return "".join(self.letters.get(letter, letter) for letter in word)


@cache
def pairs() -> tuple[Pair, ...]:
    """All pairs of codes in which some Polish letter reads as something else, the commonest first."""
    found = (_pair(written, read) for read in _READ for written in _WRITTEN if written not in read)
    return tuple(pair for pair in found if pair.letters)


def _pair(written: str, read: tuple[str, ...]) -> Pair:
    letters: dict[str, str] = {}
    signs: dict[str, str] = {}
    for name in read:
        letters |= {seen: letter for letter in LETTERS if (seen := _seen(letter, written, name)) != letter}
        # Other signs are as good as any, but for controls, which nobody writes.
        signs |= {
            seen: sign for sign in _TYPOGRAPHY if "\x80" <= (seen := _seen(sign, written, name)) < "\xa0"
        }
    return Pair(
        {seen: letter for seen, letter in letters.items() if not seen.isascii() and not seen.isspace()}, signs
    )


def _seen(letter: str, written: str, read: str) -> str:
    """What is seen of a letter; the byte itself where the code that it is read in leaves it open."""
    try:
        byte = letter.encode(written)
    except UnicodeEncodeError:
        return letter
    try:
        return byte.decode(read)
    except UnicodeDecodeError:
        return chr(byte[0])
