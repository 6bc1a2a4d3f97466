"""The shapes of what people asked, as the interface gives them."""

import datetime

from pydantic import BaseModel

from web.api.forms import AnswerForm


class KeptTurnForm(AnswerForm):
    """An answer with its question."""

    question: str
    asked_at: datetime.datetime


class ConversationForm(BaseModel):
    """A conversation in its order."""

    conversation: str
    turns: list[KeptTurnForm]
