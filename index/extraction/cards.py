"""Facts out of tables and cards: what stands under a known label."""

import re
from collections.abc import Iterator
from dataclasses import replace

from documents.model import Span
from documents.moments import moments
from documents.periods import periods
from index import words
from index.extraction.agents import aside_of
from index.extraction.belonging import is_told_of, leads_part
from index.extraction.contacts import contacts_in
from index.extraction.counts import counts_in
from index.extraction.frames import frames
from index.extraction.labelled import Labelled, exact_kind, in_columns_beside, label_kind, labelled
from index.extraction.labels import labels_in
from index.extraction.lines import Above, Line
from index.extraction.model import Claim
from index.extraction.name_words import LONGEST_NAME
from index.extraction.naming import names_in
from index.extraction.of_others import mentions
from index.extraction.organisations import in_nominative, organisation_at, organisations_in
from index.extraction.other_names import capital_run
from index.extraction.people import people_in
from index.extraction.scene import Scene
from index.extraction.tenure import since_in
from index.gazetteer import lexicon
from index.inflection import is_english
from index.register.model import Attribute
from index.taxonomy import places_in, sectors_in, town_name
from index.words import same_length_fold

BARE_NUMBER = re.compile(
    r"^\W*(?:ok\.|około|ponad|about|over|c\.|approx\.|blisko|prawie|nearly|"
    r"almost)?\s*(\d{1,3}(?:[ \u00a0.,]?\d{3})*)\b(?!\s*(?:%|r\.|roku))"
)
# What stands under the label of an address, if no shape shows that it is one: "14 Harbour Row, Ayr KA7 1AA".
ADDRESS = re.compile(r"(?=[^@]*\d)[\dA-ZÀ-Ž][^@;:]{5,80}")
# Two or three words with capitals under a role: a person whose given name no list has.
UNKNOWN_PERSON = re.compile(
    r"^(?:(?:dr|inż\.|mgr|prof\.|hab\.|Mr|Mrs|"
    r"Ms)\s+)*([^\W\d_a-z][^\W\d_]+(?:\s[^\W\d_a-z][^\W\d_-]+){1,2})(?=$|[,;.(]|\s[–-])"
)
# Before the town in an address; whose address is that of a seat.
POSTAL_CODE = re.compile(r"\b\d\d-\d{3}\s+(?=\w)")
SEAT = re.compile(r"(?i)adres|address|siedzib")
SEVERAL = re.compile(r"\s*(?:;|,(?!\s*(?:Sp|S\.|sp))|\bi\b|\boraz\b|\band\b)\s*")
ENDS_PLACE = re.compile(r"\s*(?:$|[,;(–-])")

# Characters: a heading of a list of projects or partners is shorter; titles before a person and a role after
# one
# take fewer; a mission has more.
LONGEST_HEADING = 45
TITLES, ROLE = 12, 25
SHORTEST_MISSION = 12
# A heading of one project: "Projekt TARCZA", "The BLUEBED project".
PROJECT = re.compile(r"\b(?:[Pp]rojek[tc]\w*|PROJEKT\w*|[Pp]roject|PROJECT)\b")


def cards(scene: Scene) -> Iterator[Claim]:
    """The labelled facts of a document, in order."""
    for line in scene.lines:
        for one in labelled(line):
            if one.text.strip().casefold() in lexicon("card_values.toml")["nothing"] or (
                one.kind == "since" and _of_status(line)
            ):
                continue
            subject = scene.subject_at(line, one.start) if line.cells == () else scene.subject(line)
            if one.kind in {"coordinator", "person"} and leads_part(scene, line, one.label, one.start):
                continue
            if line.cells == () and aside_of(scene, line, one.start) is not None:
                continue
            if _seen_by_its_shape(line, one) or (
                one.kind == "person" and subject is not None and not is_told_of(scene, line, subject)
            ):
                continue
            if subject is not None and (
                _is_card(scene, line) or one.kind in {"person", "email", "phone", "website"}
            ):
                yield from _claims(scene, line, subject, one)


