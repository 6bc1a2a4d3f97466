"""Names of organisations in a text: where they begin; where they end, `organisation_extent.py` tells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from documents.model import Span
from index import words
from index.extraction.known_labels import kept_by_labels
from index.extraction.organisation_extent import ends_before, name_end
from index.extraction.people import opens_with_person
from index.extraction.pieces import (
    Piece,
    carrying,
    genitive,
    heads,
    is_head,
    legal_form,
    line_of,
    pieces_of,
    verbal,
)
from index.extraction.roles import role_of
from index.inflection import agrees, inflected, is_english, nominative, word_forms

WORD = re.compile(r"[^\W\d_]{3,}")
# After a head in small letters: a capital or a quotation mark, "fundacja „Zdrój”".
# "E-" before "Park": the first part of a compound.
COMPOUND, LONGEST_FIRST = re.compile(r"(?<![\w-])[^\W\d_a-z][\w]*-$"), 20
HINT = re.compile(r"\s(?:[„“\"«]|(?-i:[A-ZÀ-ÖØ-ÞĄĆĘŁŃÓŚŹŻ]))")
LEGAL_HINT = re.compile(
    r"\b(?:[A-Z]{2,4}|[Ss]p(?:ółk)?\w*|S|[a-z]\.\w|[Ll](?:td|imited)|[Ii]nc|[Gg]mb[Hh]|Oy|ApS|Corp)\b"
)
BEFORE = re.compile(r"(?<![\w.@/-])([^\W\d_][\w.&+'’-]*|\d[\w.]*|&)[ \u00a0]+$")
QUOTED_BEFORE = re.compile(r"([„“”\"«][^„“”\"«»\n]{1,80}[”“\"»])[ \u00a0]+$")


@dataclass(frozen=True, slots=True)
class Found:
    """A name as it stands in the text, and in the nominative."""

    span: Span
    name: str


def organisation_at(text: str, start: int) -> Span | None:
    """The name of the organisation or company that begins at `start`; None where none does, or a person's.

    Articles and words such as "firma" before a name are no part of it.
    """
    pieces = tuple(pieces_of(text, start))
    while _introduces(pieces):
        pieces = pieces[1:]
    if not pieces or not _opens(pieces) or _names_person(text, pieces):
        return None
    line = line_of(pieces)
    at = name_end(line)
    named = any(one.capital or one.kind in {"quoted", "legal"} for one in pieces[:at])
    return Span(pieces[0].start, pieces[at - 1].end) if named else None


@kept_by_labels(4_096)
def organisations_in(text: str) -> tuple[Found, ...]:
    """The organisations a text names, in order, none within another; no persons and no clusters.

    A name shows itself by a noun such as "Fundacja" or "University", or by a legal form.
    """
    found: list[Found] = []
    for start in sorted(set(_starts(text))):
        if found and start < found[-1].span.end:
            continue
        span = organisation_at(text, start)
        if span is not None and _is_name(text, span):
            name = in_nominative(text[span.start : span.end])
            found.append(Found(span, name[0].upper() + name[1:]))
    return tuple(found)


def in_nominative(name: str) -> str:
    """A name in the nominative; what an English word heads stands in it: "Kartuzy Chamber of Producers"."""
    said = {word.lower() for word in WORD.findall(name)}
    english = said & (heads("english") - heads("polish")) and not said & (heads("polish") - heads("english"))
    return name if english else nominative(name)


def _starts(text: str) -> Iterator[int]:
    """Where a name may begin: at a head, or before a legal form, with the words that lead to it."""
    for match in WORD.finditer(text):
        word = match.group()
        if is_head(word) and (word[0].isupper() or HINT.match(text, match.end())):
            compound = COMPOUND.search(text, max(0, match.start() - LONGEST_FIRST), match.start())
            yield _led_from(text, compound.start() if compound else match.start(), word)
    for match in legal_form().finditer(text) if LEGAL_HINT.search(text) else ():
        if not text[match.start() - 1 : match.start()].strip():
            yield _run_before(text, match.start())


def _led_from(text: str, start: int, head: str) -> int:
    """The beginning of the adjectives, or in English of the capitalised words, that stand before a head."""
    polish = head.lower() in heads("polish") - carrying("english")
    for _ in range(6):
        before = BEFORE.search(text, max(0, start - 60), start)
        if before is not None and not polish and _binds(text, before, start):
            start = before.start(1)
            continue
        if before is None or not before[1][0].isupper() or _opens_sentence(before):
            break
        if polish and not agrees(head, before[1].rpartition("-")[2]):
            break
        start = before.start(1)
    return start


def _binds(text: str, word: re.Match[str], start: int) -> bool:
    """Whether "and", "&", "of" or "for" before a word joins it to another of the name: "Harbour Science and
    Technology Park", "Friends of Rivers Foundation"; not to one that is whole, a place, a role, a person."""
    if word[1] not in {"and", "&", "of", "for"}:
        return False
    first = BEFORE.search(text, max(0, word.start(1) - 60), word.start(1))
    after = WORD.match(text, start)
    if first is None or after is None or not first[1][0].isupper() or is_head(first[1]):
        return False
    both = (first[1].lower(), after.group().lower())
    return all(map(is_english, both)) and all(map(words.is_known, both)) and not role_of(both[0])


