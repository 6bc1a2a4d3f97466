"""A home opened for serving: the store at once, what needs the model later."""

from importlib.metadata import version

from assistant.ledger import Ledger
from assistant.model import Turn
from index.encoder import Encoder
from index.register.present import RegisterOf
from index.store import Store
from index.work import Fetch
from web.backend import Backend, Engine
from web.daily import remove_old
from web.office import office_of
from web.openid.provider import Provider
from web.settings import Settings
from web.upkeep import Upkeep
from web.works import works_of


def open_backend(
    settings: Settings, *, empty: bool, encoder: Encoder | None = None, fetch: Fetch | None = None
) -> Backend:
    """What is served out of a home. The starter library goes into one without documents, unless `empty`.

    `encoder` takes the place of the one the settings name, `fetch` of what fetches addresses.

    Raises: StoreError.
    """
    store = Store(settings.database, keeps_conversations=settings.keeps_conversations)
    registers = RegisterOf(store)
    upkeep = Upkeep(store, works_of(settings, store))
    upkeep.tidy()
    return Backend(
        library=store,
        registers=registers.now,
        conversations=_Conversations(store),
        tokens=store.tokens,
        office=office_of(store),
        signed_in_readers=settings.reading_by == "signed-in",
        ask_rate=settings.ask_rate,
        address=settings.address,
        provider=Provider(settings.openid) if settings.openid else None,
        keep_days=settings.keep_conversations,
        daily=(
            lambda: remove_old(store.kept_conversations, settings.keep_conversations),
            store.removed.expire,
        ),
        load=lambda: _load(settings, store, registers, empty=empty, encoder=encoder, fetch=fetch),
        version=version("klastrownik"),
        upload_bytes=settings.file_mb * 1_000_000,
        pictures=settings.pictures,
        watched=settings.watch,
        upkeep=upkeep,
    )


def _load(
    settings: Settings,
    store: Store,
    registers: RegisterOf,
    *,
    empty: bool,
    encoder: Encoder | None,
    fetch: Fetch | None,
) -> Engine:
    # Importing it takes seconds: in the thread that may wait, because the pages do not need it.
    from web.engine import load_engine  # noqa: PLC0415

    return load_engine(settings, store, registers, empty=empty, encoder=encoder, fetch=fetch)


class _Conversations:
    """Conversations out of the store, readable before the engine is there."""

    def __init__(self, store: Store) -> None:
        self._ledger = Ledger(store.conversations)
        self._kept = store.conversations

    def turns(self, conversation: str) -> tuple[Turn, ...]:
        return self._ledger.turns(conversation)

    def rate(self, conversation: str, turn: int, *, useful: bool, comment: str = "") -> bool:
        return self._kept.rate(conversation, turn, useful=useful, comment=comment)

    def remove(self, conversation: str) -> bool:
        return self._kept.remove(conversation)

    def remove_all(self, *, by: str) -> int:
        return self._kept.remove_all(by=by)

    def count(self) -> int:
        return self._kept.count()
