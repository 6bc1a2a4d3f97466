"""What a stretch of text says of a status: its label, its round, from when until when."""

import re
from dataclasses import dataclass, replace
from datetime import timedelta

from documents.durations import add_months, durations
from documents.model import Span
from documents.moments import Moment
from documents.periods import Period, periods
from index.extraction.known_labels import day_of_text, kept_by_labels
from index.extraction.labels import labels_in, rounds_in
from index.gazetteer import worded
from index.words import same_length_fold

STATUS_WORD = re.compile(
    r"\b(?:status\w*|label\w*|odznak\w*|certyfikat\w*|certificate\w*|tytul\w*|titles?|etykiet\w*|"
    r"wyroznieni\w*|"
    r"mian(?:o|a|em|u)|godl(?:o|a|em|u)|distinctions?|accolades?)\b"
)
LONGEST_MONTH = 31
HALF_A_YEAR = timedelta(days=182)
# No status is given for fewer days than this.
SHORTEST_TERM = 540
# Right before a time, what says that something has been there since then: no status.
OF_ITSELF = re.compile(
    r"\b(?:funkcjonuj|dziala|istniej|powsta|zaloz|utworz|zawiaz|zarejestrow|operat|exist|found|establish|"
    r"active)\w*"
    r"(?: \w+)?\s+$"
)
# Two terms of one status begin so many days apart, at least; what parts the years of several beginnings.
SHORTEST_BETWEEN = 300
ENUMERATED = re.compile(
    r"\s*(?:r\.|roku)?[\s,;/]*(?:(?:i|oraz|a|and|then|potem|nastepnie|ponownie|again|w|we|in)[\s,]*){0,4}"
)
# Right before a day or a year, what was given then: "the certificate won in 2022 expires".
GIVEN = re.compile(
    r"\b(?:zdobyt|uzyskan|nadan|przyznan|otrzyman|awarded|granted|received|obtained|earned|won)\w*"
    r"(?: \w+){0,2} (?:w|we|in|on|dnia)?\s?\S?$"
)
# Words of a sentence before which nothing is excepted from anything yet, in characters.
FEW = 12
# "przedłuża się z 31 października na 30 kwietnia": the second is the end.
ONTO = re.compile(r"\b(?:na|to)\s+(?:dzień\s+)?(?=\d)")
# What stands before the day of an application.
REQUESTED = re.compile(
    r"\b(?:wnios\w+|pism\w+|applications?|request|letter)\b[^\d,;:]{0,80}"
    r"\b(?:z|ze|"
    r"zlozon\w+|skierowan\w+|of|dated|submitted|filed|received)\s+(?:(?:z dnia|dnia|w dniu|w|on|in)\s+)?$"
)
# "przedłużony z 30 czerwca": what was the end before.
FROM_END = re.compile(
    r"\b(?:przedłuż|przedluz|wydłuż|wydluz|extend|prolong)\w*\s+(?:z|from)\s*$", re.IGNORECASE
)
PART = re.compile(r"[,;:(–]")
# What comes before a round within so many characters says that it is another.
NEAR = 30
# The verb that says whether a time is the beginning or the end stands this near to it, in characters.
VERB_BEFORE, VERB_AFTER = 60, 40
# "one year after it had become …": no length of a status.
LATER = re.compile(r"\s+(?:after|later|before|earlier|ago|po|przed|temu|później|wcześniej)\b")


@dataclass(frozen=True, slots=True)
class Validity:
    """What a stretch of text says of a status; None and "" for what it does not say."""

    label: str = ""
    round: str = ""
    since: Moment | None = None
    until: Moment | None = None

    def over(self, other: "Validity") -> "Validity":
        """This, and where it is silent the other."""
        return Validity(
            self.label or other.label,
            self.round or other.round,
            self.since or other.since,
            self.until or other.until,
        )

    @property
    def says_when(self) -> bool:
        """Whether it tells a round or a time."""
        return bool(self.round or self.since or self.until)


def agreed(one: Validity, other: Validity) -> Validity:
    """A validity with what another adds; without it, where both cannot be of the same status."""
    if any(a and b and a != b for a, b in ((one.label, other.label), (one.round, other.round))):
        return one
    times = [_exacter(*pair) for pair in ((one.since, other.since), (one.until, other.until))]
    if None in times:
        return one
    (since, until), both = ([pair[0] for pair in times if pair]), one.over(other)
    return replace(both, since=since, until=until)