def _opens_sentence(word: re.Match[str]) -> bool:
    """Whether a capitalised word is one that begins a sentence, and not of a name: "The", "In", "Nasza"."""
    lemmas = {form.lemma.partition(":")[0] for form in word_forms(word[1])}
    if words.fold(word[1]) in words.stop_words() or verbal(word[1].lower()):
        return True
    return bool(lemmas & carrying("clauses"))


def _run_before(text: str, end: int) -> int:
    """The beginning of the capitalised words and quotations that end at a legal form."""
    start = end
    while match := _before(text, start):
        quoted = match.re is QUOTED_BEFORE
        joined = _before(text, match.start(1)) if match[1] in carrying("joining") else None
        capital = any(map(str.isupper, match[1])) and not _opens_sentence(match)
        carries = quoted or capital or (joined is not None and joined[1][0].isupper())
        if not carries or role_of(match[1].lower()):
            break
        start = match.start(1)
    return start


def _before(text: str, end: int) -> re.Match[str] | None:
    quoted = QUOTED_BEFORE.search(text, max(0, end - 90), end)
    return quoted or BEFORE.search(text, max(0, end - 60), end)


def _is_name(text: str, span: Span) -> bool:
    """Whether more than a lone noun stands there, and no cluster or part of one."""
    pieces = tuple(pieces_of(text[: span.end], span.start))[:-1]
    first = next((n for n, one in enumerate(pieces) if one.kind == "word" and is_head(one.text)), None)
    if first is None:
        return len(pieces) > 1 and not _cluster(pieces[0].text)
    if any(_cluster(one.text) for one in pieces[:first]):
        return False
    organ = {form.lemma.partition(":")[0] for form in word_forms(pieces[first].text)} | {
        pieces[first].text.lower()
    }
    if organ & carrying("organs") and any(_cluster(one.text) for one in pieces[first + 1 : first + 2]):
        return False
    return any(one.capital or one.kind != "word" for n, one in enumerate(pieces) if n != first) or (
        len(pieces) > 1
        and bool(text[: span.start].strip())
        and text[: span.start].rstrip()[-1] not in ".!?\n"
    )


def _cluster(word: str) -> bool:
    return word.lower() in inflected("klaster") or word.lower() in {"cluster", "clusters"}


def _introduces(pieces: tuple[Piece, ...]) -> bool:
    if len(pieces) < 2 or pieces[0].kind != "word":
        return False
    word, after = pieces[0].text, pieces[1]
    if word.lower() in carrying("articles"):
        return True
    if word.lower() not in heads("generic") or (word.lower() in carrying("english") and not word.islower()):
        return False
    # "Spółka Restrukturyzacji Kopalń" is a name, "Spółka Alfa" is said of one.
    return word.islower() or (
        (after.kind != "word" or not genitive(after.text)) and after.kind in {"word", "quoted"}
    )


def _opens(pieces: tuple[Piece, ...]) -> bool:
    first = pieces[0]
    if first.kind == "quoted" or first.capital:
        return not ends_before(line_of(pieces), 0)
    return first.small and first.text in heads("polish") | carrying("english")


def _names_person(text: str, pieces: tuple[Piece, ...]) -> bool:
    after = opens_with_person(text, pieces[0].start)
    return after is not None and not any(one.kind == "legal" for one in pieces[:5])
