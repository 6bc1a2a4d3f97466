"""The document that a question names as its source: "wg biuletynu izby", "in the register of the office"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from assistant.answers.draft import Material
from assistant.grounding import in_order
from assistant.model import Answer
from assistant.question import Question, lexicon, understand
from assistant.request import Request
from documents.model import Span
from index import words
from index.evidence import bag, match
from index.model import StoredPassage
from index.query import Term
from index.register.model import Cluster, Conditions
from index.register.register import Register

# Words between a preposition and the noun for a document: "in the marshal's office register".
DESCRIBING = 5
# Words after that noun which still say which document it is: "biuletynu Północnej Izby Gospodarczej".
FURTHER = 4
# Readings of words that end those for a document.
ENDING = frozenset({"fin", "prep", "conj", "praet", "ppas"})
# Documents found that are looked at, and as many as the words may fit.
LOOKED_AT, MOST = 8, 2


@dataclass(frozen=True, slots=True)
class Cited:
    """The words for a source, and the question without them."""

    span: Span
    rest: Question


@dataclass(frozen=True, slots=True)
class There:
    """The ids of the documents cited, what was found in them for the question without them, and the ids of
    the clusters that they name."""

    documents: tuple[str, ...]
    material: Material
    clusters: frozenset[str]


def cited_in(question: Question) -> Cited | None:
    """The source that a question names, whichever document that may be."""
    tokens = list(words.TOKEN.finditer(question.text))
    folded = [words.fold(one.group()) for one in tokens]
    for start in range(len(folded)):
        comma = next((n for n in range(start, len(tokens) - 1) if _is_broken(question.text, tokens, n)), None)
        last = len(tokens) if comma is None else comma + 1
        noun = _noun(folded[:last], start)
        if noun is None:
            continue
        end = _end([one.group() for one in tokens[:last]], noun + 1, question.language)
        first = start - 1 if start and folded[start - 1] in _told()["listed"] else start
        span = Span(tokens[first].start(), tokens[end - 1].end())
        rest = f"{question.text[: span.start].rstrip()} {question.text[span.end :].lstrip(' ,')}".strip(" ,")
        return Cited(span, understand(rest, question.language)) if words.tokenize(rest) else None
    return None


def _is_broken(text: str, tokens: Sequence[re.Match[str]], at: int) -> bool:
    """Whether a comma or a bracket stands after a word."""
    return not set(",;:()").isdisjoint(text[tokens[at].end() : tokens[at + 1].start()])


def within_cited(material: Material, cited: Cited, register: Register) -> There | None:
    """What was found in the documents that a question cites; None where none fits its words."""
    documents = documents_cited(cited, material)
    hits = tuple(hit for hit in material.found.hits if hit.passage.document.id in documents)
    clusters = frozenset(one.id for one in register.clusters if _is_in(one, documents))
    found = replace(material.found, hits=hits)
    there = There(documents, replace(material, question=cited.rest, found=found), clusters)
    return there if clusters else None


def _is_in(cluster: Cluster, documents: Sequence[str]) -> bool:
    return any(one.document.id in documents for one in cluster.mentions)


def is_listing(request: Request) -> bool:
    """Whether clusters are asked for under some condition, all of which is understood."""
    asked = request.wanted in {"list", "count"} and not request.clusters and not request.unread
    return asked and request.conditions != Conditions()


def is_plain(request: Request) -> bool:
    """Whether something is asked of one cluster, all of which is understood."""
    return request.wanted == "attribute" and len(request.clusters) == 1 and not request.unread


def told_there(answer: Answer, there: There) -> Answer | None:
    """What an answer states by the documents cited; None where it states nothing by them."""
    cited = {one.number for one in answer.citations if one.document in there.documents}
    kept = tuple(one for one in answer.statements if not cited.isdisjoint(one.citations))
    if not kept or len(kept) == len(answer.statements):
        return answer if kept else None
    return in_order(replace(answer, statements=kept, notes=()))


def is_counted(request: Request) -> bool:
    """Whether a number or a year is asked about."""
    return request.conditions.members is not None or request.conditions.founded is not None


def documents_cited(cited: Cited, material: Material) -> tuple[str, ...]:
    """The documents found that the words for the source fit best, or else that call themselves so in their
    titles; none where these are more than MOST."""
    written = set(words.tokenize(material.question.text[cited.span.start : cited.span.end]))
    terms = [one for one in material.found.query.terms if one.written in written]
    # Which "table" it is, the words beside it tell.
    nouns = [one for one in terms if _is_noun(words.fold(one.written))]
    telling = [one for one in terms if one not in nouns]
    ids = list(dict.fromkeys(hit.passage.document.id for hit in material.found.hits))[:LOOKED_AT]
    fits = {id: _fit(telling, nouns, found) for id in ids if (found := material.passages_of(id))}
    most = max(fits.values(), default=0)
    fitting = tuple(id for id, fit in fits.items() if most and fit == most)
    return fitting if len(fitting) <= MOST else ()


def _fit(telling: Sequence[Term], nouns: Sequence[Term], passages: Sequence[StoredPassage]) -> int:
    """How many words for a document stand where it says what it is, in its title, headings, first and last
    lines; those in its title count double. Where one that tells it is missing, 1 for what is called so in
    its title, else 0."""
    title = bag(passages[0].document.title)
    texts = [text for one in passages for text in one.heading_texts]
    bags = [bag(text) for text in (*texts, passages[0].text, passages[-1].text)]
    in_title = sum(match(one, title) == 1.0 for one in (*telling, *nouns))
    if all(match(one, title) or any(match(one, here) for here in bags) for one in telling):
        return len(telling) + in_title
    return 1 if any(match(one, title) == 1.0 for one in nouns) else 0


@cache
def _told() -> dict[str, frozenset[str]]:
    return {key: frozenset(listed) for key, listed in lexicon()["cited"].items()}


def _is_noun(folded: str) -> bool:
    return folded in _told()["whole"] or folded.startswith((*_told()["nouns"], *_told()["done"]))


def _noun(folded: Sequence[str], start: int) -> int | None:
    """Where the noun for a document stands after a preposition, with words between that describe it; one for
    what is also done, "badania", only where it is said that something is so by it."""
    before = folded[max(0, start - 1) : start + 1]
    if folded[start] not in _told()["before"] or not _told()["not_after"].isdisjoint(before[:-1]):
        return None
    by_its_words = not _told()["by_words_of"].isdisjoint(before)
    for at in range(start + 1, min(len(folded), start + 2 + DESCRIBING)):
        if _is_noun(folded[at]):
            return at if by_its_words or not folded[at].startswith(tuple(_told()["done"])) else None
        if _ends(folded[at]) and folded[at] not in _told()["of"]:
            return None
    return None


def _ends(word: str) -> bool:
    """Whether a word ends the words for a document: a verb, a preposition, or what joins."""
    if word.lower() in _told()["determiners"]:
        return False
    parts = {reading.part for reading in words.readings(word)}
    return words.is_finite(word) or bool(parts & ENDING) or words.fold(word) in words.stop_words()


def _end(tokens: Sequence[str], start: int, language: str) -> int:
    """Where the words end that say which document it is: in English what "of" leads to, in Polish names and
    whose it is."""
    if language == "en":
        return _english_end(tokens, start)
    end = start
    for at in range(start, min(len(tokens), start + FURTHER)):
        if _ends(tokens[at]) or not (tokens[at][0].isupper() or _may_be_whose(tokens[at])):
            break
        end = at + 1
    return end


def _may_be_whose(word: str) -> bool:
    """Whether a Polish word may tell whose something is; one that no dictionary knows may."""
    tags = [reading.tag.split(":") for reading in words.readings(word.lower())]
    return not tags or any("gen" in case.split(".") for tag in tags for case in tag[2:3])


def _english_end(tokens: Sequence[str], start: int) -> int:
    if start >= len(tokens) or tokens[start].lower() not in _told()["of"]:
        return start
    end = start
    for at in range(start, min(len(tokens), start + FURTHER + 1)):
        if at > start and _ends(tokens[at]):
            break
        owned = tokens[at - 1].lower() == "s" or tokens[at] == "s"
        if at > start + 2 and not (tokens[at][0].isupper() or owned):
            break
        end = at + 1
    return end
