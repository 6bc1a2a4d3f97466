"""An entry of a list of those who hold a label: the name it begins with, and what else it says."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from documents.model import Span
from documents.periods import periods
from documents.piece import COMPANY_END
from index.extraction.entries import NUMBERING, is_distinct, may_be_a_name
from index.extraction.labelled import labelled
from index.extraction.labels import tier_alone
from index.extraction.lines import Line
from index.extraction.name_words import LONGEST_NAME, listed
from index.extraction.naming import names_in
from index.extraction.people import people_in
from index.extraction.status_clauses import has_verb
from index.taxonomy import places_in, sectors_in
from index.words import fold

# A flag, a bullet, a star: no letter and no sign of a sentence.
MARKS = re.compile(r"[^\w\s.,;:|()„”\"“'’«»–—/&+-]+\s*")
# What ends a name in an entry.
AFTER_NAME = re.compile(r"\s*(?:[,;:|]|\s[–—-](?=\s)|\()")
# Another name behind a dash: an acronym, perhaps with a legal form.
ACRONYM = re.compile(
    r"\s*[–—-]\s(?P<other>[A-ZĄĆĘŁŃÓŚŹŻ]{2}[\w&.+-]*)(?:\s(?:e\.\s?V\.?|GmbH|AG|z\.\s?s\.|S\.A\.))?"
    r"\s*(?=$|[,;(]|[^\w\s])"
)
# What a cluster does, behind its name and its country or town: "X (France): …".
DESCRIBED = re.compile(r"(?P<head>[^.:;()]{3,90}\([^()]{2,60}\))\s*:\s")
# What an entry says of a label by a participle or a verb that has no other subject.
OF_LABEL = re.compile(
    r"\b(?:awarded|valid|granted|expires?|expired|renewed|issued|recertified|przyznan\w+|nadan\w+|"
    r"wygasa\w*|ma|jest|is)\b",
    re.IGNORECASE,
)
CLUSTER = re.compile(r"clusters?|klastra?|klaster")
# What a line that labels something begins with.
SIGN = re.compile(r"(?:(?!\s[–—-]\s)[^:]){2,40}:\s")
LONGEST_ENTRY, LONGEST_ALONG = 170, 900
# What parts names told in one breath, outside brackets.
PARTS_NAMES = re.compile(
    r"(?:\s*[,;]\s+(?:(?:a także|oraz|and|i|as well as)\s+)?|\s+(?:oraz|i|and|a także|as well as|&)\s+)"
    r"(?=[„\"“A-ZĄĆĘŁŃÓŚŹŻ])(?![^()]*\))"
)
# "i", "for" and "und" may be small inside a name.
LONGEST_JOINT = 3
# A field or a country at the end of a row has so many words, at most; of its letters so many may be small
# words.
MOST_TAIL, SLACK = 4, 3
# Columns between the name and the date, at most.
MOST_COLUMNS = 3
# Words that a name does not end with.
UNFINISHED = (" of", " and", " for", " the", " i", " &", " w", " z")

# Where the holder is from, behind its name: "Klaster X z Gdyni".
SEAT = re.compile(
    r"\s+(?:z|ze|w|we|from|in|based in|z siedzibą w)\s+(?P<place>[^\W\d_a-z][\w-]*(?: [^\W\d_a-z][\w-]*)?)$"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """The name that an entry begins with, its place in the entry, another name of it, "" if none, and what
    follows; whether a flag or a mark stands by it, and whether it says by a word that it is a cluster."""

    name: str
    span: Span
    other: str
    rest: str
    marked: bool
    by_word: bool

    @property
    def is_name(self) -> bool:
        """Whether its words with capitals may name a cluster, and are no body's of a legal kind."""
        said = self.name.split()
        before = listed("bodies_before") | listed("bodies_listed") | listed("body_nouns")
        if (
            fold(said[0]) in before
            or fold(said[-1]) in listed("bodies_after")
            or COMPANY_END.search(self.name)
        ):
            return False
        headed = len(said) > 2 and self.name[0].isupper() and CLUSTER.fullmatch(said[-1].lower()) is not None
        capitals = all(word[0].isupper() or len(word) <= LONGEST_JOINT for word in said)
        return headed or (capitals and is_distinct(self.name) and may_be_a_name(self.name))


def entry_in(text: str) -> Entry | None:
    """The entry that a line of a list is; None for a sentence, a label and what names nobody."""
    start, body, marked = _opened(text)
    if described := DESCRIBED.match(body):
        body = described["head"]
    if not body or len(body) > LONGEST_ENTRY or _is_other(body):
        return None
    mention = next((one for one in names_in(body) if not one.generic), None)
    ends = [found.start() for found in (MARKS.search(body), AFTER_NAME.search(body)) if found]
    times = [period.span.start for period in periods(body)]
    end = min([*ends, *times, len(body)])
    acronym = ACRONYM.match(body, end)
    if (
        mention is not None
        and mention.span.start > end
        and body[end : mention.span.start].strip() in {"-", "–", "—"}
    ):
        # "TREC – Transylvania Energy Cluster" is called by the fuller name.
        return _entry(start, body, mention.span, body[:end].strip(), marked=marked, by_word=True)
    by_word = mention is not None and mention.span.start <= 1
    if (
        by_word
        and mention is not None
        and mention.span.end < end
        and body[mention.span.end : end].strip(' ”"')
    ):
        by_word = mention.span.end > end // 2
    return _entry(
        start, body, Span(0, end), acronym["other"] if acronym else "", marked=marked, by_word=by_word
    )


