"""The clusters of one document while their names are gathered, and which of these its sections and cards make
one cluster's."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from documents.model import Span
from index import words
from index.extraction.labelled import Labelled, labelled
from index.extraction.labels import is_label
from index.extraction.lines import Above, Line
from index.extraction.model import Name
from index.extraction.name_words import is_another_thing, listed
from index.extraction.naming import Mention, names_in, spoken
from index.extraction.other_names import capital_run
from index.register.likeness import are_apart
from index.register.names import read_name
from index.register.translation import concepts

Key = frozenset[str]
# "In Slovak it is called …", "known at home as …".
CALLED = re.compile(
    r"(?:\bcalled|\bknown (?:\w+ ){0,3}as|\bnazyw\w+ (?:się|sie|go|ją)?|\bzwan\w+|\bpod nazwą|"
    r"\bunder the name(?: of)?)\s+(?:the\s+)?[„\"“]?$",
    re.IGNORECASE,
)
# "The association may use the English name: X", "posługuje się skrótem X".
MAY_USE = re.compile(
    r"\b(?:używać|używa|posługiwać się|posługuje się|may (?:also )?use|uses|goes by)\s+(?:\w+\s+){0,2}?"
    r"(?:nazw(?:y|ą|ę)|skrót(?:u|em)|akronim(?:u|em)|name|acronym|abbreviation)(?:\s+(?!the\b)[a-ząćęłńóśźż]+){0,3}"
    r"\s*[:–-]?\s*(?:[Tt]he\s+)?[„\"“]?(?=[^\W\d_a-ząćęłńóśźż])"
)
# A text that names more clusters than one and its other name may mean any of them.
MOST_WITH_OTHER_NAMES = 3
# "At present, BIM Cluster functions as …": what may stand before the name, and after it.
OPENS_WITH_NAME = re.compile(r"^(?:[^\W\d_]+(?: [^\W\d_]+){0,2}, )?(?:The |the )?")
IS = re.compile(
    r"[”\"]?\s*(?:\([^()]{2,90}\)\s*)?(?:is|was|functions|began|started|unites|operates|consists|brings|to|jest|działa|zrzesza|skupia|"
    r"został|powstał|rozpoczął)\b"
)


def key_of(name: str) -> Key:
    """What tells names apart: their words' lemmas, without the word "klaster", connectors and articles."""
    tokens = (token for token in words.tokenize(name) if token)
    skipped = listed("cluster") | listed("cluster_abroad") | listed("connectors") | listed("empty")
    return frozenset(words.lemma(token) for token in tokens if words.fold(token) not in skipped)


@dataclass
class Gathered:
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
        if (
            not key
            or len(name) < 2
            or not any(map(str.isalpha, name))
            or is_another_thing(name)
            or is_label(name)
        ):
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

    def held(self, name: str) -> int | None:
        """The subject that has a name."""
        return self.by_key.get(key_of(name))


def link_sections(cast: Gathered, lines: Sequence[Line]) -> None:
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
        if (
            said
            or (own & other and not _apart(cast, own, mention.name))
            or _say_the_same(cast, own, mention.name)
            or (named[head] == {other} and _is_shorter(cast, own, mention.name))
        ):
            cast.links.append((cast.by_key[own], cast.by_key[other]))


def _apart(cast: Gathered, own: Key, name: str) -> bool:
    """Whether a name is such as another cluster than the heading's has: "Śląski Klaster Lotniczy" and "Śląski
    Klaster NANO"."""
    read = read_name(name)
    return any(are_apart(read_name(one.text), read) for one in cast.names[cast.by_key[own]])


def _say_the_same(cast: Gathered, own: Key, name: str) -> bool:
    """Whether a name says in other words what the heading's does: "Metalworking", "Metal Processing"."""
    said = _concepts(name)
    return bool(said) and any(_concepts(one.text) == said for one in cast.names[cast.by_key[own]])


