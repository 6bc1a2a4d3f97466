"""Names of clusters that are a document's title, a heading or a line at its top."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from documents.model import Document, Span
from index import words
from index.extraction.entries import LONGEST_HEADING, Named, begins, is_distinct, may_be_a_name
from index.extraction.lines import Above, Line
from index.extraction.name_words import heads_network, speaks_of_a_cluster
from index.extraction.naming import names_in
from index.extraction.other_names import capital_run, networks_in
from index.inflection import is_english

# What a page about a cluster is of, behind its name in a title.
PAGE = re.compile(
    r"(?i)\s*[–—|:-]\s*(?:kontakt\w*|contacts?|o nas|about(?: us)?|kim jesteśmy|who we are|home|"
    r"strona główna|aktualności|news|zespół|team|ludzie|people|karta\b.*|profil\w*|profile|członkowie|"
    r"members|projekty|projects|kto jest kim|dane kontaktowe|(?:najczęstsze |częste |najczęściej zadawane )?"
    r"pytania(?: i odpowiedzi)?|faq|q ?& ?a|frequently asked questions|historia|history|oferta|our offer|"
    r"regulamin|statut|statute|misja|mission|facts?(?: and figures)?|w liczbach|w pigułce|at a glance|"
    r"raport roczny.*|annual report.*|sprawozdanie.*|dołącz do nas|join us)\W*$"
)
# So many words with a capital each are a menu's.
MOST_CAPITALS = 4
# Lines at the top of a document where a name may stand alone.
TOP_LINES = 40


def named_by_titles(document: Document, lines: Sequence[Line]) -> Iterator[Named]:
    """The names that titles, headings and lines at the top are: of a cluster, or of what may be one."""
    yield from _alone(document, lines)
    yield from _second_title(document, lines)
    yield from _titled(document, lines)


def _titled(document: Document, lines: Sequence[Line]) -> Iterator[Named]:
    """A title that is a name, of a text that goes on about "the cluster"."""
    title = _without_page(document.title.strip(), document)
    if not title or not _is_name(title) or not may_be_a_name(title):
        return
    heads = (above for line in lines for above in (*line.headings, Above(line.text, line.span)))
    first = next((above for above in heads if above.text.strip().startswith(title)), None)
    texts = (text for line in lines for text in (line.text, *(above.text for above in line.above)))
    if first is not None and any(mention.generic for text in texts for mention in names_in(text)):
        passage = next(line.passage for line in lines if first.span in {line.span, *_spans(line.headings)})
        yield Named(title, Span(first.span.start, first.span.start + len(title)), passage)


def _spans(above: Sequence[Above]) -> tuple[Span, ...]:
    return tuple(one.span for one in above)


def _second_title(document: Document, lines: Sequence[Line]) -> Iterator[Named]:
    """The name in the other language right below a title that is a name: "Dolina Smaków", "Flavour
    Valley"."""
    title = document.title.strip()
    if not lines or not _is_name(title) or len(lines[0].text) > LONGEST_HEADING:
        return
    first = lines[0] if lines[0].text.strip() != title else lines[min(1, len(lines) - 1)]
    text = first.text.rstrip(" .")
    bare = re.sub(r"\s*\([^()]*\)$", "", text)
    if text != title and _is_name(bare) and _is_english_name(bare) != _is_english_name(title):
        yield Named(title, first.span, first.passage, bare, sure=speaks_of_a_cluster(title + " " + bare))


def _is_english_name(name: str) -> bool:
    """Whether a name is English by the word that heads it."""
    heads = [token for token in words.tokenize(name) if heads_network(token) or speaks_of_a_cluster(token)]
    return any(is_english(token) and not words.readings(token.lower()) for token in heads)


def _is_name(text: str) -> bool:
    """Whether a whole line is the name of a cluster, or of what may be one."""
    mention = next(iter(names_in(text)), None)
    if mention is not None and not mention.generic:
        return mention.span == Span(0, len(text))
    return networks_in(text)[:1] == (Span(0, len(text)),)


def _alone(document: Document, lines: Sequence[Line]) -> Iterator[Named]:
    """Titles, headings and lines that are names of something: of a cluster, if another document says so."""
    seen: set[Span] = set()
    for line in lines[:TOP_LINES]:
        for above in (*reversed(line.headings), Above(line.text, line.span)):
            if above.span in seen or len(above.text) > LONGEST_HEADING:
                continue
            seen.add(above.span)
            text = _without_page(above.text.rstrip(" .:"), document)
            if text.isupper() or capital_run(text) != Span(0, len(text)) or len(text.split()) < 2:
                continue
            if (
                len(text.split()) > MOST_CAPITALS
                and all(map(_is_capital, text.split()))
                and not networks_in(text)
            ):
                continue  # The words of a menu.
            if text == document.title.strip() or is_distinct(text):
                yield from (replace(one, sure=False) for one in begins(text, above.span, line.passage))


def _is_capital(word: str) -> bool:
    return word[0].isupper()


def _without_page(text: str, document: Document) -> str:
    """A title without what its page is of, "DOLINA DŹWIĘKU – KONTAKT", where what is left is headed as a
    network is; in capitals all through as a name is spelled."""
    networks = networks_in(text) if document.title.strip().startswith(text) else ()
    if not networks or networks[0].start or PAGE.match(text, networks[0].end) is None:
        return text
    name = text[: networks[0].end]
    return name.title() if name.isupper() else name
