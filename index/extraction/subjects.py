"""The clusters that one document speaks of, and which of them each line is about."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from documents.model import Document, Span
from index import words
from index.extraction.labelled import labelled
from index.extraction.lines import Above, Line
from index.extraction.model import Name, Subject
from index.extraction.name_words import is_another_thing, listed, speaks_of_a_cluster
from index.extraction.naming import Mention, names_in, spoken
from index.extraction.other_names import names_of_networks, quoted_in
from index.extraction.structure import named_by_structure
from index.register.names import initials

Key = frozenset[str]
# "In Slovak it is called …", "known at home as …".
CALLED = re.compile(
    r"(?:\bcalled|\bknown (?:\w+ ){0,3}as|\bnazyw\w+ (?:się|sie|go|ją)?|\bzwan\w+|\bpod nazwą|"
    r"\bunder the name(?: of)?)\s+(?:the\s+)?[„\"“]?$",
    re.IGNORECASE,
)
STROKE = re.compile(r"[”\"]?\s*[–—/-]\s*[„\"“]?")
# "At present, BIM Cluster functions as …": what may stand before the name, and after it.
OPENS_WITH_NAME = re.compile(r"^(?:[^\W\d_]+(?: [^\W\d_]+){0,2}, )?(?:The |the )?")
IS = re.compile(
    r"[”\"]?\s*(?:\([^()]{2,90}\)\s*)?(?:is|was|functions|to|jest|działa|zrzesza|skupia|został|powstał)\b"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line names a subject."""

    subject: int
    span: Span


def key_of(name: str) -> Key:
    """What tells names apart: their words' lemmas, without the word "klaster", connectors and articles."""
    tokens = (token for token in words.tokenize(name) if token)
    skipped = listed("cluster") | listed("connectors") | listed("empty")
    return frozenset(words.lemma(token) for token in tokens if words.fold(token) not in skipped)


@dataclass
class _Cast:
    """The subjects while they are gathered."""

    names: list[list[Name]] = field(default_factory=list)
    first: list[tuple[int, Span]] = field(default_factory=list)
    by_key: dict[Key, int] = field(default_factory=dict)
    sure: set[int] = field(default_factory=set)
    links: list[tuple[int, int]] = field(default_factory=list)

    def add(
        self,
        name: str,
        span: Span,
        passage: int,
        *,
        of: int | None = None,
        kind: str = "full",
        sure: bool = True,
    ) -> int | None:
        """The subject that a name stands for from now on; None for a name that says nothing."""
        key = key_of(name)
        if not key or len(name) < 2 or is_another_thing(name):
            return of
        held = self.by_key.get(key)
        subject = of if of is not None else held
        if subject is None:
            subject = len(self.names)
            self.names.append([])
            self.first.append((passage, span))
        if sure:
            self.sure.add(subject)
        if held is None:
            self.by_key[key] = subject
        elif held != subject:
            self.links.append((held, subject))
        if all(name != one.text for one in self.names[subject]) and self.by_key[key] == subject:
            self.names[subject].append(Name(name, span, kind))
        return subject


