"""rebuild, backup, restore."""

from argparse import Namespace
from contextlib import closing

from index.backup import back_up, restore_backup
from index.rebuild import embed_all
from web.cli.output import complain, meter, say
from web.services import load_services, open_store
from web.settings import Settings


def rebuild(arguments: Namespace, settings: Settings) -> int:
    """1 if a document could not be read again; what was held of it stays."""
    failed = 0
    with closing(open_store(settings)) as store:
        counts = store.counts()
        with meter(counts.documents, "document") as shown:
            services = load_services(settings, store, progress=shown.embedded)
            if arguments.read:
                for outcome in services.ingest.read_again():
                    shown.step()
                    if not outcome.is_held:
                        complain(f"{outcome.status}: {outcome.file}: {outcome.reason}")
                        failed += 1
            else:
                embed_all(store, services.encoder, progress=shown.embedded)
        services.save(complain)
    say(f"rebuilt {counts.documents - failed} of {counts.documents} documents with {services.encoder.model}")
    return 1 if failed else 0


def backup(arguments: Namespace, settings: Settings) -> int:
    with closing(open_store(settings)) as store:
        back_up(store, arguments.file)
        say(f"{store.counts().documents} documents in {arguments.file}")
    return 0


def restore(arguments: Namespace, settings: Settings) -> int:
    before = restore_backup(arguments.file, settings.database, force=arguments.force)
    with closing(open_store(settings)) as store:
        say(f"{store.counts().documents} documents put back")
    if before is not None:
        say(f"what was held before is kept in {before}")
    return 0
