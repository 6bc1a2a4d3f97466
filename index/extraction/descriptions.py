"""Where a cluster is and what it does, as its names and the sentences that describe it tell."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache

from documents.model import Span
from index import words
from index.extraction.agents import of_others
from index.extraction.frames import frames
from index.extraction.labelled import labelled
from index.extraction.lines import Above, Line
from index.extraction.model import Claim
from index.extraction.name_words import listed
from index.extraction.naming import names_in
from index.extraction.organisations import organisations_in
from index.extraction.other_names import capital_run
from index.extraction.scene import GOES_ON, PRONOUN, Scene
from index.inflection import is_english, nominative
from index.register.model import OFFICE
from index.taxonomy import Found, FoundSector, country_name, places_in, region_name, sectors_in, town_name
from index.words import same_length_fold

# A sentence that says what a cluster is or whom it unites.
DESCRIBES = re.compile(
    r"\b(?:to|jest|zrzesza\w*|skupia\w*|grupuje|gromadzi\w*|laczy\w*|tworz\w+|dziala\w*|specjaliz\w+|"
    r"zajmuj\w+|integruje|branz\w+|sektor\w*|firm\w*|producen\w+|"
    r"is|are|brings?|unit\w+|gather\w+|compris\w+|includ\w+|associat\w+|speciali[sz]\w+|works?|operat\w+|"
    r"focus\w*|industr\w+|sector\w*|compan\w+|firms?|home|deals?|represents?|members?|makers|producers|"
    r"manufacturers)\b"
)
ADJECTIVE = re.compile(r"(?:sk|ck|dzk)(?:i|a|ie|iego|iej|iemu|im)$")
SEAT = re.compile(
    r"(?:z siedziba w[e]? |siedzib\w+ (?:jest |znajduje sie |miesci sie )?(?:w[e]? )?|based in |"
    r"headquartered in |sits in |\bseat(?:ed)? (?:is )?in |works out of |offices? (?:is |are )?in |"
    r"biur\w+ (?:jest |miesci sie |znajduje sie )?w[e]? )$"
)
# Between a cluster's name and the town it is from: "Klaster X z Sanoka", "Klaster X (Sanok)".
RIGHT_AFTER = re.compile(r"^[”\"»]?\s*(?:\(|,\s|,?\s*(?:z|ze|w|we|from|in|of)\s+(?:the\s+)?)$")
# "This Slovak group", "śląski klaster".
AS_ADJECTIVE = re.compile(
    r"^(?:['’]s)? (?:[\w-]+ ){0,3}"
    r"(?:group|cluster|network|organi[sz]ation|klaster|klastra|siec|grupa|initiative|alliance)\b"
)
# "Vienna, 5 May 2025": where something was written or took place.
DATELINE = re.compile(r"^,?\s+(?:dnia |dn\. |on )?(?:\d{1,2}[ .]|\d{4}\b|[–-] )")
# Right after a place that is the cluster's, another that holds it: "Frýdek-Místek, Moravian-Silesian Region".
HOLDS = re.compile(
    r"^(?:,|\s\(|\s(?:in|w|we|na|and|i|oraz)(?: the)?)\s?(?:the |island of |region |wojewodztwo |woj\. )?$"
)
# A line of a card or a list that begins with its town: "Sanok, od 2011 roku", "Sanok.".
GOES_ON_AFTER = re.compile(r"^\s*(?:[,.;–(]|$)")

# Between a place and the name of the cluster that is there.
BEFORE_NAME = frozenset({" ", "'s ", "’s ", ": ", " – ", " „", ": „"})
QUOTED_PART = re.compile(r"[„“\"«][^„”“\"«»]+[”“\"»]")
OF_REGION = re.compile(r" (?:region|voivodeship|county)", re.IGNORECASE)
POSTAL_CODE = re.compile(r"\d\d-\d\d\d $")
# A sentence of a visit or a partner tells where those are.
OF_ANOTHER = re.compile(
    r"\b(?:partner\w*|odwiedz\w+|wizyt\w+|visit\w*|deleg\w+|gosc\w*|guests?|spotka\w+|met|meets?|eksport\w+|exports?|"
    r"sells?|sprzeda\w+|oddzial\w*|branch\w*|targ(?:i|ow|ach)|fair|misj\w+ (?:gospodarcz|handlow)\w+)\b"
)
WHERE = re.compile(
    r"\b(?:gdzie|skad|where)\b[^?]*\b(?:siedzib|dziala|biuro|miesci|jestes|based|located|office|seat|from)\w*[^?]*\?$"
)
# How far before a place the words are looked for that say whose it is; and that it is a seat.
LEAD_REACH = 70
SEAT_REACH = 40
# A line of a card is shorter, and a heading no longer; an item's name begins this early; a pronoun for a
# cluster stands this near to the beginning. In characters.
CARD_LINE = 60
LONGEST_HEADING = 90
LATEST_NAME = 12
OPENING = 40
# So many lines around one tell whether it is one of many alike.
FEW_LINES = 8


def by_name(scene: Scene) -> Iterator[Claim]:
    """The sectors and regions that the names of clusters tell."""
    for number, subject in enumerate(scene.cast.subjects):
        line = scene.line_at(subject.span)
        span = line.span if line is not None else subject.span
        told: set[str] = set()
        for name in subject.names:
            for hit in _sectors_of_name(name.text, scene.document.quote(name.span)):
                # A name in short is a part of the whole: what that tells, it is about.
                if name.kind != "short" or name is subject.names[0] or not told:
                    told.add(hit.key)
                    yield Claim(number, "sector", hit.key, subject.passage, span)
            for place in places_in(name.text):
                yield from _of_name(name.text, place, Claim(number, "place", "", subject.passage, span))


def _sectors_of_name(name: str, written: str) -> Iterator[FoundSector]:
    """The sectors that a name tells, but of the words of its places; what is written in quotation marks tells
    of one only where the rest does not: a "Steelworks of the Future" may make glass."""
    plain = _sectors_beside_places(QUOTED_PART.sub("", written))
    yield from plain or _sectors_beside_places(name)


def _sectors_beside_places(text: str) -> list[FoundSector]:
    places = [place.span for place in places_in(text)]
    return [
        hit
        for hit in sectors_in(text)
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
    for told in _of_place(claim, place):
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
        if line.cells or subject is None:
            continue
        claim = scene.claim(line, subject, "sector", "")
        if _describes(scene, at):
            yield from _sectors(scene, line, claim, told)
        yield from _places(scene, at, claim, seated)


def _beside_names(scene: Scene, at: int) -> Iterator[Claim]:
    """The places that stand in brackets after clusters' names in the cells of a row."""
    line = scene.lines[at]
    for place in places_in(line.text):
        for one in scene.named(at):
            between = line.text[one.span.end : place.span.start] if one.span.end <= place.span.start else ""
            if between.lstrip('”"») ') == "(":
                yield from _of_place(scene.claim(line, one.subject, "place", ""), place)


