"""add, list, show."""

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from documents.model import Sheet
from index.alike import UNLIKE
from index.model import StoredDocument, StoredPassage
from index.outcome import Outcome
from index.source import find_sources
from web.cli.output import complain, meter, say, say_json
from web.services import load_services, open_store
from web.settings import Settings


def add(arguments: Namespace, settings: Settings) -> int:
    """1 if any file was not taken in."""
    sources = list(find_sources(_paths(arguments.paths)))
    if not sources:
        complain("there is no file to add in what was named")
        return 1
    held = 0
    with closing(open_store(settings)) as store:
        with meter(len(sources), "file") as shown:
            services = load_services(settings, store, progress=shown.embedded, warn=complain)
            for outcome in services.ingest.add_sources(sources):
                _report(outcome, as_json=arguments.json)
                held += outcome.is_held
                shown.step()
        services.save(complain)
    return 0 if held == len(sources) else 1


def list_documents(arguments: Namespace, settings: Settings) -> int:
    with closing(open_store(settings)) as store:
        documents = store.documents()
    for one in documents:
        if arguments.json:
            say_json(asdict(one))
        else:
            say(f"{one.id}  {one.name}  ({one.format}, {one.language}, {one.passages} passages): {one.title}")
    return 0


def show(arguments: Namespace, settings: Settings) -> int:
    with closing(open_store(settings)) as store:
        document = store.find(arguments.document)
        passages = store.document_passages(document.id)
        text, cut = store.text(document.id), store.cut(document.id)
        sheets = store.sheets(document.id)
    if arguments.json:
        say_json(
            {
                **asdict(document),
                "text": text,
                "cut": cut,
                "spans": [one.span._asdict() for one in passages],
                "sheets": [asdict(one) for one in sheets],
            }
        )
        return 0
    for line in (*_description(document, passages, cut), *map(_verdict, sheets)):
        say(line)
    return 0


def _paths(given: Iterable[str]) -> Iterator[Path]:
    for path in given:
        if path == "-":
            yield from (Path(line.rstrip("\n")) for line in sys.stdin if line.strip())
        else:
            yield Path(path)


def _report(outcome: Outcome, *, as_json: bool) -> None:
    if as_json:
        say_json(asdict(outcome))
    elif not outcome.is_held:
        complain(f"{outcome.status}: {outcome.file}: {outcome.reason}")
    else:
        noted = "".join(f"; {one}" for one in (outcome.reason, *_told(outcome), *outcome.warnings) if one)
        say(f"{outcome.status}: {outcome.file}: {outcome.passages} passages{noted}")


def _told(outcome: Outcome) -> Iterator[str]:
    """What is to be known of a document beside those that are held."""
    if outcome.status == "replaced":
        yield f"version {outcome.version}, the one before is kept"
    if outcome.likeness is not None and outcome.likeness < UNLIKE:
        yield f"hardly any wording of the version before: `versions {outcome.document}` shows both"
    if outcome.alike:
        yield f"nearly equal to {', '.join(outcome.alike[:3])}"


def _verdict(sheet: Sheet) -> str:
    """How a page was read, in a line."""
    reasons = f" ({', '.join(sheet.reasons)})" if sheet.reasons else ""
    repaired = f", {sheet.repaired} repaired" if sheet.repaired else ""
    unsure = f", {sheet.unsure} unsure" if sheet.unsure else ""
    return f"[sheet {sheet.number}] {sheet.verdict}{reasons}: {sheet.words} words{repaired}{unsure}"


def _description(
    document: StoredDocument, passages: Iterable[StoredPassage], cut: Iterable[str]
) -> Iterator[str]:
    for name, value in asdict(document).items():
        if value not in (None, ()):
            yield f"{name}: {'; '.join(value) if isinstance(value, tuple) else value}"
    for passage in passages:
        yield f"\n[{passage.place.label}]"
        yield passage.text
    for line in cut:
        yield f"\n[cut] {line}"
