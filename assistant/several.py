"""Questions that ask two things: taken apart, and their answers put together."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

from assistant.grounding import in_order, renumbered
from assistant.model import Answer, Statement, Turn
from assistant.question import Question, lexicon, names, understand
from assistant.wording import say
from index import words

# Answers that take in the whole of a question, whatever else it asks of what they tell.
WHOLE = frozenset({"list", "count", "comparison", "recommendation", "clarification"})


def in_parts(
    question: Question, earlier: Sequence[Turn], ask: Callable[[Question, Sequence[Turn]], Answer]
) -> Answer | None:
    """The answers to both parts of a question that asks two things of the same, the second asked after the
    first; None for any other question, and where neither is answered."""
    parts = parts_of(question)
    if parts is None:
        return None
    one = ask(parts[0], earlier)
    if one.kind in WHOLE:
        return None
    turn = Turn("", len(earlier) + 1, parts[0].text, one, datetime.now(UTC), 0.0)
    return joined((one, ask(parts[1], (*earlier, turn))), parts)


def parts_of(question: Question) -> tuple[Question, Question] | None:
    """The two questions that one asks by a second question word: "when and where was it founded", "when was
    it founded, and where", "when was the fair and who opened it", the last of which leans on the first."""
    tokens = list(words.TOKEN.finditer(question.text))
    folded = [words.fold(one.group()) for one in tokens]
    first = next((end for n in range(3) if (end := _asking(folded, n)) and _may_stand_before(folded[:n])), 0)
    found = next((n for n in range(first, len(folded)) if first and _joins(folded, n)), None)
    if found is None:
        return None
    second = _second(folded, found)
    if second is None or first == len(folded):
        return None
    text = question.text.rstrip(" ?.!")
    before, after = text[: tokens[found].start()].rstrip(" ,;"), text[tokens[found].end() :].strip()
    end = tokens[second - 1].end()
    asked, rest = text[tokens[found].end() : end].strip(), text[end:].strip()
    opening = text[: tokens[first - 1].end()]
    if found == first:
        told = (f"{opening} {rest}", f"{asked} {rest}") if rest else None
    elif not rest and folded[first - 1] in lexicon()["second"]["counting"]:
        told = (before, f"{tokens[found].group()} {asked}")
    elif not rest:
        told = (before, f"{asked} {before[len(opening) :].strip()}")
    else:
        whose = () if names(before) else names(after)
        told = (" ".join((before, *whose)), f"{tokens[found].group()} {after}")
    if told is None:
        return None
    one, other = (understand(f"{each}?", question.language) for each in told)
    return one, other


def joined(answers: Sequence[Answer], asked: Sequence[Question]) -> Answer | None:
    """The answers to both parts as one, with a note of the part to which there is none; None where there is
    none to either."""
    told = [one for one in answers if one.kind != "abstention"]
    if not told:
        return None
    language = told[0].language
    if len(told) == 1:
        silent = next(part for one, part in zip(answers, asked, strict=True) if one.kind == "abstention")
        said = _without_joining(silent.text)
        return replace(told[0], notes=(*told[0].notes, say("silent_on", language, asked=said)))
    one, other = told[0], _apart(told[1], told[0])
    about = say("about", language, subject="").rstrip(" .")
    notes = (*one.notes, *(note for note in other.notes if not note.startswith(about)))
    kind = one.kind if one.kind == other.kind else "list" if one.items or other.items else "fact"
    return in_order(
        replace(
            one,
            kind=kind,
            statements=_once((*one.statements, *other.statements)),
            items=(*one.items, *other.items),
            citations=tuple({each.number: each for each in (*one.citations, *other.citations)}.values()),
            coverage=one.coverage or other.coverage,
            notes=tuple(dict.fromkeys(notes)),
            clusters=tuple(dict.fromkeys((*one.clusters, *other.clusters))),
        )
    )


def _without_joining(text: str) -> str:
    """A part of a question without the "and" it began with."""
    first, _, rest = text.partition(" ")
    return rest if words.fold(first) in lexicon()["second"]["joining"] and rest else text


def _apart(answer: Answer, before: Answer) -> Answer:
    """An answer with its citations numbered after those of another; the same span has one number."""
    held = {(one.document, one.version, one.start, one.end): one.number for one in before.citations}
    new = {
        one.number: held.get((one.document, one.version, one.start, one.end), len(held) + one.number)
        for one in answer.citations
    }
    return renumbered(answer, new)


def _once(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, those of one quotation as one: what either says is the answer stands before it."""
    found: dict[tuple[object, ...], Statement] = {}
    for one in statements:
        key = (one.citations[0], one.quote) if one.quote else (one,)
        before = found.get(key)
        exact = "; ".join(dict.fromkeys(e for e in (before.exact, one.exact) if e)) if before else one.exact
        found[key] = replace(before or one, exact=exact)
    return tuple(found.values())


def _asking(folded: Sequence[str], start: int) -> int:
    """Where the question words that begin at a word end; 0 where none do."""
    ends = (
        start + len(phrase) for phrase in _phrases() if tuple(folded[start : start + len(phrase)]) == phrase
    )
    return max(ends, default=0)


def _joins(folded: Sequence[str], place: int) -> bool:
    """Whether "and" stands there, with a question word after it."""
    return folded[place] in lexicon()["second"]["joining"] and _second(folded, place) is not None


def _second(folded: Sequence[str], place: int) -> int | None:
    """Where the question words after "and" end, with what may stand before them."""
    before = lexicon()["before"]["words"]
    start = place + 1
    while start < len(folded) and folded[start] in before:
        start += 1
    end = _asking(folded, start)
    none = folded[end : end + 1] and folded[end] in lexicon()["second"]["no_question"]
    return end if end and not none else None


def _may_stand_before(folded: Sequence[str]) -> bool:
    return all(one in lexicon()["before"]["words"] for one in folded)


@cache
def _phrases() -> tuple[tuple[str, ...], ...]:
    """The words that open a question, and a second one in it: not those that bid another tell."""
    kinds = set(lexicon()["second"]["kinds"])
    listed = [phrase for one in lexicon()["opening"] if one["kind"] in kinds for phrase in one["words"]]
    return tuple(tuple(phrase.split()) for phrase in (*listed, *lexicon()["second"]["which"]))
