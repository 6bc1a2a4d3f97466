"""Definitions side by side, one sentence a source."""

import re
from collections.abc import Sequence

from assistant.answers.draft import Material
from assistant.answers.passage import notes_on
from assistant.cited import cited_in
from assistant.confidence import DEFINING, around
from assistant.grounding import Citations
from assistant.model import Answer, Statement
from assistant.question import lexicon
from assistant.ranking import Candidate
from index import words
from index.evidence import bag, match
from index.extraction.labels import labels_in
from index.query import Query, Term

# Sources shown side by side.
SOURCES = 3
# A sentence that defines starts with what it defines: within this many words.
NEAR_START = 4
# How far behind the best, in the logits of the ranking, a defining sentence of another source may be: each
# of several definitions is right.
CLOSE = 6.0
# What follows the thing where its definition follows: brackets, then a dash, a comma or a verb of being.
STRAIGHT_ON = re.compile(
    r"[”\"]?\s*(?:\([^)]*\)\s*)?(?:[,–—-]|(?:to|jest|są|oznacza|stanowi|nazywamy|is|are|means|denotes|refers)\b)"
)


def definition_answer(material: Material) -> Answer | None:
    """The sentences that say what something is, the question's language first; None where none defines it."""
    question = material.question
    if question.asked == "definition" and (of_source := _of_source(material)):
        return _answer(material, of_source[:1])
    label = _label_of(material.found.query)
    if question.asked != "definition" or (material.chosen is None and not label):
        return None
    defining = [c for c in material.candidates if defines(c, material.found.query)]
    if material.chosen is None:
        defining = [c for c in defining if _label_goes_on(c, label)]
    defining = _by_their_author(defining, material.found.query) or defining
    if not defining:
        return None
    best = max(candidate.score for candidate in defining)
    close = [candidate for candidate in defining if candidate.score >= best - CLOSE]
    subject = _subject(material.found.query)
    directly = [c for c in close if _label_goes_on(c, label) or _goes_straight_on(c, subject)]
    chosen: dict[str, Candidate] = {}
    for candidate in directly or close:
        chosen.setdefault(candidate.hit.passage.document.id, candidate)
    ordered = sorted(chosen.values(), key=lambda c: c.hit.passage.document.language != question.language)
    return _answer(material, ordered[:SOURCES])


def _of_source(material: Material) -> list[Candidate]:
    """The sentences that define a thing near which stand the words for the source that the question names:
    "for the purposes of the statute a cluster is"."""
    cited = cited_in(material.question)
    if cited is None:
        return []
    thing = set(words.tokenize(cited.rest.text))
    terms = material.found.query.terms
    subject = [one for one in terms if one.written in thing]
    idle = lexicon()["cited"]["before"]
    source = [one for one in terms if one not in subject and words.fold(one.written) not in idle]
    return [
        one
        for one in material.candidates
        if source
        and _says_what_is(one, subject)
        and all(_near(one, term) or _above(one, term) for term in source)
    ]


def _says_what_is(candidate: Candidate, subject: Sequence[Term]) -> bool:
    """Whether a thing stands anywhere in a sentence and "is" goes straight on."""
    text = candidate.sentence.text
    found = [
        one
        for one in words.TOKEN.finditer(text)
        if any(words.lemma(one.group()) in t.lemmas for t in subject)
    ]
    ends = found[len(subject) - 1 :] if subject else []
    return any((on := STRAIGHT_ON.match(text, one.end())) and on.group()[-1].isalpha() for one in ends)


def _above(candidate: Candidate, term: Term) -> bool:
    return match(term, around(candidate.hit.passage)) > 0


