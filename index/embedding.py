"""What of a sentence is embedded, and the stamp of the vectors that come of it."""

from documents.model import Document, Passage, Sentence
from index.encoder import Encoder

# Raised whenever `embedded_text` gives another text: the vectors held are then made anew.
RECIPE = 1


def embedded_text(document: Document, passage: Passage, sentence: Sentence) -> str:
    """The sentence under what a reader sees above it: title, nearest heading, the line that leads to it."""
    above = [document.title]
    if passage.headings:
        above.append(document.quote(passage.headings[-1]))
    if sentence.lead:
        above.append(document.quote(sentence.lead))
    parts = dict.fromkeys(" ".join(part.split()) for part in (*above, document.quote(sentence.span)))
    return "\n".join(part for part in parts if part)


def embedded_texts(document: Document) -> list[str]:
    """The text of each sentence, in the document's order."""
    return [embedded_text(document, p, sentence) for p in document.passages for sentence in p.sentences]


def stamp(encoder: Encoder) -> str:
    """What two vectors must share to be compared: the model, and what was embedded."""
    return f"{encoder.model}/text-{RECIPE}"
