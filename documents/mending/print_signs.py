"""Signs that are there for print or by mistake, put as the letters they stand for."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from documents.mending.edits import Edit, edited
from documents.model import Block, Span

_LIGATURES = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_UNSEEN = dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
# Adobe's own numbers for its fonts' old style figures, small capitals and dash.
_FONTS = {
    "\uf6de": "—",
    **{chr(0xF730 + figure): str(figure) for figure in range(10)},
    **{chr(0xF761 + number): chr(ord("a") + number) for number in range(26)},
}
_LETTERS = str.maketrans(_LIGATURES | _UNSEEN | _FONTS)
# A word cut at a line's end keeps its soft hyphen and the blank that the line's end became.
_WORD = re.compile(r"(?:\u00ad\s(?=[^\W\d_])|\S)+")
_CUT = re.compile(r"\u00ad\s")
_ANY = re.compile("[\ufb00-\ufb06\u00ad\u200b-\u200d\u2060\ufeff\uf6de\uf730-\uf739\uf761-\uf77a]")
# Letters of two other alphabets that look in print as ours do.
_CYRILLIC = dict(zip("аеорсухіјѕАВЕЅІЈКМНОРСТХ", "aeopcyxijsABESIJKMHOPCTX", strict=True))
_GREEK = dict(zip("οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oABEZHIKMNOPTYX", strict=True))
_ALIKE = _CYRILLIC | _GREEK
_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_WORD_WITH_FOREIGN = re.compile("[^\\W\\d_]*[\u0370-\u03ff\u0400-\u052f][^\\W\\d_]*")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


def has_signs(text: str) -> bool:
    """Whether there may be something to do for `mend`."""
    return bool(_ANY.search(text) or _FOREIGN.search(text))


def mend(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks without ligatures, soft hyphens and other unseen signs, and each word in one alphabet."""
    foreign = {sign for block in blocks for sign in _FOREIGN.findall(block.text)}
    # Where somebody writes in that alphabet, its words are meant as they are.
    alone = foreign <= _ALIKE.keys()
    return [edited(block, list(_edits(block.text, alone=alone))) for block in blocks]


def _edits(text: str, *, alone: bool) -> Iterator[Edit]:
    if _ANY.search(text):
        for found in _WORD.finditer(text):
            yield Edit(Span(*found.span()), _CUT.sub("", found[0]).translate(_LETTERS))
    elif _FOREIGN.search(text):
        for found in _WORD_WITH_FOREIGN.finditer(text):
            meant = "".join(_ALIKE.get(letter, letter) for letter in found[0])
            if not _FOREIGN.search(meant) and (_LATIN.search(found[0]) or (alone and _LATIN.search(text))):
                yield Edit(Span(*found.span()), meant)
