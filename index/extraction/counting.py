"""How many members clusters have: numbers, what they count, and whether that is members."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from documents.model import Span
from documents.periods import periods
from index import words
from index.extraction.agents import agents_in, of_others
from index.extraction.clauses import clause_end, clause_start
from index.extraction.frames import frames
from index.extraction.lines import Line
from index.extraction.model import Claim
from index.extraction.name_words import listed
from index.extraction.scene import Scene
from index.gazetteer import lexicon
from index.words import same_length_fold

NUMBER = re.compile(
    r"(?<![\w.,/-])\d{1,3}(?:[ \u00a0.,]\d{3})*(?![\d%/-]|[.,]\d|\s?(?:%|proc|mln|mld|zł|PLN|EUR|euro|"
    r"million|billion|lat\b|years?\b|km|ha\b|kV|MW))"
)
# A line of a card is shorter, in characters.
CARD_LINE = 80
# Adjectives between a number and what it counts, and after it: "31 lighting companies", "firm i instytucji".
MOST_BETWEEN = 6
# Signs between the words that are counted.
INSIDE = "&-,"
# "Liczba członków wzrosła do 57", "membership stands at 40": what is counted stands before the number.
AFTER = re.compile(
    r"\b(?P<what>czlonk\w+|podmiot\w+|uczestnik\w+|firm\b|members?\b|membership|participants|companies|"
    r"firms)\b[^.;:\d]{0,25}?"
    r"(?:\bjest\b|wynosi\w*|\bto\b|\bliczy|wzrosl\w* do|wzrosla z \d+ do|siega\w*|przekrocz\w+|"
    r"skurczyl\w* sie do|spadl\w* do|zmalal\w* do|\bis\b|\bare\b|\bwas\b|stands at|reached|grew to|"
    r"rose to|fell to|dropped to|\bnumbers?\b|"
    r"totals?)\s+(?:\w+\s+){0,2}?(?P<n>\d{1,3}(?:[ .,]\d{3})*)(?![\d%]|[.,]\d|\s?(?:%|proc|mln|tys|zl|pln|"
    r"eur|r\.|roku))"
)
# "inicjatywa 22 firm", "a network of over 40 companies".
GROUP_OF = re.compile(
    r"\b(?:inicjatyw[ae]|siec|zrzeszenie|grupa|network|group|alliance|association|initiative|"
    r"sojusz)(?: of)?(?: \w+){0,2} $"
)
# "Klaster X to dziś ponad 45 firm".
SO_MANY = re.compile(
    r"[”\"]? to (?:(?:juz|dzis|obecnie|teraz|dokladnie|ponad|okolo|prawie|blisko|niemal) ){0,2}$"
)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of members as a text gives it: digits, and what is counted in its words."""

    span: Span
    number: str
    counted: str


@cache
def _counted() -> frozenset[str]:
    listed_words = lexicon("frames.toml")["members"]["counted"]
    return frozenset(listed_words) | {words.lemma(word) for word in listed_words}


@lru_cache(maxsize=20_000)
def _is_counted(word: str) -> bool:
    """Whether a word may name members, in any of its readings: "gmin" is one of "gmina" and of "gmin"."""
    small = word.lower()
    # "SMEs": an abbreviation's plural is in no dictionary.
    known = {words.lemma(small), small, small.removesuffix("s")}
    known |= {words.fold(reading.lemma) for reading in words.readings(small)}
    return not known.isdisjoint(_counted())