def _exacter(one: Moment | None, other: Moment | None) -> tuple[Moment | None] | None:
    """The exacter of two times that can be the same; None where they cannot."""
    if one is None or other is None:
        return (one or other,)
    if one.first <= other.first and other.last <= one.last:
        return (other,)
    return (one,) if other.first <= one.first and one.last <= other.last else None


def cues(kind: str) -> re.Pattern[str]:
    """A pattern for one kind of cues of index/data/status_cues.toml, over folded text."""
    # News of a loss tells of a withdrawal.
    return worded("status_cues.toml", kind, *(("loses",) if kind == "withdrawn" else ()))


def says(text: str, kind: str) -> bool:
    """Whether a text has one of a kind of cues."""
    return cues(kind).search(same_length_fold(text)) is not None


def times(text: str) -> tuple[Period, ...]:
    """The periods that a text names; without a year those about the day of its document, or in the year
    after that, where it speaks of what is to come; else those told from that day, "last year"."""
    day = day_of_text()
    ahead = HALF_A_YEAR if says(text, "to_come") else timedelta()
    told = periods(text, near=day and day + ahead)
    if told or day is None:
        return told
    return tuple(one for one in periods(text, today=day) if one.relation != "now")


def any_moment(text: str) -> Moment | None:
    """The last moment that a text names, however; of a stretch its end."""
    found = times(text)
    if not found:
        return None
    last = found[-1]
    return last.other or last.moment


def terms_said(text: str) -> list[tuple[Moment | None, Moment]]:
    """Every term of a status that a sentence tells, by its end and, if told with that, its beginning:
    extended, it has two."""
    told = (bounds(text, period) for period in times(text))
    return [(begun, ended) for begun, ended in told if ended is not None]


def last_term(text: str, validity: Validity) -> Validity:
    """A validity without the beginning of an earlier term that a sentence tells besides: "the first from 2019
    to 2022, the present one until 2025"; one that was made longer began when it did."""
    terms = terms_said(text)
    if len(terms) < 2 or says(text, "renews") or validity.until != terms[-1][1]:
        return validity
    earlier = validity.since is not None and any(since == validity.since for since, _ in terms[:-1])
    return replace(validity, since=terms[-1][0]) if earlier else validity


def excepted(text: str) -> int:
    """Where a text begins to name those that it does not speak of; its end if nowhere."""
    found = cues("except").search(same_length_fold(text))
    # "Oprócz Klastra X …" at the beginning is "besides".
    return found.start() if found and found.start() > FEW else len(text)


def label_of(text: str) -> str:
    """The key of the first label that a text names; "" for none."""
    found = labels_in(text)
    return found[0].key if found else ""


def round_of(text: str) -> str:
    """The first round that a text names, as a Roman numeral; "" for none."""
    found = (
        number
        for span, number in rounds_in(text)
        if not says(text[max(0, span.start - NEAR) : span.start], "formerly")
    )
    return next(found, "")


def within(text: str) -> Moment | None:
    """The first day or stretch of time that a text names and nothing introduces."""
    return next((p.moment for p in times(text) if p.relation in {"on", "during"}), None)


