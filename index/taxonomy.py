"""Places and sectors that a text names, in Polish and English: voivodeships, towns, countries; and what an
economy's parts are called."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal, TypeVar

from documents.dictionary import analysed
from documents.model import Language, Span
from index.gazetteer import Gazetteer, Match, Phrase, Word, lexicon, phrase_words, rows, words_of
from index.words import fold, readings

T = TypeVar("T")
Kind = Literal["region", "town", "country"]
Manner = Literal["", "large", "wary"]

REGIONS = (
    "dolnoslaskie",
    "kujawsko-pomorskie",
    "lubelskie",
    "lubuskie",
    "lodzkie",
    "malopolskie",
    "mazowieckie",
    "opolskie",
    "podkarpackie",
    "podlaskie",
    "pomorskie",
    "slaskie",
    "swietokrzyskie",
    "warminsko-mazurskie",
    "wielkopolskie",
    "zachodniopomorskie",
)

# A street's name has seldom more words than these before its adjective: "ul. Powstańców Śląskich".
STREET_WORDS = 3
# Parts of speech that a large town's form may share with a common word without being taken for it.
NOUNS = frozenset({"subst", "ger", "depr"})
POSTAL_CODE = re.compile(r"\d\d-\d{3}\s+$")
SENTENCE_START = re.compile(r"(?:^|[.!?:•|\n])[\s\"„“(*–-]*$")
AFTER_TOWN = re.compile(r"\s*[,();|]\s*(\w?)")
# The flag of a country: two signs, each for a letter of its code.
FIRST_OF_FLAGS = 0x1F1E6
FLAG = re.compile(f"[{chr(FIRST_OF_FLAGS)}-{chr(FIRST_OF_FLAGS + 25)}]{{2}}")
# A lower-case letter follows a dot only in an address; "Kraków.Firma" lacks a space.
ADDRESS_BEFORE = re.compile(r"(?:@|\w\.|\w/)$")
ADDRESS_AFTER = re.compile(r"(?:-\w+)*(?:@|\.[a-z0-9]{2})")


@dataclass(frozen=True, slots=True)
class Found:
    """A place named in a text. `region` is the voivodeship's key, "" abroad and for a country; `country` the
    ISO 3166-1 alpha-2 code."""

    span: Span
    key: str
    kind: Kind
    region: str
    country: str


@dataclass(frozen=True, slots=True)
class FoundSector:
    """Words of a text that tell of a sector."""

    span: Span
    key: str


@dataclass(frozen=True, slots=True)
class _Place:
    key: str
    kind: Kind
    region: str
    country: str
    manner: Manner = ""


@dataclass(frozen=True, slots=True)
class _Reader:
    """Decides whether what looks like a place in one text is one."""

    text: str
    words: tuple[Word, ...]
    lenient: bool

    def accepts(self, match: Match[_Place]) -> bool:
        """Whether some phrase of the match names a place here."""
        return not _in_address(self.text, self._span(match)) and any(True for _ in self.fitting(match))

    def fitting(self, match: Match[_Place]) -> Iterator[Phrase[_Place]]:
        """The phrases of a match that name a place here."""
        return (phrase for phrase in match.phrases if self._fits(match, phrase))

    def found(self, match: Match[_Place]) -> Found:
        """The place that an accepted match names."""
        place = next(self.fitting(match)).entry
        return Found(self._span(match), place.key, place.kind, place.region, place.country)

    def names_street(self, match: Match[str]) -> bool:
        """Whether a sector's words, with a capital, are a street's name: "ul. Lotnicza"."""
        return self.words[match.first].capital and self._follows_street(match.first)

    def _span(self, match: Match[_Place]) -> Span:
        return Span(self.words[match.first].span.start, self.words[match.last - 1].span.end)

    def _fits(self, match: Match[_Place], phrase: Phrase[_Place]) -> bool:
        here = self.words[match.first : match.last]
        if not self.lenient and not _has_capitals(here, phrase.text):
            return False
        if match.last - match.first > 1:
            return True
        if phrase.text[0].islower():
            return not self._names_street(match.first) and not self._is_surname(match.first)
        return phrase.entry.kind != "town" or self._is_town(match.first, phrase.entry.manner)

    def _is_town(self, at: int, manner: Manner) -> bool:
        word = self.words[at]
        if self._names_street(at):
            return False
        if not _may_be_else(word.text, manner):
            return True
        if not word.capital:
            return self._before(at) in _around("town_itself" if manner == "wary" else "before_town")
        initial = SENTENCE_START.search(self.text, 0, word.span.start) is not None
        if manner == "large" and not initial:
            return True
        return self._is_said_to_be_place(at, initial)

    def _is_said_to_be_place(self, at: int, initial: bool) -> bool:
        """Whether what stands around a word says that it is a place."""
        word = self.words[at]
        head = self.text[max(0, word.span.start - 12) : word.span.start]
        if POSTAL_CODE.search(head):
            return True
        following = self.text[word.span.end : word.span.end + 2]
        # "w Nowym Centrum", "z Jarosławem Nowakiem": part of a longer name.
        if following[:1] == " " and following[1:].isupper():
            return False
        if self._before(at) in _around("before_town") or head.endswith("("):
            return True
        comma = AFTER_TOWN.match(self.text, word.span.end)
        return comma is not None and (not initial or comma[1].isupper())

    def _before(self, at: int) -> str:
        """The word before, in lower case; nothing where more than a space or a dot parts them."""
        if not at or self.text[self.words[at - 1].span.end : self.words[at].span.start].strip(" .\n\u00a0"):
            return ""
        return self.words[at - 1].text.lower()

    def _names_street(self, at: int) -> bool:
        """Whether a word is part of a street's name: "ul. Krakowska", "Mazowiecka 25"."""
        return self._follows_street(at) or self._has_house_number(at)

    def _follows_street(self, at: int) -> bool:
        """Whether a word stands after "ul." or the like: "ul. Lotnicza"."""
        word = self.words[at]
        for before in reversed(self.words[max(0, at - STREET_WORDS) : at]):
            between = self.text[before.span.end : word.span.start]
            if before.text.isdigit() or "," in between or "\n" in between:
                break
            lower = before.text.lower()
            short = lower in _around("street_short") and between[0] == "." and self._stands_alone(before)
            if short or lower in _around("street"):
                return True
        return False

    def _has_house_number(self, at: int) -> bool:
        word = self.words[at]
        if not (word.capital and word.text.endswith("a") and at + 1 < len(self.words)):
            return False
        number = self.words[at + 1]
        return (
            number.text.isdigit()
            and len(number.text) <= len("999")
            and self.text[word.span.end : number.span.start] == " "
        )

    def _stands_alone(self, word: Word) -> bool:
        return not self.text[: word.span.start].endswith((".", "@", "/"))

    def _is_surname(self, at: int) -> bool:
        """Whether an adjective with a capital follows a given name: "Tadeusz Mazowiecki"."""
        if not (at and self.words[at].capital and self.words[at - 1].capital):
            return False
        return bool(self._before(at)) and _is_given_name(self.words[at - 1].text)


