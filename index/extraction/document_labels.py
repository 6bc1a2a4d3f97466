"""The labels that one document tells by name: in a sentence after the word for one, or under its head."""

import re
from collections.abc import Iterator, Sequence

from index.extraction.known_labels import WORD
from index.extraction.labelled import label_kind, labelled
from index.extraction.labels import is_listed, labels_in
from index.extraction.lines import Line
from index.extraction.named_labels import is_called_label, is_proper, is_titled, tells_merit

# What ends a label's name in a cell: a bracket, a mark, what begins a time.
END = re.compile(
    r"\s*[(\[;,:|/\d]|\s[–—-]\s|\s(?:do|od|until|till|since|from|to|by|valid|expire\w*|ważn\w+|wazn\w+|wygas\w*)\b"
)
LONGEST = 7
# What is asked what it is, and a sentence that says it of what stands before, or in the question above.
ASKED = re.compile(
    r"\W*(?:Co to jest|Czym jest|What is|What's)\s+(?:the\s+)?(?P<name>[^?()]{4,80}?)\s*(?:\([^()]*\)\s*)?\?"
)
SAID = re.compile(
    r"\W*(?:The\s+)?(?P<name>[^,.;:()]{4,80}?)[”\"»]?\s+(?:\([^()]*\)\s+)?"
    r"(?:to|jest|is an?|is the)\s+(?P<kind>[^,.;:]+)"
)
IT_IS = re.compile(r"\W*(?:To|Jest to|It is an?|It is the|It's an?|This is an?)\s+(?P<kind>[^,.;:]+)")
OF_CLUSTERS = re.compile(r"klast|clust", re.IGNORECASE)
# The word for what it is stands among so many words, at most.
FEW = 4


def labels_told(title: str, lines: Sequence[Line]) -> tuple[str, ...]:
    """The labels that a document names itself, but those of index/data/status_labels.toml, each once."""
    seen: dict[str, None] = {}
    texts = dict.fromkeys((title, *(above.text for line in lines for above in line.above)))
    for text in (*texts, *(line.text for line in lines)):
        seen |= dict.fromkeys(one.key for one in labels_in(text) if not is_listed(one.key))
    for line in lines:
        seen |= dict.fromkeys((*_under_head(line), *_defined(line)))
    return tuple(seen)


def _defined(line: Line) -> Iterator[str]:
    """The label of which a sentence says what it is, "The Amber Boat is a title that clusters get", by
    itself or below a question."""
    asked = next((found for above in line.above[:1] if (found := ASKED.match(above.text))), None)
    said = IT_IS.match(line.text) if asked else SAID.match(line.text)
    if said is None or not OF_CLUSTERS.search(said["kind"] + line.text[said.end() :]):
        return
    name = (asked or said)["name"].strip(' „”“"*')
    words = WORD.findall(name)
    kind = any(is_called_label(word) for word in WORD.findall(said["kind"])[:FEW])
    proper = 1 < len(words) <= LONGEST and is_proper(words) and not is_called_label(words[0])
    if kind and proper:
        yield name


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
