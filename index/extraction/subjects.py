"""The clusters that one document speaks of, and which of them each line is about."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from documents.model import Document, Span
from index import words
from index.extraction.beside_names import (
    COINED_BEFORE,
    are_one_in_two_languages,
    cell_of,
    is_coined,
    names_above,
    short_beside,
)
from index.extraction.entries import Named
from index.extraction.footnotes import noted
from index.extraction.given import tells
from index.extraction.heads import block_of, heads_of_entries
from index.extraction.holder_lists import Holder, holders_listed
from index.extraction.introduced import before_the_cluster
from index.extraction.joining import joined
from index.extraction.labels import labels_in
from index.extraction.lent import Lent, lend
from index.extraction.lines import Above, Line
from index.extraction.linking import Gathered, key_of, link_sections, take_aliases
from index.extraction.model import Name, Subject
from index.extraction.name_words import CLOSING, OPENING, listed, speaks_of_a_cluster
from index.extraction.naming import names_in, spoken
from index.extraction.other_names import is_network, names_of_networks, opening_network, quoted_in
from index.extraction.own_names import TOP, hosts_of, is_host, own_name, short_names
from index.extraction.proper_names import english_title_of, is_title, title_of
from index.extraction.structure import named_by_structure
from index.inflection import is_english

# What only a cluster does of those that a title names.
TAKES_MEMBERS = re.compile(
    r"[”\"]?\s+(?:zrzesza|skupia|liczy|gromadzi|jednoczy|unites|has \d+|brings together)\b"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line names a subject."""

    subject: int
    span: Span