def _goes_straight_on(candidate: Candidate, subject: Sequence[Term]) -> bool:
    """Whether a sentence opens with what is defined and goes straight on with "is": "an energy cluster is"
    and "to a programmer, a cluster is" are of something else."""
    found = [
        match
        for match in list(words.TOKEN.finditer(candidate.sentence.text))[: len(subject) + 2]
        if any(words.lemma(match.group()) in term.lemmas for term in subject)
    ]
    if len(found) < len(subject) or not _opens(candidate.sentence.text[: found[0].start()]):
        return False
    return bool(STRAIGHT_ON.match(candidate.sentence.text, found[-1].end()))


def _opens(before: str) -> bool:
    """Whether what stands before a thing is no part of a name: an article, "the term"."""
    said = [words.fold(token) for token in words.tokenize(before)]
    return all(one in words.stop_words() or one in lexicon()["terms"]["words"] for one in said)


def _by_their_author(defining: list[Candidate], query: Query) -> list[Candidate]:
    """The definitions near which stand the names asked about, where it is asked how somebody defines."""
    if not any(DEFINING.intersection(term.lemmas) for term in query.terms):
        return []
    authors = [term for term in query.terms if term.is_name]
    return [c for c in defining if authors and all(_near(c, author) for author in authors)]


def _near(candidate: Candidate, author: Term) -> bool:
    return any(match(author, bag(s.text)) for s in candidate.hit.passage.sentences)


def _answer(material: Material, chosen: list[Candidate]) -> Answer:
    language = material.question.language
    citations = Citations(language)
    statements = tuple(
        Statement(
            (citations.sentence(candidate.hit.passage, candidate.sentence),),
            framing=candidate.hit.passage.document.title,
            quote=candidate.sentence.text,
        )
        for candidate in chosen
    )
    languages = [c.hit.passage.document.language for c in chosen]
    return Answer(
        language,
        "definition",
        statements,
        citations=citations.made(),
        notes=notes_on(material, list(languages)),
    )


def defines(candidate: Candidate, query: Query) -> bool:
    """Whether a sentence starts with what is asked about and goes on with "is" or its like."""
    tokens = words.tokenize(candidate.sentence.text)
    if candidate.sentence.text.rstrip().endswith(("?", ":")):
        return False
    subject = _subject(query)
    if not subject:
        return False
    start = {words.lemma(token) for token in tokens[: NEAR_START + len(subject)]}
    if not all(start.intersection(term.lemmas) for term in subject) and not _opens_with_label(tokens, query):
        return False
    folded = " ".join(words.fold(token) for token in tokens[: 2 * NEAR_START + len(subject)])
    cues: list[str] = lexicon()["cues"]["definition"]
    dash = any(sign in candidate.sentence.text[:80] for sign in (" – ", " — ", " - "))
    return dash or any(f" {cue} " in f" {folded} " for cue in cues)


def _label_goes_on(candidate: Candidate, label: str) -> bool:
    """Whether a sentence opens with a label's acronym and goes straight on with "is"."""
    text = candidate.sentence.text
    stands = re.match(rf"[„“\"]?(?:[Ss]tatus\s+)?{re.escape(label)}\b", text) if label else None
    return stands is not None and STRAIGHT_ON.match(text, stands.end()) is not None


def _opens_with_label(tokens: Sequence[str], query: Query) -> bool:
    """Whether a sentence opens with the acronym of the label that is asked about."""
    return _label_of(query) in tokens[:2]


def _label_of(query: Query) -> str:
    """The acronym of the label that is all that is asked about; "" where there is none."""
    found = [one.key for one in labels_in(query.text)]
    return found[0] if len(found) == 1 and found[0].isupper() and " " not in found[0] else ""


def _subject(query: Query) -> tuple[Term, ...]:
    """The terms that name what is to be defined: not the author asked about ("Jak zdefiniował klaster
    Porter"), not the word "definition"."""
    asking = set(lexicon()["nouns"]["definition"]) | DEFINING
    terms = tuple(t for t in query.terms if not asking.intersection(t.lemmas))
    by_whom = len(terms) < len(query.terms)
    things = tuple(t for t in terms if not t.is_name)
    return things if by_whom and things else terms
