"""How many members clusters have: which numbers count those who belong to a cluster."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from documents.model import Span
from documents.periods import periods
from index import words
from index.extraction.agents import agents_in, of_others
from index.extraction.clauses import clause_end, clause_start
from index.extraction.corrections import is_mistaken, is_plan, put_right, whose_count
from index.extraction.counts import (
    Count,
    counts_in,
    is_counted,
    is_member,
    lemmas,
    patterns,
    said_otherwise,
    whole_number,
    word_list,
)
from index.extraction.founding import is_founding
from index.extraction.labelled import label_kind, labelled
from index.extraction.lines import Line
from index.extraction.model import Claim
from index.extraction.name_words import listed
from index.extraction.naming import names_in
from index.extraction.scene import Scene
from index.numerals import numbers_in
from index.words import same_length_fold

# A line of a card is shorter, in characters.
CARD_LINE = 80
# So many words may stand before the number in an answer: "Teraz już ponad".
FEW_WORDS = 4
# So many where they are an enumeration.
MANY_WORDS = 12
WHOLE = re.compile(r"\b(?:its|whose|our|their|all|jego|jej|ich|nasz\w*|ktorego|ktorej|wszys\w+)\W+$")
HAS = re.compile(r"\b(?:ma|maja|mamy|posiada\w*|has|have|had)(?: \w+){0,5} $")
# Between two parts of a clause. Folded.
JOINT = re.compile(r",(?=\s)|\s[–—-]\s|\b(?:and|but|i|oraz|a|ale)\b")
# Right before the number of those who are somewhere, the words for where, and before a name.
IS_THERE = re.compile(
    r"\b(?:dziala|pracuj|zostal|pozostal|jest|bylo|sa|byly|mamy|wspolpracuj|funkcjonuj|are|were|remain|work)\w*"
    r"(?: (?:w nim|w niej|u nas|tu|tutaj|dzis|dzisiaj|teraz|juz|obecnie|wciaz|nadal|now|today|in it|there))*"
    r"\W*$"
)
IN_IT = re.compile(r"\b(?:w nim|w niej|u nas|in it|w jego szeregach|w jej szeregach|in its ranks)\b")
INTO = re.compile(r"\b(?:[Ww]e?|[Ww] szeregach|pod szyldem|Pod szyldem|[Ii]n|[Ww]ithin)(?: the)? [„\"“]?$")
# A number alone after a later time: "w 2021 – 55", "a dziś już 63", "now 63".
AGAIN = re.compile(
    r"\b(?:dzis|dzisiaj|teraz|obecnie|now|today|currently|(?:w|in) (?:19|20)\d\d(?: r\.| roku)?|"
    r"(?:na|pod) koniec \w+|(?:at|by) the end of(?: the)? \w+)"
    r"(?:,| [–-]| juz| ponad| jest ich| zostalo| pozostalo| it is| over)*\s(?P<n>\w+)(?=\s*(?:[.;:,)]|$))"
)
# "It had 26 then, now there are 19": the first is over.
THEN = re.compile(r"\b(?:wtedy|wowczas|then|at the time)\b")
NOW = re.compile(r"\b(?:dzis|dzisiaj|teraz|obecnie|now|today|currently)\b")
# A table of contents without its line breaks: the page of one chapter, then the next.
CONTENTS = re.compile(r"(?:\d+\s)?[^\W\d][^.]{2,60}(?:\.{3,}|…)(?:\s\d+)?")
# "§ 1.", "3.": the number of a paragraph.
NUMBERED = re.compile(r"§|\d[.)]\s*$")
# Those who came, beside others: "five other firms", "sześciu nowych uczestników".
ADDED = re.compile(
    r"(?:founding|zalozyciel\w*|podobn\w+|similar|like-minded|now(?:y|ych|ymi|i|e)|inn(?:y|ych|ymi|e)|kolejn\w+|dalsz\w+|dodatkow\w+|new|other|further|additional|more)\b"
)
# What a sentence comes to in the end: "firms from all over the country – almost 50 in all".
SUMMED_UP = re.compile(r"\s[–—-]\s(?:\w+\s){0,2}$")
# What may stand between a cluster's name and the number of its members, beside words of nearness.
NAMED_BEFORE = re.compile(
    r"[”\"»)]?\s*(?:to(?: jest)?|,(?: (?:czyli|tj\.|to jest|that is|i\.e\.))?|:|[–—-]|\(|=)\s*"
)
NEAR_BEFORE = re.compile(r"(?:^|\W)([a-z]+\.?)$")
# Between two numbers of one enumeration, or of a whole and its parts; the last words of what was counted may
# stand before.
ENUMERATED = re.compile(
    r"(?:\s[^\W\d_A-Z]\w*){0,3}(?:\s*[,;:(–—-]\s*(?:\w+:?\s)?|"
    r"\s*[,;(–—-]?\s*(?:i|oraz|a także|a|and|as well as|plus|w tym|including|z tego|z czego|of which|of whom|"
    r"of them|spośród których|wśród nich|among them)\b:?\s(?:\w+\s)?)|"
    r"[^.;:,]{0,40}:\s|[^.;]*\b(?:together|along) with\s|[^.;]*\bwraz z\s"
)
# After what is counted in a card: no verb.
CARD_GOES_ON = re.compile(
    r"(?:i|oraz|and|in|w|we|z|ze|from|at|as|plus|na|active|local|total|łącznie|including|with|across|under)\b"
)


def members(scene: Scene) -> Iterator[Claim]:
    """How many members each cluster has, of which kind."""
    for at, line in enumerate(scene.lines):
        if line.cells or is_plan(line) or CONTENTS.fullmatch(line.text):
            continue
        last: Count | None = None
        for count in _counts(scene, at):
            if ADDED.match(same_length_fold(count.counted)):
                continue
            if is_of_something_else(line.text, count) or (count.number == "1" and last is None):
                continue  # Of one member alone there is no cluster; one among others is told with them.
            if not (
                _counts_members(scene, at, count) or (last is not None and _goes_on(line.text, last, count))
            ):
                continue
            last = count
            if is_mistaken(scene, at, count):
                continue
            subject = whose_count(scene, at, count, _of_members)
            if subject is None or _counts_clusters(count.counted) or of_others(scene, line, count.span.start):
                continue
            once = _is_once(line.text, count)
            said_on = _as_of(scene, line.text, count, once=once)
            if _is_planned(scene, said_on) or (said_on is None and once):
                continue
            yield scene.claim(
                line, subject, "members", count.number, qualifier=count.counted, said_on=said_on
            )


def _counts(scene: Scene, at: int) -> list[Count]:
    """The numbers of a line that may count members, in order."""
    text = scene.lines[at].text
    found = {count.at.start: count for count in counts_in(text)}
    for count in (
        *said_otherwise(text),
        *_tile(scene, at),
        *_answer(scene, at),
        *put_right(scene, at, _of_members),
    ):
        known = found.setdefault(count.at.start, count)
        found[count.at.start] = replace(known, sure=True)
    for count in _again(text, sorted(found)):
        found.setdefault(count.at.start, count)
    return sorted(found.values(), key=lambda one: one.at.start)


def _again(text: str, counted: list[int]) -> Iterator[Count]:
    """Numbers that a later time has in place of one counted before: "40 firm, a dziś 63"."""
    numbers = {number.span.start: number for number in numbers_in(text)}
    for match in AGAIN.finditer(same_length_fold(text)):
        number = numbers.get(match.start("n"))
        if number is not None and counted and counted[0] < number.span.start:
            yield Count(number.span, str(number.value), "", number.span)


def _tile(scene: Scene, at: int) -> Iterator[Count]:
    """The number that is all of a line, where the next line is what it counts: "120", "członków"."""
    number = whole_number(scene.lines[at].text) if not NUMBERED.search(scene.lines[at].text) else None
    following = scene.lines[at + 1] if at + 1 < len(scene.lines) else None
    if number is None or following is None or following.headings != scene.lines[at].headings:
        return
    if labelled(following) or _is_labelled(scene, at):
        return
    counted = next(counts_in(f"{number.value} {following.text}"), None)
    if counted is not None and len(following.text) < CARD_LINE and whole_number(following.text) is None:
        yield Count(number.span, str(number.value), counted.counted, number.span, sure=True)


def _is_labelled(scene: Scene, at: int) -> bool:
    """Whether what stands before a line is its label: "rok założenia:" above "2014"."""
    before = scene.before(scene.lines[at])
    above = [one.text for one in scene.lines[at].leads[:1]] + ([before.text] if before else [])
    return any(text.rstrip().endswith(":") and label_kind(text) not in {"", "members"} for text in above)


def _answer(scene: Scene, at: int) -> Iterator[Count]:
    """The number that a line begins with, where the line before asks how many belong to the cluster."""
    asked = scene.asked(scene.lines[at])
    if not any(pattern.search(asked) for pattern in patterns("asking")):
        return
    text = scene.lines[at].text
    times = [one.span for one in periods(text)]
    found = (n for n in numbers_in(text) if not any(t.start <= n.span.start < t.end for t in times))
    number = next(found, None)
    before = _without_periods(text[: number.span.start]) if number is not None else ""
    if number is not None and len(words.tokenize(before)) < FEW_WORDS:
        yield Count(number.span, str(number.value), "", number.span, sure=True)


def _of_members(scene: Scene, at: int, count: Count) -> bool:
    return _counts_members(scene, at, count) and not is_of_something_else(scene.lines[at].text, count)


def is_of_something_else(text: str, count: Count) -> bool:
    """Whether the words around a number say that it counts others: founders, guests, those who left, the
    board."""
    folded = same_length_fold(text)
    start, end = clause_start(text, count.span.start), clause_end(text, count.span.end)
    before = folded[start : count.span.start]
    if any(pattern.search(folded[start : count.span.end + 1]) for pattern in patterns("not")):
        return True
    own = _own_part(before)
    if any(
        pattern.search(f"{own}{folded[count.span.start : count.span.end + 1]}")
        for pattern in patterns("coming")
    ):
        return True
    if any(pattern.search(own) for pattern in patterns("not_before")) or _of_many(own):
        return True
    whole = WHOLE.search(before) is not None and _is_member_noun(count.counted)
    after = folded[count.span.end : end]
    return not whole and any(pattern.search(after) for pattern in patterns("not_after"))


def _of_many(own: str) -> bool:
    """Whether words speak of clusters at large and of none: "polskie klastry zrzeszają"."""
    tokens = {words.fold(token) for token in words.tokenize(own)}
    return not tokens.isdisjoint(listed("clusters")) and tokens.isdisjoint(listed("cluster"))


def _own_part(before: str) -> str:
    """The words before a number from the last joint on that has a verb of its own after it: "founded by 12
    companies and now unites"."""
    if summed := SUMMED_UP.search(before):
        return before[summed.start() :]
    for joint in reversed(list(JOINT.finditer(before))):
        if any(pattern.search(before, joint.end()) for pattern in patterns("inside")):
            return before[joint.end() :]
    return before


