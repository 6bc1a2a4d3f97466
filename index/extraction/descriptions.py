"""Where a cluster is and what it does, as its names and the sentences that describe it tell."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from documents.model import Span
from documents.moments import moments
from index import words
from index.extraction.agents import of_others
from index.extraction.going_on import GOES_ON, PRONOUN
from index.extraction.labelled import labelled
from index.extraction.lines import SEPARATOR, Above, Line
from index.extraction.model import Claim, Name, Subject
from index.extraction.name_words import listed, speaks_of_clusters
from index.extraction.naming import names_in
from index.extraction.organisations import organisations_in
from index.extraction.other_names import capital_run
from index.extraction.scene import Scene
from index.extraction.status_clauses import has_verb
from index.extraction.whereabouts import (
    ADJECTIVE,
    BEFORE_NAME,
    LATEST_NAME,
    OF_ANOTHER,
    POSTAL_CODE,
    announced,
    in_body,
    of_place,
    states_place,
    whose,
)
from index.inflection import nominative
from index.register.model import OFFICE
from index.taxonomy import FLAG, Found, FoundSector, places_in, related, sectors_in, town_name
from index.words import same_length_fold

# A sentence that says what a cluster is or whom it unites.
DESCRIBES = re.compile(
    r"\b(?:to|jest|zrzesza\w*|skupia\w*|grupuje|gromadzi\w*|laczy\w*|tworz\w+|dziala\w*|specjaliz\w+|"
    r"zajmuj\w+|integruje|branz\w+|sektor\w*|firm\w*|producen\w+|"
    r"is|are|brings?|unit\w+|gather\w+|compris\w+|includ\w+|associat\w+|speciali[sz]\w+|works?|operat\w+|"
    r"focus\w*|industr\w+|sector\w*|compan\w+|firms?|home|deals?|represents?|members?|makers|producers|"
    r"manufacturers)\b"
)
# The beginning of a word within a sentence that a name has: "Kuter – o połowę mniej" tells of no fishing.
OF_A_NAME = re.compile(r"[^\W\d_, ,;„“\"(–-]?[a-ząćęłńóśźż,;] [^\W\d_a-ząćęłńóśźż][a-ząćęłńóśźż]$")
SEAT = re.compile(
    r"(?:z siedziba w[e]? |siedzib\w+ (?:jest |znajduje sie |miesci sie )?(?:w[e]? )?|based in |"
    r"headquartered in |sits in |\bseat(?:ed)? (?:is )?in |works out of |(?:our|its) home is |"
    r"offices? (?:is |are )?in |"
    r"biur\w+ (?:jest |miesci sie |znajduje sie )?w[e]? )$"
)
# Right after a place that is the cluster's, another that holds it: "Frýdek-Místek, Moravian-Silesian Region".
HOLDS = re.compile(
    r"^(?:,|\s\(|(?:,?\s(?:and|i|oraz|a takze))?\s(?:in|w|we|na)(?: the)?|\s(?:and|i|oraz)(?: the)?)\s?"
    r"(?:the |island of |region |wojewodztwo |woj\. )?$"
)
QUOTED_PART = re.compile(r"[„“\"«][^„”“\"«»]+[”“\"»]")
# A heading so tells where others are.
OF_PARTNERS = re.compile(r"(?i)partner|visit|wizyt|goś[cć]|guest")
SEAT_REACH = 40
LONGEST_HEADING = 90
OPENING = 40
# "Clusters in the …", "Klastry działające w …", "What clusters operate in …": of the place that follows.
CLUSTERS_AT = re.compile(
    r"\b(?:clusters|klastry|klastrow|klastrach)"
    r"(?: (?:are|is|operat\w+|work\w*|act\w*|based|located|run\w*|function\w*"
    r"|dzialaj\w+|funkcjonuj\w+|zlokalizowan\w+))?"
    r" (?:in|of|from|around|near|w|we|z|ze|na terenie|kolo|pod|wokol)(?: the)? $|\bklastrow $"
)
# What a line at the top of a list of clusters begins with; before a region's name, the word for one.
TOP = 8
LIST = re.compile(
    r"\W*(?:(?:wykaz|list[ay]|spis|rejestr|katalog|zestawienie|baza|mapa|przeglad|the)\s|klastry\b|clusters\b|"
    r"list\b|register\b|directory\b|overview\b|map\b|catalogue\b)"
)
DIVISION = re.compile(r"(?:wojewodztw\w+|woj\.|regionu|regionie|the|region of|voivodeship of) $")
# Between a cluster's name in a cell, and another of its names, and the place it is in.
BESIDE_IN_CELL = re.compile(r"[”\"»]?(?:\s\([^()|]{1,60}\)|\))?(?:,|\s[–—-]|\s\(|\()\s?")
# Between a cluster's name in a heading and the place it is in.
HEADED = re.compile(r"^[”\"»]?(?:\s\([^()]{1,60}\)|\))?(?:\s?[(,–|-]\s?|\s(?:in|z|ze|w|we|from)\s)$")


def by_name(scene: Scene) -> Iterator[Claim]:
    """The sectors and regions that the names of clusters tell."""
    for number, subject in enumerate(scene.cast.subjects):
        told: set[str] = set()
        for name in subject.names:
            if name in scene.cast.lent:
                continue  # It stands in other documents.
            passage, span = _where(scene, subject, name)
            for hit in _sectors_of_name(name.text, scene.document.quote(name.span)):
                # A name in short is a part of the whole: what that tells, it is about.
                if name.kind != "short" or name is subject.names[0] or not told:
                    told.add(hit.key)
                    yield Claim(number, "sector", hit.key, passage, span)
            for place in places_in(name.text):
                yield from _of_name(name.text, place, Claim(number, "place", "", passage, span))


def _where(scene: Scene, subject: Subject, name: Name) -> tuple[int, Span]:
    """The passage and the line that a name stands in, or those of the cluster's first mention."""
    line = scene.line_at(name.span)
    if line is not None:
        return line.passage, line.span
    line = scene.line_at(subject.span)
    return subject.passage, line.span if line is not None else subject.span


