"""Whether the words around a place say that a cluster is there, which one, and what a place tells of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from documents.model import Span
from index import words
from index.extraction.contacts import is_beside_address
from index.extraction.frames import frames
from index.extraction.lines import Line
from index.extraction.model import Claim
from index.extraction.name_words import listed
from index.extraction.naming import names_in
from index.extraction.organisations import organisations_in
from index.extraction.scene import Scene
from index.extraction.voices import is_speakers
from index.gazetteer import worded
from index.inflection import is_english
from index.register.model import OFFICE
from index.taxonomy import FLAG, Found, country_name, places_in, region_country, region_name, town_name
from index.words import same_length_fold

ADJECTIVE = re.compile(r"(?:sk|ck|dzk)(?:i|a|ie|iego|iej|iemu|im)$")
# Between a cluster's name and the town it is from: "Klaster X z Sanoka", "Klaster X (Sanok)".
# also where another name of it stands in brackets between.
ALIAS = r"^[”\"»]?(?:\s\([^()]{1,60}\)|\))?"
# Before the name of a region: "(woj. śląskie)", "– województwo łódzkie".
DIVISION = r"(?:(?:woj\.?|województwo|województwie|województwa|voivodeship of|region|regionie|regionu)\s+)?"
RIGHT_AFTER = re.compile(
    ALIAS + r"\s*(?:\(|,\s|,?\s*(?:z|ze|w|we|from|in|of)\s+(?:the\s+)?)" + DIVISION + "$"
)
# As what a line opens with, a name and a place beside a dash: "Klaster X – Hajnówka. Tartaki i suszarnie."
# "Klaster X, a young group from Puck", "Valley Y (cluster from Cottbus".
APPOSED = re.compile(
    r"^[”\"»]?(?:,\s|\s\()(?:an?\s|the\s)?(?:[a-ząćęłńóśźż-]+\s){0,4}?"
    r"(?:cluster|group|network|association|alliance|klaster|sieć|grupa|inicjatywa)"
    r"\s(?:from|in|of|z|ze|w|we)\s(?:the\s)?$"
)
DASHED = re.compile(ALIAS + r"(?:, (?:czyli|also|or) [^,;:.–]{1,40})?\s[–—-]\s" + DIVISION + "$")
ENDS_THERE = re.compile(r"\s*(?:[.;|)]|$|[–—/·•-]\s)")
# "This Slovak group", "śląski klaster".
AS_ADJECTIVE = re.compile(
    r"(?:['’]s)? (?:[a-ząćęłńóśźż][\w-]* ){0,3}"
    r"(?:group|cluster|network|organi[sz]ation|klaster|klastra|sieć|grupa|initiative|alliance)\b"
)
ADJECTIVES = re.compile(
    r" (?:(?!(?:to|with|of|for|and|in|at|by|do|z|ze|dla|i|na|od|przez|oraz) )[a-ząćęłńóśźż][\w-]* ){1,2}"
)
# Those who are from a country: "the Germans".
PEOPLE = re.compile(r"[^s]s$")
# "Vienna, 5 May 2025": where something was written or took place.
DATELINE = re.compile(r"^,?\s+(?:dnia |dn\. |on )?(?:\d{1,2}[ .]|\d{4}\b|[–-] )")
# A line of a card or a list that begins with its town: "Sanok, od 2011 roku", "Sanok.".
GOES_ON_AFTER = re.compile(r"^\s*(?:[,.;–(|/·•]|$)")
# Between a place and the name of the cluster that is there.
POSSESSED = frozenset({" ", "'s ", "’s "})
BEFORE_NAME = POSSESSED | {": ", " – ", " „", ": „"}
# What says that the body named next is where the cluster has its seat. Of folded text.
SEAT_IS = re.compile(
    r"\b(?:siedzib\w+|biur\w+)\s+(?:\w+\s+){0,4}"
    r"(?:jest|bedzie|stanowi|miesci sie (?:w|na)|znajduje sie (?:w|na))\s$|"
    r"\bz siedziba (?:w|na)\s$|\b(?:seat|headquarters|office|head office)\s+(?:[\w’']+\s+){0,4}"
    r"(?:is|will be|are)"
    r"(?: (?:in|at))?(?: the)?\s$|\b(?:headquartered|seated) (?:in|at)(?: the)?\s$"
)
OPENS_GROUP = re.compile(r"\s?\([„\"“]?[^\W\d_a-ząćęłńóśźż]")
OF_REGION = re.compile(r" (?:region|voivodeship|county)", re.IGNORECASE)
CODE = re.compile(r"^\d\d-\d{3}\s+|\s\($")
POSTAL_CODE = re.compile(r"\d\d-\d\d\d $")
# A sentence of a visit or a partner tells where those are.
OF_ANOTHER = re.compile(
    r"\b(?:partner\w*|odwiedz\w+|wizyt\w+|visit\w*|deleg\w+|gosc\w*|guests?|spotka\w+|met|meets?|eksport\w+|"
    r"exports?|sells?|sprzeda\w+|oddzial\w*|branch\w*|odby(?:l|wa|c)\w*|odbed\w+|"
    r"(?:takes?|took|taking) place|(?:was|were|be|is|are) held|targ(?:i|ow|ach)|fair|"
    r"misj\w+ (?:gospodarcz|handlow)\w+)\b"
)
NOT_THERE = worded("of_others.toml", "not_there")
# Right before a place, those who are there: "works with maltsters in Bavaria".
WITH_OTHERS = re.compile(
    r"\b(?:(?:works?|worked|working) (?:\w+ ){0,2}with|cooperat\w+|collaborat\w+|wspolprac\w+|wspoldziala\w*|"
    r"kooper\w+|import\w+|buys?|kupuj\w+|sprowadza\w*|opened|otworzyl\w*|otwier\w+)\b"
    r"(?!.*\b(?:siedzib|based|headquarter))"
)
# "It unites 64 firms, most of them founders, from …": those who belong to it are there. Of folded text.
UNITES = re.compile(
    rf"\b(?:{worded('naming.toml', 'uniting').pattern})\w*\b"
    r"[^.;:]{1,200}\s(?:z|ze|from)\s(?:(?:terenu|obszaru|calego|calej|across|all over|the)\s){0,2}"
    r"(?:woj\.\s|wojewodztw\w*\s|regionu\s)?$"
)
WHERE = re.compile(
    r"\b(?:gdzie|skad|where)\b[^?]*"
    r"\b(?:siedzib|dziala|biuro|miesci|jestes|based|located|office|seat|from)\w*[^?]*\?$"
)
# "Fundacja Y z siedzibą w", "Y Ltd., based in", "in the Agency's headquarters in"; of whom it is its own.
SEATED = re.compile(
    r"(?:,?\s(?:z siedzib\w+|mając\w+ siedzib\w+|based|seated|headquartered|with (?:its )?(?:registered )?"
    r"(?:office|seat|headquarters|head-office))|['’]?s?\s(?:headquarters|office|seat))\s(?:\w+\s){0,2}$"
)
STEWARD = re.compile(r"\b(?:koordyn|coordin|prowadz|zarzadz|obslug|obowiazk|opiek|lider|manag|run by|host)")
# How far before a place the words are looked for that say whose it is; and that it is a seat.
LEAD_REACH = 70
# A line of a card is shorter, and a heading no longer; an item's name begins this early; a pronoun for a
# cluster stands this near to the beginning. In characters.
CARD_LINE = 60
# What follows a name that opens a sentence has more characters.
SHORTEST_SENTENCE = 20
LATEST_NAME, SOON = 12, 4
# So many lines around one tell whether it is one of many alike.
FEW_LINES = 8
# What goes on from one cluster and its place to the next: "…, a w Poznaniu BIOREGION".
ANOTHERS = re.compile(r"[”\"]?\s*,")
NAMED_NEXT = re.compile(r"\s[„\"“]?[^\W\d_a-ząćęłńóśźż]")
# "W Pile działa Klaster X", "In Leoben sits the X Cluster".
CLAUSE_OPENS = re.compile(r"(?:^|[.;:,–]\s|\s[ai]\s)\W*(?:[Ww]e?|[Ii]n)\s(?:the\s)?$")
IS_THERE = re.compile(
    r"\s(?:\w+\s){0,2}(?:(?:we )?(?:called on|visited|met|dropped in on|talked to)|"
    r"(?:rozmawia|odwiedzi|spotka|zajrze)\w*(?: sie)?(?: z| u| do)?|dziala\w*|funkcjonuje|powsta\w+|"
    r"zawiazal\w*|narodzil\w*|tworzy sie|tworzony jest|rozwija sie|istnieje|ma (?:swoja )?siedzibe|"
    r"miesci sie|sits|works|operates|is based|is)\s(?:\w+\s){0,2}[„\"“]?"
)
# "Across the river in Brno, Czechia, the X Cluster unites": a place opens the sentence, and a name follows.
SENTENCE_OPENS = re.compile(
    r"(?:^|[.;]\s)\W*(?:[^\W\d]+[ ,]{1,2}){0,6}(?:[Ww]e?|[Ii]n|[Nn]ear|[Kk]oło|[Pp]od)\s$"
)
NAMES_NEXT = re.compile(r"(?:,\s[^\W\d_a-z][\w-]+)?,\s(?:the\s)?[„\"“]?")
# "Brno, the second city of Moravia, is home to the X Cluster", "Sanok jest siedzibą Klastra X".
OPENS = re.compile(r"(?:^|[.;:–]\s)\W*$")
IS_HOME = re.compile(
    r"(?:,\s[^.;:]{3,60},)?\s"
    r"(?:(?:is|has become|remains)\s(?:now\s|also\s|the\s)?(?:home|seat|base|cradle)\s(?:to|of)|hosts|houses|"
    r"gosci|(?:jest|to|pozostaje|stal\w* sie)\s(?:siedziba|domem|kolebka|baza))\s(?:the\s|a\s)?[„\"“]?"
)


def announced(scene: Scene, at: int) -> int | None:
    """The cluster that the line after one that is but places begins with, or another soon in its paragraph:
    "Odense, island of Funen" above "Fyn Game Valley has …"."""
    line, below, last = scene.lines[at], at + 1, min(at + SOON, len(scene.lines) - 1)
    while below < last and not scene.named(below) and scene.is_within_paragraph(scene.lines[below + 1]):
        below += 1
    if below >= len(scene.lines) or scene.named(at) or scene.lines[below].headings != line.headings:
        return None
    named, rest = scene.named(below), line.text
    if not named or named[0].span.start > LATEST_NAME:
        return None
    for place in reversed(places_in(rest)):
        rest = rest[: place.span.start] + rest[place.span.end :]
    places = len(rest) < len(line.text) and set(map(words.fold, words.tokenize(rest))) <= listed("of_places")
    sentence = len(scene.lines[below].text) - named[0].span.end > SHORTEST_SENTENCE
    return named[0].subject if places and sentence else None


@cache
def _place_leads(attribute: str) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(p.pattern for p in frames(attribute).after) + ")(?:the )?$")


def whose(scene: Scene, at: int, place: Found) -> int | None:
    """The cluster that a place belongs to: the one named right after its adjective, or the last before it."""
    line = scene.lines[at]
    named = scene.named(at)
    right_before = [p for p in named if _is_from(line.text[p.span.end : place.span.start])]
    if right_before:
        return right_before[-1].subject
    following = [
        p
        for p in named
        if line.text[place.span.end : p.span.start] in POSSESSED
        or _is_fronted(line.text, place, p.span)
        or _is_before(line.text, place, p.span)
    ]
    return following[0].subject if following else scene.subject_at(line, place.span.start)


def states_place(scene: Scene, at: int, place: Found) -> bool:
    """Whether the words around a place say that the cluster is there."""
    line, after = scene.lines[at], scene.lines[at].text[place.span.end :]
    if _seated_in_body(line.text, place.span) or FLAG.fullmatch(line.text, *place.span):
        return True
    if NOT_THERE.search(same_length_fold(line.text[: place.span.start])) or in_body(line.text, place.span):
        return False
    if place.kind == "town" and OF_REGION.match(after):
        return False
    if OPENS_GROUP.match(after) and any(one.span.start > place.span.end for one in scene.named(at)):
        return False  # "Latvia (Wood Cluster)" after another's bracket: of those in its own.
    if DATELINE.match(after) and not re.search(r"[^\W\d]", line.text[: place.span.start]):
        return False
    generic = [mention for mention in names_in(line.text) if mention.generic]
    told = not OF_ANOTHER.search(same_length_fold(line.text)[: place.span.start])
    if told and is_beside_address(line.text, place.span):
        return True
    if told and any(line.text[m.span.end : place.span.start].strip() in listed("locating") for m in generic):
        return True
    beside = _beside_name(scene, at, place)
    if beside is not None:
        return beside
    if place.span.start <= 1 and not scene.named(at) and GOES_ON_AFTER.match(after):
        under = at > 0 or scene.cast.above(line.above) is not None
        alone = under and (bool(line.leads) or len(line.text) < CARD_LINE)
        return alone and not _one_of_many(scene, at)
    folded = same_length_fold(line.text)
    if (
        place.kind != "town"
        and told
        and _is_adjective(line.text, place)
        and AS_ADJECTIVE.match(line.text, place.span.end)
        and not _names_another(scene, line, place)
    ):
        return True
    before = folded[max(0, place.span.start - LEAD_REACH) : place.span.start]
    if POSTAL_CODE.search(before):
        return True
    if _answers_where(scene, line):
        return True
    if WITH_OTHERS.search(before) or _seats_a_body(line.text, place):
        return False
    lead = _place_leads("place").search(before)
    if lead is not None:
        began = place.span.start - len(before)
        return not is_speakers(line.text, began + lead.start(), began + lead.end())
    return place.kind == "region" and told and _is_where_members_are(scene, at, place, before)


def _seats_a_body(text: str, place: Found) -> bool:
    """Whether it is a body right before that is there, and none that looks after the cluster."""
    seat = SEATED.search(text[: place.span.start])
    if seat is None or STEWARD.search(same_length_fold(text)):
        return False
    return any(0 <= seat.start() - one.span.end <= 1 for one in organisations_in(text[: seat.start() + 1]))


def _is_where_members_are(scene: Scene, at: int, place: Found, before: str) -> bool:
    """Whether a sentence says that the cluster works in a region, or unites firms from it."""
    text = same_length_fold(scene.lines[at].text)[: place.span.start]
    if not (_place_leads("region").search(before) or UNITES.search(text)):
        return False
    named = scene.named(at)
    return not named or named[0].span.start < place.span.start


def _answers_where(scene: Scene, line: Line) -> bool:
    """Whether the line before asks where the cluster is."""
    return WHERE.search(scene.asked(line)) is not None


def _names_another(scene: Scene, line: Line, place: Found) -> bool:
    """Whether an adjective tells of which of a text's clusters a line speaks: "the Moravian cluster"."""
    word = words.fold(line.text[place.span.start : place.span.end])
    own = scene.subject(line)
    return any(
        at != own and any(word in words.fold(name.text) for name in subject.names)
        for at, subject in enumerate(scene.cast.subjects)
    )


