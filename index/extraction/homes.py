"""Clusters that a text calls by where they are: "zabrzańska sieć", "the Cork cluster", "słowacki klaster"."""

import re
from collections.abc import Iterator, Sequence

from documents.model import Span
from index import words
from index.extraction.lines import Line
from index.extraction.subjects import Cast, Place
from index.taxonomy import Found, places_in

# Behind a place that is said of it, the noun that stands for a cluster; further words of its kind may stand
# between.
CALLED = re.compile(
    r"(?:['’]s)?\s(?:[a-ząćęłńóśźż][\w-]*\s){0,2}?"
    r"(?:klast(?:er|ra|rowi|rem|rze|ry|rów)|sie(?:ć|ci|cią)|grup(?:a|y|ie|ę|ą)|stron(?:a|y|ie|ę|ą)|"
    r"cluster|network|group|alliance|side|party|partner(?:a|em|owi)?)\b"
    r"(?!['’]s\s[A-Z])(?!\s[„\"“]?[A-ZĄĆĘŁŃÓŚŹŻ])"
)
# Between a cluster's name and the place that it is from.
FROM = re.compile(
    r"^[”\"»]?(?:\s\([^()]{1,40}\))?\s*(?:\(|,\s|,?\s*(?:z|ze|w|we|from|in|of|near)\s+(?:the\s+)?)$"
)
# "klaster z Podhala": the noun stands before the place.
NOUN_BEFORE = re.compile(
    r"(?i)\b(?:klast(?:er|ra|rowi|rem|rze)|sie(?:ć|ci|cią)|cluster|network)\s(?:z|ze|from|in|w|we)\s(?:the\s)?$"
)
# "strona polska": the adjective stands behind.
SIDE = re.compile(r"(?i)\bstron(?:a|y|ie|ę|ą)\s$")
# "the Plymouth network": a word of its name stands for all of it.
BY_WORD = re.compile(r"\b[Tt]he\s([A-Z][\w-]+)(?:['’]s)?\s(?:cluster|network|group|alliance)\b(?!\s[A-Z])")
AS_SAID = re.compile(r"(?:sk|ck|dzk)(?:i|a|ie|iego|iej|iemu|im|ą)$")
ENGLISH = re.compile(r"(?i)\bthe\s$")
# "Ten słowacki klaster" is the one that was named last.
THIS = re.compile(r"(?i)\b(?:this|that|ten|tego|temu|tym|ta|tej|tę|tą)\s$")


class Homes:
    """Where the clusters of a document are, as their names and what stands right behind those tell."""

    def __init__(self, cast: Cast, lines: Sequence[Line]) -> None:
        self._keys: list[set[str]] = [set() for _ in cast.subjects]
        for at, subject in enumerate(cast.subjects):
            for name in subject.names:
                self._keys[at].update(key for place in places_in(name.text) for key in _keys(place))
        self._tokens = [{t for name in one.names for t in words.tokenize(name.text)} for one in cast.subjects]
        for line in lines:
            for text in (line.text, *(above.text for above in line.headings[:1])):
                for named in cast.named(text):
                    for place in places_in(text):
                        if FROM.fullmatch(text[named.span.end : place.span.start]):
                            self._keys[named.subject].update(_keys(place))

    def named(self, text: str) -> Iterator[Place]:
        """Where a text calls clusters by the place they are at, if one alone is there."""
        for place, span in called_by_place(text):
            there = [at for at, keys in enumerate(self._keys) if place.key in keys]
            if len(there) == 1:
                yield Place(there[0], span)
        for match in BY_WORD.finditer(text):
            there = [at for at, tokens in enumerate(self._tokens) if match.group(1) in tokens]
            if len(there) == 1:
                yield Place(there[0], Span(*match.span()))

    def elsewhere(self, text: str, subject: int) -> bool:
        """Whether a text calls a cluster by a place where this one is not."""
        keys = self._keys[subject]
        places = [place for place, span in called_by_place(text) if span.start == place.span.start]
        return any(keys and not keys.intersection(_keys(place)) for place in places)


def _keys(place: Found) -> frozenset[str]:
    return frozenset(one for one in (place.key, place.region, place.country) if one)


def called_by_place(text: str) -> tuple[tuple[Found, Span], ...]:
    """The places that stand for the cluster that is there, and where they do with their noun."""
    found = []
    for place in places_in(text):
        noun = CALLED.match(text, place.span.end)
        written = text[place.span.start : place.span.end]
        polish = AS_SAID.search(written.lower()) is not None
        if THIS.search(text[: place.span.start]):
            continue
        if noun and (polish or noun.group()[0] in "'’" or ENGLISH.search(text[: place.span.start])):
            found.append((place, Span(place.span.start, noun.end())))
        before = NOUN_BEFORE.search(text[: place.span.start])
        before = before or (SIDE.search(text[: place.span.start]) if polish else None)
        if before:
            found.append((place, Span(before.start(), place.span.end)))
    return tuple(found)
