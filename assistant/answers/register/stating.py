"""The sentence about a cluster that states a value of the kind that is asked of it."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from assistant.answers.draft import Material
from assistant.answers.register.about import is_about, tells
from assistant.answers.register.leading import what_leads_to
from assistant.answers.register.matter import PassagesOf, Registered
from assistant.answers.register.membership import member_numbers
from assistant.answers.register.placing import places_told
from assistant.answers.rows import SEPARATOR
from assistant.confidence import GENERIC, around, terms_of_names
from assistant.question import Asked, Question, kind_nouns, lexicon
from assistant.ranking import CONTACT, Candidate
from assistant.requests.roles import is_of_former, roles_in
from assistant.valued import (
    asks_how_many,
    asks_money,
    counted,
    either,
    is_sum,
    lacks_sum,
    names_sum,
    of_money,
    says_any,
)
from documents.model import Span
from index import words
from index.evidence import Bag, bag, match
from index.extraction.organisations import organisations_in
from index.extraction.people import named_people
from index.model import StoredPassage, StoredSentence
from index.query import Query, Term
from index.register.model import Attribute

# Kinds of which a sentence holds a value, or does not.
VALUED = frozenset[Asked](("date", "number", "person", "place", "phone", "email", "website", "address"))
KIND_OF: Mapping[Attribute, Asked] = {
    "coordinator": "person",
    "representative": "person",
    "person": "person",
    "partner": "person",
    "members": "number",
    "founded": "date",
    "place": "place",
    "region": "place",
    "country": "place",
    "address": "address",
    "phone": "phone",
    "email": "email",
    "website": "website",
}
# The share of what is asked, by the weight of its words, that must stand in the sentence or right above it.
TOLD = 0.5
# The share below which a sentence that was found for the question says nothing of it.
SOME = 0.25
# What of it a word says by which the attribute is told.
SAID = 0.6
# What all of it in the sentence weighs, and that the sentence itself names the cluster, beside the score.
MEANT, NAMED = 4.0, 1.5
# Sentences that are looked at, of those that most speaks for.
LOOKED_AT = 160
# Documents, and passages of them, that are looked into.
DOCUMENTS, MOST_PASSAGES = 8, 600
# Sentences before one in which whoever it speaks of may be named.
BEFORE = 2
# Candidates that an answer may show.
SHOWN = 3
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# What may stand between the names of a line that is nothing but names.
BETWEEN_NAMES = frozenset(("i", "and", "oraz", "dr", "prof", "z", "of", "the"))


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked of clusters, by their ids: a value of a kind, of attributes where the register has them,
    of somebody in a role."""

    clusters: frozenset[str]
    kind: Asked
    attributes: tuple[Attribute, ...] = ()
    role: str = ""


def asking(
    question: Question, clusters: Collection[str], attributes: Sequence[Attribute] = (), role: str = ""
) -> Asking | None:
    """What a question asks of clusters; None where no kind of value says that a sentence answers it."""
    asked = tuple(one for one in attributes if one not in {"status", "sector"})
    kinds = {KIND_OF[one] for one in asked if one in KIND_OF}
    if question.asked == "person" and "person" in asked and CONTACT.issuperset(kinds - {"person"}):
        kinds = {"person"}  # Whom to turn to.
    if len(asked) != len(attributes) or len(kinds) > 1:
        return None
    # "Until when did it coordinate": a time is asked for, of whoever does.
    kind = kinds.pop() if kinds and question.asked != "date" else question.asked
    if kind not in VALUED or (question.several and kind != "place"):
        return None
    return Asking(frozenset(clusters), kind, asked, role)


def passages_of_clusters(
    clusters: Collection[str], register: Registered, passages_of: PassagesOf
) -> list[StoredPassage]:
    """The passages of the documents that tell the most of some clusters."""
    tells = Counter(
        source.document.id
        for id in clusters
        for cluster in (register.cluster(id),)
        for source in (*cluster.mentions, *(fact.source for fact in cluster.facts))
    )
    found = [one for id, _ in tells.most_common(DOCUMENTS) for one in passages_of(id)][:MOST_PASSAGES]
    return [*found, *headings_of(found)]


