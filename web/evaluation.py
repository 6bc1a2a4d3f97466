"""Answers scored against a set of questions, one JSON object a line.

A question has `id`, `question`, and of these what applies: `expect` (lists, one string of each of which must
be in the answer), `forbid` (strings that must not), `items` (the names a list must hold, and no others),
`source` (files, one of which must be cited), `kind` ("abstention" where nothing answers), `turns` (asked
before it in the same conversation), `as_of` (the day the answer is for).
"""

import codecs
import json
import re
import statistics
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, Protocol, get_args

from pydantic import AfterValidator, TypeAdapter, ValidationError

from assistant.errors import QuestionError
from assistant.model import Item, Kind, Turn
from assistant.question import LONGEST_QUESTION, understand
from web.api.forms import Day
from web.api.turn_json import turn_json
from web.errors import QuestionFileError

QUOTES = re.compile("[\"'„”“‘’«»]")
DASHES = re.compile("[–—−]")
# Words that every name of a cluster may go with or without.
PLAIN_WORDS = frozenset({"klaster", "klastra", "cluster", "the", "of", "in"})


TEXTS = "a list of strings"
TO_ASK = f"of at most {LONGEST_QUESTION} characters, with at least one word"
# What is allowed in each field of a line, for the one who wrote something else there.
ALLOWED = {
    "id": "a string",
    "question": f"a string {TO_ASK}",
    "expect": "a list of lists of strings",
    "forbid": TEXTS,
    "items": TEXTS,
    "source": TEXTS,
    "kind": f"one of {', '.join(get_args(Kind))}",
    "turns": f"{TEXTS} {TO_ASK}",
    "as_of": "a date as YYYY-MM-DD",
}


class Asked(Protocol):
    """What answers."""

    def ask(self, question: str, *, conversation: str | None = None, as_of: date | None = None) -> Turn: ...


def _can_be_asked(text: str) -> str:
    try:
        understand(text)
    except QuestionError as error:
        raise ValueError(error.reason) from error
    return text


ToAsk = Annotated[str, AfterValidator(_can_be_asked)]


@dataclass(frozen=True, slots=True)
class Question:
    """One line of a set."""

    id: str
    question: ToAsk
    expect: tuple[tuple[str, ...], ...] = ()
    forbid: tuple[str, ...] = ()
    items: tuple[str, ...] | None = None
    source: tuple[str, ...] = ()
    kind: Kind | Literal[""] = ""
    turns: tuple[ToAsk, ...] = ()
    as_of: Day = None


@dataclass(frozen=True, slots=True)
class Score:
    """How one answer fares; None where a figure does not apply. `wrong` says what is."""

    question: str
    right: bool
    wrong: str
    abstained: bool | None
    false_abstention: bool | None
    cited: bool | None
    verbatim: float | None
    list_f1: float | None
    elapsed_ms: float

    @staticmethod
    def figures(scores: Sequence["Score"]) -> dict[str, float]:
        """Each figure's mean over the questions it applies to, and the median time."""
        figures = {}
        for name in ("right", "list_f1", "cited", "verbatim", "abstained", "false_abstention"):
            values = [float(value) for one in scores if (value := getattr(one, name)) is not None]
            if values:
                figures[name] = statistics.fmean(values)
        if scores:
            figures["p50_ms"] = statistics.median(one.elapsed_ms for one in scores)
        return figures


def read_questions(path: Path) -> tuple[Question, ...]:
    """The questions in a file, at least one. Raises: QuestionFileError."""
    try:
        # Bytes, because a string of JSON may hold characters that end a line of text, such as U+2028.
        lines = path.read_bytes().removeprefix(codecs.BOM_UTF8).splitlines()
    except OSError as error:
        found = error.strerror or str(error)
        raise QuestionFileError(f"{path}: cannot be read ({found}); name a file of questions") from error
    form = TypeAdapter(Question)
    questions = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                questions.append(form.validate_json(line, strict=True))
            except ValidationError as error:
                raise QuestionFileError(f"{path}, line {number}: {_fault(error)}") from error
    if not questions:
        raise QuestionFileError(f"{path}: holds no question; a line of it must be one, as a JSON object")
    return tuple(questions)