def _sectors(scene: Scene, line: Line, claim: Claim, told: AbstractSet[int]) -> Iterator[Claim]:
    """The sectors of a sentence that describes; `told` are the clusters whose names tell theirs."""
    for hit in sectors_in(_without_names(line.text)):
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
        if not (holds or _states_place(scene, at, place)) or of_others(scene, line, place.span.start):
            continue
        owner = _whose(scene, at, place)
        if owner is None:
            continue
        office = POSTAL_CODE.search(line.text[: place.span.start]) is not None and owner in seated
        seated.add(owner)
        last = place
        for told in _of_place(replace(claim, subject=owner), place):
            yield replace(told, qualifier=OFFICE) if office else told


def seats(scene: Scene) -> Iterator[Claim]:
    """Towns that no gazetteer has, where a sentence says that they are a cluster's seat."""
    for at, line in enumerate(scene.lines):
        folded = same_length_fold(line.text)
        for match in re.finditer(r"(?<=\s)(?=[^\W\d_a-ząćęłńóśźż])", line.text):
            if not SEAT.search(folded[max(0, match.start() - SEAT_REACH) : match.start()]):
                continue
            if any(m.span.start <= match.start() < m.span.end for m in names_in(line.text)):
                continue  # "Siedzibą Klastra jest …"
            run = capital_run(line.text, match.start())
            subject = scene.subject_at(line, match.start())
            if run is None or subject is None:
                continue
            named = any(p.span.start < run.end and run.start < p.span.end for p in scene.named(at))
            body = any(f.span.start < run.end and run.start < f.span.end for f in organisations_in(line.text))
            if not named and not body and not places_in(f"w {line.text[run.start : run.end]}"):
                name = nominative(line.text[run.start : run.end])
                yield scene.claim(line, subject, "place", name)