class Cast:
    """The clusters of a document, found where they are named."""

    def __init__(self, document: Document, lines: Sequence[Line], given: Mapping[str, str]) -> None:
        """`given` are the proper names by which other documents know clusters, each with a full one."""
        self.holders = holders_listed(document, lines)
        heads = heads_of_entries(document, lines)
        introduced = dict(before_the_cluster(document, lines))
        cast = _gathered(document, lines, self.holders, heads.values(), introduced.values())
        hosts = hosts_of(document)
        lent = lend(cast, list(_texts(lines, {})), given, hosts) if given else Lent()
        groups = joined(cast, lines)
        self.subjects = tuple(
            Subject(
                tuple(_ordered([n for old in group for n in cast.names[old]])),
                *cast.first[group[0]],
                any(old in cast.sure for old in group),
            )
            for group in groups
        )
        of = {old: at for at, group in enumerate(groups) for old in group}
        # Those that only other documents say to be clusters, and the names that they have there.
        self.aided = frozenset(
            of[one] for one in lent.subjects if not cast.sure.intersection(groups[of[one]]) - lent.subjects
        )
        self.lent = lent.fuller
        self._given = lent.given
        self._of_given = {name: of[one] for name in lent.given.names if (one := cast.held(name)) is not None}
        held = {n: cast.held(spoken(head.name)) for n, head in heads.items()}
        begun = {n: of[one] for n, one in held.items() if one is not None}
        # The subject of the entry that a line stands in, by the line's place.
        self.entries = {
            **{m: at for n, at in begun.items() for m in block_of(document, lines, n, begun)},
            **begun,
        }
        # The document tells of them as it does of clusters, whether it says so or not.
        taken_up = (cast.held(one.name) for one in introduced.values())
        self.presumed = frozenset({*begun.values(), *(of[one] for one in taken_up if one is not None)})
        own = [[name for name in one.names if name not in lent.short | lent.fuller] for one in self.subjects]
        self._sequences = _sequences(own)
        self._titles = _titles(own)
        small = (one for one in words.tokenize(document.text) if self._titles and one[0].islower())
        self._never_common = self._titles.keys() - {words.lemma(one) for one in small}
        self._english = document.language == "en"
        self._sizes = _sizes(self._sequences)
        self._places: dict[str, tuple[Place, ...]] = {}
        self.entries |= noted(document, lines, self._opening)
        self.title = self._of_title(document.title.strip())
        spelled = [
            n for n, one in enumerate(self.subjects) if any(is_host(name.text, hosts) for name in one.names)
        ]
        # The one cluster that the document's addresses have the name of.
        self.addressed = spelled[0] if len(spelled) == 1 else None

    def _opening(self, text: str) -> int | None:
        """The subject that a line names first."""
        named = self.named(text)
        return named[0].subject if named else None

    def _of_title(self, title: str) -> tuple[int, ...]:
        """The subjects that a title names: the sure ones, where there are any or it is no name as a whole."""
        places = self.named(title)
        named = tuple(dict.fromkeys(place.subject for place in places))
        sure = tuple(one for one in named if self.subjects[one].sure)
        any_sure = any(subject.sure for subject in self.subjects)
        whole = any(place.span == Span(0, len(title)) for place in places)
        return sure if sure or (any_sure and not whole) else named

    def named(self, text: str) -> tuple[Place, ...]:
        """Where a text names subjects, in order, the longest name at each place."""
        if text not in self._places:
            self._places[text] = tuple(self._find(text))
        return self._places[text]

    def _find(self, text: str) -> Iterator[Place]:
        tokens = list(words.TOKEN.finditer(text))
        lemmas = tuple(words.lemma(token.group()) for token in tokens)
        capitals = [token.group()[0].isupper() or token.group()[0].isdigit() for token in tokens]
        given = {one.span.start: one for one in self._given.met(text) if one.name in self._of_given}
        at = 0
        while at < len(lemmas):
            fitting = (n for n in self._sizes.get(lemmas[at], ()) if at + n <= len(lemmas))
            known = (
                n for n in fitting if lemmas[at : at + n] in self._sequences and any(capitals[at : at + n])
            )
            size = next(known, 0)
            # What may be a cluster's name with more around it is no more than that: "Since May Trzmiel".
            ends = tokens[at + size - 1].end() if size else 0
            if (
                size
                and any(tokens[at].start() < one < ends for one in given)
                and not self._is_own(lemmas[at : at + size])
            ):
                size = 0
            if size:
                subject = self._sequences[lemmas[at : at + size]]
                yield Place(subject, Span(tokens[at].start(), tokens[at + size - 1].end()))
            elif lemmas[at] in self._titles and capitals[at] and self._is_titled(text, tokens, at):
                yield Place(self._titles[lemmas[at]], Span(*tokens[at].span()))
            elif (one := given.get(tokens[at].start())) is not None:
                yield Place(self._of_given[one.name], one.span)
                size = len(words.tokenize(one.name))
            at += size or 1

    def _is_own(self, lemmas: tuple[str, ...]) -> bool:
        """Whether a name is of what the document itself says to be a cluster."""
        subject = self._sequences[lemmas]
        return self.subjects[subject].sure and subject not in self.aided

    def _is_titled(self, text: str, tokens: Sequence[re.Match[str]], at: int) -> bool:
        """Whether a word that is a title, and common otherwise, names there: quoted, a foreign word in an
        English text, or with a capital that no sentence's beginning asks for and no name's goes before."""
        token, before = tokens[at], text[: tokens[at].start()].rstrip(" ")
        after = text[token.end() : token.end() + 2].lstrip(" ")
        if before.endswith(tuple(OPENING)) and after.startswith(tuple(CLOSING)):
            return not at or words.lemma(tokens[at - 1].group()) not in listed("quoted_things")
        if self._english and not is_english(token.group()):
            alone = (
                not at
                or not tokens[at - 1].group()[0].isupper()
                or not before.endswith(tokens[at - 1].group())
            )
            return alone and not after[:1].isupper()
        if not before or before[-1] in ".!?:–-|":
            said = TAKES_MEMBERS.match(text, token.end()) is not None
            return said or (
                words.lemma(token.group()) in self._never_common and tells(text, Span(*token.span()))
            )
        # "Tytuł Krajowego Klastra Kluczowego Krzemionka ma od maja."
        of_label = any(one.span.end == tokens[at - 1].end() for one in labels_in(text))
        apart = of_label or not tokens[at - 1].group()[0].isupper()
        return apart and not after[:1].isupper() and before[-1].isalnum()

    @property
    def main(self) -> int | None:
        """The subject of the whole document: the one its title names, or the only one it has."""
        if len(self.title) == 1:
            return self.title[0]
        sure = [at for at, subject in enumerate(self.subjects) if subject.sure]
        own = [at for at in sure if at not in self.aided]
        if len(sure) - len(own) == 1 and own:
            sure = own  # It is mentioned beside.
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


