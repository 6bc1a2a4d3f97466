"""The numbers of a text that count what may be members of a cluster, with what they count."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from documents.model import Span
from documents.periods import periods
from index import words
from index.gazetteer import lexicon
from index.inflection import inflected, is_english
from index.numerals import Number, is_numeral, numbers_in
from index.words import same_length_fold

# Words between a number and what it counts: "31 lighting companies", "30 of the region's furniture makers".
MOST_BETWEEN = 6
SHORTEST_NOUN = 3
# Within a clause; the full stop of "2015 r." does not end it.
WITHIN = r"(?:[^.;:]|(?<=\d r)\.)"
# Signs between the words that are counted.
INSIDE = "&-,"
# A number and the word it is joined to are two: "128członków" of a page without its layout.
TOKEN = re.compile(r"\d+|[^\W\d][\w&-]*|[^\w\s]")
# "46 to przedsiębiorstwa", "7 – szpitale", "85 are SMEs".
COPULA = frozenset({"to", "–", "—", "są", "sa", "stanowią", "are", "were"})
# "88-member cluster", "a 40-strong group", "45-osobowe konsorcjum": what is counted is joined to the number.
JOINED = re.compile(
    r"-(?P<what>member|company|firm|partner|strong|podmiotow\w*|firmow\w*)(?=(?:,? [\w-]+){0,3} "
    r"(?:cluster|group|network|alliance|association|consortium|klaster|klastra|siec|grupa)\b)"
)
# "48, of which SMEs: 39", "w tym MŚP – 39": parts of a whole, before their numbers.
PART = re.compile(
    r"(?:of which|including|w tym|z czego|z tego)\W+(?P<what>\w+)\s*[:=–-]\s*(?=\d)", re.IGNORECASE
)


# "105 (SMEs 78, large companies 16)": parts in brackets after their whole.
BRACKET = re.compile(r"\d\s?\(([^()]{5,120})\)")
BRACKETED = re.compile(r"(?P<what>[^\W\d][^,;:()\d]{1,30}?)\s*[:=–-]?\s*(?P<n>\d+)(?=\s*(?:[,;]|$))")
# "Two experts interviewed members": whoever did something is counted, and not to whom.
DID = re.compile(r"[a-z]+[^s\W]s [a-z]+ed")
# What a number counts, right behind it: "exceeds 11,600 people".
WORD_AFTER = re.compile(r"\s([a-z]+)")
# Polish parts of speech between a number and its noun, as SGJP tags them.
BETWEEN = frozenset({"adj", "adja", "pact", "ppas", "conj", "adv", "num"})


@dataclass(frozen=True, slots=True)
class Count:
    """A number of members as a text gives it: digits, and what is counted in its words, "" if in none.
    `at` is where the number itself stands, within `span`; `sure` ones count members whatever else is said."""

    span: Span
    number: str
    counted: str
    at: Span
    sure: bool = False


@cache
def patterns(key: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of one list of the lexicon; one that begins with a letter wants a word's beginning."""
    listed = [
        one.replace("[^.;:]", WITHIN).replace("[^.;]", WITHIN.replace(";:", ";"))
        for one in lexicon("counting.toml")[key]
    ]
    return tuple(re.compile(rf"\b{one}" if one[0].isalpha() else one) for one in listed)


@cache
def word_list(key: str) -> frozenset[str]:
    """The words of one list of the lexicon, as they stand there."""
    return frozenset(lexicon("counting.toml")[key])


@cache
def _counted() -> frozenset[str]:
    """The lemmas of what may be members, and their forms for texts without diacritics."""
    listed_words = word_list("counted")
    forms = {words.fold(form) for word in listed_words if not is_english(word) for form in inflected(word)}
    return frozenset(map(words.fold, listed_words)) | {words.lemma(word) for word in listed_words} | forms


@lru_cache(maxsize=20_000)
def is_counted(word: str) -> bool:
    """Whether a word may name members, in any of its readings: "gmin" is one of "gmina" and of "gmin"."""
    return not lemmas(word).isdisjoint(_counted())


@lru_cache(maxsize=20_000)
def is_member(word: str) -> bool:
    """Whether a word says itself that those it names are members."""
    return not lemmas(word).isdisjoint(word_list("belonging"))


def lemmas(word: str) -> frozenset[str]:
    """The folded lemmas that a word may have, in either language."""
    small = word.lower()
    # "SMEs": an abbreviation's plural is in no dictionary.
    known = {words.lemma(small), small, words.fold(small), small.removesuffix("s")}
    return frozenset(known | {words.fold(reading.lemma) for reading in words.readings(small)})