def _is_adjective(text: str, place: Found) -> bool:
    """Whether a region or a country is named by its adjective: "śląski", "Danish", "Denmark's"."""
    written = text[place.span.start : place.span.end].lower()
    if text[place.span.end : place.span.end + 2] in {"'s", "’s"} or ADJECTIVE.search(written):
        return True
    if PEOPLE.search(written):
        return False
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
        if place.span.start >= one.span.end and _is_from(between):
            # "Klaster X, w Poznaniu Y": of the second, where a name follows the place.
            return not (ANOTHERS.match(between) and NAMED_NEXT.match(text[place.span.end :]))
        opens = one.span.start <= LATEST_NAME and place.span.start >= one.span.end
        if opens and DASHED.match(between) and ENDS_THERE.match(text[place.span.end :]):
            return True
        if _is_fronted(text, place, one.span):
            return True
        if text[place.span.end : one.span.start] in BEFORE_NAME and place.span.end <= one.span.start:
            return True  # "krośnieński Klaster X", "Sanok's X Cluster", "Austria: X Cluster"
        if _is_before(text, place, one.span):
            return True
        if one.span.start <= place.span.start < one.span.end:
            return False
    return None


def _is_from(between: str) -> bool:
    """Whether what stands between a cluster's name and a place says that it is from there."""
    return RIGHT_AFTER.match(between) is not None or APPOSED.match(between) is not None