def places_in(text: str, *, lenient: bool = False) -> tuple[Found, ...]:
    """The places a text names, in order, none over another; of several names the longest.

    A town's, a country's or a land's name wants its capital, and where it is also a common word ("Police",
    "Koło") a sign that a place is meant. `lenient`, for questions, takes names in lower case too.
    """
    reader = _Reader(text, words_of(text), lenient)
    named = [reader.found(match) for match in place_phrases().matches(text, reader.words, reader.accepts)]
    if not FLAG.search(text):
        return tuple(named)
    return tuple(sorted((*named, *_flags_in(text)), key=lambda found: found.span.start))


def _flags_in(text: str) -> Iterator[Found]:
    """The countries whose flags stand in a text, as signs that spell their codes."""
    for match in FLAG.finditer(text):
        code = "".join(chr(ord(sign) - FIRST_OF_FLAGS + ord("A")) for sign in match.group())
        if code in lexicon("countries.toml") or code == "PL":
            yield Found(Span(*match.span()), code, "country", "", code)


def sectors_in(text: str, *, named: bool = False) -> tuple[FoundSector, ...]:
    """The sectors a text tells of, in order; words that tell of several stand once for each. `named`, for
    names of clusters and values under a label, takes everyday words where no others tell."""
    words = words_of(text)
    reader = _Reader(text, words, lenient=False)
    found: list[FoundSector] = []
    tables = (sector_phrases(), _namedsector_phrases()) if named else (sector_phrases(),)
    for table in tables:
        found += () if found else _sectors_of(reader, table)
    return tuple(found)


def _sectors_of(reader: _Reader, table: Gazetteer[str]) -> Iterator[FoundSector]:
    """The sectors that the phrases of one table tell in a text."""
    text, words = reader.text, reader.words
    for match in table.matches(text, words, lambda match: not reader.names_street(match)):
        span = Span(words[match.first].span.start, words[match.last - 1].span.end)
        if not _in_address(text, span):
            yield from (
                FoundSector(span, key) for key in dict.fromkeys(p.entry for p in match.phrases) if key
            )


def related(key: str) -> frozenset[str]:
    """The sectors that a firm of this one often has to do with, in both directions; never itself."""
    return _related().get(key, frozenset())


def sector_name(key: str, language: Language) -> str:
    """What a sector is called in a language."""
    return str(lexicon("sectors.toml")[key][language])


def sector_keys() -> tuple[str, ...]:
    """The keys of all sectors, in the order of the taxonomy."""
    return tuple(key for key in lexicon("sectors.toml") if key != "nothing")


def region_name(key: str, language: Language) -> str:
    """What a voivodeship, or a region abroad, is called in a language."""
    table = lexicon("regions.toml")
    return str((table.get(key) or lexicon("countries.toml")["regions"][key])[language])


