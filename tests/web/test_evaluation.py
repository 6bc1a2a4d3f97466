"""Evaluation: an answer is right when it says what it must, and nothing it must not."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from assistant.model import Answer, Citation, Item, Statement, Turn
from web.errors import QuestionFileError
from web.evaluation import ALLOWED, Question, Score, list_f1, read_questions, score, score_answers

TEXT = "Status jest ważny do 17 grudnia 2025 r."
CITATION = Citation(1, "d1", "kkk.txt", "KKK", None, None, "sekcja KKK", 0, len(TEXT), TEXT)
SAID = Answer("pl", "fact", (Statement((1,), exact="17 grudnia 2025", quote=TEXT),), (), (CITATION,))
NOT_SAID = Answer("pl", "abstention", abstention="Biblioteka tego nie mówi.")


def turn(answer: Answer, conversation: str = "c1") -> Turn:
    return Turn(conversation, 1, "Do kiedy?", answer, datetime.now(UTC), 12.0)


def listing(*names: str, aliases: Sequence[str] = ()) -> tuple[Item, ...]:
    return tuple(Item(name, (1,), aliases=tuple(aliases)) for name in names)


@pytest.mark.parametrize(
    ("question", "right"),
    [
        (Question("q", "?", expect=(("2025-12-17", "17 Grudnia 2025"),)), True),
        (Question("q", "?", expect=(("17 grudnia 2025",), ("2026",))), False),
        (Question("q", "?", forbid=("grudnia",)), False),
        (Question("q", "?", kind="abstention"), False),
    ],
)
def test_an_answer_is_right_when_it_holds_one_of_each_and_nothing_forbidden(
    question: Question, right: bool
) -> None:
    assert score(question, turn(SAID), {"d1": TEXT}).right is right


def test_an_abstention_is_right_only_where_nothing_answers() -> None:
    unanswerable = score(Question("q", "?", kind="abstention"), turn(NOT_SAID), {})
    answerable = score(Question("q", "?", expect=(("2025",),)), turn(NOT_SAID), {})

    assert (unanswerable.right, unanswerable.abstained, unanswerable.false_abstention) == (True, True, None)
    assert (answerable.right, answerable.abstained, answerable.false_abstention) == (False, None, True)


def test_a_quote_that_is_not_the_text_at_its_span_is_not_verbatim() -> None:
    question = Question("q", "?")

    assert score(question, turn(SAID), {"d1": TEXT}).verbatim == 1
    assert score(question, turn(SAID), {"d1": " " + TEXT}).verbatim == 0


def test_one_of_the_sources_must_be_cited() -> None:
    assert score(Question("q", "?", source=("kkk.txt", "b.txt")), turn(SAID), {}).cited is True
    assert score(Question("q", "?", source=("b.txt",)), turn(SAID), {}).cited is False
    assert score(Question("q", "?"), turn(SAID), {}).cited is None


@pytest.mark.parametrize(
    ("items", "f1"),
    [
        (listing("Klaster Dolina Lotnicza", "Interizon"), 1.0),
        (listing("Dolina Lotnicza"), 2 / 3),
        (listing("Dolina Lotnicza", "Interizon", "Minatech"), 0.8),
        (listing("LTPP", aliases=("Interizon",)), 2 / 3),
        ((), 0.0),
    ],
)
def test_a_list_is_measured_by_its_names_and_aliases(items: tuple[Item, ...], f1: float) -> None:
    assert list_f1(["Dolina Lotnicza", "Klaster Interizon"], items) == pytest.approx(f1)


class Recorder:
    """An assistant that keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str | None, date | None]] = []

    def ask(self, question: str, *, conversation: str | None = None, as_of: date | None = None) -> Turn:
        self.asked.append((question, conversation, as_of))
        return turn(SAID, "c7")


