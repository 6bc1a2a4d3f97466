"""What a question means after those asked before it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.question import Question, lexicon, names, understand
from assistant.ranking import CONTACT
from documents.model import Language
from index import words

# Turns looked back on: further back, a subject is forgotten by people too.
MEMORY = 6
# A question of so few words, for a way to reach somebody, names nobody.
SHORT = 3


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
    if before is None or not _leans(question, before):
        return Resolved(question, question.text)
    if _changes_whom(question):
        subject = " ".join(_own(before.text))
        question = replace(question, asked=before.question.asked, several=before.question.several)
    else:
        subject = _subject(question, before)
    return Resolved(question, f"{question.text} {subject}".strip(), subject)


def _leans(question: Question, before: Resolved) -> bool:
    if question.points_back or _asks_no_more(question):
        return True
    if not question.continues:
        return False
    if _changes_whom(question):
        # "a gdzie jest Wawel?" stands alone; "a do kiedy Wawel?" does after a question of another kind.
        return question.asked in {"thing", before.question.asked}
    return not names(question.text)


def _asks_no_more(question: Question) -> bool:
    """Whether a way to reach somebody is all that is asked for, "phone?", "adres mailowy?"."""
    short = len(words.tokenize(question.text)) <= SHORT
    return question.asked in CONTACT and short and not names(question.text)


def _changes_whom(question: Question) -> bool:
    """Whether a question has a name and nothing else to tell: it keeps what was asked before."""
    return not question.points_back and bool(names(question.text)) and not _own(question.text)


def _subject(question: Question, before: Resolved) -> str:
    """The names spoken of before, or all that was asked where there were none."""
    spoken = names(before.text)
    if not spoken:
        return " ".join(_telling(before.text))
    # Whose telephone it is may be said by a role alone: "kto jest bacą dyżurnym", "jaki jest jego telefon".
    of_a_role = question.asked in CONTACT and before.question.attribute
    asked_before = " ".join(_own(before.text)) if of_a_role or not _own(question.text) else ""
    return f"{', '.join(spoken)} {asked_before}".strip()


def _own(text: str) -> list[str]:
    """The words that tell something, without names and what may stand before a question word."""
    named = {token for name in names(text) for token in words.tokenize(name)}
    before: list[str] = lexicon()["before"]["words"]
    return [word for word in _telling(text) if word not in named and words.fold(word) not in before]


def _telling(text: str) -> list[str]:
    """The words that tell something, each once: a question asked again and again must not grow."""
    return list(dict.fromkeys(t for t in words.tokenize(text) if words.fold(t) not in words.stop_words()))
