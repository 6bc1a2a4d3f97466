"""The shapes of what people asked, as the interface gives them."""

import datetime
from typing import Literal

from pydantic import BaseModel, Field

from web.api.forms import AnswerForm


class KeptTurnForm(AnswerForm):
    """An answer with its question."""

    question: str
    asked_at: datetime.datetime


class ConversationForm(BaseModel):
    """A conversation in its order."""

    conversation: str
    turns: list[KeptTurnForm]


class QuestionGroupForm(BaseModel):
    """Questions that mean the same. What leads to a person is struck out of them."""

    id: int
    question: str = Field(description="The wording that was used most.")
    examples: list[str]
    reasons: list[Literal["silent", "down", "often"]]
    count: int
    not_answered: int
    rated_down: int
    comments: list[str]
    languages: list[str]
    first: datetime.date
    last: datetime.date
    open: bool
    settled: Literal["added", "not_ours"] | None
    note: str
    now: Literal["answered", "silent", "otherwise", "same"] | None = Field(
        description="What trying again came to, where it was tried."
    )


class QuestionsForm(BaseModel):
    """`groups` of the `found`; `waiting` questions are not in a group yet."""

    found: int
    waiting: int
    groups: list[QuestionGroupForm]


class ProgressForm(BaseModel):
    """How far the round of questions is that are tried again; `begun` unless there is nothing to try."""

    begun: bool
    total: int
    done: int
    running: bool
