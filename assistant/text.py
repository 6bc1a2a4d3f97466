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
    before it too, and a word joiner follows the space after all but the last of several abbreviations.
    """
    if answer.kind == "abstention":
        return answer.abstention
    return "\n".join(_line(statement, answer.language) for statement in answer.statements)


def _line(statement: Statement, language: Language) -> str:
    exact = f"**{statement.exact}** " if statement.exact else ""
    quote = " ".join(statement.quote.split())
    framing = statement.framing.rstrip(" .:?!") if quote else statement.framing
    if quote:
        quote = say("open_quote", language) + quote + say("close_quote", language)
    markers = "".join(f"[{number}]" for number in statement.citations)
    said = " ".join(f"{exact}{framing}{':' if framing and quote else ''} {quote}".split())
    breaks = len(BREAK.findall(said))
    if not breaks or not quote:
        return f"{_glue(said, breaks)} {markers}"
    before = " ".join(f"{exact}{framing} {markers}:".split())
    glued = max(breaks - 1, len(BREAK.findall(before)))
    return f"{_glue(f'{before} {quote}', glued)} {markers}"


def _glue(text: str, breaks: int) -> str:
    """The text with a word joiner after the space of its first so many breaks."""
    return BREAK.sub(lambda gap: gap.group() + WORD_JOINER, text, count=breaks) if breaks else text