class Cast:
    """The clusters of a document, found where they are named."""

    def __init__(self, document: Document, lines: Sequence[Line]) -> None:
        cast = _Cast()
        for text, span, passage in _texts(document, lines):
            _gather(cast, text, span, passage)
        for one in named_by_structure(document, lines):
            subject = cast.add(spoken(one.name), one.span, one.passage, kind=one.kind, sure=one.sure)
            if subject is not None and one.other:
                other = spoken(one.other)
                cast.add(other, one.span, one.passage, of=subject, kind="translation", sure=one.sure)
        _link_sections(cast, lines)
        _take_aliases(cast, lines, document.title)
        joined = _joined(cast)
        self.subjects = tuple(
            Subject(
                tuple(_ordered([n for old in group for n in cast.names[old]])),
                *cast.first[group[0]],
                any(old in cast.sure for old in group),
            )
            for group in joined
        )
        self._sequences = _sequences(self.subjects)
        self._sizes = _sizes(self._sequences)
        self._places: dict[str, tuple[Place, ...]] = {}
        named = tuple(dict.fromkeys(place.subject for place in self.named(document.title)))
        sure = tuple(one for one in named if self.subjects[one].sure)
        any_sure = any(subject.sure for subject in self.subjects)
        self.title = sure if any_sure else named

    def named(self, text: str) -> tuple[Place, ...]:
        """Where a text names subjects, in order, the longest name at each place."""
        if text not in self._places:
            self._places[text] = tuple(self._find(text))
        return self._places[text]

    def _find(self, text: str) -> Iterator[Place]:
        tokens = list(words.TOKEN.finditer(text))
        lemmas = tuple(words.lemma(token.group()) for token in tokens)
        capitals = [token.group()[0].isupper() or token.group()[0].isdigit() for token in tokens]
        at = 0
        while at < len(lemmas):
            fitting = (n for n in self._sizes.get(lemmas[at], ()) if at + n <= len(lemmas))
            known = (
                n for n in fitting if lemmas[at : at + n] in self._sequences and any(capitals[at : at + n])
            )
            size = next(known, 0)
            if size:
                subject = self._sequences[lemmas[at : at + size]]
                yield Place(subject, Span(tokens[at].start(), tokens[at + size - 1].end()))
            at += size or 1

    @property
    def main(self) -> int | None:
        """The subject of the whole document: the one its title names, or the only one it has."""
        if len(self.title) == 1:
            return self.title[0]
        sure = [at for at, subject in enumerate(self.subjects) if subject.sure]
        only = sure or list(range(len(self.subjects)))
        return only[0] if len(only) == 1 and not self.title else None

    def above(self, above: Iterable[Above]) -> tuple[int, Above] | None:
        """The subject that the nearest of the lines above names, if that names one alone; one that is sure to
        be a cluster before others."""
        for line in above:
            named = {place.subject for place in self.named(line.text)}
            sure = {subject for subject in named if self.subjects[subject].sure}
            if len(sure or named) == 1:
                return (sure or named).pop(), line
            if named:
                return None
        return None


def _texts(document: Document, lines: Sequence[Line]) -> Iterator[tuple[str, Span, int]]:
    """Every text of a document that may name a cluster, with its span and passage; headings once."""
    seen: set[Span] = set()
    for line in lines:
        for above in (*reversed(line.headings), *reversed(line.leads)):
            if above.span not in seen:
                seen.add(above.span)
                yield above.text, above.span, line.passage
        if line.span not in seen:
            seen.add(line.span)
            yield line.text, line.span, line.passage


def _link_sections(cast: _Cast, lines: Sequence[Line]) -> None:
    """Join the cluster that a heading names with the one its section speaks of by another name: "BIM Cluster
    is …" under a heading of the full name, and nowhere else."""
    heads = {above.span: _first_key(above.text) for line in lines for above in line.headings[:1]}
    sections: dict[Key, set[Span | None]] = defaultdict(set)
    named: dict[Span | None, set[Key]] = defaultdict(set)
    begins: list[tuple[Span, Key, Mention, bool]] = []
    for line in lines:
        head = line.headings[0].span if line.headings else None
        mentions = [mention for mention in names_in(line.text) if not mention.generic]
        for mention in mentions:
            sections[key_of(mention.name)].add(head)
            named[head].add(key_of(mention.name))
        own = heads.get(head) if head else None
        if head and own and mentions and _is_called(line.text, mentions[0].span):
            said = CALLED.search(line.text[: mentions[0].span.start]) is not None
            begins.append((head, own, mentions[0], said))
    headed = {key for key in heads.values() if key}
    for head, own, mention, said in begins:
        other = key_of(mention.name)
        if other in headed or len(sections[other]) != 1 or not {own, other} <= cast.by_key.keys():
            continue
        if said or own & other or (named[head] == {other} and _is_shorter(cast, own, mention.name)):
            cast.links.append((cast.by_key[own], cast.by_key[other]))


def _is_shorter(cast: _Cast, own: Key, name: str) -> bool:
    """Whether a name may be another spelling of the heading's: an acronym stands in it, or it is in another
    language, and no fuller name of its own stands with it."""
    subject, heading = cast.by_key[key_of(name)], cast.names[cast.by_key[own]]
    if any(key_of(one.text) != key_of(name) for one in cast.names[subject] if one.kind == "full"):
        return False
    acronym = any(token.isupper() and len(token) > 1 for token in words.tokenize(name))
    return acronym or any(_head_word(one.text) != _head_word(name) for one in heading)


