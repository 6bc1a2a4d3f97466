"""Names of clusters in a text, by how they are written: the word "klaster" with what belongs to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from documents.model import Span
from index import words
from index.extraction.cluster_words import abroad, compound, of_compound
from index.extraction.known_labels import kept_by_labels
from index.extraction.labels import labels_in
from index.extraction.name_extent import left, right
from index.extraction.name_words import (
    NamePiece,
    cases,
    listed,
    name_pieces,
    quoted_after,
)
from index.extraction.people import people_in
from index.inflection import case_of, is_english, nominative
from index.taxonomy import places_in, sectors_in

# So a periodical goes on, "Cluster Post no. 41".
ISSUE = re.compile(r"\s*,?\s*(?:no\.?|nr\.?|#|№|issue|numer|vol\.?|volume)\s*\d", re.IGNORECASE)
# Words in capitals are acronyms up to so many letters, whatever dictionaries say.
LONGEST_ACRONYM = 4
# In a name in capitals, a word of the dictionary is none if it is shorter, another one if it is as long.
SHORTEST_SAID = 3
LONGEST_SHOUTED = 6
# Endings of English nouns for what is done, and for who does it.
ABSTRACT = ("tion", "sion", "ment", "ance", "ence", "ness", "ship", "ing", "ity", "ator", "ager", "ology")
# What a Polish word would be that is inflected with the word for a cluster.
INFLECTED = frozenset({"adj", "ppas", "pact"})
# Endings of adjectives that lost their diacritics.
ADJECTIVAL = ("ski", "cki", "owy", "czny", "lny")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it stands at `span`, and in its base form. `generic`: the word alone, "the cluster"."""

    span: Span
    name: str
    generic: bool = False


@kept_by_labels(4_096)
def names_in(text: str) -> tuple[Mention, ...]:
    """The mentions of clusters in a text, in order, without overlap."""
    if not any(part in text.lower() for part in ("lust", "last", "lasz", "lyng")):
        return ()
    pieces = tuple(name_pieces(text))
    found: list[Mention] = []
    labels = labels_in(text)
    for place, piece in enumerate(pieces):
        if any(label.span.start <= piece.start < label.span.end for label in labels):
            continue
        if any(label.span.end == piece.start - 1 for label in labels) and not piece.capital:
            continue
        if found and piece.start < found[-1].span.end:
            continue
        other = _by_another_word(text, pieces, place)
        if other is not None and (not found or other.span.start >= found[-1].span.end):
            found.append(other)
        elif piece.folded in listed("cluster"):
            spans = (*(one.span for one in found), *(one.span for one in labels))
            ends = [span.end for span in spans if span.end <= piece.start]
            mention = _mention(text, pieces, place, after=max(ends, default=0))
            if mention is not None:
                found.append(mention)
    return tuple(found)


def _by_another_word(text: str, pieces: Sequence[NamePiece], place: int) -> Mention | None:
    """The name of a compound, "Holzcluster", or by a neighbour's word, "klastr", at a place."""
    piece = pieces[place]
    if piece.folded in listed("cluster"):
        return None
    if piece.folded in listed("cluster_abroad"):
        span = abroad(text, pieces, place)
        return Mention(span, spoken_as_written(text[span.start : span.end])) if span is not None else None
    base = compound(piece)
    if not base:
        return None
    span = of_compound(text, pieces, place)
    return Mention(span, base + text[piece.end : span.end])


