"""check, rebuild, backup, restore."""

from argparse import Namespace
from contextlib import closing

from index.audit import COMMAND_LINE
from index.backup import back_up, record_backup, restore_backup
from index.check.library import check_library
from index.encoder import Encoder
from index.errors import LibraryError, StoreError
from index.store import Store
from web.chosen_model import model_name, other_model_is_set
from web.cli.output import complain, meter, parts, say, say_json
from web.findings import finding_fields, finding_text
from web.i18n import texts
from web.services import load_model, open_store, open_vectors, rebuilt, save_vectors
from web.settings import Settings


def check(arguments: Namespace, settings: Settings) -> int:
    """1 if anything is wrong."""
    found = 0
    with closing(open_store(settings)) as store, parts() as shown:
        encoder, missed = _encoder_in_use(settings, store)
        for one in check_library(store, settings.home, encoder=encoder, progress=shown):
            found += 1
            if arguments.json:
                say_json(finding_fields(one, texts("en")))
            else:
                say(f"{one.thing}: {finding_text(one, texts('en'))}")
    if missed:
        complain(f"no sample of vectors was made anew: {missed}")
    if not arguments.json:
        say(f"{found} found wrong" if found else "nothing is wrong")
    return 1 if found else 0


def _encoder_in_use(settings: Settings, store: Store) -> tuple[Encoder | None, str]:
    """The encoder of the model in use, or the reason why it cannot be had."""
    try:
        used = store.model()
        return (load_model(settings, used.name) if used else None), ""
    except LibraryError as error:
        return None, str(error)


def rebuild(arguments: Namespace, settings: Settings) -> int:
    """1 if a document could not be read again; what was held of it stays."""
    failed = 0
    with closing(open_store(settings)) as store:
        counts, used = store.counts(), store.model()
        given = arguments.model or settings.model
        name = model_name(given) if given or used is None else used.name
        with meter(counts.documents, "document") as shown:
            encoder = load_model(settings, name)
            made = rebuilt(
                settings,
                store,
                encoder,
                name,
                read=arguments.read,
                by=COMMAND_LINE,
                progress=shown.embedded,
            )
            for outcome in made:
                shown.step()
                if not outcome.is_held:
                    complain(f"{outcome.status}: {outcome.file}: {outcome.reason}")
                    failed += 1
        save_vectors(open_vectors(settings, store, encoder), complain)
    say(f"rebuilt {counts.documents - failed} of {counts.documents} documents with {encoder.model}")
    if settings.model is not None and model_name(settings.model) != name:
        complain(other_model_is_set(settings.model, name))
    return 1 if failed else 0


def backup(arguments: Namespace, settings: Settings) -> int:
    with closing(open_store(settings)) as store:
        back_up(store, arguments.file)
        try:
            record_backup(store, by=COMMAND_LINE)
        except StoreError as error:
            # A full or read-only disk is a reason to make a backup elsewhere, and none to fail it.
            complain(f"the backup is whole, but is not in the log: {error}")
        say(f"{store.counts().documents} documents in {arguments.file}")
    return 0


def restore(arguments: Namespace, settings: Settings) -> int:
    before = restore_backup(arguments.file, settings.database, force=arguments.force)
    with closing(open_store(settings)) as store:
        say(f"{store.counts().documents} documents put back")
    if before is not None:
        say(f"what was held before is kept in {before}")
    return 0