def _sectors_of_name(name: str, written: str) -> Iterator[FoundSector]:
    """The sectors that a name tells, but of the words of its places; what is written in quotation marks tells
    only of those that the rest has to do with, if that tells any: a "Steelworks of the Future" may make
    glass. Where no trade is named, everyday words tell: "Sound Valley"."""
    rest = QUOTED_PART.sub("", written)
    plain, whole = _sectors_beside_places(rest), _sectors_beside_places(name)
    near = {key for hit in plain for key in (hit.key, *related(hit.key))}
    told = [hit for hit in whole if not plain or hit.key in near]
    yield from told or _sectors_beside_places(rest, named=True) or _sectors_beside_places(name, named=True)


def _sectors_beside_places(text: str, *, named: bool = False) -> list[FoundSector]:
    places = [place.span for place in places_in(text)]
    return [
        hit
        for hit in sectors_in(text, named=named)
        if not any(one.start <= hit.span.start and hit.span.end <= one.end for one in places)
    ]


def _of_name(name: str, place: Found, claim: Claim) -> Iterator[Claim]:
    """What a place in a name tells: an English name that begins with a town is of its region, not of its
    seat; a town's other forms may be other words, "Łodzi" boats."""
    english = words.fold(name.split()[-1]) in listed("english_heads")
    written = name[place.span.start : place.span.end]
    plain = place.kind != "town" or written == town_name(place.key) or ADJECTIVE.search(written.lower())
    if not english and not plain:
        return
    opens = place.kind == "town" and english and place.span.end < len(name) / 2
    for told in of_place(claim, place):
        if told.attribute == "region" and not place.region:
            continue  # "Moravian", "Black Forest": no region as its country is divided
        yield replace(told, attribute="region", value=place.region) if opens and place.region else told


def described(scene: Scene) -> Iterator[Claim]:
    """The sectors, towns, regions and countries that sentences tell of clusters."""
    seated: set[int] = set()
    subjects = enumerate(scene.cast.subjects)
    told = {n for n, one in subjects if any(sectors_in(name.text) for name in one.names)}
    for at, line in enumerate(scene.lines):
        subject = scene.subject(line)
        if line.cells:
            yield from _beside_names(scene, at)
        below = announced(scene, at)
        if below is not None:
            found = Claim(below, "place", "", line.passage, line.span, (scene.lines[at + 1].span,))
            yield from (told for place in places_in(line.text) for told in of_place(found, place))
            continue
        if line.cells or subject is None:
            continue
        claim = scene.claim(line, subject, "sector", "")
        if _describes(scene, at):
            yield from _sectors(scene, line, claim, told)
        yield from _places(scene, at, claim, seated)


