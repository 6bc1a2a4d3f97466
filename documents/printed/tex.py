"""Fonts that TeX draws dot by dot: the file names their letters by number, in one of TeX's own codes."""

import re
from collections.abc import Iterable

_NUMBERED = re.compile(r"/a(\d{1,3})")
_FEWEST_LETTERS = 3
# The Cork encoding (T1) of TeX, and what its older one (OT1) has in place of the first signs.
_CORK = (
    "`´ˆ˜¨˝˚ˇ˘¯˙¸˛‚‹›“”„«»–—\u200b₀ıȷ\ufb00\ufb01\ufb02\ufb03\ufb04"
    + "".join(map(chr, range(32, 127))).replace("'", "’").replace("`", "‘")
    + "-ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ¡¿£"
    + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖŒØÙÚÛÜÝÞẞàáâãäåæçèéêëìíîïðñòóôõöœøùúûüýþß"
)
_OLDER = dict(zip(range(11, 16), ("\ufb00", "\ufb01", "\ufb02", "\ufb03", "\ufb04"), strict=True))
_OLDER |= {0x5C: "“", 0x7B: "–", 0x7C: "—", 0x10: "ı", 0x19: "ß", 0x1A: "æ", 0x1B: "œ", 0x1C: "ø"}


def numbered_letters(names: Iterable[str]) -> dict[int, str]:
    """What the codes of such a font stand for, by the names of its glyphs; nothing for any other font."""
    found = [(name, _NUMBERED.fullmatch(name)) for name in names if name != "/.notdef"]
    codes = {int(number[1]) for _, number in found if number}
    letters = sum(1 for code in codes if chr(code).isascii() and chr(code).isalpha())
    if len(codes) < len(found) or letters < _FEWEST_LETTERS or max(codes, default=256) > 255:
        return {}
    cork = {code: _CORK[code] for code in codes}
    is_older = max(codes) < 128 and codes & set(range(11, 16)) and not codes & set(range(27, 32))
    return cork | {code: _OLDER[code] for code in codes & set(_OLDER)} if is_older else cork