def _head_word(name: str) -> str:
    """How a name spells "klaster", which tells its language; "" if it does not."""
    return next((one for one in map(words.fold, words.tokenize(name)) if one in listed("cluster")), "")[:2]


def _take_aliases(cast: _Cast, lines: Sequence[Line], title: str) -> None:
    """Give a card's cluster the other name that a line of the card tells: "Nazwa angielska: …"."""
    last: tuple[int, tuple[Above, ...]] | None = None
    whole = cast.by_key.get(key_of(spoken(title)))
    for line in lines:
        keys = [cast.by_key.get(key_of(m.name)) for m in names_in(line.text) if not m.generic]
        known = [one for one in labelled(line) if one.kind == "alias"]
        if line.cells or not known:
            starts = [key for key in keys if key is not None]
            head = _first_key(line.headings[0].text) if line.headings else None
            if starts:
                last = (starts[0], line.headings)
            elif head is not None and head in cast.by_key and (last is None or last[1] != line.headings):
                last = (cast.by_key[head], line.headings)
            continue
        of = last[0] if last is not None and last[1] == line.headings else whole
        if of is not None:
            for one in known:
                name = one.text.strip(' „”".;,')
                where = Span(line.span.start + one.start, line.span.start + one.start + len(one.text))
                kind = "acronym" if name.isupper() and " " not in name else "translation"
                cast.add(spoken(name), where, line.passage, of=of, kind=kind)


def _is_called(text: str, span: Span) -> bool:
    """Whether a sentence begins with a name and says what its cluster is or does, or says that it is so
    called."""
    opened = OPENS_WITH_NAME.match(text)
    begins = opened is not None and opened.end() >= span.start and IS.match(text, span.end) is not None
    return begins or CALLED.search(text[: span.start]) is not None


def _first_key(text: str) -> Key | None:
    mention = next((m for m in names_in(text) if not m.generic), None)
    return key_of(mention.name) if mention is not None else None


def _gather(cast: _Cast, text: str, span: Span, passage: int) -> None:
    mentions = [mention for mention in names_in(text) if not mention.generic]
    for mention in mentions:
        place = Span(span.start + mention.span.start, span.start + mention.span.end)
        # In a headline in capitals it is not seen how the name is spelled.
        kind = "short" if text.isupper() else "full"
        subject = cast.add(mention.name, place, passage, kind=kind)
        if subject is None:
            continue
        for part in quoted_in(text[mention.span.start : mention.span.end + 1]):
            start = mention.span.start + part.start
            where = Span(span.start + start, span.start + mention.span.start + part.end)
            cast.add(
                spoken(text[start : mention.span.start + part.end]), where, passage, of=subject, kind="short"
            )
        for other in names_of_networks(text, mention.span.end):
            alias = spoken(text[other.start : other.end])
            kind = "acronym" if alias.isupper() and " " not in alias else "translation"
            where = Span(span.start + other.start, span.start + other.end)
            cast.add(alias, where, passage, of=subject, kind=kind)
    for first, second in pairwise(mentions):
        keys = cast.by_key.get(key_of(first.name)), cast.by_key.get(key_of(second.name))
        if keys[0] is not None and keys[1] is not None and _are_one_in_two_languages(text, first, second):
            cast.links.append((keys[0], keys[1]))


def _are_one_in_two_languages(text: str, one: Mention, other: Mention) -> bool:
    """Whether a stroke stands between a Polish and an English name, and nothing else beside them:
    "Klaster Morski – Maritime Cluster"."""
    between, before = text[one.span.end : other.span.start], text[: one.span.start].strip(' „"“*#')
    alone = (not before or before.endswith(":")) and not re.search(r"\w", text[other.span.end :])
    return bool(STROKE.fullmatch(between)) and alone and _head_word(one.name) != _head_word(other.name)


