"""A turn as the interface gives it."""

from collections.abc import Sequence
from typing import Any

from assistant.model import Turn
from assistant.text import answer_text


def turn_json(turn: Turn) -> dict[str, Any]:
    """The JSON form of a turn."""
    answer = turn.answer
    coverage = answer.coverage
    return {
        "conversation": turn.conversation,
        "turn": turn.number,
        "language": answer.language,
        "kind": answer.kind,
        "answer": answer_text(answer),
        "statements": [
            {
                "exact": one.exact,
                "framing": one.framing,
                "quote": one.quote,
                "marks": [[mark.start, mark.end] for mark in one.marks],
                "citations": list(one.citations),
            }
            for one in answer.statements
        ],
        "items": [
            {
                "name": item.name,
                "aliases": list(item.aliases),
                "details": dict(item.details),
                "reason": item.reason,
                "citations": list(item.citations),
                "cluster": item.cluster,
            }
            for item in answer.items
        ],
        "citations": [
            {name: getattr(one, name) for name in one.__dataclass_fields__} for one in answer.citations
        ],
        "coverage": coverage
        and {"found": coverage.found, "of": coverage.of, "documents": coverage.documents},
        "notes": list(answer.notes),
        "suggestions": list(answer.suggestions),
        "elapsed_ms": turn.elapsed_ms,
    }


def conversation_json(conversation: str, turns: Sequence[Turn]) -> dict[str, Any]:
    """The JSON form of a whole conversation."""
    told = [
        {"question": turn.question, "asked_at": turn.asked_at.isoformat(), **turn_json(turn)}
        for turn in turns
    ]
    return {"conversation": conversation, "turns": told}
