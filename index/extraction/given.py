"""Names that a document is given: those by which other documents of the library call clusters, and where this
one speaks of them."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from documents.model import Span
from index import words
from index.extraction.labels import labels_in
from index.extraction.name_words import (
    OPENING,
    calendar_words,
    heads_network,
    listed,
    speaks_of_a_cluster,
    speaks_of_clusters,
)
from index.extraction.people import is_given_name
from index.extraction.roles import role_of
from index.inflection import is_english
from index.register.forms import lemma

# What follows a name that is but a part of another: a legal form, the rest of an address.
BELONGS = re.compile(
    r"[”\"»]?\s+(?:sp\.|s\.\s?[ac]\.|spółk|gmbh\b|ltd\b|inc\b|e\.\s?v\.)|[@/]|[.-]\w|’s\s[A-Z]", re.IGNORECASE
)
# What a word before a name makes it the name of, if not of a cluster.
OTHERS = ("quoted_things", "body_nouns", "bodies_before", "bodies_listed")
# What a sentence says that tells what a word means: "Kilwater to ślad", "Kilwater jest śladem".
MEANS = re.compile(r"[”\"»]?\s+(?:to|czyli|oznacza|znaczy|means|stands for)\b")
# What stands in a paper is but announced there: nothing is said of whom it names.
CONTENTS = re.compile(
    r"\W*(?:w (?:tym |najbliższym |bieżącym )?(?:numerze|wydaniu)|spis treści|in this (?:issue|edition)|"
    r"(?:table of )?contents|inside this issue)\b",
    re.IGNORECASE,
)
# Where a sentence, a heading or an item begins.
BEGINS = re.compile(r"(?:^|[.!?:;|•·–—>-]\s*|\n\s*)(?:The\s+)?[„“”\"«»*(]*$")
# "Bosak i Kilwater działają".
WITH_ANOTHER = re.compile(r"\s(?:i|oraz|and)\s[^\W\d_a-ząćęłńóśźż]\w+\s(?=[a-ząćęłńóśźż])")
ENGLISH_VERB = re.compile(r"(?:is|are|has|have|was|were|will|had|can|may|\w+(?:s|ed))$")


@dataclass(frozen=True, slots=True)
class Met:
    """Where a text has a name that was given. `firm`: by capitals, quotation marks or its spelling;
    otherwise the word may begin a sentence or a headline as any other does."""

    name: str
    span: Span
    firm: bool


class Given:
    """Names that other documents call clusters by, as they are found in a document's lines."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._named: dict[tuple[str, ...], str] = {}
        for name in sorted(names):
            # Of the spellings of a name one in small letters tells more than a headline's.
            lemmas = tuple(map(lemma, words.tokenize(name)))
            if lemmas not in self._named or self._named[lemmas].isupper():
                self._named[lemmas] = name
        self._sizes: dict[str, set[int]] = {}
        for lemmas in self._named:
            self._sizes.setdefault(lemmas[0], set()).add(len(lemmas))

    @property
    def names(self) -> Collection[str]:
        """The names, each in one spelling."""
        return self._named.values()

    def spoken_of(self, texts: Iterable[str]) -> frozenset[str]:
        """The names by which a document that has these texts speaks of clusters."""
        firm: set[str] = set()
        weak: set[str] = set()
        about = False
        for text in texts:
            for one in self.met(text):
                (firm if one.firm else weak).add(one.name)
            about = about or bool(speaks_of_a_cluster(text) or speaks_of_clusters(text) or labels_in(text))
        # A common word alone may be anybody's name where nothing is said of clusters.
        told = about or len(firm) > 1
        return frozenset(one for one in firm | weak if told or (one in firm and not is_common(one)))

    def met(self, text: str) -> Iterator[Met]:
        """Where a text has the names, in order, the longest at each place."""
        tokens = list(words.TOKEN.finditer(text)) if self._sizes and not CONTENTS.match(text) else []
        at = 0
        while at < len(tokens):
            found = self._at(text, tokens, at)
            if found is not None:
                yield found[0]
            at += found[1] if found else 1

    def _at(self, text: str, tokens: list[re.Match[str]], at: int) -> tuple[Met, int] | None:
        for size in sorted(self._sizes.get(lemma(tokens[at].group()), ()), reverse=True):
            piece = tokens[at : at + size]
            name = self._named.get(tuple(lemma(token.group()) for token in piece))
            if name is None or not _is_spelled(name, piece):
                continue
            span = Span(piece[0].start(), piece[-1].end())
            before = tokens[at - 1] if at else None
            if not _is_apart(text, span, name, before):
                continue
            firm = _is_firm(text, span, name)
            if firm or tells(text, span):
                return Met(name, span, firm), size
        return None