def _mention(text: str, pieces: Sequence[NamePiece], place: int, *, after: int) -> Mention | None:
    """The mention whose word "klaster" stands at a place, of words after an offset; None where the word is
    another thing's."""
    piece = pieces[place]
    first = left(text, pieces, place)
    while pieces[first].start < after or (first < place and pieces[first].folded in listed("connectors")):
        first += 1
    last = right(text, pieces, place, first_of_name=first < place)
    if last is None or _tells_of(pieces, place, last, first=first):
        return None
    if first == place < last and _another_begins(text, pieces, place, last):
        return _generic(piece)
    if first < place < last and piece.text == "cluster":
        # "the Danish cluster Kattegat Loop" is named after the word, "the Silverion cluster" before it.
        first, last = (first, place) if _coined(pieces[first:place]) else (place, last)
    if first < place == last and _is_of_another(pieces, first, place):
        return None
    if first == place and piece.start == 0 and text[pieces[last].end :].strip() == ":":
        return None  # "Cluster success story:" labels what follows.
    if first == last == place:
        return _quoted_or_generic(text, pieces, place)
    if not piece.capital and first == place:
        return _after_small_word(text, pieces, place, last)
    one_before = last == place and place - first == 1
    if not piece.capital and one_before and _is_kind(pieces[first]):
        # "the European cluster", "an Aviation cluster", "the ICT cluster": of a kind, no name.
        return _generic(piece)
    if ISSUE.match(text, pieces[last].end) and first == place:
        return None
    return _named(text, pieces[first], pieces[last])


def _another_begins(text: str, pieces: Sequence[NamePiece], place: int, last: int) -> bool:
    """Whether all that follows an inflected word is the beginning of a whole name, as it is written there:
    "rada Klastra Nadnotecki Klaster Ceramiczny"."""
    if last + 1 >= len(pieces) or "nom" in cases(pieces[place].text):
        return False
    following = pieces[last + 1]
    nominative = following.folded in listed("cluster") and "nom" in cases(following.text)
    return nominative and left(text, pieces, last + 1) == place + 1


def _is_kind(piece: NamePiece) -> bool:
    """Whether a word before "cluster" is a common one, or all of what a sector is called."""
    sectors = sectors_in(piece.text)
    named = bool(sectors) and sectors[0].span == Span(0, len(piece.text))
    # "The Lviv cluster" is called by where it is.
    places = places_in(f"w {piece.text}")
    placed = bool(places) and places[0].span == Span(2, 2 + len(piece.text))
    return named or placed or words.is_known(piece.text.lower())


def _tells_of(pieces: Sequence[NamePiece], place: int, last: int, *, first: int) -> bool:
    """Whether "Cluster" only says what something is about: "Cluster Postcards", "Cluster Administrator"."""
    after = pieces[last].text.lower()
    if first == place < last and after in listed("products"):
        return True
    if (
        first < place
        or last == place
        or pieces[place].text not in {"Cluster", "CLUSTER"}
        or sectors_in(after)
    ):
        return False
    if pieces[place + 1].folded in listed("after_word"):
        return False
    said = [one.text for one in pieces[place + 1 : last + 1] if one.word]
    plural = words.english_lemma(after) != after and after.endswith("s") and not words.readings(after)
    if plural and all(map(is_english, said)):
        return True
    # "The Cluster Administrator", "Cluster Optimization": whoever or whatever a cluster has.
    return all(map(is_english, said)) and any(one.lower().endswith(ABSTRACT) for one in said)


def _is_of_another(pieces: Sequence[NamePiece], first: int, place: int) -> bool:
    """Whether a small "cluster" only says of what kind those behind it are, and common words stand before it:
    "a delegation of Polish cluster managers"."""
    after = pieces[place + 1] if place + 1 < len(pieces) else None
    word = pieces[place].text
    alike = after is not None and (word == "cluster" or (word == "CLUSTER" and after.text.isupper()))
    if after is not None and alike and after.folded in listed("of_all_clusters"):
        return True
    kind = after is not None and after.text.islower() and after.folded in listed("not_after")
    return kind and pieces[place].text == "cluster" and not _coined(pieces[first:place])


def _coined(pieces: Sequence[NamePiece]) -> bool:
    """Whether any of some words is a name and no common one: neither "Danish" nor "Ostrava-based"."""
    bare = (one.text for one in pieces if one.word and not re.search(r"[-‑]\w+$", one.text))
    return any(not words.is_known(one.lower()) for one in bare)


def _generic(piece: NamePiece) -> Mention:
    return Mention(Span(piece.start, piece.end), "", generic=True)