def _concepts(name: str) -> tuple[str, ...]:
    return concepts(read_name(name).said)


def _is_shorter(cast: Gathered, own: Key, name: str) -> bool:
    """Whether a name may be another spelling of the heading's: an acronym stands in it, or it is in another
    language, and no fuller name of its own stands with it."""
    subject, heading = cast.by_key[key_of(name)], cast.names[cast.by_key[own]]
    if any(key_of(one.text) != key_of(name) for one in cast.names[subject] if one.kind == "full"):
        return False
    acronym = any(token.isupper() and len(token) > 1 for token in words.tokenize(name))
    return acronym or any(head_word(one.text) != head_word(name) for one in heading)


def head_word(name: str) -> str:
    """How a name spells "klaster", which tells its language; "" if it does not."""
    return next((one for one in map(words.fold, words.tokenize(name)) if one in listed("cluster")), "")[:2]


def take_aliases(cast: Gathered, lines: Sequence[Line], title: str) -> None:
    """Give a card's cluster the other name that a line of the card tells: "Nazwa angielska: …"."""
    _take_stated(cast, lines)
    last: tuple[int, tuple[Above, ...]] | None = None
    whole = cast.by_key.get(key_of(spoken(title)))
    for line in lines:
        known = [one for one in labelled(line) if one.kind == "alias" and _opens(line, one)]
        if line.cells or not known:
            keys = (cast.by_key.get(key_of(m.name)) for m in names_in(line.text) if not m.generic)
            own = next((key for key in keys if key is not None), None)
            if own is not None:
                last = (own, line.headings)
            continue
        if last is not None and last[1] == line.headings:
            of: int | None = last[0]
        else:
            of = _of_heading(cast, line.headings[0].text) if line.headings else whole
        if of is not None:
            for one in known:
                name = one.text.strip(' „”".;,')
                where = Span(line.span.start + one.start, line.span.start + one.start + len(one.text))
                kind = "acronym" if name.isupper() and " " not in name else "translation"
                cast.add(spoken(name), where, line.passage, of=of, kind=kind)


def _take_stated(cast: Gathered, lines: Sequence[Line]) -> None:
    """Give the only cluster of a document the other name that a sentence says it may use."""
    for line in lines:
        said = MAY_USE.search(line.text)
        run = capital_run(line.text, said.end()) if said is not None else None
        if run is None or len(cast.sure) > MOST_WITH_OTHER_NAMES:
            continue
        mention = next((m for m in names_in(line.text) if m.span.start <= run.start < m.span.end), None)
        name = spoken(line.text[run.start : run.end]) if mention is None else mention.name
        of = min(cast.sure - {cast.held(name)}, key=lambda one: cast.first[one][1].start, default=None)
        if of is not None:
            where = Span(line.span.start + run.start, line.span.start + run.end)
            cast.add(name, where, line.passage, of=of, kind="translation")


def _is_called(text: str, span: Span) -> bool:
    """Whether a sentence begins with a name and says what its cluster is or does, or says that it is so
    called."""
    opened = OPENS_WITH_NAME.match(text)
    begins = opened is not None and opened.end() >= span.start and IS.match(text, span.end) is not None
    return begins or CALLED.search(text[: span.start]) is not None


def _opens(line: Line, one: Labelled) -> bool:
    """Whether a label begins a line, or what is parted in it: behind a name it tells of that."""
    before = line.text[: line.text.rfind(one.label, 0, one.start)].rstrip(" (")
    return not before or before[-1] in ";|•·"


def _of_heading(cast: Gathered, text: str) -> int | None:
    """The subject that a heading names, or is the name of."""
    first = _first_key(text)
    return cast.by_key.get(first if first is not None else key_of(spoken(text)))


def _first_key(text: str) -> Key | None:
    mention = next((m for m in names_in(text) if not m.generic), None)
    return key_of(mention.name) if mention is not None else None