def entries_along(text: str) -> tuple[Entry, ...]:
    """The entries that a line is which names several clusters in one breath and says nothing else:
    "Klaster X, Klaster Y oraz Dolina Z."; none of any other line."""
    names = [one.span for one in names_in(text) if not one.generic]
    if not names or len(text) > LONGEST_ALONG:
        return ()
    cuts = [
        cut for cut in PARTS_NAMES.finditer(text) if not any(n.start < cut.start() < n.end for n in names)
    ]
    ends = (*(cut.start() for cut in cuts), len(text.rstrip(" .;")))
    found = []
    for start, end in zip((0, *(cut.end() for cut in cuts)), ends, strict=True):
        entry = entry_in(text[start:end])
        if entry is None or not (entry.by_word or entry.is_name):
            return ()
        found.append(replace(entry, span=Span(start + entry.span.start, start + entry.span.end)))
    return tuple(found) if len(found) > 1 else ()


def rows_of(text: str) -> Iterator[tuple[int, str]]:
    """The rows of a table whose columns are lost, each with the place where it begins: each ends with a date,
    and several may stand in one line."""
    start = 0
    for period in periods(text):
        if period.relation in {"on", "during", "until"} and text[start : period.span.start].strip():
            lead = len(text[start:]) - len(text[start:].lstrip(" ,;|–—-"))
            yield start + lead, text[start + lead : period.span.end]
            start = period.span.end


def row_in(text: str, tails: Counter[str]) -> Entry | None:
    """The entry that a row is whose columns are lost, with the date that it ends with: its name without a
    grade, a country and the words for a field, or those that end other rows too (`tails`)."""
    start, body, marked = _opened(text)
    if last_date(body) is None or has_verb(OF_LABEL.sub(" ", body)):
        return None
    name = _undated(body)
    for _ in range(MOST_COLUMNS):
        name = _without_tail(name, tails)
    return _entry(start, body, Span(0, len(name)), "", marked=marked, by_word=True)


def tails_of(texts: Sequence[str]) -> Counter[str]:
    """How many of some rows end with the same words before their dates."""
    rows = (row for text in texts for _, row in rows_of(text))
    return Counter(tail for row in rows for tail in _tails(_undated(row)))


def last_date(text: str) -> Span | None:
    """The time that a text ends with."""
    found = periods(text)
    return found[-1].span if found and not text[found[-1].span.end :].strip(" .,;)r") else None


def _opened(text: str) -> tuple[int, str, bool]:
    """Where an entry begins behind its number and its marks, the entry, and whether it has such a mark."""
    mark = MARKS.match(text)
    start = mark.end() if mark else 0
    numbered = NUMBERING.match(text[start:])
    start += numbered.end() if numbered else 0
    body = text[start:].rstrip()
    return start, body, mark is not None or MARKS.search(body) is not None


def _is_other(body: str) -> bool:
    """Whether a line is a sentence, introduces something, or labels a fact that is of no status."""
    if has_verb(OF_LABEL.sub(" ", body)) or body.endswith((":", "?", "!")):
        return True
    label = SIGN.match(body)
    if label is not None and not periods(body[label.end() :]) and not tier_alone(body[label.end() :]):
        return True
    bare = re.sub(r"\([^()]*\)", "", body)  # The last item of a sentence has its full stop.
    if body.endswith(".") and len(bare.split()) > LONGEST_NAME and not periods(body):
        return True
    opening = AFTER_NAME.search(body)
    end = opening.start() if opening else len(body)
    kinds = {one.kind for one in labelled(Line(body, Span(0, len(body)), 0)) if body.find(one.label) < end}
    return not kinds <= {"status", "until", "since", "round", "name"}


def _entry(start: int, body: str, span: Span, other: str, *, marked: bool, by_word: bool) -> Entry | None:
    name = body[span.start : span.end].strip(' ,;–—-„”"“')
    if name.endswith(".") and "." not in name.split()[-1][:-1]:
        name = name[:-1]
    if (seat := SEAT.search(name)) is not None and places_in(f"w {seat['place']}", lenient=True):
        name = name[: seat.start()]
    if not name or len(name.split()) > LONGEST_NAME + 2 or people_in(name):
        return None
    at = body.find(name, span.start)
    where = Span(start + at, start + at + len(name))
    return Entry(name, where, other, body[at + len(name) :], marked, by_word)


def _undated(text: str) -> str:
    dated = last_date(text)
    return text[: dated.start].rstrip(" ,;–—-|") if dated else ""


def _tails(text: str) -> Iterator[str]:
    said = text.split()
    return (" ".join(said[-n:]) for n in range(1, min(len(said), MOST_TAIL + 1)))


def _without_tail(text: str, others: Counter[str]) -> str:
    """A text without what other rows end with too, or the field or the country it ends with."""
    said = text.split()
    for n in range(min(len(said) - 1, MOST_TAIL), 0, -1):
        tail, head = " ".join(said[-n:]), " ".join(said[:-n])
        if not tail[0].isupper() or head.lower().endswith(UNFINISHED) or CLUSTER.search(tail.lower()):
            continue
        if others[tail] > 1 or _is_field(tail):
            return head
    return text


def _is_field(text: str) -> bool:
    """Whether words are a trade of several words, a country or a grade, and nothing else."""
    if " " not in text and tier_alone(text):
        return True
    sectors = sectors_in(text, named=True) or sectors_in(text)
    several = len(text.split()) > 1 and bool(sectors)
    if several and sectors[0].span.start <= SLACK and len(text) - sectors[-1].span.end <= len(" industries"):
        return True
    places = places_in(f"in {text}")
    lead = len("in ")
    return any(
        one.kind == "country" and one.span.start <= lead and one.span.end == len(text) + lead
        for one in places
    )
