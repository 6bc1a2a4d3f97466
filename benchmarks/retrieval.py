"""How well passages are found, and whether the first sentence quoted answers.

    python -m benchmarks.retrieval --passages passages.jsonl --questions questions.jsonl

Adds each passage as a document named <id>.txt, its title the first line, serves them, and asks /api/v1/search
and /api/v1/ask. A line of passages: id, lang, title, text; of questions: lang, question, answers, passage_id,
answerable. Prints for each language recall@1 and recall@10 of the document, and the share of questions
whose first quoted sentence, or one of whose first three, holds an answer (case and white space folded).
"""

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.bounds import check_bounds, take_bounds
from benchmarks.server import Server, add, serving

Row = Mapping[str, Any]


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the figures; 1 if a bound on them does not hold."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--passages", type=Path, required=True)
    cli.add_argument("--questions", type=Path, required=True)
    cli.add_argument("--home", type=Path, help="a home that holds the passages already, or is to")
    cli.add_argument("--models", type=Path, help="where the model is kept (made anew by default)")
    take_bounds(cli)
    given = cli.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="retrieval-") as folder:
        home = given.home or Path(folder) / "home"
        if not home.exists():
            _fill(home, Path(folder) / "documents", _rows(given.passages), given.models)
        with serving(home, given.models) as server:
            server.wait("/ready")
            measured = _measure(server, _rows(given.questions))
    shares = {
        f"{language}.{name}": sum(values) / len(values)
        for language, figures in measured.items()
        for name, values in figures.items()
    }
    for language, figures in sorted(measured.items()):
        shown = " ".join(f"{name}={shares[f'{language}.{name}']:.4f}" for name in figures)
        print(f"{language} questions={len(figures['recall@1'])} {shown}")
    return check_bounds(given, shares)


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _fill(home: Path, documents: Path, passages: Sequence[Row], models: Path | None) -> None:
    documents.mkdir()
    for row in passages:
        (documents / f"{row['id']}.txt").write_text(f"{row['title']}\n{row['text']}", "utf-8")
    outcomes = add(home, [documents], models)
    held = sum(outcome["status"] in {"added", "duplicate"} for outcome in outcomes)
    print(f"documents={len(outcomes)} held={held}")


def _measure(server: Server, questions: Sequence[Row]) -> dict[str, dict[str, list[bool]]]:
    figures: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for row in questions:
        if row["answerable"]:
            for name, value in _figures(server, row).items():
                figures[row["lang"]][name].append(value)
    return figures


def _figures(server: Server, row: Row) -> dict[str, bool]:
    hits = server.get("/api/v1/search", q=row["question"], limit=50)["hits"]
    files = list(dict.fromkeys(hit["file"] for hit in hits))
    wanted = f"{row['passage_id']}.txt"
    quotes = _quotes(server.ask(row["question"]))
    answers = [_plain(answer) for answer in row["answers"]]
    holding = [any(answer in _plain(quote) for answer in answers) for quote in quotes[:3]]
    return {
        "recall@1": files[:1] == [wanted],
        "recall@10": wanted in files[:10],
        "answer_first": any(holding[:1]),
        "answer_in_three": any(holding),
    }


def _quotes(reply: Row) -> list[str]:
    """The sentences an answer quotes, in its order; none of an abstention."""
    if reply["kind"] == "abstention":
        return []
    return [statement["quote"] for statement in reply["statements"] if statement["quote"]]


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


if __name__ == "__main__":
    sys.exit(main())
