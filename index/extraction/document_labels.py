"""The labels that one document tells by name: in a sentence after the word for one, or under its head."""

import re
from collections.abc import Iterator, Sequence

from index.extraction.known_labels import WORD
from index.extraction.labelled import label_kind, labelled
from index.extraction.labels import is_listed, labels_in
from index.extraction.lines import Line
from index.extraction.named_labels import is_titled, tells_merit

# What ends a label's name in a cell: a bracket, a mark, what begins a time.
END = re.compile(
    r"\s*[(\[;,:|/\d]|\s[–—-]\s|\s(?:do|od|until|till|since|from|to|by|valid|expire\w*|ważn\w+|wazn\w+|wygas\w*)\b"
)
LONGEST = 7


def labels_told(title: str, lines: Sequence[Line]) -> tuple[str, ...]:
    """The labels that a document names itself, but those of index/data/status_labels.toml, each once."""
    seen: dict[str, None] = {}
    texts = dict.fromkeys((title, *(above.text for line in lines for above in line.above)))
    for text in (*texts, *(line.text for line in lines)):
        seen |= dict.fromkeys(one.key for one in labels_in(text) if not is_listed(one.key))
    for line in lines:
        seen |= dict.fromkeys(_under_head(line))
    return tuple(seen)


def _under_head(line: Line) -> Iterator[str]:
    """The labels under heads: beside a cell of the cluster any name, else one that only a label has."""
    beside = any(label_kind(cell.head) == "name" for cell in line.cells)
    for one in labelled(line):
        title = title_in(one.text) if one.kind == "status" else ""
        if title and (beside or tells_merit(WORD.findall(title))):
            yield title


def title_in(text: str) -> str:
    """The label that a value under the head of labels is, by its beginning: "Perła Klastrowa (do 2027)"; ""
    for one that is listed, a plain answer, or anything but a name."""
    bare = text.strip(' „”“"*')
    end = END.search(bare)
    name = (bare[: end.start()] if end else bare).strip(' „”“".')
    said = WORD.findall(name)
    if not 1 < len(said) <= LONGEST or any(is_listed(one.key) for one in labels_in(name)):
        return ""
    return name if is_titled(said) else ""
