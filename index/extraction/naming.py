"""Names of clusters in a text, by how they are written: the word "klaster" with what belongs to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from documents.model import Span
from index import words
from index.extraction.labelled import exact_kind
from index.extraction.labels import labels_in
from index.extraction.name_words import (
    CLOSING,
    LONGEST_NAME,
    OPENING,
    ROMAN,
    NamePiece,
    cases,
    heads_name,
    is_dated,
    is_place,
    listed,
    name_pieces,
    names_another,
    near,
    quoted_after,
)
from index.extraction.people import is_given_name, people_in
from index.gazetteer import lexicon
from index.inflection import is_english, nominative
from index.taxonomy import places_in, sectors_in

# So a periodical goes on, "Cluster Post no. 41".
ISSUE = re.compile(r"\s*,?\s*(?:no\.?|nr\.?|#|№|issue|numer|vol\.?|volume)\s*\d", re.IGNORECASE)
# "On behalf of the X Cluster I would like …": no number.
SAYS = re.compile(r"\s[a-z]|['’]")
# Small words between the word and the name, as in "klaster drzewny „Słój”", "Klaster zielonej chemii Odra".
MOST_SMALL = 3
# Words in capitals are acronyms up to so many letters, whatever dictionaries say.
LONGEST_ACRONYM = 4
# Endings of English nouns for what is done, and for who does it.
ABSTRACT = ("tion", "sion", "ment", "ance", "ence", "ness", "ship", "ing", "ity", "ator", "ager", "ology")
# Endings of adjectives that lost their diacritics.
ADJECTIVAL = ("ski", "cki", "owy", "czny", "lny")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it stands at `span`, and in its base form. `generic`: the word alone, "the cluster"."""

    span: Span
    name: str
    generic: bool = False


@lru_cache(maxsize=4_096)
def names_in(text: str) -> tuple[Mention, ...]:
    """The mentions of clusters in a text, in order, without overlap."""
    if "lust" not in text.lower() and "last" not in text.lower():
        return ()
    pieces = tuple(name_pieces(text))
    found: list[Mention] = []
    labels = labels_in(text)
    for place, piece in enumerate(pieces):
        if any(label.span.start <= piece.start < label.span.end for label in labels):
            continue
        if any(label.span.end == piece.start - 1 for label in labels) and not piece.capital:
            continue
        if piece.folded in listed("cluster") and (not found or piece.start >= found[-1].span.end):
            spans = (*(one.span for one in found), *(one.span for one in labels))
            ends = [span.end for span in spans if span.end <= piece.start]
            mention = _mention(text, pieces, place, after=max(ends, default=0))
            if mention is not None:
                found.append(mention)
    return tuple(found)


def _mention(text: str, pieces: Sequence[NamePiece], place: int, *, after: int) -> Mention | None:
    """The mention whose word "klaster" stands at a place, of words after an offset; None where the word is
    another thing's."""
    piece = pieces[place]
    first = _left(text, pieces, place)
    while pieces[first].start < after or (first < place and pieces[first].folded in listed("connectors")):
        first += 1
    last = _right(text, pieces, place, first_of_name=first < place)
    if last is None or _tells_of(pieces, place, last, first=first):
        return None
    if first == place < last and _another_begins(text, pieces, place, last):
        return _generic(piece)
    if first < place < last and piece.text == "cluster":
        # "the Danish cluster Kattegat Loop" is named after the word, "the Silverion cluster" before it.
        first, last = (first, place) if _coined(pieces[first:place]) else (place, last)
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
    return nominative and _left(text, pieces, last + 1) == place + 1


def _is_kind(piece: NamePiece) -> bool:
    """Whether a word before "cluster" is a common one, or all of what a sector is called."""
    sectors = sectors_in(piece.text)
    named = bool(sectors) and sectors[0].span == Span(0, len(piece.text))
    return named or words.is_known(piece.text.lower())


def _tells_of(pieces: Sequence[NamePiece], place: int, last: int, *, first: int) -> bool:
    """Whether "Cluster" only says what something is about: "Cluster Postcards", "Cluster Administrator"."""
    after = pieces[last].text.lower()
    if first < place or last == place or pieces[place].text != "Cluster" or sectors_in(after):
        return False
    if pieces[place + 1].folded in listed("after_word"):
        return False
    said = [one.text for one in pieces[place + 1 : last + 1] if one.word]
    plural = words.english_lemma(after) != after and after.endswith("s") and not words.readings(after)
    if plural and all(map(is_english, said)):
        return True
    # "The Cluster Administrator", "Cluster Optimization": whoever or whatever a cluster has.
    return all(map(is_english, said)) and any(one.lower().endswith(ABSTRACT) for one in said)


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


