"""Names of organisations in a text: where they begin, and above all where they end.

A name is read word by word as a reader takes it: capitalised words, genitive complements, names in quotation
marks, "i", "w", "na rzecz", "of", and a legal form, which closes it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from documents.model import Span
from index import words
from index.extraction.people import opens_with_person, role_of
from index.extraction.pieces import (
    Line,
    Piece,
    adjective,
    carrying,
    common,
    genitive,
    heads,
    is_head,
    legal_form,
    line_of,
    noun_genitive,
    pieces_of,
    verbal,
)
from index.inflection import agrees, case_of, inflected, is_english, nominative, word_forms

# "– not for profit system Sp. z o.o.": so far from a dash may the legal form stand, and from an "i".
TO_LEGAL_FORM = 7
WORD = re.compile(r"[^\W\d_]{3,}")
# After a head in small letters: a capital or a quotation mark, "fundacja „Zdrój”".
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
    at = _end(line)
    named = any(one.capital or one.kind in {"quoted", "legal"} for one in pieces[:at])
    return Span(pieces[0].start, pieces[at - 1].end) if named else None


@lru_cache(maxsize=4_096)
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
            name = nominative(text[span.start : span.end])
            found.append(Found(span, name[0].upper() + name[1:]))
    return tuple(found)


def _starts(text: str) -> Iterator[int]:
    """Where a name may begin: at a head, or before a legal form, with the words that lead to it."""
    for match in WORD.finditer(text):
        word = match.group()
        if is_head(word) and (word[0].isupper() or HINT.match(text, match.end())):
            yield _led_from(text, match.start(), word)
    for match in legal_form().finditer(text) if LEGAL_HINT.search(text) else ():
        if not text[match.start() - 1 : match.start()].strip():
            yield _run_before(text, match.start())


def _led_from(text: str, start: int, head: str) -> int:
    """The beginning of the adjectives, or in English of the capitalised words, that stand before a head."""
    polish = head.lower() in heads("polish")
    for _ in range(6):
        before = BEFORE.search(text, max(0, start - 60), start)
        if before is not None and not polish and _binds(text, before, start):
            start = before.start(1)
            continue
        if before is None or not before[1][0].isupper() or _opens_sentence(text, before):
            break
        if (
            polish
            and head.lower() not in carrying("english")
            and not agrees(head, before[1].rpartition("-")[2])
        ):
            break
        start = before.start(1)
    return start


def _binds(text: str, word: re.Match[str], start: int) -> bool:
    """Whether "and" or "&" before a word joins it to another of the name: "Harbour Science and Technology
    Park"; not to a name that is whole, nor to a place, a role or a person."""
    if word[1] not in {"and", "&"}:
        return False
    first = BEFORE.search(text, max(0, word.start(1) - 60), word.start(1))
    after = WORD.match(text, start)
    if first is None or after is None or not first[1][0].isupper() or is_head(first[1]):
        return False
    both = (first[1].lower(), after.group().lower())
    return all(map(is_english, both)) and all(map(words.is_known, both)) and not role_of(both[0])


def _opens_sentence(text: str, word: re.Match[str]) -> bool:
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
        capital = any(map(str.isupper, match[1])) and not _opens_sentence(text, match)
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
        return not _ends_before(line_of(pieces), 0)
    return first.small and first.text in heads("polish") | carrying("english")


def _names_person(text: str, pieces: tuple[Piece, ...]) -> bool:
    after = opens_with_person(text, pieces[0].start)
    return after is not None and not any(one.kind == "legal" for one in pieces[:5])


def _end(line: Line) -> int:
    """How many of the pieces are the name."""
    at = 1
    while at < len(line.pieces) and line.kind(at - 1) != "legal":
        reached = next((n for rule in RULES if (n := rule(line, at)) > at), at)
        if reached == at:
            break
        at = reached
    return at


def _take_legal(line: Line, at: int) -> int:
    return at + 1 if line.kind(at) == "legal" else at