def _is_member_noun(counted: str) -> bool:
    return any(is_member(token) for token in words.tokenize(counted))


def _counts_members(scene: Scene, at: int, count: Count) -> bool:
    """Whether the words around a number say that it counts those who belong to a cluster."""
    line = scene.lines[at]
    if count.sure:
        return True
    if _is_example(line.text, count):
        return False
    folded = same_length_fold(line.text)
    before = folded[clause_start(line.text, count.span.start) : count.span.start]
    after = folded[count.span.end : clause_end(line.text, count.span.end)]
    near = _without_near(before)
    if _is_member_noun(count.counted):
        return True
    lead = same_length_fold(line.leads[0].text) if line.leads else ""
    if any(pattern.search(near) for pattern in patterns("directly")) or _is_in_it(scene, line, count, near):
        return True
    if _opens(line, count) or _beside_name(scene, line, count):
        return True
    if any(pattern.search(near) for pattern in patterns("prepositions")):
        return False
    if _is_owned(count.counted, before) or _listed_without_number(line.text, count):
        return False
    led = lead if not _may_be_owned(count.counted) else ""
    return any(pattern.search(before) or pattern.search(led) for pattern in patterns("inside")) or any(
        pattern.search(after) for pattern in patterns("after")
    )


def _is_in_it(scene: Scene, line: Line, count: Count, near: str) -> bool:
    """Whether those counted are said to be in the cluster: "w Klastrze X działa już 41 firm", "zostało w nim
    17 armatorów"."""
    if not IS_THERE.search(near):
        return False
    within = [one.span.start for one in scene.cast.named(line.text) if one.span.end <= count.at.start]
    within += [
        one.span.start for one in names_in(line.text) if one.generic and one.span.end <= count.at.start
    ]
    return IN_IT.search(near) is not None or any(INTO.search(line.text[:start]) for start in within)


