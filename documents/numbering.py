"""The numbers of lists as people see them."""

from typing import Literal

Form = Literal["1", "a", "A", "i", "I"]
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_MOST_ROMAN = 3999


def shown(number: int, form: Form) -> str:
    """A number in its form: 3, c, C, iii or III; in figures where letters cannot write it."""
    if form in {"a", "A"} and number > 0:
        # After z come aa, bb, cc, as word processors have it.
        text = _LETTERS[(number - 1) % 26] * min(9, (number - 1) // 26 + 1)
    elif form in {"i", "I"} and 0 < number <= _MOST_ROMAN:
        text = _roman(number)
    else:
        return str(number)
    return text.upper() if form.isupper() else text


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


class Counter:
    """The numbers of one list so far, by level from 0."""

    def __init__(self) -> None:
        self._at: list[int | None] = []

    def next(self, level: int, start: int) -> None:
        """Count one more at a level, which begins at `start`; those below it begin anew."""
        del self._at[level + 1 :]
        self._at += [None] * (level + 1 - len(self._at))
        before = self._at[level]
        self._at[level] = start if before is None else before + 1

    def at(self, level: int, start: int = 1) -> int:
        """The number a level stands at."""
        number = self._at[level] if level < len(self._at) else None
        return start if number is None else number

    def set(self, level: int, number: int) -> None:
        """Make the next number of a level this one."""
        del self._at[level:]
        self._at += [None] * (level - len(self._at)) + [number - 1]

    def restart_at(self, level: int) -> None:
        """Begin a level and those below it anew."""
        del self._at[level:]

    def restart(self) -> None:
        """Begin every level anew."""
        self._at.clear()
