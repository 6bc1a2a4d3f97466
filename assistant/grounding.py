"""Citations: which words of which document a statement stands on, numbered as they are first used."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from assistant.errors import GroundingError
from assistant.model import Answer, Citation, Reviewed
from assistant.wording import place_words, say
from documents.model import Language, Place, Span
from index.model import StoredDocument, StoredPassage, StoredSentence
from index.register.model import Fact, ReviewState, Source

# As the web's pages read it: a number in brackets is a marker where a citation has that number.
MARKER = re.compile(r"\[(\d{1,4})\]")


@dataclass(slots=True)
class Citations:
    """The citations of one answer while it is made. The same span is cited under one number."""

    language: Language
    _numbers: dict[tuple[str, int, Span], int] = field(default_factory=dict)
    _made: list[Citation] = field(default_factory=list)
    _languages: dict[int, Language] = field(default_factory=dict)
    # What staff made of the facts cited under each number.
    _reviews: dict[int, set[ReviewState]] = field(default_factory=lambda: defaultdict(set))

    def sentence(self, passage: StoredPassage, sentence: StoredSentence) -> int:
        """The number under which a sentence is cited.

        Raises: GroundingError if its text is not the passage's text at its span.
        """
        start, end = sentence.span.start - passage.span.start, sentence.span.end - passage.span.start
        if passage.text[start:end] != sentence.text:
            raise GroundingError(f"{passage.document.id}: a sentence that is not at {sentence.span}")
        number = self._cite(passage.document, passage.place, sentence.span, sentence.text)
        self._languages[number] = passage.language or passage.document.language
        return number

    def heading(self, passage: StoredPassage, text: str) -> int:
        """The number of a heading that a passage stands under."""
        at = passage.heading_texts.index(text)
        return self._cite(passage.document, passage.place, passage.headings[at], text)

    def lead(self, passage: StoredPassage, sentence: StoredSentence) -> int | None:
        """The number of the line that introduces a sentence; None where there is none."""
        if not sentence.lead or not sentence.lead_text:
            return None
        return self._cite(passage.document, passage.place, sentence.lead, sentence.lead_text)

    def source(self, source: Source) -> int:
        """The number under which the span of a source is cited."""
        number = self._cite(source.document, source.place, source.span, source.quote, version=source.version)
        self._reviews[number].add(source.review)
        return number

    def scope(self, source: Source) -> tuple[int, ...]:
        """The numbers of the lines above a source that give it its date, round, label or subject."""
        return tuple(
            self._cite(source.document, source.place, span, text, version=source.version)
            for span, text in source.scope
        )

    def fact(self, fact: Fact) -> tuple[int, ...]:
        """The number of the span that states a fact, and those of the lines above and beside it that complete
        it."""
        numbers = [self.source(fact.source), *self.scope(fact.source)]
        for source in fact.beside:
            numbers += (self.source(source), *self.scope(source))
        return tuple(dict.fromkeys(numbers))

    def is_foreign(self, number: int) -> bool:
        """Whether what is cited under a number is in another language than the answer."""
        return self._languages[number] != self.language

    def made(self) -> tuple[Citation, ...]:
        return tuple(replace(one, review=reviewed_by(self._reviews[one.number])) for one in self._made)

    def _cite(
        self, document: StoredDocument, place: Place, span: Span, quote: str, *, version: int = 0
    ) -> int:
        key = (document.id, version, span)
        if key not in self._numbers:
            # A line above may stand on an earlier page, whose number is not known here.
            inside = place.span.start <= span.start < place.span.end
            words = place_words(place, self.language)
            self._numbers[key] = len(self._made) + 1
            self._languages[self._numbers[key]] = document.language
            self._made.append(
                Citation(
                    number=self._numbers[key],
                    document=document.id,
                    file=document.file,
                    title=document.title,
                    address=document.address,
                    page=place.number if inside else None,
                    place=words if inside else say("above", self.language, place=words),
                    start=span.start,
                    end=span.end,
                    quote=quote,
                    version=version,
                )
            )
        return self._numbers[key]


def reviewed_by(states: Collection[ReviewState]) -> Reviewed:
    """What is told of a citation under which facts in these states are cited: that something said by it is in
    staff's words, else that all of it was confirmed."""
    if "corrected" in states:
        return "corrected"
    if "added" in states:
        return "added"
    return "confirmed" if set(states) == {"confirmed"} else ""


def in_order(answer: Answer) -> Answer:
    """The answer with its citations numbered as a reader meets them, those of its notes last."""
    by_number = {citation.number: citation for citation in answer.citations}
    met = [n for statement in answer.statements for n in statement.citations]
    met += [n for item in answer.items for n in item.citations]
    met += [n for note in answer.notes for n in markers(note) if n in by_number]
    order = list(dict.fromkeys(met))
    if order == list(range(1, len(answer.citations) + 1)):
        return answer
    return renumbered(
        replace(answer, citations=tuple(by_number[old] for old in order)),
        {old: number for number, old in enumerate(order, 1)},
    )


def renumbered(answer: Answer, new: Mapping[int, int]) -> Answer:
    """The answer with other numbers for its citations, and for the markers that stand for them."""
    return replace(
        answer,
        statements=tuple(replace(s, citations=tuple(new[n] for n in s.citations)) for s in answer.statements),
        items=tuple(replace(i, citations=tuple(new[n] for n in i.citations)) for i in answer.items),
        citations=tuple(replace(one, number=new[one.number]) for one in answer.citations),
        notes=tuple(_renumbered(note, new) for note in answer.notes),
    )


def markers(text: str) -> tuple[int, ...]:
    """The numbers that stand in brackets in a text, in order."""
    return tuple(int(number) for number in MARKER.findall(text))


def marked(text: str, numbers: tuple[int, ...]) -> str:
    """The text with the markers of these citations after it."""
    return f"{text} {''.join(f'[{number}]' for number in dict.fromkeys(numbers))}".strip()


def _renumbered(note: str, new: Mapping[int, int]) -> str:
    return MARKER.sub(lambda found: f"[{new.get(int(found[1]), found[1])}]", note)