def region_country(key: str) -> str:
    """The country that a voivodeship, or a region abroad, lies in."""
    return str(lexicon("countries.toml")["regions"].get(key, {"country": "PL"})["country"])


def country_name(key: str, language: Language) -> str:
    """What the country with an ISO 3166-1 alpha-2 code is called in a language."""
    return str(lexicon("countries.toml")[key][language])


def town_name(key: str) -> str:
    """What a town is called in Polish."""
    return _town_names()[key]


def town_forms() -> Iterator[tuple[str, ...]]:
    """The names of each town, and the adjectives made of them: of those in -ów and -in by rule, if none is
    listed."""
    for name, _, country, _, others in rows("towns.tsv"):
        listed = tuple(one for one in others.split("|") if one)
        regular = country == "PL" and " " not in name and name.endswith(("ów", "in", "yn"))
        made = (name.replace("ó", "o") + "ski",) if regular and not listed else ()
        yield (name, *listed, *made)


def _towns() -> list[list[str]]:
    return [*rows("towns.tsv"), *rows("more_towns.tsv")]


@cache
def _town_names() -> dict[str, str]:
    return {_slug(row[0]): row[0] for row in _towns()}


@cache
def _related() -> dict[str, frozenset[str]]:
    table = lexicon("sectors.toml")
    pairs = {(key, other) for key, one in table.items() for other in one.get("related", ())}
    both = pairs | {(other, key) for key, other in pairs}
    return {key: frozenset(other for one, other in both if one == key) for key in table}


@cache
def place_phrases() -> Gazetteer[_Place]:
    """Every phrase that names a place."""
    return Gazetteer([*_region_phrases(), *_country_phrases(), *_town_phrases()], plural=False)


@cache
def sector_phrases() -> Gazetteer[str]:
    """Every phrase that tells of a sector, with its key; the empty key stands for none."""
    table = lexicon("sectors.toml")
    return Gazetteer(
        (phrase for key, one in table.items() for phrase in _phrases(one, "" if key == "nothing" else key)),
        plural=True,
    )


@cache
def _namedsector_phrases() -> Gazetteer[str]:
    table = lexicon("named_sectors.toml")
    return Gazetteer((phrase for key, one in table.items() for phrase in _phrases(one, key)), plural=True)


@cache
def _around(name: str) -> frozenset[str]:
    return frozenset(str(lexicon("place_words.toml")[name]).split())


def _phrases(table: dict[str, Any], entry: T) -> Iterator[Phrase[T]]:
    yield from (Phrase(text, "pl", entry) for text in table["polish"])
    yield from (Phrase(text, "en", entry) for text in table["english"])


def _region_phrases() -> Iterator[Phrase[_Place]]:
    for key, table in lexicon("regions.toml").items():
        yield from _phrases(table, _Place(key, "region", key, "PL"))


def _country_phrases() -> Iterator[Phrase[_Place]]:
    countries = lexicon("countries.toml")
    for key, table in countries.items():
        if key != "regions":
            yield from _phrases(table, _Place(key, "country", "", key))
    for key, table in countries["regions"].items():
        yield from _phrases(table, _Place(key, "region", "", table["country"]))


def _town_phrases() -> Iterator[Phrase[_Place]]:
    for name, region, country, manner, others in _towns():
        place = _Place(_slug(name), "town", region, country, "large" if manner == "large" else _wary(manner))
        yield from (Phrase(one, "pl", place) for one in (name, *others.split("|")) if one)


def _wary(manner: str) -> Manner:
    return "wary" if manner == "wary" else ""


def _slug(name: str) -> str:
    return fold(name).replace(" ", "-")


def _has_capitals(words: tuple[Word, ...], phrase: str) -> bool:
    """Whether every word that a phrase writes with a capital has one."""
    written = phrase_words(phrase)
    return all(
        word.capital for word, one in zip(words, written, strict=True) if one.lstrip("=!")[0].isupper()
    )


@lru_cache(maxsize=10_000)
def _may_be_else(token: str, manner: Manner) -> bool:
    """Whether a town's form may be another word: for a large one only one that is no noun ("Tych")."""
    if manner == "wary":
        return True
    common = (reading for reading in readings(token.lower()) if reading.lemma[0].islower())
    return any(manner != "large" or reading.part not in NOUNS for reading in common)


@lru_cache(maxsize=10_000)
def _is_given_name(token: str) -> bool:
    """Whether a Polish dictionary knows the form as a person's given name."""
    return any("imię" in labels for _, _, (_, _, _, labels, _) in analysed(token))


def _in_address(text: str, span: Span) -> bool:
    """Whether a span is part of a web or mail address."""
    before = text[max(0, span.start - 2) : span.start]
    return ADDRESS_BEFORE.search(before) is not None or ADDRESS_AFTER.match(text, span.end) is not None
