"""What a question asks of those it asks for: each word, time, place or number that must be met."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from assistant.bounds import OPEN, Bound, between, bounds_in
from assistant.columns import About, abouts
from assistant.requests.parts import Parts
from assistant.requests.rounds import cardinal, round_number
from assistant.requests.tokens import Token
from assistant.rosters.words import heads_column, listed
from documents.model import Language, Span
from documents.periods import Period, periods
from index import words
from index.query import Query, Term
from index.register import forms
from index.taxonomy import places_in, sectors_in

Kind = Literal["word", "time", "bound", "place", "abroad", "ordinal", "holds", "ended"]
LIGHT = 0.3
# How far after a question word those asked for may stand.
REACH = 4
# Words that an order, a validity or the answer's kind stand for.
ASKING = frozenset(
    ("most_members", "fewest_members", "oldest", "newest", "still", "ended", "which", "show", "exists")
)


@dataclass(frozen=True, slots=True)
class Need:
    """Something that must be met. `decisive`: what is told without it is told of something else. `own`: each
    must meet it, as in "Norwegian clusters"; `phrase` is that stretch of the question, folded. `key` is a
    place's key or a Roman number, `sectors` what a word says that clusters do. `verb`: what they did,
    by which one is not told from another; `label`: of what they are, or hold, which is not told of them by
    what stands around. `bound`: between which numbers something lies; `of`: what, the column "members" or
    "founded", else what `about` tells."""

    kind: Kind
    weight: float = 1.0
    decisive: bool = False
    term: Term | None = None
    period: Period | None = None
    key: str = ""
    place: str = ""
    own: bool = False
    phrase: str = ""
    sectors: frozenset[str] = frozenset()
    verb: bool = False
    label: bool = False
    language: Language = "pl"
    bound: Bound | None = None
    of: str = ""
    about: About | None = None


def asked_for(parts: Parts) -> int | None:
    """Where the noun stands for those who are asked for: "Which three Norwegian clusters"."""
    tokens = parts.tokens
    for start in tokens.places("which", "how_many", "show") or (-1,):
        if _is_acronym(parts, start, start + 1):
            return start + 1
        for at in range(start + 1, min(start + 1 + REACH, len(tokens.tokens))):
            if _is_clusters(tokens.tokens[at]):
                return at
            if not _describes(parts, at):
                break
    return None


def _describes(parts: Parts, at: int) -> bool:
    """Whether a word may stand between "which" and "clusters": neither a verb nor another noun."""
    token, meaning = parts.tokens.tokens[at], parts.tokens.meaning[at]
    if meaning == "modal" or token.folded in listed("auxiliaries") or words.is_finite(token.text):
        return False
    found = words.readings(token.text)
    noun = bool(found) and all(one.part == "subst" for one in found)
    return not noun or meaning not in ("", "filler") or parts.question.language == "en"


def _is_acronym(parts: Parts, start: int, at: int) -> bool:
    """ "Które RKK": whether these are clusters a roster tells."""
    tokens = parts.tokens.tokens
    if start < 0 or at >= len(tokens) or tokens[start].folded == "what" or parts.question.text.isupper():
        return False
    text = tokens[at].text
    return len(text) > 1 and text.isupper() and parts.tokens.meaning[at] in ("", "label")


def needs_of(parts: Parts, query: Query, today: date) -> tuple[Need, ...]:
    """All that a question asks of those it asks for."""
    text, tokens = parts.question.text, parts.tokens
    times = [one for one in periods(text, today=today) if one.relation != "now"]
    taken = [one.span for one in times]
    conditions = parts.conditions
    where = conditions.regions | conditions.countries | conditions.towns
    found, spans = _bounding(parts, query, times)
    taken += spans
    taken += [tokens.tokens[at].span for at in tokens.places("members_value")]
    named = places_in(text, lenient=True)
    if any(_attributed(tokens.tokens, place.span) for place in named):
        where = frozenset()
    for place in named:
        if not _within(place.span, taken):
            taken.append(place.span)
            phrase, key = _attributed(tokens.tokens, place.span), place.key
            own = bool(phrase) or key in where or words.fold(key) in where
            found.append(Need("place", decisive=True, key=key, place=place.kind, own=own, phrase=phrase))
    if not times:
        found += _validity(parts)
    terms = {term.written: term for term in query.terms}
    for at, token in enumerate(tokens.tokens):
        if not _within(token.span, taken):
            found += _of_token(parts, at, terms.get(token.text))
    return tuple(found)


def _bounding(parts: Parts, query: Query, times: Sequence[Period]) -> tuple[list[Need], list[Span]]:
    """The times asked for, and what must lie between numbers, how many members there are or what the words
    beside say, with where the question says so."""
    tokens, conditions = parts.tokens, parts.conditions
    counted = [tokens.tokens[at].span for at in tokens.places("members_value")]
    whole = [Span(counted[0].start, counted[-1].end)] if counted else []
    bounds = [one for one in bounds_in(tokens.text) if not _within(one.span, counted)]
    numbers, sides = [one.span for one in bounds], [one.span for one in times if one.relation in OPEN]
    told = abouts(tokens.text, query, [*numbers, *whole], sides)
    found = []
    for one in times:
        about = told.get(one.span)
        said = about.terms if about else ()
        tells = len(times) == 1 or any(heads_column(term.written, "founded") for term in said)
        of = "founded" if conditions.founded is not None and tells else ""
        found.append(Need("time", decisive=True, period=one, of=of, about=about))
    if conditions.members is not None:
        bound = between(*conditions.members, conditions.most_members)
        found.append(Need("bound", decisive=True, bound=bound, of="members"))
    for bound in bounds:
        found.append(Need("bound", decisive=True, bound=bound, about=_without_members(told[bound.span])))
    return found, [*(told[one].span for one in numbers), *(one.span for one in times)]


def _without_members(about: About) -> About:
    """What a bound speaks of, without the words for clusters and for their members."""
    kept = (one for one in about.terms if not (_is_asking(one) or heads_column(one.written, "members")))
    return replace(about, terms=tuple(kept))


def _within(span: Span, taken: Sequence[Span]) -> bool:
    return any(one.start < span.end and span.start < one.end for one in taken)


def _attributed(tokens: Sequence[Token], span: Span) -> str:
    """The words "clusters of that place", folded, where a place is said of clusters; "" elsewhere."""
    inside = [n for n, one in enumerate(tokens) if one.span.start < span.end and span.start < one.span.end]
    if not inside:
        return ""
    before = inside[0] - 1
    while before >= 0 and tokens[before].folded in listed("of_place"):
        before -= 1
    if before >= 0 and _is_clusters(tokens[before]):
        return " ".join(one.folded for one in tokens[before : inside[-1] + 1])
    after = inside[-1] + 1
    # "Polish key clusters".
    while after < min(len(tokens), inside[-1] + 3) and not _is_clusters(tokens[after]):
        after += 1
    if after < len(tokens) and _is_clusters(tokens[after]):
        return " ".join(one.folded for one in tokens[inside[0] : after + 1])
    return ""


def _is_clusters(token: Token) -> bool:
    bodies = tuple(listed("bodies"))
    return (forms.is_cluster(token.text) and forms.is_plural(token.text)) or token.folded.startswith(bodies)


def _validity(parts: Parts) -> Iterator[Need]:
    """That a label still holds, or has run out, where that is asked."""
    tokens = parts.tokens
    # "Byli" asks who was there, beside what else it may mean.
    ended = any(not tokens.tokens[at].folded.startswith("byl") for at in tokens.places("ended"))
    if parts.conditions.ended_by is not None or (ended and not parts.conditions.valid_on):
        yield Need("ended", decisive=True)
    elif parts.conditions.valid_on is not None or tokens.has("still"):
        yield Need("holds", LIGHT)


def _of_token(parts: Parts, at: int, term: Term | None) -> Iterator[Need]:
    token, meaning = parts.tokens.tokens[at], parts.tokens.meaning[at]
    joins = len(token.text) == 1 and token.text.islower()
    told = meaning == "round_value" or not (joins or cardinal(token.folded))
    number = round_number(token.text) if told else ""
    if number and (meaning == "round_value" or not token.folded.isdigit()):
        yield Need("ordinal", decisive=True, key=number)
    elif meaning == "foreign":
        yield Need("abroad", own=True)
    elif term is not None and meaning not in ASKING and not (_counts(token) or _is_asking(term)):
        yield _word(parts, at, term, meaning)


def _is_asking(term: Term) -> bool:
    return not listed("members").isdisjoint(term.lemmas)


def _counts(token: Token) -> bool:
    """Whether a word is a number in words: "three clusters"."""
    return bool(cardinal(token.folded)) and not token.folded.isdigit()


def _word(parts: Parts, at: int, term: Term, meaning: str) -> Need:
    token = parts.tokens.tokens[at]
    light = not listed("light").isdisjoint(term.lemmas)
    capital = token.text[0].isdigit() or (token.text[0].isupper() and at > 0)
    named = capital and not parts.question.text.isupper()
    verb = words.is_finite(token.text) or _follows_clusters(parts, at)
    graded = not listed("decisive").isdisjoint(term.lemmas)
    found = sectors_in(token.text, named=True) if meaning == "sector_value" else ()
    return Need(
        "word",
        weight=LIGHT if light else 1.0,
        decisive=not light and (named or verb or graded),
        term=term,
        sectors=frozenset(one.key for one in found),
        verb=verb,
        language=parts.question.language,
        label=not light and (meaning == "label" or _is_attached(parts, at)),
    )


def _is_attached(parts: Parts, at: int) -> bool:
    """Whether a word says what kind of clusters is asked for."""
    noun = asked_for(parts)
    starts = [one for one in parts.tokens.places("which", "how_many", "show") if one < at]
    return noun is not None and bool(starts) and max(starts) < at < noun


def _follows_clusters(parts: Parts, at: int) -> bool:
    """Whether a word of an English question stands where its verb does: "which clusters were visited"."""
    if parts.question.language != "en":
        return False
    before = at - 1
    while before >= 0 and words.fold(parts.tokens.tokens[before].text) in listed("auxiliaries"):
        before -= 1
    return 0 <= before < at and _is_clusters(parts.tokens.tokens[before])