def _take_quoted(line: Line, at: int) -> int:
    return at + 1 if line.kind(at) == "quoted" else at


def _take_capital(line: Line, at: int) -> int:
    piece = line.pieces[at]
    numbered = re.fullmatch(r"\d{1,2}|\d\.\d", piece.text) and not line.text(at + 1)[:1].isdigit()
    if not (piece.capital or numbered) or _ends_before(line, at):
        return at
    return at + 1


def _ends_before(line: Line, at: int) -> bool:
    """Whether the capitalised word begins something else: a label, or the role of a person."""
    word = line.text(at).rstrip(".").lower()
    if word in carrying("labels") or line.text(at + 1) == ":":
        return True
    return at > 0 and line.text(at)[:1].isupper() and role_of(word)


def _take_joined(line: Line, at: int) -> int:
    """What follows "i" or "and", if it is of the same name and not another one."""
    if line.text(at) not in carrying("joining") or line.kind(at + 1) != "word":
        return at
    word = line.text(at + 1)
    if line.text(at) == "&":
        return at + 2 if line.pieces[at + 1].capital else at
    if not line.headed(at):
        return at + 2 if _legal_within(line, at + 1) and line.pieces[at + 1].capital else at
    if _another(line, at + 1) or _ends_before(line, at + 1):
        return at
    if line.text(at) == "and":
        if _carried(line, at + 1):
            return at
        carried = line.pieces[at + 1].capital or line.pieces[at - 1].small
        return at + 2 if carried and is_english(word) and not _legal_within(line, at + 1) else at
    before = line.text(at - 1)
    alike = (
        line.kind(at - 1) == "word"
        and common(before)
        and common(word)
        and bool(case_of(before) & case_of(word))
    )
    described = adjective(before) and agrees(line.text(line.heads[0]), word)
    return at + 2 if genitive(word) or alike or described else at


def _another(line: Line, at: int) -> bool:
    """Whether another organisation's name begins: a head in the singular, in the case of the first."""
    word = line.text(at).lower()
    if at not in line.heads and word not in heads("others"):
        following = line.text(at + 1).lower()
        carried = at + 1 in line.heads or following in heads("others")
        return carried and agrees(line.text(at + 1), line.text(at)) and _shares(line, at + 1)
    return _shares(line, at)


def _carried(line: Line, at: int) -> bool:
    """Whether capitalised words lead to an English head: "and Oslo University"."""
    while line.kind(at) == "word" and line.pieces[at].capital:
        if at in line.heads:
            return True
        at += 1
    return False


def _shares(line: Line, at: int) -> bool:
    forms = word_forms(line.text(at))
    singular = any(form.tag.startswith("subst:sg") for form in forms)
    first = case_of(line.text(line.heads[0])) if line.heads else frozenset()
    # "Bank" is a surname too, so that the phrase has no certain case: any that the word may have counts.
    cases = case_of(line.text(at)) or {case for form in forms for _, case, _ in form.agreement}
    return not first or (singular and bool(first & cases))


def _take_of(line: Line, at: int) -> int:
    """English "of" and "for" with what they bring, small letters too right after the head."""
    if line.text(at) not in carrying("of"):
        return at
    after = at + 2 if line.text(at + 1) == "the" else at + 1
    if line.kind(after) == "quoted":
        return after + 1
    if line.kind(after) != "word" or _ends_before(line, after):
        return at
    small = line.pieces[after].small and at - 1 in line.heads and is_english(line.text(after))
    return after + 1 if line.pieces[after].capital or small else at


def _take_aside(line: Line, at: int) -> int:
    """A Polish preposition of names with its noun: "na rzecz Rozwoju", "ds. Energii", "im. Jana Kota"."""
    if not line.headed(at) or line.text(at).lower() not in carrying("aside"):
        return at
    after = at + 1
    if line.text(after).lower() in carrying("matters"):
        after += 1
    elif line.text(at) == "do":
        return at
    if line.kind(after) == "quoted":
        return after + 1
    small = after > at + 1 or line.text(at) in carrying("small_aside")
    named = line.kind(after) == "word" and (
        line.pieces[after].capital or (small and genitive(line.text(after)))
    )
    return after + 1 if named and not _ends_before(line, after) else at


