"""Facts that sentences state in so many words: who coordinates, how many belong to it, when it was founded."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from documents.model import Span
from documents.moments import Moment
from documents.periods import periods
from index import words
from index.extraction.agents import body_before, of_others
from index.extraction.labels import same_length_fold
from index.extraction.lines import Line
from index.extraction.model import Claim
from index.extraction.naming import capital_run, listed, names_in, other_names
from index.extraction.organisations import organisation_at, organisations_in
from index.extraction.scene import Scene
from index.inflection import nominative
from index.register.model import Attribute

# A body named further from its verb than this belongs to another clause.
REACH = 90
SHORTEST_NAME = 3
QUOTED = re.compile(r"[„“\"«]([^„”“\"«»]{2,70})[”“\"»]")
CLAUSE = re.compile(r"[.;:!?](?=\s|$)|,\s+(?:a|ale|oraz|natomiast|zaś|while|but|and)\s")


@dataclass(frozen=True, slots=True)
class Frames:
    """The patterns of one attribute."""

    after: tuple[re.Pattern[str], ...]
    before: tuple[re.Pattern[str], ...]
    either: tuple[re.Pattern[str], ...]
    inside: tuple[re.Pattern[str], ...]
    excluded: re.Pattern[str] | None


@cache
def table() -> dict[str, dict[str, list[str]]]:
    """The words and patterns of index/data/frames.toml."""
    return tomllib.loads(files("index").joinpath("data/frames.toml").read_text("utf-8"))


@cache
def frames(attribute: str) -> Frames:
    row = table()[attribute]
    kinds = {
        kind: tuple(re.compile(rf"\b{one}" if one[0].isalpha() else one) for one in row.get(kind, ()))
        for kind in ("after", "before", "either", "inside")
    }
    excluded = re.compile("|".join(row["not"])) if row.get("not") else None
    return Frames(kinds["after"], kinds["before"], kinds["either"], kinds["inside"], excluded)


def bodies(scene: Scene) -> Iterator[Claim]:
    """Who coordinates and represents each cluster, and its partners."""
    attributes: tuple[Attribute, ...] = ("coordinator", "representative", "partner")
    for at, line in enumerate(scene.lines):
        folded = same_length_fold(line.text)
        for attribute in attributes:
            yield from _bodies_of(scene, at, line, folded, attribute)


def _bodies_of(scene: Scene, at: int, line: Line, folded: str, attribute: Attribute) -> Iterator[Claim]:
    known = frames(attribute)
    seen: set[str] = set()
    for offset, spans in (
        *_after(line.text, folded, known, attribute),
        *(_clusters_after(scene, at, folded, known) if attribute == "partner" else ()),
        *_before(scene, at, line.text, folded, known),
        *_either(scene, at, line.text, folded, known),
    ):
        subject = _subject(scene, at, line, offset, spans)
        if subject is None:
            continue
        for span in spans:
            name = nominative(line.text[span.start : span.end].strip(" ,")) + _other_name(line.text, span.end)
            if words.fold(name) in seen or _is_subject(scene, subject, name, attribute):
                continue
            seen.add(words.fold(name))
            moment = _since(line.text, span)
            yield Claim(
                subject, attribute, name, line.passage, line.span, scene.scope(line, subject), since=moment
            )


def _other_name(text: str, end: int) -> str:
    """A body's name in another language, in brackets behind it."""
    other = next(iter(other_names(text, end)), None)
    return (
        f" ({text[other.start : other.end]})"
        if other is not None and len(text[other.start : other.end].split()) > 1
        else ""
    )


def _is_subject(scene: Scene, subject: int, name: str, attribute: str) -> bool:
    """Whether a body found is the cluster itself, or no name at all; a partner may be another cluster."""
    own = {words.fold(one.text) for one in scene.cast.subjects[subject].names}
    if words.fold(name) in own | listed("cluster") or len(name) < SHORTEST_NAME:
        return True
    named = {place.subject for place in scene.cast.named(name)}
    return attribute == "partner" and named == {subject}