def _beside_names(scene: Scene, at: int) -> Iterator[Claim]:
    """The places that stand in brackets after clusters' names in the cells of a row, or in a cell of their
    own."""
    line = scene.lines[at]
    for place in places_in(line.text):
        for one in scene.named(at):
            between = line.text[one.span.end : place.span.start] if one.span.end <= place.span.start else ""
            own = one.subject == scene.subject(line) and _is_cell(line, place)
            if own or BESIDE_IN_CELL.fullmatch(between):
                yield from of_place(scene.claim(line, one.subject, "place", ""), place)


def _is_cell(line: Line, place: Found) -> bool:
    """Whether a place is all of a cell without a head."""
    whole = (place.span.start, place.span.end)
    return any(
        not cell.head and (cell.start, cell.start + len(cell.text)) == whole for cell in line.cells[1:]
    )


def _sectors(scene: Scene, line: Line, claim: Claim, told: AbstractSet[int]) -> Iterator[Claim]:
    """The sectors of a sentence that describes; `told` are the clusters whose names tell theirs."""
    for hit in sectors_in(_without_names(line.text)):
        if OF_A_NAME.search(line.text[max(0, hit.span.start - 2) : hit.span.start + 2]):
            continue
        owner = scene.subject_at(line, hit.span.start)
        # What a name tells, its description only illustrates: "film for packaging" makes no cluster of film.
        if owner not in told and not of_others(scene, line, hit.span.start):
            yield replace(claim, subject=owner or claim.subject, value=hit.key)


def _places(scene: Scene, at: int, claim: Claim, seated: set[int]) -> Iterator[Claim]:
    """The places of a sentence that are its cluster's; `seated`, those with a seat, are added to."""
    line = scene.lines[at]
    last: Found | None = None
    for place in places_in(line.text):
        holds = last is not None and HOLDS.match(
            same_length_fold(line.text)[last.span.end : place.span.start]
        )
        if not (
            (holds and not in_body(line.text, place.span)) or states_place(scene, at, place)
        ) or of_others(scene, line, place.span.start):
            continue
        owner = whose(scene, at, place)
        if owner is None:
            continue
        office = POSTAL_CODE.search(line.text[: place.span.start]) is not None and owner in seated
        seated.add(owner)
        last = place
        for told in of_place(replace(claim, subject=owner), place):
            yield replace(told, qualifier=OFFICE) if office else told


def seats(scene: Scene) -> Iterator[Claim]:
    """Towns that no gazetteer has, where a sentence says that they are a cluster's seat."""
    for at, line in enumerate(scene.lines):
        folded = same_length_fold(line.text)
        for match in re.finditer(r"(?<=\s)(?=[^\W\d_a-ząćęłńóśźż])", line.text):
            if not SEAT.search(folded[max(0, match.start() - SEAT_REACH) : match.start()]):
                continue
            if OF_ANOTHER.search(folded[: match.start()]):
                continue
            if any(m.span.start <= match.start() < m.span.end for m in names_in(line.text)):
                continue  # "Siedzibą Klastra jest …"
            run = capital_run(line.text, match.start())
            subject = scene.subject_at(line, match.start())
            if run is None or subject is None:
                continue
            named = any(p.span.start < run.end and run.start < p.span.end for p in scene.named(at))
            body = any(f.span.start < run.end and run.start < f.span.end for f in organisations_in(line.text))
            if _is_common(line.text[run.start : run.end]):
                continue
            if not named and not body and not places_in(f"w {line.text[run.start : run.end]}"):
                name = nominative(line.text[run.start : run.end])
                yield scene.claim(line, subject, "place", name)


def _is_common(name: str) -> bool:
    """Whether a word with a capital is no town's name but a common noun's, or short for something."""
    common = any(one.part == "subst" and one.lemma.islower() for one in words.readings(name.lower()))
    return "." in name.rstrip(".") or (" " not in name and common)


def under_headings(scene: Scene) -> Iterator[Claim]:
    """The regions and countries of the headings and outer items under which clusters are listed."""
    whole = _list_title(scene)
    for at, line in enumerate(scene.lines):
        subject, above_it = _listed_under(scene, at)
        if subject is None:
            continue
        for above in (*above_it, *(whole if line.leads else ())):
            others = {place.subject for place in scene.cast.named(above.text)}
            if others - {subject}:
                break
            dated = any(moment.first == moment.last for _, moment in moments(above.text))
            if others or dated or len(above.text) > LONGEST_HEADING or OF_PARTNERS.search(above.text):
                continue  # "Graz, 16 June 2026" is where a text was written
            places = places_in(above.text)
            if len({place.key for place in places if place.kind != "country"}) > 1:
                break
            if len({place.key for place in places}) == 1:
                claim = Claim(subject, "place", "", line.passage, line.span, (above.span,))
                yield from (one for one in of_place(claim, places[0]) if one.attribute != "place")
                yield from _of_clusters_at(claim, above.text, places[0])
                if places[0].kind == "region":
                    break  # "Pomerania" under "Pomerania and Kuyavia": the nearest tells where


