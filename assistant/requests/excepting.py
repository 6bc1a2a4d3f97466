"""What a question leaves out: "oprócz spożywczych", "without KKK status", "that do not work in Silesia"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from assistant.question import Question
from assistant.requests.parts import Parts, Register, take_apart
from assistant.requests.tokens import Tokens, lexicon
from index import words
from index.register.model import Attribute, Conditions

# What parts the things left out: each is left out by itself.
PARTED = re.compile(r"\s*(?:[,;]|\b(?:i|oraz|a także|ani|lub|albo|and|or|nor)\b)\s*", re.IGNORECASE)
COMMA = re.compile(r"[,;]")
# What parts a clause on who is left out from one on who is not, where a verb follows.
NEXT_CLAUSE = re.compile(r",|;|\b(?:i|oraz|a|ale|lecz|and|but|while|yet)\b", re.IGNORECASE)
# The conditions on a status: when it is to hold, or to have been given.
TIMES = ("valid_on", "valid_during", "ends_in", "ended_by", "ends_after", "begins_in", "round")
# Whose clusters are given a label: of those of other countries it goes without saying that they lack it.
HOME = {"KKK": frozenset({"PL"}), "Regionalny Klaster Kluczowy": frozenset({"PL"})}
# Where a place is named as one outside which something is, that is a condition already.
ELSEWHERE = ("place_value", "foreign")
# As are words that say a status was not renewed.
SAID = (*ELSEWHERE, "ended")
# Words that say a status was given: who does not have that was never given it.
GIVEN = ("gained", "renewed")
LACKING: frozenset[Attribute] = frozenset(
    (
        "website",
        "email",
        "phone",
        "address",
        "coordinator",
        "representative",
        "person",
        "mission",
        "members",
        "partner",
        "project",
    )
)


# Of whom it is not known who leads it, nothing tells that none of a kind does.
LED = Conditions(known=frozenset({"coordinator"}))


@dataclass(frozen=True, slots=True)
class Remainder:
    """What is left of a question, and what of the clusters it asks for is left out, or must be met beside."""

    question: Question
    excluded: tuple[Conditions, ...]
    beside: Conditions


def excepting(parts: Parts, register: Register, today: date) -> Remainder | None:
    """The question without what it leaves out; None where it leaves out nothing, or what that is stays
    open."""
    found = _place(parts.tokens)
    if found is None or parts.has("why"):
        return None
    at = found
    text = parts.tokens.text
    start = parts.tokens.tokens[at].span.start
    first = parts.tokens.tokens[at + 1 if at + 1 < len(parts.tokens.tokens) else at].span.start
    end = _end(text, first)
    told = _left_out(parts.question, text[start:end], register, today)
    if told is None or not told[0]:
        return None
    excluded, beside = told
    left = f"{text[:start]} {text[end:]}"
    left = " ".join(left.split()).strip(" ,;") or text[:1]
    return Remainder(replace(parts.question, text=left), tuple(dict.fromkeys(excluded)), beside)


def _left_out(
    question: Question, text: str, register: Register, today: date
) -> tuple[Sequence[Conditions], Conditions] | None:
    """What some words leave out, and what of it every cluster must meet; None where that stays open."""
    excluded: list[Conditions] = []
    beside = Conditions()
    for piece, ids in _pieces(text, register):
        if ids:
            excluded.append(Conditions(within=frozenset(ids)))
            continue
        out = _read(question, piece, register, today)
        if out is None:
            # "Run by a foundation or an association": one verb is said of both.
            whole = take_apart(replace(question, text=text, continues=True), register, today)
            bodies = whole.conditions.bodies
            return ([Conditions(bodies=bodies)], LED) if bodies else None
        excluded += out[0]
        beside = out[1] if out[1] != Conditions() else beside
    return excluded, beside


def _read(
    question: Question, piece: str, register: Register, today: date
) -> tuple[Sequence[Conditions], Conditions] | None:
    return _out(take_apart(replace(question, text=piece, continues=True), register, today), piece, today)


def _place(tokens: Tokens) -> int | None:
    """Where the words begin by which something is left out; None without any."""
    folded = [token.folded for token in tokens.tokens]
    for at, word in enumerate(folded):
        for said in _phrases().get(word, ()):
            taken = tokens.meaning[at]
            if taken and (word not in _always() or taken in SAID):
                break
            if tuple(folded[at : at + len(said)]) == said and len(folded) > at + len(said):
                return at
    return None


@cache
def _phrases() -> Mapping[str, Sequence[tuple[str, ...]]]:
    """The phrases that leave something out by their first words."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for key in ("but_for", "denying"):
        for phrase in lexicon()["excepting"][key]:
            said = tuple(phrase.split())
            table.setdefault(said[0], []).append(said)
    return table