def headings_of(passages: Sequence[StoredPassage]) -> list[StoredPassage]:
    """The headings above passages, each once as a passage of its own: on a page of news, what happened stands
    in its title and nowhere else."""
    found: dict[tuple[str, Span], StoredPassage] = {}
    for passage in passages:
        for place, (span, text) in enumerate(zip(passage.headings, passage.heading_texts, strict=True)):
            if (passage.document.id, span) in found or not passage.sentences:
                continue
            # The vector of the first sentence below holds its heading too.
            line = StoredSentence(passage.sentences[0].id, span, text)
            found[passage.document.id, span] = replace(
                passage,
                id=-1 - len(found),
                span=span,
                text=text,
                headings=passage.headings[:place],
                heading_texts=passage.heading_texts[:place],
                sentences=(line,),
            )
    return list(found.values())


def stating(material: Material, asked: Asking, register: Registered) -> Candidate | None:
    """Of the material's candidates, the one that states what is asked, nearest to the clusters' names and in
    the most of the question's words; None where none does."""
    terms = _asked_terms(material.found.query, register)
    best: tuple[float, Candidate] | None = None
    for candidate in material.candidates[:LOOKED_AT]:
        told = _told(candidate, terms, asked)
        if told < TOLD or not _of_year(material.question, candidate):
            continue
        met = _values(material, candidate, asked, terms=terms, register=register)
        if not met:
            continue
        score = candidate.score + MEANT * told
        if best is not None and score + NAMED <= best[0]:
            continue
        near = _nearness(material, candidate, asked, register)
        if near is None:
            continue
        score += NAMED * near
        if best is None or score > best[0]:
            best = score, replace(candidate, kind_met=met)
    return best[1] if best else None


def stated_first(material: Material, asked: Asking, register: Registered) -> Material:
    """The material with the first of its best candidates chosen that holds a value of the kind asked for and
    some of what is asked; with none where none does."""
    if material.chosen is None or _repeats_figure(material.question, material.chosen):
        return material
    terms = _asked_terms(material.found.query, register)
    holding = (
        one
        for one in (material.chosen, *material.candidates[:SHOWN])
        if _told(one, terms, asked) >= SOME
        and _nearness(material, one, asked, register) is not None
        and _values(material, one, asked, terms=terms, register=register)
    )
    return replace(material, chosen=next(holding, None))


def _repeats_figure(question: Question, chosen: Candidate) -> bool:
    """Whether a number that is asked about stands in a sentence: what is beside it there is asked for."""
    said = set(FIGURE.findall(question.text))
    return bool(said) and said <= set(FIGURE.findall(chosen.sentence.text))


def _nearness(material: Material, candidate: Candidate, asked: Asking, register: Registered) -> float | None:
    """1 where the sentence names whoever is asked about, 0 where those above or before it do; None where it
    is about another."""
    if not asked.clusters:
        return _near_names(material.found.query, candidate)
    if not is_about(candidate, asked.clusters, register, reach=asked.kind in CONTACT):
        return None
    here = register.named(candidate.sentence.text)
    return float(any(asked.clusters & set(one.clusters) for one in here))


def _near_names(query: Query, candidate: Candidate) -> float | None:
    """As `_nearness`, of names that the register does not know."""
    terms = [term for name in terms_of_names(query) for term in name]
    if not terms:
        return None
    passage, place = candidate.hit.passage, candidate.place
    here = [bag(candidate.sentence.text)]
    before = [bag(one.text) for one in passage.sentences[max(0, place - BEFORE) : place]]
    near = [*here, *before, bag(candidate.sentence.lead_text), around(passage)]
    if not all(_stands(term, near) for term in terms):
        return None
    return float(all(_stands(term, here) for term in terms))


def _stands(term: Term, bags: Sequence[Bag]) -> bool:
    return any(match(term, one) == 1.0 for one in bags)


def _of_year(question: Question, candidate: Candidate) -> bool:
    """Whether a year that is asked about stands in a sentence or above it, or lies before one until which it
    was so."""
    years = {int(one) for one in YEAR.findall(question.text)}
    if not years:
        return True
    passage, sentence = candidate.hit.passage, candidate.sentence
    near = " ".join((sentence.text, sentence.lead_text, passage.document.title, *passage.heading_texts))
    ends = [int(one) for one in _last_days()[1].findall(sentence.text)]
    return years <= {int(one) for one in YEAR.findall(near)} or any(max(years) <= end for end in ends)


def _asked_terms(query: Query, register: Registered) -> tuple[Term, ...]:
    """The words of a query that say what is asked of the clusters it names."""
    named = [query.text[one.span.start : one.span.end] for one in register.named(query.text)]
    names = {token for name in named for token in words.tokenize(name)}
    names |= {term.written for name in terms_of_names(query) for term in name} if not named else set()
    left = [
        one
        for one in query.terms
        if one.written not in names and one.lemmas[0] not in kind_nouns() and not one.written.isdigit()
    ]
    joining = frozenset(lexicon()["joining"]["words"])
    told = [one for one in left if one.lemmas[0] not in joining]
    own = [one for one in told if not GENERIC.intersection(one.lemmas)]
    return tuple(own or told or left)


