"""Ways to reach somebody, as a text gives them: e-mail, telephone, website, street address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from documents.model import Span
from index import words
from index.gazetteer import lexicon
from index.inflection import word_forms
from index.taxonomy import places_in

Kind = Literal["email", "phone", "website", "address"]
AT = r"\s?[(\[{]\s?(?:at|małpa)\s?[)\]}]\s?"
DOT = r"(?:\.|\s?[(\[{]\s?(?:dot|kropka)\s?[)\]}]\s?)"
EMAIL = re.compile(rf"(?<![\w.+-])\w[\w.+-]*(?:@|{AT})[\w-]+(?:{DOT}[\w-]+)+", re.IGNORECASE)
# The usual ends of addresses in Europe, and those that RFC 2606 keeps for texts that invent some.
TOP_DOMAINS = (
    "pl|eu|com|org|net|info|biz|io|edu|gov|de|cz|sk|uk|fr|it|es|nl|at|dk|se|fi|no|lt|lv|ee|ua|hu|ro|be|ch|pt|ie|si|"
    "hr|rs|bg|gr|is|lu|app|dev|tech|online|site|cloud|example|test"
)
WEBSITE = re.compile(
    r"(?:https?://|www\.)[^\s<>\"'„”|]+[^\s<>\"'„”|.,;:)\]]"
    rf"|(?<![@\w./-])(?-i:[a-z0-9][a-z0-9ąćęłńóśźż-]+(?:\.[a-z0-9-]+)*\.(?:{TOP_DOMAINS}))\b(?![@\w-]|\.\w)(?:/[^\s<>\"'„”|"
    rf".,;:)\]]+)*",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"(?<![\w.,/+-])(?:(?:\+|00)\s?\d{1,3}[ -]?)?"
    r"\(?\d{1,4}\)?(?:[ \u00a0-]{0,3}\(?\d{2,9}\)?){0,5}(?![\w,.]?\d)"
)
# Words before a number that make it a telephone's, and such that make it something else.
CALLED = re.compile(
    r"(?:\b(?:tel|telefon\w*|kom|kom[óo]rk\w*|phone|telephone|mobile|mob|infolinia|(?:call|ring)(?:\s[^\W\d]+){0,2}|"
    r"zadzwo[nń]\w*(?:\s+do\s+\w+)?|"
    r"sekretariat"
    r"|fax|faks|[tm](?=[.:]))"
    r"[.:/ ]*(?:/?\s*(?:fax|faks|kom)[.: ]*)?(?:nr|numer|no|pod numer\w*)?[.: ]*)$",
    re.IGNORECASE,
)
FAX_ONLY = re.compile(r"(?<![/.] )(?<!/)\b(?:fax|faks)[.: ]*$", re.IGNORECASE)
OTHERWISE = re.compile(
    r"\b(?:nip|regon|krs|pesel|konto|konta|rachunek|rachunku|iban|swift|isbn|issn|bdo|vat|account|nr|numer|"
    r"art|poz|dz\.\s?u)"
    r"\b[^\d|;]{0,12}$",
    re.IGNORECASE,
)
# "12 345 67 89", "(12) 345 67 89", "600-100-200": how nine digits stand when they are a telephone's.
GROUPED = re.compile(
    r"\(?\d{2}\)?[ \u00a0-]\d{3}[ \u00a0-]?\d{2}[ \u00a0-]?\d{2}"
    r"|\d{3}-\d{3}-\d{3}|\d{3}[ \u00a0]\d{3}[ \u00a0]\d{3}"
)
# What a number that is no telephone's counts.
COUNTED = re.compile(
    r"\s*(?:zł|pln|eur|usd|gbp|€|\$|£|%|tys\b|mln|mld|os[óo]b|firm|ton|million|thousand)", re.IGNORECASE
)
CELL_BEFORE = re.compile(r"(?:^|[|;(,]|lub|/)\s*$")
CELL_AFTER = re.compile(r"\s*(?:$|[|;),]|lub\b|/)")
NEARBY = re.compile(
    r"@|\b(?:tel|telefon\w*|kontakt\w*|contact\w*|phone|e-?mail\w*)\b",
    re.IGNORECASE,
)
# "Numer telefonu się nie zmienił: …".
NUMBER_IS = re.compile(
    r"\b(?:telefon\w*|numer\w*|phone|number)\b(?!\s(?:konta|rachunku|nip|krs|regon|wniosku|of))[^\d.;|:]{0,30}:\s*$",
    re.IGNORECASE,
)
DATE = re.compile(
    r"\d{1,2}[ -]\d{1,2}[ -](?:1\d|20)\d\d"
    r"|(?:1\d|20)\d\d-\d{1,2}(?:-\d{1,2})?|(?:1\d|20)\d\d\s?-?\s?(?:1\d|20)\d\d"
)
NATIONAL_DIGITS = 9
FEWEST_DIGITS, MOST_DIGITS = 7, 15
CAPITAL = "A-ZÀ-ÖØ-ÞĄĆĘŁŃÓŚŹŻČĎĚŇŘŠŤŮÝŽŐŰŪĖĮŲĀĒĢĪĶĻŅ"
CITY = rf"[{CAPITAL}][^\W\d_]+(?:[ -][{CAPITAL}][^\W\d_]+){{0,2}}"
CODE = r"(?<![\w-])\d{2}-\d{3}(?![\w-])"
HOUSE = (
    r"\d{1,4}(?:\s?[a-zA-Z](?!(?<=\s[aiouwz])\s+[^\W\d]))?(?![\w-])(?:\s?[/-]\s?\d{1,4}[a-zA-Z]?)?"
    r"(?:,?\s(?:lok|m|p|pok)\.\s?\d+\w?)?"
)
STREET = (
    rf"(?i:\b(?:ul|al|pl|os)\.|\b(?:ulica|ulicy|aleja|alei|aleje|placu?(?![a-z])|rondo|osiedle))\s?"
    rf"(?:\d+\s)?(?:[^\W\d_][\w.'’-]*\s){{1,5}}?{HOUSE}"
)
# Small words within the names of streets, in the languages of Europe.
WITHIN = (
    "de|del|della|di|da|das|do|dos|du|des|la|le|les|van|von|der|den|dem|am|an|im|i|św|gen|ks|iela|gatvė|gatan|"
    "gade|utca|ulice"
)
WORD = rf"(?:[{CAPITAL}][\w.'’-]*|(?:{WITHIN})\b\.?)"
PLAIN_STREET = (
    rf"(?<![\w-])(?:[{CAPITAL}][\w.'’-]*|\d{{1,2}})(?:\s(?!(?i:ul|al|pl|os)\.){WORD}){{0,4}}\s{HOUSE}"
)
# Postal codes abroad; four digits may be a year.
CODE_ABROAD = r"(?:[A-Z]{1,3}-\d{4,5}|(?!19|20)\d{4}|\d{5}|\d{3}\s\d{2}|\d{4}-\d{3})"
POSTCODE = r"[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}"
ADDRESS = re.compile(
    rf"{CODE}\s{CITY},?\s{STREET}|{STREET}(?:[,|]?\s{{1,2}}{CODE}\s{CITY}|,\s{CITY})?"
    rf"|{PLAIN_STREET},\s(?:{CODE}|{CODE_ABROAD})\s{CITY}|{CODE}\s{CITY}"
)
# "Biuro jest w Pile, na Jana Kowala 6", "The office is at Tervakatu 19".
ON_STREET = re.compile(rf"\b(?:na|przy|at)\s(?P<street>{PLAIN_STREET})(?=\s*(?:[.;,)]|$))")
OFFICE_SAID = re.compile(r"\b(?:biur|siedzib|adres|mieści|office|seat|based|headquarter)\w*", re.IGNORECASE)
# Before a street that its own word tells: nothing else, a sign, or where something is.
BEFORE_STREET = re.compile(r"(?:^|[:,;|(–-])\W*$|\b(?:at|to|is|przy|na)\s$")
OF_FIRM = re.compile(r"\s(?:AB|AS|A/S|Oy|Oyj|GmbH|AG|Ltd|SA|S\.A|Sp)\b")
OFFICE_BEFORE = re.compile(
    rf"(?:\b(?i:biur|siedzib|adres|mieści|office|seat|based|headquarter)\w*[^.;]*|\b(?:[Ww]e?|[Ii]n)\s{CITY},?\s)$"
)
CITY_BEFORE = re.compile(rf"(?<![\w-])({CITY}),\s$")
# All of a line or of a label's value: a street with its number, and the town.
STREET_AND_TOWN = re.compile(rf"(?:^|:\s)\W*(?P<address>(?P<street>{PLAIN_STREET}),\s{CITY})(?=\W*$)")
# Between an address and its town.
TOWN_OF, STREET_IN = re.compile(r",?\s(?:we?|in)\s"), re.compile(r",?\s(?:przy|na|at)\s")
YEAR = re.compile(r"\b(?:19|20)\d\d$")
# Digits alone before a town may count anything.
BARE_CODE = re.compile(rf",\s(?:\d{{4,5}}|\d{{3}}\s\d{{2}})\s(?P<city>{CITY})$")
# An address that takes two lines.
STREET_LINE = re.compile(rf"^\W*(?P<plain>{PLAIN_STREET})\W*$|(?P<street>{STREET})\W*$")
TOWN_LINE = re.compile(rf"\W*(?:{CODE}|{CODE_ABROAD})\s{CITY}\s*(?:$|[,;(|])")
ADDRESS_HINT = re.compile(
    r"\d{2}-\d{3}|\d{4}-\d{3}|\d,\s(?:[A-Z]+-)?\d{3}|\b(?i:ul|al|pl|os)\.|\b(?i:ulic|alej|plac|rondo|osiedl)"
)


@dataclass(frozen=True, slots=True)
class Contact:
    """One way to reach somebody; a telephone is digits with "+" and the country's where it is known, an
    e-mail in small letters, the others as they stand."""

    span: Span
    kind: Kind
    value: str


@lru_cache(maxsize=4_096)
def contacts_in(text: str) -> tuple[Contact, ...]:
    """Every contact a text gives, in order, none within another."""
    found: list[Contact] = []
    for finder in (_emails, _websites, _addresses, _phones):
        for one in finder(text):
            if not any(_overlap(one.span, other.span) for other in found):
                found.append(one)
    return tuple(sorted(found, key=lambda one: one.span))


def is_beside_address(text: str, place: Span) -> bool:
    """Whether the address of an office stands right before or after a town: "biuro przy ul. Długiej 7 w
    Pile"."""
    if OFFICE_SAID.search(text) is None:
        return False  # Somebody met there.
    streets = [one.span for one in contacts_in(text) if one.kind == "address"]
    return any(
        TOWN_OF.fullmatch(text[one.end : place.start]) or STREET_IN.fullmatch(text[place.end : one.start])
        for one in streets
    )


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


