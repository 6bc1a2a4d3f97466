"""Which of the names that a document has are one cluster's: short forms and the fuller ones they are of."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from documents.model import Span
from index import words
from index.extraction.lines import Line
from index.extraction.linking import Gathered, Key, key_of
from index.extraction.model import Name
from index.register.names import initials

# Whether two subjects are two clusters for sure.
Apart = Callable[[int, int], bool]


def joined(cast: Gathered, lines: Sequence[Line]) -> list[list[int]]:
    """Groups of gathered subjects that are one cluster: a name within exactly one fuller name, its initials,
    or names that the document gives for one another; none that open two items of one list."""
    return _joined(cast, _entries_apart(cast, lines))


def _entries_apart(cast: Gathered, lines: Sequence[Line]) -> Apart:
    """Whether two subjects open two items of one list, or two rows of one table: who lists both means two,
    whatever their names share."""
    starts = sorted((one.span.start, at) for at, names in enumerate(cast.names) for one in names)
    entries: dict[int, dict[Span, set[int]]] = defaultdict(dict)
    for number, line in enumerate(lines):
        first = bisect_left(starts, (line.span.start, -1))
        begun = starts[first][0] if first < len(starts) else line.span.end
        if not line.leads or begun >= line.span.end:
            continue
        for start, at in starts[first:]:
            if start != begun:
                break
            entries[at].setdefault(line.leads[0].span, set()).add(number)

    def apart(one: int, other: int) -> bool:
        own, others = entries.get(one, {}), entries.get(other, {})
        return any(own[lead].isdisjoint(others[lead]) for lead in own.keys() & others.keys())

    return apart


def _joined(cast: Gathered, apart: Apart) -> list[list[int]]:
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
        found = fuller.pop() if len(fuller) == 1 else at
        if found != at and not apart(at, found):
            short_forms.append((at, found))
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
