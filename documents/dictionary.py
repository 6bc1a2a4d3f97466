"""The Polish dictionary: SGJP as Morfeusz 2 has it, one analyser and one generator for the whole process.

Neither may be used by two threads at once, and neither gives its 9 MB back when it goes (morfeusz2 1.99.15):
with one a thread, a server grew with every thread that came and went. So threads take turns.
"""

from functools import cache
from threading import Lock
from typing import Any

# A form or lemma, its lemma, its SGJP tag, its names and its labels.
Interpretation = tuple[str, str, str, list[str], list[str]]
_turn = Lock()


def analysed(form: str) -> list[tuple[int, int, Interpretation]]:
    """All that a form may be, each with the nodes between which it stands; tagged "ign" what is unknown.

    Nothing for a form with U+FFFD, of which Morfeusz would complain on standard error.
    """
    if "\ufffd" in form:
        return []
    with _turn:
        found: list[tuple[int, int, Interpretation]] = _analyser().analyse(form)
    return found


def generated(lemma: str) -> list[Interpretation]:
    """All forms of a lemma, which may be qualified; tagged "ign" one that is unknown."""
    with _turn:
        found: list[Interpretation] = _generator().generate(lemma)
    return found


@cache
def _analyser() -> Any:
    # Imported when first asked: most documents are read without it, each in a process of its own.
    from morfeusz2 import Morfeusz  # noqa: PLC0415

    return Morfeusz(generate=False)


@cache
def _generator() -> Any:
    from morfeusz2 import Morfeusz  # noqa: PLC0415

    return Morfeusz(analyse=False)