@cache
def _spelled() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(AT, re.IGNORECASE), re.compile(DOT, re.IGNORECASE)


def _emails(text: str) -> Iterator[Contact]:
    if "@" not in text and not re.search(AT, text, re.IGNORECASE):
        return
    at, dot = _spelled()
    for match in EMAIL.finditer(text):
        yield Contact(Span(*match.span()), "email", dot.sub(".", at.sub("@", match.group())).lower())


def _websites(text: str) -> Iterator[Contact]:
    if "." in text:
        yield from (Contact(Span(*one.span()), "website", one.group()) for one in WEBSITE.finditer(text))


def _addresses(text: str) -> Iterator[Contact]:
    alone = STREET_AND_TOWN.search(text)
    if alone is not None and _is_street(alone["street"]):
        yield Contact(Span(*alone.span("address")), "address", " ".join(alone["address"].split()))
    yield from _abroad(text)
    on = ON_STREET.search(text)
    if on is not None and OFFICE_BEFORE.search(text[: on.start()]) and _is_street(on["street"]):
        yield Contact(Span(*on.span("street")), "address", " ".join(on["street"].split()))
    if ADDRESS_HINT.search(text) is None:
        return
    for match in ADDRESS.finditer(text):
        start = match.start()
        if (abroad := BARE_CODE.search(match.group())) and not places_in(f"w {abroad['city']}"):
            continue  # "Katalog Wystaw 7, 3500 Egzemplarzy"
        city = CITY_BEFORE.search(text, max(0, start - 60), start)
        if city and any("nazwa_geograficzna" in form.labels for form in word_forms(city[1].split()[-1])):
            start = city.start()
        yield Contact(Span(start, match.end()), "address", " ".join(text[start : match.end()].split()))


