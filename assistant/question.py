"""What a question asks for: its language, the kind of thing, one or several, whether it points back."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any, Literal

from assistant.errors import QuestionError
from documents.language import language_of
from documents.model import Language
from index import words

Asked = Literal[
    "number",
    "date",
    "person",
    "place",
    "reason",
    "definition",
    "yes_no",
    "phone",
    "email",
    "website",
    "address",
    "manner",
    "advice",
    "thing",
]

# Longer than any question a person types, short enough to be embedded whole.
LONGEST_QUESTION = 2_000
# How far after "which" its noun may stand: "jaki jest oficjalny adres".
NOUN_REACH = 4
# "What is the budget" asks for a budget; "what is a cluster" for what it is: what is left is short.
LONGEST_DEFINED = 4
# With no question word and more words than these, it is a sentence and no keywords: its nouns ask nothing.
KEYWORDS = 6
# How far after "is" or "has" the noun stands: "wynosi roczna składka członkowska".
ATTRIBUTE_REACH = 6

_CAPITAL = r"(?:[^\W\d_a-ząćęłńóśźż]\.(?=\s?[^\W\d_a-ząćęłńóśźż])|[^\W\d_a-ząćęłńóśźż][\w&+-]*(?:\.\w+)*)"
NAME = re.compile(
    rf"{_CAPITAL}(?:\s*(?:\s(?:of|the|and|for|i|w|na|dla|&|–|-)\s)?\s*(?:{_CAPITAL}|(?<=\s)\d+\b))*"
)
# "8. Kongres", "the 8th Congress": the number is part of the name.
ORDINAL = re.compile(r"\b\d{1,3}(?:\.|st|nd|rd|th)\s+$")


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood. `several`: it asks for more than one thing. `points_back`: it has a word
    that stands for what was spoken of before; `continues`: it starts as only a later question does.
    `attribute` is the noun it asks for by a verb of being or having, "prezesem" in "kto jest prezesem".
    `text` is the question without what is said besides, "właściwie"."""

    text: str
    language: Language
    asked: Asked
    several: bool = False
    points_back: bool = False
    continues: bool = False
    attribute: str = ""


@cache
def lexicon() -> dict[str, Any]:
    """The words questions are made of (assistant/data/asked.toml)."""
    return tomllib.loads(files("assistant").joinpath("data/asked.toml").read_text("utf-8"))


def understand(text: str, language: Language | None = None) -> Question:
    """What a question asks for.

    Raises:
        QuestionError: it is empty or too long.
    """
    text = " ".join(text.split())
    if not words.tokenize(text):
        raise QuestionError("question", "must hold at least one word")
    if len(text) > LONGEST_QUESTION:
        raise QuestionError("question", f"must have at most {LONGEST_QUESTION} characters, has {len(text)}")
    language = language or _language(text)
    text = _without_fillers(text)
    tokens = words.tokenize(text)
    folded = [words.fold(token) for token in tokens]
    opening, rest = _opening(folded, language)
    asked = (
        _advice(folded, language)
        or _contact(folded, opening)
        or _asked(opening, tokens[rest:], folded[rest:], language)
    )
    return Question(
        text,
        language,
        asked,
        several=opening == "which" and _plural(tokens[rest:], folded[:rest], language),
        points_back=_points_back(folded, language),
        attribute=_attribute(tokens, opening, rest, language),
        continues=folded[0] in lexicon()["continuing"][language],
    )


def _without_fillers(text: str) -> str:
    """A question without what is said besides, "właściwie", "actually"; as it is where nothing else is
    left."""
    kept, at = [], 0
    for found in _fillers().finditer(words.same_length_fold(text)):
        if not text[found.start() : found.end()].strip(" ,").islower():
            continue  # A word with a capital is a name's.
        kept.append(text[at : found.start()])
        at = found.end()
    plain = " ".join("".join((*kept, text[at:])).split())
    return plain if len(words.tokenize(plain)) > 1 else text


@cache
def _fillers() -> re.Pattern[str]:
    listed = sorted(lexicon()["fillers"]["words"], key=len, reverse=True)
    return re.compile(rf",?\s*\b(?:{'|'.join(map(re.escape, listed))})\b")


def _language(text: str) -> Language:
    """The language of a question without its names, where that tells: "Who represents Klaster Kowali?"."""
    rest = text
    for name in names(text):
        rest = rest.replace(name, " ")
    return language_of(rest, default=language_of(text))