@kept_by_labels(4_096, dated=True)
def read(text: str, verbs: str = "") -> Validity:
    """What a stretch of text says of a status; `verbs` is a text whose verb says what a bare time is."""
    since = until = None
    for period in times(text):
        if _is_of_request(text, period) or OF_ITSELF.search(same_length_fold(text[: period.span.start])):
            continue
        if says(PART.split(text[: period.span.start])[-1], "formerly"):
            continue
        begun, ended = bounds(text, period)
        if verbs and begun is ended is None and period.relation in {"on", "during"}:
            begun, ended = bounds(verbs, replace(period, span=Span(len(verbs) // 2, len(verbs) // 2)))
        longer = says(verbs or text, "renews")
        if longer and (_lengthens(period) or FROM_END.search(text[: period.span.start + 2])):
            begun = None
        if longer and ONTO.search(text[max(0, period.span.start - 4) : period.span.end]):
            since, begun, ended = None, None, period.other or period.moment
        if period.relation == "between":
            # Of several stretches the last is the one that counts.
            since = begun
        since, until = since or begun, ended or until
    if since is not None and until is None:
        until = _after(text, since)
    return Validity(label_of(text), round_of(text), since, until)


def ending(text: str) -> Validity:
    """What an entry of a list of ends says: a time that nothing introduces is one."""
    told = read(text)
    bare = next((one.moment for one in times(text) if one.relation in {"on", "during"}), None)
    return replace(told, since=None, until=bare) if bare and (told.until or bare) == bare else told


def beginnings(text: str, verbs: str = "") -> list[Moment]:
    """The beginnings of all terms that a text tells of one status, where it was given more than once,
    "awarded in 2015 and renewed in 2018", "w 2016, 2019 i 2022"; the only one, or nothing, where it was
    not."""
    found: list[Moment] = []
    end = 0
    again = says(verbs or text, "renews") or says(text, "renews")
    for period in times(text):
        if period.relation not in {"on", "during", "since"} or _is_of_request(text, period):
            continue
        before = same_length_fold(text[: period.span.start])
        if OF_ITSELF.search(before):
            continue
        begun = _begun(text, period, verbs)
        listed = bool(found) and ENUMERATED.fullmatch(before[end:]) is not None
        later = not found or (period.moment.first - found[-1].first).days >= SHORTEST_BETWEEN
        if (begun or listed) and later and (not found or again or listed):
            found.append(period.moment)
            end = period.span.end
    return found


def _begun(text: str, period: Period, verbs: str) -> bool:
    """Whether a time is that of a beginning, by the verb near it, or by that of a text before."""
    begun, ended = bounds(text, period)
    if begun is None and ended is None and (verbs or says(text, "renews")):
        said = verbs or text
        middle = Span(len(said) // 2, len(said) // 2)
        begun, ended = bounds(said, replace(period, span=middle))
        return ended is None and (begun is not None or says(said, "renews"))
    return begun is not None


def _is_of_request(text: str, period: Period) -> bool:
    """Whether a day is but that on which a status was asked for: "wniosek z dnia 7 stycznia"."""
    said = text[period.span.start : period.span.end]
    lead = re.match(r"\D*", said)
    before = same_length_fold(text[: period.span.start] + (lead[0] if lead else ""))
    return period.relation in {"on", "during"} and REQUESTED.search(before) is not None


def _lengthens(period: Period) -> bool:
    """Whether a stretch goes from one end to a later one, as it is too short for a term: "extended from June
    to December"."""
    return period.other is not None and (period.other.last - period.moment.first).days < SHORTEST_TERM


def _after(text: str, since: Moment) -> Moment | None:
    """The end that a duration gives a status that began then: "od 1 kwietnia 2024 r. na trzy lata"."""
    found = ((span, months) for span, months in durations(text) if not LATER.match(text, span.end))
    months = next((months for _, months in found), None)
    if months is None:
        return None
    if since.first == since.last:
        return Moment.day(add_months(since.first, months) - timedelta(days=1))
    if (since.last - since.first).days < LONGEST_MONTH:
        end = add_months(since.first, months) - timedelta(days=1)
        return Moment.month(end.year, end.month)
    return Moment.year(since.first.year + months // 12) if months % 12 == 0 else None


def lasting(text: str, since: Moment) -> Validity:
    """What is so long as a text says, and begins then."""
    return Validity("", "", since, _after(text, since))


def bounds(text: str, period: Period) -> tuple[Moment | None, Moment | None]:
    """The beginning and the end of a status that a period in a sentence tells."""
    match period.relation:
        case "until":
            return None, period.moment
        case "since":
            return period.moment, None
        case "between":
            return period.moment, period.other
        case "on" | "during":
            start, end = max(0, period.span.start - VERB_BEFORE), period.span.end + VERB_AFTER
            # "granted in round V on 1 July 2021, expired in 2024": to each its own verb.
            own = (
                text[start : period.span.start].rpartition(",")[2] + text[period.span.start : period.span.end]
            )
            clause = own if says(own, "begins") and not says(own, "ends") else text[start:end]
            if GIVEN.search(same_length_fold(text[: period.span.start + 2])):
                return period.moment, None
            if says(clause, "ends"):
                return None, period.moment
            if says(clause, "begins"):
                return period.moment, None
    return None, None