@cache
def _streets_abroad() -> re.Pattern[str]:
    before, ending, behind, english = (
        "|".join(lexicon("place_words.toml")[f"streets_{key}"])
        for key in ("before", "ending", "behind", "english")
    )
    town = rf"(?:,\s(?:(?:{CODE}|{CODE_ABROAD})\s)?{CITY}(?:\s[A-Z]{{2}}-\d{{4,5}})?(?![\w-]))?"
    number, name = (
        r"(?<![\w.,-])(?!(?:19|20)\d\d\s)\d{1,4}[a-zA-Z]?(?:\sbis)?,?",
        rf"{WORD}(?:\s{WORD}){{0,4}}",
    )
    capitals = rf"(?<![\w-])(?:[{CAPITAL}][\w.'’-]*\s){{0,3}}"
    house = rf"\s(?!(?:19|20)\d\d\b){HOUSE}"
    return re.compile(
        rf"{number}\s(?i:{before})\s{name}{town}|(?<![\w-])(?=[{CAPITAL}])(?i:{before})\s{name},?{house}{town}"
        rf"|{capitals}[{CAPITAL}][\w'’-]+(?:{ending}){house}{town}"
        rf"|{capitals}[{CAPITAL}][\w.'’-]*\s(?:{behind}|g\.){house}{town}"
        rf"|{number}\s(?:[{CAPITAL}][\w'’-]+\s){{1,3}}(?:{english})(?!\w|\s(?!in\b)[a-z])(?:,\s{CITY}(?:\s{POSTCODE})?(?!\w))?"
    )


