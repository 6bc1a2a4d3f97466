"""What can go wrong while a question is answered. "Not in the library" is an Answer, not an error.

AssistantError
├── QuestionError              the question cannot be asked; `field` names what is wrong
├── UnknownConversationError   no conversation has that id
└── GroundingError             an answer that does not stand on its citations: a defect of ours
"""


class AssistantError(Exception):
    """Root of this package's errors."""

    permanent = True


class QuestionError(AssistantError):
    """`field` is the name of the wrong input, `reason` says what is allowed."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


class UnknownConversationError(AssistantError):
    def __init__(self, conversation: str) -> None:
        super().__init__(f"no conversation has the id {conversation}")
        self.conversation = conversation


class GroundingError(AssistantError):
    pass