def _seen_by_its_shape(line: Line, one: Labelled) -> bool:
    """Whether a label's value is an e-mail or a telephone that is seen to be one without the label: what
    stands around it tells whose it is."""
    end = one.start + len(one.text)
    return one.kind in {"email", "phone"} and any(
        found.kind == one.kind and one.start <= found.span.start < end for found in contacts_in(line.text)
    )


def _of_status(line: Line) -> bool:
    """Whether a row's dates are those of a status."""
    return any(one.kind in {"status", "until", "round"} for one in labelled(line))


def _is_card(scene: Scene, line: Line) -> bool:
    """Whether a row tells of a cluster: it names one, and that first, or is one of a card's, a label and its
    value."""
    if not line.cells:
        return True
    kinds = [label_kind(cell.head) for cell in line.cells]
    if "project" in kinds[:1]:
        return False
    named = bool(scene.cast.named(line.text))
    return named or ("name" not in kinds and len(line.cells) == 2 and label_kind(line.cells[0].text) != "")


def aims_below(scene: Scene) -> Iterator[Claim]:
    """The aims that are items below a heading or a line of that name."""
    for line in scene.lines:
        nearest = line.leads[0].text if line.leads else ""
        aims = nearest and len(nearest) < LONGEST_HEADING and label_kind(nearest) == "mission"
        subject = scene.subject(line)
        if not aims or _told_beside(scene, line):
            continue
        if subject is not None and not line.cells and not line.text.rstrip().endswith(":"):
            scope = (*scene.scope(line, subject), line.leads[0].span)
            yield Claim(subject, "mission", line.text, line.passage, line.span, scope)


def _told_beside(scene: Scene, line: Line) -> bool:
    """Whether another item of the same list says that it is the aim, so that this one need not be."""
    tells = frames("mission").inside
    beside = [one for one in scene.lines if one.leads[:1] == line.leads[:1] and one is not line]
    return any(pattern.search(same_length_fold(one.text)) for one in beside for pattern in tells)


def _claims(scene: Scene, line: Line, subject: int, one: Labelled) -> Iterator[Claim]:
    for attribute, value, qualifier in _values(one):
        if attribute == "mission" and any(PROJECT.search(above.text) for above in _nearest(line)):
            continue  # What a project is for.
        if attribute in {"coordinator", "representative"} and _is_whole_name(scene, value):
            continue
        # "Since" beside a function, or of a status, is not when the cluster began.
        if one.kind == "since" and (in_columns_beside(line, one) or labels_in(one.label)):
            continue
        own = scene.scope(line, subject)
        heads = (line.leads[0].span,) if line.cells and line.leads else ()
        counted = qualifier.replace("_", " ")
        if attribute == "person" and qualifier == one.label:
            counted = _role_beside(line) or counted
        claim = Claim(subject, attribute, value, line.passage, line.span, (*own, *heads), counted)
        in_place = attribute in {"coordinator", "representative"}
        yield replace(claim, since=since_in(one.text)) if in_place else claim


def _role_beside(line: Line) -> str:
    """What a row says that the person in it does, under a head that tells just that; "" for nothing."""
    heads = lexicon("roles.toml")["role_heads"]
    told = (cell.text.strip() for cell in line.cells if words.fold(cell.head.strip()) in heads)
    return next((text for text in told if text and text[0].isalpha() and not places_in(f"w {text}")), "")


def _nearest(line: Line) -> tuple[Above, ...]:
    """The line that leads to a line, or else the heading it stands under."""
    return line.leads[:1] or line.headings[:1]


def _is_whole_name(scene: Scene, value: str) -> bool:
    """Whether a value is the name of a cluster that the document knows, and no body's."""
    return any(place.span == Span(0, len(value)) for place in scene.cast.named(value))


