"""Who looks after a cluster, by whatever word for it: a body and a cluster in one clause with a word that
says so. Which of the two does it is plain, as the other is no body; how the body stands there, in Polish its
case and in English its place, must show that it is the one who does."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from documents.model import Span
from index.extraction.agents import is_whose
from index.extraction.clauses import clause_end, clause_start
from index.extraction.naming import names_in
from index.extraction.organisations import organisations_in
from index.extraction.people import people_in
from index.extraction.scene import Scene
from index.gazetteer import lexicon
from index.inflection import case_of, is_english
from index.words import same_length_fold

# So many characters around a word for it are looked at for what else is coordinated.
OTHER = 40
# "The conference of the X Cluster was hosted by".
OF_ANOTHER = re.compile(
    r"\b(?!management|running|coordination|administration|work|activit)\w+ (?:of|for) (?:the )?[„\"“]?$"
)
# "…, której prezesem jest Jan Lis": a person told of by the way.
WHOSE = re.compile(r",\s(?:któr\w+|whose|which)\s")
BY = re.compile(r"\b(?:przez|by)\s+(?:the\s+|an?\s+)?(?:\w+\s)?[„\"“]?$")
UNDER = re.compile(r"\b(?:pod|under)\s(?:the\s)?(?:\w+\s)?$")
OF = re.compile(r"\s(?:of\s(?:the\s)?)?[„\"“]?")
PREPOSITION = re.compile(
    r"\b(?:z|ze|w|we|dla|do|od|o|przy|na|po|nad|pod|wraz|wobec|oraz|i|a|with|for|from|in|at|to|of|and|between)"
    r"\s(?:the\s)?[„\"“]?$"
)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word for looking after something: where it stands, its kind, and whether it says it by itself."""

    start: int
    end: int
    kind: str
    alone: bool


@cache
def _pattern(key: str) -> re.Pattern[str]:
    listed = lexicon("stewards.toml")[key]
    return re.compile(listed if isinstance(listed, str) else rf"\b(?:{'|'.join(listed)})(?!\w)")


def stewards(scene: Scene, at: int) -> Iterator[tuple[int, tuple[Span, ...]]]:
    """Where a line's words say that somebody looks after a cluster, and the body that does."""
    text = scene.lines[at].text
    bodies = [one.span for one in organisations_in(text)]
    places = [place.span for place in scene.named(at) if scene.is_sure(place.subject)]
    bodies = [one for one in bodies if not any(_within(one, place) for place in places)]
    places = [one for one in places if not any(_within(one, body) for body in bodies)]
    if not bodies or scene.lines[at].cells:
        return
    folded = same_length_fold(text)
    places += [one.span for one in names_in(text) if one.generic]
    for word in _words_in(folded):
        start = clause_start(text, word.start)
        if text[:start].rstrip().endswith(":"):  # "The X Cluster: run by …"
            start = clause_start(text, len(text[:start].rstrip()) - 1)
        clause = Span(start, clause_end(text, word.end))
        body = _steward(text, folded, clause, word, bodies) if _may(folded, text, clause, word) else None
        if body is not None and _of_cluster(text, folded, clause, word, places):
            yield word.start, (body,)


def _words_in(folded: str) -> Iterator[_Word]:
    for kind in ("role", "act", "noun"):
        for key, alone in ((f"{kind}_alone", True), (kind, False)):
            for match in _pattern(key).finditer(folded):
                yield _Word(match.start(), match.end(), kind, alone)


def _may(folded: str, text: str, clause: Span, word: _Word) -> bool:
    """Whether nothing in the clause speaks against it: a "not", a person who does it."""
    said = folded[clause.start : clause.end]
    aside = WHOSE.search(text, word.end, clause.end)
    people = people_in(text[clause.start : aside.start() if aside else clause.end])
    return _pattern("not").search(said) is None and not people


