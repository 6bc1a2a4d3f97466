"""Somebody's own case: whether a question describes a firm, and in which of its words."""

import re

from assistant.requests.frames import which_cluster
from assistant.requests.parts import Parts
from assistant.requests.tokens import lexicon
from index import words

# "For me" describes nobody.
_ONESELF = frozenset(("me", "us", "mnie", "nas"))
_CLAUSE = re.compile(r"[,.;?!:–—]+(?=\s|$)|\s-\s")


def owns(parts: Parts) -> bool:
    """Whether somebody speaks of their own firm; "produkuje" is also what another does, so that without its
    diacritics it counts at the start alone."""
    if parts.question.language == "en":
        return parts.has("own") or (which_cluster(parts.tokens) is not None and _we_do(parts))
    if _begins(parts, {"mam", "mamy"}) or _tells_of_oneself(parts):
        return True
    spots = parts.tokens.all_of("own")
    firsts = [(spot.start, parts.tokens.tokens[spot.start]) for spot in spots]
    return any(
        token.text.endswith("ę") or not token.folded.endswith("e") or place < 2 for place, token in firsts
    )


def _tells_of_oneself(parts: Parts) -> bool:
    """Whether a verb stands in the first person, "wypalam cegły", by which nothing is asked or thought."""
    of_mind = frozenset(lexicon()["of_mind"]["words"])
    return any(
        reading.part == "fin" and ":pri" in reading.tag and words.fold(reading.lemma) not in of_mind
        for token, meaning in zip(parts.tokens.tokens, parts.tokens.meaning, strict=True)
        if not meaning or meaning == "sector_value"
        for reading in words.readings(token.text.lower())[:1]
    )


def _we_do(parts: Parts) -> bool:
    """Whether "we" or "I" stands before a verb that tells what a firm does: "we recycle cells"."""
    of_mind = frozenset(lexicon()["of_mind"]["english"])
    said = [token.folded for token in parts.tokens.tokens]
    after = [(said[n + 1], said[n + 2]) for n in range(len(said) - 2) if said[n] in {"we", "i"}]
    return any(verb not in of_mind and (verb, then) != ("need", "to") for verb, then in after)


def _begins(parts: Parts, verbs: set[str]) -> bool:
    """Whether a clause begins with one of these, or the question does after a greeting."""
    text = parts.question.text
    for token in parts.tokens.tokens:
        before = text[: token.span.start].rstrip()
        if token.folded in verbs and (not before or before[-1] in ",.;!?:–—-"):
            return True
    return False


def asks_which_alone(parts: Parts) -> bool:
    """ "Odlewnia spod Krakowa, jaki klaster?": what comes before is whom it is to be for."""
    text = parts.question.text
    starts = [found.end() for found in _CLAUSE.finditer(text) if text[found.end() :].strip()]
    if not starts:
        return False
    meant = {
        meaning
        for token, meaning in zip(parts.tokens.tokens, parts.tokens.meaning, strict=True)
        if token.span.start >= starts[-1]
    }
    return (
        "cluster" in meant
        and "which" in meant
        and meant <= {"cluster", "which", "seeks", "for_whom", "helps"}
    )


def for_whom(parts: Parts) -> bool:
    """ "Klaster dla producenta mebli": for whom it is to be stands right after it."""
    tokens = parts.tokens
    after = [n for n in tokens.places("for_whom") if n and tokens.meaning[n - 1] in {"cluster", "clusters"}]
    if not after or after[0] + 1 == len(tokens.tokens):
        return False
    if any(n < after[0] for n in tokens.left()) or (parts.has("which") and which_cluster(tokens) is None):
        return False
    return tokens.meaning[after[0] - 1] == "cluster" or bool(tokens.left())


def described(parts: Parts) -> str:
    """The clauses in which somebody tells of their firm; of a single one, what follows "for"."""
    text = parts.question.text
    clauses, start = [], 0
    for found in (*_CLAUSE.finditer(text), None):
        end = found.start() if found else len(text)
        clauses.append((start, end))
        start = found.end() if found else end
    asking = {"cluster", "clusters", "seeks", "helps", "which"}
    told = [text[a:b].strip() for a, b in clauses if not _means(parts, a, b, asking) and text[a:b].strip()]
    if told:
        return ", ".join(told)
    if parts.has("own"):
        return _own_words(parts)
    for place, token in enumerate(parts.tokens.tokens[:-1]):
        if token.folded in {"dla", "for"} and parts.tokens.tokens[place + 1].folded not in _ONESELF:
            return text[parts.tokens.tokens[place + 1].span.start :].rstrip(" ?.!")
    return _own_words(parts)


def _own_words(parts: Parts) -> str:
    """What is told of a firm in the clause that also asks: up to the words that ask."""
    tokens = parts.tokens
    starts = tokens.places("own")
    ends = [n for n in tokens.places("which", "seeks") if starts and n > starts[0]]
    if starts and ends:
        end = tokens.tokens[ends[0]].span.start
        return tokens.text[tokens.tokens[starts[0]].span.start : end].rstrip(" ,.;:-")
    kept = sorted({*tokens.left(), *tokens.places("own", "firms", "place_value", "sector_value")})
    if not kept:
        return ""
    return tokens.text[tokens.tokens[kept[0]].span.start : tokens.tokens[kept[-1]].span.end]


def _means(parts: Parts, start: int, end: int, meanings: set[str]) -> bool:
    return any(
        meaning in meanings and start <= token.span.start < end
        for token, meaning in zip(parts.tokens.tokens, parts.tokens.meaning, strict=True)
    )
