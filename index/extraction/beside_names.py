"""What a cluster is called beside a name, in the same line or cell of a row or in the line above: an acronym,
a coined word, the name in the other language."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from documents.model import Document, Span
from index import words
from index.extraction.called import may_be_called_one
from index.extraction.entries import NUMBERING, Named
from index.extraction.labelled import exact_kind
from index.extraction.lines import SEPARATOR, Above, Line
from index.extraction.linking import head_word
from index.extraction.naming import Mention, names_in
from index.extraction.other_names import capital_run
from index.taxonomy import FLAG, places_in

STROKE = re.compile(r"[”\"]?\s*[–—/·•|-]\s*[„\"“]?")
# An acronym that is all that stands before or after a name and a dash; before it may be a coined word too.
SHORT_BEFORE = re.compile(r"\W?([A-ZŁŚŻĆ][A-ZŁŚŻĆ0-9&]{2,9})\s[–—-]\s[„\"“]?")
COINED_BEFORE = re.compile(r"(?:\W?\d{1,3}[.)]\s)?\W?([^\W\d_]{4,20})\s[–—-]\s[„\"“]?")
SHORT_AFTER = re.compile(rf"[”\"]?\s[–—-]\s([A-ZŁŚŻĆ][A-ZŁŚŻĆ0-9&]{{2,9}})\.?\s*(?:{FLAG.pattern})?\s*$")


# What a line of a card has, and no list of names: a figure, a label, an address, the end of a sentence.
TELLS = re.compile(r"[\d:@]|[.!?]$")
# A name above another has so many words at most; so many lines alone show that common words are such.
MOST_ABOVE, SEVERAL = 3, 2


def names_above(document: Document, lines: Sequence[Line]) -> Iterator[tuple[Named, str]]:
    """The lines that are but a name and begin a card, each right above one that is but the whole name of a
    cluster, with that: "Warstwa" above "Klaster Druku 3D". Common words are names where several lines stand
    so, all unlike."""
    found: list[tuple[Named, str]] = []
    for at, line in enumerate(lines):
        mention = next(iter(names_in(line.text)), None)
        if mention is None or mention.generic or line.cells or line.text.strip(' "„”') != _in(line, mention):
            continue
        before = lines[at - 1] if at and lines[at - 1].headings == line.headings else None
        above = Above(before.text, before.span) if before is not None else next(iter(line.headings), None)
        if above is None or document.text[above.span.end : line.span.start].strip(" \t\r") != "\n":
            continue
        if _is_but_a_name(above.text) and _tells_in_card(document, line, lines[at + 1 : at + 2]):
            found.append((Named(above.text, above.span, line.passage, kind="short"), mention.name))
    often = Counter(words.fold(one.name) for one, _ in found)
    for one, name in found:
        if is_coined(one.name) or (len(often) >= SEVERAL and often[words.fold(one.name)] == 1):
            yield one, name


def _tells_in_card(document: Document, line: Line, following: Sequence[Line]) -> bool:
    """Whether what stands right below a line is no name again, as in a list of names, but tells something."""
    return any(
        "\n\n" not in document.text[line.span.end : one.span.start] and TELLS.search(one.text)
        for one in following
    )


def _in(line: Line, mention: Mention) -> str:
    return line.text[mention.span.start : mention.span.end].strip(' "„”')


def _is_but_a_name(text: str) -> bool:
    whole = Span(0, len(text))
    may_be = capital_run(text) == whole and may_be_called_one(text, whole, common=True)
    return may_be and len(text.split()) <= MOST_ABOVE and not exact_kind(text)


def cell_of(text: str, name: Span) -> tuple[str, Span]:
    """The cell of a row in which a name stands, with its place; of another line all of it."""
    start = text.rfind(SEPARATOR, 0, name.start)
    start = 0 if start < 0 else start + len(SEPARATOR)
    end = text.find(SEPARATOR, name.end)
    place = Span(start, len(text) if end < 0 else end)
    return text[place.start : place.end], place


def short_beside(text: str, name: Span) -> Iterator[Span]:
    """What a name is called for short, where a line is both and no more: "OPAL – Opole Glass Cluster"."""
    rest = FLAG.sub("", text[name.end :]).strip(' .”"')
    if (before := SHORT_BEFORE.match(text)) and before.end() == name.start and not rest:
        yield Span(*before.span(1))
    after = SHORT_AFTER.match(text, name.end)
    if after is not None and name.start <= 1:
        yield Span(*after.span(1))


def is_coined(word: str) -> bool:
    """Whether a word with a capital is one that no dictionary knows, and no place."""
    return word[0].isupper() and not words.is_known(word.lower()) and not places_in(f"w {word}")


def are_one_in_two_languages(text: str, one: Mention, other: Mention) -> bool:
    """Whether a stroke stands between a Polish and an English name, and nothing else beside them:
    "Klaster Morski – Maritime Cluster"."""
    between = text[one.span.end : other.span.start]
    cell = Span(0, len(text)) if SEPARATOR in between else cell_of(text, one.span)[1]
    before = NUMBERING.sub("", text[cell.start : one.span.start]).strip(' „"“*#')
    alone = (not before or before.endswith(":")) and not re.search(r"\w", text[other.span.end : cell.end])
    apart = head_word(one.name) != head_word(other.name) or between.strip() == "·"
    return bool(STROKE.fullmatch(between)) and alone and apart
