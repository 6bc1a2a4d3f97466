"""Where the name of an organisation ends, read word by word as a reader takes it: capitalised words, genitive
complements, names in quotation marks, "i", "w", "na rzecz", "of", and a legal form, which closes it.
"""

import re
from collections.abc import Callable
from functools import cache

from index import words
from index.extraction.pieces import Line, adjective, carrying, common, genitive, heads, noun_genitive, verbal
from index.extraction.roles import role_of
from index.inflection import agrees, case_of, inflected, is_english, word_forms

# "– not for profit system Sp. z o.o.": so far from a dash may the legal form stand, and from an "i".
TO_LEGAL_FORM = 7
# So many words after an "i" the word for a cluster shows that another's name began: "i czeskim Klastrem X".
CLUSTER_WITHIN = 6


def name_end(line: Line) -> int:
    """How many of the pieces are the name that begins with the first."""
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
    if not (piece.capital or numbered) or ends_before(line, at):
        return at
    return at + 1


def ends_before(line: Line, at: int) -> bool:
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
    if any(line.text(n).lower() in _clusters() for n in range(at + 1, at + CLUSTER_WITHIN)):
        return at
    if line.text(at) == "&":
        return at + 2 if line.pieces[at + 1].capital else at
    if not line.headed(at):
        whole = _legal_within(line, at + 1) or _joins_english(line, at)
        return at + 2 if whole and line.pieces[at + 1].capital else at
    if _another(line, at + 1) or ends_before(line, at + 1):
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


@cache
def _clusters() -> frozenset[str]:
    return frozenset(form.lower() for form in inflected("klaster")) | {"cluster", "clusters"}


def _joins_english(line: Line, at: int) -> bool:
    """Whether "and" joins two common words of one English name, whose noun follows: "Oak and Ash Guild"."""
    both = (line.text(at - 1).lower(), line.text(at + 1).lower())
    return _carried(line, at + 1) and all(map(is_english, both)) and all(map(words.is_known, both))


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
    if line.kind(after) != "word" or ends_before(line, after):
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
    return after + 1 if named and not ends_before(line, after) else at


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
        if line.kind(n) not in {"word", "quoted"} or verbal(line.text(n)) or ends_before(line, n):
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