def _of_cluster(text: str, folded: str, clause: Span, word: _Word, places: Sequence[Span]) -> bool:
    """Whether it is the cluster that is looked after: what the word is said of, or, where the word says it by
    itself, nothing else beside it."""
    pronouns = [Span(*m.span()) for m in _pattern("pronoun").finditer(folded, clause.start, clause.end)]
    said_of = [one for one in (*places, *pronouns) if clause.start <= one.start < clause.end]
    if any(_is_object(text, folded, word, one) for one in said_of):
        return True
    other = _pattern("other")
    beside = folded[max(clause.start, word.start - OTHER) : min(clause.end, word.end + OTHER)]
    return word.alone and other.search(beside) is None and not PREPOSITION.search(folded[: word.start])


def _is_object(text: str, folded: str, word: _Word, one: Span) -> bool:
    if one.start >= word.end:
        return _pattern("to_cluster").fullmatch(folded, word.end, one.start) is not None and (
            word.kind != "role" or not PREPOSITION.search(folded[: word.start])
        )
    gap = folded[one.end : word.start]
    if gap.strip() == "," or _pattern("from_cluster").fullmatch(gap) is None or is_whose(text, one):
        return False
    if OF_ANOTHER.search(folded[: one.start]):
        return False
    # "Klaster X jest koordynatorem …": the cluster does it.
    does = word.kind == "role" and "ktor" not in gap and "whose" not in gap and gap.strip(" '’s") != ""
    return not does


def _steward(text: str, folded: str, clause: Span, word: _Word, bodies: Sequence[Span]) -> Span | None:
    """The body that a clause says to do it."""
    within = [one for one in bodies if clause.start <= one.start < clause.end]
    if UNDER.search(folded, clause.start, word.start) is not None:
        of = OF.match(text, word.end)
        return next((one for one in within if of and of.end() - 1 <= one.start <= of.end()), None)
    told = [one for one in within if _does(text, folded, clause, word, one)]
    going_on = _pattern("going_on").fullmatch(folded, clause.start, word.start)
    if not within and word.kind == "role" and going_on:
        told = [one for one in bodies if one.end <= clause.start and _opens(text, one)]
    told.sort(key=lambda one: max(one.start - word.end, word.start - one.end))
    # "…, później Fundacja Y": who is named behind a comma is told of by other words.
    alone = len(told) == 1 or (len(told) > 1 and "," in text[told[0].end : told[1].start])
    return told[0] if alone else None


def _opens(text: str, body: Span) -> bool:
    """Whether a body is what a sentence speaks of from its first word on."""
    return text[: body.start].strip(' „"“').casefold() in {"", "the"}


def _does(text: str, folded: str, clause: Span, word: _Word, body: Span) -> bool:
    before = folded[clause.start : body.start]
    if body.start >= word.end and BY.search(folded[word.end : body.start]):
        return word.kind != "role" or " by" in folded[word.end : body.start]
    if body.end <= word.start and _pattern("relative").fullmatch(folded, body.end, word.start):
        return folded[body.end : word.start] not in {"", " "} and _relates(folded, body, word)
    if is_english(text[body.start : body.end].split()[-1]) and not case_of(text[body.start : body.end]):
        return _does_in_english(folded, word, body)
    if body.start >= word.end and _pattern("given").search(folded, word.end, body.start):
        return True
    if PREPOSITION.search(before) is not None:
        return False
    return "nom" in (case_of(text[body.start : body.end]) or {"nom"}) and word.kind != "passive"


def _relates(folded: str, body: Span, word: _Word) -> bool:
    """Whether a comma and a word for who does it, and no other noun's, stand behind a body."""
    return word.kind != "noun" or " za " in folded[body.end : word.start]


def _does_in_english(folded: str, word: _Word, body: Span) -> bool:
    if body.end <= word.start:
        return _pattern("linking").fullmatch(folded, body.end, word.start) is not None
    return _pattern("handed").search(folded, word.end, body.start) is not None and word.kind != "act"


def _within(one: Span, other: Span) -> bool:
    return other.start <= one.start + 1 and one.end <= other.end + 1