def _subject(scene: Scene, at: int, line: Line, offset: int, spans: Sequence[Span]) -> int | None:
    """The cluster that the verb at an offset speaks of: named before it in its clause, or after, but not within
    the bodies it names."""
    named = [p for p in scene.named(at) if not any(s.start <= p.span.start < s.end for s in spans)]
    named = [p for p in named if scene.is_sure(p.subject) or p.subject == scene.subject(line)]
    before = [p for p in named if p.span.start < offset]
    if before:
        return before[-1].subject
    after = [p for p in named if p.span.start >= offset and p.span.start - offset < REACH]
    if after:
        return after[0].subject
    if named:
        return None
    return _without_names(scene, at, line)


def _without_names(scene: Scene, at: int, line: Line) -> int | None:
    """The cluster a line is about where the names in it are those of bodies."""
    if not any(scene.is_sure(place.subject) for place in scene.named(at)):
        return scene.subject(line)
    above = scene.cast.above(line.above)
    if above is not None:
        return above[0]
    if at and scene.lines[at - 1].headings == line.headings:
        return scene.subject(scene.lines[at - 1])
    return scene.main


def _since(text: str, span: Span) -> Moment | None:
    """Since when a body has been in its place: "od 2013 roku" in the same clause."""
    clause = text[max(0, span.start - 60) : span.end + 30]
    return next((p.moment for p in periods(clause) if p.relation == "since"), None)


Offers = Iterator[tuple[int, tuple[Span, ...]]]


def _after(text: str, folded: str, known: Frames, attribute: str) -> Offers:
    for pattern in known.after:
        for match in pattern.finditer(folded):
            spans = tuple(_named_at(text, match.end(), several=attribute == "partner"))
            if spans:
                yield match.start(), spans


def _clusters_after(scene: Scene, at: int, folded: str, known: Frames) -> Offers:
    """Other clusters named where a partner is named."""
    for pattern in known.after:
        for match in pattern.finditer(folded):
            spans = [
                p.span
                for p in scene.named(at)
                if 0 <= p.span.start - match.end() <= len("the ") and scene.is_sure(p.subject)
            ]
            if spans:
                yield match.start(), (spans[0],)


def _named_at(text: str, start: int, *, several: bool) -> Iterator[Span]:
    """The body named at an offset, and where there may be more those joined to it."""
    span = _body_at(text, _past_article(text, start))
    while span is not None and any(map(str.isupper, text[span.start : span.end])):
        yield span
        joined = JOINED.match(text, span.end)
        if not several or joined is None:
            return
        span = _body_at(text, joined.end())


# What joins one partner to the next.
JOINED = re.compile(
    r",?\s*(?:,|\bi\b|\boraz\b|\band\b|a także|as well as)\s+(?:z\s+|ze\s+|with\s+)?(?:the\s+)?"
)
# "Ciepło z Boru Sp. z o.o.": a legal form shortly after tells how far the name goes.
TO_LEGAL_FORM = re.compile(r"(?:\s[\w-]+){1,4}\s(?:[Ss]p\.\s?z\s?o\.\s?o\.|S\.\s?A\.|[Ss]p\.\s?[kj]\.)")


def _body_at(text: str, start: int) -> Span | None:
    """The body whose name begins at an offset, with its legal form."""
    span = organisation_at(text, start)
    if span is None or span.end <= span.start:
        return None
    further = TO_LEGAL_FORM.match(text, span.end)
    return Span(span.start, further.end()) if further and "," not in further.group() else span


def _past_article(text: str, start: int) -> int:
    lead = re.compile(
        r"\s*(?:the\s+|an?\s+|firm[aąęy]\s+|spółk[aąęi]\s+)?[„\"“]?(?=[^\W\d_a-ząćęłńóśźż]|\d)"
    ).match(text, start)
    return lead.end() if lead else start


def _before(scene: Scene, at: int, text: str, folded: str, known: Frames) -> Offers:
    for pattern in known.before:
        for match in pattern.finditer(folded):
            body = _ending_at(text, match.start()) or body_before(scene, scene.lines[at], match.start())
            if body is not None:
                yield match.start(), (body,)