def in_headings(scene: Scene) -> Iterator[Claim]:
    """The places beside a cluster's name in the heading of its section: "Lithuania: X", "X (Denmark)"."""
    seen: set[Span] = set()
    for line in scene.lines:
        heading = line.headings[0] if line.headings else None
        if heading is None or heading.span in seen or len(heading.text) > LONGEST_HEADING:
            continue
        seen.add(heading.span)
        named = scene.cast.named(heading.text)
        for place in places_in(heading.text):
            for one in named:
                after = (
                    heading.text[one.span.end : place.span.start] if one.span.end <= place.span.start else ""
                )
                before = heading.text[place.span.end : one.span.start]
                flag = after.isspace() and FLAG.fullmatch(heading.text, place.span.start, place.span.end)
                if before in BEFORE_NAME or flag or (after and HEADED.match(after)):
                    claim = Claim(one.subject, "place", "", line.passage, line.span, (heading.span,))
                    yield from of_place(claim, place)


def _list_title(scene: Scene) -> tuple[Above, ...]:
    """What a line at the top says all clusters of a list below are in: "Wykaz klastrów województwa
    łódzkiego"."""
    for line in scene.lines[:TOP]:
        folded = same_length_fold(line.text)
        for place in places_in(line.text) if LIST.match(folded) else ():
            if place.kind == "region" and CLUSTERS_AT.search(DIVISION.sub("", folded[: place.span.start])):
                return (Above(line.text[: place.span.end], line.span),)
    return ()


def _listed_under(scene: Scene, at: int) -> tuple[int | None, tuple[Above, ...]]:
    """The cluster that a line or the heading right above it begins with, and what stands over that."""
    line, named = scene.lines[at], scene.named(at)
    if named and named[0].span.start <= LATEST_NAME:
        above = (one for one in line.above if SEPARATOR not in one.text and not _only_tells(one.text))
        return named[0].subject, tuple(above)[:2]
    own = scene.cast.named(line.headings[0].text) if line.headings else ()
    if own and own[0].span.start <= LATEST_NAME and len(own) == 1 and scene.subject(line) == own[0].subject:
        return own[0].subject, line.headings[1:3]
    return None, ()


def _only_tells(text: str) -> bool:
    """Whether what stands above is a sentence of its own that says of no clusters where they are."""
    return text.rstrip().endswith(".") and has_verb(text) and not speaks_of_clusters(text)


def _of_clusters_at(claim: Claim, heading: str, place: Found) -> Iterator[Claim]:
    """The region of the town that a heading says clusters are in, which need not be the seat of each."""
    if place.kind != "town" or not place.region:
        return
    if CLUSTERS_AT.search(same_length_fold(heading[: place.span.start])):
        yield replace(claim, attribute="region", value=place.region)


def _describes(scene: Scene, at: int) -> bool:
    """Whether a line tells what its cluster does: it names it, or goes on about it, with a verb that
    describes."""
    line = scene.lines[at]
    if not DESCRIBES.search(same_length_fold(line.text)) or line.text.rstrip().endswith("?"):
        return False
    own = scene.named(at)
    return bool(own) or any(mention.generic for mention in names_in(line.text)) or _opens_section(scene, at)


def _opens_section(scene: Scene, at: int) -> bool:
    """Whether a line is among the first two under a heading that names its cluster, or goes on about it."""
    line = scene.lines[at]
    headed = bool(line.headings) and bool(scene.cast.named(line.headings[0].text))
    first = (
        at < 2
        or scene.lines[at - 1].headings != line.headings
        or scene.lines[at - 2].headings != line.headings
    )
    return (headed and first) or bool(
        GOES_ON.match(line.text) or PRONOUN.search(line.text[:OPENING]) or labelled(line)
    )


def _without_names(text: str) -> str:
    """The text with the names of bodies blanked out: an Institute of Aviation does not make a cluster of
    aviation."""
    for found in organisations_in(text):
        if not names_in(text[found.span.start : found.span.end]):
            text = (
                text[: found.span.start] + " " * (found.span.end - found.span.start) + text[found.span.end :]
            )
    return text
