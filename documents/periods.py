"""The periods that texts name: until 2025, od 2016 do 2024, w marcu 2024, obecnie."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, NamedTuple, cast

from documents.model import Span
from documents.moments import Moment, Written, flat, word_lists, written
from documents.relative import now_words, relative
from documents.yearless import yearless

Relation = Literal["until", "since", "on", "during", "before", "after", "between", "now"]


@dataclass(frozen=True, slots=True)
class Period:
    """A time a text speaks of, and how: the words that say so included in its span.

    `on` is a single day, `during` anything longer; a moment that nothing introduces is one of them. `other`
    is the second end of `between`, and None elsewhere. `until` covers "valid until", "by" and "expires in".
    """

    span: Span
    relation: Relation
    moment: Moment
    other: Moment | None = None


def periods(text: str, *, today: date | None = None, near: date | None = None) -> tuple[Period, ...]:
    """The periods that `text` names, in order, none overlapping.

    What is told from today ("obecnie", "last year", "do końca roku") is left out unless `today` is given. In
    a text that tells no year, days of the years about `near` are meant: "12 marca".
    """
    plain = flat(text)
    found = _named(plain, today, text)
    if not found and near is not None:
        found = [(one, False) for one in yearless(plain, near)]
    return tuple(_read(plain, found)) if found else ()


class _Lead(NamedTuple):
    """What stands before a moment: where it begins, what it says of it, in which words, and at which edge."""

    start: int
    relation: str = ""
    phrase: str = ""
    edge: str = ""

    def of(self, moment: Moment) -> Moment:
        """The moment, or its first or last day where the lead says so."""
        if self.edge:
            return Moment.day(moment.first if self.edge == "first" else moment.last)
        return moment


def _named(plain: str, today: date | None, text: str) -> list[tuple[Written, bool]]:
    """The moments of a text in order, none overlapping, and whether each means now."""
    named = [(moment, False) for moment in written(plain)]
    if today is None:
        return named
    told = [(moment, False) for moment in relative(plain, today)]
    now = Moment.day(today)
    told += [(Written(*found.span(), now), True) for found in now_words().finditer(plain)]
    named += [one for one in told if not _is_of_name(text, one[0].start)]
    named.sort(key=lambda one: (one[0].start, -one[0].end))
    apart: list[tuple[Written, bool]] = []
    for one in named:
        if not apart or one[0].start >= apart[-1][0].end:
            apart.append(one)
    return apart


def _is_of_name(text: str, start: int) -> bool:
    """Whether a word with a capital follows another such word, as in "Fundacja Apteka Jutra"; a question may
    have capitals throughout."""
    if not text[start].isupper() or text.rstrip().endswith("?"):
        return False
    before, here = text[:start].split()[-1:], text[start:].split()[0]
    return bool(before) and before[0].isalpha() and before[0].istitle() and here.istitle()


def _read(plain: str, named: list[tuple[Written, bool]]) -> Iterator[Period]:
    floor, at = 0, 0
    while at < len(named):
        moment, is_now = named[at]
        lead = _lead(plain, floor, moment.start)
        floor = _after(plain, named, at)
        if moment.last:
            yield Period(Span(lead.start, floor), "between", lead.of(moment.first), moment.last)
        elif at + 1 < len(named) and (end := _other_end(plain, floor, lead, moment, named[at + 1][0])):
            at += 1
            floor = _after(plain, named, at)
            yield Period(Span(lead.start, floor), "between", lead.of(moment.first), end)
        else:
            relation, only = _relation(lead, moment.first, is_now), lead.of(moment.first)
            if relation in ("on", "during") and (tail := _tail().match(plain, floor)):
                relation, floor = "until" if tail["until"] else "since", tail.end()
            yield Period(Span(lead.start, floor), relation, only)
        at += 1


@cache
def _tail() -> re.Pattern[str]:
    """A pattern for what makes a moment the first or the last of a time, behind it."""
    tails = {name: "|".join(listed) for name, listed in word_lists()["tail"].items()}
    return re.compile(
        rf",? (?:(?:{tails['joints']}) (?:(?P<until>{tails['until']})|{tails['since']})|{tails['alone']})"
        r"\b(?!\s+\d)"
    )


def _relation(lead: _Lead, moment: Moment, is_now: bool) -> Relation:
    """What the lead says; "until now" still means now, and "between" without an end nothing."""
    if is_now and lead.relation in ("", "on", "until", "between"):
        return "now"
    if lead.relation in ("", "on", "between"):
        only = lead.of(moment)
        return "on" if only.first == only.last else "during"
    return cast(Relation, lead.relation)


def _other_end(plain: str, floor: int, lead: _Lead, moment: Written, other: Written) -> Moment | None:
    """The second end of a stretch that `moment` begins, if the words between the two join them."""
    gap = plain[floor : other.start]
    if other.last or len(gap) > _REACH or not gap.strip(" ,"):
        return None
    second = _lead(plain, floor, other.start)
    phrase = second.phrase or plain[floor : second.start].strip(" ,")
    joints = word_lists()["joint"]
    joined = phrase in joints["always"] or (lead.relation == "between" and phrase in joints["after_between"])
    rest = plain[floor : second.start].strip(" ,")
    end = second.of(other.first)
    return end if joined and rest in ("", phrase, "-") and lead.of(moment.first) < end else None


# Longer than any lead, short enough to look at for every moment.
_REACH = 64
_SUFFIX = re.compile(r" ?(?:r\.|r\b)| (?:roku|rok|rokiem|latach|lat|lata)\b")
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")


def _after(plain: str, named: list[tuple[Written, bool]], at: int) -> int:
    """The end of a moment with the "r." or "roku" behind it, unless that begins the next: 2024 rok temu."""
    end = named[at][0].end
    limit = named[at + 1][0].start if at + 1 < len(named) else len(plain)
    found = _SUFFIX.match(plain, end, limit)
    return found.end() if found else end


def _lead(plain: str, floor: int, start: int) -> _Lead:
    """What the words before `start` say of the moment there; nothing before `floor` is looked at."""
    low = max(floor, start - _REACH)
    tokens = [(found.start(), found.group()) for found in _TOKEN.finditer(plain, low, start)]
    phrases, edge, begin = _phrases(), "", start
    if tokens and tokens[-1][1] in (":", "|"):
        tokens.pop()
    while tokens:
        for size in range(min(len(tokens), phrases.longest), 0, -1):
            phrase = " ".join(token for _, token in tokens[-size:])
            kind = "" if edge else phrases.edges.get(phrase, "")
            relation = phrases.relations.get(phrase, "")
            if kind or relation:
                break
        else:
            size, phrase, kind, relation = 1, tokens[-1][1], "", ""
        if relation and not kind:
            return _Lead(tokens[-size][0], relation, phrase, edge)
        if not kind and not _is_filler(tokens, phrases.fillers):
            break
        edge = kind or edge
        begin = tokens[-size][0]
        del tokens[-size:]
    return _Lead(begin, edge=edge)


def _is_filler(tokens: list[tuple[int, str]], fillers: frozenset[str]) -> bool:
    word = tokens[-1][1]
    if word in (",", "."):  # Friday, 5 May; dn. 5 maja
        return len(tokens) > 1 and tokens[-2][1] in fillers
    return word in fillers


class _Phrases(NamedTuple):
    relations: dict[str, str]
    edges: dict[str, str]
    fillers: frozenset[str]
    longest: int


@cache
def _phrases() -> _Phrases:
    lists = word_lists()
    lead = lists["lead"]
    relations = {f"{verb} {word}".strip(): "until" for verb in lead["ending"] for word in lead["ending_with"]}
    for name in ("until", "since", "before", "after", "between", "on"):
        relations |= dict.fromkeys(lead[name], name)
    edges = {phrase: name for name, phrases in lists["edge"].items() for phrase in phrases}
    longest = max(phrase.count(" ") + 1 for phrase in (*relations, *edges))
    return _Phrases(relations, edges, frozenset(lead["filler"] + lists["weekdays"]["words"]), longest)