def _take_place(line: Line, at: int) -> int:
    """ "w Krakowie", "in Kraków": a place, or a name that no dictionary has; not "w Radzie"."""
    if not line.headed(at) or line.text(at) not in carrying("placed") or line.kind(at + 1) != "word":
        return at
    if not line.pieces[at + 1].capital:
        return at
    forms = word_forms(line.text(at + 1))
    placed = not common(line.text(at + 1)) or any("nazwa_geograficzna" in form.labels for form in forms)
    return at + 2 if placed or line.text(at) == "in" else at


def _take_with(line: Line, at: int) -> int:
    if not line.headed(at) or line.text(at) not in carrying("with") or line.kind(at + 1) != "word":
        return at
    word = line.text(at + 1)
    placed = any("nazwa_geograficzna" in form.labels for form in word_forms(word))
    named = line.pieces[at + 1].capital and common(word) and not placed
    return at + 2 if named and not _another(line, at + 1) else at


def _take_dash(line: Line, at: int) -> int:
    """A spaced dash that binds: inside a compound adjective, or on the way to a legal form."""
    if line.kind(at) != "dash":
        return at
    if line.text(at - 1).endswith("o") and adjective(line.text(at + 1)) and line.pieces[at + 1].capital:
        return at + 2
    return _legal_within(line, at + 1) or at


def _legal_within(line: Line, at: int) -> int:
    """The place after a legal form that only words and quotes separate from `at`; 0 without one."""
    for n in range(at, min(at + TO_LEGAL_FORM, len(line.pieces))):
        if line.kind(n) == "legal":
            return n + 1
        if line.kind(n) not in {"word", "quoted"} or verbal(line.text(n)) or _ends_before(line, n):
            return 0
    return 0


def _take_listed(line: Line, at: int) -> int:
    """ ", Szkła i Ceramiki" after a genitive: a name that enumerates."""
    if line.kind(at) != "comma" or not line.headed(at - 1):
        return at
    joined = at + 2 if line.text(at + 2) in carrying("joining") else at + 3
    if line.text(joined) not in carrying("joining") | {","} or line.kind(joined + 1) != "word":
        return at
    named = (line.text(at - 1), line.text(at + 1), line.text(joined + 1))
    if any(_another(line, n) for n in (at + 1, joined + 1)) or not all(n[:1].isupper() for n in named):
        return at
    polish = all(genitive(n) and common(n) for n in named)
    return joined if polish or all(map(is_english, named)) else at


def _take_small(line: Line, at: int) -> int:
    """A genitive complement in small letters, or an adjective of the head: "Centrum badań jądrowych"."""
    piece = line.pieces[at]
    if not piece.small or not line.headed(at) or line.kind(at - 1) != "word" or verbal(piece.text):
        return at
    before = line.text(at - 1)
    lemmas = {form.lemma.partition(":")[0] for form in word_forms(piece.text)}
    if lemmas & carrying("clauses") or words.fold(piece.text) in words.stop_words():
        return at
    if not (at - 1 in line.heads or common(before) or adjective(before)):
        return at
    if agrees(before, piece.text) or noun_genitive(piece.text):
        return at + 1
    return (
        at + 1
        if adjective(piece.text) and agrees(line.text(at + 1), piece.text) and genitive(piece.text)
        else at
    )


RULES: tuple[Callable[[Line, int], int], ...] = (
    _take_legal,
    _take_quoted,
    _take_joined,
    _take_of,
    _take_aside,
    _take_place,
    _take_with,
    _take_capital,
    _take_dash,
    _take_listed,
    _take_small,
)
