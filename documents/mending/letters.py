"""Lost Polish letters put back: signs that stand for letters, letters left out, words broken by that."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from documents.breaks import FULL_SIGNS, sign_between, signs_of
from documents.language import language_of
from documents.mending.capitals import Capitals
from documents.mending.context import Context
from documents.mending.damage import BREAK, END, Rates, marks_in, misses_letters
from documents.mending.edits import Edit, edited, merged
from documents.mending.forms import Forms, is_known
from documents.mending.lattice import BREAKS, Lattice, Piece, Reading
from documents.mending.tokens import CLOSING, Token, runs, tokens_of
from documents.model import Block, BlockKind, Break, Span

# How much likelier than the next reading one must be: to be taken where something is surely lost, to be
# taken where nothing shows that, and to be counted on in learning how this document was damaged.
_SURE, _UNMARKED, _BEYOND_DOUBT = 0.3, 2.0, 4.0
_SURE_OF_GUESS = 1.5
_PASSES = 2
# Characters that tell how a document was damaged; more tell no more.
_LEARNT_FROM = 60_000


def mend(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with lost letters put back; those without damage are the very same objects.

    A word with several readings about as likely stays, with a mark that names them.
    """
    texts = [block.text for block in blocks]
    marks = marks_in(texts)
    if (not marks and not misses_letters(texts)) or language_of("\n".join(texts)) != "pl":
        return tuple(blocks)
    return _Mender(blocks, marks).mended(blocks)


@dataclass(slots=True)
class _Line:
    """A block in the making. `words` are the forms in it as far as they are known."""

    text: str
    kind: BlockKind
    tokens: list[Token]
    pieces: list[Piece]
    words: list[str]

    def previous(self, at: int) -> tuple[str, str]:
        """The word before a piece, with its capital, and the text before that."""
        if not at:
            return "", ""
        token = self.tokens[self.pieces[at - 1].start]
        word = self.words[at - 1]
        return word.capitalize() if token.capital else word, self.text[: token.start]