def _is_before(text: str, place: Found, named: Span) -> bool:
    """Whether an adjective of a place stands before a name with a word or two between them: "the Danish
    medical-device X Cluster", "z norweskim klastrem X"."""
    between = text[place.span.end : named.start]
    return place.kind != "town" and bool(ADJECTIVES.fullmatch(between)) and _is_adjective(text, place)


def _is_fronted(text: str, place: Found, named: Span) -> bool:
    """Whether a place opens the clause in which a cluster is said to be there: "W Pile działa Klaster X"."""
    if place.span.end > named.start:
        return False
    between = same_length_fold(text[place.span.end : named.start])
    before = text[: place.span.start]
    if CLAUSE_OPENS.search(before) and IS_THERE.fullmatch(between):
        return True
    if SENTENCE_OPENS.search(before) and NAMES_NEXT.fullmatch(text[place.span.end : named.start]):
        return True
    return bool(OPENS.search(before) and IS_HOME.fullmatch(between))


def _seated_in_body(text: str, span: Span) -> bool:
    """Whether the body that a place is in is said to be the seat: "Siedzibą jest Akademia w Gdyni"."""
    bodies = (f.span for f in organisations_in(text) if f.span.start <= span.start < f.span.end)
    folded = same_length_fold(text)
    return any(SEAT_IS.search(folded[: body.start]) is not None for body in bodies)


