"""remove, removed, undo."""

from argparse import Namespace
from contextlib import closing
from dataclasses import asdict

from index.errors import (
    LibraryError,
    SameContentError,
    TakenPlaceError,
    UnknownDocumentError,
    UnknownRemovalError,
)
from index.removed import Removal
from index.source import COMMAND_LINE
from index.store import Store
from web.cli.output import complain, say, say_json
from web.services import load_services, open_store
from web.settings import Settings
from web.slide_files import keep_only


def remove(arguments: Namespace, settings: Settings) -> int:
    """1 if any document was not held."""
    missing = 0
    with closing(open_store(settings)) as store:
        for reference in arguments.documents:
            try:
                say(_remove(store, reference, for_good=arguments.for_good))
            except LibraryError as error:
                complain(str(error))
                missing += 1
        keep_only(settings.pictures, {one.sha256 for one in store.documents()})
    return 1 if missing else 0


def removed(arguments: Namespace, settings: Settings) -> int:
    """The documents whose removal can be undone, or that there are none any more."""
    with closing(open_store(settings)) as store:
        if arguments.for_good:
            say(f"removed {store.removed.forget_all(by=COMMAND_LINE)} for good")
            return 0
        found = store.removed.all()
    if not found and not arguments.json:
        say("nothing was removed in the last thirty days")
    for one in found:
        if arguments.json:
            say_json({**asdict(one), "until": one.until})
        else:
            say(_line(one))
    return 0


def undo(arguments: Namespace, settings: Settings) -> int:
    """1 if any document could not be held again; what is kept of it stays."""
    failed = 0
    with closing(open_store(settings)) as store:
        # Before seconds are spent on what is needed for it.
        known = [_known(store, reference) for reference in arguments.documents]
        services = load_services(settings, store) if any(known) else None
        for removal in known:
            if removal is None or services is None:
                failed += 1
                continue
            try:
                outcome = services.recall.removed(removal.id, by=COMMAND_LINE)
                if not outcome.is_held:
                    complain(f"{outcome.status}: {outcome.file}: {outcome.reason}")
                    failed += 1
                    continue
                say(f"put back {removal.name}")
            except (TakenPlaceError, SameContentError, UnknownRemovalError) as error:
                complain(str(error))
                failed += 1
        if services is not None:
            services.save(complain)
    return 1 if failed else 0


def _remove(store: Store, reference: str, *, for_good: bool) -> str:
    """What was done, in a line. Raises: UnknownDocumentError, UnknownRemovalError."""
    try:
        document = store.find(reference)
    except UnknownDocumentError:
        if not for_good:
            raise
        found = store.removed.find(reference)
        store.removed.forget(found.id, by=COMMAND_LINE)
        return f"removed {found.name} for good"
    store.remove(document.id, by=COMMAND_LINE)
    if not for_good:
        return f"removed {document.name}"
    store.removed.forget(store.removed.find(document.id).id, by=COMMAND_LINE)
    return f"removed {document.name} for good"


def _known(store: Store, reference: str) -> Removal | None:
    try:
        return store.removed.find(reference)
    except UnknownRemovalError as error:
        complain(str(error))
        return None


def _line(one: Removal) -> str:
    day, until = one.removed_at.date().isoformat(), one.until.date().isoformat()
    return f"{one.document}  {one.name}  removed {day} by {one.removed_by}, kept until {until}"
