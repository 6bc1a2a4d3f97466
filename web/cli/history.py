"""versions, back, outdated."""

from argparse import Namespace
from contextlib import closing
from dataclasses import asdict

from index.source import COMMAND_LINE
from index.versions import Version
from web.cli.output import complain, say, say_json
from web.services import load_services, open_store
from web.settings import Settings


def versions(arguments: Namespace, settings: Settings) -> int:
    """The versions of a document, the present one first."""
    with closing(open_store(settings)) as store:
        found = store.versions.of(store.find(arguments.document).id)
    for one in found:
        if arguments.json:
            say_json(asdict(one))
        else:
            say(_line(one))
    return 0


def back(arguments: Namespace, settings: Settings) -> int:
    """1 if the earlier version could not be held again; what was held stays."""
    with closing(open_store(settings)) as store:
        document = store.find(arguments.document)
        # Said before seconds are spent on what is needed for it.
        store.versions.text(document.id, arguments.version)
        services = load_services(settings, store)
        outcome = services.recall.version(document.id, arguments.version, by=COMMAND_LINE)
        services.save(complain)
    if not outcome.is_held:
        complain(f"{outcome.status}: {document.name}: {outcome.reason}")
        return 1
    said = outcome.reason or f"version {outcome.version} is version {arguments.version} again"
    say(f"{outcome.status}: {document.name}: {said}")
    return 0


def outdated(arguments: Namespace, settings: Settings) -> int:
    """Always 0: a mark that is so already is left."""
    with closing(open_store(settings)) as store:
        document = store.find(arguments.document)
        if arguments.lift:
            store.lift_outdated(document.id, by=COMMAND_LINE)
            say(f"{document.name} is no longer marked")
            return 0
        store.mark_outdated(document.id, by=COMMAND_LINE, since=arguments.since, reason=arguments.reason)
        mark = store.document(document.id).outdated
    say(f"{document.name} is marked as out of date since {mark.since if mark else ''}")
    return 0


def _line(one: Version) -> str:
    added = f"added {one.added_at.date().isoformat()} by {one.added_by or 'unknown'}"
    gone = one.replaced_at and f"replaced {one.replaced_at.date().isoformat()} by {one.replaced_by}"
    return f"{one.number}  {one.title}  ({one.format}, {one.passages} passages): {added}, {gone or 'held'}"