def _told(candidate: Candidate, terms: Sequence[Term], asked: Asking) -> float:
    """The share of what is asked that stands in a sentence or right above it; `SAID` and more where a word
    stands there by which the attribute is told."""
    sentence = candidate.sentence
    near = what_leads_to(candidate)
    led = (*near, *candidate.hit.passage.heading_texts[1:][-1:])
    if asked.role and asked.role not in roles_in(" \n ".join(led)):
        return 0.0
    if asked.kind in CONTACT:
        return 1.0
    here = [bag(one) for one in near]
    if asked.kind == "person" and _is_only_names(sentence.text):
        # "Klaster X – Anna Nowak": that she stands for it goes without saying.
        terms = [one for one in terms if not tells(one.written, "representative")] or terms
    if lacks_sum(terms, here) and (SEPARATOR in sentence.text or names_sum(sentence.text)):
        return 0.0
    share = _share(terms, here)
    if asks_money(terms):
        # An amount stands there: what it is for is what is left to be said.
        rest = [one for one in terms if not of_money(one)]
        return max(share, _share(rest, here) if rest else SAID)
    return (
        SAID + (1 - SAID) * share
        if any(tells(" \n ".join(near[:2]), one) for one in asked.attributes)
        else share
    )


def _is_only_names(text: str) -> bool:
    """Whether every word of a line has its capital, but for such as join names."""
    tokens = words.tokenize(text)
    return len(tokens) > 2 and all(one[0].isupper() or one in BETWEEN_NAMES for one in tokens)


@cache
def _last_days() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before the last day of something, and the last year of it with what leads up to it."""
    last = lexicon()["last_day"]
    return (
        re.compile(rf"\b{either([*last['sure'], *last['words']])}\b[^.;,\d]{{0,24}}$", re.IGNORECASE),
        re.compile(
            rf"\b{either(last['sure'])}\b[^.;,\d]{{0,20}}(?:\d{{1,2}}\D{{1,15}})?((?:19|20)\d\d)\b",
            re.IGNORECASE,
        ),
    )


def _share(terms: Sequence[Term], bags: Sequence[Bag]) -> float:
    """The share of the words' weight that stands in any of the bags; none where no word itself does: "skład"
    is of the family of "składka"."""
    weight = sum(one.weight for one in terms)
    found = [(one.weight, max(match(one, here) for here in bags)) for one in terms]
    if not weight or all(met < 1.0 for _, met in found):
        return 0.0
    return sum(each * met for each, met in found) / weight


def _values(
    material: Material, candidate: Candidate, asked: Asking, *, terms: Sequence[Term], register: Registered
) -> tuple[Span, ...]:
    """The spans in a sentence of the kind asked for, none of them a name of a cluster."""
    text = candidate.sentence.text
    if asked.kind == "person":
        if is_of_former(text) and not is_of_former(material.question.text):
            return ()
        return _somebody(material, candidate, asked, register)
    if asked.kind == "place":
        return places_told(material, candidate, asked.clusters, register)
    if asked.kind == "date" and says_any(material.question, "until"):
        return tuple(one for one in candidate.kind_met if _last_days()[0].search(text[: one.start]))
    if asked.kind != "number" or not candidate.kind_met:
        return candidate.kind_met
    if "members" in asked.attributes:
        return member_numbers(candidate.sentence, candidate.hit.passage.heading_texts)
    if asks_money(terms):
        return tuple(one for one in candidate.kind_met if is_sum(text, one))
    if asks_how_many(material.question):
        return counted(material.question, material.found.query, text, candidate.kind_met)
    return candidate.kind_met


def _somebody(
    material: Material, candidate: Candidate, asked: Asking, register: Registered
) -> tuple[Span, ...]:
    """The people and organisations that a sentence names and the question does not."""
    text = candidate.sentence.text
    named = register.named(text)
    own = [one.span for one in named if asked.clusters & set(one.clusters)]
    found = [*named_people(text), *(() if asked.role else (one.span for one in organisations_in(text)))]
    found += [one.span for one in named if one.span not in own and not asked.role]
    found = [one for one in found if not any(one.start < c.end and c.start < one.end for c in own)]
    said = {words.fold(token) for token in words.tokenize(material.question.text)}
    return tuple(
        one
        for one in found
        if not {words.fold(token) for token in words.tokenize(text[one.start : one.end])} <= said
    )
