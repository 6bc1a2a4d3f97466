"""A house of fakes: all that the pages are handed, and who visits them."""

import shutil
import tempfile
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from fastapi.testclient import TestClient

from assistant.model import Turn
from documents.model import Language
from index.errors import UnknownRemovalError, UnknownVersionError
from index.jobs import Job
from index.model import Hit
from index.outcome import Outcome
from index.register.register import Register
from index.roles import Role
from index.store import Store
from index.tokens import Holder
from tests.web.fake_assistant import FakeAssistant
from tests.web.fake_library import FakeLibrary
from web.app import create_app
from web.backend import Backend, Engine
from web.office import office_of
from web.upkeep import Upkeep, Works

STAFF, READER = "staff-token", "reader-token"


@dataclass
class FakeSearch:
    library: FakeLibrary

    def search(self, query: str, limit: int) -> tuple[Hit, ...]:
        found = [one for name in self.library.texts for one in self.library.document_passages(name)]
        return tuple(Hit(one, 1 / rank, rank, ()) for rank, one in enumerate(found[:limit], 1))


@dataclass
class FakeKeeper:
    library: FakeLibrary
    saved: int = 0

    def add(self, name: str, content: bytes, *, by: str) -> Outcome:
        if not content:
            return Outcome(name, "refused", reason="No text was found in this file.")
        self.library.texts[name] = (name, "en", name, content.decode())
        return Outcome(name, "added", document=name, pages=1, passages=1)

    def read_anew(self, document: str, *, by: str) -> Outcome:
        held = self.library.document(document)
        return Outcome(held.file, "replaced", document=held.id, pages=held.pages, passages=held.passages)

    def undo(self, removal: int, *, by: str) -> Outcome:
        raise UnknownRemovalError(str(removal))

    def go_back(self, document: str, version: int, *, by: str) -> Outcome:
        raise UnknownVersionError(document, version)

    def remove(self, document: str, *, by: str) -> None:
        self.library.document(document)
        del self.library.texts[document]
        self.library.removed.append(document)

    def save(self) -> None:
        self.saved += 1


@dataclass
class FakeAlone:
    assistant: FakeAssistant

    def ask(self, document: str, question: str, *, language: Language | None = None) -> Turn:
        return self.assistant.ask(question, language=language)

    def close(self) -> None:
        pass


class FakeIntake:
    """Works on nothing, and keeps how often it was woken."""

    trouble: str | None = None

    def __init__(self) -> None:
        self.woken = 0

    def wake(self) -> None:
        self.woken += 1

    def progress(self, job: Job) -> tuple[int, int] | None:
        return None

    def close(self) -> None:
        pass


class FakeTokens:
    def holder(self, secret: str) -> Holder | None:
        roles: dict[str, Role] = {STAFF: "staff", READER: "reader"}
        return Holder(secret, roles[secret]) if secret in roles else None


@dataclass
class House:
    """A backend of fakes, with a real office. With `held_back`, the engine comes when `released` is set."""

    held_back: bool = False
    failure: Exception | None = None
    empty: bool = False
    upload_bytes: int = 20_000
    pictures: Path | None = None
    register: Register = field(default_factory=Register)
    today: date = date(2026, 11, 22)
    signed_in_readers: bool = False
    keep_days: int = 90

    def __post_init__(self) -> None:
        self.library = FakeLibrary(empty=self.empty)
        self.assistant = FakeAssistant(self.library)
        self.keeper = FakeKeeper(self.library)
        self.intake = FakeIntake()
        self.released = threading.Event()
        folder = Path(tempfile.mkdtemp())
        self.store = Store(folder / "library.sqlite")
        weakref.finalize(self, _discard, self.store, folder)

    def load(self) -> Engine:
        if self.held_back:
            self.released.wait(60)
        if self.failure is not None:
            raise self.failure
        return Engine(
            self.assistant,
            FakeSearch(self.library),
            self.keeper,
            FakeAlone(self.assistant),
            self.intake,
        )

    @property
    def backend(self) -> Backend:
        return Backend(
            library=self.library,
            registers=lambda: self.register,
            conversations=self.assistant,
            tokens=FakeTokens(),
            office=office_of(self.store),
            signed_in_readers=self.signed_in_readers,
            keep_days=self.keep_days,
            load=self.load,
            upkeep=Upkeep(self.store, Works(lambda *_: iter(()), lambda *_: iter(()))),
            version="1.2.3",
            upload_bytes=self.upload_bytes,
            pictures=self.pictures,
            today=lambda: self.today,
        )


def _discard(store: Store, folder: Path) -> None:
    store.close()
    shutil.rmtree(folder)


@contextmanager
def visiting(house: House) -> Iterator[TestClient]:
    """A client of an application over this house; warm, unless the house holds it back."""
    app = create_app(house.backend)
    with TestClient(app, follow_redirects=False, raise_server_exceptions=False) as visitor:
        if not house.held_back:
            app.state.desk.warmup.wait(10)
        yield visitor
        house.released.set()
