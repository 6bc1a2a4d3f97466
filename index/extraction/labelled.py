"""Facts that stand under a label: "Koordynator: …", a cell below its column's head."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from documents.raised import SUPERSCRIPT
from index import words
from index.extraction.known_labels import kept_by_labels
from index.extraction.labels import is_label
from index.extraction.lines import SEPARATOR, Line
from index.extraction.of_others import mentions
from index.gazetteer import lexicon

# What a label ends with: a colon anywhere, a dash only after the first words of a line.
REACHED = frozenset({"place", "address", "email", "phone", "region"})
SIGN = re.compile(r":(?!//)(?:\s+|(?=\S))|\s[–—-]\s+")
LONGEST_LABEL = 6
# A sign before a label that parts it from what stands there.
BEFORE_LABEL = frozenset(";,.|•·–—-*)(")
AS_OF = re.compile(r"\s*\([^()]*\d[^()]*\)$")
# Abbreviations lose their stops, and names of a spreadsheet's columns what stands for a space.
SIGNS = str.maketrans({".": "", "_": " "})
# What may stand beside the words of a label.
MOST_OTHER_WORDS = 2
_BLANKS = str.maketrans(dict.fromkeys(SUPERSCRIPT, " "))


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value with the kind that its label says, the label as written, and where the value begins in the
    line."""

    kind: str
    label: str
    text: str
    start: int


@cache
def _kinds() -> tuple[tuple[tuple[str, ...], str], ...]:
    """Every label as its folded words, with its kind, the longest first."""
    found = [
        (tuple(words.fold(label).replace(".", "").split()), kind)
        for kind, labels in lexicon("fact_labels.toml").items()
        for label in labels
    ]
    return tuple(sorted(found, key=lambda one: -len(one[0])))


def _tokens(label: str) -> tuple[str, ...]:
    """The folded words of a label, without when it holds: "(stan na 31.12.2024)"."""
    return tuple(re.findall(r"[^\s():,;/]+", words.fold(AS_OF.sub("", label)).translate(SIGNS)))


@lru_cache(maxsize=4_000)
def exact_kind(label: str) -> str:
    """The kind of fact that a label announces by its very words; "" for none."""
    tokens = _tokens(label)
    return next((kind for phrase, kind in _kinds() if phrase == tokens), "")


@cache
def _about_projects() -> tuple[str, ...]:
    return tuple(lexicon("frames.toml")["project"]["about"])


@kept_by_labels(4_000)
def label_kind(label: str) -> str:
    """The kind of fact that a label or a column's head announces; "" for none that is known."""
    tokens = _tokens(label)
    if not tokens or len(tokens) > LONGEST_LABEL:
        return ""
    exact = exact_kind(label)
    # "Projekt strony", "Website design by": who made the page.
    if exact or mentions(label, "makers"):
        return exact
    if (of_two := _of_two_heads(label)) is not None:
        return of_two
    of_project = any(token.startswith(("projekt", "project")) for token in tokens)
    about = of_project and any(token.startswith(_about_projects()) for token in tokens)
    found = ""
    for phrase, kind in _kinds():
        size = len(phrase)
        if len(tokens) - size <= MOST_OTHER_WORDS and any(
            tokens[at : at + size] == phrase for at in range(len(tokens) - size + 1)
        ):
            if len(tokens) > size and _of_another_matter(phrase, kind, tokens):
                continue
            # "Lider projektu" leads no cluster, and is no project's name.
            found = "" if about and kind not in {"person", "partner"} else kind
            if found != "name":
                return found
    # "Cluster" is what a "cluster seat" is of: a name only where the label holds nothing else.
    return "status" if found == "name" and is_label(label.strip()) else found


def _of_two_heads(label: str) -> str | None:
    """The kind of a head below another, "Koordynator / siedziba": of where somebody is or how to reach them,
    its own, of their name, that of the head above; None for any other."""
    above, _, below = (one.strip() for one in label.partition(" / "))
    own = exact_kind(below)
    if own in REACHED and exact_kind(above):
        return own
    return label_kind(above) if own == "name" else None