def is_common(name: str) -> bool:
    """Whether a name is a word of the dictionary."""
    return " " not in name and words.is_known(name.lower())


def _is_spelled(name: str, piece: list[re.Match[str]]) -> bool:
    """Whether the words of a name have their capitals."""
    said = words.tokenize(name)
    return all(
        token.group()[0].isupper() or not one[0].isupper() for one, token in zip(said, piece, strict=True)
    )


def _is_apart(text: str, span: Span, name: str, before: re.Match[str] | None) -> bool:
    """Whether words are a name by themselves, and no part of a body's, a person's, a street's or an
    address."""
    if BELONGS.match(text, span.end) or text[span.start - 1 : span.start] in {"@", ".", "/", "-"}:
        return False
    shouted = text.isupper()
    after = re.match(r"\s([^\W\d_]+)", text[span.end :])
    if after is not None and after[1][0].isupper() and not shouted and not role_of(after[1]):
        return False
    if before is None or text[before.end() : span.start].strip(' „“”"«»'):
        return True
    word = before.group()
    lemmas = {words.fold(one.lemma) for one in words.readings(word.lower())} | {words.fold(word)}
    if any(lemmas & listed(others) for others in OTHERS) or _is_apposed(text, span, name, word, lemmas):
        return False
    if shouted or not word[0].isupper() or words.fold(word) in calendar_words() | words.stop_words():
        return True
    # What has its capital but as the first of a sentence: "Gdyński Bosak", "Prezesem Bosaka".
    governed = text[span.start : span.end] != name and not is_given_name(word)
    nouns = any(one.part in {"subst", "ger"} for one in words.readings(word.lower()))
    common = words.is_known(word.lower()) and (governed or not nouns)
    return common and BEGINS.search(text[: before.start()]) is not None


def _is_apposed(text: str, span: Span, name: str, before: str, lemmas: set[str]) -> bool:
    """Whether a noun stands right before a name in its base form, or a noun and its adjective, that says what
    else bears it: "hotel Delta", "linie lotnicze Delta"."""
    if text[span.start : span.end] != name or heads_network(before) or lemmas & listed("cluster"):
        return False
    if words.fold(before) in calendar_words():
        return False  # "Od 1 marca Warpex …".
    parts = [
        {one.part for one in words.readings(one.lower())} for one in words.tokenize(text[: span.start])[-2:]
    ]
    if "subst" in parts[-1]:
        return not parts[-1] & {"prep", "conj", "qub", "fin", "praet"}
    adjective = "adj" in parts[-1] and not parts[-1] & {"fin", "praet", "prep"}
    return adjective and len(parts) > 1 and "subst" in parts[0] and not parts[0] & {"prep", "conj", "fin"}


def _is_firm(text: str, span: Span, name: str) -> bool:
    if text.isupper():
        return False
    quoted = span.start > 0 and text[span.start - 1] in OPENING
    begins = BEGINS.search(text[: span.start]) is not None
    if not begins or (quoted and span.start > 1):
        return True
    return not is_common(name) and not MEANS.match(text, span.end)


def tells(text: str, span: Span) -> bool:
    """Whether a sentence or a headline that begins with a common word tells of it what somebody does."""
    if text.isupper():
        return True
    after = words.TOKEN.match(text, min(len(text), span.end + 1))
    if after is None or MEANS.match(text, span.end):
        return False
    word = after.group()
    if word.lower() in {"się", "nie", "jako"} or WITH_ANOTHER.match(text, span.end):
        return True
    verb = any(one.part in words.FINITE for one in words.readings(word))
    english = is_english(word) and ENGLISH_VERB.match(word) is not None
    return word.islower() and (verb or english)