def _fault(error: ValidationError) -> str:
    """What is wrong first, and what is allowed there."""
    first = error.errors(include_url=False)[0]
    if not first["loc"]:
        fault = "must be a JSON object with id and question"
        # The parser counts lines in what it is given, which is one.
        told = first["msg"].replace("at line 1 column", "at column")
        return f"{fault} ({told})" if first["type"] == "json_invalid" else fault
    field = str(first["loc"][0])
    missing = " is missing;" if first["type"] == "missing" else ""
    return f"{field}{missing} must be {ALLOWED[field]}"


def score_answers(assistant: Asked, question: Question, texts: Mapping[str, str]) -> Score:
    """The score of a question, asked after those that go before it; `texts` are the documents', by id."""
    conversation = None
    for earlier in question.turns:
        conversation = assistant.ask(earlier, conversation=conversation).conversation
    return score(
        question, assistant.ask(question.question, conversation=conversation, as_of=question.as_of), texts
    )


def score(question: Question, turn: Turn, texts: Mapping[str, str]) -> Score:
    """The score of one answer."""
    answer = turn.answer
    abstained = answer.kind == "abstention"
    unanswerable = question.kind == "abstention"
    f1 = list_f1(question.items, answer.items) if question.items is not None else None
    wrong = _wrong(question, turn, f1)
    # Of earlier versions no text is here.
    present = [one for one in answer.citations if not one.version]
    quotes = [texts.get(one.document, "")[one.start : one.end] == one.quote for one in present]
    files = {one.file for one in answer.citations}
    return Score(
        question=question.id,
        right=not wrong,
        wrong=wrong,
        abstained=abstained if unanswerable else None,
        false_abstention=None if unanswerable else abstained,
        cited=None if unanswerable or not question.source else not files.isdisjoint(question.source),
        verbatim=statistics.fmean(quotes) if quotes and not unanswerable else None,
        list_f1=f1,
        elapsed_ms=turn.elapsed_ms,
    )


def _wrong(question: Question, turn: Turn, f1: float | None) -> str:
    reply = turn_json(turn)
    shown = plain(
        "\n".join([reply["answer"], json.dumps(reply["items"], ensure_ascii=False), *reply["notes"]])
    )
    found = [f"holds {one}" for one in question.forbid if plain(one) in shown]
    if question.kind == "abstention":
        return "; ".join(found if turn.answer.kind == "abstention" else [*found, f"answered: {shown[:120]}"])
    found += [f"lacks {one[0]}" for one in question.expect if not any(plain(way) in shown for way in one)]
    if f1 is not None and f1 < 1:
        found.append(f"list F1 {f1:.2f}")
    return "; ".join(found)


def plain(text: str) -> str:
    """The text in lower case with straight dashes, without quotes, its white space single."""
    text = DASHES.sub("-", QUOTES.sub("", unicodedata.normalize("NFKC", text).casefold()))
    return " ".join(text.split())


def list_f1(expected: Iterable[str], items: Iterable[Item]) -> float:
    """The F1 of a list's items, each found by any of its names, against the names it should hold."""
    wanted = [_words(name) for name in expected]
    got = [[_words(name) for name in (item.name, *item.aliases)] for item in items]
    if not wanted or not got:
        return 0.0
    recall = statistics.fmean(any(_same(one, names) for names in got) for one in wanted)
    precision = statistics.fmean(any(_same(one, names) for one in wanted) for names in got)
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", plain(name))) - PLAIN_WORDS


def _same(wanted: frozenset[str], names: Iterable[frozenset[str]]) -> bool:
    # A single word is too little to stand for a longer name.
    return any(wanted and (wanted <= one or (len(one) > 1 and one <= wanted)) for one in names)
