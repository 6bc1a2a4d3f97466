"""What every kind of answer is made from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.model import Answer
from assistant.question import Question
from assistant.ranking import Candidate
from index.model import StoredPassage
from index.search import Found


@dataclass(frozen=True, slots=True)
class Material:
    """A question, what was found for it, and its candidates, best first.

    `chosen` is the first candidate that answers, None where none does. `passages_of` reads all passages of a
    document, in order, by its id.
    """

    question: Question
    found: Found
    candidates: Sequence[Candidate]
    chosen: Candidate | None
    passages_of: Callable[[str], Sequence[StoredPassage]]


# A kind of answer: None where the question or the material is not for it.
Kind = Callable[[Material], Answer | None]