def _is_owned(counted: str, before: str) -> bool:
    """Whether a cluster has what is counted as its own: "ma dwa laboratoria", "has three centres"."""
    return HAS.search(before) is not None and _may_be_owned(counted)


def _may_be_owned(counted: str) -> bool:
    return any(not lemmas(token).isdisjoint(word_list("owned")) for token in words.tokenize(counted))


def _without_near(before: str) -> str:
    """The words before a number without those of nearness right before it: "ponad", "more than"."""
    kept = before.rstrip()
    while (last := NEAR_BEFORE.search(kept)) and last.group(1).rstrip(".") in word_list("near"):
        kept = kept[: last.start(1)].rstrip()
    return f"{kept} "


def _beside_name(scene: Scene, line: Line, count: Count) -> bool:
    """Whether a number stands right after a cluster's name: "Klaster X to ponad 45 firm", "Klaster X, 45
    firm", and no other network's."""
    return any(
        agent.subject is not None
        and agent.end <= count.at.start
        and NAMED_BEFORE.fullmatch(_without_near(same_length_fold(line.text[agent.end : count.at.start])))
        for agent in agents_in(scene, line)
    )


def _is_example(text: str, count: Count) -> bool:
    """Whether a number stands among examples of a whole told before them, not among its parts: "64 members:
    studios, two schools" as against "64 members: 62 studios, two schools"."""
    whole, colon, named = text[: count.span.start].rpartition(": ")
    first = next(counts_in(f"{named}{text[count.span.start :]}"), None) if colon else None
    return first is not None and "," in named and first.span.start > 0 and any(numbers_in(whole))


