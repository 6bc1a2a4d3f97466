"""What a holder is looked for by: an organisation, a person, an e-mail address, a telephone number."""

import re
from dataclasses import dataclass
from typing import Literal

from assistant.recognise import spans
from assistant.requests.frames import opens_yes_no, which_cluster
from assistant.requests.tokens import Tokens
from documents.model import Language, Span
from index import words
from index.register.model import Attribute

# Concepts that say in what relation the value stands to the cluster.
VERBS: dict[str, tuple[Attribute, ...]] = {
    "coordinator": ("coordinator",),
    "representative": ("representative",),
    "manages": ("coordinator", "person"),
    "role": ("person",),
    "heads": ("person",),
    "partner": ("partner",),
    "project": ("project",),
}
# What is no part of a value.
FRAME = frozenset(
    (
        *VERBS,
        *("which", "clusters", "cluster", "label", "round_value", "who", "whose", "where", "holds", "still"),
        *("how_many", "number_of", "show", "status", "name", "period", "exists", "being", "whether", "when"),
        *("members_value", "body_value", "gained", "ended", "of_them", "them", "it"),
    )
)
EMPTY = Span(0, 0)
# Question words that ask for what somebody represents or coordinates, not for who does.
_OBJECTS = frozenset(("kogo", "co", "czego", "czym", "whom", "what"))
_CAPITAL = re.compile(r"\b[^\W\d_a-ząćęłńóśźż]")


@dataclass(frozen=True, slots=True)
class Value:
    """The words a holder is named by, where they stand, and the attributes that may hold them."""

    text: str = ""
    span: Span = EMPTY
    attributes: tuple[Attribute, ...] = ()


def take_value(tokens: Tokens, language: Language) -> Value:
    """The value that a question names, its words taken; an empty one where it names none."""
    return _literal(tokens) or _named(tokens, language) or Value()


def _literal(tokens: Tokens) -> Value | None:
    """An e-mail address, a website or a telephone number."""
    text = tokens.without("name", "period")
    kinds: tuple[Literal["email", "website", "phone"], ...] = ("email", "website", "phone")
    for kind in kinds:
        found = spans(text, kind)
        if found:
            tokens.take_span(found[0], "value")
            return Value(tokens.text[found[0].start : found[0].end].rstrip("?!.,;"), found[0], (kind,))
    return None


def _named(tokens: Tokens, language: Language) -> Value | None:
    """The words next to a verb of holding, those after it first, if nothing was made of one of them."""
    verbs = _ends(tokens)
    if not verbs or not _looked_for(tokens, language):
        return None
    left = set(tokens.left())
    runs = [run for run in _runs(tokens) if not left.isdisjoint(range(*run))]
    if not runs:
        return None
    start, end = min(runs, key=lambda run: min(_distance(run, one) for one in verbs))
    span = Span(tokens.tokens[start].span.start, tokens.tokens[end - 1].span.end)
    text = tokens.text[span.start : span.end]
    if not _CAPITAL.search(text) and _CAPITAL.search(tokens.text[1:]):
        return None
    tokens.take(start, end, "value")
    asked = dict.fromkeys(one for start, _ in verbs for one in VERBS[tokens.meaning[start]])
    # Whoever runs a project, or is a partner in it, the project is theirs.
    return Value(text, span, ("project",) if "project" in asked else tuple(asked))


def _looked_for(tokens: Tokens, language: Language) -> bool:
    """Whether the question is one that names who holds something: "which cluster does X coordinate", "what is
    represented by X", "is Y coordinated by X"."""
    folded = [token.folded for token in tokens.tokens]
    if tokens.places("name"):
        return opens_yes_no(tokens, language) or which_cluster(tokens) is not None
    if which_cluster(tokens) is not None or (tokens.has("where") and tokens.places("role")):
        return True
    if tokens.has("who") and tokens.has("project"):
        return True
    if tokens.has("who") and folded[0] not in _OBJECTS:
        stands_for = bool(tokens.places("coordinator", "representative"))
        return _held_by(tokens) or (stands_for and folded[1:2] in (["does"], ["did"]))
    if tokens.has("project"):
        return tokens.has("clusters", "cluster")
    # "Klastry koordynowane przez X"; "jakie ministerstwo odpowiada za klastry" looks for no cluster.
    return _asks_what(tokens) or (tokens.has("clusters") and not {"przez", "by"}.isdisjoint(folded))


def _asks_what(tokens: Tokens) -> bool:
    """ "What does X represent", "czym kieruje Y", "kogo Y reprezentuje": "what percentage" asks for that."""
    first, *rest = [token.folded for token in tokens.tokens]
    if first not in _OBJECTS or not rest:
        return False
    if first in {"what", "whom"}:
        return rest[0] in {"does", "do", "did"} or _held_by(tokens)
    return True


def _held_by(tokens: Tokens) -> bool:
    """ "Is represented by X": the verb stands right before."""
    return any(
        token.folded == "by" and tokens.meaning[place] in VERBS and tokens.meaning[place] != "role"
        for place, token in enumerate(tokens.tokens[1:])
    )


def _ends(tokens: Tokens) -> list[tuple[int, int]]:
    """Where words of holding stand."""
    return [(place, place + 1) for place, meaning in enumerate(tokens.meaning) if meaning in VERBS]


def _distance(run: tuple[int, int], verb: tuple[int, int]) -> float:
    """How far a run is from a verb; one after it is half a word nearer."""
    return run[0] - verb[1] if run[0] >= verb[1] else verb[0] - run[1] + 0.5


def _runs(tokens: Tokens) -> list[tuple[int, int]]:
    """Words in a row that are no part of the frame, without function words at either end."""
    found: list[tuple[int, int]] = []
    # "Which cluster does the Amber Valley Association coordinate": a cluster's name inside that of a body.
    frame = FRAME - {"name"} if which_cluster(tokens) is not None else FRAME
    start = None
    for place in range(len(tokens.tokens) + 1):
        if place < len(tokens.tokens) and tokens.meaning[place] not in frame:
            start = place if start is None else start
        elif start is not None:
            found += _trimmed(tokens, start, place)
            start = None
    return found


def _trimmed(tokens: Tokens, start: int, end: int) -> list[tuple[int, int]]:
    def idle(place: int) -> bool:
        token = tokens.tokens[place]
        return tokens.says_nothing(place) or (
            token.folded in words.stop_words() and not token.text[0].isupper()
        )

    while start < end and idle(start):
        start += 1
    while start < end and idle(end - 1):
        end -= 1
    return [(start, end)] if start < end else []
