"""Questions in, cited answers out."""

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Protocol

from assistant.answers.abstention import abstain
from assistant.answers.definition import definition_answer
from assistant.answers.draft import Kind, Material
from assistant.answers.listing import list_answer
from assistant.answers.passage import passage_answer
from assistant.confidence import answering
from assistant.conversation import Resolved, resolve
from assistant.grounding import in_order
from assistant.ledger import Ledger
from assistant.model import Answer, Citation, Turn
from assistant.question import understand
from assistant.ranking import rank
from assistant.wording import say
from documents.model import Language
from index.model import StoredPassage
from index.search import Found

# Tried in order: the first that has an answer gives it.
KINDS: tuple[Kind, ...] = (definition_answer, list_answer, passage_answer)
# Passages asked for: what the ranking looks at, and what the abstention offers.
PASSAGES = 20


class Finder(Protocol):
    def find(self, text: str, limit: int) -> Found:
        """The query a text asks and its hits, best first."""


class Library(Protocol):
    def document_passages(self, document: str) -> Sequence[StoredPassage]:
        """A document's passages, in order."""


class Assistant:
    """Answers questions out of a library, quoting it, or says that the library does not say."""

    def __init__(self, library: Library, search: Finder, ledger: Ledger) -> None:
        self._library = library
        self._search = search
        self._ledger = ledger

    def ask(
        self,
        question: str,
        *,
        conversation: str | None = None,
        language: Language | None = None,
        as_of: date | None = None,
    ) -> Turn:
        """The turn that the question adds to its conversation, or to a new one.

        `language` is that of our own words in the answer; the question's own where it is None. `as_of` is the
        date on which what was asked is to hold; it has no effect until facts have dates.
        Raises: QuestionError, UnknownConversationError.
        """
        begun = time.perf_counter()
        understood = understand(question, language)
        earlier = self._ledger.turns(conversation) if conversation else ()
        resolved = resolve(understood, [turn.question for turn in earlier])
        answer = self._answer(resolved, earlier[-1].answer.citations if earlier and resolved.subject else ())
        return self._ledger.append(
            conversation or None,
            understood.text,
            answer,
            at=datetime.now(UTC),
            elapsed_ms=round((time.perf_counter() - begun) * 1000, 2),
        )

    def turns(self, conversation: str) -> tuple[Turn, ...]:
        """The turns of a conversation, in order. Raises: UnknownConversationError."""
        return self._ledger.turns(conversation)

    def _answer(self, resolved: Resolved, spoken_of: Sequence[Citation]) -> Answer:
        question = resolved.question
        found = self._search.find(resolved.text, PASSAGES)
        candidates = rank(question, found, spoken_of={(one.document, one.start) for one in spoken_of})
        chosen = answering(question, found.query, candidates)
        material = Material(question, found, candidates, chosen, self._library.document_passages)
        answers = (kind(material) for kind in KINDS)
        answer = next((in_order(answer) for answer in answers if answer is not None), None)
        answer = answer or abstain(material)
        if not resolved.subject:
            return answer
        about = say("about", question.language, subject=resolved.subject)
        return replace(answer, notes=(about, *answer.notes))