class _Mender:
    def __init__(self, blocks: Sequence[Block], marks: str) -> None:
        self._marks = marks
        # A block in another language has no tokens, so that it stays as it is.
        self._tokens = [
            tokens_of(block.text, marks, signs_of(block)) if language_of(block.text) == "pl" else []
            for block in blocks
        ]
        self._looked_at = _sample(blocks, marks)
        self._rates = Rates.of([blocks[at] for at in self._looked_at], marks)
        self._forms = Forms(
            token.form
            for tokens in self._tokens
            for token in tokens
            if token.is_word and len(token.form) > 3 and not set(token.form) & set(marks)
        )
        self._context = Context()
        self._capitals = Capitals(self._tokens)

    def mended(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """Two looks: the first learns from what is beyond doubt how the document was damaged."""
        lattice = Lattice(self._forms, self._rates, self._marks)
        for tokens in map(self._tokens.__getitem__, self._looked_at):
            self._learn(tokens, list(_pieces(lattice, tokens)))
        lattice = Lattice(self._forms, self._rates, self._marks)
        found: list[tuple[Block, list[Token]]] = []
        for block, tokens in zip(blocks, self._tokens, strict=True):
            if found and (whole := self._whole(*found[-1], block, tokens, lattice=lattice)):
                found[-1] = whole
            else:
                found.append((block, tokens))
        at_marks = lattice.needs_marks()
        return tuple(
            block
            if at_marks and not block.breaks and not self._is_marked(tokens)
            else self._block(block, self._line(block, tokens, lattice))
            for block, tokens in found
        )

    def _is_marked(self, tokens: Sequence[Token]) -> bool:
        return any(mark in token.form for token in tokens for mark in self._marks)

    def _whole(
        self, first: Block, before: list[Token], second: Block, after: list[Token], *, lattice: Lattice
    ) -> tuple[Block, list[Token]] | None:
        """Two blocks as one, if the second goes on with a word that the first broke off in."""
        if not _may_go_on(first, before, second, after) or not lattice.join(before[-1], after[0]):
            return None
        both = merged(first, second)
        joint = Break(len(first.text), sign_between(first.text, second.text, early=True))
        both = replace(both, breaks=tuple(sorted({*both.breaks, joint})))
        tokens = tokens_of(both.text, self._marks, signs_of(both))
        pieces = _pieces(lattice, tokens)
        return (both, tokens) if any(one.start < len(before) < one.end for one in pieces) else None

    def _learn(self, tokens: Sequence[Token], pieces: Sequence[Piece]) -> None:
        """Counts what was lost how in one block."""
        rates, marks = self._rates, set(self._marks)
        rates.written.update(one.gap for one in tokens if one.gap in BREAKS and one.gap not in FULL_SIGNS)
        for piece in pieces:
            best = piece.readings[0]
            second = piece.readings[1].score if len(piece.readings) > 1 else -1e9
            for each in best.lost:
                if each.sign in BREAKS and each.sign != END:
                    rates.count_break(each.place, each.sign)
            if best.lost and best.score - second > _BEYOND_DOUBT:
                for each in best.lost:
                    rates.count(each.letter, each.sign)
                inside = tokens[piece.start : piece.end]
                rates.stray[True] += sum(1 for one in inside[:-1] if one.form[-1] in marks)
                rates.stray[False] += sum(
                    one in marks and more not in marks
                    for token in inside
                    for one, more in pairwise(token.form)
                )

    def _line(self, block: Block, tokens: list[Token], lattice: Lattice) -> _Line:
        pieces = list(_pieces(lattice, tokens))
        return _Line(block.text, block.kind, tokens, pieces, [piece.readings[0].form for piece in pieces])

    def _block(self, block: Block, line: _Line) -> Block:
        open_at = [at for at, piece in enumerate(line.pieces) if len(piece.readings) > 1]
        weighed: dict[int, list[Reading]] = {}
        for _ in range(_PASSES):
            for at in open_at:
                weighed[at] = self._weighed(line.pieces[at], line.words, at)
                line.words[at] = _choice(line.pieces[at], weighed[at]).form
        return edited(block, list(self._edits(line, weighed)))

    def _weighed(self, piece: Piece, words: Sequence[str], at: int) -> list[Reading]:
        """The readings with what the words beside them say, likelier ones first."""
        near = [one for one in piece.readings if one.score > piece.readings[0].score - 9]
        scores = self._context.scores([one.form for one in near], words, at)
        return sorted(
            (one._replace(score=one.score + score) for one, score in zip(near, scores, strict=True)),
            reverse=True,
        )

    def _edits(self, line: _Line, weighed: dict[int, list[Reading]]) -> Iterator[Edit]:
        for at, piece in enumerate(line.pieces):
            if not piece.marked and piece.end - piece.start == 1 and at not in weighed:
                continue
            start, end = line.tokens[piece.start].start, line.tokens[piece.end - 1].end
            more = line.tokens[piece.end] if piece.end < len(line.tokens) else None
            found = weighed.get(at, piece.readings)
            choice = _choice(piece, found)
            if not choice.lost and not piece.marked:
                continue
            if more and more.gap == BREAK and more.form in CLOSING and choice.lost:
                end = more.start  # the blank before a comma is the letter's trace, or a sign's
            original = line.text[start:end]
            if not choice.lost:
                yield Edit(Span(start, end), original, (original,))
                continue
            sure = _SURE if is_known(choice.form) else _SURE_OF_GUESS
            forms = [one for one in found if one.score > found[0].score - sure]
            shown = [self._cased(one, original, line, at) for one in forms]
            if piece.marked and len(forms) > 1:
                yield Edit(Span(start, end), original, tuple(shown))
            else:
                yield Edit(Span(start, end), self._cased(choice, original, line, at))

    def _cased(self, reading: Reading, original: str, line: _Line, at: int) -> str:
        """The form in the case of what stood there, and if its first letter was lost, as names tell."""
        letters = [sign for sign in original if sign.isalpha()]
        form = reading.form
        if len(letters) > 1 and all(sign.isupper() for sign in letters):
            return form.upper()
        if letters == [original[0]] and original[0].isupper() and not is_known(form):
            return form.upper()
        first = original[:1]
        if first.isalpha() and first.lower() == form[:1]:
            return form[:1].upper() + form[1:] if first.isupper() else form
        before = line.text[: line.tokens[line.pieces[at].start].start]
        has = self._capitals.has(form, before, line.previous(at), is_item=line.kind == "item")
        return form.capitalize() if has else form


def _sample(blocks: Sequence[Block], marks: str) -> list[int]:
    """The places of the blocks that tell how a document was damaged: of a long one with marks, a part.

    Where no mark shows a loss, any word may have to be mended, and rare ways to lose letters show late.
    """
    size = sum(len(block.text) for block in blocks) if marks else 0
    chosen = set(range(0, len(blocks), max(1, size // _LEARNT_FROM)))
    room = _LEARNT_FROM
    for at, block in enumerate(blocks):
        if any(mark in block.text for mark in marks):
            chosen.add(at)
            room -= len(block.text)
        if room < 0:
            break
    return sorted(chosen)


def _pieces(lattice: Lattice, tokens: Sequence[Token]) -> Iterator[Piece]:
    """All tokens as pieces: words put together where they were broken, signs as they are."""
    at = 0
    for start, end in runs(tokens):
        yield from (_sign(tokens, sign) for sign in range(at, start))
        for piece in lattice.pieces(tokens[start:end], tokens[end].gap if end < len(tokens) else END):
            piece.start, piece.end = piece.start + start, piece.end + start
            yield piece
        at = end
    yield from (_sign(tokens, sign) for sign in range(at, len(tokens)))


def _may_go_on(first: Block, before: Sequence[Token], second: Block, after: Sequence[Token]) -> bool:
    """Whether one block ends and the next begins with letters, on the same page."""
    if not before or not after or first.page != second.page or second.kind != "paragraph":
        return False
    return before[-1].is_word and after[0].is_word and not second.text[after[0].start].isupper()


def _sign(tokens: Sequence[Token], at: int) -> Piece:
    return Piece(at, at + 1, [Reading(0.0, tokens[at].form)], marked=False)


def _choice(piece: Piece, found: Sequence[Reading]) -> Reading:
    """The likeliest reading; where no sign shows a loss, the word stays unless that is sure."""
    if piece.marked or piece.end - piece.start > 1:
        return found[0]
    kept = next((one for one in found if not one.lost), found[0])
    needed = _SURE if any(each.sign in BREAKS for each in found[0].lost) else _UNMARKED
    return kept if found[0].score - kept.score < needed else found[0]
