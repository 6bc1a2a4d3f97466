"""Notes of a Markdown text, "[^1]: …", each told behind what calls it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from documents.boilerplate import Candidate
from documents.model import Block

_NOTE = re.compile(
    r"^ {0,3}\[\^(?P<name>[^\]\s]{1,100})\]:[ \t]*(?P<text>[^\n]*(?:\n(?!\[\^)[ \t]*\S[^\n]*)*)\n?",
    re.MULTILINE,
)
_CALL = re.compile(r"\[\^([^\]\s]{1,100})\]")
# What stands in a row of its kind, which a note would break up.
_TOGETHER = frozenset({"item", "row", "head"})


def without_notes(text: str) -> tuple[str, dict[str, str]]:
    """The text without its notes, and these by their names; one that nothing calls stays where it is."""
    called = set(_CALL.findall(_NOTE.sub("", text)))
    notes: dict[str, str] = {}

    def taken(found: re.Match[str]) -> str:
        if found["name"] not in called or found["name"] in notes:
            return found[0]
        notes[found["name"]] = " ".join(found["text"].split())
        return "\n"

    return _NOTE.sub(taken, text), notes


def with_notes(candidates: Iterable[Candidate], notes: Mapping[str, str]) -> Iterator[Candidate]:
    """The blocks without the calls of notes, each note behind the paragraph, list or table that calls it."""
    waiting: dict[str, None] = {}
    told: set[str] = set()
    for one in candidates:
        if waiting and one.block.kind not in _TOGETHER:
            yield from _told(waiting, notes)
            waiting = {}
        names = [name for name in _CALL.findall(one.block.text) if name in notes]
        text = _CALL.sub(lambda found: "" if found[1] in notes else found[0], one.block.text)
        yield replace(one, block=replace(one.block, text=text)) if names else one
        waiting |= dict.fromkeys(name for name in names if name not in told)
        told.update(names)
        if one.block.kind not in _TOGETHER:
            yield from _told(waiting, notes)
            waiting = {}
    yield from _told(waiting, notes)


def _told(names: Iterable[str], notes: Mapping[str, str]) -> Iterator[Candidate]:
    return (Candidate(Block(notes[name], "note")) for name in names if notes[name])
