"""Clusters and bodies that a line names one after another: "Klaster A z Brna, Klaster B i Politechnika C"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from documents.model import Span
from index import words
from index.extraction.labels import labels_in
from index.extraction.name_words import listed
from index.extraction.organisations import in_nominative, organisation_at, organisations_in
from index.extraction.other_names import capital_run, is_place_run
from index.extraction.people import opens_with_person
from index.extraction.pieces import is_head, verbal
from index.extraction.roles import role_of
from index.extraction.scene import Scene
from index.gazetteer import lexicon
from index.inflection import case_of, nominative

# Words between what introduces a party and its name: "z czeską siecią Haná", "three universities: A and B".
MOST_LEAD = 4
SHORTEST_NAME = 3
# More digits are a year's.
MOST_DIGITS = 2
WORD = re.compile(r"[^\W\d_][\w'’.-]*|\d+")
UPPER = r"[^\W\d_a-ząćęłńóśźż]"
# What joins one party to the next.
JOINED = re.compile(
    r",?\s*(?:,|\bi\b|\boraz\b|\band\b|\ba także\b|\bjak i\b|\bjak również\b|\bas well as\b|\balong with\b|&)"
    r"\s+(?:wraz\s+)?(?:z\s+|ze\s+|with\s+)?"
)
CONJUNCTION = re.compile(r"\b(?:i|oraz|and|a także|jak i|jak również|as well as|along with)\b|&")
# "między A a B"
JOINED_WITH_A = re.compile(rf",?\s*\b(?:a|{JOINED.pattern})\b\s*")
# What may stand behind a name and before the next: "(Czechy)", "z Brna", "from Denmark", ", Valmiera".
ASIDE = re.compile(
    rf"\s*\([^()]{{1,60}}\)|\s+(?:z|ze|w|we|spod|from|in|of|near)\s+(?:the\s+)?"
    rf"{UPPER}[\w-]+(?:[ -]{UPPER}[\w-]+){{0,2}}(?:,\s{UPPER}[\w-]+(?=,))?"
)
# "Ciepło z Boru Sp. z o.o.": a legal form shortly after tells how far the name goes.
TO_LEGAL_FORM = re.compile(r"(?:\s[\w-]+){1,4}\s(?:[Ss]p\.\s?z\s?o\.\s?o\.|S\.\s?A\.|[Ss]p\.\s?[kj]\.)")
# A town that takes part: "miasto Opole", "the city of Aarhus".
CITY = re.compile(rf"(?:miast(?:o|em)|[Cc]ity of)\s+{UPPER}[\w-]+(?:[ -]{UPPER}[\w-]+)?")
QUOTES = "„“”\"«'‚"


@dataclass(frozen=True, slots=True)
class Party:
    """A cluster or body by its name in the nominative; `subject` is the cluster's number, None for a body."""

    span: Span
    name: str
    subject: int | None


def parties_at(
    scene: Scene, at: int, offset: int, *, case: str = "", joined: re.Pattern[str] = JOINED
) -> tuple[Party, ...]:
    """The parties that line `at` names from an offset on, each joined to the one before; in one case where
    their words show it, and in `case` where that is given. Where only commas part them, the second may be
    said of the first, and is left out."""
    found = tuple(_from(scene, at, offset, case, joined))
    text = scene.lines[at].text
    gaps = [text[one.span.end : other.span.start] for one, other in pairwise(found)]
    # "A, B i spółki": the list goes on with what is no name.
    on = joined.match(text, past_aside(text, found[-1].span.end)) if found else None
    ends = f"{gaps[-1] if gaps else ''}{on.group() if on else ''}"
    said = joined is JOINED and gaps and not CONJUNCTION.search(ends)
    return found[:1] if said else found


def _from(scene: Scene, at: int, offset: int, case: str, joined: re.Pattern[str]) -> Iterator[Party]:
    text = scene.lines[at].text
    known = frozenset({case}) if case else frozenset()
    party = party_at(scene, at, offset)
    while party is not None:
        cases = case_of(text[party.span.start : party.span.end])
        if (
            text.isascii()
            and "nom" in cases
            and text[: party.span.end].rstrip(QUOTES).split()[-1].endswith("a")
        ):
            cases |= {"inst"}  # "z Politechnika Slaska", in a text without diacritics
        if cases and known and not cases & known:
            return
        known = known & cases if cases and known else known or cases
        yield party
        sign = joined.match(text, past_aside(text, party.span.end))
        party = party_at(scene, at, sign.end()) if sign else None


def party_at(scene: Scene, at: int, offset: int) -> Party | None:
    """The party whose name begins at an offset of a line, or after a few words that say of what kind it
    is; None where none does."""
    text, position = scene.lines[at].text, offset
    for _ in range(MOST_LEAD + 1):
        position += len(text[position:]) - len(text[position:].lstrip(" \u00a0:"))
        found = _named_at(scene, at, position)
        if found is not None:
            return found
        if (city := CITY.match(text, position)) is not None:
            return Party(Span(*city.span()), nominative(city.group()), None)
        word = WORD.match(text, position)
        if word is None or not (_leads(word.group()) or _of_country(text, word)):
            return None
        position = word.end()
    return None