def names(text: str) -> tuple[str, ...]:
    """Runs of capitalised words, in order, without the question word that starts the text."""
    found = []
    for match in NAME.finditer(text):
        name = match.group().rstrip(".-–&+ ")
        if match.start() == 0:
            name = _without_opening(name)
        elif ordinal := ORDINAL.search(text, 0, match.start()):
            name = f"{ordinal.group().strip()} {name}"
        if name and words.fold(name) not in words.stop_words():
            found.append(name)
    return tuple(dict.fromkeys(found))


def _without_opening(name: str) -> str:
    """A capital at the start of a question is no sign of a name: a word of the dictionary is left out."""
    first, _, rest = name.partition(" ")
    keep = not words.is_known(first) and not words.is_known(first.lower())
    if keep or (rest and words.fold(first) not in _question_words()):
        return name
    while rest[:1].islower():  # "Does the School of Sails": the article belongs to the question
        rest = rest.partition(" ")[2]
    return rest


@cache
def _question_words() -> frozenset[str]:
    openings = (phrase for opening in lexicon()["opening"] for phrase in opening["words"])
    return words.stop_words() | {phrase.partition(" ")[0] for phrase in openings}


@cache
def _phrases(language: Language) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Every opening as its words, with its kind, longest first; "do" opens a question in English alone."""
    found = [(tuple(phrase.split()), o["kind"]) for o in lexicon()["opening"] for phrase in o["words"]]
    if language == "en":
        found += [((word,), o["kind"]) for o in lexicon()["opening"] for word in o.get("english", ())]
    return tuple(sorted(found, key=lambda one: -len(one[0])))


def _opening(folded: Sequence[str], language: Language) -> tuple[str, int]:
    """The kind of the question word and the number of words up to its end; "" and 0 without one."""
    before = set(lexicon()["before"]["words"])
    for start in range(min(3, len(folded))):
        for phrase, kind in _phrases(language):
            if tuple(folded[start : start + len(phrase)]) == phrase:
                return kind, start + len(phrase)
        if folded[start] not in before:
            return _later_opening(folded, language)
    return _later_opening(folded, language)


def _later_opening(folded: Sequence[str], language: Language) -> tuple[str, int]:
    """A question word further in, as in "Dolina Lotnicza – kto reprezentuje"; not "which", that is
    mostly a relative pronoun there, nor "is" and its like."""
    for start in range(1, len(folded)):
        for phrase, kind in _phrases(language):
            if kind in {"number", "date", "person", "place", "reason"} and phrase == tuple(
                folded[start : start + len(phrase)]
            ):
                return kind, start + len(phrase)
    return "", 0


def _advice(folded: Sequence[str], language: Language) -> Asked | None:
    """ "I run a foundry": who asks describes their own case."""
    spoken = f" {' '.join(folded)} "
    return "advice" if any(f" {phrase} " in spoken for phrase in lexicon()["advice"][language]) else None


def _contact(folded: Sequence[str], opening: str) -> Asked | None:
    if opening not in {"", "which", "manner", "place"}:
        return None
    wanted = lexicon()["contact"]
    kinds: tuple[Asked, ...] = ("email", "phone", "website")
    return next((kind for kind in kinds if not set(folded).isdisjoint(wanted[kind])), None)


def _asked(opening: str, tokens: Sequence[str], folded: Sequence[str], language: Language) -> Asked:
    if opening in {"which", "person"} and _only_a_name(opening, tokens, folded):
        return "definition"
    if not opening and len(tokens) > KEYWORDS:
        return "thing"
    if opening in {"which", ""} or (opening == "definition" and "the" in folded[:1]):
        return _by_noun(tokens, language)
    kinds: tuple[Asked, ...] = (
        "number",
        "date",
        "person",
        "place",
        "reason",
        "definition",
        "yes_no",
        "manner",
    )
    return next((kind for kind in kinds if kind == opening), "thing")


def _only_a_name(opening: str, tokens: Sequence[str], folded: Sequence[str]) -> bool:
    """ "What is E-BOOST", "kim jest Jan Kowalski": nothing is left but the verb and what is asked about."""
    if not folded or folded[0] not in {"is", "are", "was", "jest", "sa", "byl", "byla"}:
        return False
    rest = tokens[1:]
    if not rest or len(rest) > LONGEST_DEFINED or folded[1] == "the":
        return False
    return all(token[0].isupper() or token[0].isdigit() for token in rest) or (
        opening == "which" and len(rest) == 1
    )


def _by_noun(tokens: Sequence[str], language: Language) -> Asked:
    """The kind that the first noun after the question word names."""
    for token in tokens[:NOUN_REACH]:
        kind = _noun_kinds().get(words.lemma(token.lower()))
        if kind is not None:
            several = kind == "number" and token.lower().endswith(("ach", "ami", "om", "ości", "s"))
            return "thing" if several else kind
        if language == "pl" and any(reading.part == "subst" for reading in words.readings(token.lower())):
            break
        if language == "en" and token.lower() == "of":
            break
    return "thing"


@cache
def _noun_kinds() -> dict[str, Asked]:
    """The kind each noun asks for, by its lemma and by what is left of it without its diacritics, where no
    dictionary knows it: "wojewodztwie"."""
    nouns: dict[str, list[str]] = lexicon()["nouns"]
    kinds: tuple[Asked, ...] = (
        *("email", "phone", "website", "address", "date", "number", "person"),
        *("place", "reason", "definition"),
    )
    by_lemma = {noun: kind for kind in reversed(kinds) for noun in nouns[kind]}
    unknown = {noun: kind for noun, kind in by_lemma.items() if not words.is_known(noun)}
    return {words.without_ending(noun): kind for noun, kind in unknown.items()} | by_lemma


def _plural(tokens: Sequence[str], opening: Sequence[str], language: Language) -> bool:
    """Whether the first noun after "which" stands in the plural."""
    if language == "en":
        return any(
            token.lower().endswith("s") and words.english_lemma(token.lower()) != token.lower()
            for token in tokens[:NOUN_REACH]
            if words.fold(token) not in words.stop_words()
        )
    if set(lexicon()["plural"]["words"]).isdisjoint(opening):
        return False
    for token in tokens[:NOUN_REACH]:
        tags = [reading.tag for reading in words.readings(token) if reading.part in {"subst", "ger"}]
        if tags:
            return any(":pl:" in tag for tag in tags)
    return False


def _attribute(tokens: Sequence[str], opening: str, start: int, language: Language) -> str:
    """The noun after "kto jest", "ile wynosi", "what is the", or in "does X have N": what is asked for by its
    name, so that an answer names it too."""
    verbs = lexicon()["having"][language]
    folded = [words.fold(token) for token in tokens]
    if opening == "yes_no":
        place = next((n for n, one in enumerate(folded) if n >= start and one in verbs["have"]), None)
    elif opening in {"which", "person", "number"} and folded[start : start + 1]:
        place = start if folded[start] in verbs["be"] else None
    else:
        place = None
    if place is None:
        return ""
    after = tokens[place + 1 : place + 1 + ATTRIBUTE_REACH]
    noun = _polish_noun(after) if language == "pl" else _english_noun(after)
    return "" if not noun or words.lemma(noun) in kind_nouns() else noun


def _polish_noun(tokens: Sequence[str]) -> str:
    """The first noun, if only adjectives stand before it."""
    for token in tokens:
        parts = {reading.part for reading in words.readings(token)}
        if token[0].isupper() or not parts & {"subst", "adj", "ppas", "pact"}:
            return ""
        if "subst" in parts:
            return token
    return ""


def _english_noun(tokens: Sequence[str]) -> str:
    """The last word before "of" or the like, or the last of all: "the annual fee in", "have a laboratory"."""
    if not tokens or tokens[0].lower() not in {"a", "an", "the", "its", "their"}:
        return ""
    folded = [words.fold(token) for token in tokens]
    end = next((n for n, one in enumerate(folded) if n and one in words.stop_words()), len(tokens))
    if end < len(tokens) and folded[end] not in {"of", "in", "at", "for"}:
        return ""
    last = tokens[end - 1]
    # "On what is the label based": a participle is no noun.
    return "" if last[0].isupper() or last.endswith("ed") else last


@cache
def kind_nouns() -> frozenset[str]:
    """Nouns that name the kind of thing asked for, which an answer need not repeat."""
    nouns = lexicon()["nouns"]
    kinds = ("date", "place", "reason", "definition", "phone", "email", "website", "address")
    general = {
        "liczba",
        "ilosc",
        "nazwa",
        "nazwisko",
        "number",
        "name",
        "klaster",
        "cluster",
        "rola",
        "role",
        "funkcja",
    }
    return frozenset(one for kind in kinds for one in nouns[kind]) | general


def _points_back(folded: Sequence[str], language: Language) -> bool:
    table = lexicon()
    if not set(folded).isdisjoint(table["pointing"][language]):
        return True
    # "ten klaster", "this cluster": a demonstrative with its noun; alone it may introduce a clause.
    return any(
        one in table["demonstrative"][language] and words.lemma(following) in {"klaster", "cluster", "firma"}
        for one, following in pairwise(folded)
    )
