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

    Every sentence of the text carries its markers: where a quote goes on after an abbreviation, they stand
    before it too, and a word joiner follows the space after all but the last of several.
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
    markers = "".join(f"[{number}]" for number in statement.citations)
    said = " ".join(" ".join(parts).split())
    breaks = len(BREAK.findall(said))
    if not breaks:
        return f"{said} {markers}"
    glued = BREAK.sub(lambda gap: gap.group() + WORD_JOINER, said, count=breaks - 1) if breaks > 1 else said
    return f"{markers} {glued} {markers}"