def _texts(lines: Sequence[Line], rows: Mapping[Span, Holder]) -> Iterator[tuple[str, Span, int]]:
    """Every text of a document that may name a cluster, with its span and passage; headings once, of rows
    whose columns are lost the name alone."""
    seen: set[Span] = set()
    for line in lines:
        for above in (*reversed(line.headings), *reversed(line.leads)):
            if above.span not in seen:
                seen.add(above.span)
                yield above.text, above.span, line.passage
        row = rows.get(line.span)
        if line.span not in seen:
            seen.add(line.span)
            yield (row.name, row.span, line.passage) if row else (line.text, line.span, line.passage)


def _add_named(cast: Gathered, one: Named) -> None:
    name = spoken(one.name, standing=one.standing)
    subject = cast.add(name, one.span, one.passage, kind=one.kind, sure=one.sure)
    if subject is not None and one.other:
        other = spoken(one.other)
        cast.add(other, one.span, one.passage, of=subject, kind="translation", sure=one.sure)


def _gathered(
    document: Document,
    lines: Sequence[Line],
    holders: Sequence[Holder],
    heads: Collection[Named],
    introduced: Iterable[Named],
) -> Gathered:
    """All names of clusters in the document: those that lines say, and those that stand where one stands."""
    cast = Gathered()
    for text, span, passage in _texts(lines, {lines[one.at].span: one for one in holders if one.row}):
        _gather(cast, text, span, passage)
    for one in named_by_structure(document, lines):
        _add_named(cast, one)
    for holder in holders:
        _add_named(
            cast, Named(holder.name, holder.span, lines[holder.at].passage, holder.other, standing=True)
        )
    for head in heads:
        cast.add(spoken(head.name), head.span, head.passage, kind=_kind_of(head), sure=head.sure)
    for one in introduced:
        cast.add(one.name, one.span, one.passage, sure=False)
    for above, name in names_above(document, lines):
        cast.add(
            spoken(above.name, standing=True), above.span, above.passage, of=cast.held(name), kind="short"
        )
    link_sections(cast, lines)
    take_aliases(cast, lines, document.title)
    _take_own_names(cast, document, lines, heads={cast.held(spoken(one.name)) for one in heads})
    return cast


def _gather(cast: Gathered, text: str, span: Span, passage: int) -> None:
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
        cell, at = cell_of(text, mention.span)
        begin, named = span.start + at.start, Span(mention.span.start - at.start, mention.span.end - at.start)
        coined = COINED_BEFORE.match(cell)
        if coined is not None and coined.end() == named.start and is_coined(coined.group(1)):
            where = Span(begin + coined.start(1), begin + coined.end(1))
            cast.add(spoken(coined.group(1), standing=True), where, passage, of=subject, kind="short")
        for short in short_beside(cell, named):
            where = Span(begin + short.start, begin + short.end)
            cast.add(cell[short.start : short.end], where, passage, of=subject, kind="acronym")
        for other in names_of_networks(text, mention.span.end):
            alias = spoken(text[other.start : other.end])
            kind = "acronym" if alias.isupper() and " " not in alias else "translation"
            where = Span(span.start + other.start, span.start + other.end)
            cast.add(alias, where, passage, of=subject, kind=kind)
    opening = opening_network(text)
    if opening is not None:  # Cluster or not: what is told of it is told of nobody else.
        place = Span(span.start + opening.start, span.start + opening.end)
        cast.add(spoken(text[opening.start : opening.end]), place, passage, sure=False)
    for first, second in pairwise(mentions):
        keys = cast.by_key.get(key_of(first.name)), cast.by_key.get(key_of(second.name))
        if keys[0] is not None and keys[1] is not None and are_one_in_two_languages(text, first, second):
            cast.links.append((keys[0], keys[1]))