def _named(text: str, first: NamePiece, last: NamePiece) -> Mention:
    return Mention(Span(first.start, last.end), spoken(text[first.start : last.end]))


def _quoted_or_generic(text: str, pieces: Sequence[NamePiece], place: int) -> Mention:
    """The name in quotation marks right after the word, or the word alone."""
    piece = pieces[place]
    quoted = quoted_after(pieces, place)
    if quoted is None:
        return _generic(piece)
    inner = text[pieces[quoted.start].end : pieces[quoted.end].start].strip()
    span = Span(piece.start, pieces[quoted.end].end)
    return Mention(span, spoken(f"{piece.text} {inner}" if piece.capital else inner))


def _after_small_word(text: str, pieces: Sequence[NamePiece], place: int, last: int) -> Mention:
    """What the words after a small "klaster" name: the word is no part of it but where they are of its
    kind."""
    piece, following = pieces[place], pieces[place + 1]
    if following.folded in listed("connectors"):
        return _generic(piece)
    if _shouted(text, pieces, place, last):
        # "zagłębiowski klaster METALOWY": capitals for weight, not for a name.
        span = Span(pieces[place - 1].start, pieces[last].end)
        return Mention(span, spoken(text[span.start : span.end].title()))
    people = people_in(text[: pieces[last].end])
    if any(one.span.start <= following.start < one.span.end for one in people):
        return _generic(piece)
    # "klaster drzewny „Słój”": the kind belongs to it; "klaster Minatech": the small word does not.
    return _named(text, piece if following.text.islower() else following, pieces[last])


def _shouted(text: str, pieces: Sequence[NamePiece], place: int, last: int) -> bool:
    """Whether an adjective in capitals stands after the word, and another adjective before it."""
    words_after = text[pieces[place + 1].start : pieces[last].end]
    shouted = words_after.isupper() and len(words_after) > LONGEST_ACRONYM
    return bool(place) and shouted and _adjective(pieces[place - 1]) and _adjective(pieces[last])


def spoken_as_written(name: str) -> str:
    """A name without quotation marks and what parts it from other words."""
    return " ".join(re.sub(r"[„“”\"«»]", "", name).split()).strip(" ,;:–-")


def spoken(name: str, *, standing: bool = False) -> str:
    """A name in its base form, without quotation marks, and in small letters where all of it was shouted.
    `standing`: it stands by itself, and so in the nominative if it may be one: "Skrzydła Pomorza"."""
    name = spoken_as_written(name)
    if name.isupper() and (" " in name or (len(name) >= LONGEST_ACRONYM and words.is_known(name.lower()))):
        # All in capitals, as in a headline: only what has no vowels to speak is an acronym.
        first, *others = name.split()
        name = " ".join((_unshouted(first).replace(first.lower(), first.title()), *map(_unshouted, others)))
    return name if _is_said_so(name) or (standing and "nom" in case_of(name)) else nominative(name)


def _is_said_so(name: str) -> bool:
    """Whether a name is English, and inflected by nobody: "METALIKA Metal Cluster"."""
    tokens = words.tokenize(name)
    english = any(words.fold(one) == "cluster" for one in tokens)
    return english and not any(r.part in INFLECTED for one in tokens for r in words.readings(one.lower()))


def _unshouted(word: str) -> str:
    """A word of a name in capitals as it is written in small letters."""
    if words.fold(word) in listed("connectors"):
        return word.lower()
    read = words.readings(word.lower())
    known = any(not one.lemma.isupper() for one in read) if read else words.is_known(word.lower())
    said = len(word) >= SHORTEST_SAID and known
    acronym = not said and len(word) < LONGEST_SHOUTED
    return word if acronym or re.search(r"\w\.\w", word) else word.title()


def _adjective(piece: NamePiece) -> bool:
    """Whether a word may be an adjective, one that lost its diacritics too."""
    folded = piece.text.lower()
    return any(r.part == "adj" for r in words.readings(folded)) or folded.endswith(ADJECTIVAL)
