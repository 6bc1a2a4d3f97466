"""What a text speaks of before it says "the cluster", where it has named none: that may be one."""

from collections.abc import Iterator, Sequence

from documents.model import Document, Span
from index import words
from index.extraction.called import from_head, may_be_called_one, runs_in
from index.extraction.entries import Named, moved
from index.extraction.heads import opens_block
from index.extraction.lines import Line
from index.extraction.name_words import speaks_of_clusters
from index.extraction.naming import names_in
from index.inflection import case_of

# So many lines back the name stands that "the cluster" takes up.
REACH = 3


def before_the_cluster(document: Document, lines: Sequence[Line]) -> Iterator[tuple[int, Named]]:
    """The only name, of several words, that a paragraph has before it says "the cluster", with its line's
    place: in a text that has named no cluster till then."""
    # A text on several clusters names each in the paragraph that is about it.
    several = speaks_of_clusters(document.title)
    for at, line in enumerate(lines):
        mentions = names_in(line.text)
        if any(not mention.generic for mention in mentions):
            if not several:
                return
            continue
        if line.cells or line.leads or not mentions or mentions[0].span.start > 1:
            continue
        near = _paragraph(document, lines, at)
        if any(not mention.generic for n in near for mention in names_in(lines[n].text)):
            continue
        found = [(n, run) for n in near for run in _names_of(lines[n].text)]
        if len(found) == 1:
            n, run = found[0]
            name = lines[n].text[run.start : run.end]
            yield n, Named(name, moved(run, lines[n].span.start), lines[n].passage, sure=False)


def _paragraph(document: Document, lines: Sequence[Line], at: int) -> range:
    """The places of the lines before one, in its paragraph, that are near."""
    first = at
    while first and at - first < REACH and not opens_block(document, lines, first):
        first -= 1
    return range(first, at)


def _names_of(text: str) -> Iterator[Span]:
    """The names of several words in a text that may be clusters', in the nominative."""
    for run in (from_head(text, one) for one in runs_in(text)):
        name = text[run.start : run.end]
        cases = case_of(name)
        if (
            len(name.split()) > 1
            and _is_nominal(name.split()[0])
            and (not cases or "nom" in cases)
            and may_be_called_one(text, run)
        ):
            yield run


def _is_nominal(word: str) -> bool:
    """Whether a word with a capital may begin a name: a noun, an adjective, or what no dictionary knows, and
    no adverb."""
    parts = {reading.part for reading in words.readings(word.lower())}
    nominal = bool(parts & {"subst", "adj", "ger", "ppas", "pact"}) and ("adv" not in parts or "adj" in parts)
    return not parts or nominal