def _take_own_names(
    cast: Gathered, document: Document, lines: Sequence[Line], *, heads: Collection[int | None]
) -> None:
    """Give a document's own cluster the names that the document has for itself: none of its entries."""
    own = own_name(document, lines) if not cast.sure else None
    if own is not None:
        subject = cast.add(own.name, own.span, own.passage)
        if own.other and subject is not None:
            cast.add(spoken(own.other), own.span, own.passage, of=subject, kind="translation")
    above = (text for line in lines[:TOP] for text in (*(one.text for one in line.headings), line.text))
    tops = (document.title, *above)
    named = [_sure_in(cast, text) for text in tops]
    of = next((found for found in named if found), cast.sure)
    at_top = any(named)
    for one in short_names(document, lines) if len(of) == 1 else ():
        if not at_top and is_network(one.name):
            cast.add(one.name, one.span, one.passage, sure=False)  # It is another than the one named below.
        elif (held := cast.held(one.name)) is None or held not in heads:
            cast.add(one.name, one.span, one.passage, of=min(of), kind=one.kind)


def _sure_in(cast: Gathered, text: str) -> set[int]:
    """The subjects that are surely clusters which a text names by the word."""
    held = (cast.held(mention.name) for mention in names_in(text) if not mention.generic)
    return {one for one in held if one is not None and one in cast.sure}


def _kind_of(head: Named) -> str:
    """The kind of the name of an entry: a common word alone is no full name."""
    return "full" if " " in head.name or head.sure else "short"


def _ordered(names: Sequence[Name]) -> list[Name]:
    """The fullest name first: one that says that it is a cluster, then the longest."""
    kept: dict[str, Name] = {}
    for name in names:
        kept.setdefault(words.fold(name.text), name)
    return sorted(
        kept.values(), key=lambda n: (n.kind != "full", not speaks_of_a_cluster(n.text), -len(n.text))
    )


def _sequences(named: Sequence[Sequence[Name]]) -> dict[tuple[str, ...], int]:
    """The names as lemmas in their order, with and without the word "klaster", and whose they are: of several
    subjects of one name the first."""
    found: dict[tuple[str, ...], int] = {}
    for at, names in enumerate(named):
        for name in names:
            tokens = words.tokenize(name.text)
            whole = tuple(map(words.lemma, tokens))
            bare = tuple(words.lemma(t) for t in tokens if words.fold(t) not in listed("cluster"))
            if whole:
                found.setdefault(whole, at)
            if bare and bare != whole and _stands_alone(name.text):
                found.setdefault(bare, at)
            title = title_of(name.text) or english_title_of(name.text)
            if len(title) > 1 or (title and not words.is_known(title[0].lower())):
                found.setdefault(tuple(map(words.lemma, title)), at)
    return found


def _titles(named: Sequence[Sequence[Name]]) -> dict[str, int]:
    """The common words that are titles, nouns in the nominative and no places, by their lemmas: "Klaster
    Kotwica" goes by "Kotwica" too."""
    found: dict[str, int] = {}
    for at, names in enumerate(named):
        for name in names:
            title = title_of(name.text) or english_title_of(name.text)
            if len(title) == 1 and speaks_of_a_cluster(name.text) and is_title(title[0]):
                found.setdefault(words.lemma(title[0]), at)
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
