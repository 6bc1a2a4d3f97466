"""Taking over another model while serving, when the library is searched with that from now on."""

import logging
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from index.embedding import stamp
from index.encoder import Encoder
from index.errors import LibraryError
from index.rebuild import embed_strays
from index.search import Search
from index.store import Store
from index.vectors import Vectors

# How often the library is asked which model is in use, which takes a tenth of a millisecond.
_EVERY_S = 1.0
_log = logging.getLogger("klastrownik")


class Takeover:
    """Looks in a thread whether the model in use is still the one searched with. If it is not, the new one is
    loaded and searched with; until then questions are answered with the one before, out of memory.

    `users` are told of the new encoder, to embed with it what comes in.
    """

    def __init__(
        self,
        store: Store,
        search: Search,
        users: Sequence[Callable[[Encoder], None]],
        *,
        encoder: Encoder,
        vectors: Vectors,
        folder: Path,
        load: Callable[[str], Encoder],
    ) -> None:
        self.encoder = encoder
        self._vectors = vectors
        self._store = store
        self._search = search
        self._users = users
        self._folder = folder
        self._load = load
        self._seen = -1
        self._refused = ""
        self._complained = ""
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._run, name="takeover", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """Look no more; what is being loaded is let go."""
        self._closed.set()

    def refresh(self) -> None:
        """Have the vectors in use catch up with the library."""
        self._vectors.refresh()

    def save(self) -> None:
        """Write the vectors in use to their file. Raises: OSError."""
        self._vectors.save()

    def look(self) -> bool:
        """Whether another model was taken over. What was added with another one gets vectors of this."""
        used, generation = self._store.model(), self._store.generation()
        if used is not None and used.stamp not in (stamp(self.encoder), self._refused):
            return self._take(used.name, used.stamp)
        if generation != self._seen:
            if embed_strays(self._store, self.encoder):
                self._vectors.refresh()
            self._seen = generation
        return False

    def _take(self, name: str, wanted: str) -> bool:
        try:
            encoder = self._load(name)
        except LibraryError:
            self._refused = wanted
            raise
        if stamp(encoder) != wanted:
            self._refused = wanted
            _log.warning(
                "model %s is not the one that the library was embedded with; `rebuild` with it", name
            )
            return False
        # From here on what comes in is of the new model; what came in before is made up for.
        for use in self._users:
            use(encoder)
        embed_strays(self._store, encoder)
        vectors = Vectors(self._store, model=wanted, dimensions=encoder.dimensions, folder=self._folder)
        vectors.refresh()
        self._search.use(vectors, encoder)
        self.encoder, self._vectors = encoder, vectors
        _log.warning("model %s was taken over", encoder.model)
        return True

    def _run(self) -> None:
        while not self._closed.wait(_EVERY_S):
            try:
                self.look()
                self._complained = ""
            except (LibraryError, OSError) as error:
                self._complain(str(error))
            except Exception:  # noqa: BLE001 - a thread's edge: questions go on with the model before
                _log.exception("taking over failed")

    def _complain(self, why: str) -> None:
        # Once, and not every second.
        if why != self._complained:
            _log.error("taking over failed: %s", why)
        self._complained = why
