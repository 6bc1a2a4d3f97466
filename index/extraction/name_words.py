"""The words that names of clusters are made of, and those around them: a text in pieces, and what a piece may
be."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from documents.dates import month_names
from documents.model import Span
from documents.moments import moments
from index import words
from index.extraction.labels import rounds_in
from index.extraction.people import is_given_name
from index.gazetteer import lexicon, worded
from index.inflection import is_english
from index.taxonomy import places_in

# A name of more words is a sentence in capitals.
LONGEST_NAME = 10
# So far behind its number stands the word for a round.
ROUND_AFTER = 12
# Clusters by what they are: "seven more cluster organisations".
ORGANISATIONS = re.compile(r"\bcluster (?:organi[sz]ations|initiatives|networks)\b", re.IGNORECASE)
# "Cluster's" is the word and its ending; "Women's" is one word of a name.
PIECE = re.compile(
    r"\w+(?:(?!(?<=[Cc]luster)['’]s\b)[-‑–'’+./&]\w+)*(?:(?<=[sS])['’](?=\s(?i:cluster)))?\+*|[^\w\s]"
)
# The number of a round: "w VIII rundzie".
ROMAN = re.compile(r"[IVX]+")
# The number of a stand before a name, "A7", and no formula of a gas.
STAND = r"(?!(?:H|O|CO)2\b)[A-Z]{1,2}[ .-]?\d{1,3}[a-z]?"
OPENING, CLOSING = "„“\"«‚'", "”“\"»’'"

# Parts of speech of verbs and of small words, as SGJP tags them.
VERBAL = frozenset(
    {"fin", "praet", "imps", "inf", "pcon", "pant", "impt", "bedzie", "prep", "adv", "conj", "comp", "part"}
)
# As SGJP tags name the cases.
CASES = frozenset({"nom", "gen", "dat", "acc", "inst", "loc", "voc"})
# What a sentence says of a network whatever its name: "Holzring Graz has 157 members".
UNITES = re.compile(rf"(?:,[^,;.]{{3,80}},)?\s(?:{worded('naming.toml', 'unites').pattern})\b")


@dataclass(frozen=True, slots=True)
class NamePiece:
    """A word or a sign, with its place in the text."""

    text: str
    start: int
    end: int
    folded: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital, after "e-" too, or with a number as names do."""
        first = (
            self.text[2:3] if self.text[1:2] in {"-", "'", "’"} and self.text[0].islower() else self.text[0]
        )
        return first.isupper() or (first.isdigit() and any(map(str.isupper, self.text)))

    @property
    def word(self) -> bool:
        """Whether it is a word or a number, no sign."""
        return self.text[0].isalnum()


def name_pieces(text: str, start: int = 0) -> Iterator[NamePiece]:
    """The words and signs of a text from an offset on, in order."""
    for match in PIECE.finditer(text, start):
        yield NamePiece(match.group(), match.start(), match.end(), words.fold(match.group()))


@cache
def listed(key: str) -> frozenset[str]:
    """The folded words of one list of the lexicon."""
    return frozenset(map(words.fold, lexicon("naming.toml")[key]))


def speaks_of_clusters(text: str) -> bool:
    """Whether a line speaks of several clusters: what it introduces may be their names."""
    several = any(words.fold(token) in listed("clusters") for token in words.tokenize(text))
    return several or ORGANISATIONS.search(text) is not None


def speaks_of_a_cluster(text: str) -> bool:
    """Whether a line has the word in the singular."""
    return any(words.fold(token) in listed("cluster") for token in words.tokenize(text))


def is_another_thing(name: str) -> bool:
    """Whether a name without the word "klaster" begins as those of other things do, or is of nothing but
    continents or months."""
    if speaks_of_a_cluster(name):
        return False
    tokens = words.tokenize(name)
    first = {words.fold(tokens[0]), *(words.fold(one.lemma) for one in words.readings(tokens[0].lower()))}
    if first & listed("no_names"):
        return True
    apart = listed("continents") | listed("joining")
    return all(words.fold(token) in apart or token.lower() in month_names() for token in tokens)


