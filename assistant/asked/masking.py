"""What people type of themselves, struck out before staff see it."""

import re

from assistant.asked.persons import NOBODY, Known, strangers

EMAIL, NUMBER, SECRET, PERSON = "[e-mail]", "[nr]", "[…]", "[N. N.]"
# The words that these are read as.
MASKS = frozenset({"e", "mail", "nr", "n"})
# Digits of a telephone number without its area, the shortest number that leads to a person.
SHORTEST = 7

_EMAIL = re.compile(r"[^\s@]+@[\w.-]+\.\w{2,}")
_USERINFO = re.compile(r"(?<=://)[^\s/@]+(?:@[^\s/@]+)*@")
# An identity card, a passport or an account begins with letters.
_DIGITS = re.compile(
    rf"(?<!\w)(?:[A-Z]{{2}}[ ]?)?[+(]?\d(?:[\s\-./()\u2010-\u2015]{{0,2}}\d){{{SHORTEST - 1},}}(?!\w)"
)
_CARD = re.compile(r"(?<!\w)[A-Za-z]{3}[ ]?\d{6}(?!\w)")
_YEARS = re.compile(r"(?:1[89]|20)\d\d(?:\D+(?:1[89]|20)\d\d)+")
_DATE = re.compile(
    r"\d{1,2}[\s.\-/]{1,2}\d{1,2}[\s.\-/]{1,2}\d{4}|\d{4}[\s.\-/]{1,2}\d{1,2}[\s.\-/]{1,2}\d{1,2}"
)
_MONEY = re.compile(r"\s*(?:zł|pln|eur|euro|usd|€|\$|mln|tys)", re.IGNORECASE)


def masked(text: str, known: Known = NOBODY) -> str:
    """The text without e-mail addresses, who an address on the web is signed in as, numbers that lead to a
    person (telephones, PESEL, NIP, cards, accounts), and names of people that are not `known`. Years, dates
    and sums of money stay."""
    for span in reversed(strangers(text, known)):
        text = f"{text[: span.start]}{PERSON}{text[span.end :]}"
    text = _USERINFO.sub(f"{SECRET}@", text)
    text = _EMAIL.sub(lambda found: found[0] if f"{SECRET}@" in found[0] else EMAIL, text)
    text = _DIGITS.sub(lambda found: found[0] if _tells_nobody(found) else NUMBER, text)
    return _CARD.sub(NUMBER, text)


def _tells_nobody(found: re.Match[str]) -> bool:
    digits = found[0]
    plain = _YEARS.fullmatch(digits) or _DATE.fullmatch(digits)
    return bool(plain or _MONEY.match(found.string, found.end()))