def _of_another_matter(phrase: tuple[str, ...], kind: str, tokens: tuple[str, ...]) -> bool:
    """Whether words beside one that labels anything make it the label of another matter: "Miejsce podpisania"
    is no cluster's place, "Rok badania" not when it began."""
    loose = lexicon("loose_labels.toml")
    apart = loose["apart"].get(kind, ())
    if any(one.startswith(tuple(map(words.fold, apart))) for one in tokens if one not in phrase):
        return True
    if kind not in loose or " ".join(phrase) not in map(words.fold, loose[kind]["labels"]):
        return False
    others = [one for one in tokens if one not in phrase]
    return not all(one.startswith(tuple(map(words.fold, loose[kind]["beside"]))) for one in others)


def unraised(text: str) -> str:
    """A value without the raised figures that call a note, each a blank: "95²" are 95."""
    return text.translate(_BLANKS)


@lru_cache(maxsize=4_096)
def labelled(line: Line) -> tuple[Labelled, ...]:
    """The labelled values of a line: its cells below known heads, or each "label: value" in it."""
    if line.cells and not all(_label_first(cell.text) for cell in line.cells):
        return tuple(_of_cells(line))
    return tuple(_of_text(line.text))


def in_columns_beside(line: Line, one: Labelled) -> tuple[str, ...]:
    """What stands in a row beside the value of a column, under heads that label no kind of fact: it is that
    which a time under "Since" is told of."""
    if all(cell.head != one.label for cell in line.cells):
        return ()
    texts = (cell.text.strip() for cell in line.cells if cell.head and not label_kind(cell.head))
    return tuple(text for text in texts if text)


def _label_first(text: str) -> bool:
    """Whether a text is a label with its value, as where "|" only parts the facts of one line."""
    sign = SIGN.search(text)
    return sign is not None and exact_kind(text[: sign.start()]) != ""


def _of_cells(line: Line) -> Iterator[Labelled]:
    heads = [cell.head for cell in line.cells]
    if _heads_are_a_row(line):
        heads = [""] * len(heads)
    if any(heads) and line.text != SEPARATOR.join(heads):
        for cell in line.cells:
            kind = label_kind(cell.head)
            if kind and cell.text.strip():
                yield Labelled(kind, cell.head, unraised(cell.text), cell.start)
    if len(line.cells) == 2 and label_kind(line.cells[0].text) and not label_kind(heads[0]):
        # A card in two columns: each row is a label and its value.
        first, second = line.cells
        yield Labelled(label_kind(first.text), first.text, unraised(second.text), second.start)


def _heads_are_a_row(line: Line) -> bool:
    """Whether a card's first row stands as its table's head, as Markdown wants: "Siedziba | Rzeszów" above
    "Koordynator | …"."""
    if len(line.cells) != 2:
        return False
    above, here = (exact_kind(one) for one in (line.cells[0].head, line.cells[0].text))
    return above != "" and here not in {"", above} and not exact_kind(line.cells[1].head)


def _of_text(text: str) -> Iterator[Labelled]:
    known = list(_labels(text))
    for place, (label, kind, start, value) in enumerate(known):
        end = known[place + 1][2] if place + 1 < len(known) else len(text)
        said = text[value:end].rstrip(" ,;|•·(")
        if start and text[start - 1] == "(" and ")" in said:
            said = said[: said.index(")")]
        if said and end > value and start >= 0:
            yield Labelled(kind, label, said, value)


def _labels(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Every known label in a text; none reaches back over the sign that ends the one before it."""
    floor = 0
    for sign in SIGN.finditer(text):
        found = _label_before(text, sign, floor)
        if found is not None:
            floor = sign.end()
            yield found


def _label_before(text: str, sign: re.Match[str], floor: int) -> tuple[str, str, int, int] | None:
    """The label that a sign ends: its words, kind, start, and where its value begins, behind `floor`. Where
    no punctuation stands before it, it begins with a capital, as after a line break that was lost."""
    as_of = AS_OF.search(text, floor, sign.start())
    before = list(re.compile(r"[^\s]+").finditer(text, floor, as_of.start() if as_of else sign.start()))
    before = before[-LONGEST_LABEL:]
    dash = sign.group()[0] != ":"
    for first in before:
        start = first.start() + (first.group()[0] == "(")
        label = text[start : sign.start()].strip(" •·–-*")
        if "@" in label:
            continue
        opens = (
            start == 0 or text[start - 1] == "(" or text[max(0, start - 2) : start].strip(" ") in BEFORE_LABEL
        )
        kind = label_kind(label) if opens and not dash else exact_kind(label)
        parted = ";" in label or label.count("(") != label.count(")")
        if kind and not parted and (opens or label[:1].isupper()) and not (dash and start > 2):
            return label, kind, start, sign.end()
    return None