# What goes on from one cluster and its place to the next: "…, a w Poznaniu BIOREGION".
ANOTHERS = re.compile(r"[”\"]?\s*,")
NAMED_NEXT = re.compile(r"\s[„\"“]?[^\W\d_a-ząćęłńóśźż]")
# "W Pile działa Klaster X", "In Leoben sits the X Cluster".
CLAUSE_OPENS = re.compile(r"(?:^|[.;:,–]\s|\s[ai]\s)\W*(?:[Ww]e?|[Ii]n)\s(?:the\s)?$")
IS_THERE = re.compile(
    r"\s(?:\w+\s){0,2}(?:dziala\w*|funkcjonuje|powsta\w+|tworzy sie|tworzony jest|rozwija sie|istnieje|"
    r"ma (?:swoja )?siedzibe|miesci sie|sits|works|operates|is based|is)\s(?:\w+\s){0,2}[„\"“]?"
)
# "Clusters in the …", "Klastry działające w …", "What clusters operate in …": of the place that follows.
CLUSTERS_AT = re.compile(
    r"\b(?:clusters|klastry|klastrow|klastrach)"
    r"(?: (?:are|is|operat\w+|work\w*|act\w*|based|located|run\w*|function\w*"
    r"|dzialaj\w+|funkcjonuj\w+|zlokalizowan\w+))?"
    r" (?:in|of|from|around|near|w|we|z|ze|na terenie|kolo|pod|wokol)(?: the)? $"
)


def under_headings(scene: Scene) -> Iterator[Claim]:
    """The regions and countries of the headings and outer items under which clusters are listed."""
    for at, line in enumerate(scene.lines):
        subject, above_it = _listed_under(scene, at)
        if subject is None:
            continue
        for above in above_it:
            others = {place.subject for place in scene.cast.named(above.text)}
            if others - {subject}:
                break
            if others or len(above.text) > LONGEST_HEADING:
                continue
            places = places_in(above.text)
            if len({place.key for place in places}) == 1:
                claim = Claim(subject, "place", "", line.passage, line.span, (above.span,))
                yield from (one for one in _of_place(claim, places[0]) if one.attribute != "place")
                yield from _of_clusters_at(claim, above.text, places[0])


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
                if before in BEFORE_NAME or (after and HEADED.match(after)):
                    claim = Claim(one.subject, "place", "", line.passage, line.span, (heading.span,))
                    yield from _of_place(claim, place)


# Between a cluster's name in a heading and the place it is in.
HEADED = re.compile(r"^[”\"»]?(?:\s?[(,–|-]\s?|\s(?:in|z|ze|w|we|from)\s)$")


def _listed_under(scene: Scene, at: int) -> tuple[int | None, tuple[Above, ...]]:
    """The cluster that a line or the heading right above it begins with, and what stands over that."""
    line, named = scene.lines[at], scene.named(at)
    if named and named[0].span.start <= LATEST_NAME:
        return named[0].subject, line.above[:2]
    own = scene.cast.named(line.headings[0].text) if line.headings else ()
    if own and own[0].span.start <= LATEST_NAME and len(own) == 1 and scene.subject(line) == own[0].subject:
        return own[0].subject, line.headings[1:3]
    return None, ()


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


@cache
def _place_leads(attribute: str) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(p.pattern for p in frames(attribute).after) + ")(?:the )?$")


def _whose(scene: Scene, at: int, place: Found) -> int | None:
    """The cluster that a place belongs to: the one named right after its adjective, or the last before it."""
    line = scene.lines[at]
    named = scene.named(at)
    right_before = [p for p in named if RIGHT_AFTER.match(line.text[p.span.end : place.span.start])]
    if right_before:
        return right_before[-1].subject
    following = [
        p
        for p in named
        if line.text[place.span.end : p.span.start] == " " or _is_fronted(line.text, place, p.span)
    ]
    return following[0].subject if following else scene.subject_at(line, place.span.start)


