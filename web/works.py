"""Long work on a library, as upkeep wants it done. What it needs takes seconds to import: in its thread."""

from collections.abc import Iterator

from index.check.finding import Finding
from index.encoder import Encoder
from index.outcome import Outcome
from index.store import Store
from web.settings import Settings
from web.upkeep import Progress, Rebuilding, Works


def works_of(settings: Settings, store: Store) -> Works:
    """The works on the library of a home."""

    def check(encoder: Encoder | None, progress: Progress) -> Iterator[Finding]:
        from index.check.library import check_library  # noqa: PLC0415

        return check_library(store, settings.home, encoder=encoder, progress=progress)

    def rebuild(encoder: Encoder | None, wanted: Rebuilding, progress: Progress) -> Iterator[Outcome]:
        from web.services import load_model, rebuilt  # noqa: PLC0415

        used = store.model()
        name = wanted.model if wanted.model is not None else used.name if used else ""
        if encoder is None or used is None or used.name != name:
            encoder = load_model(settings, name)
        sentences, done = store.counts().sentences, 0

        def embedded(some: int) -> None:
            nonlocal done
            done = min(done + some, sentences)
            progress("vectors", done, sentences)

        return rebuilt(settings, store, encoder, name, read=wanted.read, by=wanted.by, progress=embedded)

    return Works(check, rebuild)
