"""When clusters were founded, as sentences, cards and answers tell."""

import re
from collections.abc import Iterator
from functools import cache

from documents.model import Span
from documents.moments import moments
from documents.periods import Period, periods
from index import words
from index.extraction.agents import is_whose, of_others
from index.extraction.clauses import clause_end, clause_start
from index.extraction.doers import is_done_by_another
from index.extraction.labelled import exact_kind, labelled
from index.extraction.labels import labels_in
from index.extraction.lines import Line
from index.extraction.model import Claim
from index.extraction.naming import names_in
from index.extraction.scene import Scene
from index.extraction.voices import I_TELL
from index.gazetteer import lexicon
from index.inflection import case_of
from index.taxonomy import places_in
from index.words import same_length_fold

# "October 2006: the cluster is established."
DATED = re.compile(r"^\W*([^:–|]{4,25}?)\s*(?::|\s[–|])\s")
# A time further from a verb of founding than this is another event's, in characters.
TIME_REACH = 70
# A line of a card is shorter; a time that is all of a value begins this early.
CARD_LINE = 60
OPENING = 6
# Between two parts of a clause. Folded.
JOINT = re.compile(
    r",(?=\s)|\s[–—]\s|\((?=\D)|\)|"
    r"\b(?:and|but|although|though|which|who|i|oraz|a|ale|choc|chociaz|natomiast|zas|ktor\w{1,3})\b"
)
# "its 10th anniversary", "25-lecie", "dwudziestolecie".
# Before the day of a law, under which anything may be founded.
LAW = re.compile(
    r"\b(?:ustaw\w*|rozporzadz\w*|dekret\w*|dyrektyw\w*|dz\. ?u|act|statute|directive|regulation)\W+"
    r"(?:(?:z|of|from)\W+)?(?:dnia\W+)?$"
)
AGE = re.compile(
    r"\b(?P<n>\d{1,3})(?:st|nd|rd|th)[ -](?:anniversary|birthday|jubilee)|"
    r"\b(?P<p>\d{1,3})[- ]?leci\w+|"
    r"\b(?P<u>\d{1,3})\.? (?:urodzin\w*|rocznic\w+)|"
    r"\b(?P<w>[a-z-]+?)(?:iecia|ie|iem|iu)?\b(?: anniversary| birthday)?"
)
# Between the values of a line that is several.
PARTED = re.compile(r"\s[|/·•]\s")
# Between two signs of an entry; what stands there beside a time of founding.
SEGMENT = re.compile(r"(?:[,;(|]|\s[–—-])\s?([^,;()|]{4,25}?)(?=\s[–—-]|[,;()|]|\.?$)")
BEGUN = {"od", "since", "rok", "est", "zal", "founded", "established", "zalozony", "powstal", "dziala"}
KEEPS = re.compile(r"\b(?:swiet\w+|obchodz\w+|celebrat\w+|mark(?:s|ed|ing)|jubileusz\w*)\b")
SEVERAL = re.compile(r"\b(?:klastry|klastrow|clusters|oba|obydwa|both)\b")
OF_ANOTHER = re.compile(r"\b(?:czlonkostw|wejsci|wspolprac|accession|membership|cooperation|of the)")


def founded(scene: Scene) -> Iterator[Claim]:
    """When each cluster was founded."""
    for at, line in enumerate(scene.lines):
        if line.cells and not DATED.match(line.text):
            continue
        found = (
            _stated(scene, line)
            or _in_sentence(scene, line)
            or _beside_name(scene, line)
            or _below_label(scene, at)
            or _in_card(scene, line)
            or _in_entry(scene, line)
            or _in_answer(scene, line)
            or _by_age(scene, line)
        )
        if found is not None:
            yield found


def is_founding(before: str) -> bool:
    """Whether the words right before a time, as far as the last comma, say that it is that of a founding."""
    near = same_length_fold(before).rpartition(",")[2]
    return any(pattern.search(near) for key in ("verbs", "makers") for pattern in _patterns(key))