def unites(text: str, end: int) -> bool:
    """Whether right after a name it is said what only a network does."""
    return UNITES.match(words.same_length_fold(text), end) is not None


def near(text: str, one: NamePiece, other: NamePiece) -> bool:
    """Whether nothing but a space lies between two pieces."""
    return (
        text[one.end : other.start] in {" ", "\u00a0", "", "  "} and "\n" not in text[one.end : other.start]
    )


# Endings of genitives, of nouns in -ika, -cja and in the plural, and of adjectives.
GENITIVE_ENDINGS = ("iki", "yki", "ii", "cji", "ości", "ów", "ego", "ych", "ich")


def cases(token: str) -> frozenset[str]:
    """The cases that a Polish form may stand in, singular and plural; of a word that no dictionary knows the
    genitive where it ends like one: "Fotoniki"."""
    found: set[str] = set()
    readings = words.readings(token.lower()) or words.readings(token)
    for reading in readings:
        for part in reading.tag.split(":"):
            found.update(CASES & set(part.split(".")))
    if not readings and token.lower().endswith(GENITIVE_ENDINGS):
        found.add("gen")
    return frozenset(found)


def is_place(text: str, piece: NamePiece) -> bool:
    """Whether a place's name begins with a word."""
    return any(found.span.start == 2 for found in places_in(f"w {text[piece.start : piece.start + 40]}"))


def quoted_after(pieces: Sequence[NamePiece], place: int) -> Span | None:
    """The quotation marks, as places in `pieces`, around what follows the word."""
    if place + 1 >= len(pieces) or pieces[place + 1].text not in OPENING:
        return None
    for end in range(place + 2, min(place + 3 + LONGEST_NAME, len(pieces))):
        if pieces[end].text in CLOSING:
            return Span(place + 1, end) if pieces[place + 2].capital else None
    return None


def names_another(pieces: Sequence[NamePiece], at: int) -> bool:
    """Whether a name with the word "klaster" or with quotation marks begins at a place."""
    if at < len(pieces) and pieces[at].text in OPENING:
        return True
    while at < len(pieces) and pieces[at].word and pieces[at].capital:
        if pieces[at].folded in listed("cluster"):
            return True
        at += 1
    return False


@lru_cache(maxsize=10_000)
def heads_network(token: str) -> bool:
    """Whether a word heads the names of networks: "Dolina", "Valley", and of one that no dictionary knows its
    last part, "Holzring"."""
    folded = words.fold(token)
    if words.lemma(token) in listed("network_heads") or folded in listed("network_heads"):
        return True
    return not words.is_known(token.lower()) and folded.endswith(tuple(listed("network_endings")))


def heads_name(piece: NamePiece) -> bool:
    """Whether a word heads the name of a network, a body or a person."""
    bodies = listed("body_nouns") | listed("bodies_before") | listed("bodies_listed")
    lemma = words.lemma(piece.text)
    return heads_network(piece.text) or lemma in bodies or is_given_name(piece.text)


def is_verbal(token: str) -> bool:
    """Whether a word with a capital is a verb or a small word that opens a sentence, and can be no name's."""
    parts = {reading.part for reading in words.readings(token.lower())}
    return bool(parts) and parts <= VERBAL


def may_tell(token: str) -> bool:
    """Whether a word behind a name may be the verb of its sentence."""
    polish = any(one.part in {"fin", "praet", "bedzie"} for one in words.readings(token.lower()))
    return polish or (is_english(token) and token.endswith(("s", "ed")))


def is_dated(text: str, piece: NamePiece) -> bool:
    """Whether a month, a day of the week or a round begins at a word: "in May" is no part of a name."""
    after = text[piece.start : piece.end + ROUND_AFTER]
    if any(span.start == 0 for span, _ in rounds_in(after)):
        return True
    return (
        piece.folded in calendar_words()
        or next(moments(text[piece.start : piece.end + 12]), None) is not None
    )


@cache
def calendar_words() -> frozenset[str]:
    """The folded names of months and of days of the week."""
    return frozenset(map(words.fold, month_names())) | listed("weekdays")