def test_earlier_turns_are_asked_first_in_the_same_conversation() -> None:
    assistant = Recorder()

    score_answers(assistant, Question("q", "A te?", turns=("Które?",), as_of=date(2025, 6, 1)), {})

    assert assistant.asked == [("Które?", None, None), ("A te?", "c7", date(2025, 6, 1))]


def test_figures_are_means_over_what_they_apply_to() -> None:
    scores = [
        score(Question("a", "?", expect=(("2025",),)), turn(SAID), {"d1": TEXT}),
        score(Question("b", "?", kind="abstention"), turn(SAID), {}),
    ]

    figures = Score.figures(scores)

    assert figures == {
        "right": 0.5,
        "verbatim": 1.0,
        "abstained": 0.0,
        "false_abstention": 0.0,
        "p50_ms": 12.0,
    }


def test_questions_are_read_a_line_each(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    row = {
        "id": "a",
        "question": "Które?",
        "expect": [["x", "y"]],
        "items": ["K"],
        "as_of": "2025-06-01",
        "lang": "pl",
    }
    path.write_text(json.dumps(row) + "\n\n", "utf-8")

    (question,) = read_questions(path)

    assert question == Question("a", "Które?", (("x", "y"),), items=("K",), as_of=date(2025, 6, 1))


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"id": 7}, "id"),
        ({"question": None}, "question"),
        ({"question": " ?! "}, "question"),
        ({"question": "a" * 2001}, "question"),
        ({"expect": "x"}, "expect"),
        ({"expect": ["x"]}, "expect"),
        ({"forbid": [1]}, "forbid"),
        ({"items": {}}, "items"),
        ({"source": "a.txt"}, "source"),
        ({"kind": "abstain"}, "kind"),
        ({"turns": [""]}, "turns"),
        ({"as_of": "wczoraj"}, "as_of"),
        ({"as_of": 20250601}, "as_of"),
    ],
)
def test_a_line_that_is_no_question_is_named_with_its_field_and_what_is_allowed(
    tmp_path: Path, fields: Mapping[str, object], field: str
) -> None:
    good = {"id": "a", "question": "Które?"}
    path = written(tmp_path, json.dumps(good), "", json.dumps({**good, **fields}))

    assert complaint(path) == f"{path}, line 3: {field} must be {ALLOWED[field]}"


def test_a_field_that_is_missing_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, '{"id": "a"}')

    assert complaint(path) == f"{path}, line 1: question is missing; must be {ALLOWED['question']}"


@pytest.mark.parametrize("line", ["{", "[]", "7", '{"id": "a", "question": "b"} x'])
def test_a_line_that_is_no_object_is_named(tmp_path: Path, line: str) -> None:
    path = written(tmp_path, line)

    assert complaint(path).startswith(f"{path}, line 1: must be a JSON object with id and question")
    assert complaint(path).count("line 1") == 1


def test_a_line_in_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_bytes('{"id": "a", "question": "Które są?"}'.encode("cp1250"))

    assert complaint(path).startswith(f"{path}, line 1: ")


def test_a_file_that_cannot_be_read_or_holds_nothing_is_named(tmp_path: Path) -> None:
    assert complaint(tmp_path / "gone").startswith(f"{tmp_path / 'gone'}: cannot be read (No such file")
    assert complaint(tmp_path).startswith(f"{tmp_path}: cannot be read (Is a directory)")
    assert "holds no question" in complaint(written(tmp_path, "", " "))


def test_a_line_ends_where_json_lines_do_and_a_mark_of_utf_8_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text('\ufeff{"id": "a", "question": "Które\u2028są?"}', "utf-8")

    assert [one.question for one in read_questions(path)] == ["Które\u2028są?"]


def written(folder: Path, *lines: str) -> Path:
    path = folder / "questions.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    return path


def complaint(path: Path) -> str:
    with pytest.raises(QuestionFileError) as raised:
        read_questions(path)
    assert "\n" not in str(raised.value)
    return str(raised.value)
