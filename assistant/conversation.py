"""What a question means after those asked before it."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.question import Question, names, understand
from documents.model import Language
from index import words

# Turns looked back on: further back, a subject is forgotten by people too.
MEMORY = 6
# A question with fewer words that tell something leans on the one before.
OF_ITS_OWN = 2


@dataclass(frozen=True, slots=True)
class Resolved:
    """A question with what it leaves out. `text` is what is searched; `subject` what was taken from the
    conversation, "" where the question stands alone."""

    question: Question
    text: str
    subject: str = ""


def resolve(question: Question, earlier: Sequence[str], language: Language | None = None) -> Resolved:
    """The question with the subject it points back at, out of the questions before it, oldest first."""
    before: Resolved | None = None
    for text in earlier[-MEMORY:]:
        before = _resolve(understand(text, language), before)
    return _resolve(question, before)


def _resolve(question: Question, before: Resolved | None) -> Resolved:
    if before is None or not _leans(question):
        return Resolved(question, question.text)
    subject = _subject(question, before)
    return Resolved(question, f"{question.text} {subject}".strip(), subject)


def _leans(question: Question) -> bool:
    own = len(_telling(question.text))
    return question.points_back or (question.continues and (own <= OF_ITS_OWN or not names(question.text)))


def _subject(question: Question, before: Resolved) -> str:
    """The names spoken of before, or all that was asked where there were none; a question with a name of its
    own and little else keeps what was asked and changes whom about."""
    own_names = names(question.text)
    telling = [word for word in _telling(question.text) if not any(word in name for name in own_names)]
    if own_names and not question.points_back and len(telling) < OF_ITS_OWN:
        return " ".join(w for w in _telling(before.question.text) if not _in_names(w, before.text))
    spoken = names(before.text)
    if not spoken:
        return " ".join(_telling(before.text))
    rest = "" if telling else " ".join(w for w in _telling(before.text) if not _in_names(w, before.text))
    return f"{', '.join(spoken)} {rest}".strip()


def _telling(text: str) -> list[str]:
    return [token for token in words.tokenize(text) if words.fold(token) not in words.stop_words()]


def _in_names(word: str, text: str) -> bool:
    return any(word in words.tokenize(name) for name in names(text))
