"""Errors that are foreseen, told from defects."""

from assistant.errors import AssistantError
from documents.errors import DocumentError
from index.errors import LibraryError

# The roots of the other packages' trees: their messages are one line that says enough without a stack.
FORESEEN = (DocumentError, LibraryError, AssistantError)


class QuestionFileError(Exception):
    """A file of questions that cannot be used. The message names it, and the line and field at fault."""
