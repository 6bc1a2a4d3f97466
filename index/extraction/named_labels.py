"""Labels that no table lists, told by how they are named: "Podlaski Znak Klastrowy", "tytuł Lidera Klastrów
Podlasia", "the Leading Cluster of the Coast title"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from documents.model import Span
from index import words
from index.extraction.known_labels import SPACE, WORD
from index.gazetteer import lexicon
from index.inflection import nominative
from index.taxonomy import places_in, sectors_in

QUOTED = re.compile(r"[„“\"«»'‘](?P<name>[^„”“\"«»'’]{3,80})[”“\"»’']")
# Between the word for a label and its name.
BETWEEN = re.compile(r"(?:\s*[:–—]|\s+(?:of|the|a|an|pn\.|pod nazwą|called|named))*\s+")
# The word right before a name, and that right behind it.
APPOSED, VERB = re.compile(r"\b([^\W\d_]+) $"), re.compile(r" ([^\W\d_]+)")
CLUSTER = re.compile(r"(?:klast|clust)")
CLUSTERAL = re.compile(r"klastrow(?:y|a|e|ego|emu|ym|ej)$")
# What only deals with labels: "the Coast Cluster Mark committee".
ABOUT_IT = re.compile(r"\s+(?i:program\w*|scheme|committee|jury|project|rules|regulations)\b")
# Of titles in quotation marks one word may be anybody's name.
FEWEST_QUOTED = 2
OPENERS = frozenset({"The", "A", "An", "Its"})
LONGEST = 10


@cache
def _kind(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(lexicon("named_labels.toml")[kind]))


def _is(kind: str, word: str) -> bool:
    return _kind(kind).fullmatch(words.fold(word)) is not None


@lru_cache(maxsize=4_096)
def named_labels(text: str) -> tuple[tuple[Span, str], ...]:
    """Where a text names labels, and what they are called in the nominative."""
    found = sorted((*_titles(text), *_quoted(text)), key=lambda pair: (pair[0].start, -pair[0].end))
    kept: list[tuple[Span, str]] = []
    for span, key in found:
        if not kept or span.start >= kept[-1][0].end:
            kept.append((span, key))
    return tuple(kept)


def is_of_clusters(key: str) -> bool:
    """Whether a label's name says that clusters hold it."""
    return CLUSTER.search(words.fold(key)) is not None


def is_called_label(word: str) -> bool:
    """Whether a word is one for a label, in some case: "tytuł", "mark"."""
    return _is("heads", word)


def is_proper(said: Sequence[str]) -> bool:
    """Whether words have capitals throughout, small words aside."""
    return said[0][0].isupper() and all(word[0].isupper() or _is("joints", word) for word in said)


def tells_merit(said: Sequence[str]) -> bool:
    """Whether one of the words of a name says that it is a label's: a mark's, of merit, "klastrowy"."""
    return any(
        _is("heads", word) or _is("merits", word) or CLUSTERAL.match(words.fold(word)) for word in said
    )


def is_titled(said: Sequence[str]) -> bool:
    """Whether words are such as a label under its head is named with: capitals throughout, small words
    aside, and among them one for clusters, for a label or of merit."""
    return is_proper(said) and (tells_merit(said) or any(CLUSTER.match(words.fold(word)) for word in said))


def may_be_called(key: str, word: str) -> bool:
    """Whether a word for a label, "znak", may stand for one: for the mark that has it in its name, and for a
    title without such a word."""
    heads = [one for one in WORD.findall(key) if _is("heads", one)]
    return is_of_clusters(key) if not heads else any(words.lemma(one) == words.lemma(word) for one in heads)


def _titles(text: str) -> Iterator[tuple[Span, str]]:
    for run in _runs(text):
        name = text[run[0].start() : run[-1].end()]
        if _is_title(text, run):
            yield Span(run[0].start(), run[-1].end()), _base(name)


def _is_placed(said: list[str], at: int) -> bool:
    """Whether a word for a cluster and its rank, "Klaster Strategiczny", stand beside a place and nothing
    else."""
    others = said[:at] + said[at + 2 :]
    return len(others) == 1 and bool(places_in(f"w {others[0]}"))


def _base(name: str) -> str:
    """A title in the nominative, "klastrowy" too, which no dictionary has."""
    for ending, base in (("(?:ego|emu|ym)", "y"), ("(?:ej|ą)", "a")):
        name = re.sub(rf"(?<=\b[Kk]lastrow){ending}\b", base, name)
    return nominative(name)


