"""A list quoted whole: the line that introduces it and every one of its items."""

import re
from collections.abc import Collection, Sequence

from assistant.answers.draft import Material
from assistant.answers.rows import SEPARATOR, cells
from assistant.bounds import bounded_in
from assistant.columns import lies_within
from assistant.confidence import around, introduces, terms_of_names
from assistant.grounding import Citations
from assistant.model import Answer, Item, Statement
from assistant.question import Question
from assistant.ranking import Candidate
from assistant.recognise import spans
from assistant.valued import names_somebody
from assistant.wording import say
from documents.model import Span
from index import words
from index.evidence import bag, match, share
from index.model import StoredPassage, StoredSentence
from index.query import Query, Term

# Below this a "list" is one sentence with a line above it.
FEWEST_ITEMS = 2
# The share of the question's weight that the introducing line must carry for its list to be the answer.
LEAD_CARRIES = 0.5
# The share of the words that are no names where it asks the same itself.
LEAD_ASKS = 0.75

# How far behind the best sentence, in the logits of the ranking, the list of a question for several may be.
CLOSE = 2.0
NUMERAL = re.compile(r"\d+|[IVXLC]+")
# How the title of a slide says that it goes on from the one before.
PART = re.compile(
    r"\s*[(\[]?\s*(?:\d+\s*(?:/|of|z)\s*\d+|c\.?\s?d\.?|cont\.?|continued|ciąg dalszy)\s*[)\]]?\s*$",
    re.IGNORECASE,
)

Entry = tuple[StoredPassage, StoredSentence]


def list_answer(material: Material) -> Answer | None:
    """All items under the line that answers, in the source's order; None where the answer is no list."""
    chosen = material.chosen
    if chosen is None or not _asks_for_list(material.question, chosen):
        return None
    close = [c for c in material.candidates if c is not chosen and c.score >= chosen.score - CLOSE]
    near = [c for c in close if c.evidence.names >= chosen.evidence.names]
    lists = (_list_of(one, material) for one in [chosen, *(near if material.question.several else ())])
    return next((answer for answer in lists if answer is not None), None)


def _list_of(candidate: Candidate, material: Material) -> Answer | None:
    """The list that a candidate introduces, or stands in."""
    passages = material.passages_of(candidate.hit.passage.document.id)
    lead = _lead(candidate, material, passages)
    if lead is None:
        return None
    whole = _under(lead, passages)
    if len(whole) < FEWEST_ITEMS:
        return None
    bounded = cells(whole[0][1]) and bounded_in(material.question.text)
    entries = _asked_for(material, whole)
    if not entries or (len(entries) < FEWEST_ITEMS and not bounded):
        return None
    if material.question.asked == "person" and not _answers_who(entries, material):
        return None
    return _answer(material, entries, of=len(whole))


def _answers_who(entries: Sequence[Entry], material: Material) -> bool:
    """Whether the items name somebody, or stand under a line that asks nearly the same: "who may apply:"."""
    passage, first = entries[0]
    if share(material.found.query, [bag(first.lead_text), around(passage)], "others") >= LEAD_ASKS:
        return True
    return any(True for _, one in entries for _ in names_somebody(material.question, one.text))


def _asks_for_list(question: Question, chosen: Candidate) -> bool:
    """Whether several may answer; a line above a list answers nobody, so its items do."""
    if question.several or question.asked in {"reason", "thing", "manner"}:
        return True
    return introduces(chosen) and question.asked in {"person", "place", "yes_no", "definition"}


def _lead(chosen: Candidate, material: Material, passages: Sequence[StoredPassage]) -> Span | None:
    """The introducing line, if the chosen sentence is one, stands right above one, or stands under one that
    carries the question, together with its heading."""
    sentence, query = chosen.sentence, material.found.query
    if sentence.lead is None:
        heads = _heads_below(sentence, passages) if material.question.several else None
        return heads or sentence.span
    above = [bag(sentence.lead_text), *(bag(text) for text in chosen.hit.passage.heading_texts[-1:])]
    carries = share(query, above)
    if carries >= LEAD_CARRIES and carries > share(query, [bag(sentence.text)]):
        return sentence.lead
    # "Jakie są etapy", and above the item: "trzy etapy:".
    of_kind = material.question.several and query.terms and match(query.terms[0], bag(sentence.lead_text))
    return sentence.lead if of_kind else None


