"""What a document calls itself: the short name that its title and its addresses tell of its cluster, and the
name at its top of which it says "a cluster run by …"."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from documents.model import Document, Span
from index import words
from index.extraction.called import may_be_called_one
from index.extraction.entries import LONGEST_HEADING, Named, may_be_a_name
from index.extraction.labelled import exact_kind
from index.extraction.lines import Above, Line
from index.extraction.name_words import is_another_thing, listed
from index.extraction.naming import names_in, spoken
from index.extraction.organisations import organisations_in
from index.extraction.other_names import capital_run, names_of_networks, networks_in
from index.extraction.people import people_in

# Whose address it is, without what all addresses have: "osnowa" of hej@osnowa.example.
HOST = re.compile(r"(?:@|\bwww\.|://(?:www\.)?)([\w-]+(?:\.[\w-]+)*)\.[a-z]{2,}\b")
# Hosts that anybody may have an address at.
ANYBODYS = frozenset(
    {"gmail", "outlook", "hotmail", "yahoo", "facebook", "linkedin", "interia", "onet", "poczta", "wp"}
)
SHORTEST_HOST = 4
# What an address may have beside a cluster's name: "klasterecho", "echo-cluster".
A_CLUSTERS = re.compile(r"^(?:klaster|cluster)-?|-?(?:klaster|cluster)$")
# What parts a title.
PARTS = re.compile(r"\s+[|–—·•-]\s+|:\s+")
# Lines at the top of a document that tell whose it is.
TOP = 3
MOST_TOKENS = 4
# Who tells of itself that it is a cluster, or what stands on a slide of it, without a name.
PREDICATE = re.compile(
    r"(?:We(?: are|['’]re)|It is|This is)?\W*(?:an?|the|one of the)\s+(?:(?!cluster)[\w-]+\s+){0,4}"
    r"clusters?(?: organi[sz]ation)?\s+(?:run|of|since|that|which|in|for|with|based|from|founded|"
    r"led|managed|coordinated)\b|"
    r"(?:Jesteśmy|Tworzymy)\s+(?:[a-ząćęłńóśźż-]+\s+){0,4}klast(?:rem|er)\b|"
    r"\W*(?:\w+(?:ki|wy|ny|ty|ży)\s+){0,2}klaster\s+(?:od \d|działający|firm|prowadzony|koordynowany|"
    r"producent|przedsięb)\w*",
    re.IGNORECASE,
)


def own_name(document: Document, lines: Sequence[Line]) -> Named | None:
    """The name at a document's top, where the document says without one that it is a cluster's; None where it
    names one by the word."""
    said = any(PREDICATE.match(line.text) and not _names(line.text) for line in lines)
    if not said:
        return None
    text, span, passage = _top(lines)
    run = capital_run(text)
    if run is None or run.start > 1:
        return None
    name = spoken(text[run.start : run.end])
    if len(name.split()) < 2 and not is_host(name, hosts_of(document)):
        return None
    if not may_be_called_one(name, Span(0, len(name))):
        return None
    other = next((text[one.start : one.end] for one in names_of_networks(text, run.end)), "")
    return Named(name, span, passage, other)


def _top(lines: Sequence[Line]) -> tuple[str, Span, int]:
    """A document's first words: those in capitals, and what stands in brackets behind them, over all the
    lines that they take."""
    heads = [Above(line.text, line.span) for line in lines[:6]]
    if lines[0].headings and not exact_kind(lines[0].headings[-1].text):
        first = lines[0].headings[-1]
        if not re.match(r"(?i)\W*(?:slide|slajd|strona|page)\b", first.text):
            heads.insert(0, first)
    shouted = list(takewhile(lambda one: one.text.isupper(), heads)) or heads[:1]
    for one in heads[len(shouted) :]:
        joined = " ".join(above.text for above in shouted)
        if not (one.text.startswith("(") or joined.count("(") > joined.count(")")):
            break
        shouted.append(one)
    text = " ".join(above.text for above in shouted)
    return text, Span(shouted[0].span.start, shouted[-1].span.end), lines[0].passage


def _names(text: str) -> bool:
    return any(not mention.generic for mention in names_in(text))


def short_names(document: Document, lines: Sequence[Line]) -> Iterator[Named]:
    """Names in a document's title, and in the lines below that, that its addresses have too, or that stand
    beside the whole name of a cluster: "Osnowa | Łódzki Klaster Dzianin"."""
    hosts = hosts_of(document)
    for above, passage in _tops(lines):
        parts = list(_parts(above.text))
        whole = any(_is_whole(above.text[one.start : one.end]) for one in parts)
        for part in parts:
            run = capital_run(above.text[: part.end], part.start)
            if (
                run is None
                or run.start > part.start + 1
                or len(above.text[run.start : run.end].split()) > MOST_TOKENS
            ):
                continue
            name = spoken(above.text[run.start : run.end])
            coined = whole and len(parts) == 2 and run.end >= part.end - 1 and _is_coined(name)
            if (is_host(name, hosts) or coined) and _may_be_short(above.text, run, name):
                yield Named(
                    name,
                    Span(above.span.start + run.start, above.span.start + run.end),
                    passage,
                    kind="short",
                )


def _tops(lines: Sequence[Line]) -> Iterator[tuple[Above, int]]:
    """The headings at the top of a document and its first lines."""
    seen: set[Span] = set()
    for line in lines[:TOP]:
        for above in (*reversed(line.headings), Above(line.text, line.span)):
            if above.span not in seen and len(above.text) <= LONGEST_HEADING:
                seen.add(above.span)
                yield above, line.passage


def _parts(text: str) -> Iterator[Span]:
    at = 0
    for sign in PARTS.finditer(text):
        yield Span(at, sign.start())
        at = sign.end()
    yield Span(at, len(text))


def _is_whole(text: str) -> bool:
    mention = next(iter(names_in(text)), None)
    return mention is not None and not mention.generic and mention.span == Span(0, len(text))


def _is_coined(name: str) -> bool:
    """Whether a name is one word that no dictionary knows."""
    return " " not in name and may_be_a_name(name) and not words.readings(name)


def _may_be_short(text: str, run: Span, name: str) -> bool:
    """Whether words may be a cluster's short name: neither with the word, nor a label, a person or a body."""
    if names_in(name) or exact_kind(name) or people_in(name) or is_another_thing(name):
        return False
    if not listed("periodicals").isdisjoint(map(words.fold, words.tokenize(name))):
        return False
    if words.fold(name) in words.stop_words() | listed("cluster") | listed("clusters"):
        return False
    bodies = (one.span for one in organisations_in(text))
    return bool(networks_in(name)) or not any(one.start <= run.start < one.end for one in bodies)


def hosts_of(document: Document) -> frozenset[str]:
    """The names in a document's addresses of mail and of pages, folded."""
    return frozenset(
        name
        for host in HOST.findall(document.text.lower())
        for part in words.fold(host).split(".")
        for name in (part, A_CLUSTERS.sub("", part))
        if len(name) >= SHORTEST_HOST and name not in ANYBODYS
    )


def is_host(name: str, hosts: frozenset[str]) -> bool:
    """Whether a name is that of an address, or begins as it: "Loot Poznań" of gg@loot.example."""
    tokens = [words.fold(token) for token in words.tokenize(name)]
    joined = ("".join(tokens[:size]) for size in range(1, len(tokens) + 1))
    return not hosts.isdisjoint({*joined, "-".join(tokens)})