def counts_in(text: str) -> Iterator[Count]:
    """The numbers in a text that count what may be members."""
    tokens = [(m.start(), m.end(), m.group()) for m in TOKEN.finditer(text)]
    taken = [period.span for period in periods(text)]
    for number in numbers_in(text):
        if any(s.start <= number.span.start < s.end for s in taken):
            continue
        end = number.span.end + (text[number.span.end : number.span.end + 1] == "+")
        at = next((n for n, (start, _, _) in enumerate(tokens) if start >= end), None)
        counted = _what(text, tokens, at) if at is not None else None
        if counted is not None:
            what = text[counted.start : counted.end]
            if len(what) < SHORTEST_NOUN:
                continue  # "300 M EUR"
            yield Count(Span(number.span.start, counted.end), str(number.value), what, number.span)
    yield from _in_brackets(text)
    for part in PART.finditer(text):
        number_of = next((one for one in numbers_in(text) if one.span.start == part.end()), None)
        if number_of is not None and is_counted(part["what"]):
            yield Count(number_of.span, str(number_of.value), part["what"], number_of.span, sure=True)


def _in_brackets(text: str) -> Iterator[Count]:
    """The parts of a number of members that stand in brackets after it, each before its number."""
    for bracket in BRACKET.finditer(text):
        for item in BRACKETED.finditer(bracket[1]):
            if any(is_counted(word) for word in words.tokenize(item["what"])):
                start = bracket.start(1) + item.start("n")
                span = Span(start, start + len(item["n"]))
                yield Count(span, str(int(item["n"])), item["what"], span, sure=True)


def _what(text: str, tokens: Sequence[tuple[int, int, str]], at: int) -> Span | None:
    """What a number counts: the noun after it, with the adjectives between and nouns joined to it."""
    if tokens[at][2] in INSIDE:
        return None
    if tokens[at][2] in COPULA and at + 1 < len(tokens):
        at += 1
    for n in range(at, min(at + MOST_BETWEEN + 1, len(tokens))):
        _, end, word = tokens[n]
        if not is_counted(word):
            done = n + 1 < len(tokens) and DID.fullmatch(f"{word} {tokens[n + 1][2]}") is not None
            if done or not _stands_between(word):
                return _any_noun(text, tokens, at)
            continue
        if n + 1 < len(tokens) and is_counted(tokens[n + 1][2]):
            n, end = n + 1, tokens[n + 1][1]
        joined = n + 2 < len(tokens) and words.fold(tokens[n + 1][2]) in word_list("joining")
        if joined and is_counted(tokens[n + 2][2]):
            end = tokens[n + 2][1]
        return Span(tokens[at][0], end)
    return None


def _any_noun(text: str, tokens: Sequence[tuple[int, int, str]], at: int) -> Span | None:
    """The noun that a number counts where the verb right before it says that it counts members: "zrzesza 140
    pasiek"."""
    start = tokens[at][0]
    number = max((one.span.start for one in numbers_in(text[:start])), default=start)
    before = same_length_fold(text)[:number]
    if not any(verb.search(before) for verb in patterns("uniting")):
        return None
    for _, end, word in tokens[at : at + MOST_BETWEEN]:
        if not word[0].isalpha() or not word.islower():
            return None
        if not lemmas(word).isdisjoint(word_list("never")):
            return None
        noun = any(reading.part == "subst" for reading in words.readings(word))
        if noun or (is_english(word) and word.endswith("s")):
            return Span(start, end)
    return None


@lru_cache(maxsize=20_000)
def _stands_between(word: str) -> bool:
    """Whether a word may stand between a number and the noun it counts: an adjective, an English noun."""
    if is_numeral(word) or not (word[0].isalpha() or word in INSIDE):
        return False
    if words.fold(word) in word_list("people"):
        return False
    known = words.readings(word.lower())
    parts = {reading.part for reading in known}
    if not word.isascii() or not is_english(word.lower()):
        return not known or bool(parts & BETWEEN)
    return words.fold(word) not in word_list("parting")


def said_otherwise(text: str) -> Iterator[Count]:
    """Numbers of members that no noun follows: "liczba członków wzrosła do 57", "jest nas 34", "an 88-member
    cluster"."""
    folded = same_length_fold(text)
    taken = [period.span for period in periods(text)]
    numbers = {number.span.start: number for number in numbers_in(text)}
    for pattern in patterns("alone"):
        for match in pattern.finditer(folded):
            number = numbers.get(match.start("n"))
            if number is None or any(s.start <= number.span.start < s.end for s in taken):
                continue
            after = WORD_AFTER.match(folded, number.span.end)
            if after is not None and not lemmas(after[1]).isdisjoint(word_list("never")):
                continue
            what = match.groupdict().get("what")
            yield Count(
                number.span,
                str(number.value),
                text[match.start("what") : match.end("what")] if what else "",
                number.span,
                sure=True,
            )
    for match in re.finditer(r"(?<![\w.,/-])\d{2,4}(?=-)", text):
        joined = JOINED.match(folded, match.end())
        if joined is not None:
            yield Count(
                Span(match.start(), joined.end()),
                match.group(),
                joined["what"],
                Span(*match.span()),
                sure=True,
            )


def whole_number(text: str) -> Number | None:
    """The number that a text is, but for signs and words of nearness; None for any other text."""
    number = next(numbers_in(text), None)
    if number is None:
        return None
    rest = f"{text[: number.span.start]} {text[number.span.end :]}"
    return number if all(one in word_list("near") for one in words.tokenize(words.fold(rest))) else None