def _heads_below(sentence: StoredSentence, passages: Sequence[StoredPassage]) -> Span | None:
    """The heads of the table that follows a sentence, which is then the line that introduces it."""
    flat = [one for passage in passages for one in passage.sentences]
    place = next((n for n, one in enumerate(flat) if one.span == sentence.span), len(flat))
    following = flat[place + 1 : place + 2]
    if following and SEPARATOR in following[0].text and following[0].lead is None:
        return following[0].span
    return None


def _under(lead: Span, passages: Sequence[StoredPassage]) -> list[Entry]:
    """What stands under a line, and under the same line where a slide or page goes on with it."""
    entries = [(p, s) for p in passages for s in p.sentences if s.lead == lead]
    if not entries:
        return []
    passage, first = entries[0]
    return [
        (p, s)
        for p in passages
        for s in p.sentences
        if s.lead == lead or (s.lead_text == first.lead_text and _goes_on(passage, p))
    ]


def _goes_on(one: StoredPassage, other: StoredPassage) -> bool:
    """Whether two passages stand under one heading but for a mark of its parts: "(1 of 2)", "cd."."""
    first, second = (" ".join(passage.heading_texts[-1:]) for passage in (one, other))
    return first != second and bool(first) and PART.sub("", first) == PART.sub("", second)


def _asked_for(material: Material, entries: list[Entry]) -> list[Entry]:
    """Of a table, the rows that lie on the side asked for of a number or a time, and of these those that hold
    each number and each name asked for that some of them hold: those of the year, of the round, or of the
    cluster in question."""
    if not cells(entries[0][1]):
        return entries
    text, query = material.question.text, material.found.query
    if bounded := bounded_in(text):
        entries = [entry for entry in entries if lies_within(text, query, cells(entry[1]))]
    for asked in _kept_to(
        query, {one for span in bounded for one in words.tokenize(text[span.start : span.end])}
    ):
        holding = [entry for entry in entries if all(match(one, bag(entry[1].text)) == 1.0 for one in asked)]
        entries = holding or entries
    return entries


def _kept_to(query: Query, bounding: Collection[str]) -> list[list[Term]]:
    """The terms of each number that bounds nothing, and of each name, that rows must hold together."""
    numbers = [[one] for one in query.terms if NUMERAL.fullmatch(one.written) and one.written not in bounding]
    return [*numbers, *(terms for terms in terms_of_names(query) if terms)]


def _answer(material: Material, entries: Sequence[Entry], *, of: int) -> Answer:
    language = material.question.language
    citations = Citations(language)
    passage, first = entries[0]
    lead = citations.lead(passage, first)
    numbers = () if lead is None else (lead,)
    head = Statement(
        numbers or (citations.sentence(passage, first),),
        framing=" ".join(passage.heading_texts[-1:]) if SEPARATOR in first.lead_text else "",
        quote=first.lead_text,
        marks=spans(first.lead_text, "date"),
    )
    items = tuple(_item(sentence, citations.sentence(one, sentence)) for one, sentence in entries)
    return Answer(
        language,
        "list",
        (head,),
        items,
        citations=citations.made(),
        notes=(say("listed" if len(items) == of else "picked", language, count=len(items), of=of),),
    )


def _item(sentence: StoredSentence, number: int) -> Item:
    """An item as it stands; of a row, its first cell with the others as details under their heads."""
    row = cells(sentence)
    if not row:
        return Item(sentence.text, (number,))
    return Item(row[0].text, (number,), details={cell.head: cell.text for cell in row[1:] if cell.text})