@cache
def _always() -> frozenset[str]:
    return frozenset(lexicon()["excepting"]["always"])


def _end(text: str, start: int) -> int:
    """Where what is left out ends: with the clause, before a verb or another question word."""
    for found in NEXT_CLAUSE.finditer(text, start):
        said = words.tokenize(text[found.end() :])[:1]
        if said and (words.fold(said[0]) in lexicon()["excepting"]["opens"] or words.is_finite(said[0])):
            return found.start()
    return len(text.rstrip(" ?.!"))


def _pieces(text: str, register: Register) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What is left out, one by one: clusters by their ids, else the words that stand for a condition."""
    named = register.named(text)
    letters = list(text)
    for one in named:
        yield text[one.span.start : one.span.end], one.clusters
        letters[one.span.start : one.span.end] = " " * (one.span.end - one.span.start)
    rest = "".join(letters)
    for piece in PARTED.split(rest):
        if _tells(piece):
            yield piece.strip(), ()


def _tells(piece: str) -> bool:
    said = {words.fold(token) for token in words.tokenize(piece)}
    return bool(said - words.stop_words() - _idle())


def _out(parts: Parts, text: str, today: date) -> tuple[Sequence[Conditions], Conditions] | None:
    """What a piece leaves out, and what of it every cluster must meet: where those without a status are."""
    conditions = parts.conditions
    if parts.tokens.places("label") or parts.has("status") or conditions.status:
        return _of_status(parts, today)
    lacking = frozenset(parts.wish.attributes) & LACKING
    unread = [one for one in parts.unread() if words.fold(one) not in _idle()]
    if lacking and not (conditions.bodies or unread):
        # "Without a website in Silesia": the place is that of those without one.
        return [Conditions(known=frozenset({one})) for one in sorted(lacking)], conditions
    inside = conditions.outside
    if inside:
        keys = frozenset(one for one in inside if not one.isupper())
        conditions = replace(conditions, outside=frozenset(), regions=keys, countries=inside - keys)
    if unread or conditions == Conditions():
        return None
    return [conditions], LED if conditions.bodies else Conditions()


def _of_status(parts: Parts, today: date) -> tuple[Sequence[Conditions], Conditions]:
    conditions = replace(
        parts.conditions, status=parts.conditions.status or "*", withdrawn=False, refused=False
    )
    beside = Conditions(
        sectors=conditions.sectors,
        regions=conditions.regions,
        countries=conditions.countries or HOME.get(conditions.status, frozenset()),
        towns=conditions.towns,
        outside=conditions.outside,
    )
    own = Conditions(**{name: getattr(conditions, name) for name in ("status", *TIMES)})
    never = parts.has(*GIVEN) or _says_never(parts)
    if not never and not any(getattr(own, name) for name in TIMES):
        own = replace(own, valid_on=today)
    return [own], beside


def _says_never(parts: Parts) -> bool:
    return any(token.folded in {"nigdy", "never"} for token in parts.tokens.tokens)


@cache
def _idle() -> frozenset[str]:
    """The words that tell nothing of what is left out, those that leave it out among them."""
    table = lexicon()["excepting"]
    return frozenset(table["idle"]) | frozenset(
        one for phrase in (*table["but_for"], *table["denying"]) for one in phrase.split()
    )