def _joined(cast: _Cast) -> list[list[int]]:
    """Groups of gathered subjects that are one cluster: a name within exactly one fuller name, its initials,
    or names that the document gives for one another."""
    keys: list[set[Key]] = [set() for _ in cast.names]
    by_token: dict[str, set[int]] = defaultdict(set)
    for key, subject in cast.by_key.items():
        keys[subject].add(key)
        for token in key:
            by_token[token].add(subject)
    spelled: dict[str, set[int]] = defaultdict(set)
    for at, names in enumerate(cast.names):
        for acronym in {one for name in names for one in initials(name.text)}:
            spelled[acronym].add(at)
    short_forms: list[tuple[int, int]] = []
    for at, names in enumerate(cast.names):
        sharing = {other for key in keys[at] for token in key for other in by_token[token]} - {at}
        fuller = {other for other in sharing if _within(keys[at], keys[other])}
        for acronym in _abbreviations(names):
            fuller |= spelled.get(words.fold(acronym).upper(), set()) - {at}
        if len(fuller) == 1:
            short_forms.append((at, fuller.pop()))
    parents = _united([*short_forms, *cast.links], len(cast.names))
    joined: dict[int, list[int]] = defaultdict(list)
    for at, parent in enumerate(parents):
        joined[parent].append(at)
    return [
        sorted(group, key=lambda at: (cast.first[at][1].start, at)) for _, group in sorted(joined.items())
    ]


def _united(pairs: Iterable[tuple[int, int]], count: int) -> list[int]:
    """For each of so many, the same number as for all that pairs join it to."""
    parent = list(range(count))

    def root(at: int) -> int:
        """The first of those that one is joined to."""
        while parent[at] != at:
            at = parent[at]
        return at

    for one, other in pairs:
        parent[max(root(one), root(other))] = min(root(one), root(other))
    return [root(at) for at in range(count)]


def _within(short: Iterable[Key], full: Iterable[Key]) -> bool:
    return any(one < other for one in short for other in full) and not any(
        not one <= other and one & other for one in short for other in full
    )


def _abbreviations(names: Sequence[Name]) -> frozenset[str]:
    """The names that are an acronym and nothing more."""
    letters = (
        token for name in names for token in words.tokenize(name.text) if token.isupper() and len(token) > 2
    )
    keys = {key_of(name.text) for name in names}
    return frozenset(token for token in letters if frozenset({words.lemma(token)}) in keys)


def _ordered(names: Sequence[Name]) -> list[Name]:
    """The fullest name first: one that says that it is a cluster, then the longest."""
    kept: dict[str, Name] = {}
    for name in names:
        kept.setdefault(words.fold(name.text), name)
    return sorted(
        kept.values(), key=lambda n: (n.kind != "full", not speaks_of_a_cluster(n.text), -len(n.text))
    )


def _sequences(subjects: Sequence[Subject]) -> dict[tuple[str, ...], int]:
    """The names as lemmas in their order, with and without the word "klaster", and whose they are: of several
    subjects of one name the first."""
    found: dict[tuple[str, ...], int] = {}
    for at, subject in enumerate(subjects):
        for name in subject.names:
            tokens = words.tokenize(name.text)
            whole = tuple(map(words.lemma, tokens))
            bare = tuple(words.lemma(t) for t in tokens if words.fold(t) not in listed("cluster"))
            if whole:
                found.setdefault(whole, at)
            if bare and bare != whole and _stands_alone(name.text):
                found.setdefault(bare, at)
    return found


def _sizes(sequences: Iterable[tuple[str, ...]]) -> dict[str, list[int]]:
    """How many words the names have that begin with a lemma, the most first."""
    found: dict[str, set[int]] = defaultdict(set)
    for sequence in sequences:
        found[sequence[0]].add(len(sequence))
    return {first: sorted(sizes, reverse=True) for first, sizes in found.items()}


def _stands_alone(name: str) -> bool:
    """Whether a name without the word "klaster" still names: "Minatech" does, "Lotniczy" does not."""
    rest = [t for t in words.tokenize(name) if words.fold(t) not in listed("cluster") | listed("connectors")]
    if len(rest) > 1:
        return not all(any(r.part == "adj" for r in words.readings(t.lower())) for t in rest)
    return bool(rest) and (not words.is_known(rest[0].lower()) or (rest[0].isupper() and len(rest[0]) > 1))
