"""ask, search, evaluate."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing, contextmanager

from assistant.model import Turn
from index.model import Hit
from web.api.turn_json import turn_json
from web.cli.output import complain, meter, say, say_json
from web.evaluation import Score, read_questions, score_answers
from web.services import Services, load_services, open_store
from web.settings import Settings


def ask(arguments: Namespace, settings: Settings) -> int:
    with _services(settings) as services:
        turn = services.assistant.ask(arguments.question, as_of=arguments.as_of)
    reply = turn_json(turn)
    if arguments.json:
        say_json(reply)
    else:
        for line in _answer(turn, str(reply["answer"])):
            say(line)
    return 0


def search(arguments: Namespace, settings: Settings) -> int:
    with _services(settings) as services:
        hits = services.search.search(arguments.query, arguments.limit)
    for hit in hits:
        if arguments.json:
            say_json(_hit(hit))
        else:
            passage = hit.passage
            say(f"{hit.rank}. {passage.document.title} ({passage.document.file}, {passage.place.label})")
            say("   " + " ".join(passage.text.split()))
    return 0


def evaluate(arguments: Namespace, settings: Settings) -> int:
    """1 if any answer was wrong."""
    questions = read_questions(arguments.questions)
    with _services(settings) as services:
        texts = {one.id: services.store.text(one.id) for one in services.store.documents()}
        scores = []
        with meter(len(questions), "question") as shown:
            for one in questions:
                scores.append(score_answers(services.assistant, one, texts))
                shown.step()
    for score in scores:
        if not score.right:
            complain(f"{score.question}: {score.wrong}")
    say(" ".join(f"{name}={value:.3f}" for name, value in Score.figures(scores).items()))
    return 0 if all(score.right for score in scores) else 1


@contextmanager
def _services(settings: Settings) -> Iterator[Services]:
    with closing(open_store(settings)) as store:
        # Silent, unless another model is set than the one that embedded the library.
        with meter(store.counts().documents, "document") as shown:
            services = load_services(settings, store, progress=shown.embedded, warn=complain)
        yield services


def _answer(turn: Turn, text: str) -> Iterator[str]:
    yield text
    for item in turn.answer.items:
        details = "; ".join(f"{name}: {value}" for name, value in item.details.items())
        markers = "".join(f"[{number}]" for number in item.citations)
        yield f"- {item.name}{f' ({details})' if details else ''} {markers}"
    yield from turn.answer.notes
    for citation in turn.answer.citations:
        yield f"[{citation.number}] {citation.title} ({citation.file}, {citation.place}): {citation.quote}"
    yield from turn.answer.suggestions


def _hit(hit: Hit) -> dict[str, object]:
    passage = hit.passage
    return {
        "document": passage.document.id,
        "file": passage.document.file,
        "title": passage.document.title,
        "place": passage.place.label,
        "start": passage.span.start,
        "end": passage.span.end,
        "text": passage.text,
        "score": hit.score,
    }