def in_body(text: str, span: Span) -> bool:
    """Whether a place is a part of a body's name: "Uniwersytet w Białymstoku"."""
    return any(f.span.start <= span.start and span.end <= f.span.end for f in organisations_in(text))


def at_addresses(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The towns of the addresses that claims tell, where they do not tell the towns besides: those of offices
    where a seat is told."""
    told = {(one.subject, one.value) for one in claims if one.attribute == "place"}
    seated = {one.subject for one in claims if one.attribute == "place"}
    for claim in claims:
        town = _town_of(claim.value) if claim.attribute == "address" else ""
        if town and (claim.subject, town) not in told:
            told.add((claim.subject, town))
            qualifier = OFFICE if claim.subject in seated else ""
            yield replace(claim, attribute="place", value=town, qualifier=qualifier)
            seated.add(claim.subject)


def _town_of(address: str) -> str:
    """The town that a part of an address is; "" if none."""
    for part in address.split(", "):
        name = CODE.sub("", part)
        for place in places_in(f"w {name}"):
            if place.kind == "town" and place.span == Span(2, 2 + len(name)):
                return town_name(place.key)
    return ""


def is_ruled_out(claim: Claim, told: Iterable[Claim]) -> bool:
    """Whether other claims of a cluster's places, and none of them otherwise, say that it lies elsewhere than
    a claim of a region or a country does."""
    own = [one for other in told if other.subject == claim.subject and (one := _lies_in(other)) is not None]
    said = _lies_in(claim)
    if said is None or not own:
        return False
    return not any(
        said[1] == country and ("" in {said[0], region} or said[0] == region) for region, country in own
    )


def _lies_in(claim: Claim) -> tuple[str, str] | None:
    """The region, "" if not known, and the country of the place that a claim tells; None if it tells none."""
    if claim.attribute == "country":
        return "", claim.value
    if claim.attribute == "region":
        return claim.value, region_country(claim.value)
    town = next(iter(places_in(f"w {claim.value}")), None) if claim.attribute == "place" else None
    return (town.region, town.country) if town is not None else None


def of_place(claim: Claim, place: Found) -> Iterator[Claim]:
    """What a place tells, each claim otherwise like the one given; Poland goes without saying."""
    if place.kind == "town":
        yield replace(claim, attribute="place", value=town_name(place.key))
    if place.kind == "region":
        yield replace(claim, attribute="region", value=place.region or place.key)
    if place.country and place.country != "PL":
        yield replace(claim, attribute="country", value=place.country)