def _ending_at(text: str, end: int) -> Span | None:
    """The body whose name ends right before an offset; a relative clause may stand between."""
    found = [one.span for one in organisations_in(text[:end])]
    near = [span for span in found if end - span.end <= 3]
    if near:
        return near[-1]
    for match in re.finditer(r"(?:^|(?<=[\s„\"(]))(?=[^\W\d_a-ząćęłńóśźż])", text[:end]):
        run = capital_run(text, match.start())
        if run is not None and 0 <= end - run.end <= 2:
            return run
    return None


def _either(scene: Scene, at: int, text: str, folded: str, known: Frames) -> Offers:
    """A verb between a cluster and a body: which of the two coordinates is told by which is the cluster."""
    for pattern in known.either:
        for match in pattern.finditer(folded):
            end = _past_article(text, match.end())
            following = organisation_at(text, end) if end > match.end() else None
            places = scene.named(at)
            if following is not None and not any(
                p.span.start <= following.start + 9 and following.start < p.span.end for p in places
            ):
                if _names_body(text, following):
                    yield match.start(), (following,)
                continue
            before = _ending_at(text, match.start())
            if before is not None and not any(
                p.span.start <= before.start and before.end <= p.span.end for p in places
            ):
                yield match.end(), (before,)


def _names_body(text: str, span: Span) -> bool:
    mentions = names_in(text[span.start : span.end])
    return not (mentions and mentions[0].span.start == 0)


# Numbers of members


@dataclass(frozen=True, slots=True)
class Count:
    """A number of members as a text gives it: digits, and what is counted in its words."""

    span: Span
    number: str
    counted: str


NUMBER = re.compile(
    r"(?<![\w.,/-])\d{1,3}(?:[ \u00a0.,]\d{3})*(?![\d%/-]|[.,]\d|\s?(?:%|proc|mln|mld|zł|PLN|EUR|euro|million|billion|lat\b|years?\b|km|ha\b|kV|MW))"
)
# A line of a card is shorter, in characters.
CARD_LINE = 80
# Adjectives between a number and what it counts, and after it: "31 lighting companies", "firm i instytucji".
MOST_BETWEEN = 6


@cache
def _counted() -> frozenset[str]:
    return frozenset(words.lemma(word) for word in table()["members"]["counted"])


@cache
def _numerals() -> dict[str, int]:
    rows = tomllib.loads(files("index").joinpath("data/numerals.toml").read_text("utf-8"))
    return {form: int(number) for number, forms in rows["numerals"].items() for form in forms}


def counts_in(text: str) -> Iterator[Count]:
    """The numbers in a text that count what may be members."""
    tokens = [(m.start(), m.end(), m.group()) for m in re.finditer(r"[\w&-]+|[^\w\s]", text)]
    starts = {start: at for at, (start, _, _) in enumerate(tokens)}
    taken: list[Span] = [period.span for period in periods(text)]
    for match in _numbers(text):
        if any(s.start <= match.start < s.end for s in taken):
            continue
        at = next((n for start, n in starts.items() if start >= match.end), None)
        if at is None:
            continue
        counted = _what(text, tokens, at)
        if counted is not None:
            yield Count(
                Span(match.start, counted.end),
                _digits(text[match.start : match.end]),
                text[counted.start : counted.end],
            )


def _numbers(text: str) -> Iterator[Span]:
    found = [Span(*m.span()) for m in NUMBER.finditer(text)]
    folded = same_length_fold(text)
    at = 0
    for match in re.finditer(r"[a-z]+", folded):
        if match.start() < at or match.group() not in _numerals():
            continue
        at, last = match.end(), _numerals()[match.group()]
        # "pięćdziesiąt dwie", "fifty-eight": after tens and hundreds, smaller ones go on.
        while following := re.compile(r"(?: and)?[ -]([a-z]+)").match(folded, at):
            smaller = _numerals().get(following.group(1))
            if last < 20 or smaller is None or smaller >= last:
                break
            at, last = following.end(), smaller
        found.append(Span(match.start(), at))
    return iter(sorted(found))


