"""What the words of a stretch of text can have been: every way to put their pieces together, weighed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product
from typing import NamedTuple

from documents.breaks import BLANK_OF
from documents.mending.damage import BREAK, END, GAP, SILENT, Place, Rates, place_of
from documents.mending.forms import LETTERS, UNKNOWN, Forms, is_declined, is_english, readings
from documents.mending.letter_guess import guesses
from documents.mending.tokens import Token

_MOST_PIECES = 5
_MOST_FORMS = 12
_FAR_OFF = 12.0
# What stays as it stands though there are marks in it.
_UNSOLVED = -40.0
# A mark alone can be a bullet or another sign that the font did not tell.
_ALONE = -12.0
# A word of two letters is not put together out of pieces of one: "o" and "i" are words.
_LEAST_JOINED = 3
_RARELY = -11.5
_DOUBTFUL = -15.5
_SHORTEST_LEFT = 3
_SURELY_ONE = 4.0
# Letters that are lost at a break about as often as the one that mostly is.
_AS_USUAL = 1.5
_GUESS = 2
# So many words would show whether letters are lost without a mark.
_MANY_WORDS = 5_000
_SHORT = 4
# A strange word is less likely than one that is known by any other letters.
_GUESSED = -4.0


BREAKS = frozenset([BREAK, END, *BLANK_OF])
_GAPS = BREAKS | {GAP}


class Loss(NamedTuple):
    """A letter that left a sign, at a place in its word."""

    letter: str
    sign: str
    place: Place = "inside"


class Reading(NamedTuple):
    """A form that pieces can have been, with the logarithm of how likely, and the letters it lost."""

    score: float
    form: str
    lost: tuple[Loss, ...] = ()


@dataclass(slots=True)
class Piece:
    """Tokens [start, end) that were one word. `readings` are likelier ones first.

    `marked` says that a sign shows something to be lost, if only a break that nothing asked for.
    """

    start: int
    end: int
    readings: list[Reading]
    marked: bool


class Lattice:
    """Finds the likeliest words for damaged ones; one for a document: it remembers what it has looked up."""

    def __init__(self, forms: Forms, rates: Rates, marks: str) -> None:
        self._forms, self._rates, self._marks = forms, rates, frozenset(marks)
        self._leaves = {gap: rates.loss("ł", gap) > _RARELY for gap in _GAPS} | {"": False}
        self._signs = self._marks | _GAPS
        self._unknown = str.maketrans(dict.fromkeys(self._signs, UNKNOWN))
        self._hidden = str.maketrans(dict.fromkeys([*self._signs, *LETTERS], UNKNOWN))
        self._drops = rates.loss("ę", SILENT) > _RARELY
        self._spared = {gap: rates.spared(gap) for gap in BREAKS - {END}}
        usual = max(rates.loss(letter, BREAK) for letter in LETTERS)
        self._broken = "".join(one for one in LETTERS if rates.loss(one, BREAK) > usual - _AS_USUAL)
        self._ways = lru_cache(maxsize=None)(self._ways_of)

    def pieces(self, tokens: Sequence[Token], after: str) -> list[Piece]:
        """The likeliest way to divide a stretch of tokens into words, with all readings of each word.

        `after` is the gap behind the last of them.
        """
        found = self._divided(tokens, after)
        gaps = [*(token.gap for token in tokens), after]
        hopeless = frozenset(
            at
            for piece in found
            if self._is_doubtful(piece, gaps) or self._is_left_over(piece, tokens)
            for at in range(piece.start, piece.end)
        )
        # Rare words are searched for only where nothing else fits: trying letters takes its time.
        return self._divided(tokens, after, hopeless) if hopeless else found

    def _is_doubtful(self, piece: Piece, gaps: Sequence[str]) -> bool:
        """Whether a piece is more likely part of a rare word than what it was taken for."""
        best = piece.readings[0]
        if piece.marked or piece.end - piece.start > 1:
            return best.score < _DOUBTFUL
        broken = gaps[piece.start] in BREAKS or gaps[piece.end] in BREAKS - {END}
        return broken and not best.lost and not readings(best.form)

    def _is_left_over(self, piece: Piece, tokens: Sequence[Token]) -> bool:
        """Whether a piece is more likely the end of a word that broke at a lost letter."""
        if not piece.start or tokens[piece.start - 1].form[-1] not in self._marks:
            return False
        best, token = piece.readings[0], tokens[piece.start]
        return not best.lost and not token.capital and token.form.isalpha() and not readings(best.form)

    def needs_marks(self) -> bool:
        """Whether letters are lost at marks alone, as far as is seen, so that words without one are whole."""
        if not self._marks or not self._rates.only_at(self._marks):
            return False
        return self._rates.blanks > _MANY_WORDS or not (self._leaves[GAP] or self._drops)

    def join(self, first: Token, second: Token) -> bool:
        """Whether the last word of a block and the first of the next are surely one, cut by a lost letter."""
        if not self._may_join([first.form, second.form], BREAK):
            return False
        joined, _ = self._ways((first.form, second.form), ("", BREAK, ""))
        apart = sum(self._ways((one.form,), ("", ""))[0][0].score for one in (first, second))
        return bool(joined) and joined[0].score > apart + _SURELY_ONE

    def _divided(
        self, tokens: Sequence[Token], after: str, hopeless: frozenset[int] = frozenset()
    ) -> list[Piece]:
        best: list[tuple[float, Piece | None]] = [(0.0, None), *((-1e9, None) for _ in tokens)]
        gaps = [*(token.gap for token in tokens), after]
        for start in range(len(tokens)):
            for piece in self._from(tokens, start, gaps, hopeless):
                score = best[start][0] + piece.readings[0].score
                if score > best[piece.end][0]:
                    best[piece.end] = (score, piece)
        found: list[Piece] = []
        # A way through there always is: each token can stand for itself.
        while last := best[found[-1].start if found else len(tokens)][1]:
            found.append(last)
        return found[::-1]

    def _from(
        self, tokens: Sequence[Token], start: int, gaps: Sequence[str], hopeless: frozenset[int]
    ) -> Iterator[Piece]:
        pieces: list[str] = []
        search = False
        for end in range(start, min(start + _MOST_PIECES, len(tokens))):
            pieces.append(tokens[end].form)
            if end > start and not self._may_join(pieces, gaps[end]):
                return
            search = search or end in hopeless
            small = not any(token.capital for token in tokens[start : end + 1])
            strange = all(self._is_end(before, one) for before, one in pairwise(tokens[start : end + 1]))
            found, marked = self._ways(
                tuple(pieces), tuple(gaps[start : end + 2]), search + (search and strange), small
            )
            if found:
                yield Piece(start, end + 1, found, marked)

    def _is_end(self, before: Token, token: Token) -> bool:
        """Whether a piece behind a lost letter makes no word of its own, so that it ends a strange one."""
        form = token.form
        if token.capital or before.form[-1] not in self._marks or form[0] in self._marks:
            return False
        if len(before.form) > _SHORT and self._forms.alike(self._pattern(before.form)):
            return False
        return not is_declined(form) if form.isalpha() else not self._forms.alike(self._pattern(form))

    def _pattern(self, form: str) -> str:
        return "".join(UNKNOWN if sign in self._marks else sign for sign in form)

    def _may_join(self, pieces: Sequence[str], gap: str) -> bool:
        """Whether a last piece can belong to those before it; what is well apart is not looked at."""
        before, last = pieces[-2], pieces[-1]
        if before[-1] in self._marks or last[0] in self._marks:
            return True
        return self._leaves[gap] and (
            len(pieces) == 2 or gap in BREAKS or not all(readings(one) for one in pieces if one.isalpha())
        )

    def _ways_of(
        self, pieces: tuple[str, ...], gaps: tuple[str, ...], search: int = 0, small: bool = False
    ) -> tuple[list[Reading], bool]:
        """The readings of pieces as one word; `gaps` are those before, between and behind them.

        `search` is 1 for rare words, too, and 2 for guesses at strange ones.
        """
        marked = any(not self._marks.isdisjoint(one) for one in pieces)
        found: list[Reading] = []
        fillings = [self._fillings(*each) for each in zip(pieces, pieces[1:], gaps[1:-1], strict=False)]
        for filling in product(*fillings):
            parts = [pieces[0]]
            for filler, piece in zip(filling, pieces[1:], strict=True):
                parts += (filler, piece)
            text = "".join(parts)
            if not self._tells(text, whole=len(pieces) == 1):
                continue
            if GAP in filling and len(text) < _LEAST_JOINED:
                continue
            found += self._readings(text, filling.count(""), search, small)
            if self._leaves[gaps[-1]]:
                found += self._readings(text + gaps[-1], filling.count(""), 0, small)
            if self._leaves[gaps[0]]:
                rare = marked and search and gaps[0] in BREAKS
                found += self._readings(gaps[0] + text, filling.count(""), int(rare), small)
        # A strange word with a capital is a name.
        if small and not found and not marked and any(not readings(one) for one in pieces):
            found += self._shortened(pieces, gaps)
        if len(pieces) == 1:
            if self._marks.issuperset(pieces[0]):
                return [Reading(_ALONE, pieces[0])], False
            if not marked:
                found.append(Reading(self._forms.log_frequency(pieces[0]), pieces[0]))
            elif not found:
                found.append(Reading(_UNSOLVED, pieces[0]))
        return sorted(found, reverse=True)[:_MOST_FORMS], marked

    def _tells(self, text: str, *, whole: bool) -> bool:
        """Whether enough of a word is left to know it by: a row of marks is no word."""
        seen = sum(map(str.isalpha, text))
        return seen > 1 or (seen == 1 and sum(sign in self._marks for sign in text) <= 1 + whole)

    def _shortened(self, pieces: Sequence[str], gaps: Sequence[str]) -> list[Reading]:
        """Words of which letters are missing without a trace, but for gaps between the pieces."""
        text = UNKNOWN.join(pieces)
        if not self._drops or len(text) < _SHORTEST_LEFT or any(map(is_english, pieces)):
            return []
        found = []
        for form, missing in self._forms.shortened(text):
            # Which of the letters stood in a gap makes no difference to how likely the form is.
            signs = [*gaps[1:-1], *[SILENT] * (len(missing) - len(pieces) + 1)]
            lost = tuple(Loss(*each) for each in zip(missing, signs, strict=True))
            score = sum(self._rates.loss(each.letter, each.sign) for each in lost)
            found.append(Reading(score + self._forms.log_frequency(form), form, lost))
        return sorted(found, reverse=True)[:_MOST_FORMS]

    def _fillings(self, before: str, after: str, gap: str) -> tuple[str, ...]:
        """What a gap may have been: nothing beside a mark, else a letter."""
        if before[-1] in self._marks or after[0] in self._marks:
            return ("", gap) if self._leaves[gap] else ("",)
        return (gap,)

    def _readings(self, text: str, parted: int, search: int, small: bool) -> list[Reading]:
        may_try = search or (small and not BREAKS.isdisjoint(text))
        if not may_try and not self._forms.has_alike(text.translate(self._hidden)):
            return []
        pattern = text.translate(self._unknown)
        if pattern == text:
            return []
        signs = [sign for sign in text if sign in self._signs]
        forms = self._forms_of(pattern, signs, search, small)
        if not forms:
            return []
        inside = sum(1 for sign, more in pairwise(text) if sign in self._marks and more not in self._signs)
        cost = parted * self._rates.parted(True) + max(0, inside - parted) * self._rates.parted(False)
        at = [place for place, sign in enumerate(pattern) if sign == UNKNOWN]
        places = [place_of(place, len(text)) for place in at]
        cost += sum(self._broken_at(*each) for each in zip(signs, places, strict=True))
        found = []
        for chance, form in forms:
            letters = (form[place] for place in at)
            lost = tuple(Loss(*each) for each in zip(letters, signs, places, strict=True))
            score = cost + chance + sum(self._rates.loss(each.letter, each.sign) for each in lost)
            found.append(Reading(score + self._forms.log_frequency(form), form, lost))
        found.sort(reverse=True)
        return [one for one in found[:_MOST_FORMS] if one.score > found[0].score - _FAR_OFF]

    def _broken_at(self, sign: str, place: Place) -> float:
        """What a break that a lost letter explains is worth, at a place in its word."""
        if sign not in self._spared:
            return 0.0
        return self._spared[sign] + (self._rates.blank(place, sign) if sign in BLANK_OF else 0.0)

    def _forms_of(
        self, pattern: str, signs: Sequence[str], search: int, small: bool
    ) -> list[tuple[float, str]]:
        """The forms of a pattern: listed ones, rare ones, at last guesses with how likely they are."""
        forms = list(self._forms.alike(pattern))
        if small and len(signs) == 1 and signs[0] in BREAKS and len(pattern) > _LEAST_JOINED:
            tried = (pattern.replace(UNKNOWN, letter) for letter in self._broken)
            forms += [form for form in tried if form not in forms and readings(form)]
        if search and not forms:
            forms += self._forms.searched(pattern)
        if search == _GUESS and not forms and self._marks.issuperset(signs):
            return [(chance + _GUESSED, form) for chance, form in guesses(pattern)]
        return [(0.0, form) for form in forms]