def _is_title(text: str, run: list[re.Match[str]]) -> bool:
    said = [one[0] for one in run]
    clusters = [n for n, word in enumerate(said) if CLUSTER.match(words.fold(word))]
    ranked = any(_is("ranks", said[m]) for n in clusters for m in (n - 1, n + 1) if 0 <= m < len(said))
    if ranked and len(said) > len(("klaster", "wiodący")):
        return True
    if any(_is("regional_ranks", said[n + 1]) and _is_placed(said, n) for n in clusters if n + 1 < len(said)):
        return True
    heads = [n for n, word in enumerate(said) if _is("heads", word)]
    if ABOUT_IT.match(text, run[-1].end()):
        return False
    if heads and len(said) > 1 and _calls_itself(said, heads, clusters):
        return True
    if _is_apposed(text, run):
        return True
    had = len(clusters) == 1 and len(said) > 1 and _introduced(text, run[0].start(), "statuses")
    if had and (
        _is_ranked(said, clusters[0]) or all(_is_common(one) for one in said if one != said[clusters[0]])
    ):
        return True
    introduced = _introduced(text, run[0].start()) or _introduces(text, run[-1].end())
    return introduced and len(said) > 1 and any(_is("merits", word) for word in said)


def _is_ranked(said: Sequence[str], at: int) -> bool:
    """Whether the word before the one for a cluster ranks it: "status Regionalnego Klastra Rzemiosł"."""
    return at > 0 and any(_is(kind, said[at - 1]) for kind in ("merits", "regional_ranks"))


def _is_common(word: str) -> bool:
    """Whether a word is an adjective that says neither where clusters are nor what they work in."""
    adjective = any(one.part == "adj" for one in words.readings(word.lower()))
    return adjective and not places_in(word) and not sectors_in(word)


def _is_apposed(text: str, run: list[re.Match[str]]) -> bool:
    """Whether a name is that of a title by the word right before it, in the nominative and not told of by a
    verb: "tytuł Klaster Dawnych Rzemiosł"."""
    before = APPOSED.search(text, 0, run[0].start())
    after = VERB.match(text, run[-1].end())
    noun = words.fold(run[0][0]) in {"klaster", "cluster"} and len(run) > 1
    told = after is not None and any(one.part in words.FINITE for one in words.readings(after[1].lower()))
    titled = before is not None and _is("heads", before[1]) and not told
    name = text[run[0].start() : run[-1].end()]
    # "tytuł Klaster Energii …" may be of a cluster's own name.
    return noun and titled and not sectors_in(name) and not places_in(name)


def _calls_itself(said: list[str], heads: list[int], clusters: list[int]) -> bool:
    """Whether a name is that of a mark: "of clusters" by an adjective, or in English by the word before."""
    adjective = any(CLUSTERAL.match(words.fold(said[n])) for n in clusters)
    english = len(said) - 1 in heads and any(words.fold(said[n]) == "cluster" for n in clusters)
    return adjective or english


def _introduced(text: str, start: int, kind: str = "heads") -> bool:
    """Whether the word for a label stands before a name."""
    before = list(WORD.finditer(text, max(0, start - 40), start))
    for place in range(len(before) - 1, max(-1, len(before) - 4), -1):
        if _is(kind, before[place][0]):
            return BETWEEN.fullmatch(text, before[place].end(), start) is not None
    return False


def _introduces(text: str, end: int) -> bool:
    """Whether the word for a label stands right behind a name: "the Leading Cluster title"."""
    space = SPACE.match(text, end)
    after = WORD.match(text, space.end()) if space else None
    return after is not None and _is("heads", after[0]) and after[0].isascii()


def _quoted(text: str) -> Iterator[tuple[Span, str]]:
    for match in QUOTED.finditer(text):
        name = match["name"].strip(" ,.")
        said = WORD.findall(name)
        if len(said) < FEWEST_QUOTED or not said[0][0].isupper() or any(c.isdigit() for c in name):
            continue
        if _introduced(text, match.start()) or _introduces(text, match.end()):
            yield Span(*match.span()), name


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """The runs of words with capitals, and what joins them, in a text; a second cluster begins another."""
    run: list[re.Match[str]] = []
    for word in WORD.finditer(text):
        near = bool(run) and SPACE.fullmatch(text, run[-1].end(), word.start()) is not None
        capital = word[0][0].isupper()
        another = capital and _begins_another(run, word[0])
        if near and not another and len(run) < LONGEST and (capital or _is("joints", word[0])):
            run.append(word)
            continue
        yield from _ended(run)
        run = [word] if capital else []
    yield from _ended(run)


def _begins_another(run: list[re.Match[str]], word: str) -> bool:
    folded = [words.fold(one[0]) for one in run]
    noun = CLUSTER.match(words.fold(word)) is not None and not words.fold(word).startswith("klastrow")
    return noun and any(CLUSTER.match(one) or _is("merits", one) for one in folded[:-1])


def _ended(run: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """A run without the word for a label, "Tytuł Lidera …", or for a list of those who hold it at its
    beginning, and small words at its end."""
    run = list(run)
    while len(run) > 1 and (run[0][0] in OPENERS or _is("lists", run[0][0]) or _is("joints", run[0][0])):
        run.pop(0)
    while run and not run[-1][0][0].isupper():
        run.pop()
    if len(run) > 1 and _is("heads", run[0][0]) and not words.fold(run[1][0]).startswith("klastrow"):
        run.pop(0)
    if run:
        yield run