def _named_at(scene: Scene, at: int, start: int) -> Party | None:
    text = scene.lines[at].text
    quote = text[start : start + 1] in QUOTES
    for place in scene.named(at):
        if place.span.start == start or (quote and place.span.start == start + 1):
            return Party(place.span, scene.cast.subjects[place.subject].names[0].text, place.subject)
    word = WORD.match(text, start)
    if not quote and (word is None or (word.group().islower() and not _heads_quotation(text, word))):
        return None
    body = body_at(text, start)
    return _body(text, body) if body is not None and body.start - start <= len("the ") else None


def _heads_quotation(text: str, word: re.Match[str]) -> bool:
    """Whether a noun in small letters carries a name in quotation marks: "fundacją „Zdrój”"."""
    return is_head(word.group()) and text[word.end() + 1 : word.end() + 2] in QUOTES


def _leads(word: str) -> bool:
    """Whether a word in small letters may stand before a name and say of what kind it is."""
    folded = words.fold(word)
    if folded in lexicon("parties.toml")["leading"] or (word.isdigit() and len(word) <= MOST_DIGITS):
        return True
    return (
        word.islower()
        and not word.endswith(".")
        and not (
            folded in words.stop_words() or folded in listed("prepositions") or verbal(word) or role_of(word)
        )
    )


def _of_country(text: str, word: re.Match[str]) -> bool:
    """Whether a word with a capital says of what country the party is: "the Estonian network Puidu"."""
    following = text[word.end() + 1 : word.end() + 2]
    return following.islower() and is_place_run(word.group(), Span(0, len(word.group())))


def body_at(text: str, start: int) -> Span | None:
    """The body whose name begins at an offset, with its legal form."""
    span = organisation_at(text, start)
    if span is None or span.end <= span.start:
        return None
    further = TO_LEGAL_FORM.match(text, span.end)
    joined = further is None or re.search(r",|\b(?:i|oraz|and)\b", further.group())
    return span if further is None or joined else Span(span.start, further.end())


def _body(text: str, span: Span) -> Party | None:
    """The party that a body's name makes; None for a place, a label, a person."""
    written = text[span.start : span.end].strip(" ,")
    bare = written.strip(QUOTES)
    if (
        len(bare) < SHORTEST_NAME
        or not any(map(str.isupper, bare))
        or is_place_run(written, Span(0, len(written)))
    ):
        return None
    if labels_in(written) or opens_with_person(written, 0) is not None or bare.lower() in listed("cluster"):
        return None
    alone = " " not in bare and words.lemma(bare) in listed("body_nouns") | listed("network_heads")
    if alone or words.fold(bare) in lexicon("parties.toml")["nobody"]:
        return None
    return Party(span, in_nominative(written), None)


def past_aside(text: str, end: int) -> int:
    """Where what stands behind a name ends that says of which town or country it is."""
    while text[end : end + 1] and text[end] in QUOTES:
        end += 1
    while aside := ASIDE.match(text, end):
        end = aside.end()
    return end


def parties_before(scene: Scene, at: int, end: int) -> tuple[Party, ...]:
    """The parties that a line names one after another right before an offset, in order."""
    text = scene.lines[at].text
    found: list[Party] = []
    edge = end
    for party in reversed(_all(scene, at, end)):
        gap = text[past_aside(text, party.span.end) : edge]
        if not (JOINED.fullmatch(gap) or _led(gap)) if found else gap.strip(" ,–—-"):
            break
        found.append(party)
        edge = _opening(text, party.span.start)
    return tuple(reversed(found))


def _led(gap: str) -> bool:
    """Whether what stands between two parties is a sign that joins them and words that say of what kind the
    second one is."""
    sign = JOINED.match(gap)
    return sign is not None and all(_leads(word) for word in gap[sign.end() :].split())


def _opening(text: str, start: int) -> int:
    """Where a name begins with its article and quotation mark."""
    before = re.search(r"(?:\b[Tt]he\s+)?[„“\"«]?$", text[:start])
    return before.start() if before else start


def _all(scene: Scene, at: int, end: int) -> list[Party]:
    """Every party that a line names before an offset, in order, none within another or in brackets."""
    text = scene.lines[at].text
    brackets = [match.span() for match in re.finditer(r"\([^()]*\)", text)]
    found = [
        Party(place.span, scene.cast.subjects[place.subject].names[0].text, place.subject)
        for place in scene.named(at)
        if place.span.end <= end
    ]
    bodies = [one.span for one in organisations_in(text[:end])]
    bodies += [
        run
        for m in re.finditer(rf"(?<![\w-])(?={UPPER})", text[:end])
        if (run := capital_run(text[:end], m.start()))
    ]
    for span in bodies:
        if any(span.start < one.span.end and one.span.start < span.end for one in found):
            continue
        body = _body(text, span)
        if body is not None:
            found.append(body)
    outside = [p for p in found if not any(start < p.span.start < stop for start, stop in brackets)]
    return sorted(outside, key=lambda one: one.span)