@cache
def _numerals() -> dict[str, int]:
    table = lexicon("numerals.toml")["numerals"]
    return {form: int(number) for number, forms in table.items() for form in forms}


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
        _, end, word = tokens[n]
        if not word[0].isalpha() and word not in INSIDE:
            return None
        if not _is_counted(word):
            continue
        if n + 1 < len(tokens) and _is_counted(tokens[n + 1][2]):
            n, end = n + 1, tokens[n + 1][1]
        joined = (
            n + 2 < len(tokens)
            and words.fold(tokens[n + 1][2]) in lexicon("frames.toml")["members"]["joining"]
        )
        if joined and _is_counted(tokens[n + 2][2]):
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
            if not (
                _counts_members(line, count)
                or _is_so_many(scene, line, count)
                or (last is not None and _goes_on(line.text, last, count))
            ):
                continue
            last = count
            subject = scene.subject_at(line, count.span.start)
            if subject is None or _counts_clusters(count.counted) or of_others(scene, line, count.span.start):
                continue
            said_on = _as_of(line.text, count.span)
            yield scene.claim(
                line, subject, "members", count.number, qualifier=count.counted, said_on=said_on
            )


def _counts_members(line: Line, count: Count) -> bool:
    """Whether the words around a number say that it counts those who belong to a cluster."""
    known = frames("members")
    folded = same_length_fold(line.text)
    start, end = clause_start(line.text, count.span.start), clause_end(line.text, count.span.end)
    if known.excluded is not None and known.excluded.search(folded[start : count.span.end + 1]):
        return False
    if _is_example(line.text, count):
        return False
    # The words that are counted do not say themselves that they are all.
    around = f"{folded[start : count.span.start].rstrip()} 0 {folded[count.span.end : end]}"
    lead = same_length_fold(line.leads[0].text) if line.leads else ""
    if GROUP_OF.search(folded[: count.span.start]):
        return True
    return _opens(line, count) or any(p.search(around) or p.search(lead) for p in known.inside)


def _is_so_many(scene: Scene, line: Line, count: Count) -> bool:
    """Whether a cluster is said to be so many: "Klaster X to 45 firm", and no other network is."""
    match = SO_MANY.search(same_length_fold(line.text)[: count.span.start])
    return match is not None and any(
        agent.end == match.start() and agent.subject is not None for agent in agents_in(scene, line)
    )


def _is_example(text: str, count: Count) -> bool:
    """Whether a number stands among examples of a whole told before them, not among its parts: "64 members:
    studios, two schools" as against "64 members: 62 studios, two schools"."""
    whole, colon, named = text[: count.span.start].rpartition(": ")
    first = next(counts_in(f"{named}{text[count.span.start :]}"), None) if colon else None
    return first is not None and "," in named and first.span.start > 0 and any(counts_in(whole))


def _goes_on(text: str, last: Count, count: Count) -> bool:
    """Whether a count stands in one enumeration with the one before it."""
    return (
        re.fullmatch(
            r"\s*(?:,|;|\bi\b|\boraz\b|\band\b|,\s*(?:a także|and|as well as|w tym|including))\s*(?:\w+\s)?",
            text[last.span.end : count.span.start],
        )
        is not None
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
    """Whether a number stands as in a card: at the start of a short line, after a semicolon or dash, or alone
    in brackets."""
    before = line.text[: count.span.start].rstrip()
    bracketed = before.endswith("(") and line.text[count.span.end :].lstrip()[:1] in {")", ",", ";"}
    card = not re.search(r"\w", before) or before.endswith((";", ":", "–", "|"))
    return bracketed or (len(line.text) < CARD_LINE and card)


def _counts_clusters(counted: str) -> bool:
    return any(words.lemma(token.lower()) in listed("cluster") for token in words.tokenize(counted))


def _as_of(text: str, span: Span) -> date | None:
    """The day a number held on, where the sentence says it: "w 2019 roku zrzeszał 48 firm"."""
    clause = text[clause_start(text, span.start) : clause_end(text, span.end)]
    said = (
        period.moment.last
        for period in periods(clause)
        if period.relation in {"on", "during"} and not _is_founding(clause[: period.span.start])
    )
    return next(said, None)


def _is_founding(before: str) -> bool:
    """Whether the words right before a time, as far as the last comma, say that it is that of a founding."""
    near = same_length_fold(before).rpartition(",")[2]
    return any(pattern.search(near) for pattern in frames("founded").inside)
