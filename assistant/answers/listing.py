"""A list quoted whole: the line that introduces it and every one of its items."""

from collections.abc import Sequence

from assistant.answers.draft import Material
from assistant.grounding import Citations
from assistant.model import Answer, Coverage, Item, Statement
from assistant.question import Question
from assistant.ranking import Candidate
from assistant.recognise import spans
from assistant.wording import say
from documents.model import Span
from index.evidence import bag, share
from index.model import StoredPassage, StoredSentence

# Below this a "list" is one sentence with a line above it.
FEWEST_ITEMS = 2
# The share of the question's weight that the introducing line must carry for its list to be the answer.
LEAD_CARRIES = 0.5

Entry = tuple[StoredPassage, StoredSentence]


def list_answer(material: Material) -> Answer | None:
    """All items under the line that answers, in the source's order; None where the answer is no list."""
    chosen = material.chosen
    if chosen is None or not _asks_for_list(material.question):
        return None
    lead = _lead(chosen, material)
    if lead is None:
        return None
    entries = _under(lead, material.passages_of(chosen.hit.passage.document.id))
    if len(entries) < FEWEST_ITEMS:
        return None
    return _answer(material, entries)


def _asks_for_list(question: Question) -> bool:
    return question.several or question.asked in {"reason", "thing"}


def _lead(chosen: Candidate, material: Material) -> Span | None:
    """The introducing line, if the chosen sentence is one or stands under one that carries the question."""
    sentence = chosen.sentence
    if sentence.lead is None:
        return sentence.span
    carries = share(material.found.query, [bag(sentence.lead_text)])
    alone = share(material.found.query, [bag(sentence.text)])
    return sentence.lead if carries >= LEAD_CARRIES and carries > alone else None


def _under(lead: Span, passages: Sequence[StoredPassage]) -> list[Entry]:
    return [(p, s) for p in passages for s in p.sentences if s.lead == lead]


def _answer(material: Material, entries: Sequence[Entry]) -> Answer:
    language = material.question.language
    citations = Citations(language)
    passage, first = entries[0]
    lead = citations.lead(passage, first)
    numbers = () if lead is None else (lead,)
    exact = [first.lead_text[s.start : s.end] for s in spans(first.lead_text, "date")]
    head = Statement(
        numbers or (citations.sentence(passage, first),),
        exact=exact[0] if len(exact) == 1 else "",
        quote=first.lead_text,
    )
    items = tuple(Item(s.text, (citations.sentence(p, s),)) for p, s in entries)
    return Answer(
        language,
        "list",
        (head,),
        items,
        citations=citations.made(),
        coverage=Coverage(len(items), len(items), 1),
        notes=(say("listed", language, count=len(items)),),
    )
