"""A set of questions put to the real application, and how its answers fare."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assistant.model import Turn
from assistant.text import answer_text
from web.evaluation import Question, Score, read_questions, score
from web.services import Services, load_services, open_store
from web.settings import Settings

# A sentence of an answer ends before white space and the start of another.
BREAK = re.compile(r"(?<=[.!?\]])\s+(?=[A-ZŁŚŻŹĆÓ„\"•-])|\n+")
SHORTEST = 25


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with its answer and how it fared."""

    question: Question
    groups: tuple[str, str]
    turn: Turn
    score: Score


def serve(home: Path, models: Path, documents: Path, *, today: date) -> Services:
    """The application over the documents, every one of which it took in."""
    settings = Settings(home=home, models=models)
    services = load_services(settings, open_store(settings), today=lambda: today)
    outcomes = list(services.ingest.add([documents]))
    assert [one.file for one in outcomes if one.status != "added"] == []
    return services


def ask_all(services: Services, questions: Path) -> tuple[Asked, ...]:
    """Every question of a file, answered after those that go before it, with its group and language."""
    texts = {one.id: services.store.text(one.id) for one in services.store.documents()}
    rows = [json.loads(line) for line in questions.read_text("utf-8").splitlines()]
    groups = [(row["group"], row["lang"]) for row in rows]
    return tuple(
        _ask(services, one, group, texts)
        for one, group in zip(read_questions(questions), groups, strict=True)
    )


def _ask(services: Services, question: Question, groups: tuple[str, str], texts: Mapping[str, str]) -> Asked:
    conversation = None
    for earlier in question.turns:
        conversation = services.assistant.ask(earlier, conversation=conversation).conversation
    turn = services.assistant.ask(question.question, conversation=conversation, as_of=question.as_of)
    return Asked(question, groups, turn, score(question, turn, texts))


def misquoted(asked: Iterable[Asked], services: Services) -> tuple[str, ...]:
    """The quotations that are not their document's text where they say they stand."""
    cited = [citation for one in asked for citation in one.turn.answer.citations]
    assert cited
    return tuple(c.quote for c in cited if services.store.text(c.document)[c.start : c.end] != c.quote)


def uncited(asked: Iterable[Asked]) -> tuple[str, ...]:
    """The sentences of answers without a marker."""
    answers = [one.turn.answer for one in asked if one.turn.answer.kind != "abstention"]
    said = [sentence for answer in answers for sentence in BREAK.split(answer_text(answer).strip())]
    assert said
    return tuple(one for one in said if len(one.strip()) > SHORTEST and not re.search(r"\[\d+\]", one))


def right_by_group(asked: Iterable[Asked]) -> dict[str, tuple[int, int]]:
    """For each group and each language, the questions answered right and all of them."""
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for one in asked:
        for group in one.groups:
            right[group] += one.score.right
            of[group] += 1
    return {group: (right[group], of[group]) for group in of}


def wrong(asked: Iterable[Asked]) -> str:
    """What is wrong with the answers, a line for each that is."""
    lines = [f"{a.question.id} {a.question.question}: {a.score.wrong}" for a in asked if not a.score.right]
    return "\n".join(["wrong:", *lines])


def digest(*paths: Path) -> str:
    """The SHA-256 of the files, and of those in the folders, with their names."""
    found = hashlib.sha256()
    for path in paths:
        for file in sorted(path.iterdir()) if path.is_dir() else [path]:
            found.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return found.hexdigest()