def _abroad(text: str) -> Iterator[Contact]:
    """Streets that a word in the language of their country calls so."""
    if re.search(r"\d", text):
        for match in _streets_abroad().finditer(text):
            before = text[: match.start()]
            office = BEFORE_STREET.search(before) or OFFICE_BEFORE.search(before)
            if office is None or OF_FIRM.match(text, match.end()):
                continue  # "Projekt Via Baltica 2", "Nordgatan 5 AB"
            yield Contact(Span(*match.span()), "address", " ".join(match.group().split()))


def _is_street(text: str) -> bool:
    """Whether words with a number, which nothing calls a street, may be one: inflected as streets are,
    "Długa", "Kościuszki", and no year behind a name."""
    first = words.tokenize(text)[0].lower()
    adjective = any(one.part == "adj" and ":f" in one.tag for one in words.readings(first))
    named = adjective or any(one.part == "subst" and "gen" in one.tag for one in words.readings(first))
    abroad = any(
        word.lower() in lexicon("place_words.toml")["streets_behind"] for word in words.tokenize(text)[1:]
    )
    return (named or abroad or first[0].isdigit()) and not YEAR.search(text)


def street_above(text: str, below: str) -> str:
    """The street that a line is or ends with, where the line below it is the town: "Długa 7",
    "80-100 Gdańsk"; "" if none."""
    street = STREET_LINE.search(text) if TOWN_LINE.match(below) else None
    return (street["plain"] or street["street"]) if street is not None else ""


def telephones_in(text: str) -> Iterator[Span]:
    """Where a text has digits that may be a telephone's, whatever it says they are."""
    yield from (Span(one.start(), one.start() + len(one.group().rstrip())) for one in _dialable(text))


def _dialable(text: str) -> Iterator[re.Match[str]]:
    for match in NUMBER.finditer(text):
        written = match.group().strip()
        digits = re.sub(r"\D", "", written)
        if FEWEST_DIGITS <= len(digits) <= MOST_DIGITS and not DATE.fullmatch(written):
            yield match


def _phones(text: str) -> Iterator[Contact]:
    called_until = -1
    for match in _dialable(text):
        written = match.group().strip()
        before = text[max(0, match.start() - 40) : match.start()]
        # "tel. 12 345 67 89, 600 100 200": what makes the first one a telephone's makes the next one too.
        listed = called_until >= 0 and not text[called_until : match.start()].strip(" ,;/\u00a0lub")
        called = listed or CALLED.search(before) is not None
        if FAX_ONLY.search(before) or (
            not called and (OTHERWISE.search(before) or not _stands_alone(text, match))
        ):
            continue
        called_until = match.end()
        yield Contact(
            Span(match.start(), match.start() + len(match.group().rstrip())), "phone", _dialled(written)
        )


def _stands_alone(text: str, number: re.Match[str]) -> bool:
    """Whether a number that no word calls a telephone is one by its shape and its place."""
    written = number.group().strip()
    if written.startswith("+"):
        return True
    if not GROUPED.fullmatch(written) or COUNTED.match(text, number.end()):
        return False
    cell = CELL_BEFORE.search(text[: number.start()]) and CELL_AFTER.match(text, number.end())
    if NUMBER_IS.search(text[: number.start()]):
        return True
    return cell is not None or NEARBY.search(text) is not None


def _dialled(written: str) -> str:
    """Digits only, after "+" and the country's; nine digits without it are Polish."""
    digits = re.sub(r"\D", "", written)
    if written.startswith("+"):
        return "+" + digits
    if written.startswith("00"):
        return "+" + digits[2:]
    digits = digits.removeprefix("0") if len(digits) == NATIONAL_DIGITS + 1 else digits
    if len(digits) == NATIONAL_DIGITS:
        return "+48" + digits
    return "+" + digits if digits.startswith("48") and len(digits) == NATIONAL_DIGITS + 2 else digits