@cache
def _patterns(key: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of one list of the lexicon; one that begins with a letter wants a word's beginning."""
    listed = lexicon("founding.toml")[key]
    return tuple(re.compile(rf"\b{one}" if one[0].isalpha() or one[0] == "(" else one) for one in listed)


def _times(text: str) -> list[Period]:
    folded = same_length_fold(text)
    told = [one for one in periods(text) if one.relation in {"on", "during", "since"}]
    return [one for one in told if not LAW.search(folded[: one.span.start])]


def _stated(scene: Scene, line: Line) -> Claim | None:
    """The time right after words that say that it is that of the founding: "dates back to 2007"."""
    folded = same_length_fold(line.text)
    for span, moment in moments(line.text):
        if not any(pattern.search(folded[: span.start]) for pattern in _patterns("stating")):
            continue
        subject = scene.subject_at(line, span.start)
        bracket = line.text.rfind("(", 0, span.start)
        if bracket > line.text.rfind(")", 0, span.start) and not _named_before(scene, line, bracket):
            continue
        if subject is not None and not of_others(scene, line, span.start):
            return scene.claim(line, subject, "founded", moment.iso)
    return None


def _named_before(scene: Scene, line: Line, offset: int) -> bool:
    """Whether a cluster is named, or spoken of, right before an offset."""
    named = [place.span.end for place in scene.cast.named(line.text)]
    named += [mention.span.end for mention in names_in(line.text) if mention.generic]
    return any(0 <= offset - end <= len("” ") for end in named)


def _in_sentence(scene: Scene, line: Line) -> Claim | None:
    """The first claim that a verb of founding makes with a time of its clause."""
    folded = same_length_fold(line.text)
    for key in ("nouns", "verbs", "makers", "lasting"):
        for pattern in _patterns(key):
            for match in pattern.finditer(folded):
                found = _founded_at(scene, line, match, key)
                if found is not None:
                    return found
    return None


def _founded_at(scene: Scene, line: Line, match: re.Match[str], key: str) -> Claim | None:
    """The claim that a verb of founding makes with the time nearest to it in its clause, if with any."""
    folded = same_length_fold(line.text)
    own = _own_part(line.text, match)
    subject = scene.subject_at(line, match.start())
    if subject is None or (key != "nouns" and of_others(scene, line, match.start())):
        return None
    if any(pattern.search(folded[own.start : own.end]) for pattern in _patterns("not")):
        return None
    if key != "nouns" and _is_of_the_cluster(scene, line, own, match.start()):
        return None
    if key in {"verbs", "lasting"} and _is_another_s(scene, line, match):
        return None
    if _makes_another(scene, line, match, key) or I_TELL.search(line.text[: match.start()]):
        return None
    time = _time_of(scene, line, match, own, since=key == "lasting")
    if time is None or (key == "lasting" and not _lasts(folded[own.start : own.end])):
        return None
    return scene.claim(line, subject, "founded", time)


def _is_another_s(scene: Scene, line: Line, match: re.Match[str]) -> bool:
    """Whether a verb of beginning has a noun of its own that is no cluster: "Ruszył piec", "zaczęliśmy
    rozmowy"."""
    start = clause_start(line.text, match.start())
    if any(start <= place.span.start < match.end() + OPENING for place in scene.cast.named(line.text)):
        return False
    known = tuple(lexicon("founding.toml")["beginnings"])
    return is_done_by_another(line.text, start, Span(*match.span()), lambda noun: noun.startswith(known))


def _lasts(own: str) -> bool:
    return not any(pattern.search(own) for pattern in _patterns("lasting_not"))


def _own_part(text: str, match: re.Match[str]) -> Span:
    """The part of the clause that a verb stands in, between the joints around it."""
    start, end = clause_start(text, match.start()), clause_end(text, match.end())
    folded = same_length_fold(text)
    joints = list(JOINT.finditer(folded, start, end))
    first = max((one.end() for one in joints if one.end() <= match.start()), default=start)
    last = min((one.start() for one in joints if one.start() >= match.end()), default=end)
    return Span(first, last)


def _time_of(scene: Scene, line: Line, match: re.Match[str], own: Span, *, since: bool) -> str | None:
    """The time that a verb goes with: in its own part of the clause, else the nearest in the clause that is
    told of no other body."""
    start, end = clause_start(line.text, match.start()), clause_end(line.text, match.end())
    clause = line.text[start:end]

    def distance(period: Period) -> int:
        """How many characters lie between the verb and a period of its clause."""
        return min(abs(period.span.start + start - match.end()), abs(match.start() - period.span.end - start))

    near = [one for one in _times(clause) if distance(one) < TIME_REACH]
    near = [one for one in near if not of_others(scene, line, start + one.span.start + 1)]
    if since:
        near = [one for one in near if one.relation == "since"]
    inside = [one for one in near if own.start <= start + one.span.start < own.end]
    if since or inside:
        best = min(inside, key=distance, default=None)
        return best.moment.iso if best else None
    if near:
        return min(near, key=distance).moment.iso
    prefix = DATED.match(line.text)
    dated = [one for one in _times(prefix.group(1)) if one.relation != "since"] if prefix else []
    return dated[0].moment.iso if dated else None


def _is_of_the_cluster(scene: Scene, line: Line, own: Span, offset: int) -> bool:
    """Whether it is told of something of the cluster's: "the website of the cluster was launched"."""
    named = [place.span for place in scene.cast.named(line.text)]
    named += [mention.span for mention in names_in(line.text) if mention.generic]
    before = [one for one in named if own.start <= one.start and one.end <= offset]
    if not before:
        return False
    last = max(before, key=lambda one: one.start)
    head = re.search(
        r"(\w+)(?: of(?: the| this| our)?)?\s+[„\"“]?$", same_length_fold(line.text)[: last.start]
    )
    if head is None:
        return False
    english = " of" in head.group()
    if not english and not is_whose(line.text, last):
        return False
    return not head[1].startswith(tuple(lexicon("founding.toml")["beginnings"]))


def _makes_another(scene: Scene, line: Line, match: re.Match[str], key: str) -> bool:
    """Whether the cluster founded what the verb speaks of: "klaster założył spółkę", "it set up a school"."""
    folded = same_length_fold(line.text)
    if re.match(lexicon("founding.toml")["object"], folded[match.end() :]):
        named = [place.span.start for place in scene.cast.named(line.text)]
        return not any(0 <= start - match.end() < OPENING for start in named)
    if key != "makers" or not re.search(r"(?:al|yl|il)$", match.group()):
        return False  # "założyła", "założyło", "założyli": it agrees with no cluster
    before = [place.span for place in scene.cast.named(line.text) if place.span.end <= match.start()]
    generic = [mention.span for mention in names_in(line.text) if mention.generic]
    before += [one for one in generic if one.end <= match.start()]
    return any("nom" in case_of(line.text[one.start : one.end]) for one in before)


def _beside_name(scene: Scene, line: Line) -> Claim | None:
    """The time that stands in brackets after a cluster's name: "(od 2011)", "(est. 2011)"."""
    for place in scene.cast.named(line.text):
        bracket = re.match(r"[”\"]?\s\(([^()]{4,40})\)", line.text[place.span.end :])
        if bracket is None:
            continue
        time = next(iter(moments(bracket[1])), None)
        folded = same_length_fold(bracket[1])
        told = is_founding(folded) or re.match(r"(?:od|since|est|zal|rok zal)", folded)
        if time is not None and told and not any(p.search(folded) for p in _patterns("not")):
            return scene.claim(line, place.subject, "founded", time[1].iso)
    return None


def _below_label(scene: Scene, at: int) -> Claim | None:
    """The time that a line begins with, where the line before is its label: "Est.", "2014"."""
    line, before = scene.lines[at], scene.before(scene.lines[at])
    above = line.leads[0] if line.leads and line.leads[0].text.rstrip().endswith(":") else before
    if above is None or labelled(line):
        return None
    label = above.text.strip(" :.-–•")
    time = next(((span, moment) for span, moment in moments(line.text) if span.start < OPENING), None)
    subject = scene.subject(line)
    if time is None or subject is None or exact_kind(label) != "founded":
        return None
    return scene.claim(line, subject, "founded", time[1].iso)


def _in_card(scene: Scene, line: Line) -> Claim | None:
    """The time since when, in a short line that says nothing else but a place, "Racibórz, od 2007 roku", or
    between the signs of one that begins with a place: "Puck | od 2012 | rybołówstwo"."""
    subject = scene.subject(line)
    if len(line.text) > 2 * CARD_LINE or scene.named_in(line) or subject is None:
        return None
    parts = PARTED.split(line.text)
    told = [line.text]
    if _is_parted(line):
        if sum(_is_parted(one) and scene.subject(one) == subject for one in scene.lines) > 1:
            return None  # Branches, each with its year.
        told = parts[1:]
    for part in told if len(told) > 1 or len(line.text) <= CARD_LINE else ():
        since = [one for one in periods(part) if one.relation == "since"]
        if len(since) == 1 and _is_place(f"{part[: since[0].span.start]} {part[since[0].span.end :]}"):
            return scene.claim(line, subject, "founded", since[0].moment.iso)
    return None


def _is_parted(line: Line) -> bool:
    """Whether a line begins with a place and goes on behind a sign that parts values."""
    parts = PARTED.split(line.text)
    return len(parts) > 2 and _is_place(parts[0])


def _is_place(text: str) -> bool:
    """Whether a text says nothing but a place, or nothing at all."""
    for place in reversed(places_in(f"{text},")):
        text = text[: place.span.start] + text[place.span.end :]
    return not words.tokenize(text)


def _in_entry(scene: Scene, line: Line) -> Claim | None:
    """The time that stands between signs in an entry that a name opens: "X – Tychy – od 2009 r."; not
    where labels are told of, which holders have since a time too."""
    named = scene.named_in(line)
    if not named or named[0].span.start > OPENING or len(line.text) > 2 * CARD_LINE:
        return None
    if any(labels_in(one) for one in (line.text, *(above.text for above in line.above))):
        return None
    for part in SEGMENT.finditer(line.text, named[0].span.end):
        time = next(iter(moments(part[1])), None)
        rest = part[1].replace(part[1][time[0].start : time[0].end], "") if time else part[1]
        tokens = [words.fold(token) for token in words.tokenize(rest)]
        if time is not None and set(tokens) & BEGUN and set(tokens) <= BEGUN | {"r", "roku", "w", "in"}:
            return scene.claim(line, named[0].subject, "founded", time[1].iso)
    return None


def _in_answer(scene: Scene, line: Line) -> Claim | None:
    """The first time of a line, where the line before asks when the cluster was founded."""
    asked, subject = scene.asked(line), scene.subject(line)
    if subject is None or not any(pattern.search(asked) for pattern in _patterns("asking")):
        return None
    times = [one for one in _times(line.text) if not of_others(scene, line, one.span.start)]
    return scene.claim(line, subject, "founded", times[0].moment.iso) if times else None


def _by_age(scene: Scene, line: Line) -> Claim | None:
    """The year that an anniversary counts from: "celebrated its 10th anniversary in 2021"."""
    folded = same_length_fold(line.text)
    keeps = KEEPS.search(folded)
    if keeps is None or OF_ANOTHER.search(folded) or SEVERAL.search(folded):
        return None
    years = next((age for match in AGE.finditer(folded) if (age := _age(match))), None)
    subject = scene.subject_at(line, keeps.start())
    if years is None or subject is None or of_others(scene, line, keeps.start()):
        return None
    times = [one for one in periods(line.text) if one.relation in {"on", "during"}]
    own = scene.document.date
    year = times[0].moment.first.year if times else own.year if own else None
    return scene.claim(line, subject, "founded", str(year - years)) if year else None


def _age(match: re.Match[str]) -> int:
    written = match["n"] or match["p"] or match["u"]
    if written:
        return int(written)
    ages = lexicon("founding.toml")["ages"]
    return next((int(n) for n, forms in ages.items() if match["w"].startswith(tuple(forms))), 0)