def _values(one: Labelled) -> Iterator[tuple[Attribute, str, str]]:
    text = one.text.strip(" .;,")
    match one.kind:
        case "coordinator" | "representative":
            people = people_in(text) if not _opens_with_body(text) else ()
            if people and people[0].span.start < TITLES and len(text) - people[0].span.end < ROLE:
                yield "person", people[0].name, people[0].role or one.label
            else:
                name = _body(one.text.strip(" ;,"))
                if name:
                    yield ("coordinator" if one.kind == "coordinator" else "representative"), name, ""
        case "members":
            yield from _members(text, one.label) if not mentions(one.label, "attending") else ()
        case "founded" | "since":
            found = next((moment for _, moment in moments(text)), None)
            if found is not None:
                yield "founded", found.iso, ""
        case "email" | "phone" | "website" | "address":
            found_in = () if mentions(one.label, "editors") else contacts_in(f"{one.label}: {text}")
            for contact in found_in:
                yield contact.kind, contact.value, ""
            if not found_in and exact_kind(one.label) == "address" and ADDRESS.fullmatch(text):
                yield "address", text, ""
            if one.kind == "address" and (code := POSTAL_CODE.search(text)) and SEAT.search(one.label):
                yield from _places("address", text[code.end() :])
        case "place" | "region" | "country":
            yield from _places(one.kind, text)
        case "sector":
            for key in dict.fromkeys(hit.key for hit in sectors_in(text, named=True)):
                yield "sector", key, ""
        case "mission":
            if len(text) > SHORTEST_MISSION:
                yield "mission", text, ""
        case "person":
            people = people_in(text) if not _opens_with_body(text) else ()
            for person in people:
                yield "person", person.name, person.role or one.label
            bare = not (people or organisations_in(text) or names_in(text))
            if bare and (unknown := UNKNOWN_PERSON.match(text)):
                yield "person", unknown.group(1), one.label


def _places(kind: str, text: str) -> Iterator[tuple[Attribute, str, str]]:
    """What a place under a label tells; a town that no gazetteer has as it is written."""
    found = places_in(text) or places_in(f"w {text}")
    for place in found:
        if place.kind == "town":
            yield "place", town_name(place.key), ""
        if place.kind == "region":
            yield "region", place.region or place.key, ""
        if place.country and (place.country != "PL" or kind == "country"):
            yield "country", place.country, ""
    run = capital_run(text) if kind == "place" and not any(place.kind == "town" for place in found) else None
    if run is not None and run.start == 0 and ENDS_PLACE.match(text, run.end):
        yield "place", text[: run.end], ""


def _body(text: str) -> str:
    """A body's name without what a label's value adds to it in brackets or after a comma; "" if it is
    none."""
    span = organisation_at(text, 0)
    if span is None:
        return in_nominative(text) if text[:1].isupper() and len(text.split()) < LONGEST_NAME else ""
    if span.start >= 4:
        return ""
    rest = words.tokenize(text[span.end :])
    if rest and _is_foreign(rest[0]) and all(map(str.islower, rest)) and len(text.split()) < LONGEST_NAME:
        return text  # "Hanácká rozvojová agentura"
    return in_nominative(text[span.start : span.end])


def _is_foreign(word: str) -> bool:
    return word.isalpha() and not words.readings(word.lower()) and not is_english(word)


def _opens_with_body(text: str) -> bool:
    """Whether a value begins with the name of a body, given names in it or not: "Hana Glass Association"."""
    return any(found.span.start == 0 for found in organisations_in(text))


def _members(text: str, label: str) -> Iterator[tuple[Attribute, str, str]]:
    found = list(counts_in(text))
    bare = BARE_NUMBER.match(text)
    # "Członkowie: huty, szlifiernie, dwie szkoły": examples are listed, and not all of them counted.
    if found and bare is None and "," in text[: found[0].span.start]:
        found = []
    taken = {count.number for count in found}
    if (
        bare
        and re.sub(r"\D", "", bare.group(1)) not in taken
        and not any(p.span.start == 0 for p in periods(text))
    ):
        yield "members", re.sub(r"\D", "", bare.group(1)), label
    for count in found:
        yield "members", count.number, count.counted