def _digits(written: str) -> str:
    if written[0].isdigit():
        return re.sub(r"\D", "", written)
    return str(sum(_numerals().get(word, 0) for word in re.findall(r"[a-z]+", words.fold(written))))


def _what(text: str, tokens: Sequence[tuple[int, int, str]], at: int) -> Span | None:
    """What a number counts: the noun after it, with the adjectives between and nouns joined to it."""
    for n in range(at, min(at + MOST_BETWEEN + 1, len(tokens))):
        _, end, token = tokens[n]
        if not token[0].isalpha() and token not in "&-,":
            return None
        if words.lemma(token.lower()) not in _counted():
            continue
        if n + 1 < len(tokens) and words.lemma(tokens[n + 1][2].lower()) in _counted():
            n, end = n + 1, tokens[n + 1][1]
        joined = n + 2 < len(tokens) and words.fold(tokens[n + 1][2]) in {"i", "oraz", "and", "lub", "or"}
        if joined and words.lemma(tokens[n + 2][2].lower()) in _counted():
            end = tokens[n + 2][1]
        return Span(tokens[at][0], end)
    return None


def members(scene: Scene) -> Iterator[Claim]:
    """How many members each cluster has, of which kind."""
    for line in scene.lines:
        if line.cells:
            continue
        last: Count | None = None
        for count in (*counts_in(line.text), *_counts_after(line.text)):
            if not (_counts_members(line, count) or (last is not None and _goes_on(line.text, last, count))):
                continue
            last = count
            subject = scene.subject_at(line, count.span.start)
            if subject is None or _counts_clusters(count.counted) or of_others(scene, line, count.span.start):
                continue
            yield Claim(
                subject,
                "members",
                count.number,
                line.passage,
                line.span,
                scene.scope(line, subject),
                count.counted,
                said_on=_as_of(line.text, count.span),
            )


def _counts_members(line: Line, count: Count) -> bool:
    """Whether the words around a number say that it counts those who belong to a cluster."""
    known = frames("members")
    folded = same_length_fold(line.text)
    start, end = _clause_start(line.text, count.span.start), _clause_end(line.text, count.span.end)
    if known.excluded is not None and known.excluded.search(folded[start : count.span.end + 1]):
        return False
    # The words that are counted do not say themselves that they are all.
    around = f"{folded[start : count.span.start].rstrip()} 0 {folded[count.span.end : end]}"
    lead = same_length_fold(line.leads[0].text) if line.leads else ""
    if GROUP_OF.search(folded[: count.span.start]):
        return True
    return _opens(line, count) or any(p.search(around) or p.search(lead) for p in known.inside)


def _goes_on(text: str, last: Count, count: Count) -> bool:
    """Whether a count stands in one enumeration with the one before it."""
    return (
        re.fullmatch(
            r"\s*(?:,|;|\bi\b|\boraz\b|\band\b|,\s*(?:a także|and|as well as|w tym|including))\s*(?:\w+\s)?",
            text[last.span.end : count.span.start],
        )
        is not None
    )


# "Liczba członków wzrosła do 57", "membership stands at 40": what is counted stands before the number.
AFTER = re.compile(
    r"\b(?P<what>czlonk\w+|podmiot\w+|uczestnik\w+|firm\b|members?\b|membership|participants|companies|firms)\b[^.;:\d]{0,25}?"
    r"(?:\bjest\b|wynosi\w*|\bto\b|\bliczy|wzrosl\w* do|wzrosla z \d+ do|siega\w*|przekrocz\w+|skurczyl\w* sie do|spadl\w* do|zmalal\w* do|\bis\b|\bare\b|\bwas\b|stands at|reached|grew to|"
    r"rose to|fell to|dropped to|\bnumbers?\b|totals?)\s+(?:\w+\s+){0,2}?(?P<n>\d{1,3}(?:[ .,]\d{3})*)(?![\d%]|[.,]\d|\s?(?:%|proc|mln|tys|zl|pln|eur|r\.|roku))"
)


