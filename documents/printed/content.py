"""Operations of a content stream: what a page's drawing program says, step by step."""

import re
from bisect import bisect_right
from collections.abc import Iterator

# One token each, with the blanks behind it: blanks and comments, a number, a string without escapes, a name,
# an operator, a string in hexadecimal digits, a bracket, a string with escapes or inner parentheses.
_TOKEN = re.compile(
    rb"(?:[\0\t\n\f\r ]++|%[^\r\n]*+"
    rb"|([+-]{0,2}(?:\d++\.?\d*+|\.\d++)-?\d*+)"
    rb"|\(([^()\\]*+)\)"
    rb"|/([^\0\t\n\f\r ()<>\[\]{}/%]*+)"
    rb"|([A-Za-z'\"][A-Za-z0-9*'\"]*+)"
    rb"|<([0-9A-Fa-f\s]*+)>"
    rb"|(<<|>>|\[|\])"
    rb"|\(((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.|\([^()]*+\))*+\))*+\))*+)\)"
    rb")[\0\t\n\f\r ]*+",
    re.DOTALL,
)
_NUMBER, _PLAIN, _NAME, _OPERATOR, _HEX, _BRACKET, _ESCAPED = range(1, 8)
_PICTURE, _PICTURE_END = re.compile(rb"(?<!\S)BI\s*+(?=/)"), re.compile(rb"\sEI(?=\s|\Z)")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)|\r\n?", re.DOTALL)
_LETTERS = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\n": b"",
    b"\r": b"",
    b"\r\n": b"",
}
_NAME_SIGN = re.compile(rb"#([0-9A-Fa-f]{2})")
_MOST_OPERANDS = 2000


class Name(str):
    """A name of the format, without its slash."""

    __slots__ = ()


# An operator and its operands; one of a hundred thousand of a file, so a bare tuple.
Operation = tuple[bytes, list[object]]


def operations(data: bytes) -> Iterator[Operation]:
    """The operations of a content stream in order; what is no part of the format is passed over.

    Numbers are floats, strings bytes, names Name, arrays lists and dictionaries dicts by Name. A picture
    inside the stream is the operator BI without operands.
    """
    at = 0
    for start, end in _pictures(data):
        yield from _drawn(data[at:start])
        yield b"BI", []
        at = end
    yield from _drawn(data[at:] if at else data)


def _pictures(data: bytes) -> Iterator[tuple[int, int]]:
    """Where pictures stand in the stream: their bytes may look like anything."""
    ends = [found.end() for found in _PICTURE_END.finditer(data)] if b"BI" in data else []
    last = 0
    for begun in _PICTURE.finditer(data):
        at = bisect_right(ends, begun.end())
        if begun.start() >= last and at < len(ends):
            last = ends[at]
            yield begun.start(), last


def _drawn(data: bytes) -> Iterator[Operation]:
    operands: list[object] = []
    open_lists: list[list[object]] = []
    for match in _TOKEN.finditer(data):
        kind = match.lastindex
        if kind == _NUMBER:
            if open_lists or len(operands) < _MOST_OPERANDS:
                operands.append(_number(match[_NUMBER]))
        elif kind == _OPERATOR:
            if open_lists:
                operands, open_lists = open_lists[0], []
            word = match[_OPERATOR]
            if word in _WORDS:
                operands.append(_WORDS[word])
            else:
                yield word, operands
                operands = []
        elif kind == _BRACKET:
            operands = _bracketed(match[_BRACKET], operands, open_lists)
        elif kind is not None and (open_lists or len(operands) < _MOST_OPERANDS):
            operands.append(_value(kind, match[kind]))


_WORDS = {b"true": True, b"false": False, b"null": None}


def _value(kind: int, text: bytes) -> object:
    if kind == _PLAIN:
        return text.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in text else text
    if kind == _NAME:
        return name(text)
    if kind == _HEX:
        digits = b"".join(text.split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    return _ESCAPE.sub(_unescaped, text)


def _number(text: bytes) -> float:
    """A number; some programs write a second sign, before it or in it, which readers pass over."""
    try:
        return float(text)
    except ValueError:
        body = text.lstrip(b"+-").split(b"-")[0]
        return -float(body) if text.startswith(b"-") else float(body)


def name(text: bytes) -> Name:
    """A name, its signs in hexadecimal digits put back."""
    if b"#" in text:
        text = _NAME_SIGN.sub(lambda sign: bytes([int(sign[1], 16)]), text)
    return Name(text.decode("utf-8", "surrogateescape"))


def _unescaped(match: re.Match[bytes]) -> bytes:
    sign = match[1]
    if sign is None:
        return b"\n"
    if sign[:1].isdigit() and sign[0] < 0x38:
        return bytes([int(sign, 8) & 0xFF])
    return _LETTERS.get(sign, sign)


def _bracketed(sign: bytes, operands: list[object], open_lists: list[list[object]]) -> list[object]:
    """The list that operands go to after a bracket, which opens or closes an array or a dictionary."""
    if sign in {b"[", b"<<"}:
        open_lists.append(operands)
        return []
    if not open_lists:
        return operands
    outer = open_lists.pop()
    if sign == b"]":
        outer.append(operands)
    else:
        pairs = zip(operands[::2], operands[1::2], strict=False)
        outer.append({key: value for key, value in pairs if isinstance(key, str)})
    return outer


def said(told: object) -> str | None:
    """The text of a mark, in the format's two ways to write it."""
    if isinstance(told, bytes):
        if told.startswith(b"\xfe\xff"):
            return told[2:].decode("utf-16-be", "replace")
        return told.decode("utf-8" if told.startswith(b"\xef\xbb\xbf") else "latin-1", "replace").lstrip(
            "\ufeff"
        )
    return str(told) if isinstance(told, str) and not isinstance(told, Name) else None
