"""Facts that stand under a label: "Koordynator: …", a cell below its column's head."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from index import words
from index.extraction.lines import SEPARATOR, Line

# "Koordynator klastra (od 2019): …": a label is short, and ends with a colon or a dash.
LABEL = re.compile(
    r"(?:^|(?<=[;,.|•·\n]\s)|(?<=^[-–•]\s))(?P<label>[^\W_][^:;|.!?\n]{1,48}?)\s*(?P<sign>:|\s[–—-])(?:\s+|(?=\S))"
)
# What may stand beside the words of a label.
MOST_OTHER_WORDS = 2


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value with the kind that its label says, the label as written, and where the value begins in the line."""

    kind: str
    label: str
    text: str
    start: int


@cache
def _kinds() -> tuple[tuple[tuple[str, ...], str], ...]:
    """Every label as its folded words, with its kind, the longest first."""
    table: dict[str, list[str]] = tomllib.loads(
        files("index").joinpath("data/fact_labels.toml").read_text("utf-8")
    )
    found = [
        (tuple(words.fold(label).replace(".", "").split()), kind)
        for kind, labels in table.items()
        for label in labels
    ]
    return tuple(sorted(found, key=lambda one: -len(one[0])))


@lru_cache(maxsize=4_000)
def label_kind(label: str) -> str:
    """The kind of fact that a label or a column's head announces; "" for none that is known."""
    tokens = tuple(re.findall(r"[^\s():,;/]+", words.fold(label).replace(".", "")))
    if not tokens or len(tokens) > 6:
        return ""
    exact = next((kind for phrase, kind in _kinds() if phrase == tokens), "")
    if exact:
        return exact
    for phrase, kind in _kinds():
        size = len(phrase)
        if len(tokens) - size <= MOST_OTHER_WORDS and any(
            tokens[at : at + size] == phrase for at in range(len(tokens) - size + 1)
        ):
            return kind
    return ""


def labelled(line: Line) -> tuple[Labelled, ...]:
    """The labelled values of a line: its cells below known heads, or each "label: value" in it."""
    if line.cells:
        return tuple(_of_cells(line))
    return tuple(_of_text(line.text))


def _of_cells(line: Line) -> Iterator[Labelled]:
    heads = [cell.head for cell in line.cells]
    if any(heads) and line.text != SEPARATOR.join(heads):
        for cell in line.cells:
            kind = label_kind(cell.head)
            if kind and cell.text.strip():
                yield Labelled(kind, cell.head, cell.text, cell.start)
    if len(line.cells) == 2 and label_kind(line.cells[0].text) and not label_kind(heads[0]):
        # A card in two columns: each row is a label and its value.
        first, second = line.cells
        yield Labelled(label_kind(first.text), first.text, second.text, second.start)


def _of_text(text: str) -> Iterator[Labelled]:
    found = [(m, label_kind(m["label"])) for m in LABEL.finditer(text)]
    known = [(m, kind) for m, kind in found if kind and (m["sign"] == ":" or m.start() == 0)]
    for place, (match, kind) in enumerate(known):
        end = known[place + 1][0].start() if place + 1 < len(known) else len(text)
        value = text[match.end() : end].rstrip(" ,;|•·")
        if value:
            yield Labelled(kind, match["label"].strip(), value, match.end())
