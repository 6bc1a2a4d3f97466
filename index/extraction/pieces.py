"""A line taken apart as names of organisations are read: words, quotations, dashes, legal forms.

What a word may be in such a name is asked here too: a noun that carries it, a genitive complement, a verb.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from index.gazetteer import lexicon
from index.inflection import inflected, word_forms

# Longer than the longest registered names; what goes on is no name.
MOST_PIECES = 40
VERBAL = frozenset(
    {"fin", "praet", "imps", "inf", "pred", "adv", "prep", "conj", "comp", "part", "bedzie", "impt", "pcon"}
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, a quotation, a legal form, a dash, a comma, or where none of them follows ("stop")."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it is a word of a name: with a capital, a brand's among small letters too."""
        return self.kind == "word" and any(map(str.isupper, self.text))

    @property
    def small(self) -> bool:
        """Whether it is a word in small letters."""
        return self.kind == "word" and self.text.islower() and self.text[:1].isalpha()


@dataclass(frozen=True, slots=True)
class Line:
    """The pieces after a name's beginning, and which of them are nouns that carry a name."""

    pieces: tuple[Piece, ...]
    heads: tuple[int, ...]

    def headed(self, at: int) -> bool:
        """Whether a head stands before `at`."""
        return bool(self.heads) and self.heads[0] < at

    def kind(self, at: int) -> str:
        """The kind of the piece at a place; "stop" beyond the last."""
        return self.pieces[at].kind if at < len(self.pieces) else "stop"

    def text(self, at: int) -> str:
        """The text of the piece at a place; "" beyond the last."""
        return self.pieces[at].text if at < len(self.pieces) else ""


@cache
def heads(key: str) -> frozenset[str]:
    """The forms of the nouns in one list of the lexicon, in lower case."""
    return frozenset(
        form.lower() for lemma in lexicon("organisation_heads.toml")[key] for form in inflected(lemma)
    )


@cache
def carrying(key: str) -> frozenset[str]:
    """The words of one list of the lexicon, as they stand there."""
    return frozenset(lexicon("organisation_heads.toml")[key])


def _legal(forms: list[str]) -> str:
    """A pattern for legal forms however spaced, without their last full stop where a text leaves it out."""
    spaced = (
        re.escape(form.removesuffix("."))
        .replace(r"\.\ ", r"\.\s?")
        .replace(r"\.", r"\.\s?")
        .replace(r"\ ", r"\s+")
        + (r"\.?" if form.endswith(".") else "")
        for form in sorted(forms, key=len, reverse=True)
    )
    return "|".join(one.replace(r"\s?\s?", r"\s?") for one in spaced)


@cache
def legal_form() -> re.Pattern[str]:
    """A pattern for the legal forms of companies, several of them in a row too."""
    table = lexicon("legal_forms.toml")
    one = rf"(?:(?i:{_legal(table['dotted'])})|{_legal(table['exact'])})(?!\w)"
    return re.compile(rf"{one}(?:\s+{one})*")


@cache
def _legal_after_comma() -> str:
    return rf",\s(?i:{_legal(lexicon('legal_forms.toml')['after_comma'])})(?!\w)"


@cache
def _piece() -> re.Pattern[str]:
    short = "|".join(map(re.escape, lexicon("organisation_heads.toml")["abbreviations"]))
    return re.compile(
        rf"(?P<legal>{legal_form().pattern}|{_legal_after_comma()})"
        r"|(?P<quoted>„[^”“\"\n]{1,80}[”“\"]|[“”\"][^“”\"\n]{1,80}[”“\"]|«[^»\n]{1,80}»)"
        rf"|(?P<word>(?:{short}|[^\W\d_])\.(?=\s?\w)|[^\W_]\w*(?:[-–'’&+./][^\W_]\w*|\+|(?<=s)['’](?=\s[A-Z]))*|&)"
        r"|(?P<dash>[-–—](?=\s))|(?P<comma>,(?=\s))"
    )


def pieces_of(text: str, start: int) -> Iterator[Piece]:
    """The pieces from an offset on, the last of them a "stop" unless there are more than a name has."""
    at = start
    for _ in range(MOST_PIECES):
        while text[at : at + 1] in {" ", "\u00a0"}:
            at += 1
        match = _piece().match(text, at)
        if match is None:
            yield Piece("stop", text[at : at + 1], at, at)
            return
        yield Piece(str(match.lastgroup), match.group(), at, match.end())
        at = match.end()


def is_head(word: str) -> bool:
    """Whether a word is a noun that carries names of organisations, in any of its forms."""
    lower = word.lower()
    return lower in heads("polish") or lower in carrying("english")


def line_of(pieces: tuple[Piece, ...]) -> Line:
    """The pieces with the places of their heads."""
    return Line(pieces, tuple(n for n, one in enumerate(pieces) if one.kind == "word" and is_head(one.text)))


@lru_cache(maxsize=20_000)
def genitive(word: str) -> bool:
    """Whether a word may stand in the genitive."""
    return any(":gen" in form.tag or ".gen" in form.tag for form in word_forms(word) if form.agreement)


@lru_cache(maxsize=20_000)
def noun_genitive(word: str) -> bool:
    """Whether a word may be a noun in the genitive."""
    return any(
        case == "gen"
        for form in word_forms(word)
        if form.part in {"subst", "ger"}
        for _, case, _ in form.agreement
    )


@lru_cache(maxsize=20_000)
def common(word: str) -> bool:
    """Whether a word may be a common noun, no name."""
    return any("nazwa_pospolita" in form.labels or form.part == "ger" for form in word_forms(word))


@lru_cache(maxsize=20_000)
def adjective(word: str) -> bool:
    """Whether a word, or the last part of a compound, may be an adjective."""
    return any(form.part == "adj" for form in word_forms(word.rpartition("-")[2]))


@lru_cache(maxsize=20_000)
def verbal(word: str) -> bool:
    """Whether a small word may be a verb, or another that no name goes on with."""
    return word.islower() and any(form.part in VERBAL for form in word_forms(word))
