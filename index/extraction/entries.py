"""The name that an item, a heading, a cell or a directory's entry begins with, and where that ends."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from documents.model import Span
from documents.moments import moments
from index import words
from index.extraction.footnotes import unmarked
from index.extraction.labelled import exact_kind
from index.extraction.labels import labels_in, rounds_in
from index.extraction.lines import Line
from index.extraction.name_words import LONGEST_NAME, ROMAN, STAND, heads_network, listed, speaks_of_a_cluster
from index.extraction.naming import names_in
from index.extraction.organisations import organisation_at
from index.extraction.other_names import capital_run, names_of_networks, networks_in
from index.extraction.people import is_given_name, people_in
from index.taxonomy import FLAG, places_in

NUMBERING = re.compile(
    r"^\s*(?:\(?\d{1,3}[.)]\s*|[IVX]{1,5}[.)]\s*|[a-z]\)\s*|[-–—•*·]\s*|[A-Z]{1,2}\.?\d{1,2}(?:\s[–-]|[.:)])\s+)?[„\"“«]?"
)
# The number of a stand before an entry's name: "A7  SUWALSKA GRUPA".
CODE = re.compile(rf"^\s*{STAND}[.:)]?\s+(?:[–—|-]\s*)?[„\"“«]?(?=[^\W\d_])")
# An item says more after these.
ENDS_NAME = re.compile(
    rf"\s*(?:[,;:(|]|\.?$|{FLAG.pattern})|\s[–—/-]\s|[”\"»](?=\s|$)|\s(?:z|ze|w|we|na|from|in|is|to|jest|of|by|od|since)\s|"
    r"\s(?:reprezentowan|koordynowan|prowadzon|zarządzan|założon|powsta|działa|coordinated|represented|"
    r"managed|run|led|based|founded|established)\w*"
)
# What labels are parted into, and no names: "Bronze, Silver and Gold".
TIERS = frozenset({"gold", "silver", "bronze", "platinum", "zloty", "srebrny", "brazowy"})
# An item that is but what a cluster is of, and nobody's sentence: "Latvian wood and food cluster".
DESCRIBED = re.compile(
    r"((?!(?:The|An?|Our|This|Each|Every|Any|One|No|New)\b)[A-Z][\w-]*"
    r"(?:\s(?!(?:is|are|has|was|of a|for a)\b)[a-z&][\w-]*){1,8}\scluster)\s*[,;.]?"
)
LONGEST_HEADING = 90
# A given name, perhaps a second one, and a surname.
FULL_NAME = frozenset({2, 3})
# A cell of more words is no name.
MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Named:
    """A name with its span, its passage, and another name that stands with it, "" if none. `sure`: what
    stands around it says that it is a cluster's. `kind` as in index.extraction.model.Name.
    `standing`: it is no part of a sentence."""

    name: str
    span: Span
    passage: int
    other: str = ""
    sure: bool = True
    kind: str = "full"
    standing: bool = False


def moved(span: Span, by: int) -> Span:
    """A span counted from elsewhere."""
    return Span(span.start + by, span.end + by)


def entry(line: Line) -> Iterator[Named]:
    """A directory's entry: a line that is a name and nothing more, "Milk Valley (Mleczna Dolina)."."""
    text = line.text.rstrip(" .:")
    numbered = NUMBERING.match(text)
    at = numbered.end() if numbered else 0
    run = capital_run(text, at)
    if run is None or names_in(text) or len(text) > LONGEST_HEADING or people_in(text):
        return
    rest = text[run.end :].strip(' ”"')
    alone = not rest or (rest.startswith("(") and rest.endswith(")")) or is_seat(rest)
    if run.start == at and alone and len(text[at : run.end].split()) > 1:
        yield from begins(text, line.span, line.passage)


def is_seat(rest: str) -> bool:
    """Whether what follows a name is where it is and nothing else: ", Graz, Styria"."""
    said = re.match(r"(?:\([^()]*\))?\s*,\s*(.{2,40})$", rest)
    if said is None:
        return False
    places = places_in(f"w {said[1]}")
    return bool(places) and places[0].span.start <= 2


def whole(text: str, start: int, passage: int) -> Iterator[Named]:
    """A cell that is a name and nothing else, but for another name in brackets."""
    before = NUMBERING.match(text)
    at = before.end() if before else 0
    bracket = text.find("(", at)
    name = unmarked(text[at : bracket if bracket > at else len(text)].strip(' ”"“»„.;,'))
    if not any(map(str.isupper, name)) or len(name.split()) > MOST_WORDS:
        return
    place = text.find(name, at)
    others = [text[o.start : o.end] for o in names_of_networks(text, place + len(name))]
    span = Span(start + place, start + place + len(name))
    yield Named(name, span, passage, next(iter(others), ""), standing=True)