def _counts_after(text: str) -> Iterator[Count]:
    folded = same_length_fold(text)
    taken = [period.span for period in periods(text)]
    before = {count.span.start for count in counts_in(text)}
    for match in AFTER.finditer(folded):
        if match.start("n") in before or any(s.start <= match.start("n") < s.end for s in taken):
            continue
        what = text[match.start("what") : match.end("what")]
        yield Count(Span(match.start("n"), match.end("n")), re.sub(r"\D", "", match["n"]), what)


def _opens(line: Line, count: Count) -> bool:
    """Whether a number stands as in a card: at the start of a short line, after a semicolon or dash, or alone in
    brackets."""
    before = line.text[: count.span.start].rstrip()
    bracketed = before.endswith("(") and line.text[count.span.end :].lstrip()[:1] in {")", ",", ";"}
    card = not re.search(r"\w", before) or before.endswith((";", ":", "–", "|"))
    return bracketed or (len(line.text) < CARD_LINE and card)


# "inicjatywa 22 firm", "a network of over 40 companies".
GROUP_OF = re.compile(
    r"\b(?:inicjatyw[ae]|siec|zrzeszenie|grupa|network|group|alliance|association|initiative|sojusz)(?: of)?(?: \w+){0,2} $"
)


def _counts_clusters(counted: str) -> bool:
    return any(words.lemma(token.lower()) in {"klaster", "cluster"} for token in words.tokenize(counted))


def _clause_start(text: str, offset: int) -> int:
    ends = [m.end() for m in CLAUSE.finditer(text, 0, offset)]
    return ends[-1] if ends else 0


def _clause_end(text: str, offset: int) -> int:
    match = CLAUSE.search(text, offset)
    return match.start() if match else len(text)


def _as_of(text: str, span: Span) -> date | None:
    """The day a number held on, where the sentence says it: "w 2019 roku zrzeszał 48 firm"."""
    clause = text[_clause_start(text, span.start) : _clause_end(text, span.end)]
    said = (period.moment.last for period in periods(clause) if period.relation in {"on", "during"})
    return next(said, None)


# When it was founded


def founded(scene: Scene) -> Iterator[Claim]:
    """When each cluster was founded."""
    known = frames("founded")
    for at, line in enumerate(scene.lines):
        if line.cells:
            continue
        folded = same_length_fold(line.text)
        for pattern in known.inside:
            match = pattern.search(folded)
            if match is None:
                continue
            claim = _founded_at(scene, at, line, folded, match)
            if claim is not None:
                yield claim
                break


def _founded_at(scene: Scene, at: int, line: Line, folded: str, match: re.Match[str]) -> Claim | None:
    start, end = _clause_start(line.text, match.start()), _clause_end(line.text, match.end())
    clause = folded[start:end]
    known = frames("founded")
    if known.excluded is not None and known.excluded.search(clause):
        return None
    near = [p for p in periods(line.text[start:end]) if p.relation in {"on", "during", "since"}]
    near = [
        p
        for p in near
        if abs(p.span.start + start - match.end()) < 70 or abs(match.start() - p.span.end - start) < 70
    ]
    prefix = DATED.match(line.text)
    if not near and prefix:
        near = [p for p in periods(prefix.group(1)) if p.relation in {"on", "during"}]
    if not near:
        return None
    nearest = min(
        near,
        key=lambda p: min(abs(p.span.start + start - match.end()), abs(match.start() - p.span.end - start)),
    )
    subject = scene.subject_at(line, match.start())
    if subject is None or of_others(scene, line, match.start()):
        return None
    return Claim(subject, "founded", nearest.moment.iso, line.passage, line.span, scene.scope(line, subject))


# "October 2006: the cluster is established."
DATED = re.compile(r"^\W*([^:–]{4,25}?)\s*(?::|\s–)\s")


# Mission