def _states_place(scene: Scene, at: int, place: Found) -> bool:
    """Whether the words around a place say that the cluster is there."""
    line = scene.lines[at]
    after = line.text[place.span.end :]
    if _in_body(line.text, place.span) or (place.kind == "town" and OF_REGION.match(after)):
        return False
    if DATELINE.match(after) and not re.search(r"[^\W\d]", line.text[: place.span.start]):
        return False
    generic = [mention for mention in names_in(line.text) if mention.generic]
    told = not OF_ANOTHER.search(same_length_fold(line.text)[: place.span.start])
    if told and any(line.text[m.span.end : place.span.start].strip() in listed("locating") for m in generic):
        return True
    beside = _beside_name(scene, at, place)
    if beside is not None:
        return beside
    if place.span.start <= 1 and not scene.named(at) and GOES_ON_AFTER.match(after):
        alone = at > 0 and (bool(line.leads) or len(line.text) < CARD_LINE)
        return alone and not _one_of_many(scene, at)
    folded = same_length_fold(line.text)
    if (
        place.kind != "town"
        and told
        and _is_adjective(line.text, place)
        and AS_ADJECTIVE.match(folded[place.span.end :])
    ):
        return True
    before = folded[max(0, place.span.start - LEAD_REACH) : place.span.start]
    if POSTAL_CODE.search(before):
        return True
    if _answers_where(scene, line):
        return True
    if _place_leads("place").search(before):
        return True
    return place.kind == "region" and told and _is_where_members_are(scene, at, place, before)


def _is_where_members_are(scene: Scene, at: int, place: Found, before: str) -> bool:
    """Whether a sentence says that the cluster works in a region, or unites firms from it."""
    if not _place_leads("region").search(before):
        return False
    named = scene.named(at)
    return not named or named[0].span.start < place.span.start


def _answers_where(scene: Scene, line: Line) -> bool:
    """Whether the line before asks where the cluster is."""
    asked = scene.before(line)
    return asked is not None and WHERE.search(same_length_fold(asked.text)) is not None


def _is_adjective(text: str, place: Found) -> bool:
    """Whether a region or a country is named by its adjective: "śląski", "Danish", "Denmark's"."""
    written = text[place.span.start : place.span.end].lower()
    if text[place.span.end : place.span.end + 2] in {"'s", "’s"} or ADJECTIVE.search(written):
        return True
    name = country_name if place.kind == "country" else region_name
    return written.isascii() and written != name(place.key, "en").lower() and is_english(written)


def _one_of_many(scene: Scene, at: int) -> bool:
    """Whether a line that is but a place is one of several of its cluster: where members are, say."""
    line = scene.lines[at]
    near = scene.lines[max(0, at - FEW_LINES) : at + FEW_LINES + 1]
    alike = (one for one in near if one is not line and scene.subject(one) == scene.subject(line))
    places = {found.key for one in alike if (found := _all_of(one.text)) is not None}
    return len(places) > 1


def _all_of(text: str) -> Found | None:
    """The place that is all of a text but for a full stop."""
    found = places_in(text)
    return (
        found[0]
        if len(found) == 1 and text.strip(" .") == text[found[0].span.start : found[0].span.end]
        else None
    )


def _beside_name(scene: Scene, at: int, place: Found) -> bool | None:
    """True where a place stands right beside a cluster's name, False where it is part of one, else None."""
    text = scene.lines[at].text
    for one in scene.named(at):
        between = text[one.span.end : place.span.start]
        if place.span.start >= one.span.end and RIGHT_AFTER.match(between):
            # "Klaster X, w Poznaniu Y": of the second, where a name follows the place.
            return not (ANOTHERS.match(between) and NAMED_NEXT.match(text[place.span.end :]))
        if _is_fronted(text, place, one.span):
            return True
        if text[place.span.end : one.span.start] in BEFORE_NAME and place.span.end <= one.span.start:
            return True  # "krośnieński Klaster X", "Sanok's X Cluster", "Austria: X Cluster"
        if one.span.start <= place.span.start < one.span.end:
            return False
    return None


def _is_fronted(text: str, place: Found, named: Span) -> bool:
    """Whether a place opens the clause in which a cluster is said to be there: "W Pile działa Klaster X"."""
    between = same_length_fold(text[place.span.end : named.start])
    return bool(CLAUSE_OPENS.search(text[: place.span.start]) and IS_THERE.fullmatch(between))


def _in_body(text: str, span: Span) -> bool:
    return any(f.span.start <= span.start and span.end <= f.span.end for f in organisations_in(text))


def _of_place(claim: Claim, place: Found) -> Iterator[Claim]:
    """What a place tells, each claim otherwise like the one given; Poland goes without saying."""
    if place.kind == "town":
        yield replace(claim, attribute="place", value=town_name(place.key))
    if place.kind == "region":
        yield replace(claim, attribute="region", value=place.region or place.key)
    if place.country and place.country != "PL":
        yield replace(claim, attribute="country", value=place.country)