def spoken(name: str) -> str:
    """A name in its base form, without quotation marks, and in small letters where all of it was shouted."""
    name = " ".join(re.sub(r"[„“”\"«»]", "", name).split()).strip(" ,;:–-")
    if name.isupper() and " " in name:
        # All in capitals, as in a headline: only what has no vowels to speak is an acronym.
        name = " ".join(map(_unshouted, name.split()))
    return nominative(name)


def _unshouted(word: str) -> str:
    """A word of a name in capitals as it is written in small letters."""
    if words.fold(word) in listed("connectors"):
        return word.lower()
    acronym = len(word) < LONGEST_ACRONYM or (not words.is_known(word.lower()) and len(word) < 6)
    return word if acronym else word.title()


def _adjective(piece: NamePiece) -> bool:
    """Whether a word may be an adjective, one that lost its diacritics too."""
    folded = piece.text.lower()
    return any(r.part == "adj" for r in words.readings(folded)) or folded.endswith(ADJECTIVAL)


def _left(text: str, pieces: Sequence[NamePiece], place: int) -> int:
    """The first piece of the name that ends with the word at `place`."""
    shouted = text.isupper()
    english = pieces[place].folded == "cluster"
    first = place
    while first and place - first < LONGEST_NAME:
        before = pieces[first - 1]
        if not near(text, before, pieces[first]) or before.folded in listed("cluster"):
            break
        if english and _is_place_s(before):
            break
        if before.capital and _belongs(before, pieces[place], english=english, shouted=shouted):
            first -= 1
            continue
        joined = english and before.folded in listed("before_head") and first > 1 and first < place
        both = (pieces[first - 2].text, pieces[first].text) if joined else ()
        if (
            joined
            and pieces[first - 2].capital
            and all(words.is_known(one.lower()) for one in both)
            and near(text, pieces[first - 2], before)
        ):
            first -= 2
            continue
        break
    if english and first and pieces[first - 1].text in CLOSING:
        opening = next(
            (n for n in range(first - 2, max(-1, first - 7), -1) if pieces[n].text in OPENING), None
        )
        if opening is not None and pieces[opening + 1].capital:
            return opening + 1
    while first < place and pieces[first].folded in listed("not_before"):
        first += 1
    if first and pieces[first - 1].folded in listed("bodies_before") and first == place:
        return place
    return first


def _is_place_s(piece: NamePiece) -> bool:
    """Whether a word is a place in the possessive: "Graz's Timber Cluster" is named without it."""
    bare = re.sub(r"['’]s$", "", piece.text)
    return bare != piece.text and bool(places_in(f"in {bare}"))


def _belongs(before: NamePiece, cluster: NamePiece, *, english: bool, shouted: bool) -> bool:
    """Whether a word with a capital before the word "klaster" is part of the name."""
    if before.folded in listed("not_before") or before.folded in listed("bodies_before"):
        return False
    kinds = {words.fold(one.lemma) for one in words.readings(before.text.lower()) if one.part == "adj"}
    if not english and not kinds.isdisjoint(listed("not_before")):
        return False  # "Akademia Dobrego Klastra".
    if before.text in lexicon("status_labels.toml"):
        return False  # "status KKK Klastra X".
    if english:
        common = words.fold(before.text) in words.stop_words()
        return not common
    last = re.split(r"[-‑]", before.text)[-1]
    readings = words.readings(last.lower()) or words.readings(last)
    if not readings or (len(before.text) > 1 and before.text.isupper() and not shouted):
        return len(before.text) > 1 and before.folded not in listed("not_before_polish")
    return any(r.part in {"adj", "ppas", "pact"} and _masculine(r.tag) for r in readings) and bool(
        cases(last) & cases(cluster.text)
    )


def _masculine(tag: str) -> bool:
    return "m3" in tag or "m1.m2.m3" in tag


def _right(text: str, pieces: Sequence[NamePiece], place: int, *, first_of_name: bool = False) -> int | None:
    """The last piece of the name that goes on after the word at `place`, a part in quotation marks included;
    None where the whole is no cluster. `first_of_name`: words of the name stand before it."""
    last = _over_kind(text, pieces, place)
    while last + 1 < len(pieces) and last - place < LONGEST_NAME:
        after = pieces[last + 1]
        if not near(text, pieces[last], after) or after.folded in listed("cluster"):
            break
        if text[after.end : after.end + 1] == ":" and last > place and exact_kind(after.text):
            break  # A label begins there.
        if after.folded in listed("bodies_after") and (last > place or after.capital) and after.text != "s":
            return None
        # "Klaster Firm Okiennych" is one of firms, "Cluster Firm" a firm.
        of_these = pieces[place].folded != "cluster" and after.capital and "gen" in cases(after.text)
        if last == place and _no_name_after(after) and (not of_these or _another_thing(after)):
            if after.capital or _another_thing(after):
                return None
            break
        if pieces[place].folded == "cluster" and after.text == "I" and SAYS.match(text, after.end):
            break
        if after.word and after.capital:
            last += 1
            continue
        quoted = quoted_after(pieces, last) if last > place or first_of_name else None
        if quoted is not None:
            return quoted.end
        if not after.word and after.text not in "&–-":
            break
        step = _over_connector(text, pieces, place, last + 1)
        if step is None:
            break
        last = step
    if place and pieces[place - 1].folded in listed("bodies_before") and last > place:
        return None
    return last