def missions(scene: Scene) -> Iterator[Claim]:
    """The sentences that tell a cluster's mission or aim."""
    known = frames("mission")
    for line in scene.lines:
        if line.cells or len(line.text) < 30 or line.text.rstrip().endswith(("?", ":")):
            continue
        folded = same_length_fold(line.text)
        lead = same_length_fold(line.leads[0].text) if line.leads else ""
        here = any(p.search(folded) for p in known.inside)
        above = (
            lead.rstrip(" ").endswith(":") and len(lead) < 60 and any(p.search(lead) for p in known.inside)
        )
        subject = scene.subject(line)
        if subject is not None and (here or above) and not of_others(scene, line, len(line.text)):
            yield Claim(subject, "mission", line.text, line.passage, line.span, scene.scope(line, subject))


# Projects


@cache
def _project_leads() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in table()["project"]["quoted"])


def projects(scene: Scene) -> Iterator[Claim]:
    """The projects that a sentence names beside a cluster."""
    for line in scene.lines:
        folded = same_length_fold(line.text)
        if "proje" not in folded:
            continue
        subject = scene.subject(line)
        if subject is None or line.cells:
            continue
        for span in _project_names(line.text, folded):
            name = line.text[span.start : span.end]
            if not any(scene.is_sure(place.subject) for place in scene.cast.named(name)):
                yield Claim(subject, "project", name, line.passage, line.span, scene.scope(line, subject))


def _project_names(text: str, folded: str) -> Iterator[Span]:
    for match in re.finditer(
        r"(?:nazywa si[eę]|is called)\s+|(?<![\w-])(?=[A-ZŁŚŻŹĆÓ][\w-]+[^,;.]{0,30}, an? (?:\w+ )?project\b)",
        text,
    ):
        run = capital_run(text, match.end())
        if run is not None and (match.group() or text[run.end : run.end + 2] == ", "):
            yield run
    for match in QUOTED.finditer(text):
        if any(p.search(folded[: match.start()]) for p in _project_leads()):
            yield Span(*match.span(1))
    for match in re.finditer(
        r"\b(?:projek(?:t|tu|cie|tem|cie)|projects?)\s+(?=[^\W\d_a-ząćęłńóśźż])", text, re.IGNORECASE
    ):
        run = capital_run(text, match.end())
        if run is not None and text[match.end() : match.end() + 1].isupper():
            yield run
    for match in re.finditer(r"\s(?:[Pp]roject)\b", text):
        start = re.search(r"(?:[^\W\d_a-ząćęłńóśźż][\w+-]*\s?){1,5}$", text[: match.start()])
        if start and words.fold(start.group().split()[0]) not in words.stop_words():
            yield Span(start.start(), match.start())


# Pairs


# "Klaster X – Fundacja Y" in a list of clusters.
PAIR = re.compile(r"\s*(?:–|—|-|:|\||,)\s+")


def pairs(scene: Scene) -> Iterator[Claim]:
    """The bodies that stand behind the clusters of a list, where the lines above say what they are."""
    for at, line in enumerate(scene.lines):
        named = scene.named(at)
        if not line.leads or line.cells or not named or named[0].span.start > len("1. „Klaster "):
            continue
        sign = PAIR.match(line.text, named[0].span.end)
        body = organisation_at(line.text, sign.end()) if sign else None
        attribute = _said_above(scene, at, line)
        if attribute is None or body is None or sign is None or body.start > sign.end() + 1:
            continue
        name = nominative(line.text[body.start : body.end])
        scope = tuple(above.span for above in line.leads[:1])
        yield Claim(named[0].subject, attribute, name, line.passage, line.span, scope)


def _said_above(scene: Scene, at: int, line: Line) -> Attribute | None:
    """Whether the lines above a list, or before it in its section, speak of coordinating or of representing."""
    texts = [above.text for above in line.above]
    texts += [
        one.text
        for one in scene.lines[max(0, at - 40) : at]
        if one.headings == line.headings and not one.leads
    ]
    for text in map(same_length_fold, texts):
        if re.search(r"reprezent|represent", text):
            return "representative"
        if re.search(r"koordyn|coordin", text):
            return "coordinator"
    return None
