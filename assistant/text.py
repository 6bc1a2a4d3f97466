"""An answer as text with [n] markers."""

import re

from assistant.model import Answer, Statement
from assistant.wording import say
from documents.model import Language

# Where a reader, or a program, might take the full stop of an abbreviation for the end of a sentence.
BREAK = re.compile(r"(?<=[.!?\]])(\s+)(?=[^\W_a-ząćęłńóśźż]|[„“\"•–-])")
# Keeps what stands before and after it on one line: "prof. Kowalski" is one thing.
WORD_JOINER = "\u2060"


def answer_text(answer: Answer) -> str:
    """The answer's text: a line a statement, the exact answer in **…**, its quote, its markers.

    Inside a statement the space after an abbreviation is followed by a word joiner, so that every sentence
    of the text ends in its own markers.
    """
    if answer.kind == "abstention":
        return answer.abstention
    return "\n".join(_line(statement, answer.language) for statement in answer.statements)


def _line(statement: Statement, language: Language) -> str:
    parts = []
    if statement.exact:
        parts.append(f"**{statement.exact}**")
    if statement.framing:
        parts.append(f"{statement.framing.rstrip(' .:?!')}:")
    if statement.quote:
        parts.append(say("open_quote", language) + statement.quote + say("close_quote", language))
    said = BREAK.sub(rf"\1{WORD_JOINER}", " ".join(" ".join(parts).split()))
    return f"{said} {''.join(f'[{number}]' for number in statement.citations)}"