def _no_name_after(piece: NamePiece) -> bool:
    """Whether a word right after "klaster" makes of it a thing of the cluster, or something else."""
    return piece.folded in listed("not_after") or words.lemma(piece.text) in listed("of_clusters")


def _another_thing(piece: NamePiece) -> bool:
    return piece.folded in listed("another_thing") or words.lemma(piece.text) in listed("of_clusters")


def _over_kind(text: str, pieces: Sequence[NamePiece], place: int) -> int:
    """The last of the small words that say of what kind a cluster is, if its own name follows them."""
    last = place
    if pieces[place].folded == "cluster":
        return place
    while (
        last + 1 < len(pieces) and last - place <= MOST_SMALL and near(text, pieces[last], pieces[last + 1])
    ):
        piece = pieces[last + 1]
        if (
            piece.word
            and piece.text.islower()
            and _says_kind(piece)
            and piece.folded not in listed("another_thing")
        ):
            last += 1
            continue
        if last == place or last - place > MOST_SMALL:
            return place
        quoted = quoted_after(pieces, last) is not None
        named = piece.word and piece.capital and not _heads_body(piece) and not is_given_name(piece.text)
        return last if quoted or named else place
    return place


def _says_kind(piece: NamePiece) -> bool:
    """Whether a small word is an adjective or a noun in the genitive, and nothing else that is common."""
    readings = words.readings(piece.text)
    if any(
        r.part in {"prep", "conj", "fin", "praet", "comp", "qub", "part", "adv", "ppron3", "imps"}
        for r in readings
    ):
        return False
    return any(
        r.part == "adj" or (r.part in {"subst", "ger"} and "gen" in cases(piece.text)) for r in readings
    )


def _heads_body(piece: NamePiece) -> bool:
    lemma = words.lemma(piece.text)
    return lemma in listed("body_nouns") | listed("bodies_before") or piece.folded in listed("body_nouns")


def _over_connector(text: str, pieces: Sequence[NamePiece], place: int, at: int) -> int | None:
    """The piece after a connector, where both belong to the name."""
    if pieces[at].folded not in listed("connectors") or at + 1 >= len(pieces):
        return None
    following = pieces[at + 1]
    if pieces[at].folded == "of" and following.folded == "the" and at + 2 < len(pieces):
        following = pieces[at + 2]
    if not following.capital or following.folded in listed("cluster") or ROMAN.fullmatch(following.text):
        return None
    if at == place + 1 and pieces[at].folded not in listed("after_word"):
        return None
    if (
        pieces[at].folded == "of"
        and at == place + 1
        and place
        and near(text, pieces[place - 1], pieces[place])
    ):
        return None if pieces[place - 1].capital and is_place(text, following) else _over_of(pieces, at)
    if pieces[at].folded == "of" and pieces[place].folded != "cluster" and is_place(text, following):
        return None  # "Klaster Turkawka of Szczecin".
    if pieces[at].folded in listed("placing") and (is_place(text, following) or is_dated(text, following)):
        return None
    if pieces[at].folded in listed("joining"):
        dash = not pieces[at].word
        if (
            dash
            or names_another(pieces, at + 1)
            or not _same_phrase(pieces[at - 1], following, pieces[place])
        ):
            return None
    return at + 1 if pieces[at + 1] is following else at + 2


def _over_of(pieces: Sequence[NamePiece], at: int) -> int:
    """The piece after "of" or "of the"."""
    return at + 2 if pieces[at + 1].folded == "the" else at + 1


def _same_phrase(before: NamePiece, following: NamePiece, cluster: NamePiece) -> bool:
    """Whether "i" joins two words of one name: "Odpadowej i Recyklingu" both stand in the genitive, which the
    head does not; "Dąb i Buk" are of one kind, neither the name of a body or a person."""
    if cluster.folded == "cluster":
        english = is_english(before.text) and is_english(following.text) and not heads_name(following)
        return english or not words.readings(following.text.lower())
    shared = cases(before.text) & cases(following.text)
    if "gen" in shared and "nom" not in cases(following.text):
        return True
    if all(
        any(":sg:" in r.tag and "gen" in r.tag for r in words.readings(one.text.lower()))
        for one in (before, following)
    ):
        return True
    plain = all(
        any(r.part == "subst" for r in words.readings(one.text.lower())) for one in (before, following)
    )
    other = is_given_name(following.text) or following.folded in listed("body_nouns") | listed(
        "bodies_before"
    )
    return plain and not other and "nom" in shared
