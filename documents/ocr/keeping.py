"""Which of the words that OCR gives are text, and which it made up out of a photo's specks."""

import re
from collections.abc import Sequence
from dataclasses import replace

from documents.mending.known import is_known
from documents.ocr.hocr import Line, Word

# Measured with benchmarks/ocr.py --sureness and on photos. Of single words that Tesseract is not sure of, two
# thirds are right all the same, so words are not judged alone: on photos whole lines stay below this. So do a
# few lines of text.
_SURE_LINE, _LONG = 0.6, 4
_EDGES = ".,;:!?()[]„”\"'«»–—-"
# What the lines of tables and frames are read as.
_STROKES = frozenset("|¦_=~'`‘’“”„\"\\/^")
# No small letters stand on both sides of a Q; the sign in an address is often read as one.
_ADDRESS = re.compile(r"([a-z0-9._+-]+)[Q©®]([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}[.,;]?)")


def kept(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines that are text, without strokes; none where they are less than what was made up."""
    found = tuple(line for line in map(_cleared, lines) if line.words and _is_text(line.words))
    words = [word for line in found for word in line.words]
    made_up = sum(len(line.words) for line in lines) - len(words)
    return () if made_up > len(words) and sureness(words) < SURE_PAGE else found


# Below this a page has one wrong word in ten or more; above, one in twenty or fewer.
SURE_PAGE = 0.85


def sureness(words: Sequence[Word]) -> float:
    """The mean confidence of the words' letters, in [0, 1]."""
    letters = sum(len(word.text) for word in words)
    return sum(word.sure * len(word.text) for word in words) / letters if letters else 0.0


def _cleared(line: Line) -> Line:
    words = (word for word in line.words if word.sure > 0 and not set(word.text) <= _STROKES)
    return replace(line, words=tuple(replace(word, text=_ADDRESS.sub(r"\1@\2", word.text)) for word in words))


def _is_text(words: Sequence[Word]) -> bool:
    """Whether a line has a figure or a word of two letters, and is surely read or in known words."""
    texts = [word.text.strip(_EDGES) for word in words]
    if not any(text.isdigit() or sum(map(str.isalpha, text)) > 1 for text in texts):
        return False
    return sureness(words) >= _SURE_LINE or _is_known([text for text in texts if text])


def _is_known(texts: Sequence[str]) -> bool:
    """Whether most of the letters are in words of a language; short ones come about in noise too."""
    known = sum(len(text) for text in texts if len(text) >= _LONG and is_known(text))
    return 2 * known > sum(map(len, texts))