def begins(text: str, span: Span, passage: int) -> Iterator[Named]:
    """The name that an item or a heading begins with."""
    before = NUMBERING.match(text)
    at = before.end() if before else 0
    mention = next(iter(names_in(text)), None)
    if mention is not None and not mention.generic and mention.span.start <= at + 1:
        return  # It is found by its spelling.
    if (described := DESCRIBED.fullmatch(text, at)) is not None and mention is not None and mention.generic:
        where = Span(span.start + described.start(1), span.start + described.end(1))
        yield Named(described[1], where, passage, standing=True)
        return
    run = capital_run(text, at)
    if run is None or run.start > at + 1:
        return
    if mention is not None and not mention.generic and mention.span.start < run.end:
        return  # A name stands in it: it is not itself one.
    if mention is not None and mention.generic and mention.span.start <= at + 1:
        yield from _of_kind(text, at, span, passage)
        return
    end = _name_end(text, run)
    if mention is not None and not mention.generic and mention.span.start < end:
        return  # "FCN – Food Cluster Navarra": that is found by its spelling, and so is what it is for short.
    name = text[run.start : end].strip(' ”"“»„,:;')
    if not ENDS_NAME.match(text, end) or not may_be_a_name(name):
        name, end = text[run.start : run.end], run.end
        if not ENDS_NAME.match(text, end) or not may_be_a_name(name):
            return
    other = next((text[o.start : o.end] for o in names_of_networks(text, end)), "")
    where = Span(span.start + run.start, span.start + run.start + len(name))
    yield Named(name, where, passage, other, standing=True)


def _of_kind(text: str, at: int, span: Span, passage: int) -> Iterator[Named]:
    """A name in small letters, as far as a list or a card shows where it ends: "Klaster zielonej chemii,
    …"."""
    match = re.compile(r"[^,;:(|–—]+?(?=\s*(?:[,;:(|]|\s[–—]|$))").match(text, at)
    if match is None:
        return
    tokens = words.tokenize(match.group())
    verbs = any(
        r.part in {"fin", "praet", "imps"}
        for t in tokens[1:]
        for r in words.readings(t)
        if "subst" not in {x.part for x in words.readings(t)}
    )
    if 1 < len(tokens) <= LONGEST_NAME and not verbs and text[at].isupper():
        yield Named(match.group().strip(), moved(Span(*match.span()), span.start), passage)


def _name_end(text: str, run: Span) -> int:
    """Where an item's name ends: a subtitle after a dash belongs to it, a body or a place does not."""
    match = re.compile(r"\s[–—-]\s(?=[^\W\d_a-ząćęłńóśźż])").match(text, run.end)
    if not match:
        return run.end
    body = organisation_at(text, match.end())
    following = capital_run(text, match.end())
    if following is None or not ENDS_NAME.match(text, following.end):
        return run.end
    words_after = text[following.start : following.end].split()
    rest = text[following.start : following.end]
    place = any(f.span.start == 2 and f.span.end >= len(rest) + 2 for f in places_in(f"w {rest}"))
    before = listed("bodies_before") | listed("bodies_listed")
    by_word = words.fold(words_after[0]) in before or words.fold(words_after[-1]) in listed("bodies_after")
    is_body = body is not None and by_word
    return run.end if place or is_body or len(words_after) < 2 else following.end


def may_be_a_name(name: str, *, common: bool = False, said: bool = False) -> bool:
    """Whether words with capitals may name a cluster: no single word of the dictionary, unless it may be a
    `common` one, no label, no place, and no person unless it is `said` to be a cluster."""
    tokens = words.tokenize(name)
    if not tokens or len(name) < 3 or any(token.isdigit() for token in tokens):
        return False
    if all(map(ROMAN.fullmatch, tokens)):
        return False  # "the clusters of round VII"
    if speaks_of_a_cluster(name) and not names_in(name):
        return False  # "European Cluster Excellence Initiative".
    if (
        exact_kind(name)
        or labels_in(name)
        or next(rounds_in(name), None)
        or (people_in(name) and not said)
        or next(moments(name), None)
    ):
        return False
    first = words.fold(tokens[0])
    if first in words.stop_words() | listed("no_names") or (
        first in listed("opening_a_note") and len(tokens) > 2
    ):
        return False
    given = is_given_name(tokens[0]) and not any(
        one.lemma.islower() and one.part == "subst" for one in words.readings(tokens[0].lower())
    )
    if len(tokens) in FULL_NAME and given and not any(map(heads_network, tokens)):
        return speaks_of_a_cluster(name)  # "Joanna Syrop", whatever "syrop" is.
    folded = {words.fold(token) for token in tokens}
    if folded <= words.stop_words() | TIERS or folded & listed("clusters"):
        return False
    if len(tokens) == 1:
        # In a text without diacritics a common word looks like none: "Ciesle".
        known = words.is_known(name.lower()) or (name.isascii() and name.istitle() and _restored(name))
        return (common or not known) and not places_in(f"w {name}")
    places = places_in(f"w {name}")
    if places and places[0].span.start <= 2 and places[-1].span.end >= len(name) + 2:
        return False
    return sum(token[0].isupper() for token in tokens) * 2 >= len(tokens)


def _restored(name: str) -> bool:
    return bool(words.restored_lemmas(words.fold(name)))


def is_distinct(name: str) -> bool:
    """Whether a name has a word that no dictionary knows, or one for a network: what else is in a list that
    clusters introduce may be anything."""
    tokens = words.tokenize(name)
    return bool(networks_in(name)) or any(not words.is_known(t.lower()) for t in tokens)
