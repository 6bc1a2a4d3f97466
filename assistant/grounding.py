"""Citations: which words of which document a statement stands on, numbered as they are first used."""

from dataclasses import dataclass, field, replace

from assistant.errors import GroundingError
from assistant.model import Answer, Citation
from assistant.wording import place_words
from documents.model import Language, Span
from index.model import StoredPassage, StoredSentence


@dataclass(slots=True)
class Citations:
    """The citations of one answer while it is made. The same span is cited under one number."""

    language: Language
    _numbers: dict[tuple[str, Span], int] = field(default_factory=dict)
    _made: list[Citation] = field(default_factory=list)

    def sentence(self, passage: StoredPassage, sentence: StoredSentence) -> int:
        """The number under which a sentence is cited.

        Raises: GroundingError if its text is not the passage's text at its span.
        """
        start, end = sentence.span.start - passage.span.start, sentence.span.end - passage.span.start
        if passage.text[start:end] != sentence.text:
            raise GroundingError(f"{passage.document.id}: a sentence that is not at {sentence.span}")
        return self._cite(passage, sentence.span, sentence.text)

    def lead(self, passage: StoredPassage, sentence: StoredSentence) -> int | None:
        """The number of the line that introduces a sentence; None where there is none."""
        if not sentence.lead or not sentence.lead_text:
            return None
        return self._cite(passage, sentence.lead, sentence.lead_text)

    def made(self) -> tuple[Citation, ...]:
        return tuple(self._made)

    def _cite(self, passage: StoredPassage, span: Span, quote: str) -> int:
        document = passage.document
        key = (document.id, span)
        if key not in self._numbers:
            self._numbers[key] = len(self._made) + 1
            self._made.append(
                Citation(
                    number=self._numbers[key],
                    document=document.id,
                    file=document.file,
                    title=document.title,
                    address=document.address,
                    page=passage.place.number,
                    place=place_words(passage.place, self.language),
                    start=span.start,
                    end=span.end,
                    quote=quote,
                )
            )
        return self._numbers[key]


def in_order(answer: Answer) -> Answer:
    """The answer with its citations numbered as a reader meets them."""
    met = [n for statement in answer.statements for n in statement.citations]
    met += [n for item in answer.items for n in item.citations]
    new = {old: number for number, old in enumerate(dict.fromkeys(met), 1)}
    by_number = {citation.number: citation for citation in answer.citations}
    return replace(
        answer,
        statements=tuple(replace(s, citations=tuple(new[n] for n in s.citations)) for s in answer.statements),
        items=tuple(replace(i, citations=tuple(new[n] for n in i.citations)) for i in answer.items),
        citations=tuple(replace(by_number[old], number=number) for old, number in new.items()),
    )