def _listed_without_number(text: str, count: Count) -> bool:
    """Whether a number stands in an enumeration of members that begins without one: "zrzeszamy stocznie,
    żaglownie, dwie uczelnie"."""
    start = clause_start(text, count.span.start)
    before = text[start : count.span.start]
    first = before.partition(",")[0] if "," in before else ""
    counted = any(is_counted(word) for word in words.tokenize(first) if word.islower())
    return counted and not any(numbers_in(first)) and not _is_member_noun(first)


def _goes_on(text: str, last: Count, count: Count) -> bool:
    """Whether a count stands in one enumeration with the one before it, or is a part of it."""
    between = text[last.span.end : count.span.start]
    later = not count.counted and "." not in between.replace("r.", "")
    return later or ENUMERATED.fullmatch(between) is not None


def _opens(line: Line, count: Count) -> bool:
    """Whether a number stands as in a card: at the start of a short line, after a semicolon or dash, or alone
    in brackets."""
    before = line.text[: count.span.start].rstrip()
    # "Stan na 30 września 2025 r.: 82 podmioty", "Mugs, bowls, tiles: 41 potters".
    few = MANY_WORDS if "," in before and not any(map(str.isdigit, before)) else FEW_WORDS
    if before.endswith(":") and len(words.tokenize(_without_periods(before))) < few:
        return True
    inside = before.endswith("(") or (before.endswith(",") and before.rfind("(") > before.rfind(")"))
    bracketed = inside and line.text[count.span.end :].lstrip()[:1] in {")", ",", ";"}
    card = (not re.search(r"\w", before) and _is_headline(line, count)) or before.endswith(
        (";", ":", "–", "|")
    )
    return bracketed or (len(line.text) < CARD_LINE and card)


def _without_periods(text: str) -> str:
    for period in reversed(periods(text)):
        text = text[: period.span.start] + text[period.span.end :]
    return text


def _is_headline(line: Line, count: Count) -> bool:
    """Whether a number that opens a line is written as in cards, in digits, and no verb follows what it
    counts."""
    after = line.text[count.span.end :].lstrip()
    return line.text[count.at.start].isdigit() and (
        not after or not after[0].isalpha() or CARD_GOES_ON.match(after) is not None
    )


def _counts_clusters(counted: str) -> bool:
    tokens = words.tokenize(counted)
    return not _is_member_noun(counted) and any(
        words.lemma(token.lower()) in listed("cluster") for token in tokens
    )


def _is_planned(scene: Scene, said_on: date | None) -> bool:
    """Whether a number is one of a day after the document's own."""
    own = scene.document.date
    return said_on is not None and own is not None and said_on.year > own.year


def _is_once(text: str, count: Count) -> bool:
    """Whether a number is said to be that of an earlier time."""
    start = clause_start(text, count.span.start)
    # What stands before another number is told of that.
    start = max(
        (one.span.end for one in numbers_in(text[: count.at.start]) if one.span.end > start), default=start
    )
    before = same_length_fold(text)[start : count.span.start]
    over = THEN.search(before) and NOW.search(same_length_fold(text)[count.span.end :])
    return bool(over) or any(pattern.search(_own_part(before)) for pattern in patterns("once"))


def _as_of(scene: Scene, text: str, count: Count, *, once: bool) -> date | None:
    """The day a number held on, where the sentence says it: "w 2019 roku zrzeszał 48 firm"."""
    start, end = clause_start(text, count.span.start), clause_end(text, count.span.end)
    clause = text[start:end]
    said = [
        period
        for period in periods(clause, today=scene.document.date)
        if period.relation in {"on", "during"} and (once or not is_founding(clause[: period.span.start]))
    ]
    # "Z 34 przed pięciu laty do 61 obecnie": the time is that of the number it stands beside.
    apart = [period for period in said if not _parted(clause, period.span, count.span.start - start)]
    return apart[-1].moment.last if apart else None


def _parted(clause: str, period: Span, at: int) -> bool:
    """Whether another number stands between a time and the number at an offset."""
    first, last = min(period.end, at), max(period.start, at)
    return any(first <= one.span.start < last for one in numbers_in(clause[:last]))
