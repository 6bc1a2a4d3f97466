"""Citations: which words of which document a statement stands on, numbered as they are first used."""

from dataclasses import dataclass, field

from assistant.errors import GroundingError
from assistant.model import Citation
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
